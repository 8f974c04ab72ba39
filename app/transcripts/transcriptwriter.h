// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/transcripts/transcript.h"

#include <QByteArray>

namespace app::transcripts {

/// Each writes UTF-8 with "\n" line ends and gives the same bytes for the same transcript.
/// Cues without a time are left out of WebVTT and SRT, where they cannot be said. Thread: any.
[[nodiscard]] QByteArray writeWebVtt(const Transcript &transcript);
[[nodiscard]] QByteArray writeSubRip(const Transcript &transcript);
/// Podcasting 2.0 transcript JSON.
[[nodiscard]] QByteArray writePodcastJson(const Transcript &transcript);
[[nodiscard]] QByteArray writePlainText(const Transcript &transcript);
/// A fragment with cite, time and p, as Podcasting 2.0 describes it.
[[nodiscard]] QByteArray writeHtml(const Transcript &transcript);

} // namespace app::transcripts
