// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/internal/waveform.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ui::player::internal {

using app::timestamps::Duration;

namespace {

constexpr double barWidth = 2;
constexpr double pitch = 3;
constexpr double gapReach = 3; ///< a chapter's tick keeps this clear on either side
constexpr double leastHalf = 1;

} // namespace

void Waveform::setPeaks(std::shared_ptr<const std::vector<quint8>> peaks, double perSecond)
{
    const bool usable = peaks && !peaks->empty() && std::isfinite(perSecond) && perSecond > 0;
    m_peaks = usable ? std::move(peaks) : nullptr;
    m_perSecond = usable ? perSecond : 0;
    m_measured = false;
    m_look.reset();
    if (!usable) {
        m_bars = {};
        m_played = {};
        m_rest = {};
    }
}

void Waveform::layOut(const Area &area,
                      Duration length,
                      const std::vector<double> &gaps,
                      const std::vector<std::pair<double, double>> &parts)
{
    if (isEmpty()) {
        return;
    }
    if (!m_measured || area != m_area || length != m_length || gaps != m_gaps) {
        m_area = area;
        m_length = length;
        m_gaps = gaps;
        m_measured = true;
        m_look.reset();
        measure(length, gaps);
    }
    // Both are in rising order.
    auto part = parts.begin();
    for (Bar &bar : m_bars) {
        const double middle = bar.x + barWidth / 2;
        while (part != parts.end() && part->second <= middle) {
            ++part;
        }
        const bool here = parts.empty() || (part != parts.end() && part->first <= middle);
        if (here != bar.here) {
            bar.here = here;
            m_look.reset();
        }
    }
}

double Waveform::levelBetween(double fromSecond, double toSecond) const
{
    const auto count = static_cast<double>(m_peaks->size());
    const double from = std::clamp(std::floor(fromSecond * m_perSecond), 0.0, count);
    const double to = std::clamp(std::ceil(toSecond * m_perSecond), from, count);
    if (to <= from) {
        return 0;
    }
    const auto first = m_peaks->begin() + static_cast<std::ptrdiff_t>(from);
    const auto last = m_peaks->begin() + static_cast<std::ptrdiff_t>(to);
    // The mean of the peaks: their greatest would be the same in every bar of an hour.
    return static_cast<double>(std::accumulate(first, last, qint64(0))) / (to - from);
}

double Waveform::usualLoudest() const
{
    // One bang must not make all the rest look like silence.
    std::vector<double> levels;
    levels.reserve(m_bars.size());
    for (const Bar &bar : m_bars) {
        levels.push_back(bar.half);
    }
    if (levels.empty()) {
        return 0;
    }
    const auto nearTop = levels.begin() + static_cast<std::ptrdiff_t>(levels.size() * 49 / 50);
    std::nth_element(levels.begin(), nearTop, levels.end());
    return *nearTop > 0 ? *nearTop : *std::max_element(levels.begin(), levels.end());
}

void Waveform::measure(Duration length, const std::vector<double> &gaps)
{
    m_bars.clear();
    const double width = m_area.right - m_area.left;
    const double seconds = static_cast<double>(length.count()) / 1000;
    if (seconds <= 0 || width < pitch) {
        return;
    }
    auto gap = gaps.begin();
    for (int i = 0; (i + 1) * pitch <= width; ++i) {
        const double from = i * pitch;
        const double x = m_area.left + from;
        while (gap != gaps.end() && *gap + gapReach <= x) {
            ++gap;
        }
        if (gap != gaps.end() && x + barWidth > *gap - gapReach) {
            continue;
        }
        const double level = levelBetween(from / width * seconds, (from + pitch) / width * seconds);
        m_bars.push_back({x, level, true});
    }
    const double loud = usualLoudest();
    for (Bar &bar : m_bars) {
        const double part = loud > 0 ? std::min(bar.half / loud, 1.0) : 0;
        bar.half = std::max(leastHalf, part * m_area.half);
    }
}

QPixmap Waveform::draw(const Look &look, bool played) const
{
    const QSizeF size(m_area.right - m_area.left, 2 * m_area.half + 2);
    QPixmap picture((size * look.ratio).toSize().expandedTo(QSize(1, 1)));
    picture.setDevicePixelRatio(look.ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Bar &bar : m_bars) {
        const QRectF body(bar.x - m_area.left, m_area.half + 1 - bar.half, barWidth, 2 * bar.half);
        painter.fillRect(body, played ? look.played : (bar.here ? look.rest : look.missing));
    }
    return picture;
}

void Waveform::paint(QPainter &painter,
                     const theme::Theme &colors,
                     const QRectF &clip,
                     double playedTo,
                     bool enabled) const
{
    const Look look{enabled ? colors.accent : colors.line,
                    enabled ? colors.wave : colors.line,
                    colors.line,
                    painter.device()->devicePixelRatioF()};
    if (m_look != look) {
        m_played = draw(look, true);
        m_rest = draw(look, false);
        m_look = look;
        ++m_timesDrawn;
    }
    const double top = m_area.middle - m_area.half - 1;
    const auto piece = [&](double from, double to, const QPixmap &picture) {
        from = std::max(from, std::floor(clip.left()));
        to = std::min(to, std::ceil(clip.right()));
        if (to <= from) {
            return;
        }
        const QRectF target(from, top, to - from, 2 * m_area.half + 2);
        QRectF source = target.translated(-m_area.left, -top);
        source = QRectF(source.topLeft() * look.ratio, source.size() * look.ratio);
        painter.drawPixmap(target, picture, source);
    };
    const double ratio = look.ratio > 0 ? look.ratio : 1;
    const double edge = std::clamp(std::round(playedTo * ratio) / ratio, m_area.left, m_area.right);
    piece(m_area.left, edge, m_played);
    piece(edge, m_area.right, m_rest);
}

} // namespace ui::player::internal
