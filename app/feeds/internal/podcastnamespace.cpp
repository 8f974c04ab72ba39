// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/internal/podcastnamespace.h"

#include "app/feeds/feeddate.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace app::feeds::internal {

namespace {

using timestamps::Duration;
using timestamps::MediaTime;

// More than any honest feed has. Persons are handed on to every episode, so they get the least.
constexpr std::size_t mostPersons = 50;
constexpr std::size_t mostLinks = 100;
constexpr std::size_t mostChapters = 5000;

constexpr double longestSeconds = 1e7;

template <typename T>
void addUpTo(std::size_t most, std::vector<T> &list, T value)
{
    if (list.size() < most)
        list.push_back(std::move(value));
}

QString orDefault(const QString &text, const char16_t *fallback)
{
    return text.isEmpty() ? QString::fromUtf16(fallback) : text.toLower();
}

std::optional<Duration> seconds(const QString &text)
{
    const std::optional<double> number = positiveNumber(text);
    if (!number || *number > longestSeconds)
        return {};
    return Duration(std::llround(*number * 1000));
}

void readPerson(const Element &element, std::vector<Person> &persons)
{
    Person person{titleOf(element.node),
                  orDefault(element.attribute("role"), u"host"),
                  orDefault(element.attribute("group"), u"cast"),
                  element.addressAttribute("img"),
                  element.addressAttribute("href")};
    if (!person.name.isEmpty())
        addUpTo(mostPersons, persons, std::move(person));
}

void readTranscript(const Element &element, EpisodeDraft &draft)
{
    TranscriptLink link{element.addressAttribute("url"),
                        element.attribute("type"),
                        element.attribute("language").toLower(),
                        element.attribute("rel").toLower()};
    if (!link.url.isEmpty())
        addUpTo(mostLinks, draft.episode.transcripts, std::move(link));
}

void readSoundbite(const Element &element, EpisodeDraft &draft)
{
    const auto start = seconds(element.attribute("startTime"));
    const auto duration = seconds(element.attribute("duration"));
    if (start && duration && *duration > Duration(0)) {
        addUpTo(mostLinks,
                draft.episode.soundbites,
                Soundbite{MediaTime(*start), *duration, titleOf(element.node)});
    }
}

void readContentLink(const Element &element, EpisodeDraft &draft)
{
    ContentLink link{element.addressAttribute("href"), titleOf(element.node)};
    if (!link.url.isEmpty())
        addUpTo(mostLinks, draft.episode.contentLinks, std::move(link));
}

void readSeason(const Element &element, EpisodeDraft &draft)
{
    bool ok = false;
    const int season = element.text().toInt(&ok);
    if (ok && season >= 0 && !draft.episode.season)
        draft.episode.season = season;
}

void readNumber(const Element &element, EpisodeDraft &draft)
{
    if (!draft.episode.episode)
        draft.episode.episode = positiveNumber(element.text());
}

// A second list in the same item is to be ignored. Source: Podlove Simple Chapters 1.2.
void readChapters(const Element &element, EpisodeDraft &draft)
{
    if (std::exchange(draft.hasChapters, true))
        return;
    timestamps::Chapters &chapters = draft.episode.chapters;
    const auto read = [&chapters](const Element &child) {
        const qint64 start = readFeedDurationMs(child.attribute("start"));
        if (child.name.local != "chapter" || start < 0)
            return;
        timestamps::Chapter chapter;
        chapter.start = MediaTime::fromMs(start);
        chapter.title = child.attribute("title");
        chapter.url = child.addressAttribute("href");
        chapter.image = child.addressAttribute("image");
        chapter.hasImage = !chapter.image.isEmpty();
        addUpTo(mostChapters, chapters, std::move(chapter));
    };
    forEachElement(element.node, {}, element.addresses, read);
    timestamps::sortChapters(chapters);
}

// The same sound elsewhere: only wanted where the item has no enclosure.
void readAlternate(const Element &element, EpisodeDraft &draft)
{
    const QString type = element.attribute("type").toLower();
    if (!type.startsWith(QLatin1String("audio/")) || !draft.fallbackUrl.isEmpty())
        return;
    forEachElement(element.node, {}, element.addresses, [&](const Element &source) {
        const QString url = source.addressAttribute("uri");
        if (source.name.local != "source" || !url.startsWith(QLatin1String("http")))
            return;
        setOnce(draft.fallbackUrl, url);
        setOnce(draft.fallbackType, type);
    });
}

void readMediaContent(const Element &element, EpisodeDraft &draft)
{
    const QString type = element.attribute("type").toLower();
    const bool plays = type.startsWith(QLatin1String("audio/"))
                       || type.startsWith(QLatin1String("video/"))
                       || element.attribute("medium") == QLatin1String("audio");
    if (plays && draft.fallbackUrl.isEmpty()) {
        draft.fallbackUrl = element.addressAttribute("url");
        draft.fallbackType = type;
    }
}

void readDuration(const Element &element, EpisodeDraft &draft)
{
    // Zero is what feeds write when they do not know.
    const qint64 ms = readFeedDurationMs(element.text());
    if (ms > 0)
        draft.episode.duration = Duration(ms);
}

struct EpisodeTag
{
    Ns ns;
    std::string_view name;
    void (*read)(const Element &, EpisodeDraft &);
};

constexpr std::array episodeTags{
    EpisodeTag{Ns::Itunes,
               "title",
               [](const Element &e, EpisodeDraft &d) {
                   setOnce(d.fallbackTitle, titleOf(e.node));
               }},
    EpisodeTag{Ns::Itunes, "duration", readDuration},
    EpisodeTag{Ns::Itunes,
               "image",
               [](const Element &e, EpisodeDraft &d) {
                   setOnce(d.episode.image, e.addressAttribute("href"));
               }},
    EpisodeTag{Ns::Itunes,
               "summary",
               [](const Element &e, EpisodeDraft &d) {
                   d.describe(e.node, 2);
               }},
    EpisodeTag{Ns::Itunes,
               "subtitle",
               [](const Element &e, EpisodeDraft &d) {
                   d.describe(e.node, 1);
               }},
    EpisodeTag{Ns::Itunes, "season", readSeason},
    EpisodeTag{Ns::Itunes, "episode", readNumber},
    EpisodeTag{Ns::Itunes,
               "episodeType",
               [](const Element &e, EpisodeDraft &d) {
                   setOnce(d.episode.episodeType, e.lowerText());
               }},
    EpisodeTag{Ns::Itunes,
               "explicit",
               [](const Element &e, EpisodeDraft &d) {
                   d.episode.isExplicit = isYes(e.text());
               }},
    EpisodeTag{Ns::Podcast, "season", readSeason},
    EpisodeTag{Ns::Podcast, "episode", readNumber},
    EpisodeTag{Ns::Podcast,
               "chapters",
               [](const Element &e, EpisodeDraft &d) {
                   setOnce(d.episode.chaptersUrl, e.addressAttribute("url"));
               }},
    EpisodeTag{Ns::Podcast, "transcript", readTranscript},
    EpisodeTag{Ns::Podcast,
               "person",
               [](const Element &e, EpisodeDraft &d) {
                   readPerson(e, d.episode.persons);
               }},
    EpisodeTag{Ns::Podcast, "soundbite", readSoundbite},
    EpisodeTag{Ns::Podcast, "contentLink", readContentLink},
    EpisodeTag{Ns::Podcast, "alternateEnclosure", readAlternate},
    EpisodeTag{Ns::Podcast,
               "image",
               [](const Element &e, EpisodeDraft &d) {
                   setOnce(d.fallbackImage, e.addressAttribute("href"));
               }},
    EpisodeTag{Ns::Chapters, "chapters", readChapters},
    EpisodeTag{Ns::Media, "content", readMediaContent},
    EpisodeTag{Ns::Media,
               "thumbnail",
               [](const Element &e, EpisodeDraft &d) {
                   setOnce(d.fallbackImage, e.addressAttribute("url"));
               }},
};

struct FeedTag
{
    Ns ns;
    std::string_view name;
    void (*read)(const Element &, Feed &);
};

constexpr std::array feedTags{
    FeedTag{Ns::Itunes,
            "author",
            [](const Element &e, Feed &f) {
                f.author = titleOf(e.node);
            }},
    FeedTag{Ns::Itunes,
            "image",
            [](const Element &e, Feed &f) {
                f.image = e.addressAttribute("href");
            }},
    FeedTag{Ns::Itunes,
            "type",
            [](const Element &e, Feed &f) {
                f.type = e.lowerText();
            }},
    FeedTag{Ns::Itunes,
            "new-feed-url",
            [](const Element &e, Feed &f) {
                f.newFeedUrl = e.address();
            }},
    FeedTag{Ns::Podcast,
            "guid",
            [](const Element &e, Feed &f) {
                setOnce(f.guid, e.text());
            }},
    FeedTag{Ns::Podcast,
            "person",
            [](const Element &e, Feed &f) {
                readPerson(e, f.persons);
            }},
    FeedTag{Ns::Podcast,
            "funding",
            [](const Element &e, Feed &f) {
                Funding funding{e.addressAttribute("url"), titleOf(e.node)};
                if (!funding.url.isEmpty())
                    addUpTo(mostLinks, f.funding, std::move(funding));
            }},
};

template <typename Tags, typename Target>
bool readBy(const Tags &tags, const Element &element, Target &target)
{
    const auto *tag = std::find_if(tags.begin(), tags.end(), [&element](const auto &known) {
        return known.ns == element.name.ns && known.name == element.name.local;
    });
    if (tag == tags.end())
        return false;
    tag->read(element, target);
    return true;
}

} // namespace

void EpisodeDraft::describe(const pugi::xml_node &node, int rank)
{
    constexpr std::string_view space = " \t\r\n";
    if (rank <= descriptionRank)
        return;
    for (const pugi::xml_node &child : node.children()) {
        const bool isBlank =
            child.type() != pugi::node_element
            && std::string_view(child.value()).find_first_not_of(space) == std::string_view::npos;
        if (!isBlank) {
            description = node;
            descriptionRank = rank;
            return;
        }
    }
}

bool readEpisodeExtension(const Element &element, EpisodeDraft &draft)
{
    return readBy(episodeTags, element, draft);
}

bool readFeedExtension(const Element &element, Feed &feed)
{
    return readBy(feedTags, element, feed);
}

EpisodeCollector::EpisodeCollector(Feed &feed, int mostEpisodes)
    : m_feed(feed)
    , m_mostEpisodes(mostEpisodes > 0 ? static_cast<std::size_t>(mostEpisodes) : 0)
{}

bool EpisodeCollector::isFull() const
{
    return m_feed.episodes.size() >= m_mostEpisodes;
}

void EpisodeCollector::add(EpisodeDraft draft)
{
    FeedEpisode &episode = draft.episode;
    if (isFull())
        return;
    if (episode.enclosureUrl.isEmpty()) {
        episode.enclosureUrl = draft.fallbackUrl;
        episode.enclosureType = draft.fallbackType;
    }
    setOnce(episode.title, draft.fallbackTitle);
    setOnce(episode.image, draft.fallbackImage);
    episode.guid = identity(episode);
    if (episode.guid.isEmpty())
        return;
    episode.description = markupOf(draft.description);
    m_guids.insert(episode.guid);
    m_places.insert(episode.enclosureUrl.isEmpty() ? episode.link : episode.enclosureUrl);
    m_feed.episodes.push_back(std::move(episode));
}

QString EpisodeCollector::identity(const FeedEpisode &episode) const
{
    if (!episode.guid.isEmpty() && !m_guids.contains(episode.guid))
        return episode.guid;
    // Some feeds give every item the same guid; but the same guid and sound again is a repetition.
    const bool taken = !episode.guid.isEmpty();
    const QString titleAndDate =
        episode.title.isEmpty() ? QString()
                                : episode.title + u'|' + episode.published.toString(Qt::ISODate);
    for (const QString &choice : {episode.enclosureUrl, episode.link, titleAndDate}) {
        if (choice.isEmpty())
            continue;
        const bool known = m_guids.contains(choice) || (taken && m_places.contains(choice));
        return known ? QString() : choice;
    }
    return {};
}

void EpisodeCollector::inheritFromFeed()
{
    for (FeedEpisode &episode : m_feed.episodes) {
        if (episode.persons.empty())
            episode.persons = m_feed.persons;
        for (TranscriptLink &transcript : episode.transcripts)
            setOnce(transcript.language, m_feed.language);
    }
}

} // namespace app::feeds::internal
