// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/usbip.h"

#include <algorithm>

namespace gokey::wire {
namespace {

constexpr std::uint16_t kRequestList = 0x8005;
constexpr std::uint16_t kReplyList = 0x0005;
constexpr std::uint16_t kRequestImport = 0x8003;
constexpr std::uint16_t kReplyImport = 0x0003;
constexpr std::size_t kPathSize = 256;
constexpr std::size_t kBusIdSize = 32;

constexpr std::uint32_t kSubmit = 1;
constexpr std::uint32_t kUnlink = 2;
constexpr std::uint32_t kSubmitted = 3;
constexpr std::uint32_t kUnlinked = 4;
constexpr std::uint32_t kUrbZeroPacket = 0x0040;
constexpr std::uint32_t kNotIsochronous = 0xFFFFFFFF;  // or 0
constexpr std::uint32_t kMostPackets = 1024;
constexpr std::size_t kPacketDescriptor = 16;

// Offsets into the header of a command.
constexpr std::size_t kAtDirection = 12;
constexpr std::size_t kAtLength = 24;
constexpr std::size_t kAtPackets = 32;

std::uint32_t number_at(Bytes bytes, std::size_t at) {
  return std::uint32_t{bytes[at]} << 24U | std::uint32_t{bytes[at + 1]} << 16U |
         std::uint32_t{bytes[at + 2]} << 8U | bytes[at + 3];
}

// A transfer may carry a passphrase; the compiler must not take the writes for idle.
void overwrite(std::vector<std::uint8_t>& bytes) {
  volatile std::uint8_t* at = bytes.data();
  for (std::size_t i = 0; i < bytes.size(); ++i) at[i] = 0;
}

void put_padded(Writer& out, const std::string& text, std::size_t size) {
  const std::size_t count = std::min(text.size(), size - 1);
  out.text(std::string_view(text).substr(0, count));
  out.bytes(std::vector<std::uint8_t>(size - count));
}

void put_device(Writer& out, const UsbipDevice& device) {
  put_padded(out, device.path, kPathSize);
  put_padded(out, device.bus_id, kBusIdSize);
  out.u32(device.bus_number).u32(device.device_number).u32(device.speed);
  out.u16(device.vendor).u16(device.product).u16(device.release);
  out.u8(device.device_class).u8(device.subclass).u8(device.protocol);
  out.u8(device.configuration).u8(device.configurations);
  out.u8(static_cast<std::uint8_t>(device.interfaces.size()));
}

UsbipSubmit submit(Bytes header) {
  UsbipSubmit command;
  command.sequence = number_at(header, 4);
  command.in = number_at(header, kAtDirection) != 0;
  command.endpoint = number_at(header, 16);
  command.zero_packet = (number_at(header, 20) & kUrbZeroPacket) != 0;
  command.length = number_at(header, kAtLength);
  const std::uint32_t packets = number_at(header, kAtPackets);
  command.isochronous = packets != 0 && packets != kNotIsochronous;
  std::ranges::copy(header.subspan(40, 8), command.setup.begin());
  return command;
}

}  // namespace

Result<UsbipParsedRequest> parse_usbip_request(Bytes input) {
  Reader in(input);
  const auto version = in.u16();
  const auto code = in.u16();
  const auto status = in.u32();
  if (!version || !code || !status) return std::unexpected(WireError::kTruncated);
  if (*version != kUsbipVersion) return std::unexpected(WireError::kUnsupported);
  if (*code == kRequestList) return UsbipParsedRequest{UsbipListRequest{}, 8};
  if (*code != kRequestImport) return std::unexpected(WireError::kUnsupported);
  const auto bus_id = in.take(kBusIdSize);
  if (!bus_id) return std::unexpected(bus_id.error());
  const auto end = std::ranges::find(*bus_id, 0);
  if (end == bus_id->end()) return std::unexpected(WireError::kMalformed);
  return UsbipParsedRequest{UsbipImportRequest{std::string(bus_id->begin(), end)}, 8 + kBusIdSize};
}

std::vector<std::uint8_t> encode_usbip_list(const UsbipDevice& device) {
  Writer out;
  out.u16(kUsbipVersion).u16(kReplyList).u32(0).u32(1);
  put_device(out, device);
  for (const UsbipInterface& one : device.interfaces) {
    out.u8(one.interface_class).u8(one.subclass).u8(one.protocol).u8(0);
  }
  return out.release();
}

std::vector<std::uint8_t> encode_usbip_import(UsbipStatus status, const UsbipDevice& device) {
  Writer out;
  out.u16(kUsbipVersion).u16(kReplyImport).u32(static_cast<std::uint32_t>(status));
  if (status == UsbipStatus::kOk) put_device(out, device);
  return out.release();
}

Result<std::size_t> UsbipCommandParser::wanted() const {
  if (buffer_.size() < kUsbipHeader) return kUsbipHeader;
  const std::uint32_t command = number_at(buffer_, 0);
  if (command == kUnlink) return kUsbipHeader;
  if (command != kSubmit) return std::unexpected(WireError::kMalformed);
  const std::uint32_t length = number_at(buffer_, kAtLength);
  if (length > kUsbipLongestTransfer) return std::unexpected(WireError::kTooLong);
  const std::uint32_t packets = number_at(buffer_, kAtPackets);
  const bool isochronous = packets != kNotIsochronous;
  if (isochronous && packets > kMostPackets) return std::unexpected(WireError::kTooLong);
  const std::size_t data = number_at(buffer_, kAtDirection) == 0 ? length : 0;
  return kUsbipHeader + data + (isochronous ? packets * kPacketDescriptor : 0);
}

Result<std::optional<UsbipCommand>> UsbipCommandParser::feed(Bytes& input) {
  while (true) {
    const auto size = wanted();
    if (!size) return std::unexpected(size.error());
    if (buffer_.size() == *size && *size >= kUsbipHeader) break;
    if (input.empty()) return std::nullopt;
    const std::size_t count = std::min(input.size(), *size - buffer_.size());
    buffer_.insert(buffer_.end(), input.begin(),
                   input.begin() + static_cast<std::ptrdiff_t>(count));
    input = input.subspan(count);
  }
  std::vector<std::uint8_t> command = std::move(buffer_);
  buffer_.clear();
  if (number_at(command, 0) == kUnlink) {
    return UsbipUnlink{number_at(command, 4), number_at(command, 20)};
  }
  UsbipSubmit parsed = submit(command);
  if (!parsed.in) {
    const Bytes data = Bytes(command).subspan(kUsbipHeader, parsed.length);
    parsed.data.assign(data.begin(), data.end());
  }
  overwrite(command);
  return parsed;
}

std::vector<std::uint8_t> encode_usbip_submitted(std::uint32_t sequence, std::int32_t status,
                                                 std::uint32_t actual, Bytes data) {
  Writer out;
  out.u32(kSubmitted).u32(sequence).u32(0).u32(0).u32(0);
  out.u32(static_cast<std::uint32_t>(status)).u32(actual);
  out.u32(0).u32(0).u32(0).u64(0);
  return out.bytes(data).release();
}

std::vector<std::uint8_t> encode_usbip_unlinked(std::uint32_t sequence, std::int32_t status) {
  Writer out;
  out.u32(kUnlinked).u32(sequence).u32(0).u32(0).u32(0);
  out.u32(static_cast<std::uint32_t>(status)).bytes(std::array<std::uint8_t, 24>{});
  return out.release();
}

}  // namespace gokey::wire
