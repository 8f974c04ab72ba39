// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/bytesource.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QtEndian>

#include <algorithm>

namespace app::media::internal {

/// Up to \p size bytes from an offset on; fewer at the end, and when the source fails.
[[nodiscard]] QByteArray readBytes(ByteSource &source, qint64 offset, qint64 size);

/// Numbers in big-endian order, one after the other. What is not there is 0 and makes it not ok.
class BigEndianReader final
{
public:
    explicit BigEndianReader(QByteArrayView bytes)
        : m_bytes(bytes)
    {}

    template <typename Number>
    [[nodiscard]] Number number()
    {
        const auto bytes = take(sizeof(Number));
        return bytes.isEmpty() ? Number() : qFromBigEndian<Number>(bytes.data());
    }

    /// Empty when there are not as many.
    [[nodiscard]] QByteArrayView take(qsizetype size)
    {
        if (size < 0 || size > m_bytes.size()) {
            m_isOk = false;
            m_bytes = {};
            return {};
        }
        const auto taken = m_bytes.first(size);
        m_bytes = m_bytes.sliced(size);
        return taken;
    }

    void skip(qsizetype size) { static_cast<void>(take(size)); }

    [[nodiscard]] QByteArrayView rest() const { return m_bytes; }

    [[nodiscard]] bool isOk() const { return m_isOk; }

private:
    QByteArrayView m_bytes;
    bool m_isOk = true;
};

} // namespace app::media::internal
