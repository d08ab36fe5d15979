// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/token/status.h"

#include <string_view>

#include "core/token/json.h"
#include "wire/hex.h"

namespace gokey::token {
namespace {

bool unlocked(const TokenStatus& status, vault::KeyUse use) {
  const std::optional<KeyStatus>& key = status.keys[vault::index(use)];
  return key.has_value() && !key->locked;
}

std::string_view word(Led led) {
  switch (led) {
    case Led::kOff:
      return "off";
    case Led::kOn:
      return "on";
    case Led::kBlink:
      return "blink";
  }
  return "off";
}

std::string_view word(LifeCycle state) {
  switch (state) {
    case LifeCycle::kFactory:
      return "factory";
    case LifeCycle::kProvisioned:
      return "provisioned";
    case LifeCycle::kDamaged:
      return "damaged";
  }
  return "damaged";
}

void write_token(JsonWriter& json, const TokenStatus& status) {
  json.key("token").begin_object();
  json.key("serial").text(wire::to_upper_hex(status.serial));
  json.key("firmware").text(status.firmware);
  json.key("dialect").text(status.dialect);
  json.key("board").text(status.board);
  json.key("state").text(word(status.state));
  json.key("secure_boot").boolean(status.secure_boot);
  json.key("host_key");
  if (status.host_key.empty()) {
    json.null();
  } else {
    json.text(status.host_key);
  }
  json.key("warnings").begin_array();
  for (const std::string& warning : status.warnings) json.text(warning);
  json.end_array().end_object();
}

void write_openpgp(JsonWriter& json, const TokenStatus& status) {
  json.key("openpgp").begin_object();
  json.key("initialised").boolean(status.initialised);
  json.key("secure_storage").boolean(status.secure_storage);
  json.key("signatures").number(status.signatures);
  json.key("tries_left").number(status.tries_left);
  json.key("retry_after_seconds");
  if (status.retry_after_seconds) {
    json.number(*status.retry_after_seconds);
  } else {
    json.null();
  }
  json.key("signature_pin_once").boolean(status.signature_pin_once);
  json.key("keys").begin_array();
  for (const std::optional<KeyStatus>& key : status.keys) {
    if (!key) continue;
    json.begin_object();
    json.key("use").text(vault::short_name(key->use));
    json.key("fingerprint").text(wire::to_hex(key->fingerprint));
    json.key("algorithm").text(vault::name(key->algorithm));
    json.key("created").text(rfc3339(key->created));
    json.key("locked").boolean(key->locked);
    json.end_object();
  }
  json.end_array().end_object();
}

void write_pending(JsonWriter& json, const std::optional<PendingPresence>& pending) {
  json.key("presence_pending");
  if (!pending) {
    json.null();
    return;
  }
  json.begin_object().key("application").text(pending->application);
  json.key("seconds_left").number(pending->seconds_left).end_object();
}

// What is not initialised has nothing but perhaps a certificate.
void write_fido(JsonWriter& json, const FidoStatus& fido) {
  json.key("fido").begin_object().key("initialised").boolean(fido.initialised);
  if (fido.initialised) {
    json.key("secure_storage").boolean(fido.secure_storage);
    json.key("presence_test").boolean(fido.presence_test);
    write_pending(json, fido.presence_pending);
    json.key("counter").number(fido.counter);
  } else {
    for (const std::string_view name :
         {"secure_storage", "presence_test", "presence_pending", "counter"}) {
      json.key(name).null();
    }
  }
  json.key("certificate_sha1");
  if (fido.certificate_sha1) {
    json.text(wire::to_hex(*fido.certificate_sha1));
  } else {
    json.null();
  }
  json.end_object();
}

}  // namespace

Leds leds(const TokenStatus& status) {
  if (status.fido.presence_pending || status.winking) {
    const bool blue = !status.initialised || unlocked(status, vault::KeyUse::kSignature) ||
                      unlocked(status, vault::KeyUse::kDecryption);
    return {blue ? Led::kOn : Led::kOff, Led::kBlink};
  }
  if (!status.initialised) return {Led::kOn, Led::kOn};
  const bool open =
      unlocked(status, vault::KeyUse::kSignature) || unlocked(status, vault::KeyUse::kDecryption);
  return {open ? Led::kOn : Led::kOff, status.working ? Led::kOn : Led::kOff};
}

std::string to_json(const TokenStatus& status) {
  const Leds shown = leds(status);
  JsonWriter json;
  json.begin_object();
  json.key("schema").number(1);
  write_token(json, status);
  write_openpgp(json, status);
  write_fido(json, status.fido);
  json.key("leds").begin_object();
  json.key("blue").text(word(shown.blue));
  json.key("white").text(word(shown.white));
  json.end_object().end_object();
  return json.release();
}

}  // namespace gokey::token
