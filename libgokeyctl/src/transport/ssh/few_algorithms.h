// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gokeyctl::transport {

// libcrypto without the ciphers and digests that no SSH connection of ours can choose. It enters
// all that a provider has in its tables when the first of a kind is asked for: two thirds of what
// setting it up costs. For the whole process, before its first use of libcrypto. Where libcrypto
// does not go along it offers everything, as without this.
void offer_few_algorithms();

}  // namespace gokeyctl::transport
