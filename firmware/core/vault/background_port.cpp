// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/background_port.h"

#include <utility>

namespace gokey::vault {

void BackgroundPort::submit(Request request, Done done) {
  waiting_.push_back({encode(request), std::move(done)});
}

Response BackgroundPort::take_answer() {
  const auto bytes = background_.answer();
  auto response = decode_response(bytes);
  crypto::wipe(bytes);
  return response ? std::move(*response) : with(Outcome::kFailed);
}

void BackgroundPort::step() {
  while (ready()) {
    if (const auto done = std::exchange(under_way_, std::nullopt)) {
      auto response = take_answer();
      if (*done) (*done)(std::move(response));
    }
    if (waiting_.empty()) return;
    const Item next = std::move(waiting_.front());
    waiting_.pop_front();
    if (background_.start(next.request.bytes())) {
      under_way_ = next.done;
    } else if (next.done) {
      next.done(with(Outcome::kBadData));
    }
  }
}

}  // namespace gokey::vault
