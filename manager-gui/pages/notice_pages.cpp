// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/notice_pages.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

#include "gui/widgets/card.h"
#include "gui/widgets/label.h"
#include "gui/widgets/layouts.h"
#include "gui/widgets/token_drawing.h"

namespace gokeyctl::gui {
namespace {

QHBoxLayout* centred(QLayout* inside) {
  auto* line = new QHBoxLayout;
  line->addStretch(1);
  line->addLayout(inside);
  line->addStretch(1);
  return line;
}

// A title and the sentence that belongs to it.
QVBoxLayout* headed(Label* title, Label* sentence) {
  auto* column = new QVBoxLayout;
  column->setSpacing(gap::kSmall);
  column->addWidget(title);
  column->addWidget(sentence);
  return column;
}

}  // namespace

NoTokenPage::NoTokenPage(QWidget* parent)
    : Page(parent),
      drawing_(new TokenDrawing),
      title_(new Label(TextSize::kTitle)),
      sentence_(new Label(tr("Plug in a USB armory with GoKey. It appears here by itself."),
                          TextSize::kNormal, Tone::kDim)) {
  drawing_->setOutline(true);
  title_->setAlignment(Qt::AlignCenter);
  sentence_->setAlignment(Qt::AlignCenter);
  auto* doctor = new QPushButton(tr("Run Doctor…"));
  auto* simulate = new QPushButton(tr("Try a simulated token"));
  simulate_ = simulate;
  connect(doctor, &QPushButton::clicked, this, &NoTokenPage::doctorWanted);
  connect(simulate, &QPushButton::clicked, this, &NoTokenPage::simulatorWanted);
  auto* buttons = new PairLayout;
  buttons->setGaps(gap::kSmall, gap::kSmall);
  buttons->add(doctor);
  buttons->add(simulate);
  auto* picture = new QHBoxLayout;
  picture->addStretch(1);
  picture->addWidget(drawing_, 2);
  picture->addStretch(1);

  column()->addStretch(2);
  column()->addLayout(picture);
  column()->addLayout(headed(title_, sentence_));
  column()->addLayout(centred(buttons));
  column()->addStretch(3);
  setWatched(true);
}

void NoTokenPage::setSimulator(bool available) {
  simulator_ = available;
  simulate_->setVisible(simulator_ && watched_);
}

void NoTokenPage::setWatched(bool watched) {
  watched_ = watched;
  title_->setText(watched ? tr("No token attached") : tr("No token can be seen now"));
  drawing_->setAccessibleName(title_->text());
  sentence_->setVisible(watched);
  simulate_->setVisible(simulator_ && watched);
}

FactoryPage::FactoryPage(QWidget* parent) : Page(parent) {
  auto* title = new Label(tr("This token is not set up yet."), TextSize::kTitle);
  auto* intro = new Label(tr("It is in factory state and holds no keys. Setting it up needs:"),
                          TextSize::kNormal, Tone::kDim);
  auto* needs = new Card;
  for (const auto& [symbol, need] :
       {std::pair(QStringLiteral("page-openpgp"), tr("An OpenPGP secret key or a backup")),
        std::pair(QStringLiteral("page-console"), tr("An SSH key of yours")),
        std::pair(QStringLiteral("page-trust"), tr("A passphrase you can remember")),
        std::pair(QStringLiteral("clock"), tr("Ten minutes"))}) {
    auto* row = new Row;
    row->setSymbol(symbol, Tone::kDim);
    row->setTitle(need);
    needs->addRow(row);
  }
  auto* once =
      new Label(tr("Keys are written once. To change them later, the token is emptied first."),
                TextSize::kNormal, Tone::kDim);
  auto* guide = new QPushButton(tr("Open the guide"));
  connect(guide, &QPushButton::clicked, this, &FactoryPage::guideWanted);
  column()->addLayout(headed(title, intro));
  column()->addWidget(needs);
  column()->addWidget(once);
  column()->addWidget(guide, 0, Qt::AlignLeading);
  column()->addStretch();
}

}  // namespace gokeyctl::gui
