// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "cli/commands/target.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "cli/prompts/signals.h"

namespace gokeyctl::cli {
namespace {

constexpr int kPollMs = 250;

std::string upper(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return out;
}

Target make_target(const Config& config, const KnownToken& token) {
  Target target;
  target.serial = token.serial;
  target.endpoint = token.endpoint;
  target.reader = token.reader;
  target.usb = token.usb;
  target.nickname =
      token.nickname ? token.nickname : nickname_of(config, token.serial, token.endpoint);
  const std::string address = token.endpoint ? token.endpoint->text() : "";
  const std::string place = token.usb ? "usb:" + token.usb->port : "console:" + address;
  target.device = !token.serial.empty() ? token.serial : place;
  target.label = target.nickname.value_or(!token.serial.empty() ? token.serial
                                          : token.usb           ? place
                                                                : address);
  return target;
}

Target console_target(const Context& context, const TrustStore& trust, const Endpoint& endpoint) {
  KnownToken token;
  token.endpoint = endpoint;
  if (const TrustEntry* entry = trust.find(endpoint.text())) token.serial = entry->serial;
  Target target = make_target(context.config, token);
  target.device = "console:" + endpoint.text();
  if (!target.nickname) target.label = endpoint.text();
  return target;
}

// A card in a reader whose console is not known yet answers, if at all, at the configured address.
void add_default_endpoint(const Context& context, Target& target) {
  if (target.endpoint || target.usb) return;
  const Result<Selector> selector = parse_selector("console:" + context.config.get("console"));
  if (selector) target.endpoint = selector->endpoint;
}

Error no_token(std::string message, std::string hint) {
  return Error{Code::kNoToken, std::move(message), std::move(hint), {}, nullptr};
}

Error not_attached(const std::vector<Target>& known) {
  return no_token(fill(_("token {} is known but not attached"), {known.front().label}),
                  _("plug it in; --wait waits for it"));
}

Error no_token() {
  return no_token(_("no token is attached or known"),
                  _("attach one, or name its console: gokeyctl -d console:HOST[:PORT] …; 'gokeyctl "
                    "doctor' finds out more"));
}

Error ambiguous(const std::vector<Target>& targets, const Context& context) {
  Error error{Code::kAmbiguous, _("there is more than one token"), "", {}, nullptr};
  std::string devices;
  for (const Target& target : targets) {
    devices += (devices.empty() ? "" : " ") + target.device;
    if (context.globals.format == Format::kJson) continue;
    const std::string name = target.nickname ? " (" + *target.nickname + ")" : "";
    write_err(fill("  --device {}{}\n", {target.device, name}));
  }
  error.hint = fill(_("add one of these flags, for example --device {}, or --all"),
                    {targets.front().device});
  error.details["devices"] = devices;
  return error;
}

// What --device, GOKEY_DEVICE or the setting says; nicknames are looked up first, since one may
// look like a serial.
Result<Selector> wanted(const Context& context, const TrustStore& trust) {
  std::string text = context.globals.device.value_or(context.config.get("device"));
  if (context.globals.all || (text.empty() && !context.globals.device)) return Selector{};
  if (std::ranges::find(trust.entries(), text, &TrustEntry::nickname) != trust.entries().end())
    return Selector{.kind = Selector::Kind::kNickname, .text = text, .endpoint = {}};
  if (const std::optional<std::string> named = context.config.nickname(text)) text = *named;
  return parse_selector(text);
}

std::vector<Target> candidates(const Context& context, const TrustStore& trust, Need need) {
  std::vector<Target> targets;
  for (const KnownToken& token : list_tokens(trust)) {
    if (need == Need::kCard && !token.reader) continue;
    if (need == Need::kFido && !token.usb) continue;
    targets.push_back(make_target(context.config, token));
  }
  return targets;
}

bool is_attached(const Target& target) { return target.usb || target.reader; }
// A token that was met on USB can only be reached while it is plugged in.
bool can_be_reached(const Target& target) { return is_attached(target) || target.endpoint; }

// Attached tokens come before those that are only remembered.
std::vector<Target> preferred(std::vector<Target> targets) {
  if (std::ranges::any_of(targets, is_attached))
    std::erase_if(targets, [](const Target& t) { return !is_attached(t); });
  return targets;
}

Result<std::vector<Target>> select(const Context& context, const TrustStore& trust, Need need,
                                   const Selector& selector) {
  if (selector.kind == Selector::Kind::kConsole &&
      (need == Need::kConsole || need == Need::kEither)) {
    return std::vector{console_target(context, trust, selector.endpoint)};
  }
  std::vector<Target> targets = candidates(context, trust, need);
  if (need == Need::kCard && targets.empty()) {
    // Where no reader can be asked, that is the better reason.
    if (const auto readers = list_card_readers(); !readers) {
      return std::unexpected(readers.error());
    }
  }
  switch (selector.kind) {
    case Selector::Kind::kAny:
      std::erase_if(targets, [](const Target& t) { return !can_be_reached(t); });
      if (!context.globals.all) targets = preferred(std::move(targets));
      if (targets.empty()) return std::unexpected(no_token());
      break;
    case Selector::Kind::kSerial:
      std::erase_if(targets, [&](const Target& t) {
        return !upper(t.serial).starts_with(upper(selector.text));
      });
      break;
    case Selector::Kind::kConsole:
      std::erase_if(targets, [&](const Target& t) {
        return !t.endpoint || t.endpoint->text() != selector.endpoint.text();
      });
      break;
    case Selector::Kind::kNickname:
      std::erase_if(targets, [&](const Target& t) { return t.nickname != selector.text; });
      if (!targets.empty()) break;
      return std::unexpected(no_token(
          fill(_("no token has the nickname '{}'"), {selector.text}),
          _("'gokeyctl list' shows the tokens; nicknames are set in the configuration file")));
    case Selector::Kind::kUsbPort:
      std::erase_if(targets,
                    [&](const Target& t) { return !t.usb || t.usb->port != selector.text; });
      if (targets.empty()) {
        return std::unexpected(
            no_token(fill(_("no token was found at USB port {}"), {selector.text}),
                     _("'gokeyctl list' shows the tokens")));
      }
      break;
  }
  if (targets.empty()) {
    return std::unexpected(
        no_token(fill(_("no token matches '{}'"), {context.globals.device.value_or(selector.text)}),
                 _("'gokeyctl list' shows the tokens")));
  }
  const std::vector<Target> named = targets;
  std::erase_if(targets, [](const Target& t) { return !can_be_reached(t); });
  if (targets.empty()) return std::unexpected(not_attached(named));
  if (targets.size() > 1 && !context.globals.all) {
    // Several consoles of one token: any of them will do, best that of the plug in this machine.
    const bool same =
        !targets.front().serial.empty() && std::ranges::all_of(targets, [&](const Target& t) {
          return t.serial == targets.front().serial;
        });
    if (!same) return std::unexpected(ambiguous(targets, context));
    targets = preferred(std::move(targets));
    targets.resize(1);
  }
  return targets;
}

// --wait: until there is one, or until the time is up.
Result<std::vector<Target>> await(const Context& context, const TrustStore& trust, Need need,
                                  const Selector& selector) {
  const auto started = std::chrono::steady_clock::now();
  const StopSignals signals;
  Result<UsbMonitor> monitor = UsbMonitor::open();
  for (;;) {
    Result<std::vector<Target>> targets = select(context, trust, need, selector);
    if (targets || targets.error().code != Code::kNoToken) return targets;
    const bool late = context.globals.wait_limit &&
                      std::chrono::steady_clock::now() - started >= *context.globals.wait_limit;
    if (late) return targets;
    // A token on USB is seen as it comes; readers of other kinds are looked for now and then.
    (void)signals.wait_for(monitor ? monitor->fd() : -1, kPollMs);
    while (monitor && monitor->next()) {
    }
    if (signals.stopped()) return fail(Code::kCancelled, _("cancelled while waiting for a token"));
  }
}

}  // namespace

std::optional<std::string> nickname_of(const Config& config, const std::string& serial,
                                       const std::optional<Endpoint>& endpoint) {
  for (const auto& [nick, text] : config.nicknames()) {
    const Result<Selector> selector = parse_selector(text);
    if (!selector) continue;
    const bool by_serial = selector->kind == Selector::Kind::kSerial &&
                           upper(serial).starts_with(upper(selector->text));
    const bool by_console = selector->kind == Selector::Kind::kConsole && endpoint &&
                            endpoint->text() == selector->endpoint.text();
    if (by_serial || by_console) return nick;
  }
  return std::nullopt;
}

Result<std::vector<Target>> find_targets(Context& context, const TrustStore& trust, Need need,
                                         AskFor what) {
  const Result<Selector> selector = wanted(context, trust);
  if (!selector) return std::unexpected(selector.error());
  const bool by_console = need == Need::kConsole || need == Need::kEither;
  if (by_console && !context.globals.all) {
    if (std::optional<Target> served = find_at_broker(context, *selector, what))
      return std::vector{std::move(*served)};
  }
  Result<std::vector<Target>> targets = select(context, trust, need, *selector);
  const bool none = !targets && targets.error().code == Code::kNoToken;
  if (none && context.globals.wait) targets = await(context, trust, need, *selector);
  if (!targets) return targets;
  for (Target& target : *targets) add_default_endpoint(context, target);
  if (by_console) go_by_broker(context, *targets);
  return targets;
}

Result<Reply> for_targets(Context& context, Need need, const Work& work, AskFor what) {
  Result<TrustStore> trust = TrustStore::open(context.paths.known_tokens());
  if (!trust) return std::unexpected(trust.error());
  Result<std::vector<Target>> targets = find_targets(context, *trust, need, what);
  if (!targets) return std::unexpected(targets.error());
  if (!context.globals.all) return work(context, *trust, targets->front());

  Reply all;
  all.data = Json::array();
  std::size_t failures = 0;
  Code worst = Code::kOk;
  for (const Target& target : *targets) {
    Result<Reply> one = work(context, *trust, target);
    const Error* error = nullptr;
    if (!one) {
      error = &one.error();
    } else if (const auto& failure = one->failure) {
      error = &*failure;
    }
    Json record = {{"device", target.device}, {"ok", error == nullptr}};
    if (one) {
      record["data"] = one->data;
      all.human += one->human;
      all.rows.insert(all.rows.end(), one->rows.begin(), one->rows.end());
      all.header = one->header;
      all.action = one->action;
    }
    if (error != nullptr) {
      record["error"] = error_object(*error);
      all.human += fill("{}: {}\n", {target.label, context.out.red(error->message.translated())});
      worst = std::max(worst, error->code);
      ++failures;
    }
    all.data.push_back(std::move(record));
  }
  if (failures == 0) return all;
  all.action = false;
  const Code code = failures == targets->size() ? worst : Code::kPartial;
  all.failure =
      Error{code,
            fill(ngettext("{} of {} token failed", "{} of {} tokens failed", targets->size()),
                 {failures, targets->size()}),
            "",
            {},
            nullptr};
  return all;
}

}  // namespace gokeyctl::cli
