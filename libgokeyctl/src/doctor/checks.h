// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The checks, one function each. Each looks at one thing and changes nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gokeyctl/card.h"
#include "gokeyctl/config.h"
#include "gokeyctl/doctor.h"
#include "gokeyctl/error.h"
#include "gokeyctl/trust.h"

namespace gokeyctl::doctor {

// The outcomes, put together.
[[nodiscard]] DoctorCheck ok(std::string id, Sentence message);
[[nodiscard]] DoctorCheck skipped(std::string id, Sentence message);
[[nodiscard]] DoctorCheck warn(std::string id, Sentence message, Sentence next,
                               std::optional<Code> code = {});
[[nodiscard]] DoctorCheck failed(std::string id, Sentence message, Sentence next,
                                 std::optional<Code> code = {});
// A check with the way to mend it.
[[nodiscard]] DoctorCheck with_fix(DoctorCheck check, Sentence what, bool needs_root,
                                   std::vector<std::vector<std::string>> commands);

// Where the machine's own files lie; tests give others.
struct Places {
  std::filesystem::path ccid_list = "/etc/libccid_Info.plist";
  std::filesystem::path proc = "/proc";
  std::filesystem::path scdaemon = "/usr/lib/gnupg/scdaemon";
  std::filesystem::path gnupg_home;
  std::string agent_socket;  // SSH_AUTH_SOCK
};
[[nodiscard]] Places machine_places();

[[nodiscard]] DoctorCheck check_configuration(const std::vector<ConfigWarning>& warnings);
[[nodiscard]] DoctorCheck check_trust_store(const Result<TrustStore>& trust);
[[nodiscard]] DoctorCheck check_card_service(const Result<std::vector<CardReader>>& readers);
// Whether libccid knows the USB id of the token's reader; skipped if no reader of it is needed.
[[nodiscard]] DoctorCheck check_ccid_list(const Places& places);
[[nodiscard]] DoctorCheck check_readers(const Result<std::vector<CardReader>>& readers);
[[nodiscard]] DoctorCheck check_card(const Places& places,
                                     const Result<std::vector<CardReader>>& readers);
[[nodiscard]] DoctorCheck check_scdaemon(const Places& places);
// The virtual reader of vsmartcard listens for everybody on the network unless told otherwise.
[[nodiscard]] DoctorCheck check_virtual_reader(const Places& places);
[[nodiscard]] DoctorCheck check_identity(const Places& places,
                                         const std::optional<std::filesystem::path>& identity);

// True if libccid's list (a property list with parallel arrays) names this vendor and product.
[[nodiscard]] bool ccid_list_has(std::string_view plist, std::string_view vendor,
                                 std::string_view product);
// True if a table in the form of /proc/net/tcp or tcp6 has a listener on this port at every
// address.
[[nodiscard]] bool listens_everywhere(std::string_view table, std::uint16_t port);
// The whole file; empty when it cannot be read.
[[nodiscard]] std::string read_text(const std::filesystem::path& file);
// True if an option stands in a GnuPG configuration text.
[[nodiscard]] bool has_option(std::string_view text, std::string_view option);

}  // namespace gokeyctl::doctor
