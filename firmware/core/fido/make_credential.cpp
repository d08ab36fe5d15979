// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// authenticatorMakeCredential, CTAP 2.1, 6.1.
#include <utility>

#include "core/crypto/hash.h"
#include "core/fido/authenticator.h"

namespace gokey::fido {
namespace {

constexpr std::int64_t kEs256 = -7;
constexpr std::int64_t kEdDsa = -8;

// The first algorithm of the list that is known here.
std::optional<vault::FidoAlgorithm> choose_algorithm(Parameters& in) {
  const auto list = in.array_if(0x04);
  if (!list) {
    in.fail(Status::kMissingParameter);
    return std::nullopt;
  }
  std::optional<vault::FidoAlgorithm> chosen;
  auto rest = list->children();
  while (const auto each = rest.next()) {
    if (!each->is_map()) {
      in.fail(Status::kUnexpectedType);
      break;
    }
    Parameters entry(*each);
    const std::int64_t number = entry.integer("alg");
    const bool key = entry.text("type") == "public-key";
    in.fail(entry.status());
    if (chosen || !key) continue;
    if (number == kEs256) chosen = vault::FidoAlgorithm::kEs256;
    if (number == kEdDsa) chosen = vault::FidoAlgorithm::kEdDsa;
  }
  if (!chosen) in.fail(Status::kUnsupportedAlgorithm);
  return chosen;
}

void read_extensions(Parameters& in, vault::FidoMake& make) {
  const auto map = in.map_if(0x06);
  if (!map) return;
  Parameters extensions(*map);
  make.hmac_secret = extensions.boolean_if("hmac-secret").value_or(false);
  if (const auto level = extensions.integer_if("credProtect")) {
    if (*level < 1 || *level > 3) {
      in.fail(Status::kInvalidOption);
    } else {
      make.protect = static_cast<vault::CredProtect>(*level - 1);
    }
  }
  in.fail(extensions.status());
}

// CTAP 2.1, 6.1.2 steps 4 and 5. User verification goes by pinUvAuthParam alone.
void read_options(Parameters& in, vault::FidoMake& make) {
  const auto map = in.map_if(0x07);
  if (!map) return;
  Parameters options(*map);
  make.resident = options.boolean_if("rk").value_or(false);
  const bool up = options.boolean_if("up").value_or(true);
  const bool uv = options.boolean_if("uv").value_or(false);
  in.fail(options.status());
  if (!up || (uv && make.auth.protocol == 0)) in.fail(Status::kInvalidOption);
}

// WebAuthn level 2, 8.2. The signature is by the certificate's key, whatever the credential's is.
std::vector<std::uint8_t> attestation_object(const vault::Response& response,
                                             const vault::FidoReply& reply) {
  wire::CborWriter out;
  out.map(3).integer(1).text("packed").integer(2).bytes(reply.auth_data);
  out.integer(3).map(3).text("alg").integer(kEs256);
  out.text("sig").bytes(response.data.bytes()).text("x5c").array(1).bytes(reply.certificate);
  return out.release();
}

}  // namespace

struct Authenticator::MakeCredential {
  vault::FidoMake make;
  std::vector<vault::CredentialId> excluded;
};

void Authenticator::make_credential(wire::Bytes parameters) {
  Parameters in(parameters);
  auto asked = std::make_shared<MakeCredential>();
  vault::FidoMake& make = asked->make;
  make.client_data = in.hash(0x01);
  const auto rp = in.map_if(0x02);
  if (rp) {
    Parameters fields(*rp);
    make.rp_id = fields.text("id");
    in.fail(fields.status());
  } else {
    in.fail(Status::kMissingParameter);
  }
  if (make.rp_id.size() > vault::kMaxRpId) in.fail(Status::kInvalidParameter);
  make.user = in.user(0x03);
  const auto algorithm = choose_algorithm(in);
  asked->excluded = in.descriptors(0x05);
  const auto param = in.bytes_if(0x08);
  const bool touch = in.ok() && param && param->empty();
  if (touch) return touch_only(make.rp_id);
  make.auth = in.pin_auth(0x08, 0x09);
  read_extensions(in, make);
  read_options(in, make);
  if (in.find(0x0A)) in.fail(Status::kInvalidParameter);  // enterprise attestation
  if (!in.ok() || !algorithm) return finish(in.status());
  make.rp = crypto::sha256(wire::as_bytes(make.rp_id));
  make.algorithm = *algorithm;
  make.present = true;
  if (make.resident && token_.fido().pin_set && make.auth.protocol == 0) {
    return finish(Status::kPinRequired);
  }
  make_unless_excluded(asked);
}

void Authenticator::make_unless_excluded(const std::shared_ptr<MakeCredential>& asked) {
  vault::FidoFind find;
  find.rp = asked->make.rp;
  find.auth = asked->make.auth;
  find.message.assign(asked->make.client_data.begin(), asked->make.client_data.end());
  find.permission = vault::permission::kMake;
  if (!asked->excluded.empty()) find.where = vault::FidoFind::Where::kListed;
  find.ids = asked->excluded;
  ask(std::move(find), [this, asked](vault::Response&, vault::FidoReply& reply) {
    const bool excluded = !reply.credentials.empty();
    with_presence(asked->make.rp_id, [this, asked, excluded] {
      if (excluded) return finish(Status::kCredentialExcluded);
      make(asked);
    });
  });
}

void Authenticator::make(const std::shared_ptr<MakeCredential>& asked) {
  ask(std::move(asked->make), [this](vault::Response& response, vault::FidoReply& reply) {
    finish(Status::kOk, attestation_object(response, reply));
  });
}

}  // namespace gokey::fido
