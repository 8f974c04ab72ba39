// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace app::transcripts::internal {

/// Replaces HTML character references: numbers and the names of HTML 4.
///
/// Names of Latin-1 characters and amp, lt, gt, quot are known without their semicolon too, as HTML
/// has it. What is no reference stays as it is written. Source: HTML standard, "Named character
/// references".
[[nodiscard]] QString decodeEntities(QStringView text);

} // namespace app::transcripts::internal
