// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/openpgp/answer.h"

namespace gokey::openpgp {

// Hands out a response in parts no longer than the reader asked for; the rest waits for GET
// RESPONSE (ISO/IEC 7816-4:2013, 5.3.4).
class ResponseQueue {
 public:
  // The first part as a response APDU. `limit` is the command's Ne.
  [[nodiscard]] std::vector<std::uint8_t> start(Answer answer, std::size_t limit);
  // The next part, or 6985 where nothing waits.
  [[nodiscard]] std::vector<std::uint8_t> next(std::size_t limit);
  void clear();

 private:
  crypto::Secret data_;
  std::size_t given_ = 0;
};

}  // namespace gokey::openpgp
