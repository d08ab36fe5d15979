// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <functional>
#include <optional>
#include <string>

#include "gokeyctl/broker.h"
#include "gokeyctl/pinentry.h"
#include "gui/dialogs/unlock_dialog.h"

namespace gokeyctl::gui {

// Unlocks with the person's pinentry program in place of our dialog: one passphrase for each try,
// asked for again only by pinentry itself. Deletes itself when it is over.
class PinentryUnlock : public QObject {
  Q_OBJECT
 public:
  using Ask = std::function<Result<Secret>(const PinentryRequest&, int stop_fd)>;
  PinentryUnlock(Ask ask, std::string program, UnlockWork work, const BrokerToken& token,
                 Scope scope, Hold hold, QObject* parent);
  ~PinentryUnlock() override;

  [[nodiscard]] QString tokenId() const;
  // Closes pinentry's window: unplugged, or the screen was locked.
  void stop();

 signals:
  void failed(const gokeyctl::Error& error);

 private:
  void ask(const QString& error);
  void opened(const KeysOutcome& outcome);
  void answered(const Result<KeysOutcome>& result);
  [[nodiscard]] QString description() const;

  Ask ask_;
  std::string program_;
  UnlockWork work_;
  BrokerToken token_;
  Scope scope_;
  Hold hold_;
  int stop_[2] = {-1, -1};
  bool stopped_ = false;
  bool unlocking_ = false;  // sent, and not answered
};

}  // namespace gokeyctl::gui
