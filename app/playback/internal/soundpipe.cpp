// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/internal/soundpipe.h"

#include <algorithm>
#include <cmath>

namespace app::playback::internal {

namespace {

constexpr qint64 chunkFrames = 2048;
/// How much is kept behind what was taken in, when nobody says what is not needed again: a long
/// pause that is left out must not fill the memory.
constexpr qint64 mostKeptSeconds = 4;

void mixDown(std::vector<float> &sound, int channels)
{
    const auto count = static_cast<std::size_t>(channels);
    for (std::size_t i = 0; i + count <= sound.size(); i += count) {
        float sum = 0;
        for (std::size_t c = 0; c < count; ++c) {
            sum += sound[i + c];
        }
        std::fill_n(
            sound.begin() + static_cast<std::ptrdiff_t>(i), count, sum / static_cast<float>(count));
    }
}

} // namespace

SoundPipe::SoundPipe(const media::SoundFormat &format)
    : m_format(format)
    , m_skipper(format)
    , m_stretcher(format)
    , m_leveller(format)
{}

void SoundPipe::setDecoder(std::unique_ptr<media::Decoder> decoder)
{
    m_decoder = std::move(decoder);
    if (!m_decoder) {
        forgetRecording();
    }
    m_kept.clear();
    m_keptStart = m_decoder ? m_decoder->nextFrame() : 0;
}

void SoundPipe::forgetRecording()
{
    m_skipper.forget();
    m_leveller.forget();
}

void SoundPipe::setLoudness(std::optional<double> lufs)
{
    m_leveller.setLoudness(lufs);
}

qint64 SoundPipe::savedFrames() const
{
    return std::llround(m_saved);
}

void SoundPipe::resetSaved()
{
    m_saved = 0;
}

qint64 SoundPipe::keptEnd() const
{
    return m_keptStart + static_cast<qint64>(m_kept.size()) / m_format.channels;
}

base::Result<void> SoundPipe::begin(qint64 place)
{
    m_begun = m_fed = m_given = place;
    m_ended = m_stopped = false;
    m_begunSpeed = m_speed;
    m_mono = m_options.mono && m_format.channels > 1;
    m_skipper.setStrength(m_options.silence);
    m_skipper.restart(place);
    m_map.restart();
    m_stretcher.setQuality(m_options.quality);
    m_stretcher.restart(m_speed, 0, keptBefore(place));
    m_leveller.setTarget(m_options.level ? std::optional(m_options.loudness) : std::nullopt);
    m_leveller.restart();
    if (place >= m_keptStart && place <= keptEnd() && !m_kept.empty()) {
        return {};
    }
    m_kept.clear();
    m_keptStart = place;
    // The decoder counts whole milliseconds; what it gives before the place is left out below.
    const auto ms = place * 1000 / m_format.sampleRate;
    const auto sought = m_decoder->seek(timestamps::MediaTime::fromMs(ms));
    m_keptStart = m_decoder->nextFrame();
    return sought;
}

base::Result<bool> SoundPipe::decodeMore()
{
    const auto channels = m_format.channels;
    const auto before = m_kept.size();
    m_kept.resize(before + static_cast<std::size_t>(chunkFrames * channels));
    const auto got = m_decoder->read(m_kept.data() + before, chunkFrames);
    m_kept.resize(before + static_cast<std::size_t>((got ? *got : 0) * channels));
    if (!got) {
        return base::unexpected(got.error());
    }
    return *got > 0;
}

base::Result<Piece> SoundPipe::next()
{
    if (m_ended) {
        return Piece{};
    }
    const bool stops = m_stop && *m_stop > m_begun;
    bool atEnd = stops && m_fed >= *m_stop;
    m_stopped = atEnd;
    if (!atEnd && m_fed >= keptEnd()) {
        const auto more = decodeMore();
        if (!more) {
            return base::unexpected(more.error());
        }
        atEnd = !*more;
        if (*more && m_fed < m_keptStart) {
            m_fed = m_keptStart;
            m_skipper.restart(m_fed);
        }
    }
    if (atEnd) {
        return finish();
    }
    auto end = std::min(keptEnd(), m_fed + chunkFrames);
    if (stops) {
        end = std::min(end, *m_stop);
    }
    feed(end);
    boundKept();
    return give(m_leveller.put(take()));
}

Piece SoundPipe::give(Piece piece)
{
    if (!piece.places.empty()) {
        const auto frames = static_cast<qint64>(piece.sound.size()) / m_format.channels;
        m_given = std::llround(piece.places.back().at(frames));
    }
    return piece;
}

/// Some of what lies in front of a place, where it is kept.
std::span<const float> SoundPipe::keptBefore(qint64 place) const
{
    if (place <= m_keptStart || place > keptEnd()) {
        return {};
    }
    const auto from = std::max(m_keptStart, place - m_format.sampleRate / 8);
    return std::span(m_kept).subspan(
        static_cast<std::size_t>((from - m_keptStart) * m_format.channels),
        static_cast<std::size_t>((place - from) * m_format.channels));
}

void SoundPipe::feed(qint64 end)
{
    if (end > m_fed) {
        m_skipper.put(m_kept.data() + (m_fed - m_keptStart) * m_format.channels, end - m_fed);
        m_fed = end;
        stretch(m_skipper.take());
    }
}

void SoundPipe::stretch(const Piece &piece)
{
    const auto frames = static_cast<qint64>(piece.sound.size()) / m_format.channels;
    m_map.put(piece, frames);
    m_stretcher.put(piece.sound.data(), frames);
}

/// What the stretcher has ready, with places of the recording.
Piece SoundPipe::take()
{
    auto piece = m_stretcher.take();
    const auto frames = static_cast<qint64>(piece.sound.size()) / m_format.channels;
    const auto leftOut = m_map.turn(piece.places, frames);
    m_saved += static_cast<double>(leftOut) / m_begunSpeed;
    if (m_mono) {
        mixDown(piece.sound, m_format.channels);
    }
    return piece;
}

Piece SoundPipe::finish()
{
    m_skipper.finish();
    stretch(m_skipper.take());
    // At a stop the stretcher is fed what follows there, else the last syllable would fade into
    // silence. When that cannot be had, silence does.
    const auto wanted = m_stopped && m_begunSpeed != 1.0 ? m_fed + m_format.sampleRate / 4 : m_fed;
    while (keptEnd() < wanted) {
        const auto more = decodeMore();
        if (!more || !*more) {
            break;
        }
    }
    m_ended = true;
    const auto after = std::max<qint64>(std::min(keptEnd(), wanted) - m_fed, 0);
    m_stretcher.finish(
        after > 0 ? m_kept.data() + (m_fed - m_keptStart) * m_format.channels : nullptr, after);
    auto piece = m_leveller.put(take());
    auto rest = m_leveller.finish();
    const auto before = static_cast<qint64>(piece.sound.size()) / m_format.channels;
    for (auto &anchor : rest.places) {
        anchor.frame += before;
    }
    piece.sound.insert(piece.sound.end(), rest.sound.begin(), rest.sound.end());
    piece.places.insert(piece.places.end(), rest.places.begin(), rest.places.end());
    return piece;
}

void SoundPipe::boundKept()
{
    if (m_fed - m_keptStart > mostKeptSeconds * m_format.sampleRate) {
        forgetBefore(m_fed - mostKeptSeconds * m_format.sampleRate / 2);
    }
}

void SoundPipe::forgetBefore(qint64 place)
{
    const auto surplus = std::min(place, m_fed) - m_keptStart;
    // Moving the rest is only worth it now and then.
    if (surplus > m_format.sampleRate) {
        m_kept.erase(m_kept.begin(),
                     m_kept.begin() + static_cast<std::ptrdiff_t>(surplus) * m_format.channels);
        m_keptStart += surplus;
    }
}

} // namespace app::playback::internal
