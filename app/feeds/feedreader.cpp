// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/feedreader.h"

#include "app/feeds/internal/atomreader.h"
#include "app/feeds/internal/document.h"
#include "app/feeds/internal/rssreader.h"

#include <algorithm>
#include <array>

namespace app::feeds {

namespace {

using base::ErrorCode;
using base::unexpected;

bool isPageTag(std::string_view name)
{
    constexpr std::array<std::string_view, 12> tags{
        "html", "head", "body", "div", "p", "br", "b", "center", "script", "title", "meta", "h1"};
    return std::find(tags.begin(), tags.end(), name) != tags.end();
}

base::Unexpected noFeed(const pugi::xml_node &root)
{
    const std::string_view name = internal::localName(root);
    if (name.empty())
        return unexpected(ErrorCode::Malformed, QStringLiteral("the XML has no element"));
    if (name == "RDF")
        return unexpected(ErrorCode::Unsupported, QStringLiteral("the feed is in RSS 1.0 format"));
    if (name == "opml")
        return unexpected(ErrorCode::Malformed,
                          QStringLiteral("this is a list of feeds (OPML), not a feed"));
    if (isPageTag(name))
        return unexpected(ErrorCode::Malformed, QStringLiteral("this is a web page, not a feed"));
    return unexpected(ErrorCode::Malformed,
                      QStringLiteral("this XML is no feed: its root element is <%1>")
                          .arg(QString::fromUtf8(root.name()).left(64)));
}

} // namespace

base::Result<Feed> readFeed(const QByteArray &document,
                            const QString &feedUrl,
                            const QByteArray &charset,
                            const FeedLimits &limits)
{
    if (document.size() > limits.documentBytes) {
        return unexpected(ErrorCode::TooLarge,
                          QStringLiteral("the feed has %1 bytes, the limit is %2")
                              .arg(document.size())
                              .arg(limits.documentBytes));
    }
    internal::Document xml;
    if (const base::Result<void> loaded = internal::load(document, charset, xml); !loaded)
        return unexpected(loaded.error());
    const pugi::xml_node root = xml.root({"rss", "feed", "channel", "RDF", "opml"});
    const std::string_view kind = internal::localName(root);
    const internal::Addresses addresses(feedUrl);
    Feed feed;
    if (kind == "rss" || kind == "channel")
        feed = internal::readRss(root, addresses, limits.episodes);
    else if (kind == "feed")
        feed = internal::readAtom(root, addresses, limits.episodes);
    else
        return noFeed(root);
    if (feed.title.isEmpty() && feed.episodes.empty())
        return unexpected(ErrorCode::Malformed,
                          QStringLiteral("the feed has neither title nor episodes"));
    return feed;
}

} // namespace app::feeds
