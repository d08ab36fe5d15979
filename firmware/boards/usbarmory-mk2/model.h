// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace gokey::mk2 {

// Fuses MAC1[31:24], as its maker has set them.
enum class Model : std::uint8_t { kBeta = 0, kGamma = 1, kLan = 2 };

[[nodiscard]] constexpr Model model_of(std::uint32_t mac1) {
  switch (mac1 >> 24U) {
    case 1:
      return Model::kGamma;
    case 2:
      return Model::kLan;
    default:  // boards made before the fuses had a meaning, too
      return Model::kBeta;
  }
}

[[nodiscard]] constexpr std::string_view name_of(Model model) {
  switch (model) {
    case Model::kBeta:
      return "UA-MKII-beta";
    case Model::kGamma:
      return "UA-MKII-gamma";
    case Model::kLan:
      return "UA-MKII-LAN";
  }
  return {};
}

}  // namespace gokey::mk2
