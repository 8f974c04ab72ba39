// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <vector>

namespace app::feeds {

/// One subscription in an OPML document.
struct Outline
{
    QString title;
    QString feedUrl;
    QString link;
    QStringList folders; ///< names of the enclosing folders, outermost first

    bool operator==(const Outline &) const = default;
};

/// Reads subscriptions from OPML 1.0 or 2.0, in document order, each address once.
///
/// A missing type and "url" instead of "xmlUrl" are accepted; other schemes than http(s) are left
/// out. Errors: Malformed (not XML, or not OPML), TooLarge (over 16 MB). Thread: any.  Source:
/// OPML 2.0, "Subscription lists".
[[nodiscard]] base::Result<std::vector<Outline>> readOpml(const QByteArray &document);

/// Writes OPML 2.0, UTF-8, folders ignored; the same input gives the same bytes.
[[nodiscard]] QByteArray
writeOpml(const std::vector<Outline> &outlines, const QString &title, const QDateTime &created);

} // namespace app::feeds
