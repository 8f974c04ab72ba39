// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/transcriptservice.h"

#include "app/base/logging.h"
#include "app/library/episodestore.h"
#include "app/library/transcriptstore.h"
#include "app/session/internal/correctedreading.h"
#include "app/session/internal/ready.h"
#include "app/session/internal/transcripteditor.h"
#include "app/session/internal/transcriptexport.h"
#include "app/session/internal/transcriptfiles.h"
#include "app/session/internal/transcriptshelf.h"
#include "app/work/comeback.h"

#include <QSet>

#include <algorithm>

namespace app::session {
namespace {

using base::TranscriptId;
using library::Changes;
using library::Connection;
using library::Durability;
using library::Episode;
using library::TranscriptRecord;
using library::TranscriptSource;
using library::TranscriptStore;
using Loaded = TranscriptService::Loaded;
using Done = base::Result<void>;

/// A transcript as the library has it, with all that is laid over it.
struct Kept
{
    internal::KeptWords words;
    transcripts::SpeakerNames names;
    base::PodcastId podcast;
};

base::Result<Kept> readKept(Connection &connection, TranscriptId id)
{
    TranscriptStore store(connection);
    auto record = store.get(id);
    if (!record) {
        return base::unexpected(record.error());
    }
    Kept kept;
    kept.words.record = *std::move(record);
    auto corrections = store.corrections(id);
    if (corrections) {
        kept.words.corrections = *std::move(corrections);
    } else if (corrections.error().code == base::ErrorCode::Corrupt) {
        // Better the original than nothing; nothing can be put right in it until this is repaired.
        qCWarning(base::logLibrary).noquote() << corrections.error().detail;
    } else {
        return base::unexpected(corrections.error());
    }
    const auto episode = library::EpisodeStore(connection).get(kept.words.record.episode);
    if (!episode) {
        return base::unexpected(episode.error());
    }
    kept.podcast = episode->row.podcastId;
    kept.words.knownNames = internal::speakersTold(*episode);
    auto names = store.speakerNames(kept.podcast);
    if (!names) {
        return base::unexpected(names.error());
    }
    kept.names = *std::move(names);
    return kept;
}

Loaded layOver(const Kept &kept)
{
    auto reading = internal::readCorrected(kept.words);
    if (!reading) {
        return base::unexpected(reading.error());
    }
    LoadedTranscript loaded;
    loaded.id = kept.words.record.id;
    loaded.episode = kept.words.record.episode;
    loaded.source = kept.words.record.source;
    loaded.sha256 = kept.words.record.sha256;
    loaded.original = std::move(reading->original);
    if (loaded.original.language.isEmpty()) {
        loaded.original.language = kept.words.record.language.toLower();
    }
    loaded.edits = kept.words.corrections;
    loaded.transcript = std::move(reading->corrected.transcript);
    loaded.transcript.language = loaded.original.language;
    loaded.unfitEdits = std::move(reading->corrected.unfit);
    for (const QString &label : transcripts::speakersOf(loaded.transcript)) {
        const auto name = kept.names.find(label);
        loaded.speakers.push_back({label, name != kept.names.end() ? name->second : label});
    }
    transcripts::nameSpeakers(loaded.transcript, kept.names);
    loaded.reading = transcripts::makeReadingText(loaded.transcript);
    return loaded;
}

/// Keeps what was given by hand, to be read from now on.
base::Result<TranscriptId>
keepChosen(Connection &connection, const TranscriptRecord &record, Changes &changes)
{
    TranscriptStore store(connection);
    // A chosen one is not replaced: the file may be given again after it was changed.
    if (const auto forgotten = store.choose(record.episode, std::nullopt, changes); !forgotten) {
        return base::unexpected(forgotten.error());
    }
    const auto id = store.add(record, changes);
    if (!id) {
        return id;
    }
    if (const auto chosen = store.choose(record.episode, *id, changes); !chosen) {
        return base::unexpected(chosen.error());
    }
    return id;
}

base::Result<TranscriptRecord> checked(base::Result<TranscriptRecord> record)
{
    if (record) {
        if (const auto read = transcripts::readTranscript(record->bytes, record->type); !read) {
            return base::unexpected(read.error());
        }
    }
    return record;
}

TranscriptChoice choiceOf(const internal::KeptTranscript &kept, bool current)
{
    TranscriptChoice choice;
    choice.id = kept.record.id;
    choice.source = kept.record.source;
    choice.language = kept.facts.language;
    choice.type = kept.record.type;
    choice.url = kept.record.url;
    choice.timed = kept.facts.timed;
    choice.hasWordTimes = kept.facts.hasWordTimes;
    choice.fetched = true;
    choice.corrected = kept.corrected;
    choice.current = current;
    return choice;
}

TranscriptChoice choiceOf(const feeds::TranscriptLink &link)
{
    TranscriptChoice choice;
    choice.language = link.language;
    choice.type = link.type;
    choice.url = link.url;
    choice.timed = internal::timesPromised(link);
    return choice;
}

std::vector<TranscriptChoice> choicesOf(const internal::ShelfContents &contents,
                                        const std::vector<feeds::TranscriptLink> &unfetched)
{
    std::vector<TranscriptChoice> choices;
    QSet<QString> seen;
    const internal::KeptTranscript *current = contents.current();
    if (current) {
        choices.push_back(choiceOf(*current, true));
        seen.insert(current->record.sha256);
    }
    for (const internal::KeptTranscript &kept : contents.kept) {
        if (!seen.contains(kept.record.sha256)) {
            seen.insert(kept.record.sha256);
            choices.push_back(choiceOf(kept, false));
        }
    }
    for (const feeds::TranscriptLink &link : unfetched) {
        choices.push_back(choiceOf(link));
    }
    return choices;
}

} // namespace

std::vector<feeds::TranscriptLink> rankTranscripts(std::vector<feeds::TranscriptLink> links)
{
    return internal::rankLinks(std::move(links), {});
}

TranscriptService::TranscriptService(library::Library &library,
                                     network::HttpClient &http,
                                     work::WorkerPool &pool,
                                     History &history,
                                     const base::Clock &clock)
    : m_library(library)
    , m_pool(pool)
    , m_clock(clock)
    , m_shelf(std::make_unique<internal::TranscriptShelf>(library, http, pool, clock))
    , m_editor(std::make_unique<internal::TranscriptEditor>(library, pool, history, clock))
{
    connect(
        m_editor.get(), &internal::TranscriptEditor::changed, this, &TranscriptService::changed);
    connect(m_editor.get(), &internal::TranscriptEditor::failed, this, &TranscriptService::failed);
    connect(m_editor.get(),
            &internal::TranscriptEditor::podcastChanged,
            this,
            [this](base::PodcastId podcast) {
                emit podcastChanged(podcast);
                for (const base::EpisodeId episode : m_loaded.keys(podcast)) {
                    emit changed(episode);
                }
            });
}

TranscriptService::~TranscriptService() = default;

void TranscriptService::setLanguages(const QStringList &languages)
{
    m_shelf->setLanguages(languages);
}

QFuture<Loaded> TranscriptService::load(const Episode &episode)
{
    auto promise = internal::sharedPromise<LoadedTranscript>();
    openFound(m_shelf->find(episode, [promise] { return promise->isCanceled(); }), promise);
    return promise->future();
}

QFuture<Loaded> TranscriptService::openFound(const QFuture<base::Result<TranscriptId>> &finding)
{
    auto promise = internal::sharedPromise<LoadedTranscript>();
    openFound(finding, promise);
    return promise->future();
}

void TranscriptService::openFound(const QFuture<base::Result<TranscriptId>> &finding,
                                  const Promise &promise)
{
    work::comeBack(finding, this, [this, promise](const base::Result<TranscriptId> &id) {
        if (!id) {
            internal::settle<LoadedTranscript>(promise, base::unexpected(id.error()));
            return;
        }
        work::comeBack(open(*id), this, [this, promise](const Loaded &loaded) {
            if (loaded) {
                emit opened(*loaded);
            }
            internal::settle<LoadedTranscript>(promise, loaded);
        });
    });
}

QFuture<Loaded> TranscriptService::open(TranscriptId id)
{
    auto promise = internal::sharedPromise<LoadedTranscript>();
    const auto reading =
        m_library.read([id](Connection &connection) { return readKept(connection, id); });
    work::comeBack(reading, this, [this, promise](const base::Result<Kept> &kept) {
        if (!kept) {
            internal::settle<LoadedTranscript>(promise, base::unexpected(kept.error()));
            return;
        }
        m_loaded.insert(kept->words.record.episode, kept->podcast);
        const auto laying = m_pool.run<Loaded>(
            [kept = *kept](QPromise<Loaded> &done) { done.addResult(layOver(kept)); });
        work::comeBack(laying, this, [promise](const Loaded &loaded) {
            internal::settle<LoadedTranscript>(promise, loaded);
        });
    });
    return promise->future();
}

QFuture<TranscriptService::Choices> TranscriptService::choices(const Episode &episode)
{
    using Contents = base::Result<internal::ShelfContents>;
    return work::comeBack(
        m_shelf->gather(episode), this, [this, episode](const Contents &contents) -> Choices {
            if (!contents) {
                return base::unexpected(contents.error());
            }
            return choicesOf(*contents, m_shelf->unfetched(episode, *contents));
        });
}

QFuture<Loaded> TranscriptService::choose(const Episode &episode, const TranscriptChoice &choice)
{
    using Id = base::Result<TranscriptId>;
    feeds::TranscriptLink link;
    link.url = choice.url;
    link.type = choice.type;
    link.language = choice.language;
    const base::EpisodeId episodeId = episode.row.id;
    const auto finding = choice.id.isValid()
                             ? internal::ready<TranscriptId>(TranscriptId(choice.id))
                             : m_shelf->fetch(episodeId, link);
    auto promise = internal::sharedPromise<TranscriptId>();
    work::comeBack(finding, this, [this, episodeId, promise](const Id &id) {
        if (!id) {
            internal::settle<TranscriptId>(promise, id);
            return;
        }
        const auto choosing =
            m_library.write(Durability::Normal,
                            [episodeId, id = *id](Connection &connection, Changes &changes) -> Id {
                                const auto chosen =
                                    TranscriptStore(connection).choose(episodeId, id, changes);
                                return chosen ? Id(id) : Id(base::unexpected(chosen.error()));
                            });
        work::comeBack(choosing, this, [this, episodeId, promise](const Id &chosen) {
            if (chosen) {
                emit changed(episodeId);
            }
            internal::settle<TranscriptId>(promise, chosen);
        });
    });
    return openFound(promise->future());
}

QFuture<Done> TranscriptService::chooseNone(base::EpisodeId episode)
{
    const auto choosing =
        m_library.write(Durability::Normal, [episode](Connection &connection, Changes &changes) {
            return TranscriptStore(connection).choose(episode, std::nullopt, changes);
        });
    return work::comeBack(choosing, this, [this, episode](const Done &done) {
        if (done) {
            emit changed(episode);
        }
        return done;
    });
}

QFuture<Loaded> TranscriptService::attach(base::EpisodeId episode, const QString &path)
{
    using Read = base::Result<TranscriptRecord>;
    return keepGiven(m_pool.run<Read>([episode, path](QPromise<Read> &done) {
        done.addResult(
            checked(internal::readTranscriptFile(episode, TranscriptSource::Attached, path)));
    }));
}

QFuture<Loaded> TranscriptService::attachText(base::EpisodeId episode, const QString &text)
{
    using Read = base::Result<TranscriptRecord>;
    return keepGiven(m_pool.run<Read>([episode, text](QPromise<Read> &done) {
        TranscriptRecord record;
        record.episode = episode;
        record.source = TranscriptSource::Pasted;
        record.bytes = text.toUtf8();
        done.addResult(checked(std::move(record)));
    }));
}

QFuture<Loaded> TranscriptService::keepGiven(const QFuture<base::Result<TranscriptRecord>> &reading)
{
    using Id = base::Result<TranscriptId>;
    auto promise = internal::sharedPromise<TranscriptId>();
    work::comeBack(reading, this, [this, promise](const base::Result<TranscriptRecord> &given) {
        if (!given) {
            internal::settle<TranscriptId>(promise, base::unexpected(given.error()));
            return;
        }
        TranscriptRecord record = *given;
        record.fetched = m_clock.now();
        const auto keeping =
            m_library.write(Durability::Full, [record](Connection &connection, Changes &changes) {
                return keepChosen(connection, record, changes);
            });
        work::comeBack(keeping, this, [this, episode = record.episode, promise](const Id &id) {
            if (id) {
                emit changed(episode);
            }
            internal::settle<TranscriptId>(promise, id);
        });
    });
    return openFound(promise->future());
}

QFuture<Done> TranscriptService::remove(TranscriptId id)
{
    using Gone = base::Result<base::EpisodeId>;
    const auto removing =
        m_library.write(Durability::Full, [id](Connection &connection, Changes &changes) -> Gone {
            if (const auto removed = TranscriptStore(connection).remove(id, changes); !removed) {
                return base::unexpected(removed.error());
            }
            return *changes.episodes.begin();
        });
    return work::comeBack(removing, this, [this](const Gone &episode) -> Done {
        if (!episode) {
            return base::unexpected(episode.error());
        }
        emit changed(*episode);
        return {};
    });
}

QFuture<Done> TranscriptService::correct(TranscriptId id,
                                         const std::vector<transcripts::Edit> &edits)
{
    return m_editor->correct(id, edits);
}

QFuture<Done> TranscriptService::undoCorrection(TranscriptId id)
{
    return m_editor->undoLast(id);
}

QFuture<Done> TranscriptService::dropCorrections(TranscriptId id)
{
    return m_editor->dropAll(id);
}

QFuture<Done>
TranscriptService::renameSpeaker(base::PodcastId podcast, const QString &label, const QString &name)
{
    return m_editor->rename(podcast, label, name.simplified());
}

QFuture<Done>
TranscriptService::exportTo(TranscriptId id, const QString &path, transcripts::Format format)
{
    auto promise = std::make_shared<QPromise<Done>>();
    promise->start();
    work::comeBack(open(id), this, [this, path, format, promise](const Loaded &loaded) {
        if (!loaded) {
            internal::settle<void>(promise, base::unexpected(loaded.error()));
            return;
        }
        const auto writing =
            m_pool.run<Done>([transcript = loaded->transcript, path, format](QPromise<Done> &done) {
                done.addResult(internal::writeTranscriptFile(transcript, path, format));
            });
        work::comeBack(
            writing, this, [promise](const Done &done) { internal::settle<void>(promise, done); });
    });
    return promise->future();
}

} // namespace app::session
