// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/front/table.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "cli/commands/context.h"
#include "cli/front/help.h"
#include "gokeyctl/error.h"

namespace gokeyctl::cli {
namespace {

TEST(Table, EveryCommandCanRun) {
  for (const CommandInfo& command : command_table()) {
    if (command.group || std::string_view(command.name) == "help")
      continue;  // main.cpp gives help itself
    EXPECT_TRUE(find_runner(command.name)) << command.name;
  }
}

TEST(Table, EveryCommandIsExplained) {
  for (const CommandInfo& command : command_table()) {
    if (command.hidden) continue;
    EXPECT_STRNE(command.summary, "") << command.name;
    EXPECT_FALSE(std::string_view(command.summary).ends_with('.')) << command.name;
    EXPECT_STRNE(command.description, "") << command.name;
    EXPECT_EQ(command.examples.size(), 2U) << command.name;
  }
}

TEST(Table, SeeAlsoNamesCommandsThatExist) {
  for (const CommandInfo& command : command_table()) {
    std::string_view names = command.see_also;
    while (!names.empty()) {
      const std::size_t end = std::min(names.find(", "), names.size());
      EXPECT_NE(find_command(names.substr(0, end)), nullptr)
          << command.name << ": " << names.substr(0, end);
      names.remove_prefix(std::min(end + 2, names.size()));
    }
  }
}

TEST(Table, OptionNamesAreUnique) {
  for (const CommandInfo& command : command_table()) {
    std::set<std::string> names;
    for (const OptionInfo& option : global_options()) names.insert(option.name);
    for (const OptionInfo& option : command.options)
      EXPECT_TRUE(names.insert(option.name).second) << command.name << " --" << option.name;
  }
}

TEST(Table, EveryExitCodeHasAMeaning) {
  std::set<std::string> names;
  for (const ExitInfo& info : exit_table()) {
    EXPECT_STRNE(info.meaning, "");
    EXPECT_TRUE(names.insert(std::string(code_name(info.code))).second);
  }
  EXPECT_EQ(names.size(), 29U);
}

TEST(Help, KeepsItsOrderAndFitsNarrowScreens) {
  const std::string help = help_command(*find_command("unlock"), Style{false, 40});
  std::size_t last = 0;
  for (const char* part :
       {"Unlock keys for use.", "Examples:", "Options:", "Exit codes:", "See also:"}) {
    const std::size_t at = help.find(part);
    ASSERT_NE(at, std::string::npos) << part;
    EXPECT_GE(at, last) << part;
    last = at;
  }
  EXPECT_EQ(help.find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace gokeyctl::cli
