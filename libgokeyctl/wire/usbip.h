// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The USB/IP protocol, version 1.1.1, from the side that has the device (Linux kernel,
// Documentation/usb/usbip_protocol.rst). All numbers are big-endian but the setup packet.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "wire/bytes.h"

namespace gokey::wire {

inline constexpr std::uint16_t kUsbipVersion = 0x0111;

// --- before a device is imported: one operation for each connection ---

struct UsbipListRequest {};
struct UsbipImportRequest {
  std::string bus_id;
};
using UsbipRequest = std::variant<UsbipListRequest, UsbipImportRequest>;

struct UsbipParsedRequest {
  UsbipRequest request;
  std::size_t size = 0;  // bytes it took; what follows an import are commands
};
// kTruncated: more bytes may come; kUnsupported: another version or operation; kMalformed: a bus id
// without an end.
[[nodiscard]] Result<UsbipParsedRequest> parse_usbip_request(Bytes input);

struct UsbipInterface {
  std::uint8_t interface_class = 0, subclass = 0, protocol = 0;
};
struct UsbipDevice {
  std::string path, bus_id;
  std::uint32_t bus_number = 0, device_number = 0;
  std::uint32_t speed = 0;  // enum usb_device_speed: 2 full, 3 high
  std::uint16_t vendor = 0, product = 0, release = 0;
  std::uint8_t device_class = 0, subclass = 0, protocol = 0;
  std::uint8_t configuration = 0, configurations = 0;
  std::vector<UsbipInterface> interfaces;
};
[[nodiscard]] std::vector<std::uint8_t> encode_usbip_list(const UsbipDevice& device);

// enum op_common status of the usbip tools.
enum class UsbipStatus : std::uint32_t { kOk = 0, kNotAvailable = 1, kBusy = 2, kNoDevice = 4 };
// `device` is sent with kOk only.
[[nodiscard]] std::vector<std::uint8_t> encode_usbip_import(UsbipStatus status,
                                                            const UsbipDevice& device);

// --- afterwards: commands and their answers, each matched by its sequence number ---

inline constexpr std::size_t kUsbipHeader = 48;
// The longest transfer taken from a client. Linux's usbfs splits at 16 KiB, the network drivers
// stay below 64 KiB.
inline constexpr std::uint32_t kUsbipLongestTransfer = 1024U * 1024U;

struct UsbipSubmit {
  std::uint32_t sequence = 0;
  bool in = false;
  std::uint32_t endpoint = 0;  // number, without direction; unchecked
  bool zero_packet = false;    // URB_ZERO_PACKET
  std::uint32_t length = 0;    // transfer_buffer_length
  bool isochronous = false;    // number_of_packets says so
  std::array<std::uint8_t, 8> setup{};
  std::vector<std::uint8_t> data;  // OUT: `length` bytes
};
struct UsbipUnlink {
  std::uint32_t sequence = 0;
  std::uint32_t victim = 0;  // sequence number of the command to be taken back
};
using UsbipCommand = std::variant<UsbipSubmit, UsbipUnlink>;

// Cuts a byte stream into commands. Holds one incomplete command at most, and no more memory than
// bytes came.
class UsbipCommandParser {
 public:
  // Takes bytes from the front of `input` until a command is whole; nothing once `input` is used
  // up. After an error the stream cannot be followed any more: kMalformed: no such command;
  // kTooLong: a transfer above kUsbipLongestTransfer or an absurd number of isochronous packets.
  [[nodiscard]] Result<std::optional<UsbipCommand>> feed(Bytes& input);

 private:
  [[nodiscard]] Result<std::size_t> wanted()
      const;  // size of the command in buffer_, as far as known

  std::vector<std::uint8_t> buffer_;
};

// `status` is 0 or a negative errno of Linux; `data` goes with IN transfers only, `actual` is the
// number of bytes that went in either direction.
[[nodiscard]] std::vector<std::uint8_t> encode_usbip_submitted(std::uint32_t sequence,
                                                               std::int32_t status,
                                                               std::uint32_t actual, Bytes data);
[[nodiscard]] std::vector<std::uint8_t> encode_usbip_unlinked(std::uint32_t sequence,
                                                              std::int32_t status);

}  // namespace gokey::wire
