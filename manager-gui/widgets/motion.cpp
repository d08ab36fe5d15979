// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/motion.h"

namespace gokeyctl::gui {
namespace {
bool reduced = false;  // of the GUI thread
}

void set_reduced_motion(bool wish) { reduced = wish; }
bool reduced_motion() { return reduced; }

}  // namespace gokeyctl::gui
