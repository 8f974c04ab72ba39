// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/internal/nowplaying.h"

#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui::player::internal {

namespace metrics = theme::metrics;
using theme::TextStyle;

namespace {

// The hostile length of a title is cut before it is measured.
constexpr qsizetype longest = 400;
constexpr int padding = 4;
constexpr int lineHeight = 24;
constexpr int metaLine = 16;
constexpr int iconGap = 6;

QString separator()
{
    return QStringLiteral("·  ");
}

double separatorWidth()
{
    return QFontMetricsF(theme::font(TextStyle::Meta)).horizontalAdvance(separator());
}

} // namespace

NowPlaying::NowPlaying(const theme::ThemeManager &themes, QWidget *parent)
    : PushControl(themes, tr("Show the episode"), parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void NowPlaying::setEpisode(const QString &title, const QString &podcast)
{
    m_title = title.left(longest).simplified();
    const QString from = podcast.left(longest).simplified();
    setAccessibleName(from.isEmpty() ? m_title
                                     : tr("%1, %2", "episode, podcast").arg(m_title, from));
    setHint(tr("Show %1", "an episode's title; a tip").arg(m_title.toHtmlEscaped()));
    updateGeometry();
    update();
}

QSize NowPlaying::sizeHint() const
{
    const QFontMetricsF measure(theme::font(TextStyle::UiStrong));
    return {static_cast<int>(std::ceil(measure.horizontalAdvance(m_title))) + 2 * padding + 2,
            std::max(lineHeight, static_cast<int>(std::ceil(measure.height())) + 4)};
}

QSize NowPlaying::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void NowPlaying::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont font = theme::font(TextStyle::UiStrong);
    font.setUnderline(underMouse() && isEnabled());
    painter.setFont(font);
    painter.setPen(isDown() ? colors().accent : colors().text);
    // Low, so that the line below stands close.
    const QRectF inner = QRectF(rect()).adjusted(padding, 3, -padding, 1);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.drawText(inner,
                     static_cast<int>(mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute
                         | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetricsF(font).elidedText(m_title, Qt::ElideRight, inner.width() + 0.5));
    if (hasRing()) {
        widgets::paintFocusRing(painter, rect(), metrics::tintRadius, colors().accent);
    }
}

ChapterButton::ChapterButton(const theme::ThemeManager &themes, QWidget *parent)
    : PushControl(themes, tr("Chapters"), parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setHint(tr("Show the chapters"));
}

void ChapterButton::setChapter(const QString &title)
{
    const QString cut = title.left(longest).simplified();
    if (cut == m_chapter) {
        return;
    }
    m_chapter = cut;
    setAccessibleName(cut.isEmpty() ? tr("Chapters") : tr("Chapter: %1", "its title").arg(cut));
    updateGeometry();
    update();
}

QString ChapterButton::words() const
{
    return m_chapter.isEmpty() ? tr("Chapters") : m_chapter;
}

QSize ChapterButton::sizeHint() const
{
    const QFontMetricsF measure(theme::font(TextStyle::Meta));
    const double width = separatorWidth() + metrics::smallIcon + iconGap
                         + measure.horizontalAdvance(words()) + 2 * padding + 2;
    return {static_cast<int>(std::ceil(width)),
            std::max(lineHeight, static_cast<int>(std::ceil(measure.height())) + 4)};
}

QSize ChapterButton::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void ChapterButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont font = theme::font(TextStyle::Meta);
    const QColor ink = isDown() ? colors().accent : underMouse() ? colors().text : colors().text2;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    // High, so that it stands close to the line above.
    const QRectF line(padding,
                      0,
                      width() - 2 * padding,
                      std::max<double>(metaLine, QFontMetricsF(font).height()));
    const auto part = [&](double from, double room) {
        return QRectF(mirrored ? line.right() - from - room : line.left() + from,
                      line.top(),
                      room,
                      line.height());
    };
    painter.setFont(font);
    painter.setPen(colors().text2);
    const double between = separatorWidth();
    painter.drawText(part(0, between), Qt::AlignVCenter | Qt::TextSingleLine, QStringLiteral("·"));
    const QRectF icon = part(between, metrics::smallIcon);
    painter.drawPixmap(
        QPointF(icon.x(), icon.y() + (icon.height() - metrics::smallIcon) / 2),
        themes().icons().pixmap(
            QStringLiteral("chapters"), metrics::smallIcon, ink, devicePixelRatioF()));
    const double from = between + metrics::smallIcon + iconGap;
    const QRectF text = part(from, std::max(0.0, line.width() - from));
    font.setUnderline(underMouse() && isEnabled());
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(text,
                     static_cast<int>(mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute
                         | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetricsF(font).elidedText(words(), Qt::ElideRight, text.width() + 0.5));
    if (hasRing()) {
        widgets::paintFocusRing(painter, rect(), metrics::tintRadius, colors().accent);
    }
}

} // namespace ui::player::internal
