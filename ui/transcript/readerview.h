// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/thememanager.h"
#include "ui/transcript/followcontrol.h"
#include "ui/transcript/readerdocument.h"

#include <QAbstractScrollArea>

#include <memory>

class QAbstractAnimation;

namespace ui::transcript {

namespace internal {
struct Access;
}

/// A long text to read and listen to: show notes or a transcript.
///
/// Draws only what is seen, so that it opens at once however long the text is. Times and links are
/// walked with Tab; words are selected with mouse or keys; notes stand beside the text or as flags
/// in its edge. Knows nothing of players and notes: it shows values and says what is wished.
/// Positions are UTF-16 offsets of the document's text. Thread: main.
class ReaderView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit ReaderView(const theme::ThemeManager &themes, QWidget *parent = nullptr);
    ~ReaderView() override;

    void setDocument(ReaderDocument document);
    [[nodiscard]] const ReaderDocument &document() const;

    void setNotes(std::vector<ReaderNote> notes);

    /// Text size in pixels, 12 to 28; show notes are set one smaller.
    void setTextSize(int pixels);
    [[nodiscard]] int textSize() const;
    /// Family of the reading font; empty: the program's own.
    void setReadingFont(const QString &family);
    /// Speaker and time above the text even where there is room beside it.
    void setStacked(bool stacked);
    /// Whether a click on a word plays from there; else it puts the caret and Alt+click plays.
    void setClickPlays(bool on);

    /// Tints become lines, for listeners whose system asks for high contrast.
    void setHighContrast(bool on);
    /// Whether screen readers are told each sentence as it begins to be spoken. Off at first.
    void setAnnouncing(bool on);

    /// Only these speakers' turns, by their index in the document; empty: everybody's. Others fold
    /// into a line that opens on a click. A new document shows everybody.
    void setShownSpeakers(const std::vector<int> &speakers);
    /// Whether a place is in a turn that is folded away.
    [[nodiscard]] bool isFolded(qsizetype offset) const;

    /// The sentence and the word being spoken; empty spans for none.
    void setCurrentSentence(TextSpan sentence);
    void setCurrentWord(TextSpan word);
    [[nodiscard]] TextSpan currentSentence() const;
    [[nodiscard]] TextSpan currentWord() const;
    [[nodiscard]] FollowControl &follow();
    /// Brings the sentence being spoken back and follows it again.
    void returnToSentence();

    [[nodiscard]] TextSpan selection() const;
    [[nodiscard]] QString selectedText() const;
    [[nodiscard]] qsizetype caret() const;
    void select(TextSpan span);
    void selectAll();
    void clearSelection();
    /// Puts the selection on the clipboard as plain text, Markdown and HTML; folded turns are left
    /// out. \param withTimes  each paragraph with its speaker and time
    void copySelection(bool withTimes) const;
    /// The selection in viewport pixels; empty when there is none or it is not seen.
    [[nodiscard]] QRectF selectionRect() const;

    /// Found places, in order, and which of them is the one looked at (-1: none).
    void setMatches(std::vector<TextSpan> matches, int current);

    /// Scrolls until a place is seen; not at all when it is. Opens a fold it lies in.
    void ensureVisible(TextSpan span);
    /// Scrolls a place to a part of the height, 0 top to 1 bottom.
    void scrollTo(qsizetype offset, double part);
    /// The first character seen, to come back to with scrollTo(offset, 0).
    [[nodiscard]] qsizetype firstVisible() const;

    [[nodiscard]] ReaderHit hitTest(QPoint viewportPoint) const;
    /// Rectangles of a range in viewport pixels, as drawn.
    [[nodiscard]] std::vector<QRectF> rectsOf(TextSpan span) const;

    /// What Tab stands on; empty when nothing.
    [[nodiscard]] std::optional<TextSpan> focusedStop() const;
    /// Puts the focus ring on the next note or highlight. \returns false when there is none
    bool focusNote(bool forward);
    /// As hitTest(), for what the keyboard stands on: a time, link or note, else the caret.
    [[nodiscard]] ReaderHit hitAtFocus() const;

    /// The paragraph an offset lies in.
    [[nodiscard]] TextSpan blockAt(qsizetype offset) const;

    /// How many blocks were set in lines so far, for tests and measurements.
    [[nodiscard]] int layoutsMade() const;

    struct State;

signals:
    /// A time in the text was clicked, or Enter pressed on it.
    void timeActivated(const ui::transcript::TimeLink &time, Qt::KeyboardModifiers modifiers);
    /// A time in the gutter.
    void blockTimeActivated(app::timestamps::MediaTime time, Qt::KeyboardModifiers modifiers);
    void linkActivated(const QString &target);
    /// A word is to be played from: clicked, or Enter at the caret.
    void wordActivated(qsizetype offset, Qt::KeyboardModifiers modifiers);
    void noteActivated(const app::base::NoteId &note);
    /// A speaker's name was clicked.
    void speakerActivated(const QString &speaker, QPoint globalPosition);
    void bannerActivated(const QString &banner, const QString &action);
    void selectionChanged();
    /// A selection is complete: the mouse was let go, or the keys rest.
    void selectionFinished(bool byMouse);
    void scrolled();
    /// Screen readers are told of a sentence that begins to be spoken.
    void sentenceAnnounced(ui::transcript::TextSpan sentence);
    void contextMenuRequested(const ui::transcript::ReaderHit &hit, QPoint globalPosition);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    friend struct internal::Access;

    std::unique_ptr<State> d;
};

} // namespace ui::transcript
