// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/internal/transcriptshelf.h"

#include "app/library/transcriptstore.h"
#include "app/session/internal/ready.h"
#include "app/session/internal/transcriptfiles.h"
#include "app/transcripts/transcriptreader.h"
#include "app/work/comeback.h"

#include <QLocale>

#include <algorithm>

namespace app::session::internal {

using base::EpisodeId;
using base::TranscriptId;
using library::Changes;
using library::Connection;
using library::Durability;
using library::Episode;
using library::TranscriptRecord;
using library::TranscriptSource;
using library::TranscriptStore;

namespace {

constexpr qsizetype mostRemembered = 2000;

base::Error noTranscript()
{
    return {base::ErrorCode::NotFound, QStringLiteral("the episode has no transcript"), 0};
}

} // namespace

/// What the library has of an episode, on its way through the lanes.
struct TranscriptShelf::Reading
{
    std::vector<TranscriptRecord> records; ///< with bytes where the facts are not known
    QSet<TranscriptId> corrected;
    std::optional<TranscriptId> choice;
    QHash<TranscriptId, TranscriptFacts> facts;
    std::vector<TranscriptRecord> fresh; ///< at the sound, not kept yet
};

/// One way to a transcript.
struct TranscriptShelf::Search
{
    Episode episode;
    ShelfContents contents;
    std::vector<feeds::TranscriptLink> links; ///< left to try
    int language = 0;                         ///< worth of what was fetched
    int form = -1;                            ///< the best that was fetched; -1: none
    base::Error error;
    std::function<bool()> isUnwanted;
    Promise<TranscriptId> promise;
};

namespace {

template <typename Reading>
base::Result<Reading>
readKept(Connection &connection, EpisodeId episode, const QSet<TranscriptId> &known)
{
    TranscriptStore store(connection);
    Reading reading;
    const auto all = store.list(episode);
    if (!all) {
        return base::unexpected(all.error());
    }
    for (const TranscriptRecord &record : *all) {
        if (known.contains(record.id)) {
            reading.records.push_back(record);
            continue;
        }
        auto whole = store.get(record.id);
        if (!whole) {
            return base::unexpected(whole.error());
        }
        reading.records.push_back(*std::move(whole));
    }
    auto choice = store.choice(episode);
    if (!choice) {
        return base::unexpected(choice.error());
    }
    auto corrected = store.corrected(episode);
    if (!corrected) {
        return base::unexpected(corrected.error());
    }
    reading.choice = *choice;
    reading.corrected = *std::move(corrected);
    return reading;
}

} // namespace

const KeptTranscript *ShelfContents::current() const
{
    const auto chosen = std::find_if(kept.begin(), kept.end(), [this](const auto &one) {
        return choice && one.record.id == *choice;
    });
    if (chosen != kept.end()) {
        return &*chosen;
    }
    return kept.empty() ? nullptr : &kept.front();
}

TranscriptShelf::TranscriptShelf(library::Library &library,
                                 network::HttpClient &http,
                                 work::WorkerPool &pool,
                                 const base::Clock &clock)
    : m_library(library)
    , m_http(http)
    , m_pool(pool)
    , m_clock(clock)
    , m_languages(QLocale::system().uiLanguages())
{}

LanguageWish TranscriptShelf::wishFor(const Episode &episode) const
{
    return {episode.podcastLanguage, m_languages};
}

QFuture<TranscriptShelf::Contents> TranscriptShelf::gather(const Episode &episode)
{
    auto promise = sharedPromise<ShelfContents>();
    look(episode, true, promise);
    return promise->future();
}

void TranscriptShelf::look(const Episode &episode,
                           bool atSound,
                           const Promise<ShelfContents> &promise)
{
    const QSet<TranscriptId> known(m_facts.keyBegin(), m_facts.keyEnd());
    const auto reading = m_library.read([id = episode.row.id, known](Connection &connection) {
        return readKept<Reading>(connection, id, known);
    });
    work::comeBack(
        reading,
        this,
        [this, episode, atSound, promise, facts = m_facts](const base::Result<Reading> &read) {
            if (!read) {
                settle<ShelfContents>(promise, base::unexpected(read.error()));
                return;
            }
            auto found = std::make_shared<Reading>(*read);
            for (const TranscriptRecord &record : found->records) {
                if (const auto fact = facts.find(record.id); fact != facts.end()) {
                    found->facts.insert(record.id, *fact);
                }
            }
            judge(episode, atSound, found, promise);
        });
}

void TranscriptShelf::judge(const Episode &episode,
                            bool atSound,
                            const std::shared_ptr<Reading> &reading,
                            const Promise<ShelfContents> &promise)
{
    const QString path = atSound ? episode.row.filePath : QString();
    // The lambda has it alone until it is done.
    const auto judging =
        m_pool.run<bool>([id = episode.row.id, path, reading](QPromise<bool> &done) {
            QSet<QString> kept;
            for (TranscriptRecord &record : reading->records) {
                kept.insert(keptKey(record.source, record.sha256));
                if (!reading->facts.contains(record.id)) {
                    reading->facts.insert(record.id, factsOf(record));
                    record.bytes.clear();
                }
            }
            reading->fresh = recordsAtSound(id, path, kept);
            done.addResult(true);
        });
    work::comeBack(judging, this, [this, episode, reading, promise](bool) {
        if (m_facts.size() > mostRemembered) {
            m_facts.clear();
        }
        m_facts.insert(reading->facts);
        arrange(episode, *reading, promise);
    });
}

void TranscriptShelf::arrange(const Episode &episode,
                              const Reading &reading,
                              const Promise<ShelfContents> &promise)
{
    if (!reading.fresh.empty()) {
        const auto keeping = m_library.write(
            Durability::Normal,
            [fresh = reading.fresh, now = m_clock.now()](Connection &connection,
                                                         Changes &changes) -> base::Result<void> {
                for (TranscriptRecord record : fresh) {
                    record.fetched = now;
                    if (const auto id = TranscriptStore(connection).add(record, changes); !id) {
                        return base::unexpected(id.error());
                    }
                }
                return {};
            });
        work::comeBack(keeping, this, [this, episode, promise](const base::Result<void> &kept) {
            if (kept) {
                look(episode, false, promise);
            } else {
                settle<ShelfContents>(promise, base::unexpected(kept.error()));
            }
        });
        return;
    }
    const LanguageWish wish = wishFor(episode);
    ShelfContents contents;
    contents.choice = reading.choice;
    for (const TranscriptRecord &record : reading.records) {
        const TranscriptFacts facts = reading.facts.value(record.id);
        if (facts.readable) {
            contents.kept.push_back({record, facts, reading.corrected.contains(record.id)});
        }
    }
    std::stable_sort(contents.kept.begin(),
                     contents.kept.end(),
                     [&wish](const KeptTranscript &a, const KeptTranscript &b) {
                         return worthOf(a.record, a.facts, a.corrected, wish)
                                > worthOf(b.record, b.facts, b.corrected, wish);
                     });
    settle<ShelfContents>(promise, std::move(contents));
}

std::vector<feeds::TranscriptLink> TranscriptShelf::unfetched(const Episode &episode,
                                                              const ShelfContents &contents) const
{
    std::vector<feeds::TranscriptLink> links = episode.feed.transcripts;
    std::erase_if(links, [&contents](const feeds::TranscriptLink &link) {
        return std::any_of(contents.kept.begin(), contents.kept.end(), [&link](const auto &kept) {
            return kept.record.source == TranscriptSource::Feed && kept.record.url == link.url;
        });
    });
    return rankLinks(std::move(links), wishFor(episode));
}

QFuture<TranscriptShelf::Found> TranscriptShelf::fetch(EpisodeId episode,
                                                       const feeds::TranscriptLink &link)
{
    auto promise = sharedPromise<TranscriptId>();
    network::HttpRequest request;
    request.url = QUrl(link.url);
    work::comeBack(
        m_http.get(request),
        this,
        [this, episode, link, promise](const base::Result<network::HttpReply> &reply) {
            if (!reply) {
                settle<TranscriptId>(promise, base::unexpected(reply.error()));
                return;
            }
            TranscriptRecord record;
            record.episode = episode;
            record.source = TranscriptSource::Feed;
            record.url = link.url;
            record.type = link.type;
            record.language = link.language;
            record.bytes = reply->body;
            record.fetched = m_clock.now();
            using Facts = base::Result<TranscriptFacts>;
            const auto judging = m_pool.run<Facts>([record](QPromise<Facts> &done) {
                const auto read = transcripts::readTranscript(record.bytes, record.type);
                done.addResult(read ? Facts(factsOf(record, *read))
                                    : Facts(base::unexpected(read.error())));
            });
            work::comeBack(judging, this, [this, record, promise](const Facts &facts) {
                if (!facts) {
                    settle<TranscriptId>(promise, base::unexpected(facts.error()));
                    return;
                }
                const auto keeping = m_library.write(
                    Durability::Normal, [record](Connection &connection, Changes &changes) {
                        return TranscriptStore(connection).add(record, changes);
                    });
                work::comeBack(keeping, this, [this, facts = *facts, promise](const Found &id) {
                    if (id) {
                        m_facts.insert(*id, facts);
                    }
                    settle<TranscriptId>(promise, id);
                });
            });
        });
    return promise->future();
}

QFuture<TranscriptShelf::Found> TranscriptShelf::find(const Episode &episode,
                                                      const std::function<bool()> &isUnwanted)
{
    auto search = std::make_shared<Search>();
    search->episode = episode;
    search->error = noTranscript();
    search->isUnwanted = isUnwanted;
    search->promise = sharedPromise<TranscriptId>();
    work::comeBack(gather(episode), this, [this, search](const Contents &contents) {
        if (!contents) {
            settle<TranscriptId>(search->promise, base::unexpected(contents.error()));
            return;
        }
        search->contents = *contents;
        choose(search);
    });
    return search->promise->future();
}

void TranscriptShelf::choose(const std::shared_ptr<Search> &search)
{
    const KeptTranscript *current = search->contents.current();
    const auto isWanted = [this, &search](const KeptTranscript &kept) {
        return kept.facts.timed || kept.corrected || search->contents.choice == kept.record.id
               || worthOf(kept.record, kept.facts, kept.corrected, wishFor(search->episode)).byHand;
    };
    if (current && isWanted(*current)) {
        settle<TranscriptId>(search->promise, TranscriptId(current->record.id));
        return;
    }
    search->links = unfetched(search->episode, search->contents);
    if (current) {
        std::erase_if(search->links, [this](const feeds::TranscriptLink &link) {
            return m_failed.contains(link.url);
        });
    }
    fetchNext(search);
}

void TranscriptShelf::fetchNext(const std::shared_ptr<Search> &search)
{
    const LanguageWish wish = wishFor(search->episode);
    // Once there is one, others are worth a fetch only where they may be better.
    const bool enough = search->links.empty()
                        || (search->form >= 0
                            && (wish.worth(search->links.front().language) < search->language
                                || formPromised(search->links.front()) <= search->form));
    if (enough || search->isUnwanted()) {
        end(search);
        return;
    }
    const feeds::TranscriptLink link = search->links.front();
    search->links.erase(search->links.begin());
    work::comeBack(
        fetch(search->episode.row.id, link), this, [this, search, link, wish](const Found &id) {
            if (id) {
                search->form = std::max(search->form, m_facts.value(*id).form);
                search->language = wish.worth(link.language);
            } else {
                search->error = id.error();
                m_failed.insert(link.url);
            }
            fetchNext(search);
        });
}

void TranscriptShelf::end(const std::shared_ptr<Search> &search)
{
    const auto tell = [search](const ShelfContents &contents) {
        const KeptTranscript *current = contents.current();
        settle<TranscriptId>(search->promise,
                             current ? Found(current->record.id)
                                     : Found(base::unexpected(search->error)));
    };
    if (search->form < 0) {
        tell(search->contents);
        return;
    }
    auto again = sharedPromise<ShelfContents>();
    look(search->episode, false, again);
    work::comeBack(again->future(), this, [search, tell](const Contents &contents) {
        if (contents) {
            tell(*contents);
        } else {
            settle<TranscriptId>(search->promise, base::unexpected(contents.error()));
        }
    });
}

} // namespace app::session::internal
