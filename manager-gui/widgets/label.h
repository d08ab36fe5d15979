// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

#include "gui/widgets/colours.h"
#include "gui/widgets/metrics.h"

namespace gokeyctl::gui {

// Text that wraps, in one of the app's sizes and tones; follows the desktop's font and palette.
class Label : public QLabel {
  Q_OBJECT
 public:
  explicit Label(TextSize size = TextSize::kNormal, Tone tone = Tone::kNormal,
                 QWidget* parent = nullptr);
  explicit Label(const QString& text, TextSize size = TextSize::kNormal, Tone tone = Tone::kNormal,
                 QWidget* parent = nullptr);

  void setTone(Tone tone);
  // Identifiers, fingerprints, commands: fixed width, left to right, to be selected and copied.
  // Where two spaces stand, it rather breaks than elsewhere.
  void setIdentifier(const QString& text);
  // A sentence with an identifier in it, in fixed width.
  void setSentence(const QString& sentence, const QString& identifier);

  // Of its text in one line, in average characters.
  [[nodiscard]] int lineWidth() const;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void dress();
  void breakInTheMiddle();

  TextSize size_;
  Tone tone_;
  bool fixed_ = false;
  QString halves_;  // an identifier with two spaces
  bool dressing_ = false;
};

}  // namespace gokeyctl::gui
