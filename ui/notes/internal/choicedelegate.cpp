// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/internal/choicedelegate.h"

#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/pushcontrol.h"

#include <QLocale>
#include <QPainter>

namespace ui::notes::internal {
namespace {

namespace metrics = theme::metrics;

constexpr int box = 16;
constexpr int dot = 12;

} // namespace

ChoiceDelegate::ChoiceDelegate(const theme::ThemeManager &themes, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_themes(themes)
{}

void ChoiceDelegate::paint(QPainter *painter,
                           const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const theme::Theme &colors = m_themes.current();
    const auto choice = index.data(ChoiceRole).value<Choice>();
    const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    const QRect &rect = option.rect;
    const int middle = rect.center().y() + 1;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors.hover);
        painter->drawRoundedRect(rect, metrics::controlRadius, metrics::controlRadius);
    }
    const QRectF tick(
        rect.left() + metrics::space8 + 0.5, middle - box / 2 + 0.5, box - 1, box - 1);
    painter->setPen(on ? colors.accent : colors.linestrong);
    painter->setBrush(on ? colors.accent : colors.field);
    painter->drawRoundedRect(tick, 3, 3);
    if (on) {
        painter->drawPixmap(tick.topLeft().toPoint(),
                            m_themes.icons().pixmap(QStringLiteral("check"),
                                                    box,
                                                    colors.onaccent,
                                                    painter->device()->devicePixelRatioF()));
    }
    int x = rect.left() + metrics::space8 + box + metrics::space8;
    if (choice.dot) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors.highlightLine[static_cast<std::size_t>(*choice.dot)]);
        painter->drawEllipse(QRect(x, middle - dot / 2, dot, dot));
        x += dot + metrics::space8;
    }
    const QFont meta = theme::font(theme::TextStyle::Meta);
    const QString count = QLocale().toString(choice.count);
    QRect words(x, rect.top(), rect.right() - metrics::space8 - x, rect.height());
    painter->setFont(meta);
    painter->setPen(colors.text2);
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignRight, count);
    words.setWidth(words.width() - QFontMetrics(meta).horizontalAdvance(count) - metrics::space8);
    painter->setFont(theme::font(theme::TextStyle::Ui));
    painter->setPen(colors.text);
    painter->drawText(
        words,
        Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
        painter->fontMetrics().elidedText(choice.text.simplified(), Qt::ElideRight, words.width()));
    const bool byKeyboard = option.state & QStyle::State_KeyboardFocusChange;
    if (byKeyboard && option.state & QStyle::State_HasFocus) {
        widgets::paintFocusRing(*painter, rect, metrics::controlRadius, colors.accent);
    }
    painter->restore();
}

} // namespace ui::notes::internal
