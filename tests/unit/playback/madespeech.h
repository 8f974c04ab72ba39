// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/media/decoder.h"
#include "tests/support/positioncode.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <vector>

/// What the tests of what is done to sound share.
namespace soundtest {

inline constexpr qint64 rate = tests::codeRate;
inline constexpr qint64 ms = rate / 1000;

/// A recording in memory, in stereo.
class MemoryDecoder final : public app::media::Decoder
{
public:
    explicit MemoryDecoder(std::vector<float> sound)
        : m_sound(std::move(sound))
    {}

    void setSeekIndex(app::media::SeekIndex) override {}

    app::base::Result<void> seek(app::timestamps::MediaTime place) override
    {
        m_next = std::min(place.ms() * ms, frames());
        return {};
    }

    app::base::Result<qint64> read(float *into, qint64 wanted) override
    {
        const auto count = std::min(wanted, frames() - m_next);
        std::copy_n(m_sound.data() + m_next * 2, count * 2, into);
        m_next += count;
        return count;
    }

    [[nodiscard]] qint64 nextFrame() const override { return m_next; }

    [[nodiscard]] std::optional<app::timestamps::Duration> duration() const override
    {
        return app::timestamps::Duration(frames() / ms);
    }

    [[nodiscard]] bool isDurationExact() const override { return true; }

    [[nodiscard]] app::media::SoundFormat format() const override { return {}; }

private:
    [[nodiscard]] qint64 frames() const { return static_cast<qint64>(m_sound.size() / 2); }

    std::vector<float> m_sound;
    qint64 m_next = 0;
};

[[nodiscard]] inline std::vector<float> toStereo(const std::vector<float> &mono)
{
    std::vector<float> both;
    both.reserve(mono.size() * 2);
    for (const auto value : mono) {
        both.insert(both.end(), 2, value);
    }
    return both;
}

struct Range
{
    qint64 from = 0;
    qint64 to = 0;
};

/// Sound with words at known places; what is between them is nothing but the room.
struct MadeSpeech
{
    std::vector<float> mono;
    std::vector<Range> words;

    [[nodiscard]] qint64 frames() const { return static_cast<qint64>(mono.size()); }

    /// A word of the position code at this place, with a soft start and a softer end.
    void say(qint64 length, float loudness = 0.5F)
    {
        constexpr qint64 attack = 30 * ms;
        constexpr qint64 decay = 70 * ms;
        const auto from = frames();
        for (qint64 i = 0; i < length; ++i) {
            const auto rise = std::min(1.0, static_cast<double>(i) / attack);
            const auto fall = std::min(1.0, static_cast<double>(length - i) / decay);
            const auto shape = 0.5 - 0.5 * std::cos(std::numbers::pi * rise * fall);
            mono.push_back(tests::positionCode()[static_cast<std::size_t>(from + i)] * loudness
                           * static_cast<float>(shape));
        }
        words.push_back({from, frames()});
    }

    void pause(qint64 length) { mono.resize(mono.size() + static_cast<std::size_t>(length)); }

    /// A word whose end is a hiss, 30 dB below its loudest, as of "s" and "f".
    void sayHissing(qint64 length)
    {
        say(length);
        static std::mt19937 random(7);
        std::normal_distribution<float> noise(0.0F, 0.01F);
        float last = 0;
        const qint64 hiss = 120 * ms;
        for (qint64 i = 0; i < hiss; ++i) {
            const auto next = noise(random);
            const auto share = static_cast<double>(i) / hiss;
            const auto shape = static_cast<float>(std::sin(std::numbers::pi * share));
            mono.push_back((next - last) * shape);
            last = next;
        }
        words.back().to = frames();
    }

    /// The room: noise with more of the deep than of the high, of this RMS level in dB.
    void addRoom(double level)
    {
        std::mt19937 random(4711);
        std::normal_distribution<double> white(0.0, 1.0);
        double deep = 0;
        double power = 0;
        std::vector<double> noise(mono.size());
        for (auto &value : noise) {
            const auto next = white(random);
            deep += (next - deep) * 0.05;
            value = 0.3 * next + 2.0 * deep;
            power += value * value;
        }
        const auto gain =
            std::pow(10.0, level / 20)
            / std::sqrt(power / static_cast<double>(std::max<std::size_t>(noise.size(), 1)));
        for (std::size_t i = 0; i < mono.size(); ++i) {
            mono[i] += static_cast<float>(noise[i] * gain);
        }
    }

    void addHum(double level)
    {
        const auto peak = std::pow(10.0, level / 20) * std::numbers::sqrt2;
        for (std::size_t i = 0; i < mono.size(); ++i) {
            const auto turns = 50.0 * static_cast<double>(i) / rate;
            mono[i] += static_cast<float>(peak * std::sin(2 * std::numbers::pi * turns));
        }
    }
};

/// Half a minute of words with pauses from short to long; the first seconds are for learning.
[[nodiscard]] inline MadeSpeech madeSpeech()
{
    MadeSpeech made;
    made.pause(200 * ms);
    for (int i = 0; i < 4; ++i) {
        made.say(700 * ms);
        made.pause(150 * ms);
    }
    for (const qint64 pause : {250, 1300, 420, 600, 180, 800, 2500, 350, 1000, 550, 1700, 290}) {
        made.say(400 * ms + pause * 20);
        made.pause(150 * ms);
        made.sayHissing(330 * ms);
        made.pause(pause * ms);
        made.say(200 * ms, 0.1F);
        made.pause(170 * ms);
    }
    made.say(500 * ms);
    return made;
}

} // namespace soundtest
