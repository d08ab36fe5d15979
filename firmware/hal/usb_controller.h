// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A USB 2.0 device controller as the device core sees it. It suits a controller with transfer
// descriptors and DMA (the i.MX6UL's ChipIdea core) and a USB/IP server, where a whole control
// transfer or a whole bulk transfer arrives as one request. References are to the Universal Serial
// Bus Specification, revision 2.0.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace gokey::hal {

enum class UsbSpeed : std::uint8_t { kFull, kHigh };

// The eight bytes that begin a control transfer (9.3).
struct UsbSetup {
  std::uint8_t request_type = 0;  // bmRequestType: direction, kind and recipient
  std::uint8_t request = 0;       // bRequest
  std::uint16_t value = 0;        // wValue
  std::uint16_t index = 0;        // wIndex
  std::uint16_t length = 0;       // wLength: bytes of the data stage, at most

  // True where the data stage, if there is one, goes to the host.
  [[nodiscard]] constexpr bool to_host() const { return (request_type & 0x80U) != 0; }

  friend bool operator==(const UsbSetup&, const UsbSetup&) = default;
};

// As bmAttributes of an endpoint descriptor numbers them (9.6.6). Isochronous endpoints are not
// offered.
enum class UsbTransferType : std::uint8_t { kBulk = 2, kInterrupt = 3 };

// What a controller has to know of an endpoint other than 0. An address is bEndpointAddress: number
// 1…15, bit 7 set for IN.
struct UsbEndpoint {
  std::uint8_t address = 0;
  UsbTransferType type = UsbTransferType::kBulk;
  std::uint16_t max_packet = 0;  // bytes
};

// What happens on the bus. Called from the board's loop (never from an interrupt, never from inside
// a call of UsbController), one at a time.
class UsbEvents {
 public:
  virtual ~UsbEvents() = default;

  // The host has reset the bus: the address is 0 again, all endpoints but 0 are closed, all
  // transfers are forgotten without usb_transfer_done().
  virtual void usb_reset(UsbSpeed speed) = 0;
  // The plug is out, or the USB/IP client is gone. As after a reset, but nobody is there.
  virtual void usb_disconnected() = 0;
  virtual void usb_suspended() = 0;
  virtual void usb_resumed() = 0;

  // A control transfer begins; one that was under way is forgotten. To be answered with exactly one
  // of UsbController's control_* calls, now or later.
  virtual void usb_setup(const UsbSetup& setup) = 0;
  // The buffer of control_receive() is filled with `size` bytes. To be answered with
  // control_acknowledge() or control_stall().
  virtual void usb_control_received(std::size_t size) = 0;

  // A transfer of start_in() or start_out() is over: `size` bytes went. The endpoint is free for
  // the next one, also from inside this call.
  virtual void usb_transfer_done(std::uint8_t endpoint, std::size_t size) = 0;
};

// Buffers are lent: they stay valid and untouched until the transfer is over (its event, a
// cancel(), close_endpoint(), a reset or disconnection).
class UsbController {
 public:
  virtual ~UsbController() = default;

  // Shows the device on the bus (pull-up on, or ready to be imported) and hides it again. `events`
  // outlives the attachment. detach() gives no event.
  virtual void attach(UsbEvents& events) = 0;
  virtual void detach() = 0;

  // --- endpoint 0, 64 bytes per packet ---
  // Takes effect after the status stage of the transfer under way, which is still to be
  // acknowledged.
  virtual void set_address(std::uint8_t address) = 0;
  // Sends the data stage, at most wLength bytes, and takes the host's status stage. `zero_packet`:
  // ends the data with a packet of no bytes where its length is a multiple of the packet size; to
  // be set where fewer bytes than wLength are sent (5.5.3).
  virtual void control_send(std::span<const std::uint8_t> data, bool zero_packet) = 0;
  // Takes a data stage from the host into `into`, which is as large as wLength.
  virtual void control_receive(std::span<std::uint8_t> into) = 0;
  // The status stage of a transfer without data or with data from the host: all went well.
  virtual void control_acknowledge() = 0;
  // Refuses the transfer, in its data or its status stage. The next setup packet ends the stall.
  virtual void control_stall() = 0;

  // --- the other endpoints ---
  // Starts with DATA0 and not halted. An open endpoint is closed first.
  virtual void open_endpoint(const UsbEndpoint& endpoint) = 0;
  virtual void close_endpoint(std::uint8_t address) = 0;
  // One transfer at a time for each endpoint. The data is cut into packets; `zero_packet` appends
  // one of no bytes where the last one was full, so that the host sees the end.
  virtual void start_in(std::uint8_t address, std::span<const std::uint8_t> data,
                        bool zero_packet) = 0;
  // Over when the host sends a packet that is not full, or when `into` is full; its size is a
  // multiple of the packet size, and not zero.
  virtual void start_out(std::uint8_t address, std::span<std::uint8_t> into) = 0;
  // Forgets the transfer, without an event. Packets of it may have gone.
  virtual void cancel(std::uint8_t address) = 0;
  // A halted endpoint answers everything with STALL; a transfer that was started waits meanwhile.
  // unstall() also goes back to DATA0 (9.4.5), whether or not the endpoint was halted.
  virtual void stall(std::uint8_t address) = 0;
  virtual void unstall(std::uint8_t address) = 0;
};

}  // namespace gokey::hal
