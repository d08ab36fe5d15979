// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// How a token's life as somebody's own begins and ends.
#include <algorithm>
#include <string>
#include <utility>

#include "core/crypto/curve25519.h"
#include "core/crypto/hash.h"
#include "core/vault/host_key.h"
#include "core/vault/provision.h"
#include "core/vault/vault.h"
#include "wire/provisioning.h"
#include "wire/ssh_signature.h"

namespace gokey::vault {
namespace {

Response explained(Outcome outcome, std::string_view words) {
  Response response = with(outcome);
  response.data = crypto::Secret::copy_of(wire::as_bytes(words));
  return response;
}

std::string_view describe(wire::WireError error) {
  return error == wire::WireError::kUnsupported
             ? "what was sent is of another version, or asks for something unknown"
             : "what was sent is malformed";
}

ProvisionInput input_of(const wire::Provisioning& form) {
  ProvisionInput input;
  input.openpgp_key = crypto::Secret::copy_of(form.pgp_secret_key);
  input.authorized_keys = form.authorized_keys;
  input.name = form.name;
  input.language = form.language;
  input.sex = form.sex;
  input.url = form.url;
  input.manufacturer = form.manufacturer;
  input.signature_pin_once = form.signature_pin_once;
  input.snvs = form.snvs == wire::ProvisioningSnvs::kSsh  ? SnvsMode::kSsh
               : form.snvs == wire::ProvisioningSnvs::kOn ? SnvsMode::kOn
                                                          : SnvsMode::kNone;
  input.attestation_certificate.assign(form.attestation_certificate.begin(),
                                       form.attestation_certificate.end());
  input.attestation_key = crypto::Secret::copy_of(form.attestation_key);
  input.now = form.now;
  input.needs_login = true;
  return input;
}

Outcome outcome_of(ProvisionErrorCode code) {
  switch (code) {
    case ProvisionErrorCode::kAlreadyProvisioned:
      return Outcome::kAlreadyProvisioned;
    case ProvisionErrorCode::kStore:
      return Outcome::kStorage;
    default:
      return Outcome::kBadForm;
  }
}

}  // namespace

Response Vault::serve(const Provision& request) {
  if (record_) return with(Outcome::kAlreadyProvisioned);
  if (!store_.lasting()) {
    return explained(Outcome::kStorage, "the token has no storage that lasts beyond a restart");
  }
  const auto form = wire::parse_provisioning(request.form.bytes());
  if (!form) return explained(Outcome::kBadForm, describe(form.error()));
  const auto done = provision(store_, device_, random_, input_of(*form));
  if (!done) return explained(outcome_of(done.error().code), done.error().text);
  // Told only of what was read back.
  const auto opened = open();
  if (!opened || *opened != VaultState::kProvisioned) {
    return explained(Outcome::kStorage, "the token record could not be read back");
  }
  return serve(Describe{});
}

Response Vault::serve(const SignReceipt& request) {
  if (!record_) return with(Outcome::kNotProvisioned);
  if (!record_->host_key_pem.empty()) return with(Outcome::kWrongAlgorithm);
  const crypto::Secret seed = derive_host_key(device_);
  std::array<std::uint8_t, 64> digest{};
  crypto::Hash hash(crypto::HashAlgorithm::kSha512);
  hash.update(wire::as_bytes(request.text));
  hash.finish(digest);

  wire::SshSignature signature;
  signature.name_space = kReceiptNameSpace;
  signature.public_key = crypto::ed25519_public(seed.bytes().first<32>());
  const crypto::Secret numbers = crypto::ed25519_sign(
      seed.bytes().first<32>(), wire::ssh_signed_data(kReceiptNameSpace, digest));
  std::ranges::copy(numbers.bytes(), signature.signature.begin());
  return explained(Outcome::kDone, wire::encode_ssh_signature(signature));
}

Response Vault::serve(const FactoryReset&) {
  if (!record_ && !damaged_) return with(Outcome::kNotProvisioned);
  forget();
  if (store_.erase()) {
    damaged_ = false;
    return {};
  }
  return explained(Outcome::kStorage, "the storage could not be erased");
}

}  // namespace gokey::vault
