// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/notemarks.h"

#include "app/base/logging.h"
#include "app/session/internal/ready.h"
#include "app/session/listening.h"
#include "app/session/spokennote.h"
#include "app/work/comeback.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace app::session {
namespace {

using base::ErrorCode;
using base::unexpected;
using notes::Note;
using timestamps::Duration;
using timestamps::MediaTime;
using timestamps::TimeRange;

NoteMarks::Ticks computersTicks()
{
    QElapsedTimer timer;
    timer.start();
    return [timer] {
        return Duration(timer.elapsed());
    };
}

} // namespace

/// What is being said in the episode that is heard.
struct NoteMarks::Text
{
    LoadedTranscript transcript;
    std::vector<TimeRange> sentences;
};

/// The latest look back, which may be made longer.
struct NoteMarks::Press
{
    notes::MarkPress press;
    std::optional<base::NoteId> note; ///< empty while it is being added
    std::vector<Promise> waiting;     ///< for it to be added, to make it longer
};

NoteMarks::NoteMarks(Listening &listening,
                     Notebook &notebook,
                     TranscriptService &transcripts,
                     const Ticks &ticks)
    : m_listening(listening)
    , m_notebook(notebook)
    , m_transcripts(transcripts)
    , m_ticks(ticks ? ticks : computersTicks())
{
    connect(&listening, &Listening::currentChanged, this, &NoteMarks::becomeOther);
    connect(&listening, &Listening::jumped, this, &NoteMarks::jump);
    connect(&transcripts, &TranscriptService::changed, this, [this](base::EpisodeId episode) {
        if (episode == m_episode) {
            loadText();
        }
    });
    connect(&transcripts, &TranscriptService::opened, this, &NoteMarks::take);
    becomeOther();
}

NoteMarks::~NoteMarks() = default;

void NoteMarks::becomeOther()
{
    const auto &current = m_listening.current();
    const base::EpisodeId episode = current ? current->row.id : base::EpisodeId();
    m_heardFrom.reset();
    if (episode == m_episode) {
        return;
    }
    m_episode = episode;
    m_text.reset();
    m_press.reset();
    cancelRange();
    loadText();
}

void NoteMarks::loadText()
{
    m_loading = work::Job();
    m_textIsNew = false;
    if (!m_listening.current()) {
        return;
    }
    const auto loading = m_transcripts.load(*m_listening.current());
    m_loading = work::Job(loading);
    work::comeBack(
        loading, this, [this, episode = m_episode](const TranscriptService::Loaded &loaded) {
            // Whoever else asked may have had it where this failed.
            if (episode != m_episode || loaded || m_textIsNew) {
                return;
            }
            m_text.reset();
            emit textChanged();
        });
}

/// Each that anybody opens, so that one fetched later for the reader counts here, too.
void NoteMarks::take(const LoadedTranscript &opened)
{
    if (opened.episode != m_episode) {
        return;
    }
    m_textIsNew = true;
    const LoadedTranscript *const before = transcript();
    if (before && before->id == opened.id && before->edits == opened.edits
        && before->speakers == opened.speakers) {
        return;
    }
    m_text = std::make_unique<Text>();
    m_text->transcript = opened;
    m_text->sentences = spokenSentences(opened.reading);
    emit textChanged();
}

const LoadedTranscript *NoteMarks::transcript() const
{
    return m_text ? &m_text->transcript : nullptr;
}

void NoteMarks::jump(MediaTime to)
{
    // Going back within what was heard makes nothing of it unheard.
    const MediaTime from = m_heardFrom.value_or(MediaTime());
    if (to < from || to > m_listening.player().position()) {
        m_heardFrom = to;
    }
}

notes::Speech NoteMarks::speech() const
{
    notes::Speech speech;
    speech.lastJump = m_heardFrom;
    if (m_text) {
        speech.sentences = m_text->sentences;
    }
    if (speech.sentences.empty() && m_listening.analysis()) {
        speech.pauses = m_listening.analysis()->pauses;
    }
    return speech;
}

NewNote NoteMarks::noteOf(const TimeRange &range) const
{
    return spokenNote(m_episode, range, transcript());
}

QFuture<NoteMarks::Answer> NoteMarks::add(const NewNote &note, const TimeRange &range)
{
    return work::comeBack(
        m_notebook.add(note),
        this,
        [this, range, bySentences = hasSentences()](const base::Result<Note> &added) -> Answer {
            if (!added) {
                emit failed(added.error());
                return unexpected(added.error());
            }
            const Marked made{*added, range, bySentences, false};
            emit marked(made);
            return made;
        });
}

bool NoteMarks::hasSentences() const
{
    return m_text && !m_text->sentences.empty();
}

QFuture<NoteMarks::Answer> NoteMarks::nothingLoaded()
{
    const base::Error error{ErrorCode::NotFound, QStringLiteral("nothing is being listened to"), 0};
    emit failed(error);
    return internal::readyError<Marked>(error);
}

QFuture<NoteMarks::Answer> NoteMarks::markMoment(const std::optional<MediaTime> &at)
{
    if (!m_episode.isValid()) {
        return nothingLoaded();
    }
    m_press.reset();
    const MediaTime meant = at.value_or(writingTime());
    return add(noteOf({meant, meant}), {meant, meant});
}

QFuture<NoteMarks::Answer> NoteMarks::markBack(Duration back)
{
    if (!m_episode.isValid()) {
        return nothingLoaded();
    }
    const MediaTime heard = m_listening.player().position();
    const auto press = notes::pressMark(
        m_press ? std::optional(m_press->press) : std::nullopt, heard, back, m_ticks());
    if (press.extends) {
        m_press->press = press;
        auto promise = internal::sharedPromise<Marked>();
        if (m_press->note) {
            extend(m_press, promise);
        } else {
            m_press->waiting.push_back(promise);
        }
        return promise->future();
    }
    m_press = std::make_shared<Press>();
    m_press->press = press;
    return addPressed(m_press);
}

QFuture<NoteMarks::Answer> NoteMarks::addPressed(const std::shared_ptr<Press> &press)
{
    const TimeRange range = notes::markRange(press->press.heard, press->press.back, speech());
    return work::comeBack(
        add(noteOf(range), range), this, [this, press](const Answer &answer) -> Answer {
            if (answer) {
                press->note = answer->note.id;
            }
            for (const Promise &promise : std::exchange(press->waiting, {})) {
                if (answer) {
                    extend(press, promise);
                } else {
                    internal::settle<Marked>(promise, unexpected(answer.error()));
                }
            }
            return answer;
        });
}

void NoteMarks::extend(const std::shared_ptr<Press> &press, const Promise &promise)
{
    const TimeRange range = notes::markRange(press->press.heard, press->press.back, speech());
    const NewNote longer = noteOf(range);
    NoteEdit edit;
    edit.start = longer.start;
    edit.end = longer.end;
    edit.anchor = longer.anchor;
    work::comeBack(m_notebook.edit(*press->note, edit),
                   this,
                   [this, press, promise, range, bySentences = hasSentences()](
                       const base::Result<Note> &edited) {
                       if (edited) {
                           const Marked made{*edited, range, bySentences, true};
                           emit marked(made);
                           internal::settle<Marked>(promise, made);
                           return;
                       }
                       // It was taken back meanwhile: then this one is new.
                       if (edited.error().code == ErrorCode::Conflict
                           || edited.error().code == ErrorCode::NotFound) {
                           work::comeBack(addPressed(press), this, [promise](const Answer &answer) {
                               internal::settle<Marked>(promise, answer);
                           });
                           return;
                       }
                       emit failed(edited.error());
                       internal::settle<Marked>(promise, unexpected(edited.error()));
                   });
}

void NoteMarks::beginRange(const std::optional<MediaTime> &at)
{
    if (m_episode.isValid()) {
        m_rangeStart = at.value_or(m_listening.player().position());
        emit rangeStartChanged();
    }
}

QFuture<NoteMarks::Answer> NoteMarks::endRange(const std::optional<MediaTime> &at)
{
    if (!m_rangeStart || !m_episode.isValid()) {
        return markBack();
    }
    m_press.reset();
    const MediaTime from = *m_rangeStart;
    const MediaTime to = at.value_or(m_listening.player().position());
    cancelRange();
    notes::Speech said = speech();
    // Both ends were said by the listener, whatever was heard between.
    said.lastJump.reset();
    const auto [first, last] = std::minmax(from, to);
    const TimeRange range = notes::markRange(last, last - first, said);
    return add(noteOf(range), range);
}

void NoteMarks::cancelRange()
{
    if (std::exchange(m_rangeStart, std::nullopt)) {
        emit rangeStartChanged();
    }
}

MediaTime NoteMarks::writingTime() const
{
    return notes::writingTime(m_listening.player().position(), speech(), m_reaction);
}

MediaTime NoteMarks::stepSentences(MediaTime from, int steps) const
{
    if (hasSentences()) {
        return notes::stepSentences(from, steps, m_text->sentences);
    }
    return std::max(MediaTime(), from + Duration(1'000) * steps);
}

} // namespace app::session
