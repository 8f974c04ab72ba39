// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/work/lane.h"

#include "app/work/internal/threadname.h"

namespace app::work {

Lane::Lane(const QString &name)
    : m_thread([this, name] {
        internal::nameThisThread(name);
        runTasks();
    })
{}

Lane::~Lane()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    m_thread.join();
    // The thread is gone, so nobody else touches the queue; work posted meanwhile was refused.
    for (Task &task : m_tasks) {
        task(false);
    }
}

void Lane::drain()
{
    std::unique_lock lock(m_mutex);
    m_idle.wait(lock, [this] { return (m_tasks.empty() && !m_busy) || m_ending; });
}

void Lane::enqueue(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_ending) {
            m_tasks.push_back(std::move(task));
        }
    }
    if (task) {
        task(false);
        return;
    }
    m_wake.notify_one();
}

void Lane::runTasks()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_ending || !m_tasks.empty(); });
        if (m_ending) {
            break;
        }
        Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        m_busy = true;
        lock.unlock();
        task(true);
        // Its captures may be large or know others; they go before the next task and unlocked.
        task = nullptr;
        lock.lock();
        m_busy = false;
        if (m_tasks.empty()) {
            m_idle.notify_all();
        }
    }
    m_idle.notify_all();
}

} // namespace app::work
