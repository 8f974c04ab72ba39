// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/transcriptservice.h"

#include "app/base/logging.h"
#include "app/library/transcriptstore.h"
#include "app/session/internal/ready.h"
#include "app/transcripts/transcriptreader.h"
#include "app/work/comeback.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>

namespace app::session {
namespace {

using library::Changes;
using library::Connection;
using library::TranscriptRecord;
using library::TranscriptSource;
using library::TranscriptStore;
using Loaded = TranscriptService::Loaded;

constexpr qint64 largestFile = 64LL * 1024 * 1024;

base::Error noTranscript()
{
    return {base::ErrorCode::NotFound, QStringLiteral("the episode has no transcript"), 0};
}

base::Result<TranscriptRecord>
readFileRecord(base::EpisodeId episode, TranscriptSource source, const QString &path)
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
    record.bytes = file.readAll();
    return record;
}

/// A transcript lying beside the sound under the same name, the better kinds first.
std::optional<TranscriptRecord> findSidecar(const library::Episode &episode)
{
    if (episode.row.filePath.isEmpty()) {
        return std::nullopt;
    }
    const QFileInfo audio(episode.row.filePath);
    const QString stem = audio.absolutePath() + QLatin1Char('/') + audio.completeBaseName();
    for (const QString &suffix : {QStringLiteral(".vtt"),
                                  QStringLiteral(".srt"),
                                  QStringLiteral(".json"),
                                  QStringLiteral(".txt")}) {
        if (!QFileInfo::exists(stem + suffix)) {
            continue;
        }
        auto record = readFileRecord(episode.row.id, TranscriptSource::Sidecar, stem + suffix);
        // A .json may as well be chapters: what cannot be read is not ours.
        if (record && transcripts::readTranscript(record->bytes, record->type)) {
            return *std::move(record);
        }
    }
    return std::nullopt;
}

/// What there is without a network; nothing when only the feed may have one.
base::Result<std::optional<TranscriptRecord>> findLocal(Connection &connection,
                                                        const library::Episode &episode)
{
    auto best = TranscriptStore(connection).best(episode.row.id);
    if (!best && best.error().code != base::ErrorCode::NotFound) {
        return base::unexpected(best.error());
    }
    if (best && best->source == TranscriptSource::Attached) {
        return std::optional(*std::move(best));
    }
    if (auto sidecar = findSidecar(episode)) {
        return sidecar;
    }
    return best ? std::optional(*std::move(best)) : std::nullopt;
}

Loaded readRecord(const TranscriptRecord &record)
{
    auto transcript = transcripts::readTranscript(record.bytes, record.type);
    if (!transcript) {
        return base::unexpected(transcript.error());
    }
    LoadedTranscript loaded;
    loaded.id = record.id;
    loaded.source = record.source;
    loaded.transcript = *std::move(transcript);
    if (loaded.transcript.language.isEmpty()) {
        loaded.transcript.language = record.language.toLower();
    }
    loaded.reading = transcripts::makeReadingText(loaded.transcript);
    return loaded;
}

int rank(const feeds::TranscriptLink &link)
{
    const QString type = link.type.section(QLatin1Char(';'), 0, 0).trimmed().toLower();
    static const std::array<QString, 7> order{
        QStringLiteral("text/vtt"),
        QStringLiteral("application/json"),
        QStringLiteral("application/x-subrip"),
        QStringLiteral("application/srt"),
        QStringLiteral("application/srr"),
        QStringLiteral("text/html"),
        QStringLiteral("text/plain"),
    };
    const auto found = std::find(order.begin(), order.end(), type);
    const auto place = static_cast<int>(found - order.begin());
    const bool timed = link.rel.contains(QLatin1String("captions"), Qt::CaseInsensitive);
    return timed && place > 4 ? 4 : place;
}

} // namespace

std::vector<feeds::TranscriptLink> rankTranscripts(std::vector<feeds::TranscriptLink> links)
{
    std::stable_sort(
        links.begin(), links.end(), [](const auto &a, const auto &b) { return rank(a) < rank(b); });
    return links;
}

TranscriptService::TranscriptService(library::Library &library,
                                     network::HttpClient &http,
                                     work::WorkerPool &pool,
                                     History &history,
                                     const base::Clock &clock)
    : m_library(library)
    , m_http(http)
    , m_pool(pool)
    , m_history(history)
    , m_clock(clock)
{}

QFuture<Loaded> TranscriptService::load(const library::Episode &episode)
{
    auto promise = internal::sharedPromise<LoadedTranscript>();
    const auto pending = m_library.read(
        [episode](Connection &connection) { return findLocal(connection, episode); });
    work::comeBack(
        pending,
        this,
        [this, episode, promise](const base::Result<std::optional<TranscriptRecord>> &found) {
            if (!found) {
                internal::settle<LoadedTranscript>(promise, base::unexpected(found.error()));
            } else if (!*found) {
                fetch(episode, rankTranscripts(episode.feed.transcripts), noTranscript(), promise);
            } else if ((*found)->id.isValid()) {
                work::comeBack(read(**found), this, [promise](const Loaded &loaded) {
                    internal::settle<LoadedTranscript>(promise, loaded);
                });
            } else {
                keep(**found, promise);
            }
        });
    return promise->future();
}

void TranscriptService::fetch(const library::Episode &episode,
                              std::vector<feeds::TranscriptLink> links,
                              const base::Error &lastError,
                              const Promise &promise)
{
    if (links.empty() || promise->isCanceled()) {
        internal::settle<LoadedTranscript>(promise, base::unexpected(lastError));
        return;
    }
    const feeds::TranscriptLink link = links.front();
    links.erase(links.begin());
    network::HttpRequest request;
    request.url = QUrl(link.url);
    work::comeBack(
        m_http.get(request),
        this,
        [this, episode, links, link, promise](const base::Result<network::HttpReply> &reply) {
            if (!reply) {
                fetch(episode, links, reply.error(), promise);
                return;
            }
            TranscriptRecord record;
            record.episode = episode.row.id;
            record.source = TranscriptSource::Feed;
            record.url = link.url;
            record.type = link.type;
            record.language = link.language;
            record.bytes = reply->body;
            work::comeBack(
                read(record), this, [this, episode, links, record, promise](const Loaded &loaded) {
                    if (loaded) {
                        keep(record, promise);
                    } else {
                        fetch(episode, links, loaded.error(), promise);
                    }
                });
        });
}

void TranscriptService::keep(TranscriptRecord record, const Promise &promise)
{
    record.fetched = m_clock.now();
    const auto pending = m_library.write(
        library::Durability::Normal, [record](Connection &connection, Changes &changes) {
            return TranscriptStore(connection).add(record, changes);
        });
    work::comeBack(
        pending, this, [this, record, promise](const base::Result<base::TranscriptId> &id) {
            if (!id) {
                internal::settle<LoadedTranscript>(promise, base::unexpected(id.error()));
                return;
            }
            TranscriptRecord kept = record;
            kept.id = *id;
            work::comeBack(read(kept), this, [promise](const Loaded &loaded) {
                internal::settle<LoadedTranscript>(promise, loaded);
            });
        });
}

QFuture<Loaded> TranscriptService::read(const TranscriptRecord &record)
{
    return m_pool.run<Loaded>(
        [record](QPromise<Loaded> &promise) { promise.addResult(readRecord(record)); });
}

QFuture<Loaded> TranscriptService::attach(base::EpisodeId episode, const QString &path)
{
    auto promise = internal::sharedPromise<LoadedTranscript>();
    using Read = base::Result<TranscriptRecord>;
    const auto pending = m_pool.run<Read>([episode, path](QPromise<Read> &reading) {
        auto record = readFileRecord(episode, TranscriptSource::Attached, path);
        if (record) {
            if (const auto checked = readRecord(*record); !checked) {
                reading.addResult(Read(base::unexpected(checked.error())));
                return;
            }
        }
        reading.addResult(std::move(record));
    });
    work::comeBack(pending, this, [this, promise](const Read &record) {
        if (record) {
            keep(*record, promise);
        } else {
            internal::settle<LoadedTranscript>(promise, base::unexpected(record.error()));
        }
    });
    return promise->future();
}

} // namespace app::session
