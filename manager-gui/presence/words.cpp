// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/presence/words.h"

#include <QCoreApplication>
#include <QLocale>

#include "gui/models/texts.h"

namespace gokeyctl::gui {
namespace {

struct Presence {
  Q_DECLARE_TR_FUNCTIONS(Presence)
};

}  // namespace

PresenceWords presence_words(const QString& token_name, const PresenceRequest& request,
                             int seconds_left) {
  PresenceWords words;
  words.title = presence_title(request);
  if (empties_token(request)) {
    words.summary =
        Presence::tr("%1: %2", "name of a token: what is asked").arg(token_name, words.title);
    words.text = words.body = emptying_text();
    return words;
  }
  const QString careful = Presence::tr("Confirm only if you are signing in right now.");
  const QString careful_within =
      Presence::tr("Confirm within %1 s, and only if you are signing in right now.")
          .arg(QLocale().toString(seconds_left));
  if (const auto site = site_of(request)) {
    words.summary = Presence::tr("%1: %2 asks for your presence", "name of a token: a site")
                        .arg(token_name, *site);
    QString asked;
    if (request.asker) {
      words.text = Presence::tr("Probably asked by %1").arg(QString::fromStdString(*request.asker));
      asked = Presence::tr("Probably asked by %1.").arg(QString::fromStdString(*request.asker)) +
              QLatin1Char(' ');
    }
    words.body = asked + Presence::tr("Confirm within %1 s. Dismiss lets it lapse.")
                             .arg(QLocale().toString(seconds_left));
    return words;
  }
  words.summary =
      Presence::tr("%1: a site asks for your presence", "name of a token").arg(token_name);
  QString unknown = Presence::tr("This firmware does not tell which one.");
  if (request.application && !request.application->empty()) {
    words.identifier = site_text(request);
    unknown = Presence::tr("The site is not known here: %1").arg(words.identifier);
  }
  words.text = unknown + QLatin1Char('\n') + careful;
  words.body = unknown + (words.identifier.isEmpty() ? QStringLiteral(" ") : QStringLiteral(". ")) +
               careful_within;
  return words;
}

}  // namespace gokeyctl::gui
