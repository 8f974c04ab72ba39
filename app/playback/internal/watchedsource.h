// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/bytesource.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <mutex>

namespace app::playback::internal {

/// Lets the decoder and the maker of the index read one source, and tells when it makes them wait.
class WatchedSource final : public media::ByteSource
{
public:
    /// \param waiting  called with true before a read that may have to wait, with false after it
    WatchedSource(std::shared_ptr<media::ByteSource> source, std::function<void(bool)> waiting)
        : m_source(std::move(source))
        , m_waiting(std::move(waiting))
    {}

    base::Result<qint64> readAt(qint64 offset, char *into, qint64 size) override
    {
        const std::lock_guard lock(m_mutex);
        const bool mayWait = !m_source->isComplete() && !isThere(offset);
        if (mayWait) {
            tell(true);
        }
        auto got = m_source->readAt(offset, into, size);
        if (mayWait) {
            tell(false);
        }
        return got;
    }

    [[nodiscard]] std::optional<qint64> sizeBytes() const override { return m_source->sizeBytes(); }

    [[nodiscard]] bool isComplete() const override { return m_source->isComplete(); }

    [[nodiscard]] qint64 availableBytes() const override { return m_source->availableBytes(); }

    [[nodiscard]] std::vector<media::ByteRange> availableRanges() const override
    {
        return m_source->availableRanges();
    }

    [[nodiscard]] bool canReachAnywhere() const override { return m_source->canReachAnywhere(); }

    void interrupt() override { m_source->interrupt(); }

    void resume() override { m_source->resume(); }

    [[nodiscard]] QString name() const override { return m_source->name(); }

    /// Whether a read may be waiting now.
    [[nodiscard]] bool isWaiting() const { return m_waits; }

private:
    [[nodiscard]] bool isThere(qint64 offset) const
    {
        const auto ranges = m_source->availableRanges();
        return std::any_of(ranges.begin(), ranges.end(), [&](const media::ByteRange &range) {
            return offset >= range.start && offset < range.end;
        });
    }

    void tell(bool waits)
    {
        m_waits = waits;
        m_waiting(waits);
    }

    std::shared_ptr<media::ByteSource> m_source;
    std::function<void(bool)> m_waiting;
    std::mutex m_mutex;
    std::atomic<bool> m_waits = false;
};

} // namespace app::playback::internal
