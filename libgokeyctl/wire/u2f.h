// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// U2F raw messages (FIDO U2F Raw Message Formats 1.2), inside the APDUs of wire/apdu.h.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "wire/apdu.h"
#include "wire/bytes.h"

namespace gokey::wire::u2f {

enum class Instruction : std::uint8_t { kRegister = 0x01, kAuthenticate = 0x02, kVersion = 0x03 };
enum class Control : std::uint8_t {
  kEnforcePresence = 0x03,
  kCheckOnly = 0x07,
  kDontEnforcePresence = 0x08,
};
inline constexpr std::size_t kPointSize = 65;
using Hash = std::array<std::uint8_t, 32>;

// The data of the request APDUs.
struct RegisterRequest {
  Hash challenge{}, application{};
};
struct AuthenticateRequest {
  Hash challenge{}, application{};
  Bytes key_handle;  // a view
};
// kMalformed: any other length.
[[nodiscard]] Result<RegisterRequest> parse_register(Bytes data);
[[nodiscard]] Result<AuthenticateRequest> parse_authenticate(Bytes data);
// Extended APDUs, as they go over HID. kTooLong: a key handle of more than 255 bytes.
[[nodiscard]] std::vector<std::uint8_t> encode_version_request();
[[nodiscard]] std::vector<std::uint8_t> encode(const RegisterRequest& request);
[[nodiscard]] Result<std::vector<std::uint8_t>> encode(const AuthenticateRequest& request,
                                                       Control control);

// The data of the response APDUs.
struct RegisterResponse {
  std::array<std::uint8_t, kPointSize> public_key{};
  Bytes key_handle, certificate, signature;  // views
};
struct AuthenticateResponse {
  bool present = false;
  std::uint32_t counter = 0;
  Bytes signature;  // a view
};
[[nodiscard]] Result<RegisterResponse> parse_register_response(Bytes data);
[[nodiscard]] Result<AuthenticateResponse> parse_authenticate_response(Bytes data);
// kTooLong: a key handle of more than 255 bytes.
[[nodiscard]] Result<std::vector<std::uint8_t>> encode(const RegisterResponse& response);
[[nodiscard]] std::vector<std::uint8_t> encode(const AuthenticateResponse& response);

}  // namespace gokey::wire::u2f
