// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// PC/SC lite's functions under their own names, loaded when somebody asks for a reader.
#pragma once

#include <winscard.h>

#include "base/late_library.h"

// clang-format off: a list
#define GOKEY_LIBPCSCLITE(f) \
  f(SCardBeginTransaction) f(SCardCancel) f(SCardConnect) f(SCardDisconnect) \
  f(SCardEndTransaction) f(SCardEstablishContext) f(SCardGetStatusChange) f(SCardListReaders) \
  f(SCardReconnect) f(SCardReleaseContext) f(SCardTransmit) f(pcsc_stringify_error)
// clang-format on

namespace gokeyctl::libpcsclite {

GOKEY_LIBPCSCLITE(GOKEY_LATE_DECLARE)

// False where it is not installed.
[[nodiscard]] bool load();

}  // namespace gokeyctl::libpcsclite

namespace gokeyctl::transport {

// Its functions rather than those of the header, which are not linked.
using namespace libpcsclite;

}  // namespace gokeyctl::transport
