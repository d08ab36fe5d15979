// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "transport/pcsc/libpcsclite.h"

namespace gokeyctl::libpcsclite {

GOKEY_LATE_LIBRARY("libpcsclite.so.1", GOKEY_LIBPCSCLITE)

}  // namespace gokeyctl::libpcsclite
