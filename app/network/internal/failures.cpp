// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/internal/failures.h"

#include <QNetworkInterface>

#include <algorithm>

namespace app::network::internal {

using base::Error;
using base::ErrorCode;

namespace {

QString inWords(std::chrono::milliseconds duration)
{
    if (duration.count() % 1000 == 0) {
        return QStringLiteral("%1 s").arg(duration.count() / 1000);
    }
    return QStringLiteral("%1 ms").arg(duration.count());
}

Error hostNotFound(const QString &host, bool hasLink)
{
    if (!hasLink) {
        return {ErrorCode::Offline,
                QStringLiteral("there is no network connection to look for %1").arg(host)};
    }
    return {ErrorCode::NotFound, QStringLiteral("there is no host called %1").arg(host)};
}

} // namespace

Error connectionError(QNetworkReply::NetworkError code,
                      const QString &host,
                      const QString &said,
                      bool hasLink)
{
    switch (code) {
    case QNetworkReply::HostNotFoundError:
        return hostNotFound(host, hasLink);
    case QNetworkReply::ConnectionRefusedError:
        return {ErrorCode::Offline, QStringLiteral("the server %1 refuses connections").arg(host)};
    case QNetworkReply::RemoteHostClosedError:
        return earlyEndError(host);
    case QNetworkReply::TimeoutError:
        return {ErrorCode::Timeout, QStringLiteral("the server %1 did not answer").arg(host)};
    case QNetworkReply::SslHandshakeFailedError:
        return {ErrorCode::Denied,
                QStringLiteral("no secure connection to %1: %2").arg(host, said)};
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
        return {ErrorCode::Offline, QStringLiteral("the proxy on the way to %1 fails").arg(host)};
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return {ErrorCode::Denied,
                QStringLiteral("the proxy on the way to %1 asks for a login").arg(host)};
    case QNetworkReply::UnknownContentError:
        return {ErrorCode::Malformed,
                QStringLiteral("the server %1 sent a damaged answer: %2").arg(host, said)};
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return {ErrorCode::Malformed,
                QStringLiteral("the server %1 does not answer in HTTP").arg(host)};
    default:
        return {ErrorCode::Offline,
                QStringLiteral("the connection to %1 failed: %2").arg(host, said)};
    }
}

Error statusError(int status, const QString &host)
{
    Error error{ErrorCode::HttpStatus,
                QStringLiteral("the server %1 answered %2").arg(host).arg(status),
                status};
    if (status == 401 || status == 403 || status == 407) {
        error.code = ErrorCode::Denied;
        if (status == 401) {
            error.detail += QStringLiteral(": it asks for a login that fits");
        }
    } else if (status == 404 || status == 410) {
        error.code = ErrorCode::NotFound;
        error.detail += QStringLiteral(": there is nothing at this address");
    }
    return error;
}

Error silenceError(const QString &host, std::chrono::milliseconds limit)
{
    return {ErrorCode::Timeout,
            QStringLiteral("the server %1 sent nothing for %2").arg(host, inWords(limit))};
}

Error durationError(const QString &host, std::chrono::milliseconds limit)
{
    return {ErrorCode::Timeout,
            QStringLiteral("the server %1 took longer than %2").arg(host, inWords(limit))};
}

Error sizeError(const QString &host, qint64 limitBytes)
{
    return {ErrorCode::TooLarge,
            QStringLiteral("the server %1 sent more than %2 bytes").arg(host).arg(limitBytes)};
}

Error earlyEndError(const QString &host)
{
    return {ErrorCode::Offline,
            QStringLiteral("the server %1 closed the connection early").arg(host)};
}

bool hasNetworkLink()
{
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    return std::any_of(interfaces.begin(), interfaces.end(), [](const QNetworkInterface &each) {
        const auto flags = each.flags();
        return flags.testFlag(QNetworkInterface::IsRunning)
               && !flags.testFlag(QNetworkInterface::IsLoopBack)
               && !each.addressEntries().isEmpty();
    });
}

} // namespace app::network::internal
