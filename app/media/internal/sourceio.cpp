// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/sourceio.h"

#include <cstdio>

namespace app::media::internal {

namespace {

constexpr int bufferBytes = 32 * 1024;

} // namespace

SourceIo::SourceIo(std::shared_ptr<ByteSource> bytes)
    : m_bytes(std::move(bytes))
{
    allocate();
}

SourceIo::~SourceIo()
{
    release();
}

void SourceIo::allocate()
{
    auto *buffer = static_cast<unsigned char *>(av_malloc(bufferBytes));
    m_context = avio_alloc_context(buffer, bufferBytes, 0, this, &read, nullptr, &seek);
}

void SourceIo::release()
{
    av_freep(&m_context->buffer);
    avio_context_free(&m_context);
}

void SourceIo::restart()
{
    release();
    m_error.reset();
    m_offset = 0;
    allocate();
}

void SourceIo::clearError()
{
    m_error.reset();
    m_context->error = 0;
    m_context->eof_reached = 0;
}

void SourceIo::setSeekable(bool seekable)
{
    m_context->seekable = seekable ? AVIO_SEEKABLE_NORMAL : 0;
}

int SourceIo::read(void *self, uint8_t *into, int size)
{
    auto *io = static_cast<SourceIo *>(self);
    if (io->m_error) {
        return AVERROR_EXIT;
    }
    const auto got = io->m_bytes->readAt(io->m_offset, reinterpret_cast<char *>(into), size);
    if (!got) {
        io->m_error = got.error();
        return AVERROR_EXIT;
    }
    if (*got <= 0) {
        return AVERROR_EOF;
    }
    io->m_offset += *got;
    return static_cast<int>(*got);
}

int64_t SourceIo::seek(void *self, int64_t offset, int whence)
{
    auto *io = static_cast<SourceIo *>(self);
    const auto size = io->m_bytes->sizeBytes();
    switch (whence & ~AVSEEK_FORCE) {
    case AVSEEK_SIZE:
        return size ? *size : AVERROR(ENOSYS);
    case SEEK_SET:
        break;
    case SEEK_CUR:
        offset += io->m_offset;
        break;
    case SEEK_END:
        if (!size) {
            return AVERROR(ENOSYS);
        }
        offset += *size;
        break;
    default:
        return AVERROR(EINVAL);
    }
    if (offset < 0) {
        return AVERROR(EINVAL);
    }
    io->m_offset = offset;
    return offset;
}

} // namespace app::media::internal
