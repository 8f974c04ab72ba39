// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/library/library.h"
#include "app/work/workerpool.h"

#include <QObject>
#include <QTimer>

namespace app::session {
class Notebook;
}

namespace app::session::internal {

/// What has to be done once a day and must delay nothing: a backup, and emptying the bin of what
/// has been in it for 30 days. A little after the start, then looked after every hour.
class Housekeeping final : public QObject
{
    Q_OBJECT

public:
    Housekeeping(library::Library &library,
                 Notebook &notebook,
                 work::WorkerPool &workers,
                 const base::Clock &clock);

    /// Now instead of later.
    void run();

signals:
    /// All of it was done or has failed.
    void done();

private:
    void emptyBin();

    library::Library &m_library;
    Notebook &m_notebook;
    work::WorkerPool &m_workers;
    const base::Clock &m_clock;
    QTimer m_timer;
};

} // namespace app::session::internal
