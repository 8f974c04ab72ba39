// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QTest>

/// Stops the test unless a Result holds a value, and prints the error it holds instead.
#define VERIFY_RESULT(result)                                                                      \
    do {                                                                                           \
        const auto &checked = (result);                                                            \
        if (!checked.has_value()) {                                                                \
            const QString message = app::base::errorCodeName(checked.error().code)                 \
                                    + QStringLiteral(": ") + checked.error().detail;               \
            QFAIL(qPrintable(message));                                                            \
        }                                                                                          \
    } while (false)

/// Stops the test unless a Result failed with this code.
#define VERIFY_ERROR(result, expected)                                                             \
    do {                                                                                           \
        const auto &checked = (result);                                                            \
        QVERIFY2(!checked.has_value(), "succeeded, but had to fail");                              \
        QCOMPARE(app::base::errorCodeName(checked.error().code),                                   \
                 app::base::errorCodeName(app::base::ErrorCode::expected));                        \
    } while (false)
