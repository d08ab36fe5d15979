// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// How a card's data reads.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "cli/front/report.h"
#include "cli/front/style.h"
#include "gokeyctl/card.h"

namespace gokeyctl::cli {

[[nodiscard]] std::string card_page(const CardInfo& card, const Style& style);
[[nodiscard]] std::string card_key_line(const CardKey& key, const Style& style);
[[nodiscard]] Json card_json(const CardInfo& card);
[[nodiscard]] Json card_keys_json(const CardInfo& card);
[[nodiscard]] std::vector<std::string> card_row(const CardInfo& card);
[[nodiscard]] std::vector<const char*> card_header();

[[nodiscard]] std::string to_base64(std::span<const std::uint8_t> bytes);
// A certificate in the textual form of RFC 7468.
[[nodiscard]] std::string to_pem(std::span<const std::uint8_t> der);

}  // namespace gokeyctl::cli
