// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace app::media {

/// A stretch of a file, half-open.
struct ByteRange
{
    qint64 start = 0;
    qint64 end = 0;

    bool operator==(const ByteRange &) const = default;
};

/// Where the bytes of a recording come from: a file, or a download that is still growing.
///
/// Thread: readAt() from one decoding thread at a time; interrupt(), resume() and the const
/// functions from any.
class ByteSource
{
public:
    virtual ~ByteSource() = default;

    /// Reads up to \p size bytes from \p offset on; blocks until at least one is there or it is
    /// certain that none will come. 0 bytes mean the true end.
    /// Errors: Busy when interrupted; else why the bytes cannot be had (Offline, HttpStatus, ...).
    virtual base::Result<qint64> readAt(qint64 offset, char *into, qint64 size) = 0;

    /// Length of the whole in bytes; empty while nobody knows.
    [[nodiscard]] virtual std::optional<qint64> sizeBytes() const = 0;

    /// Whether every byte is there, so that reading never waits.
    [[nodiscard]] virtual bool isComplete() const = 0;

    /// Bytes that are there from the start on without a gap.
    [[nodiscard]] virtual qint64 availableBytes() const = 0;

    /// All that is there, rising and apart; where a download was jumped ahead in, more than one.
    [[nodiscard]] virtual std::vector<ByteRange> availableRanges() const
    {
        return {{0, availableBytes()}};
    }

    /// Whether reading far beyond what is there fetches from that very place, instead of waiting
    /// for everything between.
    [[nodiscard]] virtual bool canReachAnywhere() const { return isComplete(); }

    /// Makes a waiting and every later readAt() return Busy at once, until resume().
    virtual void interrupt() = 0;
    virtual void resume() = 0;

    /// For logs and error texts: a file's name or an address.
    [[nodiscard]] virtual QString name() const = 0;
};

/// Opens a local file for reading.
/// Errors: NotFound, Denied, Malformed (a folder, or empty). Thread: any.
[[nodiscard]] base::Result<std::shared_ptr<ByteSource>> openFileSource(const QString &path);

} // namespace app::media
