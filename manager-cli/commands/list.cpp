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
  std::string state;  // "attached", "known", or the first thing that is wrong
};

std::string state_of(const KnownToken& token) {
  if (token.usb && !token.usb->problems.empty()) {
    const UsbProblem first = token.usb->problems.front();
    return first == UsbProblem::kReaderBusy ? "busy" : std::string(name(first));
  }
  if (token.usb) return "attached";
  if (!token.reader) return "known";
  return token.reader->exclusive ? "busy" : "attached";
}

std::string problem_words(UsbProblem problem) {
  switch (problem) {
    case UsbProblem::kNoPermission:
      return _("you may not use its FIDO side");
    case UsbProblem::kNoDriver:
      return _("a driver is missing");
    case UsbProblem::kLinkDown:
      return _("its network interface is down");
    case UsbProblem::kNoAddress:
      return _("its network interface has no address");
    case UsbProblem::kReaderBusy:
      return _("its reader is held by another program");
    case UsbProblem::kNoReader:
      return _("pcscd does not show its reader");
  }
  return "";
}

std::string state_words(const Line& line) {
  if (line.state == "known") return _("known, not attached");
  if (line.state == "busy" && !line.token.usb) return _("attached, held by another program");
  std::string words = _("attached");
  if (!line.token.usb) return words;
  for (const UsbProblem problem : line.token.usb->problems) words += ", " + problem_words(problem);
  return words;
}

// A token on USB that is not plugged in is still known to the trust store by its serial.
const TrustEntry* trust_of(const TrustStore& trust, const KnownToken& token) {
  if (token.endpoint) return trust.find(trust_key(trust, *token.endpoint));
  return trust.find("usb:" + token.serial);
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

Json usb_json(const KnownToken& token) {
  if (!token.usb) return nullptr;
  Json interfaces = Json::array();
  for (const UsbNetwork& network : token.usb->networks) {
    interfaces.push_back({{"name", network.name},
                          {"driver", network.driver.empty() ? Json(nullptr) : Json(network.driver)},
                          {"up", network.up},
                          {"addresses", network.addresses}});
  }
  const std::optional<UsbHid>& hid = token.usb->hid;
  return {{"port", token.usb->port},
          {"interfaces", interfaces},
          {"hidraw", hid ? Json(hid->node) : Json(nullptr)},
          {"hidraw_accessible", hid ? Json(hid->accessible) : Json(nullptr)}};
}

Json problems_json(const KnownToken& token) {
  Json problems = Json::array();
  if (!token.usb) return problems;
  for (const UsbProblem problem : token.usb->problems) problems.push_back(name(problem));
  return problems;
}

Json json_of(const Line& line) {
  const bool has_serial = !line.token.serial.empty();
  return {{"serial", has_serial ? Json(line.token.serial) : Json(nullptr)},
          {"nickname", optional_json(line.nickname)},
          {"state", line.state},
          {"endpoint", line.token.endpoint ? Json(line.token.endpoint->text()) : Json(nullptr)},
          {"usb", usb_json(line.token)},
          {"problems", problems_json(line.token)},
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
          line.trust != nullptr ? std::string(name(line.trust->trust)) : "",
          line.token.usb ? "usb:" + line.token.usb->port : ""};
}

std::string usb_lines(const UsbToken& usb, std::size_t width) {
  std::string out;
  const auto add = [&](const std::string& line) { out += wrap(line, width, 4) + "\n"; };
  add(fill(_("  port      {}"), {"usb:" + usb.port}));
  for (const UsbNetwork& network : usb.networks) {
    std::string addresses;
    for (const std::string& address : network.addresses)
      addresses += (addresses.empty() ? "" : " ") + address;
    if (addresses.empty()) addresses = network.up ? _("no address") : _("down");
    add(fill(_("  network   {} ({}): {}"), {network.name, network.driver, addresses}));
  }
  if (usb.hid) {
    add(fill(usb.hid->accessible ? _("  fido      {}") : _("  fido      {} (no permission)"),
             {usb.hid->node}));
  }
  return out;
}

std::string human_line(const Line& line, const Style& style, bool more) {
  const std::string serial =
      line.token.serial.empty() ? std::string("????????") : line.token.serial;
  const std::string nick = line.nickname ? " " + sanitise(*line.nickname) : "";
  std::string rest = state_words(line);
  if (line.token.usb) {
    rest += fill(_(", usb:{}"), {line.token.usb->port});
  } else if (line.token.endpoint) {
    rest += fill(_(", console {}"), {line.token.endpoint->text()});
  }
  const std::string head = style.bold(serial).text + nick + "  ";
  std::string out = wrap(head + sanitise(rest), style.width, 2) + "\n";
  if (!more) return out;
  if (line.token.usb) out += usb_lines(*line.token.usb, style.width);
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
  std::size_t wrong = 0;
  reply.data = {{"tokens", Json::array()}};
  reply.header = {"serial", "nickname", "state", "endpoint", "reader", "trust", "port"};
  for (const KnownToken& token : list_tokens(*trust)) {
    Line line{token, token.nickname, trust_of(*trust, token), state_of(token)};
    if (!line.nickname) line.nickname = nickname_of(context.config, token.serial, token.endpoint);
    if (token.usb && !token.usb->problems.empty()) ++wrong;
    reply.data["tokens"].push_back(json_of(line));
    reply.rows.push_back(row_of(line));
    reply.human += human_line(line, context.out, context.inv.flag("long"));
  }
  if (wrong > 0) context.note(_("'gokeyctl doctor' says what to do about it."));
  if (reply.rows.empty()) {
    context.note(
        _("No token is attached or known. 'gokeyctl doctor' finds out why; -d console:HOST[:PORT] "
          "names one."));
  }
  return reply;
}

}  // namespace gokeyctl::cli
