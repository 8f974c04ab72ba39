// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/backstack.h"

#include <chrono>

namespace app::session {
namespace {

using namespace std::chrono_literals;
constexpr std::size_t depth = 50;
constexpr auto shortestJump = 5s;

std::optional<ListeningPlace> takeLast(std::vector<ListeningPlace> &from,
                                       std::vector<ListeningPlace> &onto,
                                       const std::optional<ListeningPlace> &here)
{
    if (from.empty()) {
        return std::nullopt;
    }
    const ListeningPlace place = from.back();
    from.pop_back();
    if (here) {
        onto.push_back(*here);
    }
    return place;
}

} // namespace

void BackStack::push(const ListeningPlace &from, const ListeningPlace &to)
{
    if (from.episode == to.episode
        && std::chrono::abs(to.position - from.position) < shortestJump) {
        return;
    }
    m_back.push_back(from);
    if (m_back.size() > depth) {
        m_back.erase(m_back.begin());
    }
    m_forward.clear();
}

std::optional<ListeningPlace> BackStack::back() const
{
    return m_back.empty() ? std::nullopt : std::optional(m_back.back());
}

std::optional<ListeningPlace> BackStack::forward() const
{
    return m_forward.empty() ? std::nullopt : std::optional(m_forward.back());
}

std::optional<ListeningPlace> BackStack::goBack(const std::optional<ListeningPlace> &here)
{
    return takeLast(m_back, m_forward, here);
}

std::optional<ListeningPlace> BackStack::goForward(const std::optional<ListeningPlace> &here)
{
    return takeLast(m_forward, m_back, here);
}

} // namespace app::session
