// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "base/time.h"

#include <cstdio>
#include <string_view>

namespace gokeyctl::base {
namespace {

std::string format(std::chrono::system_clock::time_point time, std::string_view fraction) {
  using std::chrono::floor;
  const auto day = floor<std::chrono::days>(time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(floor<std::chrono::seconds>(time - day));
  char text[48];
  std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d%.*sZ",
                static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
                static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()), static_cast<int>(fraction.size()),
                fraction.data());
  return text;
}

}  // namespace

std::string rfc3339(std::chrono::system_clock::time_point time) { return format(time, ""); }

std::string rfc3339_ms(std::chrono::system_clock::time_point time) {
  const auto rest = time - std::chrono::floor<std::chrono::seconds>(time);
  const auto ms = std::chrono::floor<std::chrono::milliseconds>(rest).count();
  char fraction[8];
  std::snprintf(fraction, sizeof fraction, ".%03d", static_cast<int>(ms));
  return format(time, fraction);
}

}  // namespace gokeyctl::base
