// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "core/vault/background_port.h"

#include <utility>

namespace gokey::vault {

void BackgroundPort::submit(Request request, Done done) {
  waiting_.push_back({std::move(request), std::move(done)});
}

void BackgroundPort::step() {
  while (ready()) {
    if (const auto finished = std::exchange(under_way_, std::nullopt)) {
      auto response = std::exchange(response_, std::nullopt);
      if (response && finished->done) finished->done(std::move(*response));
    }
    if (waiting_.empty()) return;
    under_way_ = std::move(waiting_.front());
    waiting_.pop_front();
    background_.start([this] { response_ = vault_.handle(under_way_->request); });
  }
}

}  // namespace gokey::vault
