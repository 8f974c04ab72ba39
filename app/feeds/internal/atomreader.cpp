// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/internal/atomreader.h"

#include "app/feeds/feeddate.h"
#include "app/feeds/internal/podcastnamespace.h"
#include "app/markup/entities.h"

namespace app::feeds::internal {

namespace {

// Ranks of show notes; what iTunes tags hold ranks 1 and 2.
constexpr int summaryRank = 3;
constexpr int contentRank = 4;

bool isCore(const Name &name)
{
    return name.ns == Ns::None || name.ns == Ns::Atom;
}

QString withoutTags(const QString &html)
{
    QString text;
    bool inTag = false;
    for (const QChar c : html) {
        inTag = inTag || c == u'<';
        if (!inTag)
            text += c;
        inTag = inTag && c != u'>';
    }
    return text;
}

// Titles may be HTML; a line of text is wanted.
QString plainTitle(const Element &element)
{
    const QString text = textOf(element.node);
    if (element.attribute("type").toLower() != QLatin1String("html"))
        return text.simplified();
    return markup::decodeEntities(withoutTags(text)).simplified();
}

QString nameOfPerson(const Element &person)
{
    QString name;
    forEachElement(person.node, {}, person.addresses, [&name](const Element &child) {
        if (child.name.local == "name")
            setOnce(name, titleOf(child.node));
    });
    return name;
}

void readEnclosure(const Element &link, FeedEpisode &episode)
{
    const QString type = link.attribute("type").toLower();
    const bool better = type.startsWith(QLatin1String("audio/"))
                        && !episode.enclosureType.startsWith(QLatin1String("audio/"));
    if (!episode.enclosureUrl.isEmpty() && !better)
        return;
    episode.enclosureUrl = link.addressAttribute("href");
    episode.enclosureType = type;
    bool ok = false;
    const qint64 length = link.attribute("length").toLongLong(&ok);
    episode.enclosureLengthBytes = ok && length > 0 ? std::optional(length) : std::nullopt;
}

bool isAlternate(const QString &rel)
{
    return rel.isEmpty() || rel == QLatin1String("alternate");
}

struct Entry
{
    EpisodeDraft draft;
    QDateTime updated;
};

void readCoreEntryTag(const Element &element, Entry &entry)
{
    FeedEpisode &episode = entry.draft.episode;
    const std::string_view name = element.name.local;
    const QString rel = name == "link" ? element.attribute("rel").toLower() : QString();
    if (name == "id")
        setOnce(episode.guid, element.text());
    else if (name == "title")
        setOnce(episode.title, plainTitle(element));
    else if (name == "link" && rel == QLatin1String("enclosure"))
        readEnclosure(element, episode);
    else if (name == "link" && isAlternate(rel))
        setOnce(episode.link, element.addressAttribute("href"));
    else if (name == "published" || name == "issued")
        episode.published = readFeedDate(element.text());
    else if (name == "updated" || name == "modified")
        entry.updated = readFeedDate(element.text());
    else if (name == "content")
        entry.draft.describe(element.node, contentRank);
    else if (name == "summary")
        entry.draft.describe(element.node, summaryRank);
}

EpisodeDraft readEntry(const Element &element, const Scope &outer)
{
    Entry entry;
    const Scope scope = outer.within(element.node);
    const Addresses addresses = element.addresses.within(element.node);
    forEachElement(element.node, scope, addresses, [&](const Element &child) {
        if (isCore(child.name))
            readCoreEntryTag(child, entry);
        else if (child.name == Name{Ns::Media, "group"})
            forEachElement(child.node, scope, addresses, [&entry](const Element &inner) {
                readEpisodeExtension(inner, entry.draft);
            });
        else
            readEpisodeExtension(child, entry.draft);
    });
    if (!entry.draft.episode.published.isValid())
        entry.draft.episode.published = entry.updated;
    return entry.draft;
}

void readCoreFeedTag(const Element &element, Feed &feed, QString &logo)
{
    const std::string_view name = element.name.local;
    const QString rel = name == "link" ? element.attribute("rel").toLower() : QString();
    if (name == "title")
        setOnce(feed.title, plainTitle(element));
    else if (name == "subtitle" || name == "tagline")
        setOnce(feed.description, markupOf(element.node));
    else if (name == "link" && rel == QLatin1String("next"))
        setOnce(feed.nextPage, element.addressAttribute("href"));
    else if (name == "link" && isAlternate(rel))
        setOnce(feed.link, element.addressAttribute("href"));
    else if (name == "author" && feed.author.isEmpty())
        feed.author = nameOfPerson(element);
    else if (name == "logo")
        logo = element.address();
    else if (name == "icon")
        setOnce(logo, element.address());
}

} // namespace

Feed readAtom(const pugi::xml_node &root, const Addresses &outer, int mostEpisodes)
{
    Feed feed;
    QString logo;
    EpisodeCollector episodes(feed, mostEpisodes);
    const Scope scope = Scope().within(root);
    const Addresses addresses = outer.within(root);
    feed.language = QString::fromUtf8(root.attribute("xml:lang").value()).trimmed().toLower();
    forEachElement(root, scope, addresses, [&](const Element &element) {
        if (isCore(element.name) && element.name.local == "entry")
            episodes.add(episodes.isFull() ? EpisodeDraft() : readEntry(element, scope));
        else if (isCore(element.name))
            readCoreFeedTag(element, feed, logo);
        else
            readFeedExtension(element, feed);
    });
    setOnce(feed.image, logo);
    episodes.inheritFromFeed();
    return feed;
}

} // namespace app::feeds::internal
