// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/timecode.h"
#include "app/timestamps/timestampreader.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace app::timestamps;

namespace {

/// The first bytes choose duration and spans, the rest is the text.
constexpr std::size_t headerSize = 6;

void check(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < headerSize) {
        return 0;
    }
    const auto bytes = reinterpret_cast<const char *>(data + headerSize);
    AnnotatedText notes;
    notes.text = QString::fromUtf8(bytes, static_cast<qsizetype>(size - headerSize));
    notes.links.push_back({{data[1] - 8, data[2] - 8}, QStringLiteral("#t=4:30")});
    notes.links.push_back({{data[3], data[2]}, QStringLiteral("https://a.example/")});
    notes.opaque.push_back({data[4] - 8, data[5] - 8});
    std::optional<Duration> duration;
    if (data[0] > 0) {
        duration = std::chrono::minutes(data[0]);
    }
    qsizetype done = 0;
    for (const Timestamp &one : readTimestamps(notes, duration)) {
        check(one.span.offset >= done && one.span.length > 0 && one.start.ms() >= 0);
        check(!one.end || *one.end > one.start);
        done = one.span.offset + one.span.length;
        check(done <= notes.text.size());
    }
    if (const auto place = parseTimecode(notes.text)) {
        check(parseTimecode(formatFullTimecode(*place)) == place);
    }
    return 0;
}
