// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>
#include <string>

namespace gokeyctl::gui {

class Label;
class QrCode;

// A host key in the forms that people compare: fingerprint in groups, and the same in words.
class HostKeyText : public QWidget {
  Q_OBJECT
 public:
  // `titled`: with a heading over each form.
  explicit HostKeyText(bool titled, QWidget* parent = nullptr);
  void setFingerprint(const std::string& fingerprint);
  [[nodiscard]] QString words() const { return plain_words_; }

 private:
  Label* fingerprint_;
  Label* words_title_;
  Label* words_;
  QString plain_words_;
};

// The same beside its QR code.
class HostKeyView : public QWidget {
  Q_OBJECT
 public:
  explicit HostKeyView(bool titled, QWidget* parent = nullptr);
  void setKey(const std::string& fingerprint, const std::string& serial);

 private:
  QrCode* code_;
  HostKeyText* text_;
};

}  // namespace gokeyctl::gui
