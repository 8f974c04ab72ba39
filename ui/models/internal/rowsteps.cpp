// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/internal/rowsteps.h"

#include <QHash>

#include <algorithm>

namespace ui::models::internal {
namespace {

using Keys = std::vector<QString>;

/// The part of two lists that is not the same at both ends.
struct Middle
{
    std::size_t first = 0;
    std::size_t beforeEnd = 0;
    std::size_t afterEnd = 0;
};

Middle middleOf(const Keys &before, const Keys &after)
{
    Middle middle{0, before.size(), after.size()};
    while (middle.first < middle.beforeEnd && middle.first < middle.afterEnd
           && before[middle.first] == after[middle.first]) {
        ++middle.first;
    }
    while (middle.beforeEnd > middle.first && middle.afterEnd > middle.first
           && before[middle.beforeEnd - 1] == after[middle.afterEnd - 1]) {
        --middle.beforeEnd;
        --middle.afterEnd;
    }
    return middle;
}

/// Which places of a sequence make up its longest ascending part; negative values never do.
std::vector<bool> ascending(const std::vector<int> &values)
{
    std::vector<std::size_t> ends; // ends[n]: where the best part of n + 1 values ends
    std::vector<std::ptrdiff_t> previous(values.size(), -1);
    for (std::size_t at = 0; at < values.size(); ++at) {
        if (values[at] < 0) {
            continue;
        }
        const auto place = std::lower_bound(
            ends.begin(), ends.end(), values[at], [&values](std::size_t end, int value) {
                return values[end] < value;
            });
        if (place != ends.begin()) {
            previous[at] = static_cast<std::ptrdiff_t>(*std::prev(place));
        }
        if (place == ends.end()) {
            ends.push_back(at);
        } else {
            *place = at;
        }
    }
    std::vector<bool> chosen(values.size(), false);
    auto at = ends.empty() ? std::ptrdiff_t{-1} : static_cast<std::ptrdiff_t>(ends.back());
    for (; at >= 0; at = previous[static_cast<std::size_t>(at)]) {
        chosen[static_cast<std::size_t>(at)] = true;
    }
    return chosen;
}

/// Runs of places where \p wanted holds, as (first, count), counted from \p offset.
template <typename Wanted>
std::vector<std::pair<int, int>> runs(std::size_t size, std::size_t offset, Wanted wanted)
{
    std::vector<std::pair<int, int>> found;
    for (std::size_t at = 0; at < size; ++at) {
        if (!wanted(at)) {
            continue;
        }
        const auto place = static_cast<int>(at + offset);
        if (!found.empty() && found.back().first + found.back().second == place) {
            ++found.back().second;
        } else {
            found.emplace_back(place, 1);
        }
    }
    return found;
}

} // namespace

std::optional<std::vector<RowStep>>
rowSteps(const Keys &before, const Keys &after, std::size_t most)
{
    const Middle middle = middleOf(before, after);
    QHash<QString, int> places;
    for (std::size_t at = middle.first; at < middle.afterEnd; ++at) {
        places.insert(after[at], static_cast<int>(at));
    }
    std::vector<int> to(middle.beforeEnd - middle.first);
    for (std::size_t at = 0; at < to.size(); ++at) {
        to[at] = places.value(before[middle.first + at], -1);
    }
    const std::vector<bool> stays = ascending(to);
    std::vector<bool> comes(middle.afterEnd - middle.first, true);
    for (std::size_t at = 0; at < to.size(); ++at) {
        if (stays[at]) {
            comes[static_cast<std::size_t>(to[at]) - middle.first] = false;
        }
    }
    const auto gone = runs(to.size(), middle.first, [&](std::size_t at) { return !stays[at]; });
    const auto come = runs(comes.size(), middle.first, [&](std::size_t at) { return comes[at]; });
    if (gone.size() + come.size() > most) {
        return std::nullopt;
    }
    std::vector<RowStep> steps;
    for (auto run = gone.rbegin(); run != gone.rend(); ++run) {
        steps.push_back({RowStep::Kind::Remove, run->first, run->second, 0});
    }
    for (const auto &[first, count] : come) {
        steps.push_back({RowStep::Kind::Insert, first, count, first});
    }
    return steps;
}

} // namespace ui::models::internal
