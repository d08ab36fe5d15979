// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/console/upload.h"

#include <algorithm>

namespace gokey::console {

Upload::State Upload::add(std::span<const std::uint8_t> bytes) {
  if (state_ != State::kIncomplete) return state_;
  if (whole_.empty()) state_ = take_header(bytes);
  if (state_ != State::kIncomplete || whole_.empty()) return state_;
  if (bytes.size() > whole_.size() - have_) return state_ = State::kMalformed;
  std::ranges::copy(bytes, whole_.writable().begin() + static_cast<std::ptrdiff_t>(have_));
  have_ += bytes.size();
  if (have_ == whole_.size()) state_ = State::kComplete;
  return state_;
}

// Takes the header's bytes off `bytes`, and makes room for the whole once it is complete.
Upload::State Upload::take_header(std::span<const std::uint8_t>& bytes) {
  const std::size_t count = std::min(bytes.size(), header_.size() - have_);
  std::ranges::copy(bytes.first(count), header_.begin() + static_cast<std::ptrdiff_t>(have_));
  bytes = bytes.subspan(count);
  have_ += count;
  if (have_ < header_.size()) return State::kIncomplete;
  const auto size = wire::provisioning_size(header_);
  if (!size) {
    return size.error() == wire::WireError::kUnsupported ? State::kUnsupported
           : size.error() == wire::WireError::kTooLong   ? State::kTooLong
                                                         : State::kMalformed;
  }
  whole_ = crypto::Secret(*size);
  std::ranges::copy(header_, whole_.writable().begin());
  return State::kIncomplete;
}

}  // namespace gokey::console
