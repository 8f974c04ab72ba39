// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/notecontroller.h"

#include "app/exports/deeplink.h"
#include "app/library/library.h"
#include "app/library/notequery.h"
#include "app/notes/quotecontext.h"
#include "app/session/listening.h"
#include "app/session/notemarks.h"
#include "app/work/comeback.h"
#include "ui/notes/codebook.h"
#include "ui/notes/noteeditor.h"
#include "ui/notes/notespanel.h"
#include "ui/text/timetext.h"
#include "ui/theme/metrics.h"
#include "ui/transcript/selectionstrip.h"
#include "ui/window/messages.h"
#include "ui/window/readercontroller.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace ui::window {
namespace {

using namespace std::chrono_literals;
using app::base::Result;
using app::notes::Note;
using app::playback::PlayerState;
using app::session::NewNote;
using app::settings::TypingPause;
using app::timestamps::MediaTime;
namespace metrics = theme::metrics;

constexpr int cardWidth = 420;
constexpr auto endOfTyping = 1500ms;

} // namespace

NoteController::NoteController(app::session::Session &session,
                               const theme::ThemeManager &themes,
                               ReaderController &reader,
                               Messages &messages,
                               QWidget *stage)
    : m_session(session)
    , m_reader(reader)
    , m_messages(messages)
    , m_stage(stage)
    , m_card(new notes::NoteEditor(themes, stage))
    , m_drafts(session.notebook(), session.library().folder())
{
    m_card->hide();
    stage->installEventFilter(this);
    connect(m_card, &notes::NoteEditor::saveRequested, this, &NoteController::save);
    connect(m_card, &notes::NoteEditor::dismissed, this, &NoteController::closeCard);
    connect(m_card, &notes::NoteEditor::timeMoveRequested, this, &NoteController::moveTime);
    connect(m_card, &notes::NoteEditor::writingStarted, this, &NoteController::beginWriting);
    connect(m_card, &notes::NoteEditor::edited, this, &NoteController::onEdited);
    m_typed.setSingleShot(true);
    connect(&m_typed, &QTimer::timeout, this, &NoteController::resume);
    recoverDraft();
    connect(&session.notebook(),
            &app::session::Notebook::failed,
            this,
            [this](const app::base::Error &error) {
                m_messages.sayFailure(text::Attempt::SaveNote, error);
            });
    connect(&reader, &ReaderController::noteActivated, this, [this](const app::base::NoteId &id) {
        edit(id);
    });
}

void NoteController::serve(transcript::ReaderPane &text)
{
    m_texts.append(&text);
    connect(&text, &transcript::ReaderPane::highlightRequested, this, &NoteController::highlight);
    connect(&text, &transcript::ReaderPane::noteRequested, this, &NoteController::writeAbout);
    connect(
        &text, &transcript::ReaderPane::copyWithTimeRequested, this, &NoteController::copyWithTime);
}

void NoteController::serve(notes::NotesPanel &panel)
{
    using notes::NotesPanel;
    connect(&panel, &NotesPanel::playRequested, this, &NoteController::play);
    connect(&panel, &NotesPanel::editRequested, this, [this](const Note &note) { edit(note); });
    connect(
        &panel, &NotesPanel::tagsRequested, this, [this](const Note &note) { edit(note, true); });
    connect(&panel, &NotesPanel::deleteRequested, this, &NoteController::remove);
    connect(&panel,
            &NotesPanel::colorRequested,
            this,
            [this](const app::base::NoteId &id, app::notes::Color color) {
                app::work::comeBack(m_session.notebook().edit(id, {.color = color}),
                                    this,
                                    [this](const Result<Note> &note) { saved(note); });
            });
}

NewNote NoteController::newNote(const transcript::SelectedText &selected) const
{
    NewNote note;
    if (!m_reader.episode()) {
        return note;
    }
    note.episode = m_reader.episode()->row.id;
    if (m_reader.isPlayingThis()) {
        note.start = m_session.noteMarks().writingTime();
    }
    if (selected.time) {
        note.start = selected.time->start;
        note.end = selected.time->end;
    }
    if (auto *const text = m_reader.shownText(); text && selected.span.length > 0) {
        const bool isTranscript = text->reader().document().transcript;
        note.anchor = app::notes::makeAnchor(text->reader().document().text,
                                             selected.span.offset,
                                             selected.span.length,
                                             isTranscript ? app::notes::QuoteSource::Transcript
                                                          : app::notes::QuoteSource::ShowNotes);
        note.anchor.speaker = selected.speaker;
    }
    return note;
}

void NoteController::highlight(const transcript::SelectedText &selected, app::notes::Color color)
{
    NewNote note = newNote(selected);
    note.color = color;
    add(note);
}

void NoteController::add(const NewNote &note)
{
    app::work::comeBack(
        m_session.notebook().add(note), this, [this](const Result<Note> &added) { saved(added); });
}

void NoteController::writeAbout(const transcript::SelectedText &selected)
{
    m_draft = newNote(selected);
    m_editing.reset();
    m_timeFollows = !selected.time && m_reader.isPlayingThis();
    openCard();
}

void NoteController::beginNote()
{
    if (!m_reader.episode()) {
        return;
    }
    if (m_card->isVisible()) {
        m_card->focusText();
        return;
    }
    auto *const text = m_reader.shownText();
    transcript::SelectedText selected = text ? text->selected() : transcript::SelectedText();
    writeAbout(selected);
}

void NoteController::beginNoteAt(MediaTime place)
{
    if (!m_reader.episode()) {
        return;
    }
    m_draft = newNote({});
    m_draft.start = place;
    m_draft.end.reset();
    m_editing.reset();
    m_timeFollows = false;
    openCard();
}

void NoteController::edit(const Note &note, bool tags)
{
    m_editing = note.id;
    m_timeFollows = false;
    m_draft = {};
    m_draft.episode = note.episode;
    m_draft.start = note.start;
    m_draft.end = note.end;
    m_card->begin(notes::NoteEditor::draftOf(note));
    showCard();
    tags ? m_card->focusTags() : m_card->focusText();
}

void NoteController::edit(const app::base::NoteId &id)
{
    app::work::comeBack(
        m_session.notebook().find(id.text()), this, [this](const Result<Note> &note) {
            if (note) {
                edit(*note);
            }
        });
}

void NoteController::remove(const app::base::NoteId &id)
{
    app::work::comeBack(
        m_session.notebook().remove(id), this, [this](const Result<Note> &note) { saved(note); });
}

void NoteController::openCard()
{
    notes::NoteEditor::Draft draft;
    draft.start = m_draft.start;
    draft.end = m_draft.end;
    draft.quote = m_draft.anchor.quote;
    m_card->begin(draft);
    showCard();
    m_card->focusText();
}

void NoteController::showCard()
{
    placeCard();
    m_card->show();
    m_card->raise();
    app::work::comeBack(m_session.notebook().facets(),
                        m_card,
                        [card = m_card](const Result<app::library::NoteFacets> &facets) {
                            if (facets) {
                                card->setKnownTags(facets->tags);
                            }
                        });
}

void NoteController::setSettings(const app::settings::NoteSettings &settings)
{
    m_settings = settings;
    // From the start, as it has to know what was heard before the first mark.
    m_session.noteMarks().setReaction(settings.reaction);
}

void NoteController::setCodebook(const notes::Codebook &codebook)
{
    m_card->setCodebook(codebook);
    connect(
        &codebook, &notes::Codebook::changed, this, [this, &codebook] { nameColors(codebook); });
    nameColors(codebook);
}

void NoteController::nameColors(const notes::Codebook &codebook)
{
    std::array<QString, 5> names;
    for (std::size_t i = 0; i < names.size(); ++i) {
        names[i] = codebook.fullName(static_cast<app::notes::Color>(i));
    }
    for (transcript::ReaderPane *const text : std::as_const(m_texts)) {
        text->setColorNames(names);
    }
}

void NoteController::keepDraft()
{
    if (!m_editing && m_card->isEmpty()) {
        m_drafts.forget();
        return;
    }
    app::session::NoteDraft draft{m_draft, m_editing};
    draft.note.text = m_card->text();
    draft.note.tags = m_card->tags();
    draft.note.color = m_card->color();
    m_drafts.keep(draft);
}

void NoteController::recoverDraft()
{
    app::work::comeBack(
        m_drafts.recover(), this, [this](const app::session::NoteDrafts::Recovered &recovered) {
            if (!recovered) {
                m_messages.sayFailure(text::Attempt::SaveNote, recovered.error());
            } else if (*recovered) {
                m_messages.ask(
                    tr("The note you were writing has been kept."),
                    {{tr("Open", "the note that was kept"), [this, id = (*recovered)->id] {
                          edit(id);
                      }}});
            }
        });
}

void NoteController::flush()
{
    if (m_card->isVisible() && m_card->isChanged() && !m_card->isEmpty()) {
        save(m_card->text(), m_card->tags(), m_card->color());
    }
}

void NoteController::closeCard()
{
    m_drafts.forget();
    m_card->hide();
    m_stage->setFocus();
    if (auto *const text = m_reader.shownText()) {
        text->reader().setFocus();
    }
    resume();
}

void NoteController::resume()
{
    m_typed.stop();
    if (std::exchange(m_resume, false)) {
        app::playback::Player &player = m_session.listening().player();
        player.seek(std::max(MediaTime(), player.position() - m_settings.resumeEarlier));
        player.play();
    }
}

void NoteController::onEdited()
{
    keepDraft();
    if (m_settings.pause == TypingPause::WhileTyping) {
        pauseWhileWriting();
        m_typed.start(endOfTyping);
    }
}

void NoteController::placeCard()
{
    if (auto *const text = m_reader.shownText()) {
        text->strip().hide();
    }
    const int margin = metrics::space16;
    const int width = std::min(cardWidth, m_stage->width() - 2 * margin);
    const int height = std::min(m_card->sizeHint().height(), m_stage->height() - 2 * margin);
    m_card->setGeometry(
        m_stage->width() - width - margin, m_stage->height() - height - margin, width, height);
}

void NoteController::save(const QString &text, const QStringList &tags, app::notes::Color color)
{
    m_card->setBusy(true);
    if (m_editing) {
        app::session::NoteEdit edit;
        edit.text = text;
        edit.tags = tags;
        edit.color = color;
        edit.start = m_draft.start;
        edit.end = m_draft.end;
        app::work::comeBack(m_session.notebook().edit(*m_editing, edit),
                            this,
                            [this](const Result<Note> &note) { cardSaved(note); });
        return;
    }
    m_draft.text = text;
    m_draft.tags = tags;
    m_draft.color = color;
    app::work::comeBack(m_session.notebook().add(m_draft), this, [this](const Result<Note> &note) {
        cardSaved(note);
    });
}

void NoteController::cardSaved(const Result<Note> &note)
{
    if (!note) {
        m_card->setError(text::failureText(text::Attempt::SaveNote, note.error()));
        return;
    }
    closeCard();
}

void NoteController::saved(const Result<Note> &note)
{
    if (!note) {
        m_messages.sayFailure(text::Attempt::SaveNote, note.error());
    }
}

void NoteController::moveTime(int step)
{
    m_timeFollows = false;
    const auto moved = m_reader.isPlayingThis()
                           ? m_session.noteMarks().stepSentences(m_draft.start, step)
                           : std::max(MediaTime(), m_draft.start + step * 1s);
    if (m_draft.end && *m_draft.end < moved) {
        m_draft.end = moved;
    }
    m_draft.start = moved;
    m_card->setTime(m_draft.start, m_draft.end);
}

/// The first key: whoever opens the card and listens on writes about what comes then.
void NoteController::beginWriting()
{
    if (std::exchange(m_timeFollows, false) && m_reader.isPlayingThis()) {
        m_draft.start = m_session.noteMarks().writingTime();
        m_card->setTime(m_draft.start, m_draft.end);
    }
    pauseWhileWriting();
}

void NoteController::pauseWhileWriting()
{
    app::playback::Player &player = m_session.listening().player();
    if (m_settings.pause != TypingPause::Off && player.state() == PlayerState::Playing
        && m_reader.isPlayingThis()) {
        player.pause();
        m_resume = true;
    }
}

void NoteController::copyWithTime(const transcript::SelectedText &selected)
{
    if (!m_reader.episode() || selected.text.isEmpty()) {
        return;
    }
    const NewNote note = newNote(selected);
    QStringList source;
    if (!selected.speaker.isEmpty()) {
        source += selected.speaker;
    }
    source += m_reader.episode()->row.title;
    if (selected.time) {
        source += text::clockText(selected.time->start);
    }
    QString words = QStringLiteral("“%1” (%2)")
                        .arg(selected.text.simplified(), source.join(QStringLiteral(", ")));
    if (const QString &link = m_reader.episode()->feed.link; !link.isEmpty()) {
        words += QLatin1Char('\n') + link;
    }
    QGuiApplication::clipboard()->setText(words);
    m_messages.say(tr("Copied."));
}

void NoteController::play(const Note &note)
{
    if (!note.episode.isValid()) {
        m_messages.say(tr("The episode of this note is no longer in the library."));
        return;
    }
    m_session.listening().jumpTo(note.episode, note.start);
    emit episodeWanted(note.episode);
}

void NoteController::goToNote(int step, const std::vector<Note> &notes)
{
    const MediaTime heard = m_session.listening().player().position();
    const Note *target = nullptr;
    for (const Note &note : notes) {
        if (step > 0 && note.start > heard && (!target || note.start < target->start)) {
            target = &note;
        }
        // A second of grace, so that going back twice does not return to the same note.
        if (step < 0 && note.start + 1s < heard && (!target || note.start > target->start)) {
            target = &note;
        }
    }
    if (target) {
        play(*target);
    }
}

bool NoteController::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_stage && event->type() == QEvent::Resize && m_card->isVisible()) {
        placeCard();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui::window
