// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"
#include "app/notes/tagcompletion.h"
#include "app/timestamps/mediatime.h"
#include "ui/theme/thememanager.h"

#include <QStringList>
#include <QWidget>

#include <optional>
#include <vector>

class QPlainTextEdit;

namespace ui::widgets {
class Button;
class ElidedLabel;
class SearchField;
} // namespace ui::widgets

namespace ui::notes {

class Codebook;

namespace internal {
class ColorDots;
class TagCompletion;
class TextBox;
} // namespace internal

/// The card a note is written in; stands in the reader, not a dialog.
///
/// Ctrl+Enter and Esc save; a card left with nothing in it, or as it was, is dismissed instead.
/// While it is being saved nothing can be typed, and when saving fails all words stay.
/// Ctrl+B, Ctrl+I and Ctrl+L mark the selection in Markdown. Thread: main.
class NoteEditor final : public QWidget
{
    Q_OBJECT

public:
    /// What the card begins with.
    struct Draft
    {
        app::timestamps::MediaTime start;
        std::optional<app::timestamps::MediaTime> end;
        QString quote; ///< empty when the note is about a moment
        QString text;
        QStringList tags; ///< those that stand in the text are not shown again in their field
        app::notes::Color color = app::notes::Color::Yellow;
        bool isNew = true; ///< there is no such note yet, so that an empty one vanishes
    };

    explicit NoteEditor(const theme::ThemeManager &themes, QWidget *parent = nullptr);

    /// A draft to edit a note that is there.
    [[nodiscard]] static Draft draftOf(const app::notes::Note &note);

    /// Shows a draft in place of the one before; not busy, no error.
    void begin(const Draft &draft);

    /// Another place, after timeMoveRequested().
    void setTime(app::timestamps::MediaTime start, std::optional<app::timestamps::MediaTime> end);
    /// Those proposed while tags are typed, in their field or behind "#" in the text.
    void setKnownTags(const std::vector<app::notes::UsedTag> &tags);
    void setCodebook(const Codebook &codebook);

    /// While it is being saved.
    void setBusy(bool busy);
    /// Why it could not be saved, one sentence; empty shows none. Ends being busy.
    void setError(const QString &sentence);

    [[nodiscard]] QString text() const;
    /// Those of the field, then those written in the text; cleaned, each once.
    [[nodiscard]] QStringList tags() const;
    [[nodiscard]] app::notes::Color color() const;
    /// Neither text nor tags.
    [[nodiscard]] bool isEmpty() const;
    /// Whether anything differs from what it began with.
    [[nodiscard]] bool isChanged() const;

    void focusText();
    void focusTags();

    [[nodiscard]] QSize sizeHint() const override;

signals:
    void saveRequested(const QString &text, const QStringList &tags, app::notes::Color color);
    /// Nothing is to be saved; the card can go.
    void dismissed();
    /// \param step  -1 to the sentence (or second) before, +1 to the one after
    void timeMoveRequested(int step);
    /// The first change since begin(): the time of the note, and when to pause the sound.
    void writingStarted();
    /// Any change, for the journal.
    void edited();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void connectFields();
    [[nodiscard]] bool handleKey(const QKeyEvent &event, bool act);
    void save();
    void leave();
    void onEdited();
    void refreshTime();

    const theme::ThemeManager &m_themes;
    Draft m_draft;
    QString m_firstTags; ///< the tags field as it began
    bool m_busy = false;
    bool m_writing = false;
    bool m_beginning = false;
    widgets::ElidedLabel *m_time;
    widgets::ElidedLabel *m_quote;
    internal::TextBox *m_text;
    widgets::SearchField *m_tags;
    internal::TagCompletion *m_completion;
    internal::TagCompletion *m_textCompletion;
    internal::ColorDots *m_colors;
    widgets::ElidedLabel *m_error;
    widgets::Button *m_cancel;
    widgets::Button *m_save;
};

} // namespace ui::notes
