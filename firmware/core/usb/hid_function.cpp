// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/usb/hid_function.h"

#include <algorithm>

#include "core/usb/standard.h"

namespace gokey::usb {
namespace {

constexpr std::uint8_t kHidClass = 0x03;
constexpr std::uint8_t kHidDescriptor = 0x21;
constexpr std::uint8_t kReportDescriptor = 0x22;
constexpr unsigned kPollMs = 1;
constexpr char kName[] = "FIDO Authenticator";

// Class requests (HID 1.11, 7.2).
constexpr std::uint8_t kGetReport = 0x01;
constexpr std::uint8_t kGetIdle = 0x02;
constexpr std::uint8_t kSetReport = 0x09;
constexpr std::uint8_t kSetIdle = 0x0A;
// wValue of GET_REPORT and SET_REPORT: type in the high byte, report id in the low one.
constexpr std::uint16_t kInputReport = 0x0100;
constexpr std::uint16_t kOutputReport = 0x0200;

constexpr std::array<std::uint8_t, 9> kDescriptor{
    9, kHidDescriptor, 0x11, 0x01, 0, 1, kReportDescriptor, fido::kReportDescriptor.size(), 0};

}  // namespace

void HidFunction::describe(ConfigurationBuilder& config) {
  interface_ = config.reserve_interface();
  in_ = config.reserve_in();
  out_ = config.reserve_out();
  config.interface({.number = interface_, .interface_class = kHidClass, .name = kName});
  config.class_specific(kDescriptor);
  config.interrupt(in_, fido::kReportSize, kPollMs);
  config.interrupt(out_, fido::kReportSize, kPollMs);
}

void HidFunction::configured() {
  configured_ = true;
  idle_ = 0;
  last_ = {};
  transfers().start_out(out_, incoming_);
  send_next();
}

void HidFunction::unconfigured() {
  configured_ = sending_ = false;
  reports_.reset();
}

void HidFunction::transfer_done(std::uint8_t endpoint, std::size_t size) {
  if (endpoint == in_) {
    sending_ = false;
  } else {
    // A shorter report is one whose rest is zero.
    std::fill(incoming_.begin() + static_cast<std::ptrdiff_t>(size), incoming_.end(),
              std::uint8_t{0});
    if (size != 0) reports_.receive(incoming_, clock_.now_ms());
    transfers().start_out(out_, incoming_);
  }
  send_next();
}

void HidFunction::send_next() {
  if (!configured_ || sending_) return;
  const auto report = reports_.next();
  if (!report) return;
  outgoing_ = last_ = *report;
  sending_ = true;
  transfers().start_in(in_, outgoing_, false);
}

bool HidFunction::control_in(const UsbSetup& setup, std::vector<std::uint8_t>& answer) {
  if (recipient_of(setup) != Recipient::kInterface) return false;
  if (kind_of(setup) == RequestKind::kStandard) {
    // 7.1.1; the core passes on GET_DESCRIPTOR alone.
    if (setup.value == kHidDescriptor << 8U) answer.assign(kDescriptor.begin(), kDescriptor.end());
    if (setup.value == kReportDescriptor << 8U) {
      answer.assign(fido::kReportDescriptor.begin(), fido::kReportDescriptor.end());
    }
    return !answer.empty();
  }
  if (kind_of(setup) != RequestKind::kClass) return false;
  if (setup.request == kGetReport && setup.value == kInputReport) {
    answer.assign(last_.begin(), last_.end());
    return true;
  }
  if (setup.request == kGetIdle && setup.value == 0) {
    answer = {idle_};
    return true;
  }
  return false;  // GET_PROTOCOL is for boot devices alone (7.2.5)
}

bool HidFunction::control_out(const UsbSetup& setup, std::span<const std::uint8_t> data) {
  if (kind_of(setup) != RequestKind::kClass || recipient_of(setup) != Recipient::kInterface) {
    return false;
  }
  if (setup.request == kSetIdle && (setup.value & 0xFFU) == 0 && data.empty()) {
    idle_ = static_cast<std::uint8_t>(setup.value >> 8U);
    return true;
  }
  if (setup.request == kSetReport && setup.value == kOutputReport &&
      data.size() == fido::kReportSize) {
    reports_.receive(data.first<fido::kReportSize>(), clock_.now_ms());
    send_next();
    return true;
  }
  return false;  // SET_PROTOCOL likewise (7.2.6)
}

void HidFunction::step(std::uint64_t now_ms) {
  reports_.step(now_ms);
  send_next();
}

std::uint64_t HidFunction::next_deadline() const { return reports_.next_deadline(); }

}  // namespace gokey::usb
