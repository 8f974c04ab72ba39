// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/logging.h"

namespace app::base {

Q_LOGGING_CATEGORY(logLibrary, "earmark.library", QtWarningMsg)
Q_LOGGING_CATEGORY(logNetwork, "earmark.network", QtWarningMsg)
Q_LOGGING_CATEGORY(logMedia, "earmark.media", QtWarningMsg)
Q_LOGGING_CATEGORY(logPlayback, "earmark.playback", QtWarningMsg)
Q_LOGGING_CATEGORY(logDownloads, "earmark.downloads", QtWarningMsg)
Q_LOGGING_CATEGORY(logSession, "earmark.session", QtWarningMsg)
Q_LOGGING_CATEGORY(logUi, "earmark.ui", QtWarningMsg)

} // namespace app::base
