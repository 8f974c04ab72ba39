// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markup/richtext.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

void check(const app::markup::RichText &text)
{
    qsizetype at = 0;
    for (const app::markup::Block &block : text.blocks) {
        if (block.offset != at || block.length < 0 || block.level > 200)
            std::abort();
        at = block.offset + block.length + 1;
    }
    if (!text.blocks.empty() && at != text.text.size() + 1)
        std::abort();
    qsizetype previous = 0;
    for (const app::markup::Span &span : text.spans) {
        if (span.offset < previous || span.length <= 0
            || span.offset + span.length > text.text.size())
            std::abort();
        previous = span.offset;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    check(app::markup::readHtml(text));
    check(app::markup::readPlain(text));
    check(app::markup::readShowNotes(text));
    return 0;
}
