// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Tokens on USB, readers and the trust store, joined by serial.
#include <filesystem>

#include <gtest/gtest.h>
#include <unistd.h>

#include "gokeyctl/token.h"
#include "machine.h"

namespace gokeyctl {
namespace {

namespace fs = std::filesystem;
using testing::Machine;

class Join : public ::testing::Test {
 protected:
  Join() : folder_(fs::temp_directory_path() / ("gokey-join-" + std::to_string(getpid()))) {
    fs::create_directories(folder_);
    trust_ = TrustStore::open(folder_ / "known-tokens.json").value();
    found_.read_card = [](const std::string&) -> Result<CardInfo> {
      return std::unexpected(Error{Code::kNoToken, "no card", "", {}, nullptr});
    };
  }
  ~Join() override { fs::remove_all(folder_); }

  void pin(const std::string& endpoint, const std::string& serial) {
    TrustEntry entry;
    entry.endpoint = endpoint;
    entry.serial = serial;
    entry.fingerprint = "SHA256:x";
    ASSERT_TRUE(trust_.pin(entry));
  }
  std::vector<KnownToken> join() { return join_tokens(trust_, found_); }

  fs::path folder_;
  TrustStore trust_ = {};
  Machine machine_;
  Found found_;
};

TEST_F(Join, TwoTokensAtOneAddressHaveTwoConsoles) {
  machine_.plug("1-1", "00000001");
  machine_.plug("1-2", "00000002");
  found_.usb = machine_.tokens();
  found_.readers = machine_.snapshot.readers;
  const auto tokens = join();
  ASSERT_EQ(tokens.size(), 2U) << "a token's reader is not another token";
  for (const KnownToken& token : tokens) {
    ASSERT_TRUE(token.endpoint);
    EXPECT_EQ(token.endpoint->text(), "10.0.0.10:22");
    EXPECT_EQ(token.endpoint->interface, "enx" + token.serial);
    EXPECT_EQ(trust_key(trust_, *token.endpoint), "usb:" + token.serial);
    EXPECT_EQ(token.reader->name, "USB armory Mk II [Smartcard] (" + token.serial + ") 00 00");
  }
}

TEST_F(Join, AKnownTokenIsOneLineWhetherPluggedInOrNot) {
  pin("usb:00000001", "");
  auto tokens = join();
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_EQ(tokens[0].serial, "00000001");
  EXPECT_FALSE(tokens[0].endpoint) << "it cannot be reached while it is not plugged in";

  machine_.plug("1-1", "00000001");
  found_.usb = machine_.tokens();
  tokens = join();
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_TRUE(tokens[0].usb);
  EXPECT_EQ(tokens[0].endpoint->interface, "enx00000001");
}

TEST_F(Join, AnImportedKeyForTheCommonAddressCountsForItsSerialOnly) {
  pin("10.0.0.10:22", "00000001");
  machine_.plug("1-1", "00000001");
  machine_.plug("1-2", "00000002");
  found_.usb = machine_.tokens();
  const auto tokens = join();
  ASSERT_EQ(tokens.size(), 2U);
  EXPECT_EQ(trust_key(trust_, *tokens[0].endpoint), "10.0.0.10:22");
  EXPECT_EQ(trust_key(trust_, *tokens[1].endpoint), "usb:00000002");
}

TEST_F(Join, ATokenWithoutAnInterfaceHasNoConsole) {
  machine_.plug("1-1", "00000001");
  machine_.remove("net");
  found_.usb = machine_.tokens();
  EXPECT_FALSE(join().at(0).endpoint);
}

}  // namespace
}  // namespace gokeyctl
