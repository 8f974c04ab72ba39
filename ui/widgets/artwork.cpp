// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/artwork.h"

#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace ui::widgets {

namespace {

// Dark enough for white letters in either look.
constexpr std::array<QRgb, 8> tiles{
    0xff123a52, 0xff1f3b8a, 0xff8a3a2c, 0xff2f2850, 0xff1c4a38, 0xff445f6c, 0xff6b2f52, 0xff5a4a12};

// Qt's own hash may change between versions; this one (FNV-1a) keeps a tile's colour for good.
quint32 steadyHash(const QString &text)
{
    quint32 hash = 2166136261U;
    for (const QChar c : text.left(64)) {
        hash = (hash ^ c.unicode()) * 16777619U;
    }
    return hash;
}

QString initials(const QString &title)
{
    QString result;
    bool wordBegins = true;
    for (const QChar c : title.left(64)) {
        if (!c.isLetterOrNumber()) {
            wordBegins = true;
        } else if (wordBegins) {
            result += c.toUpper();
            wordBegins = false;
        }
        if (result.size() == 2) {
            break;
        }
    }
    return result;
}

} // namespace

void paintArtwork(QPainter &painter, const QRectF &rect, const QPixmap &cover, const QString &title)
{
    const double radius = theme::metrics::artRadius(qRound(rect.width()));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setPen(Qt::NoPen);
    if (!cover.isNull()) {
        // A brush, not a clip: clipped edges are not smoothed.
        const double pixels = std::min(cover.width(), cover.height());
        QBrush brush(cover);
        const double scale = rect.width() / pixels;
        brush.setTransform(QTransform::fromTranslate(rect.x(), rect.y()).scale(scale, scale));
        painter.setBrush(brush);
        painter.drawRoundedRect(rect, radius, radius);
        painter.restore();
        return;
    }
    painter.setBrush(QColor(tiles[steadyHash(title) % tiles.size()]));
    painter.drawRoundedRect(rect, radius, radius);
    QFont letters = theme::font(theme::TextStyle::Section);
    letters.setPixelSize(std::max(9, qRound(rect.height() * 0.38)));
    painter.setFont(letters);
    painter.setPen(Qt::white);
    painter.drawText(rect, Qt::AlignCenter, initials(title));
    painter.restore();
}

Artwork::Artwork(int side, QWidget *parent)
    : QWidget(parent)
    , m_side(side)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Artwork::setCover(const QPixmap &cover, const QString &title)
{
    m_cover = cover;
    m_title = title;
    setAccessibleName(title);
    update();
}

void Artwork::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintArtwork(painter, rect(), m_cover, m_title);
}

} // namespace ui::widgets
