// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/bytesource.h"

#include <QByteArray>

#include <algorithm>
#include <cstring>

namespace fuzz {

inline void require(bool condition)
{
    if (!condition)
        __builtin_trap();
}

/// A recording that is in memory.
class MemorySource final : public app::media::ByteSource
{
public:
    explicit MemorySource(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {}

    app::base::Result<qint64> readAt(qint64 offset, char *into, qint64 size) override
    {
        require(offset >= 0 && size >= 0);
        const auto count = std::min(size, std::max<qint64>(m_bytes.size() - offset, 0));
        if (count > 0)
            std::memcpy(into, m_bytes.constData() + offset, static_cast<std::size_t>(count));
        return count;
    }

    [[nodiscard]] std::optional<qint64> sizeBytes() const override { return m_bytes.size(); }

    [[nodiscard]] bool isComplete() const override { return true; }

    [[nodiscard]] qint64 availableBytes() const override { return m_bytes.size(); }

    void interrupt() override {}

    void resume() override {}

    [[nodiscard]] QString name() const override { return QStringLiteral("memory"); }

private:
    QByteArray m_bytes;
};

} // namespace fuzz
