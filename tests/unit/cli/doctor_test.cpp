// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/doctor/checks.h"
#include "cli/doctor/fix.h"
#include "cli/doctor/usb.h"

namespace gokeyctl::cli {
namespace {

namespace fs = std::filesystem;

class Doctor : public testing::Test {
 protected:
  Doctor() : root_(fs::temp_directory_path() / ("gokeyctl-doctor-" + std::to_string(getpid()))) {
    fs::create_directories(root_ / "proc/net");
    places_.ccid_list = root_ / "ccid.plist";
    places_.proc = root_ / "proc";
    places_.scdaemon = root_ / "scdaemon";
    places_.gnupg_home = root_;
  }
  ~Doctor() override { fs::remove_all(root_); }
  void file(const std::string& name, const std::string& content) {
    std::ofstream(root_ / name) << content;
  }

  fs::path root_;
  Places places_;
};

TEST(CcidList, PairsTheArrays) {
  const std::string plist =
      "<key>ifdVendorID</key>\n<array><string>0x1209</string><string>0x20A0</string></array>\n"
      "<key>ifdProductID</key>\n<array><string>0x0001</string><string>0x2702</string></array>";
  EXPECT_TRUE(ccid_list_has(plist, "0x20a0", "0x2702"));
  EXPECT_FALSE(ccid_list_has(plist, "0x1209", "0x2702"))
      << "both ids are there, but not at the same place";
  EXPECT_FALSE(ccid_list_has("", "0x1209", "0x2702"));
}

TEST(Listeners, OnlyCountAtEveryAddress) {
  const std::string head = "  sl  local_address rem_address   st\n";
  EXPECT_TRUE(listens_everywhere(head + "   0: 00000000:8C7B 00000000:0000 0A\n", 35963));
  EXPECT_FALSE(listens_everywhere(head + "   0: 0100007F:8C7B 00000000:0000 0A\n", 35963))
      << "loopback";
  EXPECT_FALSE(listens_everywhere(head + "   0: 00000000:8C7B 0100007F:1234 01\n", 35963))
      << "connected";
  EXPECT_TRUE(
      listens_everywhere(head + "   0: 00000000000000000000000000000000:8C7B 0:0 0A\n", 35963));
}

TEST(GnupgOptions, SkipComments) {
  EXPECT_TRUE(has_option("# x\n  disable-ccid \n", "disable-ccid"));
  EXPECT_TRUE(has_option("--pcsc-shared\n", "pcsc-shared"));
  EXPECT_FALSE(has_option("#disable-ccid\n", "disable-ccid"));
}

TEST_F(Doctor, AdvisesScdaemon) {
  EXPECT_EQ(check_scdaemon(places_).verdict, Verdict::kSkipped);
  file("scdaemon", "");
  EXPECT_EQ(check_scdaemon(places_).verdict, Verdict::kWarn);
  file("scdaemon.conf", "disable-ccid\n");
  EXPECT_EQ(check_scdaemon(places_).verdict, Verdict::kOk);
}

TEST_F(Doctor, WarnsOfAReaderOpenToTheNetwork) {
  EXPECT_EQ(check_virtual_reader(places_).verdict, Verdict::kOk);
  file("proc/net/tcp6", "h\n 0: 00000000000000000000000000000000:8C7C 0:0 0A\n");
  EXPECT_EQ(check_virtual_reader(places_).verdict, Verdict::kWarn);
}

TEST_F(Doctor, LooksAtTheIdentityFile) {
  const fs::path key = root_ / "id";
  EXPECT_EQ(check_identity(places_, key).verdict, Verdict::kFail);
  file("id", "key");
  chmod(key.c_str(), 0644);
  EXPECT_EQ(check_identity(places_, key).verdict, Verdict::kWarn);
  chmod(key.c_str(), 0600);
  EXPECT_EQ(check_identity(places_, key).verdict, Verdict::kOk);
  EXPECT_EQ(check_identity(places_, std::nullopt).verdict, Verdict::kWarn)
      << "neither agent nor key";
}

UsbToken usb_token(std::vector<UsbProblem> problems) {
  UsbToken token;
  token.serial = "AABBCCDD";
  token.port = "1-2";
  token.has_reader = token.has_hid = token.has_network = true;
  token.networks = {{"enx0", "cdc_ether", true, {"10.0.0.1/24"}, true}};
  token.problems = std::move(problems);
  return token;
}

std::vector<Check> usb_checks(const Places& places, const std::vector<UsbToken>& tokens) {
  return {check_usb(tokens),
          check_drivers(tokens),
          check_hidraw(tokens),
          check_usb_reader(tokens),
          check_address(tokens),
          check_routes(places, tokens),
          check_reverse_path(places, tokens)};
}

TEST(Routes, OverlapWithTheTokensNetwork) {
  const std::string head = "Iface Destination Gateway Flags RefCnt Use Metric Mask MTU\n";
  EXPECT_EQ(interfaces_to_token(head + "eth0 00000000 0101A8C0 3 0 0 0 00000000 0\n"),
            std::vector<std::string>{})
      << "a default route is no clash";
  EXPECT_EQ(interfaces_to_token(head + "eth0 0000000A 00000000 1 0 0 0 00FFFFFF 0\n"
                                       "tun0 0000000A 00000000 1 0 0 0 000000FF 0\n"
                                       "wifi 0001000A 00000000 1 0 0 0 00FFFFFF 0\n"),
            (std::vector<std::string>{"eth0", "tun0"}));
  EXPECT_EQ(interfaces_to_token("nonsense\nx y\n"), std::vector<std::string>{});
}

TEST_F(Doctor, FindsNothingWrongWithAGoodToken) {
  const std::vector<UsbToken> tokens{usb_token({})};
  file("proc/net/route", "head\nenx0 0000000A 00000000 1 0 0 0 00FFFFFF 0\n");
  const auto checks = usb_checks(places_, tokens);
  for (const Check& check : checks) EXPECT_NE(check.verdict, Verdict::kFail) << check.id;
  EXPECT_TRUE(plan_fixes(checks, tokens).empty());
}

TEST_F(Doctor, WarnsOfAnotherWayToTheTokensAddress) {
  file("proc/net/route", "head\neth0 0000000A 00000000 1 0 0 0 00FFFFFF 0\n");
  const Check check = check_routes(places_, {usb_token({})});
  EXPECT_EQ(check.verdict, Verdict::kWarn);
  EXPECT_NE(check.message.find("eth0"), std::string::npos);
}

TEST_F(Doctor, SeveralTokensNeedALooseReversePath) {
  const std::vector<UsbToken> one{usb_token({})};
  const std::vector<UsbToken> two{usb_token({}), usb_token({})};
  fs::create_directories(root_ / "proc/sys/net/ipv4/conf/enx0");
  file("proc/sys/net/ipv4/conf/enx0/rp_filter", "1\n");
  EXPECT_EQ(check_reverse_path(places_, one).verdict, Verdict::kSkipped);
  EXPECT_EQ(check_reverse_path(places_, two).verdict, Verdict::kFail);
  file("proc/sys/net/ipv4/conf/enx0/rp_filter", "2\n");
  EXPECT_EQ(check_reverse_path(places_, two).verdict, Verdict::kOk);
}

TEST_F(Doctor, PlansAFixForEachProblemOfAToken) {
  UsbToken down = usb_token({UsbProblem::kNoPermission, UsbProblem::kLinkDown});
  down.networks[0].up = down.networks[0].reaches_token = false;
  const std::vector<UsbToken> tokens{down};
  const auto fixes = plan_fixes(usb_checks(places_, tokens), tokens);
  ASSERT_EQ(fixes.size(), 2U);
  EXPECT_TRUE(fixes[0].writes_rule);
  EXPECT_TRUE(fixes[0].needs_root);
  EXPECT_EQ(shell_lines(fixes[0], "/usr/bin/gokeyctl"),
            std::vector<std::string>{"sudo /usr/bin/gokeyctl --yes doctor --fix"});
  EXPECT_EQ(shell_lines(fixes[1], ""),
            (std::vector<std::string>{"sudo ip link set dev enx0 up",
                                      "sudo ip address replace 10.0.0.1/24 dev enx0"}));
  EXPECT_NE(kUdevRule.find("TAG+=\"uaccess\""), std::string_view::npos);
}

TEST_F(Doctor, AFixThatNeedsNoRootIsRunAndItsFailureSaid) {
  Fix fix{"x", "x", false, false, {{"true"}}};
  EXPECT_TRUE(apply(fix));
  fix.commands = {{"false"}};
  EXPECT_NE(apply(fix).error().message.find("exit code 1"), std::string::npos);
  fix.commands = {{"/nonexistent/program"}};
  EXPECT_EQ(apply(fix).error().code, Code::kFailed);
}

TEST_F(Doctor, SaysTheNextStepForEachFailure) {
  const Result<std::vector<CardReader>> no_service =
      std::unexpected(Error{Code::kUnreachable, "pcscd is not running", "", {}, nullptr});
  const Check check = check_card_service(no_service);
  EXPECT_EQ(check.verdict, Verdict::kFail);
  EXPECT_NE(check.next.find("pcscd.socket"), std::string::npos);
  EXPECT_EQ(check_readers(no_service).verdict, Verdict::kSkipped);
  EXPECT_EQ(check_readers(std::vector<CardReader>{}).verdict, Verdict::kWarn);
}

}  // namespace
}  // namespace gokeyctl::cli
