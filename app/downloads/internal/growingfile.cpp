// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/downloads/internal/growingfile.h"

#include <algorithm>

namespace app::downloads::internal {

using base::ErrorCode;
using base::unexpected;

GrowingSource::GrowingSource(std::shared_ptr<Growth> growth)
    : m_growth(std::move(growth))
{
    const std::lock_guard lock(m_growth->mutex);
    m_edition = m_growth->edition;
    m_file.setFileName(m_growth->opened);
    // A failure shows with the first read.
    static_cast<void>(m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
}

std::optional<base::Result<qint64>> GrowingSource::lookAt(qint64 offset) const
{
    if (m_interrupted) {
        return unexpected(ErrorCode::Busy, QStringLiteral("reading was interrupted"));
    }
    if (m_growth->edition != m_edition) {
        return unexpected(
            ErrorCode::Conflict,
            QStringLiteral("%1 changed on the server while it was read").arg(m_growth->name));
    }
    if (const qint64 end = m_growth->ranges.endAt(offset); end > offset) {
        return end - offset;
    }
    if (m_growth->complete || (m_growth->total && offset >= *m_growth->total)) {
        return 0;
    }
    if (m_growth->error) {
        return unexpected(*m_growth->error);
    }
    return std::nullopt;
}

base::Result<qint64> GrowingSource::waitFor(qint64 offset)
{
    std::unique_lock lock(m_growth->mutex);
    if (auto found = lookAt(offset)) {
        return *found;
    }
    const auto tell = [this] {
        if (m_growth->waitingChanged) {
            m_growth->waitingChanged();
        }
    };
    m_growth->waiting.push_back({this, offset, ++m_growth->turns});
    tell();
    std::optional<base::Result<qint64>> found;
    while (!found) {
        m_growth->changed.wait(lock);
        found = lookAt(offset);
    }
    std::erase_if(m_growth->waiting, [this](const auto &each) { return each.reader == this; });
    tell();
    return *found;
}

base::Result<qint64> GrowingSource::readAt(qint64 offset, char *into, qint64 size)
{
    if (offset < 0 || size <= 0) {
        return 0;
    }
    // Starting over may take the bytes away between waiting and reading; then it waits again.
    for (int attempt = 0; attempt < 100; ++attempt) {
        const base::Result<qint64> there = waitFor(offset);
        if (!there || *there == 0) {
            return there;
        }
        const bool placed = m_file.isOpen() && m_file.seek(offset);
        const qint64 got = placed ? m_file.read(into, std::min(size, *there)) : -1;
        if (got < 0) {
            return unexpected(
                ErrorCode::Denied,
                QStringLiteral("cannot read %1: %2").arg(m_file.fileName(), m_file.errorString()));
        }
        const std::lock_guard lock(m_growth->mutex);
        if (m_growth->edition == m_edition && got > 0
            && offset + got <= m_growth->ranges.endAt(offset)) {
            return got;
        }
    }
    return unexpected(ErrorCode::Corrupt,
                      QStringLiteral("%1 is shorter than it was").arg(m_file.fileName()));
}

std::optional<qint64> GrowingSource::sizeBytes() const
{
    const std::lock_guard lock(m_growth->mutex);
    return m_growth->total;
}

bool GrowingSource::isComplete() const
{
    const std::lock_guard lock(m_growth->mutex);
    return m_growth->isWhole();
}

qint64 GrowingSource::availableBytes() const
{
    const std::lock_guard lock(m_growth->mutex);
    return m_growth->ranges.endAt(0);
}

std::vector<media::ByteRange> GrowingSource::availableRanges() const
{
    const std::lock_guard lock(m_growth->mutex);
    return m_growth->ranges.list();
}

bool GrowingSource::canReachAnywhere() const
{
    const std::lock_guard lock(m_growth->mutex);
    return m_growth->isWhole() || (m_growth->reachable && m_growth->total);
}

void GrowingSource::interrupt()
{
    const std::lock_guard lock(m_growth->mutex);
    m_interrupted = true;
    m_growth->changed.notify_all();
}

void GrowingSource::resume()
{
    const std::lock_guard lock(m_growth->mutex);
    m_interrupted = false;
}

QString GrowingSource::name() const
{
    const std::lock_guard lock(m_growth->mutex);
    return m_growth->name;
}

} // namespace app::downloads::internal
