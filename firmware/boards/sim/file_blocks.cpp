// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/file_blocks.h"

#include <cerrno>

#include <unistd.h>

#include "core/store/block_range.h"

namespace gokey::sim {

using hal::BlocksError;

namespace {

off_t offset_of(std::uint32_t block) {
  return static_cast<off_t>(block) * static_cast<off_t>(hal::Blocks::kSize);
}

}  // namespace

std::expected<void, BlocksError> FileBlocks::read(std::uint32_t first,
                                                  std::span<std::uint8_t> out) {
  if (!store::within(first, out.size(), count_)) return std::unexpected(BlocksError::kRange);
  off_t at = offset_of(first);
  while (!out.empty()) {
    const ssize_t got = ::pread(file_.get(), out.data(), out.size(), at);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return std::unexpected(BlocksError::kIo);
    out = out.subspan(static_cast<std::size_t>(got));
    at += got;
  }
  return {};
}

std::expected<void, BlocksError> FileBlocks::write(std::uint32_t first,
                                                   std::span<const std::uint8_t> data) {
  if (!store::within(first, data.size(), count_)) return std::unexpected(BlocksError::kRange);
  off_t at = offset_of(first);
  while (!data.empty()) {
    const ssize_t put = ::pwrite(file_.get(), data.data(), data.size(), at);
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return std::unexpected(BlocksError::kIo);
    data = data.subspan(static_cast<std::size_t>(put));
    at += put;
  }
  return {};
}

std::expected<void, BlocksError> FileBlocks::flush() {
  if (::fdatasync(file_.get()) != 0) return std::unexpected(BlocksError::kIo);
  return {};
}

}  // namespace gokey::sim
