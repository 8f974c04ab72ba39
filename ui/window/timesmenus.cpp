// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/deeplink.h"
#include "app/library/episodestore.h"
#include "app/playback/player.h"
#include "app/session/listening.h"
#include "app/session/notebook.h"
#include "app/timestamps/timecode.h"
#include "app/work/comeback.h"
#include "ui/text/timetext.h"
#include "ui/times/episodechooser.h"
#include "ui/times/offsetdialog.h"
#include "ui/times/timeoffdialog.h"
#include "ui/window/messages.h"
#include "ui/window/timescontroller.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>

#include <algorithm>

namespace ui::window {
namespace {

using app::library::EpisodeRow;
using app::timestamps::MediaTime;
using app::timestamps::Recording;
using app::timestamps::ShortForm;
using app::timestamps::TextSpan;
using app::timestamps::TimeDecision;
using app::timestamps::Timestamp;

constexpr qsizetype longestLookAlike = 12;
constexpr int mostChoices = 200;

/// The digits and colons round an offset; empty where they are no time that can be played.
TextSpan clockAround(const QString &text, qsizetype offset)
{
    const auto belongs = [&text](qsizetype at) {
        return at >= 0 && at < text.size() && (text[at].isDigit() || text[at] == u':');
    };
    if (!belongs(offset)) {
        return {};
    }
    qsizetype begin = offset;
    qsizetype end = offset + 1;
    while (belongs(begin - 1) && end - begin <= longestLookAlike) {
        --begin;
    }
    while (belongs(end) && end - begin <= longestLookAlike) {
        ++end;
    }
    while (end > begin && text[end - 1] == u':') {
        --end;
    }
    const QStringView word = QStringView(text).mid(begin, end - begin);
    return word.contains(u':') && app::timestamps::parseTimecode(word)
               ? TextSpan{begin, end - begin}
               : TextSpan{};
}

/// How the same digits are read the other way.
QString otherReading(const Timestamp &time, bool hours)
{
    // m:ss and h:mm differ by a factor of 60.
    const MediaTime place = MediaTime::fromMs(hours ? time.start.ms() / 60 : time.start.ms() * 60);
    return text::clockText(place);
}

/// Whether a time of two fields was read as hours and minutes: then it names whole minutes.
bool isHours(const Timestamp &time, const QString &written)
{
    const auto minutes = app::timestamps::parseTimecode(written);
    return minutes && *minutes != time.start && minutes->ms() * 60 == time.start.ms();
}

} // namespace

void TimesController::openMenu(const transcript::ReaderHit &hit, const QPoint &position)
{
    if (!m_episode) {
        return;
    }
    auto *const menu = new QMenu(m_view.window());
    menu->setObjectName(QStringLiteral("timeMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Timestamp *const time = timeAt(hit.time ? hit.time->offset : hit.offset);
    if (time) {
        addTimeActions(*menu, *time);
    } else if (hit.offset >= 0) {
        addLookAlikeActions(*menu, hit.offset);
    }
    m_view.addTextActions(*menu, hit);
    menu->popup(position);
}

void TimesController::addTimeActions(QMenu &menu, const Timestamp &time)
{
    const MediaTime place = time.start;
    const TextSpan span = time.span;
    const auto icon = [this](const char *name) {
        return m_themes.icons().icon(QLatin1String(name));
    };
    menu.addAction(
        icon("play"), tr("Play from %1").arg(text::clockText(place)), this, [this, span] {
            if (const Timestamp *const now = timeAt(span.offset)) {
                play(now->start);
            }
        });
    menu.addAction(icon("clock-off"), tr("Not a time"), this, [this, span] {
        decideOne(TimeDecision::Kind::NotATime, span);
    });
    if (time.shortForm) {
        const bool hours = isHours(time, written(span));
        menu.addAction(
            icon("clock"),
            tr("Read as %1", "a time, read another way").arg(otherReading(time, hours)),
            this,
            [this, hours] { readAs(hours ? ShortForm::MinutesSeconds : ShortForm::HoursMinutes); });
    }
    menu.addSeparator();
    menu.addAction(
        icon("note"), tr("Add a note here"), this, [this, place] { emit noteRequested(place); });
    menu.addAction(
        icon("link"), tr("Copy link to this moment"), this, [this, place] { copyLink(place); });
    menu.addAction(icon("offset"), tr("This time is off…"), this, [this, span] {
        if (const Timestamp *const now = timeAt(span.offset)) {
            openTimeOff(*now);
        }
    });
}

void TimesController::addLookAlikeActions(QMenu &menu, qsizetype offset)
{
    const TextSpan span = clockAround(m_notes.notes.text.text, offset);
    if (span.length == 0) {
        return;
    }
    const auto place = app::timestamps::parseTimecode(written(span));
    menu.addAction(m_themes.icons().icon(QStringLiteral("play")),
                   tr("Play from %1").arg(text::clockText(*place)),
                   this,
                   [this, place] { play(*place); });
    menu.addAction(m_themes.icons().icon(QStringLiteral("clock")),
                   tr("This is a time"),
                   this,
                   [this, span] { decideOne(TimeDecision::Kind::IsATime, span); });
}

void TimesController::copyLink(MediaTime place)
{
    QGuiApplication::clipboard()->setText(
        app::exports::deepLink(app::session::referTo(*m_episode), place));
    m_messages.say(tr("Link copied."));
}

void TimesController::openDialog(QDialog *dialog)
{
    delete m_dialog;
    m_dialog = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

MediaTime TimesController::heard(app::base::EpisodeId episode)
{
    app::session::Listening &listening = m_session.listening();
    const bool same = listening.current() && listening.current()->row.id == episode;
    return same ? listening.player().position() : MediaTime();
}

void TimesController::serveFinder(times::PlaceFinder &finder)
{
    finder.setHeard([this, id = m_episode->row.id] { return heard(id); });
    connect(
        &finder, &times::PlaceFinder::tried, this, [this, id = m_episode->row.id](MediaTime place) {
            m_session.listening().jumpTo(id, place);
        });
}

void TimesController::openTimeOff(const Timestamp &time)
{
    const auto &times = m_notes.notes.times;
    const auto later = std::count_if(times.begin(), times.end(), [&time](const Timestamp &other) {
        return time.list >= 0 && other.list == time.list && other.span.offset > time.span.offset;
    });
    const QString word = written(time.span);
    auto *const dialog = new times::TimeOffDialog(m_themes, word, time.start, m_view.window());
    if (later > 0) {
        dialog->offerLater(tr("Shift the %n later time(s) too", nullptr, static_cast<int>(later)),
                           false);
    }
    serveFinder(dialog->finder());
    connect(dialog, &QDialog::accepted, this, [this, dialog, span = time.span, word] {
        const TimeDecision moved{
            TimeDecision::Kind::Moved, span, word, dialog->finder().place(), dialog->laterToo()};
        decide([moved](Decisions &decisions) { decisions.times.push_back(moved); },
               tr("“%1” is at %2 from now on.").arg(word, text::clockText(moved.to)));
    });
    openDialog(dialog);
}

void TimesController::openOffset()
{
    std::vector<times::WrittenTime> written;
    for (const Timestamp &time : m_notes.asWritten) {
        if (time.recording == Recording::Other) {
            written.push_back({time.start, lineOf(time.span.offset)});
        }
    }
    if (written.empty()) {
        return;
    }
    auto *const dialog =
        new times::OffsetDialog(m_themes, std::move(written), m_notes.own.offsets, m_view.window());
    serveFinder(dialog->finder());
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const auto offsets = dialog->offsets();
        decide(
            [offsets](Decisions &decisions) {
                decisions.offsets = offsets;
                decisions.otherEpisode = {};
            },
            offsets.isEmpty() ? tr("The offset is removed.")
                              : tr("The times are shifted by %1.").arg(times::shiftText(offsets)));
    });
    openDialog(dialog);
}

void TimesController::openOther()
{
    const auto &times = m_notes.notes.times;
    const auto first = std::find_if(times.begin(), times.end(), [](const Timestamp &time) {
        return time.recording == Recording::Other;
    });
    const MediaTime place = first == times.end() ? MediaTime() : first->start;
    const QUrl url = app::session::otherRecordingAt(*m_episode, m_notes.notes.text, place);
    if (url.isValid()) {
        QDesktopServices::openUrl(url);
    }
}

void TimesController::chooseEpisode()
{
    auto *const dialog = new times::EpisodeChooser(m_themes, m_view.window());
    const auto search = [this, dialog](const QString &text) {
        app::library::EpisodeFilter filter;
        filter.titleContains = text.trimmed();
        if (filter.titleContains.isEmpty()) {
            filter.podcast = m_episode->row.podcastId;
        }
        const auto reading =
            m_session.library().read([filter](app::library::Connection &connection) {
                return app::library::EpisodeStore(connection).page(filter, 0, mostChoices);
            });
        app::work::comeBack(
            reading, dialog, [dialog](const app::base::Result<std::vector<EpisodeRow>> &rows) {
                QList<times::EpisodeChoice> choices;
                for (const EpisodeRow &row : rows.value_or(std::vector<EpisodeRow>())) {
                    choices.append({row.id,
                                    row.title,
                                    row.published.isValid() ? text::dateText(
                                        row.published.toLocalTime().date(), QLocale())
                                                            : row.podcastTitle});
                }
                dialog->setChoices(choices);
            });
    };
    connect(dialog, &times::EpisodeChooser::searched, this, search);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const auto chosen = dialog->chosen();
        decide(
            [chosen](Decisions &decisions) {
                decisions.otherEpisode = chosen;
                decisions.offsets = {};
            },
            tr("A click on these times plays that episode."));
    });
    search({});
    openDialog(dialog);
}

} // namespace ui::window
