// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "wire/hex.h"
#include "wire/u2f.h"

namespace gokey::wire::u2f {
namespace {

Hash filled(std::uint8_t value) {
  Hash hash;
  hash.fill(value);
  return hash;
}

TEST(U2fFormat, RequestsGoThereAndBack) {
  const auto registration = encode(RegisterRequest{filled(1), filled(2)});
  EXPECT_EQ(to_hex(Bytes(registration).first(8)), "0001000000004001");
  const auto command = parse_command(registration);
  ASSERT_TRUE(command);
  const auto parsed = parse_register(command->data);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->challenge, filled(1));
  EXPECT_EQ(parsed->application, filled(2));

  const std::vector<std::uint8_t> handle(64, 0x33);
  const auto authentication =
      encode(AuthenticateRequest{filled(1), filled(2), handle}, Control::kCheckOnly);
  ASSERT_TRUE(authentication);
  const auto asked = parse_command(*authentication);
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->p1, 0x07);
  const auto found = parse_authenticate(asked->data);
  ASSERT_TRUE(found);
  EXPECT_EQ(to_hex(found->key_handle), to_hex(handle));
  EXPECT_EQ(to_hex(encode_version_request()), "00030000000000");
}

TEST(U2fFormat, LengthsAreExact) {
  const std::vector<std::uint8_t> bytes(66, 0);
  EXPECT_FALSE(parse_register({}));
  EXPECT_FALSE(parse_register(Bytes(bytes).first(63)));
  EXPECT_FALSE(parse_register(Bytes(bytes).first(65)));
  EXPECT_FALSE(parse_authenticate(Bytes(bytes).first(64)));
  EXPECT_TRUE(parse_authenticate(Bytes(bytes).first(65)));
  EXPECT_FALSE(parse_authenticate(bytes)) << "says 0 and brings 1";
  const std::vector<std::uint8_t> long_handle(256, 0);
  EXPECT_FALSE(encode(AuthenticateRequest{{}, {}, long_handle}, Control::kEnforcePresence));
}

TEST(U2fFormat, ResponsesGoThereAndBack) {
  const auto handle = from_hex("aabbcc").value();
  const auto certificate = from_hex("3003020107").value();
  const auto signature = from_hex("3006020101020102").value();
  RegisterResponse response{{}, handle, certificate, signature};
  response.public_key.fill(4);
  const auto bytes = encode(response);
  ASSERT_TRUE(bytes);
  const auto parsed = parse_register_response(*bytes);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->public_key, response.public_key);
  EXPECT_EQ(to_hex(parsed->key_handle), "aabbcc");
  EXPECT_EQ(to_hex(parsed->certificate), to_hex(certificate));
  EXPECT_EQ(to_hex(parsed->signature), to_hex(signature));
  for (std::size_t size = 0; size < 74; ++size) {
    EXPECT_FALSE(parse_register_response(Bytes(*bytes).first(size))) << size;
  }

  const auto answer = encode(AuthenticateResponse{true, 7, signature});
  EXPECT_EQ(to_hex(answer), "0100000007" + to_hex(signature));
  EXPECT_EQ(parse_authenticate_response(answer)->counter, 7U);
  EXPECT_FALSE(parse_authenticate_response(Bytes(answer).first(4)));
}

}  // namespace
}  // namespace gokey::wire::u2f
