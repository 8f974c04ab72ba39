// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/internal/fader.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace app::playback::internal {

double Fader::gain() const
{
    if (m_left == 0) {
        return m_falls ? 0.0 : 1.0;
    }
    const auto left = static_cast<double>(m_left) / static_cast<double>(m_length);
    return m_falls ? m_from * std::pow(left, 5.0 / 3.0) : 1.0 - (1.0 - m_from) * left;
}

void Fader::fall(qint64 frames)
{
    m_from = gain();
    m_falls = true;
    m_length = m_left = std::max<qint64>(frames, 1);
}

void Fader::rise(qint64 frames)
{
    m_from = gain();
    m_falls = false;
    m_length = m_left = m_from < 1.0 ? std::max<qint64>(frames, 1) : 0;
}

float Fader::next()
{
    if (m_left == 0) {
        return m_falls ? 0.0F : 1.0F;
    }
    const auto now = gain();
    --m_left;
    return static_cast<float>(now);
}

void Fader::skip(qint64 frames)
{
    m_left = std::max<qint64>(m_left - frames, 0);
}

qint64 Fader::framesUntilSilent() const
{
    return m_falls ? m_left : std::numeric_limits<qint64>::max();
}

} // namespace app::playback::internal
