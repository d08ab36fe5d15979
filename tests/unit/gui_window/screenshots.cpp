// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
//
// Writes a picture of every page, dialog and state, in light and dark, at 100 and 200 %, from left
// to right and from right to left; and fails where something is cut off, cannot be read or has no
// name. Usage: gui_screenshots FOLDER [quick]
#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QEventLoop>
#include <QFontDatabase>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QStyleFactory>
#include <QTabBar>
#include <QThreadPool>
#include <QTimer>
#include <QTranslator>
#include <cstdio>
#include <functional>
#include <memory>

#include "gui/dialogs/first_contact.h"
#include "gui/dialogs/rename_dialog.h"
#include "gui/dialogs/unlock_dialog.h"
#include "gui/widgets/accessible.h"
#include "gui/widgets/colours.h"
#include "gui/widgets/inline_message.h"
#include "gui/widgets/metrics.h"
#include "gui/widgets/motion.h"
#include "gui/widgets/secret_edit.h"
#include "gui/window/main_window.h"
#include "samples.h"

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
  set(QPalette::HighlightedText, 0x232629, 0xfcfcfc);
  palette.setColor(QPalette::HighlightedText, dark ? rgb(0xfcfcfc) : rgb(0x10161a));
  if (dark) palette.setColor(QPalette::Highlight, rgb(0x1d5c85));
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
    if (n >= 0) text.replace(QStringLiteral("%n"), QString::number(n));
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
  Camera(QDir folder, QString look) : folder_(std::move(folder)), look_(std::move(look)) {}
  void shoot(QWidget& window, const QString& name) {
    settle();
    const QString picture = name + look_;
    const QPixmap pixmap = window.grab();
    const QImage image = pixmap.toImage();
    if (saving && !image.save(folder_.filePath(picture + QStringLiteral(".png"))))
      fault(picture, QStringLiteral("cannot be written"));
    check_texts(picture, window);
    check_contrast(picture, window, image);
  }
  // Work beside the GUI thread has come back and everything is laid out.
  static void settle() {
    for (int i = 0; i < 3; ++i) {
      QThreadPool::globalInstance()->waitForDone();
      QApplication::sendPostedEvents();
      QApplication::processEvents();
    }
  }

 private:
  QDir folder_;
  QString look_;
};

struct State {
  const char* name;
  BrokerToken (*make)();
};
constexpr State kStates[] = {
    {"locked", samples::locked},
    {"unlocked", samples::unlocked},
    {"both-unlocked", samples::both_unlocked},
    {"classic", samples::classic},
    {"connecting", samples::connecting},
    {"unreachable", samples::unreachable},
    {"boot-rom", samples::boot_rom},
    {"factory", samples::factory},
    {"not-started", samples::not_started},
    {"working", samples::working},
    {"presence", samples::presence},
    {"presence-unknown", samples::presence_unknown},
    {"blocked", samples::blocked},
    {"host-key-changed", samples::host_key_changed},
    {"new", samples::fresh},
    {"per-boot", samples::per_boot},
};

void history(samples::Stage& stage) {
  using Kind = BrokerEvent::Kind;
  const BrokerToken token = samples::unlocked();
  stage.link.tell(Kind::kUnlocked, token, {KeyUse::kSignature}, 1400);
  stage.link.tell(Kind::kOperation, token, {KeyUse::kSignature}, 1300);
  stage.link.tell(Kind::kLocked, token, {KeyUse::kSignature}, 900);
  stage.link.tell(Kind::kUnlocked, token, {KeyUse::kDecryption}, 600);
  stage.link.tell(Kind::kPresenceRequested, samples::presence(), {}, 20);
  BrokerEvent ended;
  ended.kind = Kind::kPresenceEnded;
  ended.time = samples::time_from_now(-12);
  ended.id = token.id;
  ended.token = token;
  ended.presence = samples::presence().presence;
  ended.outcome = BrokerEvent::Outcome::kConfirmed;
  emit stage.link.event(ended);
  ended.presence = samples::presence_unknown().presence;
  ended.outcome = BrokerEvent::Outcome::kTimeout;
  emit stage.link.event(ended);
}

void pages(Camera& camera, QSize size, const QString& suffix) {
  samples::Stage stage;
  stage.link.show(samples::unlocked());
  stage.link.show(samples::home());
  MainWindow window(stage.desk, stage.settings, stage.work());
  history(stage);
  window.resize(size);
  window.show();
  constexpr std::pair<View, const char*> kViews[] = {{View::kOverview, "overview"},
                                                     {View::kOpenPgp, "openpgp"},
                                                     {View::kFido, "fido"},
                                                     {View::kConsole, "console"},
                                                     {View::kTrust, "trust"}};
  for (const auto& [view, name] : kViews) {
    window.showView(view);
    camera.shoot(window, QString::fromLatin1(name) + suffix);
  }
  window.openDoctor();
  Camera::settle();
  camera.shoot(window, QStringLiteral("doctor") + suffix);
  window.openSettings();
  camera.shoot(window, QStringLiteral("settings") + suffix);
}

void states(Camera& camera) {
  for (const State& state : kStates) {
    samples::Stage stage;
    stage.link.show(state.make());
    stage.link.show(samples::home());
    MainWindow window(stage.desk, stage.settings, stage.work());
    window.show();
    camera.shoot(window, QStringLiteral("state-") + QString::fromLatin1(state.name));
    if (std::string_view(state.name) == "host-key-changed" ||
        std::string_view(state.name) == "per-boot" || std::string_view(state.name) == "new") {
      window.showView(View::kTrust);
      camera.shoot(window, QStringLiteral("trust-") + QString::fromLatin1(state.name));
    }
    if (std::string_view(state.name) == "unlocked") {
      window.askQuit();
      camera.shoot(window, QStringLiteral("quit-question"));
    }
  }
  samples::Stage stage;
  MainWindow window(stage.desk, stage.settings, stage.work());
  window.show();
  camera.shoot(window, QStringLiteral("no-token"));
  window.setTray(false);
  camera.shoot(window, QStringLiteral("no-tray"));
}

void type(QWidget* field, const QString& text) {
  for (const QChar c : text) {
    QKeyEvent key(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
    QApplication::sendEvent(field, &key);
  }
}

void unlock(Camera& camera) {
  const auto dialog =
      [&](const char* name, const BrokerToken& token,
          const std::function<void(UnlockDialog&, UnlockWork::Done<KeysOutcome>&)>& play) {
        UnlockWork::Done<KeysOutcome> answer;
        UnlockWork work;
        work.unlock = [&answer](Scope, Secret, Hold, UnlockWork::Done<KeysOutcome> done) {
          answer = std::move(done);
        };
        work.lock = [](Scope, const UnlockWork::Done<KeysOutcome>&) {};
        work.shorten = [](Hold, const UnlockWork::Done<BrokerToken>&) {};
        auto* shown = new UnlockDialog(work, token, Scope::kDecryption, QStringLiteral("10m"));
        shown->show();
        Camera::settle();
        play(*shown, answer);
        camera.shoot(*shown, QStringLiteral("unlock-") + QString::fromLatin1(name));
        shown->close();
        Camera::settle();
      };
  const auto nothing = [](UnlockDialog&, UnlockWork::Done<KeysOutcome>&) {};
  dialog("ready", samples::locked(), nothing);
  dialog("delay", samples::blocked(), nothing);
  dialog("presence", samples::presence(), nothing);
  dialog("keep", samples::unlocked(), nothing);
  BrokerToken last = samples::locked();
  last.status->openpgp.tries_left = 1;
  dialog("last-try", last, nothing);
  BrokerToken none = samples::classic();
  none.status->openpgp.tries_left = 0;
  dialog("none-left", none, nothing);
  dialog("gone", samples::locked(),
         [](UnlockDialog& shown, UnlockWork::Done<KeysOutcome>&) { shown.setGone(); });
  const auto send = [](UnlockDialog& shown) {
    type(shown.findChild<SecretEdit*>(), QStringLiteral("open sesame"));
    shown.findChild<QPushButton*>(QStringLiteral("unlockButton"))->click();
  };
  dialog("wrong", samples::locked(),
         [&](UnlockDialog& shown, UnlockWork::Done<KeysOutcome>& answer) {
           send(shown);
           Error wrong;
           wrong.code = Code::kWrongPassphrase;
           wrong.details = {{"tries_left", "2"}};
           answer(std::unexpected(wrong));
         });
  dialog("checking", samples::locked(), [&](UnlockDialog& shown, UnlockWork::Done<KeysOutcome>&) {
    send(shown);
    QEventLoop loop;
    QTimer::singleShot(400, &loop, &QEventLoop::quit);
    loop.exec();
  });
}

void guide(Camera& camera) {
  samples::Stage stage;
  const WindowWork work = stage.work();
  GuideWork guide;
  guide.trust = [](const std::string&, const GuideWork::Done<BrokerToken>& done) {
    done(samples::locked());
  };
  guide.rename = [](const QString&, const GuideWork::Done<BrokerToken>& done) {
    done(samples::locked());
  };
  guide.list = work.list_identities;
  guide.try_all = work.try_identities;
  auto* dialog = new FirstContact(guide, samples::fresh(), {});
  dialog->show();
  Camera::settle();
  type(dialog->findChild<QLineEdit*>(), QStringLiteral("Work token"));
  camera.shoot(*dialog, QStringLiteral("guide-1-meet"));
  const auto press_next = [&] {
    for (QPushButton* button : dialog->findChildren<QPushButton*>()) {
      if (button->isDefault()) button->click();
    }
    Camera::settle();
  };
  press_next();
  camera.shoot(*dialog, QStringLiteral("guide-2-compare"));
  const auto choices = dialog->findChildren<QRadioButton*>();
  choices.at(1)->click();
  camera.shoot(*dialog, QStringLiteral("guide-2-different"));
  choices.at(0)->click();
  press_next();
  camera.shoot(*dialog, QStringLiteral("guide-3-connect"));
  dialog->close();
  auto* rename = new RenameDialog(QStringLiteral("Work token"), QStringLiteral("A1B2C3D4"),
                                  {QStringLiteral("Home token")});
  rename->show();
  camera.shoot(*rename, QStringLiteral("rename"));
  rename->close();
  Camera::settle();
}

void look(const QDir& folder, bool dark, int percent, bool mirrored, bool longer) {
  QApplication::setPalette(palette_of(dark));
  QFont font(QStringLiteral("Noto Sans"));
  font.setPointSizeF(10.0 * percent / 100);
  QApplication::setFont(font);
  QApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
  Longer translator;
  if (longer) QApplication::installTranslator(&translator);
  const QString name = QStringLiteral("%1%2%3%4")
                           .arg(dark ? QStringLiteral("-dark") : QString(),
                                percent != 100 ? QStringLiteral("-%1").arg(percent) : QString(),
                                mirrored ? QStringLiteral("-rtl") : QString(),
                                longer ? QStringLiteral("-long") : QString());
  Camera camera(folder, name);
  pages(camera, {920, 640}, QString());
  pages(camera, {600, 700}, QStringLiteral("-600"));
  pages(camera, {360, 700}, QStringLiteral("-360"));
  states(camera);
  unlock(camera);
  guide(camera);
}

}  // namespace

int main(int argc, char** argv) {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  qputenv("LC_ALL", "C.UTF-8");
  QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
  QApplication app(argc, argv);
  if (argc < 2) return 2;
  if (!qEnvironmentVariableIsSet("GOKEY_STYLE"))
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
#ifdef GOKEY_HAS_ICONS
  Q_INIT_RESOURCE(icons);
#endif
  set_reduced_motion(true);
  const QDir folder(QString::fromLocal8Bit(argv[1]));
  folder.mkpath(QStringLiteral("."));
  // With "quick" those that differ most, checked but not kept: writing them takes most of the time.
  const bool all = argc < 3;
  saving = all;
  look(folder, false, 100, false, false);
  look(folder, true, 200, true, false);
  look(folder, false, 100, false, true);
  if (all) {
    look(folder, true, 100, false, false);
    look(folder, false, 200, false, false);
    look(folder, false, 100, true, false);
  }
  std::printf("%d fault(s)\n", faults);
  return faults == 0 ? 0 : 1;
}
