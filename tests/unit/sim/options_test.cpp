// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "boards/sim/options.h"

#include <initializer_list>
#include <vector>

#include <gtest/gtest.h>

namespace gokey::sim {
namespace {

Result<Options> parse(std::initializer_list<const char*> arguments) {
  std::vector<const char*> argv{"gokey-sim"};
  argv.insert(argv.end(), arguments);
  return parse_options(static_cast<int>(argv.size()), argv.data());
}

RunOptions run(std::initializer_list<const char*> arguments) {
  const auto options = parse(arguments);
  EXPECT_TRUE(options.has_value()) << (options ? "" : options.error().why);
  return options ? std::get<RunOptions>(*options) : RunOptions{};
}

Exit refusal(std::initializer_list<const char*> arguments) {
  const auto options = parse(arguments);
  return options ? Exit::kOk : options.error().code;
}

TEST(Options, WithoutATransportTheConsoleListensOnItsUsualPort) {
  const RunOptions options = run({"--state", "d"});
  EXPECT_EQ(options.state, "d");
  ASSERT_TRUE(options.ssh.has_value());
  EXPECT_EQ(to_string(*options.ssh), "127.0.0.1:2222");
  EXPECT_FALSE(options.vpcd.has_value());
  EXPECT_FALSE(options.ready_fd.has_value());
  EXPECT_EQ(options.dialect, DialectKind::kNative);
}

TEST(Options, WithOneTransportNamedTheOthersAreOff) {
  const RunOptions options = run({"--state", "d", "--vpcd", "localhost:35963"});
  EXPECT_FALSE(options.ssh.has_value());
  EXPECT_EQ(to_string(*options.vpcd), "localhost:35963");
}

TEST(Options, EverythingAtOnce) {
  const RunOptions options = run({"--state", "d", "--ssh", "[::1]:0", "--vpcd", "127.0.0.1:1",
                                  "--dialect", "classic", "--ready-fd", "5"});
  EXPECT_EQ(options.ssh->host, "::1");
  EXPECT_EQ(options.ssh->port, 0);
  EXPECT_EQ(options.dialect, DialectKind::kClassic);
  EXPECT_EQ(options.ready_fd, 5);
}

TEST(Options, UsbipIsATransport) {
  const RunOptions options = run({"--state", "d", "--usbip", "127.0.0.1:3240"});
  EXPECT_FALSE(options.ssh.has_value());
  EXPECT_EQ(to_string(*options.usbip), "127.0.0.1:3240");
  EXPECT_EQ(refusal({"--state", "d", "--usbip", "3240"}), Exit::kUsage);
}

TEST(Options, MistakesAreUsageErrors) {
  EXPECT_EQ(refusal({}), Exit::kUsage);
  EXPECT_EQ(refusal({"--state"}), Exit::kUsage);
  EXPECT_EQ(refusal({"--state", "d", "--nonsense"}), Exit::kUsage);
  EXPECT_EQ(refusal({"--state", "d", "--dialect", "modern"}), Exit::kUsage);
  EXPECT_EQ(refusal({"--state", "d", "--ready-fd", "-1"}), Exit::kUsage);
  for (const char* address : {"22", ":22", "h:", "h:65536", "h:-1", "h:2x", "::1:22", "h:22 "}) {
    EXPECT_EQ(refusal({"--state", "d", "--ssh", address}), Exit::kUsage) << address;
  }
}

TEST(Options, WhatThisVersionLacksIsSaidSo) {
  EXPECT_EQ(refusal({"--state", "d", "--pkcs11", "s"}), Exit::kUnsupported);
}

TEST(Options, FidoUdpIsATransport) {
  const RunOptions options = run({"--state", "d", "--fido-udp", "127.0.0.1:21328"});
  EXPECT_FALSE(options.ssh.has_value());
  EXPECT_EQ(to_string(*options.fido_udp), "127.0.0.1:21328");
}

TEST(Options, ACertificateComesWithItsKey) {
  EXPECT_EQ(refusal({"--state", "d", "provision", "--u2f-certificate", "f"}), Exit::kUsage);
  EXPECT_EQ(refusal({"--state", "d", "provision", "--u2f-private-key", "f"}), Exit::kUsage);
}

TEST(Options, ProvisionTakesItsFilesAndTheHolder) {
  const auto options = parse({"--state",   "d",
                              "provision", "--pgp-secret-key",
                              "k",         "--ssh-authorized-keys",
                              "a",         "--ssh-host-key",
                              "h",         "--name",
                              "Bar",       "--language",
                              "de",        "--sex",
                              "9",         "--url",
                              "u",         "--snvs",
                              "ssh",       "--signature-pin",
                              "once",      "--manufacturer",
                              "F5EC"});
  ASSERT_TRUE(options.has_value()) << options.error().why;
  const auto& provision = std::get<ProvisionOptions>(*options);
  EXPECT_EQ(provision.state, "d");
  EXPECT_EQ(provision.pgp_secret_key, "k");
  EXPECT_EQ(provision.ssh_authorized_keys, "a");
  EXPECT_EQ(provision.ssh_host_key, "h");
  EXPECT_EQ(provision.name, "Bar");
  EXPECT_EQ(provision.snvs, Snvs::kSsh);
  EXPECT_TRUE(provision.signature_pin_once);
  EXPECT_EQ(provision.manufacturer, 0xF5EC);
}

TEST(Options, ProvisionNeedsAKeyOfSomeKind) {
  EXPECT_EQ(refusal({"--state", "d", "provision"}), Exit::kUsage);
  EXPECT_EQ(refusal({"--state", "d", "provision", "--ssh-authorized-keys", "a"}), Exit::kOk);
  EXPECT_EQ(refusal({"--state", "d", "provision", "--pgp-secret-key", "k", "--sex", "3"}),
            Exit::kUsage);
  EXPECT_EQ(refusal({"--state", "d", "provision", "--pgp-secret-key", "k", "--manufacturer", "F5"}),
            Exit::kUsage);
}

}  // namespace
}  // namespace gokey::sim
