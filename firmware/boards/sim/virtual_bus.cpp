// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/virtual_bus.h"

#include <algorithm>
#include <utility>

#include "core/crypto/secret.h"

namespace gokey::sim {
namespace {

constexpr std::uint8_t kIn = 0x80;

hal::UsbSetup parse_setup(const std::array<std::uint8_t, 8>& bytes) {
  const auto two = [&](std::size_t at) {
    return static_cast<std::uint16_t>(bytes.at(at) | bytes.at(at + 1) << 8U);
  };
  return {bytes[0], bytes[1], two(2), two(4), two(6)};
}

}  // namespace

VirtualBus::Pipe& VirtualBus::pipe(std::uint8_t address) {
  return pipes_.at((address & 0x0FU) | ((address & kIn) != 0 ? 16U : 0U));
}

void VirtualBus::plug(hal::UsbSpeed speed) {
  unplug();
  if (events_ != nullptr) events_->usb_reset(speed);
}

void VirtualBus::unplug() {
  forget_transfers();
  completions_.clear();
  if (events_ != nullptr) events_->usb_disconnected();
  pipes_ = {};
}

void VirtualBus::detach() {
  forget_transfers();
  events_ = nullptr;
  pipes_ = {};
}

void VirtualBus::forget_transfers() {
  for (Pipe& one : pipes_) fail_all(one, urb_status::kNoDevice);
  for (Urb& urb : control_) {
    crypto::wipe(urb.data);
    completions_.push_back({urb.sequence, urb_status::kNoDevice, 0, {}});
  }
  control_.clear();
  control_busy_ = false;
  control_received_.reset();
  waiting_ = waiting_bytes_ = 0;
}

void VirtualBus::submit(wire::UsbipSubmit urb) {
  const auto refuse = [&](std::int32_t status) {
    crypto::wipe(urb.data);
    completions_.push_back({urb.sequence, status, 0, {}});
  };
  if (events_ == nullptr) return refuse(urb_status::kNoDevice);
  if (urb.isochronous && urb.endpoint != 0) return refuse(urb_status::kInvalid);
  if (urb.endpoint > 15) return refuse(urb_status::kNoAnswer);
  if (waiting_ >= kMostWaiting || waiting_bytes_ + urb.data.size() > kMostWaitingBytes) {
    return refuse(urb_status::kNoMemory);
  }
  Urb waits{urb.sequence, urb.length, false, std::move(urb.data), 0, urb.setup};
  ++waiting_;
  waiting_bytes_ += waits.data.size();
  if (urb.endpoint == 0) {
    control_.push_back(std::move(waits));
    return;
  }
  const auto address = static_cast<std::uint8_t>(urb.endpoint | (urb.in ? kIn : 0U));
  Pipe& to = pipe(address);
  waits.zero_packet = !urb.in && (urb.length == 0 || (urb.zero_packet && to.max_packet != 0 &&
                                                      urb.length % to.max_packet == 0));
  to.urbs.push_back(std::move(waits));
}

bool VirtualBus::unlink(std::uint32_t sequence) {
  const auto take_from = [&](std::deque<Urb>& urbs) {
    const auto found = std::ranges::find(urbs, sequence, &Urb::sequence);
    if (found == urbs.end()) return false;
    waiting_bytes_ -= std::min(waiting_bytes_, found->data.size());
    --waiting_;
    crypto::wipe(found->data);
    urbs.erase(found);
    return true;
  };
  if (control_busy_ && !control_.empty() && control_.front().sequence == sequence) {
    // The device answers setup packets at once, so that only one that it still holds is left here;
    // what it does with it later comes to nobody.
    control_busy_ = false;
    control_received_.reset();
  }
  if (take_from(control_)) return true;
  return std::ranges::any_of(pipes_, [&](Pipe& one) { return take_from(one.urbs); });
}

std::vector<VirtualBus::Completion> VirtualBus::take_completions() {
  return std::exchange(completions_, {});
}

bool VirtualBus::run() {
  if (events_ == nullptr) return false;
  bool moved = run_control();
  for (std::uint8_t number = 1; number < 16 && events_ != nullptr; ++number) {
    while (run_pipe(number)) moved = true;
    while (run_pipe(number | kIn)) moved = true;
  }
  return moved;
}

bool VirtualBus::run_control() {
  if (control_received_) {
    const std::size_t size = *control_received_;
    control_received_.reset();
    events_->usb_control_received(size);
    return true;
  }
  if (control_busy_ || control_.empty()) return false;
  control_busy_ = true;
  events_->usb_setup(parse_setup(control_.front().setup));
  return true;
}

void VirtualBus::finish_control(std::int32_t status, std::size_t actual,
                                std::vector<std::uint8_t> data) {
  if (!control_busy_) return;
  control_busy_ = false;
  Urb urb = std::move(control_.front());
  control_.pop_front();
  --waiting_;
  waiting_bytes_ -= std::min(waiting_bytes_, urb.data.size());
  crypto::wipe(urb.data);
  completions_.push_back(
      {urb.sequence, status, static_cast<std::uint32_t>(actual), std::move(data)});
}

void VirtualBus::control_send(std::span<const std::uint8_t> data, bool) {
  if (!control_busy_) return;
  const std::size_t size = std::min<std::size_t>(data.size(), control_.front().length);
  const bool babble = size < data.size();
  finish_control(babble ? urb_status::kBabble : urb_status::kOk, size,
                 {data.begin(), data.begin() + static_cast<std::ptrdiff_t>(size)});
}

void VirtualBus::control_receive(std::span<std::uint8_t> into) {
  if (!control_busy_) return;
  const auto& data = control_.front().data;
  const std::size_t size = std::min(into.size(), data.size());
  std::copy_n(data.begin(), size, into.begin());
  control_received_ = size;
}

void VirtualBus::control_acknowledge() {
  if (!control_busy_) return;
  finish_control(urb_status::kOk, control_.front().data.size(), {});
}

void VirtualBus::control_stall() { finish_control(urb_status::kStalled, 0, {}); }

bool VirtualBus::run_pipe(std::uint8_t address) {
  Pipe& one = pipe(address);
  if (one.urbs.empty()) return false;
  if (!one.open || one.stalled) {
    fail_all(one, one.open ? urb_status::kStalled : urb_status::kNoAnswer);
    return true;
  }
  if (!one.started) return false;
  return (address & kIn) != 0 ? packet_in(one, address) : packet_out(one, address);
}

bool VirtualBus::packet_in(Pipe& one, std::uint8_t address) {
  Urb& urb = one.urbs.front();
  const std::size_t left = one.from.size() - one.done;
  const std::size_t packet = std::min<std::size_t>(left, one.max_packet);
  const std::size_t room = urb.length - urb.data.size();
  const std::size_t size = std::min(packet, room);
  const auto begin = one.from.begin() + static_cast<std::ptrdiff_t>(one.done);
  urb.data.insert(urb.data.end(), begin, begin + static_cast<std::ptrdiff_t>(size));
  one.done += packet;
  const bool full = packet == one.max_packet;
  if (size < packet) {
    finish(one, urb_status::kBabble, true);
  } else if (!full || urb.data.size() == urb.length) {
    finish(one, urb_status::kOk, true);
  }
  const bool last = one.done == one.from.size() && (!full || !one.zero_packet);
  if (last) device_done(one, address);
  return true;
}

bool VirtualBus::packet_out(Pipe& one, std::uint8_t address) {
  Urb& urb = one.urbs.front();
  const std::size_t packet = std::min<std::size_t>(urb.data.size() - urb.done, one.max_packet);
  const std::size_t size = std::min(packet, one.into.size() - one.done);
  std::copy_n(urb.data.begin() + static_cast<std::ptrdiff_t>(urb.done), size,
              one.into.begin() + static_cast<std::ptrdiff_t>(one.done));
  one.done += size;
  if (packet == 0) urb.zero_packet = false;
  urb.done += packet;
  if (urb.done == urb.data.size() && !urb.zero_packet) finish(one, urb_status::kOk, false);
  if (packet < one.max_packet || one.done == one.into.size()) device_done(one, address);
  return true;
}

void VirtualBus::device_done(Pipe& one, std::uint8_t address) {
  one.started = false;
  events_->usb_transfer_done(address, one.done);
}

void VirtualBus::finish(Pipe& one, std::int32_t status, bool in) {
  Urb urb = std::move(one.urbs.front());
  one.urbs.pop_front();
  --waiting_;
  if (in) {
    const auto actual = static_cast<std::uint32_t>(urb.data.size());
    completions_.push_back({urb.sequence, status, actual, std::move(urb.data)});
    return;
  }
  waiting_bytes_ -= std::min(waiting_bytes_, urb.data.size());
  crypto::wipe(urb.data);
  completions_.push_back({urb.sequence, status, static_cast<std::uint32_t>(urb.done), {}});
}

void VirtualBus::fail_all(Pipe& one, std::int32_t status) {
  const bool in = &one >= &pipes_[16];
  while (!one.urbs.empty()) {
    if (in) one.urbs.front().data.clear();
    finish(one, status, in);
  }
}

void VirtualBus::open_endpoint(const hal::UsbEndpoint& endpoint) {
  close_endpoint(endpoint.address);
  Pipe& one = pipe(endpoint.address);
  one.open = true;
  one.max_packet = endpoint.max_packet;
}

void VirtualBus::close_endpoint(std::uint8_t address) {
  Pipe& one = pipe(address);
  fail_all(one, urb_status::kEndpointGone);
  one = {};
}

void VirtualBus::start_in(std::uint8_t address, std::span<const std::uint8_t> data,
                          bool zero_packet) {
  Pipe& one = pipe(address);
  one.started = one.open;
  one.from = data;
  one.done = 0;
  one.zero_packet = zero_packet;
}

void VirtualBus::start_out(std::uint8_t address, std::span<std::uint8_t> into) {
  Pipe& one = pipe(address);
  one.started = one.open && !into.empty();
  one.into = into;
  one.done = 0;
}

void VirtualBus::cancel(std::uint8_t address) { pipe(address).started = false; }

void VirtualBus::stall(std::uint8_t address) { pipe(address).stalled = true; }

void VirtualBus::unstall(std::uint8_t address) { pipe(address).stalled = false; }

}  // namespace gokey::sim
