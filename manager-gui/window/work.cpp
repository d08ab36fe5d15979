// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/window/work.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <chrono>

#include "gokeyctl/card.h"
#include "gokeyctl/fido.h"
#include "gokeyctl/trust.h"

namespace gokeyctl::gui {
namespace {

constexpr std::chrono::milliseconds kFidoTimeout(3000);
constexpr std::chrono::milliseconds kConsoleTimeout(10000);

Result<FidoInfo> read_fido(const std::string& node) {
  Result<FidoDevice> device = FidoDevice::open(node, kFidoTimeout);
  if (!device) return std::unexpected(device.error());
  return device->info();
}

Result<FidoCredentials> list_passkeys(const std::string& node, const Secret& pin) {
  Result<FidoDevice> device = FidoDevice::open(node, kFidoTimeout);
  if (!device) return std::unexpected(device.error());
  return device->credentials(pin);
}

Result<std::optional<TrustEntry>> read_trust(const std::filesystem::path& file,
                                             const BrokerToken& token) {
  const Result<TrustStore> store = TrustStore::open(file);
  if (!store) return std::unexpected(store.error());
  if (token.endpoint) {
    if (const TrustEntry* entry = store->find(trust_key(*store, *token.endpoint))) return *entry;
  }
  std::optional<TrustEntry> found;
  for (const TrustEntry& entry : store->entries()) {
    if (!token.serial.empty() && entry.serial == token.serial) found = entry;
  }
  return found;
}

Error no_console() {
  return Error{.code = Code::kNoToken,
               .message = "trust the token: its console is not known",
               .hint = {},
               .details = {{"reason", "no-console"}},
               .cause = nullptr};
}

Result<void> set_compared(const std::filesystem::path& file, const BrokerToken& token,
                          const std::string& fingerprint) {
  Result<TrustStore> store = TrustStore::open(file);
  if (!store) return std::unexpected(store.error());
  if (!token.endpoint) return std::unexpected(no_console());
  return store->set_compared(trust_key(*store, *token.endpoint), fingerprint);
}

Result<void> trust_receipt(const Paths& paths, const BrokerToken& token, const Receipt& receipt) {
  Result<TrustStore> store = TrustStore::open(paths.known_tokens());
  if (!store) return std::unexpected(store.error());
  if (!token.endpoint) return std::unexpected(no_console());
  // Kept first: of the two, a receipt without its pin does no harm.
  if (auto kept = keep_receipt(paths.data / "receipts", receipt); !kept)
    return std::unexpected(kept.error());
  return pin(*store, *token.endpoint, receipt);
}

QString choose_receipt(QWidget* parent) {
  return QFileDialog::getOpenFileName(
      parent, QCoreApplication::translate("gokeyctl::gui::MainWindow", "Choose a receipt"),
      QDir::homePath(),
      QCoreApplication::translate("gokeyctl::gui::MainWindow",
                                  "Receipts (*.receipt);;All files (*)"));
}

}  // namespace

WindowWork library_work(const Settings& settings,
                        const std::optional<std::filesystem::path>& identity) {
  const Paths& paths = settings.paths();
  std::optional<std::filesystem::path> fallback;
  if (const std::string configured = settings.config().get("identity"); !configured.empty())
    fallback = configured;
  WindowWork work;
  work.read_card = [](const std::string& reader) { return read_card(reader); };
  work.guide = QCoreApplication::applicationDirPath().toStdString() +
               "/../share/doc/gokeyctl/users-guide.md";
  work.read_fido = read_fido;
  work.list_passkeys = list_passkeys;
  work.read_trust = [file = paths.known_tokens()](const BrokerToken& token) {
    return read_trust(file, token);
  };
  work.set_compared = [file = paths.known_tokens()](const BrokerToken& token,
                                                    const std::string& fingerprint) {
    return set_compared(file, token, fingerprint);
  };
  work.choose_receipt = choose_receipt;
  work.trust_receipt = [paths](const BrokerToken& token, const Receipt& receipt) {
    return trust_receipt(paths, token, receipt);
  };
  work.identify = [](const std::string& node) { return wink(node, kFidoTimeout); };
  work.run_doctor = [paths, identity, fallback](const std::optional<BrokerToken>& token,
                                                const DoctorProgress& progress) {
    DoctorOptions options;
    options.paths = paths;
    options.config_warnings = Config::load(paths).warnings();
    options.identity = identity;
    options.fallback_identity = fallback;
    options.timeout = kConsoleTimeout;
    options.console = [token](std::size_t) -> Result<std::optional<DoctorConsole>> {
      if (!token || !token->endpoint) return std::nullopt;
      return DoctorConsole{.endpoint = *token->endpoint,
                           .device = token->serial.empty() ? token->id : token->serial};
    };
    return run_doctor(options, progress);
  };
  work.apply_fix = [](const DoctorFix& fix) { return apply_fix(fix, Elevation::kPolkit); };
  work.list_identities = [] { return list_identities(default_identity_places()); };
  work.try_identities = [](const Endpoint& console, const std::string& fingerprint,
                           const std::vector<SshIdentity>& identities) {
    return try_identities(console, fingerprint, identities, kConsoleTimeout);
  };
  work.identity_from_file = identity_from_file;
  work.create_identity = [](const std::filesystem::path& file) {
    return create_identity(file, file.filename().string());
  };
  work.ask_pinentry = ask_pinentry;
  return work;
}

}  // namespace gokeyctl::gui
