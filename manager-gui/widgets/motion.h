// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Whether things may move. The desktop's wish is read by platform/, which tells it here.
#pragma once

namespace gokeyctl::gui {

void set_reduced_motion(bool reduced);
[[nodiscard]] bool reduced_motion();

}  // namespace gokeyctl::gui
