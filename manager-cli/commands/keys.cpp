// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/keys.h"

#include "cli/render/status.h"

namespace gokeyctl::cli {
namespace {

Json words(const std::vector<KeyUse>& uses) {
  Json list = Json::array();
  for (const KeyUse use : uses) list.push_back(short_name(use));
  return list;
}

std::string commas(const std::vector<KeyUse>& uses) {
  std::string out;
  for (const KeyUse use : uses) out += (out.empty() ? "" : ",") + std::string(short_name(use));
  return out;
}

}  // namespace

Scope scope_of(const Invocation& inv) {
  const std::string word = inv.argument(0).value_or("all");
  return word == "sig" ? Scope::kSignature : word == "dec" ? Scope::kDecryption : Scope::kAll;
}

std::vector<KeyStatus> keys_in(const TokenStatus& status, Scope scope) {
  std::vector<KeyStatus> keys;
  for (const KeyStatus& key : status.openpgp.keys) {
    if (scope == Scope::kSignature && key.use != KeyUse::kSignature) continue;
    if (scope == Scope::kDecryption && key.use == KeyUse::kSignature) continue;
    if (status.token.dialect == Dialect::kClassic && key.use == KeyUse::kAuthentication) continue;
    keys.push_back(key);
  }
  return keys;
}

Reply keys_reply(const Target& target, const KeysOutcome& outcome, std::string human) {
  const std::string& serial = outcome.status.token.serial;
  Reply reply;
  reply.data = {{"serial", serial},
                {"changed", words(outcome.changed)},
                {"already", words(outcome.already)},
                {"failed", words(outcome.failed)},
                {"status", status_json(outcome.status)}};
  reply.rows = {{serial.empty() ? target.device : serial, commas(outcome.changed),
                 commas(outcome.already), commas(outcome.failed)}};
  reply.header = {"serial", "changed", "already", "failed"};
  reply.human = std::move(human);
  reply.action = true;
  return reply;
}

}  // namespace gokeyctl::cli
