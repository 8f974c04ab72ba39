// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/downloads/partialfile.h"

#include "app/downloads/internal/durable.h"
#include "app/downloads/internal/growingfile.h"
#include "app/downloads/internal/partinfo.h"

#include <QDir>
#include <QFileInfo>

namespace app::downloads {

using base::ErrorCode;
using base::Result;
using base::unexpected;
using internal::PartInfo;

base::Result<std::unique_ptr<PartialFile>> PartialFile::open(const QString &path,
                                                             const QString &address)
{
    // The constructor is private, so std::make_unique cannot be used.
    std::unique_ptr<PartialFile> file(new PartialFile(path, address));
    if (const Result<void> opened = file->openPart(); !opened) {
        return unexpected(opened.error());
    }
    return file;
}

PartialFile::PartialFile(const QString &path, const QString &address)
    : m_path(path)
    , m_address(internal::keptAddress(address))
    , m_file(path + QStringLiteral(".part"))
    , m_growth(std::make_shared<internal::Growth>())
{
    m_growth->name = path;
    m_growth->opened = partPath();
}

base::Result<void> PartialFile::openPart()
{
    if (!QDir().mkpath(QFileInfo(m_path).path())) {
        return unexpected(
            ErrorCode::Denied,
            QStringLiteral("cannot make the folder %1").arg(QFileInfo(m_path).path()));
    }
    const auto complete = [this] {
        return unexpected(ErrorCode::Conflict, QStringLiteral("%1 is there already").arg(m_path));
    };
    if (QFileInfo::exists(m_path)) {
        return complete();
    }
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) {
        return unexpected(internal::writeError(m_file));
    }
    if (!internal::lockForWriting(m_file)) {
        m_file.close();
        return unexpected(ErrorCode::Busy,
                          QStringLiteral("another program is downloading %1").arg(m_path));
    }
    // Whoever held the lock may have completed it a moment ago.
    if (QFileInfo::exists(m_path)) {
        m_file.close();
        return complete();
    }
    const std::optional<PartInfo> info = internal::readPartInfo(infoPath());
    const qint64 size = m_file.size();
    const bool fits = info && (m_address.isEmpty() || info->address == m_address)
                      && (!info->totalBytes || size <= *info->totalBytes);
    if (fits) {
        m_validator = info->validator;
        m_total = info->totalBytes;
        m_size = size;
        m_growth->size = size;
        m_growth->total = m_total;
    }
    return {};
}

PartialFile::~PartialFile()
{
    // What belongs to somebody else, or was never opened, is not ours to remove.
    if (m_file.isOpen() && m_size == 0) {
        discard();
    }
    m_file.close();
    const std::lock_guard lock(m_growth->mutex);
    if (!m_growth->complete && !m_growth->error) {
        m_growth->error = {
            ErrorCode::Offline, QStringLiteral("the download of %1 was stopped").arg(m_path), 0};
    }
    m_growth->changed.notify_all();
}

qint64 PartialFile::nextOffset() const
{
    return m_size;
}

QByteArray PartialFile::validator() const
{
    return m_validator;
}

std::optional<qint64> PartialFile::totalBytes() const
{
    return m_total;
}

bool PartialFile::isWhole() const
{
    return m_total && m_size == *m_total && m_size > 0;
}

base::Result<void> PartialFile::startOver(const QByteArray &validator)
{
    {
        const std::lock_guard lock(m_growth->mutex);
        const bool same = !validator.isEmpty() && validator == m_validator;
        if (m_growth->size > 0 && !same) {
            ++m_growth->edition;
        }
        m_growth->size = 0;
        m_growth->changed.notify_all();
    }
    m_size = 0;
    if (m_file.size() > 0 && !m_file.resize(0)) {
        return unexpected(internal::writeError(m_file));
    }
    return {};
}

base::Result<void>
PartialFile::begin(qint64 offset, std::optional<qint64> totalBytes, const QByteArray &validator)
{
    const bool contradicts = totalBytes && m_total && *totalBytes != *m_total;
    if ((offset != 0 && (offset != m_size || contradicts))
        || (totalBytes && *totalBytes < offset)) {
        return unexpected(
            ErrorCode::Malformed,
            QStringLiteral("the server sends a part that does not fit %1").arg(m_path));
    }
    if (offset == 0) {
        if (const Result<void> emptied = startOver(validator); !emptied) {
            return emptied;
        }
        m_total = totalBytes;
        m_validator = validator;
    } else if (totalBytes) {
        m_total = totalBytes;
    }
    const PartInfo info{.address = m_address, .totalBytes = m_total, .validator = m_validator};
    if (const Result<void> kept = internal::writePartInfo(infoPath(), info); !kept) {
        return kept;
    }
    const std::lock_guard lock(m_growth->mutex);
    m_growth->total = m_total;
    m_growth->error.reset();
    return {};
}

base::Result<void> PartialFile::append(const QByteArray &bytes)
{
    if (m_total && m_size + bytes.size() > *m_total) {
        return unexpected(
            ErrorCode::Malformed,
            QStringLiteral("the server sent more than the %1 bytes it announced").arg(*m_total));
    }
    const bool placed = m_file.isOpen() && (m_file.pos() == m_size || m_file.seek(m_size));
    if (!placed) {
        return unexpected(internal::writeError(m_file));
    }
    const qint64 written = m_file.write(bytes);
    if (written > 0) {
        m_size += written;
        const std::lock_guard lock(m_growth->mutex);
        m_growth->size = m_size;
        m_growth->changed.notify_all();
    }
    if (written != bytes.size()) {
        return unexpected(internal::writeError(m_file));
    }
    return {};
}

base::Result<void> PartialFile::complete()
{
    if (m_size == 0 || (m_total && m_size != *m_total)) {
        return unexpected(ErrorCode::Malformed,
                          QStringLiteral("%1 has %2 bytes instead of %3")
                              .arg(m_path)
                              .arg(m_size)
                              .arg(m_total ? QString::number(*m_total) : QStringLiteral("some")));
    }
    {
        const std::lock_guard lock(m_naming);
        m_completing = true;
    }
    // First the bytes, then the name: after a power cut a file with the name is a whole one.
    if (!internal::flushToDisk(m_file)) {
        return unexpected(internal::writeError(m_file));
    }
    if (const Result<void> named = giveName(); !named) {
        return named;
    }
    internal::flushFolderOf(m_path);
    m_file.close();
    const std::lock_guard lock(m_growth->mutex);
    m_growth->complete = true;
    m_growth->total = m_size;
    m_growth->opened = m_path;
    m_growth->error.reset();
    m_growth->changed.notify_all();
    return {};
}

base::Result<void> PartialFile::giveName()
{
    const std::lock_guard lock(m_naming);
    m_completing = false;
    if (m_discarded) {
        return unexpected(ErrorCode::Conflict, QStringLiteral("%1 was given up").arg(m_path));
    }
    if (const Result<void> named = internal::replaceFile(partPath(), m_path); !named) {
        return named;
    }
    m_named = true;
    QFile::remove(infoPath());
    return {};
}

void PartialFile::fail(const base::Error &error)
{
    const std::lock_guard lock(m_growth->mutex);
    if (!m_growth->complete) {
        m_growth->error = error;
        m_growth->changed.notify_all();
    }
}

void PartialFile::discard()
{
    const std::lock_guard lock(m_naming);
    if (m_discarded) {
        return;
    }
    m_discarded = true;
    if (!m_completing) {
        m_file.close();
    }
    QFile::remove(m_named ? m_path : partPath());
    QFile::remove(infoPath());
}

std::shared_ptr<media::ByteSource> PartialFile::source() const
{
    return std::make_shared<internal::GrowingSource>(m_growth);
}

} // namespace app::downloads
