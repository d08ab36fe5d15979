// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/render/broker.h"

#include "cli/front/text.h"
#include "cli/render/status.h"

namespace gokeyctl::cli {
namespace {

std::string end_words(const BrokerToken::Held& held) {
  switch (held.kind) {
    case Hold::Kind::kFor:
      return fill(_("until {}"), {held.until.value_or("?")});
    case Hold::Kind::kUntilScreenLock:
      return _("until the screen locks");
    case Hold::Kind::kUntilLocked:
    case Hold::Kind::kUntilUnplugged:
      return _("until locked or unplugged");
  }
  return "";
}

std::string token_words(const BrokerToken& token) {
  if (!token.attached) return _("known, not attached");
  if (token.problem) return token.problem->message;
  if (token.presented)
    return fill(_("its host key is not known yet: {}"), {token.presented->fingerprint});
  if (token.connecting || !token.status) return _("connecting");
  return state_words(*token.status);
}

}  // namespace

Json broker_json(const BrokerInfo& info, const std::vector<BrokerToken>& tokens) {
  Json list = Json::array();
  for (const BrokerToken& token : tokens) list.push_back(Json::parse(to_json(token)));
  return {{"pid", info.pid},
          {"version", info.version},
          {"since", info.since},
          {"clients", info.clients},
          {"tokens", std::move(list)}};
}

std::vector<std::string> broker_row(const BrokerToken& token) {
  return {token.id, token.nickname.value_or(""), std::string(name(token.state)),
          token.endpoint ? token.endpoint->text() : "", token.as_of.value_or("")};
}

std::string broker_page(const BrokerInfo& info, const std::vector<BrokerToken>& tokens) {
  std::string page = fill(_("The broker runs since {} (process {}, version {})\n"),
                          {sanitise(info.since), info.pid, sanitise(info.version)});
  if (tokens.empty()) page += _("It has no token to look after\n");
  for (const BrokerToken& token : tokens) {
    const std::string label = token.nickname ? *token.nickname + " (" + token.id + ")" : token.id;
    page += fill("{}: {}\n", {sanitise(label), sanitise(token_words(token))});
    for (const BrokerToken::Held& held : token.held)
      page += fill(_("  {} unlocked {}\n"), {short_name(held.use), end_words(held)});
  }
  return page;
}

}  // namespace gokeyctl::cli
