// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>

#include "gokeyctl/config.h"

namespace gokeyctl {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFolder = "gokey-manager";

// XDG Base Directory Specification 0.8: a value that is not absolute is to be ignored.
std::optional<fs::path> absolute_from(const char* variable) {
  const char* value = std::getenv(variable);
  if (value == nullptr || *value != '/') return std::nullopt;
  return fs::path(value);
}

fs::path base_folder(const char* variable, const char* below_home) {
  if (const auto given = absolute_from(variable)) return *given / kFolder;
  return absolute_from("HOME").value_or("/") / below_home / kFolder;
}

}  // namespace

Paths default_paths() {
  Paths paths;
  const fs::path config = base_folder("XDG_CONFIG_HOME", ".config");
  paths.config_file = config / "config.toml";
  paths.config_dropins = config / "config.d";
  paths.system_config_file = fs::path("/etc") / kFolder / "config.toml";
  paths.data = base_folder("XDG_DATA_HOME", ".local/share");
  paths.state = base_folder("XDG_STATE_HOME", ".local/state");
  paths.cache = base_folder("XDG_CACHE_HOME", ".cache");
  if (const auto runtime = absolute_from("XDG_RUNTIME_DIR")) paths.runtime = *runtime / kFolder;
  if (const char* given = std::getenv("GOKEY_CONFIG"); given != nullptr && *given != '\0')
    paths.config_file = given;
  return paths;
}

}  // namespace gokeyctl
