// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/openpgp/response_queue.h"

#include <algorithm>

namespace gokey::openpgp {

std::vector<std::uint8_t> ResponseQueue::start(Answer answer, std::size_t limit) {
  clear();
  if (answer.data.empty()) return wire::encode_response({}, answer.sw);
  data_ = std::move(answer.data);
  return next(limit);
}

std::vector<std::uint8_t> ResponseQueue::next(std::size_t limit) {
  const wire::Bytes rest = data_.bytes().subspan(given_);
  if (rest.empty()) return wire::encode_response({}, wire::sw::kConditionsOfUseNotSatisfied);
  const std::size_t count = std::min(limit, rest.size());
  const std::size_t left = rest.size() - count;
  std::vector<std::uint8_t> part = wire::encode_response(
      rest.first(count), left > 0 ? wire::sw::more_data(left) : wire::sw::kOk);
  given_ += count;
  if (left == 0) clear();
  return part;
}

void ResponseQueue::clear() {
  data_.clear();
  given_ = 0;
}

}  // namespace gokey::openpgp
