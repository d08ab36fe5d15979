// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "transport/ssh/identity.h"

#include <gtest/gtest.h>

#include "folder.h"

namespace gokeyctl::transport {
namespace {

TEST(IdentityTest, SaysWhatIsWrongWithTheFile) {
  const gokeyctl::testing::Folder folder;
  const std::pair<const char*, const char*> files[] = {
      {"-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAACmFlczI1Ni1jdHI=\n",
       "identity-encrypted"},
      {"-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n", "identity-encrypted"},
      {"ssh-ed25519 AAAA comment\n", "identity-malformed"},
      {"", "identity-malformed"}};
  for (const auto& [text, reason] : files) {
    gokeyctl::testing::spill(folder / "id", text);
    const auto key = read_identity(folder / "id");
    ASSERT_FALSE(key) << text;
    EXPECT_EQ(key.error().code, Code::kSshAuth);
    EXPECT_EQ(key.error().details.at("reason"), reason) << text;
  }
  EXPECT_EQ(read_identity(folder / "none").error().details.at("reason"), "identity-missing");
  gokeyctl::testing::spill(folder / "big", std::string(100'000, 'x'));
  EXPECT_EQ(read_identity(folder / "big").error().code, Code::kSshAuth);
}

}  // namespace
}  // namespace gokeyctl::transport
