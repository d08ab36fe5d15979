// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The checks of gokeyctl doctor. Each looks at one thing and changes nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gokeyctl/card.h"
#include "gokeyctl/config.h"
#include "gokeyctl/error.h"
#include "gokeyctl/trust.h"

namespace gokeyctl::cli {

enum class Verdict : std::uint8_t { kOk, kWarn, kFail, kSkipped };
[[nodiscard]] std::string_view name(Verdict verdict);  // "ok", "warn", "fail", "skipped"

struct Check {
  std::string id;  // "card-service": stable, for programs
  Verdict verdict = Verdict::kOk;
  std::string message;  // one sentence
  std::string next;     // what to do; empty when nothing is to do
};

// Where the machine's own files lie; tests give others.
struct Places {
  std::filesystem::path ccid_list = "/etc/libccid_Info.plist";
  std::filesystem::path proc = "/proc";
  std::filesystem::path scdaemon = "/usr/lib/gnupg/scdaemon";
  std::filesystem::path gnupg_home;
  std::string agent_socket;  // SSH_AUTH_SOCK
};
[[nodiscard]] Places machine_places();

[[nodiscard]] Check check_configuration(const std::vector<ConfigWarning>& warnings);
[[nodiscard]] Check check_trust_store(const Result<TrustStore>& trust);
[[nodiscard]] Check check_card_service(const Result<std::vector<CardReader>>& readers);
// Whether libccid knows the USB id of the token's reader; skipped if no reader of it is needed.
[[nodiscard]] Check check_ccid_list(const Places& places);
[[nodiscard]] Check check_readers(const Result<std::vector<CardReader>>& readers);
[[nodiscard]] Check check_card(const Places& places,
                               const Result<std::vector<CardReader>>& readers);
[[nodiscard]] Check check_scdaemon(const Places& places);
// The virtual reader of vsmartcard listens for everybody on the network unless told otherwise.
[[nodiscard]] Check check_virtual_reader(const Places& places);
[[nodiscard]] Check check_identity(const Places& places,
                                   const std::optional<std::filesystem::path>& identity);

// True if libccid's list (a property list with parallel arrays) names this vendor and product.
[[nodiscard]] bool ccid_list_has(std::string_view plist, std::string_view vendor,
                                 std::string_view product);
// True if a table in the form of /proc/net/tcp or tcp6 has a listener on this port at every
// address.
[[nodiscard]] bool listens_everywhere(std::string_view table, std::uint16_t port);
// True if an option stands in a GnuPG configuration text.
[[nodiscard]] bool has_option(std::string_view text, std::string_view option);

}  // namespace gokeyctl::cli
