// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Which SSH host key belongs to which token: the trust store for consoles.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gokeyctl/error.h"
#include "gokeyctl/export.h"

namespace gokeyctl {

enum class TrustClass : std::uint8_t {
  kStrict,   // pinned from a provisioning receipt: only this key, no override
  kTofu,     // pinned on first use
  kPerBoot,  // the key is new at every start (original firmware without secure boot): not
             // authenticated
};
[[nodiscard]] GOKEYCTL_API std::string_view name(TrustClass trust);  // "strict", "tofu", "per-boot"

struct TrustEntry {
  std::string endpoint;     // "HOST:PORT", or "usb:SERIAL" of a token on this machine's USB
  std::string serial;       // 8 upper-case hex digits, or empty until the first login
  std::string fingerprint;  // "SHA256:…"
  std::string key_type;     // "ssh-ed25519"
  TrustClass trust = TrustClass::kTofu;
  bool allow_unauthenticated_unlock = false;  // per-boot only
  std::string first_seen;                     // RFC 3339 UTC
  std::string nickname = {};                  // what the person calls the token; may be empty
  // RFC 3339 UTC, when a person said that this fingerprint is the right one; empty: nobody did, as
  // with --trust-new.
  std::string compared = {};
};
// What a token may be called: 1 to 64 bytes of UTF-8, without blanks at its ends, control
// characters or a colon, and no leading dash, so that it can be typed behind -d. kUsage.
[[nodiscard]] GOKEYCTL_API Result<void> check_nickname(std::string_view nickname);

// What a presented key is to the store.
enum class TrustVerdict : std::uint8_t { kKnown, kUnknown, kChanged, kPerBoot };

// known-tokens.json. Reads and writes are whole-file and atomic, under a lock file, mode 0600. An
// unreadable or damaged file is an error, never taken for an empty one.
class GOKEYCTL_API TrustStore {
 public:
  [[nodiscard]] static Result<TrustStore> open(std::filesystem::path file);

  [[nodiscard]] const std::vector<TrustEntry>& entries() const { return entries_; }
  [[nodiscard]] const TrustEntry* find(std::string_view endpoint) const;
  [[nodiscard]] TrustVerdict judge(std::string_view endpoint, std::string_view fingerprint) const;
  // Adds the entry, or replaces the one of the same endpoint, and saves.
  [[nodiscard]] Result<void> pin(TrustEntry entry);
  // Lets `edit` change the entry of this endpoint as it is by now, whatever other programs wrote
  // since, and saves. False, and nothing changed: another key than this fingerprint is pinned, or
  // none.
  [[nodiscard]] Result<bool> change(std::string_view endpoint, std::string_view fingerprint,
                                    const std::function<void(TrustEntry&)>& edit);
  // Notes that a person compared this fingerprint, now, and saves. kHostKey if another one is
  // pinned, or none.
  [[nodiscard]] Result<void> set_compared(std::string_view endpoint, std::string_view fingerprint);
  // Removes by endpoint or serial (prefix of at least 4) and saves; the number removed.
  [[nodiscard]] Result<std::size_t> forget(std::string_view endpoint_or_serial);

 private:
  std::filesystem::path file_;
  std::vector<TrustEntry> entries_;
};

}  // namespace gokeyctl
