// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gokeyctl/config.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/file.h"
#include "config/settings.h"
#include "config/toml_text.h"
#include "gokeyctl/text.h"

namespace gokeyctl {
namespace {

namespace fs = std::filesystem;
using config::SettingRule;
using config::TomlItem;

constexpr std::size_t kMaxSize = 256 * 1024;
constexpr std::string_view kNicknames = "nicknames";
constexpr std::string_view kFixed = "fixed";
constexpr std::string_view kFixedOrigin = "fixed:";

// Collects what the sources say, the stronger ones first: what is there already stays.
class Loader {
 public:
  void environment() {
    for (const SettingInfo& info : setting_table()) {
      const SettingRule* rule = config::find_rule(info.key);
      if (rule->environment.empty()) continue;
      const std::string variable(rule->environment);
      const char* value = std::getenv(variable.c_str());
      if (value == nullptr || *value == '\0') continue;
      if (rule->accepts(value)) {
        if (std::ranges::find(settings, info.key, &Setting::key) != settings.end()) continue;
        settings.push_back({std::string(info.key), value, "env:" + variable});
      } else {
        warnings.push_back({variable, 0, not_accepted(info, value)});
      }
    }
  }

  void file(const fs::path& path) {
    for (const TomlItem& item : items_of(path)) take(path, item);
  }

  // The table [fixed] of the system file stands above everything: what the administrator fixed.
  void system_file(const fs::path& path) {
    system_ = items_of(path);
    for (const TomlItem& item : system_) {
      if (item.table == kFixed) store(path, item, kFixedOrigin);
    }
  }
  void system_defaults(const fs::path& path) {
    for (const TomlItem& item : system_) {
      if (item.table != kFixed) take(path, item);
    }
  }

  void dropins(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
      if (it->path().extension() == ".toml") files.push_back(it->path());
    }
    std::ranges::sort(files, std::ranges::greater{});  // the last by name is the strongest
    for (const fs::path& path : files) file(path);
  }

  std::vector<Setting> settings;
  std::vector<std::pair<std::string, std::string>> nicknames;
  std::vector<ConfigWarning> warnings;

 private:
  std::vector<TomlItem> items_of(const fs::path& path) {
    const auto read = base::read_file(path, kMaxSize);
    if (!read) {
      warnings.push_back({path.string(), 0, read.error().message});
      return {};
    }
    const std::optional<std::string>& text = *read;
    if (!text) return {};
    auto items = config::read_toml(*text);
    if (!items) {
      warnings.push_back(
          {path.string(), items.error().line, say("not TOML: {}", items.error().message)});
      return {};
    }
    return std::move(*items);
  }

  static Sentence not_accepted(const SettingInfo& info, std::string_view value) {
    return say("'{}' cannot be '{}': {}", info.key, printable(value, 60), info.values);
  }

  void take(const fs::path& path, const TomlItem& item) {
    if (item.table == kNicknames) {
      if (item.kind != TomlItem::Kind::kText)
        return warn(path, item, say("a nickname must name a token as text"));
      const bool there = std::ranges::any_of(
          nicknames, [&](const auto& known) { return known.first == item.key; });
      if (!there) nicknames.emplace_back(item.key, item.value);
      return;
    }
    if (!item.table.empty()) {
      return warn(path, item,
                  say("unknown setting '{}'", printable(item.table + "." + item.key, 60)));
    }
    store(path, item, "file:");
  }

  void store(const fs::path& path, const TomlItem& item, std::string_view origin) {
    const SettingRule* rule = config::find_rule(item.key);
    if (rule == nullptr)
      return warn(path, item, say("unknown setting '{}'", printable(item.key, 60)));
    if (item.kind == TomlItem::Kind::kOther || !rule->accepts(item.value)) {
      return warn(path, item, not_accepted(rule->info, item.value));
    }
    if (std::ranges::find(settings, item.key, &Setting::key) != settings.end()) return;
    settings.push_back({item.key, item.value,
                        std::string(origin) + path.string() + ":" + std::to_string(item.line)});
  }

  void warn(const fs::path& path, const TomlItem& item, Sentence message) {
    warnings.push_back({path.string(), item.line, std::move(message)});
  }

  std::vector<TomlItem> system_;
};

Error usage(Sentence message, Sentence hint) {
  return Error{.code = Code::kUsage,
               .message = std::move(message),
               .hint = std::move(hint),
               .details = {},
               .cause = nullptr};
}

Result<const SettingRule*> known(std::string_view key) {
  if (const SettingRule* rule = config::find_rule(key)) return rule;
  return std::unexpected(
      usage(say("setting '{}': not known", printable(key, 60)), "gokeyctl config list"));
}

Error fixed(std::string_view key) {
  return Error{.code = Code::kNoPermission,
               .message = say("setting '{}': fixed by your administrator", key),
               .hint = {},
               .details = {{"reason", "fixed"}},
               .cause = nullptr};
}

Result<std::string> user_file(const fs::path& path) {
  auto text = base::read_file(path, kMaxSize);
  if (!text) return std::unexpected(std::move(text).error());
  return std::move(*text).value_or("");
}

}  // namespace

Config Config::load(const Paths& paths) {
  Loader loader;
  loader.system_file(paths.system_config_file);
  loader.environment();
  loader.file(paths.config_file);
  loader.dropins(paths.config_dropins);
  loader.system_defaults(paths.system_config_file);
  Config config;
  config.paths_ = paths;
  config.settings_ = std::move(loader.settings);
  config.nicknames_ = std::move(loader.nicknames);
  config.warnings_ = std::move(loader.warnings);
  return config;
}

std::string Config::get(std::string_view key) const {
  const auto found = std::ranges::find(settings_, key, &Setting::key);
  if (found != settings_.end()) return found->value;
  const SettingRule* rule = config::find_rule(key);
  return rule == nullptr ? std::string() : std::string(rule->info.fallback);
}

std::vector<Setting> Config::list() const {
  std::vector<Setting> all;
  for (const SettingInfo& info : setting_table()) {
    const auto found = std::ranges::find(settings_, info.key, &Setting::key);
    all.push_back(found != settings_.end()
                      ? *found
                      : Setting{std::string(info.key), std::string(info.fallback), "default"});
  }
  return all;
}

bool Config::is_fixed(std::string_view key) const {
  const auto found = std::ranges::find(settings_, key, &Setting::key);
  return found != settings_.end() && found->origin.starts_with(kFixedOrigin);
}

Result<void> Config::set(std::string_view key, std::string_view value) {
  const auto rule = known(key);
  if (!rule) return std::unexpected(rule.error());
  if (!(*rule)->accepts(value)) {
    return std::unexpected(usage(say("setting '{}': cannot be '{}'", key, printable(value, 60)),
                                 say("it takes {}", (*rule)->info.values)));
  }
  if (is_fixed(key)) return std::unexpected(fixed(key));
  const auto lock = base::FileLock::take(paths_.config_file.string() + ".lock");
  if (!lock) return std::unexpected(lock.error());
  const auto text = user_file(paths_.config_file);
  if (!text) return std::unexpected(text.error());
  const std::string literal = (*rule)->is_bare ? std::string(value) : config::quote_toml(value);
  const auto changed = config::set_in_toml(*text, key, literal);
  if (!changed) return std::unexpected(changed.error());
  if (auto written = base::write_file(paths_.config_file, *changed); !written) return written;
  *this = load(paths_);
  return {};
}

Result<void> Config::unset(std::string_view key) {
  if (const auto rule = known(key); !rule) return std::unexpected(rule.error());
  const auto lock = base::FileLock::take(paths_.config_file.string() + ".lock");
  if (!lock) return std::unexpected(lock.error());
  const auto text = user_file(paths_.config_file);
  if (!text) return std::unexpected(text.error());
  const auto changed = config::unset_in_toml(*text, key);
  if (!changed) return std::unexpected(changed.error());
  if (*changed == *text) return {};
  if (auto written = base::write_file(paths_.config_file, *changed); !written) return written;
  *this = load(paths_);
  return {};
}

std::optional<std::string> Config::nickname(std::string_view nick) const {
  for (const auto& [name, token] : nicknames_) {
    if (name == nick) return token;
  }
  return std::nullopt;
}

}  // namespace gokeyctl
