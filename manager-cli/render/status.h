// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// How a token's status reads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/front/report.h"
#include "cli/front/style.h"
#include "gokeyctl/status.h"

namespace gokeyctl::cli {

// "Signature", "Decryption", "Authentication"
[[nodiscard]] std::string use_name(KeyUse use);
// "sig", "sig and dec", "sig, dec and aut"
[[nodiscard]] std::string use_list(const std::vector<KeyUse>& uses);
// "locked", "sig and dec unlocked", … in one to three words
[[nodiscard]] std::string state_words(const TokenStatus& status);
// "42 s", "3 min", "2 h 5 min"
[[nodiscard]] std::string duration(std::uint32_t seconds);
// "3 tries left", "no try for 42 s"; empty if the token does not say
[[nodiscard]] std::string tries_words(const TokenStatus& status);
// Groups of four, as gpg prints fingerprints.
[[nodiscard]] std::string grouped_fingerprint(std::string_view hex);

// `label` names the token; `as_of` says when and from where the status was taken.
[[nodiscard]] std::string status_page(const TokenStatus& status, std::string_view label,
                                      std::string_view as_of, const Style& style);
// serial, state, locks ("sig=locked,…"), tries left, seconds to wait, dialect, firmware
[[nodiscard]] std::vector<std::string> status_row(const TokenStatus& status);
[[nodiscard]] std::vector<const char*> status_header();
// The object that the token itself prints (docs/schema/token-status.json).
[[nodiscard]] Json status_json(const TokenStatus& status);
// What a change means to a person, for --watch; empty if `after` shows nothing new.
[[nodiscard]] std::string change_line(const TokenStatus& before, const TokenStatus& after);

}  // namespace gokeyctl::cli
