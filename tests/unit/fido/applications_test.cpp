// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "gokeyctl/fido.h"

namespace gokeyctl {
namespace {

// The hashes are SHA-256 of the ids, as other programs (Trezor's firmware) list them.
TEST(Applications, AreKnownByTheHashThatU2fTells) {
  EXPECT_EQ(site_name("a54672b222c4cf95e151ed8d4d3c767a6cc349435943794e884f3d023a8229fd"),
            "Google");
  EXPECT_EQ(site_name("70617dfed065863af47c15556c91798880828cc407fdf70ae85011569465a075"),
            "GitHub");
  EXPECT_EQ(site_name("356C9ED4A09321B9695F1EAF918203F1B55F689DA61FBC96184C157DDA680C81"),
            "Microsoft")
      << "either case";
}

TEST(Applications, AreKnownByTheirRelyingParty) {
  EXPECT_EQ(site_name("github.com"), "GitHub");
  EXPECT_EQ(site_name("ssh:"), "OpenSSH");
}

TEST(Applications, AreNotGuessed) {
  for (const char* unknown : {"", "example.org", "evil-github.com", "github.com.example.org",
                              "0000000000000000000000000000000000000000000000000000000000000000"}) {
    EXPECT_FALSE(site_name(unknown)) << unknown;
  }
}

}  // namespace
}  // namespace gokeyctl
