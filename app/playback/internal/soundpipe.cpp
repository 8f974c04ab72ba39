// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/internal/soundpipe.h"

#include <algorithm>

namespace app::playback::internal {

namespace {

constexpr qint64 chunkFrames = 2048;

} // namespace

SoundPipe::SoundPipe(const media::SoundFormat &format)
    : m_format(format)
    , m_stretcher(format)
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
    m_loudness.reset();
}

void SoundPipe::setLoudness(std::optional<double> lufs)
{
    m_loudness = lufs;
}

qint64 SoundPipe::savedFrames() const
{
    return m_saved;
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
    m_begun = m_fed = place;
    m_ended = m_stopped = false;
    m_stretcher.restart(m_speed, place);
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
        }
    }
    if (atEnd) {
        return finish();
    }
    auto end = std::min(keptEnd(), m_fed + chunkFrames);
    if (stops) {
        end = std::min(end, *m_stop);
    }
    if (end > m_fed) {
        m_stretcher.put(m_kept.data() + (m_fed - m_keptStart) * m_format.channels, end - m_fed);
        m_fed = end;
    }
    return m_stretcher.take();
}

Piece SoundPipe::finish()
{
    // At a stop the stretcher is fed what follows there, else the last syllable would fade into
    // silence. When that cannot be had, silence does.
    const auto wanted = m_stopped && m_speed != 1.0 ? m_fed + m_format.sampleRate / 4 : m_fed;
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
    return m_stretcher.take();
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
