// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// init, lock and unlock.
#include <utility>

#include "core/console/commands.h"
#include "core/console/native_session.h"

namespace gokey::console {
namespace {

using vault::KeyChange;
using vault::KeySet;
using vault::KeyUse;
using vault::Outcome;

std::string_view words(KeyChange change) {
  switch (change) {
    case KeyChange::kNone:
      return "";
    case KeyChange::kMissing:
      return "missing";
    case KeyChange::kUnlocked:
      return "unlocked";
    case KeyChange::kAlreadyUnlocked:
      return "already unlocked";
    case KeyChange::kLocked:
      return "locked";
    case KeyChange::kAlreadyLocked:
      return "already locked";
    case KeyChange::kNoPassphrase:
      return "remains unlocked (no passphrase)";
    case KeyChange::kWrongPassphrase:
      return "not opened by this passphrase";
    case KeyChange::kBlocked:
      return "not tried";
  }
  return "";
}

// "sig unlocked, dec already unlocked": one part for each key that the token has.
std::string summary(const vault::Response& response) {
  std::string text;
  for (const KeyUse use : vault::kAllUses) {
    const KeyChange change = response.changes[vault::index(use)];
    if (change == KeyChange::kNone || change == KeyChange::kMissing) continue;
    if (!text.empty()) text += ", ";
    text += vault::short_name(use);
    text += " ";
    text += words(change);
  }
  return text.empty() ? "no such key" : text;
}

// "2 tries left", or when the next one is allowed.
std::string tries(const token::TokenStatus& status) {
  if (status.retry_after_seconds) {
    return "the next try is allowed in " + std::to_string(*status.retry_after_seconds) + " s";
  }
  return std::to_string(status.tries_left) + (status.tries_left == 1 ? " try left" : " tries left");
}

void fail_with(NativeSession& session, const vault::Response& response) {
  const token::TokenStatus status = session.device().token.status();
  switch (response.outcome) {
    case Outcome::kWrongPassphrase:
      return session.fail(ExitCode::kWrongPassphrase,
                          "wrong passphrase: " + summary(response) + "; " + tries(status));
    case Outcome::kRetryDelay:
      return session.fail(ExitCode::kRetryDelay,
                          "no try is allowed now, nothing was tried; " + tries(status));
    case Outcome::kNotInitialised:
      return session.fail(ExitCode::kNotInitialised, "card not initialized");
    case Outcome::kNotProvisioned:
      return session.fail(ExitCode::kNotInitialised, "this token is in the factory state");
    case Outcome::kNoKey:
      return session.fail(ExitCode::kFailed, "the token has no such key");
    case Outcome::kLocked:
      return session.fail(ExitCode::kLocked, "the key is locked");
    case Outcome::kStorage:
      return session.fail(ExitCode::kFailed, "the counters could not be saved; nothing was tried");
    case Outcome::kNoRandom:
      return session.fail(ExitCode::kFailed, kNoRandom);
    case Outcome::kRefused:
      return session.fail(ExitCode::kBusy, "the token refused: try again");
    case Outcome::kDone:
    case Outcome::kAlreadyInitialised:
    case Outcome::kBadData:
    case Outcome::kFailed:
    case Outcome::kWrongAlgorithm:
    case Outcome::kAlreadyProvisioned:
    case Outcome::kBadForm:
      break;
  }
  session.fail(ExitCode::kFailed, "the token could not do it");
}

// What happened to the keys. A person has seen it already, as log lines.
void tell(NativeSession& session, const vault::Response& response) {
  session.print(session.interactive() ? "\n" : summary(response) + "\n");
  session.succeed();
}

bool all_open(const token::TokenStatus& status, KeySet keys) {
  for (const KeyUse use : vault::kAllUses) {
    const std::optional<token::KeyStatus>& key = status.keys[vault::index(use)];
    if (keys.has(use) && key && key->locked) return false;
  }
  return true;
}

void ask_and_unlock(NativeSession& session, KeySet keys) {
  const token::TokenStatus status = session.device().token.status();
  if (status.retry_after_seconds && !all_open(status, keys)) {
    vault::Response refused;
    refused.outcome = Outcome::kRetryDelay;
    return fail_with(session, refused);
  }
  session.ask_passphrase([&session, keys](crypto::Secret passphrase) {
    session.ask_vault(vault::Unlock{keys, std::move(passphrase)},
                      [&session](const vault::Response& response) {
                        if (response.outcome != Outcome::kDone) return fail_with(session, response);
                        tell(session, response);
                      });
  });
}

}  // namespace

void run_init(NativeSession& session, KeySet) {
  session.ask_vault(vault::Initialise{}, [&session](const vault::Response& response) {
    if (response.outcome == Outcome::kAlreadyInitialised) {
      session.print("card already initialized\n");
      return session.succeed();
    }
    if (response.outcome != Outcome::kDone) return fail_with(session, response);
    session.print(session.interactive() ? "\n" : "card initialized\n");
    session.succeed();
  });
}

void run_unlock(NativeSession& session, KeySet keys) {
  if (session.device().token.status().initialised) return ask_and_unlock(session, keys);
  // As the original: the first unlock initialises the card.
  session.ask_vault(vault::Initialise{}, [&session, keys](const vault::Response& response) {
    const bool ready =
        response.outcome == Outcome::kDone || response.outcome == Outcome::kAlreadyInitialised;
    if (!ready) return fail_with(session, response);
    ask_and_unlock(session, keys);
  });
}

void run_lock(NativeSession& session, KeySet keys) {
  session.ask_vault(vault::Lock{keys}, [&session](const vault::Response& response) {
    if (response.outcome != Outcome::kDone) return fail_with(session, response);
    tell(session, response);
  });
}

}  // namespace gokey::console
