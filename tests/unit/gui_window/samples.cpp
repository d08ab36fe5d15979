// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "samples.h"

#include <QDateTime>

namespace gokeyctl::gui::samples {
namespace {

constexpr const char* kSig = "9a410c2e77d15b38e6f01d248bc342a9f05e3d4f";
constexpr const char* kDec = "1c7b93e204adf8c6215d7e90b4a36f18d2c788e1";
constexpr const char* kAut = "6e02d5b849f7a31c80e452bd1f67c9a03e8471b6";

Paths paths_in(const QString& folder) {
  const std::filesystem::path root = folder.toStdString();
  return {.config_file = root / "config.toml",
          .config_dropins = root / "config.d",
          .system_config_file = root / "system.toml",
          .data = root / "data",
          .state = root / "state",
          .cache = root / "cache",
          .runtime = std::nullopt};
}

BrokerToken base() {
  BrokerToken token;
  token.id = token.serial = "A1B2C3D4";
  token.nickname = "Work token";
  token.attached = true;
  token.known = true;
  token.trust = TrustClass::kTofu;
  token.endpoint = Endpoint{};
  token.reader = "USB armory Mk II [CCID] 00 00";
  token.hid_node = "/dev/hidraw3";
  token.as_of = time_from_now(-3);
  return token;
}

TokenStatus status(bool sig_locked, bool dec_locked) {
  TokenStatus status;
  status.token.serial = "A1B2C3D4";
  status.token.firmware = "0.1.0";
  status.token.state = LifeCycle::kProvisioned;
  status.token.host_key = kFingerprint;
  status.openpgp.initialised = true;
  status.openpgp.secure_storage = true;
  status.openpgp.signatures = 128;
  status.openpgp.tries_left = 3;
  status.openpgp.keys = {
      {KeyUse::kSignature, kSig, "ed25519", "2026-11-03T10:00:00Z", sig_locked},
      {KeyUse::kDecryption, kDec, "cv25519", "2026-11-03T10:00:00Z", dec_locked},
      {KeyUse::kAuthentication, kAut, "ed25519", "2026-11-03T10:00:00Z", dec_locked}};
  status.fido.initialised = true;
  status.fido.presence_test = true;
  status.fido.counter = 42;
  status.fido.certificate_sha1 = "41bcad5100000000000000000000000000aa37eb";
  status.leds = TokenStatus::Leds{sig_locked && dec_locked ? Led::kOff : Led::kOn, Led::kOff};
  return status;
}

Error error(Code code, const char* message) {
  return {.code = code, .message = message, .hint = {}, .details = {}, .cause = nullptr};
}

}  // namespace

std::string time_from_now(int seconds) {
  return QDateTime::currentDateTimeUtc().addSecs(seconds).toString(Qt::ISODateWithMs).toStdString();
}

BrokerToken locked() {
  BrokerToken token = base();
  token.status = status(true, true);
  token.state = TokenState::kLocked;
  return token;
}

BrokerToken unlocked() {
  BrokerToken token = base();
  token.status = status(true, false);
  token.state = TokenState::kUnlocked;
  token.held = {{KeyUse::kDecryption, Hold::Kind::kFor, time_from_now(522)}};
  return token;
}

BrokerToken both_unlocked() {
  BrokerToken token = base();
  token.status = status(false, false);
  token.state = TokenState::kUnlocked;
  token.held = {{KeyUse::kSignature, Hold::Kind::kFor, time_from_now(522)},
                {KeyUse::kDecryption, Hold::Kind::kFor, time_from_now(522)}};
  return token;
}

BrokerToken home() {
  BrokerToken token = locked();
  token.id = token.serial = token.status->token.serial = "0F00BA12";
  token.nickname = "Home token";
  return token;
}

BrokerToken classic() {
  BrokerToken token = locked();
  token.status->token.dialect = Dialect::kClassic;
  return token;
}

BrokerToken connecting() {
  BrokerToken token = base();
  token.connecting = true;
  token.as_of.reset();
  return token;
}

BrokerToken unreachable() {
  BrokerToken token = locked();
  token.state = TokenState::kUnreachable;
  token.as_of = time_from_now(-130);
  token.problem = error(Code::kUnreachable, "console 10.0.0.10:22: no answer");
  return token;
}

BrokerToken boot_rom() {
  BrokerToken token = base();
  token.state = TokenState::kBootRom;
  return token;
}

BrokerToken factory() {
  BrokerToken token = base();
  TokenStatus blank;
  blank.token.serial = "A1B2C3D4";
  blank.token.firmware = "0.1.0";
  blank.token.state = LifeCycle::kFactory;
  blank.leds = TokenStatus::Leds{Led::kOn, Led::kOn};
  token.status = blank;
  token.state = TokenState::kNotInitialised;
  return token;
}

BrokerToken damaged() {
  BrokerToken token = factory();
  token.status->token.state = LifeCycle::kDamaged;
  return token;
}

BrokerToken not_started() {
  BrokerToken token = locked();
  token.status->openpgp.initialised = false;
  token.status->fido.initialised = false;
  token.state = TokenState::kNotInitialised;
  return token;
}

BrokerToken working() {
  BrokerToken token = both_unlocked();
  token.state = TokenState::kWorking;
  token.working = KeyUse::kSignature;
  token.status->leds->white = Led::kOn;
  return token;
}

BrokerToken presence() {
  BrokerToken token = unlocked();
  token.state = TokenState::kPresenceRequested;
  token.status->leds->white = Led::kBlink;
  token.presence = PresenceRequest{.number = 7,
                                   .application = "github.com",
                                   .site = "github.com",
                                   .asker = "firefox",
                                   .left = std::chrono::seconds(9)};
  return token;
}

BrokerToken presence_unknown() {
  BrokerToken token = presence();
  token.presence->number = 8;
  token.presence->application = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  token.presence->site.reset();
  return token;
}

BrokerToken emptying() {
  BrokerToken token = presence();
  token.presence->number = 9;
  token.presence->application = "factory-reset";
  token.presence->site.reset();
  token.presence->asker.reset();
  return token;
}

BrokerToken blocked() {
  BrokerToken token = locked();
  token.status->openpgp.tries_left = 0;
  token.status->openpgp.retry_after_seconds = 87;
  token.state = TokenState::kAttention;
  return token;
}

BrokerToken host_key_changed() {
  BrokerToken token = base();
  token.state = TokenState::kAttention;
  token.problem = error(Code::kHostKey, "console 10.0.0.10:22: the host key has changed");
  token.presented = HostKey{"ssh-ed25519", kOtherFingerprint};
  return token;
}

BrokerToken fresh() {
  BrokerToken token = base();
  token.nickname.reset();
  token.known = false;
  token.trust.reset();
  token.as_of.reset();
  token.state = TokenState::kAttention;
  token.problem = error(Code::kHostKey, "console 10.0.0.10:22: the host key is not known");
  token.presented = HostKey{"ssh-ed25519", kFingerprint};
  return token;
}

BrokerToken per_boot() {
  BrokerToken token = classic();
  token.trust = TrustClass::kPerBoot;
  return token;
}

BrokerToken not_compared() {
  BrokerToken token = locked();
  token.id = token.serial = kNotCompared;
  token.nickname = "Build token";
  if (token.status) {
    token.status->token.serial = kNotCompared;
    token.status->token.host_key = kFingerprint;
  }
  return token;
}

const char* const kReceipt =
    R"({"schema":1,"kind":"gokey-receipt","serial":"A1B2C3D4","board":"usbarmory-mk2","firmware":"1.2.0","secure_boot":true,"host_key":"SHA256:OMwo5YPWX0YAL9KYE6qRqDr074cjPYq6sSg7WYau0ks","provisioned":"2026-11-02T09:30:00Z","name":"Lovelace<<Ada","primary":"41bcad51e9a93fe6c7b0a2a5d1f0c3b28e6f37eb","keys":[{"use":"sig","fingerprint":"52cdbe62fa0a40f7d8c1b3b6e201d4c39f7048fc","algorithm":"ed25519","created":"2026-11-01T08:00:00Z"}],"authorized_keys":["SHA256:MVH/GAxxqFZ4xrgz+BnqT+ICaQO7mD08QIwyWHv6T/A"]}
-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgyApp7YTAoflaZQhLYTj0HtjOv6
xXjw7IG48LXRxkWp4AAAANZ29rZXktcmVjZWlwdAAAAAAAAAAGc2hhNTEyAAAAUwAAAAtz
c2gtZWQyNTUxOQAAAEB2RKVAgtZEp4c4ga1gxqdIXYdZLDRA+5VaODw5gk3eFCNULfVetH
ZnygwBrArVa0fiOUeerYULWv6reHpoEykJ
-----END SSH SIGNATURE-----
)";

CardInfo card() {
  CardInfo card;
  card.serial = "A1B2C3D4";
  card.name = "Lovelace<<Ada";
  card.login = "ada@example.org";
  card.url = "https://keys.example.org/ada.asc";
  card.signatures = 128;
  return card;
}

FidoInfo fido() {
  FidoInfo info;
  info.versions = {"U2F_V2", "FIDO_2_1"};
  info.options = {{"rk", true}, {"clientPin", true}};
  info.pin_set = true;
  info.remaining_credentials = 21;
  return info;
}

FidoCredentials passkeys() {
  FidoCredentials found;
  found.existing = 2;
  found.remaining = 21;
  found.list = {{.relying_party = "github.com",
                 .user_name = "ada",
                 .user_display_name = "Ada Lovelace",
                 .user_id = "01",
                 .credential_id = "02",
                 .algorithm = "es256",
                 .protection = "optional"},
                {.relying_party = "login.example.org",
                 .user_name = "ada@example.org",
                 .user_display_name = {},
                 .user_id = "03",
                 .credential_id = "04",
                 .algorithm = "eddsa",
                 .protection = "required"}};
  return found;
}

std::vector<DoctorCheck> doctor_checks() {
  const auto check = [](const char* id, DoctorVerdict verdict, const char* title,
                        const char* message) {
    DoctorCheck made;
    made.id = id;
    made.verdict = verdict;
    made.title = say(title);
    made.message = say(message);
    return made;
  };
  std::vector<DoctorCheck> checks = {
      check("card", DoctorVerdict::kFail, "Card", "GnuPG's scdaemon holds the card for itself."),
      check("reader", DoctorVerdict::kWarn, "Card readers", "There is no card reader."),
      check("hidraw", DoctorVerdict::kOk, "USB permissions", "You may use its FIDO side."),
      check("address", DoctorVerdict::kOk, "Network link to the token",
            "Its network interface is up and has an address."),
      check("console", DoctorVerdict::kOk, "Console", "The console at {} answers."),
      check("routes", DoctorVerdict::kOk, "Ways to the token's address",
            "No other interface leads to the token's address."),
      check("login", DoctorVerdict::kOk, "Log-in", "Logging in works."),
      check("card-service", DoctorVerdict::kOk, "Card service", "The card service pcscd answers."),
      check("scdaemon", DoctorVerdict::kOk, "GnuPG's scdaemon",
            "GnuPG goes through pcscd and shares the card."),
      check("configuration", DoctorVerdict::kOk, "Settings", "The settings are understood.")};
  checks[4].message = say("The console at {} answers.", "10.0.0.10:22");
  checks[0].code = Code::kBusy;
  checks[0].fix = DoctorFix{.id = "card",
                            .what = say("Have GnuPG let go of the card."),
                            .needs_root = false,
                            .steps = {{.command = {"gpgconf", "--kill", "scdaemon"}, .input = {}}}};
  checks[1].next = say("attach the token, or start gokey-sim with --vpcd");
  return checks;
}

void FakeLink::refresh(const std::string&, Done<BrokerToken> done) {
  calls.emplace_back("refresh");
  refreshing = std::move(done);
}

void FakeLink::unlock(const std::string&, Scope scope, Secret secret, Hold until,
                      Done<KeysOutcome> done) {
  calls.push_back("unlock " + std::string(name(scope)));
  passphrase = secret.expose(
      [](std::span<const std::uint8_t> bytes) { return std::string(bytes.begin(), bytes.end()); });
  hold = until;
  unlocking = std::move(done);
}

void FakeLink::shorten(const std::string&, Hold until, Done<BrokerToken> done) {
  calls.emplace_back("shorten");
  hold = until;
  shortening = std::move(done);
}

void FakeLink::lock(const std::string&, Scope scope, Done<KeysOutcome> done) {
  calls.push_back("lock " + std::string(name(scope)));
  locking = std::move(done);
}

void FakeLink::lockAll(LockReason, LockWhich, Done<std::size_t> done) {
  calls.emplace_back("lock-all");
  locking_all = std::move(done);
}

void FakeLink::initFido(const std::string&, bool presence_test, Done<TokenStatus>) {
  calls.emplace_back(presence_test ? "init-fido" : "init-fido without presence");
}

void FakeLink::confirmPresence(const std::string&, std::uint64_t number, Done<void> done) {
  calls.push_back("confirm " + std::to_string(number));
  confirming = std::move(done);
}

void FakeLink::trustHostKey(const std::string&, const std::string& fingerprint,
                            Done<BrokerToken> done) {
  calls.push_back("trust " + fingerprint);
  trusting = std::move(done);
}

void FakeLink::rename(const std::string&, const std::string& nickname, Done<BrokerToken> done) {
  calls.push_back("rename " + nickname);
  renaming = std::move(done);
}

void FakeLink::show(const BrokerToken& token) { tell(BrokerEvent::Kind::kToken, token); }

void FakeLink::tell(BrokerEvent::Kind kind, const BrokerToken& token, std::vector<KeyUse> keys,
                    int seconds_ago) {
  BrokerEvent what;
  what.kind = kind;
  what.time = time_from_now(-seconds_ago);
  what.id = token.id;
  what.token = token;
  what.presence = token.presence;
  what.keys = std::move(keys);
  emit told(what);
}

Stage::Stage() : settings(paths_in(folder.path())) { emit link.connected(); }

WindowWork Stage::work() {
  WindowWork work;
  work.read_card = [](const std::string&) -> Result<CardInfo> { return card(); };
  work.read_fido = [](const std::string&) -> Result<FidoInfo> { return fido(); };
  work.guide = folder.filePath(QStringLiteral("guide.md")).toStdString();
  work.list_passkeys = [](const std::string&, const Secret& pin) -> Result<FidoCredentials> {
    const bool right = pin.expose([](std::span<const std::uint8_t> bytes) {
      return std::string(bytes.begin(), bytes.end()) == kPin;
    });
    if (right) return passkeys();
    Error wrong = error(Code::kWrongPassphrase, "list the FIDO credentials: wrong PIN");
    wrong.details = {{"tries_left", "7"}};
    return std::unexpected(wrong);
  };
  work.read_trust = [this](const BrokerToken& token) -> Result<std::optional<TrustEntry>> {
    if (!token.known) return std::nullopt;
    return TrustEntry{.endpoint = "usb:A1B2C3D4",
                      .serial = "A1B2C3D4",
                      .fingerprint = kFingerprint,
                      .key_type = "ssh-ed25519",
                      .trust = token.trust.value_or(TrustClass::kTofu),
                      .allow_unauthenticated_unlock = unauthenticated,
                      .first_seen = "2026-11-03T10:00:00Z",
                      .nickname = {},
                      .compared = token.id == kNotCompared ? "" : "2026-11-03T10:00:00Z"};
  };
  work.set_compared = [this](const BrokerToken& token, const std::string& key) -> Result<void> {
    done.push_back("compared " + token.id + " " + key);
    return {};
  };
  work.choose_receipt = [this](QWidget*) { return chosen; };
  work.trust_receipt = [this](const BrokerToken& token, const Receipt& receipt) -> Result<void> {
    done.push_back("receipt " + token.id + " " + receipt.host_key);
    return {};
  };
  work.identify = [](const std::string&) -> Result<void> { return {}; };
  work.run_doctor = [](const std::optional<BrokerToken>&, const DoctorProgress& progress) {
    const std::vector<DoctorCheck> checks = doctor_checks();
    for (std::size_t i = 0; i < checks.size(); ++i) progress(checks[i], i + 1, checks.size());
    return checks;
  };
  work.apply_fix = [](const DoctorFix&) -> Result<void> { return {}; };
  work.autostart = {.is_on = [] { return false; }, .set = [](bool) -> Result<void> { return {}; }};
  work.list_identities = [] {
    SshIdentity agent;
    agent.type = "ssh-ed25519";
    agent.comment = "ada@desk";
    agent.in_agent = true;
    SshIdentity file;
    file.type = "ssh-rsa";
    file.comment = "id_rsa";
    file.file = "/home/ada/.ssh/id_rsa";
    return std::vector{agent, file};
  };
  work.try_identities =
      [this](const Endpoint&, const std::string& fingerprint,
             const std::vector<SshIdentity>& identities) -> Result<std::vector<Acceptance>> {
    tried_against = fingerprint;
    std::vector<Acceptance> out(identities.size(), Acceptance::kNotTried);
    if (!out.empty()) out.front() = Acceptance::kAccepted;
    return out;
  };
  return work;
}

}  // namespace gokeyctl::gui::samples
