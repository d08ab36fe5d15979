// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gokeyctl/console.h"

#include <utility>

#include "console/dialect.h"
#include "transport/ssh/ssh.h"

namespace gokeyctl {
namespace {

Error host_key_error(const Endpoint& endpoint, const std::string& known_as, const HostKey& key,
                     TrustVerdict verdict) {
  const bool changed = verdict == TrustVerdict::kChanged || verdict == TrustVerdict::kPerBoot;
  Error error;
  error.code = Code::kHostKey;
  error.message = changed
                      ? say("trust the console at {}: its host key is not the one that is pinned",
                            endpoint.text())
                      : say("trust the console at {}: its host key is not known", endpoint.text());
  error.hint = changed ? say("if this is meant to be another token: {}",
                             "gokeyctl host-key forget " + known_as)
                       : say("compare the fingerprint, then: gokeyctl host-key pin");
  error.details = {{"reason", changed ? "host-key-changed" : "host-key-unknown"},
                   {"fingerprint", key.fingerprint},
                   {"key_type", key.type},
                   {"endpoint", endpoint.text()}};
  return error;
}

// Decides about a presented key and pins it when the caller says so.
Result<void> check_host_key(const ConnectOptions& options, TrustStore& trust, const HostKey& key) {
  const std::string endpoint = trust_key(trust, options.endpoint);
  const TrustVerdict verdict = trust.judge(endpoint, key.fingerprint);
  if (verdict == TrustVerdict::kKnown) return {};
  const TrustEntry* known = trust.find(endpoint);
  const bool strict = known != nullptr && known->trust == TrustClass::kStrict;
  if (strict || !options.accept_host_key || !options.accept_host_key(key, verdict)) {
    Error error = host_key_error(options.endpoint, endpoint, key, verdict);
    if (known != nullptr) error.details["pinned"] = known->fingerprint;
    return std::unexpected(std::move(error));
  }
  if (!options.pin) return {};
  TrustEntry entry = known != nullptr ? *known : TrustEntry{};
  entry.endpoint = endpoint;
  entry.fingerprint = key.fingerprint;
  entry.key_type = key.type;
  entry.compared.clear();
  if (verdict == TrustVerdict::kChanged) entry.serial.clear();  // another token, as far as we know
  return trust.pin(std::move(entry));
}

// The token that answered is not the one whose plug the connection went through.
Error other_token(const Endpoint& endpoint, const std::string& serial) {
  Error error;
  error.code = Code::kHostKey;
  error.message = say("trust the console of token {} on {}: it says that it is token {}",
                      endpoint.serial, endpoint.interface, serial);
  error.details = {{"reason", "other-serial"}, {"endpoint", endpoint.text()}};
  return error;
}

}  // namespace

std::string trust_key(const TrustStore& trust, const Endpoint& endpoint) {
  std::string address = endpoint.text();
  if (endpoint.serial.empty()) return address;
  const TrustEntry* entry = trust.find(address);
  if (entry != nullptr && entry->serial == endpoint.serial) return address;
  return "usb:" + endpoint.serial;
}

struct Console::Impl {
  ConnectOptions options;
  HostKey host_key;
  // The dialect uses the connection until its end.
  std::unique_ptr<transport::Connection> connection;
  std::unique_ptr<console::ConsoleDialect> dialect;
  bool may_unlock = true;  // false: a host key that proves nothing

  [[nodiscard]] Result<void> find_dialect();
  [[nodiscard]] Result<void> bind_serial(TrustStore& trust);
};

Result<void> Console::Impl::find_dialect() {
  constexpr std::string_view kOurs = "SSH-2.0-gokey";
  if (!console::is_classic(connection->identification())) {
    dialect = console::make_native(*connection, options.timeout);
    if (connection->identification().starts_with(kOurs)) return {};
    const auto status = dialect->status();
    if (status) return {};
    const auto reason = status.error().details.find("reason");
    if (reason == status.error().details.end() || reason->second != "no-exec-reply") {
      return std::unexpected(status.error());
    }
  }
  auto classic = console::make_classic(*connection, options.timeout);
  if (!classic) return std::unexpected(std::move(classic).error());
  dialect = std::move(*classic);
  return {};
}

// A pinned endpoint gets its serial with the first log-in.
Result<void> Console::Impl::bind_serial(TrustStore& trust) {
  const TrustEntry* entry = trust.find(trust_key(trust, options.endpoint));
  if (entry == nullptr) return {};
  may_unlock = entry->trust != TrustClass::kPerBoot || entry->allow_unauthenticated_unlock;
  // A serial belongs to the key that is pinned, which this one need not be (ConnectOptions::pin).
  const bool its_key =
      entry->fingerprint == host_key.fingerprint || entry->trust == TrustClass::kPerBoot;
  if (!entry->serial.empty() || !its_key) return {};
  const auto status = dialect->status();
  if (!status) return std::unexpected(status.error());
  const std::string& serial = status->token.serial;
  if (!options.endpoint.serial.empty() && serial != options.endpoint.serial)
    return std::unexpected(other_token(options.endpoint, serial));
  const TrustEntry seen = *entry;
  const auto bound = trust.change(seen.endpoint, seen.fingerprint,
                                  [&](TrustEntry& pinned) { pinned.serial = serial; });
  if (!bound) return std::unexpected(bound.error());
  if (*bound) return {};
  return std::unexpected(
      host_key_error(options.endpoint, seen.endpoint, host_key, TrustVerdict::kChanged));
}

Console::Console(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Console::~Console() = default;
Console::Console(Console&&) noexcept = default;
Console& Console::operator=(Console&&) noexcept = default;

Result<Console> Console::connect(const ConnectOptions& options, TrustStore& trust) {
  auto impl = std::make_unique<Impl>();
  impl->options = options;
  transport::SshLogin login;
  login.user = options.user;
  login.identity = options.identity;
  login.fallback_identity = options.fallback_identity;
  login.log = options.log;
  login.check_peer_key = [&](const transport::PeerKey& key) {
    impl->host_key = {key.type, key.fingerprint};
    return check_host_key(options, trust, impl->host_key);
  };
  auto connection =
      transport::open_ssh({options.endpoint.host, options.endpoint.port, options.timeout,
                           options.endpoint.interface, options.cancel_fd},
                          login);
  if (!connection) return std::unexpected(std::move(connection).error());
  impl->connection = std::move(*connection);
  if (auto found = impl->find_dialect(); !found) return std::unexpected(std::move(found).error());
  if (auto bound = impl->bind_serial(trust); !bound)
    return std::unexpected(std::move(bound).error());
  return Console(std::move(impl));
}

Result<HostKey> scan_host_key(const Endpoint& endpoint, std::chrono::milliseconds timeout) {
  auto key = transport::scan_ssh({endpoint.host, endpoint.port, timeout, endpoint.interface});
  if (!key) return std::unexpected(std::move(key).error());
  return HostKey{std::move(key->type), std::move(key->fingerprint)};
}

Dialect Console::dialect() const { return impl_->dialect->kind(); }
const HostKey& Console::host_key() const { return impl_->host_key; }

Result<TokenStatus> Console::status() {
  auto status = impl_->dialect->status();
  // The original does not tell its own host key; we have seen it.
  if (status && !status->token.host_key) status->token.host_key = impl_->host_key.fingerprint;
  return status;
}

Result<KeysOutcome> Console::unlock(Scope scope, const Secret& passphrase) {
  if (impl_->may_unlock) return console::unlock_checked(*impl_->dialect, scope, passphrase);
  Error error;
  error.code = Code::kHostKey;
  error.message =
      say("unlock: the console's host key changes at every start, so it could be anybody's");
  error.hint = say("allow it for this token with: {}",
                   "gokeyctl host-key pin --allow-unauthenticated-unlock");
  error.details["reason"] = "unauthenticated-console";
  return std::unexpected(std::move(error));
}

Result<KeysOutcome> Console::lock(Scope scope) {
  return console::lock_checked(*impl_->dialect, scope);
}
Result<bool> Console::init() { return console::init_checked(*impl_->dialect); }
Result<std::vector<std::uint8_t>> Console::rand() { return console::rand_checked(*impl_->dialect); }
Result<void> Console::confirm_presence() { return impl_->dialect->confirm_presence(); }
Result<TokenStatus> Console::init_fido(bool presence_test) {
  return console::init_fido_checked(*impl_->dialect, presence_test);
}
Result<void> Console::reboot() { return impl_->dialect->reboot(); }
Result<std::string> Console::build() { return impl_->dialect->build(); }

Result<Receipt> Console::provision(const Provisioning& provisioning) {
  if (impl_->may_unlock)
    return console::provision_checked(*impl_->dialect, impl_->host_key, provisioning);
  Error error;
  error.code = Code::kHostKey;
  error.message =
      say("provision: the console's host key changes at every start, so it could be anybody's");
  error.details["reason"] = "unauthenticated-console";
  return std::unexpected(std::move(error));
}
Result<Receipt> Console::receipt() {
  return console::receipt_checked(*impl_->dialect, impl_->host_key);
}
Result<void> Console::factory_reset(const std::string& serial, const AskPresence& ask) {
  return console::factory_reset_checked(*impl_->dialect, serial, ask);
}

Result<void> Console::events(const std::function<bool(const ConsoleEvent&)>& on_event,
                             int stop_fd) {
  return impl_->dialect->events(on_event, stop_fd);
}

}  // namespace gokeyctl
