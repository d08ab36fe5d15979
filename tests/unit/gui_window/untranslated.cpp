// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Shows every screen in a language that is English in other letters (ＡＢＣ for ABC), made from the
// catalogues: what is still in plain letters then was not translated, or is a name, an identifier
// or a word for programs. Fails for every other, and for numbers in other digits than the locale's.
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QRegularExpression>
#include <QSet>
#include <QStyleFactory>
#include <QTabBar>
#include <QTextDocument>
#include <QTranslator>
#include <cstdio>

#include "gokeyctl/host_key.h"
#include "gokeyctl/sentence.h"
#include "gui/models/texts.h"
#include "gui/presence/words.h"
#include "gui/tray/look.h"
#include "gui/tray/menu.h"
#include "gui/widgets/motion.h"
#include "gui/widgets/text.h"
#include "samples.h"
#include "scenes.h"

using namespace gokeyctl;
using namespace gokeyctl::gui;

namespace {

int faults = 0;
QSet<QString> told;

// ASCII letters as their fullwidth forms; places for values and counts stay.
QString other_letters(const QString& text) {
  static const QRegularExpression kPlace(QStringLiteral("%L?[n0-9]"));
  QString out;
  int at = 0;
  const auto write = [&out](const QString& part) {
    for (const QChar c : part) {
      const bool letter = (c >= QLatin1Char('A') && c <= QLatin1Char('Z')) ||
                          (c >= QLatin1Char('a') && c <= QLatin1Char('z'));
      out += letter ? QChar(static_cast<ushort>(c.unicode() + 0xfee0)) : c;
    }
  };
  for (auto places = kPlace.globalMatch(text); places.hasNext();) {
    const QRegularExpressionMatch place = places.next();
    write(text.mid(at, place.capturedStart() - at));
    out += place.captured();
    at = place.capturedEnd();
  }
  write(text.mid(at));
  return out;
}

// What the catalogue of a real language has; what Qt says itself is Qt's to translate.
class OtherLetters : public QTranslator {
 public:
  OtherLetters() {
    if (!real_.load(QStringLiteral(":/i18n/manager_de.qm"))) ++faults;
  }
  [[nodiscard]] bool isEmpty() const override { return false; }
  [[nodiscard]] QString translate(const char* context, const char* source, const char* comment,
                                  int n) const override {
    const QByteArray where(context);
    const bool of_qt = where.startsWith('Q') && where != "QObject";
    if (!of_qt && real_.translate(context, source, comment, n).isEmpty()) return {};
    return other_letters(QString::fromUtf8(source));
  }

 private:
  QTranslator real_;
};

// Names, identifiers, and words that are the same in every language.
QSet<QString> known_words() {
  QSet<QString> words;
  const auto add = [&words](const QString& text) {
    static const QRegularExpression kNoLetter(QStringLiteral("[^A-Za-z]+"));
    for (const QString& word : text.split(kNoLetter, Qt::SkipEmptyParts)) words << word;
  };
  add(QStringLiteral(
      "Work token Home token firefox github.com login.example.org Ada Lovelace "
      "ada@example.org ada@desk id_rsa USB armory Mk II CCID keys.example.org/ada.asc "
      "Ed25519 Curve25519 RSA gokey-manager/config.toml config.toml SHA256 "
      "Nov November F5 ltr "
      "gokeyctl host-key pin --replace gokeyctl lock gokeyctl presence confirm GoKey Build "
      "gpgconf --kill scdaemon"));
  for (const char* name : {scenes::kLongName, scenes::kLongSite, scenes::kLongAsker})
    add(QString::fromUtf8(name));
  for (const char* key :
       {samples::kFingerprint, samples::kOtherFingerprint, samples::kReceiptKey}) {
    add(host_key_lines(key));
    add(QString::fromUtf8(key));
    if (const auto phrase = host_key_words(key)) {
      for (const std::string& word : *phrase) add(QString::fromStdString(word));
    }
  }
  for (int code = 0; code < 256; ++code)
    add(QString::fromStdString(std::string(code_name(static_cast<Code>(code)))));
  return words;
}

// A number, or a time of day, in other digits than those of the person's locale. What stands in
// isolates, or with letters or as an address, is an identifier.
void check_digits(const QString& screen, const QString& where, const QString& shown) {
  static const QRegularExpression kIsolated(QStringLiteral("\u2066[^\u2069]*\u2069"));
  static const QRegularExpression kNumber(
      QStringLiteral("(?<![\\w.:/-])[0-9]+(:[0-9]{2})*(?![\\w:/]|\\.[0-9])"),
      QRegularExpression::UseUnicodePropertiesOption);
  QString text = shown;
  text.remove(kIsolated);
  if (!kNumber.match(text).hasMatch() || told.contains(shown)) return;
  told << shown;
  ++faults;
  std::fprintf(stderr, "%s: %s: digits: %s\n", qUtf8Printable(screen), qUtf8Printable(where),
               qUtf8Printable(shown));
}

void check(const QString& screen, const QString& where, const QString& shown) {
  static const QSet<QString> kKnown = known_words();
  QString text = shown;
  if (Qt::mightBeRichText(text)) {
    QTextDocument document;
    document.setHtml(text);
    text = document.toPlainText();
  }
  check_digits(screen, where, text);
  // Identifiers in hexadecimal, and one letter alone: a unit, a mnemonic.
  static const QRegularExpression kWord(
      QStringLiteral("(?<![A-Za-z0-9])(?![0-9A-Fa-f]{4,40}(?![A-Za-z0-9]))[A-Za-z]{2,}"));
  for (auto words = kWord.globalMatch(text); words.hasNext();) {
    if (kKnown.contains(words.next().captured())) continue;
    if (told.contains(shown)) return;
    told << shown;
    ++faults;
    std::fprintf(stderr, "%s: %s: %s\n", qUtf8Printable(screen), qUtf8Printable(where),
                 qUtf8Printable(shown));
    return;
  }
}

void check_model(const QString& screen, const QAbstractItemModel& model) {
  for (int row = 0; row < model.rowCount(); ++row) {
    for (int column = 0; column < model.columnCount(); ++column) {
      const QModelIndex index = model.index(row, column);
      for (const int role : {static_cast<int>(Qt::DisplayRole), static_cast<int>(Qt::ToolTipRole),
                             static_cast<int>(Qt::AccessibleTextRole)})
        check(screen, QStringLiteral("list"), index.data(role).toString());
      // Without a name of its own a column has its number, which nobody shows.
      const QVariant header = model.headerData(column, Qt::Horizontal);
      if (header.userType() == QMetaType::QString)
        check(screen, QStringLiteral("list header"), header.toString());
    }
  }
}

// Everything a person or a screen reader can come upon, hidden parts of the screen too: they are
// shown in some other state.
void check_window(QWidget& window, const QString& screen) {
  QList<QWidget*> widgets = window.findChildren<QWidget*>();
  widgets.prepend(&window);
  for (QWidget* widget : widgets) {
    if (!widget->isVisible() && qobject_cast<QMenu*>(widget) == nullptr) continue;
    const QString kind = QString::fromLatin1(widget->metaObject()->className());
    check(screen, QStringLiteral("title"), widget->windowTitle());
    check(screen, kind + QStringLiteral(" tip"), widget->toolTip());
    check(screen, kind + QStringLiteral(" name"), widget->accessibleName());
    check(screen, kind + QStringLiteral(" description"), widget->accessibleDescription());
    if (const auto* label = qobject_cast<QLabel*>(widget)) check(screen, kind, label->text());
    if (const auto* button = qobject_cast<QAbstractButton*>(widget))
      check(screen, kind, button->text());
    if (const auto* edit = qobject_cast<QLineEdit*>(widget)) {
      check(screen, kind, edit->placeholderText());
    }
    if (const auto* combo = qobject_cast<QComboBox*>(widget)) check_model(screen, *combo->model());
    if (const auto* tabs = qobject_cast<QTabBar*>(widget)) {
      for (int i = 0; i < tabs->count(); ++i) check(screen, kind, tabs->tabText(i));
    }
    if (const auto* view = qobject_cast<QAbstractItemView*>(widget)) {
      if (view->model() != nullptr) check_model(screen, *view->model());
    }
    for (const QAction* action : widget->actions()) check(screen, kind, action->text());
  }
}

// Of every kind of error that the library has, what the app says.
void check_errors() {
  for (int number = 1; number < 256; ++number) {
    const auto code = static_cast<Code>(number);
    if (code_name(code).empty()) continue;
    Error error;
    error.code = code;
    error.message = say("Logging in failed: {}.", say("no answer in time"));
    const QString screen = QString::fromStdString(std::string(code_name(code)));
    check(screen, QStringLiteral("title"), problem_title(error));
    check(screen, QStringLiteral("sentence"),
          problem_sentence(error, QStringLiteral("Work token")));
  }
}

void check_menu(const QString& screen, const std::vector<MenuEntry>& entries) {
  for (const MenuEntry& entry : entries) {
    check(screen, QStringLiteral("menu"), entry.label);
    check_menu(screen, entry.children);
  }
}

// What the panel draws, and what notifications say of a request.
void check_tray() {
  const auto look = [](const std::vector<BrokerToken>& tokens) {
    const TrayLook shown = tray_look(tokens);
    const QString screen = QStringLiteral("tray ") + shown.icon;
    check(screen, QStringLiteral("title"), shown.title);
    check(screen, QStringLiteral("text"), shown.text);
    check_menu(screen, tray_menu(tokens, std::nullopt));
    check_menu(screen, tray_menu(tokens, QDateTime::currentDateTime()));
    for (const BrokerToken& token : tokens) {
      if (!token.presence) continue;
      const PresenceWords words = presence_words(QStringLiteral("Work token"), *token.presence, 9);
      for (const QString& text : {words.title, words.text, words.summary, words.body})
        check(screen, QStringLiteral("notification"), text);
    }
  };
  look({});
  for (const scenes::State& state : scenes::kStates) {
    look({state.make()});
    look({state.make(), samples::home()});
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("LC_ALL", "C.UTF-8");
  qputenv("LANGUAGE", "other_letters");
  QLocale::setDefault(QLocale(QStringLiteral("ar_EG")));  // for its digits
  QApplication app(argc, argv);
  QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  Q_INIT_RESOURCE(icons);
  Q_INIT_RESOURCE(translations);
  set_reduced_motion(true);
  use_catalogue();
  OtherLetters letters;
  QApplication::installTranslator(&letters);
  if (say("no answer in time").translated() == "no answer in time") {
    std::fprintf(stderr, "the library's catalogue was not found\n");
    ++faults;
  }
  scenes::every_screen(check_window);
  check_errors();
  check_tray();
  std::printf("%d fault(s)\n", faults);
  return faults == 0 ? 0 : 1;
}
