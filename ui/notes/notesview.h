// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/notes/note.h"
#include "ui/models/noteindexmodel.h"
#include "ui/notes/codebook.h"
#include "ui/theme/thememanager.h"

#include <QWidget>

#include <optional>
#include <vector>

class QBoxLayout;
class QSplitter;
class QStackedWidget;

namespace ui::widgets {
class Banner;
class Button;
class ElidedLabel;
class EmptyState;
class IconButton;
} // namespace ui::widgets

namespace ui::notes {

class NotePage;

namespace internal {
class FilterBar;
class NoteRows;
class SelectionBar;
class TurnBar;
} // namespace internal

/// All notes: what narrows them, the list of them, and the one that is chosen beside it; in a
/// narrow window one after the other.
///
/// Keys in the list: Enter opens, Ctrl+Enter plays, F2 or E edits, Delete deletes, T stars, 1 to 5
/// colour, Ctrl+C or C copies; Left and Right fold a group. Thread: main.
class NotesView final : public QWidget
{
    Q_OBJECT

public:
    using Ids = std::vector<app::base::NoteId>;

    /// \param model  must outlive the view, like all the others
    NotesView(const theme::ThemeManager &themes,
              models::NoteIndexModel &model,
              const Codebook &codebook,
              const app::base::Clock &clock,
              QWidget *parent = nullptr);
    ~NotesView() override;

    /// Reads the notes, at the first call.
    void activate();

    [[nodiscard]] Ids chosen() const;
    /// Chooses a note and scrolls to it.
    void choose(const app::base::NoteId &id);

    [[nodiscard]] NotePage &page() const { return *m_page; }

    [[nodiscard]] QSplitter *splitter() const { return m_splitter; }

    /// Groups and order as words to keep: "tag newest".
    [[nodiscard]] QString order() const;
    /// What order() gave once; words that mean nothing leave things as they are.
    void setOrder(const QString &order);

    /// Whether the bin is shown instead of all other notes.
    [[nodiscard]] bool isBin() const { return m_query.inBin; }

    /// Asks whether notes of the bin are to go for good; dropConfirmed() is the answer.
    void askToDrop(const Ids &ids);

    void beginFilter();
    void focusList();
    /// Whether a narrow window shows one note, so that going back leads to the list.
    [[nodiscard]] bool isPageOnly() const;
    void closePage();

    /// While notes are played in turn: the which of how many; 0 when they are not.
    void setTurn(int position, int count);

signals:
    void playRequested(const app::notes::Note &note);
    void playInTurnRequested(const Ids &ids);
    void turnStepRequested(int by);
    void turnEndRequested();
    void tagsRequested(const Ids &ids, const QStringList &add, const QStringList &remove);
    void colorRequested(const Ids &ids, app::notes::Color color);
    void starRequested(const Ids &ids, bool starred);
    void deleteRequested(const Ids &ids);
    void restoreRequested(const Ids &ids);
    /// All of the bin is to go; it has to be asked first.
    void emptyBinRequested();
    /// Yes, these are to go for good.
    void dropConfirmed(const Ids &ids);
    /// These are carried off with the mouse.
    void dragRequested(const Ids &ids);
    void confirmRequested(const Ids &ids);
    void exportRequested(const Ids &ids);
    void copyRequested(const Ids &ids);
    /// Everything else that can be done with one.
    void menuRequested(const app::notes::Note &note, const QPoint &globalPosition);
    void namesRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QWidget *buildList();
    void buildHead(QBoxLayout &column);
    void connectParts();
    void connectList();
    void connectPage();
    void connectBars();
    void ask();
    void refresh();
    void refreshHead();
    void refreshEmpty();
    void refreshChosen();
    void makeCurrent(int row);
    void showCurrent();
    void showFailure(const app::base::Error &error);
    [[nodiscard]] static QString groupWords(app::library::NoteGroup group);
    void openOrder();
    void openMore();
    void openMenu(const QPoint &position);
    void openPage(bool edit);
    void setInBin(bool inBin);
    void arrange();
    [[nodiscard]] bool isNarrow() const;
    [[nodiscard]] std::optional<app::notes::Note> noteAt(const QModelIndex &index) const;

    const theme::ThemeManager &m_themes;
    models::NoteIndexModel &m_model;
    const Codebook &m_codebook;
    QSplitter *m_splitter;
    widgets::ElidedLabel *m_title;
    widgets::ElidedLabel *m_count;
    widgets::Button *m_leaveBin;
    widgets::Button *m_emptyBin;
    widgets::IconButton *m_playAll;
    widgets::Button *m_order;
    widgets::Button *m_export;
    widgets::IconButton *m_more;
    internal::FilterBar *m_filters;
    widgets::Banner *m_unsure;
    QStackedWidget *m_stack;
    internal::NoteRows *m_rows;
    widgets::EmptyState *m_empty;
    internal::SelectionBar *m_selection;
    internal::TurnBar *m_turn;
    QWidget *m_list;
    NotePage *m_page;
    app::library::NoteQuery m_query;
    app::base::NoteId m_current;
    bool m_active = false;
    bool m_pageOpen = false;
};

} // namespace ui::notes
