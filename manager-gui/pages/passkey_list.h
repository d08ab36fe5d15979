// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>
#include <functional>
#include <optional>
#include <string>

#include "gokeyctl/fido.h"
#include "gokeyctl/secret.h"

class QPushButton;

namespace gokeyctl::gui {

class Card;
class InlineMessage;
class Label;
class Row;
class SecretEdit;

// The passkeys that a token keeps: how much room is left, and, once its PIN was given, for which
// sites. The list and the PIN are gone when the page is left.
class PasskeyList : public QWidget {
  Q_OBJECT
 public:
  // Runs beside the GUI thread.
  using List = std::function<Result<FidoCredentials>(const std::string& node, const Secret& pin)>;
  explicit PasskeyList(List list, QWidget* parent = nullptr);

  // `busy`: a site waits, and the device answers nobody else.
  void setDevice(const std::optional<std::string>& node, bool busy);
  void setInfo(const FidoInfo& info);
  void close();
  [[nodiscard]] bool isReading() const { return reading_; }

 protected:
  void hideEvent(QHideEvent* event) override;

 private:
  QWidget* makeQuestion();
  void ask();
  void read();
  void showList(const FidoCredentials& found);
  void fail(const Error& error);
  void dress();

  List list_;
  std::optional<std::string> node_;
  bool busy_ = false;
  bool reading_ = false;
  bool has_pin_ = false;
  int asked_ = 0;  // grows with each reading, so that an answer that comes too late is not shown

  Row* row_;
  Label* room_;
  QPushButton* open_;
  QPushButton* hide_;
  SecretEdit* pin_ = nullptr;  // both made by makeQuestion()
  QPushButton* show_ = nullptr;
  QWidget* below_ = nullptr;
  QWidget* question_;
  InlineMessage* message_;
  Label* none_;
  Card* keys_;
};

}  // namespace gokeyctl::gui
