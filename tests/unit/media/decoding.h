// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/decoder.h"
#include "tests/support/positioncode.h"

#include <QFile>
#include <QTest>

#include <vector>

/// What the tests of decoding share.
namespace decoding {

/// 60 ms: what is needed to tell a place.
inline constexpr qint64 windowFrames = 48 * 60;

[[nodiscard]] inline app::base::Result<std::unique_ptr<app::media::Decoder>>
openFile(const QString &path, std::optional<app::media::SeekIndex> index = std::nullopt)
{
    auto source = app::media::openFileSource(path);
    if (!source) {
        return app::base::unexpected(source.error());
    }
    return app::media::Decoder::open(*source, {}, std::move(index));
}

/// Reads until so many frames are there or the sound ends.
[[nodiscard]] inline app::base::Result<std::vector<float>> readFrames(app::media::Decoder &decoder,
                                                                      qint64 frames)
{
    std::vector<float> sound(static_cast<std::size_t>(frames * 2));
    qint64 have = 0;
    while (have < frames) {
        const auto got = decoder.read(sound.data() + have * 2, frames - have);
        if (!got) {
            return app::base::unexpected(got.error());
        }
        if (*got == 0) {
            break;
        }
        have += *got;
    }
    sound.resize(static_cast<std::size_t>(have * 2));
    return sound;
}

[[nodiscard]] inline app::base::Result<qint64> countFrames(app::media::Decoder &decoder)
{
    std::vector<float> sound(8192);
    qint64 all = 0;
    for (;;) {
        const auto got = decoder.read(sound.data(), 4096);
        if (!got || *got == 0) {
            return got ? app::base::Result<qint64>(all) : got;
        }
        all += *got;
    }
}

inline void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

[[nodiscard]] inline QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Rows of "kind", an int, named like the file.
inline void rows(const std::vector<tests::AudioKind> &kinds)
{
    QTest::addColumn<int>("kind");
    for (const auto kind : kinds) {
        QTest::newRow(qPrintable(tests::audioKindName(kind))) << static_cast<int>(kind);
    }
}

/// Usual and odd ones.
inline void rowsOfEveryKind()
{
    auto kinds = tests::allAudioKinds();
    const auto odd = tests::oddAudioKinds();
    kinds.insert(kinds.end(), odd.begin(), odd.end());
    rows(kinds);
}

} // namespace decoding
