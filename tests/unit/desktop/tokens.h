// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Tokens in every state, and a broker that a test plays.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gokeyctl/broker.h"
#include "gui/models/link.h"

namespace gokeyctl::gui::testing {

inline BrokerToken token_in(TokenState state, const std::string& serial = "A1B2C3D4",
                            const std::string& nickname = "Work token") {
  BrokerToken token;
  token.id = token.serial = serial;
  token.nickname = nickname;
  token.attached = true;
  token.known = true;
  token.trust = TrustClass::kTofu;
  token.state = state;
  token.as_of = "2026-11-03T14:03:22Z";
  TokenStatus status;
  status.token.serial = serial;
  status.token.state = LifeCycle::kProvisioned;
  status.openpgp.initialised = true;
  status.openpgp.tries_left = 3;
  for (const KeyUse use : {KeyUse::kSignature, KeyUse::kDecryption, KeyUse::kAuthentication})
    status.openpgp.keys.push_back({.use = use,
                                   .fingerprint = std::string(40, 'a'),
                                   .algorithm = "ed25519",
                                   .created = "2026-01-02T03:04:05Z",
                                   .locked = true});
  status.leds = TokenStatus::Leds{};
  token.status = std::move(status);
  return token;
}

inline BrokerToken locked_token(const std::string& serial = "A1B2C3D4",
                                const std::string& nickname = "Work token") {
  return token_in(TokenState::kLocked, serial, nickname);
}

inline void open_key(BrokerToken& token, KeyUse use) {
  for (KeyStatus& key : token.status->openpgp.keys) {
    if (key.use == use) key.locked = false;
  }
}

// Decryption is unlocked until 14:12.
inline BrokerToken unlocked_token(const std::string& serial = "A1B2C3D4",
                                  const std::string& nickname = "Work token") {
  BrokerToken token = token_in(TokenState::kUnlocked, serial, nickname);
  open_key(token, KeyUse::kDecryption);
  open_key(token, KeyUse::kAuthentication);
  token.status->leds->blue = Led::kOn;
  token.held = {{KeyUse::kDecryption, Hold::Kind::kFor, "2026-11-03T14:12:00Z"}};
  return token;
}

inline BrokerToken working_token(const std::string& serial = "A1B2C3D4",
                                 const std::string& nickname = "Work token") {
  BrokerToken token = token_in(TokenState::kWorking, serial, nickname);
  token.working = KeyUse::kSignature;
  token.status->leds->white = Led::kOn;
  return token;
}

inline PresenceRequest request_of(std::uint64_t number,
                                  std::optional<std::string> site = "github.com") {
  PresenceRequest request;
  request.number = number;
  request.site = std::move(site);
  request.application =
      std::string("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
  request.asker = "firefox";
  request.left = std::chrono::seconds(9);
  return request;
}

inline BrokerToken asking_token(std::uint64_t number = 1, const std::string& serial = "A1B2C3D4",
                                const std::string& nickname = "Work token") {
  BrokerToken token = token_in(TokenState::kPresenceRequested, serial, nickname);
  token.presence = request_of(number);
  token.status->leds->white = Led::kBlink;
  return token;
}

inline Error problem_of(Code code) {
  return Error{.code = code, .message = "look: it failed", .hint = {}, .details = {}, .cause = {}};
}

inline BrokerToken changed_token(const std::string& serial = "A1B2C3D4",
                                 const std::string& nickname = "Work token") {
  BrokerToken token = token_in(TokenState::kAttention, serial, nickname);
  token.problem = problem_of(Code::kHostKey);
  return token;
}

// Keeps what was asked, and answers as the test says.
class PlayedLink : public Link {
 public:
  void tell(BrokerEvent::Kind kind, const BrokerToken& token) {
    BrokerEvent event;
    event.kind = kind;
    event.time = "2026-11-03T14:03:22.000Z";
    event.id = token.id;
    event.token = token;
    event.presence = token.presence;
    emit this->told(event);
  }
  void tell(const BrokerToken& token) { tell(BrokerEvent::Kind::kToken, token); }
  void gone(const std::string& id) {
    BrokerEvent event;
    event.kind = BrokerEvent::Kind::kGone;
    event.time = "2026-11-03T14:03:22.000Z";
    event.id = id;
    emit this->told(event);
  }

  struct Confirmation {
    std::string id;
    std::uint64_t number = 0;
    Done<void> done;
  };
  std::vector<Confirmation> confirmations;
  struct LockAll {
    LockReason reason = LockReason::kAsked;
    LockWhich which = LockWhich::kEveryKey;
    Done<std::size_t> done;
  };
  std::vector<LockAll> locks_of_all;
  std::vector<std::pair<std::string, Done<KeysOutcome>>> locks;
  std::vector<std::pair<std::string, Done<KeysOutcome>>> unlocks;
  std::vector<Endpoint> consoles;

  void refresh(const std::string&, Done<BrokerToken>) override {}
  void unlock(const std::string& id, Scope, Secret, Hold, Done<KeysOutcome> done) override {
    unlocks.emplace_back(id, std::move(done));
  }
  void cancelUnlock(const std::string&) override {}
  void stopConnecting(const std::string&, Done<BrokerToken>) override {}
  void shorten(const std::string&, Hold, Done<BrokerToken>) override {}
  void lock(const std::string& id, Scope, Done<KeysOutcome> done) override {
    locks.emplace_back(id, std::move(done));
  }
  void lockAll(LockReason reason, LockWhich which, Done<std::size_t> done) override {
    locks_of_all.push_back({reason, which, std::move(done)});
  }
  void init(const std::string&, Done<bool>) override {}
  void initFido(const std::string&, bool, Done<TokenStatus>) override {}
  void confirmPresence(const std::string& id, std::uint64_t number, Done<void> done) override {
    confirmations.push_back({id, number, std::move(done)});
  }
  void reboot(const std::string&, Done<void>) override {}
  void trustHostKey(const std::string&, const std::string&, Done<BrokerToken>) override {}
  void forgetHostKey(const std::string&, Done<void>) override {}
  void rename(const std::string&, const std::string&, Done<BrokerToken>) override {}
  void addConsole(const Endpoint& endpoint, Done<BrokerToken>) override {
    consoles.push_back(endpoint);
  }
};

}  // namespace gokeyctl::gui::testing
