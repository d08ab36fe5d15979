// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Start at log-in: a file in the person's autostart folder (freedesktop.org, "Desktop Application
// Autostart Specification"), written when they say so. The file itself is the setting, since
// desktops change it too.
#pragma once

#include "gokeyctl/error.h"

namespace gokeyctl::gui {

[[nodiscard]] bool is_autostarted();
[[nodiscard]] Result<void> set_autostarted(bool on);

}  // namespace gokeyctl::gui
