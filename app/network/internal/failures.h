// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QNetworkReply>
#include <QString>

#include <chrono>

namespace app::network::internal {

/// Why no (whole) answer came.
/// \param said     Qt's own words, used where they tell more than the code
/// \param hasLink  whether this computer is connected to anything; tells an unknown host from
///                 being offline, which look the same
[[nodiscard]] base::Error connectionError(QNetworkReply::NetworkError code,
                                          const QString &host,
                                          const QString &said,
                                          bool hasLink);

/// The server's refusal.
[[nodiscard]] base::Error statusError(int status, const QString &host);

[[nodiscard]] base::Error silenceError(const QString &host, std::chrono::milliseconds limit);
[[nodiscard]] base::Error durationError(const QString &host, std::chrono::milliseconds limit);
[[nodiscard]] base::Error sizeError(const QString &host, qint64 limitBytes);
[[nodiscard]] base::Error earlyEndError(const QString &host);

/// Whether any network but the loopback is up.
[[nodiscard]] bool hasNetworkLink();

} // namespace app::network::internal
