// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/onset.h"

#include "tests/support/positioncode.h"

#include <cmath>
#include <span>

namespace tests {

namespace {

constexpr qint64 framesPerMs = codeRate / 1000;
/// How alike 5 ms of sound must be to what the recording has at a place, to be from there.
constexpr double alike = 0.6;
/// How alike 60 ms must be to hold nothing of what sounded before.
constexpr double clear = 0.9;

/// How alike a stretch of what was heard is to the position code at a place, both in frames.
[[nodiscard]] double likeness(const std::vector<float> &heard, qint64 frame, qint64 place)
{
    constexpr qint64 length = 5 * framesPerMs;
    const auto &code = positionCode();
    if (frame < 0 || (frame + length) * 2 > static_cast<qint64>(heard.size()) || place < 0
        || place + length > static_cast<qint64>(code.size())) {
        return 0;
    }
    double product = 0;
    double power = 1e-9;
    double codePower = 1e-9;
    for (qint64 i = 0; i < length; ++i) {
        const auto a = static_cast<double>(heard[static_cast<std::size_t>((frame + i) * 2)]);
        const auto b = static_cast<double>(code[static_cast<std::size_t>(place + i)]);
        product += a * b;
        power += a * a;
        codePower += b * b;
    }
    return power < 1e-4 ? 0 : product / std::sqrt(power * codePower);
}

} // namespace

bool isFrom(const std::vector<float> &heard, qint64 frame, qint64 place)
{
    return likeness(heard, frame, place) >= alike;
}

std::optional<Onset> findOnset(const std::vector<float> &heard, qint64 targetMs)
{
    const auto frames = static_cast<qint64>(heard.size()) / 2;
    for (qint64 frame = 0; frame + 100 * framesPerMs < frames; frame += 5 * framesPerMs) {
        const auto place =
            heardPlace(std::span(heard).subspan(static_cast<std::size_t>(frame) * 2));
        if (!place || place->likeness < clear || place->ms < static_cast<double>(targetMs) - 100
            || place->ms > static_cast<double>(targetMs) + 400) {
            continue;
        }
        // The end of that piece is certain; from there back to where it began.
        const auto shift = std::llround(place->ms * framesPerMs) - frame;
        auto first = frame + 55 * framesPerMs;
        while (isFrom(heard, first - framesPerMs, shift + first - framesPerMs)) {
            first -= framesPerMs;
        }
        return Onset{first, static_cast<double>(shift + first) / framesPerMs};
    }
    return std::nullopt;
}

} // namespace tests
