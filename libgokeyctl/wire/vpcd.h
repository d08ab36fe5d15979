// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The link between vsmartcard's virtual reader and a card: frames of a big-endian u16 length and
// that many bytes, both ways (vsmartcard, virtualsmartcard/src/vpcd/vpcd.c).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "wire/bytes.h"

namespace gokey::wire {

// What a frame from the reader asks for. Only kGetAtr and kApdu are answered, each with one frame.
enum class VpcdRequest : std::uint8_t {
  kPowerOff,  // 00
  kPowerOn,   // 01
  kReset,     // 02
  kGetAtr,    // 04
  kApdu,      // two bytes and more
  kUnknown,   // no bytes, or one that means nothing
};
[[nodiscard]] VpcdRequest vpcd_request(Bytes frame);

// Cuts a byte stream into frames. Holds one incomplete frame at most, and no more memory than bytes
// came.
class VpcdFrameParser {
 public:
  VpcdFrameParser() = default;
  ~VpcdFrameParser() { reset(); }
  VpcdFrameParser(const VpcdFrameParser&) = delete;
  VpcdFrameParser& operator=(const VpcdFrameParser&) = delete;

  // Takes bytes from the front of `input` until a frame is whole and gives its content, which stays
  // valid until the next call; nothing once `input` is used up. So a caller loops until it gets
  // nothing.
  [[nodiscard]] std::optional<Bytes> feed(Bytes& input);
  void reset();

 private:
  std::vector<std::uint8_t> buffer_;  // length field and content
  bool complete_ = false;             // buffer_ holds the frame that was given last
};

// kTooLong: more than 65535 bytes.
[[nodiscard]] Result<std::vector<std::uint8_t>> encode_vpcd_frame(Bytes content);

}  // namespace gokey::wire
