// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A CAAM with one job ring (IMX6ULSRM "CAAM"): takes descriptors from memory, reads them word by
// word and does what the firmware needs of it. What it does not know, or not in that order, it
// refuses with an error status and notes in words.
#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "registers.h"

namespace gokey::testing {

using BlobKey = std::array<std::uint8_t, 32>;

class CaamModule : public Registers {
 public:
  enum Mode : std::uint32_t { kNonSecure = 0, kSecure = 1, kTrusted = 2, kFail = 3 };

  CaamModule();

  [[nodiscard]] std::uint32_t entropy_delay() const { return delay_; }
  [[nodiscard]] static BlobKey own_key();
  [[nodiscard]] static BlobKey shared_key();

  Mode mode = kTrusted;
  std::uint32_t needed_delay = 0;  // cycles for a sample, at least, or the generator does not seed
  bool instance = false, secure_keys = false;
  std::uint32_t fails_with = 0;  // the status of every job from now on
  bool hangs = false, resets = true, answers_for_another = false, stuck = false;
  int halting = 0;  // looks at a ring that still works for the boot ROM
  int jobs = 0;
  std::uint32_t blob_key_at = 0;  // where the last one went
  std::vector<std::string> refused;
  std::mt19937 source{7};

 private:
  class Job;

  void reset_ring();
  void add_job();
  void complete();
  void control(std::uint32_t value);
  void parameter(std::uint32_t& kept, std::uint32_t value);
  std::uint32_t refuse(const char* words, std::uint32_t status);

  std::uint32_t rtmctl_ = 1U << 5U, rtsdctl_ = 0x0C80'09C4, rtfrqmin_ = 0, rtfrqmax_ = 0;
  std::uint32_t delay_ = 0, owner_ = 1U << 3U;
  bool started_ = false, reset_ = false, halted_ = false;
  std::uint32_t in_ = 0, out_ = 0, full_ = 0;
  int looks_ = 0;  // until the job is done
};

}  // namespace gokey::testing
