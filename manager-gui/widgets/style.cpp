// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/style.h"

#include <QApplication>
#include <QPainter>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOption>

#include "gui/widgets/colours.h"
#include "gui/widgets/metrics.h"

namespace gokeyctl::gui {
namespace {

const QString kFusion = QStringLiteral("fusion");
constexpr double kDarkOutline = 0.45;  // share of the text's colour
constexpr int kAccent = 3;             // pixels above the tab that is chosen

class RoomyFusion : public QProxyStyle {
 public:
  RoomyFusion() : QProxyStyle(QStyleFactory::create(kFusion)) { setObjectName(kFusion); }

  [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption* option,
                                       const QSize& size, const QWidget* widget) const override {
    QSize whole = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
      case CT_PushButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (button != nullptr && !button->text.isEmpty())
          whole.rwidth() += gap::kLarge + (button->icon.isNull() ? 0 : gap::kHair);
        whole.rheight() += gap::kHair;
        break;
      }
      case CT_ComboBox:
      case CT_TabBarTab:
        whole += QSize(gap::kMedium, gap::kHair);
        break;
      case CT_LineEdit:
        whole.rheight() += gap::kHair;
        break;
      default:
        break;
    }
    return whole;
  }

  [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption* option,
                                     const QWidget* widget) const override {
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_LineEditContents ? rect.adjusted(gap::kHair, 0, -gap::kHair, 0) : rect;
  }

  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override {
    // Fusion's outline is a darker window colour, which nobody sees on a dark ground.
    if (is_dark(option->palette)) {
      const QColor line = mixed(option->palette.color(QPalette::Base),
                                option->palette.color(QPalette::Text), kDarkOutline);
      const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
      const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
      if (button != nullptr &&
          (element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton)) {
        QStyleOptionButton seen = *button;
        seen.palette.setColor(QPalette::Window, line);
        return QProxyStyle::drawPrimitive(element, &seen, painter, widget);
      }
      if (frame != nullptr && (element == PE_FrameLineEdit || element == PE_Frame)) {
        QStyleOptionFrame seen = *frame;
        seen.palette.setColor(QPalette::Window, line);
        return QProxyStyle::drawPrimitive(element, &seen, painter, widget);
      }
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
  }

  void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                   const QWidget* widget) const override {
    const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
    if (element == CE_TabBarTabShape && tab != nullptr && tab->documentMode)
      return drawTab(*tab, *painter);
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (element == CE_PushButtonLabel && button != nullptr && !button->icon.isNull() &&
        !button->text.isEmpty())
      return drawLabel(*button, *painter, widget);
    QProxyStyle::drawControl(element, option, painter, widget);
  }

  void drawItemText(QPainter* painter, const QRect& rect, int flags, const QPalette& palette,
                    bool enabled, const QString& text, QPalette::ColorRole role) const override {
    // Letters that join would be torn apart by the line under one of them; the key works as well.
    if ((flags & Qt::TextShowMnemonic) != 0 && text.isRightToLeft())
      flags = (flags & ~Qt::TextShowMnemonic) | Qt::TextHideMnemonic;
    QProxyStyle::drawItemText(painter, rect, flags, palette, enabled, text, role);
  }

 private:
  // The tab that is chosen is of one piece with its page; the others are words alone.
  static void drawTab(const QStyleOptionTab& tab, QPainter& painter) {
    const bool hovered = (tab.state & State_MouseOver) != 0 && (tab.state & State_Enabled) != 0;
    if ((tab.state & State_Selected) == 0) {
      if (hovered)
        painter.fillRect(tab.rect,
                         mixed(tab.palette.color(QPalette::Active, QPalette::Window),
                               tab.palette.color(QPalette::Active, QPalette::Text), 0.06));
      return;
    }
    painter.fillRect(tab.rect, tab.palette.color(QPalette::Active, QPalette::Base));
    painter.fillRect(QRect(tab.rect.left(), tab.rect.top(), tab.rect.width(), kAccent),
                     tab.palette.color(QPalette::Active, QPalette::Highlight));
    painter.setPen(line_colour(tab.palette));
    painter.drawLine(tab.rect.left(), tab.rect.top() + kAccent, tab.rect.left(), tab.rect.bottom());
    painter.drawLine(tab.rect.right(), tab.rect.top() + kAccent, tab.rect.right(),
                     tab.rect.bottom());
  }

  // Symbol and words in the middle, with a gap between them: Fusion leaves next to none, and from
  // right to left sets them at the two ends.
  void drawLabel(const QStyleOptionButton& button, QPainter& painter, const QWidget* widget) const {
    int flags = Qt::AlignVCenter | Qt::AlignHCenter;
    flags |= styleHint(SH_UnderlineShortcut, &button, widget) != 0 ? Qt::TextShowMnemonic
                                                                   : Qt::TextHideMnemonic;
    const bool enabled = (button.state & State_Enabled) != 0;
    const QSize icon = button.iconSize;
    const int words = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width() + 1;
    QRect whole(0, 0, icon.width() + gap::kSmall + words, button.rect.height());
    whole.moveCenter(button.rect.center());
    const QRect symbol(whole.left(), whole.center().y() - icon.height() / 2, icon.width(),
                       icon.height());
    button.icon.paint(&painter, visualRect(button.direction, whole, symbol), Qt::AlignCenter,
                      enabled ? QIcon::Normal : QIcon::Disabled);
    const QRect text = whole.adjusted(icon.width() + gap::kSmall, 0, 0, 0);
    drawItemText(&painter, visualRect(button.direction, whole, text), flags, button.palette,
                 enabled, button.text, QPalette::ButtonText);
  }
};

}  // namespace

void make_room_in_fusion() {
  if (QApplication::style()->objectName().toLower() == kFusion)
    QApplication::setStyle(new RoomyFusion);
}

}  // namespace gokeyctl::gui
