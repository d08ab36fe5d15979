// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gokey::hal {

// Restarts the whole device, as the console's `reboot` asks.
class Reset {
 public:
  virtual ~Reset() = default;
  // Returns; the restart happens once the caller's pending output had a moment to leave.
  virtual void request() = 0;
};

}  // namespace gokey::hal
