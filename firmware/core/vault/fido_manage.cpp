// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Credential management, CTAP 2.1, 6.8.
#include <algorithm>
#include <utility>

#include "core/vault/fido.h"

namespace gokey::vault {

bool Fido::manages(const PinAuth& auth, wire::Bytes message, const std::optional<FidoHash>& rp) {
  return token_.verify(auth, message, permission::kManage, rp);
}

std::vector<FidoCredential>::const_iterator Fido::find_resident(wire::Bytes id) const {
  return std::ranges::find_if(store_.residents(), [&](const FidoCredential& each) {
    return std::ranges::equal(each.id, id);
  });
}

Response Fido::serve(const FidoList& request) {
  if (!ready()) return fido_refused(not_ready());
  if (!manages(request.auth, request.message, request.rp)) {
    return fido_refused(FidoError::kPinAuthInvalid);
  }
  FidoReply reply;
  reply.user_verified = true;
  for (const FidoCredential& each : store_.residents()) {
    if (request.rp && each.rp != *request.rp) continue;
    FidoCredential& listed = reply.credentials.emplace_back(each);
    // Deriving it takes a while, and the list of relying parties has no use for it.
    if (!request.rp) continue;
    const crypto::Secret key = keys().private_key(each.algorithm, each.rp, each.id, random_);
    listed.public_key =
        cose_key(each.algorithm, public_point(each.algorithm, key.bytes(), random_));
  }
  return fido_response(std::move(reply));
}

Response Fido::serve(const FidoDelete& request) {
  if (!ready()) return fido_refused(not_ready());
  const auto found = find_resident(request.id);
  const bool known = found != store_.residents().end();
  const auto rp = known ? std::optional(found->rp) : std::nullopt;
  if (!manages(request.auth, request.message, rp)) {
    return fido_refused(FidoError::kPinAuthInvalid);
  }
  if (!known) return fido_refused(FidoError::kNoCredentials);
  std::vector<FidoCredential> residents = store_.residents();
  residents.erase(residents.begin() + (found - store_.residents().begin()));
  if (!store_.save(std::move(residents))) return fido_refused(FidoError::kStorage);
  return fido_response({});
}

Response Fido::serve(const FidoUpdateUser& request) {
  if (!ready()) return fido_refused(not_ready());
  const auto found = find_resident(request.id);
  const bool known = found != store_.residents().end();
  const auto rp = known ? std::optional(found->rp) : std::nullopt;
  if (!manages(request.auth, request.message, rp)) {
    return fido_refused(FidoError::kPinAuthInvalid);
  }
  if (!known) return fido_refused(FidoError::kNoCredentials);
  if (found->user.id != request.user.id) return fido_refused(FidoError::kBadParameter);
  std::vector<FidoCredential> residents = store_.residents();
  residents[static_cast<std::size_t>(found - store_.residents().begin())].user = request.user;
  if (!store_.save(std::move(residents))) return fido_refused(FidoError::kStorage);
  return fido_response({});
}

}  // namespace gokey::vault
