// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/libav.h"

#include "app/base/logging.h"

#include <array>
#include <cstdarg>
#include <mutex>

namespace app::media::internal {

namespace {

void writeToLog(void *, int level, const char *format, va_list arguments)
{
    if (level > AV_LOG_WARNING || !base::logMedia().isDebugEnabled()) {
        return;
    }
    std::array<char, 512> line{};
    std::vsnprintf(line.data(), line.size(), format, arguments);
    qCDebug(base::logMedia).noquote() << QString::fromUtf8(line.data()).trimmed();
}

} // namespace

void quietLibav()
{
    static std::once_flag once;
    std::call_once(once, [] { av_log_set_callback(writeToLog); });
}

} // namespace app::media::internal
