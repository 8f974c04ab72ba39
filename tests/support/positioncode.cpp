// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/positioncode.h"

#include "tests/support/madeaudio.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <random>

namespace tests {

namespace {

constexpr int slotFrames = codeRate / 10;
constexpr int slotCount = codeSeconds * 10;
constexpr int lowTones = 32;
constexpr int highTones = (slotCount + lowTones - 1) / lowTones;
constexpr int decimation = 4;
constexpr int coarseFrames = codeRate * 40 / 1000;

[[nodiscard]] double lowTone(int slot)
{
    return 500.0 + 40.0 * (slot % lowTones);
}

[[nodiscard]] double highTone(int slot)
{
    return 2200.0 + 40.0 * (slot / lowTones);
}

/// Noise below 4 kHz, which every coder keeps.
[[nodiscard]] std::vector<float> makeNoise(std::size_t frames)
{
    constexpr std::size_t hold = 6;
    std::mt19937 random(20'261'121);
    std::vector<float> points(frames / hold + 3);
    for (auto &point : points) {
        point = static_cast<float>(random()) / 2147483648.0F - 1.0F;
    }
    std::vector<float> noise(frames);
    for (std::size_t i = 0; i < frames; ++i) {
        const auto share =
            0.5F - 0.5F * std::cos(std::numbers::pi_v<float> * static_cast<float>(i % hold) / hold);
        noise[i] = points[i / hold] * (1.0F - share) + points[i / hold + 1] * share;
    }
    return noise;
}

[[nodiscard]] std::vector<float> makeCode()
{
    auto code = makeNoise(static_cast<std::size_t>(codeSeconds) * codeRate);
    for (int slot = 0; slot < slotCount; ++slot) {
        // Blocks of 10 s differ in loudness of the noise, so that variable bit rates do vary.
        const auto noise = slot / 100 % 2 == 0 ? 0.3F : 0.12F;
        for (int i = 0; i < slotFrames; ++i) {
            const auto phase = 2.0 * std::numbers::pi * i / codeRate;
            const auto tones = std::sin(phase * lowTone(slot)) + std::sin(phase * highTone(slot));
            auto &frame = code[static_cast<std::size_t>(slot * slotFrames + i)];
            frame = noise * frame + 0.12F * static_cast<float>(tones);
        }
    }
    return code;
}

[[nodiscard]] QString cacheFolder()
{
    const QString path = QStringLiteral(EARMARK_BUILD_DIR) + QStringLiteral("/test-audio");
    QDir().mkpath(path);
    return path;
}

void writeWav(const QString &path, const std::vector<float> &mono)
{
    QByteArray bytes;
    const auto number = [&](auto value) {
        const auto little = qToLittleEndian(value);
        bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
    };
    const auto size = static_cast<quint32>(mono.size() * 2);
    bytes.append("RIFF");
    number(quint32{36} + size);
    bytes.append("WAVEfmt ");
    number(quint32{16});
    number(quint16{1});
    number(quint16{1});
    number(quint32{codeRate});
    number(quint32{codeRate * 2});
    number(quint16{2});
    number(quint16{16});
    bytes.append("data");
    number(size);
    for (const auto value : mono) {
        number(static_cast<qint16>(std::lround(value * 32767.0F)));
    }
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(bytes);
    }
}

/// Makes a file under another name first, for other tests may want it at the same moment.
template <typename Make>
[[nodiscard]] QString cached(const QString &name, Make make)
{
    const QString path = cacheFolder() + u'/' + name;
    if (!QFileInfo::exists(path)) {
        QTemporaryDir folder(cacheFolder() + QStringLiteral("/making-XXXXXX"));
        const auto made = folder.filePath(name);
        if (!make(made)) {
            return {};
        }
        if (!QFile::rename(made, path) && !QFileInfo::exists(path)) {
            return {};
        }
    }
    return path;
}

[[nodiscard]] QString codeWav()
{
    return cached(QStringLiteral("code1.wav"), [](const QString &path) {
        writeWav(path, positionCode());
        return true;
    });
}

struct Recipe
{
    const char *name;
    const char *arguments;
};

/// Of the odd kinds; without arguments where a file is put together in another way.
[[nodiscard]] Recipe oddRecipe(AudioKind kind)
{
    switch (kind) {
    case AudioKind::Mp3Uneven:
        return {"uneven.mp3", nullptr};
    case AudioKind::Mp3LargeTag:
        return {"large-tag.mp3", nullptr};
    case AudioKind::Mp3GarbageInFront:
        return {"garbage-in-front.mp3", nullptr};
    case AudioKind::Mp3GarbageInMiddle:
        return {"garbage-in-middle.mp3", nullptr};
    case AudioKind::Mp3LyingXing:
        return {"lying-xing.mp3", nullptr};
    case AudioKind::Mp3LongDelay:
        return {"long-delay.mp3", nullptr};
    case AudioKind::M4b:
        return {"book.m4b", "-ar 22050 -ac 1 -c:a aac -b:a 48k -f ipod"};
    case AudioKind::M4aFragments:
        return {"fragments.m4a",
                "-ac 1 -c:a aac -b:a 96k -movflags frag_keyframe+empty_moov "
                "-frag_duration 1000000"};
    case AudioKind::AacAdts:
        return {"plain.aac", "-ar 44100 -ac 2 -c:a aac -b:a 128k -f adts"};
    case AudioKind::AacAdtsLow:
        return {"low.aac", "-ar 22050 -ac 1 -c:a aac -b:a 40k -f adts"};
    case AudioKind::OpusQuick:
        return {"quick.opus",
                "-ac 2 -c:a libopus -b:a 96k -application lowdelay -frame_duration 5"};
    case AudioKind::OpusSlow:
        return {"slow.opus", "-ac 1 -c:a libopus -b:a 24k -frame_duration 60"};
    case AudioKind::VorbisMono:
        return {"mono.ogg", "-ar 44100 -ac 1 -c:a libvorbis -q:a 2"};
    case AudioKind::Flac48:
        return {"code48.flac", "-ac 2 -sample_fmt s32 -bits_per_raw_sample 24 -c:a flac"};
    case AudioKind::Wav24:
        return {"code24.wav", "-ar 44100 -ac 1 -c:a pcm_s24le"};
    case AudioKind::WavUndeclared:
        return {"undeclared.wav", nullptr};
    default:
        return {};
    }
}

[[nodiscard]] Recipe recipe(AudioKind kind)
{
    switch (kind) {
    case AudioKind::Mp3Cbr:
        return {"cbr.mp3", "-ar 44100 -ac 2 -c:a libmp3lame -b:a 128k"};
    case AudioKind::Mp3Vbr:
        return {"vbr.mp3", "-ar 44100 -ac 2 -c:a libmp3lame -q:a 5"};
    case AudioKind::Mp3CbrNoXing:
        return {"cbr-noxing.mp3", "-ar 44100 -c:a libmp3lame -b:a 96k -write_xing 0"};
    case AudioKind::Mp3VbrNoXing:
        return {"vbr-noxing.mp3", "-ar 44100 -ac 2 -c:a libmp3lame -q:a 4 -write_xing 0"};
    case AudioKind::Mp3Low:
        return {"low.mp3", "-ar 22050 -ac 1 -c:a libmp3lame -b:a 32k"};
    case AudioKind::M4a:
        return {"plain.m4a", "-ar 44100 -ac 2 -c:a aac -b:a 128k"};
    case AudioKind::M4aFastStart:
        return {"faststart.m4a", "-ac 2 -c:a aac -b:a 96k -movflags +faststart"};
    case AudioKind::Opus:
        return {"code.opus", "-ac 2 -c:a libopus -b:a 64k"};
    case AudioKind::Vorbis:
        return {"code.ogg", "-ar 44100 -ac 2 -c:a libvorbis -q:a 4"};
    case AudioKind::Flac:
        return {"code.flac", "-ar 44100 -c:a flac"};
    case AudioKind::Wav:
        return {"code44.wav", "-ar 44100 -ac 2 -c:a pcm_s16le"};
    default:
        return oddRecipe(kind);
    }
}

[[nodiscard]] std::vector<float> toMono(std::span<const float> stereo, std::size_t frames)
{
    std::vector<float> mono(std::min(frames, stereo.size() / 2));
    for (std::size_t i = 0; i < mono.size(); ++i) {
        mono[i] = 0.5F * (stereo[2 * i] + stereo[2 * i + 1]);
    }
    return mono;
}

/// Power at a frequency (Goertzel's method).
[[nodiscard]] double powerAt(std::span<const float> mono, double frequency)
{
    const auto turn = 2.0 * std::cos(2.0 * std::numbers::pi * frequency / codeRate);
    double before = 0;
    double now = 0;
    for (const auto value : mono) {
        const auto next = static_cast<double>(value) + turn * now - before;
        before = now;
        now = next;
    }
    return now * now + before * before - turn * now * before;
}

/// The two strongest of some tones.
template <typename Tone>
[[nodiscard]] std::vector<int> strongest(std::span<const float> mono, int count, Tone tone)
{
    std::vector<std::pair<double, int>> powers;
    for (int i = 0; i < count; ++i) {
        powers.emplace_back(powerAt(mono, tone(i)), i);
    }
    std::partial_sort(powers.begin(), powers.begin() + 2, powers.end(), std::greater<>());
    return {powers[0].second, powers[1].second};
}

[[nodiscard]] double likeness(std::span<const float> heard, qint64 place, int step)
{
    const auto &code = positionCode();
    double product = 0;
    double heardPower = 1e-9;
    double codePower = 1e-9;
    for (std::size_t i = 0; i < heard.size(); i += static_cast<std::size_t>(step) * 2) {
        const auto at = place + static_cast<qint64>(i);
        const auto a = static_cast<double>(heard[i]);
        const auto b = at < 0 || at >= static_cast<qint64>(code.size())
                           ? 0.0
                           : static_cast<double>(code[static_cast<std::size_t>(at)]);
        product += a * b;
        heardPower += a * a;
        codePower += b * b;
    }
    return product / std::sqrt(heardPower * codePower);
}

void tryPlaces(std::span<const float> heard, qint64 from, qint64 to, int step, HeardPlace &best)
{
    for (auto place = from; place <= to; place += step) {
        if (const auto now = likeness(heard, place, step); now > best.likeness) {
            best = {static_cast<double>(place), now};
        }
    }
}

} // namespace

const std::vector<float> &positionCode()
{
    static const auto code = makeCode();
    return code;
}

std::vector<AudioKind> allAudioKinds()
{
    return {AudioKind::Mp3Cbr,
            AudioKind::Mp3Vbr,
            AudioKind::Mp3CbrNoXing,
            AudioKind::Mp3VbrNoXing,
            AudioKind::Mp3Low,
            AudioKind::M4a,
            AudioKind::M4aFastStart,
            AudioKind::Opus,
            AudioKind::Vorbis,
            AudioKind::Flac,
            AudioKind::Wav};
}

std::vector<AudioKind> oddAudioKinds()
{
    return {AudioKind::Mp3Uneven,
            AudioKind::Mp3LargeTag,
            AudioKind::Mp3GarbageInFront,
            AudioKind::Mp3GarbageInMiddle,
            AudioKind::Mp3LyingXing,
            AudioKind::Mp3LongDelay,
            AudioKind::M4b,
            AudioKind::M4aFragments,
            AudioKind::AacAdts,
            AudioKind::AacAdtsLow,
            AudioKind::OpusQuick,
            AudioKind::OpusSlow,
            AudioKind::VorbisMono,
            AudioKind::Flac48,
            AudioKind::Wav24,
            AudioKind::WavUndeclared};
}

QString audioKindName(AudioKind kind)
{
    return QString::fromLatin1(recipe(kind).name);
}

bool encodePositionCode(const QStringList &arguments, const QString &output)
{
    QProcess ffmpeg;
    const QStringList start{QStringLiteral("-v"),
                            QStringLiteral("error"),
                            QStringLiteral("-y"),
                            QStringLiteral("-i"),
                            codeWav()};
    ffmpeg.start(QStringLiteral("ffmpeg"), start + arguments + QStringList{output});
    return ffmpeg.waitForFinished(120'000) && ffmpeg.exitStatus() == QProcess::NormalExit
           && ffmpeg.exitCode() == 0;
}

QString positionCodedFile(AudioKind kind)
{
    const auto how = recipe(kind);
    return cached(QStringLiteral("v1-") + QString::fromLatin1(how.name), [&](const QString &path) {
        if (how.arguments == nullptr) {
            const auto bytes = madeAudio(kind);
            QFile file(path);
            return !bytes.isEmpty() && file.open(QIODevice::WriteOnly)
                   && file.write(bytes) == bytes.size();
        }
        return encodePositionCode(QString::fromLatin1(how.arguments).split(u' '), path);
    });
}

QString toneFile()
{
    return cached(QStringLiteral("tone440.wav"), [](const QString &path) {
        std::vector<float> tone(static_cast<std::size_t>(codeSeconds) * codeRate);
        for (std::size_t i = 0; i < tone.size(); ++i) {
            tone[i] = 0.5F
                      * static_cast<float>(std::sin(2.0 * std::numbers::pi * 440.0
                                                    * static_cast<double>(i) / codeRate));
        }
        writeWav(path, tone);
        return true;
    });
}

std::optional<HeardPlace> heardPlace(std::span<const float> stereo, bool stretched)
{
    const auto frames = static_cast<std::size_t>(codeRate * (stretched ? 12 : 60) / 1000);
    const auto mono = toMono(stereo, frames);
    const auto coarse = toMono(stereo, coarseFrames);
    if (mono.size() < frames || powerAt(coarse, 0) < 0
        || std::all_of(mono.begin(), mono.end(), [](float v) { return std::abs(v) < 1e-3F; })) {
        return std::nullopt;
    }
    const auto low = strongest(coarse, lowTones, lowTone);
    const auto high = strongest(coarse, highTones, [](int i) { return highTone(i * lowTones); });
    HeardPlace best;
    for (const auto h : high) {
        for (const auto l : low) {
            const qint64 start = qint64{h * lowTones + l} * slotFrames;
            tryPlaces(mono, start - slotFrames, start + slotFrames, decimation, best);
        }
    }
    const auto around = static_cast<qint64>(best.ms);
    tryPlaces(mono, around - decimation, around + decimation, 1, best);
    best.ms = best.ms * 1000.0 / codeRate;
    constexpr double leastLikeness = 0.5;
    return best.likeness >= leastLikeness ? std::optional(best) : std::nullopt;
}

double pitchOf(std::span<const float> stereo)
{
    const auto mono = toMono(stereo, stereo.size() / 2);
    double best = 0;
    double bestPower = -1;
    for (double frequency = 60; frequency < 2000; frequency += 0.5) {
        if (const auto power = powerAt(mono, frequency); power > bestPower) {
            bestPower = power;
            best = frequency;
        }
    }
    return best;
}

} // namespace tests
