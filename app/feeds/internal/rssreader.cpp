// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/internal/rssreader.h"

#include "app/feeds/feeddate.h"
#include "app/feeds/internal/podcastnamespace.h"

namespace app::feeds::internal {

namespace {

// Ranks of show notes; what iTunes tags hold ranks 1 and 2.
constexpr int plainRank = 3;
constexpr int encodedRank = 4;

int playability(const QString &type, const QString &url)
{
    if (url.isEmpty())
        return 0;
    if (type.startsWith(QLatin1String("audio/")))
        return 4;
    if (type.startsWith(QLatin1String("video/")))
        return 3;
    return type.startsWith(QLatin1String("image/")) ? 1 : 2;
}

// Several enclosures are against the rules and happen: the first that sounds wins.
void readEnclosure(const Element &element, FeedEpisode &episode)
{
    const QString url = element.addressAttribute("url");
    const QString type = element.attribute("type").toLower();
    if (playability(type, url) <= playability(episode.enclosureType, episode.enclosureUrl))
        return;
    episode.enclosureUrl = url;
    episode.enclosureType = type;
    bool ok = false;
    const qint64 length = element.attribute("length").toLongLong(&ok);
    episode.enclosureLengthBytes = ok && length > 0 ? std::optional(length) : std::nullopt;
}

bool isWebAddress(const QString &text)
{
    return text.startsWith(QLatin1String("http://"), Qt::CaseInsensitive)
           || text.startsWith(QLatin1String("https://"), Qt::CaseInsensitive);
}

void readGuid(const Element &element, EpisodeDraft &draft, QString &permalink)
{
    setOnce(draft.episode.guid, element.text());
    const bool denied = element.attribute("isPermaLink").toLower() == QLatin1String("false");
    if (!denied && isWebAddress(draft.episode.guid))
        permalink = draft.episode.guid;
}

void readCoreItemTag(const Element &element, EpisodeDraft &draft, QString &permalink)
{
    FeedEpisode &episode = draft.episode;
    const std::string_view name = element.name.local;
    if (name == "title")
        setOnce(episode.title, titleOf(element.node));
    else if (name == "link")
        setOnce(episode.link, element.address());
    else if (name == "description")
        draft.describe(element.node, plainRank);
    else if (name == "enclosure")
        readEnclosure(element, episode);
    else if (name == "guid")
        readGuid(element, draft, permalink);
    else if (name == "pubDate" && !episode.published.isValid())
        episode.published = readFeedDate(element.text());
}

EpisodeDraft readItem(const Element &item, const Scope &outer)
{
    EpisodeDraft draft;
    QString permalink;
    QDateTime otherDate;
    const Scope scope = outer.within(item.node);
    forEachElement(item.node, scope, item.addresses, [&](const Element &element) {
        if (element.name.ns == Ns::None)
            readCoreItemTag(element, draft, permalink);
        else if (element.name == Name{Ns::Content, "encoded"})
            draft.describe(element.node, encodedRank);
        else if (element.name == Name{Ns::DublinCore, "date"})
            otherDate = readFeedDate(element.text());
        else if (element.name == Name{Ns::Media, "group"})
            forEachElement(element.node, scope, item.addresses, [&draft](const Element &inner) {
                readEpisodeExtension(inner, draft);
            });
        else
            readEpisodeExtension(element, draft);
    });
    setOnce(draft.episode.link, permalink);
    if (!draft.episode.published.isValid())
        draft.episode.published = otherDate;
    return draft;
}

void readImage(const Element &image, QString &fallback)
{
    forEachElement(image.node, {}, image.addresses, [&fallback](const Element &child) {
        if (child.name.local == "url")
            setOnce(fallback, child.address());
    });
}

class ChannelReader
{
public:
    ChannelReader(Feed &feed, const Addresses &addresses, int mostEpisodes)
        : m_feed(feed)
        , m_addresses(addresses)
        , m_episodes(feed, mostEpisodes)
    {}

    void read(const pugi::xml_node &channel, const Scope &scope)
    {
        forEachElement(channel, scope, m_addresses, [this, &scope](const Element &element) {
            if (element.name == Name{Ns::None, "item"})
                m_episodes.add(m_episodes.isFull() ? EpisodeDraft() : readItem(element, scope));
            else if (element.name == Name{Ns::None, "channel"} && m_channels++ == 0)
                read(element.node, scope.within(element.node));
            else
                readTag(element);
        });
    }

    void finish()
    {
        setOnce(m_feed.description, m_summary);
        setOnce(m_feed.image, m_image);
        setOnce(m_feed.author, m_editor);
        m_episodes.inheritFromFeed();
    }

private:
    void readTag(const Element &element)
    {
        const Name &name = element.name;
        if (name.ns == Ns::None)
            readCoreTag(element);
        else if (name == Name{Ns::Atom, "link"}
                 && element.attribute("rel") == QLatin1String("next"))
            setOnce(m_feed.nextPage, element.addressAttribute("href"));
        else if (name == Name{Ns::Itunes, "summary"})
            setOnce(m_summary, markupOf(element.node));
        else if (!readFeedExtension(element, m_feed) && name == Name{Ns::DublinCore, "creator"})
            setOnce(m_editor, titleOf(element.node));
    }

    void readCoreTag(const Element &element)
    {
        const std::string_view name = element.name.local;
        if (name == "title")
            setOnce(m_feed.title, titleOf(element.node));
        else if (name == "link")
            setOnce(m_feed.link, element.address());
        else if (name == "description")
            setOnce(m_feed.description, markupOf(element.node));
        else if (name == "language")
            setOnce(m_feed.language, element.lowerText());
        else if (name == "managingEditor")
            setOnce(m_editor, titleOf(element.node));
        else if (name == "image")
            readImage(element, m_image);
    }

    Feed &m_feed;
    const Addresses &m_addresses;
    EpisodeCollector m_episodes;
    int m_channels = 0; // only the first counts, which also bounds how deep this goes
    QString m_summary;
    QString m_image;
    QString m_editor;
};

} // namespace

Feed readRss(const pugi::xml_node &root, const Addresses &addresses, int mostEpisodes)
{
    Feed feed;
    ChannelReader reader(feed, addresses, mostEpisodes);
    reader.read(root, Scope().within(root));
    reader.finish();
    return feed;
}

} // namespace app::feeds::internal
