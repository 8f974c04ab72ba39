// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/internal/folding.h"

#include <QUrl>
#include <QUuid>

namespace app::library::internal {
namespace {

bool isMark(QChar c)
{
    return c.category() == QChar::Mark_NonSpacing;
}

} // namespace

QString folded(const QString &text)
{
    QString result = text.normalized(QString::NormalizationForm_KD);
    result.removeIf(isMark);
    return result.toCaseFolded().simplified();
}

QString feedKey(const QString &address)
{
    QUrl url(address.trimmed());
    if (!url.isValid() || url.host().isEmpty()) {
        return address.trimmed();
    }
    const QString scheme = url.scheme().toLower();
    const bool isWeb = scheme == QLatin1String("http") || scheme == QLatin1String("https");
    if (isWeb) {
        if (url.port() == 80 || url.port() == 443) {
            url.setPort(-1);
        }
        url.setScheme(QString());
    }
    url.setFragment(QString());
    QString key = url.toString(QUrl::FullyEncoded);
    while (key.endsWith(QLatin1Char('/'))) {
        key.chop(1);
    }
    return key;
}

QString guidKey(const QString &guid)
{
    const QUuid uuid = QUuid::fromString(guid.trimmed());
    return uuid.isNull() ? QString() : uuid.toString(QUuid::WithoutBraces);
}

} // namespace app::library::internal
