// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "core/vault/messages.h"

namespace gokey::vault {

// The way to a vault that runs beside the caller's loop.
class Port {
 public:
  using Done = std::function<void(Response)>;

  virtual ~Port() = default;
  // Queues a request; requests are served one at a time in order. `done` is called from the loop,
  // never from inside submit(). The caller must see to it that what `done` refers to still exists
  // (see token::Token).
  virtual void submit(Request request, Done done) = 0;
};

}  // namespace gokey::vault
