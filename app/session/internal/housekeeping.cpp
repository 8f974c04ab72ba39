// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/internal/housekeeping.h"

#include "app/base/logging.h"
#include "app/library/backups.h"
#include "app/session/notebook.h"
#include "app/work/comeback.h"

namespace app::session::internal {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds afterStart = 20s;
constexpr std::chrono::milliseconds between = 1h;

} // namespace

Housekeeping::Housekeeping(library::Library &library,
                           Notebook &notebook,
                           work::WorkerPool &workers,
                           const base::Clock &clock)
    : m_library(library)
    , m_notebook(notebook)
    , m_workers(workers)
    , m_clock(clock)
{
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Housekeeping::run);
    m_timer.start(afterStart);
}

void Housekeeping::run()
{
    using Made = base::Result<bool>;
    m_timer.start(between);
    const auto backing = m_workers.run<Made>(
        [folder = m_library.folder(), clock = &m_clock](QPromise<Made> &promise) {
            promise.addResult(library::backUpDaily(folder, *clock));
        });
    work::comeBack(backing, this, [this](const Made &made) {
        if (!made) {
            qCWarning(base::logSession) << "no daily backup:" << made.error().detail;
        }
        emptyBin();
    });
}

void Housekeeping::emptyBin()
{
    work::comeBack(m_notebook.emptyBin(), this, [this](const base::Result<int> &emptied) {
        if (!emptied) {
            qCWarning(base::logSession) << "bin not emptied:" << emptied.error().detail;
        }
        emit done();
    });
}

} // namespace app::session::internal
