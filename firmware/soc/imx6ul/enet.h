// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The Ethernet controller (IMX6ULLRM 22) with a PHY on its MDIO, as a frame link.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "hal/frame_link.h"
#include "soc/imx6ul/call.h"
#include "soc/imx6ul/enet_memory.h"

namespace gokey::imx6ul {

class Enet final : public hal::FrameLink {
 public:
  // For the controller that lend_enet() lent; looks for a PHY. One at a time in a program: the
  // rings are its.
  Enet();
  Enet(const Enet&) = delete;
  Enet& operator=(const Enet&) = delete;

  [[nodiscard]] bool up() const override { return link_; }
  [[nodiscard]] std::span<const std::uint8_t> receive() override;
  [[nodiscard]] bool send(std::span<const std::uint8_t> frame) override;

  // Asks the PHY whether there is a link; takes some 60 us on the wire.
  void look_at_link();
  // Asks for an interrupt with the next frame that comes, or where send() had no room with the next
  // that has left. True if there is something to do already.
  [[nodiscard]] bool expect();

 private:
  [[nodiscard]] bool mdio_done() const;
  [[nodiscard]] std::optional<std::uint16_t> mdio_read(unsigned phy, unsigned reg) const;
  void mdio_write(unsigned phy, unsigned reg, std::uint16_t value) const;
  void find_phy();
  void ask(ethernet::Operation operation, std::size_t number, std::size_t size = 0) const;
  void give_back();

  LentBlock block_;
  std::optional<unsigned> phy_;
  bool link_ = false;
  bool lent_ = false;  // the frame at next_in_ was handed out
  bool full_ = false;  // send() had no room
  std::size_t next_in_ = 0, next_out_ = 0;
};

}  // namespace gokey::imx6ul
