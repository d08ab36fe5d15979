// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The PIN, CTAP 2.1, 6.5.5.
#include <algorithm>
#include <utility>

#include "core/crypto/constant_time.h"
#include "core/crypto/hash.h"
#include "core/vault/fido.h"

namespace gokey::vault {
namespace {

constexpr std::size_t kPaddedPin = 64;
constexpr std::size_t kMinCodePoints = 4;

PinHash hash_of(wire::Bytes pin) {
  PinHash half{};
  crypto::Hash hash(crypto::HashAlgorithm::kSha256);
  hash.update(pin);
  hash.finish(half);
  return half;
}

std::size_t code_points(wire::Bytes utf8) {
  return static_cast<std::size_t>(
      std::ranges::count_if(utf8, [](std::uint8_t byte) { return (byte & 0xC0U) != 0x80U; }));
}

std::expected<PinHash, FidoError> new_pin(wire::Bytes padded) {
  if (padded.size() != kPaddedPin) return std::unexpected(FidoError::kBadParameter);
  const auto end = std::ranges::find(padded, std::uint8_t{0});
  const auto pin = padded.first(static_cast<std::size_t>(end - padded.begin()));
  if (pin.size() == kPaddedPin || code_points(pin) < kMinCodePoints) {
    return std::unexpected(FidoError::kPinPolicy);
  }
  return hash_of(pin);
}

}  // namespace

Response Fido::serve(const FidoKeyAgreement&) {
  if (!ready()) return fido_refused(not_ready());
  const auto point = agreement_.point();
  if (point.empty()) return fido_refused(FidoError::kFailed);
  Response response = fido_response({});
  response.data = crypto::Secret::copy_of(point);
  return response;
}

Fido::Checked Fido::pin_allowed() const {
  if (store_.values().pin_retries == 0) return std::unexpected(FidoError::kPinBlocked);
  if (wrong_pins_ >= kPinTriesPerStart) return std::unexpected(FidoError::kPinAuthBlocked);
  return {};
}

// Counts the try in storage before the PIN is looked at. A right PIN's count is not yet restored.
Fido::Checked Fido::check_pin(std::uint8_t protocol, wire::Bytes shared, wire::Bytes encrypted) {
  FidoValues values = store_.values();
  --values.pin_retries;
  if (!store_.save(values)) return std::unexpected(FidoError::kStorage);
  const crypto::Secret given = pin_decrypt(protocol, shared, encrypted);
  if (values.pin && given.size() == values.pin->size() &&
      crypto::constant_time_equal(given.bytes(), *values.pin)) {
    wrong_pins_ = 0;
    return {};
  }
  agreement_.renew();
  ++wrong_pins_;
  if (const auto allowed = pin_allowed(); !allowed) return allowed;
  return std::unexpected(FidoError::kPinInvalid);
}

Response Fido::serve(const FidoSetPin& request) {
  if (!ready()) return fido_refused(not_ready());
  if (!is_pin_protocol(request.protocol)) return fido_refused(FidoError::kBadParameter);
  const bool change = !request.pin_hash_enc.empty();
  if (!change && store_.values().pin) return fido_refused(FidoError::kPinAuthInvalid);
  if (change && !store_.values().pin) return fido_refused(FidoError::kPinNotSet);
  if (change) {
    if (const auto allowed = pin_allowed(); !allowed) return fido_refused(allowed.error());
  }
  const crypto::Secret shared = agreement_.shared(request.protocol, request.peer);
  if (shared.empty()) return fido_refused(FidoError::kBadParameter);
  wire::Writer message;
  message.bytes(request.new_pin_enc).bytes(request.pin_hash_enc);
  if (!pin_verify(request.protocol, shared.bytes(), message.buffer(), request.auth)) {
    return fido_refused(FidoError::kPinAuthInvalid);
  }
  if (change) {
    const auto right = check_pin(request.protocol, shared.bytes(), request.pin_hash_enc);
    if (!right) return fido_refused(right.error());
  }
  const crypto::Secret padded = pin_decrypt(request.protocol, shared.bytes(), request.new_pin_enc);
  const auto hash = new_pin(padded.bytes());
  FidoValues values = store_.values();
  values.pin_retries = kPinRetries;
  if (hash) values.pin = *hash;
  // Also where the new PIN is refused the old one was right, and its tries are all there again.
  if ((hash || change) && !store_.save(values)) return fido_refused(FidoError::kStorage);
  if (!hash) return fido_refused(hash.error());
  wrong_pins_ = 0;
  token_.revoke();
  last_.reset();
  return fido_response({});
}

Response Fido::serve(const FidoGetToken& request) {
  if (!ready()) return fido_refused(not_ready());
  if (!is_pin_protocol(request.protocol)) return fido_refused(FidoError::kBadParameter);
  if (!store_.values().pin) return fido_refused(FidoError::kPinNotSet);
  if (const auto allowed = pin_allowed(); !allowed) return fido_refused(allowed.error());
  const crypto::Secret shared = agreement_.shared(request.protocol, request.peer);
  if (shared.empty()) return fido_refused(FidoError::kBadParameter);
  const auto right = check_pin(request.protocol, shared.bytes(), request.pin_hash_enc);
  if (!right) return fido_refused(right.error());
  FidoValues values = store_.values();
  values.pin_retries = kPinRetries;
  if (!store_.save(values)) return fido_refused(FidoError::kStorage);
  const auto token = token_.issue(request.protocol, request.permissions, request.rp);
  Response response = fido_response({});
  response.data = pin_encrypt(request.protocol, shared.bytes(), token, random_);
  return response;
}

}  // namespace gokey::vault
