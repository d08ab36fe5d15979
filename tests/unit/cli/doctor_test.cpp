// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/doctor/checks.h"

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
