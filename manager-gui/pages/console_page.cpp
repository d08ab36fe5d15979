// SPDX-FileCopyrightText: The gokeyctl authors
// SPDX-License-Identifier: Apache-2.0
#include "gui/pages/console_page.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

#include "gui/models/texts.h"
#include "gui/widgets/label.h"
#include "gui/widgets/layouts.h"
#include "gui/widgets/text.h"

namespace gokeyctl::gui {
namespace {

enum Column : std::uint8_t { kTime, kWhat, kDetail, kColumns };
constexpr int kFilterWidth = 24;  // average characters
constexpr int kDetailWidth = 16;
constexpr int kEverything = -1;

// Rows one can hit, with a line below each. Where there is no column for the detail, it stands
// below what happened.
class RowDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                               const QModelIndex& index) const override {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (isNarrow(option)) size.rheight() += QFontMetrics(font_of(TextSize::kSmall)).height();
    size.setHeight(std::max(size.height() + gap::kSmall, kListRowHeight));
    size.rwidth() += gap::kLarge;
    if (index.column() == kTime) size.rwidth() += gap::kMedium;
    return size;
  }
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override {
    // What the style draws behind a row reaches to the edge, the words do not.
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    QStyleOptionViewItem words = option;
    if (index.column() == kTime) {
      words.rect = QStyle::visualRect(option.direction, option.rect,
                                      option.rect.adjusted(gap::kMedium, 0, 0, 0));
    }
    if (index.column() == kWhat && isNarrow(option)) {
      paintBoth(painter, words, index);
    } else {
      QStyledItemDelegate::paint(painter, words, index);
    }
    if (index.row() + 1 == index.model()->rowCount()) return;  // the frame is there
    painter->setPen(line_colour(option.palette));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
  }

 private:
  static bool isNarrow(const QStyleOptionViewItem& option) {
    const auto* view = qobject_cast<const QTreeView*>(option.widget);
    return view != nullptr && view->isColumnHidden(kDetail);
  }
  static void paintBoth(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) {
    const QModelIndex below = index.siblingAtColumn(kDetail);
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const auto colour = [&](const QModelIndex& cell) {
      if (chosen) return option.palette.color(QPalette::HighlightedText);
      const QVariant own = cell.data(Qt::ForegroundRole);
      return own.isValid() ? own.value<QColor>() : option.palette.color(QPalette::Text);
    };
    const QFont small = font_of(TextSize::kSmall);
    const int first = QFontMetrics(option.font).height();
    const int second = below.data().toString().isEmpty() ? 0 : QFontMetrics(small).height();
    QRect line = option.rect;
    line.setTop(line.top() + (line.height() - first - second) / 2);
    const auto write = [&](const QModelIndex& cell, const QFont& font, int height) {
      line.setHeight(height);
      const QString words =
          QFontMetrics(font).elidedText(cell.data().toString(), Qt::ElideRight, line.width());
      painter->setFont(font);
      painter->setPen(colour(cell));
      // Leading, as the painter runs.
      painter->setLayoutDirection(option.direction);
      painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, words);
      line.translate(0, height);
    };
    write(index, option.font, first);
    if (second > 0) write(below, small, second);
  }
};

// As high as its rows, and lower where the window is: then it scrolls, not the page.
class EntryList : public QTreeView {
 public:
  EntryList() { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding); }
  [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }
  [[nodiscard]] QSize minimumSizeHint() const override {
    return {0, heightOf(std::min(model()->rowCount(), kFewRows))};
  }
  void fitRows() {
    adapt();
    setMaximumHeight(heightOf(std::max(1, model()->rowCount())));
    updateGeometry();
  }

 protected:
  void resizeEvent(QResizeEvent* event) override {
    QTreeView::resizeEvent(event);
    const bool before = isColumnHidden(kDetail);
    adapt();
    if (isColumnHidden(kDetail) != before) fitRows();
  }

 private:
  // A row is read without scrolling sideways.
  void adapt() {
    const int columns = sizeHintForColumn(kTime) + sizeHintForColumn(kWhat);
    const int detail = std::max(sizeHintForColumn(kDetail), characters(kDetailWidth));
    const bool narrow = viewport()->width() < columns + detail;
    if (narrow == isColumnHidden(kDetail)) return;
    setColumnHidden(kDetail, narrow);
    header()->setSectionResizeMode(kWhat,
                                   narrow ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
    doItemsLayout();
  }

  static constexpr int kFewRows = 4;
  [[nodiscard]] int heightOf(int rows) const {
    return rows * std::max(sizeHintForRow(0), kListRowHeight) + 2 * frameWidth();
  }
};

}  // namespace

HistoryModel::HistoryModel(const History& history, QObject* parent)
    : QAbstractTableModel(parent), history_(history) {
  connect(&history_, &History::added, this, &HistoryModel::reload);
}

void HistoryModel::setToken(const QString& id) {
  id_ = id;
  reload();
}

void HistoryModel::reload() {
  beginResetModel();
  shown_.clear();
  std::ranges::copy_if(history_.entries(), std::back_inserter(shown_),
                       [this](const HistoryEntry& entry) { return entry.id == id_; });
  endResetModel();
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : kColumns;
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount({})) return {};
  const HistoryEntry& entry = shown_.at(static_cast<std::size_t>(index.row()));
  if (role == kKindRole) return static_cast<int>(entry.kind);
  // The fixed font has no Arabic letters, and one borrowed for the half of the day is too small.
  if (role == Qt::FontRole && index.column() == kTime && !QApplication::isRightToLeft())
    return fixed_font();
  if (role == Qt::ForegroundRole && index.column() != kWhat)
    return tone_colour(Tone::kDim, QApplication::palette());
  if (role == Qt::ToolTipRole && index.column() != kTime) return entry.detail;
  if (role != Qt::DisplayRole) return {};
  switch (index.column()) {
    case kTime:
      return clock_text_with_seconds(entry.time);
    case kWhat:
      return entry.what;
    default:
      return entry.detail;
  }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  switch (section) {
    case kTime:
      return tr("Time");
    case kWhat:
      return tr("What");
    default:
      return tr("Detail");
  }
}

class ConsolePage::Filter : public QSortFilterProxyModel {
 public:
  using QSortFilterProxyModel::QSortFilterProxyModel;
  void set(const QString& words, int kind) {
    words_ = words;
    kind_ = kind;
    invalidateFilter();
  }

 protected:
  [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override {
    const QModelIndex first = sourceModel()->index(row, 0, parent);
    if (kind_ != kEverything && first.data(HistoryModel::kKindRole).toInt() != kind_) return false;
    for (int column = 0; column < kColumns; ++column) {
      if (sourceModel()
              ->index(row, column, parent)
              .data()
              .toString()
              .contains(words_, Qt::CaseInsensitive))
        return true;
    }
    return false;
  }

 private:
  QString words_;
  int kind_ = kEverything;
};

ConsolePage::ConsolePage(const History& history, QWidget* parent)
    : Page(parent),
      model_(new HistoryModel(history, this)),
      filter_(new Filter(this)),
      words_(new QLineEdit),
      kind_(new QComboBox),
      list_(new EntryList),
      empty_(new Label(TextSize::kNormal, Tone::kDim)) {
  words_->setPlaceholderText(tr("Filter"));
  words_->setAccessibleName(tr("Filter"));
  words_->setClearButtonEnabled(true);
  kind_->setAccessibleName(tr("Kind of entries"));
  kind_->addItem(tr("Everything"), kEverything);
  kind_->addItem(tr("Keys"), static_cast<int>(HistoryEntry::Kind::kKeys));
  kind_->addItem(tr("Presence"), static_cast<int>(HistoryEntry::Kind::kPresence));
  kind_->addItem(tr("Connection"), static_cast<int>(HistoryEntry::Kind::kConnection));
  filter_->setSourceModel(model_);
  list_->setModel(filter_);
  list_->setItemDelegate(new RowDelegate(list_));
  list_->setRootIsDecorated(false);
  list_->setHeaderHidden(true);
  list_->setUniformRowHeights(true);
  list_->setAllColumnsShowFocus(true);
  list_->setAccessibleName(tr("What happened, newest first"));
  list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  list_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
  list_->header()->setStretchLastSection(false);
  list_->header()->setSectionResizeMode(kDetail, QHeaderView::Stretch);

  auto* line = new PairLayout;
  line->setGaps(gap::kSmall, gap::kSmall);
  line->add(words_, kFilterWidth, 1);
  line->add(kind_);
  auto* promise = new Label(tr("Passphrases and message contents are never recorded."),
                            TextSize::kSmall, Tone::kDim);
  column()->setSpacing(gap::kMedium);
  column()->addLayout(line);
  column()->addWidget(empty_);
  column()->addWidget(list_, 1);
  column()->addWidget(promise);
  column()->addStretch();
  const auto refilter = [this] {
    filter_->set(words_->text(), kind_->currentData().toInt());
    showEmpty();
  };
  connect(words_, &QLineEdit::textChanged, this, refilter);
  connect(kind_, qOverload<int>(&QComboBox::currentIndexChanged), this, refilter);
  connect(model_, &QAbstractItemModel::modelReset, this, &ConsolePage::showEmpty);
  showEmpty();
}

void ConsolePage::setToken(const QString& id) { model_->setToken(id); }

void ConsolePage::showEmpty() {
  const bool nothing = model_->rowCount({}) == 0;
  const bool none_left = filter_->rowCount() == 0;
  empty_->setText(nothing ? tr("Nothing has happened yet.") : tr("No entry matches the filter."));
  empty_->setVisible(none_left);
  list_->setVisible(!none_left);
  static_cast<EntryList*>(list_)->fitRows();
}

void ConsolePage::copyList() const {
  QString out;
  for (int row = 0; row < filter_->rowCount(); ++row) {
    QStringList cells;
    for (int column = 0; column < kColumns; ++column)
      cells << without_isolates(filter_->index(row, column).data().toString());
    out += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
  }
  QApplication::clipboard()->setText(out);
}

void ConsolePage::focusFilter() {
  words_->setFocus(Qt::ShortcutFocusReason);
  words_->selectAll();
}

QWidget* ConsolePage::firstField() { return words_; }

void ConsolePage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::PaletteChange) list_->viewport()->update();
  Page::changeEvent(event);
}

}  // namespace gokeyctl::gui
