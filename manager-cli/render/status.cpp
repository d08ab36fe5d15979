// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/render/status.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "cli/front/text.h"

namespace gokeyctl::cli {
namespace {

constexpr std::size_t kLabelWidth = 16;

// "  label           value", the value below itself where it must break.
std::string line(const Style& style, std::string_view label, const std::string& value) {
  const bool narrow = style.width < 60;
  if (narrow) return wrap(fill("  {}: {}", {label, Styled{value}}), style.width, 4) + "\n";
  return "  " + pad(sanitise(label), kLabelWidth) +
         wrap(value, style.width, kLabelWidth + 2, kLabelWidth + 2) + "\n";
}

// "ed25519/6302FA4312345678": the algorithm and the long key id, as gpg prints keys.
std::string key_id(const KeyStatus& key) {
  constexpr std::size_t kLongId = 16;
  std::string id = key.fingerprint;
  if (id.size() > kLongId) id.erase(0, id.size() - kLongId);
  std::ranges::transform(id, id.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return (key.algorithm ? *key.algorithm + "/" : "") + id;
}

std::string key_words(const KeyStatus& key, const Style& style) {
  constexpr std::size_t kLockWidth = 8;
  const Styled lock = key.locked ? Styled{pad(_("locked"), kLockWidth)}
                                 : style.green(pad(_("unlocked"), kLockWidth));
  return fill("{}  {}", {lock, style.dim(key_id(key))});
}

std::string lights_words(const TokenStatus::Leds& leds, bool initialised) {
  if (!initialised && leds.blue == Led::kOn && leds.white == Led::kOn)
    return _("both on: not initialised yet");
  std::string words =
      leds.blue == Led::kOn ? _("blue on: a key is unlocked") : _("blue off: no key is unlocked");
  switch (leds.white) {
    case Led::kOn:
      return words + "; " + _("white on: a key is working");
    case Led::kBlink:
      return words + "; " + _("white blinks: it waits for you to confirm");
    case Led::kOff:
      break;
  }
  return words;
}

std::string firmware_words(const TokenStatus::Token& token) {
  std::string words = token.firmware ? sanitise(*token.firmware) : _("version not told");
  if (token.board) words += fill(_(" on {}"), {*token.board});
  return words + (token.dialect == Dialect::kClassic ? _(", original command set") : "");
}

std::string yes_no(bool value) { return value ? _("yes") : _("no"); }

const char* dialect_name(Dialect dialect) {
  return dialect == Dialect::kClassic ? "classic" : "native";
}

Styled state_styled(const TokenStatus& status, const Style& style) {
  const std::string words = state_words(status);
  switch (summarise(status)) {
    case TokenState::kUnlocked:
      return style.green(words);
    case TokenState::kAttention:
    case TokenState::kNotInitialised:
    case TokenState::kPresenceRequested:
      return style.yellow(words);
    default:
      return style.bold(words);
  }
}

}  // namespace

std::string use_name(KeyUse use) {
  switch (use) {
    case KeyUse::kSignature:
      return _("Signature");
    case KeyUse::kDecryption:
      return _("Decryption");
    case KeyUse::kAuthentication:
      return _("Authentication");
  }
  return "";
}

std::string use_list(const std::vector<KeyUse>& uses) {
  std::string out;
  for (std::size_t i = 0; i < uses.size(); ++i) {
    if (i > 0) out += i + 1 == uses.size() ? _(" and ") : ", ";
    out += short_name(uses[i]);
  }
  return out;
}

std::string state_words(const TokenStatus& status) {
  if (status.token.state == LifeCycle::kFactory) return _("not provisioned yet");
  if (status.token.state == LifeCycle::kDamaged) return _("its storage cannot be opened");
  if (!status.openpgp.initialised) return _("not initialised");
  std::vector<KeyUse> open;
  for (const KeyStatus& key : status.openpgp.keys) {
    if (!key.locked) open.push_back(key.use);
  }
  if (status.openpgp.keys.empty()) return _("no keys");
  if (open.empty()) return _("locked");
  if (open.size() == status.openpgp.keys.size()) return _("unlocked");
  return fill(_("{} unlocked"), {use_list(open)});
}

std::string duration(std::uint32_t seconds) {
  if (seconds < 120) return fill(_("{} s"), {seconds});
  const std::uint32_t minutes = (seconds + 59) / 60;
  if (minutes < 120) return fill(_("{} min"), {minutes});
  return fill(_("{} h {} min"), {minutes / 60, minutes % 60});
}

std::string tries_words(const TokenStatus& status) {
  const auto& card = status.openpgp;
  if (card.retry_after_seconds && card.tries_left.value_or(0) == 0) {
    return fill(_("none for {}, after wrong passphrases"), {duration(*card.retry_after_seconds)});
  }
  return card.tries_left ? std::to_string(*card.tries_left) : std::string();
}

std::string grouped_fingerprint(std::string_view hex) {
  std::string out;
  for (std::size_t i = 0; i < hex.size(); ++i) {
    if (i > 0 && i % 4 == 0) out += ' ';
    out += static_cast<char>(std::toupper(static_cast<unsigned char>(hex[i])));
  }
  return out;
}

std::string status_page(const TokenStatus& status, std::string_view label, std::string_view as_of,
                        const Style& style) {
  const auto& card = status.openpgp;
  std::string name(label);
  if (!status.token.serial.empty() && label != status.token.serial)
    name += " (" + status.token.serial + ")";
  std::string out =
      wrap(fill("{}: {}", {style.bold(name), state_styled(status, style)}), style.width, 2) + "\n";
  for (const std::string& warning : status.token.warnings)
    out += line(style, _("Warning"), style.yellow(sanitise(warning)).text);
  for (const KeyStatus& key : card.keys)
    out += line(style, use_name(key.use), key_words(key, style));
  if (const std::string tries = tries_words(status); !tries.empty()) {
    const bool few = card.tries_left.value_or(3) < 3;
    out += line(style, _("Tries left"), few ? style.yellow(tries).text : tries);
  }
  if (card.signatures) out += line(style, _("Signatures made"), std::to_string(*card.signatures));
  out += line(style, _("Secure storage"), yes_no(card.secure_storage));
  if (status.token.secure_boot)
    out += line(style, _("Secure boot"), yes_no(*status.token.secure_boot));
  if (status.fido.presence_pending) {
    out += line(style, _("Presence"),
                fill(_("asked for {}, {} s left"), {status.fido.presence_pending->application,
                                                    status.fido.presence_pending->seconds_left}));
  }
  if (status.leds) out += line(style, _("Lights"), lights_words(*status.leds, card.initialised));
  out += line(style, _("Firmware"), firmware_words(status.token));
  if (status.token.state == LifeCycle::kFactory)
    out += line(style, _("Next step"), "gokeyctl provision one");
  if (status.token.state == LifeCycle::kDamaged)
    out += line(style, _("Next step"), "gokeyctl factory-reset");
  for (const std::string& other : status.unrecognised)
    out += line(style, _("Also says"), sanitise(other));
  return out + line(style, _("As of"), sanitise(as_of));
}

std::vector<std::string> status_row(const TokenStatus& status) {
  std::string locks;
  for (const KeyStatus& key : status.openpgp.keys) {
    locks += (locks.empty() ? "" : ",") + std::string(short_name(key.use)) +
             (key.locked ? "=locked" : "=unlocked");
  }
  const auto number = [](const auto& value) {
    return value ? std::to_string(*value) : std::string();
  };
  return {status.token.serial,
          std::string(name(summarise(status))),
          locks,
          number(status.openpgp.tries_left),
          number(status.openpgp.retry_after_seconds),
          dialect_name(status.token.dialect),
          status.token.firmware.value_or("")};
}

std::vector<const char*> status_header() {
  return {"serial", "state", "keys", "tries_left", "retry_after_seconds", "dialect", "firmware"};
}

Json status_json(const TokenStatus& status) {
  // The library wrote the text, so that it parses.
  return Json::parse(to_json(status), nullptr, false);
}

std::string change_line(const TokenStatus& before, const TokenStatus& after) {
  std::vector<KeyUse> opened;
  std::vector<KeyUse> closed;
  for (const KeyStatus& key : after.openpgp.keys) {
    const KeyStatus* old = before.key(key.use);
    if (old == nullptr || old->locked == key.locked) continue;
    (key.locked ? closed : opened).push_back(key.use);
  }
  std::string out;
  const auto add = [&out](const std::string& words) { out += (out.empty() ? "" : "; ") + words; };
  if (before.openpgp.initialised != after.openpgp.initialised && after.openpgp.initialised)
    add(_("card initialised"));
  if (!opened.empty()) add(fill(_("{} unlocked"), {use_list(opened)}));
  if (!closed.empty()) add(fill(_("{} locked"), {use_list(closed)}));
  if (before.openpgp.signatures != after.openpgp.signatures && after.openpgp.signatures) {
    add(fill(_("{} signatures made"), {*after.openpgp.signatures}));
  }
  if (before.openpgp.tries_left != after.openpgp.tries_left && after.openpgp.tries_left) {
    add(fill(ngettext("{} try left", "{} tries left", *after.openpgp.tries_left),
             {*after.openpgp.tries_left}));
  }
  return out;
}

}  // namespace gokeyctl::cli
