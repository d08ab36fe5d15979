// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/render/presence.h"

#include "cli/front/text.h"
#include "gokeyctl/fido.h"

namespace gokeyctl::cli {
namespace {

constexpr std::size_t kHashDigits = 64;
constexpr std::size_t kShownDigits = 8;

bool is_hash(const std::string& application) {
  return application.size() == kHashDigits &&
         application.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}  // namespace

std::string who_asks(const std::optional<TokenStatus::Presence>& presence) {
  if (!presence || presence->application.empty()) return _("somebody");
  const std::string& application = presence->application;
  const std::optional<std::string> site = site_name(application);
  if (is_hash(application)) {
    return site ? *site
                : fill(_("an application that is not known ({}…)"),
                       {application.substr(0, kShownDigits)});
  }
  return site ? fill("{} ({})", {*site, application}) : sanitise(application);
}

Json presence_json(const std::optional<TokenStatus::Presence>& presence) {
  if (!presence) return nullptr;
  const std::optional<std::string> site = site_name(presence->application);
  return {{"application", presence->application},
          {"site", site ? Json(*site) : Json(nullptr)},
          {"seconds_left", presence->seconds_left}};
}

std::string presence_line(const ConsoleEvent& event) {
  if (event.name == "presence-requested") {
    const std::uint32_t left = event.presence ? event.presence->seconds_left : 0;
    std::string line = fill(_("{} asks for presence"), {who_asks(event.presence)});
    if (left > 0) line += fill(_(", {} s left"), {left});
    return line + _("; to confirm: gokeyctl confirm");
  }
  if (event.name == "presence-confirmed") return _("presence confirmed");
  if (event.name == "presence-timeout") return _("nobody confirmed in time");
  if (event.name == "presence-cancelled") return _("whoever asked has given up");
  return "";
}

}  // namespace gokeyctl::cli
