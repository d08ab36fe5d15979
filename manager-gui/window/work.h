// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What the window's pages have done beside the GUI thread.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "gokeyctl/broker.h"
#include "gokeyctl/identities.h"
#include "gokeyctl/pinentry.h"
#include "gokeyctl/provision.h"
#include "gui/models/settings.h"
#include "gui/pages/doctor_page.h"
#include "gui/pages/fido_page.h"
#include "gui/pages/openpgp_page.h"
#include "gui/pages/settings_page.h"

namespace gokeyctl::gui {

struct WindowWork {
  OpenPgpPage::ReadCard read_card;
  std::filesystem::path guide;  // what F1 opens
  FidoPage::ReadInfo read_fido;
  PasskeyList::List list_passkeys;
  // What is pinned for the token; nothing if nothing is.
  std::function<Result<std::optional<TrustEntry>>(const BrokerToken& token)> read_trust;
  // Notes that a person compared the token's pinned key.
  std::function<Result<void>(const BrokerToken& token, const std::string& fingerprint)>
      set_compared;
  // The person's choice, or nothing. It is the one of these that is called in the GUI thread.
  std::function<QString(QWidget* parent)> choose_receipt;
  // Keeps the receipt and pins its host key for the token's console, in place of any other.
  std::function<Result<void>(const BrokerToken& token, const Receipt& receipt)> trust_receipt;
  // Has the token show which one it is.
  std::function<Result<void>(const std::string& node)> identify;
  // `token`: the one whose console is looked at, if any.
  std::function<std::vector<DoctorCheck>(const std::optional<BrokerToken>& token,
                                         const DoctorProgress& progress)>
      run_doctor;
  std::function<Result<void>(const DoctorFix& fix)> apply_fix;
  Autostart autostart;
  // Of the guide, those that take time.
  std::function<std::vector<SshIdentity>()> list_identities;
  std::function<Result<std::vector<Acceptance>>(const Endpoint&, const std::string& fingerprint,
                                                const std::vector<SshIdentity>&)>
      try_identities;
  std::function<Result<SshIdentity>(const std::filesystem::path&)> identity_from_file;
  std::function<Result<SshIdentity>(const std::filesystem::path&)> create_identity;
  std::function<Result<Secret>(const PinentryRequest&, int stop_fd)> ask_pinentry;
};

// All of it by the library. `identity`: the SSH key named outright, if one was.
[[nodiscard]] WindowWork library_work(const Settings& settings,
                                      const std::optional<std::filesystem::path>& identity);

}  // namespace gokeyctl::gui
