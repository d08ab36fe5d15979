// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What a screen reader learns of the app's own widgets.
#pragma once

#include <QString>
#include <QWidget>

namespace gokeyctl::gui {

// Makes Qt know the widgets of this folder to assistive technology. Once, before the first window.
void install_accessible_widgets();

// Sets the accessible name and tells of the change; nothing if it is the same.
void rename_accessible(QWidget* widget, const QString& name);

// Has a screen reader say `text`, where the window shows nothing that could be read instead.
void announce(QWidget* widget, const QString& text);

}  // namespace gokeyctl::gui
