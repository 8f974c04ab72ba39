// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/placefinder.h"

#include <QtEndian>

#include <algorithm>

namespace app::media::internal {

namespace {

using base::unexpected;

constexpr int mostLooks = 40;
/// After so many guesses that did not get near, the rest is halved.
constexpr int mostGuesses = 8;
constexpr qint64 stepBytes = 16 * 1024;
/// As much as this is rather read through than searched.
constexpr qint64 nearBytes = 48 * 1024;
/// A page of Ogg is at most 65,307 bytes long, and a frame of FLAC seldom near that.
constexpr qint64 mostSearched = 160 * 1024;

} // namespace

base::Result<QByteArray> PlaceFinder::bytesAt(qint64 offset, qint64 size)
{
    const auto windowEnd = m_windowStart + m_window.size();
    if (offset < m_windowStart || offset > windowEnd) {
        m_window.clear();
        m_windowStart = offset;
    } else if (m_window.size() > 2 * mostSearched) {
        m_window.remove(0, offset - m_windowStart);
        m_windowStart = offset;
    }
    const auto end = std::min(offset + size, m_limit);
    while (m_windowStart + m_window.size() < end) {
        const auto before = m_window.size();
        const auto step = std::min<qint64>(stepBytes, m_limit - m_windowStart - before);
        m_window.resize(before + step);
        const auto got = m_source.readAt(m_windowStart + before, m_window.data() + before, step);
        m_window.truncate(before + (got ? std::clamp<qint64>(*got, 0, step) : 0));
        if (!got) {
            return unexpected(got.error());
        }
        if (*got <= 0) {
            break;
        }
    }
    return m_window.mid(offset - m_windowStart, std::max<qint64>(end - offset, 0));
}

PlaceFinder::Bounds PlaceFinder::boundsOf(qint64 sample, qint64 size, qint64 total) const
{
    const auto after = std::upper_bound(
        m_marks.begin(), m_marks.end(), sample, [](qint64 value, const Mark &mark) {
            return value < mark.sample;
        });
    Bounds bounds;
    if (after != m_marks.begin()) {
        bounds.low = *(after - 1);
    }
    bounds.highKnown = after != m_marks.end() || total > bounds.low.sample;
    bounds.high = after != m_marks.end() ? *after : Mark{size, total};
    return bounds;
}

qint64 PlaceFinder::guess(const Bounds &bounds, qint64 sample, bool halve)
{
    const auto bytes = static_cast<double>(bounds.high.offset - bounds.low.offset);
    if (halve) {
        return bounds.low.offset + static_cast<qint64>(bytes / 2);
    }
    const auto wanted = static_cast<double>(sample - bounds.low.sample);
    double guessed = bytes / 2;
    if (bounds.highKnown) {
        guessed = bytes * wanted / static_cast<double>(bounds.high.sample - bounds.low.sample);
    } else if (bounds.low.sample > 0) {
        guessed = wanted * static_cast<double>(bounds.low.offset)
                  / static_cast<double>(bounds.low.sample);
    }
    // The end itself tells nothing: what begins there is no more.
    return bounds.low.offset + static_cast<qint64>(std::clamp(guessed, 0.0, bytes * 0.99));
}

void PlaceFinder::remember(const Mark &mark)
{
    const auto place = std::lower_bound(
        m_marks.begin(), m_marks.end(), mark.offset, [](const Mark &known, qint64 offset) {
            return known.offset < offset;
        });
    const bool afterRises =
        place == m_marks.end() || (place->offset > mark.offset && place->sample > mark.sample);
    const bool beforeRises = place == m_marks.begin() || (place - 1)->sample < mark.sample;
    if (afterRises && beforeRises) {
        m_marks.insert(place, mark);
    }
}

base::Result<PlaceFinder::Mark>
PlaceFinder::findBefore(qint64 sample, qint64 samples, qint64 size, qint64 total)
{
    m_limit = size;
    if (m_marks.empty()) {
        const auto first = firstFrom(0);
        if (!first) {
            return unexpected(first.error());
        }
        if (*first) {
            remember(**first);
        }
    }
    auto bounds = boundsOf(sample, size, total);
    // What is found lies behind where it is looked for, by up to two pages; and guesses from far
    // off may come out behind the target again and again.
    qint64 earlier = 0;
    for (int look = 0; look < mostLooks; ++look) {
        if (sample - bounds.low.sample <= samples
            || bounds.high.offset - bounds.low.offset <= nearBytes) {
            break;
        }
        const auto at = std::max(guess(bounds, sample - samples / 2, look >= mostGuesses) - earlier,
                                 bounds.low.offset);
        const auto mark = firstFrom(at);
        if (!mark) {
            return unexpected(mark.error());
        }
        if (*mark && (*mark)->offset < bounds.high.offset && (*mark)->sample > bounds.low.sample) {
            remember(**mark);
            const bool before = (*mark)->sample <= sample;
            earlier = before ? 0 : std::max((*mark)->offset - at, 2 * earlier);
            (before ? bounds.low : bounds.high) = **mark;
            bounds.highKnown = bounds.highKnown || !before;
        } else {
            // Between here and the upper bound nothing begins.
            bounds.high.offset = at;
            earlier *= 2;
        }
    }
    return bounds.low;
}

/// The first page that begins at a byte or behind it, and that another page or the end follows.
base::Result<std::optional<OggFinder::Page>> OggFinder::pageFrom(qint64 offset)
{
    constexpr qsizetype headerBytes = 27;
    auto place = offset;
    while (place < offset + mostSearched) {
        const auto bytes = bytesAt(place, headerBytes + 255);
        if (!bytes) {
            return unexpected(bytes.error());
        }
        if (const auto found = bytes->indexOf("OggS"); found != 0) {
            if (bytes->size() < headerBytes) {
                break;
            }
            place += found > 0 ? found : bytes->size() - 3;
            continue;
        }
        const auto pieces = bytes->size() > headerBytes ? static_cast<uchar>((*bytes)[26]) : 255;
        if (bytes->size() < headerBytes + pieces) {
            break;
        }
        qint64 length = headerBytes + pieces;
        for (int i = 0; i < pieces; ++i) {
            length += static_cast<uchar>((*bytes)[headerBytes + i]);
        }
        const auto next = bytesAt(place + length, 4);
        if (!next) {
            return unexpected(next.error());
        }
        if (next->isEmpty() || *next == "OggS") {
            const auto *header = bytes->constData();
            return std::optional(Page{place + length,
                                      qFromLittleEndian<qint64>(header + 6),
                                      qFromLittleEndian<quint32>(header + 14),
                                      (header[5] & 2) != 0});
        }
        place += 1;
    }
    return std::optional<Page>();
}

/// Streams begin with a page each, in their order.
base::Result<void> OggFinder::findSerial()
{
    qint64 place = 0;
    for (int stream = 0; !m_serial; ++stream) {
        const auto page = pageFrom(place);
        if (!page) {
            return unexpected(page.error());
        }
        if (!*page || !(*page)->isFirst) {
            break;
        }
        place = (*page)->end;
        if (stream == m_stream) {
            m_serial = (*page)->serial;
        }
    }
    return {};
}

base::Result<std::optional<PlaceFinder::Mark>> OggFinder::firstFrom(qint64 offset)
{
    if (const auto found = findSerial(); !found) {
        return unexpected(found.error());
    }
    for (auto place = offset; m_serial && place < offset + mostSearched;) {
        const auto page = pageFrom(place);
        if (!page) {
            return unexpected(page.error());
        }
        if (!*page) {
            break;
        }
        place = (*page)->end;
        if ((*page)->granule > 0 && (*page)->serial == *m_serial) {
            return std::optional(Mark{place, (*page)->granule});
        }
    }
    return std::optional<Mark>();
}

/// The first sample of a frame whose header is sound.
std::optional<qint64> FlacFinder::sampleOf(const QByteArray &header) const
{
    const auto at = [&](qsizetype i) {
        return static_cast<uchar>(header[i]);
    };
    const auto sizeCode = at(2) >> 4;
    const auto rateCode = at(2) & 15;
    if (at(0) != 0xFF || (at(1) & 0xFE) != 0xF8 || sizeCode == 0 || rateCode == 15
        || (at(3) >> 4) > 10 || (at(3) & 1) != 0) {
        return std::nullopt;
    }
    // The number is written as UTF-8 does it, with up to seven bytes.
    int more = 0;
    while (more < 7 && (at(4) & (0x80 >> more)) != 0) {
        ++more;
    }
    if (more == 1) {
        return std::nullopt;
    }
    qint64 number = more == 0 ? at(4) : at(4) & (0x7F >> more);
    for (int i = 1; i < more; ++i) {
        if ((at(4 + i) & 0xC0) != 0x80) {
            return std::nullopt;
        }
        number = number << 6 | (at(4 + i) & 0x3F);
    }
    auto end = 4 + std::max(more, 1);
    end += sizeCode == 6 ? 1 : sizeCode == 7 ? 2 : 0;
    end += rateCode == 12 ? 1 : rateCode == 13 || rateCode == 14 ? 2 : 0;
    unsigned check = 0;
    for (int i = 0; i < end; ++i) {
        check ^= at(i);
        for (int bit = 0; bit < 8; ++bit) {
            check = (check << 1 ^ ((check & 0x80) != 0 ? 0x07u : 0u)) & 0xFF;
        }
    }
    if (check != at(end)) {
        return std::nullopt;
    }
    return (at(1) & 1) != 0 ? number : number * m_blockSize;
}

base::Result<std::optional<PlaceFinder::Mark>> FlacFinder::firstFrom(qint64 offset)
{
    constexpr qint64 headerBytes = 16;
    for (auto place = offset; place < offset + mostSearched;) {
        const auto bytes = bytesAt(place, stepBytes);
        if (!bytes) {
            return unexpected(bytes.error());
        }
        for (qsizetype i = bytes->indexOf('\xFF'); i >= 0 && i + headerBytes <= bytes->size();
             i = bytes->indexOf('\xFF', i + 1)) {
            if (const auto sample = sampleOf(bytes->mid(i, headerBytes))) {
                return std::optional(Mark{place + i, *sample});
            }
        }
        if (bytes->size() <= headerBytes) {
            break;
        }
        place += bytes->size() - headerBytes;
    }
    return std::optional<Mark>();
}

} // namespace app::media::internal
