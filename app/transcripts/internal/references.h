// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace app::transcripts::internal {

/// Replaces every character reference HTML knows, once, as a browser does in text: "&amp;",
/// "&period;", "&#x2019;", and the old names without ';' even within a word ("&ampx"). Others stay
/// as written. Linear.
/// Source: HTML Living Standard, "Named character references"; WebVTT cue text tokenizer.
[[nodiscard]] QString decodeReferences(QStringView text);

} // namespace app::transcripts::internal
