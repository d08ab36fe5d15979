// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// gokeyctl provision one, gokeyctl provision receipt
#include "gokeyctl/provision.h"

#include <ctime>

#include "cli/commands/files.h"
#include "cli/commands/runners.h"
#include "cli/commands/target.h"
#include "cli/prompts/questions.h"

namespace gokeyctl::cli {
namespace {

constexpr std::size_t kLargestUsers = std::size_t{64} * 1024;
constexpr std::size_t kLargestCertificate = std::size_t{64} * 1024;

Json optional_text(const std::optional<std::string>& text) {
  return text ? Json(*text) : Json(nullptr);
}

Json receipt_json(const Receipt& receipt) {
  Json keys = Json::array();
  for (const KeyStatus& key : receipt.keys) {
    keys.push_back({{"use", short_name(key.use)},
                    {"fingerprint", key.fingerprint},
                    {"algorithm", optional_text(key.algorithm)},
                    {"created", optional_text(key.created)}});
  }
  return {{"serial", receipt.serial},
          {"board", receipt.board},
          {"firmware", receipt.firmware},
          {"secure_boot", receipt.secure_boot},
          {"host_key", receipt.host_key},
          {"provisioned", optional_text(receipt.provisioned)},
          {"name", receipt.name},
          {"primary", optional_text(receipt.primary)},
          {"keys", std::move(keys)},
          {"authorized_keys", receipt.authorized_keys},
          {"u2f_certificate", optional_text(receipt.u2f_certificate)},
          {"text", receipt.text}};
}

Reply reply_of(const Target& target, const char* outcome, const Receipt* receipt,
               const std::string& file) {
  Reply reply;
  reply.action = true;
  reply.data = {{"device", target.device},
                {"outcome", outcome},
                {"receipt", receipt == nullptr ? Json(nullptr) : receipt_json(*receipt)},
                {"receipt_file", file.empty() ? Json(nullptr) : Json(file)}};
  reply.rows = {{receipt == nullptr ? target.device : receipt->serial, outcome,
                 receipt == nullptr ? "" : receipt->host_key, file}};
  reply.header = {"device", "outcome", "host-key", "receipt-file"};
  return reply;
}

// Pins the host key and keeps the receipt. The token is what it is by then: a failure is told
// beside the answer.
Reply finish(Context& context, TrustStore& trust, const Target& target, const Receipt& receipt,
             const char* outcome, std::string human) {
  std::optional<Error> failure;
  std::string file;
  if (const Result<void> pinned = pin(trust, target.console(), receipt); !pinned)
    failure = pinned.error();
  const auto kept = keep_receipt(context.paths.data / "receipts", receipt);
  if (kept) {
    file = kept->string();
  } else if (!failure) {
    failure = kept.error();
  }
  Reply reply = reply_of(target, outcome, &receipt, file);
  reply.human = std::move(human);
  for (const KeyStatus& key : receipt.keys)
    reply.human += fill("  {} {}\n", {short_name(key.use), key.fingerprint});
  if (const auto& certificate = receipt.u2f_certificate)
    reply.human += fill(_("  U2F certificate {}\n"), {*certificate});
  reply.human += fill(_("  host key {}, trusted from now on\n"), {receipt.host_key});
  if (!file.empty()) reply.human += fill(_("  receipt  {}\n"), {file});
  reply.failure = std::move(failure);
  return reply;
}

Result<std::optional<Attestation>> read_u2f_files(const Context& context) {
  const auto certificate = context.inv.value("u2f-certificate");
  const auto key = context.inv.value("u2f-private-key");
  if (!certificate && !key) return std::nullopt;
  if (!certificate || !key) {
    return fail(Code::kUsage, _("--u2f-certificate and --u2f-private-key go together"),
                _("name both files, or neither"));
  }
  const Result<std::string> file = read_file(*certificate, kLargestCertificate);
  if (!file) return std::unexpected(file.error());
  const Result<Secret> secret = read_secret_file(*key, kLargestCertificate);
  if (!secret) return std::unexpected(secret.error());
  const std::vector<std::uint8_t> bytes(file->begin(), file->end());
  Result<Attestation> attestation = read_attestation(bytes, *secret);
  if (!attestation) return std::unexpected(attestation.error());
  return std::move(*attestation);
}

Result<Provisioning> read_input(const Context& context) {
  Provisioning input;
  if (const auto file = context.inv.value("pgp-secret-key")) {
    Result<Secret> key = read_secret_file(*file);
    if (!key) return std::unexpected(key.error());
    input.openpgp_key = std::move(*key);
  }
  const auto users = context.inv.value("ssh-authorized-keys");
  if (!users) {
    return fail(Code::kUsage, _("--ssh-authorized-keys is missing: nobody could log in any more"),
                _("name a file such as ~/.ssh/id_ed25519.pub"));
  }
  Result<std::string> text = read_file(*users, kLargestUsers);
  if (!text) return std::unexpected(text.error());
  input.authorized_keys = std::move(*text);
  Result<std::optional<Attestation>> attestation = read_u2f_files(context);
  if (!attestation) return std::unexpected(attestation.error());
  input.attestation = std::move(*attestation);
  input.name = context.inv.value("name").value_or("");
  input.language = context.inv.value("language").value_or("");
  input.sex = context.inv.value("sex").value_or("");
  input.url = context.inv.value("url").value_or("");
  const std::string snvs = context.inv.value("snvs").value_or("none");
  input.snvs = snvs == "ssh" ? Snvs::kSsh : snvs == "on" ? Snvs::kOn : Snvs::kNone;
  input.signature_pin_once = context.inv.value("signature-pin") == "once";
  input.now = static_cast<std::uint32_t>(std::time(nullptr));
  return input;
}

// What is about to be put where.
std::string plan(const std::string& serial, const Provisioning& input,
                 const ProvisioningContent& content) {
  std::string text = fill(_("Token {} is in the factory state. It is to hold\n"), {serial});
  if (content.primary.empty()) text += _("  no OpenPGP keys\n");
  if (!content.primary.empty()) text += fill(_("  the OpenPGP key {}\n"), {content.primary});
  for (const std::string& user : content.user_ids) text += fill("    {}\n", {user});
  if (content.without_passphrase)
    text += _("    without a passphrase: whoever holds the token can use it\n");
  for (const std::string& key : content.authorized_keys)
    text += fill(_("  the SSH key {} for logging in\n"), {key});
  if (!content.u2f_certificate.empty())
    text += fill(_("  the U2F certificate {}\n"), {content.u2f_certificate});
  if (!input.name.empty()) text += fill(_("  the card holder {}\n"), {input.name});
  return text;
}

Result<Reply> provision(Context& context, TrustStore& trust, const Target& target) {
  const Result<Provisioning> input = read_input(context);
  if (!input) return std::unexpected(input.error());
  const Result<ProvisioningContent> content = inspect(*input);
  if (!content) return std::unexpected(content.error());

  Result<Console> console = connect_console(context, trust, target, HostKeys::kNotPinned);
  if (!console) return std::unexpected(console.error());
  const Result<TokenStatus> status = console->status();
  if (!status) return std::unexpected(status.error());
  const std::string& serial = status->token.serial;
  const bool takes_keys =
      console->dialect() == Dialect::kNative && status->token.state == LifeCycle::kFactory;
  if (takes_keys) {
    const std::string text = plan(serial, *input, *content);
    if (context.inv.dry_run) {
      Reply reply = reply_of(target, "would-provision", nullptr, "");
      reply.human =
          text + _("Nothing was sent. Whether it takes all of this is for the token to say.\n");
      return reply;
    }
    if (Result<void> yes = confirm(context.globals, text + _("Provision it?")); !yes)
      return std::unexpected(yes.error());
  }
  // Where it takes none, this says why.
  const Result<Receipt> receipt = console->provision(*input);
  if (!receipt) return std::unexpected(receipt.error());
  return finish(context, trust, target, *receipt, "provisioned",
                fill(_("{} is provisioned and restarts:\n"), {serial}));
}

Result<Reply> fetch(Context& context, TrustStore& trust, const Target& target) {
  Result<Console> console = connect_console(context, trust, target, HostKeys::kNotPinned);
  if (!console) return std::unexpected(console.error());
  const Result<Receipt> receipt = console->receipt();
  if (!receipt) return std::unexpected(receipt.error());
  Reply reply = finish(context, trust, target, *receipt, "verified",
                       fill(_("the receipt of {} is right:\n"), {receipt->serial}));
  reply.action = false;
  reply.rows.clear();
  // As it was signed, for ssh-keygen.
  std::string_view rest = receipt->text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
    reply.rows.push_back({std::string(rest.substr(0, end))});
    rest.remove_prefix(end + 1);
  }
  reply.header = {"receipt"};
  return reply;
}

}  // namespace

Result<Reply> run_provision_one(Context& context) {
  if (context.globals.all) {
    return fail(Code::kUsage, _("one token is provisioned at a time: --all is not for this"),
                _("name it with --device"));
  }
  return for_targets(context, Need::kConsole, provision);
}

Result<Reply> run_provision_receipt(Context& context) {
  return for_targets(context, Need::kConsole, fetch);
}

}  // namespace gokeyctl::cli
