// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/base/result.h"
#include "app/downloads/downloadoptions.h"
#include "app/media/bytesource.h"
#include "app/network/httpclient.h"
#include "app/network/networkwatch.h"
#include "app/work/lane.h"

#include <QObject>
#include <QUrl>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace app::downloads {

class PartialFile;

/// How far one download is.
struct DownloadProgress
{
    enum class State { Waiting, Running, Failed, Done };

    base::EpisodeId episode;
    State state = State::Waiting;
    qint64 receivedBytes = 0; ///< in all
    std::optional<qint64> totalBytes;
    /// What is there, rising and apart; where a player jumped ahead, more than one.
    std::vector<media::ByteRange> ranges;
    /// Somebody has been waiting for bytes for a moment, so that it should be shown.
    bool waitingForReader = false;
    std::optional<base::Error> error; ///< with Failed

    bool operator==(const DownloadProgress &) const = default;
};

/// Fetches episodes, two at a time, in order; resumes what is there; tries again after a drop.
///
/// An episode asked for playing (stream()) goes first at once. Where its player waits for bytes far
/// from those that come, these are fetched next, the last wish first; what lies between comes
/// later, until it is whole. A server that does not send parts is waited for.
///
/// A dropped connection is tried again up to five times with growing pauses, as long as each try
/// brings bytes or somebody plays it; then it fails with the reason. A player that waits has bytes
/// or that reason within half a minute. When the network comes back, or the computer wakes up, what
/// pauses or failed for want of a connection goes on at once.
///
/// A page instead of sound (text/html, or HTML under another name) is Malformed and not kept. Not
/// enough room is DiskFull before anything is fetched, or as soon as the room runs out; what is
/// there is then kept. Thread: main.
class DownloadQueue final : public QObject
{
    Q_OBJECT

public:
    /// \param client  outlives the queue
    explicit DownloadQueue(network::HttpClient &client, QObject *parent = nullptr);
    DownloadQueue(network::HttpClient &client, DownloadOptions options, QObject *parent = nullptr);
    ~DownloadQueue() override;

    /// Adds an episode, unless it is there already; a failed one is tried again. A file that is
    /// complete already is reported as finished.
    void add(base::EpisodeId episode, const QUrl &url, const QString &filePath);

    /// The growing file of an episode for the player, adding it in front when it is not there; the
    /// file itself when that is complete. A source goes on by itself when a failed download is
    /// tried again. Errors: Denied, DiskFull, Busy.
    [[nodiscard]] base::Result<std::shared_ptr<media::ByteSource>>
    stream(base::EpisodeId episode, const QUrl &url, const QString &filePath);

    /// Stops it and keeps what is there for later; it leaves the queue without a signal.
    void cancel(base::EpisodeId episode);
    /// Stops it and removes what is there, also when it was complete.
    void discard(base::EpisodeId episode);

    /// As if the network had come back just now.
    void retryNow();

    [[nodiscard]] std::optional<DownloadProgress> progress(base::EpisodeId episode) const;
    [[nodiscard]] std::vector<DownloadProgress> all() const;

signals:
    /// At most ten times a second for each, and at each change of state.
    void progressChanged(const app::downloads::DownloadProgress &progress);
    void finished(app::base::EpisodeId episode, const QString &filePath, qint64 sizeBytes);
    void failed(app::base::EpisodeId episode, const app::base::Error &error);

private:
    struct Entry;

    [[nodiscard]] Entry *find(base::EpisodeId episode) const;
    Entry &insert(base::EpisodeId episode, const QUrl &url, const QString &filePath, bool inFront);
    void pumpSoon();
    void pump();
    void begin(Entry &entry);
    [[nodiscard]] base::Result<void> openPart(Entry &entry);
    void fetch(Entry &entry);
    void completeOnLane(Entry &entry);
    void onCompleted(const std::shared_ptr<PartialFile> &part, const base::Result<void> &completed);
    void stopFetching(Entry &entry);
    void setDone(Entry &entry);
    void setFailed(Entry &entry, const base::Error &error, bool keep);
    void remove(base::EpisodeId episode);
    void show(Entry &entry, bool atOnce);
    void updateProgress(Entry &entry) const;
    void updateWatch();

    network::HttpClient &m_client;
    DownloadOptions m_options;
    std::vector<std::unique_ptr<Entry>> m_entries;
    /// What the lane is giving its name now, by that name; its entry may be gone.
    std::map<QString, std::shared_ptr<PartialFile>> m_completing;
    network::NetworkWatch m_watch;
    bool m_pumping = false;
    work::Lane m_files; ///< last, so that it ends first
};

} // namespace app::downloads
