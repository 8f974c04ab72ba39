// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/bytesource.h"

#include <limits>
#include <optional>
#include <vector>

namespace app::downloads::internal {

/// Which bytes of a file are there: stretches that rise and do not touch. A plain value.
class ByteRanges final
{
public:
    ByteRanges() = default;
    /// \param ranges  in any order; what is empty or negative is left out
    explicit ByteRanges(const std::vector<media::ByteRange> &ranges);

    /// Half-open; joins what it touches. Nothing when empty or negative.
    void add(qint64 start, qint64 end);
    /// Forgets what lies at \p size or beyond.
    void clip(qint64 size);

    /// Forgets what is not in \p others as well.
    void intersect(const ByteRanges &others);

    void clear() { m_list.clear(); }

    /// Where the stretch that holds \p offset ends; \p offset itself when it is not there.
    [[nodiscard]] qint64 endAt(qint64 offset) const;
    /// The first missing stretch of a file of \p total bytes, from \p offset on.
    [[nodiscard]] std::optional<media::ByteRange>
    gapFrom(qint64 offset, qint64 total = std::numeric_limits<qint64>::max()) const;
    /// How many are there in all.
    [[nodiscard]] qint64 bytes() const;

    [[nodiscard]] bool isEmpty() const { return m_list.empty(); }

    [[nodiscard]] const std::vector<media::ByteRange> &list() const { return m_list; }

private:
    std::vector<media::ByteRange> m_list;
};

} // namespace app::downloads::internal
