// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/timescontroller.h"

#include "app/playback/player.h"
#include "app/session/listening.h"
#include "app/work/comeback.h"
#include "ui/text/timetext.h"
#include "ui/times/offsetdialog.h"
#include "ui/window/messages.h"

#include <algorithm>

namespace ui::window {

using app::base::EpisodeId;
using app::base::Result;
using app::session::DecidedNotes;
using app::session::Timekeeping;
using app::timestamps::Certainty;
using app::timestamps::MediaTime;
using app::timestamps::Recording;
using app::timestamps::ShortForm;
using app::timestamps::TextSpan;
using app::timestamps::TimeDecision;
using app::timestamps::Timestamp;
using transcript::TimeLink;

TimesController::TimesController(app::session::Session &session,
                                 const theme::ThemeManager &themes,
                                 transcript::ShowNotesView &view,
                                 Messages &messages)
    : m_session(session)
    , m_themes(themes)
    , m_view(view)
    , m_messages(messages)
{
    connect(&view, &transcript::ShowNotesView::timeActivated, this, &TimesController::activate);
    connect(&view, &transcript::ReaderPane::contextMenuRequested, this, &TimesController::openMenu);
    connect(&view,
            &transcript::ShowNotesView::noticeActionTriggered,
            this,
            &TimesController::doNoticeAction);
    connect(&session.timekeeping(), &Timekeeping::changed, this, [this](EpisodeId episode) {
        if (m_episode && m_episode->row.id == episode) {
            read();
        }
    });
    connect(&session.timekeeping(), &Timekeeping::podcastChanged, this, [this](auto podcast) {
        if (m_episode && m_episode->row.podcastId == podcast) {
            read();
        }
    });
}

void TimesController::show(const app::library::Episode &episode)
{
    const bool another = !m_episode || m_episode->row.id != episode.row.id;
    const bool readBefore = !another && m_episode->row.duration == episode.row.duration
                            && m_episode->feed.description == episode.feed.description;
    m_episode = episode;
    if (readBefore) {
        return;
    }
    if (another) {
        m_notes = {};
        delete m_dialog;
    }
    if (episode.feed.description.trimmed().isEmpty()) {
        m_view.showNone();
        emit shown();
        return;
    }
    read();
}

void TimesController::read()
{
    auto reading = m_session.timekeeping().read(*m_episode);
    m_reading = app::work::Job(reading);
    app::work::comeBack(
        reading, this, [this, id = m_episode->row.id](const Result<DecidedNotes> &notes) {
            if (!m_episode || m_episode->row.id != id) {
                return;
            }
            if (!notes) {
                m_messages.sayFailure(text::Attempt::OpenLibrary, notes.error());
                return;
            }
            m_notes = *notes;
            display();
            emit shown();
        });
}

void TimesController::display()
{
    transcript::NotesShown shown;
    shown.text = m_notes.notes.text;
    shown.times = m_notes.notes.times;
    shown.duration = m_episode->row.duration;
    shown.otherActions = otherActions();
    shown.linkOthers = m_notes.own.otherEpisode.isValid();
    if (shown.linkOthers) {
        shown.duration.reset(); // the other one may be longer
    }
    shown.decided = decidedNotice();
    m_view.setShowNotes(shown);
}

QList<widgets::MessageAction> TimesController::otherActions() const
{
    QList<widgets::MessageAction> actions{
        {QStringLiteral("episode"), tr("Choose the episode…")},
        {QStringLiteral("offset"), tr("Set the offset…")},
    };
    if (app::session::otherRecordingAt(*m_episode, m_notes.notes.text, {}).isValid()) {
        actions.append({QStringLiteral("open"), tr("Open the video")});
    }
    actions.append({QStringLiteral("link"), tr("They are right, link them")});
    return actions;
}

std::optional<transcript::TimesNotice> TimesController::decidedNotice() const
{
    const Decisions &own = m_notes.own;
    const widgets::MessageAction change{QStringLiteral("offset"), tr("Change…")};
    const widgets::MessageAction forget{QStringLiteral("forget"), tr("As they were")};
    if (!own.offsets.isEmpty()) {
        return transcript::TimesNotice{
            tr("These times refer to another recording"),
            tr("They are shifted by %1, as you heard it.").arg(times::shiftText(own.offsets)),
            {change, forget}};
    }
    if (own.otherEpisode.isValid()) {
        return transcript::TimesNotice{tr("These times refer to another recording"),
                                       tr("A click plays the episode that you chose."),
                                       {{QStringLiteral("episode"), tr("Change…")}, forget}};
    }
    if (own.recording == Recording::This) {
        return transcript::TimesNotice{
            {}, tr("You said that these times are this recording's."), {forget}};
    }
    return std::nullopt;
}

const Timestamp *TimesController::timeAt(qsizetype offset) const
{
    const auto &times = m_notes.notes.times;
    const auto found = std::find_if(times.begin(), times.end(), [offset](const Timestamp &time) {
        return offset >= time.span.offset && offset < time.span.offset + time.span.length;
    });
    return found == times.end() ? nullptr : &*found;
}

QString TimesController::written(TextSpan span) const
{
    return m_notes.notes.text.text.mid(span.offset, span.length);
}

QString TimesController::lineOf(qsizetype offset) const
{
    const QString &text = m_notes.notes.text.text;
    const qsizetype begin = offset == 0 ? 0 : text.lastIndexOf(u'\n', offset - 1) + 1;
    const qsizetype end = text.indexOf(u'\n', offset);
    return text.mid(begin, (end < 0 ? text.size() : end) - begin).simplified();
}

void TimesController::play(MediaTime place)
{
    m_session.listening().jumpTo(m_episode->row.id, place);
}

void TimesController::activate(const TimeLink &link, Qt::KeyboardModifiers modifiers)
{
    const Timestamp *const time = timeAt(link.offset);
    if (!time || !m_episode) {
        return;
    }
    const bool other = time->recording == Recording::Other;
    const EpisodeId episode =
        other && m_notes.own.otherEpisode.isValid() ? m_notes.own.otherEpisode : m_episode->row.id;
    app::session::Listening &listening = m_session.listening();
    listening.jumpTo(episode, time->start, modifiers & Qt::ControlModifier);
    if (time->end && modifiers & Qt::ShiftModifier) {
        listening.setLoop(app::timestamps::TimeRange{time->start, *time->end});
    }
    if (time->certainty == Certainty::Unsure) {
        const TextSpan span = time->span;
        m_messages.ask(tr("Played from %1. Was that a time?").arg(text::clockText(time->start)),
                       {{tr("Yes"),
                         [this, span] {
                             decideOne(TimeDecision::Kind::IsATime, span);
                         }},
                        {tr("Not a time"), [this, span] {
                             decideOne(TimeDecision::Kind::NotATime, span);
                         }}});
    }
}

void TimesController::decide(const Timekeeping::Change &change,
                             const QString &said,
                             std::optional<Decisions> forPodcast)
{
    app::work::comeBack(
        m_session.timekeeping().decide(m_episode->row.id, m_notes.textHash, change),
        this,
        [this, said, forPodcast, podcast = m_episode->row.podcastId](const Result<void> &done) {
            if (!done) {
                m_messages.sayFailure(text::Attempt::SaveNote, done.error());
                return;
            }
            QList<Messages::Choice> choices;
            if (forPodcast) {
                choices.append({tr("In all of this podcast"), [this, podcast, all = *forPodcast] {
                                    m_session.timekeeping().setForPodcast(podcast, all);
                                }});
            }
            m_messages.ask(said, choices, true);
        });
}

void TimesController::decideOne(TimeDecision::Kind kind, TextSpan span)
{
    const bool isTime = kind == TimeDecision::Kind::IsATime;
    const QString word = written(span);
    decide(
        [kind, span, word](Decisions &decisions) {
            decisions.times.push_back({kind, span, word, {}, false});
        },
        isTime ? tr("“%1” is a time from now on.").arg(word)
               : tr("“%1” is no time any more.").arg(word));
}

void TimesController::readAs(ShortForm form)
{
    Decisions common = m_notes.ofPodcast;
    common.shortForm = form;
    decide([form](Decisions &decisions) { decisions.shortForm = form; },
           form == ShortForm::HoursMinutes ? tr("Times are read as hours and minutes.")
                                           : tr("Times are read as minutes and seconds."),
           common);
}

void TimesController::doNoticeAction(const QString &action)
{
    if (!m_episode) {
        return;
    }
    if (action == QLatin1String("link")) {
        Decisions common = m_notes.ofPodcast;
        common.recording = Recording::This;
        decide([](Decisions &decisions) { decisions.recording = Recording::This; },
               tr("The times are linked."),
               common);
    } else if (action == QLatin1String("forget")) {
        decide(
            [](Decisions &decisions) {
                decisions.recording.reset();
                decisions.offsets = {};
                decisions.otherEpisode = {};
            },
            tr("The times are as they were."));
    } else if (action == QLatin1String("offset")) {
        openOffset();
    } else if (action == QLatin1String("open")) {
        openOther();
    } else if (action == QLatin1String("episode")) {
        chooseEpisode();
    }
}

} // namespace ui::window
