// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "config/toml_text.h"

#include <algorithm>
#include <optional>
#include <utility>

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#define TOML_ENABLE_UNRELEASED_FEATURES 0
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wshadow"
#include <toml++/toml.h>
#pragma GCC diagnostic pop

#include "gokeyctl/text.h"

namespace gokeyctl::config {
namespace {

constexpr std::string_view kBlank = " \t";

TomlItem item_of(std::string table, std::string_view key, const toml::node& node) {
  TomlItem item;
  item.table = std::move(table);
  item.key = key;
  item.line = static_cast<int>(node.source().begin.line);
  if (const auto text = node.value_exact<std::string>()) {
    item.value = *text;
    item.kind = TomlItem::Kind::kText;
  } else if (const auto number = node.value_exact<std::int64_t>()) {
    item.value = std::to_string(*number);
    item.kind = TomlItem::Kind::kNumber;
  }
  return item;
}

Error refusal(std::string_view key, std::string_view why) {
  return Error{
      .code = Code::kFailed,
      .message = "change '" + printable(key) + "' in the configuration file: " + std::string(why),
      .hint = "edit the file by hand",
      .details = {{"reason", "config-edit"}},
      .cause = nullptr};
}

Result<toml::table> parse(std::string_view text, std::string_view key) {
  toml::parse_result parsed = toml::parse(text);
  if (parsed) return std::move(parsed).table();
  return std::unexpected(
      refusal(key, "line " + std::to_string(parsed.error().source().begin.line) + " is not TOML"));
}

struct Lines {
  explicit Lines(std::string_view text) {
    while (!text.empty()) {
      const auto end = text.find('\n');
      const auto size = end == std::string_view::npos ? text.size() : end + 1;
      lines.emplace_back(text.substr(0, size));
      text.remove_prefix(size);
    }
  }
  [[nodiscard]] std::string text() const {
    std::string out;
    for (const std::string& line : lines) out += line;
    return out;
  }
  std::vector<std::string> lines;  // each with its line end
};

// The line that says "key = value" and nothing else but a comment.
Result<std::size_t> line_of(const toml::table& table, const Lines& lines, std::string_view key) {
  const toml::node& node = *table.get(key);
  const toml::source_region& region = node.source();
  const auto index = static_cast<std::size_t>(region.begin.line) - 1;
  if (region.begin.line != region.end.line || index >= lines.lines.size()) {
    return std::unexpected(refusal(key, "its value takes several lines"));
  }
  const std::string& line = lines.lines[index];
  const auto start = line.find_first_not_of(kBlank);
  const auto after =
      start == std::string::npos ? start : line.find_first_not_of(kBlank, start + key.size());
  if (start == std::string::npos || !std::string_view(line).substr(start).starts_with(key) ||
      after == std::string::npos || line[after] != '=') {
    return std::unexpected(
        refusal(key, "line " + std::to_string(index + 1) + " is not of the form 'key = value'"));
  }
  return index;
}

// End of the value that starts at `begin`: of a string its closing quote, of others the last
// character before a comment.
std::size_t value_end(std::string_view line, std::size_t begin) {
  const char quote = line[begin];
  std::size_t at = begin + 1;
  if (quote == '"' || quote == '\'') {
    for (; at < line.size() && line[at] != quote; ++at) {
      if (quote == '"' && line[at] == '\\') ++at;
    }
    return std::min(at + 1, line.size());
  }
  while (at < line.size() && line[at] != '#' && line[at] != '\n' && line[at] != '\r') ++at;
  while (at > begin && kBlank.find(line[at - 1]) != std::string_view::npos) --at;
  return at;
}

std::string with_value(std::string line, std::string_view literal) {
  const auto begin = line.find_first_not_of(kBlank, line.find('=') + 1);
  line.replace(begin, value_end(line, begin) - begin, literal);
  return line;
}

// Before the first table: behind the last setting there, else behind the comments the file begins
// with.
void insert(Lines& lines, std::string new_line) {
  std::size_t at = 0;
  bool seen_setting = false;
  for (std::size_t i = 0; i < lines.lines.size(); ++i) {
    const std::string& line = lines.lines[i];
    const auto start = line.find_first_not_of(" \t\r\n");
    if (start != std::string::npos && line[start] == '[') break;
    const bool setting = start != std::string::npos && line[start] != '#';
    if (setting || (!seen_setting && start != std::string::npos && at == i)) at = i + 1;
    seen_setting = seen_setting || setting;
  }
  if (at > 0 && !lines.lines[at - 1].ends_with('\n')) lines.lines[at - 1] += '\n';
  lines.lines.insert(lines.lines.begin() + static_cast<std::ptrdiff_t>(at), std::move(new_line));
}

// Everything but `key` is as before, and `key` is `wanted` or gone.
bool proven(toml::table before, std::string_view after_text, std::string_view key,
            std::string_view literal) {
  toml::parse_result parsed = toml::parse(after_text);
  if (!parsed) return false;
  toml::table after = std::move(parsed).table();
  if (literal.empty() == after.contains(key)) return false;
  if (!literal.empty()) {
    const toml::parse_result wanted = toml::parse("value = " + std::string(literal));
    if (!wanted) return false;
    const toml::node& want = *wanted.table().get("value");
    const toml::node& have = *after.get(key);
    if (want.value_exact<std::string>() != have.value_exact<std::string>()) return false;
    if (want.value_exact<std::int64_t>() != have.value_exact<std::int64_t>()) return false;
  }
  before.erase(key);
  after.erase(key);
  return before == after;
}

Result<std::string> checked(std::string text, const toml::table& before, std::string_view key,
                            std::string_view literal) {
  if (proven(before, text, key, literal)) return text;
  return std::unexpected(refusal(key, "the change would touch other settings"));
}

}  // namespace

std::expected<std::vector<TomlItem>, TomlFailure> read_toml(std::string_view text) {
  const toml::parse_result parsed = toml::parse(text);
  if (!parsed) {
    return std::unexpected(TomlFailure{static_cast<int>(parsed.error().source().begin.line),
                                       printable(parsed.error().description())});
  }
  std::vector<TomlItem> items;
  for (const auto& [key, node] : parsed.table()) {
    const toml::table* table = node.as_table();
    if (table == nullptr) {
      items.push_back(item_of("", key.str(), node));
      continue;
    }
    for (const auto& [inner, value] : *table)
      items.push_back(item_of(std::string(key.str()), inner.str(), value));
  }
  return items;
}

Result<std::string> set_in_toml(std::string_view text, std::string_view key,
                                std::string_view literal) {
  const Result<toml::table> table = parse(text, key);
  if (!table) return std::unexpected(table.error());
  Lines lines(text);
  if (table->contains(key)) {
    const Result<std::size_t> at = line_of(*table, lines, key);
    if (!at) return std::unexpected(at.error());
    lines.lines[*at] = with_value(std::move(lines.lines[*at]), literal);
  } else {
    insert(lines, std::string(key) + " = " + std::string(literal) + "\n");
  }
  return checked(lines.text(), *table, key, literal);
}

Result<std::string> unset_in_toml(std::string_view text, std::string_view key) {
  const Result<toml::table> table = parse(text, key);
  if (!table) return std::unexpected(table.error());
  if (!table->contains(key)) return std::string(text);
  Lines lines(text);
  const Result<std::size_t> at = line_of(*table, lines, key);
  if (!at) return std::unexpected(at.error());
  lines.lines.erase(lines.lines.begin() + static_cast<std::ptrdiff_t>(*at));
  return checked(lines.text(), *table, key, "");
}

std::string quote_toml(std::string_view value) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out = "\"";
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      out += "\\u00";
      out += kHex[byte >> 4];
      out += kHex[byte & 0xF];
    } else {
      out += c;
    }
  }
  return out + '"';
}

}  // namespace gokeyctl::config
