// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// gokeyctl list
#include "cli/commands/runners.h"
#include "cli/commands/target.h"

namespace gokeyctl::cli {
namespace {

struct Line {
  KnownToken token;
  std::optional<std::string> nickname;
  const TrustEntry* trust = nullptr;
  const char* state = "known";  // attached, busy, known
};

const char* state_of(const KnownToken& token) {
  if (!token.reader) return "known";
  return token.reader->exclusive ? "busy" : "attached";
}

std::string state_words(const Line& line) {
  const std::string_view state = line.state;
  if (state == "busy") return _("attached, held by another program");
  return state == "attached" ? _("attached") : _("known");
}

std::string trust_words(const TrustEntry& entry) {
  switch (entry.trust) {
    case TrustClass::kStrict:
      return _("strict");
    case TrustClass::kTofu:
      return _("tofu");
    case TrustClass::kPerBoot:
      return _("per-boot");
  }
  return "";
}

Json optional_json(const std::optional<std::string>& text) {
  return text ? Json(*text) : Json(nullptr);
}

Json json_of(const Line& line) {
  const bool has_serial = !line.token.serial.empty();
  return {{"serial", has_serial ? Json(line.token.serial) : Json(nullptr)},
          {"nickname", optional_json(line.nickname)},
          {"state", line.state},
          {"endpoint", line.token.endpoint ? Json(line.token.endpoint->text()) : Json(nullptr)},
          {"reader", line.token.reader ? Json(line.token.reader->name) : Json(nullptr)},
          {"trust", line.trust != nullptr ? Json(name(line.trust->trust)) : Json(nullptr)},
          {"host_key", line.trust != nullptr ? Json(line.trust->fingerprint) : Json(nullptr)}};
}

Row row_of(const Line& line) {
  return {line.token.serial,
          line.nickname.value_or(""),
          line.state,
          line.token.endpoint ? line.token.endpoint->text() : "",
          line.token.reader ? line.token.reader->name : "",
          line.trust != nullptr ? std::string(name(line.trust->trust)) : ""};
}

std::string human_line(const Line& line, const Style& style, bool more) {
  const std::string serial =
      line.token.serial.empty() ? std::string("????????") : line.token.serial;
  const std::string nick = line.nickname ? " " + sanitise(*line.nickname) : "";
  std::string rest = state_words(line);
  if (line.token.endpoint) rest += fill(_(", console {}"), {line.token.endpoint->text()});
  const std::string head = style.bold(serial).text + nick + "  ";
  std::string out = wrap(head + sanitise(rest), style.width, 2) + "\n";
  if (!more) return out;
  if (line.token.reader)
    out += wrap(fill(_("  reader    {}"), {line.token.reader->name}), style.width, 4) + "\n";
  if (line.trust != nullptr) {
    out += wrap(fill(_("  host key  {} ({})"), {line.trust->fingerprint, trust_words(*line.trust)}),
                style.width, 4) +
           "\n";
  }
  return out;
}

}  // namespace

Result<Reply> run_list(Context& context) {
  const Result<TrustStore> trust = TrustStore::open(context.paths.known_tokens());
  if (!trust) return std::unexpected(trust.error());
  if (const auto readers = list_card_readers();
      !readers && readers.error().code != Code::kNoToken) {
    context.warn(readers.error().message);
  }
  Reply reply;
  reply.data = {{"tokens", Json::array()}};
  reply.header = {"serial", "nickname", "state", "endpoint", "reader", "trust"};
  for (const KnownToken& token : list_tokens(*trust)) {
    Line line{token, token.nickname, nullptr, state_of(token)};
    if (!line.nickname) line.nickname = nickname_of(context.config, token.serial, token.endpoint);
    if (token.endpoint) line.trust = trust->find(token.endpoint->text());
    reply.data["tokens"].push_back(json_of(line));
    reply.rows.push_back(row_of(line));
    reply.human += human_line(line, context.out, context.inv.flag("long"));
  }
  if (reply.rows.empty()) {
    context.note(
        _("No token is attached or known. 'gokeyctl doctor' finds out why; -d console:HOST[:PORT] "
          "names one."));
  }
  return reply;
}

}  // namespace gokeyctl::cli
