// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/usb/net/ecm.h"

#include <utility>

namespace gokey::usb {

Ecm::Ecm(std::string host_mac)
    : EthernetFunction(
          {.subclass = 0x06, .data_protocol = 0x00, .name = "CDC Ethernet Control Model (ECM)"},
          std::move(host_mac)) {}

void Ecm::data_opened() {
  outgoing_.clear();
  listen();
}

void Ecm::listen() {
  incoming_ = Incoming::kLent;
  transfers().start_out(out(), buffer_);
}

void Ecm::data_closed() {
  incoming_ = Incoming::kLent;
  outgoing_.clear();
}

void Ecm::data_received(std::size_t size) {
  incoming_ = Incoming::kReady;
  size_ = size;
}

std::span<const std::uint8_t> Ecm::receive() {
  if (!up()) return {};
  if (incoming_ == Incoming::kReady && size_ >= kHeader && size_ <= kMaxFrame) {
    incoming_ = Incoming::kTaken;
    return std::span(buffer_).first(size_);
  }
  // The frame was taken, or is none.
  if (incoming_ != Incoming::kLent) listen();
  return {};
}

bool Ecm::send(std::span<const std::uint8_t> frame) {
  if (!up() || outgoing_.size() == kMostWaiting) return false;
  outgoing_.emplace_back(frame.begin(), frame.end());
  if (outgoing_.size() == 1) send_next();
  return true;
}

void Ecm::send_next() { transfers().start_in(in(), outgoing_.front(), true); }

void Ecm::data_sent() {
  if (!outgoing_.empty()) outgoing_.pop_front();
  if (!outgoing_.empty()) send_next();
}

}  // namespace gokey::usb
