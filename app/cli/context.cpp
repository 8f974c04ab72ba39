// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

namespace app::cli {

base::Result<session::Session *> Context::session()
{
    if (!m_session) {
        auto opened = session::Session::open({m_folder, {}, nullptr});
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
    QEventLoop *const outer = std::exchange(m_loop, &loop);
    loop.exec();
    m_loop = outer;
}

void Context::interrupt(int signal)
{
    m_signal = signal;
    if (m_loop) {
        m_loop->quit();
    }
}

} // namespace app::cli
