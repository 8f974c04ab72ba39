// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/downloads/internal/fetcher.h"

#include "app/base/logging.h"
#include "app/downloads/diskspace.h"
#include "app/downloads/internal/htmlpage.h"
#include "app/downloads/partialfile.h"

#include <QPointer>

#include <algorithm>

namespace app::downloads::internal {

using base::Error;
using base::ErrorCode;
using base::Result;
using network::Transfer;
using std::chrono::milliseconds;

namespace {

/// A reader that waits so far ahead of a running transfer, or less, just waits: a new connection
/// would take longer.
constexpr qint64 soonBytes = 256 * 1024;
/// A try that brought so much was a good one, and the next drop is the first again.
constexpr qint64 goodTryBytes = 256 * 1024;
/// Between two looks at the room left on the disk.
constexpr qint64 roomCheckBytes = 16LL * 1024 * 1024;
/// A wait that is shorter is none to speak of.
constexpr milliseconds awaitedAfter{200};
/// A connection silent for less is believed to have survived a change of networks.
constexpr qint64 freshMs = 2000;

} // namespace

Fetcher::Fetcher(network::HttpClient &client,
                 const DownloadOptions &options,
                 const QUrl &url,
                 std::shared_ptr<PartialFile> part)
    : m_client(client)
    , m_options(options)
    , m_url(url)
    , m_folder(part->folder())
    , m_part(std::move(part))
{
    for (QTimer *timer : {&m_pause, &m_silence, &m_awaited}) {
        timer->setSingleShot(true);
    }
    m_awaited.setInterval(awaitedAfter);
    connect(&m_pause, &QTimer::timeout, this, &Fetcher::fetchNext);
    connect(&m_silence, &QTimer::timeout, this, &Fetcher::onSilence);
    connect(&m_awaited, &QTimer::timeout, this, &Fetcher::onAwaited);
    // Called on reading threads; the file keeps them out while the destructor takes it back.
    m_part->setWaitingListener([this] {
        if (!m_told.exchange(true)) {
            QMetaObject::invokeMethod(this, &Fetcher::onWaitingChanged, Qt::QueuedConnection);
        }
    });
}

Fetcher::~Fetcher()
{
    m_part->setWaitingListener({});
    m_part->keepNote();
}

void Fetcher::start()
{
    m_part->goOn();
    QMetaObject::invokeMethod(this, &Fetcher::onWaitingChanged, Qt::QueuedConnection);
    fetchNext();
}

bool Fetcher::mayAskForParts() const
{
    return !m_wholeOnly && !m_part->validator().isEmpty();
}

network::TransferRequest Fetcher::nextRequest() const
{
    network::TransferRequest request;
    request.url = m_url;
    request.limits = m_options.limits;
    if (!mayAskForParts()) {
        return request;
    }
    request.validator = m_part->validator();
    const std::optional<qint64> total = m_part->totalBytes();
    auto gap = m_part->gapFrom(total ? m_lastWanted : 0);
    if (!gap) {
        gap = m_part->gapFrom(0);
    }
    if (gap) {
        request.offset = gap->start;
        if (total && gap->end < *total) {
            request.end = gap->end;
        }
    }
    return request;
}

void Fetcher::fetchNext()
{
    m_pause.stop();
    m_transfer.reset();
    if (m_part->isWhole()) {
        emit arrived();
        return;
    }
    if (const auto wanted = m_part->wanted()) {
        m_lastWanted = wanted->offset;
    }
    m_presentBefore = m_part->presentBytes();
    const qint64 missing = m_part->totalBytes().value_or(0) - m_presentBefore;
    if (const Result<void> room = checkRoom(m_folder, std::max<qint64>(0, missing)); !room) {
        emit failed(room.error(), true);
        return;
    }
    send(nextRequest());
}

void Fetcher::send(const network::TransferRequest &request)
{
    m_position = request.offset;
    m_until = request.end;
    m_askedForPart = request.offset > 0 || request.end;
    m_answered = false;
    m_sinceBytes.start();
    m_transfer = m_client.transfer(request);
    connect(m_transfer.get(), &Transfer::headersArrived, this, &Fetcher::onHeaders);
    connect(m_transfer.get(), &Transfer::bytesArrived, this, &Fetcher::onBytes);
    connect(m_transfer.get(), &Transfer::finished, this, &Fetcher::onFinished);
    connect(m_transfer.get(), &Transfer::failed, this, &Fetcher::onDropped);
    watchSilence();
    emit progressed(true);
}

void Fetcher::onHeaders(const Transfer::Headers &headers)
{
    if (isPageType(headers.contentType)) {
        // A portal of a hotel may answer anybody; it says nothing of what is there already.
        emit failed(pageError(headers.url.host()), m_part->presentBytes() > 0);
        return;
    }
    m_answered = true;
    if (const Result<void> accepted = accept(headers); !accepted) {
        if (accepted.error().code == ErrorCode::Malformed && !m_wholeOnly) {
            qCInfo(base::logDownloads) << "asking for the whole:" << accepted.error().detail;
            m_wholeOnly = true;
            fetchNext();
            return;
        }
        emit failed(accepted.error(), true);
        return;
    }
    const qint64 missing = m_part->totalBytes().value_or(0) - m_part->presentBytes();
    if (const Result<void> room = checkRoom(m_folder, std::max<qint64>(0, missing)); !room) {
        emit failed(room.error(), true);
        return;
    }
    m_untilRoomCheck = roomCheckBytes;
    const QPointer<Fetcher> self(this);
    emit progressed(true);
    if (self) {
        goWhereWanted();
    }
}

Result<void> Fetcher::accept(const Transfer::Headers &headers)
{
    const QByteArray before = m_part->validator();
    m_position = headers.offset;
    if (headers.isPart) {
        m_part->setReachable(true);
        return m_part->beginPart(headers.offset, headers.totalBytes, headers.validator);
    }
    m_until.reset();
    const bool isSame = !before.isEmpty() && headers.validator == before;
    if (headers.ranges == Transfer::Ranges::No || (m_askedForPart && isSame)) {
        m_wholeOnly = true;
    }
    const Result<void> begun = m_part->beginWhole(headers.totalBytes, headers.validator);
    // What was there before and is dropped now does not count against this try.
    m_presentBefore = std::min(m_presentBefore, m_part->presentBytes());
    m_part->setReachable(mayAskForParts() && headers.ranges == Transfer::Ranges::Yes);
    return begun;
}

void Fetcher::onBytes(const QByteArray &bytes)
{
    if (m_position == 0 && looksLikePage(bytes)) {
        emit failed(pageError(m_url.host()), m_part->presentBytes() > 0);
        return;
    }
    const qint64 left = m_until ? *m_until - m_position : bytes.size();
    const QByteArray wanted = left < bytes.size() ? bytes.left(left) : bytes;
    Result<void> written = m_part->write(m_position, wanted);
    if (written) {
        written = checkRoomNowAndThen(wanted.size());
    }
    if (!written) {
        emit failed(written.error(), written.error().code != ErrorCode::Malformed);
        return;
    }
    m_position += wanted.size();
    m_sinceBytes.start();
    m_hungry.start();
    if (m_part->presentBytes() - m_presentBefore >= goodTryBytes) {
        m_retries = 0;
    }
    if (m_until && m_position >= *m_until) {
        fetchNext();
        return;
    }
    watchSilence();
    emit progressed(false);
}

Result<void> Fetcher::checkRoomNowAndThen(qint64 written)
{
    m_untilRoomCheck -= written;
    if (m_untilRoomCheck > 0) {
        return {};
    }
    m_untilRoomCheck = roomCheckBytes;
    return checkRoom(m_folder, 0);
}

bool Fetcher::broughtNothingNew() const
{
    return m_part->presentBytes() <= m_presentBefore;
}

void Fetcher::onFinished()
{
    // Whether nothing at all is a recording is asked when it gets its name.
    if (m_part->totalBytes().value_or(0) == 0 || m_part->isWhole()) {
        m_transfer.reset();
        emit arrived();
    } else if (broughtNothingNew()) {
        onDropped({ErrorCode::Offline,
                   QStringLiteral("the sound from %1 ended early").arg(m_url.host()),
                   0});
    } else {
        fetchNext();
    }
}

void Fetcher::onDropped(const Error &error)
{
    const bool couldBeThePart = error.code == ErrorCode::Malformed && m_askedForPart && !m_answered;
    m_transfer.reset();
    if (couldBeThePart && !m_wholeOnly) {
        m_wholeOnly = true;
        fetchNext();
        return;
    }
    const std::optional<milliseconds> pause = pauseAfter(error);
    if (!pause) {
        emit failed(error, true);
        return;
    }
    ++m_retries;
    qCDebug(base::logDownloads) << "again in" << pause->count() << "ms:" << error.detail;
    m_silence.stop();
    m_part->keepNote();
    m_pause.start(*pause);
    emit paused();
}

std::optional<milliseconds> Fetcher::pauseAfter(const Error &error)
{
    const bool insists = m_forPlaying || !broughtNothingNew();
    if (!network::isWorthRetrying(error) || !insists || m_retries >= m_options.retry.retries) {
        return std::nullopt;
    }
    const milliseconds pause = network::pauseBefore(m_retries, m_options.retry);
    if (!m_isWaited) {
        return pause;
    }
    // Somebody sits and waits: twice as hasty, and an answer in time.
    return pause / 2 < patienceLeft() ? std::optional(pause / 2) : std::nullopt;
}

void Fetcher::refresh()
{
    const bool silent = m_transfer && m_sinceBytes.elapsed() > freshMs && mayAskForParts();
    if (m_pause.isActive() || silent) {
        m_retries = 0;
        fetchNext();
    }
}

void Fetcher::onWaitingChanged()
{
    m_told = false;
    const auto wanted = m_part->wanted();
    m_isWaited = wanted.has_value();
    // One that waited before the last may go on waiting: two that take turns would have every
    // connection cut off by the other.
    if (wanted && wanted->turn > m_lastTurn) {
        m_lastTurn = wanted->turn;
        onNewWish(wanted->offset);
    } else if (!wanted) {
        m_silence.stop();
        m_awaited.stop();
        if (std::exchange(m_isAwaited, false)) {
            emit progressed(true);
        }
    }
}

void Fetcher::onNewWish(qint64 offset)
{
    m_lastWanted = offset;
    m_hungry.start();
    m_retries = 0;
    if (!m_isAwaited && !m_awaited.isActive()) {
        m_awaited.start();
    }
    if (m_pause.isActive()) {
        m_pause.start(std::min(m_pause.remainingTimeAsDuration(), m_options.retry.firstPause));
        return;
    }
    watchSilence();
    goWhereWanted();
}

void Fetcher::goWhereWanted()
{
    const auto wanted = m_part->wanted();
    const bool isNewest = wanted && wanted->turn >= m_lastTurn;
    const bool canGo = m_transfer && mayAskForParts() && m_part->totalBytes();
    if (isNewest && canGo && !isReachedSoon(wanted->offset)) {
        fetchNext();
    }
}

bool Fetcher::isReachedSoon(qint64 offset) const
{
    return m_position <= offset && offset - m_position < soonBytes
           && offset < m_until.value_or(offset + 1);
}

milliseconds Fetcher::patienceLeft() const
{
    const milliseconds spent(m_hungry.isValid() ? m_hungry.elapsed() : 0);
    return std::max(m_options.readerPatience - spent, milliseconds(0));
}

void Fetcher::watchSilence()
{
    if (m_isWaited && m_transfer) {
        m_silence.start(std::min(m_options.readerSilence, patienceLeft()));
    }
}

void Fetcher::onSilence()
{
    if (m_isWaited && m_transfer) {
        onDropped({ErrorCode::Timeout,
                   QStringLiteral("the server %1 sent nothing for %2 ms")
                       .arg(m_url.host())
                       .arg(m_sinceBytes.elapsed()),
                   0});
    }
}

void Fetcher::onAwaited()
{
    m_isAwaited = true;
    emit progressed(true);
}

} // namespace app::downloads::internal
