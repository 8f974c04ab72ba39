// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/cachepolicy.h"

#include <QStringBuilder>

#include <algorithm>

namespace app::network {

namespace {

constexpr qsizetype longestValidator = 1024;

bool isHeaderValue(const QByteArray &value)
{
    return !value.isEmpty() && value.size() <= longestValidator
           && std::none_of(
               value.begin(), value.end(), [](char c) { return (c >= 0 && c < ' ') || c == 0x7f; });
}

} // namespace

HeaderList conditionalHeaders(const QByteArray &etag, const QByteArray &lastModified)
{
    HeaderList headers;
    if (isHeaderValue(etag)) {
        headers.emplace_back("If-None-Match", etag);
    }
    if (isHeaderValue(lastModified)) {
        headers.emplace_back("If-Modified-Since", lastModified);
    }
    return headers;
}

HeaderList rangeHeaders(qint64 offset, const QByteArray &validator, std::optional<qint64> end)
{
    const bool isPart = offset > 0 || (offset == 0 && end);
    if (!isPart || !isHeaderValue(validator) || (end && *end <= offset)) {
        return {};
    }
    QByteArray range = "bytes=" + QByteArray::number(offset) + '-';
    if (end) {
        range += QByteArray::number(*end - 1);
    }
    return {{"Range", range}, {"If-Range", validator}};
}

QByteArray resumeValidator(const QByteArray &etag, const QByteArray &lastModified)
{
    if (isHeaderValue(etag) && etag.startsWith('"')) {
        return etag;
    }
    return isHeaderValue(lastModified) ? lastModified : QByteArray();
}

} // namespace app::network
