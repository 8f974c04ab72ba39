// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "app/cli/signals.h"

#include <QCoreApplication>

namespace app::cli {

base::Result<session::Session *> Context::session()
{
    if (!m_session) {
        catchSignals();
        auto opened = session::Session::open(
            {.libraryFolder = m_folder, .output = {}, .recovers = m_recovers});
        if (!opened) {
            return base::unexpected(opened.error());
        }
        m_session = *std::move(opened);
    }
    return m_session.get();
}

void Context::wait(QEventLoop &loop)
{
    if (m_signal != 0) {
        return;
    }
    catchSignals();
    QEventLoop *const outer = std::exchange(m_loop, &loop);
    loop.exec();
    m_loop = outer;
}

void Context::close()
{
    if (m_catching) {
        // A signal that came while nothing waited is still to be seen.
        QCoreApplication::processEvents();
    }
    m_session.reset();
}

void Context::catchSignals()
{
    if (!m_catching) {
        m_catching = true;
        cli::catchSignals([this](int signal) { interrupt(signal); });
    }
}

void Context::interrupt(int signal)
{
    m_signal = signal;
    if (m_loop) {
        m_loop->quit();
    }
}

} // namespace app::cli
