// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// authenticatorClientPIN, CTAP 2.1, 6.5.
#include <utility>

#include "core/crypto/hash.h"
#include "core/fido/authenticator.h"

namespace gokey::fido {
namespace {

enum Subcommand : std::int64_t {
  kGetPinRetries = 0x01,
  kGetKeyAgreement = 0x02,
  kSetPin = 0x03,
  kChangePin = 0x04,
  kGetPinToken = 0x05,
  kGetPinTokenWithPermissions = 0x09,
};
constexpr std::uint8_t kKnownPermissions =
    vault::permission::kMake | vault::permission::kAssert | vault::permission::kManage;

std::vector<std::uint8_t> copied(wire::Bytes bytes) { return {bytes.begin(), bytes.end()}; }

}  // namespace

void Authenticator::client_pin(wire::Bytes parameters) {
  Parameters in(parameters);
  const std::int64_t subcommand = in.integer(0x02);
  if (!in.ok()) return finish(in.status());
  const vault::FidoState& state = token_.fido();
  switch (subcommand) {
    case kGetPinRetries: {
      wire::CborWriter out;
      out.map(2).integer(3).integer(state.pin_retries);
      out.integer(4).boolean(state.pin_blocked_until_start);
      return finish(Status::kOk, out.buffer());
    }
    case kGetKeyAgreement:
      static_cast<void>(in.protocol(0x01));
      if (!in.ok()) return finish(in.status());
      return ask(vault::FidoKeyAgreement{}, [this](vault::Response& response, vault::FidoReply&) {
        const wire::Bytes point = response.data.bytes();
        wire::CborWriter out;
        // kty EC2, alg ECDH-ES+HKDF-256, crv P-256
        out.map(1).integer(1).map(5).integer(1).integer(2).integer(3).integer(-25);
        out.integer(-1).integer(1).integer(-2).bytes(point.first(32));
        out.integer(-3).bytes(point.last(32));
        finish(Status::kOk, out.buffer());
      });
    case kSetPin:
      return set_pin(in, false);
    case kChangePin:
      return set_pin(in, true);
    case kGetPinToken:
      return get_token(in, false);
    case kGetPinTokenWithPermissions:
      return get_token(in, true);
    default:
      finish(Status::kInvalidSubcommand);
  }
}

void Authenticator::set_pin(Parameters& in, bool change) {
  vault::FidoSetPin request;
  request.protocol = in.protocol(0x01);
  request.peer = in.peer(0x03);
  request.auth = copied(in.bytes(0x04));
  request.new_pin_enc = copied(in.bytes(0x05));
  if (change) {
    request.pin_hash_enc = copied(in.bytes(0x06));
    if (request.pin_hash_enc.empty()) in.fail(Status::kInvalidParameter);
  }
  if (!in.ok()) return finish(in.status());
  ask(std::move(request), [this](vault::Response&, vault::FidoReply&) { finish(Status::kOk); });
}

void Authenticator::get_token(Parameters& in, bool with_permissions) {
  vault::FidoGetToken request;
  request.protocol = in.protocol(0x01);
  request.peer = in.peer(0x03);
  request.pin_hash_enc = copied(in.bytes(0x06));
  const auto permissions = in.integer_if(0x09);
  const auto rp_id = in.text_if(0x0A);
  if (with_permissions) {
    if (!permissions) in.fail(Status::kMissingParameter);
    if (permissions == 0) in.fail(Status::kInvalidParameter);
    if (permissions && (*permissions & ~std::int64_t{kKnownPermissions}) != 0) {
      in.fail(Status::kUnauthorizedPermission);
    }
    request.permissions = static_cast<std::uint8_t>(permissions.value_or(0) & kKnownPermissions);
    const bool for_one = (request.permissions & ~vault::permission::kManage) != 0;
    if (for_one && !rp_id) in.fail(Status::kMissingParameter);
    if (rp_id) request.rp = crypto::sha256(wire::as_bytes(*rp_id));
  } else {
    if (permissions || rp_id) in.fail(Status::kInvalidParameter);
    request.permissions = vault::permission::kMake | vault::permission::kAssert;
  }
  if (!in.ok()) return finish(in.status());
  ask(std::move(request), [this](vault::Response& response, vault::FidoReply&) {
    wire::CborWriter out;
    out.map(1).integer(2).bytes(response.data.bytes());
    finish(Status::kOk, out.buffer());
  });
}

}  // namespace gokey::fido
