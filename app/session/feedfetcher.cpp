// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/feedfetcher.h"

#include "app/feeds/feedreader.h"
#include "app/session/internal/feeddiscovery.h"
#include "app/session/internal/ready.h"
#include "app/work/comeback.h"

#include <QRegularExpression>

namespace app::session {
namespace {

using Fetched = base::Result<FetchedFeed>;

Fetched readDocument(const QUrl &asked, const network::HttpReply &reply)
{
    auto feed = feeds::readFeed(reply.body, reply.url.toString(), reply.charset);
    if (!feed) {
        return base::unexpected(feed.error());
    }
    return FetchedFeed{
        *std::move(feed), false, asked, reply.movedTo, reply.etag, reply.lastModified};
}

} // namespace

QUrl feedAddress(const QString &typed)
{
    QString text = typed.trimmed();
    static const QRegularExpression feedScheme(QStringLiteral("^(feed|pcast|itpc)(s?):(//)?"),
                                               QRegularExpression::CaseInsensitiveOption);
    const auto scheme = feedScheme.match(text);
    if (scheme.hasMatch()) {
        text = text.mid(scheme.capturedLength());
    }
    if (!text.contains(QLatin1String("://"))) {
        text.prepend(QLatin1String("https://"));
    }
    const QUrl url(text, QUrl::TolerantMode);
    const bool isWeb =
        url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    const bool isHost = url.host().contains(QLatin1Char('.'))
                        || url.host().contains(QLatin1Char(':'))
                        || url.host() == QLatin1String("localhost");
    return url.isValid() && isWeb && isHost ? url : QUrl();
}

bool isWebAddress(const QString &feedUrl)
{
    return feedUrl.startsWith(QLatin1String("http"), Qt::CaseInsensitive);
}

FeedFetcher::FeedFetcher(network::HttpClient &http, work::WorkerPool &pool)
    : m_http(http)
    , m_pool(pool)
{}

QFuture<Fetched>
FeedFetcher::fetch(const QUrl &url, const QByteArray &etag, const QByteArray &lastModified)
{
    return request(url, etag, lastModified, true);
}

QFuture<Fetched> FeedFetcher::request(const QUrl &url,
                                      const QByteArray &etag,
                                      const QByteArray &lastModified,
                                      bool followPage)
{
    network::HttpRequest request;
    request.url = url;
    request.etag = etag;
    request.lastModified = lastModified;
    request.accept = "application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5";
    return work::comeBack(m_http.get(request),
                          this,
                          [this, url, followPage](const base::Result<network::HttpReply> &reply) {
                              return reply ? readReply(url, *reply, followPage)
                                           : internal::readyError<FetchedFeed>(reply.error());
                          })
        .unwrap();
}

QFuture<Fetched>
FeedFetcher::readReply(const QUrl &asked, const network::HttpReply &reply, bool followPage)
{
    if (reply.notModified()) {
        return internal::ready<FetchedFeed>(
            FetchedFeed{{}, true, asked, reply.movedTo, reply.etag, reply.lastModified});
    }
    const auto pending = m_pool.run<Fetched>([asked, reply](QPromise<Fetched> &promise) {
        promise.addResult(readDocument(asked, reply));
    });
    return work::comeBack(pending,
                          this,
                          [this, reply, followPage](const Fetched &fetched) {
                              if (!fetched && followPage) {
                                  if (const auto feed =
                                          internal::feedOfPage(reply.body, reply.url)) {
                                      return request(*feed, {}, {}, false);
                                  }
                              }
                              return internal::ready<FetchedFeed>(fetched);
                          })
        .unwrap();
}

} // namespace app::session
