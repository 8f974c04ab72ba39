// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/madeaudio.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <random>

namespace tests {

namespace {

[[nodiscard]] QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

[[nodiscard]] QByteArray encoded(const char *arguments, const char *name = "part.mp3")
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QLatin1String(name));
    return encodePositionCode(QString::fromLatin1(arguments).split(u' '), path) ? readAll(path)
                                                                                : QByteArray();
}

/// All of it is coded at each bit rate, and frames of the same number are the same sound; without
/// the reservoir none needs its neighbours.
[[nodiscard]] QByteArray unevenMp3()
{
    constexpr std::array rates = {"320k", "32k", "128k", "32k"};
    QByteArray all;
    for (std::size_t i = 0; i < rates.size(); ++i) {
        const auto part = encoded(qPrintable(
            QStringLiteral("-ar 44100 -ac 1 -c:a libmp3lame -write_xing 0 -id3v2_version 0 "
                           "-reservoir 0 "
                           "-b:a ")
            + QLatin1String(rates[i])));
        const auto starts = mp3FrameStarts(part);
        const auto quarter = starts.size() / rates.size();
        const auto last = i + 1 == rates.size() ? starts.size() - 1 : (i + 1) * quarter;
        all += part.mid(starts[i * quarter], starts[last] - starts[i * quarter]);
    }
    return all;
}

[[nodiscard]] QByteArray tagOf(qsizetype size)
{
    QByteArray tag("ID3\4\0\0", 6);
    const auto number = [&](qsizetype value) {
        for (int shift = 21; shift >= 0; shift -= 7) {
            tag.append(static_cast<char>((value >> shift) & 0x7F));
        }
    };
    const QByteArray picture = QByteArray("\0image/jpeg\0\3\0", 14) + mp3Garbage(size);
    number(picture.size() + 10);
    tag.append("APIC");
    number(picture.size());
    return tag + QByteArray(2, '\0') + picture;
}

/// Place of "Xing" or "Info" in a file whose first frame is one.
[[nodiscard]] qsizetype xingPlace(const QByteArray &mp3)
{
    const auto head = mp3.left(1000);
    return std::max(head.indexOf("Xing"), head.indexOf("Info"));
}

[[nodiscard]] QByteArray lyingXing()
{
    auto mp3 = readAll(positionCodedFile(AudioKind::Mp3Vbr));
    const auto place = xingPlace(mp3);
    auto *frames = mp3.data() + place + 8;
    qToBigEndian(qFromBigEndian<quint32>(frames) * 3, frames);
    qToBigEndian(qFromBigEndian<quint32>(frames + 4) / 2, frames + 4);
    for (int i = 0; i < 100; ++i) {
        frames[8 + i] = static_cast<char>(255 - i * 37 % 256);
    }
    return mp3;
}

[[nodiscard]] QByteArray longDelay()
{
    auto mp3 = encoded("-af adelay=3456S:all=1 -ar 48000 -ac 2 -c:a libmp3lame -q:a 5");
    // Behind "Info" or "Xing": flags, frames, bytes, table, quality, then LAME's part.
    auto *both = reinterpret_cast<uchar *>(mp3.data()) + xingPlace(mp3) + 120 + 21;
    const auto delay = (both[0] << 4 | both[1] >> 4) + 3456;
    both[0] = static_cast<uchar>(delay >> 4);
    both[1] = static_cast<uchar>((delay & 15) << 4 | (both[1] & 15));
    return mp3;
}

} // namespace

QByteArray mp3Garbage(qsizetype size)
{
    std::mt19937 random(static_cast<unsigned>(size));
    QByteArray garbage(size, '\0');
    for (auto &byte : garbage) {
        byte = static_cast<char>(random());
    }
    // 44.1 kHz at 96 and at 128 kbit/s; some are followed by another one in the right place.
    for (qsizetype at = 100; at + 500 < size; at += 1 + static_cast<qsizetype>(random() % 900)) {
        const bool slow = random() % 2 == 0;
        garbage.replace(at, 4, slow ? "\xFF\xFB\x70\xC4" : "\xFF\xFB\x90\x64", 4);
        if (random() % 2 == 0) {
            garbage.replace(at + (slow ? 313 : 417), 4, garbage.mid(at, 4));
        }
    }
    return garbage;
}

std::vector<qsizetype> mp3FrameStarts(const QByteArray &mp3)
{
    constexpr std::array bitRates = {
        0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0};
    constexpr std::array sampleRates = {44'100, 48'000, 32'000, 1};
    std::vector<qsizetype> starts;
    qsizetype at = 0;
    while (at + 4 <= mp3.size()) {
        starts.push_back(at);
        const auto third = static_cast<uchar>(mp3[at + 2]);
        const auto bitRate = bitRates[third >> 4];
        if (bitRate == 0) {
            break;
        }
        at += 144'000 * bitRate / sampleRates[(third >> 2) & 3] + ((third >> 1) & 1);
    }
    starts.push_back(std::min(at, mp3.size()));
    return starts;
}

QByteArray madeAudio(AudioKind kind)
{
    switch (kind) {
    case AudioKind::Mp3Uneven:
        return unevenMp3();
    case AudioKind::Mp3LargeTag:
        return tagOf(3'000'000) + readAll(positionCodedFile(AudioKind::Mp3VbrNoXing));
    case AudioKind::Mp3GarbageInFront:
        return mp3Garbage(30'000) + readAll(positionCodedFile(AudioKind::Mp3CbrNoXing));
    case AudioKind::Mp3GarbageInMiddle: {
        auto mp3 = encoded("-ar 44100 -c:a libmp3lame -b:a 96k -write_xing 0 -id3v2_version 0");
        const auto starts = mp3FrameStarts(mp3);
        return mp3.insert(starts[50 * 44'100 / 1152], mp3Garbage(20'000));
    }
    case AudioKind::Mp3LyingXing:
        return lyingXing();
    case AudioKind::Mp3LongDelay:
        return longDelay();
    case AudioKind::WavUndeclared: {
        auto wav = encoded("-c:a pcm_s16le -bitexact", "part.wav");
        qToLittleEndian(quint32{0xFFFF'FFFF}, wav.data() + 4);
        qToLittleEndian(quint32{0xFFFF'FFFF}, wav.data() + 40);
        return wav;
    }
    default:
        return {};
    }
}

} // namespace tests
