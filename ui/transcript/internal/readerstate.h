// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/internal/readerlayout.h"
#include "ui/transcript/readerview.h"

#include <QBasicTimer>
#include <QTimer>
#include <QVariantAnimation>

namespace ui::widgets {
class Banner;
}

namespace ui::transcript::internal {
class MarkedScrollBar;
}

namespace ui::transcript::internal {

/// A note's card or flag; document coordinates.
struct NoteBox
{
    std::size_t note = 0;
    QRectF rect;
    bool card = false;
};

enum class Unit { Character, Word, Sentence };

} // namespace ui::transcript::internal

namespace ui::transcript {

/// What ReaderView keeps, and the work its events share.
struct ReaderView::State
{
    State(ReaderView &view, const theme::ThemeManager &manager);

    // Geometry: readerstate.cpp
    [[nodiscard]] double scrollY() const;
    [[nodiscard]] double viewHeight() const;
    void takeColors();    ///< the look has changed
    void gatherStops();   ///< notes or document have changed
    void relayout();      ///< width, size or look changed; keeps the place
    void layOutVisible(); ///< after any scroll or change of heights
    void settle();        ///< heights above may have changed: keeps what is seen in place
    void readAnchor();    ///< remembers the place after the listener moved it
    void scrollToY(double y, bool animated);
    void showSentence(bool animated);
    void placeNotes();
    void placeTicks(bool changed); ///< beside the scroll bar; changed: what they stand for
    void reveal(qsizetype offset); ///< opens the hidden run a place lies in
    void placeBanners();
    void makeBanners();
    void updateSpan(TextSpan span); ///< repaints where it stands, if seen
    [[nodiscard]] TextSpan visibleText() const;

    [[nodiscard]] QRectF toView(const QRectF &rect) const { return rect.translated(0, -scrollY()); }

    /// As ReaderLayout::rects(); of hidden words the line that stands for them.
    [[nodiscard]] std::vector<QRectF> placesOf(TextSpan span);

    // Times of sentences in the gutter: readergutter.cpp
    [[nodiscard]] std::optional<std::size_t> sentenceBeside(QPointF point);
    [[nodiscard]] QRectF sentenceTimeRect(std::size_t index);
    [[nodiscard]] std::optional<std::size_t> sentenceWithTime();

    // Selection and keys: readerinput.cpp
    void setSelection(qsizetype newAnchor, qsizetype newCaret);
    void extendTo(qsizetype offset);
    [[nodiscard]] qsizetype moved(int key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] qsizetype movedByLines(int key);
    [[nodiscard]] qsizetype movedAsSeen(bool right);
    [[nodiscard]] bool isRightToLeftAt(qsizetype offset);
    [[nodiscard]] qsizetype outOfFold(qsizetype offset, bool forward) const;
    [[nodiscard]] TextSpan unitAt(qsizetype offset) const;
    [[nodiscard]] int stopAt(qsizetype character) const;
    [[nodiscard]] ReaderHit hit(QPointF viewPoint);
    [[nodiscard]] bool hitBeside(QPointF point,
                                 const ReaderBlock &source,
                                 const internal::BlockLayout &block,
                                 QPointF inside,
                                 ReaderHit &result);
    void activateStop(int index, Qt::KeyboardModifiers modifiers);
    void activateHit(const ReaderHit &what, Qt::KeyboardModifiers modifiers);
    void setStop(int index);
    [[nodiscard]] int nextStop(bool forward, bool notesOnly) const;
    [[nodiscard]] ReaderHit hitOfStop(int index);
    [[nodiscard]] QRectF rectOfStop(int index);
    void hover(QPoint viewPoint);
    void dragTo(QPoint viewPoint);
    bool moveCaretByKey(QKeyEvent *event);
    void copy() const;

    ReaderView &q;
    const theme::ThemeManager &themes;
    internal::ReaderLayout layout;
    FollowControl follow;
    std::vector<ReaderNote> notes;
    std::vector<int> noteLevels; ///< how many lines of earlier notes lie above a note's line
    std::vector<internal::NoteBox> noteBoxes;
    std::vector<internal::PreparedText::Stop> stops; ///< the text's own and the notes, in order
    std::vector<widgets::Banner *> banners;

    internal::MarkedScrollBar *bar = nullptr;
    double ticksFor = -1; ///< the height the ticks were placed for

    int textSize = 16;
    QString family;
    bool highContrast = false;
    bool announcing = false;
    std::vector<int> shownSpeakers;
    bool stacked = false;
    bool clickPlays = true;
    TextSpan sentence;
    TextSpan word;
    int currentMatch = -1;

    qsizetype anchor = 0;
    qsizetype caret = 0;
    bool caretShown = false;
    double caretX = -1; ///< kept while walking up and down; negative: none
    int stop = -1;      ///< index into stops with the focus ring

    std::size_t anchorBlock = 0; ///< stays in place while heights above become known
    double anchorDelta = 0;
    bool settling = false;
    QVariantAnimation motion;

    ReaderHit pressed;
    QPoint pressPoint;
    QPoint lastPoint;
    bool pressing = false;
    bool dragging = false;
    internal::Unit unit = internal::Unit::Character;
    TextSpan unitOrigin;
    QTimer tripleClick;
    QTimer playSoon; ///< a click plays unless a second one follows at once
    qsizetype playOffset = -1;
    Qt::KeyboardModifiers playModifiers;
    QBasicTimer autoScroll;
    int hoveredStop = -1;
    std::size_t hoveredBlockTime = static_cast<std::size_t>(-1);
    std::optional<std::size_t> hoveredSentence;
    bool gutterHovered = false;
};

namespace internal {

/// For screen readers, which have to see what the view keeps.
struct Access
{
    [[nodiscard]] static ReaderView::State &state(ReaderView &view) { return *view.d; }
};

/// Draws all that is seen of a reader.
void paintReader(ReaderView::State &state, QPainter &painter, const QRect &clip);

void paintCard(const ReaderView::State &state, QPainter &painter, const NoteBox &box);
void paintFlag(const ReaderView::State &state, QPainter &painter, const NoteBox &box);

/// The words on the line that stands for hidden turns.
[[nodiscard]] QString foldText(int turns);

/// How high a note's card is.
[[nodiscard]] double cardHeight(const ReaderNote &note, double width);

} // namespace internal

} // namespace ui::transcript
