// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A passphrase asked for by the person's own pinentry program, as gpg does it.
#pragma once

#include <chrono>
#include <string>

#include "gokeyctl/error.h"
#include "gokeyctl/export.h"
#include "gokeyctl/secret.h"

namespace gokeyctl {

struct PinentryRequest {
  std::string program;      // empty: the one gpg would use
  std::string title;        // of the window
  std::string description;  // which token and key, tries left
  std::string prompt;       // before the field
  std::string error;        // of the try before, or empty
  std::chrono::seconds timeout{120};
};

// Asks and waits; no cache of passphrases is allowed. Ends early when `stop_fd` (if ≥ 0) becomes
// readable; the window closes then. kCancelled if the person cancels or enters nothing, or for
// stop_fd ("reason" stopped); kFailed if there is no pinentry or it breaks; kTimeout if nobody
// answers in time; kUsage if the passphrase is longer than a token takes.
[[nodiscard]] GOKEYCTL_API Result<Secret> ask_pinentry(const PinentryRequest& request,
                                                       int stop_fd = -1);

}  // namespace gokeyctl
