// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gokeyctl/error.h"
#include "gokeyctl/secret.h"

namespace gokeyctl::cli {

struct PinentryRequest {
  std::string program;  // empty: the one gpg would use
  std::string title;
  std::string description;  // which token and key, tries left
  std::string prompt;
  std::string key_info;  // names the passphrase for an external cache; we do not allow one
  std::string error;     // of the try before, or empty
};

// Asks with a pinentry program (libassuan). kCancelled if the person cancels or enters nothing,
// kFailed if there is no pinentry or it breaks, kTimeout if nobody answers in time.
[[nodiscard]] Result<Secret> ask_pinentry(const PinentryRequest& request);

// Percent-escapes what the Assuan protocol reserves (%, CR, LF).
[[nodiscard]] std::string assuan_escape(std::string_view text);

}  // namespace gokeyctl::cli
