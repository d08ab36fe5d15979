// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "core/crypto/secret.h"
#include "wire/apdu.h"

namespace gokey::openpgp {

// A response before it is cut to the length that the reader asked for. The data may be a session
// key.
struct Answer {
  Answer(wire::StatusWord status) : sw(status) {}  // NOLINT(google-explicit-constructor)
  explicit Answer(crypto::Secret bytes) : data(std::move(bytes)) {}
  explicit Answer(wire::Bytes bytes) : data(crypto::Secret::copy_of(bytes)) {}

  crypto::Secret data;
  wire::StatusWord sw = wire::sw::kOk;
};

}  // namespace gokey::openpgp
