// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <utility>
#include <vector>

namespace app::network {

/// Header names and values to be sent, in order.
using HeaderList = std::vector<std::pair<QByteArray, QByteArray>>;

/// What makes a GET conditional on what is known already. Validators that are no valid header
/// values (control characters, over 1 KB) are left out. Thread: any.
/// Source: RFC 9110, 13.1.2 and 13.1.3.
[[nodiscard]] HeaderList conditionalHeaders(const QByteArray &etag, const QByteArray &lastModified);

/// What asks for the bytes from \p offset on, if the file is still the one \p validator names.
/// Nothing for offset 0 or without a validator: the whole is fetched then. Thread: any.
/// Source: RFC 9110, 13.1.5 and 14.2.
/// \param end  asks for nothing from there on; then offset 0 is a part of the whole as well
[[nodiscard]] HeaderList
rangeHeaders(qint64 offset, const QByteArray &validator, std::optional<qint64> end = {});

/// What to send as If-Range later: the ETag unless it is weak, else Last-Modified; may be empty.
/// Thread: any.
[[nodiscard]] QByteArray resumeValidator(const QByteArray &etag, const QByteArray &lastModified);

} // namespace app::network
