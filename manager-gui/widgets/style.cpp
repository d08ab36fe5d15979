// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/style.h"

#include <QApplication>
#include <QPainter>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleOption>
#include <algorithm>

#include "gui/widgets/colours.h"
#include "gui/widgets/metrics.h"
#include "gui/widgets/shapes.h"

namespace gokeyctl::gui {
namespace {

const QString kFusion = QStringLiteral("fusion");
constexpr int kAccent = 3;      // pixels above the tab that is chosen
constexpr int kScrollBar = 12;  // its width, and that of its handle
constexpr int kHandle = 6;

Edge edge_of(const QStyleOption& option, bool keyboard_only) {
  const bool focused = (option.state & QStyle::State_HasFocus) != 0;
  const bool keyboard = (option.state & QStyle::State_KeyboardFocusChange) != 0;
  if (focused && (keyboard || !keyboard_only)) return Edge::kFocused;
  return (option.state & QStyle::State_MouseOver) != 0 ? Edge::kHovered : Edge::kQuiet;
}

bool enabled(const QStyleOption& option) { return (option.state & QStyle::State_Enabled) != 0; }

// A box to tick, or a symbol, is as high as the letters beside it.
int indicator_size() { return std::max(16, QFontMetrics(QApplication::font()).height() * 4 / 5); }

// A combo box's arrow is as large as the other symbols; what Fusion gives it does not grow.
constexpr int kFusionArrow = 20;
int arrow_growth() { return std::max(0, indicator_size() * 4 / 3 - kFusionArrow); }

void draw_button(const QStyleOptionButton& button, QPainter& painter) {
  const bool flat = (button.features & QStyleOptionButton::Flat) != 0;
  const bool down = (button.state & (QStyle::State_Sunken | QStyle::State_On)) != 0;
  Edge edge = edge_of(button, true);
  if (flat && !down && edge == Edge::kQuiet) return;
  // What Enter presses.
  if ((button.features & QStyleOptionButton::DefaultButton) != 0 && edge == Edge::kQuiet)
    edge = Edge::kHovered;
  const bool can = enabled(button);
  QColor ground =
      button.palette.color(can ? QPalette::Active : QPalette::Disabled, QPalette::Button);
  if (!can) ground = mixed(ground, button.palette.color(QPalette::Active, QPalette::Window), 0.5);
  if (down) ground = mixed(ground, highlight_of(button.palette), 0.25);
  draw_box(painter, button.rect, ground, edge_colour(button.palette, edge, can),
           edge == Edge::kFocused ? 2 : 1);
}

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
        whole += QSize(gap::kMedium + arrow_growth(), gap::kHair);
        break;
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

  [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption* option,
                                const QWidget* widget) const override {
    switch (metric) {
      case PM_IndicatorWidth:
      case PM_IndicatorHeight:
      case PM_ExclusiveIndicatorWidth:
      case PM_ExclusiveIndicatorHeight:
        return indicator_size();
      case PM_CheckBoxLabelSpacing:
      case PM_RadioButtonLabelSpacing:
        return gap::kSmall;
      case PM_SmallIconSize:
      case PM_ButtonIconSize:
      case PM_TabBarIconSize:
        return indicator_size();
      case PM_ScrollBarExtent:
        return kScrollBar;
      default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
  }

  [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption* option,
                                     const QWidget* widget) const override {
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    return element == SE_LineEditContents ? rect.adjusted(gap::kHair, 0, -gap::kHair, 0) : rect;
  }

  [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                     SubControl part, const QWidget* widget) const override {
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control == CC_ScrollBar && slider != nullptr) return scrollBarRect(*slider, part);
    QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
      rect = option->direction == Qt::RightToLeft
                 ? rect.adjusted(arrow_growth(), 0, -gap::kHair, 0)
                 : rect.adjusted(gap::kHair, 0, -arrow_growth(), 0);
    return rect;
  }

  void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                          QPainter* painter, const QWidget* widget) const override {
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control == CC_ScrollBar && slider != nullptr) return drawScrollBar(*slider, *painter);
    const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (control == CC_ComboBox && combo != nullptr && !combo->editable && combo->frame) {
      QStyleOptionButton panel;
      static_cast<QStyleOption&>(panel) = *combo;
      draw_button(panel, *painter);
      QRect arrow = subControlRect(control, option, SC_ComboBoxArrow, widget);
      const int more = arrow_growth();
      const int inwards = gap::kHair + more / 2;
      arrow.adjust(-more / 2, -more / 2, more / 2, more / 2);
      arrow.translate(combo->direction == Qt::RightToLeft ? inwards : -inwards, 0);
      draw_chevron(*painter, arrow,
                   combo->palette.color(enabled(*combo) ? QPalette::Active : QPalette::Disabled,
                                        QPalette::ButtonText));
      return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
  }

  void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override {
    switch (element) {
      case PE_IndicatorCheckBox: {
        const Tick tick = (option->state & State_NoChange) != 0 ? Tick::kPartly
                          : (option->state & State_On) != 0     ? Tick::kOn
                                                                : Tick::kOff;
        return draw_tick_box(*painter, option->rect, option->palette, tick, edge_of(*option, true),
                             enabled(*option));
      }
      case PE_IndicatorRadioButton:
        return draw_radio(*painter, option->rect, option->palette, (option->state & State_On) != 0,
                          edge_of(*option, true), enabled(*option));
      case PE_FrameFocusRect:
        if ((option->state & State_KeyboardFocusChange) == 0) return;
        return draw_box(*painter, option->rect, Qt::transparent, highlight_of(option->palette));
      case PE_PanelButtonCommand:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
          return draw_button(*button, *painter);
        break;
      case PE_FrameLineEdit: {
        const Edge edge = edge_of(*option, false);
        return draw_box(*painter, option->rect, Qt::transparent,
                        edge_colour(option->palette, edge, enabled(*option)),
                        edge == Edge::kFocused ? 2 : 1);
      }
      case PE_PanelLineEdit:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
            frame != nullptr && frame->lineWidth > 0) {
          const Edge edge = edge_of(*option, false);
          return draw_box(*painter, option->rect, groundOfField(*option),
                          edge_colour(option->palette, edge, enabled(*option)),
                          edge == Edge::kFocused ? 2 : 1);
        }
        break;
      case PE_Frame:
        return draw_box(*painter, option->rect, Qt::transparent, line_colour(option->palette));
      default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
  }

  void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                   const QWidget* widget) const override {
    const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (element == CE_ComboBoxLabel && combo != nullptr && !combo->editable)
      return drawChosen(*combo, *painter, widget);
    const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option);
    if (element == CE_TabBarTabShape && tab != nullptr && tab->documentMode)
      return drawTab(*tab, *painter);
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    // The edge shows the focus of a button: no second line inside it.
    if (element == CE_PushButton && button != nullptr) {
      QStyleOptionButton plain = *button;
      drawControl(CE_PushButtonBevel, &plain, painter, widget);
      plain.rect = subElementRect(SE_PushButtonContents, button, widget);
      drawControl(CE_PushButtonLabel, &plain, painter, widget);
      return;
    }
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
  static QColor groundOfField(const QStyleOption& option) {
    const QColor& base = option.palette.color(QPalette::Active, QPalette::Base);
    if (enabled(option)) return base;
    return mixed(base, option.palette.color(QPalette::Active, QPalette::Window), 0.7);
  }

  // A handle alone: pages here are short, and nobody clicks on arrows.
  static QRect scrollBarRect(const QStyleOptionSlider& bar, SubControl part) {
    const bool across = bar.orientation == Qt::Horizontal;
    const int room = across ? bar.rect.width() : bar.rect.height();
    const int thick = across ? bar.rect.height() : bar.rect.width();
    int length = room;
    if (bar.maximum > bar.minimum) {
      const qint64 range = qint64(bar.maximum) - bar.minimum + bar.pageStep;
      length =
          std::clamp(static_cast<int>(qint64(bar.pageStep) * room / std::max<qint64>(1, range)),
                     std::min(room, 2 * kScrollBar), room);
    }
    const int start = sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                              room - length, bar.upsideDown);
    int from = 0;
    int size = 0;
    switch (part) {
      case SC_ScrollBarSlider:
        from = start;
        size = length;
        break;
      case SC_ScrollBarGroove:
        size = room;
        break;
      case SC_ScrollBarSubPage:
        size = start;
        break;
      case SC_ScrollBarAddPage:
        from = start + length;
        size = room - start - length;
        break;
      default:
        break;
    }
    const QRect rect = across ? QRect(from, 0, size, thick) : QRect(0, from, thick, size);
    return visualRect(bar.direction, bar.rect, rect.translated(bar.rect.topLeft()));
  }

  void drawScrollBar(const QStyleOptionSlider& bar, QPainter& painter) const {
    const QColor base = bar.palette.color(QPalette::Active, QPalette::Base);
    painter.fillRect(bar.rect, base);
    if (bar.maximum <= bar.minimum) return;
    const bool held = (bar.state & (State_MouseOver | State_Sunken)) != 0;
    const QRect whole = scrollBarRect(bar, SC_ScrollBarSlider);
    const int aside = (kScrollBar - kHandle) / 2;
    const QRect handle = bar.orientation == Qt::Horizontal ? whole.adjusted(2, aside, -2, -aside)
                                                           : whole.adjusted(aside, 2, -aside, -2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(
        mixed(base, bar.palette.color(QPalette::Active, QPalette::Text), held ? 0.55 : 0.4));
    painter.drawRoundedRect(handle, kHandle / 2.0, kHandle / 2.0);
    painter.restore();
  }

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

  // What is chosen in a field, with the same gap between symbol and words as on a button.
  void drawChosen(const QStyleOptionComboBox& combo, QPainter& painter,
                  const QWidget* widget) const {
    const bool can = enabled(combo);
    QRect words = subControlRect(CC_ComboBox, &combo, SC_ComboBoxEditField, widget);
    if (!combo.currentIcon.isNull()) {
      QRect symbol(QPoint(words.left(), words.center().y() - combo.iconSize.height() / 2),
                   combo.iconSize);
      const int taken = combo.iconSize.width() + gap::kSmall;
      if (combo.direction == Qt::RightToLeft) {
        symbol.moveRight(words.right());
        words.setRight(words.right() - taken);
      } else {
        words.setLeft(words.left() + taken);
      }
      combo.currentIcon.paint(&painter, symbol, Qt::AlignCenter,
                              can ? QIcon::Normal : QIcon::Disabled);
    }
    const auto flags = static_cast<int>(
        visualAlignment(combo.direction, Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine);
    drawItemText(&painter, words, flags, combo.palette, can,
                 combo.fontMetrics.elidedText(combo.currentText, Qt::ElideRight, words.width()),
                 QPalette::ButtonText);
  }

  // Symbol and words in the middle, with a gap between them: Fusion leaves next to none, and from
  // right to left sets them at the two ends.
  void drawLabel(const QStyleOptionButton& button, QPainter& painter, const QWidget* widget) const {
    int flags = Qt::AlignVCenter | Qt::AlignHCenter;
    flags |= styleHint(SH_UnderlineShortcut, &button, widget) != 0 ? Qt::TextShowMnemonic
                                                                   : Qt::TextHideMnemonic;
    const bool can = enabled(button);
    const QSize icon = button.iconSize;
    const int words = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width() + 1;
    QRect whole(0, 0, icon.width() + gap::kSmall + words, button.rect.height());
    whole.moveCenter(button.rect.center());
    const QRect symbol(whole.left(), whole.center().y() - icon.height() / 2, icon.width(),
                       icon.height());
    button.icon.paint(&painter, visualRect(button.direction, whole, symbol), Qt::AlignCenter,
                      can ? QIcon::Normal : QIcon::Disabled);
    const QRect text = whole.adjusted(icon.width() + gap::kSmall, 0, 0, 0);
    drawItemText(&painter, visualRect(button.direction, whole, text), flags, button.palette, can,
                 button.text, QPalette::ButtonText);
  }
};

}  // namespace

void make_room_in_fusion() {
  if (QApplication::style()->objectName().toLower() == kFusion)
    QApplication::setStyle(new RoomyFusion);
}

}  // namespace gokeyctl::gui
