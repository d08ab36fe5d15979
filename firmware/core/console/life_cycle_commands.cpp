// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// provision, receipt and factory-reset: how a token becomes somebody's and nobody's again.
#include <algorithm>
#include <utility>

#include "core/console/commands.h"
#include "core/console/native_session.h"
#include "core/console/receipt.h"
#include "wire/hex.h"

namespace gokey::console {
namespace {

using vault::Outcome;

std::string words_of(const vault::Response& response, std::string_view otherwise) {
  if (response.data.empty()) return std::string(otherwise);
  return std::string(wire::as_text(response.data.bytes()));
}

void print_receipt(NativeSession& session, std::string text) {
  vault::SignReceipt request{text};
  session.ask_vault(std::move(request),
                    [&session, text = std::move(text)](const vault::Response& response) {
                      if (response.outcome == Outcome::kWrongAlgorithm) {
                        return session.fail(ExitCode::kUnsupported,
                                            "this token's host key was given to it: it signs no "
                                            "receipt");
                      }
                      if (response.outcome != Outcome::kDone) {
                        return session.fail(ExitCode::kFailed, "the receipt could not be signed");
                      }
                      session.print(text + words_of(response, ""));
                      session.succeed();
                    });
}

void provisioned(NativeSession& session, const vault::Response& response) {
  switch (response.outcome) {
    case Outcome::kDone:
      if (!response.record) break;
      return print_receipt(session,
                           receipt_text(session.device().token.status(), *response.record));
    case Outcome::kAlreadyProvisioned:
      return session.fail(ExitCode::kWrongMode, "this token is provisioned already");
    case Outcome::kBadForm:
      return session.fail(ExitCode::kUsage,
                          words_of(response, "it was refused") + "; nothing was changed");
    case Outcome::kStorage:
      return session.fail(ExitCode::kFailed,
                          words_of(response, "the storage failed") +
                              "; the token restarts: its status says what became of it");
    case Outcome::kNoRandom:
      return session.fail(ExitCode::kFailed, kNoRandom);
    default:
      break;
  }
  session.fail(ExitCode::kFailed, "the token could not do it");
}

void erase(NativeSession& session) {
  session.change_token(vault::FactoryReset{}, [&session](const vault::Response& response) {
    if (response.outcome == Outcome::kDone) {
      session.print("all keys are destroyed; the token restarts in the factory state\n");
      return session.succeed();
    }
    session.fail(ExitCode::kFailed, words_of(response, "the token could not do it") +
                                        "; what was to be destroyed may be there still");
  });
}

void confirm_and_erase(NativeSession& session) {
  const auto then = [&session](token::Presence::Outcome outcome) {
    if (outcome == token::Presence::Outcome::kConfirmed) return erase(session);
    if (session.interactive()) {
      session.print("error: nobody confirmed it; nothing was changed\n");
      return;
    }
    session.fail(ExitCode::kPresenceTimeout, "nobody confirmed it; nothing was changed");
  };
  session.ask_presence("factory-reset", then);
  if (!session.interactive()) return;
  // In a shell the confirmation may come from this very session.
  session.print("now confirm with `p`, here or in another session, within 30 s\n");
  session.succeed();
}

bool same_text(std::string_view typed, std::string_view serial) {
  return std::ranges::equal(typed, serial, [](char a, char b) {
    return (a >= 'a' && a <= 'z' ? static_cast<char>(a - 'a' + 'A') : a) == b;
  });
}

}  // namespace

void run_provision(NativeSession& session, vault::KeySet) {
  if (session.device().token.record() != nullptr) {
    return session.fail(ExitCode::kWrongMode, "this token is provisioned already");
  }
  if (!session.binary()) {
    return session.fail(ExitCode::kUsage,
                        "provisioning is not typed: `gokeyctl provision one` sends what it needs");
  }
  if (session.device().provisioning) {
    return session.fail(ExitCode::kBusy, "somebody else is provisioning this token");
  }
  session.read_upload([&session](crypto::Secret form) {
    session.change_token(
        vault::Provision{std::move(form)},
        [&session](const vault::Response& response) { provisioned(session, response); });
  });
}

void run_receipt(NativeSession& session, vault::KeySet) {
  const vault::PublicRecord* record = session.device().token.record();
  print_receipt(session, receipt_text(session.device().token.status(), *record));
}

void run_factory_reset(NativeSession& session, vault::KeySet) {
  const std::string serial = wire::to_upper_hex(session.device().token.status().serial);
  if (session.interactive()) {
    session.print(
        "This destroys everything that is stored on this token: all keys and FIDO credentials.\n"
        "To go on, type its serial number, " +
        serial + ":\n");
  }
  session.ask_line([&session, serial](std::string_view typed) {
    if (!same_text(typed, serial)) {
      return session.fail(ExitCode::kCancelled,
                          "cancelled: that is not this token's serial number; nothing was changed");
    }
    confirm_and_erase(session);
  });
}

}  // namespace gokey::console
