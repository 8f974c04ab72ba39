// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playback/engineplayer.h"
#include "tests/support/capturingoutput.h"
#include "tests/support/patience.h"
#include "tests/support/positioncode.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <numbers>
#include <span>

/// What the tests of the player share.
namespace playertest {

using app::playback::Player;
using app::playback::PlayerState;
using app::timestamps::MediaTime;

inline constexpr qint64 framesPerMs = 48;

[[nodiscard]] inline MediaTime at(qint64 ms)
{
    return MediaTime::fromMs(ms);
}

[[nodiscard]] inline app::playback::PlayerSource fileSource(const QString &path)
{
    auto source = app::media::openFileSource(path);
    Q_ASSERT(source);
    app::playback::PlayerSource playable;
    playable.bytes = *source;
    return playable;
}

[[nodiscard]] inline app::playback::PlayerSource codedSource(tests::AudioKind kind)
{
    return fileSource(tests::positionCodedFile(kind));
}

/// Lossless stretches of the position code, each made once.
class CodedParts final
{
public:
    [[nodiscard]] app::playback::PlayerSource operator()(int startMs, int lengthMs) const
    {
        const auto path =
            m_folder.filePath(QStringLiteral("part-%1-%2.wav").arg(startMs).arg(lengthMs));
        if (!QFile::exists(path)) {
            const bool made =
                tests::encodePositionCode({QStringLiteral("-ss"),
                                           QString::number(startMs / 1000.0, 'f', 3),
                                           QStringLiteral("-t"),
                                           QString::number(lengthMs / 1000.0, 'f', 3)},
                                          path);
            if (!made) {
                qFatal("ffmpeg is needed to make the sound");
            }
        }
        return fileSource(path);
    }

private:
    QTemporaryDir m_folder;
};

[[nodiscard]] inline double peakOf(std::span<const float> sound)
{
    double most = 0;
    for (const auto value : sound) {
        most = std::max(most, std::abs(static_cast<double>(value)));
    }
    return most;
}

/// Greatest step between frames next to each other in the 440 Hz tone, as a multiple of the tone's
/// own greatest: a click is steeper than the tone itself.
[[nodiscard]] inline double steepness(std::span<const float> stereo)
{
    double steepest = 0;
    for (std::size_t i = 2; i < stereo.size(); ++i) {
        steepest = std::max(steepest, std::abs(static_cast<double>(stereo[i] - stereo[i - 2])));
    }
    const auto own = 2 * std::sin(std::numbers::pi * 440 / 48'000) * peakOf(stereo);
    return steepest / std::max(own, 1e-9);
}

/// A cross-fade adds a little.
inline constexpr double noClick = 1.25;

/// A player and what comes out of it. The player goes first.
struct Bench
{
    tests::Capture capture;
    std::unique_ptr<Player> player = app::playback::makeEnginePlayer(capture.factory());

    /// Where the next sound is from; takes 100 ms of it, after \p skipMs.
    [[nodiscard]] std::optional<tests::HeardPlace> hear(qint64 skipMs = 0, bool stretched = false)
    {
        capture.advance(skipMs * framesPerMs);
        const auto from = capture.heardFrames();
        capture.advance(100 * framesPerMs);
        return tests::heardPlace(capture.heardSince(from), stretched);
    }

    /// Seeks while playing and waits until the engine has dropped the old sound.
    [[nodiscard]] bool seekPlaying(qint64 ms)
    {
        const auto flushes = capture.flushes();
        player->seek(at(ms));
        return tests::waitFor([&] { return capture.flushes() > flushes; });
    }

    /// Waits until the engine has carried out everything asked before.
    [[nodiscard]] bool settle()
    {
        const auto mark = player->volume() > 0.5 ? 0.25 : 0.75;
        player->setVolume(mark);
        return tests::waitFor([&] { return capture.volume() == mark; });
    }

    [[nodiscard]] bool waitFor(PlayerState state)
    {
        return tests::waitFor([&] { return player->state() == state; });
    }
};

/// A download: bytes appear when the test says so.
class GrowingSource final : public app::media::ByteSource
{
public:
    explicit GrowingSource(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {}

    void reveal(qint64 bytes)
    {
        const std::lock_guard lock(m_mutex);
        m_there = std::min<qint64>(bytes, m_bytes.size());
        m_changed.notify_all();
    }

    void revealAll() { reveal(m_bytes.size()); }

    /// Whatever is not there yet will never come.
    void drop(const app::base::Error &error)
    {
        const std::lock_guard lock(m_mutex);
        m_error = error;
        m_changed.notify_all();
    }

    app::base::Result<qint64> readAt(qint64 offset, char *into, qint64 size) override
    {
        std::unique_lock lock(m_mutex);
        if (offset >= m_bytes.size()) {
            return 0;
        }
        m_changed.wait(lock, [&] { return m_interrupted || m_error || offset < m_there; });
        if (m_interrupted) {
            return app::base::unexpected(app::base::ErrorCode::Busy, QStringLiteral("interrupted"));
        }
        if (offset >= m_there) {
            return app::base::unexpected(*m_error);
        }
        const auto count = std::min(size, m_there - offset);
        std::memcpy(into, m_bytes.constData() + offset, static_cast<std::size_t>(count));
        return count;
    }

    [[nodiscard]] std::optional<qint64> sizeBytes() const override { return m_bytes.size(); }

    [[nodiscard]] bool isComplete() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_there == m_bytes.size();
    }

    [[nodiscard]] qint64 availableBytes() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_there;
    }

    void interrupt() override
    {
        const std::lock_guard lock(m_mutex);
        m_interrupted = true;
        m_changed.notify_all();
    }

    void resume() override
    {
        const std::lock_guard lock(m_mutex);
        m_interrupted = false;
    }

    [[nodiscard]] QString name() const override { return QStringLiteral("a growing download"); }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    QByteArray m_bytes;
    qint64 m_there = 0;
    bool m_interrupted = false;
    std::optional<app::base::Error> m_error;
};

} // namespace playertest
