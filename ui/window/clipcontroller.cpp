// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/clipcontroller.h"

#include "app/library/episodestore.h"
#include "app/library/library.h"
#include "app/media/soundwriter.h"
#include "app/session/clips.h"
#include "app/session/listening.h"
#include "app/transcripts/readingtext.h"
#include "app/work/comeback.h"
#include "ui/notes/notespanel.h"
#include "ui/transcript/readerpane.h"
#include "ui/window/messages.h"
#include "ui/window/readercontroller.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>

#include <cmath>

namespace ui::window {
namespace {

using app::base::Result;
using app::library::Episode;
using app::timestamps::MediaTime;
using app::timestamps::TimeRange;

QStringList formatFilters()
{
    QStringList filters;
    for (const QString &suffix : app::media::soundSuffixes()) {
        filters += QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix);
    }
    return filters;
}

/// The name with the suffix the listener chose among the formats, where they typed none we know.
QString withSuffix(const QString &path, const QString &filter)
{
    const QString typed = QFileInfo(path).suffix().toLower();
    if (app::media::soundSuffixes().contains(typed)) {
        return path;
    }
    return path + u'.' + filter.section(QLatin1String("*."), 1).chopped(1);
}

} // namespace

ClipController::ClipController(app::session::Session &session,
                               ReaderController &reader,
                               Messages &messages,
                               QWidget *window)
    : m_session(session)
    , m_reader(reader)
    , m_messages(messages)
    , m_window(window)
{
    connect(&session.clips(), &app::session::Clips::progressed, this, [this](double part) {
        emit progressed(
            tr("Clip: %1 %").arg(QLocale().toString(static_cast<int>(std::lround(part * 100)))));
    });
}

void ClipController::serve(notes::NotesPanel &panel)
{
    using notes::NotesPanel;
    connect(&panel, &NotesPanel::clipRequested, this, [this](const app::notes::Note &note) {
        save(note);
    });
    connect(&panel, &NotesPanel::loopRequested, this, [this](const app::notes::Note &note) {
        repeat(note);
    });
}

void ClipController::save(const app::notes::Note &note)
{
    saveOf(note.episode, {note.start, note.end.value_or(note.start)});
}

void ClipController::repeat(const app::notes::Note &note)
{
    repeat(note.episode, {note.start, note.end.value_or(note.start)});
}

void ClipController::serve(transcript::ReaderPane &text)
{
    connect(&text, &transcript::ReaderPane::clipRequested, this, [this](const TimeRange &range) {
        if (m_reader.episode()) {
            save(*m_reader.episode(), range);
        }
    });
    connect(&text, &transcript::ReaderPane::loopRequested, this, [this](const TimeRange &range) {
        if (m_reader.episode()) {
            repeat(m_reader.episode()->row.id, range);
        }
    });
}

std::optional<TimeRange> ClipController::selectedRange() const
{
    auto *const text = m_reader.shownText();
    return text ? text->selected().time : std::nullopt;
}

std::optional<TimeRange> ClipController::heardSentence() const
{
    if (!m_reader.isPlayingThis()) {
        return std::nullopt;
    }
    const auto &reading = m_reader.reading();
    const auto at = reading.sentenceAt(m_session.listening().player().position());
    if (!at) {
        return std::nullopt;
    }
    const auto &sentence = reading.sentences[*at];
    const auto next = *at + 1 < reading.sentences.size() ? reading.sentences[*at + 1].start
                                                         : std::optional<MediaTime>();
    const auto end = sentence.end ? sentence.end : next;
    return sentence.start && end ? std::optional(TimeRange{*sentence.start, *end}) : std::nullopt;
}

void ClipController::saveChosen()
{
    auto &listening = m_session.listening();
    if (const auto selected = selectedRange(); selected && m_reader.episode()) {
        save(*m_reader.episode(), *selected);
    } else if (!listening.current()) {
        m_messages.say(tr("Nothing is playing."));
    } else if (const auto loop = listening.player().loop()) {
        save(*listening.current(), *loop);
    } else if (const auto sentence = heardSentence()) {
        save(*listening.current(), *sentence);
    } else {
        m_messages.say(tr("Select the words to save, or set a start with I and an end with O."));
    }
}

void ClipController::repeatSentence()
{
    if (const auto sentence = heardSentence()) {
        m_session.listening().player().seek(sentence->start);
    } else {
        m_session.listening().skip(std::chrono::seconds(-5));
    }
}

void ClipController::toggleLoop()
{
    auto &listening = m_session.listening();
    if (listening.player().loop() || listening.loopStart()) {
        listening.setLoop(std::nullopt);
    } else if (const auto selected = selectedRange(); selected && m_reader.episode()) {
        repeat(m_reader.episode()->row.id, *selected);
    } else if (const auto sentence = heardSentence()) {
        listening.setLoop(*sentence);
    } else {
        m_messages.say(tr("Select the words to repeat, or set a start with I and an end with O."));
    }
}

void ClipController::repeat(app::base::EpisodeId episode, const TimeRange &range)
{
    auto &listening = m_session.listening();
    listening.jumpTo(episode, range.start);
    if (listening.current() && listening.current()->row.id == episode) {
        listening.setLoop(range);
        return;
    }
    // It is loaded first.
    connect(
        &listening,
        &app::session::Listening::currentChanged,
        this,
        [this, episode, range] {
            auto &target = m_session.listening();
            if (target.current() && target.current()->row.id == episode) {
                target.setLoop(range);
            }
        },
        Qt::SingleShotConnection);
}

void ClipController::saveOf(app::base::EpisodeId episode, const TimeRange &range)
{
    app::work::comeBack(m_session.library().read([episode](app::library::Connection &connection) {
        return app::library::EpisodeStore(connection).get(episode);
    }),
                        this,
                        [this, range](const Result<Episode> &found) {
                            if (found) {
                                save(*found, range);
                            } else {
                                m_messages.sayFailure(text::Attempt::Export, found.error());
                            }
                        });
}

void ClipController::save(const Episode &episode, const TimeRange &range)
{
    if (episode.row.filePath.isEmpty()) {
        m_messages.say(tr("Download the episode first; a clip is cut from its file."));
        return;
    }
    auto *const dialog = new QFileDialog(m_window, tr("Save a clip"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(formatFilters());
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::MusicLocation));
    const QString usual = QStringLiteral("mp3");
    dialog->selectNameFilter(QStringLiteral("%1 (*.%2)").arg(usual.toUpper(), usual));
    dialog->selectFile(app::session::Clips::fileNameFor(episode, range, usual));
    connect(dialog,
            &QFileDialog::fileSelected,
            this,
            [this, dialog, episode, range](const QString &path) {
                write(episode, range, withSuffix(path, dialog->selectedNameFilter()));
            });
    dialog->open();
}

void ClipController::write(const Episode &episode, const TimeRange &range, const QString &path)
{
    auto request = app::session::Clips::requestFor(episode, range);
    if (!request) {
        m_messages.sayFailure(text::Attempt::Export, request.error());
        return;
    }
    request->outputPath = path;
    emit progressed(tr("Clip…"));
    app::work::comeBack(m_session.clips().write(*request),
                        this,
                        [this, path](const Result<app::timestamps::Duration> &written) {
                            emit progressed({});
                            if (written) {
                                m_messages.say(
                                    tr("Clip saved as %1.").arg(QDir::toNativeSeparators(path)));
                            } else {
                                m_messages.sayFailure(text::Attempt::Export, written.error());
                            }
                        });
}

} // namespace ui::window
