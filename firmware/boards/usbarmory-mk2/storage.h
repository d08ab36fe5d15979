// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What lies where on the eMMC, in blocks of 512 bytes.
//
//      0  partition table
//      2  boot image, up to 4095
//   4096  the token's values, up to 10239
//  10240  the first partition, where there is one (5 MiB)
#pragma once

#include <cstdint>

namespace gokey::mk2 {

inline constexpr std::uint32_t kStorageFirst = 4096, kStorageBlocks = 6144;

}  // namespace gokey::mk2
