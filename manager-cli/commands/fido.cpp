// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// gokeyctl fido and identify: the FIDO side over USB
#include "gokeyctl/fido.h"

#include "cli/commands/runners.h"
#include "cli/commands/secrets.h"
#include "cli/commands/target.h"

namespace gokeyctl::cli {
namespace {

// The hidraw node of the token, or why it cannot be used.
Result<std::string> node_of(const Target& target) {
  if (!target.usb) {
    return fail(Code::kNoToken, fill(_("{} is not on this machine's USB"), {target.label}),
                _("the FIDO side is reached through USB only; 'gokeyctl list' shows the tokens"));
  }
  const std::optional<UsbHid>& hid = target.usb->hid;
  if (!hid && target.usb->has_hid) {
    return fail(Code::kUnreachable, fill(_("no driver took the FIDO side of {}"), {target.label}),
                "sudo modprobe usbhid");
  }
  if (!hid) return fail(Code::kUnsupported, fill(_("{} has no FIDO side"), {target.label}));
  if (hid->accessible) return hid->node;
  return fail(Code::kNoPermission,
              fill(_("you may not use {}, the FIDO side of {}"), {hid->node, target.label}),
              "gokeyctl doctor --fix");
}

Json number_json(const std::optional<std::uint64_t>& number) {
  return number ? Json(*number) : Json(nullptr);
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

std::string pin_words(const FidoInfo& info) {
  if (!info.pin_set) return _("not supported");
  if (!*info.pin_set) return _("not set");
  return info.pin_tries ? fill(_("set, {}"), {tries_left_words(*info.pin_tries)}) : _("set");
}

Json info_json(const Target& target, const FidoInfo& info) {
  Json options = Json::object();
  for (const auto& [option, value] : info.options) options[option] = value;
  return {{"serial", target.serial.empty() ? Json(nullptr) : Json(target.serial)},
          {"versions", info.versions},
          {"extensions", info.extensions},
          {"aaguid", info.aaguid.empty() ? Json(nullptr) : Json(info.aaguid)},
          {"options", options},
          {"algorithms", info.algorithms},
          {"pin_protocols", info.pin_protocols},
          {"pin_set", info.pin_set ? Json(*info.pin_set) : Json(nullptr)},
          {"pin_tries", info.pin_tries ? Json(*info.pin_tries) : Json(nullptr)},
          {"min_pin_length", number_json(info.min_pin_length)},
          {"max_message_size", number_json(info.max_message_size)},
          {"remaining_credentials", number_json(info.remaining_credentials)}};
}

std::string info_page(const Target& target, const FidoInfo& info, const Style& style) {
  std::string options;
  for (const auto& [option, value] : info.options)
    options += (options.empty() ? "" : " ") + (value ? option : "no-" + option);
  std::string out = style.bold(target.label).text + "\n";
  const auto add = [&](const char* what, const std::string& value) {
    if (!value.empty()) out += wrap("  " + pad(what, 13) + sanitise(value), style.width, 15) + "\n";
  };
  add(_("versions"), joined(info.versions));
  add(_("extensions"), joined(info.extensions));
  add(_("options"), options);
  add(_("algorithms"), joined(info.algorithms));
  add(_("PIN"), pin_words(info));
  add(_("AAGUID"), info.aaguid);
  if (info.remaining_credentials)
    add(_("room for"), fill(_("{} more credentials"), {*info.remaining_credentials}));
  return out;
}

Result<Reply> info(Context& context, TrustStore&, const Target& target) {
  const Result<std::string> node = node_of(target);
  if (!node) return std::unexpected(node.error());
  Result<FidoDevice> device = FidoDevice::open(*node, context.timeout());
  if (!device) return std::unexpected(device.error());
  const Result<FidoInfo> found = device->info();
  if (!found) return std::unexpected(found.error());
  Reply reply;
  reply.data = info_json(target, *found);
  reply.human = info_page(target, *found, context.out);
  reply.rows = {{target.serial, joined(found->versions), joined(found->extensions),
                 joined(found->algorithms), found->aaguid}};
  reply.header = {"serial", "versions", "extensions", "algorithms", "aaguid"};
  return reply;
}

Json credential_json(const FidoCredential& credential) {
  const std::optional<std::string> site = site_name(credential.relying_party);
  return {{"relying_party", credential.relying_party},
          {"site", site ? Json(*site) : Json(nullptr)},
          {"user_name", credential.user_name},
          {"user_display_name", credential.user_display_name},
          {"user_id", credential.user_id},
          {"credential_id", credential.credential_id},
          {"algorithm", credential.algorithm},
          {"protection", credential.protection}};
}

Reply credentials_reply(const Target& target, const FidoCredentials& found) {
  Reply reply;
  reply.data = {{"serial", target.serial.empty() ? Json(nullptr) : Json(target.serial)},
                {"existing", found.existing},
                {"remaining", found.remaining},
                {"credentials", Json::array()}};
  reply.header = {"relying_party", "user_name", "credential_id", "algorithm", "protection"};
  for (const FidoCredential& credential : found.list) {
    reply.data["credentials"].push_back(credential_json(credential));
    reply.rows.push_back({credential.relying_party, credential.user_name, credential.credential_id,
                          credential.algorithm, credential.protection});
    reply.human += fill("{}  {}  {}\n",
                        {credential.relying_party, credential.user_name, credential.algorithm});
  }
  return reply;
}

Result<Secret> ask_pin(const Context& context, PassphraseSource source, const Target& target,
                       const std::optional<unsigned>& tries) {
  SecretQuestion question;
  const std::string left = tries ? tries_left_words(*tries) : std::string();
  const std::string token = sanitise(target.label);
  question.title = _("List FIDO credentials");
  question.description =
      fill(_("FIDO PIN of token {}"), {token}) + (left.empty() ? "" : "\n" + left);
  question.label = _("PIN:");
  question.prompt = left.empty() ? fill(_("FIDO PIN of {}: "), {token})
                                 : fill(_("FIDO PIN of {} ({}): "), {token, left});
  return ask_secret(context, source, question);
}

Result<Reply> credentials(Context& context, const Target& target, const SourceWishes& wishes,
                          const std::optional<Secret>& given) {
  const Result<std::string> node = node_of(target);
  if (!node) return std::unexpected(node.error());
  Result<FidoDevice> device = FidoDevice::open(*node, context.timeout());
  if (!device) return std::unexpected(device.error());
  const Result<FidoInfo> about = device->info();
  if (!about) return std::unexpected(about.error());
  if (!about->pin_set.value_or(false)) {
    return fail(about->pin_set ? Code::kNotInitialised : Code::kUnsupported,
                fill(_("{} has no FIDO PIN, so it does not list its credentials"), {target.label}),
                about->pin_set ? fill("fido2-token -S {}", {*node}) : "");
  }
  std::optional<Secret> entered;
  if (!given) {
    const Result<PassphraseSource> source = choose_source(wishes);
    if (!source) return std::unexpected(source.error());
    Result<Secret> answer = ask_pin(context, *source, target, about->pin_tries);
    if (!answer) return std::unexpected(answer.error());
    entered = std::move(*answer);
  }
  const Result<FidoCredentials> found = device->credentials(given ? *given : *entered);
  if (!found) return std::unexpected(found.error());
  if (found->list.empty()) context.note(_("The token keeps no FIDO credential."));
  return credentials_reply(target, *found);
}

Result<Reply> identify(Context& context, TrustStore&, const Target& target) {
  const Result<std::string> node = node_of(target);
  if (!node) return std::unexpected(node.error());
  if (Result<void> done = wink(*node, context.timeout()); !done)
    return std::unexpected(done.error());
  Reply reply;
  reply.action = true;
  reply.data = {{"device", target.device}, {"identified", true}};
  reply.rows = {{target.device, "identified"}};
  reply.header = {"device", "outcome"};
  reply.human = fill(_("{}: its white light blinks now\n"), {target.label});
  return reply;
}

}  // namespace

Result<Reply> run_fido_info(Context& context) { return for_targets(context, Need::kFido, info); }

Result<Reply> run_fido_credentials(Context& context) {
  const SourceWishes wishes = wishes_of(context, "pin-fd");
  const NotDumpable no_core;
  std::optional<Secret> given;
  if (wishes.fd) {
    Result<Secret> read = read_passphrase_fd(*wishes.fd);
    if (!read) return std::unexpected(read.error());
    given = std::move(*read);
  }
  return for_targets(context, Need::kFido, [&](Context& c, TrustStore&, const Target& target) {
    return credentials(c, target, wishes, given);
  });
}

Result<Reply> run_identify(Context& context) { return for_targets(context, Need::kFido, identify); }

}  // namespace gokeyctl::cli
