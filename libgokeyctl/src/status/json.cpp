// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "status/json.h"

#include <algorithm>

#include "base/hex.h"
#include "base/json.h"

namespace gokeyctl {
namespace {

using base::JsonObject;

constexpr std::size_t kMaxSize = 64 * 1024;
constexpr std::size_t kMaxDepth = 8;
constexpr std::size_t kMaxKeys = 3;
constexpr std::size_t kMaxWarnings = 16;
constexpr std::uint32_t kSchema = 1;

// A word out of a fixed list.
template <typename T, std::size_t N>
T word(const JsonObject& object, const char* name, std::string_view value,
       const std::pair<std::string_view, T> (&words)[N]) {
  for (const auto& [text, meaning] : words) {
    if (text == value) return meaning;
  }
  object.fail(name, say("has an unknown value"));
  return words[0].second;
}

constexpr std::pair<std::string_view, Dialect> kDialects[] = {{"native", Dialect::kNative},
                                                              {"classic", Dialect::kClassic}};
constexpr std::pair<std::string_view, LifeCycle> kLifeCycles[] = {
    {"factory", LifeCycle::kFactory},
    {"provisioned", LifeCycle::kProvisioned},
    {"damaged", LifeCycle::kDamaged}};
constexpr std::pair<std::string_view, KeyUse> kUses[] = {
    {"sig", KeyUse::kSignature}, {"dec", KeyUse::kDecryption}, {"aut", KeyUse::kAuthentication}};
constexpr std::pair<std::string_view, Led> kLeds[] = {
    {"off", Led::kOff}, {"on", Led::kOn}, {"blink", Led::kBlink}};

template <typename T, std::size_t N>
std::string_view word_for(T value, const std::pair<std::string_view, T> (&words)[N]) {
  for (const auto& [text, meaning] : words) {
    if (meaning == value) return text;
  }
  return words[0].first;
}

std::string hex_text(const JsonObject& object, const char* name, std::size_t digits, bool upper) {
  const std::string text = object.text(name);
  if (text.size() != digits || !base::is_hex(text)) {
    object.fail(name, say("is not {} hex digits", digits));
  }
  return upper ? base::upper(text) : base::lower(text);
}

TokenStatus::Token read_token(const JsonObject& object) {
  TokenStatus::Token token;
  token.serial = hex_text(object, "serial", 8, /*upper=*/true);
  token.firmware = object.text_or_null("firmware");
  token.dialect = word(object, "dialect", object.text("dialect"), kDialects);
  token.board = object.text_or_null("board");
  if (const auto state = object.text_or_null("state"))
    token.state = word(object, "state", *state, kLifeCycles);
  token.secure_boot = object.boolean_or_null("secure_boot");
  token.host_key = object.text_or_null("host_key");
  // Firmware before 0.2 says nothing.
  if (object.has("warnings")) {
    for (const nlohmann::json& one : object.array("warnings")) {
      if (!one.is_string()) object.fail("warnings", "is no list of texts");
      if (one.is_string() && token.warnings.size() < kMaxWarnings) {
        token.warnings.push_back(one.get<std::string>());
      }
    }
  }
  return token;
}

KeyStatus read_key(const JsonObject& object) {
  KeyStatus key;
  key.use = word(object, "use", object.text("use"), kUses);
  key.fingerprint = hex_text(object, "fingerprint", 40, /*upper=*/false);
  key.algorithm = object.text_or_null("algorithm");
  key.created = object.text_or_null("created");
  key.locked = object.boolean("locked");
  return key;
}

TokenStatus::OpenPgp read_openpgp(const JsonObject& object) {
  TokenStatus::OpenPgp openpgp;
  openpgp.initialised = object.boolean("initialised");
  openpgp.secure_storage = object.boolean("secure_storage");
  openpgp.signatures = object.number_or_null("signatures");
  openpgp.tries_left = object.number_or_null("tries_left");
  openpgp.retry_after_seconds = object.number_or_null("retry_after_seconds");
  openpgp.signature_pin_once = object.boolean_or_null("signature_pin_once");
  const nlohmann::json& keys = object.array("keys");
  if (keys.size() > kMaxKeys) object.fail("keys", say("holds more than three keys"));
  for (std::size_t i = 0; i < std::min(keys.size(), kMaxKeys); ++i) {
    const JsonObject key(keys[i], object.path_of("keys[" + std::to_string(i) + "]"),
                         object.error());
    openpgp.keys.push_back(read_key(key));
    for (std::size_t before = 0; before < i; ++before) {
      if (openpgp.keys[before].use == openpgp.keys[i].use) key.fail("use", say("is there twice"));
    }
  }
  std::ranges::sort(openpgp.keys, {}, &KeyStatus::use);
  return openpgp;
}

TokenStatus::Fido read_fido(const JsonObject& object) {
  TokenStatus::Fido fido;
  fido.initialised = object.boolean("initialised");
  fido.secure_storage = object.boolean_or_null("secure_storage");
  fido.presence_test = object.boolean_or_null("presence_test");
  if (const auto pending = object.object_or_null("presence_pending")) {
    fido.presence_pending = {pending->text("application"), pending->number("seconds_left")};
  }
  fido.counter = object.number_or_null("counter");
  if (object.has("certificate_sha1") && object.text_or_null("certificate_sha1")) {
    fido.certificate_sha1 = hex_text(object, "certificate_sha1", 40, /*upper=*/false);
  } else if (!object.has("certificate_sha1")) {
    object.fail("certificate_sha1", say("is missing"));
  }
  return fido;
}

TokenStatus::Leds read_leds(const JsonObject& object) {
  return {word(object, "blue", object.text("blue"), kLeds),
          word(object, "white", object.text("white"), kLeds)};
}

template <typename T>
nlohmann::ordered_json or_null(const std::optional<T>& value) {
  return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json json_of(const TokenStatus::Token& token) {
  nlohmann::ordered_json out;
  out["serial"] = token.serial;
  out["firmware"] = or_null(token.firmware);
  out["dialect"] = word_for(token.dialect, kDialects);
  out["board"] = or_null(token.board);
  out["state"] = nullptr;
  if (token.state) out["state"] = word_for(*token.state, kLifeCycles);
  out["secure_boot"] = or_null(token.secure_boot);
  out["host_key"] = or_null(token.host_key);
  out["warnings"] = token.warnings;
  return out;
}

nlohmann::ordered_json json_of(const TokenStatus::OpenPgp& openpgp) {
  nlohmann::ordered_json out;
  out["initialised"] = openpgp.initialised;
  out["secure_storage"] = openpgp.secure_storage;
  out["signatures"] = or_null(openpgp.signatures);
  out["tries_left"] = or_null(openpgp.tries_left);
  out["retry_after_seconds"] = or_null(openpgp.retry_after_seconds);
  out["signature_pin_once"] = or_null(openpgp.signature_pin_once);
  out["keys"] = nlohmann::ordered_json::array();
  for (const KeyStatus& key : openpgp.keys) {
    nlohmann::ordered_json entry;
    entry["use"] = short_name(key.use);
    entry["fingerprint"] = key.fingerprint;
    entry["algorithm"] = or_null(key.algorithm);
    entry["created"] = or_null(key.created);
    entry["locked"] = key.locked;
    out["keys"].push_back(std::move(entry));
  }
  return out;
}

nlohmann::ordered_json json_of(const TokenStatus::Fido& fido) {
  nlohmann::ordered_json out;
  out["initialised"] = fido.initialised;
  out["secure_storage"] = or_null(fido.secure_storage);
  out["presence_test"] = or_null(fido.presence_test);
  out["presence_pending"] = nullptr;
  if (fido.presence_pending) {
    out["presence_pending"] = {{"application", fido.presence_pending->application},
                               {"seconds_left", fido.presence_pending->seconds_left}};
  }
  out["counter"] = or_null(fido.counter);
  out["certificate_sha1"] = or_null(fido.certificate_sha1);
  return out;
}

}  // namespace

Result<TokenStatus> status::read_status(const nlohmann::json& document) {
  std::optional<Error> error;
  const JsonObject object(document, "", error);
  if (!error && object.number("schema") != kSchema) object.fail("schema", say("is not 1"));
  TokenStatus status;
  status.token = read_token(object.object("token"));
  status.openpgp = read_openpgp(object.object("openpgp"));
  status.fido = read_fido(object.object("fido"));
  if (const auto leds = object.object_or_null("leds")) status.leds = read_leds(*leds);
  if (error) {
    Sentence message = say("{}: {}", say("understand the token's status"), error->message);
    return std::unexpected(wrap(std::move(*error), std::move(message)));
  }
  return status;
}

Result<TokenStatus> parse_status_json(std::string_view text) {
  const Result<nlohmann::json> document = base::parse_json(text, kMaxSize, kMaxDepth);
  if (!document)
    return std::unexpected(wrap(document.error(), say("understand the token's status: no JSON")));
  return status::read_status(*document);
}

nlohmann::ordered_json status::json_of(const TokenStatus& status) {
  nlohmann::ordered_json out;
  out["schema"] = kSchema;
  out["token"] = gokeyctl::json_of(status.token);
  out["openpgp"] = gokeyctl::json_of(status.openpgp);
  out["fido"] = gokeyctl::json_of(status.fido);
  out["leds"] = nullptr;
  if (status.leds) {
    out["leds"] = {{"blue", word_for(status.leds->blue, kLeds)},
                   {"white", word_for(status.leds->white, kLeds)}};
  }
  return out;
}

std::string to_json(const TokenStatus& status) {
  // What is not UTF-8 becomes U+FFFD.
  constexpr auto kReplace = nlohmann::ordered_json::error_handler_t::replace;
  return status::json_of(status).dump(-1, ' ', false, kReplace);
}

}  // namespace gokeyctl
