// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QApplication>

namespace gokeyctl::gui {

// The person's language for everything the app and Qt say, and the direction it is written in.
void use_language(QApplication& app);

}  // namespace gokeyctl::gui
