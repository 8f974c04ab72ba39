// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/mp4moov.h"

#include "app/media/internal/mp4tag.h"
#include "app/media/internal/mp4track.h"

#include <algorithm>
#include <array>
#include <limits>

namespace app::media::internal {

namespace {

using timestamps::Chapter;
using timestamps::Chapters;

constexpr quint32 unitsPerSecond = 1000;
constexpr qsizetype mostTitleBytes = 60'000;
constexpr qsizetype mostNeroChapters = 255;
constexpr qsizetype mostNeroBytes = 255;

template <typename Number>
[[nodiscard]] QByteArray big(Number number)
{
    const auto bytes = qToBigEndian(number);
    return {reinterpret_cast<const char *>(&bytes), sizeof bytes};
}

[[nodiscard]] QByteArray zeros(qsizetype count)
{
    return QByteArray(count, '\0');
}

[[nodiscard]] QByteArray atom(QByteArrayView type, const QByteArray &body)
{
    return big(static_cast<quint32>(body.size() + 8)) + type.toByteArray() + body;
}

/// A version, a count, and so many numbers.
[[nodiscard]] QByteArray table(QByteArrayView type, quint32 count, const QByteArray &numbers)
{
    return atom(type, zeros(4) + big(count) + numbers);
}

/// As much of a text as fits, without half a character.
[[nodiscard]] QByteArray cutUtf8(const QString &text, qsizetype most)
{
    QByteArray bytes = text.toUtf8();
    qsizetype size = std::min(bytes.size(), most);
    while (size < bytes.size() && size > 0
           && (static_cast<unsigned char>(bytes[size]) & 0xC0U) == 0x80U) {
        --size;
    }
    bytes.truncate(size);
    return bytes;
}

/// The title, that it is UTF-8, and where it leads.
[[nodiscard]] QByteArray textSample(const Chapter &chapter)
{
    const QByteArray title = cutUtf8(chapter.title, mostTitleBytes);
    const QByteArray link = chapter.url.toUtf8();
    QByteArray sample =
        big(static_cast<quint16>(title.size())) + title + atom("encd", big(quint32{0x0100}));
    if (!link.isEmpty() && link.size() <= 255) {
        sample += atom("href",
                       zeros(2) + big(static_cast<quint16>(chapter.title.size()))
                           + static_cast<char>(link.size()) + link + '\0');
    }
    return sample;
}

[[nodiscard]] QByteArray neroList(const Chapters &chapters)
{
    const auto count = std::min(static_cast<qsizetype>(chapters.size()), mostNeroChapters);
    QByteArray list = big(quint32{0x01000000}) + zeros(4) + static_cast<char>(count);
    for (qsizetype i = 0; i < count; ++i) {
        const Chapter &chapter = chapters[static_cast<std::size_t>(i)];
        const QByteArray title = cutUtf8(chapter.title, mostNeroBytes);
        list += big(static_cast<quint64>(chapter.start.ms()) * 10'000)
                + static_cast<char>(title.size()) + title;
    }
    return atom("chpl", list);
}

[[nodiscard]] QByteArray matrix()
{
    const auto one = big(quint32{0x00010000});
    return one + zeros(12) + one + zeros(12) + big(quint32{0x40000000});
}

/// The tracks of an old list of chapters' texts; pictures of chapters stay.
[[nodiscard]] std::vector<quint32> oldTextTracks(const std::vector<Mp4Track> &tracks)
{
    std::vector<quint32> old;
    for (const auto &track : tracks) {
        const bool isText = track.kind == "text" || track.kind == "sbtl" || track.kind == "subt";
        const bool isNamed = std::any_of(tracks.begin(), tracks.end(), [&](const Mp4Track &other) {
            return std::find(other.chapterIds.begin(), other.chapterIds.end(), track.id)
                   != other.chapterIds.end();
        });
        if (isText && isNamed) {
            old.push_back(track.id);
        }
    }
    return old;
}

/// Copies a table, changing what has to be.
class TableCopy final
{
public:
    TableCopy(QByteArrayView moov, const NewPlace &newPlace)
        : m_tracks(readMp4Tracks(moov))
        , m_dropped(oldTextTracks(m_tracks))
        , m_newPlace(newPlace)
    {
        for (const auto &track : m_tracks) {
            // An old list's number may be used again, so that writing twice gives the same file.
            m_newId = isDropped(track.id) ? m_newId : std::max(m_newId, track.id + 1);
        }
    }

    [[nodiscard]] bool isGood() const { return m_good; }

    [[nodiscard]] quint32 newId() const { return m_newId; }

    [[nodiscard]] bool hasSound() const
    {
        return std::any_of(m_tracks.begin(), m_tracks.end(), [](const Mp4Track &track) {
            return track.kind == "soun";
        });
    }

    /// A track, or nothing of one that goes.
    [[nodiscard]] QByteArray track(QByteArrayView body, bool namesChapters)
    {
        if (m_next >= m_tracks.size()) {
            m_good = false;
            return {};
        }
        const Mp4Track &known = m_tracks[m_next++];
        if (isDropped(known.id)) {
            return {};
        }
        QByteArray copy;
        QByteArray references;
        forEachAtom(body, [&](QByteArrayView type, QByteArrayView inner) {
            if (type == QByteArrayView("tref", 4)) {
                references = otherReferences(inner);
            } else {
                copy += type == QByteArrayView("mdia", 4) ? shifted(type, inner, 0)
                                                          : atom(type, inner.toByteArray());
            }
            return true;
        });
        QByteArray ids = chapterIds(known);
        if (namesChapters && known.kind == "soun") {
            ids.prepend(big(m_newId));
        }
        references += ids.isEmpty() ? QByteArray() : atom("chap", ids);
        return atom("trak", copy + (references.isEmpty() ? references : atom("tref", references)));
    }

private:
    [[nodiscard]] bool isDropped(quint32 id) const
    {
        return std::find(m_dropped.begin(), m_dropped.end(), id) != m_dropped.end();
    }

    [[nodiscard]] static QByteArray otherReferences(QByteArrayView references)
    {
        QByteArray others;
        forEachAtom(references, [&](QByteArrayView type, QByteArrayView ids) {
            if (type != QByteArrayView("chap", 4)) {
                others += atom(type, ids.toByteArray());
            }
            return true;
        });
        return others;
    }

    [[nodiscard]] QByteArray chapterIds(const Mp4Track &track) const
    {
        QByteArray ids;
        for (const quint32 id : track.chapterIds) {
            ids += isDropped(id) ? QByteArray() : big(id);
        }
        return ids;
    }

    /// Copies "mdia" and what is in it down to the places of the chunks.
    [[nodiscard]] QByteArray shifted(QByteArrayView type, QByteArrayView body, int depth)
    {
        if (type == QByteArrayView("stco", 4)) {
            return atom(type, places<quint32>(body));
        }
        if (type == QByteArrayView("co64", 4)) {
            return atom(type, places<quint64>(body));
        }
        constexpr std::array containers{"mdia", "minf", "stbl"};
        const auto level = static_cast<std::size_t>(depth);
        if (level >= containers.size() || type != QByteArrayView(containers.at(level), 4)) {
            return atom(type, body.toByteArray());
        }
        QByteArray copy;
        forEachAtom(body, [&](QByteArrayView inner, QByteArrayView innerBody) {
            copy += shifted(inner, innerBody, depth + 1);
            return true;
        });
        return atom(type, copy);
    }

    template <typename Number>
    [[nodiscard]] QByteArray places(QByteArrayView body)
    {
        BigEndianReader reader(body);
        QByteArray copy = reader.take(4).toByteArray();
        const auto count = reader.number<quint32>();
        copy += big(count);
        for (quint32 i = 0; i < count && m_good; ++i) {
            const auto place = reader.number<Number>();
            const auto moved =
                place <= quint64{1} << 60 ? m_newPlace(static_cast<qint64>(place)) : std::nullopt;
            m_good = reader.isOk() && moved
                     && static_cast<quint64>(*moved) <= std::numeric_limits<Number>::max();
            copy += big(m_good ? static_cast<Number>(*moved) : Number());
        }
        return copy;
    }

    std::vector<Mp4Track> m_tracks;
    std::vector<quint32> m_dropped;
    const NewPlace &m_newPlace;
    std::size_t m_next = 0;
    quint32 m_newId = 1;
    bool m_good = true;
};

[[nodiscard]] QByteArray userDataWith(QByteArrayView body, const QByteArray &list)
{
    QByteArray copy = list;
    forEachAtom(body, [&](QByteArrayView type, QByteArrayView inner) {
        if (type != QByteArrayView("chpl", 4)) {
            copy += atom(type, inner.toByteArray());
        }
        return true;
    });
    return copy.isEmpty() ? copy : atom("udta", copy);
}

/// The movie's header with room for one more track; its units of a second.
[[nodiscard]] QByteArray movieHeader(QByteArrayView body, quint32 nextId, quint32 &scale)
{
    BigEndianReader reader(body);
    const bool wide = reader.number<quint8>() == 1;
    reader.skip(3 + (wide ? 16 : 8));
    scale = reader.number<quint32>();
    QByteArray copy = body.toByteArray();
    copy.chop(std::min<qsizetype>(4, copy.size()));
    return atom("mvhd", copy + big(nextId));
}

} // namespace

Mp4ChapterTrack::Mp4ChapterTrack(const Chapters &chapters, timestamps::Duration whole)
    : m_wholeMs(whole.count())
{
    if (chapters.empty()) {
        return;
    }
    const auto add = [this](const Chapter &chapter, qint64 end) {
        const QByteArray sample = textSample(chapter);
        m_texts += sample;
        m_sizes.push_back(static_cast<quint32>(sample.size()));
        m_durations.push_back(static_cast<quint32>(
            std::clamp<qint64>(end - chapter.start.ms(), 0, std::numeric_limits<qint32>::max())));
    };
    if (chapters.front().start.ms() > 0) {
        add({}, chapters.front().start.ms());
    }
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        add(chapters[i],
            i + 1 < chapters.size() ? chapters[i + 1].start.ms()
                                    : std::max(m_wholeMs, chapters[i].start.ms()));
    }
    m_neroList = neroList(chapters);
}

QByteArray Mp4ChapterTrack::sampleTable(qint64 textsAt) const
{
    QByteArray times;
    QByteArray sizes;
    for (std::size_t i = 0; i < m_sizes.size(); ++i) {
        times += big(quint32{1}) + big(m_durations[i]);
        sizes += big(m_sizes[i]);
    }
    const auto count = static_cast<quint32>(m_sizes.size());
    const QByteArray description =
        atom("text", zeros(6) + big(quint16{1}) + big(quint32{1}) + zeros(40));
    return atom("stbl",
                table("stsd", 1, description) + table("stts", count, times)
                    + table("stsc", 1, big(quint32{1}) + big(count) + big(quint32{1}))
                    + atom("stsz", zeros(8) + big(count) + sizes)
                    + table("stco", 1, big(static_cast<quint32>(textsAt))));
}

QByteArray Mp4ChapterTrack::track(quint32 id, quint32 movieScale, qint64 textsAt) const
{
    const auto units = [this](quint32 scale) {
        constexpr auto most = quint64{std::numeric_limits<quint32>::max()};
        return big(static_cast<quint32>(
            std::min(most, static_cast<quint64>(m_wholeMs) * scale / unitsPerSecond)));
    };
    const quint32 inMovieButNotShown = 2;
    const QByteArray header = atom("tkhd",
                                   big(inMovieButNotShown) + zeros(8) + big(id) + zeros(4)
                                       + units(movieScale) + zeros(16) + matrix() + zeros(8));
    const quint16 noLanguage = 0x55C4;
    const QByteArray mediaHeader =
        atom("mdhd",
             zeros(12) + big(unitsPerSecond) + units(unitsPerSecond) + big(noLanguage) + zeros(2));
    const QByteArray handler = atom("hdlr", zeros(8) + "text" + zeros(13));
    const QByteArray general =
        atom("gmhd",
             atom("gmin",
                  zeros(4) + big(quint16{0x40}) + big(quint16{0x8000}) + big(quint16{0x8000})
                      + big(quint16{0x8000}) + zeros(4))
                 + atom("text", matrix()));
    const QByteArray inThisFile = atom("url ", big(quint32{1}));
    const QByteArray media =
        atom("minf", general + atom("dinf", table("dref", 1, inThisFile)) + sampleTable(textsAt));
    return atom("trak", header + atom("mdia", mediaHeader + handler + media));
}

std::optional<QByteArray>
Mp4ChapterTrack::tableWith(QByteArrayView moov, const NewPlace &newPlace, qint64 textsAt) const
{
    TableCopy copy(moov, newPlace);
    if (!copy.hasSound() || textsAt > std::numeric_limits<quint32>::max()) {
        return std::nullopt;
    }
    QByteArray made;
    QByteArray userData;
    quint32 scale = 0;
    qsizetype read = 0;
    forEachAtom(moov, [&](QByteArrayView type, QByteArrayView body) {
        read = body.end() - moov.begin();
        if (type == QByteArrayView("mvhd", 4)) {
            made += movieHeader(body, copy.newId() + 1, scale);
        } else if (type == QByteArrayView("trak", 4)) {
            made += copy.track(body, !isEmpty());
        } else if (type == QByteArrayView("udta", 4) && userData.isEmpty()) {
            userData = userDataWith(body, m_neroList);
        } else {
            made += atom(type, body.toByteArray());
        }
        return true;
    });
    if (!copy.isGood() || scale == 0 || read != moov.size()) {
        return std::nullopt;
    }
    if (!isEmpty()) {
        made += track(copy.newId(), scale, textsAt);
        userData = userData.isEmpty() ? userDataWith({}, m_neroList) : userData;
    }
    return atom("moov", made + userData);
}

} // namespace app::media::internal
