// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "gokeyctl/trust.h"
#include "gui/pages/page.h"

class QLineEdit;
class QPushButton;

namespace gokeyctl::gui {

class Card;
class CopyButton;
class HostKeyText;
class HostKeyView;
class InlineMessage;
class Label;

// Whether this is the token one knows, and the means to check it on a second screen.
class TrustPage : public TokenPage {
  Q_OBJECT
 public:
  explicit TrustPage(QWidget* parent = nullptr);

  void setToken(const BrokerToken& token) override;
  // What is pinned for it, once that has been read.
  void setEntry(const std::optional<TrustEntry>& entry);
  void setError(const Error& error);

 signals:
  void forgetWanted();
  void guideWanted();
  void receiptWanted();
  // The person compared this key, which is the one that is pinned.
  void comparedKey(const QString& fingerprint);

 private:
  void showVerdict();
  void noteCompared();
  void compare();
  [[nodiscard]] std::string fingerprint() const;

  BrokerToken token_;
  std::optional<TrustEntry> entry_;
  InlineMessage* verdict_;
  InlineMessage* error_;
  HostKeyView* view_;
  Label* advice_;
  QPushButton* copy_;
  QPushButton* compare_;
  QPushButton* receipt_;
  QPushButton* forget_;
  QWidget* scan_;
  QLineEdit* scanned_;
  InlineMessage* answer_;
  InlineMessage* question_;
};

// In place of Trust when the token's host key is not the one that is pinned. There is no way on
// from here.
class HostKeyChangedPage : public TokenPage {
  Q_OBJECT
 public:
  explicit HostKeyChangedPage(QWidget* parent = nullptr);

  void setToken(const BrokerToken& token) override;
  void setEntry(const std::optional<TrustEntry>& entry);
  // Everything that helps whoever is asked about it.
  [[nodiscard]] QString details() const;

 signals:
  void receiptWanted();

 private:
  BrokerToken token_;
  std::optional<TrustEntry> entry_;
  Label* known_title_;
  HostKeyText* known_;
  HostKeyText* shown_;
  Card* known_card_;
  CopyButton* copy_;
  Label* command_;
};

}  // namespace gokeyctl::gui
