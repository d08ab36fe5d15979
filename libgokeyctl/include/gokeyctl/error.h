// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Errors and results. A function that can fail returns Result<T>; no exception leaves the library.
#pragma once

#include <cstdint>
#include <expected>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "gokeyctl/export.h"
#include "gokeyctl/sentence.h"

namespace gokeyctl {

// Why something did not happen. The numbers are gokeyctl's exit codes, the names (code_name) its
// JSON words.
enum class Code : std::uint8_t {
  kOk = 0,  // never in an Error; for exit codes and summaries
  kFailed = 1,
  kUsage = 2,
  kNothingToDo = 3,
  kCancelled = 4,
  kInternal = 5,
  kNoToken = 10,
  kNoPermission = 11,
  kAmbiguous = 12,
  kBusy = 13,
  kUnreachable = 14,
  kWrongMode = 15,
  kSshAuth = 20,
  kHostKey = 21,
  kWrongPassphrase = 22,
  kLocked = 23,
  kNotInitialised = 24,
  kNoPresenceRequest = 25,
  kPresenceTimeout = 26,
  kRetryDelay = 27,
  kVerifyFailed = 30,
  kDowngradeRefused = 31,
  kImageMismatch = 32,
  kWriteFailed = 33,
  kReadbackMismatch = 34,
  kPartial = 40,
  kUnsupported = 50,
  kProtocol = 70,
  kTimeout = 75,
};

// "wrong-passphrase" and so on: stable, for programs.
[[nodiscard]] GOKEYCTL_API std::string_view code_name(Code code);

struct Error {
  Code code = Code::kFailed;
  Sentence
      message;    // one sentence without a full stop: "<what failed>: <why>". Never holds a secret.
  Sentence hint;  // the next step, preferably a command; may be empty
  // Finer facts for programs: "reason" (kebab-case), "tries_left", "retry_after_seconds",
  // "fingerprint" …
  std::map<std::string, std::string> details;
  std::shared_ptr<const Error> cause;  // what led to it; may be null
};

template <typename T>
using Result = std::expected<T, Error>;

// The same code, hint and details under a sentence that says what the caller was doing; the old
// error is the cause.
[[nodiscard]] GOKEYCTL_API Error wrap(Error inner, Sentence message);

}  // namespace gokeyctl
