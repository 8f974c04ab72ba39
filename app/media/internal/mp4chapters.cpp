// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/mp4chapters.h"

#include "app/media/internal/id3chapters.h"
#include "app/media/internal/mp4tag.h"
#include "app/media/internal/mp4track.h"

#include <QByteArrayList>
#include <QStringDecoder>

namespace app::media::internal {

namespace {

using timestamps::Chapter;
using timestamps::Chapters;
using timestamps::MediaTime;

constexpr qint64 mostTextBytes = 64 * 1024;
/// Of all texts together: there are files that name one place for each of them.
constexpr qint64 mostTextsBytes = 16 * 1024 * 1024;

/// Source: Nero's "chpl", as FFmpeg and mp4v2 read it.
[[nodiscard]] Chapters neroChapters(QByteArrayView list)
{
    BigEndianReader reader(list);
    const auto version = reader.number<quint8>();
    reader.skip(version == 0 ? 3 : 7);
    const int count = reader.number<quint8>();
    Chapters chapters;
    for (int i = 0; i < count; ++i) {
        const auto start = reader.number<quint64>();
        const auto title = reader.take(reader.number<quint8>());
        if (!reader.isOk()) {
            break;
        }
        Chapter chapter;
        chapter.start = MediaTime::fromMs(static_cast<qint64>(start / 10'000));
        chapter.title = QString::fromUtf8(title).trimmed();
        chapters.push_back(std::move(chapter));
    }
    timestamps::sortChapters(chapters);
    return chapters;
}

[[nodiscard]] QString decodeTitle(QByteArrayView bytes)
{
    const bool isWide = bytes.startsWith("\xFE\xFF") || bytes.startsWith("\xFF\xFE");
    QStringDecoder decoder(isWide ? QStringConverter::Utf16 : QStringConverter::Utf8);
    const QString text = decoder(bytes);
    return text.trimmed();
}

/// Source: 3GPP TS 26.245, "Text hyperlink box": two places in the text, then the address.
[[nodiscard]] QString linkIn(QByteArrayView atoms)
{
    BigEndianReader reader(findAtom(atoms, "href"));
    reader.skip(4);
    return QString::fromUtf8(reader.take(reader.number<quint8>())).trimmed();
}

void readTextSample(QByteArrayView sample, Chapter &chapter)
{
    BigEndianReader reader(sample);
    const auto length = reader.number<quint16>();
    const auto text = reader.take(std::min<qsizetype>(length, reader.rest().size()));
    chapter.title = decodeTitle(text);
    chapter.url = linkIn(reader.rest());
}

[[nodiscard]] Chapters textChapters(ByteSource &source, const Mp4Track &track)
{
    Chapters chapters;
    qint64 budget = mostTextsBytes;
    for (const auto &sample : readMp4Samples(track, mostChapters)) {
        if (sample.sizeBytes > mostTextBytes || sample.sizeBytes > budget) {
            continue;
        }
        budget -= sample.sizeBytes;
        Chapter chapter;
        chapter.start = sample.range.start;
        if (!sample.range.isEmpty()) {
            chapter.end = sample.range.end;
        }
        readTextSample(readBytes(source, sample.offset, sample.sizeBytes), chapter);
        // Tracks begin at 0, so a text without words stands for the time before the first chapter.
        if (chapters.empty() && chapter.title.isEmpty() && chapter.url.isEmpty()) {
            continue;
        }
        chapters.push_back(std::move(chapter));
    }
    timestamps::sortChapters(chapters);
    return chapters;
}

/// The tracks that hold chapters, of those kinds.
[[nodiscard]] std::vector<Mp4Track> chapterTracks(QByteArrayView moov, const QByteArrayList &kinds)
{
    const auto all = readMp4Tracks(moov);
    std::vector<Mp4Track> found;
    for (const auto &track : all) {
        const bool isNamed = std::any_of(all.begin(), all.end(), [&](const Mp4Track &other) {
            return std::find(other.chapterIds.begin(), other.chapterIds.end(), track.id)
                   != other.chapterIds.end();
        });
        if (isNamed && kinds.contains(track.kind)) {
            found.push_back(track);
        }
    }
    return found;
}

[[nodiscard]] std::vector<Mp4Sample> pictureSamples(QByteArrayView moov)
{
    const auto tracks = chapterTracks(moov, {"vide"});
    auto samples =
        tracks.empty() ? std::vector<Mp4Sample>() : readMp4Samples(tracks.front(), mostChapters);
    std::erase_if(samples, [](const Mp4Sample &sample) {
        return sample.sizeBytes < 8 || sample.sizeBytes > mostPictureBytes
               || sample.range.isEmpty();
    });
    return samples;
}

/// The picture that applies at a place. Samples follow each other, so they are in order.
[[nodiscard]] const Mp4Sample *sampleAt(const std::vector<Mp4Sample> &samples, MediaTime place)
{
    const auto after = std::upper_bound(
        samples.begin(), samples.end(), place, [](MediaTime wanted, const Mp4Sample &sample) {
            return wanted < sample.range.start;
        });
    if (after == samples.begin()) {
        return nullptr;
    }
    const auto &sample = *std::prev(after);
    return sample.range.contains(place) ? &sample : nullptr;
}

[[nodiscard]] bool isPicture(QByteArrayView bytes)
{
    return bytes.startsWith("\xFF\xD8\xFF") || bytes.startsWith("\x89PNG");
}

} // namespace

Chapters mp4Chapters(ByteSource &source, QByteArrayView moov)
{
    Chapters chapters;
    for (const auto &track : chapterTracks(moov, {"text", "sbtl", "subt"})) {
        chapters = textChapters(source, track);
        if (!chapters.empty()) {
            break;
        }
    }
    const auto pictures = pictureSamples(moov);
    for (auto &chapter : chapters) {
        const auto *sample = sampleAt(pictures, chapter.start);
        chapter.hasImage = sample != nullptr && isPicture(readBytes(source, sample->offset, 4));
    }
    return timestamps::mergeChapters(chapters, neroChapters(findAtomAt(moov, "udta/chpl")));
}

QByteArray mp4ChapterPicture(ByteSource &source, QByteArrayView moov, MediaTime start)
{
    const auto pictures = pictureSamples(moov);
    const auto *sample = sampleAt(pictures, start);
    if (sample == nullptr) {
        return {};
    }
    auto bytes = readBytes(source, sample->offset, sample->sizeBytes);
    return isPicture(bytes) ? bytes : QByteArray();
}

} // namespace app::media::internal
