// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// gokeyctl card info, keys, certificates
#include "cli/render/card.h"

#include <array>
#include <cstdint>
#include <span>

#include "cli/commands/files.h"
#include "cli/commands/runners.h"
#include "cli/commands/target.h"

namespace gokeyctl::cli {
namespace {

Result<CardInfo> read(const Target& target) {
  if (!target.reader) {
    return fail(Code::kNoToken,
                fill(_("the card of {} is in no reader of this machine"), {target.label}),
                _("'gokeyctl doctor' checks the readers"));
  }
  return read_card(target.card().name);
}

Result<Reply> info(Context& context, TrustStore&, const Target& target) {
  const Result<CardInfo> card = read(target);
  if (!card) return std::unexpected(card.error());
  Reply reply;
  reply.data = card_json(*card);
  reply.human = card_page(*card, context.out);
  reply.rows = {card_row(*card)};
  reply.header = card_header();
  return reply;
}

Result<Reply> keys(Context& context, TrustStore&, const Target& target) {
  const Result<CardInfo> card = read(target);
  if (!card) return std::unexpected(card.error());
  Reply reply;
  reply.data = {{"serial", card->serial}, {"keys", card_keys_json(*card)}};
  for (const CardKey& key : card->keys) {
    reply.rows.push_back({std::string(short_name(key.use)), key.fingerprint, key.algorithm,
                          key.created.value_or("")});
    reply.human += card_key_line(key, context.out);
  }
  reply.header = {"use", "fingerprint", "algorithm", "created"};
  if (reply.rows.empty()) context.note(_("The card holds no keys."));
  return reply;
}

Result<Reply> certificates(Context& context, TrustStore&, const Target& target) {
  if (Result<CardInfo> card = read(target); !card) return std::unexpected(card.error());
  const Result<std::vector<CardCertificate>> found = read_card_certificates(target.card().name);
  if (!found) return std::unexpected(found.error());
  Reply reply;
  reply.data = {{"certificates", Json::array()}};
  for (const CardCertificate& certificate : *found) {
    const std::string pem = to_pem(certificate.der);
    reply.data["certificates"].push_back({{"use", short_name(certificate.use)}, {"pem", pem}});
    reply.rows.push_back({std::string(short_name(certificate.use)), to_base64(certificate.der)});
    reply.human += pem;
  }
  reply.header = {"use", "der_base64"};
  if (found->empty()) {
    context.note(_("The card holds no certificate."));
    return reply;
  }
  if (const auto file = context.inv.value("out")) {
    if (Result<void> written = write_new_file(*file, reply.human); !written)
      return std::unexpected(written.error());
    reply.human = fill(ngettext("{} certificate written to {}\n", "{} certificates written to {}\n",
                                found->size()),
                       {found->size(), *file});
    reply.action = true;
  }
  return reply;
}

}  // namespace

Result<Reply> run_card_info(Context& context) { return for_targets(context, Need::kCard, info); }
Result<Reply> run_card_keys(Context& context) { return for_targets(context, Need::kCard, keys); }
Result<Reply> run_card_certificates(Context& context) {
  return for_targets(context, Need::kCard, certificates);
}

}  // namespace gokeyctl::cli
