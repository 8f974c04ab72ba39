// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/internal/transcriptfiles.h"

#include "app/media/embeddedlyrics.h"
#include "app/transcripts/transcriptreader.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace app::session::internal {

using library::TranscriptRecord;
using library::TranscriptSource;

namespace {

constexpr qint64 largestFile = 64LL * 1024 * 1024;
constexpr std::size_t mostSidecars = 32;
/// New ones are taken in up to so many bytes at a time.
constexpr qint64 largestTogether = 2 * largestFile;

/// What lies beside a sound file and may be its transcript.
struct Sidecar
{
    QString path;
    QString language;
};

/// The language in "talk.de-AT.vtt"; nothing when the name does not belong to the sound.
std::optional<QString> sidecarLanguage(const QString &name, const QFileInfo &sound)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:\\.([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}))?"
                       "\\.(?:vtt|srt|json|ttml|dfxp|xml|sbv|lrc|tsv|html?|txt)$"),
        QRegularExpression::CaseInsensitiveOption);
    for (const QString &stem : {sound.fileName(), sound.completeBaseName()}) {
        if (name.startsWith(stem)) {
            const auto match = form.match(QStringView(name).mid(stem.size()).toString());
            if (match.hasMatch()) {
                return match.captured(1).toLower();
            }
        }
    }
    return std::nullopt;
}

std::vector<Sidecar> sidecarsOf(const QFileInfo &sound)
{
    std::vector<Sidecar> found;
    QDirIterator files(sound.absolutePath(), QDir::Files | QDir::Readable);
    while (files.hasNext()) {
        const QString path = files.next();
        const auto language = sidecarLanguage(files.fileName(), sound);
        if (language && files.fileName() != sound.fileName()) {
            found.push_back({path, *language});
        }
    }
    std::sort(found.begin(), found.end(), [](const Sidecar &a, const Sidecar &b) {
        return a.path < b.path;
    });
    if (found.size() > mostSidecars) {
        found.resize(mostSidecars);
    }
    return found;
}

QString sha256Of(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

std::vector<TranscriptRecord> embeddedIn(base::EpisodeId episode, const QString &soundPath)
{
    std::vector<TranscriptRecord> records;
    const auto lyrics = media::readEmbeddedLyrics(soundPath);
    if (!lyrics) {
        return records;
    }
    for (const media::EmbeddedLyrics &one : *lyrics) {
        TranscriptRecord record;
        record.episode = episode;
        record.source = TranscriptSource::Embedded;
        // Several in one file are not to replace each other.
        record.url = QStringLiteral("%1#lyrics-%2").arg(soundPath).arg(records.size());
        record.type = one.typeHint;
        record.language = one.language;
        record.bytes = one.text;
        records.push_back(std::move(record));
    }
    return records;
}

} // namespace

QString keptKey(TranscriptSource source, const QString &sha256)
{
    return QString::number(static_cast<int>(source)) + QLatin1Char(' ') + sha256;
}

base::Result<TranscriptRecord>
readTranscriptFile(base::EpisodeId episode, TranscriptSource source, const QString &path)
{
    QFile file(path);
    if (!file.exists()) {
        return base::unexpected(base::ErrorCode::NotFound,
                                QStringLiteral("there is no file %1").arg(path));
    }
    if (file.size() > largestFile) {
        return base::unexpected(base::ErrorCode::TooLarge,
                                QStringLiteral("%1 is larger than 64 MB").arg(path));
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return base::unexpected(
            base::ErrorCode::Denied,
            QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
    }
    TranscriptRecord record;
    record.episode = episode;
    record.source = source;
    record.url = QFileInfo(path).absoluteFilePath();
    record.type = QFileInfo(path).suffix().toLower();
    // What grows or never ends (a pipe) is read as far as it may go and no further.
    record.bytes = file.read(largestFile + 1);
    if (record.bytes.size() > largestFile) {
        return base::unexpected(base::ErrorCode::TooLarge,
                                QStringLiteral("%1 is larger than 64 MB").arg(path));
    }
    return record;
}

std::vector<TranscriptRecord>
recordsAtSound(base::EpisodeId episode, const QString &soundPath, const QSet<QString> &kept)
{
    std::vector<TranscriptRecord> records;
    if (soundPath.isEmpty()) {
        return records;
    }
    qint64 taken = 0;
    const auto take = [&](TranscriptRecord &&record) {
        // A .json may as well be chapters: what cannot be read is not ours.
        if (taken + record.bytes.size() <= largestTogether
            && !kept.contains(keptKey(record.source, sha256Of(record.bytes)))
            && transcripts::readTranscript(record.bytes, record.type)) {
            taken += record.bytes.size();
            records.push_back(std::move(record));
        }
    };
    for (const Sidecar &sidecar : sidecarsOf(QFileInfo(soundPath))) {
        auto record = readTranscriptFile(episode, TranscriptSource::Sidecar, sidecar.path);
        if (record) {
            record->language = sidecar.language;
            take(*std::move(record));
        }
    }
    for (TranscriptRecord &record : embeddedIn(episode, soundPath)) {
        take(std::move(record));
    }
    return records;
}

} // namespace app::session::internal
