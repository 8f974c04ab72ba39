// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/internal/quoteview.h"

#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"

#include <QPainter>

#include <algorithm>

namespace ui::notes::internal {
namespace {

namespace metrics = theme::metrics;

constexpr qsizetype longestQuote = 1500;
constexpr qsizetype longestAround = 160;

/// The end of what stands before, from a whole word on.
QString lastOf(const QString &before)
{
    const QString words = before.simplified();
    if (words.size() <= longestAround) {
        return words;
    }
    const QString end = words.last(longestAround);
    return QStringLiteral("…") + end.sliced(std::max<qsizetype>(end.indexOf(u' '), 0));
}

QString firstOf(const QString &behind)
{
    const QString words = behind.simplified();
    if (words.size() <= longestAround) {
        return words;
    }
    const QString start = words.first(longestAround);
    const qsizetype cut = start.lastIndexOf(u' ');
    return start.first(cut > 0 ? cut : start.size()) + QStringLiteral(" …");
}

} // namespace

QuoteView::QuoteView(const theme::ThemeManager &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
{
    setObjectName(QStringLiteral("noteQuoteView"));
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&themes, &theme::ThemeManager::changed, this, qOverload<>(&QWidget::update));
}

void QuoteView::show(const app::notes::Note &note)
{
    QString quote = note.anchor.quote.simplified();
    if (quote.size() > longestQuote) {
        quote = quote.first(longestQuote) + QStringLiteral("…");
    }
    QString before = lastOf(note.anchor.prefix);
    QString behind = firstOf(note.anchor.suffix);
    // What is kept of the words around begins and ends anywhere.
    if (note.anchor.offset > note.anchor.prefix.size() && !before.startsWith(u'…')) {
        before.prepend(QStringLiteral("… "));
    }
    if (!behind.isEmpty() && behind.back().isLetterOrNumber()) {
        behind += QStringLiteral(" …");
    }
    const bool touches = note.anchor.suffix.isEmpty() || !note.anchor.suffix.front().isSpace();
    m_words = before.isEmpty() ? QString() : before + QLatin1Char(' ');
    m_quoteAt = m_words.size();
    m_quoteLength = quote.size();
    m_words += quote + (touches ? QString() : QStringLiteral(" ")) + behind;
    m_unsure = note.anchor.state == app::notes::AnchorState::Approximate;
    m_color = note.color;
    setVisible(!quote.isEmpty());
    setAccessibleName(quote);
    setAccessibleDescription(before + QStringLiteral(" … ") + behind);
    updateGeometry();
    update();
}

void QuoteView::setColor(app::notes::Color color)
{
    m_color = color;
    update();
}

int QuoteView::layOut(QTextLayout &text, int width) const
{
    const auto style = theme::typeStyle(theme::TextStyle::Transcript);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    text.setTextOption(option);
    text.beginLayout();
    int y = 0;
    for (QTextLine line = text.createLine(); line.isValid(); line = text.createLine()) {
        line.setLineWidth(std::max(width, 1));
        line.setPosition(QPointF(0, y + (style.lineHeight - line.height()) / 2));
        y += style.lineHeight;
    }
    text.endLayout();
    return y;
}

int QuoteView::heightForWidth(int width) const
{
    QTextLayout text(m_words, theme::font(theme::TextStyle::Transcript));
    return layOut(text, width);
}

QSize QuoteView::sizeHint() const
{
    return {320, heightForWidth(std::max(width(), 320))};
}

QSize QuoteView::minimumSizeHint() const
{
    return {80, theme::typeStyle(theme::TextStyle::Transcript).lineHeight};
}

void QuoteView::paintEvent(QPaintEvent *)
{
    const theme::Theme &colors = m_themes.current();
    const int lineHeight = theme::typeStyle(theme::TextStyle::Transcript).lineHeight;
    QTextLayout text(m_words, theme::font(theme::TextStyle::Transcript));
    (void)layOut(text, width());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto index = static_cast<std::size_t>(m_color);
    const auto start = static_cast<int>(m_quoteAt);
    const auto end = static_cast<int>(m_quoteAt + m_quoteLength);
    for (int at = 0; at < text.lineCount(); ++at) {
        const QTextLine line = text.lineAt(at);
        const int from = std::max(line.textStart(), start);
        int to = std::min(line.textStart() + line.textLength(), end);
        while (to > from && m_words[to - 1].isSpace()) {
            --to;
        }
        if (from >= to) {
            continue;
        }
        const double x1 = line.cursorToX(from);
        const double x2 = line.cursorToX(to);
        const QRectF box(
            std::min(x1, x2) - 2, at * lineHeight + 2, std::abs(x2 - x1) + 4, lineHeight - 4);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.highlightFill[index]);
        painter.drawRoundedRect(box, metrics::tintRadius, metrics::tintRadius);
        // Broken where the words are not the very ones any more.
        painter.setPen(
            QPen(colors.highlightLine[index], 2, m_unsure ? Qt::DashLine : Qt::SolidLine));
        painter.drawLine(QPointF(box.left() + 2, box.bottom()),
                         QPointF(box.right() - 2, box.bottom()));
    }
    QTextLayout::FormatRange quoted;
    quoted.start = start;
    quoted.length = end - start;
    quoted.format.setForeground(colors.text);
    painter.setPen(colors.text2);
    text.draw(&painter, QPointF(), {quoted});
}

} // namespace ui::notes::internal
