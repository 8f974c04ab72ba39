// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

/// One category per room that talks to the outside; quiet below warning unless asked for with
/// QT_LOGGING_RULES="earmark.network.debug=true".
namespace app::base {

Q_DECLARE_LOGGING_CATEGORY(logLibrary)
Q_DECLARE_LOGGING_CATEGORY(logNetwork)
Q_DECLARE_LOGGING_CATEGORY(logMedia)
Q_DECLARE_LOGGING_CATEGORY(logPlayback)
Q_DECLARE_LOGGING_CATEGORY(logDownloads)
Q_DECLARE_LOGGING_CATEGORY(logSession)
Q_DECLARE_LOGGING_CATEGORY(logUi)

} // namespace app::base
