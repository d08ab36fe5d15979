// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// The bytes of fido_messages.h, and of what lies in storage. Each value's fields are written down
// once, for both directions.
#pragma once

#include "core/vault/codec.h"
#include "core/vault/fido_messages.h"

namespace gokey::vault {

class WriteFields {
 public:
  template <typename T>
  using Value = const T;
  explicit WriteFields(Encoder& out) : out_(out) {}

  template <std::size_t N>
  void fixed(const std::array<std::uint8_t, N>& value) {
    out_.fixed(value);
  }
  void bytes(const std::vector<std::uint8_t>& value, std::size_t /*limit*/) { out_.blob(value); }
  void text(const std::string& value, std::size_t /*limit*/) { out_.text(value); }
  void flag(bool value) { out_.flag(value); }
  void number(std::uint8_t value) { out_.u8(value); }
  void number(std::uint32_t value) { out_.u32(value); }
  void number(std::uint64_t value) { out_.u64(value); }
  template <typename E>
  void enumerator(E value, E /*last*/) {
    out_.enumerator(value);
  }
  template <typename T, typename Each>
  void optional(const std::optional<T>& value, Each each) {
    out_.flag(value.has_value());
    if (value) each(*value);
  }
  template <typename T, typename Each>
  void list(const std::vector<T>& values, std::size_t /*limit*/, Each each) {
    out_.u16(static_cast<std::uint16_t>(values.size()));
    for (const T& value : values) each(value);
  }

 private:
  Encoder& out_;
};

class ReadFields {
 public:
  template <typename T>
  using Value = T;
  explicit ReadFields(Decoder& in) : in_(in) {}

  template <std::size_t N>
  void fixed(std::array<std::uint8_t, N>& value) {
    in_.fixed(value);
  }
  void bytes(std::vector<std::uint8_t>& value, std::size_t limit) { value = in_.bytes(limit); }
  void text(std::string& value, std::size_t limit) { value = in_.text(limit); }
  void flag(bool& value) { value = in_.flag(); }
  void number(std::uint8_t& value) { value = in_.u8(); }
  void number(std::uint32_t& value) { value = in_.u32(); }
  void number(std::uint64_t& value) { value = in_.u64(); }
  template <typename E>
  void enumerator(E& value, E last) {
    value = in_.enumerator(last);
  }
  template <typename T, typename Each>
  void optional(std::optional<T>& value, Each each) {
    if (in_.flag()) each(value.emplace());
  }
  template <typename T, typename Each>
  void list(std::vector<T>& values, std::size_t limit, Each each) {
    const std::size_t count = in_.u16();
    if (count > limit) in_.fail();
    for (std::size_t i = 0; i < count && in_.ok(); ++i) each(values.emplace_back());
  }

 private:
  Decoder& in_;
};

template <typename Io>
void fields(Io& io, typename Io::template Value<FidoUser>& user) {
  io.bytes(user.id, kMaxUserId);
  io.text(user.name, kMaxUserName);
  io.text(user.display_name, kMaxUserName);
}

template <typename Io>
void fields(Io& io, typename Io::template Value<FidoCredential>& credential) {
  io.bytes(credential.id, kMaxCredentialId);
  io.fixed(credential.rp);
  io.text(credential.rp_id, kMaxRpId);
  fields(io, credential.user);
  io.enumerator(credential.algorithm, FidoAlgorithm::kEdDsa);
  io.enumerator(credential.protect, CredProtect::kRequired);
  io.flag(credential.resident);
  io.bytes(credential.public_key, kMaxCredentialId);
}

// Each of the requests in fido_messages.h.
void encode_fields(Encoder& out, const FidoRegister& request);
void encode_fields(Encoder& out, const FidoAuthenticate& request);
void encode_fields(Encoder& out, const FidoFind& request);
void encode_fields(Encoder& out, const FidoMake& request);
void encode_fields(Encoder& out, const FidoAssert& request);
void encode_fields(Encoder& out, const FidoSetPin& request);
void encode_fields(Encoder& out, const FidoGetToken& request);
void encode_fields(Encoder& out, const FidoList& request);
void encode_fields(Encoder& out, const FidoDelete& request);
void encode_fields(Encoder& out, const FidoUpdateUser& request);
void encode_fields(Encoder& out, const FidoReset& request);
template <typename T>
[[nodiscard]] T decode_fido(Decoder& in);

void encode_fido(Encoder& out, const FidoReply& reply);
[[nodiscard]] FidoReply decode_fido_reply(Decoder& in);
void encode_fido(Encoder& out, const FidoState& state);
[[nodiscard]] FidoState decode_fido_state(Decoder& in);

}  // namespace gokey::vault
