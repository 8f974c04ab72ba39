// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/work/internal/threadname.h"

#if defined(Q_OS_LINUX) || defined(Q_OS_DARWIN)
#include <pthread.h>
#endif

namespace app::work::internal {

void nameThisThread(const QString &name)
{
#if defined(Q_OS_LINUX)
    constexpr int longestName = 15;
    pthread_setname_np(pthread_self(), name.toLatin1().left(longestName).constData());
#elif defined(Q_OS_DARWIN)
    pthread_setname_np(name.toUtf8().constData());
#else
    Q_UNUSED(name);
#endif
}

} // namespace app::work::internal
