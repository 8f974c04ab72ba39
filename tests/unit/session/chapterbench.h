// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/httpclient.h"
#include "app/session/chapterservice.h"
#include "tests/support/httpfixture.h"
#include "tests/unit/session/sessionfixture.h"

#include <QFile>
#include <QSignalSpy>

namespace tests {

/// The chapter service with all it needs: an episode "e1" that is added once it is as wanted, and a
/// web server.
struct ChapterBench
{
    ChapterBench()
        : http(app::network::makeHttpClient())
        , settings(*fixture.library, std::nullopt)
        , timekeeping(*fixture.library, *workers, history, fixture.clock)
        , service(*fixture.library, *http, *workers, settings, timekeeping, history)
        , changed(&service, &app::session::ChapterService::changed)
    {
        feed.title = QStringLiteral("Tidewater Radio");
        app::feeds::FeedEpisode item;
        item.guid = QStringLiteral("e1");
        item.title = QStringLiteral("Where zero is");
        item.duration = std::chrono::seconds(10);
        feed.episodes = {item};
    }

    app::feeds::FeedEpisode &item() { return feed.episodes.front(); }

    app::library::Episode episode() { return fixture.episode(QStringLiteral("e1")); }

    app::session::EpisodeChapters chapters()
    {
        const auto found = await(service.of(episode()));
        return found.value_or(app::session::EpisodeChapters{{{}}, {}});
    }

    QString setFile(const QByteArray &bytes)
    {
        QFile file(fixture.folder.filePath(QStringLiteral("1.mp3")));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("a test file cannot be written");
        }
        file.close();
        const auto done = await(fixture.library->write(
            app::library::Durability::Normal,
            [id = episode().row.id, path = file.fileName()](app::library::Connection &connection,
                                                            app::library::Changes &changes) {
                return app::library::EpisodeStore(connection).setFile(id, path, changes);
            }));
        return done ? file.fileName() : QString();
    }

    SessionFixture fixture;
    HttpFixture server;
    std::unique_ptr<app::network::HttpClient> http;
    std::unique_ptr<app::work::WorkerPool> workers = std::make_unique<app::work::WorkerPool>();
    app::session::ListeningSettings settings;
    app::session::History history;
    app::session::Timekeeping timekeeping;
    app::session::ChapterService service;
    QSignalSpy changed;
    app::feeds::Feed feed;
};

} // namespace tests
