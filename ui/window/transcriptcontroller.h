// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "app/session/transcriptservice.h"
#include "app/work/job.h"
#include "ui/theme/thememanager.h"
#include "ui/transcript/transcriptview.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QDialog;
class QMenu;

namespace ui::window {

class Messages;

/// The transcript of the open episode: which one is read, what is put right in it, and in which
/// forms it comes and goes. Thread: main.
class TranscriptController final : public QObject
{
    Q_OBJECT

public:
    TranscriptController(app::session::Session &session,
                         const theme::ThemeManager &themes,
                         transcript::TranscriptView &view,
                         Messages &messages);

    /// Loads and shows an episode's transcript. Again: only what has changed about the episode.
    void show(const app::library::Episode &episode);

    /// Everything that can be done with transcripts, below a button.
    void openMenu(const QPoint &position);

    /// Gives the open episode a transcript.
    void chooseFile();
    void attach(const QString &path);
    void paste();

signals:
    /// Another text is shown.
    void shown(app::base::EpisodeId episode, const app::transcripts::ReadingText &reading);

private:
    using EpisodeId = app::base::EpisodeId;
    using Loaded = app::session::TranscriptService::Loaded;
    using TextSpan = app::timestamps::TextSpan;

    void load();
    void loaded(const Loaded &transcript);
    void addChoices(QMenu &menu, const std::vector<app::session::TranscriptChoice> &choices);
    void addSpeakers(QMenu &menu);
    void addExports(QMenu &menu);
    void fillMenu(QMenu &menu, const std::vector<app::session::TranscriptChoice> &choices);
    void openTextMenu(const transcript::ReaderHit &hit, const QPoint &position);

    [[nodiscard]] TextSpan wordsAt(qsizetype offset) const;
    void correct(TextSpan span);
    void splitAt(qsizetype offset);
    void mergeAt(qsizetype offset);
    void setSpeakerAt(qsizetype offset);
    void renameSpeaker(const app::session::SpeakerName &speaker);
    void shiftFrom(qsizetype offset);
    void exportAs(app::transcripts::Format format, const QString &suffix, const QString &filter);
    void judgePasted(const QString &text);
    void apply(const std::vector<app::transcripts::Edit> &edits);
    void report(const QFuture<app::base::Result<void>> &done);
    void openDialog(QDialog *dialog);
    [[nodiscard]] QString choiceText(const app::session::TranscriptChoice &choice) const;

    app::session::Session &m_session;
    const theme::ThemeManager &m_themes;
    transcript::TranscriptView &m_view;
    Messages &m_messages;
    std::optional<app::library::Episode> m_episode;
    std::optional<app::session::LoadedTranscript> m_loaded;
    app::work::Job m_loading;
    app::work::Job m_judging;
    QPointer<QDialog> m_dialog; ///< one at a time
};

} // namespace ui::window
