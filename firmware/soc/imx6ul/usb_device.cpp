// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "soc/imx6ul/usb_device.h"

#include <algorithm>

#include "soc/imx6ul/cpu.h"
#include "soc/imx6ul/gic.h"

namespace gokey::imx6ul {
namespace {

constexpr std::uint32_t kUsb1 = 0x0218'4000, kUsb2 = 0x0218'4200;
constexpr unsigned kUsb1Interrupt = 43, kUsb2Interrupt = 42;

constexpr std::uint32_t USBCMD = 0x140, USBSTS = 0x144, USBINTR = 0x148, DEVICEADDR = 0x154,
                        ENDPTLISTADDR = 0x158, PORTSC1 = 0x184, USBMODE = 0x1A8,
                        ENDPTSETUPSTAT = 0x1AC, ENDPTPRIME = 0x1B0, ENDPTFLUSH = 0x1B4,
                        ENDPTSTAT = 0x1B8, ENDPTCOMPLETE = 0x1BC, ENDPTCTRL0 = 0x1C0;
constexpr std::uint32_t USBCMD_RS = 1U << 0, USBCMD_RST = 1U << 1, USBCMD_SUTW = 1U << 13,
                        USBCMD_ITC = 0xFFU << 16;
constexpr std::uint32_t USBSTS_UI = 1U << 0, USBSTS_UEI = 1U << 1, USBSTS_PCI = 1U << 2,
                        USBSTS_URI = 1U << 6, USBSTS_SLI = 1U << 8;
constexpr std::uint32_t kEvents = USBSTS_UI | USBSTS_UEI | USBSTS_PCI | USBSTS_URI | USBSTS_SLI;
constexpr std::uint32_t DEVICEADDR_USBADRA = 1U << 24;
constexpr unsigned DEVICEADDR_USBADR = 25;
constexpr std::uint32_t PORTSC1_SUSP = 1U << 7, PORTSC1_PR = 1U << 8, PORTSC1_HSP = 1U << 9;
constexpr std::uint32_t USBMODE_DEVICE = 2, USBMODE_SLOM = 1U << 3;
// One half of ENDPTCTRLn; the one for IN is 16 bits higher.
constexpr std::uint32_t kHalfStall = 1U << 0, kHalfToggleReset = 1U << 6, kHalfEnable = 1U << 7,
                        kHalf = 0xFFFF;
constexpr unsigned kHalfType = 2;
constexpr std::uint32_t kBulk = 2;

// Queue head and transfer descriptor, 56.4.5.
struct alignas(64) QueueHead {
  std::uint32_t capabilities, current, next, token, pages[5], reserved, setup[2], padding[4];
};
static_assert(sizeof(QueueHead) == 64);
struct alignas(32) TransferDescriptor {
  std::uint32_t next, token, pages[5], padding;
};
static_assert(sizeof(TransferDescriptor) == 32);
constexpr std::uint32_t kInterruptOnSetup = 1U << 15, kNoAutomaticZeroPacket = 1U << 29;
constexpr unsigned kMaxPacket = 16;
constexpr std::uint32_t kLast = 1;  // of `next`: there is none
constexpr std::uint32_t kActive = 1U << 7, kInterruptOnComplete = 1U << 15;
constexpr std::uint32_t kErrors = (1U << 3) | (1U << 5) | (1U << 6);  // on the bus, buffer, halted
constexpr unsigned kTotalBytes = 16;

constexpr unsigned kDirections = 16;
constexpr std::size_t kBuffer = 16384;  // what one descriptor's pages always hold; whole packets
constexpr std::size_t kPage = 4096;
constexpr std::uint16_t kControlPacket = 64;

[[gnu::section(".dma")]] alignas(2048) volatile QueueHead heads[kDirections];
// The data, and a packet of no bytes behind it.
[[gnu::section(".dma")]] volatile TransferDescriptor descriptors[kDirections][2];
[[gnu::section(".dma")]] alignas(kPage) std::uint8_t buffers[kDirections][kBuffer];

std::uint32_t address(const volatile void* of) { return reinterpret_cast<std::uint32_t>(of); }

constexpr unsigned kControlOut = 0, kControlIn = 1;
constexpr bool is_in(unsigned channel) { return channel % 2 != 0; }
// Of ENDPTPRIME and its like.
constexpr std::uint32_t bit_of(unsigned channel) {
  return 1U << (channel / 2 + (is_in(channel) ? 16 : 0));
}
constexpr unsigned channel_of(std::uint8_t address) {
  return (address & 0x07U) * 2 + (address >> 7U);
}
constexpr std::uint32_t control_of(unsigned channel) { return ENDPTCTRL0 + channel / 2 * 4; }
constexpr unsigned shift_of(unsigned channel) { return is_in(channel) ? 16 : 0; }

void mask(void* block) { static_cast<const Block*>(block)->write(USBINTR, 0); }

}  // namespace

UsbDevice::UsbDevice(Port port)
    : block_(port == Port::kUsb1 ? kUsb1 : kUsb2), second_(port == Port::kUsb2) {
  start_hardware();
  restart();
  enable_interrupt(shared_interrupt(second_ ? kUsb2Interrupt : kUsb1Interrupt), mask, &block_);
}

// Clock, 480 MHz PLL and PHY (IMX6ULLRM 18.6, 57).
void UsbDevice::start_hardware() const {
  constexpr std::uint32_t CCM_CCGR6 = 0x80, kUsbClock = 3;
  Block(0x020C'4000).set(CCM_CCGR6, kUsbClock);

  constexpr std::uint32_t kSet = 4, kClear = 8;  // registers beside each
  constexpr std::uint32_t kEnableUsbClocks = 1U << 6, kPower = 1U << 12, kEnable = 1U << 13,
                          kBypass = 1U << 16;
  constexpr std::uint32_t USB1_CHRG_DETECT = 0x1B0, USB2_CHRG_DETECT = 0x210;
  constexpr std::uint32_t kDetectorOff = (1U << 19) | (1U << 20);  // CHK_CHRG_B, EN_B
  const Block analog(0x020C'8000);
  const std::uint32_t pll = second_ ? 0x20 : 0x10;  // CCM_ANALOG_PLL_USBn
  analog.write(pll + kSet, kPower | kEnable | kEnableUsbClocks);
  analog.write(pll + kClear, kBypass);
  // It would hold the data lines.
  analog.write((second_ ? USB2_CHRG_DETECT : USB1_CHRG_DETECT) + kSet, kDetectorOff);

  constexpr std::uint32_t PWD = 0x00, CTRL = 0x30;
  constexpr std::uint32_t kReset = 1U << 31, kGate = 1U << 30;
  constexpr std::uint32_t kHighSpeedLevels = (1U << 14) | (1U << 15);  // ENUTMILEVEL2 and 3
  const Block phy(second_ ? 0x020C'A000 : 0x020C'9000);
  phy.write(CTRL + kSet, kReset);
  phy.write(CTRL + kClear, kReset | kGate);
  phy.write(PWD, 0);
  phy.write(CTRL + kSet, kHighSpeedLevels);
}

// The controller as after power-up, in device mode.
void UsbDevice::restart() {
  block_.write(USBCMD, USBCMD_RST);
  while ((block_.read(USBCMD) & USBCMD_RST) != 0) {
  }
  block_.write(USBMODE, USBMODE_DEVICE | USBMODE_SLOM);
  block_.write(USBINTR, 0);
  for (Channel& channel : channels_) channel = {};
  for (const unsigned channel : {kControlOut, kControlIn}) {
    channels_[channel].max_packet = kControlPacket;
    heads[channel].capabilities =
        (std::uint32_t{kControlPacket} << kMaxPacket) | kNoAutomaticZeroPacket | kInterruptOnSetup;
    heads[channel].next = kLast;
    heads[channel].token = 0;
  }
  data_barrier();
  block_.write(ENDPTLISTADDR, address(heads));
  block_.clear(USBCMD, USBCMD_ITC);  // interrupts at once
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
  const auto describe = [](volatile TransferDescriptor& descriptor, const std::uint8_t* buffer,
                           std::size_t size, bool last) {
    descriptor.next = kLast;
    for (std::uint32_t i = 0; i < 5; ++i) descriptor.pages[i] = address(buffer) + i * kPage;
    descriptor.token = (static_cast<std::uint32_t>(size) << kTotalBytes) | kActive |
                       (last ? kInterruptOnComplete : 0);
  };
  describe(descriptors[channel][1], buffers[channel], 0, true);
  describe(descriptors[channel][0], buffers[channel], one.piece, !zero_packet);
  if (zero_packet) descriptors[channel][0].next = address(&descriptors[channel][1]);
  one.running = true;
  prime(channel);
}

void UsbDevice::prime(unsigned channel) {
  heads[channel].next = address(&descriptors[channel][0]);
  heads[channel].token = 0;
  data_barrier();
  block_.write(ENDPTPRIME, bit_of(channel));
  while ((block_.read(ENDPTPRIME) & bit_of(channel)) != 0) {
  }
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
  heads[channel].capabilities =
      (std::uint32_t{endpoint.max_packet} << kMaxPacket) | kNoAutomaticZeroPacket;
  heads[channel].next = kLast;
  heads[channel].token = 0;
  data_barrier();
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
