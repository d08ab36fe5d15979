// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Secret key packets: openpgp_key.h up to the single packet.
#include <algorithm>
#include <bit>
#include <string_view>

#include "wire/hex.h"
#include "wire/openpgp_key.h"
#include "wire/openpgp_packet.h"

namespace gokey::wire {
namespace {

struct CurveInfo {
  std::string_view oid;  // hex, without the DER tag and length
  OpenPgpCurve curve;
  std::size_t coordinate;
};
constexpr std::array kCurves{
    CurveInfo{"2a8648ce3d030107", OpenPgpCurve::kNistP256, 32},
    CurveInfo{"2b81040022", OpenPgpCurve::kNistP384, 48},
    CurveInfo{"2b81040023", OpenPgpCurve::kNistP521, 66},
    CurveInfo{"2b2403030208010107", OpenPgpCurve::kBrainpoolP256, 32},
    CurveInfo{"2b240303020801010b", OpenPgpCurve::kBrainpoolP384, 48},
    CurveInfo{"2b240303020801010d", OpenPgpCurve::kBrainpoolP512, 64},
    CurveInfo{"2b06010401da470f01", OpenPgpCurve::kEd25519, 32},
    CurveInfo{"2b060104019755010501", OpenPgpCurve::kCv25519, 32},
};

struct Name {
  std::uint8_t value;
  std::string_view name;
};
// RFC 4880 9.2 and RFC 5581.
constexpr std::array kCiphers{
    Name{1, "IDEA"},          Name{2, "3DES"},          Name{3, "CAST5"},
    Name{4, "Blowfish"},      Name{10, "Twofish"},      Name{11, "Camellia-128"},
    Name{12, "Camellia-192"}, Name{13, "Camellia-256"},
};
constexpr std::array kHashes{Name{1, "MD5"}, Name{3, "RIPEMD-160"}};
constexpr std::array kAlgorithms{Name{16, "elgamal"}, Name{17, "dsa"}, Name{20, "elgamal"}};

template <std::size_t N>
std::string name_of(const std::array<Name, N>& names, std::uint8_t value) {
  const auto found = std::ranges::find(names, value, &Name::value);
  return found != names.end() ? std::string(found->name) : std::to_string(value);
}

using Parsed = Result<void>;

Parsed read_into(Reader& reader, Bytes& number) {
  const auto mpi = read_openpgp_mpi(reader);
  if (!mpi) return std::unexpected(mpi.error());
  number = *mpi;
  return {};
}

Parsed read_rsa(Reader& reader, OpenPgpSecretKey& key) {
  if (auto read = read_into(reader, key.modulus); !read) return read;
  if (auto read = read_into(reader, key.exponent); !read) return read;
  if (key.modulus.empty()) return std::unexpected(WireError::kMalformed);
  const std::size_t bits =
      8 * key.modulus.size() - static_cast<std::size_t>(std::countl_zero(key.modulus[0]));
  if (bits != 2048 && bits != 3072 && bits != 4096) {
    key.unsupported = "rsa" + std::to_string(bits);
  } else if (key.exponent.size() > 4) {
    key.unsupported = "RSA exponent longer than 4 bytes";
  }
  return {};
}

bool may_use(OpenPgpAlgorithm algorithm, OpenPgpCurve curve) {
  switch (curve) {
    case OpenPgpCurve::kEd25519:
      return algorithm == OpenPgpAlgorithm::kEddsa;
    case OpenPgpCurve::kCv25519:
      return algorithm == OpenPgpAlgorithm::kEcdh;
    default:
      return algorithm != OpenPgpAlgorithm::kEddsa;
  }
}

// RFC 6637 9: curve, point, and for ECDH the KDF's parameters.
Parsed read_ec(Reader& reader, OpenPgpSecretKey& key) {
  const auto oid_size = reader.u8();
  if (!oid_size) return std::unexpected(oid_size.error());
  const auto oid = reader.take(*oid_size);
  if (!oid) return std::unexpected(oid.error());
  if (auto read = read_into(reader, key.point); !read) return read;
  if (key.algorithm == OpenPgpAlgorithm::kEcdh) {
    const auto size = reader.u8();
    if (!size) return std::unexpected(size.error());
    if (const auto skipped = reader.take(*size); !skipped) {
      return std::unexpected(skipped.error());
    }
  }

  const std::string text = to_hex(*oid);
  const auto known = std::ranges::find(kCurves, text, &CurveInfo::oid);
  if (known == kCurves.end() || !may_use(key.algorithm, known->curve)) {
    key.unsupported = text == "2b8104000a" ? "secp256k1" : "curve " + text;
    return {};
  }
  key.curve = known->curve;
  const bool is_25519 = known->curve >= OpenPgpCurve::kEd25519;
  const std::size_t size = is_25519 ? 1 + known->coordinate : 1 + 2 * known->coordinate;
  if (key.point.size() != size || key.point[0] != (is_25519 ? 0x40 : 0x04)) {
    return std::unexpected(WireError::kMalformed);
  }
  if (is_25519) key.point = key.point.subspan(1);
  return {};
}

Parsed skip_numbers(Reader& reader, int count) {
  Bytes number;
  for (int i = 0; i < count; ++i) {
    if (auto read = read_into(reader, number); !read) return read;
  }
  return {};
}

Parsed read_public(Reader& reader, OpenPgpSecretKey& key) {
  switch (key.algorithm) {
    case OpenPgpAlgorithm::kRsa:
    case OpenPgpAlgorithm::kRsaEncryptOnly:
    case OpenPgpAlgorithm::kRsaSignOnly:
      return read_rsa(reader, key);
    case OpenPgpAlgorithm::kEcdh:
    case OpenPgpAlgorithm::kEcdsa:
    case OpenPgpAlgorithm::kEddsa:
      return read_ec(reader, key);
    case OpenPgpAlgorithm::kElgamal:
      key.unsupported = "elgamal";
      return skip_numbers(reader, 3);
    case OpenPgpAlgorithm::kDsa:
      key.unsupported = "dsa";
      return skip_numbers(reader, 4);
  }
  const std::string name = name_of(kAlgorithms, static_cast<std::uint8_t>(key.algorithm));
  key.unsupported = name == "elgamal" ? name : "algorithm " + name;
  return {};
}

// GnuPG's DETAILS: mode 101, hash algorithm, "GNU", then 1 for a dummy, 2 for a key on a card.
Parsed read_gnu_s2k(Reader& reader, OpenPgpSecretKey& key) {
  const auto body = reader.take(5);
  if (!body) return std::unexpected(body.error());
  if (as_text(body->subspan(1, 3)) != "GNU") return std::unexpected(WireError::kMalformed);
  if ((*body)[4] == 1) {
    key.protection = OpenPgpProtection::kGnuDummy;
  } else {
    key.unsupported = (*body)[4] == 2 ? "key on a card (gnu-divert-to-card)" : "GNU S2K extension";
  }
  return {};
}

Parsed read_s2k(Reader& reader, std::uint8_t cipher, OpenPgpSecretKey& key) {
  const auto mode = reader.u8();
  if (!mode) return std::unexpected(mode.error());
  if (*mode == 101) return read_gnu_s2k(reader, key);
  if (cipher < 7 || cipher > 9) {
    key.unsupported = "S2K cipher " + name_of(kCiphers, cipher);
    return {};
  }
  key.s2k.key_size = static_cast<std::uint8_t>(16 + 8 * (cipher - 7));
  if (*mode != 0 && *mode != 1 && *mode != 3) {
    key.unsupported = "S2K mode " + std::to_string(*mode);
    return {};
  }
  key.s2k.mode = static_cast<OpenPgpS2kMode>(*mode);
  const auto hash = reader.u8();
  if (!hash) return std::unexpected(hash.error());
  if (*hash != 2 && (*hash < 8 || *hash > 11)) {
    key.unsupported = "S2K hash " + name_of(kHashes, *hash);
    return {};
  }
  key.s2k.hash = *hash;
  if (*mode == 0) return {};
  const auto salt = reader.take(key.s2k.salt.size());
  if (!salt) return std::unexpected(salt.error());
  std::ranges::copy(*salt, key.s2k.salt.begin());
  if (*mode == 1) return {};
  const auto coded = reader.u8();
  if (!coded) return std::unexpected(coded.error());
  key.s2k.count = (16U + (*coded & 15U)) << ((*coded >> 4U) + 6U);  // RFC 4880 3.7.1.3
  return {};
}

Parsed read_clear(Reader& reader, OpenPgpSecretKey& key) {
  key.protection = OpenPgpProtection::kNone;
  key.secret = reader.rest();
  if (key.secret.size() < 2) return std::unexpected(WireError::kTruncated);
  const Bytes numbers = key.secret.first(key.secret.size() - 2);
  if (openpgp_checksum(numbers) != *Reader(key.secret.last(2)).u16()) {
    return std::unexpected(WireError::kChecksum);
  }
  return {};
}

Parsed read_secret(Reader& reader, OpenPgpSecretKey& key) {
  const auto usage = reader.u8();
  if (!usage) return std::unexpected(usage.error());
  if (*usage == 0) return read_clear(reader, key);
  if (*usage < 254) {
    key.unsupported = *usage == 253 ? "AEAD protection" : "protection without S2K";
    return {};
  }
  key.protection = *usage == 254 ? OpenPgpProtection::kSha1 : OpenPgpProtection::kChecksum;
  const auto cipher = reader.u8();
  if (!cipher) return std::unexpected(cipher.error());
  if (auto read = read_s2k(reader, *cipher, key); !read) return read;
  if (!key.unsupported.empty() || key.protection == OpenPgpProtection::kGnuDummy) return {};
  const auto iv = reader.take(key.iv.size());
  if (!iv) return std::unexpected(iv.error());
  std::ranges::copy(*iv, key.iv.begin());
  key.secret = reader.rest();
  return key.secret.empty() ? Parsed(std::unexpected(WireError::kTruncated)) : Parsed();
}

OpenPgpProblem in_key_packet(WireError code) {
  return {code, code == WireError::kChecksum ? "checksum of a secret key" : "secret key packet"};
}

}  // namespace

std::uint16_t openpgp_checksum(Bytes bytes) {
  std::uint32_t sum = 0;
  for (const std::uint8_t byte : bytes) sum += byte;
  return static_cast<std::uint16_t>(sum);
}

std::expected<OpenPgpSecretKey, OpenPgpProblem> parse_openpgp_secret_key(Bytes body) {
  Reader reader(body);
  const auto version = reader.u8();
  if (!version) return std::unexpected(in_key_packet(version.error()));
  if (*version != 4) {
    return std::unexpected(
        OpenPgpProblem{WireError::kUnsupported, "key of version " + std::to_string(*version)});
  }
  OpenPgpSecretKey key;
  const auto created = reader.u32();
  if (!created) return std::unexpected(in_key_packet(created.error()));
  key.created = *created;
  const auto algorithm = reader.u8();
  if (!algorithm) return std::unexpected(in_key_packet(algorithm.error()));
  key.algorithm = static_cast<OpenPgpAlgorithm>(*algorithm);

  if (const auto read = read_public(reader, key); !read) {
    return std::unexpected(in_key_packet(read.error()));
  }
  if (key.unsupported.starts_with("algorithm ")) return key;  // its public part has no known end
  key.public_body = body.first(body.size() - reader.remaining());
  const std::string public_problem = key.unsupported;
  if (const auto read = read_secret(reader, key); !read) {
    return std::unexpected(in_key_packet(read.error()));
  }
  if (!public_problem.empty()) key.unsupported = public_problem;
  return key;
}

Result<OpenPgpSecretNumbers> parse_openpgp_secret_numbers(Bytes clear, bool rsa) {
  Reader reader(clear);
  OpenPgpSecretNumbers secret;
  secret.count = rsa ? 4 : 1;
  for (std::size_t i = 0; i < secret.count; ++i) {
    const auto number = read_openpgp_mpi(reader);
    if (!number) return std::unexpected(number.error());
    if (number->empty()) return std::unexpected(WireError::kMalformed);
    secret.numbers[i] = *number;
  }
  if (!reader.empty()) return std::unexpected(WireError::kMalformed);
  return secret;
}

}  // namespace gokey::wire
