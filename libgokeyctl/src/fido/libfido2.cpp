// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "fido/libfido2.h"

namespace gokeyctl::libfido2 {

GOKEY_LATE_LIBRARY("libfido2.so.1", GOKEY_LIBFIDO2)

}  // namespace gokeyctl::libfido2
