// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/fido_codec.h"

namespace gokey::vault {
namespace {

// Larger than a CTAPHID message, so that whatever came in one fits.
constexpr std::size_t kMaxMessage = 8192;
constexpr std::size_t kMaxCertificate = 4096;
constexpr std::size_t kMaxReplyCredentials = kMaxResident;

template <typename Io>
void fields(Io& io, typename Io::template Value<PinAuth>& auth) {
  io.number(auth.protocol);
  io.bytes(auth.param, kMaxMessage);
}

template <typename Io>
void fields(Io& io, typename Io::template Value<FidoRegister>& request) {
  io.fixed(request.application);
  io.fixed(request.challenge);
}

template <typename Io>
void fields(Io& io, typename Io::template Value<FidoAuthenticate>& request) {
  io.fixed(request.application);
  io.fixed(request.challenge);
  io.bytes(request.key_handle, kMaxMessage);
  io.flag(request.present);
}

template <typename Io>
void fields(Io& io, typename Io::template Value<FidoFind>& request) {
  io.fixed(request.rp);
  fields(io, request.auth);
  io.bytes(request.message, kMaxMessage);
  io.number(request.permission);
  io.enumerator(request.where, FidoFind::Where::kResident);
  io.list(request.ids, kMaxCredentialList, [&](auto& id) { io.bytes(id, kMaxMessage); });
}

template <typename Io>
void fields(Io& io, typename Io::template Value<FidoMake>& request) {
  io.fixed(request.rp);
  io.fixed(request.client_data);
  io.text(request.rp_id, kMaxRpId);
  fields(io, request.user);
  fields(io, request.auth);
  io.enumerator(request.algorithm, FidoAlgorithm::kEdDsa);
  io.optional(request.protect, [&](auto& level) { io.enumerator(level, CredProtect::kRequired); });
  io.flag(request.present);
  io.flag(request.resident);
  io.flag(request.hmac_secret);
}

template <typename Io>
void fields(Io& io, typename Io::template Value<HmacSecretInput>& input) {
  io.number(input.protocol);
  io.fixed(input.peer);
  io.bytes(input.salt_enc, kMaxMessage);
  io.bytes(input.salt_auth, kMaxMessage);
}

template <typename Io>
void fields(Io& io, typename Io::template Value<FidoAssert>& request) {
  io.fixed(request.rp);
  io.fixed(request.client_data);
  io.bytes(request.id, kMaxMessage);
  fields(io, request.auth);
  io.flag(request.present);
  io.flag(request.next);
  io.optional(request.hmac_secret, [&](auto& input) { fields(io, input); });
}

template <typename Io>
void fields(Io& io, typename Io::template Value<FidoSetPin>& request) {
  io.number(request.protocol);
  io.fixed(request.peer);
  io.bytes(request.new_pin_enc, kMaxMessage);
  io.bytes(request.auth, kMaxMessage);
  io.bytes(request.pin_hash_enc, kMaxMessage);
}

template <typename Io>
void fields(Io& io, typename Io::template Value<FidoGetToken>& request) {
  io.number(request.protocol);
  io.fixed(request.peer);
  io.bytes(request.pin_hash_enc, kMaxMessage);
  io.number(request.permissions);
  io.optional(request.rp, [&](auto& rp) { io.fixed(rp); });
}

template <typename Io>
void fields(Io& io, typename Io::template Value<FidoList>& request) {
  fields(io, request.auth);
  io.bytes(request.message, kMaxMessage);
  io.optional(request.rp, [&](auto& rp) { io.fixed(rp); });
}

template <typename Io>
void fields(Io& io, typename Io::template Value<FidoDelete>& request) {
  fields(io, request.auth);
  io.bytes(request.message, kMaxMessage);
  io.bytes(request.id, kMaxMessage);
}

template <typename Io>
void fields(Io& io, typename Io::template Value<FidoUpdateUser>& request) {
  fields(io, request.auth);
  io.bytes(request.message, kMaxMessage);
  io.bytes(request.id, kMaxMessage);
  fields(io, request.user);
}

template <typename Io>
void fields(Io& io, typename Io::template Value<FidoReset>& request) {
  io.flag(request.begin);
}

template <typename Io>
void fields(Io& io, typename Io::template Value<FidoReply>& reply) {
  io.enumerator(reply.error, FidoError::kFailed);
  io.flag(reply.user_verified);
  io.bytes(reply.auth_data, kMaxMessage);
  io.bytes(reply.certificate, kMaxCertificate);
  io.list(reply.credentials, kMaxReplyCredentials, [&](auto& each) { fields(io, each); });
}

template <typename Io>
void fields(Io& io, typename Io::template Value<FidoState>& state) {
  io.enumerator(state.problem, FidoProblem::kVersion);
  io.flag(state.initialised);
  io.number(state.counter);
  io.flag(state.pin_set);
  io.number(state.pin_retries);
  io.flag(state.pin_blocked_until_start);
  io.number(state.resident);
  io.optional(state.certificate_sha1, [&](auto& digest) { io.fixed(digest); });
  io.flag(state.certificate_lost);
}

template <typename T>
void write(Encoder& out, const T& value) {
  WriteFields io(out);
  fields(io, value);
}

template <typename T>
T read(Decoder& in) {
  T value;
  ReadFields io(in);
  fields(io, value);
  return value;
}

}  // namespace

void encode_fields(Encoder& out, const FidoRegister& request) { write(out, request); }
void encode_fields(Encoder& out, const FidoAuthenticate& request) { write(out, request); }
void encode_fields(Encoder& out, const FidoFind& request) { write(out, request); }
void encode_fields(Encoder& out, const FidoMake& request) { write(out, request); }
void encode_fields(Encoder& out, const FidoAssert& request) { write(out, request); }
void encode_fields(Encoder& out, const FidoSetPin& request) { write(out, request); }
void encode_fields(Encoder& out, const FidoGetToken& request) { write(out, request); }
void encode_fields(Encoder& out, const FidoList& request) { write(out, request); }
void encode_fields(Encoder& out, const FidoDelete& request) { write(out, request); }
void encode_fields(Encoder& out, const FidoUpdateUser& request) { write(out, request); }
void encode_fields(Encoder& out, const FidoReset& request) { write(out, request); }

template <typename T>
T decode_fido(Decoder& in) {
  return read<T>(in);
}
template FidoRegister decode_fido(Decoder&);
template FidoAuthenticate decode_fido(Decoder&);
template FidoFind decode_fido(Decoder&);
template FidoMake decode_fido(Decoder&);
template FidoAssert decode_fido(Decoder&);
template FidoSetPin decode_fido(Decoder&);
template FidoGetToken decode_fido(Decoder&);
template FidoList decode_fido(Decoder&);
template FidoDelete decode_fido(Decoder&);
template FidoUpdateUser decode_fido(Decoder&);
template FidoReset decode_fido(Decoder&);

void encode_fido(Encoder& out, const FidoReply& reply) { write(out, reply); }
FidoReply decode_fido_reply(Decoder& in) { return read<FidoReply>(in); }
void encode_fido(Encoder& out, const FidoState& state) { write(out, state); }
FidoState decode_fido_state(Decoder& in) { return read<FidoState>(in); }

}  // namespace gokey::vault
