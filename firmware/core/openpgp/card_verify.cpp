// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// VERIFY, and who opened which key.
#include <algorithm>

#include "core/openpgp/card.h"
#include "core/openpgp/status.h"

namespace gokey::openpgp {
namespace {

namespace sw = wire::sw;
using vault::KeyChange;
using vault::KeySet;
using vault::KeyUse;

constexpr std::uint8_t kPw1Signature = 0x81;
constexpr std::uint8_t kPw1Other = 0x82;
constexpr std::uint8_t kPw3 = 0x83;
constexpr std::uint8_t kCheck = 0x00;
constexpr std::uint8_t kTakeBack = 0xFF;

constexpr KeySet united(KeySet a, KeySet b) {
  return KeySet::from_bits(static_cast<std::uint8_t>(a.bits() | b.bits()));
}
constexpr KeySet without(KeySet a, KeySet b) {
  return KeySet::from_bits(static_cast<std::uint8_t>(a.bits() & ~b.bits()));
}

KeySet changed_to(KeyChange change, const vault::Response& response) {
  KeySet keys;
  for (const KeyUse use : vault::kAllUses) {
    if (response.changes[vault::index(use)] == change) keys = united(keys, {use});
  }
  return keys;
}

wire::StatusWord verified(const vault::Response& response) {
  if (response.outcome == vault::Outcome::kWrongPassphrase) {
    return sw::tries_left(response.snapshot.tries_left);
  }
  return status_of(response.outcome);
}

}  // namespace

// OpenPGP card 3.4.1, 7.2.2. PW3 does not exist: C4 says that no try is left for it. Taking it back
// is granted, since OpenSC's logout takes back all three and wants success.
Card::Result Card::verify(const wire::CommandApdu& command) {
  if (command.p1 != kCheck && command.p1 != kTakeBack) return sw::kIncorrectP1P2;
  if (command.p2 < kPw1Signature || command.p2 > kPw3) return sw::kReferencedDataNotFound;
  const bool take_back = command.p1 == kTakeBack;
  if (take_back && !command.data.empty()) return sw::kWrongLength;
  if (command.p2 == kPw3) return take_back ? sw::kOk : sw::kAuthenticationMethodBlocked;

  const KeySet other = options_.classic ? KeySet{KeyUse::kDecryption} : vault::kDecAndAut;
  const KeySet keys = present(command.p2 == kPw1Other ? other : vault::kSigOnly);
  const bool initialised = token_.status().initialised;
  if (take_back) return keys.empty() || !initialised ? Result(sw::kOk) : lock(keys);
  if (keys.empty()) {
    token_.note("missing key for VERIFY");
    return sw::kReferencedDataNotFound;
  }
  // SNVS mode ssh: the card waits for its owner's login on the console, as the original does.
  if (!initialised) return sw::kConditionsOfUseNotSatisfied;
  if (command.data.empty()) return verify_status(keys);
  const KeySet locked = without(keys, unlocked(keys, token_.status()));
  if (locked.empty()) return sw::kOk;
  return unlock(locked, command.data);
}

// With one passphrase for each of the two keys behind 82 it can be that only one is open: that is a
// success, as it was when VERIFY opened it.
Card::Result Card::verify_status(KeySet keys) const {
  const token::TokenStatus status = token_.status();
  if (!unlocked(keys, status).empty()) return sw::kOk;
  if (status.retry_after_seconds) return sw::kAuthenticationMethodBlocked;
  return sw::tries_left(status.tries_left);
}

Card::Result Card::unlock(KeySet locked, wire::Bytes passphrase) {
  if (passphrase.size() > kMaxPassphrase) return sw::kIncorrectData;
  opening_ = locked;
  ask(vault::Unlock{locked, crypto::Secret::copy_of(passphrase)},
      [this](const vault::Response& response) {
        opening_ = {};
        opened_ = united(opened_, changed_to(KeyChange::kUnlocked, response));
        return Answer(verified(response));
      });
  return std::nullopt;
}

Card::Result Card::lock(KeySet keys) {
  ask(vault::Lock{keys},
      [](const vault::Response& response) { return Answer(verified(response)); });
  return std::nullopt;
}

// The person at the console decides over a key that was opened there, also where VERIFY had opened
// it before.
void Card::key_changed(const token::KeyChanged& event) {
  const bool open = event.change == KeyChange::kUnlocked ||
                    event.change == KeyChange::kAlreadyUnlocked || event.change == KeyChange::kNone;
  if (!open || event.origin == token::Origin::kConsole) opened_ = without(opened_, {event.use});
}

// The vault serves requests in order: what a VERIFY under way is going to open is closed behind it,
// and a VERIFY of the next session comes after that. So `closing_` can be forgotten once all locks
// are done.
void Card::relock() {
  const KeySet keys = united(opened_, opening_);
  if (keys.empty()) return;
  opened_ = {};
  opening_ = {};
  closing_ = united(closing_, keys);
  ++locks_;
  token_.request(guard_, token::Origin::kCard, vault::Lock{keys}, [this](vault::Response&) {
    if (--locks_ == 0) closing_ = {};
  });
}

KeySet Card::unlocked(KeySet keys, const token::TokenStatus& status) const {
  KeySet open;
  for (const KeyUse use : vault::kAllUses) {
    const auto& key = status.keys[vault::index(use)];
    if (keys.has(use) && key && !key->locked) open = united(open, {use});
  }
  return without(open, closing_);
}

KeySet Card::present(KeySet keys) const {
  KeySet found;
  for (const KeyUse use : vault::kAllUses) {
    if (keys.has(use) && key(use) != nullptr) found = united(found, {use});
  }
  return found;
}

}  // namespace gokey::openpgp
