// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/downloads/internal/htmlpage.h"

namespace app::downloads::internal {

bool isPageType(const QByteArray &contentType)
{
    return contentType == "text/html" || contentType == "application/xhtml+xml";
}

bool looksLikePage(const QByteArray &start)
{
    QByteArray text = start.left(512);
    if (text.startsWith("\xef\xbb\xbf")) {
        text.remove(0, 3);
    }
    text = text.trimmed().toLower();
    return text.startsWith("<!doctype html") || text.startsWith("<html")
           || text.startsWith("<head");
}

base::Error pageError(const QString &host)
{
    return {base::ErrorCode::Malformed,
            QStringLiteral("the server %1 gave a web page instead of a recording").arg(host),
            0};
}

} // namespace app::downloads::internal
