// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/internal/redirects.h"

#include "app/network/login.h"

namespace app::network::internal {

using base::ErrorCode;
using base::unexpected;

namespace {

bool isWebScheme(const QString &scheme)
{
    return scheme == QLatin1String("http") || scheme == QLatin1String("https");
}

} // namespace

base::Result<void> checkAddress(const QUrl &url)
{
    if (!url.isValid() || !isWebScheme(url.scheme()) || url.host().isEmpty()) {
        const QString shown = url.toDisplayString(QUrl::RemoveUserInfo).left(200);
        return unexpected(ErrorCode::Malformed,
                          shown.isEmpty()
                              ? QStringLiteral("the address is empty or not a web address")
                              : QStringLiteral("the address %1 is not a web address").arg(shown));
    }
    return {};
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

base::Result<QUrl> redirectTarget(const QUrl &from, const QByteArray &location, bool login)
{
    const QUrl relative = QUrl::fromEncoded(location.trimmed(), QUrl::TolerantMode);
    if (location.trimmed().isEmpty() || !relative.isValid()) {
        return unexpected(
            ErrorCode::Malformed,
            QStringLiteral("the server %1 redirects to no readable address").arg(from.host()));
    }
    QUrl target = from.resolved(relative);
    target.setFragment(QString());
    target.setUserInfo(QString());
    if (!isWebScheme(target.scheme())) {
        return unexpected(
            ErrorCode::Denied,
            QStringLiteral("the server %1 redirects to a %2: address, which is not followed")
                .arg(from.host(), target.scheme().left(40)));
    }
    if (target.host().isEmpty()) {
        return unexpected(
            ErrorCode::Malformed,
            QStringLiteral("the server %1 redirects to no readable address").arg(from.host()));
    }
    if (login && from.scheme() == QLatin1String("https")
        && target.scheme() == QLatin1String("http")) {
        return unexpected(
            ErrorCode::Denied,
            QStringLiteral("the server %1 redirects a request with a login to an insecure address")
                .arg(from.host()));
    }
    return target;
}

QUrl permanentTarget(const QUrl &asked, int firstStatus, const QUrl &firstTarget)
{
    QUrl upgraded = asked.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    upgraded.setScheme(QStringLiteral("https"));
    const bool isUpgrade = asked.scheme() == QLatin1String("http") && upgraded == firstTarget;
    if (firstStatus != 301 && firstStatus != 308 && !isUpgrade) {
        return {};
    }
    return withLoginOf(firstTarget, asked);
}

} // namespace app::network::internal
