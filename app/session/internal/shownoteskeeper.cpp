// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/internal/shownoteskeeper.h"

#include "app/library/anchoringstore.h"
#include "app/library/episodestore.h"
#include "app/markup/richtext.h"
#include "app/notes/quotecontext.h"
#include "app/notes/reanchor.h"
#include "app/session/internal/anchorseeker.h"
#include "app/work/comeback.h"

#include <utility>

namespace app::session::internal {

/// An episode's show notes, and the notes that were taken from them.
struct ShowNotesQuotes
{
    base::EpisodeId episode;
    QString source; ///< as the feed has it
    std::vector<AnchoredNote> notes;
};

namespace {

using base::EpisodeId;
using base::Result;
using base::unexpected;
using library::Connection;
using notes::AnchoringRecord;
using notes::AnchorText;
using Quotes = std::vector<ShowNotesQuotes>;
using Found = std::vector<std::pair<EpisodeId, std::vector<AnchoringRecord>>>;

/// A feed is written at once, but what is heard is kept every second.
constexpr std::chrono::milliseconds lookAfter{200};
/// What a feed changed while only the command line ran.
constexpr std::chrono::seconds lookAtAllAfter{30};
constexpr int atOnce = 50;

Result<Quotes> readQuotes(Connection &connection, const QSet<EpisodeId> &episodes)
{
    const auto quoted = library::AnchoringStore(connection).quotedShowNotes(episodes);
    if (!quoted) {
        return unexpected(quoted.error());
    }
    Quotes quotes;
    for (const EpisodeId id : *quoted) {
        const auto episode = library::EpisodeStore(connection).get(id);
        auto anchored = readAnchored(connection, id);
        if (!episode || !anchored) {
            return unexpected(!episode ? episode.error() : anchored.error());
        }
        std::erase_if(anchored->notes, [](const AnchoredNote &one) {
            return one.note.anchor.source != notes::QuoteSource::ShowNotes;
        });
        quotes.push_back({id, episode->feed.description, std::move(anchored->notes)});
    }
    return quotes;
}

/// Tells whether anything is new since the last look.
std::size_t stampOf(const ShowNotesQuotes &quotes)
{
    std::size_t stamp = qHash(quotes.source);
    for (const AnchoredNote &one : quotes.notes) {
        stamp = qHashMulti(stamp, one.note.id.text(), one.note.anchor.textHash);
    }
    return stamp;
}

std::vector<AnchoringRecord>
seekQuotes(const ShowNotesQuotes &quotes, const QDateTime &now, const std::atomic<bool> &stop)
{
    AnchorText text;
    text.text = markup::readShowNotes(quotes.source).text;
    text.hash = notes::hashText(text.text);
    const notes::AnchorIndex index(text);
    std::vector<AnchoringRecord> found;
    for (const AnchoredNote &one : quotes.notes) {
        if (stop) {
            break;
        }
        if (!isToBeSought(one, text)) {
            continue;
        }
        const notes::NotePlace firm = firmPlaceOf(one);
        const auto anchoring = index.reanchor(firm.anchor, firm.start, firm.end);
        if (auto record = notes::recordAnchoring(one.note, anchoring, text, {}, now)) {
            found.push_back(*std::move(record));
        }
    }
    return found;
}

} // namespace

ShowNotesKeeper::ShowNotesKeeper(library::Library &library,
                                 work::WorkerPool &workers,
                                 const base::Clock &clock)
    : m_library(library)
    , m_workers(workers)
    , m_clock(clock)
    , m_stop(std::make_shared<std::atomic<bool>>(false))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(lookAfter);
    m_afterStart.setSingleShot(true);
    m_afterStart.start(lookAtAllAfter);
    connect(&m_soon, &QTimer::timeout, this, &ShowNotesKeeper::look);
    connect(&m_afterStart, &QTimer::timeout, this, &ShowNotesKeeper::noticeAll);
    connect(&library, &library::Library::changedOutside, this, &ShowNotesKeeper::noticeAll);
    connect(&library, &library::Library::changed, this, [this](const library::Changes &changes) {
        notice(changes.episodes);
    });
}

ShowNotesKeeper::~ShowNotesKeeper()
{
    cancel();
}

void ShowNotesKeeper::cancel()
{
    *m_stop = true;
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_waiting.clear();
    m_soon.stop();
    m_afterStart.stop();
}

void ShowNotesKeeper::notice(const QSet<EpisodeId> &episodes)
{
    m_waiting.unite(episodes);
    if (!m_waiting.isEmpty() && !m_looking && !m_soon.isActive()) {
        m_soon.start();
    }
}

void ShowNotesKeeper::noticeAll()
{
    using All = Result<std::vector<EpisodeId>>;
    const auto reading = m_library.read([](Connection &connection) {
        return library::AnchoringStore(connection).quotedShowNotes(std::nullopt);
    });
    work::comeBack(reading, this, [this](const All &all) {
        if (all) {
            notice({all->begin(), all->end()});
        }
    });
}

void ShowNotesKeeper::look()
{
    QSet<EpisodeId> episodes;
    for (auto it = m_waiting.begin(); it != m_waiting.end() && episodes.size() < atOnce;) {
        episodes.insert(*it);
        it = m_waiting.erase(it);
    }
    m_looking = !episodes.isEmpty();
    if (!m_looking) {
        return;
    }
    const auto reading = m_library.read(
        [episodes](Connection &connection) { return readQuotes(connection, episodes); });
    work::comeBack(reading, this, [this](const Result<Quotes> &quotes) {
        if (!quotes) {
            emit failed(quotes.error());
            look();
            return;
        }
        Quotes changed = *quotes;
        std::erase_if(changed, [this](const ShowNotesQuotes &one) {
            const std::size_t stamp = stampOf(one);
            return std::exchange(m_seen[one.episode], stamp) == stamp;
        });
        seek(std::move(changed));
    });
}

void ShowNotesKeeper::seek(Quotes quotes)
{
    if (quotes.empty()) {
        look();
        return;
    }
    const auto seeking = m_workers.run<Found>(
        [quotes = std::move(quotes), now = m_clock.now(), stop = m_stop](QPromise<Found> &done) {
            Found found;
            for (const ShowNotesQuotes &one : quotes) {
                if (auto records = seekQuotes(one, now, *stop); !records.empty()) {
                    found.emplace_back(one.episode, std::move(records));
                }
            }
            done.addResult(std::move(found));
        });
    work::comeBack(seeking, this, [this](const Found &all) {
        for (const auto &[episode, records] : all) {
            emit found(episode, records);
        }
        look();
    });
}

} // namespace app::session::internal
