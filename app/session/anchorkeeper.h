// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/library/library.h"
#include "app/library/records.h"
#include "app/notes/anchorhistory.h"
#include "app/session/notebook.h"
#include "app/session/transcriptservice.h"
#include "app/work/workerpool.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QSet>
#include <QTimer>

#include <atomic>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace app::session {

/// What sound is in files, by path.
using SoundHashes = std::map<QString, std::pair<library::FileIdentity, QString>>;

namespace internal {
class ShowNotesKeeper;
struct AnchorWish;
struct CopyState;
} // namespace internal

/// How notes stand in a text after they were sought in it.
struct AnchorCounts
{
    int exact = 0;
    int moved = 0;
    int approximate = 0; ///< to be looked at
    int timeOnly = 0;    ///< their words are not there; they stay at their times

    [[nodiscard]] int all() const { return exact + moved + approximate + timeOnly; }

    bool operator==(const AnchorCounts &) const = default;
};

/// The copy of an episode that is there is not the one its notes were taken on.
struct CopyDifference
{
    timestamps::Duration difference{0}; ///< how much longer the copy is; negative when shorter
    std::vector<base::NoteId> notes;    ///< whose times may be wrong on it, by time
    /// The transcripts of both are there and agree in enough words to tell every note's place;
    /// else moving takes an offset.
    bool byWords = false;

    bool operator==(const CopyDifference &) const = default;
};

/// Keeps notes at the words they were taken from, whatever becomes of transcript and sound. Nothing
/// is dropped, and every place a note had is kept. Notes' text and tags are never touched.
///
/// Looks by itself whenever a transcript is read or changed, and soon after a feed changed show
/// notes that notes were taken from. Thread: main.
class AnchorKeeper final : public QObject
{
    Q_OBJECT

public:
    AnchorKeeper(library::Library &library,
                 TranscriptService &transcripts,
                 Notebook &notebook,
                 work::WorkerPool &workers,
                 const base::Clock &clock);
    ~AnchorKeeper() override;

    /// Seeks the notes of an episode in the text it is read with now, those that do not stand in
    /// that very text yet. What was undone is not done again in the same text. The future has what
    /// was changed. Errors: those of TranscriptService::load.
    QFuture<base::Result<AnchorCounts>> reanchor(const library::Episode &episode);

    /// Where a note stood, oldest first.
    [[nodiscard]] QFuture<base::Result<std::vector<notes::AnchoringRecord>>>
    history(const base::NoteId &id);
    /// Puts a note back to where it stood before it was last anchored anew; asked again, to where
    /// it stood before that. Errors: NotFound (there is nothing to undo), Conflict (it was moved
    /// since by other means).
    [[nodiscard]] QFuture<base::Result<notes::Note>> undo(const base::NoteId &id);

    /// Whether notes of an episode were taken on a copy that is over 2 s longer or shorter than the
    /// one there is; empty when none were, or nobody knows.
    /// \param duration  of the copy as it was decoded; empty: as the library has it
    [[nodiscard]] QFuture<base::Result<std::optional<CopyDifference>>>
    copyDiffers(base::EpisodeId episode,
                std::optional<timestamps::Duration> duration = std::nullopt);
    /// Moves those notes to the copy there is: by the words of both transcripts, or with an
    /// \p offset all by the same. One step of the History. \param duration  as above
    /// Errors: NotFound (no copy, or no words that tell where notes belong).
    [[nodiscard]] QFuture<base::Result<AnchorCounts>>
    moveToCopy(base::EpisodeId episode,
               std::optional<timestamps::Duration> offset = std::nullopt,
               std::optional<timestamps::Duration> duration = std::nullopt);

    /// Tells the notes of an episode that were taken on the file that is there what sound is in it,
    /// a little later in the background.
    void identify(base::EpisodeId episode);
    /// Gives up what is done in the background.
    void cancel();

signals:
    /// Notes of an episode were sought and changed.
    void reanchored(app::base::EpisodeId episode, const app::session::AnchorCounts &counts);
    /// Asked by nobody, and could not be done.
    void failed(const app::base::Error &error);

private:
    using Counts = base::Result<AnchorCounts>;
    using Records = base::Result<std::vector<notes::AnchoringRecord>>;
    using Promise = std::shared_ptr<QPromise<Counts>>;

    void check(base::EpisodeId episode);
    void tell(const QFuture<Counts> &seeking);
    [[nodiscard]] QFuture<Counts> seekIn(const LoadedTranscript &transcript);
    [[nodiscard]] QFuture<Records> seek(const LoadedTranscript &transcript,
                                        const internal::AnchorWish &wish);
    void keepFound(base::EpisodeId episode, const Records &found, const Promise &promise);
    void place(base::EpisodeId episode, const Records &found, const Promise &promise);
    void moveByWords(const internal::CopyState &state, const Promise &promise);
    void identifyNext();
    void hash(base::EpisodeId episode, const library::FileIdentity &file);
    void keepHash(base::EpisodeId episode, const library::FileIdentity &file, const QString &hash);
    [[nodiscard]] QFuture<base::Result<internal::CopyState>>
    lookAtCopy(base::EpisodeId episode, std::optional<timestamps::Duration> duration);

    library::Library &m_library;
    TranscriptService &m_transcripts;
    Notebook &m_notebook;
    work::WorkerPool &m_workers;
    const base::Clock &m_clock;
    std::shared_ptr<std::atomic<bool>> m_stop; ///< looked at by workers
    QSet<base::EpisodeId> m_toIdentify;
    QTimer m_identifySoon;
    bool m_identifying = false;
    SoundHashes m_hashes; ///< of files that were looked at
    std::unique_ptr<internal::ShowNotesKeeper> m_showNotes;
};

} // namespace app::session

Q_DECLARE_METATYPE(app::session::AnchorCounts)
Q_DECLARE_METATYPE(app::session::CopyDifference)
