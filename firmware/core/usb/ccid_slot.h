// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <vector>

#include "core/usb/card_slot.h"
#include "hal/clock.h"
#include "wire/ccid.h"

namespace gokey::usb {

// The longest message either way, dwMaxCCIDMessageLength: whole packets at both speeds, and less
// than the 2065 bytes that scdaemon's own driver has room for.
inline constexpr std::size_t kCcidMaxMessage = 2048;
inline constexpr std::size_t kCcidMaxData = kCcidMaxMessage - wire::kCcidHeader;

// One slot of the reader with its card: answers every message, at once or when the card is done.
// Sections are those of the CCID specification, revision 1.1.
class CcidSlot {
 public:
  // How long the reader lets its host wait without a word. libccid gives up after 3 s, scdaemon
  // after 5 s; each time extension starts their time anew.
  static constexpr std::uint64_t kExtensionMs = 1000;
  // The two halves of an abort come within this time.
  static constexpr std::uint64_t kAbortMs = 1000;
  // The longest command APDU: extended, with all of data and Le (ISO/IEC 7816-4, 5.1).
  static constexpr std::size_t kLongestApdu = 7UZ + 65535 + 2;
  static constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max();

  using Send = std::function<void(std::vector<std::uint8_t> message)>;

  CcidSlot(CardSlot& card, std::uint8_t number, const hal::Clock& clock, Send send);
  ~CcidSlot();
  CcidSlot(const CcidSlot&) = delete;
  CcidSlot& operator=(const CcidSlot&) = delete;

  // A whole message for this slot.
  void handle(const wire::CcidMessage& message);
  void refuse(const wire::CcidHeader& header, std::uint8_t error);
  // The control request ABORT (5.3.1).
  void abort_requested(std::uint8_t sequence);
  // The bus is gone: the card loses its power, nothing is answered any more.
  void reset();

  void step(std::uint64_t now_ms);
  [[nodiscard]] std::uint64_t next_deadline() const;

 private:
  using Header = wire::CcidHeader;

  void dispatch(const wire::CcidMessage& message);
  void power_on(const Header& header);
  void power_off(const Header& header);
  void parameters(const wire::CcidMessage& message);
  void transfer(const wire::CcidMessage& message);
  void assemble(const wire::CcidMessage& message, unsigned level);
  void run(const Header& header, wire::Bytes apdu);
  void finished(std::vector<std::uint8_t> response);
  void send_response_part(const Header& header, bool first);
  void abort_message(const Header& header);
  void finish_abort(const Header& header);
  void answer(const Header& header, wire::Bytes data = {}, std::uint8_t specific = 0);
  void say(const Header& header, wire::CcidCommandStatus status, std::uint8_t error,
           std::uint8_t specific, wire::Bytes data);
  void forget_transfers();
  void set_default_parameters();

  CardSlot& card_;
  std::uint8_t number_;
  const hal::Clock& clock_;
  Send send_;

  bool powered_ = false;
  std::array<std::uint8_t, wire::kCcidT1Parameters> parameters_{};
  std::vector<std::uint8_t> command_;   // parts of a chained command APDU
  std::vector<std::uint8_t> response_;  // what of a long response is still to be fetched
  std::size_t response_sent_ = 0;

  std::optional<Header> running_;  // the message that the card works for
  unsigned session_ = 0;           // counts ended ones, so that a late reply finds out
  std::uint64_t extension_at_ms_ = kNever;

  std::optional<std::uint8_t> abort_requested_;  // by the control pipe, its sequence number
  std::optional<Header> abort_message_;          // by the bulk pipe
  std::uint64_t abort_until_ms_ = kNever;
};

}  // namespace gokey::usb
