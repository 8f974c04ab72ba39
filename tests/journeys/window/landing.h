// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/journeys/window/windowrun.h"

#include <QDebug>

#include <chrono>
#include <cmath>

namespace tests {

/// Whether what is heard next, after this work, is from a place of the position code.
template <typename Work>
[[nodiscard]] bool heardAt(WindowRun &run, qint64 ms, Work work)
{
    using namespace std::chrono_literals;
    const qint64 before = run.capture.heardFrames();
    if (!run.afterJump(work)) {
        return false;
    }
    run.hear(400ms);
    const auto place = firstHeard(run.capture, before);
    if (!place || std::abs(*place - static_cast<double>(ms)) > 60) {
        qWarning() << "heard" << place.value_or(-1) << "not" << ms;
        return false;
    }
    return true;
}

} // namespace tests
