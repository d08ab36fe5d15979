// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <gtest/gtest.h>

#include "wire/base64.h"
#include "wire/openpgp_armor.h"

namespace gokey::wire {
namespace {

constexpr std::string_view kLabel = "PGP PRIVATE KEY BLOCK";

std::string armoured(std::string_view body) {
  return "-----BEGIN PGP PRIVATE KEY BLOCK-----\n" + std::string(body) +
         "-----END PGP PRIVATE KEY BLOCK-----\n";
}

TEST(Armor, IsRemoved) {
  // The CRC-24 of "123456789" is a published check value: 21CF02.
  EXPECT_EQ(openpgp_crc24(as_bytes("123456789")), 0x21CF02U);
  for (const std::string& text :
       {armoured("\nMTIzNDU2Nzg5\n=Ic8C\n"), armoured("\nMTIzNDU2Nzg5\n"),
        armoured("Comment: hello\r\nVersion: 1\r\n\r\nMTIzNDU2Nzg5\r\n=Ic8C\r\n"),
        "mail says:\n" + armoured("\nMTIz\nNDU2\nNzg5\n=Ic8C\n") + "and more"}) {
    const auto bytes = remove_openpgp_armor(text, kLabel);
    ASSERT_TRUE(bytes) << text;
    EXPECT_EQ(as_text(*bytes), "123456789");
  }
}

TEST(Armor, DamageIsNoticed) {
  const auto error = [](const std::string& text) {
    const auto bytes = remove_openpgp_armor(text, kLabel);
    EXPECT_FALSE(bytes) << text;
    return bytes ? WireError::kUnsupported : bytes.error();
  };
  EXPECT_EQ(error(armoured("\nMTIzNDU2Nzg4\n=Ic8C\n")), WireError::kChecksum);
  EXPECT_EQ(error(armoured("\nMTIzNDU2Nz!5\n")), WireError::kMalformed);
  EXPECT_EQ(error(armoured("\nMQ==\nMTIz\n")), WireError::kMalformed);
  EXPECT_EQ(error(armoured("MTIzNDU2Nzg5\n")), WireError::kTruncated);
  EXPECT_EQ(error("-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nMTIz\n"), WireError::kTruncated);
  EXPECT_EQ(error("-----BEGIN PGP PRIVATE KEY BLOCK-----\n\nMTIzN"), WireError::kTruncated);
  EXPECT_EQ(
      error("-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nMTIz\n-----END PGP PUBLIC KEY BLOCK-----\n"),
      WireError::kTruncated);
  EXPECT_EQ(error(std::string(2 * kMaxOpenPgpFile + 1, 'A')), WireError::kTooLong);
}

TEST(Armor, BinaryIsTold) {
  EXPECT_TRUE(is_binary_openpgp(std::array<std::uint8_t, 1>{0x95}));
  EXPECT_FALSE(is_binary_openpgp(as_bytes("-----BEGIN")));
  EXPECT_FALSE(is_binary_openpgp({}));
}

}  // namespace
}  // namespace gokey::wire
