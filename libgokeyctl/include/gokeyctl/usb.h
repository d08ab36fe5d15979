// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Tokens on this machine's USB: what udev says of them, and what stands in the way of using them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gokeyctl/card.h"
#include "gokeyctl/error.h"
#include "gokeyctl/export.h"

namespace gokeyctl {

// A token is known by these ids; its functions by their class, never by their number.
inline constexpr std::uint16_t kUsbVendor = 0x1209;
inline constexpr std::uint16_t kUsbProduct = 0x2702;

// What keeps a person from using a part of an attached token. The order is that of importance.
enum class UsbProblem : std::uint8_t {
  kNoPermission,  // the hidraw node is there, but not for this person
  kNoDriver,      // no kernel driver took the FIDO or the network function
  kLinkDown,      // the network interface is not switched on
  kNoAddress,     // it has no IPv4 address in the token's network, 10.0.0.0/24
  kReaderBusy,    // another program holds the reader or its card for itself
  kNoReader,      // there is a reader function, but pcscd shows no reader for it
};
[[nodiscard]] GOKEYCTL_API std::string_view name(UsbProblem problem);  // "no-permission", …

struct UsbNetwork {
  std::string name;                    // "enx1a5522000001"
  std::string driver;                  // "cdc_ether", "cdc_ncm"
  bool up = false;                     // switched on
  std::vector<std::string> addresses;  // "10.0.0.1/24", IPv4 only
  bool reaches_token = false;          // one of them is in 10.0.0.0/24
};

struct UsbHid {
  std::string node;         // "/dev/hidraw3"
  bool accessible = false;  // this person may read and write it
};

struct UsbToken {
  std::string serial;  // as the device says; eight upper-case hex digits of a proper token
  std::string port;    // the kernel's name of the socket: "1-2.3"
  bool has_reader = false, has_hid = false, has_network = false;  // its functions, by class
  std::optional<CardReader> reader;                               // as pcscd names it
  std::optional<UsbHid> hid;
  std::vector<UsbNetwork> networks;
  std::vector<UsbProblem> problems;  // most important first

  [[nodiscard]] bool has(UsbProblem problem) const {
    for (const UsbProblem p : problems) {
      if (p == problem) return true;
    }
    return false;
  }
};

// Every token on USB, by port. Asks udev, the kernel's interface list and pcscd; opens no device.
// kFailed if udev cannot be asked.
[[nodiscard]] GOKEYCTL_API Result<std::vector<UsbToken>> list_usb_tokens();

// Why the console of this token cannot be reached through its network interface, and the command
// that helps; success if nothing speaks against it. kUnreachable, with "reason" no-interface,
// link-down or no-address.
[[nodiscard]] GOKEYCTL_API Result<void> check_network(const UsbToken& token);

struct UsbEvent {
  enum class Kind : std::uint8_t { kAdded, kRemoved, kChanged };
  Kind kind = Kind::kChanged;  // kChanged: a driver, reader or interface came or went
  std::string port;
};

// Says when tokens come and go. Waits for nothing by itself: put fd() into a poll(2).
class GOKEYCTL_API UsbMonitor {
 public:
  [[nodiscard]] static Result<UsbMonitor> open();
  ~UsbMonitor();
  UsbMonitor(UsbMonitor&&) noexcept;
  UsbMonitor& operator=(UsbMonitor&&) noexcept;

  [[nodiscard]] int fd() const;  // readable when next() has something
  // The next event that concerns a token; nothing when there is none now.
  [[nodiscard]] std::optional<UsbEvent> next();

 private:
  struct Impl;
  explicit UsbMonitor(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace gokeyctl
