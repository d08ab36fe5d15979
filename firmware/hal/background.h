// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace gokey::hal {

// One job beside the loop, for arithmetic that takes long. The loop goes first: whenever an
// interrupt gives it something to do the job stands still.
class Background {
 public:
  using Job = std::function<void()>;

  virtual ~Background() = default;
  // Begins a job; only while there is none. It shares no state with the loop until busy() is false
  // again, but may allocate memory and use the board's Clock and Random.
  virtual void start(Job job) = 0;
  [[nodiscard]] virtual bool busy() const = 0;
};

}  // namespace gokey::hal
