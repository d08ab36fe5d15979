// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Transferable secret keys, RFC 4880 11.2 and 5.5.3, as gpg --export-secret-keys writes them.
#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <string>
#include <vector>

#include "wire/bytes.h"
#include "wire/openpgp_signature.h"
#include "wire/result.h"

namespace gokey::wire {

// What is wrong with a key file: a code, and words that name the packet or the feature ("elgamal").
struct OpenPgpProblem {
  WireError code = WireError::kMalformed;
  std::string what;
};

// RFC 4880 9.1, RFC 6637 5.
enum class OpenPgpAlgorithm : std::uint8_t {
  kRsa = 1,
  kRsaEncryptOnly = 2,
  kRsaSignOnly = 3,
  kElgamal = 16,
  kDsa = 17,
  kEcdh = 18,
  kEcdsa = 19,
  kEddsa = 22,
};

enum class OpenPgpCurve : std::uint8_t {
  kNone,
  kNistP256,
  kNistP384,
  kNistP521,
  kBrainpoolP256,
  kBrainpoolP384,
  kBrainpoolP512,
  kEd25519,
  kCv25519,
};

// How the secret part of a key is kept.
enum class OpenPgpProtection : std::uint8_t {
  kNone,      // in clear, a 16-bit checksum behind; the checksum is right
  kSha1,      // usage 254: encrypted together with its SHA-1
  kChecksum,  // usage 255: encrypted together with a 16-bit checksum
  kGnuDummy,  // not in the file at all
};

// RFC 4880 3.7.1.
enum class OpenPgpS2kMode : std::uint8_t { kSimple = 0, kSalted = 1, kIterated = 3 };

struct OpenPgpS2k {
  OpenPgpS2kMode mode = OpenPgpS2kMode::kIterated;
  std::uint8_t hash = 2;       // RFC 4880 9.4: 2, 8, 9, 10 or 11
  std::uint8_t key_size = 32;  // of the AES key, in bytes
  std::array<std::uint8_t, 8> salt{};
  std::uint32_t count = 0;  // bytes to hash
};

// A secret key or subkey packet. The spans lie in the parsed input.
struct OpenPgpSecretKey {
  std::uint32_t created = 0;  // seconds since 1970 UTC
  OpenPgpAlgorithm algorithm{};
  Bytes public_body;        // version to the last public number: what the fingerprint hashes
  Bytes modulus, exponent;  // RSA, without leading zeros
  OpenPgpCurve curve = OpenPgpCurve::kNone;
  Bytes point;  // 04 || X || Y, or 32 bytes (the prefix 40 is removed)
  OpenPgpProtection protection = OpenPgpProtection::kGnuDummy;
  OpenPgpS2k s2k;
  std::array<std::uint8_t, 16> iv{};
  Bytes secret;  // numbers and check value, encrypted unless kNone
  // What makes the key unusable here, named ("rsa1024", "secp256k1", "S2K cipher CAST5"); empty if
  // nothing does. The fields above are then only filled up to where it was found.
  std::string unsupported;
};

[[nodiscard]] std::expected<OpenPgpSecretKey, OpenPgpProblem> parse_openpgp_secret_key(Bytes body);

// The numbers of the secret part in clear, check value removed: d, p, q, u of RSA, else the scalar
// or seed alone.
struct OpenPgpSecretNumbers {
  std::array<Bytes, 4> numbers;
  std::size_t count = 0;
};
[[nodiscard]] Result<OpenPgpSecretNumbers> parse_openpgp_secret_numbers(Bytes clear, bool rsa);
// RFC 4880 5.5.3: the sum of the bytes, mod 65536.
[[nodiscard]] std::uint16_t openpgp_checksum(Bytes bytes);

struct OpenPgpSubkey {
  OpenPgpSecretKey key;
  std::vector<OpenPgpSignature> signatures;
};
struct OpenPgpUserId {
  std::string id;  // empty for a user attribute
  std::vector<OpenPgpSignature> signatures;
};
struct OpenPgpTransferableKey {
  OpenPgpSecretKey primary;
  std::vector<OpenPgpSignature> signatures;  // on the primary key itself
  std::vector<OpenPgpUserId> user_ids;
  std::vector<OpenPgpSubkey> subkeys;
};

// Reads a file with exactly one secret key, without armour.
[[nodiscard]] std::expected<OpenPgpTransferableKey, OpenPgpProblem> parse_openpgp_transferable_key(
    Bytes file);

}  // namespace gokey::wire
