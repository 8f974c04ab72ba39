// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/library/library.h"
#include "app/library/records.h"
#include "app/network/httpclient.h"
#include "app/transcripts/readingtext.h"
#include "app/transcripts/transcript.h"
#include "app/work/workerpool.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace app::session {

/// A transcript ready to be read along.
struct LoadedTranscript
{
    base::TranscriptId id;
    library::TranscriptSource source = library::TranscriptSource::Feed;
    transcripts::Transcript transcript;
    transcripts::ReadingText reading;
};

/// Finds, fetches, keeps and reads transcripts. Thread: main.
class TranscriptService final : public QObject
{
    Q_OBJECT

public:
    TranscriptService(library::Library &library,
                      network::HttpClient &http,
                      work::WorkerPool &pool,
                      const base::Clock &clock);

    /// The best one there is: attached by hand, a file beside the sound, kept from the feed, or
    /// fetched from the feed now. Errors: NotFound when there is none at all; else why it cannot be
    /// had.
    [[nodiscard]] QFuture<base::Result<LoadedTranscript>> load(const library::Episode &episode);

    /// Gives an episode a transcript file. Nothing is kept of one that cannot be read.
    /// Errors: NotFound, TooLarge, and those of readTranscript.
    [[nodiscard]] QFuture<base::Result<LoadedTranscript>> attach(base::EpisodeId episode,
                                                                 const QString &path);

private:
    using Loaded = base::Result<LoadedTranscript>;
    using Promise = std::shared_ptr<QPromise<Loaded>>;
    void fetch(const library::Episode &episode,
               std::vector<feeds::TranscriptLink> links,
               const base::Error &lastError,
               const Promise &promise);
    void keep(library::TranscriptRecord record, const Promise &promise);
    [[nodiscard]] QFuture<Loaded> read(const library::TranscriptRecord &record);

    library::Library &m_library;
    network::HttpClient &m_http;
    work::WorkerPool &m_pool;
    const base::Clock &m_clock;
};

/// The feed's transcripts in the order they are worth trying: timed words, voices, times, then
/// text.
[[nodiscard]] std::vector<feeds::TranscriptLink>
rankTranscripts(std::vector<feeds::TranscriptLink> links);

} // namespace app::session
