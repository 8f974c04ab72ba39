// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/feeds/feed.h"
#include "app/network/httpclient.h"
#include "app/work/workerpool.h"

#include <QFuture>
#include <QObject>

namespace app::session {

/// A feed as it came over the network, with what the server said.
struct FetchedFeed
{
    feeds::Feed feed; ///< empty when unchanged
    bool unchanged = false;
    QUrl asked; ///< the feed's own address, before redirects; not the page's that led to it
    QUrl movedTo;
    QByteArray etag;
    QByteArray lastModified;
};

/// Makes a typed address whole: "feed:", "pcast:" and "itpc:" become https, a missing scheme too.
/// An invalid URL when it cannot be a web address.
[[nodiscard]] QUrl feedAddress(const QString &typed);

/// Whether a podcast's address can be fetched at all; the sample and the listener's own files have
/// none.
[[nodiscard]] bool isWebAddress(const QString &feedUrl);

/// Fetches and reads feeds: the network on the main thread, reading on a worker.
/// A web page that names its feed (link rel="alternate") leads there, once. Thread: main.
class FeedFetcher final : public QObject
{
    Q_OBJECT

public:
    FeedFetcher(network::HttpClient &http, work::WorkerPool &pool);

    /// Errors: those of HttpClient::get and feeds::readFeed.
    [[nodiscard]] QFuture<base::Result<FetchedFeed>>
    fetch(const QUrl &url, const QByteArray &etag = {}, const QByteArray &lastModified = {});

private:
    using Fetched = base::Result<FetchedFeed>;
    [[nodiscard]] QFuture<Fetched> request(const QUrl &url,
                                           const QByteArray &etag,
                                           const QByteArray &lastModified,
                                           bool followPage);
    [[nodiscard]] QFuture<Fetched>
    readReply(const QUrl &asked, const network::HttpReply &reply, bool followPage);

    network::HttpClient &m_http;
    work::WorkerPool &m_pool;
};

} // namespace app::session
