// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"
#include "app/notes/tagcompletion.h"
#include "ui/notes/codebook.h"
#include "ui/theme/thememanager.h"

#include <QWidget>

#include <optional>
#include <vector>

class QStackedWidget;
class QTimer;
class QVBoxLayout;

namespace ui::widgets {
class Banner;
class Button;
class ElidedLabel;
class EmptyState;
class IconButton;
class SearchField;
} // namespace ui::widgets

namespace ui::notes {

namespace internal {
class ColorDots;
class QuoteView;
class RangeEditor;
class TagCompletion;
class TextBox;
} // namespace internal

/// One note beside the list: its words between those around them, and everything of it that can be
/// changed, which is saved while one types. Thread: main.
class NotePage final : public QWidget
{
    Q_OBJECT

public:
    NotePage(const theme::ThemeManager &themes,
             const Codebook &codebook,
             QWidget *parent = nullptr);

    /// Shows a note; what was typed in the one before is asked to be saved first. The same note
    /// again, changed elsewhere: what is being typed stays.
    void show(const app::notes::Note &note);
    /// Nothing is chosen, or several are.
    void clear(int chosen);

    [[nodiscard]] const std::optional<app::notes::Note> &note() const { return m_note; }

    void setKnownTags(const std::vector<app::notes::UsedTag> &tags);

    /// Asks for what is typed to be saved now.
    void flush();
    /// The answer to saveRequested(): the note as it is now.
    void saved(const app::notes::Note &note);
    /// Why it could not be saved, a sentence; what is typed stays.
    void saveFailed(const app::base::NoteId &id, const QString &sentence);

    void focusText();
    void focusTags();

    /// Shows a button that leads back to the list, in a narrow window.
    void setBackShown(bool shown);

signals:
    void saveRequested(const app::base::NoteId &id, const QString &text, const QStringList &tags);
    void colorRequested(const app::base::NoteId &id, app::notes::Color color);
    void starRequested(const app::base::NoteId &id, bool starred);
    void playRequested(const app::notes::Note &note);
    void transcriptRequested(const app::notes::Note &note);
    void deleteRequested(const app::base::NoteId &id);
    void restoreRequested(const app::base::NoteId &id);
    /// For good; only from the bin. It has to be asked first.
    void dropRequested(const app::base::NoteId &id);
    /// Another start and end; without an end it is a moment.
    void rangeRequested(const app::base::NoteId &id,
                        app::timestamps::MediaTime start,
                        const std::optional<app::timestamps::MediaTime> &end);
    /// To be heard from its start to its end, and no further: with a range that is not kept yet.
    void rangePlayRequested(const app::notes::Note &note);
    /// Its place is where it belongs.
    void confirmRequested(const app::base::NoteId &id);
    void copyCitationRequested(const app::notes::Note &note);
    void copyTimeRequested(const app::notes::Note &note);
    void menuRequested(const app::notes::Note &note, const QPoint &globalPosition);
    void backRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildActions(QVBoxLayout &column);
    void buildPlace(QVBoxLayout &column);
    void buildFields(QVBoxLayout &column);
    void buildFoot(QVBoxLayout &column);
    void connectParts();
    void connectActions();
    void connectRange();
    void setRangeShown(bool shown);
    void addField(QVBoxLayout &column, const QString &name, const QList<QWidget *> &parts);
    void fill();
    void refresh();
    void refreshNotice();
    void typed();
    void setStatus(const QString &words, bool failed = false);
    [[nodiscard]] bool isTyped() const;
    [[nodiscard]] QStringList typedTags() const;

    const theme::ThemeManager &m_themes;
    const Codebook &m_codebook;
    std::optional<app::notes::Note> m_note;
    QString m_text;         ///< as last saved or shown
    QString m_tags;         ///< their field, likewise
    int m_saving = 0;       ///< requests without an answer
    bool m_unsaved = false; ///< saving failed
    bool m_filling = false;
    QTimer *m_typing;
    QStackedWidget *m_stack;
    widgets::EmptyState *m_empty;
    QWidget *m_content;
    widgets::IconButton *m_back;
    widgets::Button *m_play;
    widgets::Button *m_transcript;
    widgets::IconButton *m_star;
    widgets::IconButton *m_delete;
    widgets::IconButton *m_more;
    widgets::Banner *m_notice;
    internal::QuoteView *m_quote;
    widgets::ElidedLabel *m_speaker;
    widgets::Button *m_adjust;
    internal::RangeEditor *m_range;
    internal::TextBox *m_edit;
    internal::ColorDots *m_colors;
    widgets::ElidedLabel *m_colorName;
    widgets::SearchField *m_tagField;
    internal::TagCompletion *m_completion;
    internal::TagCompletion *m_textCompletion;
    widgets::ElidedLabel *m_source;
    widgets::ElidedLabel *m_made;
    widgets::Button *m_copyCitation;
    widgets::Button *m_copyTime;
    widgets::ElidedLabel *m_status;
};

} // namespace ui::notes
