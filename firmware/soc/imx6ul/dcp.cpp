// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/dcp.h"

#include <algorithm>
#include <string_view>

#include "soc/imx6ul/cpu.h"

namespace gokey::imx6ul {
namespace {

constexpr std::uint32_t CTRL_SET = 0x004, CTRL_CLR = 0x008, STAT = 0x010, STAT_CLR = 0x018,
                        CHANNELCTRL = 0x020, CH0CMDPTR = 0x100, CH0SEMA = 0x110, CH0STAT = 0x120,
                        CH0STAT_CLR = 0x128;
constexpr std::uint32_t CTRL_SFTRST = 1U << 31, CTRL_CLKGATE = 1U << 30;
constexpr std::uint32_t kChannel0 = 1;
constexpr std::uint32_t CHSTAT_ERRORS = 0x7E;

// 13.2.6.4, work packets.
struct Packet {
  std::uint32_t next, control0, control1, source, destination, size, payload, status;
};
static_assert(sizeof(Packet) == 32);
constexpr std::uint32_t kInterrupt = 1U << 0, kDecrementSemaphore = 1U << 1,
                        kEnableCipher = 1U << 5, kEnableHash = 1U << 6, kCipherEncrypt = 1U << 8,
                        kCipherInit = 1U << 9, kOtpKey = 1U << 10, kPayloadKey = 1U << 11,
                        kHashInit = 1U << 12, kHashTerm = 1U << 13;
constexpr std::uint32_t kAes128 = 0, kCbc = 1U << 4, kUniqueKey = 0xFEU << 8, kSha256 = 2U << 16;

// Reads of STAT, seconds of them: 4 KiB take some 100 us, but an emulator's DCP waits for its turn
// on a busy computer, and who gives up here gives up all keys.
constexpr int kPatience = 50'000'000;

[[gnu::section(".dma.vault")]] alignas(64) volatile Packet packet;
[[gnu::section(".dma.vault")]] alignas(64) std::uint8_t payload[32];
[[gnu::section(".dma.vault")]] alignas(64) std::uint8_t buffer[Dcp::kMost];

void wipe(std::span<std::uint8_t> memory) {
  for (volatile std::uint8_t& byte : memory) byte = 0;
}

}  // namespace

Dcp::Dcp() : block_(0x0228'0000) {
  block_.write(CTRL_SET, CTRL_SFTRST);
  block_.write(CTRL_CLR, CTRL_SFTRST);
  block_.write(CTRL_CLR, CTRL_CLKGATE);
  block_.write(CHANNELCTRL, kChannel0);
}

bool Dcp::run(std::uint32_t control0, std::uint32_t control1, std::size_t size) const {
  packet.next = 0;
  packet.control0 = control0 | kInterrupt | kDecrementSemaphore;
  packet.control1 = control1;
  packet.source = bus_address(buffer);
  packet.destination = bus_address(buffer);
  packet.size = static_cast<std::uint32_t>(size);
  packet.payload = bus_address(payload);
  packet.status = 0;
  data_barrier();
  block_.write(STAT_CLR, kChannel0);
  block_.write(CH0STAT_CLR, ~0U);
  block_.write(CH0CMDPTR, bus_address(&packet));
  block_.write(CH0SEMA, 1);
  for (int i = 0; i < kPatience; ++i) {
    if ((block_.read(STAT) & kChannel0) == 0) continue;
    block_.write(STAT_CLR, kChannel0);
    data_barrier();
    return (block_.read(CH0STAT) & CHSTAT_ERRORS) == 0;
  }
  return false;
}

bool Dcp::secret(std::span<std::uint8_t, 32> out) {
  constexpr std::string_view kLabel = "gokey device key, first version.";
  std::ranges::copy(kLabel, out.begin());
  return encrypt_with_unique_key(out);
}

bool Dcp::encrypt_with_unique_key(std::span<std::uint8_t> data) const {
  if (data.empty() || data.size() > kMost || data.size() % kAesBlock != 0) return false;
  std::ranges::copy(data, buffer);
  wipe(payload);  // the initial vector
  const bool done = run(kEnableCipher | kCipherEncrypt | kCipherInit | kOtpKey,
                        kAes128 | kCbc | kUniqueKey, data.size());
  if (done) std::copy_n(buffer, data.size(), data.begin());
  wipe(std::span(buffer).first(data.size()));
  return done;
}

bool Dcp::encrypt(std::span<const std::uint8_t, 16> key, std::span<std::uint8_t> data,
                  std::span<const std::uint8_t, 16> iv) const {
  if (data.empty() || data.size() > kMost || data.size() % kAesBlock != 0) return false;
  std::ranges::copy(data, buffer);
  std::ranges::copy(key, payload);
  std::ranges::copy(iv, payload + key.size());
  const bool done =
      run(kEnableCipher | kCipherEncrypt | kCipherInit | kPayloadKey, kAes128 | kCbc, data.size());
  if (done) std::copy_n(buffer, data.size(), data.begin());
  wipe(payload);
  wipe(std::span(buffer).first(data.size()));
  return done;
}

bool Dcp::sha256(std::span<const std::uint8_t> data, std::span<std::uint8_t, 32> digest) const {
  if (data.empty() || data.size() > kMost) return false;
  std::ranges::copy(data, buffer);
  const bool done = run(kEnableHash | kHashInit | kHashTerm, kSha256, data.size());
  // It writes the bytes in reverse.
  if (done) std::reverse_copy(payload, payload + digest.size(), digest.begin());
  wipe(std::span(buffer).first(data.size()));
  return done;
}

}  // namespace gokey::imx6ul
