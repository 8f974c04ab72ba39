// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/bytesource.h"

#include <QFile>
#include <QFileInfo>

#include <atomic>

namespace app::media {

namespace {

using base::ErrorCode;
using base::unexpected;

class FileSource final : public ByteSource
{
public:
    explicit FileSource(const QString &path)
        : m_file(path)
    {}

    base::Result<void> open()
    {
        const QFileInfo info(m_file.fileName());
        if (!info.exists()) {
            return unexpected(ErrorCode::NotFound, m_file.fileName() + u" is not there");
        }
        if (info.isDir()) {
            return unexpected(ErrorCode::Malformed, m_file.fileName() + u" is a folder, not sound");
        }
        if (!info.isReadable() || !m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
            return unexpected(ErrorCode::Denied, m_file.fileName() + u" cannot be read");
        }
        m_size = m_file.size();
        if (m_size == 0) {
            return unexpected(ErrorCode::Malformed, m_file.fileName() + u" is empty");
        }
        return {};
    }

    base::Result<qint64> readAt(qint64 offset, char *into, qint64 size) override
    {
        if (m_interrupted) {
            return unexpected(ErrorCode::Busy, m_file.fileName() + u": reading was interrupted");
        }
        if (offset < 0 || offset >= m_size || size <= 0) {
            return 0;
        }
        if (m_file.pos() != offset && !m_file.seek(offset)) {
            return failure();
        }
        const auto got = m_file.read(into, size);
        if (got < 0) {
            return failure();
        }
        return got;
    }

    [[nodiscard]] std::optional<qint64> sizeBytes() const override { return m_size; }

    [[nodiscard]] bool isComplete() const override { return true; }

    [[nodiscard]] qint64 availableBytes() const override { return m_size; }

    void interrupt() override { m_interrupted = true; }

    void resume() override { m_interrupted = false; }

    [[nodiscard]] QString name() const override { return m_file.fileName(); }

private:
    [[nodiscard]] base::Unexpected failure() const
    {
        return unexpected(ErrorCode::Denied,
                          m_file.fileName() + u" cannot be read: " + m_file.errorString());
    }

    QFile m_file;
    qint64 m_size = 0;
    std::atomic<bool> m_interrupted = false;
};

} // namespace

base::Result<std::shared_ptr<ByteSource>> openFileSource(const QString &path)
{
    auto source = std::make_shared<FileSource>(path);
    if (const auto opened = source->open(); !opened) {
        return unexpected(opened.error());
    }
    return std::shared_ptr<ByteSource>(std::move(source));
}

} // namespace app::media
