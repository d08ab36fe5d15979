// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Every page, dialog and state of the app, one after the other, for tests that look at all of them.
#pragma once

#include <QSize>
#include <QString>
#include <QWidget>
#include <functional>

#include "samples.h"

namespace gokeyctl::gui::scenes {

// The states that a token can be in.
struct State {
  const char* name;
  BrokerToken (*make)();
};
inline constexpr State kStates[] = {
    {"locked", samples::locked},
    {"unlocked", samples::unlocked},
    {"both-unlocked", samples::both_unlocked},
    {"classic", samples::classic},
    {"connecting", samples::connecting},
    {"unreachable", samples::unreachable},
    {"boot-rom", samples::boot_rom},
    {"factory", samples::factory},
    {"damaged", samples::damaged},
    {"not-started", samples::not_started},
    {"working", samples::working},
    {"presence", samples::presence},
    {"presence-unknown", samples::presence_unknown},
    {"emptying", samples::emptying},
    {"blocked", samples::blocked},
    {"host-key-changed", samples::host_key_changed},
    {"new", samples::fresh},
    {"per-boot", samples::per_boot},
    {"not-compared", samples::not_compared},
};

// Called while the window is shown and nothing is under way; `name` is the file name of a picture.
using Shoot = std::function<void(QWidget& window, const QString& name)>;

void every_screen(const Shoot& shoot);
// Questions, refusals, empty pages, and a computer that lacks something; a part of every screen.
void every_moment(const Shoot& shoot);
// What does not fit into one line of the popup.
inline constexpr const char* kLongName = "Work token of the laboratory for applied cryptography";
inline constexpr const char* kLongSite =
    "accounts.a-very-long-name-of-a-department.intranet.example.org";
inline constexpr const char* kLongAsker = "a-browser-with-a-very-long-name-of-its-own";
// The pages of the main window alone, at another size.
void every_page(const Shoot& shoot, QSize size, const QString& suffix);

// Work beside the GUI thread has come back and everything is laid out.
void settle();
// Buttons that answer a request are armed after a while.
void wait_until_enabled(const QWidget& button);

}  // namespace gokeyctl::gui::scenes
