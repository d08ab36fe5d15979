// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/host_key_view.h"

#include <QVBoxLayout>

#include "gokeyctl/host_key.h"
#include "gui/widgets/label.h"
#include "gui/widgets/layouts.h"
#include "gui/widgets/qr_code.h"
#include "gui/widgets/text.h"

namespace gokeyctl::gui {
namespace {

constexpr int kTextWidth = 32;  // average characters
constexpr int kSmallCode = 20;

// Empty if it is no fingerprint.
QString words_of(const std::string& fingerprint) {
  const auto words = host_key_words(fingerprint);
  QString all;
  if (!words) return all;
  for (const std::string& word : *words) all += text(word) + QLatin1Char(' ');
  return all.trimmed();
}

// Lines that are compared one by one stand further apart than those of a text.
QString spaced(const QString& lines) {
  return QStringLiteral("<div style=\"line-height:125%\">%1</div>")
      .arg(lines.toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")));
}

}  // namespace

HostKeyText::HostKeyText(bool titled, QWidget* parent)
    : QWidget(parent),
      fingerprint_(new Label),
      words_title_(new Label(tr("The same in words"), TextSize::kHeading)),
      words_(new Label) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(gap::kSmall);
  auto* title = new Label(tr("Fingerprint"), TextSize::kHeading);
  column->addWidget(title);
  column->addWidget(fingerprint_);
  column->addSpacing(gap::kSmall);
  column->addWidget(words_title_);
  column->addWidget(words_);
  title->setVisible(titled);
  words_title_->setVisible(titled);
  fingerprint_->setWordWrap(false);
  words_->setWordWrap(false);
  words_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  for (Label* label : {fingerprint_, words_}) label->setTextFormat(Qt::RichText);
}

void HostKeyText::setFingerprint(const std::string& fingerprint) {
  fingerprint_->setIdentifier(host_key_lines(fingerprint));
  fingerprint_->setText(spaced(fingerprint_->text()));
  plain_words_ = words_of(fingerprint);
  const QStringList words = plain_words_.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  QStringList lines;
  constexpr int kPerLine = 4;
  for (int at = 0; at < words.size(); at += kPerLine)
    lines << ltr(words.mid(at, kPerLine).join(QLatin1Char(' ')));
  words_->setText(spaced(lines.join(QLatin1Char('\n'))));
  words_->setVisible(!words.isEmpty());
  if (words.isEmpty()) words_title_->hide();
}

HostKeyView::HostKeyView(bool titled, QWidget* parent)
    : QWidget(parent), code_(new QrCode), text_(new HostKeyText(titled)) {
  auto* beside = new PairLayout(this);
  beside->setGaps(gap::kHuge, gap::kLarge);
  beside->setAlign(titled ? Qt::AlignTop : Qt::AlignVCenter);
  if (!titled) code_->setWish(kSmallCode);
  beside->add(code_);
  beside->add(text_, kTextWidth, 1);
  code_->setAccessibleName(tr("QR code of the host key"));
}

void HostKeyView::setKey(const std::string& fingerprint, const std::string& serial) {
  text_->setFingerprint(fingerprint);
  code_->setText(text(host_key_text(serial, fingerprint)));
  code_->setAccessibleDescription(text_->words());
}

}  // namespace gokeyctl::gui
