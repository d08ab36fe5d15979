// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gokeyctl/host_key.h"

#include <algorithm>
#include <fstream>

#include <gtest/gtest.h>

#include "host_key/words.h"

namespace gokeyctl {
namespace {

// SHA-256 of nothing: e3b0c442 98fc1c14 9afbf4c8 996fb924 27ae41e4 …
const std::string kEmpty = "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU";
const std::string kZero = "SHA256:" + std::string(43, 'A');

TEST(HostKeyWords, AreThoseOfTheListInItsOrder) {
  std::ifstream list(GOKEY_WORD_LIST);
  std::string word;
  for (const host_key::Word& known : host_key::kWords) {
    ASSERT_TRUE(std::getline(list, word));
    EXPECT_EQ(known.view(), word);
  }
  EXPECT_FALSE(std::getline(list, word));
  EXPECT_TRUE(std::ranges::is_sorted(host_key::kWords, {}, &host_key::Word::view));
}

TEST(HostKeyWords, FixedVectors) {
  EXPECT_EQ(host_key_words(kZero)->front(), "abandon");
  EXPECT_EQ(host_key_words(kZero)->back(), "abandon");
  // 0xe3b0c4… = 11100011101 = 1821, 10000110001 = 1073, 00010000101 = 133, …
  const auto words = host_key_words(kEmpty);
  ASSERT_TRUE(words);
  EXPECT_EQ((*words)[0], host_key::kWords[1821].view());
  EXPECT_EQ((*words)[1], host_key::kWords[1073].view());
  EXPECT_EQ((*words)[2], host_key::kWords[133].view());
}

TEST(HostKeyWords, OnlyOfARealFingerprint) {
  for (const std::string& text :
       {std::string(), std::string("SHA256:"), kEmpty + "=", kEmpty + "A", kEmpty.substr(7),
        std::string("MD5:00"), "SHA256:" + std::string(42, 'A') + "B"}) {
    const auto words = host_key_words(text);
    ASSERT_FALSE(words) << text;
    EXPECT_EQ(words.error().code, Code::kUsage);
  }
}

TEST(FingerprintGroups, OfFive) {
  const auto groups = fingerprint_groups(kEmpty);
  ASSERT_TRUE(groups);
  EXPECT_EQ(groups->size(), 9U);
  EXPECT_EQ(groups->front(), "47DEQ");
  EXPECT_EQ(groups->back(), "uFU");
}

TEST(ScannedHostKey, EveryFormMeansTheSameKey) {
  const auto words = host_key_words(kEmpty);
  std::string in_words;
  for (const std::string& word : *words) in_words += (in_words.empty() ? "" : " ") + word;
  std::string shouted = in_words;
  std::ranges::transform(shouted, shouted.begin(), [](unsigned char c) { return toupper(c); });
  std::string grouped = "SHA256:\n";
  const auto groups = fingerprint_groups(kEmpty);
  for (const std::string& group : *groups) grouped += group + " ";
  for (const std::string& text :
       {host_key_text("A1B2C3D4", kEmpty), host_key_text("", kEmpty), kEmpty, " " + kEmpty + "\r\n",
        "256 " + kEmpty + " somebody@desk (ED25519)", grouped, in_words, shouted}) {
    const auto same = is_scanned_host_key(kEmpty, text);
    ASSERT_TRUE(same) << text;
    EXPECT_TRUE(*same) << text;
    EXPECT_FALSE(*is_scanned_host_key(kZero, text)) << text;
  }
  EXPECT_EQ(parse_scanned_host_key(host_key_text("A1B2C3D4", kEmpty))->serial, "A1B2C3D4");
  EXPECT_FALSE(parse_scanned_host_key(kEmpty)->serial);
}

TEST(ScannedHostKey, AnythingElseIsNotTakenForOne) {
  for (const std::string& text :
       {std::string(), std::string("hello"), kEmpty.substr(0, 40), kEmpty + "A", kEmpty + "=",
        std::string(kEmpty).append(" ").append(kEmpty), std::string("abandon abandon"),
        "abandon " + kEmpty.substr(7), std::string(5000, ' ') + kEmpty}) {
    const auto scanned = parse_scanned_host_key(text);
    ASSERT_FALSE(scanned) << text;
    EXPECT_EQ(scanned.error().details.at("reason"), "not-a-host-key");
  }
}

}  // namespace
}  // namespace gokeyctl
