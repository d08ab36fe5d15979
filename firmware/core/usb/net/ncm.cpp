// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/usb/net/ncm.h"

#include <algorithm>
#include <utility>

#include "core/usb/net/windows.h"

namespace gokey::usb {
namespace {

// Table 6-2.
constexpr std::uint8_t kGetNtbParameters = 0x80;
constexpr std::uint8_t kGetNtbFormat = 0x83, kSetNtbFormat = 0x84;
constexpr std::uint8_t kGetNtbInputSize = 0x85, kSetNtbInputSize = 0x86;
constexpr std::uint8_t kGetCrcMode = 0x89, kSetCrcMode = 0x8A;

constexpr std::uint8_t kFromInterface = 0xA1;
constexpr std::uint32_t kSmallestInput = 2048;  // 6.2.7

// Table 5-2: a packet filter may be set; the input size has a form of eight bytes.
constexpr std::uint8_t kCapabilities = 0x01 | 0x20;

// Little-endian, as everything on USB.
class Fields {
 public:
  Fields& u16(std::uint32_t value) { return put(value, 2); }
  Fields& u32(std::uint32_t value) { return put(value, 4); }
  [[nodiscard]] std::vector<std::uint8_t> release() { return std::move(out_); }

 private:
  Fields& put(std::uint32_t value, unsigned size) {
    for (unsigned i = 0; i < size; ++i) out_.push_back(static_cast<std::uint8_t>(value >> 8 * i));
    return *this;
  }
  std::vector<std::uint8_t> out_;
};

std::uint32_t number(std::span<const std::uint8_t> bytes) {
  std::uint32_t value = 0;
  for (std::size_t i = bytes.size(); i > 0; --i) value = value << 8U | bytes[i - 1];
  return value;
}

}  // namespace

Ncm::Ncm(std::string host_mac)
    : EthernetFunction(
          {.subclass = 0x0D, .data_protocol = 0x01, .name = "CDC Network Control Model (NCM)"},
          std::move(host_mac)),
      buffer_(kBlock),
      builder_(wire::NtbFormat::k16, kBlock, kMostDatagrams) {}

void Ncm::describe_model(ConfigurationBuilder& config) {
  // Table 5-2: version 1.00.
  config.class_specific(std::array<std::uint8_t, 6>{6, 0x24, 0x1A, 0x00, 0x01, kCapabilities});
}

void Ncm::data_opened() {
  builder_ = wire::NtbBuilder(format_, input_size_,
                              input_datagrams_ == 0
                                  ? kMostDatagrams
                                  : std::min<std::size_t>(input_datagrams_, kMostDatagrams));
  sequence_ = 0;
  sending_.clear();
  listen();
}

void Ncm::data_closed() {
  format_ = wire::NtbFormat::k16;
  input_size_ = kBlock;
  input_datagrams_ = 0;
  received_.clear();
  taken_ = 0;
  listening_ = false;
  sending_.clear();
}

std::vector<std::uint8_t> Ncm::capability() const { return windows::platform_capability(); }

void Ncm::listen() {
  received_.clear();
  taken_ = 0;
  listening_ = true;
  transfers().start_out(out(), buffer_);
}

void Ncm::data_received(std::size_t size) {
  listening_ = false;
  taken_ = 0;
  received_.clear();
  auto frames = wire::parse_ntb(std::span(buffer_).first(size), format_,
                                {.datagrams = kMostDatagrams, .datagram_size = kMaxFrame});
  if (frames) received_ = std::move(*frames);
}

std::span<const std::uint8_t> Ncm::receive() {
  if (!up() || listening_) return {};
  while (taken_ < received_.size()) {
    const wire::Bytes frame = received_[taken_++];
    if (frame.size() >= kHeader) return frame;
  }
  listen();
  return {};
}

bool Ncm::send(std::span<const std::uint8_t> frame) {
  if (!up() || !builder_.add(frame)) return false;
  // While one block is on its way the next one fills.
  if (sending_.empty()) send_block();
  return true;
}

void Ncm::send_block() {
  sending_ = builder_.finish(sequence_++);
  // A block of the size that the host reads at once needs no end (3.2.2).
  transfers().start_in(in(), sending_, sending_.size() < input_size_);
}

void Ncm::data_sent() {
  sending_.clear();
  if (!builder_.empty()) send_block();
}

bool Ncm::model_in(const UsbSetup& setup, std::vector<std::uint8_t>& answer) {
  if (setup.request_type == windows::kFromDevice) {
    return windows::descriptor_set(setup, control_interface(), answer);
  }
  if (setup.request_type != kFromInterface || setup.index != control_interface()) return false;
  switch (setup.request) {
    case kGetNtbParameters:  // table 6-3
      answer = Fields()
                   .u16(28)
                   .u16(0x0003)  // both formats
                   .u32(kBlock)
                   .u16(wire::kNtbAlignment)
                   .u16(0)
                   .u16(wire::kNtbAlignment)
                   .u16(0)
                   .u32(kBlock)
                   .u16(wire::kNtbAlignment)
                   .u16(0)
                   .u16(wire::kNtbAlignment)
                   .u16(kMostDatagrams)
                   .release();
      return true;
    case kGetNtbFormat:
      answer = Fields().u16(static_cast<std::uint32_t>(format_)).release();
      return true;
    case kGetNtbInputSize:
      answer = setup.length >= 8 ? Fields().u32(input_size_).u16(input_datagrams_).u16(0).release()
                                 : Fields().u32(input_size_).release();
      return true;
    case kGetCrcMode:
      answer = Fields().u16(0).release();
      return true;
    default:
      return false;
  }
}

bool Ncm::model_out(const UsbSetup& setup, std::span<const std::uint8_t> data) {
  // 6.2: these are only to be sent while the data interface has its alternate setting 0; there is
  // no CRC.
  switch (setup.request) {
    case kSetNtbFormat:
      return !up() && data.empty() && set_format(setup.value);
    case kSetNtbInputSize:
      return !up() && set_input_size(data);
    case kSetCrcMode:
      return data.empty() && setup.value == 0;
    default:
      return false;
  }
}

bool Ncm::set_format(std::uint16_t value) {
  if (value > 1) return false;
  format_ = static_cast<wire::NtbFormat>(value);
  return true;
}

// Table 6-4.
bool Ncm::set_input_size(std::span<const std::uint8_t> data) {
  if (data.size() != 4 && data.size() != 8) return false;
  const std::uint32_t size = number(data.first(4));
  if (size < kSmallestInput || size > kBlock) return false;
  input_size_ = size;
  input_datagrams_ =
      data.size() == 8 ? static_cast<std::uint16_t>(number(data.subspan(4, 2))) : std::uint16_t{0};
  return true;
}

}  // namespace gokey::usb
