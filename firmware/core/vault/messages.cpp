// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/messages.h"

#include <utility>

#include "core/vault/codec.h"
#include "core/vault/fido_codec.h"
#include "core/vault/public_codec.h"
#include "wire/provisioning.h"

namespace gokey::vault {
namespace {

constexpr std::size_t kMaxPassphrase = 4096;
constexpr std::size_t kMaxData = std::size_t{64} * 1024;

void encode_fields(Encoder& out, const Unlock& unlock) {
  out.u8(unlock.keys.bits());
  out.blob(unlock.passphrase.bytes());
}
void encode_fields(Encoder& out, const Lock& lock) { out.u8(lock.keys.bits()); }
void encode_fields(Encoder& out, const Sign& sign) {
  out.enumerator(sign.use);
  out.blob(sign.data);
}
void encode_fields(Encoder& out, const Decipher& decipher) {
  out.enumerator(decipher.use);
  out.blob(decipher.data);
}
void encode_fields(Encoder& out, const Provision& provision) { out.blob(provision.form.bytes()); }
void encode_fields(Encoder& out, const SignReceipt& receipt) { out.text(receipt.text); }
template <typename Empty>
void encode_fields(Encoder&, const Empty&) {}

KeySet decode_keys(Decoder& in) { return KeySet::from_bits(in.up_to(kAllKeys.bits())); }

template <typename Operation>
Operation decode_operation(Decoder& in) {
  Operation operation;
  operation.use = in.enumerator(KeyUse::kAuthentication);
  operation.data = in.bytes(kMaxData);
  return operation;
}

// The first byte is the alternative's place in Request.
Request decode_alternative(Decoder& in) {
  switch (in.u8()) {
    case 0:
      return Refresh{};
    case 1:
      return Describe{};
    case 2:
      return Initialise{};
    case 3: {
      const KeySet keys = decode_keys(in);
      return Unlock{keys, in.secret(kMaxPassphrase)};
    }
    case 4:
      return Lock{decode_keys(in)};
    case 5:
      return decode_operation<Sign>(in);
    case 6:
      return decode_operation<Decipher>(in);
    case 7:
      return TakeHostKey{};
    case 8:
      return FidoStart{};
    case 9:
      return decode_fido<FidoRegister>(in);
    case 10:
      return decode_fido<FidoAuthenticate>(in);
    case 11:
      return decode_fido<FidoFind>(in);
    case 12:
      return decode_fido<FidoMake>(in);
    case 13:
      return decode_fido<FidoAssert>(in);
    case 14:
      return FidoKeyAgreement{};
    case 15:
      return decode_fido<FidoSetPin>(in);
    case 16:
      return decode_fido<FidoGetToken>(in);
    case 17:
      return decode_fido<FidoList>(in);
    case 18:
      return decode_fido<FidoDelete>(in);
    case 19:
      return decode_fido<FidoUpdateUser>(in);
    case 20:
      return decode_fido<FidoReset>(in);
    case 21:
      return FidoPowerUp{};
    case 22:
      return Provision{in.secret(wire::kMaxProvisioning)};
    case 23:
      return SignReceipt{in.text(kMaxData)};
    case 24:
      return FactoryReset{};
    default:
      in.fail();
      return Refresh{};
  }
}

void encode_snapshot(Encoder& out, const Snapshot& snapshot) {
  out.flag(snapshot.provisioned);
  out.flag(snapshot.damaged);
  out.flag(snapshot.initialised);
  out.flag(snapshot.secure_storage);
  out.u32(snapshot.signatures);
  out.u8(snapshot.tries_left);
  out.flag(snapshot.retry_at_ms.has_value());
  if (snapshot.retry_at_ms) out.u64(*snapshot.retry_at_ms);
  for (const KeyState& key : snapshot.keys) {
    out.flag(key.present);
    out.flag(key.locked);
  }
  encode_fido(out, snapshot.fido);
}

Snapshot decode_snapshot(Decoder& in) {
  Snapshot snapshot;
  snapshot.provisioned = in.flag();
  snapshot.damaged = in.flag();
  snapshot.initialised = in.flag();
  snapshot.secure_storage = in.flag();
  snapshot.signatures = in.u32();
  snapshot.tries_left = in.u8();
  if (in.flag()) snapshot.retry_at_ms = in.u64();
  for (KeyState& key : snapshot.keys) {
    key.present = in.flag();
    key.locked = in.flag();
  }
  snapshot.fido = decode_fido_state(in);
  return snapshot;
}

}  // namespace

crypto::Secret encode(const Request& request) {
  return encoded([&request](Encoder& out) {
    out.u8(static_cast<std::uint8_t>(request.index()));
    std::visit([&out](const auto& fields) { encode_fields(out, fields); }, request);
  });
}

crypto::Secret encode(const Response& response) {
  return encoded([&response](Encoder& out) {
    out.enumerator(response.outcome);
    for (const KeyChange change : response.changes) out.enumerator(change);
    out.blob(response.data.bytes());
    out.flag(response.host_key_is_pem);
    out.flag(response.record.has_value());
    if (response.record) {
      encode_public(out, *response.record);
      out.u32(response.record->provisioned);
      const std::optional<FidoHash>& attestation = response.record->attestation;
      out.flag(attestation.has_value());
      if (attestation) out.fixed(*attestation);
    }
    out.flag(response.fido.has_value());
    if (response.fido) encode_fido(out, *response.fido);
    encode_snapshot(out, response.snapshot);
  });
}

std::expected<Request, MessageError> decode_request(std::span<const std::uint8_t> bytes) {
  Decoder in(bytes);
  Request request = decode_alternative(in);
  if (!in.finished()) return std::unexpected(MessageError::kMalformed);
  return request;
}

std::expected<Response, MessageError> decode_response(std::span<const std::uint8_t> bytes) {
  Decoder in(bytes);
  Response response;
  response.outcome = in.enumerator(Outcome::kNoRandom);
  for (KeyChange& change : response.changes) change = in.enumerator(KeyChange::kBlocked);
  response.data = in.secret(kMaxData);
  response.host_key_is_pem = in.flag();
  if (in.flag()) {
    response.record = decode_public(in);
    response.record->provisioned = in.u32();
    if (in.flag()) in.fixed(response.record->attestation.emplace());
  }
  if (in.flag()) response.fido = decode_fido_reply(in);
  response.snapshot = decode_snapshot(in);
  if (!in.finished()) return std::unexpected(MessageError::kMalformed);
  return response;
}

}  // namespace gokey::vault
