// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/usb/ccid_slot.h"

#include <algorithm>
#include <utility>

#include "core/crypto/secret.h"

namespace gokey::usb {
namespace {

namespace command = wire::ccid_command;
namespace error = wire::ccid_error;
using Status = wire::CcidCommandStatus;

// wLevelParameter and bChainParameter (6.1.4, 6.2.1).
constexpr unsigned kWhole = 0;
constexpr unsigned kBegins = 1;
constexpr unsigned kEnds = 2;
constexpr unsigned kContinues = 3;
constexpr unsigned kNextPlease = 0x10;

constexpr std::uint8_t kClockRunning = 0;
constexpr std::uint8_t kClockStoppedLow = 1;
constexpr std::uint8_t kT1 = 1;
constexpr std::uint8_t kLastPowerSelect = 3;  // automatic, 5 V, 3 V, 1.8 V
constexpr std::uint8_t kSequenceAt = 6;

void forget(std::vector<std::uint8_t>& bytes) {
  crypto::wipe(bytes);
  bytes.clear();
}

// Messages that carry data.
bool may_have_data(std::uint8_t type) {
  return type == command::kXfrBlock || type == command::kSetParameters;
}

bool is_supported(std::uint8_t type) {
  switch (type) {
    case command::kIccPowerOn:
    case command::kIccPowerOff:
    case command::kGetSlotStatus:
    case command::kXfrBlock:
    case command::kGetParameters:
    case command::kResetParameters:
    case command::kSetParameters:
    case command::kAbort:
      return true;
    default:
      return false;
  }
}

}  // namespace

CcidSlot::CcidSlot(CardSlot& card, std::uint8_t number, const hal::Clock& clock, Send send)
    : card_(card), number_(number), clock_(clock), send_(std::move(send)) {
  set_default_parameters();
}

CcidSlot::~CcidSlot() { reset(); }

void CcidSlot::set_default_parameters() {
  parameters_ = wire::ccid_t1_parameters(card_.atr()).value_or(decltype(parameters_){});
}

void CcidSlot::reset() {
  card_.power_off();
  ++session_;
  powered_ = false;
  running_.reset();
  extension_at_ms_ = kNever;
  abort_requested_.reset();
  abort_message_.reset();
  abort_until_ms_ = kNever;
  forget_transfers();
  set_default_parameters();
}

void CcidSlot::forget_transfers() {
  forget(command_);
  forget(response_);
  response_sent_ = 0;
}

void CcidSlot::handle(const wire::CcidMessage& message) {
  const Header& header = message.header;
  if (!is_supported(header.type)) return refuse(header, error::kCommandNotSupported);
  if (!message.data.empty() && !may_have_data(header.type)) {
    return refuse(header, error::kBadLength);
  }
  if (header.type == command::kAbort) return abort_message(header);
  if (abort_requested_ || abort_message_) return refuse(header, error::kAborted);
  if (running_) return refuse(header, error::kSlotBusy);
  dispatch(message);
}

void CcidSlot::dispatch(const wire::CcidMessage& message) {
  const Header& header = message.header;
  switch (header.type) {
    case command::kIccPowerOn:
      return power_on(header);
    case command::kIccPowerOff:
      return power_off(header);
    case command::kGetSlotStatus:
      return answer(header, {}, powered_ ? kClockRunning : kClockStoppedLow);
    case command::kXfrBlock:
      return transfer(message);
    default:
      return parameters(message);
  }
}

void CcidSlot::power_on(const Header& header) {
  if (header.specific[0] > kLastPowerSelect) return refuse(header, error::kBadByte7);
  forget_transfers();
  card_.reset();
  powered_ = true;
  set_default_parameters();
  answer(header, card_.atr());
}

void CcidSlot::power_off(const Header& header) {
  forget_transfers();
  card_.power_off();
  powered_ = false;
  answer(header, {}, kClockStoppedLow);
}

// Commands and responses are exchanged as APDUs, so that the parameters change nothing; hosts set
// them all the same and read them back.
void CcidSlot::parameters(const wire::CcidMessage& message) {
  const Header& header = message.header;
  if (header.type == command::kResetParameters) set_default_parameters();
  if (header.type == command::kSetParameters) {
    if (header.specific[0] != kT1) return refuse(header, error::kBadByte7);
    if (message.data.size() != parameters_.size()) return refuse(header, error::kBadLength);
    std::ranges::copy(message.data, parameters_.begin());
  }
  answer(header, parameters_, kT1);
}

void CcidSlot::transfer(const wire::CcidMessage& message) {
  const Header& header = message.header;
  if (!powered_) return refuse(header, error::kIccMute);
  const unsigned level = header.specific[1] | static_cast<unsigned>(header.specific[2]) << 8U;
  if (level == kNextPlease) {
    if (!message.data.empty()) return refuse(header, error::kBadLength);
    if (response_.empty()) return refuse(header, error::kBadLevelParameter);
    return send_response_part(header, false);
  }
  forget(response_);
  if (level > kContinues) return refuse(header, error::kBadLevelParameter);
  if (message.data.empty()) return refuse(header, error::kBadLength);
  if (level == kWhole) {
    forget(command_);
    return run(header, message.data);
  }
  assemble(message, level);
}

void CcidSlot::assemble(const wire::CcidMessage& message, unsigned level) {
  const Header& header = message.header;
  if (level == kBegins) {
    forget(command_);
  } else if (command_.empty()) {
    return refuse(header, error::kBadLevelParameter);
  }
  if (command_.size() + message.data.size() > kLongestApdu) {
    forget(command_);
    return refuse(header, error::kOverrun);
  }
  // Grown by hand: a vector would leave copies of what may be a passphrase behind.
  std::vector<std::uint8_t> longer;
  longer.reserve(command_.size() + message.data.size());
  longer.insert(longer.end(), command_.begin(), command_.end());
  longer.insert(longer.end(), message.data.begin(), message.data.end());
  crypto::wipe(command_);
  command_ = std::move(longer);
  if (level != kEnds) return answer(header, {}, kNextPlease);
  std::vector<std::uint8_t> whole = std::exchange(command_, {});
  run(header, whole);
  crypto::wipe(whole);
}

void CcidSlot::run(const Header& header, wire::Bytes apdu) {
  running_ = header;
  extension_at_ms_ = clock_.now_ms() + kExtensionMs;
  card_.process(apdu, [this, session = session_](std::vector<std::uint8_t> response) {
    if (session == session_ && running_) finished(std::move(response));
  });
}

void CcidSlot::finished(std::vector<std::uint8_t> response) {
  if (!running_) return;
  const Header header = *running_;
  running_.reset();
  extension_at_ms_ = kNever;
  forget(response_);
  response_ = std::move(response);
  response_sent_ = 0;
  send_response_part(header, true);
}

void CcidSlot::send_response_part(const Header& header, bool first) {
  const wire::Bytes rest = wire::Bytes(response_).subspan(response_sent_);
  const wire::Bytes part = rest.first(std::min(rest.size(), kCcidMaxData));
  const bool last = part.size() == rest.size();
  const unsigned chain = first ? (last ? kWhole : kBegins) : (last ? kEnds : kContinues);
  answer(header, part, static_cast<std::uint8_t>(chain));
  response_sent_ += part.size();
  if (last) {
    forget(response_);
    response_sent_ = 0;
  }
}

void CcidSlot::abort_requested(std::uint8_t sequence) {
  abort_requested_ = sequence;
  if (abort_message_ && abort_message_->sequence == sequence) finish_abort(*abort_message_);
}

void CcidSlot::abort_message(const Header& header) {
  if (abort_message_) refuse(*abort_message_, error::kAborted);
  abort_message_.reset();
  if (abort_requested_ == header.sequence) return finish_abort(header);
  abort_message_ = header;
  abort_until_ms_ = clock_.now_ms() + kAbortMs;
}

// Both halves are here. What the card was doing is not known to the host any more, so that the card
// is switched off and has to be started anew.
void CcidSlot::finish_abort(const Header& header) {
  const Header abort = header;
  abort_requested_.reset();
  abort_message_.reset();
  abort_until_ms_ = kNever;
  forget_transfers();
  if (running_) {
    const Header stopped = *running_;
    card_.power_off();
    ++session_;
    powered_ = false;
    running_.reset();
    extension_at_ms_ = kNever;
    refuse(stopped, error::kAborted);
  }
  answer(abort, {}, powered_ ? kClockRunning : kClockStoppedLow);
}

void CcidSlot::step(std::uint64_t now_ms) {
  if (running_ && now_ms >= extension_at_ms_) {
    extension_at_ms_ = now_ms + kExtensionMs;
    // 6.2.6: bError is the multiplier of the waiting time.
    say(*running_, Status::kTimeExtension, 1, 0, {});
  }
  if (abort_message_ && now_ms >= abort_until_ms_) {
    const Header alone = *abort_message_;
    abort_message_.reset();
    abort_until_ms_ = kNever;
    refuse(alone, kSequenceAt);
  }
}

std::uint64_t CcidSlot::next_deadline() const {
  return std::min(extension_at_ms_, abort_until_ms_);
}

void CcidSlot::answer(const Header& header, wire::Bytes data, std::uint8_t specific) {
  say(header, Status::kDone, 0, specific, data);
}

void CcidSlot::refuse(const Header& header, std::uint8_t error) {
  const bool parameters = wire::ccid_answer_to(header.type) == wire::CcidAnswer::kParameters;
  say(header, Status::kFailed, error, parameters ? kT1 : std::uint8_t{0}, {});
}

void CcidSlot::say(const Header& header, Status status, std::uint8_t error, std::uint8_t specific,
                   wire::Bytes data) {
  wire::CcidResponse response;
  response.type = wire::ccid_answer_to(header.type);
  response.slot = number_;
  response.sequence = header.sequence;
  response.icc = powered_ ? wire::IccStatus::kActive : wire::IccStatus::kInactive;
  response.status = status;
  response.error = error;
  response.specific = specific;
  send_(wire::encode_ccid_response(response, data));
}

}  // namespace gokey::usb
