// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/training/timestamps/course.h"

#include <QString>

namespace training {

/// Writes what learnwords.py learns from: of each lesson its tokens, and of each candidate the
/// evidence and the answers.
/// \param meanings  the folder of files that say what words stand for, see README.md
/// \param aside  lessons not to learn from: with what the second look says, to be measured on
/// \return false if the file cannot be written
[[nodiscard]] bool writeWordSamples(const QString &path,
                                    const std::vector<Lesson> &lessons,
                                    const QString &meanings,
                                    const Use &aside);

} // namespace training
