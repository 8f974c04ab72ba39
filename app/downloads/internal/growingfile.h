// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/downloads/internal/partinfo.h"
#include "app/media/bytesource.h"

#include <QFile>
#include <QString>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>

namespace app::downloads::internal {

/// What the writer of an unfinished download tells its readers. All below `mutex`.
struct Growth
{
    std::mutex mutex;
    std::condition_variable changed;
    QString name;   ///< the file's final path
    QString opened; ///< where its bytes are now
    qint64 size = 0;
    std::optional<qint64> total;
    bool complete = false;
    /// Counts how often the bytes were replaced by others: who has read the old ones must not go
    /// on with the new.
    int edition = 0;
    std::optional<base::Error> error;
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
    void interrupt() override;
    void resume() override;
    [[nodiscard]] QString name() const override;

private:
    /// Bytes that can be read at \p offset, after waiting; 0 at the true end.
    [[nodiscard]] base::Result<qint64> waitFor(qint64 offset);

    std::shared_ptr<Growth> m_growth;
    QFile m_file;
    int m_edition;
    bool m_interrupted = false;
};

} // namespace app::downloads::internal
