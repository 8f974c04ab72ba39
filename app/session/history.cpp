// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/history.h"

#include <QPointer>

#include <algorithm>
#include <iterator>
#include <utility>

namespace app::session {
namespace {

constexpr std::size_t depth = 200;

} // namespace

std::shared_ptr<void> History::underway()
{
    ++m_underway;
    emit changed();
    return {nullptr, [self = QPointer(this)](void *) {
                if (self) {
                    self->arrive();
                }
            }};
}

void History::arrive()
{
    --m_underway;
    // Later, because this may come of whoever would undo it being destroyed.
    QMetaObject::invokeMethod(this, &History::goWaiting, Qt::QueuedConnection);
}

void History::goWaiting()
{
    if (m_underway > 0) {
        return;
    }
    for (const Way way : std::exchange(m_waiting, {})) {
        go(way);
    }
    emit changed();
}

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
    go(Way::Back);
}

void History::redo()
{
    go(Way::Forth);
}

void History::go(Way way)
{
    if (m_underway > 0 || !m_waiting.empty()) {
        m_waiting.push_back(way);
        return;
    }
    const bool back = way == Way::Back;
    if (back ? !canUndo() : !canRedo()) {
        return;
    }
    const Step step = m_steps[back ? --m_next : m_next++];
    m_lastCount = step.count;
    if (back) {
        step.undo();
        emit stepUndone(step.kind);
    } else {
        step.redo();
        emit stepRedone(step.kind);
    }
    emit changed();
}

std::optional<StepKind> History::undoKind() const
{
    return m_next > 0 ? std::optional(m_steps[m_next - 1].kind) : std::nullopt;
}

std::optional<StepKind> History::redoKind() const
{
    return canRedo() ? std::optional(m_steps[m_next].kind) : std::nullopt;
}

} // namespace app::session
