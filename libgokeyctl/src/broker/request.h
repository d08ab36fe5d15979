// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What a client asks: one line of JSON each (docs/broker.md).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "gokeyctl/broker.h"

namespace gokeyctl::broker {

// Longer lines end the connection.
inline constexpr std::size_t kMaxRequest = 16 * 1024;

struct Request {
  enum class Kind : std::uint8_t {
    kSubscribe,
    kWatch,
    kTokens,
    kRefresh,
    kUnlock,
    kShorten,
    kLock,
    kLockAll,
    kInit,
    kInitFido,
    kConfirmPresence,
    kRand,
    kBuild,
    kReboot,
    kTrustHostKey,
    kForgetHostKey,
    kRename,
    kAddConsole,
    kCancel,
    kStopConnecting,
    kInfo,
    kStop,
  };
  std::uint32_t id = 0;  // chosen by the client, repeated in the answer
  Kind kind = Kind::kTokens;
  std::string token = {};                  // whom it concerns; refresh, empty: who is attached
  Scope scope = Scope::kAll;               // unlock, lock
  Hold hold = {};                          // unlock, shorten
  LockReason reason = LockReason::kAsked;  // lock-all
  LockWhich which = LockWhich::kEveryKey;  // lock-all
  bool presence_test = true;               // init-fido
  std::uint32_t number = 0;                // confirm-presence
  std::uint32_t of = 0;                    // cancel: the id of the request that is taken back
  std::string text = {};                   // the fingerprint, or the nickname
  Endpoint endpoint = {};                  // add-console
};

[[nodiscard]] std::string_view name(Request::Kind kind);  // "unlock", …

// A line without its end.
[[nodiscard]] Result<Request> parse_request(std::string_view line);
[[nodiscard]] std::string format_request(const Request& request);

}  // namespace gokeyctl::broker
