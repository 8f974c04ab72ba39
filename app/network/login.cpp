// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/login.h"

namespace app::network {

namespace {

bool isHttps(const QUrl &url)
{
    return url.scheme() == QLatin1String("https");
}

int portOf(const QUrl &url)
{
    return url.port(isHttps(url) ? 443 : 80);
}

} // namespace

bool mayShareLogin(const QUrl &from, const QUrl &to)
{
    if (from.host().isEmpty() || from.host().compare(to.host(), Qt::CaseInsensitive) != 0) {
        return false;
    }
    if (isHttps(from) == isHttps(to)) {
        return portOf(from) == portOf(to);
    }
    return isHttps(to) && portOf(from) == 80 && portOf(to) == 443;
}

QUrl withLoginOf(const QUrl &address, const QUrl &from)
{
    if (!address.userInfo().isEmpty() || from.userInfo().isEmpty()
        || !mayShareLogin(from, address)) {
        return address;
    }
    QUrl with = address;
    with.setUserInfo(from.userInfo(QUrl::FullyEncoded), QUrl::StrictMode);
    return with;
}

} // namespace app::network
