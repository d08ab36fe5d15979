// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The checks that talk to a console. Each needs the one before: what could not be tried is skipped.
#pragma once

#include "doctor/checks.h"

namespace gokeyctl::doctor {

// Whether the console answers; the key that it presented.
struct ConsoleAnswer {
  DoctorCheck check;
  std::optional<HostKey> key;
};
[[nodiscard]] ConsoleAnswer check_console(const Result<std::optional<DoctorConsole>>& console,
                                          std::size_t tokens_on_usb,
                                          std::chrono::milliseconds timeout);
[[nodiscard]] DoctorCheck check_host_key(const TrustStore& trust, const DoctorConsole& console,
                                         const HostKey& key);
// Only with a host key that is trusted: whoever else answers there need not learn who we are.
[[nodiscard]] DoctorCheck check_login(const DoctorOptions& options, TrustStore& trust,
                                      const DoctorConsole& console);

}  // namespace gokeyctl::doctor
