// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/internal/failures.h"
#include "app/network/internal/headervalues.h"
#include "app/network/internal/qtclient.h"

namespace app::network::internal {

GetOperation::GetOperation(std::shared_ptr<Wire> wire, const HttpRequest &request, QObject *parent)
    : QObject(parent)
    , m_exchange(std::move(wire),
                 Ask{.url = request.url,
                     .accept = request.accept,
                     .headers = conditionalHeaders(request.etag, request.lastModified),
                     .range = {},
                     .verbatim = false,
                     .limits = request.limits})
{
    connect(&m_exchange, &Exchange::headArrived, this, [this](const Head &head) {
        const ContentType type = parseContentType(head.contentType);
        m_reply = {.status = head.status,
                   .body = {},
                   .url = head.url,
                   .movedTo = head.movedTo,
                   .etag = head.etag,
                   .lastModified = head.lastModified,
                   .contentType = type.type,
                   .charset = type.charset};
        m_length = head.length;
    });
    connect(&m_exchange, &Exchange::bytesArrived, this, [this](const QByteArray &bytes) {
        m_reply.body += bytes;
    });
    connect(&m_exchange, &Exchange::finished, this, [this] {
        if (m_length && m_reply.body.size() < *m_length) {
            settle(unexpected(earlyEndError(m_reply.url.host())));
            return;
        }
        if (m_reply.notModified()) {
            m_reply.body.clear();
        }
        settle(m_reply);
    });
    connect(&m_exchange, &Exchange::failed, this, [this](const base::Error &error) {
        settle(base::unexpected(error));
    });
    connect(&m_watcher, &QFutureWatcherBase::canceled, this, [this] {
        m_exchange.abort();
        m_promise.finish();
        deleteLater();
    });
}

QFuture<base::Result<HttpReply>> GetOperation::start()
{
    m_promise.start();
    const QFuture<base::Result<HttpReply>> future = m_promise.future();
    m_watcher.setFuture(future);
    m_exchange.start();
    return future;
}

void GetOperation::settle(const base::Result<HttpReply> &result)
{
    m_watcher.disconnect(this);
    deleteLater();
    m_promise.addResult(result);
    m_promise.finish();
}

} // namespace app::network::internal
