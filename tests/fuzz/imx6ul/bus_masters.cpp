// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "bus_masters.h"

#include <algorithm>
#include <cstring>
#include <span>

#include "require.h"
#include "soc/imx6ul/cpu.h"

namespace gokey::testing {
namespace {

namespace usb = imx6ul::usb;
namespace ethernet = imx6ul::ethernet;

constexpr std::uint32_t kPage = 4096;

// Where the linker script puts it, in pages of each one's own: what User mode may only read, and
// what it may write.
struct Area {
  const volatile void* memory;
  std::uint32_t address, size;
  bool buffers;

  [[nodiscard]] std::uint8_t* begin() const {
    return static_cast<std::uint8_t*>(const_cast<void*>(memory));
  }
};
std::span<const Area> areas() {
  static const std::array kAreas{
      Area{ethernet::in, 0x9FF1'0000, sizeof ethernet::in, false},
      Area{ethernet::out, 0x9FF1'1000, sizeof ethernet::out, false},
      Area{usb::heads, 0x9FF1'2000, sizeof usb::heads, false},
      Area{usb::descriptors, 0x9FF1'3000, sizeof usb::descriptors, false},
      Area{ethernet::in_buffers, 0x9FF2'0000, sizeof ethernet::in_buffers, true},
      Area{ethernet::out_buffers, 0x9FF4'0000, sizeof ethernet::out_buffers, true},
      Area{usb::buffers, 0x9FF5'0000, sizeof usb::buffers, true}};
  return kAreas;
}

std::uint8_t* memory_at(std::uint32_t address, std::size_t size, bool buffers) {
  for (const Area& area : areas()) {
    if (area.buffers == buffers && address >= area.address && size <= area.size &&
        address - area.address <= area.size - size) {
      return area.begin() + (address - area.address);
    }
  }
  require(false, "a bus master goes where the loop has no buffers");
  return nullptr;
}

template <typename Descriptor>
volatile Descriptor& descriptor_at(std::uint32_t address) {
  require(address % alignof(Descriptor) == 0, "a descriptor is not aligned");
  return *reinterpret_cast<volatile Descriptor*>(memory_at(address, sizeof(Descriptor), false));
}

void write_pages(const usb::TransferDescriptor& from, std::size_t begin, std::size_t size) {
  for (std::size_t at = begin; at < begin + size;) {
    const std::size_t page = at / kPage;
    require(page < std::size(from.pages), "a transfer is longer than its pages");
    const std::size_t piece = std::min<std::size_t>(kPage - at % kPage, begin + size - at);
    std::memset(memory_at((from.pages[page] & ~(kPage - 1)) + at % kPage, piece, true), 0xB5,
                piece);
    at += piece;
  }
}

}  // namespace

UsbController::UsbController(Registers& registers, std::uint32_t base) {
  const auto at = [base](std::uint32_t offset) { return base + offset; };
  registers.on_write[at(usb::USBCMD)] = [this](std::uint32_t value) { command(value); };
  registers.on_read[at(usb::USBCMD)] = [this] { return command_; };
  registers.on_write[at(usb::USBMODE)] = [this](std::uint32_t value) {
    require(mode_ == 0 || mode_ == value, "USBMODE changes without a reset");
    mode_ = value;
  };
  registers.on_write[at(usb::ENDPTLISTADDR)] = [this](std::uint32_t value) { list_ = value; };
  registers.on_write[at(usb::ENDPTPRIME)] = [this](std::uint32_t value) { prime(value); };
  registers.on_read[at(usb::ENDPTPRIME)] = [] { return 0U; };
  registers.on_write[at(usb::ENDPTFLUSH)] = [this](std::uint32_t value) { busy_ &= ~value; };
  registers.on_read[at(usb::ENDPTFLUSH)] = [] { return 0U; };
  registers.on_read[at(usb::ENDPTSTAT)] = [this] { return busy_; };
}

void UsbController::command(std::uint32_t value) {
  if ((value & usb::USBCMD_RST) != 0) {
    command_ = mode_ = list_ = busy_ = 0;
    return;
  }
  command_ = value;
}

void UsbController::prime(std::uint32_t bits) {
  for (unsigned channel = 0; channel < usb::kChannels; ++channel) {
    if ((bits & usb::bit_of(channel)) == 0) continue;
    require((busy_ & usb::bit_of(channel)) == 0, "a channel gets new work while it has some");
    const auto& head =
        descriptor_at<usb::QueueHead>(list_ + channel * std::uint32_t{sizeof(usb::QueueHead)});
    work_[channel].capabilities = head.capabilities;
    take(channel, head.next);
  }
}

void UsbController::take(unsigned channel, std::uint32_t next) {
  busy_ &= ~usb::bit_of(channel);
  if ((next & usb::kLast) != 0) return;
  Work& work = work_[channel];
  work.at = next & ~31U;
  work.moved = 0;
  const auto& from = descriptor_at<usb::TransferDescriptor>(work.at);
  work.copy.next = from.next;
  work.copy.token = from.token;
  std::ranges::copy(from.pages, work.copy.pages);
  if ((work.copy.token & usb::kActive) != 0) busy_ |= usb::bit_of(channel);
}

void UsbController::move(unsigned channel, std::size_t bytes) {
  const std::uint32_t bit = usb::bit_of(channel);
  if ((command_ & usb::USBCMD_RS) == 0 || (busy_ & bit) == 0) return;
  Work& work = work_[channel];
  const std::size_t total = (work.copy.token >> usb::kTotalBytes & 0x7FFFU) - work.moved;
  const std::size_t packet = work.capabilities >> usb::kMaxPacket & 0x7FFU;
  std::size_t size = std::min(bytes, total);
  const bool over = bytes >= total || packet == 0 || bytes % packet != 0;
  // The manual does not say where the end of a packet stays for which there is no room.
  const bool out = channel % 2 == 0;
  const std::size_t written = out && packet != 0 ? (size + packet - 1) / packet * packet : size;
  write_pages(work.copy, (work.copy.pages[0] & (kPage - 1)) + work.moved, written);
  work.moved += static_cast<std::uint32_t>(size);
  if (!over) return;
  auto& descriptor = descriptor_at<usb::TransferDescriptor>(work.at);
  descriptor.token = static_cast<std::uint32_t>((total - size) << usb::kTotalBytes);
  take(channel, descriptor.next);
}

void UsbController::check() const {
  require(mode_ == (usb::USBMODE_DEVICE | usb::USBMODE_SLOM), "it is no device any more");
  require(list_ == imx6ul::bus_address(usb::heads), "the queue heads are elsewhere");
  for (unsigned channel = 0; channel < usb::kChannels; ++channel) {
    const auto& head = usb::heads[channel];
    if ((busy_ & usb::bit_of(channel)) != 0) {
      require(head.capabilities == work_[channel].capabilities, "a head changes while it is used");
    }
    if (head.next == 0) continue;  // never used
    const auto check_next = [](std::uint32_t next) {
      if ((next & usb::kLast) == 0) (void)memory_at(next, sizeof(usb::TransferDescriptor), false);
    };
    check_next(head.next);
    for (const auto& one : usb::descriptors[channel]) {
      if (one.next == 0) continue;
      check_next(one.next);
      for (const std::uint32_t page : one.pages) {
        require(page % kPage == 0, "a buffer begins within a page");
        (void)memory_at(page, kPage, true);
        require(page - imx6ul::bus_address(usb::buffers[channel]) < usb::kBuffer,
                "a channel has another's buffer");
      }
      require((one.token >> usb::kTotalBytes) <= usb::kBuffer, "more bytes than a buffer has");
    }
  }
}

EthernetController::EthernetController(Registers& registers, std::uint32_t base)
    : registers_(registers), base_(base) {
  registers.on_write[base + ethernet::ECR] = [](std::uint32_t) {};  // a reset is over at once
}

void EthernetController::receive(std::size_t bytes) {
  constexpr std::uint32_t kSize = sizeof(ethernet::Descriptor);
  auto& one =
      descriptor_at<ethernet::Descriptor>(registers_[base_ + ethernet::RDSR] + next_in_ * kSize);
  if ((one.flags & ethernet::kOwn) == 0) return;
  const std::size_t room = registers_[base_ + ethernet::MRBR];
  std::memset(memory_at(one.buffer, room, true), 0xE7, room);
  one.length = static_cast<std::uint16_t>(std::min(bytes, room));
  next_in_ = (one.flags & ethernet::kWrap) != 0 ? 0 : next_in_ + 1;
  one.flags = static_cast<std::uint16_t>((one.flags & ethernet::kWrap) | ethernet::kLast);
}

void EthernetController::send() {
  constexpr std::uint32_t kSize = sizeof(ethernet::Descriptor);
  auto& one =
      descriptor_at<ethernet::Descriptor>(registers_[base_ + ethernet::TDSR] + next_out_ * kSize);
  if ((one.flags & ethernet::kOwn) == 0) return;
  (void)memory_at(one.buffer, one.length, true);
  next_out_ = (one.flags & ethernet::kWrap) != 0 ? 0 : next_out_ + 1;
  one.flags = static_cast<std::uint16_t>(one.flags & ~ethernet::kOwn);
}

void EthernetController::move(std::size_t bytes) {
  receive(bytes);
  send();
}

void EthernetController::check() const {
  require(registers_[base_ + ethernet::RDSR] == imx6ul::bus_address(ethernet::in) &&
              registers_[base_ + ethernet::TDSR] == imx6ul::bus_address(ethernet::out),
          "a ring begins elsewhere");
  const auto check_ring = [this](const auto& ring, bool in) {
    const std::size_t room = registers_[base_ + ethernet::MRBR];
    for (const auto& one : ring) {
      (void)memory_at(one.buffer, in ? room : one.length, true);
      const bool last = &one == &ring[std::size(ring) - 1];
      require(((one.flags & ethernet::kWrap) != 0) == last, "a ring has another end");
    }
  };
  check_ring(ethernet::in, true);
  check_ring(ethernet::out, false);
}

}  // namespace gokey::testing

// No driver names a place that is not a bus master's.
std::uint32_t gokey::imx6ul::bus_address(const volatile void* memory) {
  const auto* const at = static_cast<const volatile std::uint8_t*>(memory);
  for (const testing::Area& area : testing::areas()) {
    if (at >= area.begin() && at < area.begin() + area.size) {
      return area.address + static_cast<std::uint32_t>(at - area.begin());
    }
  }
  testing::require(false, "a descriptor is to hold an address of other memory");
  return 0;
}
