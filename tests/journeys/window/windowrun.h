// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/downloads/downloadqueue.h"
#include "app/library/episodestore.h"
#include "app/library/library.h"
#include "app/library/podcaststore.h"
#include "app/session/episodeservice.h"
#include "app/session/listening.h"
#include "app/session/session.h"
#include "app/session/subscriptions.h"
#include "app/settings/settingsfile.h"
#include "tests/support/await.h"
#include "tests/support/capturingoutput.h"
#include "tests/support/fakeclock.h"
#include "tests/support/httpfixture.h"
#include "tests/support/positioncode.h"
#include "ui/library/episodepanel.h"
#include "ui/models/episodemodel.h"
#include "ui/player/playerbar.h"
#include "ui/player/timeline.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/messagebar.h"
#include "ui/window/mainwindow.h"
#include "ui/window/readerpane.h"

#include <QAction>
#include <QFile>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

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
        (void)QTest::qWaitForWindowActive(&window);
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
        return QTest::qWaitFor([this, before] { return capture.flushes() > before; });
    }

    /// The sound goes on for so long, and the window with it. Waits for sound that is on its way;
    /// ends early where none comes.
    void hear(std::chrono::milliseconds time)
    {
        constexpr qint64 step = codeRate / 20;
        constexpr int patience = 300;
        int idle = 0;
        for (qint64 left = time.count() * codeRate / 1000; left > 0 && idle < patience;) {
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

/// An item of a feed; its enclosure lies under \p path.
[[nodiscard]] inline QString feedItem(const HttpFixture &server,
                                      const QString &guid,
                                      const QString &path,
                                      const QString &more = {})
{
    return QStringLiteral("<item><title>Episode %1</title><guid>%1</guid>"
                          "<enclosure url=\"%2\" type=\"audio/mpeg\" length=\"1\"/>%3</item>")
        .arg(guid, server.address(path), more);
}

[[nodiscard]] inline HttpRoute feedRoute(const QString &title, const QString &items)
{
    HttpRoute route;
    route.contentType = "application/rss+xml";
    route.body = QStringLiteral("<?xml version=\"1.0\"?><rss version=\"2.0\" "
                                "xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" "
                                "xmlns:psc=\"http://podlove.org/simple-chapters\" "
                                "xmlns:podcast=\"https://podcastindex.org/namespace/1.0\"><channel>"
                                "<title>%1</title>%2</channel></rss>")
                     .arg(title, items)
                     .toUtf8();
    return route;
}

[[nodiscard]] inline QByteArray wholeFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Seconds \p from to \p to of the position code as a file of this suffix; empty without ffmpeg.
[[nodiscard]] inline QByteArray
codedPiece(const QTemporaryDir &folder, const QString &suffix, double from, double to)
{
    const QString path =
        folder.filePath(QStringLiteral("piece-%1-%2.%3").arg(from).arg(to).arg(suffix));
    const bool made = encodePositionCode({QStringLiteral("-ss"),
                                          QString::number(from),
                                          QStringLiteral("-t"),
                                          QString::number(to - from)},
                                         path);
    return made ? wholeFile(path) : QByteArray();
}

/// Where the first sound since a frame that is from near a place is from, in ms of the position
/// code. Nothing when no such sound was heard.
[[nodiscard]] inline std::optional<double>
firstHeard(const Capture &capture, qint64 since, double near)
{
    constexpr std::size_t step = 2 * codeRate / 1000 * 5;
    constexpr std::size_t piece = 2 * codeRate / 1000 * 120;
    const auto sound = capture.heardSince(since);
    for (std::size_t begin = 0; begin + piece <= sound.size(); begin += step) {
        while (begin + piece < sound.size() && sound[begin] == 0.0F) {
            begin += 2;
        }
        const auto place = heardPlace(std::span(sound).subspan(begin));
        if (place && place->likeness > 0.9 && std::abs(place->ms - near) < 400) {
            return place->ms;
        }
    }
    return std::nullopt;
}

/// Where the first sound since a frame is from, in ms of the position code; its first 20 ms may
/// fade in and count as heard. Nothing when it is silent or no such sound.
[[nodiscard]] inline std::optional<double> firstHeard(const Capture &capture, qint64 since)
{
    const auto sound = capture.heardSince(since);
    const auto loud =
        std::find_if(sound.begin(), sound.end(), [](float value) { return value != 0.0F; });
    const auto begin = static_cast<std::size_t>(loud - sound.begin()) / 2 * 2 + 2 * 960;
    if (begin + 2 * 48 * 100 > sound.size()) {
        return std::nullopt;
    }
    const auto place = heardPlace(std::span(sound).subspan(begin));
    return place ? std::optional(place->ms - 20) : std::nullopt;
}

} // namespace tests
