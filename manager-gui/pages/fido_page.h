// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gokeyctl/fido.h"
#include "gui/pages/page.h"
#include "gui/pages/passkey_list.h"

class QCheckBox;
class QPushButton;

namespace gokeyctl::gui {

class Card;
class CopyButton;
class InlineMessage;
class Label;
class Row;
class Symbol;

// A request for presence that is over.
struct PastRequest {
  enum class End : std::uint8_t { kConfirmed, kDismissed, kTimeout, kRemoved, kOther };
  QDateTime time;
  PresenceRequest request;
  End end = End::kOther;
};

// What sites can do with the token. Passkeys are asked of the device beside the GUI thread.
class FidoPage : public TokenPage {
  Q_OBJECT
 public:
  using ReadInfo = std::function<Result<FidoInfo>(const std::string& node)>;
  FidoPage(ReadInfo read_info, PasskeyList::List list_passkeys, QWidget* parent = nullptr);

  void setToken(const BrokerToken& token) override;
  // Newest first.
  void setRequests(const std::vector<PastRequest>& requests);
  void setError(const Error& error);
  void refresh();
  // What was typed of a PIN is wiped, and what it opened is closed.
  void closeSecrets() { passkeys_->close(); }

 signals:
  // Starts the FIDO side, or starts it anew, with or without the test for presence.
  void initWanted(bool presence_test);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  Card* makeCard(PasskeyList::List list_passkeys);
  void presenceClicked(bool asked);
  void read();
  void showStatus();
  void showInfo();

  ReadInfo read_info_;
  BrokerToken token_;
  std::optional<FidoInfo> info_;
  bool reading_ = false;

  Symbol* symbol_;
  Label* title_;
  Label* sentence_;
  QPushButton* start_;
  InlineMessage* message_;
  Card* card_;
  QCheckBox* presence_;
  InlineMessage* question_;
  Row* uses_row_;
  Label* uses_;
  Row* certificate_row_;
  Label* certificate_;
  CopyButton* copy_;
  PasskeyList* passkeys_;
  Label* requests_title_;
  Label* requests_empty_;
  Card* requests_;
};

}  // namespace gokeyctl::gui
