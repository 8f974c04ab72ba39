// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtEndian>

#include <cmath>
#include <vector>

namespace tests {

[[nodiscard]] inline QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

[[nodiscard]] inline QByteArray littleEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

/// A WAV file of one channel at 8 kHz: a tone in every even second, silence in the odd ones.
[[nodiscard]] inline QByteArray beepingWav(int seconds)
{
    constexpr int rate = 8000;
    QByteArray samples;
    samples.reserve(seconds * rate * 2);
    for (int i = 0; i < seconds * rate; ++i) {
        const double level = i / rate % 2 == 0 ? 12000.0 * std::sin(i * 0.4) : 0.0;
        const auto sample = static_cast<quint16>(static_cast<qint16>(std::lround(level)));
        samples.append(static_cast<char>(sample & 0xffU));
        samples.append(static_cast<char>(sample >> 8U));
    }
    const auto size = static_cast<quint32>(samples.size());
    return QByteArray("RIFF") + littleEndian(36 + size) + "WAVEfmt " + littleEndian(16)
           + QByteArray("\1\0\1\0", 4) + littleEndian(rate) + littleEndian(rate * 2)
           + QByteArray("\2\0\20\0", 4) + "data" + littleEndian(size) + samples;
}

/// A chapter for an ID3 tag.
struct TagChapter
{
    quint32 startMs = 0;
    quint32 endMs = 0;
    QByteArray title = {};
    QByteArray jpeg = {};
};

/// About 10 s of silent MP3 with an ID3v2.3 tag that has these chapters.
[[nodiscard]] inline QByteArray silentMp3(const std::vector<TagChapter> &chapters)
{
    const auto frame = [](const char *id, const QByteArray &body) {
        return QByteArray(id) + bigEndian(static_cast<quint32>(body.size())) + QByteArray("\0\0", 2)
               + body;
    };
    QByteArray tag;
    for (const TagChapter &chapter : chapters) {
        QByteArray body = "ch" + QByteArray::number(chapter.startMs) + '\0';
        body += bigEndian(chapter.startMs) + bigEndian(chapter.endMs) + QByteArray(8, '\xff');
        body += frame("TIT2", '\0' + chapter.title);
        if (!chapter.jpeg.isEmpty()) {
            body += frame("APIC", QByteArray("\0image/jpeg\0\3\0", 14) + chapter.jpeg);
        }
        tag += frame("CHAP", body);
    }
    const auto size = static_cast<quint32>(tag.size());
    QByteArray file("ID3\3\0\0", 6);
    for (const unsigned shift : {21U, 14U, 7U, 0U}) {
        file.append(static_cast<char>((size >> shift) & 0x7fU));
    }
    file += tag;
    for (int i = 0; i < 384; ++i) {
        file += QByteArray("\xff\xfb\x90\xc0", 4) + QByteArray(413, '\0');
    }
    return file;
}

} // namespace tests
