// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Provisioning and its undoing, over either dialect.
#include "gokeyctl/provision.h"

#include <utility>

#include "base/error.h"
#include "base/hex.h"
#include "console/dialect.h"
#include "provision/form.h"

namespace gokeyctl {

Result<void> pin(TrustStore& trust, const Endpoint& endpoint, const Receipt& receipt) {
  TrustEntry entry;
  entry.endpoint = trust_key(trust, endpoint);
  if (const TrustEntry* known = trust.find(entry.endpoint)) {
    entry.nickname = known->nickname;
    if (known->fingerprint == receipt.host_key) {
      entry.first_seen = known->first_seen;
      entry.compared = known->compared;
    }
  }
  entry.serial = receipt.serial;
  entry.fingerprint = receipt.host_key;
  entry.key_type = "ssh-ed25519";
  entry.trust = TrustClass::kStrict;
  return trust.pin(std::move(entry));
}

namespace console {
namespace {

using base::error;

Error classic(const char* doing) {
  return error(Code::kUnsupported,
               say("{}: {}", say(doing),
                   say("a token with the original firmware has its keys in its image")),
               "", "classic");
}

Result<TokenStatus> status_of(ConsoleDialect& dialect, const char* doing) {
  if (dialect.kind() == Dialect::kClassic) return std::unexpected(classic(doing));
  return dialect.status();
}

// What was printed is a receipt of this token.
Result<Receipt> checked(const Result<std::string>& text, const std::string& serial,
                        const HostKey& host_key) {
  if (!text) return std::unexpected(text.error());
  auto receipt = parse_receipt(*text);
  if (!receipt) return receipt;
  if (auto right = check_receipt(*receipt, serial, host_key.fingerprint); !right)
    return std::unexpected(std::move(right).error());
  return receipt;
}

}  // namespace

Result<Receipt> provision_checked(ConsoleDialect& dialect, const HostKey& host_key,
                                  const Provisioning& provisioning) {
  const auto before = status_of(dialect, marked("provision"));
  if (!before) return std::unexpected(before.error());
  if (before->token.state == LifeCycle::kDamaged) {
    return std::unexpected(error(
        Code::kWrongMode,
        say("provision: what is stored on token {} cannot be opened", before->token.serial),
        say("to start over, which destroys its keys: {}", "gokeyctl factory-reset"), "damaged"));
  }
  if (before->token.state != LifeCycle::kFactory) {
    return std::unexpected(error(
        Code::kWrongMode, say("provision: token {} is provisioned already", before->token.serial),
        say("to start over, which destroys its keys: {}", "gokeyctl factory-reset"),
        "already-provisioned"));
  }
  const auto content = inspect(provisioning);
  if (!content) return std::unexpected(content.error());
  const auto form = provision::form_of(provisioning);
  if (!form) return std::unexpected(form.error());
  auto receipt = checked(dialect.provision(*form), before->token.serial, host_key);
  if (!receipt && receipt.error().code == Code::kUsage && receipt.error().hint.empty())
    receipt.error().hint = say("what a token takes: {}", "gokeyctl provision one --help");
  if (!receipt) return receipt;
  if (auto right = provision::check_receipt(*receipt, provisioning, *content); !right)
    return std::unexpected(std::move(right).error());
  return receipt;
}

Result<Receipt> receipt_checked(ConsoleDialect& dialect, const HostKey& host_key) {
  const auto now = status_of(dialect, marked("read the token's receipt"));
  if (!now) return std::unexpected(now.error());
  return checked(dialect.receipt(), now->token.serial, host_key);
}

Result<void> factory_reset_checked(ConsoleDialect& dialect, const std::string& serial,
                                   const AskPresence& ask) {
  const auto before = status_of(dialect, marked("reset the token"));
  if (!before) return std::unexpected(before.error());
  if (before->token.state == LifeCycle::kFactory) {
    return std::unexpected(
        error(Code::kWrongMode,
              say("reset the token: {} is in the factory state already", before->token.serial), "",
              "factory-state"));
  }
  if (base::upper(serial) != before->token.serial) {
    return std::unexpected(
        error(Code::kCancelled,
              say("reset the token: its serial is {}, not {}", before->token.serial, serial), "",
              "other-serial"));
  }
  return dialect.factory_reset(serial, ask);
}

}  // namespace console
}  // namespace gokeyctl
