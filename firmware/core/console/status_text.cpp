// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/console/status_text.h"

#include <cstdint>

#include "wire/hex.h"

namespace gokey::console {
namespace {

using vault::KeyChange;
using vault::KeyUse;

// Upper-case hex in groups of `group` digits, a space after each group.
std::string grouped(const vault::Fingerprint& fingerprint, std::size_t group) {
  const std::string digits = wire::to_upper_hex(fingerprint);
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    out.push_back(digits[i]);
    if ((i + 1) % group == 0) out.push_back(' ');
  }
  return out;
}

std::string header(std::string_view title, std::size_t dashes) {
  std::string line(dashes, '-');
  line += " ";
  line += title;
  line += " ----\n";
  return line;
}

// A label of 24 columns, filled with dots.
std::string field(std::string_view label, std::string_view value) {
  std::string line(label);
  if (line.size() < 23) line.push_back(' ');
  while (line.size() < 24) line.push_back('.');
  line += ": ";
  line += value;
  line += "\n";
  return line;
}

std::string_view word(bool value) { return value ? "true" : "false"; }

std::string key_field(std::string_view label, const token::TokenStatus& status, KeyUse use) {
  const std::optional<token::KeyStatus>& key = status.keys[vault::index(use)];
  if (!status.initialised || !key) return field(label, "missing");
  std::string text = field(label, grouped(key->fingerprint, 4));
  text += "               encrypted: ";
  text += word(key->locked);
  text += "\n";
  return text;
}

std::string_view words(KeyChange change) {
  switch (change) {
    case KeyChange::kUnlocked:
      return "unlocked";
    case KeyChange::kAlreadyUnlocked:
      return "already unlocked";
    case KeyChange::kLocked:
      return "locked";
    case KeyChange::kAlreadyLocked:
      return "already locked";
    case KeyChange::kNoPassphrase:
      return "remains unlocked (no passphrase)";
    case KeyChange::kWrongPassphrase:
      return "unlock error";
    case KeyChange::kBlocked:
      return "error counter blocked, cannot unlock";
    case KeyChange::kNone:
    case KeyChange::kMissing:
      return "";
  }
  return "";
}

struct LogLine {
  std::optional<std::string> operator()(const token::StatusChanged&) const { return std::nullopt; }
  // Needs the status: initialised_log().
  std::optional<std::string> operator()(const token::Initialised&) const { return std::nullopt; }
  std::optional<std::string> operator()(const token::KeyChanged& event) const {
    if (event.change == KeyChange::kNone) return std::nullopt;
    if (event.change == KeyChange::kMissing) {
      // The authentication key goes with the decryption key: nobody asked for it by name.
      if (event.use == KeyUse::kAuthentication) return std::nullopt;
      return "missing key for VERIFY\n";
    }
    return "VERIFY: " + grouped(event.fingerprint, 2) + std::string(words(event.change)) + "\n";
  }
  std::optional<std::string> operator()(const token::Operation& event) const {
    if (!event.succeeded) return std::nullopt;
    switch (event.kind) {
      case token::Operation::Kind::kSign:
        return "PSO:CDS successful\n";
      case token::Operation::Kind::kDecrypt:
        return "PSO:DEC successful\n";
      case token::Operation::Kind::kAuthenticate:
        return "INTERNAL AUTHENTICATE successful\n";
    }
    return std::nullopt;
  }
  std::optional<std::string> operator()(const token::CardNote& event) const {
    return event.text + "\n";
  }
  // Needs the status: fido_initialised_log().
  std::optional<std::string> operator()(const token::FidoInitialised&) const {
    return std::nullopt;
  }
  std::optional<std::string> operator()(const token::PresenceRequested& event) const {
    return "U2F user presence request, type `p` within " + std::to_string(event.seconds) +
           "s to confirm\n";
  }
  std::optional<std::string> operator()(const token::PresenceEnded& event) const {
    switch (event.outcome) {
      case token::Presence::Outcome::kConfirmed:
        return "U2F user presence confirmed\n";
      case token::Presence::Outcome::kTimedOut:
        return "U2F user presence request timed out\n";
      case token::Presence::Outcome::kCancelled:
        return "U2F user presence request cancelled\n";
    }
    return std::nullopt;
  }
  std::optional<std::string> operator()(const token::CounterRaised& event) const {
    return "U2F increment, counter:" + std::to_string(event.counter) + "\n";
  }
};

}  // namespace

std::string warning_lines(const token::TokenStatus& status) {
  std::string text;
  for (const std::string& warning : status.warnings) text += "WARNING: " + warning + "\n";
  return text;
}

std::string card_block(const token::TokenStatus& status) {
  std::string text = header("OpenPGP smartcard", 52);
  text += field("Initialized", word(status.initialised));
  text += field("Secure storage", word(status.secure_storage));
  text += field("Serial number", wire::to_upper_hex(status.serial));
  text += field("Digital signature count", std::to_string(status.signatures));
  const bool shown = status.initialised && status.primary.has_value();
  text += field("Secret key", shown ? grouped(*status.primary, 4) : "missing");
  text += key_field("Signature subkey", status, KeyUse::kSignature);
  text += key_field("Decryption subkey", status, KeyUse::kDecryption);
  text += key_field("Authentication subkey", status, KeyUse::kAuthentication);
  return text;
}

std::string fido_block(const token::FidoStatus& fido) {
  std::string text = header("U2F token", 60);
  text += field("Initialized", word(fido.initialised));
  text += field("Secure storage", word(fido.secure_storage));
  text += field("User presence test", word(fido.presence_test));
  text += field("Counter", fido.initialised ? std::to_string(fido.counter) : "N/A");
  text += field("Attestation certificate",
                fido.certificate_sha1 ? grouped(*fido.certificate_sha1, 4) : "missing");
  return text;
}

std::optional<std::string> log_line(const token::Event& event) {
  return std::visit(LogLine{}, event);
}

std::string initialised_log(const token::TokenStatus& status) {
  return "OpenPGP card initialized\n" + card_block(status);
}

std::string fido_initialised_log(const token::TokenStatus& status) {
  return "U2F token initialized\n" + fido_block(status.fido);
}

}  // namespace gokey::console
