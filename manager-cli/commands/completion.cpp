// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// gokeyctl completion, and the hidden commands behind completions and generated files
#include <filesystem>
#include <set>

#include "cli/commands/files.h"
#include "cli/commands/runners.h"
#include "cli/generate/generate.h"
#include "gokeyctl/trust.h"

namespace gokeyctl::cli {
namespace {

// What --device takes for the tokens that are known: files only, no device.
std::set<std::string> device_words(const Context& context) {
  std::set<std::string> words;
  for (const auto& [nick, token] : context.config.nicknames()) words.insert(nick);
  const Result<TrustStore> trust = TrustStore::open(context.paths.known_tokens());
  if (!trust) return words;
  for (const TrustEntry& entry : trust->entries()) {
    if (!entry.serial.empty()) {
      words.insert(entry.serial);
    } else if (!entry.endpoint.starts_with("usb:")) {
      words.insert("console:" + entry.endpoint);
    }
  }
  return words;
}

std::set<std::string> endpoint_words(const Context& context) {
  std::set<std::string> words;
  const Result<TrustStore> trust = TrustStore::open(context.paths.known_tokens());
  if (!trust) return words;
  for (const TrustEntry& entry : trust->entries()) {
    words.insert(entry.endpoint);
    if (!entry.serial.empty()) words.insert(entry.serial);
  }
  return words;
}

std::set<std::string> setting_words() {
  std::set<std::string> words;
  for (const SettingInfo& setting : setting_table()) words.emplace(setting.key);
  return words;
}

}  // namespace

Result<Reply> run_completion(Context& context) {
  const std::string shell = context.inv.argument(0).value_or("");
  const std::string script = shell == "bash"  ? bash_completion()
                             : shell == "zsh" ? zsh_completion()
                                              : fish_completion();
  Reply reply;
  reply.data = {{"shell", shell}, {"script", script}};
  reply.human = script;
  // A script is the same in every format but JSON: its lines must stay as they are.
  if (context.globals.format != Format::kPlain) return reply;
  write_out(script);
  reply.printed = true;
  return reply;
}

Result<Reply> run_complete(Context& context) {
  const std::string kind = context.inv.argument(0).value_or("");
  const std::set<std::string> words = kind == "device"     ? device_words(context)
                                      : kind == "endpoint" ? endpoint_words(context)
                                                           : setting_words();
  Reply reply;
  reply.data = {{"words", words}};
  for (const std::string& word : words) {
    reply.rows.push_back({word});
    reply.human += sanitise(word) + "\n";
  }
  return reply;
}

Result<Reply> run_generate(Context& context) {
  namespace fs = std::filesystem;
  const fs::path folder = context.inv.argument(0).value_or("");
  Reply reply;
  reply.data = {{"files", Json::array()}};
  for (const GeneratedFile& file : generate_all()) {
    const fs::path path = folder / file.path;
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (Result<void> written = write_file(path.string(), file.content); !written)
      return std::unexpected(written.error());
    reply.data["files"].push_back(file.path);
    reply.rows.push_back({file.path});
  }
  return reply;
}

}  // namespace gokeyctl::cli
