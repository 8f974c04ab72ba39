// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/internal/requestqueue.h"

#include <algorithm>

namespace app::network::internal {

RequestQueue::Ticket RequestQueue::enter(const QString &host, bool ahead, Start start)
{
    const Ticket ticket = ++m_last;
    Waiting waiting{ticket, host.toLower(), std::move(start)};
    if (ahead) {
        m_waiting.push_front(std::move(waiting));
    } else {
        m_waiting.push_back(std::move(waiting));
    }
    startWaiting();
    return ticket;
}

void RequestQueue::leave(Ticket ticket)
{
    if (const auto running = m_running.find(ticket); running != m_running.end()) {
        const auto count = m_runningPerHost.find(*running);
        if (--*count == 0) {
            m_runningPerHost.erase(count);
        }
        m_running.erase(running);
        startWaiting();
        return;
    }
    std::erase_if(m_waiting, [ticket](const Waiting &each) { return each.ticket == ticket; });
}

void RequestQueue::startWaiting()
{
    // A start function may enter or leave; the loop of the outermost call then sees the change.
    if (m_starting) {
        return;
    }
    m_starting = true;
    while (m_running.size() < m_inAll) {
        const auto next = std::find_if(m_waiting.begin(), m_waiting.end(), [this](const auto &w) {
            return m_runningPerHost.value(w.host) < m_perHost;
        });
        if (next == m_waiting.end()) {
            break;
        }
        const Waiting chosen = std::move(*next);
        m_waiting.erase(next);
        m_running.insert(chosen.ticket, chosen.host);
        ++m_runningPerHost[chosen.host];
        chosen.start();
    }
    m_starting = false;
}

} // namespace app::network::internal
