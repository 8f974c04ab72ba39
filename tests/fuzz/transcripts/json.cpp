// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/jsontranscript.h"
#include "tests/fuzz/transcripts/soundness.h"

#include <cstddef>
#include <cstdint>

using namespace app::transcripts;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const internal::KnownNames known({QStringLiteral("Jane Doe"), QStringLiteral("Zoë")});
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    static_cast<void>(internal::isJson(text));
    if (const auto transcript = internal::readJson(text, known))
        fuzz::requireReadable(*transcript);
    return 0;
}
