// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/capturingoutput.h"

#include <algorithm>
#include <chrono>

namespace tests {

namespace {

constexpr qint64 chunkFrames = 480;
constexpr int channels = 2;

} // namespace

/// Small pieces are pulled from the test's own thread, so nothing depends on real time.
class CapturingOutput final : public app::playback::AudioOutput
{
public:
    explicit CapturingOutput(Capture &capture)
        : m_capture(capture)
    {}

    ~CapturingOutput() override { CapturingOutput::stop(); }

    app::base::Result<void> start(const app::media::SoundFormat &format,
                                  app::playback::FrameProvider &provider) override
    {
        Q_ASSERT(format.channels == channels);
        const std::scoped_lock lock(m_capture.m_pulling, m_capture.m_mutex);
        if (m_capture.m_failNext) {
            const auto error = *std::exchange(m_capture.m_failNext, std::nullopt);
            return app::base::unexpected(error);
        }
        m_capture.m_provider = &provider;
        m_capture.m_onFailure = onFailure;
        m_capture.m_suspended = false;
        m_capture.m_pulled = 0;
        ++m_capture.m_starts;
        provider.restarted();
        return {};
    }

    void stop() override
    {
        const std::scoped_lock lock(m_capture.m_pulling, m_capture.m_mutex);
        m_capture.m_provider = nullptr;
    }

    void suspend() override { setSuspended(true); }

    void resume() override { setSuspended(false); }

    void flush() override
    {
        const std::scoped_lock lock(m_capture.m_pulling, m_capture.m_mutex);
        m_capture.m_pulled = 0;
        ++m_capture.m_flushes;
        if (m_capture.m_provider != nullptr) {
            m_capture.m_provider->restarted();
        }
    }

    [[nodiscard]] qint64 framesHeard() const override
    {
        const std::lock_guard lock(m_capture.m_mutex);
        return std::max<qint64>(m_capture.m_pulled - m_capture.m_delay, 0);
    }

    void setDevice(const QByteArray &id) override
    {
        const std::lock_guard lock(m_capture.m_mutex);
        m_capture.m_device = id;
    }

    void setVolume(double volume) override { m_capture.m_volume = volume; }

private:
    void setSuspended(bool suspended)
    {
        const std::scoped_lock lock(m_capture.m_pulling, m_capture.m_mutex);
        m_capture.m_suspended = suspended;
    }

    Capture &m_capture;
};

Capture::~Capture()
{
    stopAutomatic();
}

app::playback::AudioOutputFactory Capture::factory()
{
    return [this] {
        return std::make_unique<CapturingOutput>(*this);
    };
}

qint64 Capture::advance(qint64 frames)
{
    qint64 done = 0;
    std::vector<float> chunk(static_cast<std::size_t>(chunkFrames * channels));
    while (done < frames) {
        const auto now = std::min(chunkFrames, frames - done);
        app::playback::FrameProvider *provider = nullptr;
        {
            const std::lock_guard lock(m_mutex);
            provider = m_suspended ? nullptr : m_provider;
        }
        if (provider == nullptr) {
            break;
        }
        provider->waitUntilReady(now);
        const std::lock_guard pulling(m_pulling);
        {
            const std::lock_guard lock(m_mutex);
            if (m_suspended || m_provider == nullptr) {
                break;
            }
        }
        provider->pull(chunk.data(), now);
        const std::lock_guard lock(m_mutex);
        m_heard.insert(m_heard.end(), chunk.begin(), chunk.begin() + now * channels);
        if (const auto size = static_cast<qint64>(m_heard.size()) / channels;
            m_kept > 0 && size >= 2 * m_kept) {
            const auto surplus = size - m_kept;
            m_heard.erase(m_heard.begin(), m_heard.begin() + surplus * channels);
            m_forgotten += surplus;
        }
        m_pulled += now;
        done += now;
    }
    return done;
}

void Capture::startAutomatic(double speed)
{
    stopAutomatic();
    m_automatic = true;
    m_thread = std::thread([this, speed] {
        using namespace std::chrono;
        auto due = steady_clock::now();
        while (m_automatic) {
            const auto heardNow = advance(chunkFrames);
            if (heardNow == 0 || speed > 0) {
                due = std::max(due, steady_clock::now() - milliseconds(100))
                      + microseconds(static_cast<qint64>(1e6 * chunkFrames / 48'000
                                                         / (speed > 0 ? speed : 10)));
                std::this_thread::sleep_until(due);
            }
        }
    });
}

void Capture::stopAutomatic()
{
    m_automatic = false;
    if (m_thread.joinable()) {
        m_thread.join();
    }
}

std::vector<float> Capture::heard() const
{
    return heardSince(0);
}

std::vector<float> Capture::heardSince(qint64 frame) const
{
    const std::lock_guard lock(m_mutex);
    const auto from = std::clamp<std::ptrdiff_t>(
        (frame - m_forgotten) * channels, 0, static_cast<std::ptrdiff_t>(m_heard.size()));
    return {m_heard.begin() + from, m_heard.end()};
}

qint64 Capture::heardFrames() const
{
    const std::lock_guard lock(m_mutex);
    return m_forgotten + static_cast<qint64>(m_heard.size()) / channels;
}

void Capture::keepOnly(qint64 frames)
{
    const std::lock_guard lock(m_mutex);
    m_kept = frames;
}

QByteArray Capture::device() const
{
    const std::lock_guard lock(m_mutex);
    return m_device;
}

bool Capture::isRunning() const
{
    const std::lock_guard lock(m_mutex);
    return m_provider != nullptr && !m_suspended;
}

void Capture::failNextStart(const app::base::Error &error)
{
    const std::lock_guard lock(m_mutex);
    m_failNext = error;
}

void Capture::breakDevice(const app::base::Error &error)
{
    std::function<void(app::base::Error)> report;
    {
        const std::lock_guard lock(m_mutex);
        report = m_onFailure;
    }
    if (report) {
        report(error);
    }
}

} // namespace tests
