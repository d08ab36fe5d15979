// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "wire/hex.h"
#include "wire/openpgp_armor.h"
#include "wire/openpgp_key.h"
#include "wire/openpgp_packet.h"

namespace gokey::wire {
namespace {

std::vector<std::uint8_t> bytes(std::string_view hex) { return from_hex(hex).value(); }

std::vector<std::uint8_t> key_file(std::string_view name) {
  std::ifstream file(std::string(GOKEY_TEST_DATA "/keys/") + std::string(name), std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  if (is_binary_openpgp(as_bytes(text))) return {text.begin(), text.end()};
  return remove_openpgp_armor(text, "PGP PRIVATE KEY BLOCK").value();
}

TEST(Packet, LengthsOfBothFormats) {
  const std::string body(192, 'x');
  const auto with = [&body](std::string_view header) {
    auto packet = bytes(header);
    packet.insert(packet.end(), body.begin(), body.end());
    return packet;
  };
  // RFC 4880 4.2.1 and 4.2.2: 192 bytes of tag 13, old with 1, 2, 4 octets, new with 2 and 5.
  for (const std::string_view header : {"b4c0", "b500c0", "b6000000c0", "cdc000", "cdff000000c0"}) {
    const auto input = with(header);
    Reader reader(input);
    const auto packet = read_openpgp_packet(reader);
    ASSERT_TRUE(packet) << header;
    EXPECT_EQ(packet->tag, OpenPgpTag::kUserId);
    EXPECT_EQ(as_text(packet->body), body);
    EXPECT_TRUE(reader.empty());
  }
}

TEST(Packet, PartialAndIndeterminateLengthsAreRefused) {
  for (const std::string_view hex : {"cde0ff", "b7ff", "4d00", "8000", "c000"}) {
    const auto input = bytes(hex);
    Reader reader(input);
    const auto packet = read_openpgp_packet(reader);
    ASSERT_FALSE(packet) << hex;
    EXPECT_EQ(packet.error(), WireError::kMalformed);
  }
}

TEST(Packet, TruncatedIsSaid) {
  for (const std::string_view hex : {"cd", "cdc0", "cd02ff", "b5", "b500", "b50001", "cdff0000"}) {
    const auto input = bytes(hex);
    Reader reader(input);
    const auto packet = read_openpgp_packet(reader);
    ASSERT_FALSE(packet) << hex;
    EXPECT_EQ(packet.error(), WireError::kTruncated);
  }
}

TEST(Mpi, LeadingZerosGo) {
  const auto input = bytes("00090001ff");
  Reader reader(input);
  EXPECT_TRUE(std::ranges::equal(*read_openpgp_mpi(reader), bytes("01")));
  EXPECT_EQ(reader.remaining(), 1U);
}

TEST(SecretKey, GnuPgsExportIsRead) {
  const auto file = key_file("ed25519.gpg");
  const auto parsed = parse_openpgp_transferable_key(file);
  ASSERT_TRUE(parsed) << parsed.error().what;
  EXPECT_EQ(parsed->primary.algorithm, OpenPgpAlgorithm::kEddsa);
  ASSERT_EQ(parsed->user_ids.size(), 1U);
  EXPECT_EQ(parsed->user_ids[0].id, "ed25519 <ed25519@example.org>");
  ASSERT_EQ(parsed->user_ids[0].signatures.size(), 1U);
  EXPECT_EQ(parsed->user_ids[0].signatures[0].key_flags, kFlagCertify);
  ASSERT_EQ(parsed->subkeys.size(), 3U);
  const OpenPgpSecretKey& encryption = parsed->subkeys[1].key;
  EXPECT_EQ(encryption.curve, OpenPgpCurve::kCv25519);
  EXPECT_EQ(encryption.point.size(), 32U);
  EXPECT_EQ(encryption.protection, OpenPgpProtection::kSha1);
  EXPECT_EQ(encryption.s2k.count, 65536U);
  EXPECT_EQ(encryption.s2k.key_size, 16);
  ASSERT_EQ(parsed->subkeys[1].signatures.size(), 1U);
  EXPECT_EQ(parsed->subkeys[1].signatures[0].type, OpenPgpSignatureType::kSubkeyBinding);
  EXPECT_EQ(parsed->subkeys[1].signatures[0].key_flags,
            kFlagEncryptCommunications | kFlagEncryptStorage);
  EXPECT_EQ(parsed->subkeys[2].signatures[0].key_flags, kFlagAuthenticate);
}

TEST(SecretKey, EveryTruncationIsRefusedOrEndsBetweenPackets) {
  const auto file = key_file("choice.asc");
  std::size_t whole = 0;
  for (std::size_t size = 0; size < file.size(); ++size) {
    const auto parsed = parse_openpgp_transferable_key(std::span(file).first(size));
    if (parsed) {
      ++whole;
    } else {
      EXPECT_EQ(parsed.error().code, WireError::kTruncated) << size << parsed.error().what;
    }
  }
  // After the key, its user ID, its certification, and each of four subkeys with its signatures.
  EXPECT_EQ(whole, 11U);
}

TEST(SecretKey, WhatCannotBeUsedIsNamed) {
  const auto elgamal = key_file("elgamal.asc");
  auto parsed = parse_openpgp_transferable_key(elgamal);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->subkeys[1].key.unsupported, "elgamal");
  EXPECT_TRUE(parsed->subkeys[0].key.unsupported.empty());
  const auto card = key_file("old-protection/divert.gpg");
  parsed = parse_openpgp_transferable_key(card);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->primary.unsupported, "key on a card (gnu-divert-to-card)");
  const auto dummy = key_file("dummy-primary.asc");
  parsed = parse_openpgp_transferable_key(dummy);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->primary.protection, OpenPgpProtection::kGnuDummy);
}

TEST(SecretKey, AWrongChecksumIsNoticed) {
  auto file = key_file("unprotected.asc");
  Reader reader(file);
  const auto packet = read_openpgp_packet(reader);
  ASSERT_TRUE(packet);
  file[file.size() - reader.remaining() - 1] ^= 1;  // the last byte of the primary key's checksum
  const auto parsed = parse_openpgp_transferable_key(file);
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().code, WireError::kChecksum);
}

TEST(SecretKey, OnlyOneKeyAFile) {
  auto file = key_file("unprotected.asc");
  const auto once = file;
  file.insert(file.end(), once.begin(), once.end());
  const auto parsed = parse_openpgp_transferable_key(file);
  ASSERT_FALSE(parsed);
  EXPECT_EQ(parsed.error().what, "more than one key");
}

}  // namespace
}  // namespace gokey::wire
