// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/plaintext.h"
#include "app/transcripts/internal/table.h"
#include "tests/fuzz/transcripts/soundness.h"

#include <cstddef>
#include <cstdint>

using namespace app::transcripts;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    fuzz::requireReadable(internal::readPlainText(text));
    static_cast<void>(internal::isTable(text));
    fuzz::requireReadable(internal::readTable(text));
    return 0;
}
