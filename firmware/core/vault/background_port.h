// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <optional>

#include "core/vault/port.h"
#include "core/vault/vault.h"
#include "hal/background.h"

namespace gokey::vault {

// The way to a vault in the same program: its work is done beside the loop, one request at a time.
class BackgroundPort final : public Port {
 public:
  // Nobody else uses the vault meanwhile. Both outlive the port, which is idle when it goes.
  BackgroundPort(Vault& vault, hal::Background& background)
      : vault_(vault), background_(background) {}

  void submit(Request request, Done done) override;

  // Delivers the answer that is there, and begins with the next request.
  void step();
  // True if step() has something to do.
  [[nodiscard]] bool ready() const {
    return !background_.busy() && (under_way_ || !waiting_.empty());
  }

 private:
  struct Item {
    Request request;
    Done done;
  };

  Vault& vault_;
  hal::Background& background_;
  std::deque<Item> waiting_;
  // The background's alone while it is busy.
  std::optional<Item> under_way_;
  std::optional<Response> response_;
};

}  // namespace gokey::vault
