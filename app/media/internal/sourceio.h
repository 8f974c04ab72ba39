// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/media/bytesource.h"
#include "app/media/internal/libav.h"

#include <memory>
#include <optional>

namespace app::media::internal {

/// Lets FFmpeg read from a ByteSource, and keeps the true reason when that fails.
class SourceIo final
{
public:
    explicit SourceIo(std::shared_ptr<ByteSource> bytes);
    ~SourceIo();
    SourceIo(const SourceIo &) = delete;
    SourceIo &operator=(const SourceIo &) = delete;

    [[nodiscard]] AVIOContext *context() const { return m_context; }

    [[nodiscard]] const std::optional<base::Error> &error() const { return m_error; }

    /// Makes reading possible again after an error or the end.
    void clearError();

    /// Begins anew: nothing may use context() as it was before.
    void restart();

    void setSeekable(bool seekable);

private:
    void allocate();
    void release();
    static int read(void *self, uint8_t *into, int size);
    static int64_t seek(void *self, int64_t offset, int whence);

    std::shared_ptr<ByteSource> m_bytes;
    AVIOContext *m_context = nullptr;
    qint64 m_offset = 0;
    std::optional<base::Error> m_error;
};

} // namespace app::media::internal
