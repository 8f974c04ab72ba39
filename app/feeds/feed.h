// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timestamps/chapters.h"
#include "app/timestamps/mediatime.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace app::feeds {

/// podcast:person. Source: Podcasting 2.0, tags/person.
struct Person
{
    QString name;
    QString role;  ///< lower case; "host" when the feed gives none
    QString group; ///< lower case; "cast" when the feed gives none
    QString image;
    QString link;

    bool operator==(const Person &) const = default;
};

/// podcast:transcript. Its type is what the feed claims; content decides. Source: tags/transcript.
struct TranscriptLink
{
    QString url;
    QString type;
    QString language; ///< the channel's when the tag has none
    QString rel;

    bool operator==(const TranscriptLink &) const = default;
};

/// podcast:soundbite. Source: tags/soundbite.
struct Soundbite
{
    timestamps::MediaTime start;
    timestamps::Duration duration{0};
    QString title;

    bool operator==(const Soundbite &) const = default;
};

/// podcast:funding.
struct Funding
{
    QString url;
    QString text;

    bool operator==(const Funding &) const = default;
};

/// podcast:contentLink: the same content elsewhere, such as a video.
struct ContentLink
{
    QString url;
    QString text;

    bool operator==(const ContentLink &) const = default;
};

/// One item of a feed. Absent fields are empty.
struct FeedEpisode
{
    /// The feed's; else the enclosure's address, the link, or title and date. Never empty, and
    /// unique in its feed: a guid that an earlier item has counts as missing.
    QString guid;
    QString title;
    QString link;
    QDateTime published; ///< UTC; invalid when absent or unreadable
    std::optional<timestamps::Duration> duration;
    QString description; ///< show notes as HTML or text: content:encoded, else description, else
                         ///< itunes:summary
    QString image;
    QString enclosureUrl; ///< empty for an item without sound
    QString enclosureType;
    std::optional<qint64> enclosureLengthBytes;
    std::optional<int> season;
    std::optional<double> episode;
    QString episodeType; ///< "full", "trailer", "bonus" or empty
    bool isExplicit = false;
    timestamps::Chapters chapters; ///< Podlove simple chapters written in the feed itself
    QString chaptersUrl;
    std::vector<TranscriptLink> transcripts;
    std::vector<Person> persons; ///< the item's own, else the channel's
    std::vector<Soundbite> soundbites;
    std::vector<ContentLink> contentLinks;

    bool operator==(const FeedEpisode &) const = default;
};

/// One feed as read: plain values in the feed's own order.
struct Feed
{
    QString title;
    QString link;
    QString description;
    QString author;
    QString language; ///< lower case, as written otherwise ("en-us")
    QString image;
    QString guid;       ///< podcast:guid as written, even where it is no UUID
    QString type;       ///< itunes:type: "episodic", "serial" or empty
    QString nextPage;   ///< RFC 5005 rel="next"
    QString newFeedUrl; ///< itunes:new-feed-url
    std::vector<Person> persons;
    std::vector<Funding> funding;
    std::vector<FeedEpisode> episodes;

    bool operator==(const Feed &) const = default;
};

} // namespace app::feeds
