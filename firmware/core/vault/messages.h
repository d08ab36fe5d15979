// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What the rest of the firmware may ask of the vault. Requests and responses are plain values with
// a byte encoding, because the two sides run apart: in another process in the simulator, at another
// privilege level on the board. No private key ever crosses.
#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "core/crypto/secret.h"
#include "core/vault/fido_messages.h"
#include "core/vault/keys.h"

namespace gokey::vault {

// ---- What the vault publishes -------------------------------------------------------------------

enum class SnvsMode : std::uint8_t {
  kNone,  // initialised at start, secure_storage reported false
  kOn,    // initialised at start, secure_storage reported true
  kSsh,   // as kOn, but starts uninitialised until `init` or the first unlock
};

// The public part of the token record; never changes while a record is there.
struct PublicRecord {
  std::string name, language, sex, url;  // DOs 5B, 5F2D, 5F35, 5F50; may be empty
  std::uint16_t manufacturer = 0xFF00;   // AID bytes 8 and 9
  // One VERIFY 81 serves any number of PSO:CDS (C4 byte 0 = 01).
  bool signature_pin_once = false;
  SnvsMode snvs = SnvsMode::kNone;
  std::uint32_t provisioned =
      0;                  // when, as the provisioner said: seconds since 1970 UTC; 0: unknown
  Fingerprint primary{};  // of the OpenPGP primary key
  // SHA-256 of the certificate that attests FIDO registrations. None: each credential attests
  // itself, or an older firmware provisioned the token.
  std::optional<FidoHash> attestation;
  std::array<std::optional<KeyInfo>, kKeyCount> keys;
  std::vector<std::vector<std::uint8_t>> authorized_keys;  // SSH public key blobs, RFC 4253 6.6
};

struct KeyState {
  bool present = false;
  bool locked = true;
};

// What changes. A new one comes with every response.
struct Snapshot {
  bool provisioned = false;
  bool damaged = false;  // what is stored could not be opened: nothing is served but FactoryReset
  bool initialised = false;
  bool secure_storage = false;
  std::uint32_t signatures = 0;  // digital signature counter, DO 93, 24 bits
  std::uint8_t tries_left = 3;   // tries allowed now
  // hal::Clock time from which one try is allowed; none: no delay.
  std::optional<std::uint64_t> retry_at_ms;
  std::array<KeyState, kKeyCount> keys{};
  FidoState fido;
};

// ---- Requests -----------------------------------------------------------------------------------

struct Refresh {};     // nothing but a new Snapshot
struct Describe {};    // Response::record
struct Initialise {};  // SnvsMode::kSsh: make the card usable
struct Unlock {
  KeySet keys;
  crypto::Secret passphrase;
};
struct Lock {
  KeySet keys;
};
// kSignature: PSO:CDS (counts, and relocks unless the record says otherwise). kAuthentication or
// kDecryption: INTERNAL AUTHENTICATE. `data` is a DigestInfo for RSA, the hash for ECDSA, the
// message for EdDSA. Gives the signature: modulus length, or r||s, or R||S.
struct Sign {
  KeyUse use = KeyUse::kSignature;
  std::vector<std::uint8_t> data;
};
// kDecryption or kAuthentication. `data` is the cryptogram for RSA (modulus length), the peer's
// point for ECDH (04||X||Y, or 32 bytes for X25519). Gives the unpadded message, or the shared X
// coordinate (field size).
struct Decipher {
  KeyUse use = KeyUse::kDecryption;
  std::vector<std::uint8_t> data;
};
// The SSH host key, which the SSH library must hold itself: a 32-byte Ed25519 seed, or the PEM text
// that the record brought. Answered once per start, to the first who asks.
struct TakeHostKey {};
// What wire/provisioning.h describes; makes the token personal, once. Response::data says, for
// people, why it was not done. Afterwards the token is to be restarted.
struct Provision {
  crypto::Secret form;
};
// A signature by the SSH host key under kReceiptNameSpace, as text (wire/ssh_signature.h).
// kWrongAlgorithm for a host key that the record brought.
struct SignReceipt {
  std::string text;
};
// Forgets everything that is not in the silicon, also what could not be opened. Nothing is served
// any more until a restart.
struct FactoryReset {};
inline constexpr std::string_view kReceiptNameSpace = "gokey-receipt";

using Request =
    std::variant<Refresh, Describe, Initialise, Unlock, Lock, Sign, Decipher, TakeHostKey,
                 FidoStart, FidoRegister, FidoAuthenticate, FidoFind, FidoMake, FidoAssert,
                 FidoKeyAgreement, FidoSetPin, FidoGetToken, FidoList, FidoDelete, FidoUpdateUser,
                 FidoReset, FidoPowerUp, Provision, SignReceipt, FactoryReset>;

// ---- Responses ----------------------------------------------------------------------------------

enum class Outcome : std::uint8_t {
  kDone,
  kNotProvisioned,  // factory state
  kNotInitialised,  // SnvsMode::kSsh before `init`
  kAlreadyInitialised,
  kNoKey,  // the token has no such key
  kLocked,
  kWrongPassphrase,
  kRetryDelay,  // no try allowed now; nothing was counted
  kBadData,     // length or form of `data`; on ECDH also a point that is not on the curve
  kFailed,      // the operation failed; for RSA decryption every padding failure looks like this
  kWrongAlgorithm,  // this key cannot do that (Decipher with an Ed25519 key)
  kStorage,         // the counter could not be saved: nothing was tried or signed
  kAlreadyProvisioned,
  kBadForm,   // Provision: `data` says what is wrong with it; nothing changed
  kRefused,   // not now or not from here
  kNoRandom,  // the random number generator failed: no key is opened, used or made
};

enum class KeyChange : std::uint8_t {
  kNone,  // not asked about
  kMissing,
  kUnlocked,
  kAlreadyUnlocked,
  kLocked,
  kAlreadyLocked,
  kNoPassphrase,     // lock: remains unlocked
  kWrongPassphrase,  // unlock: this key did not open
  kBlocked,          // unlock: no try allowed
};

struct Response {
  Outcome outcome = Outcome::kDone;
  std::array<KeyChange, kKeyCount> changes{};  // of Unlock, Lock, and of a Sign that relocked
  crypto::Secret data;                         // signature, message, shared secret, host key, words
  bool host_key_is_pem = false;                // of TakeHostKey
  std::optional<PublicRecord> record;  // of Describe and Provision; absent in the factory state
  std::optional<FidoReply> fido;       // of the requests of fido_messages.h
  Snapshot snapshot;
};

// A response of nothing but its outcome.
[[nodiscard]] inline Response with(Outcome outcome) {
  Response response;
  response.outcome = outcome;
  return response;
}

// ---- Bytes --------------------------------------------------------------------------------------

enum class MessageError : std::uint8_t { kMalformed };

[[nodiscard]] crypto::Secret encode(const Request& request);
[[nodiscard]] crypto::Secret encode(const Response& response);
[[nodiscard]] std::expected<Request, MessageError> decode_request(
    std::span<const std::uint8_t> bytes);
[[nodiscard]] std::expected<Response, MessageError> decode_response(
    std::span<const std::uint8_t> bytes);

}  // namespace gokey::vault
