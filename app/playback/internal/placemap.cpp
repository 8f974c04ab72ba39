// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/internal/placemap.h"

#include <algorithm>
#include <cmath>

namespace app::playback::internal {

void PlaceMap::restart()
{
    m_stretches.clear();
    m_put = 0;
}

void PlaceMap::put(const Piece &piece, qint64 frames)
{
    for (const auto &anchor : piece.places) {
        const auto from = m_put + anchor.frame;
        const auto ahead = std::llround(anchor.place) - from;
        if (m_stretches.empty() || m_stretches.back().ahead != ahead) {
            m_stretches.push_back({from, ahead});
        }
    }
    m_put += frames;
}

qint64 PlaceMap::turn(std::vector<Anchor> &places, qint64 frames)
{
    qint64 leftOut = 0;
    std::vector<Anchor> turned;
    for (auto anchor = places.begin(); anchor != places.end(); ++anchor) {
        const auto end = anchor + 1 == places.end() ? frames : (anchor + 1)->frame;
        auto frame = anchor->frame;
        while (frame < end && !m_stretches.empty()) {
            const auto put = anchor->at(frame);
            while (m_stretches.size() > 1 && static_cast<double>(m_stretches[1].from) <= put) {
                leftOut += m_stretches[1].ahead - m_stretches[0].ahead;
                m_stretches.pop_front();
            }
            const auto ahead = static_cast<double>(m_stretches.front().ahead);
            turned.push_back({frame, put + ahead, anchor->rate});
            if (m_stretches.size() == 1) {
                break;
            }
            const auto left = static_cast<double>(m_stretches[1].from) - put;
            frame += std::max<qint64>(std::llround(std::ceil(left / anchor->rate)), 1);
        }
    }
    places = std::move(turned);
    return leftOut;
}

} // namespace app::playback::internal
