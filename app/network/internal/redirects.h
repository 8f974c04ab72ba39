// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QUrl>

namespace app::network::internal {

/// Whether something can be fetched from there: http or https and a host.
/// Errors: Malformed.
[[nodiscard]] base::Result<void> checkAddress(const QUrl &url);

[[nodiscard]] bool isRedirect(int status);

/// Where a redirect leads, without login and fragment.
/// \param login  the request carries a login, which must not leave https
/// Errors: Malformed (no or an unreadable address), Denied (another scheme, or see login).
[[nodiscard]] base::Result<QUrl>
redirectTarget(const QUrl &from, const QByteArray &location, bool login);

/// Where \p asked has moved to for good, judged by its first redirect; else empty.
/// The login of \p asked stays in it when it may.
[[nodiscard]] QUrl permanentTarget(const QUrl &asked, int firstStatus, const QUrl &firstTarget);

} // namespace app::network::internal
