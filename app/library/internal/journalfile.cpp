// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/internal/journalfile.h"

#include "app/library/internal/files.h"
#include "app/notes/journal.h"

#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <optional>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace app::library::internal {
namespace {

using base::ErrorCode;

constexpr qint64 firstLook = 64 * 1024;
constexpr qsizetype writeAtOnce = 1024 * 1024;

std::optional<qint64> sequenceOf(QByteArrayView line)
{
    const auto entry = notes::readJournalLine(line);
    return entry ? std::optional(entry->sequence) : std::nullopt;
}

/// Of the last whole line in the end of a journal. \param from  where its first line begins
std::optional<qint64> lastSequenceIn(QByteArrayView bytes, qsizetype from)
{
    qsizetype end = bytes.size();
    while (end > from) {
        const qsizetype begin = std::max(bytes.first(end - 1).lastIndexOf('\n') + 1, from);
        if (const auto sequence = sequenceOf(bytes.sliced(begin, end - begin))) {
            return sequence;
        }
        end = begin;
    }
    return std::nullopt;
}

bool toDisk(QFile &file)
{
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return ::fsync(file.handle()) == 0;
#endif
}

} // namespace

JournalFile::JournalFile(const QString &path)
    : m_file(std::make_unique<QFile>(path))
{}

base::Result<JournalFile> JournalFile::open(const QString &path, const JournalEnd &known)
{
    JournalFile journal(path);
    const QFileInfo there(path);
    if (there.exists() && !there.isFile()) {
        return base::unexpected(ErrorCode::Denied,
                                QStringLiteral("the journal \"%1\" is not a file").arg(path));
    }
    if (!there.exists()) {
        journal.m_isNew = true;
        journal.m_end.sizeBytes = 0;
        return journal;
    }
    if (const auto ready = journal.makeReady(); !ready) {
        return base::unexpected(ready.error());
    }
    if (journal.m_file->size() == known.sizeBytes) {
        journal.m_end = known;
    } else if (const auto read = journal.readEnd(); !read) {
        return base::unexpected(read.error());
    }
    journal.m_before = journal.m_end.sizeBytes;
    return journal;
}

base::Result<void> JournalFile::makeReady()
{
    if (!m_file->isOpen() && !m_file->open(QIODevice::ReadWrite | QIODevice::Unbuffered)) {
        return failed();
    }
    return {};
}

base::Unexpected JournalFile::failed()
{
    // A line that only fits in part is no error to Qt; the system knows why.
    const int systemError = errno;
    const bool isFull = m_file->error() == QFileDevice::ResourceError || meansNoRoom(systemError);
    const QString reason = m_file->error() == QFileDevice::NoError ? qt_error_string(systemError)
                                                                   : m_file->errorString();
    return base::unexpected(
        isFull ? ErrorCode::DiskFull : ErrorCode::Denied,
        QStringLiteral("the journal \"%1\" cannot be written: %2").arg(m_file->fileName(), reason));
}

base::Result<void> JournalFile::readEnd()
{
    m_end = {m_file->size(), 0, {}};
    // Longer and longer looks, as nobody knows how long its last line is.
    for (qint64 length = firstLook;; length *= 4) {
        const qint64 from = std::max<qint64>(m_end.sizeBytes - length, 0);
        if (!m_file->seek(from)) {
            return failed();
        }
        const QByteArray bytes = m_file->read(m_end.sizeBytes - from);
        if (bytes.size() != m_end.sizeBytes - from) {
            return failed();
        }
        const qsizetype firstLine = from == 0 ? 0 : bytes.indexOf('\n') + 1;
        m_end.fragment = bytes.sliced(bytes.lastIndexOf('\n') + 1);
        const auto found =
            firstLine > 0 || from == 0 ? lastSequenceIn(bytes, firstLine) : std::nullopt;
        if (found || from == 0) {
            m_end.lastSequence = found.value_or(0);
            return {};
        }
    }
}

base::Result<QByteArray> JournalFile::contents()
{
    if (m_isNew) {
        return QByteArray();
    }
    if (!m_file->seek(0)) {
        return failed();
    }
    QByteArray bytes = m_file->read(m_end.sizeBytes);
    if (bytes.size() != m_end.sizeBytes) {
        return failed();
    }
    return bytes;
}

base::Result<void> JournalFile::cutFragment()
{
    const qint64 whole = m_end.sizeBytes - m_end.fragment.size();
    if (!m_file->resize(whole)) {
        return failed();
    }
    m_end.sizeBytes = whole;
    m_end.fragment.clear();
    m_before = whole;
    return {};
}

base::Result<void> JournalFile::add(const QByteArray &line, qint64 sequence)
{
    if (m_waiting.isEmpty() && !m_end.fragment.isEmpty()) {
        m_waiting += '\n';
        m_end.fragment.clear();
    }
    m_waiting += line;
    m_last = sequence;
    return m_waiting.size() >= writeAtOnce ? write() : base::Result<void>();
}

base::Result<void> JournalFile::write()
{
    if (auto ready = makeReady(); !ready) {
        return ready;
    }
    if (!m_file->seek(m_end.sizeBytes)) {
        return failed();
    }
    errno = 0;
    if (m_file->write(m_waiting) != m_waiting.size()) {
        const auto error = failed();
        m_file->resize(m_before);
        return error;
    }
    m_end.sizeBytes += m_waiting.size();
    m_waiting.clear();
    return {};
}

base::Result<void> JournalFile::finish()
{
    if (auto written = m_waiting.isEmpty() ? base::Result<void>() : write(); !written) {
        return written;
    }
    if (!m_file->isOpen()) {
        return {};
    }
    // Even with nothing new: what is there may be of a writer that was killed before it did this.
    if (!toDisk(*m_file)) {
        const int systemError = errno;
        // The system may show what the disk never gets, and say so only this once: what is still
        // in the outbox has to be written anew.
        m_file->resize(m_before);
        return base::unexpected(
            meansNoRoom(systemError) ? ErrorCode::DiskFull : ErrorCode::Denied,
            QStringLiteral("the journal \"%1\" did not reach the disk").arg(m_file->fileName()));
    }
    if (m_isNew) {
        syncFolder(QFileInfo(m_file->fileName()).absolutePath());
        m_isNew = false;
    }
    m_end.lastSequence = std::max(m_end.lastSequence, m_last);
    return {};
}

} // namespace app::library::internal
