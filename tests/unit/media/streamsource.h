// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/bytesource.h"

#include <QByteArray>

#include <algorithm>
#include <atomic>
#include <cstring>
#include <random>
#include <vector>

/// A download that grows only by being read, one connection at a time; it counts how often that
/// has to be made elsewhere.
class StreamSource final : public app::media::ByteSource
{
public:
    struct Ways
    {
        bool reachesAnywhere = true;
        bool knowsSize = true;
        qint64 failsAt = -1;          ///< reading from here on gives Offline
        unsigned interruptsOneIn = 0; ///< readings that give Busy; 0: none
    };

    StreamSource(QByteArray bytes, const Ways &ways)
        : m_bytes(std::move(bytes))
        , m_ways(ways)
    {}

    app::base::Result<qint64> readAt(qint64 offset, char *into, qint64 size) override
    {
        using app::base::ErrorCode;
        if (m_ways.interruptsOneIn > 0 && m_random() % m_ways.interruptsOneIn == 0) {
            ++m_interrupted;
            return app::base::unexpected(ErrorCode::Busy, QStringLiteral("interrupted"));
        }
        if (m_ways.failsAt >= 0 && offset >= m_ways.failsAt) {
            return app::base::unexpected(ErrorCode::Offline, QStringLiteral("the line is cut"));
        }
        if (offset >= m_bytes.size()) {
            return 0;
        }
        const auto end = reach(offset);
        auto count = std::min(size, end - offset);
        if (m_ways.failsAt >= 0) {
            count = std::min(count, m_ways.failsAt - offset);
        }
        std::memcpy(into, m_bytes.constData() + offset, static_cast<std::size_t>(count));
        return count;
    }

    [[nodiscard]] std::optional<qint64> sizeBytes() const override
    {
        return m_ways.knowsSize || m_complete ? std::optional<qint64>(m_bytes.size())
                                              : std::nullopt;
    }

    [[nodiscard]] bool isComplete() const override { return m_complete; }

    [[nodiscard]] qint64 availableBytes() const override
    {
        return m_complete ? m_bytes.size() : m_ranges.front().end;
    }

    [[nodiscard]] std::vector<app::media::ByteRange> availableRanges() const override
    {
        return m_ranges;
    }

    [[nodiscard]] bool canReachAnywhere() const override
    {
        return m_complete || m_ways.reachesAnywhere;
    }

    void interrupt() override {}

    void resume() override {}

    [[nodiscard]] QString name() const override { return QStringLiteral("stream"); }

    void complete() { m_complete = true; }

    [[nodiscard]] int connections() const { return m_connections; }

    [[nodiscard]] int interruptions() const { return m_interrupted; }

    [[nodiscard]] qint64 fetched() const
    {
        qint64 all = 0;
        for (const auto &range : m_ranges) {
            all += range.end - range.start;
        }
        return all;
    }

private:
    /// Makes a byte be there; gives where what is there then ends.
    qint64 reach(qint64 offset)
    {
        if (m_complete) {
            return m_bytes.size();
        }
        for (const auto &range : m_ranges) {
            if (offset >= range.start && offset < range.end) {
                return range.end;
            }
        }
        constexpr qint64 arrivesAtOnce = 16 * 1024;
        constexpr qint64 worthWaitingFor = 64 * 1024;
        auto &now = m_ranges[m_current];
        const bool goesOn = offset >= now.end && offset < now.end + worthWaitingFor;
        const auto most = m_ways.failsAt >= 0 ? m_ways.failsAt : m_bytes.size();
        const auto end = std::min<qint64>(offset + arrivesAtOnce, most);
        if (goesOn || !m_ways.reachesAnywhere) {
            now.end = end;
            return end;
        }
        ++m_connections;
        m_current = m_ranges.size();
        m_ranges.push_back({offset, end});
        return end;
    }

    QByteArray m_bytes;
    Ways m_ways;
    std::mt19937 m_random{20};
    std::vector<app::media::ByteRange> m_ranges{{0, 0}};
    std::size_t m_current = 0;
    int m_connections = 0;
    int m_interrupted = 0;
    std::atomic<bool> m_complete = false;
};
