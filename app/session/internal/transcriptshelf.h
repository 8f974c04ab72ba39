// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/library/library.h"
#include "app/network/httpclient.h"
#include "app/session/internal/transcriptworth.h"
#include "app/work/workerpool.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace app::session::internal {

/// A transcript that is kept and can be read.
struct KeptTranscript
{
    library::TranscriptRecord record; ///< without its bytes
    TranscriptFacts facts;
    bool corrected = false;
};

/// What an episode could be read with.
struct ShelfContents
{
    std::vector<KeptTranscript> kept; ///< the best first
    std::optional<base::TranscriptId> choice;

    /// The chosen one, else the best.
    [[nodiscard]] const KeptTranscript *current() const;
};

/// Finds transcripts, fetches them, and keeps them all. Thread: main.
class TranscriptShelf final : public QObject
{
    Q_OBJECT

public:
    using Contents = base::Result<ShelfContents>;
    using Found = base::Result<base::TranscriptId>;

    TranscriptShelf(library::Library &library,
                    network::HttpClient &http,
                    work::WorkerPool &pool,
                    const base::Clock &clock);

    void setLanguages(const QStringList &languages) { m_languages = languages; }

    /// What is kept, after keeping what newly lies at the sound file.
    [[nodiscard]] QFuture<Contents> gather(const library::Episode &episode);

    /// The one to read with, fetched if there is nothing timed at hand.
    /// Errors: NotFound (none at all), those of fetch().
    /// \param isUnwanted  asked before each fetch; when it says so no more is fetched
    [[nodiscard]] QFuture<Found> find(const library::Episode &episode,
                                      const std::function<bool()> &isUnwanted);

    /// Fetches one that the feed offers, and keeps it.
    /// Errors: those of HttpClient and readTranscript; nothing is kept then.
    [[nodiscard]] QFuture<Found> fetch(base::EpisodeId episode, const feeds::TranscriptLink &link);

    /// The feed's that were not fetched yet, by worth.
    [[nodiscard]] std::vector<feeds::TranscriptLink> unfetched(const library::Episode &episode,
                                                               const ShelfContents &contents) const;

private:
    template <typename T>
    using Promise = std::shared_ptr<QPromise<base::Result<T>>>;
    struct Search;
    struct Reading;

    void look(const library::Episode &episode, bool atSound, const Promise<ShelfContents> &promise);
    void judge(const library::Episode &episode,
               bool atSound,
               const std::shared_ptr<Reading> &reading,
               const Promise<ShelfContents> &promise);
    void arrange(const library::Episode &episode,
                 const Reading &reading,
                 const Promise<ShelfContents> &promise);
    void choose(const std::shared_ptr<Search> &search);
    void fetchNext(const std::shared_ptr<Search> &search);
    void end(const std::shared_ptr<Search> &search);
    [[nodiscard]] LanguageWish wishFor(const library::Episode &episode) const;

    library::Library &m_library;
    network::HttpClient &m_http;
    work::WorkerPool &m_pool;
    const base::Clock &m_clock;
    QStringList m_languages;
    /// What kept ones hold; their bytes never change.
    QHash<base::TranscriptId, TranscriptFacts> m_facts;
    /// Addresses that gave nothing; asked again only when there is nothing else.
    QSet<QString> m_failed;
};

} // namespace app::session::internal
