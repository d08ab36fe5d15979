// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/accessible.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <array>

#include "gui/widgets/inline_message.h"
#include "gui/widgets/lamp.h"
#include "gui/widgets/qr_code.h"
#include "gui/widgets/ring.h"
#include "gui/widgets/secret_edit.h"
#include "gui/widgets/token_drawing.h"

namespace gokeyctl::gui {
namespace {

// Seconds that are left, as a bar that empties.
class AccessibleRing : public QAccessibleWidget, public QAccessibleValueInterface {
 public:
  explicit AccessibleRing(Ring* ring) : QAccessibleWidget(ring, QAccessible::ProgressBar) {}
  void* interface_cast(QAccessible::InterfaceType type) override {
    if (type == QAccessible::ValueInterface) return static_cast<QAccessibleValueInterface*>(this);
    return QAccessibleWidget::interface_cast(type);
  }
  [[nodiscard]] QVariant currentValue() const override { return ring()->left(); }
  void setCurrentValue(const QVariant& /*value*/) override {}
  [[nodiscard]] QVariant maximumValue() const override { return ring()->total(); }
  [[nodiscard]] QVariant minimumValue() const override { return 0; }
  [[nodiscard]] QVariant minimumStepSize() const override { return 1; }

 private:
  [[nodiscard]] const Ring* ring() const { return static_cast<const Ring*>(widget()); }
};

// A field for a passphrase. Its text and even its length are nobody's business: there is no text
// interface at all.
class AccessibleSecret : public QAccessibleWidget {
 public:
  explicit AccessibleSecret(SecretEdit* edit)
      : QAccessibleWidget(edit, QAccessible::EditableText) {}
  [[nodiscard]] QAccessible::State state() const override {
    QAccessible::State state = QAccessibleWidget::state();
    state.passwordEdit = true;
    state.editable = true;
    return state;
  }
  [[nodiscard]] QString text(QAccessible::Text which) const override {
    return which == QAccessible::Value ? QString() : QAccessibleWidget::text(which);
  }
};

QAccessibleInterface* make(const QString& /*class_name*/, QObject* object) {
  if (auto* ring = qobject_cast<Ring*>(object)) return new AccessibleRing(ring);
  if (auto* edit = qobject_cast<SecretEdit*>(object)) return new AccessibleSecret(edit);
  if (auto* drawing = qobject_cast<TokenDrawing*>(object))
    return new QAccessibleWidget(drawing, QAccessible::Graphic);
  if (auto* lamp = qobject_cast<Lamp*>(object))
    return new QAccessibleWidget(lamp, QAccessible::Graphic);
  if (auto* line = qobject_cast<LampLine*>(object))
    return new QAccessibleWidget(line, QAccessible::StaticText);
  if (auto* qr = qobject_cast<QrCode*>(object))
    return new QAccessibleWidget(qr, QAccessible::Graphic);
  if (auto* message = qobject_cast<InlineMessage*>(object))
    return new QAccessibleWidget(message, QAccessible::AlertMessage);
  return nullptr;
}

}  // namespace

void install_accessible_widgets() {
  QAccessible::installFactory(make);  // the same function is kept once
}

void rename_accessible(QWidget* widget, const QString& name) {
  if (widget->accessibleName() == name) return;
  widget->setAccessibleName(name);  // fires NameChanged
}

void announce(QWidget* widget, const QString& text) {
  if (text.isEmpty()) return;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
  QAccessibleAnnouncementEvent event(widget, text);
  QAccessible::updateAccessibility(&event);
#else
  // Before 6.8 there are no announcements: what has changed is said to be an alert of that name.
  const QString name = widget->accessibleName();
  widget->setAccessibleName(text);
  QAccessibleEvent event(widget, QAccessible::Alert);
  QAccessible::updateAccessibility(&event);
  widget->setAccessibleName(name);
#endif
}

}  // namespace gokeyctl::gui
