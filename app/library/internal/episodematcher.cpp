// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/internal/episodematcher.h"

#include "app/library/internal/folding.h"

#include <QHash>
#include <QSet>

namespace app::library::internal {
namespace {

/// Where a key stands in a list, and whether it stands there once only.
struct Place
{
    std::size_t index = 0;
    bool unique = true;
};

using Places = QHash<QString, Place>;

template <typename Item, typename KeyOf>
Places placesOf(const std::vector<Item> &items, KeyOf keyOf)
{
    Places places;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const QString key = keyOf(items[i]);
        if (key.isEmpty()) {
            continue;
        }
        if (auto found = places.find(key); found != places.end()) {
            found->unique = false;
        } else {
            places.insert(key, {i, true});
        }
    }
    return places;
}

template <typename Item>
QString wholeKey(const Item &item)
{
    return item.guid + QChar(0x1F) + item.enclosureUrl
           + (item.enclosureUrl.isEmpty() ? QChar(0x1F) + item.title : QString());
}

template <typename Item>
QString guidOf(const Item &item)
{
    return item.guid;
}

template <typename Item>
QString enclosureOf(const Item &item)
{
    return item.enclosureUrl;
}

template <typename Item>
QString titleAndDate(const Item &item)
{
    const QString title = folded(item.title);
    if (title.isEmpty() || !item.published.isValid()) {
        return {};
    }
    return QString::number(item.published.toMSecsSinceEpoch()) + QChar(0x1F) + title;
}

class Matcher final
{
public:
    Matcher(const std::vector<KnownEpisode> &known, const std::vector<feeds::FeedEpisode> &items)
        : m_known(known)
        , m_items(items)
        , m_matches(items.size())
        , m_taken(known.size(), false)
    {}

    void markRepeated()
    {
        QSet<QString> seen;
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            const QString key = wholeKey(m_items[i]);
            if (seen.contains(key)) {
                m_matches[i].kind = Match::Kind::Repeated;
            }
            seen.insert(key);
        }
    }

    /// \param onlyUnique  a key that two episodes or two items share says nothing
    template <typename KnownKey, typename ItemKey>
    void pass(KnownKey knownKey, ItemKey itemKey, bool onlyUnique)
    {
        if (m_known.empty()) {
            return;
        }
        const Places knownPlaces = placesOf(m_known, knownKey);
        const Places itemPlaces = placesOf(m_items, itemKey);
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            if (m_matches[i].kind != Match::Kind::New) {
                continue;
            }
            const QString key = itemKey(m_items[i]);
            const auto found = knownPlaces.constFind(key);
            if (found == knownPlaces.constEnd() || m_taken[found->index]
                || (onlyUnique && !(found->unique && itemPlaces.value(key).unique))) {
                continue;
            }
            m_taken[found->index] = true;
            m_matches[i] = {Match::Kind::Known, found->index};
        }
    }

    [[nodiscard]] std::vector<Match> result() && { return std::move(m_matches); }

private:
    const std::vector<KnownEpisode> &m_known;
    const std::vector<feeds::FeedEpisode> &m_items;
    std::vector<Match> m_matches;
    std::vector<bool> m_taken;
};

} // namespace

std::vector<Match> matchEpisodes(const std::vector<KnownEpisode> &known,
                                 const std::vector<feeds::FeedEpisode> &items)
{
    using feeds::FeedEpisode;
    Matcher matcher(known, items);
    matcher.markRepeated();
    matcher.pass(wholeKey<KnownEpisode>, wholeKey<FeedEpisode>, false);
    matcher.pass(guidOf<KnownEpisode>, guidOf<FeedEpisode>, true);
    matcher.pass(enclosureOf<KnownEpisode>, enclosureOf<FeedEpisode>, true);
    matcher.pass(titleAndDate<KnownEpisode>, titleAndDate<FeedEpisode>, true);
    return std::move(matcher).result();
}

} // namespace app::library::internal
