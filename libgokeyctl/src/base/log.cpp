// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gokeyctl/log.h"

#include <array>

#include "base/redact.h"
#include "base/time.h"

namespace gokeyctl {
namespace {

constexpr std::array<std::string_view, 6> kLevels{"off", "error", "warn", "info", "debug", "trace"};

bool needs_quotes(std::string_view value) {
  if (value.empty()) return true;
  for (const char c : value) {
    if (c <= ' ' || c == '"' || c == '\\' || c == '=' || c == '\x7F') return true;
  }
  return false;
}

// One event stays one line, whatever a value holds.
void append_value(std::string& line, std::string_view value) {
  if (!needs_quotes(value)) {
    line += value;
    return;
  }
  constexpr char kHex[] = "0123456789abcdef";
  line += '"';
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      line += '\\';
      line += c;
    } else if (c == '\n') {
      line += "\\n";
    } else if (byte < 0x20 || byte == 0x7F) {
      line += "\\x";
      line += kHex[byte >> 4];
      line += kHex[byte & 0xF];
    } else {
      line += c;
    }
  }
  line += '"';
}

}  // namespace

Result<LogLevel> parse_log_level(std::string_view word) {
  for (std::size_t i = 0; i < kLevels.size(); ++i) {
    if (kLevels[i] == word) return static_cast<LogLevel>(i);
  }
  return std::unexpected(Error{.code = Code::kUsage,
                               .message = say("log level '{}': not known", word),
                               .hint = say("use {}", "off, error, warn, info, debug, trace"),
                               .details = {},
                               .cause = nullptr});
}

void Log::event(LogLevel level, std::string_view name,
                std::initializer_list<LogField> fields) const {
  if (!enabled(level)) return;
  std::string line = base::rfc3339_ms(std::chrono::system_clock::now());
  line += ' ';
  line += kLevels[static_cast<std::size_t>(level)];
  line += ' ';
  line += name;
  for (const auto& [key, value] : fields) {
    line += ' ';
    line += key;
    line += '=';
    append_value(line, value);
  }
  sink_->write(level, base::redact_armour(std::move(line)));
}

}  // namespace gokeyctl
