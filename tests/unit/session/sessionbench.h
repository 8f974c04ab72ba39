// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/episodestore.h"
#include "app/library/library.h"
#include "app/library/podcaststore.h"
#include "app/session/session.h"
#include "app/session/subscriptions.h"
#include "tests/support/await.h"
#include "tests/support/fakeclock.h"
#include "tests/support/httpfixture.h"

#include <QFile>
#include <QTemporaryDir>

#include <memory>

namespace tests {

/// A real session on a library in a temporary folder, and a web server.
struct SessionBench
{
    SessionBench()
    {
        auto opened =
            app::session::Session::open({folder.filePath(QStringLiteral("library")), {}, &clock});
        if (!opened) {
            qFatal("the session does not open: %s", qPrintable(opened.error().detail));
        }
        session = *std::move(opened);
    }

    /// A feed with these items under this address.
    void serveFeed(const QByteArray &items, const QByteArray &head = {})
    {
        HttpRoute route;
        route.body = feed(items, head);
        route.etag = '"' + QByteArray::number(++versions) + '"';
        http.set(QStringLiteral("/feed.xml"), route);
    }

    [[nodiscard]] static QByteArray feed(const QByteArray &items, const QByteArray &head = {})
    {
        return "<rss version=\"2.0\" xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" "
               "xmlns:podcast=\"https://podcastindex.org/namespace/1.0\"><channel>"
               "<title>Tidewater Radio</title>"
               + QByteArray(head + items + "</channel></rss>");
    }

    [[nodiscard]] static QByteArray item(const QByteArray &guid, const QByteArray &more = {})
    {
        return "<item><title>Episode " + guid + "</title><guid>" + guid + "</guid><enclosure url=\""
               + guid + ".mp3\" type=\"audio/mpeg\"/>" + QByteArray(more + "</item>");
    }

    [[nodiscard]] app::base::Result<app::library::Podcast> subscribe()
    {
        return await(session->subscriptions().subscribe(http.address(QStringLiteral("/feed.xml"))));
    }

    [[nodiscard]] std::vector<app::library::Podcast> podcasts()
    {
        return await(session->library().read([](app::library::Connection &connection) {
                   return app::library::PodcastStore(connection).all();
               }))
            .value_or({});
    }

    [[nodiscard]] app::library::Episode episode(const QString &guid)
    {
        return await(session->library().read([guid](app::library::Connection &connection) {
                   return app::library::EpisodeStore(connection).find(guid);
               }))
            .value_or({});
    }

    /// Writes one of the test's own files. \returns its path
    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("a test file cannot be written");
        }
        return file.fileName();
    }

    QTemporaryDir folder;
    FakeClock clock;
    HttpFixture http;
    int versions = 0;
    std::unique_ptr<app::session::Session> session;
};

} // namespace tests
