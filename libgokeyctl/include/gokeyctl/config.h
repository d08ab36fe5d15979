// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Settings from flags, environment, TOML files and defaults, each with its origin.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gokeyctl/error.h"
#include "gokeyctl/export.h"

namespace gokeyctl {

// Where things lie (XDG base directories, folder gokey-manager).
struct Paths {
  std::filesystem::path config_file, config_dropins, system_config_file;
  std::filesystem::path data, state, cache;
  std::optional<std::filesystem::path> runtime;  // absent without XDG_RUNTIME_DIR
  [[nodiscard]] std::filesystem::path known_tokens() const { return data / "known-tokens.json"; }
  [[nodiscard]] std::filesystem::path log_file() const { return state / "log"; }
};
[[nodiscard]] GOKEYCTL_API Paths default_paths();

struct SettingInfo {
  std::string_view key;  // "identity", "pinentry", …
  std::string_view summary;
  std::string_view values;    // "auto|always|never", "path", "seconds"
  std::string_view fallback;  // default
};
// Every setting there is.
[[nodiscard]] GOKEYCTL_API std::span<const SettingInfo> setting_table();

struct Setting {
  std::string key, value;
  // "default", "env:GOKEY_DEVICE", "file:/home/…/config.toml:3", "fixed:/etc/…/config.toml:9"
  std::string origin;
};

struct ConfigWarning {
  std::string file;
  int line = 0;
  Sentence message;
};

class GOKEYCTL_API Config {
 public:
  // Never fails: a broken file is a warning and the defaults apply.
  [[nodiscard]] static Config load(const Paths& paths);

  [[nodiscard]] std::string get(
      std::string_view key) const;  // of the table; its default when unset
  [[nodiscard]] std::vector<Setting> list() const;
  [[nodiscard]] const std::vector<ConfigWarning>& warnings() const { return warnings_; }
  // The administrator set it in the table [fixed] of the system's file: nothing overrides it.
  [[nodiscard]] bool is_fixed(std::string_view key) const;
  // Changes the user's file, keeping its other content; atomic, 0600. kUsage for an unknown key or
  // value; kNoPermission for a fixed one; a file that does not parse is refused and left as it is.
  [[nodiscard]] Result<void> set(std::string_view key, std::string_view value);
  [[nodiscard]] Result<void> unset(std::string_view key);
  // Nickname → serial prefix or endpoint, from the [nicknames] table.
  [[nodiscard]] std::optional<std::string> nickname(std::string_view nick) const;
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& nicknames() const {
    return nicknames_;
  }

 private:
  Paths paths_;
  std::vector<Setting> settings_;
  std::vector<std::pair<std::string, std::string>> nicknames_;
  std::vector<ConfigWarning> warnings_;
};

}  // namespace gokeyctl
