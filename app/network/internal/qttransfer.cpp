// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/internal/failures.h"
#include "app/network/internal/headervalues.h"
#include "app/network/internal/qtclient.h"

#include <algorithm>

namespace app::network::internal {

using base::Error;
using base::ErrorCode;

QtTransfer::QtTransfer(std::shared_ptr<Wire> wire, const TransferRequest &request)
    : m_isPartial(!rangeHeaders(request.offset, request.validator, request.end).empty())
    , m_asked(m_isPartial ? request.offset : 0)
    , m_askedEnd(m_isPartial ? request.end : std::nullopt)
    , m_exchange(std::move(wire),
                 Ask{.url = request.url,
                     .accept = {},
                     .headers = {},
                     .range = rangeHeaders(request.offset, request.validator, request.end),
                     .verbatim = true,
                     .limits = request.limits})
{
    connect(&m_exchange, &Exchange::headArrived, this, &QtTransfer::onHead);
    connect(&m_exchange, &Exchange::bytesArrived, this, [this](const QByteArray &bytes) {
        m_next += bytes.size();
        emit bytesArrived(bytes);
    });
    connect(&m_exchange, &Exchange::finished, this, &QtTransfer::onFinished);
    connect(&m_exchange, &Exchange::failed, this, &Transfer::failed);
    // Even a bad address is told only after the caller had time to connect.
    QMetaObject::invokeMethod(&m_exchange, &Exchange::start, Qt::QueuedConnection);
}

void QtTransfer::onHead(const Head &head)
{
    const QString host = head.url.host();
    Headers headers;
    headers.status = head.status;
    headers.url = head.url;
    headers.contentType = parseContentType(head.contentType).type;
    if (head.status == 206) {
        const auto range = parseContentRange(head.contentRange);
        const bool fits = range && range->first == m_asked
                          && (!head.length || *head.length == range->last - range->first + 1);
        if (!fits) {
            give(
                {ErrorCode::Malformed,
                 QStringLiteral("the server %1 sent another part than the one asked for").arg(host),
                 0});
            return;
        }
        headers.isPart = true;
        headers.ranges = Ranges::Yes;
        headers.offset = range->first;
        headers.totalBytes = range->total;
        m_end = range->total.value_or(range->last + 1);
        m_end = std::min(*m_end, m_askedEnd.value_or(*m_end));
    } else if (head.status == 200) {
        const bool tells = head.acceptRanges == "bytes" && !m_isPartial;
        const bool denies = head.acceptRanges == "none";
        headers.ranges = tells ? Ranges::Yes : denies ? Ranges::No : Ranges::Untold;
        headers.totalBytes = head.length;
        m_end = head.length;
    } else {
        give(statusError(head.status, host));
        return;
    }
    headers.validator = resumeValidator(head.etag, head.lastModified);
    m_next = headers.offset;
    emit headersArrived(headers);
}

void QtTransfer::onFinished()
{
    if (m_end && m_next < *m_end) {
        emit failed(
            {ErrorCode::Offline,
             QStringLiteral("the sound ended early: %1 of %2 bytes came").arg(m_next).arg(*m_end),
             0});
        return;
    }
    emit finished();
}

void QtTransfer::give(const Error &error)
{
    m_exchange.abort();
    emit failed(error);
}

} // namespace app::network::internal
