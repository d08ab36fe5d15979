// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Messages between the simulator and its vault process: a big-endian u32 length and that many
// bytes. All of them are treated as secret, since passphrases and plaintexts are among them.
#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>

#include "core/crypto/secret.h"

namespace gokey::sim {

inline constexpr std::size_t kFrameHeader = 4;
inline constexpr std::size_t kLargestFrame = 1024UZ * 1024;

// A frame around `content`, which is at most kLargestFrame bytes.
[[nodiscard]] crypto::Secret make_frame(std::span<const std::uint8_t> content);

// Puts a byte stream together to frames.
class FrameReader {
 public:
  // Where the next bytes from the stream belong; never empty.
  [[nodiscard]] std::span<std::uint8_t> space();
  enum class State : std::uint8_t { kIncomplete, kComplete, kTooLong };
  // `count` bytes were written to space(). After kComplete take() gives the frame's content.
  [[nodiscard]] State wrote(std::size_t count);
  [[nodiscard]] crypto::Secret take();

 private:
  std::array<std::uint8_t, kFrameHeader> header_{};
  std::size_t have_ = 0;  // of header and content
  std::optional<crypto::Secret> content_;
};

}  // namespace gokey::sim
