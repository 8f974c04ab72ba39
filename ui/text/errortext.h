// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"

#include <QString>

namespace ui::text {

/// What was being done when it failed.
enum class Attempt {
    ReadFeed,
    Download,
    PlayAudio,
    ReadTranscript,
    ReadSubscriptions,
    SaveNote,
    Export,
    Import,
    OpenLibrary,
};

/// Why, as a sentence of its own: "The server answered 503." Thread: main.
[[nodiscard]] QString errorSentence(const app::base::Error &error);

/// Why, to stand after a colon, without the full stop: "the server answered 503".
[[nodiscard]] QString errorClause(const app::base::Error &error);

/// What failed and why: "This feed could not be read: the server answered 503."
[[nodiscard]] QString failureText(Attempt attempt, const app::base::Error &error);

} // namespace ui::text
