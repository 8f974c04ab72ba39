// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/internal/qtclient.h"

#include "app/network/internal/redirects.h"

#include <QHostAddress>
#include <QNetworkProxyFactory>

namespace app::network::internal {

namespace {

/// The system's proxy, for this client only; never for this computer itself.
class SystemProxy final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        const QString host = query.peerHostName();
        if (host == QLatin1String("localhost") || QHostAddress(host).isLoopback()) {
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        }
        return systemProxyForQuery(query);
    }
};

} // namespace

QtClient::QtClient()
    : m_wire(std::make_shared<Wire>())
{
    m_wire->manager.setProxyFactory(new SystemProxy);
}

QFuture<base::Result<HttpReply>> QtClient::get(const HttpRequest &request)
{
    if (const auto usable = checkAddress(request.url); !usable) {
        return QtFuture::makeReadyFuture(base::Result<HttpReply>(unexpected(usable.error())));
    }
    auto *operation = new GetOperation(m_wire, request, this);
    return operation->start();
}

std::unique_ptr<Transfer> QtClient::transfer(const TransferRequest &request)
{
    return std::make_unique<QtTransfer>(m_wire, request);
}

} // namespace app::network::internal
