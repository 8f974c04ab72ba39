// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"
#include "ui/transcript/readerview.h"
#include "ui/widgets/banner.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QMenu;
class QStackedWidget;

namespace ui::widgets {
class Button;
class EmptyState;
class SkeletonView;
} // namespace ui::widgets

namespace ui::transcript {

class FindBar;
class SelectionStrip;

/// Words the listener has selected, and when they are spoken where that is known.
struct SelectedText
{
    TextSpan span; ///< UTF-16 units of the text shown
    QString text;
    std::optional<TimeRange> time;
    QString speaker;
};

/// A reader with what belongs to it: the strip beside selected words, the find bar, and what is
/// shown in place of a text. Base of the transcript and the show notes.
class ReaderPane : public QWidget
{
    Q_OBJECT

public:
    ~ReaderPane() override;

    [[nodiscard]] ReaderView &reader() { return *m_reader; }

    [[nodiscard]] const ReaderView &reader() const { return *m_reader; }

    [[nodiscard]] SelectionStrip &strip() { return *m_strip; }

    [[nodiscard]] FindBar &findBar() { return *m_find; }

    /// The listener's notes on this text; those without a place in it are left out.
    /// \param notes  offsets are found again by their quotes where the text has changed
    void setNotes(const QList<app::notes::Note> &notes);

    /// What the five colours are called, in their order; an empty one keeps its own name.
    void setColorNames(const std::array<QString, 5> &names);

    /// What is selected; empty span when nothing is.
    [[nodiscard]] SelectedText selected() const;

    /// The same for any stretch of the text.
    [[nodiscard]] SelectedText textIn(TextSpan span) const;

    /// What can be done with the words or the link at a place: the strip's wishes, copying with and
    /// without times and names, finding, and what the text's kind adds. For windows that make a
    /// menu of their own on contextMenuRequested(); while nobody listens to that, the pane opens
    /// one.
    void addTextActions(QMenu &menu, const ReaderHit &hit);

    /// Bars and grey lines in place of the text, from 200 ms on.
    void showLoading(const QString &text);
    /// An icon and a sentence in place of the text.
    void showMessage(const QString &icon,
                     const QString &title,
                     const QString &text,
                     const QList<widgets::MessageAction> &actions = {});
    /// Back to the text.
    void showText();
    /// Whether a text is shown, not a message.
    [[nodiscard]] bool hasText() const;

public slots:
    void find();
    void findNext();
    void findPrevious();
    /// What the strip's buttons do, for the window's commands. Without a selection: nothing.
    void highlight();
    void highlightIn(app::notes::Color color);
    void note();
    void copyWithTime();
    /// On the clipboard at once, with the speaker and time of each paragraph.
    void copyWithTimes();
    /// These two need times: without them, nothing.
    void clip();
    void loop();

signals:
    void highlightRequested(const ui::transcript::SelectedText &selected, app::notes::Color color);
    void noteRequested(const ui::transcript::SelectedText &selected);
    void copyWithTimeRequested(const ui::transcript::SelectedText &selected);
    void clipRequested(const ui::transcript::TimeRange &range);
    void loopRequested(const ui::transcript::TimeRange &range);
    void noteActivated(const app::base::NoteId &note);
    void openLinkRequested(const QUrl &url);
    /// A button of a message shown in place of the text.
    void messageActionTriggered(const QString &id);
    /// \param hit  what lies under the mouse, or under the keyboard's focus or caret
    void contextMenuRequested(const ui::transcript::ReaderHit &hit, QPoint globalPosition);

protected:
    ReaderPane(const theme::ThemeManager &themes, app::notes::QuoteSource source, QWidget *parent);

    [[nodiscard]] const theme::ThemeManager &themes() const { return m_themes; }

    void setDocument(ReaderDocument document);
    /// When the characters of a range are spoken.
    [[nodiscard]] virtual std::optional<TimeRange> timeOf(TextSpan span) const = 0;
    /// A moment's place in the text, -1 when it has none.
    [[nodiscard]] virtual qsizetype offsetOf(MediaTime time) const = 0;

    /// Adds to the menu what only this kind of text can do.
    virtual void addMoreActions(QMenu &, const ReaderHit &) {}

    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onSelectionFinished(bool byMouse);
    void showStrip();
    void openContextMenu(const ReaderHit &hit, QPoint globalPosition);
    void addColors(QMenu &menu);
    void openLink(const QString &target);
    void refreshNotes();

    const theme::ThemeManager &m_themes;
    app::notes::QuoteSource m_source;
    QStackedWidget *m_pages;
    QWidget *m_textPage;
    ReaderView *m_reader;
    FindBar *m_find;
    SelectionStrip *m_strip;
    widgets::EmptyState *m_empty;
    widgets::SkeletonView *m_skeleton;
    QTimer m_stripSoon;
    QList<app::notes::Note> m_notes;
};

} // namespace ui::transcript
