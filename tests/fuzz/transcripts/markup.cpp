// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/htmltranscript.h"
#include "app/transcripts/internal/ttml.h"
#include "tests/fuzz/transcripts/soundness.h"

#include <cstddef>
#include <cstdint>

using namespace app::transcripts;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const internal::KnownNames known({QStringLiteral("Jane Doe"), QStringLiteral("Zoë")});
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    static_cast<void>(internal::isHtml(text));
    fuzz::requireReadable(internal::readHtmlTranscript(text, known));
    static_cast<void>(internal::isTtml(text));
    fuzz::requireReadable(internal::readTtml(text, known));
    return 0;
}
