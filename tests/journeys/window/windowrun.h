// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/episodestore.h"
#include "app/library/library.h"
#include "app/session/episodeservice.h"
#include "app/session/listening.h"
#include "app/session/session.h"
#include "app/session/subscriptions.h"
#include "app/settings/settingsfile.h"
#include "tests/journeys/window/served.h"
#include "tests/support/await.h"
#include "tests/support/capturingoutput.h"
#include "tests/support/fakeclock.h"
#include "tests/support/httpfixture.h"
#include "tests/support/patience.h"
#include "ui/library/episodepanel.h"
#include "ui/models/episodemodel.h"
#include "ui/player/playerbar.h"
#include "ui/player/timeline.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/messagebar.h"
#include "ui/window/mainwindow.h"
#include "ui/window/readerpane.h"

#include <QAction>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>

namespace tests {

/// A run of the program in its real window: session, window, and what comes out of the loudspeaker.
struct WindowRun
{
    using EpisodeId = app::base::EpisodeId;
    using MediaTime = app::timestamps::MediaTime;

    /// \param folder  holds library and settings; another run there is the next start of the
    /// program
    explicit WindowRun(const QTemporaryDir &folder)
        : settings(folder.filePath(QStringLiteral("earmark.ini")))
        , session(*app::session::Session::open({folder.filePath(QStringLiteral("library")),
                                                capture.factory(),
                                                &clock,
                                                folder.filePath(QStringLiteral("earmark.ini"))}))
        , window(*session, themes, settings)
    {
        window.resize(1300, 860);
        window.show();
        window.activateWindow();
        (void)waitForActive(&window);
    }

    ~WindowRun()
    {
        window.close();
        session->close();
    }

    WindowRun(const WindowRun &) = delete;
    WindowRun &operator=(const WindowRun &) = delete;

    template <typename Widget>
    [[nodiscard]] Widget *find() const
    {
        return window.findChild<Widget *>();
    }

    template <typename Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return window.findChild<Widget *>(QLatin1String(name));
    }

    void give(const char *command) { window.commands().action(QLatin1String(command))->trigger(); }

    [[nodiscard]] app::session::Listening &listening() { return session->listening(); }

    [[nodiscard]] app::playback::Player &player() { return session->listening().player(); }

    [[nodiscard]] ui::player::PlayerBar &bar() { return *find<ui::player::PlayerBar>(); }

    [[nodiscard]] ui::player::Timeline &timeline() { return bar().timeline(); }

    [[nodiscard]] QListView &list() { return *find<QListView>("episodes"); }

    [[nodiscard]] ui::models::EpisodeModel &model() { return *find<ui::models::EpisodeModel>(); }

    /// Titles as the list shows them now.
    [[nodiscard]] QStringList titles()
    {
        QStringList all;
        const auto *const shown = list().model();
        for (int row = 0; row < shown->rowCount(); ++row) {
            all += rowAt(row).title;
        }
        return all;
    }

    [[nodiscard]] app::library::EpisodeRow rowAt(int row)
    {
        return list()
            .model()
            ->index(row, 0)
            .data(ui::models::EpisodeModel::EpisodeRole)
            .value<app::library::EpisodeRow>();
    }

    /// Puts the keyboard on a listed episode. False when it is not listed.
    bool choose(const QString &title)
    {
        const auto row = titles().indexOf(title);
        list().setFocus();
        list().setCurrentIndex(list().model()->index(static_cast<int>(row), 0));
        return row >= 0;
    }

    /// \returns how many episodes it has; nothing when it cannot be followed
    [[nodiscard]] std::optional<int> follow(const QString &address)
    {
        const auto podcast = await(session->subscriptions().subscribe(address));
        return podcast ? std::optional(podcast->unplayedCount) : std::nullopt;
    }

    /// As the library has it, by the item's guid.
    [[nodiscard]] app::library::Episode stored(const QString &guid)
    {
        return await(session->library().read([guid](app::library::Connection &connection) {
                   return app::library::EpisodeStore(connection).find(guid);
               }))
            .value_or({});
    }

    [[nodiscard]] bool isCurrent(const QString &guid)
    {
        return listening().current() && listening().current()->row.guid == guid;
    }

    /// Everything asked of the library so far is done, and what was to follow from it.
    void settle()
    {
        for (int round = 0; round < 4; ++round) {
            (void)stored(QStringLiteral("none"));
            QCoreApplication::processEvents();
        }
    }

    /// A jump as asked for by anything that plays on; what is heard next is from there.
    [[nodiscard]] bool jump(MediaTime place)
    {
        return afterJump([this, place] { listening().seek(place); });
    }

    /// Does what makes the sound jump, and waits until the sound of before is thrown away.
    template <typename Work>
    [[nodiscard]] bool afterJump(Work work)
    {
        const int before = capture.flushes();
        work();
        return waitFor([this, before] { return capture.flushes() > before; });
    }

    /// The sound goes on for so long, and the window with it. Waits for sound that is on its way;
    /// ends early where none comes.
    void hear(std::chrono::milliseconds time)
    {
        constexpr qint64 step = codeRate / 20;
        constexpr int longestIdle = 1000;
        int idle = 0;
        for (qint64 left = time.count() * codeRate / 1000; left > 0 && idle < longestIdle;) {
            const qint64 heard = capture.advance(std::min(left, step));
            left -= heard;
            idle = heard > 0 ? 0 : idle + 1;
            if (heard > 0) {
                QCoreApplication::processEvents();
            } else {
                QTest::qWait(1);
            }
        }
    }

    /// The message at the window's foot; empty when none is shown.
    [[nodiscard]] QString message()
    {
        auto *const shown = find<ui::widgets::MessageBar>();
        return shown->isVisible() ? shown->findChild<ui::widgets::ElidedLabel *>()->text()
                                  : QString();
    }

    Capture capture;
    FakeClock clock;
    ui::theme::ThemeManager themes;
    app::settings::SettingsFile settings;
    std::unique_ptr<app::session::Session> session;
    ui::window::MainWindow window;
};

} // namespace tests
