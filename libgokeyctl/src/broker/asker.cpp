// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "broker/asker.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "base/file.h"
#include "gokeyctl/text.h"

namespace gokeyctl::broker {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxName = 64;

bool holds(const fs::path& process, const std::string& node) {
  std::error_code ignored;
  for (const fs::directory_entry& fd : fs::directory_iterator(process / "fd", ignored)) {
    if (fs::read_symlink(fd.path(), ignored) == node) return true;
  }
  return false;
}

}  // namespace

std::optional<std::string> asker_of(const std::string& node) {
  std::optional<std::string> found;
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator("/proc", ignored)) {
    const std::string pid = entry.path().filename();
    if (!std::ranges::all_of(pid, [](char c) { return c >= '0' && c <= '9'; })) continue;
    if (!holds(entry.path(), node)) continue;
    if (found) return std::nullopt;
    const auto name = base::read_file(entry.path() / "comm", 4096);
    std::string text = name && *name ? printable(**name, kMaxName) : std::string();
    while (text.ends_with('\n') || text.ends_with(' ')) text.pop_back();
    if (text.empty()) return std::nullopt;
    found = std::move(text);
  }
  return found;
}

}  // namespace gokeyctl::broker
