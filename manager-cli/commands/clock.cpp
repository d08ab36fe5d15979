// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/clock.h"

#include <array>

namespace gokeyctl::cli {
namespace {

std::string format(const char* pattern, const std::tm& time) {
  std::array<char, 64> text{};
  return {text.data(), std::strftime(text.data(), text.size(), pattern, &time)};
}

}  // namespace

std::string local_time(std::time_t when) {
  std::tm time{};
  localtime_r(&when, &time);
  return format("%H:%M:%S %Z", time);
}

std::string utc_time(std::time_t when) {
  std::tm time{};
  gmtime_r(&when, &time);
  return format("%Y-%m-%dT%H:%M:%SZ", time);
}

}  // namespace gokeyctl::cli
