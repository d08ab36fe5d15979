// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/render/card.h"

#include <array>

#include "cli/front/text.h"
#include "cli/render/status.h"

namespace gokeyctl::cli {
namespace {

constexpr std::size_t kLabelWidth = 16;

std::string line(const Style& style, std::string_view label, const std::string& value) {
  if (value.empty()) return "";
  if (style.width < 60)
    return wrap(fill("  {}: {}", {label, Styled{value}}), style.width, 4) + "\n";
  return "  " + pad(label, kLabelWidth) +
         wrap(value, style.width, kLabelWidth + 2, kLabelWidth + 2) + "\n";
}

std::string hex4(std::uint16_t value) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (int shift = 12; shift >= 0; shift -= 4) out += kDigits[(value >> shift) & 0xFU];
  return out;
}

// DO 5F35 (ISO 5218)
std::string sex_words(const std::string& sex) {
  if (sex == "1") return _("male");
  if (sex == "2") return _("female");
  return sex == "9" ? _("not applicable") : "";
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

}  // namespace

std::string card_key_line(const CardKey& key, const Style& style) {
  const std::string head = fill("{}  {}", {style.bold(use_name(key.use)), key.algorithm});
  return head + (style.width < 72 ? "\n  " : "  ") +
         grouped_fingerprint(sanitise(key.fingerprint)) + "\n";
}

std::string card_page(const CardInfo& card, const Style& style) {
  std::string out = fill(_("OpenPGP card {}\n"), {style.bold(card.serial)});
  out += line(style, _("Version"), sanitise(card.version));
  out += line(style, _("Manufacturer"),
              fill("{} ({})", {card.manufacturer_name, hex4(card.manufacturer)}));
  out += line(style, _("Reader"), sanitise(card.reader));
  out += line(style, _("Card holder"), sanitise(card.name));
  out += line(style, _("Language"), sanitise(card.language));
  out += line(style, _("Sex"), sex_words(card.sex));
  out += line(style, _("Public key URL"), sanitise(card.url));
  out += line(style, _("Login"), sanitise(card.login));
  out += line(style, _("Signature PIN"),
              card.signature_pin_once ? _("once") : _("for every signature"));
  out +=
      line(style, _("Tries left"),
           fill("{} / {} / {}", {static_cast<int>(card.tries[0]), static_cast<int>(card.tries[1]),
                                 static_cast<int>(card.tries[2])}));
  out += line(style, _("Signatures made"), std::to_string(card.signatures));
  for (const CardKey& key : card.keys) {
    out += line(
        style, use_name(key.use),
        fill("{}  {}", {key.algorithm, style.dim(grouped_fingerprint(sanitise(key.fingerprint)))}));
  }
  return out;
}

Json card_keys_json(const CardInfo& card) {
  Json keys = Json::array();
  for (const CardKey& key : card.keys) {
    keys.push_back({{"use", short_name(key.use)},
                    {"fingerprint", key.fingerprint},
                    {"algorithm", key.algorithm},
                    {"created", key.created ? Json(*key.created) : Json(nullptr)}});
  }
  return keys;
}

Json card_json(const CardInfo& card) {
  return {
      {"serial", card.serial},
      {"aid", card.aid},
      {"version", card.version},
      {"manufacturer",
       {{"id", hex4(card.manufacturer)}, {"name", text_or_null(card.manufacturer_name)}}},
      {"reader", card.reader},
      {"holder",
       {{"name", text_or_null(card.name)},
        {"language", text_or_null(card.language)},
        {"sex", text_or_null(card.sex)},
        {"url", text_or_null(card.url)},
        {"login", text_or_null(card.login)}}},
      {"signature_pin_once", card.signature_pin_once},
      {"tries", {{"pw1", card.tries[0]}, {"reset_code", card.tries[1]}, {"pw3", card.tries[2]}}},
      {"signatures", card.signatures},
      {"keys", card_keys_json(card)}};
}

std::vector<std::string> card_row(const CardInfo& card) {
  return {card.serial,
          card.version,
          hex4(card.manufacturer),
          card.name,
          std::to_string(card.tries[0]),
          std::to_string(card.signatures),
          card.reader};
}

std::vector<const char*> card_header() {
  return {"serial", "version", "manufacturer", "holder", "tries_left", "signatures", "reader"};
}

// RFC 4648, section 4
std::string to_base64(std::span<const std::uint8_t> bytes) {
  constexpr std::string_view kAlphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::size_t left = std::min<std::size_t>(bytes.size() - i, 3);
    std::uint32_t group = static_cast<std::uint32_t>(bytes[i]) << 16U;
    if (left > 1) group |= static_cast<std::uint32_t>(bytes[i + 1]) << 8U;
    if (left > 2) group |= bytes[i + 2];
    for (std::size_t digit = 0; digit < 4; ++digit) {
      out += digit <= left ? kAlphabet[(group >> (18 - 6 * digit)) & 0x3FU] : '=';
    }
  }
  return out;
}

std::string to_pem(std::span<const std::uint8_t> der) {
  constexpr std::size_t kLine = 64;
  const std::string text = to_base64(der);
  std::string out = "-----BEGIN CERTIFICATE-----\n";
  for (std::size_t at = 0; at < text.size(); at += kLine) out += text.substr(at, kLine) + "\n";
  return out + "-----END CERTIFICATE-----\n";
}

}  // namespace gokeyctl::cli
