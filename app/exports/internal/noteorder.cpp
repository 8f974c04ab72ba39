// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exports/internal/noteorder.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace app::exports::internal {

namespace {

qint64 dateKey(const QDateTime &date)
{
    return date.isValid() ? date.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min();
}

bool comesBefore(const notes::Note &a, const notes::Note &b)
{
    const qint64 publishedA = dateKey(a.episodeRef.published);
    const qint64 publishedB = dateKey(b.episodeRef.published);
    return std::tie(
               publishedA, a.episodeRef.feedUrl, a.episodeRef.episodeGuid, a.start, a.id.text())
           < std::tie(
               publishedB, b.episodeRef.feedUrl, b.episodeRef.episodeGuid, b.start, b.id.text());
}

} // namespace

std::vector<const notes::Note *> inOrder(const std::vector<notes::Note> &notes)
{
    std::vector<const notes::Note *> ordered;
    ordered.reserve(notes.size());
    for (const notes::Note &note : notes)
        ordered.push_back(&note);
    std::stable_sort(ordered.begin(), ordered.end(), [](const auto *a, const auto *b) {
        return comesBefore(*a, *b);
    });
    return ordered;
}

} // namespace app::exports::internal
