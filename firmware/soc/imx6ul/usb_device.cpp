// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/usb_device.h"

#include <algorithm>

#include "soc/imx6ul/cpu.h"

namespace gokey::imx6ul {
namespace {

using namespace usb;

constexpr std::uint32_t USBSTS_UI = 1U << 0, USBSTS_UEI = 1U << 1, USBSTS_PCI = 1U << 2,
                        USBSTS_URI = 1U << 6, USBSTS_SLI = 1U << 8;
constexpr std::uint32_t kEvents = USBSTS_UI | USBSTS_UEI | USBSTS_PCI | USBSTS_URI | USBSTS_SLI;
constexpr std::uint32_t DEVICEADDR_USBADRA = 1U << 24;
constexpr unsigned DEVICEADDR_USBADR = 25;
constexpr std::uint32_t PORTSC1_SUSP = 1U << 7, PORTSC1_PR = 1U << 8, PORTSC1_HSP = 1U << 9;
// One half of ENDPTCTRLn; the one for IN is 16 bits higher.
constexpr std::uint32_t kHalfStall = 1U << 0, kHalfToggleReset = 1U << 6, kHalfEnable = 1U << 7,
                        kHalf = 0xFFFF;
constexpr unsigned kHalfType = 2;
constexpr std::uint32_t kBulk = 2;

constexpr std::uint32_t kErrors = (1U << 3) | (1U << 5) | (1U << 6);  // on the bus, buffer, halted

constexpr unsigned kControlOut = 0, kControlIn = 1;
constexpr bool is_in(unsigned channel) { return channel % 2 != 0; }
constexpr unsigned channel_of(std::uint8_t address) {
  return (address & 0x07U) * 2 + (address >> 7U);
}
constexpr std::uint32_t control_of(unsigned channel) { return ENDPTCTRL0 + channel / 2 * 4; }
constexpr unsigned shift_of(unsigned channel) { return is_in(channel) ? 16 : 0; }

}  // namespace

// Nothing is open but endpoint 0.
void UsbDevice::restart() {
  ask(Operation::kRestart);
  for (Channel& channel : channels_) channel = {};
  for (const unsigned channel : {kControlOut, kControlIn}) {
    channels_[channel].max_packet = kControlPacket;
  }
}

void UsbDevice::ask(Operation operation, unsigned channel, std::uint32_t argument) const {
  block_.perform(static_cast<std::uint32_t>(operation), channel, argument);
}

void UsbDevice::attach(hal::UsbEvents& events) {
  events_ = &events;
  block_.set(USBCMD, USBCMD_RS);
}

void UsbDevice::detach() {
  block_.clear(USBCMD, USBCMD_RS);
  restart();
  events_ = nullptr;
}

bool UsbDevice::expect() {
  if (events_ == nullptr) return false;
  if ((block_.read(USBSTS) & kEvents) != 0 || block_.read(ENDPTSETUPSTAT) != 0) return true;
  block_.write(USBINTR, kEvents);
  return false;
}

void UsbDevice::step() {
  if (events_ == nullptr) return;
  const std::uint32_t status = block_.read(USBSTS) & kEvents;
  block_.write(USBSTS, status);
  if ((status & USBSTS_URI) != 0) serve_reset();
  serve_port();
  if ((status & USBSTS_SLI) != 0 && !suspended_ && !was_reset_) {
    suspended_ = true;
    events_->usb_suspended();
  }
  // What ended before a SETUP is told before it: the status stage of one transfer, then the next.
  serve_transfers();
  serve_setup();
}

// 56.4.6.2.1: within 3 ms everything of before the reset is to be forgotten.
void UsbDevice::serve_reset() {
  // Where the reset is over already, a SETUP that is there came behind it.
  if ((block_.read(PORTSC1) & PORTSC1_PR) != 0) {
    block_.write(ENDPTSETUPSTAT, block_.read(ENDPTSETUPSTAT));
  }
  block_.write(ENDPTCOMPLETE, block_.read(ENDPTCOMPLETE));
  while (block_.read(ENDPTPRIME) != 0) {
  }
  flush(~0U);
  block_.write(DEVICEADDR, 0);
  for (unsigned channel = 0; channel < kChannels; ++channel) {
    forget(channel);
    if (channel <= kControlIn) continue;
    channels_[channel].max_packet = 0;
    block_.write(control_of(channel), 0);
  }
  receiving_ = suspended_ = false;
  was_reset_ = true;
}

// The end of a reset, and of a suspension.
void UsbDevice::serve_port() {
  const std::uint32_t port = block_.read(PORTSC1);
  if (was_reset_ && (port & PORTSC1_PR) == 0) {
    was_reset_ = false;
    events_->usb_reset((port & PORTSC1_HSP) != 0 ? hal::UsbSpeed::kHigh : hal::UsbSpeed::kFull);
  }
  if (suspended_ && (port & PORTSC1_SUSP) == 0) {
    suspended_ = false;
    events_->usb_resumed();
  }
}

void UsbDevice::serve_setup() {
  if (was_reset_ || (block_.read(ENDPTSETUPSTAT) & 1U) == 0) return;
  // 56.4.6.4.2.1: another SETUP may overwrite this one while it is read.
  block_.write(ENDPTSETUPSTAT, 1);
  std::uint32_t words[2] = {};
  do {
    block_.set(USBCMD, USBCMD_SUTW);
    words[0] = heads[kControlOut].setup[0];
    words[1] = heads[kControlOut].setup[1];
    data_barrier();
  } while ((block_.read(USBCMD) & USBCMD_SUTW) == 0);
  block_.clear(USBCMD, USBCMD_SUTW);
  // What was left of the transfer before.
  flush(bit_of(kControlOut) | bit_of(kControlIn));
  forget(kControlOut);
  forget(kControlIn);
  receiving_ = false;

  hal::UsbSetup setup;
  setup.request_type = static_cast<std::uint8_t>(words[0]);
  setup.request = static_cast<std::uint8_t>(words[0] >> 8);
  setup.value = static_cast<std::uint16_t>(words[0] >> 16);
  setup.index = static_cast<std::uint16_t>(words[1]);
  setup.length = static_cast<std::uint16_t>(words[1] >> 16);
  events_->usb_setup(setup);
}

void UsbDevice::serve_transfers() {
  block_.write(ENDPTCOMPLETE, block_.read(ENDPTCOMPLETE));
  for (unsigned channel = 0; channel < kChannels; ++channel) {
    if (!channels_[channel].running) continue;
    data_barrier();
    const bool zero_packet = descriptors[channel][0].next != kLast;
    const std::uint32_t token = descriptors[channel][zero_packet ? 1 : 0].token;
    const std::uint32_t errors = descriptors[channel][0].token & kErrors;
    if (errors != 0) {
      // Nothing went that both sides agree on: the host tries again.
      flush(bit_of(channel));
      start_piece(channel);
    } else if ((token & kActive) == 0) {
      finish_piece(channel);
    }
  }
}

std::size_t UsbDevice::moved(unsigned channel) const {
  return channels_[channel].piece - (descriptors[channel][0].token >> kTotalBytes & 0x7FFFU);
}

void UsbDevice::finish_piece(unsigned channel) {
  Channel& one = channels_[channel];
  const std::size_t size = std::min(moved(channel), one.piece);
  one.done += size;
  bool over = one.in.empty();
  if (!is_in(channel)) {
    const std::size_t taken = std::min(size, one.out.size());
    std::copy_n(buffers[channel], taken, one.out.begin());
    one.out = one.out.subspan(taken);
    over = size < one.piece || one.out.empty();
  }
  if (!over) return start_piece(channel);
  one.running = false;
  const std::size_t done = one.done;
  if (channel <= kControlIn) return finish_control(channel, done);
  const auto address = static_cast<std::uint8_t>(channel / 2 | (is_in(channel) ? 0x80U : 0U));
  events_->usb_transfer_done(address, done);
}

// Data to the host and status stages end without a word.
void UsbDevice::finish_control(unsigned channel, std::size_t size) {
  if (channel != kControlOut || !receiving_) return;
  receiving_ = false;
  events_->usb_control_received(std::min(size, received_.size()));
}

// Fills the buffer with what is next and gives it to the controller.
void UsbDevice::start_piece(unsigned channel) {
  Channel& one = channels_[channel];
  bool zero_packet = false;
  if (is_in(channel)) {
    one.piece = std::min(one.in.size(), kBuffer);
    std::ranges::copy(one.in.first(one.piece), buffers[channel]);
    one.in = one.in.subspan(one.piece);
    const std::size_t all = one.done + one.piece;
    zero_packet = one.zero_packet && one.in.empty() && all != 0 && all % one.max_packet == 0;
  } else {
    one.piece = std::min(one.out.size(), kBuffer);
  }
  one.running = true;
  data_barrier();
  ask(Operation::kStart, channel,
      static_cast<std::uint32_t>(one.piece) | (zero_packet ? kZeroPacket : 0));
}

// 56.4.6.6.6: a packet under way may keep a buffer from being flushed.
void UsbDevice::flush(std::uint32_t bits) {
  do {
    block_.write(ENDPTFLUSH, bits);
    while ((block_.read(ENDPTFLUSH) & bits) != 0) {
    }
  } while ((block_.read(ENDPTSTAT) & bits) != 0);
}

void UsbDevice::forget(unsigned channel) {
  const std::uint16_t max_packet = channels_[channel].max_packet;
  channels_[channel] = {};
  channels_[channel].max_packet = max_packet;
}

void UsbDevice::set_address(std::uint8_t address) {
  block_.write(DEVICEADDR, (std::uint32_t{address} << DEVICEADDR_USBADR) | DEVICEADDR_USBADRA);
}

void UsbDevice::control_send(std::span<const std::uint8_t> data, bool zero_packet) {
  // Its end first: a host may go there before it took everything (8.5.3.1).
  forget(kControlOut);
  start_piece(kControlOut);
  channels_[kControlIn].in = data;
  channels_[kControlIn].zero_packet = zero_packet;
  start_piece(kControlIn);
}

void UsbDevice::control_receive(std::span<std::uint8_t> into) {
  receiving_ = true;
  received_ = into;
  channels_[kControlOut].out = into;
  start_piece(kControlOut);
}

void UsbDevice::control_acknowledge() {
  forget(kControlIn);
  start_piece(kControlIn);
}

void UsbDevice::control_stall() { block_.set(ENDPTCTRL0, kHalfStall | (kHalfStall << 16)); }

void UsbDevice::open_endpoint(const hal::UsbEndpoint& endpoint) {
  const unsigned channel = channel_of(endpoint.address);
  if (channel <= kControlIn || (endpoint.address & 0x0FU) >= kEndpoints) return;
  close_endpoint(endpoint.address);
  channels_[channel].max_packet = endpoint.max_packet;
  ask(Operation::kOpen, channel, endpoint.max_packet);
  const auto type = static_cast<std::uint32_t>(endpoint.type);
  const std::uint32_t mine = (type << kHalfType) | kHalfToggleReset | kHalfEnable;
  std::uint32_t control = block_.read(control_of(channel)) & ~(kHalf << shift_of(channel));
  // 56.4.6.3: a direction that is not used must not stay of the type control.
  const unsigned other = channel ^ 1U;
  if ((control >> shift_of(other) & kHalfEnable) == 0) {
    control = kBulk << kHalfType << shift_of(other);
  }
  block_.write(control_of(channel), control | (mine << shift_of(channel)));
}

void UsbDevice::close_endpoint(std::uint8_t address) {
  const unsigned channel = channel_of(address);
  if (channel <= kControlIn || channels_[channel].max_packet == 0) return;
  cancel(address);
  channels_[channel].max_packet = 0;
  const unsigned shift = shift_of(channel);
  const std::uint32_t control = block_.read(control_of(channel)) & ~(kHalf << shift);
  block_.write(control_of(channel), control | (kBulk << kHalfType << shift));
}

void UsbDevice::start_in(std::uint8_t address, std::span<const std::uint8_t> data,
                         bool zero_packet) {
  const unsigned channel = channel_of(address);
  Channel& one = channels_[channel];
  if (one.max_packet == 0) return;
  forget(channel);
  one.in = data;
  one.zero_packet = zero_packet;
  start_piece(channel);
}

void UsbDevice::start_out(std::uint8_t address, std::span<std::uint8_t> into) {
  const unsigned channel = channel_of(address);
  Channel& one = channels_[channel];
  if (one.max_packet == 0) return;
  forget(channel);
  one.out = into;
  start_piece(channel);
}

void UsbDevice::cancel(std::uint8_t address) {
  const unsigned channel = channel_of(address);
  flush(bit_of(channel));
  forget(channel);
}

void UsbDevice::stall(std::uint8_t address) {
  const unsigned channel = channel_of(address);
  block_.set(control_of(channel), kHalfStall << shift_of(channel));
}

void UsbDevice::unstall(std::uint8_t address) {
  const unsigned channel = channel_of(address);
  const unsigned shift = shift_of(channel);
  const std::uint32_t control = block_.read(control_of(channel)) & ~(kHalfStall << shift);
  block_.write(control_of(channel), control | (kHalfToggleReset << shift));
}

}  // namespace gokey::imx6ul
