// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/anchorkeeper.h"

#include "app/base/logging.h"
#include "app/library/anchoringstore.h"
#include "app/library/episodestore.h"
#include "app/library/notestore.h"
#include "app/media/soundhash.h"
#include "app/session/internal/anchorseeker.h"
#include "app/session/internal/copies.h"
#include "app/session/internal/notewriting.h"
#include "app/session/internal/playable.h"
#include "app/session/internal/ready.h"
#include "app/session/internal/shownoteskeeper.h"
#include "app/work/comeback.h"

#include <algorithm>
#include <utility>

namespace app::session {
namespace {

using base::EpisodeId;
using base::unexpected;
using internal::AnchoredNotes;
using internal::AnchorWish;
using internal::CopyState;
using library::Changes;
using library::Connection;
using library::Durability;
using notes::AnchoringRecord;
using notes::AnchorState;
using notes::Note;
using timestamps::Duration;

constexpr std::chrono::milliseconds identifyAfter{500};
constexpr std::size_t mostHashes = 200;

void count(AnchorState state, AnchorCounts &counts)
{
    switch (state) {
    case AnchorState::Exact:
        ++counts.exact;
        break;
    case AnchorState::Moved:
        ++counts.moved;
        break;
    case AnchorState::Approximate:
        ++counts.approximate;
        break;
    case AnchorState::TimeOnly:
        ++counts.timeOnly;
        break;
    }
}

/// Whether an episode has notes at all, and which it is.
base::Result<std::optional<library::Episode>> episodeWithNotes(Connection &connection, EpisodeId id)
{
    using Found = std::optional<library::Episode>;
    const auto episode = library::EpisodeStore(connection).get(id);
    if (!episode) {
        return unexpected(episode.error());
    }
    return episode->row.noteCount > 0 ? Found(*episode) : Found();
}

} // namespace

AnchorKeeper::AnchorKeeper(library::Library &library,
                           TranscriptService &transcripts,
                           Notebook &notebook,
                           work::WorkerPool &workers,
                           const base::Clock &clock)
    : m_library(library)
    , m_transcripts(transcripts)
    , m_notebook(notebook)
    , m_workers(workers)
    , m_clock(clock)
    , m_stop(std::make_shared<std::atomic<bool>>(false))
    , m_showNotes(std::make_unique<internal::ShowNotesKeeper>(library, workers, clock))
{
    m_identifySoon.setSingleShot(true);
    m_identifySoon.setInterval(identifyAfter);
    connect(&m_identifySoon, &QTimer::timeout, this, &AnchorKeeper::identifyNext);
    connect(&transcripts, &TranscriptService::changed, this, &AnchorKeeper::check);
    connect(&transcripts,
            &TranscriptService::opened,
            this,
            [this](const LoadedTranscript &transcript) { tell(seekIn(transcript)); });
    using internal::ShowNotesKeeper;
    connect(m_showNotes.get(), &ShowNotesKeeper::failed, this, &AnchorKeeper::failed);
    connect(m_showNotes.get(),
            &ShowNotesKeeper::found,
            this,
            [this](EpisodeId episode, const std::vector<AnchoringRecord> &records) {
                auto promise = internal::sharedPromise<AnchorCounts>();
                keepFound(episode, records, promise);
                tell(promise->future());
            });
}

AnchorKeeper::~AnchorKeeper()
{
    cancel();
}

void AnchorKeeper::cancel()
{
    *m_stop = true;
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_toIdentify.clear();
    m_identifySoon.stop();
    m_showNotes->cancel();
}

void AnchorKeeper::tell(const QFuture<Counts> &seeking)
{
    work::comeBack(seeking, this, [this](const Counts &counts) {
        if (!counts) {
            emit failed(counts.error());
        }
    });
}

void AnchorKeeper::check(EpisodeId episode)
{
    using Found = base::Result<std::optional<library::Episode>>;
    const auto reading = m_library.read(
        [episode](Connection &connection) { return episodeWithNotes(connection, episode); });
    work::comeBack(reading, this, [this](const Found &found) {
        // Reading it is enough: what is opened is looked at.
        if (found && *found) {
            (void)m_transcripts.load(**found);
        }
    });
}

QFuture<AnchorKeeper::Counts> AnchorKeeper::reanchor(const library::Episode &episode)
{
    auto promise = internal::sharedPromise<AnchorCounts>();
    work::comeBack(m_transcripts.load(episode),
                   this,
                   [this, promise](const TranscriptService::Loaded &loaded) {
                       if (!loaded) {
                           internal::settle<AnchorCounts>(promise, unexpected(loaded.error()));
                           return;
                       }
                       work::comeBack(seekIn(*loaded), this, [promise](const Counts &counts) {
                           internal::settle<AnchorCounts>(promise, counts);
                       });
                   });
    return promise->future();
}

QFuture<AnchorKeeper::Counts> AnchorKeeper::seekIn(const LoadedTranscript &transcript)
{
    auto promise = internal::sharedPromise<AnchorCounts>();
    AnchorWish wish;
    wish.now = m_clock.now();
    work::comeBack(seek(transcript, wish),
                   this,
                   [this, promise, episode = transcript.episode](const Records &found) {
                       keepFound(episode, found, promise);
                   });
    return promise->future();
}

QFuture<AnchorKeeper::Records> AnchorKeeper::seek(const LoadedTranscript &transcript,
                                                  const AnchorWish &wish)
{
    using Read = base::Result<AnchoredNotes>;
    using Found = base::Result<std::vector<AnchoringRecord>>;
    auto promise = internal::sharedPromise<std::vector<AnchoringRecord>>();
    const auto reading = m_library.read([id = transcript.episode](Connection &connection) {
        return internal::readAnchored(connection, id);
    });
    work::comeBack(reading, this, [this, transcript, wish, promise](const Read &read) {
        if (!read || read->notes.empty()) {
            internal::settle<std::vector<AnchoringRecord>>(
                promise,
                read ? Found(std::vector<AnchoringRecord>()) : Found(unexpected(read.error())));
            return;
        }
        const auto seeking = m_workers.run<Found>(
            [notes = *read, transcript, wish, stop = m_stop](QPromise<Found> &done) {
                done.addResult(internal::seekNotes(
                    notes, transcript, wish, [&] { return *stop || done.isCanceled(); }));
            });
        work::comeBack(seeking, this, [promise](const Found &found) {
            internal::settle<std::vector<AnchoringRecord>>(promise, found);
        });
    });
    return promise->future();
}

void AnchorKeeper::keepFound(EpisodeId episode, const Records &found, const Promise &promise)
{
    using Kept = base::Result<internal::NoteChanges>;
    if (!found || found->empty()) {
        internal::settle<AnchorCounts>(
            promise, found ? Counts(AnchorCounts()) : Counts(unexpected(found.error())));
        return;
    }
    const auto keeping = m_library.write(
        Durability::Full, [records = *found](Connection &connection, Changes &changes) {
            return internal::applyAnchorings(connection, records, changes);
        });
    work::comeBack(keeping, this, [this, episode, promise](const Kept &kept) {
        if (!kept) {
            internal::settle<AnchorCounts>(promise, unexpected(kept.error()));
            return;
        }
        AnchorCounts counts;
        for (const notes::NoteChange &change : *kept) {
            count(change.after->anchor.state, counts);
        }
        if (counts.all() > 0) {
            emit reanchored(episode, counts);
        }
        internal::settle<AnchorCounts>(promise, counts);
    });
}

QFuture<base::Result<std::vector<AnchoringRecord>>> AnchorKeeper::history(const base::NoteId &id)
{
    return m_library.read(
        [id](Connection &connection) { return library::AnchoringStore(connection).history(id); });
}

QFuture<base::Result<Note>> AnchorKeeper::undo(const base::NoteId &id)
{
    return m_library.write(Durability::Full, [id](Connection &connection, Changes &changes) {
        return internal::undoLastAnchoring(connection, id, changes);
    });
}

QFuture<base::Result<CopyState>> AnchorKeeper::lookAtCopy(EpisodeId episode,
                                                          std::optional<Duration> duration)
{
    return m_library.read([episode, duration, hashes = m_hashes](Connection &connection) {
        return internal::readCopyState(connection, episode, duration, hashes);
    });
}

QFuture<base::Result<std::optional<CopyDifference>>>
AnchorKeeper::copyDiffers(EpisodeId episode, std::optional<Duration> duration)
{
    using Difference = base::Result<std::optional<CopyDifference>>;
    return work::comeBack(lookAtCopy(episode, duration),
                          this,
                          [](const base::Result<CopyState> &state) -> Difference {
                              if (!state) {
                                  return unexpected(state.error());
                              }
                              return state->difference;
                          });
}

QFuture<base::Result<AnchorCounts>> AnchorKeeper::moveToCopy(EpisodeId episode,
                                                             std::optional<Duration> offset,
                                                             std::optional<Duration> duration)
{
    auto promise = internal::sharedPromise<AnchorCounts>();
    work::comeBack(
        lookAtCopy(episode, duration),
        this,
        [this, episode, offset, promise](const base::Result<CopyState> &state) {
            if (!state || state->astray.empty()) {
                internal::settle<AnchorCounts>(
                    promise, state ? Counts(AnchorCounts()) : Counts(unexpected(state.error())));
            } else if (offset) {
                place(episode, internal::moveAll(*state, *offset, m_clock.now()), promise);
            } else {
                moveByWords(*state, promise);
            }
        });
    return promise->future();
}

void AnchorKeeper::moveByWords(const CopyState &state, const Promise &promise)
{
    const auto untold = [promise] {
        internal::settle<AnchorCounts>(
            promise,
            unexpected(base::ErrorCode::NotFound,
                       QStringLiteral("no words tell where the notes belong in this copy")));
    };
    if (!state.difference->byWords) {
        untold();
        return;
    }
    AnchorWish wish;
    wish.only = state.difference->notes;
    wish.audio = state.copy;
    wish.now = m_clock.now();
    const EpisodeId episode = state.episode.row.id;
    work::comeBack(m_transcripts.load(state.episode),
                   this,
                   [this, episode, wish, untold, promise](const TranscriptService::Loaded &loaded) {
                       if (!loaded) {
                           untold();
                           return;
                       }
                       work::comeBack(seek(*loaded, wish),
                                      this,
                                      [this, episode, promise](const Records &found) {
                                          place(episode, found, promise);
                                      });
                   });
}

void AnchorKeeper::place(EpisodeId episode, const Records &found, const Promise &promise)
{
    if (!found) {
        internal::settle<AnchorCounts>(promise, unexpected(found.error()));
        return;
    }
    work::comeBack(m_notebook.place(*found),
                   this,
                   [this, episode, promise](const Notebook::NotesResult &placed) {
                       if (!placed) {
                           internal::settle<AnchorCounts>(promise, unexpected(placed.error()));
                           return;
                       }
                       AnchorCounts counts;
                       for (const Note &note : *placed) {
                           count(note.anchor.state, counts);
                       }
                       emit reanchored(episode, counts);
                       internal::settle<AnchorCounts>(promise, counts);
                   });
}

void AnchorKeeper::identify(EpisodeId episode)
{
    m_toIdentify.insert(episode);
    if (!m_identifying) {
        m_identifySoon.start();
    }
}

/// One file at a time: they are large, and nobody waits for them.
void AnchorKeeper::identifyNext()
{
    using Found = base::Result<std::optional<library::FileIdentity>>;
    m_identifying = !m_toIdentify.isEmpty();
    if (!m_identifying) {
        return;
    }
    const EpisodeId episode = *m_toIdentify.begin();
    m_toIdentify.erase(m_toIdentify.begin());
    const auto reading = m_library.read([episode](Connection &connection) {
        return internal::fileToIdentify(connection, episode);
    });
    work::comeBack(reading, this, [this, episode](const Found &file) {
        if (file && *file) {
            hash(episode, **file);
        } else {
            identifyNext();
        }
    });
}

void AnchorKeeper::hash(EpisodeId episode, const library::FileIdentity &file)
{
    using Hash = base::Result<QString>;
    if (const auto known = m_hashes.find(file.path);
        known != m_hashes.end() && known->second.first == file) {
        keepHash(episode, file, known->second.second);
        return;
    }
    const auto hashing = m_workers.run<Hash>([file, stop = m_stop](QPromise<Hash> &done) {
        const auto source = media::openFileSource(file.path);
        done.addResult(source ? media::hashSound(*source, *stop)
                              : Hash(unexpected(source.error())));
    });
    work::comeBack(hashing, this, [this, episode, file](const Hash &hash) {
        if (hash && file == internal::identify(file.path)) {
            if (m_hashes.size() >= mostHashes) {
                m_hashes.clear();
            }
            m_hashes[file.path] = {file, *hash};
            keepHash(episode, file, *hash);
            return;
        }
        if (!hash) {
            qCInfo(base::logSession) << "sound not identified:" << hash.error().detail;
        }
        identifyNext();
    });
}

void AnchorKeeper::keepHash(EpisodeId episode,
                            const library::FileIdentity &file,
                            const QString &hash)
{
    const auto keeping = m_library.write(
        Durability::Full, [episode, file, hash](Connection &connection, Changes &changes) {
            return internal::identifyNotes(connection, episode, file, hash, changes);
        });
    work::comeBack(keeping, this, [this](const base::Result<int> &kept) {
        if (!kept) {
            qCWarning(base::logSession) << "sound of notes not kept:" << kept.error().detail;
        }
        identifyNext();
    });
}

} // namespace app::session
