// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/followcontrol.h"

namespace ui::transcript {

FollowControl::FollowControl(QObject *parent)
    : QObject(parent)
{
    m_patience.setSingleShot(true);
    setPatience(std::chrono::seconds(3));
    connect(&m_patience, &QTimer::timeout, this, &FollowControl::resume);
}

void FollowControl::setPatience(std::chrono::milliseconds patience)
{
    m_patience.setInterval(patience);
}

void FollowControl::setEnabled(bool on)
{
    setState(on ? State::Following : State::Off);
}

void FollowControl::resume()
{
    if (m_state == State::Paused) {
        setState(State::Following);
    }
}

void FollowControl::userMoved()
{
    if (m_state == State::Off) {
        return;
    }
    m_patience.stop();
    setState(State::Paused);
    reconsider();
}

void FollowControl::setSelecting(bool selecting)
{
    if (m_selecting == selecting) {
        return;
    }
    m_selecting = selecting;
    if (selecting && m_state == State::Following) {
        setState(State::Paused);
    }
    reconsider();
}

bool FollowControl::sentenceAt(double top, double bottom)
{
    // A sentence taller than the band counts by where it begins.
    m_inBand = top >= bandTop && (bottom <= bandBottom || bottom - top > bandBottom - bandTop)
               && top <= bandBottom;
    reconsider();
    return m_state == State::Following && !m_inBand;
}

void FollowControl::reconsider()
{
    if (m_state != State::Paused || !m_inBand || m_selecting) {
        m_patience.stop();
    } else if (!m_patience.isActive()) {
        m_patience.start();
    }
}

void FollowControl::setState(State state)
{
    if (m_state == state) {
        return;
    }
    const State before = m_state;
    m_state = state;
    m_patience.stop();
    if (state == State::Paused) {
        emit paused();
    } else if (before == State::Paused) {
        emit resumed();
    }
}

} // namespace ui::transcript
