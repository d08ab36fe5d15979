// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// gokeyctl log show, path
#include <algorithm>

#include <unistd.h>

#include "cli/commands/files.h"
#include "cli/commands/runners.h"

namespace gokeyctl::cli {
namespace {

constexpr std::uint32_t kDefaultLines = 100;
constexpr std::size_t kMostBytes = 2 * 1024 * 1024;  // the log is rotated at 1 MiB

std::string path_of(const Context& context) {
  return context.globals.log_file ? *context.globals.log_file : context.paths.log_file().string();
}

std::vector<std::string> last_lines(std::string_view text, std::size_t count) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (lines.size() > count)
    lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(count));
  return lines;
}

}  // namespace

Result<Reply> run_log_show(Context& context) {
  const std::string path = path_of(context);
  Reply reply;
  reply.data = {{"path", path}, {"lines", Json::array()}};
  reply.header = {"line"};
  if (access(path.c_str(), F_OK) != 0) {
    context.note(_("There is no log. To write one: gokeyctl config set log-level info"));
    return reply;
  }
  const Result<std::string> text = read_file(path, kMostBytes);
  if (!text) return std::unexpected(text.error());
  for (const std::string& line :
       last_lines(*text, context.inv.number("lines").value_or(kDefaultLines))) {
    reply.data["lines"].push_back(line);
    reply.rows.push_back({line});
    reply.human += sanitise(line) + "\n";
  }
  return reply;
}

Result<Reply> run_log_path(Context& context) {
  const std::string path = path_of(context);
  Reply reply;
  reply.data = {{"path", path}};
  reply.rows = {{path}};
  reply.header = {"path"};
  reply.human = sanitise(path) + "\n";
  return reply;
}

}  // namespace gokeyctl::cli
