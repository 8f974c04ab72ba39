// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/history.h"

#include <algorithm>
#include <iterator>

namespace app::session {
namespace {

constexpr std::size_t depth = 200;

} // namespace

void History::push(Step step)
{
    const bool forgets = canRedo();
    m_steps.resize(m_next);
    m_steps.push_back(std::move(step));
    if (m_steps.size() > depth) {
        m_steps.erase(m_steps.begin());
    }
    m_next = m_steps.size();
    m_lastCount = m_steps.back().count;
    if (forgets) {
        emit redoForgotten();
    }
    emit stepDone(m_steps.back().kind);
    emit changed();
}

void History::restore(std::vector<Step> done, std::vector<Step> undone)
{
    const bool untouched = m_steps.empty();
    const auto room = static_cast<std::ptrdiff_t>(depth - std::min(depth, m_steps.size()));
    const auto excess = std::max<std::ptrdiff_t>(std::ssize(done) - room, 0);
    m_steps.insert(
        m_steps.begin(), std::move_iterator(done.begin() + excess), std::move_iterator(done.end()));
    m_next += done.size() - static_cast<std::size_t>(excess);
    if (untouched) {
        std::move(undone.begin(), undone.end(), std::back_inserter(m_steps));
    } else if (!undone.empty()) {
        emit redoForgotten();
    }
    emit changed();
}

void History::undo()
{
    if (!canUndo()) {
        return;
    }
    const Step step = m_steps[--m_next];
    m_lastCount = step.count;
    step.undo();
    emit stepUndone(step.kind);
    emit changed();
}

void History::redo()
{
    if (!canRedo()) {
        return;
    }
    const Step step = m_steps[m_next++];
    m_lastCount = step.count;
    step.redo();
    emit stepRedone(step.kind);
    emit changed();
}

std::optional<StepKind> History::undoKind() const
{
    return canUndo() ? std::optional(m_steps[m_next - 1].kind) : std::nullopt;
}

std::optional<StepKind> History::redoKind() const
{
    return canRedo() ? std::optional(m_steps[m_next].kind) : std::nullopt;
}

} // namespace app::session
