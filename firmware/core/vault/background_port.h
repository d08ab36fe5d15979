// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <optional>

#include "core/vault/port.h"
#include "hal/background.h"

namespace gokey::vault {

// The way to a vault that works beside the loop, apart from it in the same chip: messages cross one
// at a time, as bytes.
class BackgroundPort final : public Port {
 public:
  // Nobody else uses the background meanwhile. It outlives the port.
  explicit BackgroundPort(hal::Background& background) : background_(background) {}

  void submit(Request request, Done done) override;

  // Delivers the answer that is there, and begins with the next request.
  void step();
  // True if step() has something to do.
  [[nodiscard]] bool ready() const {
    return !background_.busy() && (under_way_ || !waiting_.empty());
  }

 private:
  struct Item {
    crypto::Secret request;
    Done done;
  };

  [[nodiscard]] Response take_answer();

  hal::Background& background_;
  std::deque<Item> waiting_;
  std::optional<Done> under_way_;
};

}  // namespace gokey::vault
