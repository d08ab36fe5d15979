// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The adapters against published vectors. Private operations are tested with the vault, against
// OpenSSL.
#include <algorithm>

#include <gtest/gtest.h>

#include "core/crypto/aead.h"
#include "core/crypto/cfb.h"
#include "core/crypto/constant_time.h"
#include "core/crypto/curve25519.h"
#include "core/crypto/hash.h"
#include "core/crypto/rsa.h"
#include "core/crypto/s2k.h"
#include "core/crypto/weierstrass.h"
#include "wire/hex.h"

namespace gokey::crypto {
namespace {

std::vector<std::uint8_t> bytes(std::string_view hex) { return wire::from_hex(hex).value(); }

class Counting final : public hal::Random {
 public:
  void fill(std::span<std::uint8_t> out) override {
    std::ranges::generate(out, [this] { return ++next_; });
  }

 private:
  std::uint8_t next_ = 0;
};

TEST(Hashes, OfAbc) {  // FIPS 180-2, appendices
  const auto digest = [](HashAlgorithm algorithm) {
    Hash hash(algorithm);
    hash.update(wire::as_bytes("a"));
    hash.update(wire::as_bytes("bc"));
    std::vector<std::uint8_t> out(digest_size(algorithm));
    hash.finish(out);
    return wire::to_hex(out);
  };
  EXPECT_EQ(digest(HashAlgorithm::kSha1), "a9993e364706816aba3e25717850c26c9cd0d89d");
  EXPECT_EQ(digest(HashAlgorithm::kSha224),
            "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7");
  EXPECT_EQ(digest(HashAlgorithm::kSha256),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(
      digest(HashAlgorithm::kSha384),
      "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca"
      "134c825a7");
  EXPECT_EQ(
      digest(HashAlgorithm::kSha512),
      "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c2"
      "3a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
}

TEST(S2kKey, LongerThanTheHashTakesMoreHashes) {
  // RFC 4880 3.7.1.1: SHA-1("abc"), then SHA-1(00 || "abc").
  const S2k simple{.mode = S2kMode::kSimple, .hash = HashAlgorithm::kSha1, .salt = {}, .count = 0};
  const Secret key = derive_key(simple, wire::as_bytes("abc"), 32);
  const auto second = sha1(bytes("00616263"));
  EXPECT_EQ(wire::to_hex(key.bytes().first(20)), "a9993e364706816aba3e25717850c26c9cd0d89d");
  EXPECT_TRUE(std::ranges::equal(key.bytes().last(12), std::span(second).first(12)));
}

TEST(S2kKey, CountSmallerThanSaltAndPassphraseHashesThemOnce) {
  S2k s2k{.mode = S2kMode::kSalted, .hash = HashAlgorithm::kSha256, .salt = {1, 2, 3}, .count = 0};
  const std::string passphrase(5000, 'p');
  const Secret salted = derive_key(s2k, wire::as_bytes(passphrase), 32);
  s2k.mode = S2kMode::kIterated;
  s2k.count = 1024;
  const Secret iterated = derive_key(s2k, wire::as_bytes(passphrase), 32);
  EXPECT_TRUE(std::ranges::equal(salted.bytes(), iterated.bytes()));
}

TEST(Cfb, VectorsOfNist) {  // SP 800-38A F.3.13, F.3.15, F.3.17
  const auto iv = bytes("000102030405060708090a0b0c0d0e0f");
  const auto decrypt = [&iv](std::string_view key, std::string_view ciphertext) {
    const Secret plain =
        aes_cfb_decrypt(bytes(key), std::span(iv).first<kAesBlock>(), bytes(ciphertext));
    return wire::to_hex(plain.bytes());
  };
  const std::string_view plain = "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51";
  EXPECT_EQ(decrypt("2b7e151628aed2a6abf7158809cf4f3c",
                    "3b3fd92eb72dad20333449f8e83cfb4ac8a64537a0b3a93fcde3cdad9f1ce58b"),
            plain);
  EXPECT_EQ(decrypt("8e73b0f7da0e6452c810f32b809079e562f8ead2522c6b7b",
                    "cdc80d6fddf18cab34c25909c99a417467ce7f7f81173621961a2b70171d3d7a"),
            plain);
  EXPECT_EQ(decrypt("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
                    "dc7e84bfda79164b7ecd8486985d386039ffed143b28b1c832113c6331e5407b"),
            plain);
  EXPECT_TRUE(aes_cfb_decrypt(bytes("00"), std::span(iv).first<kAesBlock>(), {}).empty());
}

TEST(Aead, OpensWhatItSealedAndNothingElse) {
  Counting random;
  const std::vector<std::uint8_t> key(kAeadKeySize, 7);
  const auto fixed = std::span(key).first<kAeadKeySize>();
  auto sealed = seal(fixed, bytes("aa"), bytes("010203"), random);
  EXPECT_EQ(sealed.size(), 3 + kAeadOverhead);
  const auto opened = open(fixed, bytes("aa"), sealed);
  ASSERT_TRUE(opened);
  EXPECT_EQ(wire::to_hex(opened->bytes()), "010203");
  EXPECT_FALSE(open(fixed, bytes("ab"), sealed));
  EXPECT_FALSE(open(fixed, bytes("aa"), std::span(sealed).first(kAeadOverhead - 1)));
  sealed.back() ^= 1;
  EXPECT_FALSE(open(fixed, bytes("aa"), sealed));
}

TEST(Ed25519, VectorOfTheRfc) {  // RFC 8032 7.1, test 2
  const auto seed = bytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
  const auto fixed = std::span(seed).first<kCurve25519Size>();
  EXPECT_EQ(wire::to_hex(ed25519_public(fixed)),
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
  EXPECT_EQ(
      wire::to_hex(ed25519_sign(fixed, bytes("72")).bytes()),
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f361"
      "3d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
}

TEST(X25519, VectorOfTheRfc) {  // RFC 7748 5.2, after one iteration
  std::array<std::uint8_t, 32> nine{9};
  const auto shared = x25519_shared(nine, nine);
  ASSERT_TRUE(shared);
  EXPECT_EQ(wire::to_hex(shared->bytes()),
            "422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079");
}

TEST(X25519, BothSidesAgreeAndSmallOrderIsRefused) {
  const std::vector<std::uint8_t> a(32, 0x11);
  const std::vector<std::uint8_t> b(32, 0x22);
  const auto point_a = x25519_public(std::span(a).first<32>());
  const auto point_b = x25519_public(std::span(b).first<32>());
  const auto one = x25519_shared(std::span(a).first<32>(), point_b);
  const auto other = x25519_shared(std::span(b).first<32>(), point_a);
  ASSERT_TRUE(one && other);
  EXPECT_TRUE(constant_time_equal(one->bytes(), other->bytes()));
  EXPECT_FALSE(x25519_shared(std::span(a).first<32>(), std::array<std::uint8_t, 32>{1}));
}

TEST(Curves, ScalarsOutOfRangeAreRefused) {
  Counting random;
  for (const Curve curve : {Curve::kNistP256, Curve::kNistP384, Curve::kNistP521,
                            Curve::kBrainpoolP256, Curve::kBrainpoolP384, Curve::kBrainpoolP512}) {
    const std::vector<std::uint8_t> zero(coordinate_size(curve));
    const std::vector<std::uint8_t> large(coordinate_size(curve), 0xFF);
    EXPECT_EQ(ec_public(curve, zero, random), std::unexpected(CurveError::kBadScalar));
    EXPECT_EQ(ec_public(curve, large, random), std::unexpected(CurveError::kBadScalar));
    std::vector<std::uint8_t> one(coordinate_size(curve));
    one.back() = 1;
    const auto generator = ec_public(curve, one, random);
    ASSERT_TRUE(generator);
    EXPECT_TRUE(on_curve(curve, *generator));
    EXPECT_FALSE(on_curve(curve, std::span(*generator).first(generator->size() - 1)));
  }
}

TEST(Type2Padding, OnlyWholePaddingIsRemoved) {
  const auto remove = [](std::string_view hex) -> std::string {
    const auto message = remove_type2_padding(bytes(hex));
    return message ? wire::to_hex(message->bytes()) : "refused";
  };
  EXPECT_EQ(remove("0002111111111111111100aabb"), "aabb");
  EXPECT_EQ(remove("000211111111111111111100bb"), "bb");
  EXPECT_EQ(remove("0002111111111111111100"), "");
  EXPECT_EQ(remove("00021111111111111111110000"), "00");
  EXPECT_EQ(remove("000211111111111111001100aa"), "refused");  // seven bytes of padding
  EXPECT_EQ(remove("0001111111111111111100aabb"), "refused");
  EXPECT_EQ(remove("0102111111111111111100aabb"), "refused");
  EXPECT_EQ(remove("00021111111111111111111111"), "refused");
  EXPECT_EQ(remove("0002"), "refused");
}

TEST(SecretMemory, MovesAndTruncates) {
  Secret one = Secret::copy_of(bytes("01020304"));
  Secret two = std::move(one);
  two.truncate(2);
  EXPECT_EQ(wire::to_hex(two.bytes()), "0102");
  two.clear();
  EXPECT_TRUE(two.empty());
}

}  // namespace
}  // namespace gokey::crypto
