// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/app/language.h"

#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include "gokeyctl/sentence.h"

// Resources of static libraries; the macro wants to stand outside any namespace.
static void load_resources() {
  Q_INIT_RESOURCE(icons);
  Q_INIT_RESOURCE(translations);
}

namespace gokeyctl::gui {

void use_language(QApplication& app) {
  load_resources();
  gokeyctl::use_catalogue();  // what the library says
  const QLocale locale;
  const auto load_ours = [](QTranslator& into, const QLocale& from) {
    return into.load(from, QStringLiteral("manager"), QStringLiteral("_"),
                     QStringLiteral(":/i18n"));
  };
  auto* ours = new QTranslator(&app);
  // Half a translation, Qt's words in one language and the app's in another, helps nobody.
  if (!load_ours(*ours, locale)) {
    // English has a catalogue for its plural forms alone.
    if (load_ours(*ours, QLocale(QLocale::English))) QApplication::installTranslator(ours);
    return;
  }
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
