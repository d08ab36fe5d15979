// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/models/quiet.h"

namespace gokeyctl::gui {

// Asked when something is to be shown: no timer has to end it.
std::optional<QDateTime> Quiet::until(const QDateTime& now) const {
  if (!until_.isValid() || until_ <= now) return std::nullopt;
  return until_;
}

void Quiet::pauseUntil(const QDateTime& time) {
  until_ = time;
  emit changed();
}

void Quiet::resume() { pauseUntil(QDateTime()); }

QDateTime in_one_hour(const QDateTime& now) { return now.addSecs(3600); }

QDateTime tomorrow(const QDateTime& now) { return now.date().addDays(1).startOfDay(); }

}  // namespace gokeyctl::gui
