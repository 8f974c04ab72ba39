// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/downloads/internal/byteranges.h"
#include "app/media/bytesource.h"

#include <QFile>
#include <QString>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace app::downloads::internal {

/// What the writer of an unfinished download and its readers tell each other. All below `mutex`.
struct Growth
{
    std::mutex mutex;
    std::condition_variable changed;
    QString name;   ///< the file's final path
    QString opened; ///< where its bytes are now
    ByteRanges ranges;
    std::optional<qint64> total;
    bool complete = false;  ///< has its name
    bool reachable = false; ///< the server is known to send parts
    /// Counts how often the bytes were replaced by others: who has read the old ones must not go
    /// on with the new.
    int edition = 0;
    std::optional<base::Error> error;

    struct Waiting
    {
        const void *reader;
        qint64 offset;
        quint64 turn; ///< counts all that ever waited
    };

    std::vector<Waiting> waiting; ///< the last to come is last
    quint64 turns = 0;
    /// Called below the mutex when `waiting` changes; may only post.
    std::function<void()> waitingChanged;

    [[nodiscard]] bool isWhole() const
    {
        return complete || (total && *total > 0 && ranges.endAt(0) >= *total);
    }
};

/// Reads a file while it grows; waits for what is not there yet.
class GrowingSource final : public media::ByteSource
{
public:
    explicit GrowingSource(std::shared_ptr<Growth> growth);

    base::Result<qint64> readAt(qint64 offset, char *into, qint64 size) override;
    [[nodiscard]] std::optional<qint64> sizeBytes() const override;
    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] qint64 availableBytes() const override;
    [[nodiscard]] std::vector<media::ByteRange> availableRanges() const override;
    [[nodiscard]] bool canReachAnywhere() const override;
    void interrupt() override;
    void resume() override;
    [[nodiscard]] QString name() const override;

private:
    /// Bytes that can be read at \p offset, after waiting; 0 at the true end.
    [[nodiscard]] base::Result<qint64> waitFor(qint64 offset);
    /// The same without waiting; nothing when it has to. Below the mutex.
    [[nodiscard]] std::optional<base::Result<qint64>> lookAt(qint64 offset) const;

    std::shared_ptr<Growth> m_growth;
    QFile m_file;
    int m_edition;
    bool m_interrupted = false;
};

} // namespace app::downloads::internal
