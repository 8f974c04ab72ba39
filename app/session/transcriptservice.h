// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/library/library.h"
#include "app/library/records.h"
#include "app/network/httpclient.h"
#include "app/session/history.h"
#include "app/transcripts/corrections.h"
#include "app/transcripts/readingtext.h"
#include "app/transcripts/transcript.h"
#include "app/transcripts/transcriptreader.h"
#include "app/work/workerpool.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace app::session {

namespace internal {
class TranscriptEditor;
class TranscriptShelf;
} // namespace internal

/// A speaker of a transcript.
struct SpeakerName
{
    QString label; ///< as the transcript and its corrections have it; what renameSpeaker() takes
    QString name;  ///< as shown: the podcast's name for the label, else the label

    bool operator==(const SpeakerName &) const = default;
};

/// A transcript ready to be read along.
struct LoadedTranscript
{
    base::TranscriptId id;
    base::EpisodeId episode;
    library::TranscriptSource source = library::TranscriptSource::Feed;
    QString sha256;                      ///< of the original bytes, hex
    transcripts::Transcript original;    ///< as it came
    transcripts::Transcript transcript;  ///< corrected, speakers by their names; edits refer to it
    transcripts::ReadingText reading;    ///< of the corrected one
    transcripts::Corrections edits;      ///< in the order they were made
    std::vector<std::size_t> unfitEdits; ///< those that no longer fit the original, by index
    std::vector<SpeakerName> speakers;   ///< in the order they first speak
};

/// One of the transcripts an episode could be read with.
struct TranscriptChoice
{
    base::TranscriptId id; ///< invalid while only the feed offers it
    library::TranscriptSource source = library::TranscriptSource::Feed;
    QString language;          ///< as its source says it, else as it does itself; may be empty
    QString type;              ///< what its source claims: a MIME type or file suffix
    QString url;               ///< or the file's path
    std::optional<bool> timed; ///< unknown before it was fetched, unless the feed says so
    bool hasWordTimes = false;
    bool fetched = false;
    bool corrected = false;
    bool current = false; ///< the one that load() would give of those at hand

    bool operator==(const TranscriptChoice &) const = default;
};

/// Finds, fetches, keeps, reads and corrects transcripts. Originals are kept byte for byte. All
/// that takes time is done elsewhere. Thread: main.
class TranscriptService final : public QObject
{
    Q_OBJECT

public:
    using Loaded = base::Result<LoadedTranscript>;
    using Choices = base::Result<std::vector<TranscriptChoice>>;

    TranscriptService(library::Library &library,
                      network::HttpClient &http,
                      work::WorkerPool &pool,
                      History &history,
                      const base::Clock &clock);
    ~TranscriptService() override;

    /// Languages the listener reads, best first; those of the computer unless said otherwise.
    void setLanguages(const QStringList &languages);

    /// The chosen one, else the best there is: given by hand; then corrected before untouched; then
    /// timed before untimed; then beside the sound, in it, kept from the feed; then by language
    /// (the podcast's, then the listener's) and form. The feed's are fetched when nothing at hand
    /// is timed. What no longer can be read is passed over. Errors: NotFound when there is none at
    /// all; else why it cannot be had.
    [[nodiscard]] QFuture<Loaded> load(const library::Episode &episode);

    /// All there are, the feed's unfetched ones too, which are not fetched by asking; one each for
    /// the same bytes. The current one first, then by worth.
    [[nodiscard]] QFuture<Choices> choices(const library::Episode &episode);

    /// Reads the episode with this one from now on, fetching it if need be.
    /// Errors: NotFound (gone since), Malformed, those of HttpClient.
    QFuture<Loaded> choose(const library::Episode &episode, const TranscriptChoice &choice);
    /// Lets load() find the best one again.
    QFuture<base::Result<void>> chooseNone(base::EpisodeId episode);

    /// Gives an episode a transcript file, and reads it with that from now on. Nothing is kept of
    /// one that cannot be read. Errors: NotFound, TooLarge, and those of readTranscript.
    QFuture<Loaded> attach(base::EpisodeId episode, const QString &path);
    /// The same for a text, timed in any form or not at all.
    QFuture<Loaded> attachText(base::EpisodeId episode, const QString &text);

    /// Errors: NotFound, Conflict (notes were taken from it).
    QFuture<base::Result<void>> remove(base::TranscriptId id);

    /// Puts something right; several edits are one step of the History. They refer to
    /// LoadedTranscript::transcript. Errors: NotFound, Conflict (an edit does not fit: the
    /// transcript was changed meanwhile), Malformed, TooLarge.
    QFuture<base::Result<void>> correct(base::TranscriptId id,
                                        const std::vector<transcripts::Edit> &edits);
    /// Takes the last edit back, made today or long ago; a step of the History too.
    /// Errors: NotFound (no such transcript, or nothing was put right).
    QFuture<base::Result<void>> undoCorrection(base::TranscriptId id);
    /// Back to the original; a step of the History too.
    QFuture<base::Result<void>> dropCorrections(base::TranscriptId id);

    /// What a speaker is called in all transcripts of a podcast; a step of the History.
    /// \param name  empty forgets it. Errors: NotFound.
    QFuture<base::Result<void>>
    renameSpeaker(base::PodcastId podcast, const QString &label, const QString &name);

    /// Writes the corrected one, all of it or nothing; a file that is there is replaced.
    /// Errors: NotFound, Unsupported (this form is only read), Conflict (it has no times, and the
    /// form needs them), DiskFull, Denied.
    QFuture<base::Result<void>>
    exportTo(base::TranscriptId id, const QString &path, transcripts::Format format);

signals:
    /// load() may give something else now.
    void changed(app::base::EpisodeId episode);
    /// Somebody reads an episode with this now.
    void opened(const app::session::LoadedTranscript &transcript);
    /// Names changed: so may every transcript of a podcast. Episodes loaded before are told by
    /// changed(), too.
    void podcastChanged(app::base::PodcastId podcast);
    /// A change asked for without anybody waiting (undo, redo) could not be done.
    void failed(const app::base::Error &error);

private:
    using Promise = std::shared_ptr<QPromise<Loaded>>;
    [[nodiscard]] QFuture<Loaded> open(base::TranscriptId id);
    void openFound(const QFuture<base::Result<base::TranscriptId>> &finding,
                   const Promise &promise);
    [[nodiscard]] QFuture<Loaded>
    openFound(const QFuture<base::Result<base::TranscriptId>> &finding);
    [[nodiscard]] QFuture<Loaded>
    keepGiven(const QFuture<base::Result<library::TranscriptRecord>> &reading);

    library::Library &m_library;
    work::WorkerPool &m_pool;
    const base::Clock &m_clock;
    std::unique_ptr<internal::TranscriptShelf> m_shelf;
    std::unique_ptr<internal::TranscriptEditor> m_editor;
    /// Whose transcripts were loaded, to tell them when a name changes.
    QHash<base::EpisodeId, base::PodcastId> m_loaded;
};

/// The feed's transcripts in the order they are worth trying, as far as their types tell: timed
/// words, voices, times, then text.
[[nodiscard]] std::vector<feeds::TranscriptLink>
rankTranscripts(std::vector<feeds::TranscriptLink> links);

} // namespace app::session
