// SPDX-License-Identifier: GPL-3.0-or-later
// How long a test waits for what has to come. Every test reads this first: see
// tests/CMakeLists.txt.
#pragma once

#include <QTest>

namespace tests {

/// How long something may take that is only waited for, in ms. Qt's five seconds are not enough on
/// a machine that is busy with something else, and a disk with much to write can keep a library
/// waiting for more than a minute; whatever comes in time costs none of it.
inline constexpr int patience = 120'000;

/// Runs the event loop until something is so. False when it is not in all that time.
template <typename Condition>
[[nodiscard]] bool waitFor(Condition condition)
{
    return QTest::qWaitFor(condition, patience);
}

#ifdef QT_GUI_LIB
/// Waits until the keyboard is in a window.
template <typename Window>
[[nodiscard]] bool waitForActive(Window *window)
{
    return QTest::qWaitForWindowActive(window, patience);
}
#endif

} // namespace tests

// Qt 6.4 has no setting for this. Its macros count what they slept, not what the condition took.
#undef QTRY_VERIFY
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT(expr, tests::patience)
#undef QTRY_VERIFY2
#define QTRY_VERIFY2(expr, messageExpression)                                                      \
    QTRY_VERIFY2_WITH_TIMEOUT(expr, messageExpression, tests::patience)
#undef QTRY_COMPARE
#define QTRY_COMPARE(expr, expected) QTRY_COMPARE_WITH_TIMEOUT(expr, expected, tests::patience)
