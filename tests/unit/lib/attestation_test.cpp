// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Certificate and key of FIDO attestation, in every form that openssl writes.
#include <algorithm>
#include <array>
#include <cinttypes>
#include <cstdint>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "folder.h"
#include "gokeyctl/provision.h"
#include "scripted_link.h"
#include "wire/bytes.h"

namespace gokeyctl::testing {
namespace {

constexpr std::array<std::uint8_t, 32> kScalar{
    0x3e, 0xe8, 0x23, 0x49, 0xdc, 0xb9, 0xc7, 0xaa, 0x0a, 0xe8, 0xa6, 0x34, 0xa1, 0xdd, 0x34, 0x7c,
    0xab, 0x96, 0xef, 0xb0, 0x74, 0xcc, 0x98, 0x72, 0x8f, 0xfe, 0xa6, 0x08, 0x5d, 0xfa, 0xc6, 0x56};

std::string path(std::string_view name) { return GOKEY_TEST_DATA "/u2f/" + std::string(name); }

Result<Attestation> read(std::string_view certificate, std::string_view key) {
  const Result<Secret> secret = read_secret_file(path(key));
  EXPECT_TRUE(secret) << key;
  const std::string file = slurp(path(certificate));
  return read_attestation(gokey::wire::as_bytes(file), *secret);
}

std::string reason(std::string_view certificate, std::string_view key) {
  const auto attestation = read(certificate, key);
  if (attestation) return "";
  EXPECT_EQ(attestation.error().code, Code::kUsage);
  EXPECT_FALSE(attestation.error().hint.empty()) << certificate << " " << key;
  return attestation.error().details.at("reason");
}

TEST(ReadAttestation, TakesEveryFormOfTheSamePair) {
  const std::string der = slurp(path("certificate.der"));
  for (const char* certificate : {"certificate.pem", "certificate.der"}) {
    for (const char* key : {"key.pem", "key.der", "key-sec1.pem", "key-sec1.der"}) {
      const auto attestation = read(certificate, key);
      ASSERT_TRUE(attestation) << certificate << " " << key << attestation.error().message;
      EXPECT_EQ(gokey::wire::as_text(attestation->certificate), der);
      EXPECT_TRUE(attestation->key.expose(
          [](std::span<const std::uint8_t> bytes) { return std::ranges::equal(bytes, kScalar); }));
    }
  }
}

TEST(ReadAttestation, RefusesWhatATokenCouldNotUse) {
  EXPECT_EQ(reason("other-certificate.pem", "key.pem"), "certificate-mismatch");
  EXPECT_EQ(reason("compressed-certificate.pem", "key.pem"), "certificate-mismatch");
  EXPECT_EQ(reason("p384-certificate.pem", "key.pem"), "bad-certificate");
  EXPECT_EQ(reason("rsa-certificate.pem", "key.pem"), "bad-certificate");
  EXPECT_EQ(reason("key.pem", "key.pem"), "bad-certificate") << "a file with no certificate";
  EXPECT_EQ(reason("key.der", "key.pem"), "bad-certificate");
  for (const char* other : {"p384.pem", "p384-sec1.pem", "rsa-old.pem", "certificate.pem"})
    EXPECT_EQ(reason("certificate.pem", other), "bad-private-key") << other;
  for (const char* closed : {"key-passphrase.pem", "key-passphrase.der", "key-passphrase-old.pem"})
    EXPECT_EQ(reason("certificate.pem", closed), "encrypted-private-key") << closed;
}

TEST(ReadAttestation, RefusesWhatIsCutShortOrTooLong) {
  const std::string certificate = slurp(path("certificate.der"));
  const std::string key = slurp(path("key.der"));
  const auto taken = [](std::string_view certificate_file, std::string_view key_file) {
    return read_attestation(gokey::wire::as_bytes(certificate_file), secret(key_file)).has_value();
  };
  ASSERT_TRUE(taken(certificate, key));
  for (std::size_t size = 0; size < certificate.size(); ++size)
    ASSERT_FALSE(taken(certificate.substr(0, size), key)) << size;
  for (std::size_t size = 1; size < key.size(); ++size)
    ASSERT_FALSE(taken(certificate, key.substr(0, size))) << size;
  EXPECT_FALSE(taken(certificate + "x", key));
  EXPECT_FALSE(taken(certificate, key + "x"));
}

// Neither is a scalar of the curve: SEC 1, 3.2.1.
TEST(ReadAttestation, RefusesNumbersThatAreNoKey) {
  std::string key = slurp(path("key.der"));
  const std::size_t place = key.find(gokey::wire::as_text(kScalar));
  ASSERT_NE(place, std::string::npos);
  const std::string certificate = slurp(path("certificate.der"));
  for (const char filling : {'\x00', '\xff'}) {
    key.replace(place, kScalar.size(), kScalar.size(), filling);
    const auto attestation = read_attestation(gokey::wire::as_bytes(certificate), secret(key));
    ASSERT_FALSE(attestation);
    EXPECT_EQ(attestation.error().details.at("reason"), "bad-private-key");
  }
}

// How often the key is in memory that can be written, the stack included.
int copies_of_the_key() {
  int found = 0;
  std::ifstream maps("/proc/self/maps");
  std::ifstream memory;
  memory.rdbuf()->pubsetbuf(nullptr, 0);  // would keep what was read
  memory.open("/proc/self/mem", std::ios::binary);
  static std::array<char, 65536> piece;
  const std::string_view key = gokey::wire::as_text(kScalar);
  for (std::string line; std::getline(maps, line);) {
    // START-END MODE …, in hex
    char* rest = nullptr;
    std::uintmax_t at = std::strtoumax(line.c_str(), &rest, 16);
    const std::uintmax_t end = std::strtoumax(rest + 1, &rest, 16);
    if (!std::string_view(rest).starts_with(" rw")) continue;
    while (at + key.size() <= end) {
      memory.clear();
      memory.seekg(static_cast<std::streamoff>(at));
      memory.read(piece.data(),
                  static_cast<std::streamsize>(std::min<std::uintmax_t>(piece.size(), end - at)));
      const std::string_view got(piece.data(), static_cast<std::size_t>(memory.gcount()));
      for (std::size_t place = got.find(key); place != got.npos; place = got.find(key, place + 1))
        ++found;
      // Not seen again when its own turn comes.
      piece.fill(0);
      if (got.size() < piece.size()) break;
      at += got.size() - (key.size() - 1);
    }
  }
  return found;
}

TEST(ReadAttestation, LeavesNoCopyOfTheKey) {
#if defined(GOKEY_SANITIZED)
  GTEST_SKIP() << "the sanitizers keep freed memory";
#endif
  for (const char* key : {"key.pem", "key-sec1.pem", "key.der", "key-sec1.der"}) {
    const int before = copies_of_the_key();
    {
      const auto attestation = read("certificate.pem", key);
      ASSERT_TRUE(attestation);
      EXPECT_EQ(copies_of_the_key(), before + 1) << key << ": the one that is given";
    }
    EXPECT_EQ(copies_of_the_key(), before) << key;
  }
}

}  // namespace
}  // namespace gokeyctl::testing
