// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "app/session/timekeeping.h"
#include "app/work/job.h"
#include "ui/theme/thememanager.h"
#include "ui/transcript/shownotesview.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QDialog;
class QMenu;

namespace ui::times {
class PlaceFinder;
} // namespace ui::times

namespace ui::window {

class Messages;

/// Show notes with their times: a click plays from there, and the listener decides what is a time,
/// how it is read, whose it is and where it really is. Thread: main.
class TimesController final : public QObject
{
    Q_OBJECT

public:
    TimesController(app::session::Session &session,
                    const theme::ThemeManager &themes,
                    transcript::ShowNotesView &view,
                    Messages &messages);

    /// Shows an episode's show notes. Again after anything about it has changed: they are read anew
    /// where that says something else about them.
    void show(const app::library::Episode &episode);

    /// Whether the show notes hold a list that can be made chapters.
    [[nodiscard]] bool hasList() const { return !m_notes.chapters.empty(); }

    /// That list, to be looked over and made the episode's chapters.
    void openChapters();

signals:
    /// The text is there, with new times.
    void shown();
    void noteRequested(app::timestamps::MediaTime place);

private:
    using MediaTime = app::timestamps::MediaTime;
    using Decisions = app::timestamps::TimeDecisions;
    using Timestamp = app::timestamps::Timestamp;

    void read();
    void display();
    [[nodiscard]] std::optional<transcript::TimesNotice> decidedNotice() const;
    [[nodiscard]] QList<widgets::MessageAction> otherActions() const;

    void activate(const transcript::TimeLink &time, Qt::KeyboardModifiers modifiers);
    void openMenu(const transcript::ReaderHit &hit, const QPoint &position);
    void addTimeActions(QMenu &menu, const Timestamp &time);
    void addLookAlikeActions(QMenu &menu, qsizetype offset);
    void doNoticeAction(const QString &action);

    void play(app::timestamps::MediaTime place);
    void decide(const app::session::Timekeeping::Change &change,
                const QString &said,
                std::optional<Decisions> forPodcast = std::nullopt);
    void decideOne(app::timestamps::TimeDecision::Kind kind, app::timestamps::TextSpan span);
    void readAs(app::timestamps::ShortForm form);
    void copyLink(app::timestamps::MediaTime place);
    void openTimeOff(const Timestamp &time);
    void openOffset();
    void openOther();
    void chooseEpisode();
    void useChapters(const app::timestamps::Chapters &chapters);
    void exportChapters(const app::timestamps::Chapters &chapters);
    void writeChapters(const app::timestamps::Chapters &chapters);
    void serveFinder(times::PlaceFinder &finder);
    void openDialog(QDialog *dialog);

    [[nodiscard]] MediaTime heard(app::base::EpisodeId episode);
    [[nodiscard]] const Timestamp *timeAt(qsizetype offset) const;
    [[nodiscard]] QString written(app::timestamps::TextSpan span) const;
    [[nodiscard]] QString lineOf(qsizetype offset) const;

    app::session::Session &m_session;
    const theme::ThemeManager &m_themes;
    transcript::ShowNotesView &m_view;
    Messages &m_messages;
    std::optional<app::library::Episode> m_episode;
    app::session::DecidedNotes m_notes;
    app::work::Job m_reading;
    QPointer<QDialog> m_dialog; ///< one at a time
};

} // namespace ui::window
