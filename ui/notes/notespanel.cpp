// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notespanel.h"

#include "ui/notes/internal/notelist.h"
#include "ui/notes/internal/notelistmodel.h"
#include "ui/notes/notedelegate.h"
#include "ui/notes/notewords.h"
#include "ui/text/errortext.h"
#include "ui/text/timetext.h"
#include "ui/theme/metrics.h"
#include "ui/theme/typestyle.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/searchfield.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace ui::notes {
namespace {

using namespace std::chrono_literals;
using app::notes::Note;
namespace metrics = theme::metrics;

constexpr int filterWidth = 224;

} // namespace

NotesPanel::NotesPanel(const theme::ThemeManager &themes, models::NoteModel &model, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_model(model)
    , m_shown(std::make_unique<internal::NoteListModel>(model))
    , m_head(new QWidget(this))
    , m_title(new widgets::ElidedLabel(themes, theme::TextStyle::Section, {}, m_head))
    , m_filterField(new widgets::SearchField(themes, tr("Filter notes"), m_head))
    , m_stack(new QStackedWidget(this))
    , m_delegate(new NoteDelegate(themes, this))
    , m_list(new internal::NoteList(*m_delegate, this))
    , m_empty(new widgets::EmptyState(themes, this))
    , m_typing(new QTimer(this))
{
    setObjectName(QStringLiteral("notesPanel"));
    m_list->setObjectName(QStringLiteral("notes"));
    m_list->setAccessibleName(tr("Notes"));
    m_list->setModel(m_shown.get());
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    buildHead();
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_stack, 1);
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

void NotesPanel::buildHead()
{
    m_head->setObjectName(QStringLiteral("notesHead"));
    m_title->setObjectName(QStringLiteral("notesTitle"));
    m_filterField->setObjectName(QStringLiteral("notesFilter"));
    m_filterField->setFixedWidth(filterWidth);
    m_typing->setSingleShot(true);
    m_typing->setInterval(120ms);
    auto *const layout = new QHBoxLayout(m_head);
    layout->setContentsMargins(
        metrics::space16, metrics::space8, metrics::space12, metrics::space8);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_filterField);
    connect(m_filterField, &QLineEdit::textChanged, m_typing, qOverload<>(&QTimer::start));
    connect(m_filterField, &QLineEdit::returnPressed, this, &NotesPanel::focusList);
    connect(m_filterField, &widgets::SearchField::escaped, this, &NotesPanel::focusList);
    connect(m_typing, &QTimer::timeout, this, [this] {
        m_shown->setWords(m_filterField->text());
        refreshEmpty();
    });
}

void NotesPanel::connectList()
{
    using internal::NoteList;
    connect(m_list, &NoteList::playRequested, this, [this](const QModelIndex &index) {
        emit playRequested(*m_shown->noteAt(index));
    });
    connect(m_list, &NoteList::editRequested, this, [this](const QModelIndex &index) {
        emit editRequested(*m_shown->noteAt(index));
    });
    connect(m_list, &NoteList::deleteRequested, this, [this](const QModelIndex &index) {
        emit deleteRequested(m_shown->noteAt(index)->id);
    });
    connect(m_list, &NoteList::copyRequested, this, [this](const QModelIndex &index) {
        copy(*m_shown->noteAt(index));
    });
    connect(m_list, &NoteList::colorRequested, this, [this](const QModelIndex &index, int number) {
        emit colorRequested(m_shown->noteAt(index)->id,
                            allColors[static_cast<std::size_t>(number)]);
    });
    connect(m_list, &QWidget::customContextMenuRequested, this, &NotesPanel::openMenu);
    connect(m_list->selectionModel(),
            &QItemSelectionModel::currentChanged,
            this,
            [this](const QModelIndex &index) {
                if (const Note *const note = m_shown->noteAt(index);
                    note && note->id != m_current) {
                    m_current = note->id;
                    emit noteChosen(*note);
                }
            });
}

void NotesPanel::refresh()
{
    const bool all = m_shown->isGrouped();
    m_head->setVisible(all);
    if (!all && m_shown->hasWords()) {
        m_filterField->clear();
        m_shown->setWords({});
    }
    refreshEmpty();
    if (m_current.isValid()) {
        setCurrent(m_current);
    }
}

void NotesPanel::refreshEmpty()
{
    const int all = m_model.rowCount();
    const int shown = m_shown->rowCount();
    m_title->setText(m_shown->hasWords() ? tr("Notes: %1 of %2").arg(shown).arg(all)
                                         : tr("Notes", "head of the list of all notes"));
    const bool empty = m_model.isLoaded() && shown == 0;
    if (empty && all == 0) {
        m_empty->setContent(QStringLiteral("note"),
                            tr("No notes yet."),
                            tr("Press M while listening, or select words in a transcript."));
    } else if (empty) {
        m_empty->setContent(
            QStringLiteral("search"), tr("Nothing for “%1”.").arg(m_shown->words()), {});
    }
    m_stack->setCurrentWidget(empty ? static_cast<QWidget *>(m_empty) : m_list);
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
    const Note *const note = m_shown->noteAt(m_list->currentIndex());
    return note ? std::optional(*note) : std::nullopt;
}

void NotesPanel::setCurrent(const app::base::NoteId &id)
{
    m_current = id;
    const QModelIndex index = m_shown->indexOf(id);
    if (index.isValid() && index != m_list->currentIndex()) {
        m_list->setCurrentIndex(index);
    }
}

void NotesPanel::beginFilter()
{
    if (m_shown->isGrouped()) {
        m_filterField->setFocus(Qt::ShortcutFocusReason);
        m_filterField->selectAll();
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
    const Note *const found = m_shown->noteAt(index);
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
        QAction *const action = colors->addAction(
            colorWord(color), this, [this, note, color] { emit colorRequested(note.id, color); });
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
    if (m_head->isVisible()) {
        painter.fillRect(0, m_head->height() - 1, width(), 1, m_themes.current().line);
    }
}

} // namespace ui::notes
