// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <array>

#include "gokeyctl/trust.h"
#include "gui/pages/page.h"

class QPushButton;

namespace gokeyctl::gui {

class Card;
class CopyButton;
class Facts;
class Label;
class LampLine;
class Row;
class Symbol;
class TokenDrawing;

// The token as it is now: its lamps, its keys, and what it is.
class OverviewPage : public TokenPage {
  Q_OBJECT
 public:
  explicit OverviewPage(QWidget* parent = nullptr);

  void setToken(const BrokerToken& token) override;
  // What this computer has noted of the token's host key; none when it is not known.
  void setEntry(const std::optional<TrustEntry>& entry);
  // Confirms what is shown, if its buttons are armed.
  void confirmPresence();

 signals:
  void confirmWanted(quint64 number);
  void dismissWanted(quint64 number);

 protected:
  void tick() override;

 private:
  struct KeyRow {
    KeyUse use;
    Row* row;
    QPushButton* unlock;
    QPushButton* lock;
  };

  Card* makeKeys();
  Facts* makeFacts();
  void showState();
  void showKeys();
  void showFacts();

  BrokerToken token_;
  std::optional<TrustEntry> entry_;
  quint64 shown_request_ = 0;
  QDateTime request_ends_;

  TokenDrawing* drawing_;
  LampLine* blue_;
  LampLine* white_;
  QWidget* no_lamps_;
  Card* state_card_;
  Row* state_;
  QPushButton* dismiss_;
  QPushButton* confirm_;
  std::array<KeyRow, 3> keys_{};  // filled by makeKeys()
  Card* keys_card_;
  Facts* facts_;
  Label* short_id_;
  Label* firmware_;
  Label* signatures_;
  Symbol* host_key_symbol_;
  Label* host_key_;
  CopyButton* copy_id_;
};

}  // namespace gokeyctl::gui
