// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/seekindex.h"

#include "app/media/internal/framesource.h"
#include "app/media/internal/sniff.h"

#include <limits>

namespace app::media {

namespace {

using base::ErrorCode;
using base::unexpected;

constexpr char magic[] = "EMSI1";
constexpr qsizetype magicBytes = sizeof magic - 1;

void appendNumber(QByteArray &bytes, qint64 number)
{
    auto rest = static_cast<quint64>(number);
    while (rest >= 0x80) {
        bytes.append(static_cast<char>((rest & 0x7F) | 0x80));
        rest >>= 7;
    }
    bytes.append(static_cast<char>(rest));
}

/// Reads numbers of seven bits a byte; refuses what does not fit, and everything after that.
class NumberReader final
{
public:
    NumberReader(const QByteArray &bytes, qsizetype at)
        : m_bytes(bytes)
        , m_at(at)
    {}

    qint64 next()
    {
        quint64 number = 0;
        for (int shift = 0; shift < 63 && m_at < m_bytes.size(); shift += 7) {
            const auto byte = static_cast<uchar>(m_bytes[m_at++]);
            number |= quint64{byte & 0x7Fu} << shift;
            if ((byte & 0x80) == 0) {
                return static_cast<qint64>(number & std::numeric_limits<qint64>::max());
            }
        }
        m_good = false;
        return 0;
    }

    [[nodiscard]] bool isGood() const { return m_good; }

    [[nodiscard]] bool isAtEnd() const { return m_at == m_bytes.size(); }

    [[nodiscard]] qsizetype left() const { return m_bytes.size() - m_at; }

private:
    const QByteArray &m_bytes;
    qsizetype m_at;
    bool m_good = true;
};

/// Borrows a source for as long as a call lasts.
[[nodiscard]] std::shared_ptr<ByteSource> borrowed(ByteSource &source)
{
    return {&source, [](ByteSource *) {
            }};
}

} // namespace

QByteArray SeekIndex::toBytes() const
{
    QByteArray bytes(magic, magicBytes);
    appendNumber(bytes, sampleRate);
    appendNumber(bytes, duration.count());
    appendNumber(bytes, endSample);
    appendNumber(bytes, static_cast<qint64>(entries.size()));
    Entry before;
    for (const auto &entry : entries) {
        appendNumber(bytes, entry.byteOffset - before.byteOffset);
        appendNumber(bytes, entry.sample - before.sample);
        before = entry;
    }
    return bytes;
}

base::Result<SeekIndex> SeekIndex::fromBytes(const QByteArray &bytes)
{
    const auto damaged = [] {
        return unexpected(ErrorCode::Malformed, QStringLiteral("these bytes are no seek index"));
    };
    constexpr qint64 most = std::numeric_limits<qint64>::max() / 1'000'000;
    if (!bytes.startsWith(magic)) {
        return damaged();
    }
    NumberReader numbers(bytes, magicBytes);
    SeekIndex index;
    const auto rate = numbers.next();
    const auto length = numbers.next();
    index.endSample = numbers.next();
    const auto count = numbers.next();
    if (!numbers.isGood() || rate <= 0 || rate > 1'000'000 || length > most
        || index.endSample > most || count > numbers.left() / 2) {
        return damaged();
    }
    index.sampleRate = static_cast<int>(rate);
    index.duration = timestamps::Duration(length);
    index.entries.reserve(static_cast<std::size_t>(count));
    Entry entry;
    for (qint64 i = 0; i < count; ++i) {
        const auto bytesFurther = numbers.next();
        const auto samplesFurther = numbers.next();
        const bool rises = i == 0 || (bytesFurther > 0 && samplesFurther > 0);
        if (!numbers.isGood() || !rises || bytesFurther > most - entry.byteOffset
            || samplesFurther > most - entry.sample) {
            return damaged();
        }
        entry.byteOffset += bytesFurther;
        entry.sample += samplesFurther;
        index.entries.push_back(entry);
    }
    if (!numbers.isAtEnd()) {
        return damaged();
    }
    return index;
}

bool needsSeekIndex(ByteSource &source)
{
    const auto content = internal::sniff(source);
    return content && internal::frameKind(content->kind);
}

base::Result<SeekIndex> buildSeekIndex(ByteSource &source, const std::atomic<bool> &cancelled)
{
    const auto content = internal::sniff(source);
    if (!content) {
        return unexpected(content.error());
    }
    const auto kind = internal::frameKind(content->kind);
    if (!kind) {
        return unexpected(ErrorCode::Unsupported,
                          source.name() + u": only MP3 and raw AAC need an index of their own");
    }
    if (cancelled) {
        return unexpected(ErrorCode::Busy, source.name() + u": indexing was cancelled");
    }
    internal::FrameSource frames(borrowed(source), *kind, content->soundStart, &cancelled);
    if (const auto opened = frames.open(std::nullopt); !opened) {
        return unexpected(opened.error());
    }
    return frames.buildIndex();
}

} // namespace app::media
