// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "base/file.h"
#include "base/hex.h"
#include "base/json.h"
#include "base/time.h"
#include "gokeyctl/provision.h"
#include "provision/digest.h"
#include "provision/form.h"
#include "wire/ssh_signature.h"

namespace gokeyctl {
namespace {

namespace wire = gokey::wire;
using base::JsonObject;

constexpr std::size_t kMaxText = std::size_t{64} * 1024;
constexpr std::size_t kMaxDepth = 4;
constexpr std::uint32_t kSchema = 1;
constexpr std::string_view kKind = "gokey-receipt";
constexpr std::size_t kMostUsers = 64;
constexpr std::array kUses{KeyUse::kSignature, KeyUse::kDecryption, KeyUse::kAuthentication};

Error failed(Code code, Sentence why, std::string reason) {
  return Error{.code = code,
               .message = say("check the token's receipt: {}", std::move(why)),
               .hint = {},
               .details = {{"reason", std::move(reason)}},
               .cause = nullptr};
}

Error wrong(Sentence why, std::string reason = "receipt-mismatch") {
  return failed(Code::kVerifyFailed, std::move(why), std::move(reason));
}

// The key that signed `signed_text`.
Result<std::string> signer_of(std::string_view signed_text, std::string_view armoured) {
  const auto signature = wire::parse_ssh_signature(armoured);
  if (!signature) {
    return std::unexpected(
        failed(Code::kProtocol, say("its signature is malformed"), "receipt-malformed"));
  }
  const auto data = wire::ssh_signed_data(kKind, provision::sha512(wire::as_bytes(signed_text)));
  const bool verifies =
      signature->name_space == kKind &&
      provision::ed25519_verifies(signature->public_key, data, signature->signature);
  if (!verifies) return std::unexpected(wrong(say("its signature is wrong"), "receipt-signature"));
  return provision::ssh_fingerprint(wire::ssh_ed25519_blob(signature->public_key));
}

KeyStatus read_key(const JsonObject& object) {
  KeyStatus key;
  const std::string use = object.text("use");
  const auto found =
      std::ranges::find(kUses, std::string_view(use), [](KeyUse each) { return short_name(each); });
  if (found == kUses.end()) {
    object.fail("use", say("has an unknown value"));
  } else {
    key.use = *found;
  }
  key.fingerprint = object.text("fingerprint");
  if (key.fingerprint.size() != 40 || !base::is_hex(key.fingerprint))
    object.fail("fingerprint", say("has an unknown value"));
  key.algorithm = object.text("algorithm");
  key.created = object.text("created");
  return key;
}

Receipt read_fields(const JsonObject& object) {
  Receipt receipt;
  if (object.number("schema") != kSchema) object.fail("schema", say("is not 1"));
  if (object.text("kind") != kKind) object.fail("kind", say("has an unknown value"));
  receipt.serial = object.text("serial");
  if (receipt.serial.size() != 8 || !base::is_hex(receipt.serial))
    object.fail("serial", say("is not 8 hex digits"));
  receipt.board = object.text("board");
  receipt.firmware = object.text("firmware");
  receipt.secure_boot = object.boolean("secure_boot");
  receipt.host_key = object.text("host_key");
  receipt.provisioned = object.text_or_null("provisioned");
  receipt.name = object.text("name");
  receipt.primary = object.text_or_null("primary");
  const nlohmann::json& keys = object.array("keys");
  if (keys.size() > kUses.size()) object.fail("keys", say("has an unknown value"));
  for (std::size_t i = 0; i < keys.size() && !object.error(); ++i) {
    receipt.keys.push_back(
        read_key(JsonObject(keys[i], "keys[" + std::to_string(i) + "]", object.error())));
  }
  // Not in receipts of older firmware.
  if (object.has("u2f_certificate")) {
    receipt.u2f_certificate = object.text_or_null("u2f_certificate");
    const std::string digest = receipt.u2f_certificate.value_or(std::string(64, '0'));
    if (digest.size() != 64 || !base::is_hex(digest))
      object.fail("u2f_certificate", say("has an unknown value"));
  }
  const nlohmann::json& users = object.array("authorized_keys");
  if (users.size() > kMostUsers) object.fail("authorized_keys", say("has an unknown value"));
  for (std::size_t i = 0; i < users.size() && !object.error(); ++i) {
    if (users[i].is_string()) {
      receipt.authorized_keys.push_back(users[i].get<std::string>());
    } else {
      object.fail("authorized_keys", say("has an unknown value"));
    }
  }
  return receipt;
}

std::optional<std::string> time_of(const std::optional<std::uint32_t>& seconds) {
  if (!seconds || *seconds == 0) return std::nullopt;
  return base::rfc3339(std::chrono::system_clock::time_point(std::chrono::seconds(*seconds)));
}

}  // namespace

Result<Receipt> parse_receipt(std::string_view text) {
  const std::size_t end = text.find('\n');
  if (text.size() > kMaxText || end == std::string_view::npos) {
    return std::unexpected(failed(Code::kProtocol, say("this is no receipt"), "receipt-malformed"));
  }
  const std::string_view line = text.substr(0, end + 1);
  // Before anything in it is looked at.
  auto signer = signer_of(line, text.substr(end + 1));
  if (!signer) return std::unexpected(std::move(signer).error());
  const auto document = base::parse_json(line, kMaxText, kMaxDepth);
  if (!document) return std::unexpected(document.error());
  std::optional<Error> error;
  Receipt receipt = read_fields(JsonObject(*document, "", error));
  if (error) return std::unexpected(std::move(*error));
  if (receipt.host_key != *signer) {
    return std::unexpected(wrong(say("it is not signed by the host key that it names")));
  }
  receipt.text = text;
  return receipt;
}

Result<std::filesystem::path> keep_receipt(const std::filesystem::path& folder,
                                           const Receipt& receipt) {
  std::filesystem::path file = folder / (receipt.serial + ".receipt");
  if (auto written = base::write_file(file, receipt.text); !written)
    return std::unexpected(std::move(written).error());
  return file;
}

Result<Receipt> read_receipt(const std::filesystem::path& file) {
  const auto text = base::read_file(file, kMaxText);
  if (!text) return std::unexpected(text.error());
  if (const std::optional<std::string>& read = *text) return parse_receipt(*read);
  return std::unexpected(
      failed(Code::kFailed, say("there is no file {}", file.string()), "no-file"));
}

Result<void> check_receipt(const Receipt& receipt, std::string_view serial,
                           std::string_view host_key) {
  // Before the key: of another token it is meant for another, not forged.
  if (!serial.empty() && receipt.serial != serial)
    return std::unexpected(wrong(say("it is of token {}, not of {}", receipt.serial, serial)));
  if (receipt.host_key == host_key) return {};
  return std::unexpected(wrong(say("it is signed by another key than the console's host key")));
}

namespace provision {

Result<void> check_receipt(const Receipt& receipt, const Provisioning& sent,
                           const ProvisioningContent& content) {
  const bool keys_sent = std::ranges::all_of(receipt.keys, [&](const KeyStatus& key) {
    return std::ranges::find(content.fingerprints, key.fingerprint) != content.fingerprints.end();
  });
  const bool same = keys_sent && receipt.keys.empty() != sent.openpgp_key.has_value() &&
                    receipt.primary.value_or("") == content.primary &&
                    receipt.authorized_keys == content.authorized_keys &&
                    receipt.u2f_certificate.value_or("") == content.u2f_certificate &&
                    receipt.name == sent.name && receipt.provisioned == time_of(sent.now);
  if (same) return {};
  return std::unexpected(wrong(say("it is not about what was sent")));
}

}  // namespace provision
}  // namespace gokeyctl
