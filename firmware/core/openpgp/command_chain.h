// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <vector>

#include "wire/apdu.h"

namespace gokey::openpgp {

// ISO/IEC 7816-4:2013, 5.3.3: bit 5 of CLA says that the command goes on in the next one.
inline constexpr std::uint8_t kChainingBit = 0x10;

// Joins the parts of a chained command.
class CommandChain {
 public:
  CommandChain() = default;
  ~CommandChain() { clear(); }
  CommandChain(const CommandChain&) = delete;
  CommandChain& operator=(const CommandChain&) = delete;

  // The command to run, its data whole and valid until the next call; nothing while parts are
  // missing; a status word where the part does not continue the chain (6883) or makes the data too
  // long (6700), which ends it.
  [[nodiscard]] std::expected<std::optional<wire::CommandApdu>, wire::StatusWord> add(
      const wire::CommandApdu& part);
  [[nodiscard]] bool open() const { return first_.has_value(); }
  void clear();

 private:
  std::optional<wire::CommandApdu> first_;
  std::vector<std::uint8_t> data_;  // may hold a passphrase: never grows beyond its first capacity
};

}  // namespace gokey::openpgp
