// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/history.h"

namespace app::session {
namespace {

constexpr std::size_t depth = 200;

} // namespace

void History::push(Step step)
{
    m_steps.resize(m_next);
    m_steps.push_back(std::move(step));
    if (m_steps.size() > depth) {
        m_steps.erase(m_steps.begin());
    }
    m_next = m_steps.size();
    emit stepDone(m_steps.back().kind);
    emit changed();
}

void History::undo()
{
    if (!canUndo()) {
        return;
    }
    const Step step = m_steps[--m_next];
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
    step.redo();
    emit stepRedone(step.kind);
    emit changed();
}

} // namespace app::session
