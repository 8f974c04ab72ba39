// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QtEndian>

#include <utility>
#include <vector>

/// Tags and atoms made byte by byte, as no program here writes them.
namespace madetags {

template <typename Number>
[[nodiscard]] QByteArray big(Number number)
{
    const auto bytes = qToBigEndian(number);
    return {reinterpret_cast<const char *>(&bytes), sizeof bytes};
}

[[nodiscard]] inline QByteArray zeros(qsizetype count)
{
    return QByteArray(count, '\0');
}

/// Seven bits a byte, as ID3 counts.
[[nodiscard]] inline QByteArray safe(qsizetype size)
{
    QByteArray bytes;
    for (const int shift : {21, 14, 7, 0}) {
        bytes.append(static_cast<char>((size >> shift) & 0x7F));
    }
    return bytes;
}

[[nodiscard]] inline QByteArray frame(const char *id, const QByteArray &body, int version = 4)
{
    const QByteArray size =
        version == 4 ? safe(body.size()) : big(static_cast<quint32>(body.size()));
    return QByteArray(id) + size + zeros(2) + body;
}

[[nodiscard]] inline QByteArray tag(const QByteArray &frames, int version = 4, char flags = 0)
{
    return QByteArray("ID3") + static_cast<char>(version) + '\0' + flags + safe(frames.size())
           + frames;
}

[[nodiscard]] inline QByteArray text(const char *id, const QByteArray &utf8, int version = 4)
{
    return frame(id, '\3' + utf8, version);
}

[[nodiscard]] inline QByteArray link(const QByteArray &address)
{
    return frame("WXXX", QByteArray("\3chapter url\0", 13) + address);
}

[[nodiscard]] inline QByteArray picture(const QByteArray &bytes, const QByteArray &kind)
{
    return frame("APIC", '\0' + kind + '\0' + '\3' + QByteArray("cover\0", 6) + bytes);
}

[[nodiscard]] inline QByteArray
chapter(const QByteArray &id, quint32 start, quint32 end, const QByteArray &parts, int version = 4)
{
    return frame("CHAP",
                 id + '\0' + big(start) + big(end) + big(~quint32{0}) + big(~quint32{0}) + parts,
                 version);
}

[[nodiscard]] inline QByteArray
contents(const QByteArray &id, bool isTop, const QByteArrayList &children)
{
    QByteArray body =
        id + '\0' + static_cast<char>(isTop ? 3 : 1) + static_cast<char>(children.size());
    for (const auto &child : children) {
        body += child + '\0';
    }
    return frame("CTOC", body);
}

[[nodiscard]] inline QByteArray atom(const char *type, const QByteArray &body)
{
    return big(static_cast<quint32>(body.size() + 8)) + QByteArray(type, 4) + body;
}

/// A table of numbers behind version and count.
[[nodiscard]] inline QByteArray
table(const char *type, quint32 count, const std::vector<quint32> &numbers)
{
    QByteArray body = zeros(4) + big(count);
    for (const auto number : numbers) {
        body += big(number);
    }
    return atom(type, body);
}

/// A track beside the sound, with samples of so many seconds each, one after the other.
struct Track
{
    quint32 id = 0;
    const char *kind = "text";
    std::vector<std::pair<quint32, QByteArray>> samples; ///< seconds and bytes
};

/// "trak", where the samples lie in a row from an offset on.
[[nodiscard]] inline QByteArray trackAtom(const Track &track, quint32 offset)
{
    const auto count = static_cast<quint32>(track.samples.size());
    std::vector<quint32> times;
    std::vector<quint32> sizes;
    for (const auto &[seconds, bytes] : track.samples) {
        times.insert(times.end(), {1, seconds * 1000});
        sizes.push_back(static_cast<quint32>(bytes.size()));
    }
    sizes.insert(sizes.begin(), count);
    const QByteArray description = track.kind == QByteArray("vide")
                                       ? atom("jpeg", zeros(6) + big(quint16{1}) + zeros(70))
                                       : atom("text", zeros(6) + big(quint16{1}) + zeros(43));
    const QByteArray samples = atom("stsd", zeros(4) + big(quint32{1}) + description)
                               + table("stts", count, times) + table("stsc", 1, {1, count, 1})
                               + table("stsz", 0, sizes) + table("stco", 1, {offset});
    const QByteArray media = atom("mdhd", zeros(12) + big(quint32{1000}) + zeros(8))
                             + atom("hdlr", zeros(8) + QByteArray(track.kind) + zeros(13))
                             + atom("minf", atom("stbl", samples));
    return atom("trak", atom("tkhd", zeros(12) + big(track.id) + zeros(68)) + atom("mdia", media));
}

/// A text sample with a link to an address, if there is one.
[[nodiscard]] inline QByteArray textSample(const QByteArray &title, const QByteArray &address = {})
{
    const QByteArray sample = big(static_cast<quint16>(title.size())) + title;
    if (address.isEmpty()) {
        return sample;
    }
    return sample
           + atom("href",
                  zeros(2) + big(quint16{5}) + static_cast<char>(address.size()) + address + '\0');
}

/// An MP4 whose table is at its end, with more tracks that hold the chapters of the sound.
[[nodiscard]] inline QByteArray
withTracks(QByteArray mp4, const std::vector<Track> &tracks, const QByteArray &moreAtoms = {})
{
    const auto moovAt = mp4.lastIndexOf("moov") - 4;
    const auto moov = mp4.mid(moovAt + 8);
    mp4.truncate(moovAt);
    QByteArray data;
    QByteArray ids;
    QByteArray atoms;
    for (const auto &track : tracks) {
        atoms += trackAtom(track, static_cast<quint32>(mp4.size() + 8 + data.size()));
        ids += big(track.id);
        for (const auto &sample : track.samples) {
            data += sample.second;
        }
    }
    // The sound's track is the first; what names its chapters goes to its end.
    const auto trackAt = moov.indexOf("trak") - 4;
    const auto trackBytes =
        static_cast<qsizetype>(qFromBigEndian<quint32>(moov.constData() + trackAt));
    const QByteArray sound =
        atom("trak",
             moov.mid(trackAt + 8, trackBytes - 8)
                 + (ids.isEmpty() ? QByteArray() : atom("tref", atom("chap", ids))));
    return mp4 + atom("mdat", data)
           + atom("moov",
                  moov.left(trackAt) + sound + moov.mid(trackAt + trackBytes) + atoms + moreAtoms);
}

} // namespace madetags
