// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/internal/folding.h"

#include <algorithm>

namespace ui::transcript::internal {

void Folding::assign(const ReaderDocument &document, const std::vector<int> &shown)
{
    m_runs.clear();
    if (shown.empty()) {
        return;
    }
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        const ReaderBlock &block = document.blocks[i];
        if (std::find(shown.begin(), shown.end(), block.speakerIndex) != shown.end()) {
            continue;
        }
        const bool joins = !m_runs.empty() && m_runs.back().last + 1 == i;
        const bool turn = !joins || block.speakerIndex != document.blocks[i - 1].speakerIndex;
        if (!joins) {
            m_runs.push_back({i, i, 0});
        }
        m_runs.back().last = i;
        m_runs.back().turns += turn ? 1 : 0;
    }
}

bool Folding::open(std::size_t block)
{
    const Run *run = runOf(block);
    if (!run) {
        return false;
    }
    m_runs.erase(m_runs.begin() + (run - m_runs.data()));
    return true;
}

const Folding::Run *Folding::runOf(std::size_t block) const
{
    const auto after = std::upper_bound(
        m_runs.begin(), m_runs.end(), block, [](std::size_t value, const Run &run) {
            return value < run.first;
        });
    if (after == m_runs.begin() || std::prev(after)->last < block) {
        return nullptr;
    }
    return &*std::prev(after);
}

} // namespace ui::transcript::internal
