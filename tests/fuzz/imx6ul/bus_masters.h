// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The controllers that move memory as their descriptors say (IMX6ULLRM 22, 56), as unkind as the
// manual lets them be. The program ends when one would go where the loop has no buffers.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "registers.h"
#include "soc/imx6ul/enet_memory.h"
#include "soc/imx6ul/usb_memory.h"

namespace gokey::testing {

class UsbController {
 public:
  UsbController(Registers& registers, std::uint32_t base);
  // The host moves as many bytes on that channel, in one direction.
  void move(unsigned channel, std::size_t bytes);
  // Nothing that it could read leads astray.
  void check() const;

 private:
  struct Work {
    std::uint32_t at = 0;  // its descriptor
    imx6ul::usb::TransferDescriptor copy{};
    std::uint32_t capabilities = 0, moved = 0;
  };

  void command(std::uint32_t value);
  void prime(std::uint32_t bits);
  void take(unsigned channel, std::uint32_t next);
  void transfer(const Work& work, std::size_t size);

  std::uint32_t command_ = 0, mode_ = 0, list_ = 0, busy_ = 0;
  std::array<Work, imx6ul::usb::kChannels> work_{};
};

class EthernetController {
 public:
  EthernetController(Registers& registers, std::uint32_t base);
  // A frame of that many bytes comes, and one of those that wait is sent.
  void move(std::size_t bytes);
  void check() const;

 private:
  void receive(std::size_t bytes);
  void send();

  Registers& registers_;
  std::uint32_t base_;
  std::uint32_t next_in_ = 0, next_out_ = 0;
};

}  // namespace gokey::testing
