// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/internal/readerstyle.h"

#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QtMath>

#include <algorithm>
#include <cmath>

namespace ui::transcript::internal {

namespace metrics = theme::metrics;
using theme::TextStyle;

namespace {

constexpr double stackedBelow = 600;
constexpr double leastBesideCards = 340; ///< text width in usual letters

} // namespace

ReaderStyle makeReaderStyle(int size, bool transcript, const QString &family)
{
    const int pixels = std::clamp(transcript ? size : size - 1, 11, 40);
    const double lead = transcript ? 27.0 / 16.0 : 24.0 / 15.0;
    ReaderStyle style;
    style.body = theme::font(transcript ? TextStyle::Transcript : TextStyle::ShowNotes);
    if (!family.isEmpty()) {
        style.body.setFamily(family);
    }
    style.body.setPixelSize(pixels);
    style.lineHeight = qRound(pixels * lead);
    style.paragraphGap = transcript ? 18 : 12;
    style.heading = style.body;
    style.heading.setWeight(QFont::DemiBold);
    style.firstHeading = style.heading;
    style.firstHeading.setPixelSize(pixels + 3);
    style.times = style.body;
    style.times.setWeight(QFont::Medium);
    style.code = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    style.code.setPixelSize(std::max(11, pixels - 2));
    // Letters of some scripts are taller than their size says: lines must not touch.
    style.lineHeight = std::max(style.lineHeight, qCeil(QFontMetricsF(style.body).height()) + 2);
    style.headingLine = style.lineHeight;
    // Names and times grow with the text, but less.
    const double scale = std::clamp(pixels / 16.0, 1.0, 1.4);
    style.scale = scale;
    style.speaker = theme::font(TextStyle::MetaStrong);
    style.speaker.setPixelSize(qRound(13 * scale));
    style.meta = theme::font(TextStyle::Meta);
    style.meta.setPixelSize(qRound(12 * scale));
    style.speakerLine = std::max(20 * scale, std::ceil(QFontMetricsF(style.speaker).height()));
    style.timeLine = std::max(18 * scale, std::ceil(QFontMetricsF(style.meta).height()));
    style.gutterWidth = metrics::gutterWidth * scale;
    style.small = theme::font(TextStyle::Ui);
    return style;
}

ReaderColumns makeColumns(double width, const ColumnWishes &wishes)
{
    ReaderColumns c;
    c.width = width;
    c.mirrored = wishes.mirrored;
    c.stacked = wishes.stacked || !wishes.transcript || width < stackedBelow * wishes.scale;
    const bool tight = wishes.stacked || width < stackedBelow * wishes.scale;
    const double pad = tight ? metrics::space24 : metrics::space32;
    c.gutterWidth = wishes.gutterWidth;
    const double gutter = c.stacked ? 0 : c.gutterWidth + metrics::gutterGap;
    const double beside = width - 2 * pad - gutter - metrics::marginGap - metrics::marginWidth;
    c.cards = !tight && width >= metrics::marginFrom && (wishes.transcript || wishes.hasCards)
              && beside >= leastBesideCards * wishes.scale;
    const double margin = c.cards ? metrics::marginGap + metrics::marginWidth : 0;
    const double room = width - 2 * pad - gutter - margin;
    const double widest = (wishes.stacked ? 720 : metrics::columnMax) * wishes.scale;
    c.textWidth = std::clamp(room, 120.0, widest);
    c.gutterLeft = pad;
    c.textLeft = pad + gutter;
    c.cardLeft = c.textLeft + c.textWidth + metrics::marginGap;
    c.flagLeft = width - 14;
    c.markLeft = c.textLeft + c.textWidth + 8;
    if (c.mirrored) {
        c.gutterLeft = width - c.gutterLeft - c.gutterWidth;
        c.textLeft = width - c.textLeft - c.textWidth;
        c.cardLeft = width - c.cardLeft - metrics::marginWidth;
        c.flagLeft = 6;
        c.markLeft = c.textLeft - 16;
    }
    return c;
}

} // namespace ui::transcript::internal
