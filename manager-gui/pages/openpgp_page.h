// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <array>
#include <functional>
#include <optional>
#include <string>

#include "gokeyctl/card.h"
#include "gui/pages/page.h"

class QPushButton;

namespace gokeyctl::gui {

class Card;
class CopyButton;
class Facts;
class InlineMessage;
class Label;
class Row;

// What the OpenPGP card says of its holder and keys. The reader is asked beside the GUI thread.
class OpenPgpPage : public TokenPage {
  Q_OBJECT
 public:
  using ReadCard = std::function<Result<CardInfo>(const std::string& reader)>;
  explicit OpenPgpPage(ReadCard read_card, QWidget* parent = nullptr);

  void setToken(const BrokerToken& token) override;
  // Reads the card anew.
  void refresh();

 signals:
  void reading(bool running);

 protected:
  void showEvent(QShowEvent* event) override;
  void tick() override;

 private:
  struct KeyRow {
    KeyUse use;
    Row* row;
    CopyButton* copy;
    QPushButton* unlock;
    QPushButton* lock;
  };

  Card* makeKeys();
  void read();
  void readDone(const std::string& reader, Result<CardInfo> result);
  void showCard();
  void showKey(const KeyRow& key);

  ReadCard read_card_;
  BrokerToken token_;
  // Of the reader it was read from, so that another token's never shows.
  std::optional<CardInfo> card_;
  QDateTime card_time_;
  std::optional<Error> problem_;
  bool reading_ = false;
  bool again_ = false;
  bool hint_closed_ = false;

  Label* holder_;
  Label* login_;
  InlineMessage* message_;
  Label* empty_;
  std::array<KeyRow, 3> keys_{};  // filled by makeKeys()
  Card* keys_card_;
  InlineMessage* hint_;
  Facts* facts_;
  Label* signatures_;
  Label* url_;
  Label* reader_;
  Label* storage_;
};

}  // namespace gokeyctl::gui
