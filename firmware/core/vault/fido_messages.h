// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What the FIDO application may ask of the vault (part of messages.h). The application parses what
// comes from outside and waits for the person; the vault holds the private keys, the PIN, its
// token, the counter and the resident credentials. It judges by itself whether the user was
// verified, and it writes the authenticator data that it signs. Whether somebody was present it is
// told.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace gokey::vault {

using FidoHash = std::array<std::uint8_t, 32>;
using CredentialId = std::vector<std::uint8_t>;

inline constexpr std::size_t kMaxCredentialId = 128;
inline constexpr std::size_t kMaxCredentialList = 20;  // ids in one FidoFind
inline constexpr std::size_t kMaxResident = 64;
// CTAP 2.1, 6.1.2: names may be cut, the identifier of the user not.
inline constexpr std::size_t kMaxUserId = 64;
inline constexpr std::size_t kMaxUserName = 64;
inline constexpr std::size_t kMaxRpId =
    253;  // a host name; longer ones make no resident credential
inline constexpr std::uint8_t kPinRetries = 8;
inline constexpr std::uint8_t kPinTriesPerStart = 3;
inline constexpr std::uint64_t kResetWindowMs = 10'000;  // CTAP 2.1, 6.6
inline constexpr std::uint64_t kResetConfirmMs = 40'000;
// Tells the model from others: random, made for this firmware.
inline constexpr std::array<std::uint8_t, 16> kAaguid{
    0x6e, 0x0f, 0x4d, 0x9a, 0x2b, 0x51, 0x4c, 0x77, 0x9e, 0x1d, 0xd3, 0x62, 0x80, 0x47, 0xb5, 0xc8};

enum class FidoAlgorithm : std::uint8_t { kEs256, kEdDsa };
// CTAP 2.1, 12.1; the extension's numbers are one higher.
enum class CredProtect : std::uint8_t { kOptional, kOptionalWithList, kRequired };

// CTAP 2.1, 6.5.5.7: permissions of a pinUvAuthToken.
namespace permission {
inline constexpr std::uint8_t kMake = 0x01;
inline constexpr std::uint8_t kAssert = 0x02;
inline constexpr std::uint8_t kManage = 0x04;
}  // namespace permission

struct FidoUser {
  std::vector<std::uint8_t> id;
  std::string name, display_name;
};

// pinUvAuthParam with its protocol; protocol 0: none was given.
struct PinAuth {
  std::uint8_t protocol = 0;
  std::vector<std::uint8_t> param;
};

// Key agreement of the PIN protocols: the platform's point (X || Y).
using PeerPoint = std::array<std::uint8_t, 64>;

// ---- Requests -----------------------------------------------------------------------------------

// Makes FIDO usable where the card waits for `init` (SnvsMode::kSsh).
struct FidoStart {};
// U2F. Response::data is the response message without its status word.
struct FidoRegister {
  FidoHash application{}, challenge{};
};
struct FidoAuthenticate {
  FidoHash application{}, challenge{};
  CredentialId key_handle;
  bool present = false;
};
// Verifies `auth` over `message` for the permission, if it was given, and looks for credentials: of
// the listed ones those that are this token's, or all resident ones of the relying party, the
// newest first. FidoReply::credentials, without users unless the user was verified.
struct FidoFind {
  enum class Where : std::uint8_t { kNowhere, kListed, kResident };
  FidoHash rp{};
  PinAuth auth;
  std::vector<std::uint8_t> message;
  std::uint8_t permission = 0;
  Where where = Where::kNowhere;
  std::vector<CredentialId> ids;
};
// FidoReply::auth_data and Response::data, its signature.
struct FidoMake {
  FidoHash rp{}, client_data{};
  std::string rp_id;
  FidoUser user;
  PinAuth auth;
  FidoAlgorithm algorithm = FidoAlgorithm::kEs256;
  std::optional<CredProtect> protect;
  bool present = false;
  bool resident = false;
  bool hmac_secret = false;
};
struct HmacSecretInput {
  std::uint8_t protocol = 1;
  PeerPoint peer{};
  std::vector<std::uint8_t> salt_enc, salt_auth;
};
// FidoReply::auth_data, ::credentials[0] and Response::data, the signature.
struct FidoAssert {
  FidoHash rp{}, client_data{};
  CredentialId id;
  PinAuth auth;
  bool present = false;
  // A further credential of the FidoAssert before, with its client data, presence and verification.
  bool next = false;
  std::optional<HmacSecretInput> hmac_secret;
};
// Response::data is the point X || Y.
struct FidoKeyAgreement {};
struct FidoSetPin {
  std::uint8_t protocol = 1;
  PeerPoint peer{};
  std::vector<std::uint8_t> new_pin_enc, auth;
  std::vector<std::uint8_t> pin_hash_enc;  // empty: there is no PIN yet
};
// Response::data is the encrypted pinUvAuthToken.
struct FidoGetToken {
  std::uint8_t protocol = 1;
  PeerPoint peer{};
  std::vector<std::uint8_t> pin_hash_enc;
  std::uint8_t permissions = 0;
  std::optional<FidoHash> rp;
};
// Credential management; `auth` over `message` with permission::kManage. FidoReply::credentials are
// all resident ones.
struct FidoList {
  PinAuth auth;
  std::vector<std::uint8_t> message;
  // Of one relying party, so that a token bound to it is enough.
  std::optional<FidoHash> rp;
};
struct FidoDelete {
  PinAuth auth;
  std::vector<std::uint8_t> message;
  CredentialId id;
};
struct FidoUpdateUser {
  PinAuth auth;
  std::vector<std::uint8_t> message;
  CredentialId id;
  FidoUser user;
};
// The plug went in: a token has its power from there, so this is a start to CTAP, and the time for
// a reset begins anew. What the last one left behind in memory is forgotten, but not how many wrong
// PINs came in a row: the vault went on running, and a host that only pretends to pull the plug
// gets no further tries for it.
struct FidoPowerUp {};
// Forgets the PIN and every credential. First with `begin`, within kResetWindowMs after the start
// or FidoPowerUp; then, once somebody confirmed, without it.
struct FidoReset {
  bool begin = false;
};

// ---- Response -----------------------------------------------------------------------------------

enum class FidoError : std::uint8_t {
  kNone,
  kNotUsable,  // factory state, or not initialised
  kPinNotSet,
  kPinRequired,  // a resident credential without verification although there is a PIN
  kPinInvalid,
  kPinBlocked,
  kPinAuthBlocked,  // until the next start
  kPinAuthInvalid,
  kPinPolicy,
  kNoCredentials,
  kKeyStoreFull,
  kNotAllowed,
  kBadParameter,
  kStorage,
  kFailed,
};

struct FidoCredential {
  CredentialId id;
  FidoHash rp{};
  std::string rp_id;  // of resident ones
  FidoUser user;      // of resident ones
  FidoAlgorithm algorithm = FidoAlgorithm::kEs256;
  CredProtect protect = CredProtect::kOptional;
  bool resident = false;
  std::vector<std::uint8_t> public_key;  // COSE_Key; of FidoList
};

struct FidoReply {
  FidoError error = FidoError::kNone;
  bool user_verified = false;
  std::vector<std::uint8_t> auth_data;
  std::vector<std::uint8_t> certificate;  // of FidoMake: of the P-256 key that signed
  std::vector<FidoCredential> credentials;
};

// Why no credential can be used or made, until FidoReset begins anew.
enum class FidoProblem : std::uint8_t { kNone, kLost, kDamaged, kVersion };

// What is to be seen at any time.
struct FidoState {
  FidoProblem problem = FidoProblem::kNone;
  bool initialised = false;
  std::uint32_t counter = 0;
  bool pin_set = false;
  std::uint8_t pin_retries = kPinRetries;
  bool pin_blocked_until_start = false;
  std::uint8_t resident = 0;
  std::optional<std::array<std::uint8_t, 20>> certificate_sha1;  // of a provisioned certificate
  // One was provisioned, and is not there any more: credentials attest themselves.
  bool certificate_lost = false;

  bool operator==(const FidoState&) const = default;
};

}  // namespace gokey::vault
