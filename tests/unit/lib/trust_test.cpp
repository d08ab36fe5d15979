// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gokeyctl/trust.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "folder.h"

namespace gokeyctl {
namespace {

using testing::Folder;

TrustEntry entry(std::string endpoint, std::string serial = "AABBCCDD") {
  TrustEntry out;
  out.endpoint = std::move(endpoint);
  out.serial = std::move(serial);
  out.fingerprint = "SHA256:one";
  out.key_type = "ssh-ed25519";
  return out;
}

TEST(TrustStoreTest, PinsJudgesAndForgets) {
  const Folder folder;
  auto store = TrustStore::open(folder / "known.json");
  ASSERT_TRUE(store);
  EXPECT_EQ(store->judge("a:22", "SHA256:one"), TrustVerdict::kUnknown);
  ASSERT_TRUE(store->pin(entry("a:22")));
  EXPECT_EQ(store->judge("a:22", "SHA256:one"), TrustVerdict::kKnown);
  EXPECT_EQ(store->judge("a:22", "SHA256:two"), TrustVerdict::kChanged);
  EXPECT_EQ(store->judge("b:22", "SHA256:one"), TrustVerdict::kUnknown);
  EXPECT_EQ(testing::mode_of(folder / "known.json"), 0600U);

  const auto again = TrustStore::open(folder / "known.json");
  ASSERT_TRUE(again);
  ASSERT_NE(again->find("a:22"), nullptr);
  EXPECT_EQ(again->find("a:22")->serial, "AABBCCDD");
  EXPECT_FALSE(again->find("a:22")->first_seen.empty());

  EXPECT_EQ(*store->forget("aab"), 0U) << "three digits are too few";
  EXPECT_EQ(*store->forget("aabb"), 1U);
  EXPECT_EQ(store->judge("a:22", "SHA256:one"), TrustVerdict::kUnknown);
}

TEST(TrustStoreTest, RemembersWhoseKeyWasComparedAndWhoseWasNot) {
  const Folder folder;
  auto store = TrustStore::open(folder / "known.json");
  ASSERT_TRUE(store);
  ASSERT_TRUE(store->pin(entry("a:22")));
  ASSERT_TRUE(store->pin(entry("b:22", "00000001")));
  EXPECT_EQ(store->find("a:22")->compared, "") << "pinning alone compares nothing";
  EXPECT_FALSE(store->set_compared("a:22", "SHA256:two"));
  EXPECT_FALSE(store->set_compared("c:22", "SHA256:one"));
  ASSERT_TRUE(store->set_compared("a:22", "SHA256:one"));
  const auto again = TrustStore::open(folder / "known.json");
  ASSERT_TRUE(again);
  EXPECT_FALSE(again->find("a:22")->compared.empty());
  EXPECT_EQ(again->find("b:22")->compared, "");
}

TEST(TrustStoreTest, AChangeKeepsWhatOthersWroteMeanwhile) {
  const Folder folder;
  auto store = TrustStore::open(folder / "known.json");
  ASSERT_TRUE(store->pin(entry("a:22")));
  auto other = TrustStore::open(folder / "known.json");
  TrustEntry strict = entry("a:22");
  strict.trust = TrustClass::kStrict;
  ASSERT_TRUE(other->pin(strict));
  ASSERT_TRUE(other->set_compared("a:22", "SHA256:one"));

  const auto name = [](TrustEntry& pinned) { pinned.nickname = "desk"; };
  EXPECT_TRUE(store->change("a:22", "SHA256:one", name).value_or(false));
  const auto again = TrustStore::open(folder / "known.json");
  const TrustEntry* now = again->find("a:22");
  ASSERT_NE(now, nullptr);
  EXPECT_EQ(now->trust, TrustClass::kStrict);
  EXPECT_FALSE(now->compared.empty());
  EXPECT_EQ(now->nickname, "desk");

  EXPECT_FALSE(store->change("a:22", "SHA256:two", name).value_or(true));
  EXPECT_FALSE(store->change("b:22", "SHA256:one", name).value_or(true));
}

TEST(TrustStoreTest, APerBootKeyIsNeverTakenForAnAttack) {
  const Folder folder;
  auto store = TrustStore::open(folder / "known.json");
  TrustEntry changing = entry("a:22");
  changing.trust = TrustClass::kPerBoot;
  ASSERT_TRUE(store->pin(changing));
  EXPECT_EQ(store->judge("a:22", "SHA256:two"), TrustVerdict::kPerBoot);
}

TEST(TrustStoreTest, DamageIsAnErrorAndTheFileStays) {
  const Folder folder;
  const char* const damaged[] = {"",
                                 "{",
                                 "[]",
                                 R"({"schema":2,"tokens":[]})",
                                 R"({"schema":1})",
                                 R"({"schema":1,"tokens":[{"endpoint":"a:22"}]})",
                                 R"({"schema":1,"tokens":[5]})"};
  for (const char* text : damaged) {
    testing::spill(folder / "known.json", text);
    const auto store = TrustStore::open(folder / "known.json");
    ASSERT_FALSE(store) << text;
    EXPECT_EQ(store.error().details.at("reason"), "trust-store-damaged");
    EXPECT_FALSE(store.error().hint.empty());
    EXPECT_EQ(testing::slurp(folder / "known.json"), text);
  }
}

TEST(TrustStoreTest, DamageThatComesLaterIsNotOverwritten) {
  const Folder folder;
  auto store = TrustStore::open(folder / "known.json");
  testing::spill(folder / "known.json", "garbage");
  EXPECT_FALSE(store->pin(entry("a:22")));
  EXPECT_EQ(testing::slurp(folder / "known.json"), "garbage");
}

TEST(TrustStoreTest, TwoWritersLoseNothing) {
  const Folder folder;
  constexpr int kWriters = 2;
  constexpr int kEntries = 20;
  std::vector<pid_t> children;
  for (int writer = 0; writer < kWriters; ++writer) {
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      auto store = TrustStore::open(folder / "known.json");
      bool ok = store.has_value();
      for (int i = 0; ok && i < kEntries; ++i) {
        ok = store->pin(entry("w" + std::to_string(writer) + ":" + std::to_string(i + 1)))
                 .has_value();
      }
      _exit(ok ? 0 : 1);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = 0;
    waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
  }
  const auto store = TrustStore::open(folder / "known.json");
  ASSERT_TRUE(store);
  EXPECT_EQ(store->entries().size(), static_cast<std::size_t>(kWriters * kEntries));
}

}  // namespace
}  // namespace gokeyctl
