// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gokeyctl/config.h"

#include <gtest/gtest.h>

#include "folder.h"

namespace gokeyctl {
namespace {

using testing::Folder;
using testing::slurp;
using testing::spill;

class ConfigTest : public ::testing::Test {
 protected:
  ConfigTest() {
    for (const char* variable : {"GOKEY_DEVICE", "GOKEY_IDENTITY", "GOKEY_CONFIG", "GOKEY_LOG"})
      unsetenv(variable);
    paths_.config_file = folder_ / "user/config.toml";
    paths_.config_dropins = folder_ / "user/config.d";
    paths_.system_config_file = folder_ / "system/config.toml";
  }
  ~ConfigTest() override { unsetenv("GOKEY_DEVICE"); }
  [[nodiscard]] std::string origin(const Config& config, std::string_view key) const {
    for (const Setting& setting : config.list()) {
      if (setting.key == key) return setting.origin;
    }
    return "";
  }

  Folder folder_;
  Paths paths_;
};

TEST_F(ConfigTest, DefaultsWithoutAnyFile) {
  const Config config = Config::load(paths_);
  EXPECT_TRUE(config.warnings().empty());
  EXPECT_EQ(config.get("console"), "10.0.0.10:22");
  EXPECT_EQ(config.get("timeout"), "10");
  EXPECT_EQ(origin(config, "timeout"), "default");
  EXPECT_EQ(config.list().size(), setting_table().size());
}

TEST_F(ConfigTest, EnvironmentThenUserThenDropinsThenSystem) {
  spill(paths_.system_config_file,
        "color = \"never\"\ntimeout = 1\npinentry = \"always\"\ndevice = \"system\"\n");
  spill(paths_.config_dropins / "10.toml", "timeout = 2\npinentry = \"never\"\n");
  spill(paths_.config_dropins / "20.toml", "timeout = 3\n");
  spill(paths_.config_file,
        "# mine\ntimeout = 4\ndevice = \"user\"\n[nicknames]\nwork = \"AABBCCDD\"\n");
  setenv("GOKEY_DEVICE", "fromenv", 1);
  const Config config = Config::load(paths_);
  EXPECT_TRUE(config.warnings().empty());
  EXPECT_EQ(config.get("device"), "fromenv");
  EXPECT_EQ(origin(config, "device"), "env:GOKEY_DEVICE");
  EXPECT_EQ(config.get("timeout"), "4");
  EXPECT_EQ(origin(config, "timeout"), "file:" + paths_.config_file.string() + ":2");
  EXPECT_EQ(config.get("pinentry"), "never");
  EXPECT_EQ(config.get("color"), "never");
  EXPECT_EQ(config.nickname("work"), "AABBCCDD");
  EXPECT_FALSE(config.nickname("home"));
}

TEST_F(ConfigTest, ABrokenFileWarnsWithItsLineAndDefaultsApply) {
  spill(paths_.config_file, "color = \"never\"\ntimeout =\n");
  const Config config = Config::load(paths_);
  ASSERT_EQ(config.warnings().size(), 1U);
  EXPECT_EQ(config.warnings()[0].line, 2);
  EXPECT_EQ(config.get("color"), "auto");
}

// TOML 1.0: strings and comments hold any letters, the rest ASCII only. (toml++ 3.3 alone has
// undefined behaviour for these, which the sanitizers tell.)
TEST_F(ConfigTest, LettersBeyondAsciiStandInStringsAndComments) {
  spill(paths_.config_file,
        "# ä\ncolor = \"never\" # ü\n[nicknames]\n\"büro\" = 'AABBCCDD'\n"
        "two = \"\"\"\\\n  äöü\"\"\"\n");
  const Config config = Config::load(paths_);
  EXPECT_EQ(config.get("color"), "never");
  EXPECT_EQ(config.nickname("büro"), "AABBCCDD");
  EXPECT_EQ(config.nickname("two"), "äöü");

  for (const char* bad : {"\nbüro = 1\n", "\ni \xEF\xBB\xBDm", "\ncolor = \"never\" ä\n",
                          "\ncolor = 'never' \u00A0\n", "\ncolor = \"\\ä\"\n", "\n[ä]\n"}) {
    spill(paths_.config_file, bad);
    const Config broken = Config::load(paths_);
    ASSERT_EQ(broken.warnings().size(), 1U) << bad;
    EXPECT_EQ(broken.warnings()[0].line, 2) << bad;
    EXPECT_EQ(broken.get("color"), "auto") << bad;
  }
}

TEST_F(ConfigTest, UnknownKeysAndValuesWarn) {
  spill(paths_.config_file,
        "colour = \"auto\"\ncolor = \"pink\"\ntimeout = \"soon\"\nconsole = [1]\n[x]\ny = 1\n");
  const Config config = Config::load(paths_);
  EXPECT_EQ(config.warnings().size(), 5U);
  EXPECT_EQ(config.get("color"), "auto");
}

TEST_F(ConfigTest, SetKeepsEverythingElse) {
  const std::string before =
      "# mine\ncolor = \"auto\"  # nice\n\n# about time\ntimeout=10\n\n[nicknames]\nwork = "
      "\"AABBCCDD\" # w\n";
  spill(paths_.config_file, before);
  Config config = Config::load(paths_);
  ASSERT_TRUE(config.set("color", "never"));
  ASSERT_TRUE(config.set("timeout", "30"));
  ASSERT_TRUE(config.set("identity", "/home/me/\"id\"\\x"));
  EXPECT_EQ(slurp(paths_.config_file),
            "# mine\ncolor = \"never\"  # nice\n\n# about time\ntimeout=30\nidentity = "
            "\"/home/me/\\\"id\\\"\\\\x\"\n\n"
            "[nicknames]\nwork = \"AABBCCDD\" # w\n");
  EXPECT_EQ(config.get("identity"), "/home/me/\"id\"\\x");
  ASSERT_TRUE(config.unset("identity"));
  ASSERT_TRUE(config.set("color", "auto"));
  ASSERT_TRUE(config.set("timeout", "10"));
  EXPECT_EQ(slurp(paths_.config_file), before);
  EXPECT_EQ(testing::mode_of(paths_.config_file), 0600U);
}

TEST_F(ConfigTest, SetMakesTheFile) {
  Config config = Config::load(paths_);
  ASSERT_TRUE(config.set("pinentry", "never"));
  EXPECT_EQ(slurp(paths_.config_file), "pinentry = \"never\"\n");
  EXPECT_EQ(config.get("pinentry"), "never");
}

TEST_F(ConfigTest, SetRefusesWhatItCannotDoSafely) {
  Config config = Config::load(paths_);
  EXPECT_EQ(config.set("colour", "auto").error().code, Code::kUsage);
  EXPECT_EQ(config.set("color", "pink").error().code, Code::kUsage);
  EXPECT_EQ(config.set("timeout", "0").error().code, Code::kUsage);
  EXPECT_EQ(config.set("device", "a\nb").error().code, Code::kUsage);
  for (const char* text : {"color =\n", "\"color\" = \"auto\"\n", "device = \"\"\"\na\"\"\"\n"}) {
    spill(paths_.config_file, text);
    EXPECT_FALSE(config.set(text[0] == 'd' ? "device" : "color", "never")) << text;
    EXPECT_EQ(slurp(paths_.config_file), text) << "left as it is";
  }
}

TEST_F(ConfigTest, BooleansStandWithoutQuotes) {
  spill(paths_.config_file, "lock-on-sleep = false\nnotify-locked = \"false\"\n");
  Config config = Config::load(paths_);
  EXPECT_TRUE(config.warnings().empty());
  EXPECT_EQ(config.get("lock-on-sleep"), "false");
  EXPECT_EQ(config.get("notify-locked"), "false");
  EXPECT_EQ(config.get("keep-running"), "true");
  ASSERT_TRUE(config.set("lock-on-sleep", "true"));
  ASSERT_TRUE(config.set("lock-when-idle", "15"));
  EXPECT_EQ(slurp(paths_.config_file),
            "lock-on-sleep = true\nnotify-locked = \"false\"\nlock-when-idle = \"15\"\n");
  EXPECT_EQ(config.set("lock-on-sleep", "yes").error().code, Code::kUsage);
  EXPECT_EQ(config.set("lock-when-idle", "0").error().code, Code::kUsage);
  EXPECT_EQ(config.set("keep-unlocked", "2m").error().code, Code::kUsage);
}

TEST_F(ConfigTest, WhatTheAdministratorFixedStays) {
  spill(paths_.system_config_file,
        "color = \"never\"\n[fixed]\nlock-on-sleep = true\ndevice = \"theirs\"\nnonsense = 1\n");
  spill(paths_.config_file, "lock-on-sleep = false\n[fixed]\ncolor = \"always\"\n");
  setenv("GOKEY_DEVICE", "mine", 1);
  Config config = Config::load(paths_);
  EXPECT_EQ(config.get("lock-on-sleep"), "true");
  EXPECT_EQ(origin(config, "lock-on-sleep"), "fixed:" + paths_.system_config_file.string() + ":3");
  EXPECT_TRUE(config.is_fixed("lock-on-sleep"));
  EXPECT_EQ(config.get("device"), "theirs");
  EXPECT_EQ(config.get("color"), "never") << "only the system's file fixes";
  EXPECT_FALSE(config.is_fixed("color"));
  EXPECT_EQ(config.warnings().size(), 2U) << "nonsense, and a person's own [fixed]";
  const auto refused = config.set("lock-on-sleep", "false");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, Code::kNoPermission);
  EXPECT_EQ(slurp(paths_.config_file), "lock-on-sleep = false\n[fixed]\ncolor = \"always\"\n");
}

TEST_F(ConfigTest, PathsFollowTheEnvironment) {
  setenv("XDG_CONFIG_HOME", "/c", 1);
  setenv("XDG_STATE_HOME", "relative", 1);
  setenv("HOME", "/h", 1);
  setenv("XDG_RUNTIME_DIR", "", 1);
  const Paths paths = default_paths();
  EXPECT_EQ(paths.config_file, "/c/gokey-manager/config.toml");
  EXPECT_EQ(paths.state, "/h/.local/state/gokey-manager");
  EXPECT_FALSE(paths.runtime);
  setenv("GOKEY_CONFIG", "/x.toml", 1);
  EXPECT_EQ(default_paths().config_file, "/x.toml");
  unsetenv("GOKEY_CONFIG");
}

}  // namespace
}  // namespace gokeyctl
