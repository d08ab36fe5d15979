// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Making credentials and signing with them.
#include <algorithm>
#include <utility>

#include "core/crypto/hmac.h"
#include "core/vault/fido.h"
#include "wire/cbor.h"
#include "wire/u2f.h"

namespace gokey::vault {
namespace {

// CTAP 2.1, 6.1: flags of the authenticator data.
constexpr std::uint8_t kUserPresent = 0x01;
constexpr std::uint8_t kUserVerified = 0x04;
constexpr std::uint8_t kAttestedData = 0x40;
constexpr std::uint8_t kExtensionData = 0x80;
constexpr std::uint8_t kRegistrationReserved = 0x00;
// One or two salts of hmac-secret, as they come encrypted.
constexpr std::size_t kSaltSize = 32;

std::uint8_t flags_of(bool present, bool verified) {
  return static_cast<std::uint8_t>((present ? kUserPresent : 0) | (verified ? kUserVerified : 0));
}

wire::Writer auth_data(const FidoHash& rp, std::uint8_t flags, std::uint32_t counter) {
  wire::Writer out;
  out.bytes(rp).u8(flags).u32(counter);
  return out;
}

std::vector<std::uint8_t> joined(wire::Bytes a, wire::Bytes b) {
  return wire::Writer().bytes(a).bytes(b).release();
}

Response signed_reply(crypto::Secret signature, FidoReply reply) {
  if (signature.empty()) return fido_refused(FidoError::kFailed);
  Response response = fido_response(std::move(reply));
  response.data = std::move(signature);
  return response;
}

std::vector<std::uint8_t> make_extensions(const FidoMake& request) {
  if (!request.protect && !request.hmac_secret) return {};
  wire::CborWriter out;
  out.map((request.protect ? 1U : 0U) + (request.hmac_secret ? 1U : 0U));
  if (request.protect) {
    out.text("credProtect").integer(static_cast<std::int64_t>(*request.protect) + 1);
  }
  if (request.hmac_secret) out.text("hmac-secret").boolean(true);
  return out.release();
}

}  // namespace

Response Fido::serve(const FidoRegister& request) {
  if (!ready()) return fido_refused(not_ready());
  const CredentialId id = keys().make_id(request.application, {}, random_);
  crypto::Secret key = keys().private_key(FidoAlgorithm::kEs256, request.application, id, random_);
  const auto point = public_point(FidoAlgorithm::kEs256, key.bytes(), random_);
  const Attester by = attester(FidoAlgorithm::kEs256, std::move(key));
  wire::Writer message;
  message.u8(kRegistrationReserved).bytes(request.application).bytes(request.challenge);
  message.bytes(id).bytes(point);
  const crypto::Secret signature =
      fido_sign(FidoAlgorithm::kEs256, by.key.bytes(), message.buffer(), random_);
  if (point.size() != wire::u2f::kPointSize || by.certificate.empty() || signature.empty()) {
    return fido_refused(FidoError::kFailed);
  }
  wire::u2f::RegisterResponse registration{{}, id, by.certificate, signature.bytes()};
  std::ranges::copy(point, registration.public_key.begin());
  const auto encoded = wire::u2f::encode(registration);
  if (!encoded) return fido_refused(FidoError::kFailed);
  return signed_reply(crypto::Secret::copy_of(*encoded), {});
}

Response Fido::serve(const FidoAuthenticate& request) {
  if (!ready()) return fido_refused(not_ready());
  const auto note = usable(request.application, request.key_handle, false);
  if (!note || note->algorithm != FidoAlgorithm::kEs256) {
    return fido_refused(FidoError::kNoCredentials);
  }
  const auto counter = count();
  if (!counter) return fido_refused(FidoError::kStorage);
  const crypto::Secret key =
      keys().private_key(note->algorithm, request.application, request.key_handle, random_);
  wire::Writer message = auth_data(request.application, flags_of(request.present, false), *counter);
  message.bytes(request.challenge);
  const crypto::Secret signature =
      fido_sign(note->algorithm, key.bytes(), message.buffer(), random_);
  if (signature.empty()) return fido_refused(FidoError::kFailed);
  return signed_reply(crypto::Secret::copy_of(wire::u2f::encode(wire::u2f::AuthenticateResponse{
                          request.present, *counter, signature.bytes()})),
                      {});
}

Response Fido::serve(const FidoMake& request) {
  if (!ready()) return fido_refused(not_ready());
  const auto verified = verify(request.auth, request.client_data, permission::kMake, request.rp);
  if (!verified) return fido_refused(verified.error());
  if (request.resident && store_.values().pin && !*verified) {
    return fido_refused(FidoError::kPinRequired);
  }
  const CredentialNote note{request.algorithm, request.protect.value_or(CredProtect::kOptional),
                            request.resident, request.hmac_secret};
  const CredentialId id = keys().make_id(request.rp, note, random_);
  Response response = attested(request, id, note, *verified);
  if (!response.fido || response.fido->error != FidoError::kNone || !request.resident) {
    return response;
  }
  if (const auto kept = keep(request, id); !kept) return fido_refused(kept.error());
  return response;
}

// Packed attestation without a certificate is not enough for pamu2fcfg, so there always is one. Not
// provisioned, it says nothing: an ES256 credential's own key signs it, so that nothing ties a
// token's credentials together. As a certificate's key must be a P-256 key here, an EdDSA
// credential gets one that is drawn for it and forgotten at once.
Fido::Attester Fido::attester(FidoAlgorithm algorithm, crypto::Secret own_key) {
  if (const Attestation* provisioned = store_.attestation()) {
    return {crypto::Secret::copy_of(provisioned->scalar.bytes()), provisioned->certificate};
  }
  if (algorithm != FidoAlgorithm::kEs256) own_key = random_p256_key(random_);
  auto certificate = self_certificate(own_key.bytes(), random_);
  return {std::move(own_key), std::move(certificate)};
}

Response Fido::attested(const FidoMake& request, const CredentialId& id, const CredentialNote& note,
                        bool verified) {
  crypto::Secret key = keys().private_key(note.algorithm, request.rp, id, random_);
  const auto point = public_point(note.algorithm, key.bytes(), random_);
  if (point.empty()) return fido_refused(FidoError::kFailed);
  const auto extensions = make_extensions(request);
  const std::uint8_t flags = flags_of(request.present, verified) | kAttestedData |
                             (extensions.empty() ? std::uint8_t{0} : kExtensionData);
  wire::Writer data = auth_data(request.rp, flags, store_.values().counter);
  data.bytes(kAaguid).u16(static_cast<std::uint16_t>(id.size())).bytes(id);
  data.bytes(cose_key(note.algorithm, point)).bytes(extensions);

  FidoReply reply;
  reply.user_verified = verified;
  reply.auth_data = data.release();
  const auto message = joined(reply.auth_data, request.client_data);
  if (request.present) token_.spend();
  Attester by = attester(note.algorithm, std::move(key));
  if (by.certificate.empty()) return fido_refused(FidoError::kFailed);
  reply.certificate = std::move(by.certificate);
  return signed_reply(fido_sign(FidoAlgorithm::kEs256, by.key.bytes(), message, random_),
                      std::move(reply));
}

// CTAP 2.1, 6.1.2: a user has one resident credential with a relying party.
Fido::Checked Fido::keep(const FidoMake& request, const CredentialId& id) {
  std::vector<FidoCredential> residents = store_.residents();
  std::erase_if(residents, [&](const FidoCredential& each) {
    return each.rp == request.rp && each.user.id == request.user.id;
  });
  if (residents.size() >= kMaxResident) return std::unexpected(FidoError::kKeyStoreFull);
  FidoCredential credential;
  credential.id = id;
  credential.rp = request.rp;
  credential.rp_id = request.rp_id;
  credential.user = request.user;
  credential.algorithm = request.algorithm;
  credential.protect = request.protect.value_or(CredProtect::kOptional);
  credential.resident = true;
  residents.push_back(std::move(credential));
  if (!store_.save(std::move(residents))) return std::unexpected(FidoError::kStorage);
  return {};
}

Response Fido::serve(const FidoAssert& request) {
  if (!ready()) return fido_refused(not_ready());
  Assertion now{request.rp, request.client_data, request.present, false};
  if (request.next) {
    if (!last_ || last_->rp != request.rp) return fido_refused(FidoError::kNotAllowed);
    now = *last_;
  } else {
    last_.reset();
    const auto verified =
        verify(request.auth, request.client_data, permission::kAssert, request.rp);
    if (!verified) return fido_refused(verified.error());
    now.verified = *verified;
  }
  const auto note = usable(now.rp, request.id, now.verified);
  if (!note) return fido_refused(FidoError::kNoCredentials);

  std::vector<std::uint8_t> extensions;
  if (request.hmac_secret && note->hmac_secret) {
    auto output = hmac_secret(*request.hmac_secret, now.rp, request.id, now.verified);
    if (!output) return fido_refused(output.error());
    extensions = std::move(*output);
  }
  const auto counter = count();
  if (!counter) return fido_refused(FidoError::kStorage);
  const std::uint8_t flags =
      flags_of(now.present, now.verified) | (extensions.empty() ? std::uint8_t{0} : kExtensionData);
  FidoReply reply;
  reply.user_verified = now.verified;
  reply.auth_data = auth_data(now.rp, flags, *counter).bytes(extensions).release();
  if (const FidoCredential* found = resident(now.rp, request.id)) {
    reply.credentials.push_back(*found);
  }
  last_ = now;
  if (now.present) token_.spend();
  const crypto::Secret key = keys().private_key(note->algorithm, now.rp, request.id, random_);
  const auto message = joined(reply.auth_data, now.client_data);
  return signed_reply(fido_sign(note->algorithm, key.bytes(), message, random_), std::move(reply));
}

// CTAP 2.1, 12.5.
std::expected<std::vector<std::uint8_t>, FidoError> Fido::hmac_secret(const HmacSecretInput& input,
                                                                      const FidoHash& rp,
                                                                      wire::Bytes id,
                                                                      bool verified) {
  if (!is_pin_protocol(input.protocol)) return std::unexpected(FidoError::kBadParameter);
  const crypto::Secret shared = agreement_.shared(input.protocol, input.peer);
  if (shared.empty()) return std::unexpected(FidoError::kBadParameter);
  if (!pin_verify(input.protocol, shared.bytes(), input.salt_enc, input.salt_auth)) {
    return std::unexpected(FidoError::kPinAuthInvalid);
  }
  const crypto::Secret salts = pin_decrypt(input.protocol, shared.bytes(), input.salt_enc);
  if (salts.size() != kSaltSize && salts.size() != 2 * kSaltSize) {
    return std::unexpected(FidoError::kBadParameter);
  }
  const crypto::Secret random = keys().cred_random(rp, id, verified);
  crypto::Secret outputs(salts.size());
  for (std::size_t at = 0; at < salts.size(); at += kSaltSize) {
    const crypto::Secret output =
        crypto::hmac_sha256(random.bytes(), {salts.bytes().subspan(at, kSaltSize)});
    std::ranges::copy(output.bytes(), outputs.writable().subspan(at).begin());
  }
  const crypto::Secret encrypted =
      pin_encrypt(input.protocol, shared.bytes(), outputs.bytes(), random_);
  return wire::CborWriter().map(1).text("hmac-secret").bytes(encrypted.bytes()).release();
}

}  // namespace gokey::vault
