// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/front/parser.h"

#include <sstream>

#include <gtest/gtest.h>

namespace gokeyctl::cli {
namespace {

Result<Invocation> parse_line(const std::string& line) {
  std::istringstream stream(line);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return parse(words);
}

Invocation good(const std::string& line) {
  Result<Invocation> inv = parse_line(line);
  EXPECT_TRUE(inv) << line << ": " << (inv ? "" : inv.error().message);
  return inv ? *inv : Invocation{};
}

Error bad(const std::string& line) {
  const Result<Invocation> inv = parse_line(line);
  EXPECT_FALSE(inv) << line << " was accepted";
  return inv ? Error{} : inv.error();
}

TEST(Parser, TakesAnOptionalValueOnlyBehindAnEqualsSign) {
  const Invocation bare = good("unlock --wait sig");
  EXPECT_TRUE(bare.globals.wait);
  EXPECT_FALSE(bare.globals.wait_limit);
  EXPECT_EQ(bare.argument(0), "sig");

  const Invocation limited = good("unlock --wait=3 dec");
  EXPECT_EQ(limited.globals.wait_limit, std::chrono::seconds(3));
  EXPECT_EQ(limited.argument(0), "dec");

  EXPECT_EQ(bad("unlock --wait=soon").message, "--wait needs a whole number, not 'soon'");
  EXPECT_EQ(bad("unlock --wait=").code, Code::kUsage);
}

TEST(Parser, TakesGlobalOptionsBeforeAndAfterTheCommand) {
  for (const char* line : {"-d AABB --json status", "status --json -d AABB",
                           "--json status --device=AABB", "status -dAABB --json"}) {
    const Invocation inv = good(line);
    EXPECT_EQ(inv.globals.device, "AABB") << line;
    EXPECT_EQ(inv.globals.format, Format::kJson) << line;
    EXPECT_STREQ(inv.command->name, "status") << line;
  }
  EXPECT_EQ(good("card -d AABB info").globals.device, "AABB");
  EXPECT_EQ(good("-vv status -v").globals.verbose, 3U);
  EXPECT_EQ(good("-d one status -d two").globals.device, "two");
}

TEST(Parser, KnowsTheOptionsOfEachCommand) {
  EXPECT_TRUE(good("status --watch").flag("watch"));
  EXPECT_EQ(good("rand --bytes 5").number("bytes"), 5U);
  EXPECT_TRUE(good("reboot -n").dry_run);
  EXPECT_EQ(bad("lock --watch").message, "there is no option '--watch'");
  EXPECT_EQ(bad("status --dry-run").code, Code::kUsage);
  EXPECT_EQ(bad("rand --bytes").message, "--bytes needs a value");
  EXPECT_EQ(bad("rand --bytes=-1").code, Code::kUsage);
  EXPECT_EQ(bad("status --color blue").message,
            "--color is one of auto, always, never, not 'blue'");
}

TEST(Parser, ChecksArguments) {
  EXPECT_EQ(bad("unlock everything").message, "KEYS is one of all, sig, dec, not 'everything'");
  EXPECT_EQ(bad("lock sig dec").message, "'dec' is one argument too many");
  EXPECT_EQ(bad("status now").message, "'now' is one argument too many");
  EXPECT_EQ(bad("host-key forget").message, "CONSOLE is missing");
  EXPECT_EQ(good("config set device desk").argument(1), "desk");
}

TEST(Parser, TakesTheNameOfACommandForAnArgumentBehindAnother) {
  const Invocation help = good("help list");
  EXPECT_STREQ(help.command->name, "help");
  EXPECT_EQ(help.argument(0), "list");
  EXPECT_EQ(good("config set device status").argument(1), "status");
  EXPECT_EQ(bad("lock status").message, "KEYS is one of all, sig, dec, not 'status'");
}

TEST(Parser, RefusesWhatExcludesEachOther) {
  EXPECT_EQ(bad("status --json --plain").code, Code::kUsage);
  EXPECT_EQ(bad("--all -d AABB lock").code, Code::kUsage);
}

TEST(Parser, SuggestsTheNearestCommand) {
  EXPECT_EQ(bad("hlep").hint, "did you mean 'gokeyctl help'?");
  EXPECT_EQ(bad("card kyes").hint, "did you mean 'gokeyctl card keys'?");
  EXPECT_EQ(bad("frobnicate").hint, "try 'gokeyctl --help'");
  EXPECT_EQ(nearest_command("unlcok"), "unlock");
  EXPECT_EQ(nearest_command("__generat"), "") << "hidden commands are not suggested";
}

TEST(Parser, UsageErrorsNameTheCommandsHelp) {
  EXPECT_EQ(bad("unlock --passphrase hunter2").hint, "try 'gokeyctl unlock --help'");
  EXPECT_EQ(bad("card").hint, "try 'gokeyctl card --help'");
  EXPECT_EQ(bad("").message, "no command was given");
}

TEST(Parser, GivesHelpAndVersionWhateverIsMissing) {
  EXPECT_TRUE(good("host-key forget --help").help);
  EXPECT_TRUE(good("card -h").help);
  EXPECT_TRUE(good("--version").version);
  EXPECT_EQ(good("-v --version").globals.verbose, 1U);
}

}  // namespace
}  // namespace gokeyctl::cli
