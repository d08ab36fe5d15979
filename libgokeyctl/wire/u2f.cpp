// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "wire/u2f.h"

#include <algorithm>

namespace gokey::wire::u2f {
namespace {

constexpr std::size_t kHashSize = 32;
constexpr std::uint8_t kReserved = 0x05;
constexpr std::size_t kMaxKeyHandle = 255;
constexpr std::uint8_t kPresent = 0x01;
constexpr std::uint8_t kDerSequence = 0x30;

Hash hash_at(Bytes data, std::size_t offset) {
  Hash hash{};
  std::ranges::copy(data.subspan(offset, kHashSize), hash.begin());
  return hash;
}

std::vector<std::uint8_t> request(Instruction instruction, std::uint8_t p1, Bytes data) {
  CommandApdu command;
  command.ins = static_cast<std::uint8_t>(instruction);
  command.p1 = p1;
  command.data = data;
  command.ne = kMaxExtendedNe;
  command.extended = true;
  return encode_command(command).value_or(std::vector<std::uint8_t>{});
}

// How long the DER structure at the front says it is, header included.
Result<std::size_t> der_size(Bytes data) {
  Reader reader(data);
  const auto tag = reader.u8();
  const auto first = reader.u8();
  if (!tag || !first) return std::unexpected(WireError::kTruncated);
  if (*tag != kDerSequence) return std::unexpected(WireError::kMalformed);
  if (*first < 0x80) return std::size_t{2} + *first;
  const unsigned length_bytes = *first & 0x7FU;
  if (length_bytes == 0 || length_bytes > 2) return std::unexpected(WireError::kMalformed);
  std::size_t length = 0;
  for (unsigned i = 0; i < length_bytes; ++i) {
    const auto byte = reader.u8();
    if (!byte) return std::unexpected(byte.error());
    length = length << 8U | *byte;
  }
  return 2 + length_bytes + length;
}

}  // namespace

Result<RegisterRequest> parse_register(Bytes data) {
  if (data.size() != 2 * kHashSize) return std::unexpected(WireError::kMalformed);
  return RegisterRequest{hash_at(data, 0), hash_at(data, kHashSize)};
}

Result<AuthenticateRequest> parse_authenticate(Bytes data) {
  if (data.size() <= 2 * kHashSize) return std::unexpected(WireError::kMalformed);
  const std::size_t length = data[2 * kHashSize];
  const Bytes key_handle = data.subspan(2 * kHashSize + 1);
  if (key_handle.size() != length) return std::unexpected(WireError::kMalformed);
  return AuthenticateRequest{hash_at(data, 0), hash_at(data, kHashSize), key_handle};
}

std::vector<std::uint8_t> encode_version_request() { return request(Instruction::kVersion, 0, {}); }

std::vector<std::uint8_t> encode(const RegisterRequest& asked) {
  Writer data;
  data.bytes(asked.challenge).bytes(asked.application);
  return request(Instruction::kRegister, 0, data.buffer());
}

Result<std::vector<std::uint8_t>> encode(const AuthenticateRequest& asked, Control control) {
  if (asked.key_handle.size() > kMaxKeyHandle) return std::unexpected(WireError::kTooLong);
  Writer data;
  data.bytes(asked.challenge).bytes(asked.application);
  data.u8(static_cast<std::uint8_t>(asked.key_handle.size())).bytes(asked.key_handle);
  return request(Instruction::kAuthenticate, static_cast<std::uint8_t>(control), data.buffer());
}

Result<RegisterResponse> parse_register_response(Bytes data) {
  Reader reader(data);
  const auto reserved = reader.u8();
  const auto point = reader.take(kPointSize);
  const auto length = reader.u8();
  if (!reserved || !point || !length) return std::unexpected(WireError::kTruncated);
  if (*reserved != kReserved) return std::unexpected(WireError::kMalformed);
  const auto key_handle = reader.take(*length);
  if (!key_handle) return std::unexpected(key_handle.error());
  const auto size = der_size(reader.rest());
  if (!size) return std::unexpected(size.error());
  const auto certificate = reader.take(*size);
  if (!certificate) return std::unexpected(certificate.error());
  RegisterResponse response{{}, *key_handle, *certificate, reader.rest()};
  std::ranges::copy(*point, response.public_key.begin());
  return response;
}

Result<AuthenticateResponse> parse_authenticate_response(Bytes data) {
  Reader reader(data);
  const auto presence = reader.u8();
  const auto counter = reader.u32();
  if (!presence || !counter) return std::unexpected(WireError::kTruncated);
  return AuthenticateResponse{(*presence & kPresent) != 0, *counter, reader.rest()};
}

Result<std::vector<std::uint8_t>> encode(const RegisterResponse& response) {
  if (response.key_handle.size() > kMaxKeyHandle) return std::unexpected(WireError::kTooLong);
  Writer out;
  out.u8(kReserved).bytes(response.public_key);
  out.u8(static_cast<std::uint8_t>(response.key_handle.size())).bytes(response.key_handle);
  out.bytes(response.certificate).bytes(response.signature);
  return out.release();
}

std::vector<std::uint8_t> encode(const AuthenticateResponse& response) {
  Writer out;
  out.u8(response.present ? kPresent : 0).u32(response.counter).bytes(response.signature);
  return out.release();
}

}  // namespace gokey::wire::u2f
