// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/internal/headervalues.h"

#include <QList>

#include <algorithm>

namespace app::network::internal {

ContentType parseContentType(const QByteArray &value)
{
    const QList<QByteArray> parts = value.left(1024).split(';');
    ContentType result{parts.first().trimmed().toLower(), {}};
    for (const QByteArray &part : parts.sliced(1)) {
        const auto equals = part.indexOf('=');
        if (equals < 0 || part.left(equals).trimmed().toLower() != "charset") {
            continue;
        }
        QByteArray charset = part.mid(equals + 1).trimmed();
        charset.replace('"', "").replace('\'', "");
        result.charset = charset;
        break;
    }
    return result;
}

std::optional<qint64> parseLength(const QByteArray &value)
{
    const QByteArray digits = value.trimmed();
    const bool onlyDigits =
        std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    bool ok = false;
    const qint64 number = digits.toLongLong(&ok);
    if (!ok || !onlyDigits) {
        return std::nullopt;
    }
    return number;
}

std::optional<ContentRange> parseContentRange(const QByteArray &value)
{
    const QByteArray text = value.trimmed();
    const auto dash = text.indexOf('-');
    const auto slash = text.indexOf('/');
    if (!text.toLower().startsWith("bytes ") || dash < 0 || slash < dash) {
        return std::nullopt;
    }
    const auto first = parseLength(text.mid(6, dash - 6));
    const auto last = parseLength(text.mid(dash + 1, slash - dash - 1));
    if (!first || !last || *last < *first) {
        return std::nullopt;
    }
    ContentRange range{*first, *last, std::nullopt};
    if (const QByteArray total = text.mid(slash + 1).trimmed(); total != "*") {
        range.total = parseLength(total);
        if (!range.total || *range.total <= *last) {
            return std::nullopt;
        }
    }
    return range;
}

} // namespace app::network::internal
