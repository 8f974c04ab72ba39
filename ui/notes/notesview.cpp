// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notesview.h"

#include "ui/notes/internal/dropdialog.h"
#include "ui/notes/internal/filterbar.h"
#include "ui/notes/internal/noterows.h"
#include "ui/notes/internal/selectionbar.h"
#include "ui/notes/internal/turnbar.h"
#include "ui/notes/notepage.h"
#include "ui/notes/notewords.h"
#include "ui/text/errortext.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/iconbutton.h"

#include <QLocale>
#include <QPainter>
#include <QSet>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace ui::notes {
namespace {

using app::base::NoteId;
using app::notes::AnchorState;
using app::notes::Note;
using models::NoteIndexModel;
namespace metrics = theme::metrics;

/// Below, the list and the chosen note take turns.
constexpr int besideFrom = 760;
/// Below, the head of the bin has room for icons only.
constexpr int wordsFrom = 1000;

} // namespace

NotesView::~NotesView()
{
    // The list must not look into the rows while both are taken apart.
    m_rows->setModel(nullptr);
}

void NotesView::activate()
{
    if (!std::exchange(m_active, true)) {
        ask();
    }
}

void NotesView::ask()
{
    m_filters->narrow(m_query);
    m_model.setQuery(m_query);
    refreshHead();
}

void NotesView::refresh()
{
    m_filters->setFacets(m_model.facets());
    m_selection->setKnownTags(m_model.facets().tags);
    m_page->setKnownTags(m_model.facets().tags);
    refreshHead();
    refreshEmpty();
    const bool lost = m_current.isValid() && !m_rows->currentIndex().isValid();
    if (lost) {
        choose(m_current);
    }
    // Something to read at once; the narrow view begins with the list.
    const bool none = !m_rows->currentIndex().isValid();
    if (none && !isNarrow() && m_model.noteCount() > 0) {
        const int first = m_model.isHead(0) && m_model.rowCount() > 1 ? 1 : 0;
        makeCurrent(first);
    }
    refreshChosen();
}

void NotesView::refreshHead()
{
    const app::library::NoteFacets &facets = m_model.facets();
    const int shown = m_model.noteCount();
    const int all = m_query.inBin ? facets.bin : facets.all;
    const QLocale locale;
    m_title->setText(m_query.inBin ? tr("Bin", "deleted notes")
                                   : tr("Notes", "head of the list of all notes"));
    m_count->setText(!m_model.isLoaded() ? QString()
                     : shown == all      ? locale.toString(all)
                                         : tr("%1 of %2", "so many notes are shown, of so many")
                                          .arg(locale.toString(shown), locale.toString(all)));
    m_leaveBin->setVisible(m_query.inBin);
    m_leaveBin->setText(width() < wordsFrom ? QString() : m_leaveBin->accessibleName());
    m_leaveBin->updateGeometry();
    m_emptyBin->setVisible(m_query.inBin);
    m_emptyBin->setEnabled(facets.bin > 0);
    m_order->setText(width() < besideFrom || m_query.inBin ? QString() : groupWords(m_query.group));
    m_order->setAccessibleName(tr("Groups and order: %1").arg(groupWords(m_query.group)));
    m_order->setHint(m_order->accessibleName());
    m_order->updateGeometry();
    m_export->setText(tr("Export %n…", nullptr, shown));
    m_export->setAccessibleName(tr("Export %n note(s)…", nullptr, shown));
    m_export->setHint(m_export->accessibleName());
    m_export->setEnabled(shown > 0);
    m_export->setVisible(!m_query.inBin);
    m_export->updateGeometry();
    m_playAll->setEnabled(shown > 0);
    m_playAll->setVisible(!m_query.inBin);
    const int unsure = facets.states[static_cast<std::size_t>(AnchorState::Approximate)];
    const bool ask = unsure > 0 && !m_query.inBin && !m_filters->isNarrowing();
    if (ask) {
        m_unsure->setText(
            {}, tr("The words of %n note(s) have changed since. Please check.", nullptr, unsure));
    }
    m_unsure->parentWidget()->setVisible(ask);
}

void NotesView::refreshEmpty()
{
    const bool empty = m_model.isLoaded() && m_model.rowCount() == 0;
    const QString words = m_filters->words();
    if (empty && m_query.inBin && !m_filters->isNarrowing()) {
        m_empty->setContent(QStringLiteral("trash"),
                            tr("The bin is empty."),
                            tr("Deleted notes stay here for 30 days."));
    } else if (empty && m_filters->isNarrowing()) {
        m_empty->setContent(QStringLiteral("search"),
                            words.isEmpty() ? tr("No note is like that.")
                                            : tr("Nothing for “%1”.").arg(words),
                            {},
                            {{QStringLiteral("clear"), tr("Clear filters")}});
    } else if (empty) {
        m_empty->setContent(QStringLiteral("note"),
                            tr("No notes yet."),
                            tr("Press M while listening, or select words in a transcript."));
    }
    m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_rows);
}

void NotesView::showFailure(const app::base::Error &error)
{
    if (m_model.rowCount() == 0) {
        m_empty->setContent(QStringLiteral("warning"),
                            tr("The notes could not be read."),
                            text::errorSentence(error),
                            {{QStringLiteral("again"), tr("Try again")}});
        m_stack->setCurrentWidget(m_empty);
    }
}

NotesView::Ids NotesView::chosen() const
{
    QItemSelection ranges = m_rows->selectionModel()->selection();
    std::sort(ranges.begin(), ranges.end(), [](const auto &a, const auto &b) {
        return a.top() < b.top();
    });
    // A note stands in the group of each of its tags.
    QSet<NoteId> seen;
    seen.reserve(ranges.size() > 1 ? m_model.noteCount() : 0);
    Ids ids;
    for (const QItemSelectionRange &range : ranges) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const NoteId id = m_model.idAt(row);
            if (const auto before = seen.size(); id.isValid()) {
                seen.insert(id);
                if (seen.size() > before) {
                    ids.push_back(id);
                }
            }
        }
    }
    return ids;
}

std::optional<Note> NotesView::noteAt(const QModelIndex &index) const
{
    const Note *const note = m_model.noteAt(index.row());
    return note ? std::optional(*note) : std::nullopt;
}

void NotesView::choose(const NoteId &id)
{
    m_current = id;
    m_model.pin(id);
    if (const auto row = m_model.rowOf(id)) {
        if (m_rows->currentIndex().row() != *row) {
            makeCurrent(*row);
        }
    }
}

void NotesView::makeCurrent(int row)
{
    // Whatever keys are held at the moment.
    const QModelIndex index = m_rows->model()->index(row, 0);
    m_rows->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    m_rows->scrollTo(index);
}

void NotesView::refreshChosen()
{
    const Ids ids = chosen();
    const auto count = static_cast<int>(ids.size());
    m_selection->setCount(count, m_query.inBin);
    m_selection->setVisible(count > 1);
    if (count == 1) {
        m_current = ids.front();
        m_model.pin(m_current);
        showCurrent();
    } else if (count > 1) {
        m_page->clear(count);
    } else if (!m_page->note() || !m_model.rowOf(m_page->note()->id)) {
        m_page->clear(0);
    }
}

void NotesView::showCurrent()
{
    if (const auto row = m_model.rowOf(m_current)) {
        if (const Note *const note = m_model.noteAt(*row)) {
            m_page->show(*note);
        }
    }
}

void NotesView::setInBin(bool inBin)
{
    m_query.inBin = inBin;
    m_current = {};
    m_rows->clearSelection();
    m_rows->setCurrentIndex({});
    m_page->clear(0);
    closePage();
    ask();
}

void NotesView::askToDrop(const Ids &ids)
{
    if (ids.empty()) {
        return;
    }
    auto *const dialog = new internal::DropDialog(m_themes, static_cast<int>(ids.size()), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, ids] { emit dropConfirmed(ids); });
    dialog->open();
}

void NotesView::beginFilter()
{
    closePage();
    m_filters->focusField();
}

void NotesView::focusList()
{
    m_rows->setFocus(Qt::ShortcutFocusReason);
    if (!m_rows->currentIndex().isValid() && m_model.rowCount() > 0) {
        makeCurrent(m_model.isHead(0) ? 1 : 0);
    }
}

bool NotesView::isNarrow() const
{
    return width() < besideFrom;
}

bool NotesView::isPageOnly() const
{
    return isNarrow() && m_pageOpen;
}

void NotesView::openPage(bool edit)
{
    m_pageOpen = true;
    arrange();
    if (edit || isNarrow()) {
        m_page->focusText();
    }
}

void NotesView::closePage()
{
    m_pageOpen = false;
    arrange();
}

void NotesView::arrange()
{
    const bool narrow = isNarrow();
    m_list->setVisible(!narrow || !m_pageOpen);
    m_page->setVisible(!narrow || m_pageOpen);
    m_page->setBackShown(narrow);
}

void NotesView::setTurn(int position, int count)
{
    m_turn->setTurn(position, count);
}

void NotesView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
    refreshHead();
}

void NotesView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_themes.current().reader);
}

} // namespace ui::notes
