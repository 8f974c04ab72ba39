// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/notescontroller.h"

#include "app/exports/citation.h"
#include "app/exports/deeplink.h"
#include "app/library/notequery.h"
#include "app/session/anchorkeeper.h"
#include "app/session/listening.h"
#include "app/work/comeback.h"
#include "ui/notes/notepage.h"
#include "ui/notes/notewords.h"
#include "ui/text/timetext.h"
#include "ui/window/clipcontroller.h"
#include "ui/window/messages.h"

#include <QClipboard>
#include <QDrag>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>

#include <algorithm>

namespace ui::window {
namespace {

using app::base::NoteId;
using app::base::Result;
using app::notes::AnchoringRecord;
using app::notes::Note;
using app::session::NoteEdit;
using app::timestamps::MediaTime;
using notes::NotePage;
using notes::NotesView;

/// More are better exported.
constexpr std::size_t mostDragged = 500;

/// Whether a note stands where it was last put, so that this can be taken back.
bool canGoBack(const Note &note, const std::vector<AnchoringRecord> &history)
{
    const auto last = std::find_if(history.rbegin(),
                                   history.rend(),
                                   [](const AnchoringRecord &record) { return !record.undone; });
    return last != history.rend() && last->after.anchor == note.anchor
           && last->after.start == note.start && last->after.end == note.end;
}

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
    connect(&m_view, &NotesView::emptyBinRequested, this, &NotesController::emptyBin);
    connect(&m_view, &NotesView::dropConfirmed, this, &NotesController::drop);
    connect(&m_view, &NotesView::dragRequested, this, &NotesController::drag);
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
    connect(&page, &NotePage::rangePlayRequested, &m_turns, &NoteTurns::playOnce);
    connect(&page,
            &NotePage::rangeRequested,
            this,
            [this](const NoteId &id, MediaTime start, const std::optional<MediaTime> &end) {
                app::work::comeBack(m_session.notebook().adjust(id, start, end),
                                    this,
                                    [this](const Result<Note> &note) {
                                        if (!note) {
                                            m_messages.sayFailure(text::Attempt::SaveNote,
                                                                  note.error());
                                        }
                                    });
            });
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
    const Ids ids = m_view.chosen();
    if (m_view.isBin()) {
        m_view.askToDrop(ids);
    } else if (!ids.empty()) {
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

void NotesController::emptyBin()
{
    // What is asked about is what goes, whatever is deleted meanwhile.
    app::library::NoteQuery all;
    all.inBin = true;
    app::work::comeBack(m_session.notebook().index(all),
                        this,
                        [this](const Result<app::library::NoteIndex> &found) {
                            if (!found) {
                                m_messages.sayFailure(text::Attempt::SaveNote, found.error());
                                return;
                            }
                            Ids ids;
                            for (const app::library::NoteIndexLine &line : found->lines) {
                                ids.push_back(line.id);
                            }
                            m_view.askToDrop(ids);
                        });
}

void NotesController::drop(const Ids &ids)
{
    app::work::comeBack(
        m_session.notebook().emptyBin(ids), this, [this](const Result<int> &dropped) {
            if (dropped) {
                m_messages.say(tr("%n note(s) deleted for good.", nullptr, *dropped));
            } else {
                m_messages.sayFailure(text::Attempt::SaveNote, dropped.error());
            }
        });
}

std::unique_ptr<QMimeData> NotesController::mimeData(const Notes &notes)
{
    QStringList plain;
    QStringList markdown;
    for (const Note &note : notes) {
        plain += app::exports::quoteWithCitation(note, app::exports::CitationStyle::Apa);
        markdown += notes::markdownQuote(note);
    }
    auto data = std::make_unique<QMimeData>();
    data->setText(plain.join(QLatin1String("\n\n")));
    data->setData(QStringLiteral("text/markdown"), markdown.join(u'\n').toUtf8());
    return data;
}

void NotesController::drag(const Ids &ids)
{
    if (ids.size() > mostDragged) {
        m_messages.say(tr("These are too many to carry off. Export them instead."));
        return;
    }
    app::work::comeBack(m_session.notebook().load(ids), this, [this](const Result<Notes> &notes) {
        // The mouse may have been let go meanwhile.
        if (notes && !notes->empty() && QGuiApplication::mouseButtons() & Qt::LeftButton) {
            auto *const drag = new QDrag(&m_view);
            drag->setMimeData(mimeData(*notes).release());
            drag->exec(Qt::CopyAction);
        }
    });
}

void NotesController::putBack(const Note &note)
{
    app::work::comeBack(
        m_session.anchorKeeper().undo(note.id), this, [this, note](const Result<Note> &there) {
            if (!there) {
                m_messages.sayFailure(text::Attempt::SaveNote, there.error());
            } else if (there->start != note.start || there->end != note.end) {
                m_messages.say(
                    tr("The note is back at %1.").arg(notes::placeWords(there->start, there->end)));
            } else {
                m_messages.say(tr("The note stands in its words as before."));
            }
        });
}

void NotesController::openMenu(const Note &note, const QPoint &position)
{
    app::work::comeBack(m_session.anchorKeeper().history(note.id),
                        this,
                        [this, note, position](const Result<std::vector<AnchoringRecord>> &moves) {
                            showMenu(note, position, moves && canGoBack(note, *moves));
                        });
}

void NotesController::addPlayed(QMenu &menu, const Note &note)
{
    if (note.episode.isValid()) {
        menu.addAction(tr("Play from %1").arg(text::clockText(note.start)), this, [this, note] {
            play(note);
        });
        menu.addAction(
            tr("Show in transcript"), this, [this, note] { emit transcriptWanted(note); });
    }
    if (note.end && note.episode.isValid()) {
        menu.addAction(tr("Repeat this passage"), this, [this, note] { m_clips.repeat(note); });
        menu.addAction(tr("Save a clip..."), this, [this, note] { m_clips.save(note); });
    }
}

void NotesController::showMenu(const Note &note, const QPoint &position, bool moved)
{
    auto *const menu = new QMenu(&m_view);
    menu->setObjectName(QStringLiteral("noteMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Ids ids{note.id};
    if (note.deleted) {
        menu->addAction(
            tr("Restore"), this, [this, ids] { report(m_session.notebook().restoreMany(ids)); });
        menu->addAction(tr("Delete for good…"), this, [this, ids] { m_view.askToDrop(ids); });
        menu->popup(position);
        return;
    }
    addPlayed(*menu, note);
    menu->addSeparator();
    menu->addAction(tr("Copy as Markdown quote"), this, [this, ids] { copy(ids); });
    menu->addAction(tr("Copy link"), this, [this, note] {
        QGuiApplication::clipboard()->setText(app::exports::deepLink(note));
        m_messages.say(tr("Copied."));
    });
    menu->addAction(tr("Export…"), this, [this, ids] { emit exportWanted(ids); });
    menu->addSeparator();
    if (moved) {
        menu->addAction(tr("Put back where it was"), this, [this, note] { putBack(note); })
            ->setObjectName(QStringLiteral("notePutBack"));
    }
    menu->addAction(
        tr("Delete"), this, [this, ids] { report(m_session.notebook().removeMany(ids)); });
    menu->popup(position);
}

} // namespace ui::window
