// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notespanel.h"

#include "ui/notes/codebook.h"
#include "ui/notes/internal/notelist.h"
#include "ui/notes/internal/spokennotes.h"
#include "ui/notes/notedelegate.h"
#include "ui/notes/notewords.h"
#include "ui/text/errortext.h"
#include "ui/text/timetext.h"
#include "ui/widgets/emptystate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui::notes {
namespace {

using app::notes::Note;

} // namespace

NotesPanel::NotesPanel(const theme::ThemeManager &themes,
                       models::NoteModel &model,
                       const Codebook &codebook,
                       QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_model(model)
    , m_codebook(codebook)
    , m_stack(new QStackedWidget(this))
    , m_delegate(new NoteDelegate(themes, this))
    , m_list(new internal::NoteList(*m_delegate, this))
    , m_empty(new widgets::EmptyState(themes, this))
{
    setObjectName(QStringLiteral("notesPanel"));
    m_list->setObjectName(QStringLiteral("notes"));
    m_list->setAccessibleName(tr("Notes"));
    auto *const spoken = new internal::SpokenNotes(this);
    spoken->setSourceModel(&model);
    m_list->setModel(spoken);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connectList();
    connect(&model, &models::NoteModel::loaded, this, &NotesPanel::refresh);
    connect(&model, &QAbstractItemModel::modelReset, this, &NotesPanel::refresh);
    connect(&model, &models::NoteModel::failed, this, &NotesPanel::showFailure);
    connect(&themes, &theme::ThemeManager::changed, this, qOverload<>(&QWidget::update));
    refresh();
}

NotesPanel::~NotesPanel()
{
    // The list must not look into the rows while both are taken apart.
    m_list->setModel(nullptr);
}

void NotesPanel::connectList()
{
    using internal::NoteList;
    connect(m_list, &NoteList::playRequested, this, [this](const QModelIndex &index) {
        emit playRequested(*m_model.noteAt(index.row()));
    });
    connect(m_list, &NoteList::editRequested, this, [this](const QModelIndex &index) {
        emit editRequested(*m_model.noteAt(index.row()));
    });
    connect(m_list, &NoteList::deleteRequested, this, [this](const QModelIndex &index) {
        emit deleteRequested(m_model.noteAt(index.row())->id);
    });
    connect(m_list, &NoteList::copyRequested, this, [this](const QModelIndex &index) {
        copy(*m_model.noteAt(index.row()));
    });
    connect(m_list, &NoteList::colorRequested, this, [this](const QModelIndex &index, int number) {
        emit colorRequested(m_model.noteAt(index.row())->id,
                            allColors[static_cast<std::size_t>(number)]);
    });
    connect(m_list, &QWidget::customContextMenuRequested, this, &NotesPanel::openMenu);
    connect(m_list->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex &index) {
                if (const Note *const note = m_model.noteAt(index.row());
                    note && note->id != m_current) {
                    m_current = note->id;
                    emit noteChosen(*note);
                }
            });
}

void NotesPanel::refresh()
{
    const bool empty = m_model.isLoaded() && m_model.rowCount() == 0;
    if (empty) {
        m_empty->setContent(QStringLiteral("note"),
                            tr("No notes yet."),
                            tr("Press M while listening, or select words in a transcript."));
    }
    m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_list);
    if (m_current.isValid()) {
        setCurrent(m_current);
    }
}

void NotesPanel::showFailure(const app::base::Error &error)
{
    if (m_model.rowCount() == 0) {
        m_empty->setContent(QStringLiteral("warning"),
                            tr("The notes could not be read."),
                            text::errorSentence(error));
        m_stack->setCurrentWidget(m_empty);
    }
}

std::optional<Note> NotesPanel::current() const
{
    const Note *const note = m_model.noteAt(m_list->currentIndex().row());
    return note ? std::optional(*note) : std::nullopt;
}

void NotesPanel::setCurrent(const app::base::NoteId &id)
{
    m_current = id;
    const auto row = m_model.rowOf(id);
    if (row && *row != m_list->currentIndex().row()) {
        m_list->setCurrentIndex(m_list->model()->index(*row, 0));
    }
}

void NotesPanel::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void NotesPanel::copy(const Note &note)
{
    QGuiApplication::clipboard()->setText(markdownQuote(note));
}

void NotesPanel::openMenu(const QPoint &position)
{
    // By the Menu key the position is anywhere; the current note is meant.
    QModelIndex index = m_list->indexAt(position);
    index = index.isValid() ? index : m_list->currentIndex();
    const Note *const found = m_model.noteAt(index.row());
    if (!found) {
        return;
    }
    auto *const menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("noteMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Note note = *found;
    const auto add = [menu, this](const QString &name, const QString &text, auto wish) {
        menu->addAction(text, this, wish)->setObjectName(name);
    };
    add(QStringLiteral("notePlay"),
        tr("Play from %1").arg(text::clockText(note.start)),
        [this, note] { emit playRequested(note); });
    add(QStringLiteral("noteEdit"), tr("Edit"), [this, note] { emit editRequested(note); });
    QMenu *const colors = menu->addMenu(tr("Colour"));
    for (const app::notes::Color color : allColors) {
        QAction *const action =
            colors->addAction(m_codebook.fullName(color), this, [this, note, color] {
                emit colorRequested(note.id, color);
            });
        action->setObjectName(QStringLiteral("color-") + app::notes::colorName(color));
        action->setCheckable(true);
        action->setChecked(color == note.color);
    }
    add(QStringLiteral("noteTags"), tr("Tags..."), [this, note] { emit tagsRequested(note); });
    add(QStringLiteral("noteCopy"), tr("Copy as Markdown quote"), [note] { copy(note); });
    if (note.end && note.episode.isValid()) {
        add(QStringLiteral("noteLoop"), tr("Repeat this passage"), [this, note] {
            emit loopRequested(note);
        });
        add(QStringLiteral("noteClip"), tr("Save a clip..."), [this, note] {
            emit clipRequested(note);
        });
    }
    menu->addSeparator();
    add(QStringLiteral("noteDelete"), tr("Delete"), [this, note] {
        emit deleteRequested(note.id);
    });
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void NotesPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_themes.current().reader);
}

} // namespace ui::notes
