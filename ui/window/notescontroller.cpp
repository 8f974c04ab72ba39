// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/notescontroller.h"

#include "app/exports/citation.h"
#include "app/exports/deeplink.h"
#include "app/session/listening.h"
#include "app/work/comeback.h"
#include "ui/notes/notepage.h"
#include "ui/notes/notewords.h"
#include "ui/text/timetext.h"
#include "ui/window/clipcontroller.h"
#include "ui/window/messages.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

namespace ui::window {
namespace {

using app::base::NoteId;
using app::base::Result;
using app::notes::Note;
using app::session::NoteEdit;
using notes::NotePage;
using notes::NotesView;

/// The words with who said them where, and the address of the place.
QString wordsWithTime(const Note &note)
{
    const QString words = note.anchor.quote.isEmpty() ? note.text : note.anchor.quote;
    QStringList source;
    if (!note.anchor.speaker.isEmpty()) {
        source += note.anchor.speaker;
    }
    source += note.episodeRef.episodeTitle.simplified();
    source += text::clockText(note.start);
    return QStringLiteral("“%1” (%2)\n%3")
        .arg(words.simplified(), source.join(QStringLiteral(", ")), app::exports::deepLink(note));
}

} // namespace

NotesController::NotesController(app::session::Session &session,
                                 NotesView &view,
                                 Messages &messages,
                                 ClipController &clips)
    : m_session(session)
    , m_view(view)
    , m_messages(messages)
    , m_clips(clips)
    , m_turns(session)
{
    connectView();
    connectPage();
    connect(&m_turns, &NoteTurns::turnChanged, this, [this](int position, int count, auto id) {
        m_view.setTurn(position, count);
        if (id.isValid()) {
            m_view.choose(id);
        }
    });
    connect(&m_turns, &NoteTurns::done, this, [this](int skipped) {
        if (skipped > 0) {
            m_messages.say(tr("%n note(s) left out: their episodes are no longer in the library.",
                              nullptr,
                              skipped));
        }
    });
}

void NotesController::connectView()
{
    connect(&m_view, &NotesView::playRequested, this, &NotesController::play);
    connect(&m_view, &NotesView::playInTurnRequested, &m_turns, &NoteTurns::start);
    connect(&m_view, &NotesView::turnStepRequested, &m_turns, &NoteTurns::step);
    connect(&m_view, &NotesView::turnEndRequested, &m_turns, &NoteTurns::stop);
    connect(&m_view,
            &NotesView::tagsRequested,
            this,
            [this](const Ids &ids, const QStringList &add, const QStringList &remove) {
                NoteEdit wish;
                wish.addTags = add;
                wish.removeTags = remove;
                edit(ids, wish);
            });
    connect(&m_view, &NotesView::colorRequested, this, [this](const Ids &ids, auto color) {
        edit(ids, {.color = color});
    });
    connect(&m_view, &NotesView::starRequested, this, [this](const Ids &ids, bool starred) {
        edit(ids, {.starred = starred});
    });
    connect(&m_view, &NotesView::deleteRequested, this, [this](const Ids &ids) {
        report(m_session.notebook().removeMany(ids));
    });
    connect(&m_view, &NotesView::restoreRequested, this, [this](const Ids &ids) {
        report(m_session.notebook().restoreMany(ids));
    });
    connect(&m_view, &NotesView::confirmRequested, this, [this](const Ids &ids) {
        report(m_session.notebook().confirmAnchor(ids));
    });
    connect(&m_view, &NotesView::exportRequested, this, &NotesController::exportWanted);
    connect(&m_view, &NotesView::copyRequested, this, &NotesController::copy);
    connect(&m_view, &NotesView::menuRequested, this, &NotesController::openMenu);
    connect(&m_view, &NotesView::namesRequested, this, &NotesController::namesWanted);
}

void NotesController::connectPage()
{
    NotePage &page = m_view.page();
    connect(&page, &NotePage::saveRequested, this, &NotesController::save);
    connect(&page, &NotePage::transcriptRequested, this, &NotesController::transcriptWanted);
    connect(&page, &NotePage::copyCitationRequested, this, [this](const Note &note) {
        QGuiApplication::clipboard()->setText(
            app::exports::quoteWithCitation(note, app::exports::CitationStyle::Apa));
        m_messages.say(tr("Copied."));
    });
    connect(&page, &NotePage::copyTimeRequested, this, [this](const Note &note) {
        QGuiApplication::clipboard()->setText(wordsWithTime(note));
        m_messages.say(tr("Copied."));
    });
}

void NotesController::play(const Note &note)
{
    if (!note.episode.isValid()) {
        m_messages.say(tr("The episode of this note is no longer in the library."));
        return;
    }
    m_turns.stop();
    m_session.listening().jumpTo(note.episode, note.start);
}

void NotesController::save(const NoteId &id, const QString &text, const QStringList &tags)
{
    NoteEdit wish;
    wish.text = text;
    wish.tags = tags;
    app::work::comeBack(
        m_session.notebook().edit(id, wish), this, [this, id](const Result<Note> &note) {
            if (note) {
                m_view.page().saved(*note);
            } else {
                m_view.page().saveFailed(id,
                                         text::failureText(text::Attempt::SaveNote, note.error()));
            }
        });
}

void NotesController::edit(const Ids &ids, const NoteEdit &edit)
{
    report(m_session.notebook().editMany(ids, edit));
}

void NotesController::report(const QFuture<Result<Notes>> &done)
{
    app::work::comeBack(done, this, [this](const Result<Notes> &notes) {
        if (!notes) {
            m_messages.sayFailure(text::Attempt::SaveNote, notes.error());
        }
    });
}

void NotesController::deleteChosen()
{
    if (const Ids ids = m_view.chosen(); !ids.empty()) {
        report(m_session.notebook().removeMany(ids));
    }
}

void NotesController::copy(const Ids &ids)
{
    app::work::comeBack(m_session.notebook().load(ids), this, [this](const Result<Notes> &notes) {
        if (!notes || notes->empty()) {
            return;
        }
        QStringList words;
        for (const Note &note : *notes) {
            words += notes::markdownQuote(note);
        }
        QGuiApplication::clipboard()->setText(words.join(QLatin1Char('\n')));
        m_messages.say(tr("%n note(s) copied.", nullptr, static_cast<int>(notes->size())));
    });
}

void NotesController::openMenu(const Note &note, const QPoint &position)
{
    auto *const menu = new QMenu(&m_view);
    menu->setObjectName(QStringLiteral("noteMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Ids ids{note.id};
    if (note.deleted) {
        menu->addAction(
            tr("Restore"), this, [this, ids] { report(m_session.notebook().restoreMany(ids)); });
        menu->popup(position);
        return;
    }
    if (note.episode.isValid()) {
        menu->addAction(tr("Play from %1").arg(text::clockText(note.start)), this, [this, note] {
            play(note);
        });
        menu->addAction(
            tr("Show in transcript"), this, [this, note] { emit transcriptWanted(note); });
    }
    if (note.end && note.episode.isValid()) {
        menu->addAction(tr("Repeat this passage"), this, [this, note] { m_clips.repeat(note); });
        menu->addAction(tr("Save a clip..."), this, [this, note] { m_clips.save(note); });
    }
    menu->addSeparator();
    menu->addAction(tr("Copy as Markdown quote"), this, [this, ids] { copy(ids); });
    menu->addAction(tr("Copy link"), this, [this, note] {
        QGuiApplication::clipboard()->setText(app::exports::deepLink(note));
        m_messages.say(tr("Copied."));
    });
    menu->addAction(tr("Export…"), this, [this, ids] { emit exportWanted(ids); });
    menu->addSeparator();
    menu->addAction(
        tr("Delete"), this, [this, ids] { report(m_session.notebook().removeMany(ids)); });
    menu->popup(position);
}

} // namespace ui::window
