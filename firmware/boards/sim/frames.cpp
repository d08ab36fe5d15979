// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/frames.h"

#include <algorithm>
#include <utility>

namespace gokey::sim {

crypto::Secret make_frame(std::span<const std::uint8_t> content) {
  crypto::Secret frame(kFrameHeader + content.size());
  const std::span<std::uint8_t> out = frame.writable();
  for (std::size_t i = 0; i < kFrameHeader; ++i) {
    out[i] = static_cast<std::uint8_t>(content.size() >> (8 * (kFrameHeader - 1 - i)));
  }
  std::ranges::copy(content, out.begin() + kFrameHeader);
  return frame;
}

std::span<std::uint8_t> FrameReader::space() {
  if (!content_) return std::span(header_).subspan(have_);
  return content_->writable().subspan(have_ - kFrameHeader);
}

FrameReader::State FrameReader::wrote(std::size_t count) {
  have_ += count;
  if (have_ < kFrameHeader) return State::kIncomplete;
  if (!content_) {
    std::size_t size = 0;
    for (const std::uint8_t byte : header_) size = size << 8 | byte;
    if (size > kLargestFrame) return State::kTooLong;
    content_.emplace(size);
  }
  return have_ == kFrameHeader + content_->size() ? State::kComplete : State::kIncomplete;
}

crypto::Secret FrameReader::take() {
  have_ = 0;
  return std::exchange(content_, std::nullopt).value_or(crypto::Secret{});
}

}  // namespace gokey::sim
