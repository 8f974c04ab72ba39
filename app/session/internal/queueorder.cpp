// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/internal/queueorder.h"

#include <QSet>

namespace app::session::internal {
namespace {

using Order = std::vector<base::EpisodeId>;

QSet<base::EpisodeId> setOf(const Order &order)
{
    return {order.begin(), order.end()};
}

} // namespace

Order inserted(const Order &queue, const Order &episodes, int at)
{
    Order after;
    QSet<base::EpisodeId> moving;
    const auto put = [&] {
        for (const base::EpisodeId id : episodes) {
            if (!moving.contains(id)) {
                moving.insert(id);
                after.push_back(id);
            }
        }
    };
    const QSet<base::EpisodeId> asked = setOf(episodes);
    const std::size_t place =
        at < 0 ? queue.size() : std::min(static_cast<std::size_t>(at), queue.size());
    for (std::size_t i = 0; i <= queue.size(); ++i) {
        if (i == place) {
            put();
        }
        if (i < queue.size() && !asked.contains(queue[i])) {
            after.push_back(queue[i]);
        }
    }
    return after;
}

Order restored(const Order &before, const Order &after, const Order &now)
{
    const QSet<base::EpisodeId> hadBefore = setOf(before);
    const QSet<base::EpisodeId> hadAfter = setOf(after);
    const QSet<base::EpisodeId> has = setOf(now);
    Order order;
    for (const base::EpisodeId id : before) {
        if (!hadAfter.contains(id) || has.contains(id)) {
            order.push_back(id);
        }
    }
    for (const base::EpisodeId id : now) {
        if (!hadBefore.contains(id) && !hadAfter.contains(id)) {
            order.push_back(id);
        }
    }
    return order;
}

} // namespace app::session::internal
