// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/usb/net/ethernet_function.h"
#include "wire/ntb.h"

namespace gokey::usb {

// CDC's Network Control Model: one transfer is a block of frames. References are to its subclass
// specification, revision 1.0 (NCM).
class Ncm final : public EthernetFunction {
 public:
  explicit Ncm(std::string host_mac);

  // Tells Windows which driver it is for.
  [[nodiscard]] std::vector<std::uint8_t> capability() const override;

  [[nodiscard]] bool waiting() const override { return up() && !listening_; }
  [[nodiscard]] std::span<const std::uint8_t> receive() override;
  [[nodiscard]] bool send(std::span<const std::uint8_t> frame) override;

 private:
  void describe_model(ConfigurationBuilder& config) override;
  void data_opened() override;
  void data_closed() override;
  void data_sent() override;
  void data_received(std::size_t size) override;
  bool model_in(const UsbSetup& setup, std::vector<std::uint8_t>& answer) override;
  bool model_out(const UsbSetup& setup, std::span<const std::uint8_t> data) override;
  [[nodiscard]] bool set_input_size(std::span<const std::uint8_t> data);
  [[nodiscard]] bool set_format(std::uint16_t value);
  void listen();
  void send_block();

  static constexpr std::size_t kBlock = 16384;  // bytes, both ways
  static constexpr std::size_t kMostDatagrams = 32;

  // As the host has set it.
  wire::NtbFormat format_ = wire::NtbFormat::k16;
  std::uint32_t input_size_ = kBlock;
  std::uint16_t input_datagrams_ = 0;  // 0: no limit

  std::vector<std::uint8_t> buffer_;  // lent while listening_
  bool listening_ = false;
  std::vector<wire::Bytes> received_;  // frames in buffer_
  std::size_t taken_ = 0;              // how many of them

  wire::NtbBuilder builder_;
  std::vector<std::uint8_t> sending_;  // on its way unless empty
  std::uint16_t sequence_ = 0;
};

}  // namespace gokey::usb
