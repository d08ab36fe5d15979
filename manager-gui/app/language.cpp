// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/app/language.h"

#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace gokeyctl::gui {

void use_language(QApplication& app) {
  const QLocale locale;
  auto* ours = new QTranslator(&app);
  // Half a translation, Qt's words in one language and the app's in another, helps nobody.
  if (!ours->load(locale, QStringLiteral("manager"), QStringLiteral("_"), QStringLiteral(":/i18n")))
    return;
  auto* qt = new QTranslator(&app);
#if QT_VERSION < QT_VERSION_CHECK(6, 0, 0)
  const QString folder = QLibraryInfo::location(QLibraryInfo::TranslationsPath);
#else
  const QString folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
#endif
  if (qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"), folder))
    QApplication::installTranslator(qt);
  QApplication::installTranslator(ours);
  QApplication::setLayoutDirection(locale.textDirection());
}

}  // namespace gokeyctl::gui
