// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "config/settings.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/host_port.h"
#include "gokeyctl/log.h"

namespace gokeyctl {
namespace config {
namespace {

constexpr unsigned kMaxTimeout = 3600;

bool is_text(std::string_view value) {
  return !value.empty() &&
         std::ranges::none_of(value, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}
bool is_endpoint(std::string_view value) { return base::parse_host_port(value, 22).has_value(); }
bool is_choice(std::string_view value) {
  return value == "auto" || value == "always" || value == "never";
}
bool is_seconds(std::string_view value) {
  unsigned seconds = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
  return error == std::errc() && end == value.data() + value.size() && seconds >= 1 &&
         seconds <= kMaxTimeout;
}
bool is_level(std::string_view value) { return parse_log_level(value).has_value(); }

constexpr SettingInfo kInfos[] = {
    {"device",
     "Token to use when several are known: serial prefix, nickname, usb:PORT or "
     "console:HOST[:PORT]",
     "text", ""},
    {"identity", "SSH private key for the console when no agent holds one", "path", ""},
    {"console", "Address of the console when no token is named", "HOST[:PORT]", "10.0.0.10:22"},
    {"pinentry", "Ask for passphrases with pinentry", "auto|always|never", "auto"},
    {"pinentry-program", "The pinentry to run", "path", ""},
    {"color", "Colour in the output", "auto|always|never", "auto"},
    {"timeout", "Longest wait for one step", "seconds", "10"},
    {"log-level", "What goes to the log file", "off|error|warn|info|debug|trace", "off"},
};

constexpr SettingRule kRules[] = {
    {kInfos[0], "GOKEY_DEVICE", is_text, false},
    {kInfos[1], "GOKEY_IDENTITY", is_text, false},
    {kInfos[2], "", is_endpoint, false},
    {kInfos[3], "", is_choice, false},
    {kInfos[4], "", is_text, false},
    {kInfos[5], "", is_choice, false},
    {kInfos[6], "", is_seconds, true},
    {kInfos[7], "GOKEY_LOG", is_level, false},
};
static_assert(std::size(kInfos) == std::size(kRules));

}  // namespace

const SettingRule* find_rule(std::string_view key) {
  const auto found =
      std::ranges::find(kRules, key, [](const SettingRule& rule) { return rule.info.key; });
  return found == std::end(kRules) ? nullptr : found;
}

}  // namespace config

std::span<const SettingInfo> setting_table() { return config::kInfos; }

}  // namespace gokeyctl
