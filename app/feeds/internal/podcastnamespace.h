// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/feed.h"
#include "app/feeds/internal/element.h"

#include <QSet>

#include <cstddef>

namespace app::feeds::internal {

/// An episode while its tags are being read: what only counts when something better is missing.
struct EpisodeDraft
{
    FeedEpisode episode;
    pugi::xml_node description; ///< the best show notes so far
    int descriptionRank = 0;
    QString fallbackTitle;
    QString fallbackImage;
    QString fallbackUrl;  ///< sound given elsewhere than in an enclosure
    QString fallbackType; ///< of fallbackUrl
    bool hasChapters = false;

    /// Takes these show notes when they are not blank and rank higher than what there is.
    void describe(const pugi::xml_node &node, int rank);
};

/// Reads a tag of the iTunes, Podcasting 2.0, Podlove or Media RSS namespaces inside an item or
/// entry. \return whether it was one
bool readEpisodeExtension(const Element &element, EpisodeDraft &draft);

/// The same for a channel or feed.
bool readFeedExtension(const Element &element, Feed &feed);

/// Puts finished episodes into a feed: fallbacks, identities, what they take over from the channel.
class EpisodeCollector
{
public:
    EpisodeCollector(Feed &feed, int mostEpisodes);

    [[nodiscard]] bool isFull() const;

    /// Leaves out an item without any identity, or one that repeats an earlier item entirely.
    void add(EpisodeDraft draft);

    /// To be called when the whole channel has been read.
    void inheritFromFeed();

private:
    [[nodiscard]] QString identity(const FeedEpisode &episode) const;

    Feed &m_feed;
    std::size_t m_mostEpisodes;
    QSet<QString> m_guids;
    QSet<QString> m_places; ///< the sound, else the page, of each episode so far
};

} // namespace app::feeds::internal
