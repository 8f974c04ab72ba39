// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

namespace app::session::internal {

/// Starts work on many items, a few at a time, on the main thread.
///
/// \p start is given an item and what to call when it is done; \p finished is called once, after
/// the last, also when there are none.
template <typename Item>
class Batch final : public std::enable_shared_from_this<Batch<Item>>
{
public:
    using Done = std::function<void()>;

    Batch(std::vector<Item> items,
          std::function<void(const Item &, Done)> start,
          std::function<void()> finished)
        : m_items(std::move(items))
        , m_start(std::move(start))
        , m_finished(std::move(finished))
    {}

    void run(std::size_t width)
    {
        if (m_items.empty()) {
            m_finished();
            return;
        }
        const std::size_t first = std::min(width, m_items.size());
        for (std::size_t i = 0; i < first; ++i) {
            startNext();
        }
    }

    [[nodiscard]] std::size_t total() const { return m_items.size(); }

    [[nodiscard]] std::size_t done() const { return m_done; }

private:
    void startNext()
    {
        const Item &item = m_items[m_next++];
        m_start(item, [self = this->shared_from_this()] { self->itemDone(); });
    }

    void itemDone()
    {
        ++m_done;
        if (m_next < m_items.size()) {
            startNext();
        } else if (m_done == m_items.size()) {
            m_finished();
        }
    }

    std::vector<Item> m_items;
    std::function<void(const Item &, Done)> m_start;
    std::function<void()> m_finished;
    std::size_t m_next = 0;
    std::size_t m_done = 0;
};

} // namespace app::session::internal
