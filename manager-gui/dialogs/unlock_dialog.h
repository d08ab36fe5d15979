// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QDialog>
#include <QTimer>
#include <functional>
#include <optional>

#include "gokeyctl/broker.h"
#include "gui/widgets/colours.h"

class QButtonGroup;
class QComboBox;
class QPushButton;

namespace gokeyctl::gui {

class Label;
class LinkButton;
class SecretEdit;
class Symbol;

// What the dialog asks of the desk.
struct UnlockWork {
  template <typename T>
  using Done = std::function<void(const Result<T>&)>;
  std::function<void(Scope, Secret, Hold, Done<KeysOutcome>)> unlock;
  // Takes back the unlock that is under way.
  std::function<void()> cancel_unlock;
  std::function<void(Hold, Done<BrokerToken>)> shorten;
  std::function<void(Scope, Done<KeysOutcome>)> lock;
};

// Asks for the passphrase of one token. It says which token, what is to be unlocked, for how long,
// and how many tries are left; it tries once for each press of the button and repeats what the
// token answered. Closes when it worked.
class UnlockDialog : public QDialog {
  Q_OBJECT
 public:
  // `hold` is proposed: a value of the setting keep-unlocked.
  UnlockDialog(UnlockWork work, const BrokerToken& token, Scope scope, const QString& hold,
               QWidget* parent = nullptr);

  // The token as it is now, whenever that changes.
  void setToken(const BrokerToken& token);
  // Unplugged: the dialog waits for it to come back, or for Cancel.
  void setGone();
  [[nodiscard]] QString tokenId() const;
  [[nodiscard]] const std::string& serial() const { return token_.serial; }
  void setScope(Scope scope);

 signals:
  // The token says that a restart is needed, and the person asks how.
  void helpWanted();
  void announced(const QString& text);

 protected:
  void done(int result) override;
  bool event(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  enum class Waiting : std::uint8_t { kNo, kShort, kShown, kLong };
  struct Status {
    QString text;
    QString symbol;
    Tone tone = Tone::kDim;
    bool help = false;
  };

  void build();
  void accept() override;
  void send(Secret passphrase);
  void answered(const Result<KeysOutcome>& result);
  void refused(const Error& error);
  void keepLonger();
  void tick();
  void showStatus(const Status& status);
  [[nodiscard]] Status status() const;
  [[nodiscard]] Status triesStatus() const;
  [[nodiscard]] Scope scope() const;
  [[nodiscard]] bool isOpen() const;
  [[nodiscard]] Hold hold() const;
  [[nodiscard]] bool isShorter() const;
  [[nodiscard]] int secondsToNextTry() const;
  void updateFields();

  UnlockWork work_;
  BrokerToken token_;
  bool gone_ = false;
  bool caps_lock_ = false;
  bool too_long_ = false;
  Waiting waiting_ = Waiting::kNo;
  // What came of the last try, until something is typed.
  std::optional<Status> outcome_;
  QDateTime next_try_;
  // No answer counts that belongs to a try the person gave up.
  int attempt_ = 0;
  bool unlocking_ = false;  // sent, and not answered

  Label* heading_;
  Label* short_id_;
  QButtonGroup* subkeys_;
  Label* subkey_label_;
  Label* passphrase_label_;
  SecretEdit* passphrase_;
  Symbol* status_symbol_;
  Label* status_;
  LinkButton* help_;
  QComboBox* hold_;
  QPushButton* unlock_;
  QTimer busy_, slow_, second_;
};

// The card's key that did not open when both were asked for and one did.
[[nodiscard]] std::optional<KeyUse> key_left_locked(const KeysOutcome& outcome);
[[nodiscard]] QString other_passphrase_text(const KeysOutcome& outcome, KeyUse failed);

// The choices of "Keep unlocked", and what a value of the setting means.
void fill_holds(QComboBox* combo);
[[nodiscard]] Hold hold_of(const QString& setting);

}  // namespace gokeyctl::gui
