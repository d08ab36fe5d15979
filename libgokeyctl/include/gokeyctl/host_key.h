// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A host key in the forms in which people compare it: a fingerprint in groups, twelve words, and
// the text behind a QR code. All of them come from the fingerprint, "SHA256:" and 43 characters of
// base 64, as ssh-keygen -l prints it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gokeyctl/error.h"
#include "gokeyctl/export.h"

namespace gokeyctl {

inline constexpr std::size_t kHostKeyWords = 12;

// The first 132 bits of the key's SHA-256, eleven for each word, most significant first; the words
// are those of BIP 39's English list, 0 is "abandon". They are no BIP 39 mnemonic: there is no
// checksum. kUsage if it is no fingerprint.
[[nodiscard]] GOKEYCTL_API Result<std::array<std::string, kHostKeyWords>> host_key_words(
    std::string_view fingerprint);

// The characters behind "SHA256:" in groups of five; the last has three.
[[nodiscard]] GOKEYCTL_API Result<std::vector<std::string>> fingerprint_groups(
    std::string_view fingerprint);

// What the QR code of a host key says: "GoKey A1B2C3D4 SHA256:…", or without the serial while that
// is not known. Plain text, so that any scanner shows it and none wants to open it somewhere.
[[nodiscard]] GOKEYCTL_API std::string host_key_text(std::string_view serial,
                                                     std::string_view fingerprint);

// What somebody scanned or copied elsewhere.
struct ScannedHostKey {
  std::optional<std::string> serial;                            // as far as the text names it
  std::optional<std::string> fingerprint;                       // "SHA256:…"
  std::optional<std::array<std::string, kHostKeyWords>> words;  // one of these two is there
};
// Understands the QR code's text, a fingerprint in one piece or in groups, alone or in a line of
// ssh-keygen -l, and the twelve words in any case. kUsage ("reason" not-a-host-key) for anything
// else, also for more than one key.
[[nodiscard]] GOKEYCTL_API Result<ScannedHostKey> parse_scanned_host_key(std::string_view text);

// Whether the scanned text means this key. Errors as parse_scanned_host_key().
[[nodiscard]] GOKEYCTL_API Result<bool> is_scanned_host_key(std::string_view fingerprint,
                                                            std::string_view scanned);

}  // namespace gokeyctl
