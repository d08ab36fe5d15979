// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What libcrypto sets up when it is first asked for an algorithm, and keeps: a third of the work of
// a short program's connection. Done while the console computes it takes no time. For an algorithm
// that the two sides do not choose it was in vain; nothing else depends on it.
#pragma once

namespace gokeyctl::transport {

// What this side's half of the key exchange takes.
void warm_up_exchange();
// What is needed from the console's half on: to check its signature, to log in, to encrypt.
void warm_up_session();

}  // namespace gokeyctl::transport
