// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QTimer>
#include <QWidget>
#include <cstdint>
#include <optional>

#include "gokeyctl/status.h"

class QPainter;

namespace gokeyctl::gui {

class Label;

enum class Light : std::uint8_t { kUnknown, kOff, kOn, kBlink };
[[nodiscard]] Light light_of(const std::optional<Led>& led);

enum class LampColour : std::uint8_t { kBlue, kWhite };

// The board's colour in every theme, so that both lamps show on it.
inline constexpr QRgb kBoardColour = 0xff3b4656;

// One light of radius `radius` around `centre`, on the board: off is a ring, on is filled with a
// halo, blinking is filled with rays (`lit` tells the half of the second), unknown is dashed.
void paint_light(QPainter& painter, QPointF centre, qreal radius, Light light, LampColour colour,
                 bool lit);

// Half seconds for what blinks at 1 Hz: signals only while somebody visible asks for it and things
// may move.
class Blinker : public QObject {
  Q_OBJECT
 public:
  explicit Blinker(QWidget* widget);
  void setBlinking(bool blinking);
  [[nodiscard]] bool lit() const { return lit_; }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void update();

  QWidget* widget_;
  QTimer timer_;
  bool blinking_ = false;
  bool lit_ = true;
};

// A piece of the board with one lamp.
class Lamp : public QWidget {
  Q_OBJECT
 public:
  explicit Lamp(LampColour colour, QWidget* parent = nullptr);
  void setLight(Light light);
  [[nodiscard]] QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  LampColour colour_;
  Light light_ = Light::kUnknown;
  Blinker blinker_;
};

// A lamp and what it says: "Blue is on", "Decryption subkey unlocked".
class LampLine : public QWidget {
  Q_OBJECT
 public:
  explicit LampLine(LampColour colour, QWidget* parent = nullptr);
  void set(Light light, const QString& title, const QString& meaning);

 private:
  Lamp* lamp_;
  Label* title_;
  Label* meaning_;
};

}  // namespace gokeyctl::gui
