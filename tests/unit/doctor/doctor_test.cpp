// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "doctor/checks.h"
#include "doctor/fix.h"
#include "doctor/usb.h"

namespace gokeyctl::doctor {
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
  EXPECT_EQ(check_scdaemon(places_).verdict, DoctorVerdict::kSkipped);
  file("scdaemon", "");
  EXPECT_EQ(check_scdaemon(places_).verdict, DoctorVerdict::kWarn);
  file("scdaemon.conf", "disable-ccid\n");
  EXPECT_EQ(check_scdaemon(places_).verdict, DoctorVerdict::kOk);
}

TEST_F(Doctor, WarnsOfAReaderOpenToTheNetwork) {
  EXPECT_EQ(check_virtual_reader(places_).verdict, DoctorVerdict::kOk);
  file("proc/net/tcp6", "h\n 0: 00000000000000000000000000000000:8C7C 0:0 0A\n");
  EXPECT_EQ(check_virtual_reader(places_).verdict, DoctorVerdict::kWarn);
}

TEST_F(Doctor, LooksAtTheIdentityFile) {
  const fs::path key = root_ / "id";
  EXPECT_EQ(check_identity(places_, key).verdict, DoctorVerdict::kFail);
  file("id", "key");
  chmod(key.c_str(), 0644);
  const DoctorCheck open_to_all = check_identity(places_, key);
  EXPECT_EQ(open_to_all.verdict, DoctorVerdict::kWarn);
  ASSERT_TRUE(open_to_all.fix);
  EXPECT_TRUE(apply_fix(*open_to_all.fix));
  EXPECT_EQ(check_identity(places_, key).verdict, DoctorVerdict::kOk);
  EXPECT_EQ(check_identity(places_, std::nullopt).verdict, DoctorVerdict::kWarn)
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

std::vector<DoctorCheck> usb_checks(const Places& places, const std::vector<UsbToken>& tokens) {
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
  for (const DoctorCheck& check : checks)
    EXPECT_NE(check.verdict, DoctorVerdict::kFail) << check.id;
  EXPECT_TRUE(planned_fixes(checks).empty());
}

TEST_F(Doctor, WarnsOfAnotherWayToTheTokensAddress) {
  file("proc/net/route", "head\neth0 0000000A 00000000 1 0 0 0 00FFFFFF 0\n");
  const DoctorCheck check = check_routes(places_, {usb_token({})});
  EXPECT_EQ(check.verdict, DoctorVerdict::kWarn);
  EXPECT_NE(check.message.find("eth0"), std::string::npos);
}

TEST_F(Doctor, SeveralTokensNeedALooseReversePath) {
  const std::vector<UsbToken> one{usb_token({})};
  const std::vector<UsbToken> two{usb_token({}), usb_token({})};
  fs::create_directories(root_ / "proc/sys/net/ipv4/conf/enx0");
  file("proc/sys/net/ipv4/conf/enx0/rp_filter", "1\n");
  EXPECT_EQ(check_reverse_path(places_, one).verdict, DoctorVerdict::kSkipped);
  EXPECT_EQ(check_reverse_path(places_, two).verdict, DoctorVerdict::kFail);
  file("proc/sys/net/ipv4/conf/enx0/rp_filter", "2\n");
  EXPECT_EQ(check_reverse_path(places_, two).verdict, DoctorVerdict::kOk);
}

TEST_F(Doctor, PlansAFixForEachProblemOfAToken) {
  UsbToken down = usb_token({UsbProblem::kNoPermission, UsbProblem::kLinkDown});
  down.networks[0].up = down.networks[0].reaches_token = false;
  const std::vector<UsbToken> tokens{down};
  const auto fixes = planned_fixes(usb_checks(places_, tokens));
  ASSERT_EQ(fixes.size(), 2U);
  EXPECT_EQ(fixes[0].id, "hidraw");
  EXPECT_TRUE(fixes[0].needs_root);
  EXPECT_EQ(shell_lines(fixes[1]),
            (std::vector<std::string>{"sudo ip link set dev enx0 up",
                                      "sudo ip address replace 10.0.0.1/24 dev enx0"}));
}

TEST_F(Doctor, PrintsTheUdevRuleAsALineThatWritesIt) {
  const DoctorFix fix = udev_rule_fix();
  EXPECT_NE(fix.steps[0].input.find("TAG+=\"uaccess\""), std::string::npos);
  EXPECT_EQ(fix.steps[0].input.find('#'), std::string::npos);
  const std::string line = shell_lines(fix)[0];
  const std::string target = "/etc/udev/rules.d/70-gokey.rules";
  const std::size_t end = line.find(" | sudo install -D -m 644 /dev/stdin " + target);
  ASSERT_NE(end, std::string::npos) << line;
  // What sh(1) makes of it is the rule.
  FILE* shell = popen(line.substr(0, end).c_str(), "r");
  ASSERT_NE(shell, nullptr);
  std::string written;
  for (int c = fgetc(shell); c != EOF; c = fgetc(shell)) written += static_cast<char>(c);
  pclose(shell);
  EXPECT_EQ(written, fix.steps[0].input);
}

TEST_F(Doctor, AFixGivesItsInputToTheCommand) {
  const fs::path made = root_ / "it's made";
  const DoctorFix fix{
      "x", "x", false, {{{"install", "-m", "600", "/dev/stdin", made}, "one\n'two'\n"}}};
  ASSERT_TRUE(apply_fix(fix));
  std::ifstream file(made);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(text, "one\n'two'\n");
}

TEST_F(Doctor, WhatNeedsRootIsNotTriedWithoutIt) {
  constexpr uid_t kNobody = 65534;
  const bool root = geteuid() == 0;
  ASSERT_TRUE(!root || seteuid(kNobody) == 0);
  const Result<void> tried = apply_fix({"x", "x", true, {{{"true"}}}});
  ASSERT_TRUE(!root || seteuid(0) == 0);
  ASSERT_FALSE(tried);
  EXPECT_EQ(tried.error().code, Code::kNoPermission);
}

TEST_F(Doctor, TellsAfterEachCheckAndStopsWhenTold) {
  DoctorOptions options;
  options.paths.data = root_;
  std::size_t told = 0;
  std::size_t of = 0;
  const auto all =
      run_doctor(options, [&](const DoctorCheck& check, std::size_t done, std::size_t total) {
        EXPECT_EQ(done, ++told);
        EXPECT_FALSE(check.title.empty());
        EXPECT_NE(check.title, check.id) << "every check has a title";
        of = total;
        return true;
      });
  EXPECT_EQ(all.size(), of);
  EXPECT_GE(of, 10U);
  EXPECT_EQ(run_doctor(options, [](const auto&, std::size_t done, std::size_t) { return done < 3; })
                .size(),
            3U);
}

TEST_F(Doctor, ASilentConsoleIsAFailureAndWhatFollowsIsSkipped) {
  DoctorOptions options;
  options.paths.data = root_;
  options.timeout = std::chrono::milliseconds(200);
  options.console = [](std::size_t) -> Result<std::optional<DoctorConsole>> {
    return DoctorConsole{{.host = "127.0.0.1", .port = 1}, "console:127.0.0.1:1"};
  };
  const auto checks = run_doctor(options);
  const auto& console = checks[checks.size() - 3];
  EXPECT_EQ(console.verdict, DoctorVerdict::kFail);
  EXPECT_EQ(console.code, Code::kUnreachable);
  EXPECT_EQ(checks[checks.size() - 2].verdict, DoctorVerdict::kSkipped);
  EXPECT_EQ(checks.back().verdict, DoctorVerdict::kSkipped);
}

TEST_F(Doctor, AFixThatNeedsNoRootIsRunAndItsFailureSaid) {
  DoctorFix fix{"x", "x", false, {{{"true"}}}};
  EXPECT_TRUE(apply_fix(fix));
  fix.steps = {{{"false"}}};
  EXPECT_NE(apply_fix(fix).error().message.find("exit code 1"), std::string::npos);
  fix.steps = {{{"/nonexistent/program"}}};
  EXPECT_EQ(apply_fix(fix).error().code, Code::kFailed);
}

TEST_F(Doctor, SaysTheNextStepForEachFailure) {
  const Result<std::vector<CardReader>> no_service =
      std::unexpected(Error{Code::kUnreachable, "pcscd is not running", "", {}, nullptr});
  const DoctorCheck check = check_card_service(no_service);
  EXPECT_EQ(check.verdict, DoctorVerdict::kFail);
  EXPECT_NE(check.next.find("pcscd.socket"), std::string::npos);
  EXPECT_EQ(check_readers(no_service).verdict, DoctorVerdict::kSkipped);
  EXPECT_EQ(check_readers(std::vector<CardReader>{}).verdict, DoctorVerdict::kWarn);
}

}  // namespace
}  // namespace gokeyctl::doctor
