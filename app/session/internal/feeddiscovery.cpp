// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/internal/feeddiscovery.h"

#include <QRegularExpression>

namespace app::session::internal {
namespace {

constexpr qsizetype searchedBytes = 512 * 1024;
constexpr qsizetype longestTag = 4096;

/// The value of an attribute in a tag's text, its quotes taken off.
QString attribute(const QString &tag, const QString &name)
{
    const QRegularExpression pattern(
        QStringLiteral("\\b%1\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))").arg(name),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(tag);
    for (int group = 1; group <= 3; ++group) {
        if (const QString value = match.captured(group); !value.isEmpty()) {
            return value.trimmed();
        }
    }
    return {};
}

} // namespace

std::optional<QUrl> feedOfPage(const QByteArray &html, const QUrl &page)
{
    const QByteArray searched = html.left(searchedBytes);
    const QByteArray lower = searched.toLower();
    for (qsizetype at = lower.indexOf("<link"); at >= 0; at = lower.indexOf("<link", at + 1)) {
        const qsizetype end = lower.indexOf('>', at);
        if (end < 0 || end - at > longestTag) {
            continue;
        }
        const QString tag = QString::fromUtf8(searched.mid(at, end - at));
        const QString type = attribute(tag, QStringLiteral("type")).toLower();
        if (!type.contains(QLatin1String("rss+xml")) && !type.contains(QLatin1String("atom+xml"))) {
            continue;
        }
        QString address = attribute(tag, QStringLiteral("href"));
        address.replace(QLatin1String("&amp;"), QLatin1String("&"));
        const QUrl url = page.resolved(QUrl(address));
        if (!address.isEmpty()
            && (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"))) {
            return url;
        }
    }
    return std::nullopt;
}

} // namespace app::session::internal
