// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <deque>
#include <functional>

namespace app::network::internal {

/// Lets a few requests through at a time, in order, so many to one host and so many in all.
///
/// A waiting request to a busy host does not hold up those behind it. Thread: one.
class RequestQueue final
{
public:
    using Ticket = quint64; ///< 0 is none
    using Start = std::function<void()>;

    explicit RequestQueue(int perHost = 6, int inAll = 32)
        : m_perHost(perHost)
        , m_inAll(inAll)
    {}

    /// Calls \p start as soon as there is room, at the latest before leave() of another returns;
    /// perhaps before this function returns.
    /// \param ahead  before those that wait already: the next hop of a request under way
    [[nodiscard]] Ticket enter(const QString &host, bool ahead, Start start);
    /// Gives the place back, or the waiting up; 0 and unknown tickets are ignored.
    void leave(Ticket ticket);

private:
    struct Waiting
    {
        Ticket ticket;
        QString host;
        Start start;
    };

    void startWaiting();

    int m_perHost;
    int m_inAll;
    Ticket m_last = 0;
    bool m_starting = false;
    std::deque<Waiting> m_waiting;
    QHash<Ticket, QString> m_running;
    QHash<QString, int> m_runningPerHost;
};

} // namespace app::network::internal
