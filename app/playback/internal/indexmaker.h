// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/seekindex.h"

#include <atomic>
#include <functional>
#include <memory>
#include <thread>

namespace app::playback::internal {

/// Makes the index of one recording on a thread of its own. The destructor cancels and joins.
class IndexMaker final
{
public:
    /// \param done  called on that thread when there is an index
    IndexMaker(std::shared_ptr<media::ByteSource> source,
               std::function<void(media::SeekIndex)> done)
        : m_thread([this, source = std::move(source), done = std::move(done)] {
            auto index = media::buildSeekIndex(*source, m_cancelled);
            if (index && !m_cancelled) {
                done(*std::move(index));
            }
        })
    {}

    ~IndexMaker()
    {
        m_cancelled = true;
        m_thread.join();
    }

    IndexMaker(const IndexMaker &) = delete;
    IndexMaker &operator=(const IndexMaker &) = delete;

private:
    std::atomic<bool> m_cancelled = false;
    std::thread m_thread;
};

} // namespace app::playback::internal
