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
constexpr unsigned kMaxIdle = 1440;
constexpr std::string_view kTruth = "true|false";

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
bool is_truth(std::string_view value) { return value == "true" || value == "false"; }
bool is_idle(std::string_view value) {
  if (value == "never") return true;
  unsigned minutes = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), minutes);
  return error == std::errc() && end == value.data() + value.size() && minutes >= 1 &&
         minutes <= kMaxIdle;
}
bool is_hold(std::string_view value) {
  constexpr std::string_view kHolds[] = {"1m", "10m", "1h", "8h", "screen-lock", "unplug"};
  return std::ranges::find(kHolds, value) != std::end(kHolds);
}

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
    {"lock-on-screen-lock", "App: lock every token when the screen locks", kTruth, "true"},
    {"lock-on-sleep", "App: lock every token before the computer sleeps", kTruth, "true"},
    {"lock-when-idle", "App: lock every token after so many minutes without input", "never|1-1440",
     "never"},
    {"keep-unlocked", "App: how long the unlock dialog proposes to keep a subkey unlocked",
     "1m|10m|1h|8h|screen-lock|unplug", "10m"},
    {"unlock-both", "App: the unlock dialog proposes signing and decryption together", kTruth,
     "false"},
    {"presence-show", "App: show who asks for your presence, and for how long", kTruth, "true"},
    {"presence-window",
     "App: ask in a window of its own when notifications are silenced (Do Not Disturb)", kTruth,
     "false"},
    {"presence-on-locked-screen", "App: show requests for presence while the screen is locked, too",
     kTruth, "false"},
    {"presence-sound", "App: play a sound with a request for presence", kTruth, "false"},
    {"tray-click-confirms", "App: a click on the tray icon confirms a request for presence", kTruth,
     "false"},
    {"keep-running", "App: keep running when the window is closed", kTruth, "true"},
    {"notify-locked", "App: tell when a token was locked by itself", kTruth, "true"},
    {"notify-unplugged", "App: tell when a token was unplugged while unlocked", kTruth, "true"},
    {"notify-presence-missed", "App: tell when nobody confirmed in time", kTruth, "true"},
    {"notify-attention", "App: tell when a token needs attention, or is new", kTruth, "true"},
    {"notify-before-lock", "App: tell one minute before a token locks", kTruth, "false"},
    {"global-shortcuts", "App: offer shortcuts that work everywhere to the desktop", kTruth,
     "false"},
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
    {kInfos[8], "", is_truth, true},
    {kInfos[9], "", is_truth, true},
    {kInfos[10], "", is_idle, false},
    {kInfos[11], "", is_hold, false},
    {kInfos[12], "", is_truth, true},
    {kInfos[13], "", is_truth, true},
    {kInfos[14], "", is_truth, true},
    {kInfos[15], "", is_truth, true},
    {kInfos[16], "", is_truth, true},
    {kInfos[17], "", is_truth, true},
    {kInfos[18], "", is_truth, true},
    {kInfos[19], "", is_truth, true},
    {kInfos[20], "", is_truth, true},
    {kInfos[21], "", is_truth, true},
    {kInfos[22], "", is_truth, true},
    {kInfos[23], "", is_truth, true},
    {kInfos[24], "", is_truth, true},
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
