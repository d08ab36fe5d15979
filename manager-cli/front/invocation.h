// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// A command line after parsing.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/front/table.h"

namespace gokeyctl::cli {

enum class Format : std::uint8_t { kHuman, kPlain, kJson };
enum class ColorMode : std::uint8_t { kAuto, kAlways, kNever };

// What the global options say, each absent or false where it was not given.
struct Globals {
  std::optional<std::string> device, config, log_file, identity;
  bool all = false;
  bool wait = false;
  std::optional<std::chrono::seconds> wait_limit;  // of --wait=SECONDS
  std::optional<std::chrono::seconds> timeout;
  Format format = Format::kHuman;
  ColorMode color = ColorMode::kAuto;
  bool header = false;
  bool quiet = false;
  unsigned verbose = 0;
  bool no_input = false;
  bool yes = false;
  bool trust_new = false;
};

struct Invocation {
  const CommandInfo* command = nullptr;  // null: no command, only --version or --help
  Globals globals;
  bool help = false;
  bool version = false;
  bool dry_run = false;
  std::vector<std::string> arguments;
  std::map<std::string, std::string, std::less<>>
      options;  // the command's own; a flag's value is empty, several values are lines

  [[nodiscard]] bool flag(std::string_view option) const {
    return options.find(option) != options.end();
  }
  [[nodiscard]] std::optional<std::string> value(std::string_view option) const {
    const auto found = options.find(option);
    return found == options.end() ? std::nullopt : std::optional(found->second);
  }
  // Every value of an option that may be given several times.
  [[nodiscard]] std::vector<std::string> values(std::string_view option) const;
  // A number the parser has checked.
  [[nodiscard]] std::optional<std::uint32_t> number(std::string_view option) const;
  [[nodiscard]] std::optional<std::string> argument(std::size_t index) const {
    return index < arguments.size() ? std::optional(arguments[index]) : std::nullopt;
  }
};

}  // namespace gokeyctl::cli
