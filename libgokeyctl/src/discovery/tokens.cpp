// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "base/hex.h"
#include "discovery/snapshot.h"
#include "gokeyctl/text.h"

namespace gokeyctl {

std::string_view name(UsbProblem problem) {
  switch (problem) {
    case UsbProblem::kNoPermission:
      return "no-permission";
    case UsbProblem::kNoDriver:
      return "no-driver";
    case UsbProblem::kLinkDown:
      return "link-down";
    case UsbProblem::kNoAddress:
      return "no-address";
    case UsbProblem::kReaderBusy:
      return "reader-busy";
    case UsbProblem::kNoReader:
      return "no-reader";
  }
  return "no-driver";
}

namespace discovery {
namespace {

// USB class codes: usb.org/defined-class-codes; CDC data (0A) belongs to a communications
// interface.
constexpr std::string_view kClassHid = "03";
constexpr std::string_view kClassCard = "0b";
constexpr std::string_view kClassCommunications = "02";
constexpr std::size_t kMaxSerial = 64;
// The driver of interfaces that a program took for itself.
constexpr std::string_view kTakenByProgram = "usbfs";

std::string attribute(const Device& device, std::string_view name) {
  const auto found = device.attributes.find(name);
  return found == device.attributes.end() ? std::string() : base::lower(found->second);
}

std::string serial_of(const Device& device) {
  const auto found = device.attributes.find("serial");
  if (found == device.attributes.end()) return {};
  return base::upper(printable(found->second, kMaxSerial));
}

bool is_below(const Device& device, const Device& parent) {
  return device.path.size() > parent.path.size() && device.path.starts_with(parent.path) &&
         device.path[parent.path.size()] == '/';
}

const CardReader* reader_of(const Snapshot& snapshot, std::string_view serial) {
  const auto found = std::ranges::find_if(snapshot.readers, [&](const CardReader& reader) {
    return names_serial(reader.name, serial);
  });
  return found == snapshot.readers.end() ? nullptr : &*found;
}

// What came of a token's parts, before it is judged.
struct Parts {
  UsbToken token;
  bool reader_taken = false;  // a program, pcscd or another, has the reader's interface
};

void add_interface(Parts& parts, const Device& device) {
  const std::string usb_class = attribute(device, "bInterfaceClass");
  if (usb_class == kClassHid) parts.token.has_hid = true;
  if (usb_class == kClassCommunications) parts.token.has_network = true;
  if (usb_class != kClassCard) return;
  parts.token.has_reader = true;
  parts.reader_taken = parts.reader_taken || device.driver == kTakenByProgram;
}

void add_network(UsbToken& token, const Snapshot& snapshot, const Device& device) {
  UsbNetwork network;
  network.name = device.name;
  network.driver = device.driver;
  if (const auto found = snapshot.interfaces.find(device.name);
      found != snapshot.interfaces.end()) {
    network.up = found->second.up;
    network.addresses = found->second.addresses;
    network.reaches_token = std::ranges::any_of(network.addresses, reaches_token);
  }
  token.networks.push_back(std::move(network));
}

void add_hid(UsbToken& token, const Snapshot& snapshot, const Device& device) {
  if (token.hid || device.node.empty()) return;
  token.hid = UsbHid{device.node, snapshot.accessible && snapshot.accessible(device.node)};
}

void judge_network(UsbToken& token) {
  if (token.networks.empty()) {
    if (token.has_network) token.problems.push_back(UsbProblem::kNoDriver);
    return;
  }
  // One way in is enough.
  if (std::ranges::any_of(token.networks,
                          [](const UsbNetwork& n) { return n.up && n.reaches_token; }))
    return;
  const bool up = std::ranges::any_of(token.networks, &UsbNetwork::up);
  token.problems.push_back(up ? UsbProblem::kNoAddress : UsbProblem::kLinkDown);
}

void judge_reader(const Parts& parts, const Snapshot& snapshot, UsbToken& token) {
  if (!token.has_reader || snapshot.card_denied) return;
  if (token.reader) {
    if (token.reader->exclusive) token.problems.push_back(UsbProblem::kReaderBusy);
    return;
  }
  // Taken, but not by pcscd, which would show it: scdaemon's own driver does so.
  if (parts.reader_taken) {
    token.problems.push_back(UsbProblem::kReaderBusy);
  } else if (snapshot.card_service) {
    token.problems.push_back(UsbProblem::kNoReader);
  }
}

UsbToken judge(Parts parts, const Snapshot& snapshot) {
  UsbToken& token = parts.token;
  if (token.hid && !token.hid->accessible) token.problems.push_back(UsbProblem::kNoPermission);
  if (token.has_hid && !token.hid) token.problems.push_back(UsbProblem::kNoDriver);
  judge_network(token);
  judge_reader(parts, snapshot, token);
  std::ranges::sort(token.problems);
  const auto doubles = std::ranges::unique(token.problems);
  token.problems.erase(doubles.begin(), doubles.end());
  return std::move(parts.token);
}

std::optional<std::array<std::uint8_t, 4>> parse_ipv4(std::string_view text) {
  std::array<std::uint8_t, 4> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bytes[i]);
    if (error != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (i + 1 == bytes.size()) break;
    if (!text.starts_with('.')) return std::nullopt;
    text.remove_prefix(1);
  }
  return text.empty() ? std::optional(bytes) : std::nullopt;
}

}  // namespace

bool is_token(const Device& device) {
  return device.subsystem == "usb" && device.type == "usb_device" &&
         attribute(device, "idVendor") == "1209" && attribute(device, "idProduct") == "2702";
}

bool names_serial(std::string_view reader, std::string_view serial) {
  if (serial.empty()) return false;
  const std::string name = base::upper(reader);
  const std::string wanted = base::upper(serial);
  if (name.find("(" + wanted + ")") != std::string::npos) return true;
  const auto open = name.find('[');
  const auto close = name.find(']', open);
  if (open == std::string::npos || close == std::string::npos) return false;
  return std::string_view(name).substr(open, close - open).find(wanted) != std::string_view::npos;
}

bool reaches_token(std::string_view address) {
  const auto slash = address.find('/');
  const auto ipv4 = parse_ipv4(address.substr(0, slash));
  if (!ipv4 || slash == std::string_view::npos) return false;
  unsigned bits = 0;
  const std::string_view prefix = address.substr(slash + 1);
  const auto [end, error] = std::from_chars(prefix.data(), prefix.data() + prefix.size(), bits);
  if (error != std::errc() || end != prefix.data() + prefix.size() || bits > 32) return false;
  constexpr std::array<std::uint8_t, 4> kToken{10, 0, 0, 10};
  if (*ipv4 == kToken) return false;
  for (unsigned i = 0; i < bits; ++i) {
    const unsigned mask = 0x80U >> (i % 8);
    if (((*ipv4)[i / 8] & mask) != (kToken[i / 8] & mask)) return false;
  }
  return true;
}

std::vector<UsbToken> tokens_in(const Snapshot& snapshot) {
  std::vector<UsbToken> tokens;
  for (const Device& device : snapshot.devices) {
    if (!is_token(device)) continue;
    Parts parts;
    parts.token.serial = serial_of(device);
    parts.token.port = printable(device.name, kMaxSerial);
    for (const Device& part : snapshot.devices) {
      if (!is_below(part, device)) continue;
      if (part.subsystem == "usb" && part.type == "usb_interface") add_interface(parts, part);
      if (part.subsystem == "net") add_network(parts.token, snapshot, part);
      if (part.subsystem == "hidraw") add_hid(parts.token, snapshot, part);
    }
    if (const CardReader* reader = reader_of(snapshot, parts.token.serial)) {
      parts.token.reader = *reader;
    }
    tokens.push_back(judge(std::move(parts), snapshot));
  }
  std::ranges::sort(tokens, {}, &UsbToken::port);
  return tokens;
}

}  // namespace discovery
}  // namespace gokeyctl
