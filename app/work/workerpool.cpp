// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/work/workerpool.h"

#include <algorithm>

namespace app::work {

WorkerPool::WorkerPool()
{
    // One worker must not keep everything else waiting, even on a single core.
    m_pool.setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
    m_pool.setObjectName(QStringLiteral("workers"));
}

WorkerPool::~WorkerPool()
{
    m_dropping = true;
    m_pool.waitForDone();
}

} // namespace app::work
