// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// authenticatorCredentialManagement, CTAP 2.1, 6.8.
#include <algorithm>
#include <utility>

#include "core/fido/authenticator.h"

namespace gokey::fido {
namespace {

enum Subcommand : std::int64_t {
  kGetMetadata = 0x01,
  kRelyingPartiesBegin = 0x02,
  kRelyingPartiesNext = 0x03,
  kCredentialsBegin = 0x04,
  kCredentialsNext = 0x05,
  kDelete = 0x06,
  kUpdateUser = 0x07,
};

// What pinUvAuthParam is made over.
std::vector<std::uint8_t> signed_part(Subcommand subcommand, wire::Bytes parameters) {
  wire::Writer out;
  return out.u8(static_cast<std::uint8_t>(subcommand)).bytes(parameters).release();
}

// `total`: 0 for those after the first.
std::vector<std::uint8_t> relying_party(const vault::FidoCredential& credential,
                                        std::size_t total) {
  wire::CborWriter out;
  out.map(total > 0 ? 3U : 2U).integer(3).map(1).text("id").text(credential.rp_id);
  out.integer(4).bytes(credential.rp);
  if (total > 0) out.integer(5).integer(static_cast<std::int64_t>(total));
  return out.release();
}

std::vector<std::uint8_t> credential_entry(const vault::FidoCredential& credential,
                                           std::size_t total) {
  wire::CborWriter out;
  out.map(total > 0 ? 5U : 4U).integer(6);
  write_user(out, credential.user);
  out.integer(7);
  write_descriptor(out, credential.id);
  out.integer(8).raw(credential.public_key);
  if (total > 0) out.integer(9).integer(static_cast<std::int64_t>(total));
  out.integer(0x0A).integer(static_cast<std::int64_t>(credential.protect) + 1);
  return out.release();
}

}  // namespace

void Authenticator::credential_management(wire::Bytes parameters) {
  Parameters in(parameters);
  const std::int64_t subcommand = in.integer(0x01);
  if (!in.ok()) return finish(in.status());
  if (subcommand == kRelyingPartiesNext) return next_listed(true);
  if (subcommand == kCredentialsNext) return next_listed(false);
  listed_.reset();
  const auto map = in.map_if(0x02);
  vault::PinAuth auth = in.pin_auth(0x04, 0x03);
  if (!in.ok()) return finish(in.status());
  if (auth.protocol == 0) return finish(Status::kPinRequired);
  switch (subcommand) {
    case kGetMetadata:
      return ask(vault::FidoList{std::move(auth), signed_part(kGetMetadata, {}), std::nullopt},
                 [this](vault::Response&, vault::FidoReply& reply) {
                   const std::size_t stored = reply.credentials.size();
                   wire::CborWriter out;
                   out.map(2).integer(1).integer(static_cast<std::int64_t>(stored));
                   out.integer(2).integer(static_cast<std::int64_t>(vault::kMaxResident - stored));
                   finish(Status::kOk, out.buffer());
                 });
    case kRelyingPartiesBegin:
      return begin_relying_parties(std::move(auth));
    case kCredentialsBegin:
    case kDelete:
    case kUpdateUser:
      if (!map) return finish(Status::kMissingParameter);
      if (subcommand == kCredentialsBegin) return begin_credentials(std::move(auth), *map);
      return change_credential(std::move(auth), *map, subcommand == kDelete);
    default:
      finish(Status::kInvalidSubcommand);
  }
}

void Authenticator::begin_relying_parties(vault::PinAuth auth) {
  ask(vault::FidoList{std::move(auth), signed_part(kRelyingPartiesBegin, {}), std::nullopt},
      [this](vault::Response&, vault::FidoReply& reply) {
        Listed& listed = listed_.emplace();
        listed.relying_parties = true;
        for (const auto& each : reply.credentials) {
          const bool known = std::ranges::any_of(
              listed.rest, [&](const auto& other) { return other.rp == each.rp; });
          if (!known) listed.rest.push_back(each);
        }
        if (listed.rest.empty()) return finish(Status::kNoCredentials);
        const auto answer = relying_party(listed.rest.back(), listed.rest.size());
        listed.rest.pop_back();
        finish(Status::kOk, answer);
      });
}

void Authenticator::begin_credentials(vault::PinAuth auth, const wire::CborValue& map) {
  Parameters in(map);
  const vault::FidoHash rp = in.hash(0x01);
  if (!in.ok()) return finish(in.status());
  ask(vault::FidoList{std::move(auth), signed_part(kCredentialsBegin, map.encoding()), rp},
      [this](vault::Response&, vault::FidoReply& reply) {
        if (reply.credentials.empty()) return finish(Status::kNoCredentials);
        Listed& listed = listed_.emplace();
        listed.rest = std::move(reply.credentials);
        const auto answer = credential_entry(listed.rest.back(), listed.rest.size());
        listed.rest.pop_back();
        finish(Status::kOk, answer);
      });
}

void Authenticator::next_listed(bool relying_parties) {
  if (!listed_ || listed_->relying_parties != relying_parties || listed_->rest.empty()) {
    return finish(Status::kNotAllowed);
  }
  const vault::FidoCredential each = std::move(listed_->rest.back());
  listed_->rest.pop_back();
  finish(Status::kOk, relying_parties ? relying_party(each, 0) : credential_entry(each, 0));
}

void Authenticator::change_credential(vault::PinAuth auth, const wire::CborValue& map,
                                      bool deletes) {
  Parameters in(map);
  const auto which = in.map_if(0x02);
  if (!which) in.fail(Status::kMissingParameter);
  auto id = which ? in.descriptor(*which) : std::nullopt;
  if (in.ok() && !id) in.fail(Status::kNoCredentials);
  const auto done = [this](vault::Response&, vault::FidoReply&) { finish(Status::kOk); };
  if (deletes) {
    if (!in.ok()) return finish(in.status());
    return ask(vault::FidoDelete{std::move(auth), signed_part(kDelete, map.encoding()),
                                 std::move(id).value_or(vault::CredentialId{})},
               done);
  }
  vault::FidoUser user = in.user(0x03);
  if (!in.ok()) return finish(in.status());
  ask(vault::FidoUpdateUser{std::move(auth), signed_part(kUpdateUser, map.encoding()),
                            std::move(id).value_or(vault::CredentialId{}), std::move(user)},
      done);
}

}  // namespace gokey::fido
