// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/caam.h"

#include <algorithm>
#include <array>

#include "soc/imx6ul/cpu.h"

namespace gokey::imx6ul {
namespace {

constexpr std::uint32_t JR0MIDR_MS = 0x010, JRSTART = 0x05C, RTMCTL = 0x600, RTSDCTL = 0x610,
                        RTFRQMIN = 0x618, RTFRQMAX = 0x61C, RDSTA = 0x6C0, CSTA = 0xFD4,
                        CAAMVID_MS = 0xFF8;
// Job ring 0. Addresses have 64 bits, of which the lower half has the higher address.
constexpr std::uint32_t IRBAR = 0x1004, IRSR = 0x100C, IRJAR = 0x101C, ORBAR = 0x1024,
                        ORSR = 0x102C, ORJRR = 0x1034, ORSFR = 0x103C, JRINTR = 0x104C,
                        JRCFGR_LS = 0x1054, JRCR = 0x106C;

constexpr std::uint32_t JRMIDR_JROWN_NS = 1U << 3, JRSTART_JR0 = 1U << 0;
constexpr std::uint32_t RTMCTL_SAMP_MODE = 3U << 0, RTMCTL_SAMP_RAW = 1U << 0,
                        RTMCTL_TRNG_ACC = 1U << 5, RTMCTL_PRGM = 1U << 16;
constexpr unsigned RTSDCTL_ENT_DLY = 16;
constexpr std::uint32_t RTFRQMAX_OFF = 1U << 20;
constexpr std::uint32_t RDSTA_IF0 = 1U << 0, RDSTA_SKVN = 1U << 30;
constexpr unsigned CSTA_MOO = 8;
constexpr std::uint32_t kSecure = 1, kTrusted = 2;
constexpr std::uint32_t ORSFR_SLOTS = 0x3FF;
constexpr std::uint32_t JRINTR_HALT = 3U << 2, JRINTR_HALTING = 1U << 2;
constexpr std::uint32_t JRCFGR_IMSK = 1U << 0, JRCR_RESET = 1U << 0;

// Descriptors (IMX6ULSRM 6.6.7): a header, then commands.
constexpr std::uint32_t kHeader = 0xB080'0000;         // HEADER, ONE; its length in words
constexpr std::uint32_t kRandom = 0x8250'0000;         // OPERATION, class 1, RNG, state handle 0
constexpr std::uint32_t kInstantiate = 1U << 2;        // AS
constexpr std::uint32_t kUninstantiate = 3U << 2;      // AS
constexpr std::uint32_t kSecureKeys = 1U << 12;        // AAI
constexpr std::uint32_t kWaitForClass1 = 0xA200'0001;  // JUMP to the next command
constexpr std::uint32_t kClearWritten = 0x1088'0004;   // LOAD immediate, 4 bytes
constexpr std::uint32_t kClass1Mode = 1U << 0;
constexpr std::uint32_t kStoreRandom = 0x6034'0000;  // FIFO STORE; bytes, address
constexpr std::uint32_t kOutput = 0xF800'0000;       // SEQ OUT PTR; bytes, address
constexpr std::uint32_t kBlobKey = 0x870D'0002;      // OPERATION, encapsulation, blob, master key

// In cycles of the system's clock, for each sample. Longer until the generator's own tests of the
// samples let it seed.
constexpr std::uint32_t kShortestDelay = 3200, kLongestDelay = 12800, kMoreDelay = 400;

// Reads of a register, 100 ns each or more; seeding takes some 100 ms.
constexpr int kPatience = 10'000'000;

constexpr std::size_t kSlots = 4, kMostWords = 8, kRandomWords = 16, kSecretBytes = 32;
struct Result {
  std::uint32_t descriptor, status;
};
[[gnu::section(".dma.vault")]] alignas(64) volatile std::uint32_t input[kSlots];
[[gnu::section(".dma.vault")]] alignas(64) volatile Result output[kSlots];
[[gnu::section(".dma.vault")]] alignas(64) volatile std::uint32_t descriptor[kMostWords];
[[gnu::section(".dma.vault")]] alignas(64) volatile std::uint32_t random_words[kRandomWords];
[[gnu::section(".dma.vault")]] alignas(64) volatile std::uint8_t blob_key[kSecretBytes];

}  // namespace

Caam::Caam() : block_(0x0214'0000), next_word_(kRandomWords) {
  ring_ = block_.read(CAAMVID_MS) != 0 && start_ring();
  generator_ = ring_ && start_generator();
}

bool Caam::start_ring() {
  block_.clear(JRSTART, JRSTART_JR0);
  block_.clear(JR0MIDR_MS, JRMIDR_JROWN_NS);
  block_.set(JRSTART, JRSTART_JR0);
  block_.set(JRCFGR_LS, JRCFGR_IMSK);
  // The boot ROM may have used it: first it halts, then it is reset.
  int patience = kPatience;
  block_.write(JRCR, JRCR_RESET);
  while ((block_.read(JRINTR) & JRINTR_HALT) == JRINTR_HALTING && patience > 0) --patience;
  block_.write(JRCR, JRCR_RESET);
  while ((block_.read(JRCR) & JRCR_RESET) != 0 && patience > 0) --patience;
  if (patience == 0) return false;
  block_.set(JRCFGR_LS, JRCFGR_IMSK);
  block_.write(IRBAR - 4, 0);
  block_.write(IRBAR, bus_address(input));
  block_.write(IRSR, kSlots);
  block_.write(ORBAR - 4, 0);
  block_.write(ORBAR, bus_address(output));
  block_.write(ORSR, kSlots);
  return true;
}

// The job and its memory are the module's until it says that it is done. If it never does, nothing
// is asked of it any more.
bool Caam::run(std::span<const std::uint32_t> commands) {
  const InterruptsOff off;  // the loop draws random numbers, the background derives keys
  if (!ring_) return false;
  descriptor[0] = kHeader | static_cast<std::uint32_t>(commands.size() + 1);
  for (std::size_t i = 0; i < commands.size(); ++i) descriptor[i + 1] = commands[i];
  input[slot_] = bus_address(descriptor);
  data_barrier();
  block_.write(IRJAR, 1);
  int patience = kPatience;
  while ((block_.read(ORSFR) & ORSFR_SLOTS) == 0 && patience > 0) --patience;
  data_barrier();
  ring_ = patience > 0 && output[slot_].descriptor == bus_address(descriptor);
  if (!ring_) return false;
  const std::uint32_t status = output[slot_].status;
  block_.write(ORJRR, 1);
  slot_ = (slot_ + 1) % kSlots;
  return status == 0;
}

void Caam::set_entropy_delay(std::uint32_t cycles) const {
  // Both bits together throw away what was collected before.
  block_.set(RTMCTL, RTMCTL_PRGM | RTMCTL_TRNG_ACC);
  const std::uint32_t kept = block_.read(RTSDCTL) & ((1U << RTSDCTL_ENT_DLY) - 1);
  block_.write(RTSDCTL, kept | cycles << RTSDCTL_ENT_DLY);
  block_.write(RTFRQMIN, cycles / 4);
  block_.write(RTFRQMAX, RTFRQMAX_OFF);
  const std::uint32_t control = block_.read(RTMCTL) & ~RTMCTL_SAMP_MODE;
  block_.write(RTMCTL, (control | RTMCTL_SAMP_RAW) & ~(RTMCTL_PRGM | RTMCTL_TRNG_ACC));
}

bool Caam::start_generator() {
  for (std::uint32_t delay = kShortestDelay; delay < kLongestDelay && ring_; delay += kMoreDelay) {
    // One that somebody else made, under parameters that nobody knows.
    if ((block_.read(RDSTA) & RDSTA_IF0) != 0 && !run(std::array{kRandom | kUninstantiate})) {
      return false;
    }
    set_entropy_delay(delay);
    // The keys of trusted descriptors belong to it, and are made once after power-up.
    const bool keys = (block_.read(RDSTA) & RDSTA_SKVN) == 0;
    const std::array commands{kRandom | kInstantiate, kWaitForClass1, kClearWritten, kClass1Mode,
                              kRandom | kSecureKeys};
    const bool done = run(std::span(commands).first(keys ? commands.size() : 1));
    if (done && (block_.read(RDSTA) & RDSTA_IF0) != 0) return true;
  }
  return false;
}

std::optional<std::uint32_t> Caam::word() {
  if (!healthy()) return std::nullopt;
  if (next_word_ == kRandomWords) {
    generator_ = run(std::array{kRandom, kStoreRandom | std::uint32_t{sizeof random_words},
                                bus_address(random_words)});
    if (!generator_) return std::nullopt;
    next_word_ = 0;
  }
  const std::uint32_t word = random_words[next_word_];
  random_words[next_word_++] = 0;
  if (!tests_.take(word)) return std::nullopt;
  return word;
}

bool Caam::secret(std::span<std::uint8_t, 32> out) {
  const bool done =
      run(std::array{kOutput | std::uint32_t{kSecretBytes}, bus_address(blob_key), kBlobKey});
  std::uint8_t any = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    any |= out[i] = blob_key[i];
    blob_key[i] = 0;
  }
  return done && any != 0;
}

bool Caam::own() const {
  const std::uint32_t mode = block_.read(CSTA) >> CSTA_MOO & 3U;
  return mode == kSecure || mode == kTrusted;
}

}  // namespace gokey::imx6ul
