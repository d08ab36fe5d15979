// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gokeyctl/pinentry.h"

#include <filesystem>
#include <fstream>
#include <thread>

#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pinentry/escape.h"

namespace gokeyctl {
namespace {

namespace fs = std::filesystem;

std::string text_of(const Secret& secret) {
  return secret.expose(
      [](std::span<const std::uint8_t> bytes) { return std::string(bytes.begin(), bytes.end()); });
}

// A pinentry made of a shell script: it writes down what it is told, and answers GETPIN with
// `answer`.
class Pinentry : public testing::Test {
 protected:
  Pinentry()
      : root_(fs::temp_directory_path() / ("gokeyctl-pinentry-" + std::to_string(getpid()))) {
    fs::create_directories(root_);
  }
  ~Pinentry() override { fs::remove_all(root_); }

  PinentryRequest with(const std::string& answer) {
    const fs::path program = root_ / "pinentry";
    std::ofstream(program) << "#!/bin/sh\necho OK ready\nwhile read -r line; do\n"
                           << "echo \"$line\" >>" << root_ / "told" << "\ncase $line in\n"
                           << "GETPIN*) " << answer << " ;;\n"
                           << "BYE*) echo OK; exit 0 ;;\n*) echo OK ;;\nesac\ndone\n";
    chmod(program.c_str(), 0700);
    return {.program = program,
            .title = "GoKey",
            .description = "Unlock 100%\nnow",
            .prompt = "Passphrase:",
            .error = ""};
  }
  std::string told() const {
    std::ifstream file(root_ / "told");
    return {std::istreambuf_iterator<char>(file), {}};
  }

  fs::path root_;
};

TEST_F(Pinentry, ReadsThePassphraseUnescapedFromSeveralLines) {
  const auto request = with("echo S PASSWORD_QUALITY 3; echo 'D a%25b%'0Ac; echo D 'd e'; echo OK");
  const Result<Secret> secret = ask_pinentry(request);
  ASSERT_TRUE(secret) << secret.error().message;
  EXPECT_EQ(text_of(*secret), "a%b\ncd e");
  EXPECT_NE(told().find("SETDESC Unlock 100%25%0Anow\n"), std::string::npos);
  EXPECT_NE(told().find("SETKEYINFO --clear\n"), std::string::npos);
  EXPECT_EQ(told().find("SETERROR"), std::string::npos);
}

TEST_F(Pinentry, CancelAndNothingEnteredAreTheSame) {
  EXPECT_EQ(ask_pinentry(with("echo ERR 83886179 Operation cancelled")).error().code,
            Code::kCancelled);
  EXPECT_EQ(ask_pinentry(with("echo OK")).error().code, Code::kCancelled);
}

TEST_F(Pinentry, SaysWhenTimeWasUp) {
  EXPECT_EQ(ask_pinentry(with("echo ERR 83886142 Timeout")).error().code, Code::kTimeout);
}

TEST_F(Pinentry, RefusesWhatNoTokenTakes) {
  const std::string longest(kLongestPassphrase, 'x');
  const Result<Secret> fits = ask_pinentry(with("echo D " + longest + "; echo OK"));
  ASSERT_TRUE(fits);
  EXPECT_EQ(fits->size(), kLongestPassphrase);
  EXPECT_EQ(ask_pinentry(with("echo D " + longest + "y; echo OK")).error().code, Code::kUsage);
}

TEST_F(Pinentry, AProgramThatBreaksOffOrIsNotThereIsAnError) {
  EXPECT_FALSE(ask_pinentry(with("exit 1")));
  EXPECT_EQ(ask_pinentry(with("echo nonsense")).error().code, Code::kFailed);
  PinentryRequest request;
  request.program = "/nonexistent/pinentry";
  EXPECT_EQ(ask_pinentry(request).error().code, Code::kFailed);
}

TEST_F(Pinentry, IsEndedWhenNobodyWaitsForItAnyMore) {
  // Still in its window when the token is pulled.
  const auto request = with("echo $$ >" + (root_ / "pid").string() + "; exec sleep 100");
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  std::thread puller([&] {
    const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(5);
    std::error_code error;
    while (fs::file_size(root_ / "pid", error) == 0 || error) {
      if (std::chrono::steady_clock::now() > limit) break;
      std::this_thread::yield();
    }
    EXPECT_EQ(write(ends[1], "x", 1), 1);
  });
  const Result<Secret> secret = ask_pinentry(request, ends[0]);
  puller.join();
  ASSERT_FALSE(secret);
  EXPECT_EQ(secret.error().code, Code::kCancelled);
  EXPECT_EQ(secret.error().details.at("reason"), "stopped");
  pid_t pid = 0;
  std::ifstream(root_ / "pid") >> pid;
  EXPECT_NE(kill(pid, 0), 0) << "it still runs";
  close(ends[0]);
  close(ends[1]);
}

TEST(Escape, IsUndone) {
  EXPECT_EQ(pinentry::escape("100%\r\nx"), "100%25%0D%0Ax");
  Secret secret(8);
  EXPECT_FALSE(pinentry::unescape(std::string_view("%2"), secret));
  EXPECT_FALSE(pinentry::unescape(std::string_view("%zz"), secret));
}

TEST(NotDumpable, HoldsAsLongAsOneLives) {
  const int before = prctl(PR_GET_DUMPABLE);
  {
    const NotDumpable outer;
    {
      const NotDumpable inner;
    }
    EXPECT_EQ(prctl(PR_GET_DUMPABLE), 0);
  }
  EXPECT_EQ(prctl(PR_GET_DUMPABLE), before);
}

}  // namespace
}  // namespace gokeyctl
