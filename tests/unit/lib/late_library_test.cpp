// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "base/late_library.h"

#include <cstdlib>

#include <gtest/gtest.h>

namespace gokeyctl::base {
namespace {

TEST(LateLibrary, FindsFunctions) {
  LateLibrary library("libc.so.6");
  decltype(&::atoi) found = nullptr;
  library.find(found, "atoi");
  ASSERT_TRUE(library.complete());
  EXPECT_EQ(found("3"), 3);
}

TEST(LateLibrary, IsIncompleteWithoutOneOfThem) {
  LateLibrary library("libc.so.6");
  decltype(&::atoi) missing = &::atoi;
  decltype(&::atoi) found = nullptr;
  library.find(missing, "gokey_no_such_function");
  library.find(found, "atoi");
  EXPECT_FALSE(library.complete());
  EXPECT_EQ(missing, nullptr);
}

TEST(LateLibrary, ThatIsNotInstalledHasNothing) {
  LateLibrary library("libgokey-no-such-library.so.1");
  decltype(&::atoi) function = &::atoi;
  library.find(function, "atoi");
  EXPECT_FALSE(library.complete());
  EXPECT_EQ(function, nullptr);
}

TEST(LateLibrary, SaysWhatToInstall) {
  const Error error = not_installed("watch USB", "libudev", "libudev1");
  EXPECT_EQ(error.code, Code::kUnsupported);
  EXPECT_EQ(error.message, "watch USB: libudev is not installed here");
  EXPECT_EQ(error.hint, "sudo apt install libudev1");
  EXPECT_EQ(error.details.at("reason"), "no-libudev");
}

}  // namespace
}  // namespace gokeyctl::base
