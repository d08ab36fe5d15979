// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "wire/base64.h"
#include "wire/hex.h"

namespace gokey::wire {
namespace {

TEST(Hex, BothCasesAreReadOneIsWritten) {
  const auto bytes = from_hex("00aBFf");
  ASSERT_TRUE(bytes);
  EXPECT_EQ(*bytes, (std::vector<std::uint8_t>{0x00, 0xAB, 0xFF}));
  EXPECT_EQ(to_hex(*bytes), "00abff");
  EXPECT_EQ(to_upper_hex(*bytes), "00ABFF");
  EXPECT_EQ(to_hex({}), "");
}

TEST(Hex, AnythingElseIsRefused) {
  EXPECT_EQ(from_hex("abc"), std::unexpected(WireError::kTruncated));
  EXPECT_EQ(from_hex("0g"), std::unexpected(WireError::kMalformed));
  EXPECT_EQ(from_hex("0 "), std::unexpected(WireError::kMalformed));
}

// RFC 4648 10.
TEST(Base64, VectorsOfTheRfc) {
  struct Vector {
    std::string_view text, encoded;
  };
  for (const auto& [text, encoded] :
       {Vector{"", ""}, Vector{"f", "Zg=="}, Vector{"fo", "Zm8="}, Vector{"foo", "Zm9v"},
        Vector{"foob", "Zm9vYg=="}, Vector{"fooba", "Zm9vYmE="}, Vector{"foobar", "Zm9vYmFy"}}) {
    EXPECT_EQ(to_base64(as_bytes(text)), encoded);
    const auto decoded = from_base64(encoded);
    ASSERT_TRUE(decoded) << encoded;
    EXPECT_EQ(as_text(*decoded), text);
  }
  EXPECT_EQ(to_base64_unpadded(as_bytes("f")), "Zg");
}

TEST(Base64, EveryByteSequenceHasOneEncoding) {
  EXPECT_EQ(from_base64("Zg"), std::unexpected(WireError::kTruncated));
  for (const std::string_view text :
       {"Zh==", "Zm9=", "Z===", "====", "Zg=a", "Zm 9", "Zm-_", "Zg==Zg=="}) {
    EXPECT_EQ(from_base64(text), std::unexpected(WireError::kMalformed)) << text;
  }
}

}  // namespace
}  // namespace gokey::wire
