// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/internal/readerstate.h"

#include "ui/theme/metrics.h"
#include "ui/transcript/internal/markedscrollbar.h"
#include "ui/widgets/banner.h"

#include <QLayout>
#include <QScrollBar>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace ui::transcript {

namespace metrics = theme::metrics;

namespace {

constexpr double laidOutBeyond = 240;
constexpr std::size_t mostBanners = 24;
constexpr std::size_t notesBefore = 12;
constexpr double cardGap = 8;
constexpr double ticksApart = 4'000; ///< more rows than any scroll bar has
constexpr auto followMotion = std::chrono::milliseconds(160);

} // namespace

ReaderView::State::State(ReaderView &view, const theme::ThemeManager &manager)
    : q(view)
    , themes(manager)
    , layout(manager.current())
{
    tripleClick.setSingleShot(true);
    playSoon.setSingleShot(true);
    motion.setDuration(static_cast<int>(followMotion.count()));
    motion.setEasingCurve(QEasingCurve::OutCubic);
}

double ReaderView::State::scrollY() const
{
    return q.verticalScrollBar()->value();
}

double ReaderView::State::viewHeight() const
{
    return q.viewport()->height();
}

void ReaderView::State::takeColors()
{
    // Shows behind the scroll bar.
    QPalette colors = q.palette();
    colors.setColor(QPalette::Window, themes.current().reader);
    q.setPalette(colors);
    layout.setTheme(themes.current());
    layOutVisible();
    placeTicks(true);
}

void ReaderView::State::relayout()
{
    internal::ColumnWishes wishes;
    wishes.transcript = layout.document().transcript;
    wishes.stacked = stacked;
    wishes.mirrored = q.layoutDirection() == Qt::RightToLeft
                      || (wishes.transcript && isMostlyRightToLeft(layout.document()));
    wishes.hasCards = std::any_of(
        notes.begin(), notes.end(), [](const ReaderNote &note) { return note.hasCard(); });
    const auto style = internal::makeReaderStyle(textSize, wishes.transcript, family);
    wishes.gutterWidth = style.gutterWidth;
    wishes.scale = style.scale;
    const auto columns = internal::makeColumns(q.viewport()->width(), wishes);
    const qsizetype place = q.firstVisible();
    const bool atTop = scrollY() < 1;
    layout.setStyle(style, columns);
    placeBanners();
    if (!layout.isEmpty()) {
        anchorBlock = atTop ? 0 : blockAtOffset(layout.document(), place);
        anchorDelta = 0;
        if (!atTop) {
            anchorDelta = layout.caretRect(place).top() - layout.top(anchorBlock);
        }
    }
    layOutVisible();
}

void ReaderView::State::settle()
{
    if (layout.isEmpty()) {
        anchorBlock = 0;
        anchorDelta = 0;
    }
    settling = true;
    const QSignalBlocker quiet(bar);
    const int most = std::max(0, static_cast<int>(std::ceil(layout.height() - viewHeight())));
    bar->setRange(0, most);
    bar->setEnabled(most > 0);
    bar->setPageStep(std::max(1, q.viewport()->height() - 40));
    bar->setSingleStep(layout.style().lineHeight);
    if (!layout.isEmpty()) {
        bar->setValue(static_cast<int>(std::lround(layout.top(anchorBlock) + anchorDelta)));
    }
    settling = false;
}

void ReaderView::State::readAnchor()
{
    if (layout.isEmpty()) {
        return;
    }
    // The block that was the anchor stays it while it is seen: those scrolled in above it are only
    // estimated yet, and must grow upwards.
    const double y = scrollY();
    const bool seen = anchorBlock < layout.document().blocks.size()
                      && layout.top(anchorBlock) < y + viewHeight() && layout.top(anchorBlock) > y;
    if (!seen) {
        anchorBlock = layout.blockAt(y);
    }
    anchorDelta = y - layout.top(anchorBlock);
}

void ReaderView::State::layOutVisible()
{
    settle();
    for (int round = 0; round < 3 && !layout.isEmpty(); ++round) {
        const double before = layout.height();
        layout.layOut(scrollY() - laidOutBeyond, scrollY() + viewHeight() + laidOutBeyond);
        settle();
        if (std::abs(before - layout.height()) < 0.5) {
            break;
        }
    }
    if (!layout.isEmpty()) {
        anchorBlock = layout.blockAt(scrollY());
        anchorDelta = scrollY() - layout.top(anchorBlock);
        layout.trim(anchorBlock, layout.blockAt(scrollY() + viewHeight()));
    }
    placeNotes();
    placeTicks(false);
    for (std::size_t i = 0; i < banners.size(); ++i) {
        const std::size_t block = layout.document().banners[i].block;
        banners[i]->move(qRound(layout.columns().textLeft),
                         qRound(layout.top(block) - scrollY()) + metrics::space16);
    }
    q.viewport()->update();
}

void ReaderView::State::scrollToY(double y, bool animated)
{
    motion.stop();
    const int target = std::clamp(static_cast<int>(std::lround(y)), 0, bar->maximum());
    const bool far = std::abs(target - bar->value()) > 2 * viewHeight();
    if (!animated || far || themes.reducedMotion() || !q.isVisible()) {
        bar->setValue(target);
        return;
    }
    motion.setStartValue(bar->value());
    motion.setEndValue(target);
    motion.start();
}

std::vector<QRectF> ReaderView::State::placesOf(TextSpan span)
{
    auto result = layout.rects(span);
    if (result.empty() && span.length > 0 && !layout.isEmpty()
        && layout.folding().isHidden(blockAtOffset(layout.document(), span.offset))) {
        result.push_back(layout.caretRect(span.offset));
    }
    return result;
}

void ReaderView::State::reveal(qsizetype offset)
{
    if (!layout.isEmpty() && layout.openFold(blockAtOffset(layout.document(), offset))) {
        layOutVisible();
        placeTicks(true);
    }
}

void ReaderView::State::placeTicks(bool changed)
{
    // Heights that become known move them by less than is seen.
    const double height = layout.height();
    if (!changed && std::abs(height - ticksFor) < height * 0.01) {
        return;
    }
    ticksFor = height;
    std::vector<internal::MarkedScrollBar::Tick> ticks;
    const double whole = std::max(height, viewHeight());
    const auto &colors = themes.current();
    for (const ReaderNote &note : notes) {
        ticks.push_back({layout.estimatedTop(note.offset) / whole,
                         colors.highlightLine[static_cast<std::size_t>(note.color)],
                         internal::MarkedScrollBar::Side::Near});
    }
    // Of many on one row of the scroll bar one is enough.
    for (const double y : layout.estimatedTops(layout.matches(), whole / ticksApart)) {
        ticks.push_back({y / whole, colors.amber, internal::MarkedScrollBar::Side::Far});
    }
    bar->setTicks(ticks);
}

void ReaderView::State::gatherStops()
{
    const bool kept = stop >= 0 && stops[static_cast<std::size_t>(stop)].note < 0;
    const qsizetype keptOffset = kept ? stops[static_cast<std::size_t>(stop)].offset : -1;
    stops = layout.text().stops;
    for (std::size_t i = 0; i < notes.size(); ++i) {
        stops.push_back({notes[i].offset, notes[i].length, -1, {}, static_cast<int>(i)});
    }
    std::stable_sort(stops.begin(), stops.end(), [](const auto &a, const auto &b) {
        return a.offset < b.offset;
    });
    stop = hoveredStop = -1;
    for (std::size_t i = 0; kept && i < stops.size(); ++i) {
        if (stops[i].offset == keptOffset && stops[i].note < 0) {
            stop = static_cast<int>(i);
        }
    }
}

void ReaderView::State::showSentence(bool animated)
{
    const auto rects = placesOf(sentence);
    settle();
    if (rects.empty()) {
        return;
    }
    const double y = placesOf(sentence).front().top() - FollowControl::goal * viewHeight();
    // What is going to be seen is set in lines first, so that the sentence lands where it should.
    layout.layOut(y, y + viewHeight());
    settle();
    scrollToY(placesOf(sentence).front().top() - FollowControl::goal * viewHeight(), animated);
}

void ReaderView::State::makeBanners()
{
    for (widgets::Banner *banner : banners) {
        banner->hide();
        banner->deleteLater();
    }
    banners.clear();
    for (const ReaderBanner &source : layout.document().banners) {
        if (banners.size() == mostBanners || layout.isEmpty()) {
            break;
        }
        auto *banner = new widgets::Banner(themes, widgets::Banner::Kind::Notice, q.viewport());
        banner->setObjectName(QStringLiteral("banner-") + source.id);
        banner->setIconName(QStringLiteral("clock-off"));
        banner->setText(source.title, source.text);
        banner->setActions(source.actions);
        banner->setCursor(Qt::ArrowCursor);
        connect(
            banner,
            &widgets::Banner::actionTriggered,
            &q,
            [this, id = source.id](const QString &action) { emit q.bannerActivated(id, action); });
        banner->show();
        banners.push_back(banner);
    }
}

void ReaderView::State::placeBanners()
{
    const int width = qRound(layout.columns().textWidth);
    for (std::size_t i = 0; i < banners.size(); ++i) {
        QLayout *inside = banners[i]->layout();
        inside->activate();
        const int height = inside->hasHeightForWidth() ? inside->totalHeightForWidth(width)
                                                       : inside->totalSizeHint().height();
        banners[i]->resize(width, height);
        const std::size_t block =
            std::min(layout.document().banners[i].block, layout.document().blocks.size() - 1);
        layout.setRoomAbove(block, height + metrics::space16);
    }
}

void ReaderView::State::placeNotes()
{
    noteBoxes.clear();
    if (notes.empty() || layout.isEmpty()) {
        return;
    }
    const TextSpan seen = visibleText();
    const auto firstSeen = std::lower_bound(
        notes.begin(), notes.end(), seen.offset, [](const ReaderNote &note, qsizetype value) {
            return note.offset < value;
        });
    // Cards of notes above may have been pushed down to here.
    auto index = static_cast<std::size_t>(firstSeen - notes.begin());
    index -= std::min(index, notesBefore);
    const auto &columns = layout.columns();
    double free = 0;
    for (; index < notes.size() && notes[index].offset <= seen.offset + seen.length; ++index) {
        const ReaderNote &note = notes[index];
        if (layout.folding().isHidden(blockAtOffset(layout.document(), note.offset))) {
            continue;
        }
        const double y = layout.caretRect(note.offset).top();
        if (columns.cards && note.hasCard()) {
            const double top = std::max(y, free);
            const double height = internal::cardHeight(note, metrics::marginWidth);
            noteBoxes.push_back(
                {index, QRectF(columns.cardLeft, top, metrics::marginWidth, height), true});
            free = top + height + cardGap;
        } else {
            const double x = columns.cards ? columns.markLeft : columns.flagLeft;
            QRectF flag(x, y + 6, 8, 12);
            // Of several on a line each can be clicked.
            if (!noteBoxes.empty() && !noteBoxes.back().card
                && noteBoxes.back().rect.bottom() > flag.top()) {
                flag.moveTop(noteBoxes.back().rect.bottom() + 2);
            }
            noteBoxes.push_back({index, flag, false});
        }
    }
    settle();
}

void ReaderView::State::updateSpan(TextSpan span)
{
    if (span.length <= 0 || layout.isEmpty()) {
        return;
    }
    const TextSpan seen = visibleText();
    if (span.offset > seen.offset + seen.length || span.offset + span.length < seen.offset) {
        return;
    }
    for (const QRectF &rect : placesOf(span)) {
        q.viewport()->update(toView(rect).toAlignedRect().adjusted(-6, -4, 6, 6));
    }
}

TextSpan ReaderView::State::visibleText() const
{
    const auto &blocks = layout.document().blocks;
    if (blocks.empty()) {
        return {};
    }
    const ReaderBlock &first = blocks[layout.blockAt(std::max(0.0, scrollY() - laidOutBeyond))];
    const std::size_t end = layout.blockAt(scrollY() + viewHeight() + laidOutBeyond);
    const ReaderBlock &last = blocks[layout.folding().after(end) - 1];
    return {first.offset, last.offset + last.length - first.offset};
}

} // namespace ui::transcript
