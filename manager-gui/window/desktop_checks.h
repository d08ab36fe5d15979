// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "gokeyctl/doctor.h"

namespace gokeyctl::gui {

// What the app found of the desktop it runs on.
struct DesktopServices {
  bool bus = false;
  bool tray = false;
  bool notifications = false;  // with buttons
};

// The app's own checks, beside those of the library, in the person's language. Without a bus there
// is no tray of that kind and nobody to notify: only what is missing first is said.
[[nodiscard]] std::vector<DoctorCheck> desktop_checks(const DesktopServices& found);

}  // namespace gokeyctl::gui
