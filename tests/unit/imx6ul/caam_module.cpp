// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "caam_module.h"

#include <algorithm>
#include <cstring>

#include "bus_memory.h"

namespace gokey::testing {
namespace {

constexpr std::uint32_t kBase = 0x0214'0000;
constexpr std::uint32_t kOwner = kBase + 0x010, kStart = kBase + 0x05C, kRtmctl = kBase + 0x600,
                        kRtsdctl = kBase + 0x610, kRtfrqmin = kBase + 0x618,
                        kRtfrqmax = kBase + 0x61C, kRdsta = kBase + 0x6C0, kCsta = kBase + 0xFD4,
                        kVersion = kBase + 0xFF8;
constexpr std::uint32_t kIrbarHigh = kBase + 0x1000, kIrbar = kBase + 0x1004,
                        kIrsr = kBase + 0x100C, kIrjar = kBase + 0x101C,
                        kOrbarHigh = kBase + 0x1020, kOrbar = kBase + 0x1024,
                        kOrsr = kBase + 0x102C, kOrjrr = kBase + 0x1034, kOrsfr = kBase + 0x103C,
                        kJrint = kBase + 0x104C, kJrcr = kBase + 0x106C;

constexpr std::uint32_t kProgram = 1U << 16U, kAccess = 1U << 5U;
constexpr std::uint32_t kBadCommand = 0x4000'0004, kGeneratorError = 0x2000'005B,
                        kKeyError = 0x2000'000B;
constexpr int kLooks = 3;

std::uint32_t word_at(std::uint32_t address) {
  std::uint32_t word = 0;
  if (const auto* memory = bus_memory(address)) std::memcpy(&word, memory, sizeof word);
  return word;
}
void put_word(std::uint32_t address, std::uint32_t word) {
  if (auto* memory = bus_memory(address)) std::memcpy(memory, &word, sizeof word);
}

BlobKey counting_from(std::uint8_t first) {
  BlobKey key{};
  for (auto& byte : key) byte = first++;
  return key;
}

}  // namespace

BlobKey CaamModule::own_key() { return counting_from(0x80); }
BlobKey CaamModule::shared_key() { return counting_from(0x10); }

// One descriptor.
class CaamModule::Job {
 public:
  Job(CaamModule& module, std::uint32_t descriptor) : m_(module), at_(descriptor) {}

  std::uint32_t run() {
    const std::uint32_t header = next();
    if (header >> 27U != 0x16 || (header & 1U << 23U) == 0 || (header & 0x3F'0000U) != 0) {
      return m_.refuse("no header", kBadCommand);
    }
    end_ = at_ - 4 + 4 * (header & 0x7FU);
    if (m_.mode == kFail) return kKeyError;
    while (at_ < end_) {
      if (const std::uint32_t status = command(next()); status != 0) return status;
    }
    if (at_ != end_) return m_.refuse("longer than its header says", kBadCommand);
    return 0;
  }

 private:
  std::uint32_t next() {
    const std::uint32_t word = word_at(at_);
    at_ += 4;
    return word;
  }

  std::uint32_t command(std::uint32_t word) {
    switch (word >> 27U) {
      case 0x02:
        return load(word);
      case 0x0C:
        return fifo_store(word);
      case 0x10:
        return (word >> 24U & 7U) == 2 ? algorithm(word) : protocol(word);
      case 0x14:  // class 1, local, all conditions, the next command
        if (word != 0xA200'0001) return m_.refuse("another jump", kBadCommand);
        waited_ = true;
        return 0;
      case 0x1F:
        if ((word & 0x07FF'0000U) != 0) return m_.refuse("options of SEQ OUT PTR", kBadCommand);
        room_ = word & 0xFFFFU;
        out_ = next();
        return 0;
      default:
        return m_.refuse("an unknown command", kBadCommand);
    }
  }

  std::uint32_t load(std::uint32_t word) {
    const bool immediate = (word & 1U << 23U) != 0;
    if (!immediate || (word >> 16U & 0x7FU) != 0x08 || (word & 0xFFU) != 4 || next() != 1) {
      return m_.refuse("another LOAD than of the clear-written register", kBadCommand);
    }
    if (!waited_) return m_.refuse("mode cleared before the operation was over", kBadCommand);
    taken_ = false;
    return 0;
  }

  std::uint32_t algorithm(std::uint32_t word) {
    if ((word >> 16U & 0xFFU) != 0x50) return m_.refuse("not the RNG", kBadCommand);
    if (taken_) return m_.refuse("a second operation with the mode of the first", kBadCommand);
    taken_ = true;
    waited_ = false;
    const std::uint32_t aai = word >> 4U & 0x1FFU;
    const std::uint32_t state = word >> 2U & 3U;
    if (aai == 0x100) {
      if (!m_.instance || m_.secure_keys) return m_.refuse("keys cannot be made", kGeneratorError);
      m_.secure_keys = true;
      return 0;
    }
    if (aai != 0) return m_.refuse("another state handle", kBadCommand);
    switch (state) {
      case 0:
        if (!m_.instance) return m_.refuse("not instantiated", kGeneratorError);
        drawing_ = true;
        return 0;
      case 1:
        if (m_.instance) return m_.refuse("instantiated already", kGeneratorError);
        if ((m_.rtmctl_ & (kProgram | kAccess)) != 0) {
          return m_.refuse("generator in program mode", kGeneratorError);
        }
        if (m_.delay_ < m_.needed_delay) return kGeneratorError;
        m_.instance = true;
        return 0;
      case 3:
        if (!m_.instance) return m_.refuse("there is no instance", kGeneratorError);
        m_.instance = false;
        return 0;
      default:
        return m_.refuse("another state", kBadCommand);
    }
  }

  std::uint32_t fifo_store(std::uint32_t word) {
    const std::uint32_t size = word & 0xFFFFU;
    const std::uint32_t to = next();
    if ((word >> 16U & 0x3FU) != 0x34 || !drawing_)
      return m_.refuse("nothing to store", kBadCommand);
    for (std::uint32_t at = 0; at < size; at += 4) {
      put_word(to + at, m_.stuck ? 0x55AA'55AA : static_cast<std::uint32_t>(m_.source()));
    }
    return 0;
  }

  std::uint32_t protocol(std::uint32_t word) {
    if (word != 0x870D'0002) return m_.refuse("not the master key's verification", kBadCommand);
    const bool own = m_.mode == kSecure || m_.mode == kTrusted;
    const BlobKey key = own ? own_key() : shared_key();
    auto* const to = bus_memory(out_);
    if (room_ != key.size() || to == nullptr) return m_.refuse("no place for it", kBadCommand);
    std::ranges::copy(key, to);
    m_.blob_key_at = out_;
    return 0;
  }

  CaamModule& m_;
  std::uint32_t at_, end_ = 0, out_ = 0, room_ = 0;
  bool taken_ = false, waited_ = false, drawing_ = false;
};

std::uint32_t CaamModule::refuse(const char* words, std::uint32_t status) {
  refused.emplace_back(words);
  return status;
}

CaamModule::CaamModule() {
  (*this)[kVersion] = 0x0A16'0300;
  (*this)[kIrbarHigh] = (*this)[kOrbarHigh] = 0xFFFF'FFFF;
  on_read[kCsta] = [this] { return mode << 8U; };
  on_read[kRdsta] = [this] { return (instance ? 1U : 0U) | (secure_keys ? 1U << 30U : 0U); };
  on_read[kRtmctl] = [this] { return rtmctl_; };
  on_write[kRtmctl] = [this](std::uint32_t value) { control(value); };
  on_read[kRtsdctl] = [this] { return rtsdctl_; };
  on_write[kRtsdctl] = [this](std::uint32_t value) { parameter(rtsdctl_, value); };
  on_write[kRtfrqmin] = [this](std::uint32_t value) { parameter(rtfrqmin_, value); };
  on_write[kRtfrqmax] = [this](std::uint32_t value) { parameter(rtfrqmax_, value); };
  on_read[kOwner] = [this] { return owner_; };
  on_write[kOwner] = [this](std::uint32_t value) {
    if (started_) refuse("owner changed while the ring is started", 0);
    owner_ = value;
  };
  on_write[kStart] = [this](std::uint32_t value) { started_ = (value & 1U) != 0; };
  on_read[kJrint] = [this] {
    const bool halts = halting > 0;
    if (halts) --halting;
    return halts ? 1U << 2U : 2U << 2U;
  };
  on_read[kJrcr] = [this] { return resets ? 0U : 1U; };
  on_write[kJrcr] = [this](std::uint32_t) { reset_ring(); };
  on_write[kIrjar] = [this](std::uint32_t count) {
    if (count != 1) refuse("several jobs at once", 0);
    add_job();
  };
  on_read[kOrsfr] = [this] {
    const bool due = looks_ == 1;
    if (looks_ > 0) --looks_;
    if (due && !hangs) complete();
    return full_;
  };
  on_write[kOrjrr] = [this](std::uint32_t count) {
    if (count > full_) refuse("removed more than there is", 0);
    full_ -= std::min(count, full_);
  };
}

void CaamModule::reset_ring() {
  if (!started_ || (owner_ & 1U << 3U) != 0) refuse("a ring of somebody else", 0);
  if (halted_ && halting > 0) refuse("reset while it still works", 0);
  reset_ = halted_;  // the second time
  halted_ = true;
  in_ = out_ = full_ = 0;
}

void CaamModule::control(std::uint32_t value) {
  const bool leaves = (rtmctl_ & kProgram) != 0 && (value & kProgram) == 0;
  rtmctl_ = value;
  if (!leaves) return;
  delay_ = rtsdctl_ >> 16U;
  if ((value & 3U) != 1) refuse("samples not taken raw", 0);
  if (rtfrqmin_ != delay_ / 4 || rtfrqmax_ != 1U << 20U) refuse("frequency limits", 0);
  if ((rtsdctl_ & 0xFFFFU) != 0x09C4) refuse("number of samples changed", 0);
}

void CaamModule::parameter(std::uint32_t& kept, std::uint32_t value) {
  if ((rtmctl_ & kProgram) == 0) refuse("set outside of program mode", 0);
  kept = value;
}

void CaamModule::add_job() {
  ++jobs;
  if (!reset_) refuse("a job before the ring is set up", 0);
  if (full_ != 0 || looks_ != 0) refuse("a job before the last one was taken", 0);
  looks_ = kLooks;
}

void CaamModule::complete() {
  Registers& self = *this;
  const std::uint32_t entries = self[kIrsr];
  if (entries == 0 || self[kOrsr] != entries || self[kIrbarHigh] != 0 || self[kOrbarHigh] != 0) {
    refuse("rings", 0);
    return;
  }
  const std::uint32_t descriptor = word_at(self[kIrbar] + 4 * in_);
  in_ = (in_ + 1) % entries;
  const std::uint32_t status = fails_with != 0 ? fails_with : Job(*this, descriptor).run();
  const std::uint32_t to = self[kOrbar] + 8 * out_;
  put_word(to, answers_for_another ? descriptor + 64 : descriptor);
  put_word(to + 4, status);
  out_ = (out_ + 1) % entries;
  full_ = 1;
}

}  // namespace gokey::testing
