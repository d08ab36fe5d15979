// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMainWindow>
#include <QPointer>
#include <QTimer>
#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "gui/models/desk.h"
#include "gui/models/settings.h"
#include "gui/window/desktop_checks.h"
#include "gui/window/work.h"

class QComboBox;
class QHBoxLayout;
class QListView;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QToolButton;
class QVBoxLayout;
class QAction;

namespace gokeyctl::gui {

class BusyBar;
class ConsolePage;
class DoctorPage;
class FactoryPage;
class FidoPage;
class HostKeyChangedPage;
class InlineMessage;
class Label;
class LinkButton;
class NoTokenPage;
class OpenPgpPage;
class OverviewPage;
class SettingsPage;
class TokenListModel;
class TrustPage;
class UnlockDialog;
class FirstContact;
class PinentryUnlock;
class ReceiptDialog;
struct UnlockWork;

// The pages of one token, as the tabs have them.
enum class View : std::uint8_t { kOverview, kOpenPgp, kFido, kConsole, kTrust };

// The window: tokens at the side, the pages of the one that is chosen, and those of the computer.
// Everything that takes time is asked of the desk or done beside the GUI thread.
class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  // `desk` and `settings` outlive the window.
  MainWindow(Desk& desk, Settings& settings, WindowWork work, QWidget* parent = nullptr);
  ~MainWindow() override;

  [[nodiscard]] QString currentToken() const { return token_; }

 public slots:
  // Shows the window in front of others, as far as the desktop allows.
  void present();
  void showToken(const QString& id);
  void showView(gokeyctl::gui::View view);
  void openUnlock(const QString& id, gokeyctl::Scope scope);
  void openRename(const QString& id);
  // `pinned`: the fingerprint of the host key of a token that is known.
  void openGuide(const QString& id, const std::string& pinned = {});
  void openDoctor();
  void openSettings();
  // The user's guide, in whatever the desktop shows it.
  void openHelp();
  // Quits, or asks first while something is unlocked.
  void askQuit();
  // The screen was locked: what was typed of a passphrase is wiped.
  void closeSecrets();
  // What nobody could be told otherwise; in front of others.
  void warn(const QString& title, const QString& text);
  // Whether there is a tray to close into.
  void setTray(bool there);
  // What else of the desktop is there: its bus, and a service that shows notifications with
  // buttons. From then on the doctor tells of them and of the tray.
  void setDesktop(bool bus, bool notifications);
  // Whether this desktop has shortcuts for programs.
  void setShortcuts(bool there);
  void setSimulator(bool available);

 signals:
  void quitWanted();
  void simulatorWanted();

 protected:
  void closeEvent(QCloseEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  enum class Place : std::uint8_t { kTokens, kDoctor, kSettings };

  void build();
  QWidget* buildSide();
  QWidget* buildHeader();
  QWidget* buildFoot();
  void buildPages();
  void buildMenu();
  void buildShortcuts();
  void connectDesk();
  void connectPages();

  void choose(Place place, const QString& token);
  void chooseFirst();
  void tokenChanged(const QString& id);
  void tokenRemoved(const QString& id);
  void dress();
  void dressHeader();
  void dressFoot();
  void dressTabs();
  void dressNotices();
  void checkDesktop();
  void dressPage();
  // Its last answer is old, and it does not give another.
  [[nodiscard]] bool isSilent(const BrokerToken& token) const;
  void fillPickers();
  void showPage();
  void readTrust();
  void chooseKey();
  void adapt();
  void fitFont();
  // Whether the token may be unlocked at all: not if its host key is another at every start, unless
  // somebody has allowed that.
  [[nodiscard]] bool mayUnlock(const BrokerToken& token) const;
  void setNarrow(bool narrow);

  enum class MainAction : std::uint8_t {
    kNone,
    kUnlock,
    kLock,
    kDoctor,
    kWhatToDo,
    kLookCloser,
    kCopyDetails,
    kWelcome,
    kChooseKey,
    kSetUp,
    kCancel,   // connecting
    kConnect,  // after that
  };
  // What is shown as connecting for so long can be cancelled.
  static constexpr std::chrono::milliseconds kPatience{2000};
  [[nodiscard]] MainAction mainActionOf(const BrokerToken& token) const;
  [[nodiscard]] static QString main_label(MainAction action);
  [[nodiscard]] Scope default_scope() const;
  void mainAction();
  [[nodiscard]] UnlockWork unlockWork(const QString& id);
  void showUnlock(UnlockDialog* dialog);
  void unlockByPinentry(const BrokerToken& token, Scope scope);
  void step(int by);
  void switchSide();
  void copyShortId();
  void quit();
  void lock(Scope scope);
  void lockAll();
  void refresh();
  void identify();
  void askRestart();
  void askForget();
  void ask(const QString& strong, const QString& rest, const QString& yes, const QString& no,
           const std::function<void()>& action);
  void fail(const Error& error);
  void whatToDo();
  // `then`: it was trusted, and this is the token now.
  void importReceipt(const QString& id, QWidget* parent,
                     const std::function<void(const BrokerToken&)>& then);
  void showReceipt(const QString& id, const Result<Receipt>& receipt, QWidget* parent,
                   const std::function<void(const BrokerToken&)>& then);
  void noteCompared(const QString& fingerprint);
  void rememberRequest(const QString& id, const PresenceRequest& request,
                       BrokerEvent::Outcome outcome);
  void say(const QString& text);
  [[nodiscard]] const BrokerToken* current() const { return desk_.token(token_); }
  [[nodiscard]] QWidget* pageOf(const BrokerToken& token) const;
  template <typename T>
  Desk::Done<T> failing();

  Desk& desk_;
  Settings& settings_;
  WindowWork work_;
  Place place_ = Place::kTokens;
  QString token_;
  View view_ = View::kOverview;
  bool narrow_ = false;
  bool dressing_ = false;
  bool tray_ = true;
  bool quitting_ = false;
  bool tray_told_ = false;
  int refreshing_ = 0;
  bool stale_ = false;
  QTimer stale_timer_;
  QTimer patience_;  // until a wait of a connecting token can be cancelled
  std::string shown_endpoint_, left_endpoint_;
  QString trust_read_for_;
  bool unauthenticated_ = false;             // its trust entry allows unlocking all the same
  std::optional<BrokerToken> doctor_token_;  // whose console Doctor looks at
  std::map<QString, std::vector<PastRequest>> requests_;
  std::map<QString, quint64> dismissed_;
  QPointer<UnlockDialog> unlock_;
  QPointer<PinentryUnlock> pinentry_;
  QPointer<FirstContact> guide_;
  QPointer<ReceiptDialog> receipt_;

  TokenListModel* tokens_ = nullptr;
  QWidget* side_ = nullptr;
  QListView* token_list_ = nullptr;
  QListView* place_list_ = nullptr;
  QWidget* narrow_bar_ = nullptr;
  QHBoxLayout* narrow_bar_layout_ = nullptr;
  QComboBox* token_picker_ = nullptr;
  QWidget* header_ = nullptr;
  QHBoxLayout* header_layout_ = nullptr;
  Label* title_ = nullptr;
  Label* subtitle_ = nullptr;
  QPushButton* main_button_ = nullptr;
  QPushButton* copy_report_ = nullptr;
  QPushButton* check_again_ = nullptr;
  QToolButton* more_ = nullptr;
  QAction* rename_action_ = nullptr;
  QAction* identify_action_ = nullptr;
  QAction* copy_id_action_ = nullptr;
  QAction* restart_action_ = nullptr;
  QAction* forget_action_ = nullptr;
  QTabBar* tabs_ = nullptr;
  QWidget* tab_row_ = nullptr;
  QHBoxLayout* tab_row_layout_ = nullptr;
  QComboBox* tab_picker_ = nullptr;
  BusyBar* busy_ = nullptr;
  QVBoxLayout* notices_ = nullptr;
  InlineMessage* question_ = nullptr;
  QPushButton* question_yes_ = nullptr;
  QPushButton* question_no_ = nullptr;
  std::function<void()> question_action_;
  InlineMessage* quit_question_ = nullptr;
  InlineMessage* error_ = nullptr;
  InlineMessage* broker_notice_ = nullptr;
  InlineMessage* name_notice_ = nullptr;
  InlineMessage* tray_notice_ = nullptr;
  QStackedWidget* pages_ = nullptr;
  QWidget* foot_ = nullptr;
  QWidget* head_line_ = nullptr;
  QWidget* foot_line_ = nullptr;
  InlineMessage* bus_notice_ = nullptr;
  std::optional<DesktopServices> desktop_;
  Label* as_of_ = nullptr;
  QPushButton* refresh_ = nullptr;
  QPushButton* copy_list_ = nullptr;
  LinkButton* open_file_ = nullptr;
  LinkButton* restore_ = nullptr;

  NoTokenPage* no_token_ = nullptr;
  FactoryPage* factory_ = nullptr;
  OverviewPage* overview_ = nullptr;
  OpenPgpPage* openpgp_ = nullptr;
  FidoPage* fido_ = nullptr;
  ConsolePage* console_ = nullptr;
  TrustPage* trust_ = nullptr;
  HostKeyChangedPage* changed_ = nullptr;
  DoctorPage* doctor_ = nullptr;
  SettingsPage* settings_page_ = nullptr;
};

}  // namespace gokeyctl::gui
