// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/console/receipt.h"

#include "core/crypto/hash.h"
#include "core/token/json.h"
#include "wire/base64.h"
#include "wire/hex.h"

namespace gokey::console {

std::string receipt_text(const token::TokenStatus& status, const vault::PublicRecord& record) {
  token::JsonWriter json;
  json.begin_object().key("schema").number(1).key("kind").text("gokey-receipt");
  json.key("serial").text(wire::to_upper_hex(status.serial));
  json.key("board").text(status.board).key("firmware").text(status.firmware);
  json.key("secure_boot").boolean(status.secure_boot);
  json.key("host_key").text(status.host_key);
  json.key("provisioned");
  if (record.provisioned == 0) {
    json.null();
  } else {
    json.text(token::rfc3339(record.provisioned));
  }
  json.key("name").text(record.name);
  json.key("primary");
  if (record.primary == vault::Fingerprint{}) {
    json.null();
  } else {
    json.text(wire::to_hex(record.primary));
  }
  json.key("keys").begin_array();
  for (const vault::KeyUse use : vault::kAllUses) {
    const auto& key = record.keys[vault::index(use)];
    if (!key) continue;
    json.begin_object().key("use").text(vault::short_name(use));
    json.key("fingerprint").text(wire::to_hex(key->fingerprint));
    json.key("algorithm").text(vault::name(key->key.algorithm));
    json.key("created").text(token::rfc3339(key->created)).end_object();
  }
  json.end_array().key("authorized_keys").begin_array();
  for (const auto& blob : record.authorized_keys) {
    json.text("SHA256:" + wire::to_base64_unpadded(crypto::sha256(blob)));
  }
  json.end_array().key("u2f_certificate");
  if (record.attestation) {
    json.text(wire::to_hex(*record.attestation));
  } else {
    json.null();
  }
  json.end_object();
  return json.release() + "\n";
}

}  // namespace gokey::console
