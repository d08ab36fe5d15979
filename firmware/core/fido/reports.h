// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The FIDO application as its transport sees it: 64-byte HID reports in, 64-byte reports out. The
// USB HID function drives it, or a socket that carries the reports.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace gokey::fido {

inline constexpr std::size_t kReportSize = 64;
using Report = std::array<std::uint8_t, kReportSize>;

// The HID report descriptor of such a device, CTAP 2.1, 11.2.8.2.
inline constexpr std::array<std::uint8_t, 34> kReportDescriptor{
    0x06, 0xD0, 0xF1, 0x09, 0x01, 0xA1, 0x01, 0x09, 0x20, 0x15, 0x00, 0x26,
    0xFF, 0x00, 0x75, 0x08, 0x95, 0x40, 0x81, 0x02, 0x09, 0x21, 0x15, 0x00,
    0x26, 0xFF, 0x00, 0x75, 0x08, 0x95, 0x40, 0x91, 0x02, 0xC0};

// Times are those of hal::Clock::now_ms().
class Reports {
 public:
  virtual ~Reports() = default;
  // A report from the host. May be called at any moment; what comes while an answer is still being
  // taken is handled as CTAPHID says (busy, or dropped).
  virtual void receive(std::span<const std::uint8_t, kReportSize> report, std::uint64_t now_ms) = 0;
  // The next report for the host, taken whenever the transport has room for one: this is the flow
  // control. Nothing if there is none; to be asked again after receive() and after step().
  [[nodiscard]] virtual std::optional<Report> next() = 0;
  [[nodiscard]] virtual bool has_next() const = 0;
  // Everything that is due: keep-alives, timeouts, the end of a wait for presence.
  virtual void step(std::uint64_t now_ms) = 0;
  // When step() is to be called at the latest; the largest value: not for a while.
  [[nodiscard]] virtual std::uint64_t next_deadline() const = 0;
  // The bus was reset, or the cable is out: channels, transactions and pending reports are
  // forgotten, a wait for presence ends.
  virtual void reset() = 0;
  // The plug went in, which is where the power comes from. A bus reset alone is none.
  virtual void powered_up() {}
};

}  // namespace gokey::fido
