// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// gokeyctl config get, set, unset, list, path
#include <algorithm>

#include "cli/commands/runners.h"

namespace gokeyctl::cli {
namespace {

std::string key_of(const Context& context) { return context.inv.argument(0).value_or(""); }

Result<Setting> find(const Context& context, const std::string& key) {
  for (const Setting& setting : context.config.list()) {
    if (setting.key == key) return setting;
  }
  return fail(Code::kUsage, fill(_("there is no setting '{}'"), {key}),
              _("'gokeyctl config list' names them all"));
}

Json json_of(const Setting& setting) {
  return {{"key", setting.key},
          {"value", setting.value.empty() ? Json(nullptr) : Json(setting.value)},
          {"origin", setting.origin}};
}

Result<Reply> changed(Context& context, const std::string& key, const char* pattern) {
  const Result<Setting> now = find(context, key);
  if (!now) return std::unexpected(now.error());
  Reply reply;
  reply.action = true;
  reply.data = json_of(*now);
  reply.rows = {{now->key, now->value, now->origin}};
  reply.header = {"key", "value", "origin"};
  reply.human = fill(pattern, {key, now->value, context.paths.config_file.string()});
  return reply;
}

}  // namespace

Result<Reply> run_config_get(Context& context) {
  const Result<Setting> setting = find(context, key_of(context));
  if (!setting) return std::unexpected(setting.error());
  Reply reply;
  reply.data = json_of(*setting);
  reply.rows = {{setting->value}};
  reply.header = {"value"};
  reply.human = sanitise(setting->value) + "\n";
  return reply;
}

Result<Reply> run_config_set(Context& context) {
  const std::string key = key_of(context);
  if (Result<void> set = context.config.set(key, context.inv.argument(1).value_or("")); !set) {
    return std::unexpected(set.error());
  }
  context.config = Config::load(context.paths);
  return changed(context, key, _("{1} is now {2} ({3})\n"));
}

Result<Reply> run_config_unset(Context& context) {
  const std::string key = key_of(context);
  if (Result<void> unset = context.config.unset(key); !unset) return std::unexpected(unset.error());
  context.config = Config::load(context.paths);
  return changed(context, key, _("{1} is no longer set in {3}\n"));
}

Result<Reply> run_config_list(Context& context) {
  const bool origin = context.inv.flag("origin");
  Reply reply;
  reply.data = {{"settings", Json::array()}};
  reply.header = {"key", "value", "origin"};
  for (const Setting& setting : context.config.list()) {
    reply.data["settings"].push_back(json_of(setting));
    reply.rows.push_back({setting.key, setting.value, setting.origin});
    const std::string value =
        setting.value.empty() ? std::string(_("(none)")) : sanitise(setting.value);
    reply.human += pad(setting.key, 18) + value;
    if (origin) reply.human += fill("  {}", {context.out.dim(setting.origin)});
    reply.human += '\n';
  }
  return reply;
}

Result<Reply> run_config_path(Context& context) {
  const std::string path = context.paths.config_file.string();
  Reply reply;
  reply.data = {{"path", path}};
  reply.rows = {{path}};
  reply.header = {"path"};
  reply.human = sanitise(path) + "\n";
  return reply;
}

}  // namespace gokeyctl::cli
