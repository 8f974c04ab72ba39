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
constexpr int firstLine = 20;
constexpr int secondLine = 16;

QString separator()
{
    return QStringLiteral("  ·  ");
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
    m_podcast = podcast.left(longest).simplified();
    setAccessibleName(
        m_podcast.isEmpty() ? m_title : tr("%1, %2", "episode, podcast").arg(m_title, m_podcast));
    setHint(tr("Show %1", "an episode's title; a tip").arg(m_title.toHtmlEscaped()));
    updateGeometry();
    update();
}

void NowPlaying::setChapter(const QString &chapter)
{
    const QString words = chapter.left(longest).simplified();
    if (words == m_chapter) {
        return;
    }
    m_chapter = words;
    updateGeometry();
    update();
}

void NowPlaying::setSecondLineShown(bool shown)
{
    m_secondLine = shown;
    updateGeometry();
    update();
}

double NowPlaying::secondLineWidth() const
{
    const QFontMetricsF measure(theme::font(TextStyle::Meta));
    const double podcast = measure.horizontalAdvance(m_podcast);
    if (m_chapter.isEmpty()) {
        return podcast;
    }
    return podcast + measure.horizontalAdvance(separator()) + metrics::smallIcon + 6
           + measure.horizontalAdvance(m_chapter);
}

QSize NowPlaying::sizeHint() const
{
    const double title = QFontMetricsF(theme::font(TextStyle::UiStrong)).horizontalAdvance(m_title);
    const double widest = std::max(title, m_secondLine ? secondLineWidth() : 0.0);
    return {static_cast<int>(std::ceil(widest)) + 2 * padding + 2,
            firstLine + (m_secondLine ? secondLine + 4 : 4)};
}

QSize NowPlaying::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void NowPlaying::paintSecondLine(QPainter &painter, const QRectF &line) const
{
    const QFont font = theme::font(TextStyle::Meta);
    const QFontMetricsF measure(font);
    const QString between = separator();
    const double betweenWidth = measure.horizontalAdvance(between);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const auto words = [&](double from, double room, const QString &text) {
        const double x = mirrored ? line.right() - from - room : line.left() + from;
        painter.drawText(QRectF(x, line.top(), room, line.height()),
                         static_cast<int>(mirrored ? Qt::AlignRight : Qt::AlignLeft)
                             | Qt::AlignVCenter | Qt::TextSingleLine,
                         measure.elidedText(text, Qt::ElideRight, room + 0.5));
    };
    painter.setFont(font);
    painter.setPen(colors().text2);
    const double podcast = measure.horizontalAdvance(m_podcast);
    const double chapterFrom = podcast + betweenWidth + metrics::smallIcon + 6;
    if (m_chapter.isEmpty() || line.width() < chapterFrom + 48) {
        words(0, line.width(), m_podcast);
        return;
    }
    words(0, podcast + 1, m_podcast);
    words(podcast, betweenWidth + 1, between);
    const double iconFrom = podcast + betweenWidth;
    const double iconX =
        mirrored ? line.right() - iconFrom - metrics::smallIcon : line.left() + iconFrom;
    painter.drawPixmap(
        QPointF(iconX, line.top() + (line.height() - metrics::smallIcon) / 2),
        themes().icons().pixmap(
            QStringLiteral("chapters"), metrics::smallIcon, colors().text2, devicePixelRatioF()));
    words(chapterFrom, line.width() - chapterFrom, m_chapter);
}

void NowPlaying::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont font = theme::font(TextStyle::UiStrong);
    font.setUnderline(underMouse() && isEnabled());
    painter.setFont(font);
    painter.setPen(isDown() ? colors().accent : colors().text);
    const QRectF inner = QRectF(rect()).adjusted(padding, 2, -padding, -2);
    const QRectF first(inner.left(), inner.top(), inner.width(), firstLine);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.drawText(first,
                     static_cast<int>(mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter
                         | Qt::TextSingleLine,
                     QFontMetricsF(font).elidedText(m_title, Qt::ElideRight, first.width() + 0.5));
    if (m_secondLine) {
        paintSecondLine(painter, QRectF(inner.left(), first.bottom(), inner.width(), secondLine));
    }
    if (hasRing()) {
        widgets::paintFocusRing(painter, rect(), metrics::tintRadius, colors().accent);
    }
}

} // namespace ui::player::internal
