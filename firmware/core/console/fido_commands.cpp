// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// u2f and p.
#include "core/console/commands.h"
#include "core/console/native_session.h"
#include "core/console/status_text.h"

namespace gokey::console {
namespace {

using Confirmation = token::Token::Confirmation;

void start(NativeSession& session, bool presence_test) {
  session.start_fido(presence_test, [&session](const vault::Response& response) {
    if (response.outcome != vault::Outcome::kDone) {
      return session.fail(ExitCode::kFailed, "the token could not do it");
    }
    // A person has seen the block already, as a log line.
    session.print(session.interactive() ? "\n" : "U2F token initialized\n");
    session.succeed();
  });
}

}  // namespace

void run_fido_with_test(NativeSession& session, vault::KeySet) { start(session, true); }
void run_fido_without_test(NativeSession& session, vault::KeySet) { start(session, false); }

void run_presence(NativeSession& session, vault::KeySet) {
  switch (session.device().token.confirm_presence()) {
    case Confirmation::kConfirmed:
      session.print(session.interactive() ? "\n" : "U2F user presence confirmed\n");
      return session.succeed();
    case Confirmation::kNotInitialised:
      return session.fail(ExitCode::kNotInitialised, "token not initialized, issue 'u2f' first");
    case Confirmation::kNotRequired:
      return session.fail(ExitCode::kNoPresenceRequest, "U2F presence not required");
    case Confirmation::kNotRequested:
      return session.fail(ExitCode::kNoPresenceRequest, "U2F presence not requested");
  }
}

}  // namespace gokey::console
