// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include "gokeyctl/broker.h"
#include "gokeyctl/provision.h"

class QLineEdit;
class QPushButton;

namespace gokeyctl::gui {

class Facts;
class HostKeyText;
class InlineMessage;
class Label;

// Shows what a provisioning receipt says and whether it is of the token in question. Only if it is,
// its host key can be trusted; where another one was known, after the short ID was typed.
class ReceiptDialog : public QDialog {
  Q_OBJECT
 public:
  // `receipt`: as read_receipt() gave it. The token shows a host key or has shown one.
  ReceiptDialog(const Result<Receipt>& receipt, const BrokerToken& token,
                QWidget* parent = nullptr);

  // The token as it is now; what it shows may have changed.
  void setToken(const BrokerToken& token);
  void setGone();
  [[nodiscard]] QString tokenId() const;
  [[nodiscard]] const std::string& serial() const { return token_.serial; }
  // The host key could not be pinned.
  void setError(const Error& error);

 signals:
  // It is of this token and the person wants to trust it.
  void trustWanted(const gokeyctl::Receipt& receipt);

 private:
  void build(const Receipt& receipt);
  void judge();
  void trust();
  [[nodiscard]] bool replaces() const;

  Result<Receipt> receipt_;
  BrokerToken token_;
  bool gone_ = false;
  bool matches_ = false;
  bool trusting_ = false;
  Facts* facts_;
  HostKeyText* host_key_;
  InlineMessage* verdict_;
  InlineMessage* error_;
  Label* typed_label_;
  QLineEdit* typed_;
  QPushButton* trust_;
  QPushButton* leave_;
};

}  // namespace gokeyctl::gui
