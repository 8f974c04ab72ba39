// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/timestamps/mediatime.h"

#include <optional>
#include <vector>

namespace app::session {

/// A place in an episode that was jumped from.
struct ListeningPlace
{
    base::EpisodeId episode;
    timestamps::MediaTime position;

    bool operator==(const ListeningPlace &) const = default;
};

/// The places jumped from, with Back and Forward as in a browser; 50 deep. A pure value.
class BackStack final
{
public:
    /// Remembers where a jump began, unless it was short: under 5 s within one episode.
    void push(const ListeningPlace &from, const ListeningPlace &to);

    [[nodiscard]] std::optional<ListeningPlace> back() const;
    [[nodiscard]] std::optional<ListeningPlace> forward() const;

    /// Goes back from \p here (which Forward then returns to). Empty when there is nowhere.
    std::optional<ListeningPlace> goBack(const std::optional<ListeningPlace> &here);
    std::optional<ListeningPlace> goForward(const std::optional<ListeningPlace> &here);

private:
    std::vector<ListeningPlace> m_back;
    std::vector<ListeningPlace> m_forward;
};

} // namespace app::session
