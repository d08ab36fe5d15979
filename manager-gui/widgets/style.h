// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gokeyctl::gui {

// Where Qt falls back to its own Fusion, as on desktops that bring no style for Qt: the same with
// the room that desktops' styles leave around words. Any other style stays as it is. Once, after
// the application was made.
void make_room_in_fusion();

}  // namespace gokeyctl::gui
