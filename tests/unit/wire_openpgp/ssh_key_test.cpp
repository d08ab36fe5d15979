// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/ssh_key.h"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "wire/base64.h"

namespace gokey::wire {
namespace {

constexpr std::string_view kKey =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";

TEST(AuthorizedKey, LineIsRead) {
  for (const std::string& line :
       {std::string(kKey) + " me@home", "  " + std::string(kKey) + "\tme@home\r\n"}) {
    const auto key = parse_authorized_key(line);
    ASSERT_TRUE(key && *key) << line;
    EXPECT_EQ((*key)->type, "ssh-ed25519");
    EXPECT_EQ((*key)->blob.size(), 51U);
    EXPECT_EQ((*key)->comment, "me@home");
  }
  EXPECT_TRUE((*parse_authorized_key(kKey))->comment.empty());
}

TEST(AuthorizedKey, CommentsAndBlankLinesAreNoKeys) {
  for (const std::string_view line : {"", " \t\r\n", "# a comment", "  # another"}) {
    const auto key = parse_authorized_key(line);
    ASSERT_TRUE(key) << line;
    EXPECT_FALSE(*key);
  }
}

TEST(AuthorizedKey, OptionsAndUnknownTypesAreRefused) {
  for (const std::string& line :
       {"restrict " + std::string(kKey), "command=\"ls -l\" " + std::string(kKey),
        std::string("ssh-dss AAAAB3NzaC1kc3MAAAAB")}) {
    EXPECT_EQ(parse_authorized_key(line).error(), WireError::kUnsupported) << line;
  }
}

TEST(AuthorizedKey, TheBlobMustBeOfTheNamedType) {
  EXPECT_EQ(parse_authorized_key("ssh-rsa" + std::string(kKey.substr(11))).error(),
            WireError::kMalformed);
  EXPECT_EQ(parse_authorized_key("ssh-ed25519").error(), WireError::kTruncated);
  EXPECT_EQ(parse_authorized_key("ssh-ed25519 AAAA").error(), WireError::kTruncated);
  EXPECT_EQ(parse_authorized_key("ssh-ed25519 A!AA").error(), WireError::kMalformed);
}

// A line with a key of these fields, each a string of RFC 4251.
std::string line_of(std::string_view type, const std::vector<std::string>& fields) {
  Writer blob;
  const auto string = [&](std::string_view text) {
    blob.u32(static_cast<std::uint32_t>(text.size())).text(text);
  };
  string(type);
  for (const std::string& field : fields) string(field);
  return std::string(type) + " " + to_base64(blob.buffer()) + " somebody";
}

std::string point(std::size_t size) { return "\x04" + std::string(size - 1, 'p'); }

// An odd number of so many bits as an mpint, a zero before it where its sign would not be plus.
std::string odd_number(std::size_t bits) {
  std::string digits((bits + 7) / 8, '\0');
  digits.front() = static_cast<char>(1 << ((bits - 1) % 8));
  digits.back() = static_cast<char>(digits.back() | 1);
  return bits % 8 == 0 ? std::string(1, '\0') + digits : digits;
}

TEST(AuthorizedKey, EveryTypeIsTaken) {
  for (const std::string& line : {
           line_of("ssh-ed25519", {std::string(32, 'k')}),
           line_of("ecdsa-sha2-nistp256", {"nistp256", point(65)}),
           line_of("ecdsa-sha2-nistp384", {"nistp384", point(97)}),
           line_of("ecdsa-sha2-nistp521", {"nistp521", point(133)}),
           line_of("ssh-rsa", {odd_number(17), odd_number(2048)}),
           line_of("ssh-rsa", {odd_number(2), odd_number(2049)}),
           line_of("ssh-rsa", {odd_number(32), odd_number(8192)}),
           line_of("sk-ssh-ed25519@openssh.com", {std::string(32, 'k'), "ssh:"}),
           line_of("sk-ecdsa-sha2-nistp256@openssh.com", {"nistp256", point(65), "ssh:work"}),
       }) {
    const auto key = parse_authorized_key(line);
    EXPECT_TRUE(key && *key) << line;
  }
}

TEST(AuthorizedKey, RsaThatATokenDoesNotCheckIsRefused) {
  for (const auto& [exponent, modulus] :
       {std::pair{17, 1024}, {17, 2047}, {17, 8193}, {33, 2048}, {2047, 2048}, {1, 2048}}) {
    EXPECT_EQ(parse_authorized_key(line_of("ssh-rsa", {odd_number(static_cast<size_t>(exponent)),
                                                       odd_number(static_cast<size_t>(modulus))}))
                  .error(),
              WireError::kUnsupported)
        << exponent << " " << modulus;
  }
}

TEST(AuthorizedKey, NumbersThatAreNoneAreRefused) {
  const std::string modulus = odd_number(2048);
  const std::string negative(256, '\xFF');
  const std::string even = odd_number(2048).replace(256, 1, 1, '\x02');
  const std::string padded = std::string(1, '\0') + odd_number(2047);
  const std::string twice = std::string(1, '\0') + modulus;
  for (const std::string& number :
       {std::string(), std::string(1, '\0'), negative, even, padded, twice})
    EXPECT_EQ(parse_authorized_key(line_of("ssh-rsa", {odd_number(17), number})).error(),
              WireError::kMalformed);
  for (const std::string& exponent : {std::string(), std::string(1, '\0'), std::string("\x02")})
    EXPECT_EQ(parse_authorized_key(line_of("ssh-rsa", {exponent, modulus})).error(),
              WireError::kMalformed);
}

// As when a line was cut off on its way: nobody could log in with what is left.
TEST(AuthorizedKey, WhatWasCutOffIsNoKey) {
  for (const std::string& whole :
       {line_of("ssh-ed25519", {std::string(32, 'k')}),
        line_of("ecdsa-sha2-nistp256", {"nistp256", point(65)}),
        line_of("ssh-rsa", {odd_number(17), odd_number(2048)}),
        line_of("sk-ssh-ed25519@openssh.com", {std::string(32, 'k'), "ssh:"})}) {
    const std::size_t text = whole.find(' ') + 1;
    for (std::size_t end = text; end + 4 < whole.rfind(' '); end += 4) {
      EXPECT_FALSE(parse_authorized_key(whole.substr(0, end))) << whole << " " << end;
    }
  }
}

TEST(AuthorizedKey, FieldsOfAnotherKeyAreRefused) {
  const std::string key(32, 'k');
  for (const std::string& line : {
           line_of("ssh-ed25519", {std::string(31, 'k')}),
           line_of("ssh-ed25519", {std::string(33, 'k')}),
           line_of("ssh-ed25519", {key, ""}),
           line_of("ecdsa-sha2-nistp256", {"nistp384", point(65)}),
           line_of("ecdsa-sha2-nistp256", {"nistp256", point(97)}),
           line_of("ecdsa-sha2-nistp256", {"nistp256", "\x02" + std::string(64, 'p')}),
           line_of("ecdsa-sha2-nistp256", {"nistp256", ""}),
           line_of("ssh-rsa", {odd_number(17), odd_number(2048), ""}),
           line_of("sk-ssh-ed25519@openssh.com", {key, "ssh:", ""}),
       }) {
    EXPECT_EQ(parse_authorized_key(line).error(), WireError::kMalformed) << line;
  }
}

}  // namespace
}  // namespace gokey::wire
