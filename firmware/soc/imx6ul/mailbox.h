// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The memory that both contexts see. What lies there the other side may have written, or be
// writing.
#pragma once

#include <array>
#include <cstdint>

namespace gokey::imx6ul {

struct Mailbox {
  // One request or its answer.
  static constexpr std::size_t kMost = 128UZ * 1024;
  std::array<std::uint8_t, kMost> message;
  std::uint32_t size;
  volatile bool busy;     // the vault has a request; the kernel has its own word for that
  volatile bool healthy;  // hal::Random's
  // Of the calls that take or give more than a few words.
  std::array<char, 256> text;
  std::array<std::uint8_t, 256> random;
};
extern Mailbox mailbox;

}  // namespace gokey::imx6ul
