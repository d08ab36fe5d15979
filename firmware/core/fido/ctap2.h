// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Numbers of CTAP 2.1, 6 and 8.2.
#pragma once

#include <cstdint>

#include "core/vault/fido_messages.h"

namespace gokey::fido {

enum class Command : std::uint8_t {
  kMakeCredential = 0x01,
  kGetAssertion = 0x02,
  kGetInfo = 0x04,
  kClientPin = 0x06,
  kReset = 0x07,
  kGetNextAssertion = 0x08,
  kCredentialManagement = 0x0A,
  kSelection = 0x0B,
  // The same before CTAP 2.1: libfido2 up to 1.12 knows no other.
  kCredentialManagementPreview = 0x41,
};

enum class Status : std::uint8_t {
  kOk = 0x00,
  kInvalidCommand = 0x01,
  kInvalidParameter = 0x02,
  kInvalidLength = 0x03,
  kUnexpectedType = 0x11,
  kInvalidCbor = 0x12,
  kMissingParameter = 0x14,
  kLimitExceeded = 0x15,
  kCredentialExcluded = 0x19,
  kUnsupportedAlgorithm = 0x26,
  kKeyStoreFull = 0x28,
  kUnsupportedOption = 0x2B,
  kInvalidOption = 0x2C,
  kKeepAliveCancel = 0x2D,
  kNoCredentials = 0x2E,
  kUserActionTimeout = 0x2F,
  kNotAllowed = 0x30,
  kPinInvalid = 0x31,
  kPinBlocked = 0x32,
  kPinAuthInvalid = 0x33,
  kPinAuthBlocked = 0x34,
  kPinNotSet = 0x35,
  kPinRequired = 0x36,
  kPinPolicyViolation = 0x37,
  kInvalidSubcommand = 0x3E,
  kUnauthorizedPermission = 0x40,
  kOther = 0x7F,
};
[[nodiscard]] Status status_of(vault::FidoError error);

}  // namespace gokey::fido
