// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Tokens that come and go on USB, and those the trust store knows.
#include <algorithm>
#include <utility>

#include "base/time.h"
#include "broker/tokens.h"

namespace gokeyctl::broker {
namespace {

std::string id_of(const KnownToken& token) {
  if (!token.serial.empty()) return token.serial;
  if (token.usb) return "usb:" + token.usb->port;
  return token.endpoint ? "console:" + token.endpoint->text() : std::string();
}

bool same_place(const std::optional<Endpoint>& one, const std::optional<Endpoint>& other) {
  return one && other && one->text() == other->text() && one->interface == other->interface;
}

}  // namespace

// The record that a finding is about; null if it is new.
Tokens::Token* Tokens::find_known(const KnownToken& found) {
  if (found.usb) {
    const auto plugged = std::ranges::find_if(tokens_, [&](const auto& token) {
      return token->record.known.usb_port == found.usb->port &&
             (found.serial.empty() || token->record.known.serial == found.serial);
    });
    if (plugged != tokens_.end()) return plugged->get();
    const auto by_serial = std::ranges::find_if(tokens_, [&](const auto& token) {
      return !found.serial.empty() && token->record.known.serial == found.serial &&
             !token->outright && !token->record.known.usb_port;
    });
    return by_serial == tokens_.end() ? nullptr : by_serial->get();
  }
  if (!found.serial.empty()) {
    if (Token* token = find(found.serial)) return token;
  }
  const auto there = std::ranges::find_if(tokens_, [&](const auto& token) {
    return same_place(token->record.known.endpoint, found.endpoint);
  });
  return there == tokens_.end() ? nullptr : there->get();
}

void Tokens::remove(Token& token) {
  end_session(token);
  token.reachable = true;
  token.record.known.usb_port.reset();
  token.record.known.hid_node.reset();
  token.record.known.reader.reset();
  token.relock_failures = 0;
  publish(token, token.record.remove(Moment::now()));
}

void Tokens::plug(Token& token, const KnownToken& found) {
  // Only what is on USB is plugged in; value() is the check.
  const auto& usb = found.usb.value();  // NOLINT(bugprone-unchecked-optional-access)
  BrokerToken& known = token.record.known;
  const bool moved = known.attached && !same_place(known.endpoint, found.endpoint);
  if (moved) end_session(token);
  known.attached = true;
  known.usb_port = usb.port;
  known.endpoint = found.endpoint;
  known.hid_node = usb.hid ? std::optional(usb.hid->node) : std::nullopt;
  token.hid_node->set(known.hid_node);
  const auto way = check_network(usb);
  const bool opened = way && !token.reachable;
  token.reachable = way.has_value();
  if (!way) {
    end_session(token);
    if (!known.problem || known.problem->message != way.error().message)
      publish(token, token.record.lose(way.error(), Moment::now()));
    return;
  }
  if (!token.session) return start_session(token);
  if (opened) connect(token);
}

void Tokens::found(const std::vector<KnownToken>& all) {
  std::vector<const Token*> still, plugged;
  const auto trust = TrustStore::open(options_.trust);
  for (const KnownToken& one : all) {
    if (id_of(one).empty()) continue;
    Token* token = find_known(one);
    if (token == nullptr) token = &add(find(id_of(one)) == nullptr ? id_of(one) : place_of(one));
    still.push_back(token);
    if (one.usb) plugged.push_back(token);
    const std::string before = to_json(token->record.view(Moment::now()));
    BrokerToken& known = token->record.known;
    if (known.serial.empty()) known.serial = one.serial;
    if (!known.endpoint) known.endpoint = one.endpoint;
    known.reader = one.reader ? std::optional(one.reader->name) : std::nullopt;
    if (trust) take_trust(*token, *trust);
    if (one.usb) plug(*token, one);
    if (to_json(token->record.view(Moment::now())) != before) publish_view(*token);
  }
  const auto is_in = [](const std::vector<const Token*>& list, const Token* token) {
    return std::ranges::find(list, token) != list.end();
  };
  std::vector<std::uint64_t> others;
  for (const auto& token : tokens_) {
    // One that is known and not plugged in any more is still there, but not attached.
    if (token->record.known.usb_port && !is_in(plugged, token.get())) remove(*token);
    if (!is_in(still, token.get())) others.push_back(token->number);
  }
  for (const std::uint64_t number : others) leave(number);
}

// It is neither plugged in nor known.
void Tokens::leave(std::uint64_t number) {
  Token* token = by_number(number);
  if (token == nullptr) return;
  if (token->outright) {
    if (std::exchange(token->record.known.reader, std::nullopt)) publish_view(*token);
    return;
  }
  BrokerEvent gone;
  gone.kind = BrokerEvent::Kind::kGone;
  gone.time = base::rfc3339_ms(std::chrono::system_clock::now());
  gone.id = token->record.known.id;
  if (token->deadline) loop_.cancel(*token->deadline);
  end_session(*token);
  std::erase_if(tokens_, [&](const auto& each) { return each->number == number; });
  hooks_.on_event(gone);
}

std::string Tokens::place_of(const KnownToken& token) {
  if (token.usb) return "usb:" + token.usb->port;
  return token.endpoint ? "console:" + token.endpoint->text() : "card:" + token.serial;
}

}  // namespace gokeyctl::broker
