// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/usb/ccid_function.h"

#include <algorithm>
#include <utility>

#include "core/crypto/secret.h"
#include "core/usb/standard.h"

namespace gokey::usb {
namespace {

constexpr std::uint8_t kSmartCardClass = 0x0B;
constexpr std::uint8_t kClassDescriptor = 0x21;
constexpr std::uint8_t kSlotChange = 0x50;  // RDR_to_PC_NotifySlotChange, 6.3.1
constexpr unsigned kInterruptMs = 16;
constexpr std::size_t kInterruptPacket = 8;

// Class requests (5.3).
constexpr std::uint8_t kAbort = 0x01;
constexpr std::uint8_t kGetClockFrequencies = 0x02;
constexpr std::uint8_t kGetDataRates = 0x03;

// As many answers may wait for the host before no more of its messages are taken.
constexpr std::size_t kMostAnswers = 8;

// There is no wire to a card: the numbers are those of a usual reader with a card of our ATR.
constexpr std::uint32_t kClockKhz = 4000;
constexpr std::uint32_t kDefaultRate = 10752;  // 4 MHz / 372
constexpr std::uint32_t kMaxRate = 129032;     // times 12
constexpr std::uint32_t kMaxIfsd = 254;
constexpr std::uint32_t kProtocolT1 = 2;
// 5.1, dwFeatures: parameters by the ATR, activation, voltage, clock, baud rate and parameters all
// automatic; short and extended APDUs.
constexpr std::uint32_t kFeatures = 0x0004007E;

class LittleEndian {
 public:
  LittleEndian& u8(unsigned value) { return put(value, 1); }
  LittleEndian& u16(unsigned value) { return put(value, 2); }
  LittleEndian& u32(std::uint32_t value) { return put(value, 4); }
  [[nodiscard]] std::vector<std::uint8_t> take() { return std::move(bytes_); }

 private:
  LittleEndian& put(std::uint32_t value, unsigned count) {
    for (unsigned i = 0; i < count; ++i) {
      bytes_.push_back(static_cast<std::uint8_t>(value >> 8U * i));
    }
    return *this;
  }
  std::vector<std::uint8_t> bytes_;
};

std::vector<std::uint8_t> class_descriptor(std::size_t slots) {
  LittleEndian out;
  out.u8(54).u8(kClassDescriptor).u16(0x0110);
  out.u8(static_cast<unsigned>(slots - 1));   // bMaxSlotIndex
  out.u8(0x07).u32(kProtocolT1);              // 5 V, 3 V, 1.8 V
  out.u32(kClockKhz).u32(kClockKhz).u8(0);    // default, maximum, number
  out.u32(kDefaultRate).u32(kMaxRate).u8(0);  // likewise
  out.u32(kMaxIfsd).u32(0).u32(0);            // dwSynchProtocols, dwMechanical
  out.u32(kFeatures).u32(kCcidMaxMessage);
  out.u8(0xFF).u8(0xFF).u16(0).u8(0);    // classes echoed; no display, no PIN pad
  out.u8(static_cast<unsigned>(slots));  // bMaxCCIDBusySlots
  return out.take();
}

}  // namespace

CcidFunction::CcidFunction(const std::vector<CardSlot*>& cards, const hal::Clock& clock,
                           std::string name)
    : clock_(clock), name_(std::move(name)) {
  for (CardSlot* card : cards) {
    slots_.push_back(std::make_unique<CcidSlot>(
        *card, static_cast<std::uint8_t>(slots_.size()), clock,
        [this](std::vector<std::uint8_t> message) { send(std::move(message)); }));
  }
}

CcidFunction::~CcidFunction() {
  for (auto& answer : answers_) crypto::wipe(answer);
  crypto::wipe(buffer_);
}

void CcidFunction::describe(ConfigurationBuilder& config) {
  interface_ = config.reserve_interface();
  in_ = config.reserve_in();
  out_ = config.reserve_out();
  interrupt_ = config.reserve_in();
  config.interface({.number = interface_, .interface_class = kSmartCardClass, .name = name_});
  config.class_specific(class_descriptor(slots_.size()));
  config.bulk(in_);
  config.bulk(out_);
  config.interrupt(interrupt_, kInterruptPacket, kInterruptMs);
}

void CcidFunction::configured() {
  configured_ = true;
  receive_next();
  notify();
}

void CcidFunction::unconfigured() {
  configured_ = false;
  for (auto& slot : slots_) slot->reset();
  for (auto& answer : answers_) crypto::wipe(answer);
  answers_.clear();
  crypto::wipe(buffer_);
  have_ = asked_ = 0;
  too_long_ = sending_ = notifying_ = false;
  stalled_at_ms_ = kNever;
}

void CcidFunction::suspended(bool suspended) {
  if (!suspended && configured_) notify();  // 3.2: the host asks anew after a resume
}

// Every card is present, and has just come from where the host sits.
void CcidFunction::notify() {
  if (notifying_) return;
  notification_.assign(1 + (slots_.size() + 3) / 4, 0);
  notification_[0] = kSlotChange;
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    auto& byte = notification_[1 + i / 4];
    byte = static_cast<std::uint8_t>(byte | 3U << 2U * (i % 4));
  }
  notifying_ = true;
  transfers().start_in(interrupt_, notification_, false);
}

void CcidFunction::transfer_done(std::uint8_t endpoint, std::size_t size) {
  if (endpoint == out_) return received(size);
  if (endpoint == interrupt_) {
    notifying_ = false;
    return;
  }
  crypto::wipe(answers_.front());
  answers_.pop_front();
  sending_ = false;
  send_next();
  if (asked_ == 0) receive_next();
}

bool CcidFunction::host_reads() const { return answers_.size() < kMostAnswers; }

// A message has no mark at its end where it fills its last packet (hosts send no empty packet), so
// that its first packet is taken alone and dwLength says how much more there is to take.
void CcidFunction::receive_next() {
  if (configured_ && host_reads()) {
    receive(packet_size());
  }
}

std::size_t CcidFunction::packet_size() const {
  return transfers().speed() == UsbSpeed::kHigh ? 512 : 64;
}

void CcidFunction::receive(std::size_t wanted) {
  asked_ = wanted;
  transfers().start_out(out_, std::span(buffer_).subspan(have_, wanted));
}

void CcidFunction::received(std::size_t size) {
  const bool ended = size < asked_;
  asked_ = 0;
  if (too_long_) {
    excess_ -= std::min<std::uint64_t>(excess_, size);
    if (ended || excess_ == 0) return message_ended();
    return receive_excess();
  }
  have_ += size;
  if (have_ == 0) return receive_next();  // the empty packet behind the last message
  const auto header = wire::parse_ccid_header(std::span(buffer_).first(have_));
  if (ended || !header) return message_ended();
  const std::uint64_t whole = std::uint64_t{wire::kCcidHeader} + header->length;
  if (whole <= have_) return message_ended();
  if (whole > buffer_.size()) {
    too_long_ = true;
    excess_ = whole - have_;
    return receive_excess();
  }
  receive_rest(whole - have_);
}

// Whole packets, as many as hold `left` bytes, or as there is room for.
void CcidFunction::receive_rest(std::uint64_t left) {
  stalled_at_ms_ = clock_.now_ms() + kStalledMs;
  const std::size_t room = buffer_.size() - have_;
  const std::uint64_t packet = packet_size();
  receive(static_cast<std::size_t>(
      std::min<std::uint64_t>((left + packet - 1) / packet * packet, room)));
}

// What does not fit is taken off the bus and dropped, so that the next message is found.
void CcidFunction::receive_excess() { receive_rest(excess_); }

void CcidFunction::message_ended() {
  const wire::Bytes bytes = std::span(buffer_).first(have_);
  const auto message = wire::parse_ccid_message(bytes);
  if (too_long_ || !message) {
    refuse(bytes, wire::ccid_error::kBadLength);
  } else if (message->header.slot >= slots_.size()) {
    refuse(bytes, wire::ccid_error::kNoSuchSlot);
  } else {
    slots_[message->header.slot]->handle(*message);
  }
  crypto::wipe(std::span(buffer_).first(have_));
  have_ = 0;
  too_long_ = false;
  stalled_at_ms_ = kNever;
  if (asked_ == 0) receive_next();
}

// Answers a message that no slot can take. What is missing of its header counts as zero.
void CcidFunction::refuse(wire::Bytes message, std::uint8_t error) {
  std::array<std::uint8_t, wire::kCcidHeader> whole{};
  std::copy_n(message.begin(), std::min(message.size(), whole.size()), whole.begin());
  const wire::CcidHeader header = wire::parse_ccid_header(whole).value_or(wire::CcidHeader{});
  if (header.slot < slots_.size()) return slots_[header.slot]->refuse(header, error);
  wire::CcidResponse response;
  response.type = wire::ccid_answer_to(header.type);
  response.slot = header.slot;
  response.sequence = header.sequence;
  response.icc = wire::IccStatus::kAbsent;
  response.status = wire::CcidCommandStatus::kFailed;
  response.error = error;
  send(wire::encode_ccid_response(response, {}));
}

void CcidFunction::send(std::vector<std::uint8_t> message) {
  if (!configured_) return crypto::wipe(message);
  answers_.push_back(std::move(message));
  send_next();
}

void CcidFunction::send_next() {
  if (sending_ || answers_.empty()) return;
  sending_ = true;
  transfers().start_in(in_, answers_.front(), true);
}

bool CcidFunction::control_in(const UsbSetup& setup, std::vector<std::uint8_t>& answer) {
  if (kind_of(setup) != RequestKind::kClass || recipient_of(setup) != Recipient::kInterface) {
    return false;
  }
  if (setup.value != 0) return false;
  if (setup.request == kGetClockFrequencies) {
    answer = LittleEndian().u32(kClockKhz).take();
    return true;
  }
  if (setup.request == kGetDataRates) {
    answer = LittleEndian().u32(kDefaultRate).u32(kMaxRate).take();
    return true;
  }
  return false;
}

bool CcidFunction::control_out(const UsbSetup& setup, std::span<const std::uint8_t> data) {
  if (kind_of(setup) != RequestKind::kClass || recipient_of(setup) != Recipient::kInterface) {
    return false;
  }
  const auto slot = static_cast<std::uint8_t>(setup.value);
  if (setup.request != kAbort || !data.empty() || slot >= slots_.size()) return false;
  slots_[slot]->abort_requested(static_cast<std::uint8_t>(setup.value >> 8U));
  return true;
}

void CcidFunction::step(std::uint64_t now_ms) {
  if (!configured_) return;
  if (now_ms >= stalled_at_ms_) {
    transfers().cancel(out_);
    asked_ = 0;
    message_ended();
  }
  if (!host_reads()) return;
  for (auto& slot : slots_) slot->step(now_ms);
}

std::uint64_t CcidFunction::next_deadline() const {
  std::uint64_t next = stalled_at_ms_;
  if (!host_reads()) return next;
  for (const auto& slot : slots_) next = std::min(next, slot->next_deadline());
  return next;
}

}  // namespace gokey::usb
