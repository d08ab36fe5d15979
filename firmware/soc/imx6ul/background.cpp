// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/background.h"

#include <algorithm>

#include "soc/imx6ul/call.h"
#include "soc/imx6ul/mailbox.h"

namespace gokey::imx6ul {

bool Background::start(std::span<const std::uint8_t> request) {
  if (request.size() > mailbox.message.size()) return false;
  std::ranges::copy(request, mailbox.message.begin());
  call(Call::kSubmit, static_cast<std::uint32_t>(request.size()));
  return true;
}

bool Background::busy() const { return mailbox.busy; }

std::span<std::uint8_t> Background::answer() {
  return std::span(mailbox.message).first(std::min<std::size_t>(mailbox.size, Mailbox::kMost));
}

void LentRandom::fill(std::span<std::uint8_t> out) {
  while (!out.empty()) {
    const auto piece = out.first(std::min(out.size(), mailbox.random.size()));
    call(Call::kRandom, static_cast<std::uint32_t>(piece.size()));
    std::ranges::copy(std::span(mailbox.random).first(piece.size()), piece.begin());
    out = out.subspan(piece.size());
  }
  std::ranges::fill(mailbox.random, std::uint8_t{0});
  asm volatile("" ::: "memory");  // wiped, though nobody reads it
}

bool LentRandom::healthy() const { return mailbox.healthy; }

std::expected<unsigned, SpeedError> set_lent_speed(Speed speed) {
  const std::uint32_t answer = call(Call::kSpeed, static_cast<std::uint32_t>(speed));
  if ((answer & kFailedSpeed) == 0) return answer;
  return std::unexpected(static_cast<SpeedError>(answer & ~kFailedSpeed));
}

}  // namespace gokey::imx6ul
