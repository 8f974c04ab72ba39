// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/soundanalysis.h"

#include "app/media/internal/loudnesscounter.h"
#include "app/media/internal/pausefinder.h"
#include "app/media/internal/sounddecoder.h"

#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <limits>

namespace app::media {

namespace {

using base::ErrorCode;
using base::unexpected;

constexpr quint32 magic = 0x454D5341; // "EMSA"
constexpr quint16 version = 1;
constexpr qint64 longest = 1000LL * 3600 * 1000; // ms
constexpr std::size_t chunkFrames = 16'384;

/// Everything that is found out while sound goes by once.
class Listener final
{
public:
    explicit Listener(const SoundFormat &format)
        : m_format(format)
        , m_pauses(format.sampleRate)
        , m_loudness(format.sampleRate)
        , m_middle(chunkFrames)
        , m_side(chunkFrames)
    {}

    /// At most chunkFrames.
    void hear(const float *sound, qint64 frames)
    {
        separate(sound, static_cast<std::size_t>(frames));
        const float *side = m_format.channels == 2 ? m_side.data() : nullptr;
        m_loudness.put(m_middle.data(), side, static_cast<std::size_t>(frames));
        m_pauses.put(m_middle.data(), side, frames);
        addPeaks(sound, frames);
        m_frames += frames;
    }

    [[nodiscard]] qint64 frames() const { return m_frames; }

    [[nodiscard]] SoundAnalysis finish()
    {
        SoundAnalysis analysis;
        analysis.duration = timestamps::Duration(m_frames * 1000 / m_format.sampleRate);
        if (m_frames > m_slotStart) {
            endSlot();
        }
        analysis.peaks = std::move(m_peaks);
        analysis.truePeak = static_cast<double>(m_greatest);
        analysis.loudness = m_loudness.loudness();
        analysis.pauses = m_pauses.finish();
        return analysis;
    }

private:
    /// What a file of floats may hold must not spoil all that follows.
    [[nodiscard]] static float sane(float value)
    {
        constexpr float most = 1000;
        return std::abs(value) <= most ? value : 0;
    }

    void separate(const float *sound, std::size_t frames)
    {
        if (m_format.channels == 1) {
            std::transform(sound, sound + frames, m_middle.begin(), sane);
            return;
        }
        for (std::size_t i = 0; i < frames; ++i) {
            const float left = sane(sound[2 * i]);
            const float right = sane(sound[2 * i + 1]);
            m_middle[i] = 0.5F * (left + right);
            m_side[i] = 0.5F * (left - right);
        }
    }

    void addPeaks(const float *sound, qint64 frames)
    {
        for (qint64 done = 0; done < frames;) {
            const qint64 slot = static_cast<qint64>(m_peaks.size()) + 1;
            const qint64 slotEnd = slot * m_format.sampleRate / SoundAnalysis::peaksPerSecond;
            const qint64 count = std::min(frames - done, slotEnd - (m_frames + done));
            const auto *from = sound + done * m_format.channels;
            for (qint64 i = 0; i < count * m_format.channels; ++i) {
                m_level = std::max(m_level, std::abs(sane(from[i])));
            }
            done += count;
            if (m_frames + done == slotEnd) {
                endSlot();
                m_slotStart = slotEnd;
            }
        }
    }

    void endSlot()
    {
        m_peaks.push_back(static_cast<quint8>(std::lround(std::min(m_level, 1.0F) * 255.0F)));
        m_greatest = std::max(m_greatest, m_level);
        m_level = 0;
    }

    SoundFormat m_format;
    internal::PauseFinder m_pauses;
    internal::LoudnessCounter m_loudness;
    std::vector<float> m_middle; ///< of the latest chunk
    std::vector<float> m_side;
    std::vector<quint8> m_peaks;
    float m_level = 0;
    float m_greatest = 0;
    qint64 m_slotStart = 0;
    qint64 m_frames = 0;
};

/// The file's own rate and channels, so that nothing is computed that nobody needs.
[[nodiscard]] SoundFormat formatOf(const internal::StreamFacts &facts)
{
    SoundFormat format;
    if (facts.sampleRate >= 8'000 && facts.sampleRate <= 96'000) {
        format.sampleRate = facts.sampleRate;
    }
    format.channels = facts.channels == 1 ? 1 : 2;
    return format;
}

/// \returns whether all are there, and rising
[[nodiscard]] bool
readPauses(QDataStream &stream, quint32 count, std::vector<timestamps::TimeRange> &pauses)
{
    qint64 last = -1;
    for (quint32 i = 0; i < count; ++i) {
        qint64 start = 0;
        qint64 end = 0;
        stream >> start >> end;
        if (stream.status() != QDataStream::Ok || start <= last || end <= start || end > longest) {
            return false;
        }
        last = end;
        pauses.push_back(
            {timestamps::MediaTime::fromMs(start), timestamps::MediaTime::fromMs(end)});
    }
    return true;
}

[[nodiscard]] auto damaged()
{
    return unexpected(ErrorCode::Malformed, QStringLiteral("these bytes are no sound analysis"));
}

[[nodiscard]] base::Result<void> listen(Decoder &decoder,
                                        Listener &listener,
                                        const std::atomic<bool> &cancelled,
                                        const std::function<void(double)> &progress)
{
    const SoundFormat format = decoder.format();
    std::vector<float> sound(chunkFrames * static_cast<std::size_t>(format.channels));
    qint64 told = 0;
    for (;;) {
        if (cancelled) {
            return unexpected(ErrorCode::Busy, QStringLiteral("the analysis was cancelled"));
        }
        const auto got = decoder.read(sound.data(), chunkFrames);
        // Of a file that is cut off or damaged further on, what there is counts.
        if (!got && (got.error().code != ErrorCode::Malformed || listener.frames() == 0)) {
            return unexpected(got.error());
        }
        if (!got || *got == 0) {
            return {};
        }
        listener.hear(sound.data(), *got);
        const auto whole = decoder.duration();
        // Two minutes of sound take some tenths of a second.
        if (progress && whole && whole->count() > 0
            && listener.frames() - told > qint64{120} * format.sampleRate) {
            told = listener.frames();
            const auto heard = static_cast<double>(told) * 1000.0 / format.sampleRate;
            progress(std::min(1.0, heard / static_cast<double>(whole->count())));
        }
    }
}

} // namespace

base::Result<SoundAnalysis> analyseSound(const std::shared_ptr<ByteSource> &source,
                                         const std::atomic<bool> &cancelled,
                                         const std::function<void(double)> &progress)
{
    auto packets = internal::openPacketSource(source, std::nullopt);
    if (!packets) {
        return unexpected(packets.error());
    }
    const SoundFormat format = formatOf((*packets)->facts());
    internal::SoundDecoder decoder(*std::move(packets), format, source->name());
    if (const auto started = decoder.start(); !started) {
        return unexpected(started.error());
    }
    Listener listener(format);
    if (const auto heard = listen(decoder, listener, cancelled, progress); !heard) {
        return unexpected(heard.error());
    }
    if (progress) {
        progress(1);
    }
    return listener.finish();
}

QByteArray SoundAnalysis::toBytes() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << magic << version << static_cast<qint64>(duration.count())
           << loudness.value_or(std::numeric_limits<double>::quiet_NaN()) << truePeak;
    stream << qCompress(reinterpret_cast<const uchar *>(peaks.data()),
                        static_cast<qsizetype>(peaks.size()));
    stream << static_cast<quint32>(pauses.size());
    for (const auto &pause : pauses) {
        stream << static_cast<qint64>(pause.start.ms()) << static_cast<qint64>(pause.end.ms());
    }
    return bytes;
}

base::Result<SoundAnalysis> SoundAnalysis::fromBytes(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_0);
    quint32 kind = 0;
    quint16 edition = 0;
    qint64 length = 0;
    SoundAnalysis analysis;
    double lufs = 0;
    QByteArray packed;
    quint32 count = 0;
    stream >> kind >> edition >> length >> lufs >> analysis.truePeak >> packed >> count;
    // A packed length that is a lie would have memory taken for it; one slot packs to no less than
    // a thousandth.
    const bool fits = packed.size() >= 4
                      && qFromBigEndian<quint32>(packed.constData()) / 1100
                             <= static_cast<quint32>(packed.size());
    if (stream.status() != QDataStream::Ok || kind != magic || edition != version || length < 0
        || length > longest || !fits || count > static_cast<quint32>(bytes.size()) / 16
        || !(analysis.truePeak >= 0) || !std::isfinite(analysis.truePeak)) {
        return damaged();
    }
    const QByteArray peaks = qUncompress(packed);
    if (peaks.size() > length * peaksPerSecond / 1000 + 2) {
        return damaged();
    }
    analysis.duration = timestamps::Duration(length);
    analysis.peaks.assign(peaks.begin(), peaks.end());
    if (std::isfinite(lufs)) {
        analysis.loudness = lufs;
    }
    if (!readPauses(stream, count, analysis.pauses)) {
        return damaged();
    }
    return stream.atEnd() ? base::Result<SoundAnalysis>(std::move(analysis)) : damaged();
}

} // namespace app::media
