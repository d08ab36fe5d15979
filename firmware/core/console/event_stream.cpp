// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/console/event_stream.h"

#include <limits>
#include <utility>

#include "core/token/json.h"
#include "wire/hex.h"

namespace gokey::console {
namespace {

using token::JsonWriter;

constexpr std::uint64_t kNever = std::numeric_limits<std::uint64_t>::max();

std::string_view word(token::Origin origin) {
  return origin == token::Origin::kCard ? "card" : "console";
}

std::string_view word(token::Operation::Kind kind) {
  switch (kind) {
    case token::Operation::Kind::kSign:
      return "sign";
    case token::Operation::Kind::kDecrypt:
      return "decrypt";
    case token::Operation::Kind::kAuthenticate:
      return "authenticate";
  }
  return "";
}

std::string key_data(const token::KeyChanged& event) {
  JsonWriter json;
  json.begin_object();
  json.key("use").text(vault::short_name(event.use));
  json.key("fingerprint").text(wire::to_hex(event.fingerprint));
  json.key("origin").text(word(event.origin));
  return json.end_object().release();
}

std::string operation_data(const token::Operation& event) {
  JsonWriter json;
  json.begin_object();
  json.key("operation").text(word(event.kind));
  json.key("use").text(vault::short_name(event.use));
  json.key("succeeded").boolean(event.succeeded);
  return json.end_object().release();
}

std::string_view presence_word(token::Presence::Outcome outcome) {
  switch (outcome) {
    case token::Presence::Outcome::kConfirmed:
      return "presence-confirmed";
    case token::Presence::Outcome::kTimedOut:
      return "presence-timeout";
    case token::Presence::Outcome::kCancelled:
      return "presence-cancelled";
  }
  return "";
}

std::string presence_data(const std::string& application, std::optional<std::uint32_t> seconds) {
  JsonWriter json;
  json.begin_object().key("application").text(application);
  if (seconds) json.key("seconds_left").number(*seconds);
  return json.end_object().release();
}

// A delay that only counts down is no change.
token::TokenStatus without_countdown(token::TokenStatus status) {
  if (status.retry_after_seconds) status.retry_after_seconds = 0;
  if (status.fido.presence_pending) status.fido.presence_pending->seconds_left = 0;
  return status;
}

}  // namespace

EventStream::EventStream(Channel& channel, token::Token& token, const hal::Clock& clock,
                         std::string_view line_end)
    : channel_(channel),
      token_(token),
      clock_(clock),
      line_end_(line_end),
      subscription_(token.subscribe([this](const token::Event& event) { on_event(event); })) {
  tick(clock_.now_ms());
}

void EventStream::on_event(const token::Event& event) {
  if (const auto* change = std::get_if<token::KeyChanged>(&event)) {
    if (change->change == vault::KeyChange::kUnlocked) queue("unlocked", key_data(*change));
    if (change->change == vault::KeyChange::kLocked) queue("locked", key_data(*change));
  } else if (const auto* operation = std::get_if<token::Operation>(&event)) {
    queue("operation", operation_data(*operation));
  } else if (const auto* asked = std::get_if<token::PresenceRequested>(&event)) {
    queue("presence-requested", presence_data(asked->application, asked->seconds));
  } else if (const auto* ended = std::get_if<token::PresenceEnded>(&event)) {
    queue(presence_word(ended->outcome), presence_data(ended->application, std::nullopt));
  }
  tick(clock_.now_ms());
}

void EventStream::tick(std::uint64_t now_ms) {
  while (!queue_.empty() && channel_.pending() < kPendingLimit) {
    channel_.write(queue_.front());
    queue_.pop_front();
  }

  const token::TokenStatus now = token_.status();
  token::TokenStatus comparable = without_countdown(now);
  bool changed = told_ != comparable;
  if (changed && now_ms >= next_status_ && channel_.pending() < kPendingLimit) {
    channel_.write(line("status", to_json(now)));
    told_ = std::move(comparable);
    next_status_ = now_ms + kStatusInterval;
    changed = false;
  }

  deadline_ = kNever;
  if (now.retry_after_seconds) deadline_ = now_ms + kDelayInterval;
  if (changed || !queue_.empty()) {
    deadline_ = now_ms < next_status_ ? next_status_ : now_ms + kStatusInterval;
  }
}

void EventStream::queue(std::string_view name, const std::string& data) {
  if (queue_.size() == kQueueLimit) queue_.pop_front();
  queue_.push_back(line(name, data));
}

std::string EventStream::line(std::string_view name, std::string_view data) const {
  JsonWriter json;
  json.begin_object().key("event").text(name).key("time");
  if (const std::optional<std::uint64_t> unix_ms = clock_.unix_ms()) {
    json.text(token::rfc3339(*unix_ms / 1000));
  } else {
    json.null();
  }
  json.key("data").raw(data).end_object();
  return json.release() + line_end_;
}

}  // namespace gokey::console
