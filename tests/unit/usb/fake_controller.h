// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A USB controller without a bus, and the host that sits at its other end.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "hal/usb_controller.h"

namespace gokey::testing {

using Data = std::vector<std::uint8_t>;

class FakeController final : public hal::UsbController {
 public:
  // --- the host ---
  void reset(hal::UsbSpeed speed = hal::UsbSpeed::kHigh) {
    forget();
    events_->usb_reset(speed);
  }
  void unplug() {
    forget();
    events_->usb_disconnected();
  }
  hal::UsbEvents& events() { return *events_; }

  // A control transfer to the host: its data, or nothing if it was refused.
  std::optional<Data> get(hal::UsbSetup setup) {
    begin(setup);
    if (stalled_) return std::nullopt;
    return control_data_;
  }
  // One from the host: whether it was done. `data` may be shorter or longer than wLength.
  bool put(hal::UsbSetup setup, std::span<const std::uint8_t> data = {}) {
    begin(setup);
    if (!control_into_.empty()) {
      const std::size_t size = std::min(data.size(), control_into_.size());
      std::copy_n(data.begin(), size, control_into_.begin());
      control_into_ = {};
      events_->usb_control_received(size);
    }
    return acknowledged_;
  }
  bool zero_packet_allowed() const { return control_zero_; }

  // Puts packets on the bus as a host does that sends no empty packet of its own; they wait until
  // the device takes them.
  void send(std::uint8_t address, std::span<const std::uint8_t> data) {
    const std::size_t most = open_.contains(address) ? open_.at(address).max_packet : 64;
    do {
      const auto packet = data.first(std::min(data.size(), most));
      packets_[address].emplace_back(packet.begin(), packet.end());
      data = data.subspan(packet.size());
    } while (!data.empty());
    deliver(address);
  }
  // What the device sends, if it has anything.
  std::optional<Data> receive(std::uint8_t address) {
    const auto found = in_.find(address);
    if (found == in_.end() || halted_.contains(address)) return std::nullopt;
    Data data = found->second;
    in_.erase(found);
    events_->usb_transfer_done(address, data.size());
    return data;
  }

  [[nodiscard]] bool is_open(std::uint8_t address) const { return open_.contains(address); }
  [[nodiscard]] bool is_halted(std::uint8_t address) const { return halted_.contains(address); }
  [[nodiscard]] std::size_t packets_waiting(std::uint8_t address) {
    return packets_[address].size();
  }
  int bus_address = 0;
  int toggles_reset = 0;
  bool attached = false;

  // --- the device ---
  void attach(hal::UsbEvents& events) override {
    events_ = &events;
    attached = true;
  }
  void detach() override { attached = false; }
  void set_address(std::uint8_t value) override { bus_address = value; }
  void control_send(std::span<const std::uint8_t> data, bool zero_packet) override {
    control_data_.assign(data.begin(), data.end());
    control_zero_ = zero_packet;
  }
  void control_receive(std::span<std::uint8_t> into) override { control_into_ = into; }
  void control_acknowledge() override { acknowledged_ = true; }
  void control_stall() override { stalled_ = true; }
  void open_endpoint(const hal::UsbEndpoint& endpoint) override {
    close_endpoint(endpoint.address);
    open_[endpoint.address] = endpoint;
  }
  void close_endpoint(std::uint8_t endpoint) override {
    cancel(endpoint);
    packets_.erase(endpoint);
    open_.erase(endpoint);
    halted_.erase(endpoint);
  }
  void start_in(std::uint8_t endpoint, std::span<const std::uint8_t> data, bool) override {
    in_[endpoint].assign(data.begin(), data.end());
  }
  void start_out(std::uint8_t endpoint, std::span<std::uint8_t> into) override {
    out_[endpoint] = {into, 0};
    if (!delivering_) deliver(endpoint);
  }
  void cancel(std::uint8_t endpoint) override {
    in_.erase(endpoint);
    out_.erase(endpoint);
  }
  void stall(std::uint8_t endpoint) override { halted_.insert(endpoint); }
  void unstall(std::uint8_t endpoint) override {
    halted_.erase(endpoint);
    ++toggles_reset;
  }

 private:
  struct Out {
    std::span<std::uint8_t> into;
    std::size_t done = 0;
  };

  void begin(const hal::UsbSetup& setup) {
    control_data_.clear();
    control_into_ = {};
    acknowledged_ = stalled_ = control_zero_ = false;
    events_->usb_setup(setup);
  }

  void deliver(std::uint8_t endpoint) {
    delivering_ = true;
    while (out_.contains(endpoint) && !packets_[endpoint].empty() && !halted_.contains(endpoint)) {
      Out& out = out_.at(endpoint);
      const Data packet = packets_[endpoint].front();
      packets_[endpoint].pop_front();
      const std::size_t size = std::min(packet.size(), out.into.size() - out.done);
      std::copy_n(packet.begin(), size, out.into.begin() + static_cast<std::ptrdiff_t>(out.done));
      out.done += size;
      if (packet.size() == open_.at(endpoint).max_packet && out.done < out.into.size()) continue;
      const std::size_t done = out.done;
      out_.erase(endpoint);
      events_->usb_transfer_done(endpoint, done);
    }
    delivering_ = false;
  }

  void forget() {
    in_.clear();
    out_.clear();
    packets_.clear();
    halted_.clear();
  }

  hal::UsbEvents* events_ = nullptr;
  Data control_data_;
  std::span<std::uint8_t> control_into_;
  bool acknowledged_ = false, stalled_ = false, control_zero_ = false, delivering_ = false;
  std::map<std::uint8_t, hal::UsbEndpoint> open_;
  std::set<std::uint8_t> halted_;
  std::map<std::uint8_t, Data> in_;
  std::map<std::uint8_t, Out> out_;
  std::map<std::uint8_t, std::deque<Data>> packets_;
};

}  // namespace gokey::testing
