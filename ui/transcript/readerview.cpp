// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/readerview.h"

#include "ui/transcript/internal/markedscrollbar.h"
#include "ui/transcript/internal/readeraccessible.h"
#include "ui/transcript/internal/readerstate.h"
#include "ui/transcript/internal/textcopy.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <array>

namespace ui::transcript {

namespace {

constexpr int smallestText = 12;
constexpr int largestText = 28;

std::vector<int> stackLevels(const std::vector<ReaderNote> &notes)
{
    constexpr std::size_t levels = 3;
    std::vector<int> result;
    result.reserve(notes.size());
    std::array<qsizetype, levels> ends{};
    for (const ReaderNote &note : notes) {
        std::size_t level = 0;
        while (level + 1 < levels && ends[level] > note.offset) {
            ++level;
        }
        ends[level] = note.offset + note.length;
        result.push_back(static_cast<int>(level));
    }
    return result;
}

} // namespace

ReaderView::ReaderView(const theme::ThemeManager &themes, QWidget *parent)
    : QAbstractScrollArea(parent)
    , d(std::make_unique<State>(*this, themes))
{
    internal::installReaderAccessibility();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Coming and going it would change the width, and with it the height that makes it come and go.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    d->bar = new internal::MarkedScrollBar(this);
    setVerticalScrollBar(d->bar);
    setAutoFillBackground(true);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("Text", "the text being read, to screen readers"));
    connect(verticalScrollBar(), &QAbstractSlider::actionTriggered, this, [this] {
        d->motion.stop();
        d->follow.userMoved();
    });
    connect(&d->motion, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        verticalScrollBar()->setValue(value.toInt());
    });
    connect(&d->playSoon, &QTimer::timeout, this, [this] {
        emit wordActivated(d->playOffset, d->playModifiers);
    });
    d->highContrast = themes.highContrast();
    connect(&themes, &theme::ThemeManager::changed, this, [this, &themes] {
        d->highContrast = themes.highContrast();
        d->takeColors();
    });
    d->takeColors();
    d->relayout();
}

ReaderView::~ReaderView()
{
    internal::forgetReader(*this);
}

void ReaderView::setDocument(ReaderDocument document)
{
    d->motion.stop();
    d->playSoon.stop();
    d->notes.clear();
    d->noteLevels.clear();
    d->sentence = {};
    d->word = {};
    d->anchor = d->caret = 0;
    d->caretShown = false;
    d->stop = d->hoveredStop = -1;
    d->hoveredBlockTime = static_cast<std::size_t>(-1);
    d->hoveredSentence.reset();
    d->shownSpeakers.clear();
    d->currentMatch = -1;
    d->follow.setSelecting(false);
    d->anchorBlock = 0;
    d->anchorDelta = 0;
    d->layout.setDocument(std::move(document));
    d->gatherStops();
    {
        const QSignalBlocker quiet(verticalScrollBar());
        verticalScrollBar()->setValue(0);
    }
    d->makeBanners();
    d->relayout();
    d->placeTicks(true);
    internal::announceNewText(*this);
    emit selectionChanged();
}

const ReaderDocument &ReaderView::document() const
{
    return d->layout.document();
}

void ReaderView::setNotes(std::vector<ReaderNote> notes)
{
    std::stable_sort(notes.begin(), notes.end(), [](const ReaderNote &a, const ReaderNote &b) {
        return a.offset < b.offset;
    });
    const auto withCard = [](const ReaderNote &note) {
        return note.hasCard();
    };
    const bool cardsBefore = std::any_of(d->notes.begin(), d->notes.end(), withCard);
    d->notes = std::move(notes);
    d->noteLevels = stackLevels(d->notes);
    d->gatherStops();
    internal::announceNewStops(*this);
    if (cardsBefore != std::any_of(d->notes.begin(), d->notes.end(), withCard)) {
        d->relayout();
    }
    d->placeNotes();
    d->placeTicks(true);
    viewport()->update();
}

void ReaderView::setTextSize(int pixels)
{
    const int size = std::clamp(pixels, smallestText, largestText);
    if (size != d->textSize) {
        d->textSize = size;
        d->relayout();
    }
}

int ReaderView::textSize() const
{
    return d->textSize;
}

void ReaderView::setReadingFont(const QString &family)
{
    if (family != d->family) {
        d->family = family;
        d->relayout();
    }
}

void ReaderView::setHighContrast(bool on)
{
    d->highContrast = on;
    viewport()->update();
}

void ReaderView::setAnnouncing(bool on)
{
    d->announcing = on;
}

void ReaderView::setShownSpeakers(const std::vector<int> &speakers)
{
    if (speakers == d->shownSpeakers) {
        return;
    }
    const bool atTop = d->scrollY() < 1;
    const qsizetype seen = firstVisible();
    d->shownSpeakers = speakers;
    d->layout.setShownSpeakers(speakers);
    d->setStop(-1);
    d->hoveredSentence.reset();
    d->relayout();
    d->placeTicks(true);
    if (d->follow.state() == FollowControl::State::Following && d->sentence.length > 0) {
        d->showSentence(false);
    } else if (!atTop) {
        scrollTo(seen, 0);
    }
}

bool ReaderView::isFolded(qsizetype offset) const
{
    return !d->layout.isEmpty() && d->layout.folding().isHidden(blockAtOffset(document(), offset));
}

void ReaderView::setStacked(bool stacked)
{
    if (d->stacked != stacked) {
        d->stacked = stacked;
        d->relayout();
    }
}

void ReaderView::setClickPlays(bool on)
{
    d->clickPlays = on;
}

void ReaderView::setCurrentSentence(TextSpan sentence)
{
    if (sentence == d->sentence) {
        return;
    }
    d->updateSpan(d->sentence);
    d->sentence = sentence;
    d->updateSpan(d->sentence);
    if (sentence.length <= 0 || d->layout.isEmpty()) {
        return;
    }
    if (d->announcing) {
        internal::announceSentence(*this);
        emit sentenceAnnounced(sentence);
    }
    if (d->follow.state() == FollowControl::State::Off) {
        return;
    }
    const auto rects = d->placesOf(sentence);
    d->settle();
    if (rects.empty()) {
        return;
    }
    const double top = d->placesOf(sentence).front().top() - d->scrollY();
    const double bottom = top + rects.back().bottom() - rects.front().top();
    const double height = std::max(1.0, d->viewHeight());
    if (d->follow.sentenceAt(top / height, bottom / height)) {
        d->showSentence(true);
    }
}

void ReaderView::setCurrentWord(TextSpan word)
{
    if (word != d->word) {
        d->updateSpan(d->word);
        d->word = word;
        d->updateSpan(d->word);
    }
}

TextSpan ReaderView::currentSentence() const
{
    return d->sentence;
}

TextSpan ReaderView::currentWord() const
{
    return d->word;
}

FollowControl &ReaderView::follow()
{
    return d->follow;
}

void ReaderView::returnToSentence()
{
    d->follow.resume();
    d->showSentence(true);
}

TextSpan ReaderView::selection() const
{
    return {std::min(d->anchor, d->caret), std::abs(d->caret - d->anchor)};
}

QString ReaderView::selectedText() const
{
    const TextSpan span = selection();
    return document().text.mid(span.offset, span.length);
}

qsizetype ReaderView::caret() const
{
    return d->caret;
}

void ReaderView::select(TextSpan span)
{
    d->setSelection(span.offset, span.offset + span.length);
}

void ReaderView::selectAll()
{
    d->setSelection(0, document().text.size());
}

void ReaderView::clearSelection()
{
    d->setSelection(d->caret, d->caret);
}

void ReaderView::copySelection(bool withTimes) const
{
    if (selection().length > 0) {
        QGuiApplication::clipboard()->setMimeData(
            internal::copyOf(document(), selection(), d->layout.folding(), withTimes));
    }
}

QRectF ReaderView::selectionRect() const
{
    QRectF result;
    const TextSpan seen = d->visibleText();
    const TextSpan all = selection();
    const qsizetype begin = std::max(all.offset, seen.offset);
    const qsizetype end = std::min(all.offset + all.length, seen.offset + seen.length);
    for (const QRectF &rect : rectsOf({begin, end - begin})) {
        result = result.united(rect);
    }
    return result.intersects(QRectF(viewport()->rect())) ? result : QRectF();
}

void ReaderView::setMatches(std::vector<TextSpan> matches, int current)
{
    if (matches != d->layout.matches()) {
        d->layout.setMatches(std::move(matches));
        d->layOutVisible();
        d->placeTicks(true);
    }
    d->currentMatch = current;
    const auto &all = d->layout.matches();
    if (current >= 0 && static_cast<std::size_t>(current) < all.size()) {
        d->follow.userMoved();
        ensureVisible(all[static_cast<std::size_t>(current)]);
    }
    viewport()->update();
}

void ReaderView::ensureVisible(TextSpan span)
{
    if (d->layout.isEmpty()) {
        return;
    }
    // A caret that stands on a fold is seen; what lies inside is not.
    const auto *run = d->layout.folding().runOf(blockAtOffset(document(), span.offset));
    if (run && (span.length > 0 || span.offset != document().blocks[run->first].offset)) {
        d->reveal(span.offset);
    }
    const QRectF caret = d->layout.caretRect(span.offset);
    d->settle();
    const double top = d->layout.caretRect(span.offset).top() - d->scrollY();
    if (top < 8 || top + caret.height() > d->viewHeight() - 8) {
        scrollTo(span.offset, FollowControl::goal);
    }
}

void ReaderView::scrollTo(qsizetype offset, double part)
{
    if (d->layout.isEmpty()) {
        return;
    }
    double y = d->layout.caretRect(offset).top() - part * d->viewHeight();
    d->layout.layOut(y, y + d->viewHeight());
    d->settle();
    y = d->layout.caretRect(offset).top() - part * d->viewHeight();
    d->scrollToY(y, part > 0);
}

qsizetype ReaderView::firstVisible() const
{
    return d->layout.isEmpty()
               ? 0
               : std::max<qsizetype>(
                   0, d->layout.offsetAt(QPointF(d->layout.columns().textLeft, d->scrollY() + 1)));
}

ReaderHit ReaderView::hitTest(QPoint viewportPoint) const
{
    return d->hit(viewportPoint);
}

std::vector<QRectF> ReaderView::rectsOf(TextSpan span) const
{
    std::vector<QRectF> result = d->layout.rects(span);
    d->settle();
    for (QRectF &rect : result) {
        rect = d->toView(rect);
    }
    return result;
}

std::optional<TextSpan> ReaderView::focusedStop() const
{
    if (d->stop < 0) {
        return std::nullopt;
    }
    const auto &stop = d->stops[static_cast<std::size_t>(d->stop)];
    return TextSpan{stop.offset, stop.length};
}

bool ReaderView::focusNote(bool forward)
{
    const int found = d->nextStop(forward, true);
    if (found >= 0) {
        d->follow.userMoved();
        d->setStop(found);
    }
    return found >= 0;
}

ReaderHit ReaderView::hitAtFocus() const
{
    if (d->layout.isEmpty()) {
        return {};
    }
    if (d->stop >= 0) {
        return d->hitOfStop(d->stop);
    }
    ReaderHit result;
    result.kind = ReaderHit::Kind::Text;
    result.offset = d->caret;
    result.speaker = speakerAt(document(), d->caret);
    // Times of other recordings are no stops, but have menus.
    for (const qsizetype place : {d->caret, d->caret - 1}) {
        const auto [first, last] = d->layout.text().timesIn(0, place + 1);
        if (first < last && !result.time) {
            const TimeLink &time = document().times[last - 1];
            if (place >= time.offset && place < time.offset + time.length) {
                result.time = time;
                result.kind = time.isActive() ? ReaderHit::Kind::Time : ReaderHit::Kind::Text;
            }
        }
    }
    return result;
}

TextSpan ReaderView::blockAt(qsizetype offset) const
{
    return paragraphAt(document(), offset);
}

int ReaderView::layoutsMade() const
{
    return d->layout.layoutsMade();
}

void ReaderView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    internal::paintReader(*d, painter, event->rect());
}

void ReaderView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    d->relayout();
}

void ReaderView::scrollContentsBy(int, int)
{
    d->readAnchor();
    d->layOutVisible();
    emit scrolled();
}

void ReaderView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::FontChange) {
        d->relayout();
    }
}

} // namespace ui::transcript
