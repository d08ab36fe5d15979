// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/ssh_key.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace gokey::wire
