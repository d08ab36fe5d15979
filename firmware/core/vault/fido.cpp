// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// State, and looking for credentials.
#include "core/vault/fido.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "core/crypto/hash.h"

namespace gokey::vault {

bool Fido::open(const RecordId& record, const std::optional<FidoHash>& certificate) {
  close();
  powered_ms_ = clock_.now_ms();
  const auto loaded = store_.load();
  problem_ = loaded                                    ? FidoProblem::kNone
             : loaded.error() == SealedError::kMissing ? FidoProblem::kLost
             : loaded.error() == SealedError::kVersion ? FidoProblem::kVersion
                                                       : FidoProblem::kDamaged;
  const bool readable = loaded || loaded.error() != SealedError::kStore;
  return open_attestation(record, certificate) && readable;
}

// False if the medium could not be read.
bool Fido::open_attestation(const RecordId& record, const std::optional<FidoHash>& certificate) {
  const auto loaded = store_.load_attestation(record);
  // The record of an older firmware does not tell what is to be there.
  const bool as_provisioned =
      certificate ? loaded && crypto::sha256(store_.attestation()->certificate) == *certificate
                  : loaded || loaded.error() == SealedError::kMissing;
  certificate_lost_ = !as_provisioned;
  if (certificate_lost_) store_.drop_attestation();
  return loaded || loaded.error() != SealedError::kStore;
}

void Fido::close() {
  started_ = false;
  wrong_pins_ = 0;
  forget_session();
}

void Fido::forget_session() {
  agreement_.renew();
  token_.revoke();
  last_.reset();
  reset_until_ms_ = 0;
}

FidoState Fido::state() const {
  FidoState state;
  state.problem = problem_;
  state.initialised = started_;
  state.counter = store_.values().counter;
  state.pin_set = store_.values().pin.has_value();
  state.pin_retries = store_.values().pin_retries;
  state.pin_blocked_until_start = wrong_pins_ >= kPinTriesPerStart;
  state.resident = static_cast<std::uint8_t>(store_.residents().size());
  if (const Attestation* attestation = store_.attestation()) {
    state.certificate_sha1 = crypto::sha1(attestation->certificate);
  }
  state.certificate_lost = certificate_lost_;
  return state;
}

FidoError Fido::not_ready() const { return started_ ? FidoError::kStorage : FidoError::kNotUsable; }

const FidoCredential* Fido::resident(const FidoHash& rp, wire::Bytes id) const {
  for (const FidoCredential& each : store_.residents()) {
    if (each.rp == rp && std::ranges::equal(each.id, id)) return &each;
  }
  return nullptr;
}

// A resident credential that was deleted is gone, though its id would still open.
std::optional<CredentialNote> Fido::usable(const FidoHash& rp, wire::Bytes id,
                                           bool verified) const {
  const auto note = keys().open_id(rp, id);
  if (!note) return std::nullopt;
  if (note->resident && resident(rp, id) == nullptr) return std::nullopt;
  if (note->protect == CredProtect::kRequired && !verified) return std::nullopt;
  return note;
}

Fido::Verified Fido::verify(const PinAuth& auth, wire::Bytes message, std::uint8_t permission,
                            const FidoHash& rp) {
  if (auth.protocol == 0) return false;
  if (!store_.values().pin) return std::unexpected(FidoError::kPinNotSet);
  if (!token_.verify(auth, message, permission, rp)) {
    return std::unexpected(FidoError::kPinAuthInvalid);
  }
  return true;
}

// Saved before any answer that carries it. Nothing at its end, or if it could not be saved.
std::optional<std::uint32_t> Fido::count() {
  FidoValues values = store_.values();
  if (values.counter == std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  ++values.counter;
  if (!store_.save(values)) return std::nullopt;
  return values.counter;
}

Response Fido::serve(const FidoFind& request) {
  if (!ready()) return fido_refused(not_ready());
  const auto verified = verify(request.auth, request.message, request.permission, request.rp);
  if (!verified) return fido_refused(verified.error());
  FidoReply reply;
  reply.user_verified = *verified;
  if (request.where == FidoFind::Where::kListed) {
    for (const CredentialId& id : request.ids) {
      const auto note = usable(request.rp, id, *verified);
      if (!note) continue;
      FidoCredential found;
      found.id = id;
      found.rp = request.rp;
      found.algorithm = note->algorithm;
      found.protect = note->protect;
      found.resident = note->resident;
      reply.credentials.push_back(std::move(found));
    }
  } else if (request.where == FidoFind::Where::kResident) {
    const auto& all = store_.residents();
    for (auto each = all.rbegin(); each != all.rend(); ++each) {
      if (each->rp != request.rp || (each->protect != CredProtect::kOptional && !*verified)) {
        continue;
      }
      reply.credentials.push_back(*each);
      // CTAP 2.1, 6.2.2: who the users are is told to whom they are known only.
      if (!*verified) reply.credentials.back().user = {each->user.id, {}, {}};
    }
  }
  return fido_response(std::move(reply));
}

Response Fido::serve(const FidoReset& request) {
  if (!started_) return fido_refused(FidoError::kNotUsable);
  const std::uint64_t now = clock_.now_ms();
  if (request.begin) {
    if (now - powered_ms_ > kResetWindowMs) return fido_refused(FidoError::kNotAllowed);
    reset_until_ms_ = now + kResetConfirmMs;
    return fido_response({});
  }
  if (now >= reset_until_ms_) return fido_refused(FidoError::kNotAllowed);
  reset_until_ms_ = 0;
  if (!store_.forget()) return fido_refused(FidoError::kStorage);
  problem_ = FidoProblem::kNone;
  wrong_pins_ = 0;
  forget_session();
  return fido_response({});
}

// wrong_pins_ stays, see FidoPowerUp.
Response Fido::serve(const FidoPowerUp&) {
  powered_ms_ = clock_.now_ms();
  forget_session();
  return fido_response({});
}

}  // namespace gokey::vault
