// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/transcript/readerdocument.h"

#include <vector>

namespace ui::transcript::internal {

/// Which blocks are hidden because other speakers are wanted. Hidden blocks in a row are one run;
/// a thin line stands for it where its first block was. Look-ups take O(log n).
class Folding final
{
public:
    struct Run
    {
        std::size_t first = 0;
        std::size_t last = 0;
        int turns = 0; ///< how often somebody begins to speak in it
    };

    /// \param shown  indices of ReaderDocument::speakers; empty: nothing is hidden
    void assign(const ReaderDocument &document, const std::vector<int> &shown);

    void clear() { m_runs.clear(); }

    /// Shows the run that holds a block. \returns whether it was hidden
    bool open(std::size_t block);

    [[nodiscard]] const std::vector<Run> &runs() const { return m_runs; }

    /// The run that holds a block; null when the block is shown.
    [[nodiscard]] const Run *runOf(std::size_t block) const;

    [[nodiscard]] bool isHidden(std::size_t block) const { return runOf(block) != nullptr; }

    /// Where a block is seen: itself, or the first one of its run.
    [[nodiscard]] std::size_t shownFor(std::size_t block) const
    {
        const Run *run = runOf(block);
        return run ? run->first : block;
    }

    /// The next block that takes room.
    [[nodiscard]] std::size_t after(std::size_t block) const
    {
        const Run *run = runOf(block);
        return (run ? run->last : block) + 1;
    }

private:
    std::vector<Run> m_runs; ///< in order
};

} // namespace ui::transcript::internal
