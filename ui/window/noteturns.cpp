// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/noteturns.h"

#include "app/session/listening.h"
#include "app/session/notebook.h"
#include "app/work/comeback.h"

#include <algorithm>

namespace ui::window {
namespace {

using namespace std::chrono_literals;
using app::base::Result;
using app::notes::Note;
using app::timestamps::MediaTime;

/// So much is heard of a note that has no end.
constexpr auto momentLasts = 20s;
/// The sound may begin a little before the place, and be told of a little behind the end.
constexpr auto before = 2s;
constexpr auto behind = 3s;

MediaTime endOf(const Note &note)
{
    return note.end.value_or(note.start + momentLasts);
}

} // namespace

NoteTurns::NoteTurns(app::session::Session &session)
    : m_session(session)
{
    connect(&session.listening().player(),
            &app::playback::Player::positionChanged,
            this,
            &NoteTurns::follow);
    connect(&session.listening().player(), &app::playback::Player::finished, this, [this] {
        if (m_note && m_reached) {
            step(1);
        }
    });
}

void NoteTurns::start(std::vector<app::base::NoteId> ids)
{
    m_ids = std::move(ids);
    m_at = 0;
    m_skipped = 0;
    play(1);
}

void NoteTurns::playOnce(const Note &note)
{
    stop();
    m_ids = {note.id};
    m_at = 0;
    m_skipped = 0;
    m_reached = false;
    m_note = note;
    m_session.listening().jumpTo(note.episode, note.start);
}

void NoteTurns::step(int by)
{
    if (isOn()) {
        m_at = std::max(m_at + by, 0);
        play(by);
    }
}

void NoteTurns::play(int step)
{
    m_note.reset();
    m_reached = false;
    if (m_at >= static_cast<int>(m_ids.size())) {
        end();
        return;
    }
    auto loading = m_session.notebook().load({m_ids[static_cast<std::size_t>(m_at)]});
    m_loading = app::work::Job(loading);
    app::work::comeBack(
        loading, this, [this, step, at = m_at](const Result<std::vector<Note>> &notes) {
            if (at != m_at || !isOn()) {
                return;
            }
            if (notes && !notes->empty() && notes->front().episode.isValid()) {
                noteCame(notes->front(), step);
                return;
            }
            ++m_skipped;
            // Nothing before the first: go on with what can be played.
            m_at += step < 0 && m_at > 0 ? -1 : 1;
            play(step < 0 && m_at > 0 ? -1 : 1);
        });
}

void NoteTurns::noteCame(const Note &note, int)
{
    m_note = note;
    emit turnChanged(m_at + 1, static_cast<int>(m_ids.size()), note.id);
    m_session.listening().jumpTo(note.episode, note.start);
}

void NoteTurns::follow(MediaTime heard)
{
    const auto &current = m_session.listening().current();
    if (!m_note || !current) {
        return;
    }
    const bool here = current->row.id == m_note->episode && heard + before >= m_note->start
                      && heard < endOf(*m_note) + behind;
    if (!m_reached) {
        m_reached = here && heard < endOf(*m_note);
    } else if (!here) {
        // The listener went elsewhere; that is where they want to be.
        stop();
    } else if (heard >= endOf(*m_note)) {
        step(1);
    }
}

void NoteTurns::stop()
{
    m_ids.clear();
    m_note.reset();
    m_loading = {};
    emit turnChanged(0, 0, {});
}

void NoteTurns::end()
{
    const int skipped = m_skipped;
    m_session.listening().pause();
    stop();
    emit done(skipped);
}

} // namespace ui::window
