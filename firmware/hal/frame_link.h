// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace gokey::hal {

// Ethernet frames to and from a host: USB's CDC functions, an Ethernet controller, a test.
//
// A frame is what lies between preamble and frame check sequence: two addresses, type, payload. It
// is neither padded nor checked here. Nothing waits and nothing calls back: the network's step()
// takes frames until there are none, so a host that sends faster than the stack takes is held back
// by the link's own buffer.
class FrameLink {
 public:
  static constexpr std::size_t kHeader = 14;
  static constexpr std::size_t kMaxFrame = kHeader + 1500;

  virtual ~FrameLink() = default;
  // True while a host listens. Frames sent otherwise are lost.
  [[nodiscard]] virtual bool up() const = 0;
  // The oldest frame not yet taken, at most kMaxFrame bytes, valid until the next call; empty if
  // there is none.
  [[nodiscard]] virtual std::span<const std::uint8_t> receive() = 0;
  // Copies a frame of kHeader to kMaxFrame bytes into the way to the host. False if there is no
  // room at the moment: the frame was not taken.
  [[nodiscard]] virtual bool send(std::span<const std::uint8_t> frame) = 0;
};

}  // namespace gokey::hal
