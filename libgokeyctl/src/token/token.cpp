// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gokeyctl/token.h"

#include <algorithm>

#include "base/hex.h"
#include "base/host_port.h"
#include "gokeyctl/text.h"

namespace gokeyctl {
namespace {

constexpr std::string_view kConsole = "console:";
constexpr std::string_view kUsb = "usb:";
constexpr std::uint16_t kSshPort = 22;
constexpr std::size_t kMaxText = 64;

Error malformed(std::string_view text, Sentence why) {
  return Error{.code = Code::kUsage,
               .message = say("token '{}': {}", printable(text, 60), std::move(why)),
               .hint = say("name it by serial, nickname, usb:PORT or console:HOST[:PORT]"),
               .details = {{"reason", "selector"}},
               .cause = nullptr};
}

// A kernel name of a USB port: "1-2.3".
bool is_usb_port(std::string_view text) {
  return !text.empty() && text.size() <= kMaxText && std::ranges::all_of(text, [](char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '.';
  });
}

bool is_nickname(std::string_view text) {
  return text.size() <= kMaxText && text.front() != '-' && std::ranges::all_of(text, [](char c) {
           return static_cast<unsigned char>(c) > 0x20 && c != '\x7F' && c != ':';
         });
}

KnownToken known_from(const TrustEntry& entry) {
  KnownToken token;
  token.serial = entry.serial;
  token.trust = entry.trust;
  if (!entry.nickname.empty()) token.nickname = entry.nickname;
  if (token.serial.empty() && entry.endpoint.starts_with(kUsb))
    token.serial = entry.endpoint.substr(kUsb.size());
  // A token that was met on USB has no address while it is not plugged in.
  if (entry.endpoint.starts_with(kUsb)) return token;
  if (const auto address = base::parse_host_port(entry.endpoint, kSshPort)) {
    token.endpoint = Endpoint{.host = address->host, .port = address->port};
  }
  return token;
}

// The way to the console of a token on USB: through the interface it brought.
std::optional<Endpoint> endpoint_of(const UsbToken& usb) {
  if (usb.networks.empty()) return std::nullopt;
  const auto usable = std::ranges::find_if(
      usb.networks, [](const UsbNetwork& n) { return n.up && n.reaches_token; });
  Endpoint endpoint;
  endpoint.interface = usable != usb.networks.end() ? usable->name : usb.networks.front().name;
  endpoint.serial = usb.serial;
  return endpoint;
}

// Joined with what is known of its serial. A console that was trusted under another address, such
// as a forwarded port, stays a token of its own line.
void add_usb(std::vector<KnownToken>& tokens, const UsbToken& usb) {
  const std::string address = Endpoint().text();
  const auto same = std::ranges::find_if(tokens, [&](const KnownToken& token) {
    const bool here = !token.endpoint || token.endpoint->text() == address;
    return !usb.serial.empty() && token.serial == usb.serial && here && !token.usb;
  });
  KnownToken& token = same != tokens.end() ? *same : tokens.emplace_back();
  token.serial = usb.serial;
  token.endpoint = endpoint_of(usb);
  token.reader = usb.reader;
  token.usb = usb;
}

void add_reader(std::vector<KnownToken>& tokens, const CardReader& reader, const Found& found) {
  const bool of_usb = std::ranges::any_of(tokens, [&](const KnownToken& token) {
    return token.usb && token.reader && token.reader->name == reader.name;
  });
  if (of_usb) return;
  const auto card = found.read_card(reader.name);
  // A card held exclusively cannot be asked for its serial, but it is there.
  if (!card && card.error().code != Code::kBusy) return;
  const std::string serial = card ? card->serial : std::string();
  const auto same = std::ranges::find_if(tokens, [&](const KnownToken& token) {
    return !serial.empty() && token.serial == serial && !token.reader;
  });
  KnownToken& token = same != tokens.end() ? *same : tokens.emplace_back();
  token.serial = serial;
  token.reader = reader;
}

}  // namespace

Result<Selector> parse_selector(std::string_view text) {
  Selector selector;
  selector.text = text;
  if (text.empty()) return std::unexpected(malformed(text, say("it is empty")));
  if (text.starts_with(kConsole)) {
    const auto address = base::parse_host_port(text.substr(kConsole.size()), kSshPort);
    if (!address) return std::unexpected(address.error());
    selector.kind = Selector::Kind::kConsole;
    selector.endpoint = {address->host, address->port};
    selector.text = text.substr(kConsole.size());
    return selector;
  }
  if (text.starts_with(kUsb)) {
    selector.kind = Selector::Kind::kUsbPort;
    selector.text = text.substr(kUsb.size());
    if (!is_usb_port(selector.text))
      return std::unexpected(malformed(text, say("that is not a USB port such as usb:1-2.3")));
    return selector;
  }
  if (text.size() >= 4 && text.size() <= 8 && base::is_hex(text)) {
    selector.kind = Selector::Kind::kSerial;
    selector.text = base::upper(text);
    return selector;
  }
  if (!is_nickname(text)) return std::unexpected(malformed(text, say("that is not a nickname")));
  selector.kind = Selector::Kind::kNickname;
  return selector;
}

std::vector<KnownToken> join_tokens(const TrustStore& trust, const Found& found) {
  std::vector<KnownToken> tokens;
  for (const TrustEntry& entry : trust.entries()) tokens.push_back(known_from(entry));
  for (const UsbToken& usb : found.usb) add_usb(tokens, usb);
  for (const CardReader& reader : found.readers) {
    if (reader.card_present) add_reader(tokens, reader, found);
  }
  return tokens;
}

std::vector<KnownToken> list_tokens(const TrustStore& trust) {
  Found found;
  // Where udev or pcscd cannot be asked there is nothing of theirs to add.
  found.usb = list_usb_tokens().value_or(std::vector<UsbToken>{});
  found.readers = list_card_readers().value_or(std::vector<CardReader>{});
  found.read_card = read_card;
  return join_tokens(trust, found);
}

TokenStatus status_from_card(const CardInfo& card) {
  // The original numbers its cards under this manufacturer.
  constexpr std::uint16_t kOriginal = 0xF5EC;
  TokenStatus status;
  status.token.serial = card.serial;
  status.token.dialect = card.manufacturer == kOriginal ? Dialect::kClassic : Dialect::kNative;
  status.openpgp.initialised = !card.keys.empty();
  status.openpgp.signatures = card.signatures;
  status.openpgp.tries_left = card.tries[0];
  status.openpgp.signature_pin_once = card.signature_pin_once;
  for (const CardKey& key : card.keys) {
    status.openpgp.keys.push_back(
        {key.use, key.fingerprint, key.algorithm, key.created, /*locked=*/true});
  }
  return status;
}

}  // namespace gokeyctl
