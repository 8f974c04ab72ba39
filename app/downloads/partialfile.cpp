// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/downloads/partialfile.h"

#include "app/base/logging.h"
#include "app/downloads/internal/durable.h"
#include "app/downloads/internal/growingfile.h"
#include "app/downloads/internal/partinfo.h"

#include <QDir>
#include <QFileInfo>

#include <limits>

namespace app::downloads {

using base::ErrorCode;
using base::Result;
using base::unexpected;
using internal::PartInfo;

namespace {

constexpr qint64 noteEveryBytes = 2 * 1024 * 1024;
constexpr qint64 noteEveryMs = 1000;

} // namespace

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
    if (!QDir().mkpath(folder())) {
        return unexpected(ErrorCode::Denied,
                          QStringLiteral("cannot make the folder %1").arg(folder()));
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
        m_growth->total = m_total;
        m_growth->ranges =
            internal::ByteRanges(info->ranges.value_or(std::vector<media::ByteRange>{{0, size}}));
        m_growth->ranges.intersect(internal::storedRanges(m_file));
    }
    return {};
}

PartialFile::~PartialFile()
{
    if (m_file.isOpen()) {
        // What belongs to somebody else, or was never opened, is not ours to remove.
        if (presentBytes() == 0) {
            discard();
        } else {
            keepNote();
        }
    }
    m_file.close();
    const std::lock_guard lock(m_growth->mutex);
    if (!m_growth->complete && !m_growth->error) {
        m_growth->error = {
            ErrorCode::Offline, QStringLiteral("the download of %1 was stopped").arg(m_path), 0};
    }
    m_growth->changed.notify_all();
}

QString PartialFile::folder() const
{
    return QFileInfo(m_path).path();
}

std::vector<media::ByteRange> PartialFile::ranges() const
{
    const std::lock_guard lock(m_growth->mutex);
    return m_growth->ranges.list();
}

qint64 PartialFile::contiguousBytes() const
{
    const std::lock_guard lock(m_growth->mutex);
    return m_growth->ranges.endAt(0);
}

qint64 PartialFile::presentBytes() const
{
    const std::lock_guard lock(m_growth->mutex);
    return m_growth->ranges.bytes();
}

std::optional<media::ByteRange> PartialFile::gapFrom(qint64 offset) const
{
    const std::lock_guard lock(m_growth->mutex);
    return m_growth->ranges.gapFrom(offset, m_total.value_or(std::numeric_limits<qint64>::max()));
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
    const std::lock_guard lock(m_growth->mutex);
    return m_growth->isWhole();
}

base::Result<void> PartialFile::startOver()
{
    {
        const std::lock_guard lock(m_growth->mutex);
        if (!m_growth->ranges.isEmpty()) {
            ++m_growth->edition;
        }
        m_growth->ranges.clear();
        m_growth->total = m_total;
        m_growth->changed.notify_all();
    }
    // First the note: it must never name bytes that are not there any more.
    if (const Result<void> noted = writeNote(); !noted) {
        return noted;
    }
    if (m_file.size() > 0 && !m_file.resize(0)) {
        return unexpected(internal::writeError(m_file));
    }
    return {};
}

base::Result<void> PartialFile::beginWhole(std::optional<qint64> totalBytes,
                                           const QByteArray &validator)
{
    const bool same = !validator.isEmpty() && validator == m_validator
                      && (!totalBytes || !m_total || *totalBytes == *m_total);
    m_validator = validator;
    if (totalBytes || !same) {
        m_total = totalBytes;
    }
    if (!same || presentBytes() == 0) {
        return startOver();
    }
    const std::lock_guard lock(m_growth->mutex);
    m_growth->total = m_total;
    m_growth->changed.notify_all();
    return {};
}

base::Result<void>
PartialFile::beginPart(qint64 offset, std::optional<qint64> totalBytes, const QByteArray &validator)
{
    const bool contradicts = totalBytes && m_total && *totalBytes != *m_total;
    const bool otherFile =
        m_validator.isEmpty() || (!validator.isEmpty() && validator != m_validator);
    if (contradicts || otherFile || offset < 0 || (totalBytes && *totalBytes < offset)) {
        return unexpected(
            ErrorCode::Malformed,
            QStringLiteral("the server sends a part that does not fit %1").arg(m_path));
    }
    if (presentBytes() == 0) {
        // Nothing of it is known to be there, whatever the file holds.
        m_total = totalBytes ? totalBytes : m_total;
        return startOver();
    }
    if (totalBytes && !m_total) {
        m_total = totalBytes;
        const std::lock_guard lock(m_growth->mutex);
        m_growth->ranges.clip(*m_total);
        m_growth->total = m_total;
        m_growth->changed.notify_all();
    }
    return {};
}

base::Result<void> PartialFile::write(qint64 offset, const QByteArray &bytes)
{
    if (m_total && offset + bytes.size() > *m_total) {
        return unexpected(
            ErrorCode::Malformed,
            QStringLiteral("the server sent more than the %1 bytes it announced").arg(*m_total));
    }
    const bool placed = m_file.isOpen() && (m_file.pos() == offset || m_file.seek(offset));
    if (!placed) {
        return unexpected(internal::writeError(m_file));
    }
    const qint64 written = m_file.write(bytes);
    if (written > 0) {
        const std::lock_guard lock(m_growth->mutex);
        m_growth->ranges.add(offset, offset + written);
        m_growth->changed.notify_all();
    }
    if (written != bytes.size()) {
        return unexpected(internal::writeError(m_file));
    }
    m_unnoted += written;
    if (m_unnoted >= noteEveryBytes || m_noted.hasExpired(noteEveryMs)) {
        keepNote();
    }
    return {};
}

base::Result<void> PartialFile::writeNote()
{
    m_unnoted = 0;
    m_noted.start();
    const PartInfo info{
        .address = m_address, .totalBytes = m_total, .validator = m_validator, .ranges = ranges()};
    return internal::writePartInfo(infoPath(), info);
}

void PartialFile::keepNote()
{
    if (m_unnoted == 0 || !m_file.isOpen() || m_discarded) {
        return;
    }
    // An older note is true as well; it only costs fetching some again.
    if (const Result<void> noted = writeNote(); !noted) {
        qCInfo(base::logDownloads) << noted.error().detail;
    }
}

base::Result<void> PartialFile::complete()
{
    const qint64 size = contiguousBytes();
    if (size == 0 || size != presentBytes() || (m_total && size != *m_total)) {
        return unexpected(ErrorCode::Malformed,
                          QStringLiteral("%1 has %2 bytes instead of %3")
                              .arg(m_path)
                              .arg(presentBytes())
                              .arg(m_total ? QString::number(*m_total) : QStringLiteral("some")));
    }
    {
        const std::lock_guard lock(m_naming);
        m_completing = true;
    }
    if (m_file.size() != size && !m_file.resize(size)) {
        return unexpected(internal::writeError(m_file));
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
    m_growth->total = size;
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

void PartialFile::goOn()
{
    const std::lock_guard lock(m_growth->mutex);
    m_growth->error.reset();
}

std::optional<PartialFile::Wanted> PartialFile::wanted() const
{
    const std::lock_guard lock(m_growth->mutex);
    if (m_growth->waiting.empty()) {
        return std::nullopt;
    }
    const internal::Growth::Waiting &last = m_growth->waiting.back();
    return Wanted{last.offset, last.turn};
}

void PartialFile::setWaitingListener(std::function<void()> changed)
{
    const std::lock_guard lock(m_growth->mutex);
    m_growth->waitingChanged = std::move(changed);
}

void PartialFile::setReachable(bool reachable)
{
    const std::lock_guard lock(m_growth->mutex);
    m_growth->reachable = reachable;
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
