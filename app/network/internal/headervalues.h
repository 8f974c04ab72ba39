// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace app::network::internal {

/// A Content-Type header taken apart.
struct ContentType
{
    QByteArray type;    ///< lower case, such as text/html
    QByteArray charset; ///< as written, without quotes
};

[[nodiscard]] ContentType parseContentType(const QByteArray &value);

/// A Content-Range header taken apart.
struct ContentRange
{
    qint64 first = 0;
    qint64 last = 0;             ///< inclusive
    std::optional<qint64> total; ///< absent when the server wrote *
};

/// Nothing when it makes no sense. Source: RFC 9110, 14.4.
[[nodiscard]] std::optional<ContentRange> parseContentRange(const QByteArray &value);

/// A whole number of at least 0, written in digits only.
[[nodiscard]] std::optional<qint64> parseLength(const QByteArray &value);

} // namespace app::network::internal
