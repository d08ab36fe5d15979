// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

namespace gokeyctl::transport {

// What libcrypto sets up when it is first asked for an algorithm, and keeps: a third of the work of
// a short program's connection. Done while the console computes it takes no time. In pieces of a
// tenth of a millisecond where few_algorithms.h is in force, in the order in which they are needed.
// For an algorithm that the two sides do not choose it was in vain; nothing depends on it.
[[nodiscard]] std::span<void (*const)()> warm_up_pieces();

}  // namespace gokeyctl::transport
