// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// What is said about a request for presence. What is not known about it is said, never guessed.
#pragma once

#include <QString>

#include "gokeyctl/broker.h"

namespace gokeyctl::gui {

struct PresenceWords {
  QString title;  // "github.com asks for your presence"
  QString text;   // "Probably asked by firefox", or what is not known; may be empty
  // Plain, for a notification: with the time and what Dismiss does.
  QString summary;  // "Work token: github.com asks for your presence"
  QString body;
  // The identifier within `text` that stands in fixed width; may be empty.
  QString identifier;
};
[[nodiscard]] PresenceWords presence_words(const QString& token_name,
                                           const PresenceRequest& request, int seconds_left);

}  // namespace gokeyctl::gui
