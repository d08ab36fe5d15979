// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Reading the OpenPGP card application 3.4.1 over any CardLink.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gokeyctl/card.h"
#include "transport/link/card_link.h"

namespace gokeyctl::card {

class OpenPgpReader {
 public:
  explicit OpenPgpReader(transport::CardLink& link) : link_(link) {}

  // Makes sure that the OpenPGP application answers. It is selected only when it is not already,
  // because a SELECT forgets what scdaemon has verified. kNoToken: the card has none.
  [[nodiscard]] Result<void> select();
  // Absent when the card says that there is no such object.
  [[nodiscard]] Result<std::optional<std::vector<std::uint8_t>>> get_data(std::uint16_t tag);
  // The next occurrence of `tag`; absent when there is none.
  [[nodiscard]] Result<std::optional<std::vector<std::uint8_t>>> get_next_data(std::uint16_t tag);

 private:
  struct Answer {
    std::vector<std::uint8_t> data;
    std::uint16_t sw = 0;
  };
  [[nodiscard]] Result<Answer> exchange(std::uint8_t ins, std::uint16_t p1p2,
                                        std::span<const std::uint8_t> data);
  [[nodiscard]] Result<std::optional<std::vector<std::uint8_t>>> read_object(std::uint8_t ins,
                                                                             std::uint16_t tag);

  transport::CardLink& link_;
};

// From the bodies of DO 6E, 65, 7A, 5F50 and 5E; those that a card does not have are empty.
// kProtocol.
struct CardObjects {
  std::vector<std::uint8_t> application, cardholder, security, url, login;
};
[[nodiscard]] Result<CardInfo> parse_card(const CardObjects& objects);

// OpenPGP card 3.4.1, 4.4.3.9: "rsa2048", "nistp256", …; the bytes in hex when unknown.
[[nodiscard]] std::string algorithm_name(std::span<const std::uint8_t> attributes);

}  // namespace gokeyctl::card
