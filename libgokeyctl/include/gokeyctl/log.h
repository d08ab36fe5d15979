// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The log: events with fields, off by default, redacted by type (a Secret cannot be a field) and by
// a last scrub for armoured key blocks.
#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "gokeyctl/error.h"
#include "gokeyctl/export.h"

namespace gokeyctl {

enum class LogLevel : std::uint8_t { kOff, kError, kWarn, kInfo, kDebug, kTrace };
[[nodiscard]] GOKEYCTL_API Result<LogLevel> parse_log_level(std::string_view word);

using LogField = std::pair<std::string_view, std::string>;

class GOKEYCTL_API LogSink {
 public:
  virtual ~LogSink() = default;
  virtual void write(LogLevel level, std::string_view line) = 0;
};

// A file of at most 1 MiB, rotated five times, mode 0600.
[[nodiscard]] GOKEYCTL_API Result<std::shared_ptr<LogSink>> open_log_file(
    const std::filesystem::path& file);

// Passed to what logs; copies share the sink. A default-made one is off.
class GOKEYCTL_API Log {
 public:
  Log() = default;
  Log(std::shared_ptr<LogSink> sink, LogLevel level) : sink_(std::move(sink)), level_(level) {}
  [[nodiscard]] bool enabled(LogLevel level) const { return sink_ != nullptr && level <= level_; }
  void event(LogLevel level, std::string_view name,
             std::initializer_list<LogField> fields = {}) const;

 private:
  std::shared_ptr<LogSink> sink_;
  LogLevel level_ = LogLevel::kOff;
};

}  // namespace gokeyctl
