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

HeaderList rangeHeaders(qint64 offset, const QByteArray &validator)
{
    if (offset <= 0 || !isHeaderValue(validator)) {
        return {};
    }
    return {{"Range", "bytes=" + QByteArray::number(offset) + '-'}, {"If-Range", validator}};
}

QByteArray resumeValidator(const QByteArray &etag, const QByteArray &lastModified)
{
    if (isHeaderValue(etag) && etag.startsWith('"')) {
        return etag;
    }
    return isHeaderValue(lastModified) ? lastModified : QByteArray();
}

} // namespace app::network
