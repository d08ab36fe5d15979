// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace gokeyctl::host_key {

// english.txt, in its order, which is the alphabet's.
extern const std::array<std::string_view, 2048> kWords;

}  // namespace gokeyctl::host_key
