// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Makes a token personal, once, in the factory state.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/crypto/secret.h"
#include "core/vault/messages.h"
#include "hal/device_key.h"
#include "hal/random.h"
#include "hal/store.h"

namespace gokey::vault {

struct ProvisionInput {
  // A file as gpg --export-secret-keys writes it, armoured or not; empty for a token without
  // OpenPGP keys.
  crypto::Secret openpgp_key;
  // A file as sshd's authorized_keys.
  std::string authorized_keys;
  // PEM or OpenSSH text; empty: derived from the device key.
  crypto::Secret host_key_pem;
  std::string name;      // DO 5B: "Doe<<John", at most 39 characters
  std::string language;  // DO 5F2D: one to four ISO 639-1 codes, "de" or "deen"
  std::string sex;       // DO 5F35: "1", "2", "9" (ISO 5218), or empty
  std::string url;       // DO 5F50
  std::uint16_t manufacturer = 0xFF00;
  bool signature_pin_once = false;
  SnvsMode snvs = SnvsMode::kNone;
  // What FIDO registrations are attested with: an X.509 certificate in DER and its P-256 key, 32
  // bytes. Both empty: each credential attests itself.
  std::vector<std::uint8_t> attestation_certificate;
  crypto::Secret attestation_key;
  // Seconds since 1970 UTC: leaves out expired keys, and is kept as the time of provisioning.
  std::optional<std::uint32_t> now;
  bool needs_login = false;  // refused without an authorised SSH key
};

enum class ProvisionErrorCode : std::uint8_t {
  kAlreadyProvisioned,
  kStore,           // the medium failed; the token is in the factory state still, or whole
  kBadKeyFile,      // malformed, truncated, damaged
  kUnsupportedKey,  // `text` names it
  kNoUsableKey,     // nothing in the file a token could use
  kBadAuthorizedKeys,
  kBadHostKey,
  kBadAttestation,
  kBadHolder,  // name, language, sex or URL
};
struct ProvisionError {
  ProvisionErrorCode code = ProvisionErrorCode::kStore;
  std::string text;  // completes "could not provision the token: …"
};

// Refused, and nothing changed, if there is a record already, even one that cannot be read. The
// attestation, FIDO's state and the counters are written first: whenever the power fails, the token
// is in the factory state or whole.
[[nodiscard]] std::expected<void, ProvisionError> provision(hal::Store& store,
                                                            const hal::DeviceKey& device,
                                                            hal::Random& random,
                                                            const ProvisionInput& input);

}  // namespace gokey::vault
