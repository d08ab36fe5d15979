// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Writes a picture of every page, dialog and state, and fails where something is cut off, cannot be
// read or has no name. Usage: gui_screenshots FOLDER [quick | LOOK...], where a look is made of
// words such as ar-dark-200: language, palette, size of the font in per cent. QT_STYLE_OVERRIDE and
// QT_SCALE_FACTOR work as with any program of Qt.
#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLocale>
#include <QStyleFactory>
#include <QTranslator>
#include <cstdio>

#include "gokeyctl/sentence.h"
#include "gui/widgets/colours.h"
#include "gui/widgets/motion.h"
#include "gui/widgets/style.h"
#include "scenes.h"

using namespace gokeyctl;
using namespace gokeyctl::gui;

namespace {

int faults = 0;
bool saving = true;

void fault(const QString& picture, const QString& what) {
  ++faults;
  std::fprintf(stderr, "%s: %s\n", qUtf8Printable(picture), qUtf8Printable(what));
}

// Breeze's colours, light and dark.
QPalette palette_of(bool dark) {
  const auto rgb = [](QRgb value) { return QColor(value); };
  QPalette palette;
  const auto set = [&](QPalette::ColorRole role, QRgb light, QRgb night) {
    palette.setColor(role, rgb(dark ? night : light));
  };
  set(QPalette::Window, 0xeff0f1, 0x2a2e32);
  set(QPalette::WindowText, 0x232629, 0xfcfcfc);
  set(QPalette::Base, 0xffffff, 0x1b1e20);
  set(QPalette::AlternateBase, 0xf7f7f7, 0x232629);
  set(QPalette::Text, 0x232629, 0xfcfcfc);
  set(QPalette::Button, 0xfcfcfc, 0x31363b);
  set(QPalette::ButtonText, 0x232629, 0xfcfcfc);
  set(QPalette::Highlight, 0x3daee9, 0x3daee9);
  set(QPalette::HighlightedText, 0x10161a, 0xfcfcfc);
  set(QPalette::Link, 0x1f6fa8, 0x6cc4f2);
  set(QPalette::ToolTipBase, 0xf7f7f7, 0x31363b);
  set(QPalette::ToolTipText, 0x232629, 0xfcfcfc);
  set(QPalette::Light, 0xffffff, 0x40464c);
  set(QPalette::Midlight, 0xf7f7f8, 0x34393e);
  set(QPalette::Mid, 0xc8cacc, 0x25292c);
  set(QPalette::Dark, 0x888e93, 0x141618);
  set(QPalette::Shadow, 0x474a4c, 0x0f1012);
  set(QPalette::PlaceholderText, 0x5f666b, 0xa1a9b1);
  for (const QPalette::ColorRole role :
       {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
    palette.setColor(QPalette::Disabled, role,
                     mixed(palette.color(role), palette.color(QPalette::Window), 0.5));
  }
  return palette;
}

// Every text 40 % longer and with accents: what a translation may need.
class Longer : public QTranslator {
 public:
  [[nodiscard]] bool isEmpty() const override { return false; }
  [[nodiscard]] QString translate(const char*, const char* source, const char*,
                                  int n) const override {
    QString text = QString::fromUtf8(source);
    if (n >= 0) text.replace(QStringLiteral("%Ln"), QString::number(n));
    const int more = static_cast<int>(text.size()) * 2 / 5;
    static const QString kFill = QStringLiteral("äß éñ öx ");
    QString fill;
    while (fill.size() < more) fill += kFill;
    return text + (more > 0 ? QStringLiteral("·") : QString()) + fill.left(more).trimmed();
  }
};

bool hides(const QWidget* widget) { return !widget->isVisible() || widget->width() <= 0; }

void check_texts(const QString& picture, const QWidget& window) {
  for (const QLabel* label : window.findChildren<QLabel*>()) {
    if (hides(label) || label->text().isEmpty()) continue;
    const bool low = label->wordWrap() ? label->heightForWidth(label->width()) > label->height()
                                       : label->sizeHint().height() > label->height() + 1;
    const bool thin = label->minimumSizeHint().width() > label->width() + 1;
    if (low || thin)
      fault(picture, QStringLiteral("cut off (%1x%2): %3")
                         .arg(label->width())
                         .arg(label->height())
                         .arg(label->text().left(60)));
  }
  for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
    if (hides(button) || button->text().isEmpty()) continue;
    if (button->sizeHint().width() > button->width() + 1 ||
        button->sizeHint().height() > button->height() + 1)
      fault(picture, QStringLiteral("button cut off: %1").arg(button->text()));
  }
  for (const QWidget* widget : window.findChildren<QWidget*>()) {
    if (hides(widget) || widget->focusPolicy() == Qt::NoFocus) continue;
    QAccessibleInterface* accessible =
        QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
    if (accessible == nullptr || !accessible->text(QAccessible::Name).isEmpty()) continue;
    if (widget->inherits("QScrollBar") || widget->objectName().startsWith(QLatin1String("qt_")) ||
        widget->inherits("QMenu"))
      continue;
    fault(picture, QStringLiteral("focusable without a name: %1")
                       .arg(QString::fromLatin1(widget->metaObject()->className())));
  }
}

// Anti-aliasing never reaches the full colour of thin strokes: a little below 4.5.
constexpr double kReadable = 4.3;

// What stands on a label against what stands around it, read from the picture.
void check_contrast(const QString& picture, const QWidget& window, const QImage& image) {
  for (const QLabel* label : window.findChildren<QLabel*>()) {
    if (hides(label) || label->text().trimmed().isEmpty() || !label->isEnabled()) continue;
    const QRect visible = label->visibleRegion().boundingRect();
    // Half a line at the edge of what is scrolled says nothing.
    if (visible.size() != label->size()) continue;
    const qreal ratio = image.devicePixelRatio();
    const QPoint at = label->mapTo(&window, visible.topLeft());
    const QRect pixels(qRound(at.x() * ratio), qRound(at.y() * ratio),
                       qRound(visible.width() * ratio), qRound(visible.height() * ratio));
    const QRect inside = pixels.intersected(image.rect());
    if (inside.width() < 4 || inside.height() < 4) continue;
    const QColor ground(image.pixel(inside.topLeft()));
    double best = 1;
    for (int y = inside.top(); y <= inside.bottom() && best < kReadable; ++y) {
      for (int x = inside.left(); x <= inside.right(); ++x)
        best = std::max(best, contrast(QColor(image.pixel(x, y)), ground));
    }
    if (best < kReadable)
      fault(picture,
            QStringLiteral("contrast %1: %2").arg(best, 0, 'f', 2).arg(label->text().left(50)));
  }
}

class Camera {
 public:
  Camera(const QDir& folder, QString look) : folder_(folder), look_(std::move(look)) {}
  void shoot(QWidget& window, const QString& name) const {
    scenes::settle();
    const QString picture = name + look_;
    const QImage image = window.grab().toImage();
    if (saving && !image.save(folder_.filePath(picture + QStringLiteral(".png"))))
      fault(picture, QStringLiteral("cannot be written"));
    check_texts(picture, window);
    check_contrast(picture, window, image);
  }

 private:
  QDir folder_;
  QString look_;
};

struct Look {
  bool dark = false;
  int percent = 100;  // of the font
  QString language = QStringLiteral("en");
  bool longer = false;
};

// "ar-dark-200" and the like; "light" is the one of which nothing is to say.
Look look_of(const QString& words) {
  Look look;
  for (const QString& word : words.split(QLatin1Char('-'))) {
    bool is_number = false;
    const int number = word.toInt(&is_number);
    if (is_number) {
      look.percent = number;
    } else if (word == QLatin1String("dark")) {
      look.dark = true;
    } else if (word == QLatin1String("long")) {
      look.longer = true;
    } else if (word != QLatin1String("light")) {
      look.language = word;
    }
  }
  return look;
}

// The language of the app, of the library and of numbers and dates.
void speak(const QString& language, QTranslator& app) {
  const QLocale locale(language == QLatin1String("en") ? QStringLiteral("en_GB") : language);
  QLocale::setDefault(locale);
  qputenv("LANGUAGE", language.toUtf8());
  use_catalogue();
  if (!app.load(locale, QStringLiteral("manager"), QStringLiteral("_"), QStringLiteral(":/i18n")))
    fault(language, QStringLiteral("no such language"));
  QApplication::installTranslator(&app);
  QApplication::setLayoutDirection(locale.textDirection());
}

void take(const QDir& folder, const QString& words) {
  const Look look = look_of(words);
  QApplication::setPalette(palette_of(look.dark));
  QFont font(QStringLiteral("Noto Sans"));
  font.setPointSizeF(10.0 * look.percent / 100);
  QApplication::setFont(font);
  QTranslator app;
  speak(look.language, app);
  Longer longer;
  if (look.longer) QApplication::installTranslator(&longer);
  const Camera camera(folder,
                      words == QLatin1String("light") ? QString() : QLatin1Char('-') + words);
  const scenes::Shoot shoot = [&camera](QWidget& window, const QString& name) {
    camera.shoot(window, name);
  };
  scenes::every_screen(shoot);
  scenes::every_page(shoot, {600, 700}, QStringLiteral("-600"));
  scenes::every_page(shoot, {360, 700}, QStringLiteral("-360"));
}

// Those that differ most; and all that are worth looking at.
const QStringList kQuick = {QStringLiteral("light"), QStringLiteral("ar-dark-200"),
                            QStringLiteral("long")};
const QStringList kAll = {
    QStringLiteral("light"),   QStringLiteral("dark"),       QStringLiteral("125"),
    QStringLiteral("150"),     QStringLiteral("200"),        QStringLiteral("long"),
    QStringLiteral("de"),      QStringLiteral("fr-dark"),    QStringLiteral("it"),
    QStringLiteral("es"),      QStringLiteral("ja"),         QStringLiteral("ar"),
    QStringLiteral("ar-dark"), QStringLiteral("ar-dark-200")};

}  // namespace

int main(int argc, char** argv) {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("LC_ALL", "C.UTF-8");
#if QT_VERSION < QT_VERSION_CHECK(6, 0, 0)
  // As the app does: QT_SCALE_FACTOR=2 shows what a screen of many pixels would.
  QApplication::setAttribute(Qt::AA_EnableHighDpiScaling);
  QApplication::setAttribute(Qt::AA_UseHighDpiPixmaps);
#endif
  QApplication app(argc, argv);
  if (argc < 2) return 2;
  if (!qEnvironmentVariableIsSet("QT_STYLE_OVERRIDE"))
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  make_room_in_fusion();
  Q_INIT_RESOURCE(icons);
  Q_INIT_RESOURCE(translations);
  set_reduced_motion(true);
  const QDir folder(QString::fromLocal8Bit(argv[1]));
  folder.mkpath(QStringLiteral("."));
  QStringList looks = QApplication::arguments().mid(2);
  if (looks.isEmpty()) looks = kAll;
  if (looks.first() == QLatin1String("quick")) {
    looks = kQuick;
    saving = false;  // writing them takes most of the time
  }
  for (const QString& words : looks) take(folder, words);
  std::printf("%d fault(s)\n", faults);
  return faults == 0 ? 0 : 1;
}
