// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace app::transcripts::internal {

/// Whether a letter is of a script written without spaces (Chinese, Japanese; not Korean).
[[nodiscard]] bool isWideLetter(QChar c);

/// Whether a text ends with the end of a sentence, closing quotes and white space after it aside.
/// "Dr." and "J." are not the end of one.
[[nodiscard]] bool endsSentence(QStringView text);

/// Where a sentence of a text ends: behind its closing punctuation; the text's size when it does
/// not. \param from  a place within the text, where the sentence begins
[[nodiscard]] qsizetype sentenceEnd(QStringView text, qsizetype from);

} // namespace app::transcripts::internal
