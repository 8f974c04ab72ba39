// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/transcriptcontroller.h"

#include "app/session/listening.h"
#include "app/transcripts/transcriptreader.h"
#include "app/work/comeback.h"
#include "app/work/workerpool.h"
#include "ui/text/errortext.h"
#include "ui/times/transcriptdialogs.h"
#include "ui/window/messages.h"

#include <QFileDialog>
#include <QMenu>

namespace ui::window {

using app::base::EpisodeId;
using app::base::Result;
using app::session::TranscriptService;
using app::transcripts::Transcript;

TranscriptController::TranscriptController(app::session::Session &session,
                                           const theme::ThemeManager &themes,
                                           transcript::TranscriptView &view,
                                           Messages &messages)
    : m_session(session)
    , m_themes(themes)
    , m_view(view)
    , m_messages(messages)
{
    connect(&view,
            &transcript::ReaderPane::messageActionTriggered,
            this,
            [this](const QString &id) { id == QLatin1String("retry") ? load() : chooseFile(); });
    connect(&view,
            &transcript::ReaderPane::contextMenuRequested,
            this,
            &TranscriptController::openTextMenu);
    connect(&view,
            &transcript::TranscriptView::correctRequested,
            this,
            [this](const transcript::SelectedText &words) { correct(words.span); });
    connect(&view,
            &transcript::TranscriptView::renameSpeakerRequested,
            this,
            [this](const QString &name) {
                for (const auto &speaker :
                     m_loaded ? m_loaded->speakers : std::vector<app::session::SpeakerName>()) {
                    if (speaker.name == name) {
                        renameSpeaker(speaker);
                        return;
                    }
                }
            });
    TranscriptService &service = session.transcripts();
    connect(&service, &TranscriptService::changed, this, [this](EpisodeId episode) {
        if (m_episode && m_episode->row.id == episode) {
            load();
        }
    });
    connect(&service, &TranscriptService::podcastChanged, this, [this](auto podcast) {
        if (m_episode && m_episode->row.podcastId == podcast) {
            load();
        }
    });
    connect(&service, &TranscriptService::failed, this, [this](const app::base::Error &error) {
        m_messages.sayFailure(text::Attempt::ReadTranscript, error);
    });
}

void TranscriptController::show(const app::library::Episode &episode)
{
    const bool another = !m_episode || m_episode->row.id != episode.row.id;
    m_episode = episode;
    m_view.setDuration(episode.row.duration);
    if (another) {
        delete m_dialog;
        m_loaded.reset();
        m_view.showLoadingTranscript();
        load();
    }
}

void TranscriptController::load()
{
    auto loading = m_session.transcripts().load(*m_episode);
    m_loading = app::work::Job(loading);
    app::work::comeBack(loading, this, [this, id = m_episode->row.id](const Loaded &transcript) {
        if (m_episode && m_episode->row.id == id) {
            loaded(transcript);
        }
    });
}

void TranscriptController::loaded(const Loaded &transcript)
{
    if (transcript) {
        // A corrected text is read on where it was read.
        const bool same = m_loaded && m_loaded->id == transcript->id;
        m_loaded = *transcript;
        if (same) {
            m_view.updateTranscript(transcript->reading);
        } else {
            m_view.setTranscript(transcript->reading);
        }
    } else {
        m_loaded.reset();
        m_view.setTranscript({});
        const app::base::Error &error = transcript.error();
        if (error.code == app::base::ErrorCode::NotFound && m_episode->feed.transcripts.empty()) {
            m_view.showNone(false);
        } else {
            m_view.showFailure(text::failureText(text::Attempt::ReadTranscript, error));
        }
    }
    emit shown(m_episode->row.id, m_view.transcript());
}

void TranscriptController::chooseFile()
{
    if (!m_episode) {
        return;
    }
    auto *const dialog = new QFileDialog(m_view.window(), tr("Open transcript"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Transcripts (%1)")
                                .arg(QStringLiteral("*.vtt *.srt *.json *.txt *.html *.htm *.ttml"
                                                    " *.xml *.sbv *.lrc *.tsv *.md")),
                            tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &TranscriptController::attach);
    openDialog(dialog);
}

void TranscriptController::attach(const QString &path)
{
    if (!m_episode) {
        m_messages.say(tr("Open the episode first that the transcript belongs to."));
        return;
    }
    app::work::comeBack(m_session.transcripts().attach(m_episode->row.id, path),
                        this,
                        [this](const Loaded &attached) {
                            if (!attached) {
                                m_messages.sayFailure(text::Attempt::ReadTranscript,
                                                      attached.error());
                            }
                        });
}

void TranscriptController::paste()
{
    if (!m_episode) {
        return;
    }
    auto *const dialog = new times::PasteDialog(m_view.window());
    connect(dialog, &times::PasteDialog::changed, this, &TranscriptController::judgePasted);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = m_episode->row.id] {
        app::work::comeBack(m_session.transcripts().attachText(id, dialog->text()),
                            this,
                            [this](const Loaded &attached) {
                                if (!attached) {
                                    m_messages.sayFailure(text::Attempt::ReadTranscript,
                                                          attached.error());
                                }
                            });
    });
    openDialog(dialog);
}

void TranscriptController::judgePasted(const QString &text)
{
    auto *const dialog = qobject_cast<times::PasteDialog *>(m_dialog.data());
    if (!dialog) {
        return;
    }
    if (text.trimmed().isEmpty()) {
        dialog->setVerdict({}, false);
        return;
    }
    using Read = Result<Transcript>;
    auto reading = m_session.workers().run<Read>([text](QPromise<Read> &promise) {
        promise.addResult(app::transcripts::readTranscript(text.toUtf8()));
    });
    m_judging = app::work::Job(reading);
    app::work::comeBack(reading, dialog, [dialog, text](const Read &read) {
        if (dialog->text() != text) {
            return;
        }
        if (!read) {
            dialog->setVerdict(text::failureText(text::Attempt::ReadTranscript, read.error()),
                               false);
            return;
        }
        const int cues = static_cast<int>(read->cues.size());
        const int speakers = static_cast<int>(app::transcripts::speakersOf(*read).size());
        QStringList words{read->isTimed() ? tr("%n timed part(s)", nullptr, cues)
                                          : tr("%n part(s) without times", nullptr, cues)};
        if (speakers > 0) {
            words += tr("%n speaker(s)", nullptr, speakers);
        }
        dialog->setVerdict(words.join(QStringLiteral(", ")), true);
    });
}

void TranscriptController::apply(const std::vector<app::transcripts::Edit> &edits)
{
    if (m_loaded && !edits.empty()) {
        report(m_session.transcripts().correct(m_loaded->id, edits));
    }
}

void TranscriptController::report(const QFuture<Result<void>> &done)
{
    app::work::comeBack(done, this, [this](const Result<void> &result) {
        if (!result) {
            m_messages.sayFailure(text::Attempt::ReadTranscript, result.error());
        }
    });
}

void TranscriptController::openDialog(QDialog *dialog)
{
    delete m_dialog;
    m_dialog = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

} // namespace ui::window
