// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/wavwriter.h"

#include <QFileInfo>
#include <QtEndian>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>

namespace app::media {

namespace {

using base::ErrorCode;
using base::unexpected;

constexpr int headerBytes = 44;
constexpr int bytesPerSample = 2;
constexpr qint64 mostBytes = 0xFFFF'0000; ///< of sound; the title has room above

template <typename Number>
void append(QByteArray &bytes, Number number)
{
    const auto little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

/// The chunk that carries the tags. Source: RIFF, "INFO list chunk".
[[nodiscard]] QByteArray tagsChunk(const SoundTags &tags)
{
    QByteArray list("INFO");
    const std::initializer_list<std::pair<const char *, QString>> entries{
        {"INAM", tags.title}, {"IART", tags.artist}, {"IPRD", tags.album}, {"ICMT", tags.comment}};
    for (const auto &[id, value] : entries) {
        if (value.isEmpty()) {
            continue;
        }
        auto text = value.left(1000).toUtf8();
        text.append('\0');
        list.append(id);
        append(list, static_cast<quint32>(text.size()));
        list.append(text);
        if (text.size() % 2 != 0) {
            list.append('\0');
        }
    }
    if (list.size() == 4) {
        return {};
    }
    QByteArray chunk("LIST");
    append(chunk, static_cast<quint32>(list.size()));
    return chunk + list;
}

[[nodiscard]] QByteArray header(const SoundFormat &format, qint64 soundBytes, qint64 otherBytes)
{
    const auto frameBytes = static_cast<quint32>(format.channels * bytesPerSample);
    const auto rate = static_cast<quint32>(format.sampleRate);
    QByteArray bytes("RIFF");
    append(bytes, static_cast<quint32>(headerBytes - 8 + soundBytes + otherBytes));
    bytes.append("WAVEfmt ");
    append(bytes, quint32{16});
    append(bytes, quint16{1});
    append(bytes, static_cast<quint16>(format.channels));
    append(bytes, rate);
    append(bytes, rate * frameBytes);
    append(bytes, static_cast<quint16>(frameBytes));
    append(bytes, quint16{8 * bytesPerSample});
    bytes.append("data");
    append(bytes, static_cast<quint32>(soundBytes));
    return bytes;
}

} // namespace

WavWriter::WavWriter(const QString &path, const SoundFormat &format, SoundTags tags)
    : m_file(path)
    , m_format(format)
    , m_tags(std::move(tags))
{}

base::Result<void> WavWriter::open()
{
    const auto folder = QFileInfo(m_file.fileName()).absolutePath();
    if (!QFileInfo(folder).isDir()) {
        return unexpected(ErrorCode::NotFound, u"there is no folder " + folder);
    }
    if (!m_file.open(QIODevice::WriteOnly)) {
        return unexpected(ErrorCode::Denied,
                          m_file.fileName() + u" cannot be written: " + m_file.errorString());
    }
    return m_file.write(QByteArray(headerBytes, '\0')) == headerBytes
               ? base::Result<void>()
               : unexpected(ErrorCode::DiskFull, m_file.fileName() + u": no room on the disk");
}

base::Result<void> WavWriter::write(const float *interleaved, qint64 frames)
{
    const auto samples = frames * m_format.channels;
    if ((m_frames + frames) * m_format.channels * bytesPerSample > mostBytes) {
        return unexpected(ErrorCode::TooLarge,
                          m_file.fileName() + u": a WAV file cannot be longer than 4 GB");
    }
    QByteArray bytes;
    bytes.reserve(samples * bytesPerSample);
    for (qint64 i = 0; i < samples; ++i) {
        const auto value = std::clamp(interleaved[i], -1.0F, 1.0F);
        append(bytes, static_cast<qint16>(std::lround(value * 32767.0F)));
    }
    if (m_file.write(bytes) != bytes.size()) {
        return unexpected(ErrorCode::DiskFull, m_file.fileName() + u": no room on the disk");
    }
    m_frames += frames;
    return {};
}

base::Result<void> WavWriter::finish()
{
    const auto chunk = tagsChunk(m_tags);
    const auto soundBytes = m_frames * m_format.channels * bytesPerSample;
    const auto head = header(m_format, soundBytes, chunk.size());
    if (m_file.write(chunk) != chunk.size() || !m_file.seek(0) || m_file.write(head) != head.size()
        || !m_file.flush()) {
        return unexpected(ErrorCode::DiskFull, m_file.fileName() + u": no room on the disk");
    }
    if (!m_file.commit()) {
        return unexpected(ErrorCode::Denied,
                          m_file.fileName() + u" cannot be written: " + m_file.errorString());
    }
    return {};
}

} // namespace app::media
