// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QByteArray>
#include <QString>

/// Tells a web page from a recording: portals of hotels and expired links answer with pages.
namespace app::downloads::internal {

/// \param contentType  in lower case, without parameters
[[nodiscard]] bool isPageType(const QByteArray &contentType);

/// \param start  first bytes of a file
[[nodiscard]] bool looksLikePage(const QByteArray &start);

[[nodiscard]] base::Error pageError(const QString &host);

} // namespace app::downloads::internal
