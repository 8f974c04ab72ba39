// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/internal/transcripteditor.h"

#include "app/library/episodestore.h"
#include "app/library/transcriptstore.h"
#include "app/session/internal/correctedreading.h"
#include "app/session/internal/ready.h"
#include "app/work/comeback.h"

namespace app::session::internal {

using base::TranscriptId;
using library::Changes;
using library::Connection;
using library::Durability;
using library::TranscriptRecord;
using library::TranscriptStore;
using transcripts::Corrections;

namespace {

/// How often an edit is done anew because another one came between.
constexpr int mostTries = 8;

base::Result<KeptWords> readKept(Connection &connection, TranscriptId id)
{
    TranscriptStore store(connection);
    auto record = store.get(id);
    if (!record) {
        return base::unexpected(record.error());
    }
    auto corrections = store.corrections(id);
    if (!corrections) {
        return base::unexpected(corrections.error());
    }
    const auto episode = library::EpisodeStore(connection).get(record->episode);
    if (!episode) {
        return base::unexpected(episode.error());
    }
    return KeptWords{*std::move(record), *std::move(corrections), speakersTold(*episode)};
}

base::Result<void>
addEdits(const KeptWords &kept, const std::vector<transcripts::Edit> &edits, Corrections &after)
{
    for (const transcripts::Edit &edit : edits) {
        if (const auto added = transcripts::addEdit(after, edit); !added) {
            return added;
        }
    }
    const auto reading = readCorrected(kept);
    if (!reading) {
        return base::unexpected(reading.error());
    }
    // Old edits may not fit any more; new ones must.
    if (transcripts::applyCorrections(reading->original, after).unfit.size()
        > reading->corrected.unfit.size()) {
        return base::unexpected(
            base::ErrorCode::Conflict,
            QStringLiteral("transcript %1 reads differently where it was to be corrected")
                .arg(kept.record.id.number()));
    }
    return {};
}

/// Keeps corrections unless others were kept meanwhile. \returns whether it did
base::Result<bool> replaceCorrections(Connection &connection,
                                      TranscriptId id,
                                      const Corrections &before,
                                      const Corrections &after,
                                      const QDateTime &now,
                                      Changes &changes)
{
    TranscriptStore store(connection);
    const auto present = store.corrections(id);
    if (!present) {
        return base::unexpected(present.error());
    }
    if (*present != before) {
        return false;
    }
    if (const auto kept = store.setCorrections(id, after, now, changes); !kept) {
        return base::unexpected(kept.error());
    }
    return true;
}

} // namespace

TranscriptEditor::TranscriptEditor(library::Library &library,
                                   work::WorkerPool &pool,
                                   History &history,
                                   const base::Clock &clock)
    : m_library(library)
    , m_pool(pool)
    , m_history(history)
    , m_clock(clock)
{}

QFuture<base::Result<void>> TranscriptEditor::correct(TranscriptId id,
                                                      const std::vector<transcripts::Edit> &edits)
{
    return edit(id, [edits](const KeptWords &kept, Change &change) {
        return addEdits(kept, edits, change.after);
    });
}

QFuture<base::Result<void>> TranscriptEditor::undoLast(TranscriptId id)
{
    return edit(id, [](const KeptWords &kept, Change &change) -> Done {
        if (change.after.isEmpty()) {
            return base::unexpected(base::ErrorCode::NotFound,
                                    QStringLiteral("nothing was put right in transcript %1")
                                        .arg(kept.record.id.number()));
        }
        change.after.edits.pop_back();
        return {};
    });
}

QFuture<base::Result<void>> TranscriptEditor::dropAll(TranscriptId id)
{
    return edit(id, [](const KeptWords &, Change &change) -> Done {
        change.after = {};
        return {};
    });
}

QFuture<base::Result<void>> TranscriptEditor::edit(TranscriptId id, const Work &change)
{
    auto promise = std::make_shared<QPromise<Done>>();
    promise->start();
    m_waiting.emplace_back(
        [this, id, change, promise] { tryEdit(id, change, mostTries, promise); });
    // Whoever waits may stop waiting; the next edit still has its turn.
    const auto done = work::comeBack(
        promise->future(), this, [this, step = m_history.underway()](const Done &edited) {
            m_waiting.pop_front();
            beginNext();
            return edited;
        });
    if (m_waiting.size() == 1) {
        beginNext();
    }
    return done;
}

void TranscriptEditor::beginNext()
{
    if (!m_waiting.empty()) {
        const auto begin = m_waiting.front();
        begin();
    }
}

void TranscriptEditor::tryEdit(TranscriptId id,
                               const Work &work,
                               int triesLeft,
                               const Promise &promise)
{
    const auto fail = [promise](const base::Error &error) {
        settle<void>(promise, base::unexpected(error));
    };
    const auto again = [this, id, work, triesLeft, promise, fail] {
        if (triesLeft > 0) {
            tryEdit(id, work, triesLeft - 1, promise);
        } else {
            fail({base::ErrorCode::Conflict,
                  QStringLiteral("transcript %1 is being corrected elsewhere").arg(id.number()),
                  0});
        }
    };
    const auto reading =
        m_library.read([id](Connection &connection) { return readKept(connection, id); });
    work::comeBack(
        reading, this, [this, id, work, again, fail, promise](const base::Result<KeptWords> &kept) {
            if (!kept) {
                fail(kept.error());
                return;
            }
            const auto working = m_pool.run<Changed>([kept = *kept, work](QPromise<Changed> &done) {
                Change change{kept.record.episode, kept.corrections, kept.corrections};
                const auto worked = work(kept, change);
                done.addResult(worked ? Changed(std::move(change))
                                      : Changed(base::unexpected(worked.error())));
            });
            work::comeBack(working, this, [this, id, again, fail, promise](const Changed &change) {
                if (change) {
                    keep(id, *change, again, promise);
                } else {
                    fail(change.error());
                }
            });
        });
}

void TranscriptEditor::keep(TranscriptId id,
                            const Change &change,
                            const std::function<void()> &again,
                            const Promise &promise)
{
    if (change.before == change.after) {
        settle<void>(promise, {});
        return;
    }
    const auto keeping = m_library.write(
        Durability::Full,
        [id, change, now = m_clock.now()](Connection &connection, Changes &changes) {
            return replaceCorrections(connection, id, change.before, change.after, now, changes);
        });
    work::comeBack(
        keeping, this, [this, id, change, again, promise](const base::Result<bool> &kept) {
            if (!kept) {
                settle<void>(promise, base::unexpected(kept.error()));
                return;
            }
            if (!*kept) {
                again();
                return;
            }
            m_history.push({StepKind::TranscriptCorrected,
                            [this, id, before = change.before] { put(id, before); },
                            [this, id, after = change.after] {
                                put(id, after);
                            }});
            emit changed(change.episode);
            settle<void>(promise, {});
        });
}

void TranscriptEditor::put(TranscriptId id, const Corrections &corrections)
{
    using Put = base::Result<base::EpisodeId>;
    const auto keeping = m_library.write(
        Durability::Full,
        [id, corrections, now = m_clock.now()](Connection &connection, Changes &changes) -> Put {
            TranscriptStore store(connection);
            if (const auto kept = store.setCorrections(id, corrections, now, changes); !kept) {
                return base::unexpected(kept.error());
            }
            return *changes.episodes.begin();
        });
    work::comeBack(keeping, this, [this](const Put &episode) {
        if (episode) {
            emit changed(*episode);
        } else {
            emit failed(episode.error());
        }
    });
}

QFuture<base::Result<void>>
TranscriptEditor::rename(base::PodcastId podcast, const QString &label, const QString &name)
{
    return work::comeBack(writeName(podcast, label, name),
                          this,
                          [this, podcast, label, name, step = m_history.underway()](
                              const base::Result<QString> &before) -> Done {
                              if (!before) {
                                  return base::unexpected(before.error());
                              }
                              m_history.push({StepKind::TranscriptCorrected,
                                              [this, podcast, label, before = *before] {
                                                  putName(podcast, label, before);
                                              },
                                              [this, podcast, label, name] {
                                                  putName(podcast, label, name);
                                              }});
                              return {};
                          });
}

void TranscriptEditor::putName(base::PodcastId podcast, const QString &label, const QString &name)
{
    work::comeBack(
        writeName(podcast, label, name), this, [this](const base::Result<QString> &before) {
            if (!before) {
                emit failed(before.error());
            }
        });
}

/// \returns what the label was called before
QFuture<base::Result<QString>>
TranscriptEditor::writeName(base::PodcastId podcast, const QString &label, const QString &name)
{
    using Before = base::Result<QString>;
    const auto keeping = m_library.write(
        Durability::Full,
        [podcast, label, name](Connection &connection, Changes &changes) -> Before {
            TranscriptStore store(connection);
            const auto names = store.speakerNames(podcast);
            if (!names) {
                return base::unexpected(names.error());
            }
            const auto known = names->find(label);
            if (const auto set = store.setSpeakerName(podcast, label, name, changes); !set) {
                return base::unexpected(set.error());
            }
            return known != names->end() ? known->second : QString();
        });
    return work::comeBack(keeping, this, [this, podcast](const Before &before) {
        if (before) {
            emit podcastChanged(podcast);
        }
        return before;
    });
}

} // namespace app::session::internal
