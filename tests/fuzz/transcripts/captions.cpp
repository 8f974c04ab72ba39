// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/lyrics.h"
#include "app/transcripts/internal/subrip.h"
#include "app/transcripts/internal/subviewer.h"
#include "app/transcripts/internal/webvtt.h"
#include "tests/fuzz/transcripts/soundness.h"

#include <cstddef>
#include <cstdint>

using namespace app::transcripts;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const internal::KnownNames known({QStringLiteral("Jane Doe"), QStringLiteral("Zoë")});
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    static_cast<void>(internal::isWebVtt(text));
    fuzz::requireReadable(internal::readWebVtt(text, known));
    static_cast<void>(internal::isSubRip(text));
    fuzz::requireReadable(internal::readSubRip(text, known));
    static_cast<void>(internal::isSubViewer(text));
    fuzz::requireReadable(internal::readSubViewer(text, known));
    static_cast<void>(internal::isLyrics(text, false));
    fuzz::requireReadable(internal::readLyrics(text, known));
    return 0;
}
