// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/base/result.h"
#include "app/media/bytesource.h"
#include "app/network/httpclient.h"

#include <QObject>
#include <QUrl>

#include <memory>
#include <optional>
#include <vector>

namespace app::downloads {

/// How far one download is.
struct DownloadProgress
{
    enum class State { Waiting, Running, Failed, Done };

    base::EpisodeId episode;
    State state = State::Waiting;
    qint64 receivedBytes = 0;
    std::optional<qint64> totalBytes;
    std::optional<base::Error> error; ///< with Failed

    bool operator==(const DownloadProgress &) const = default;
};

/// Fetches episodes, two at a time, in order; resumes what is there; tries again after a drop.
///
/// An episode asked for playing (stream()) goes first at once. A dropped connection is tried again
/// up to five times with growing pauses as long as each try brings bytes; then it fails with the
/// reason. A page instead of sound (text/html) is Malformed. Not enough room is DiskFull before
/// anything is fetched. Thread: main.
class DownloadQueue final : public QObject
{
    Q_OBJECT

public:
    /// \param client  outlives the queue
    explicit DownloadQueue(network::HttpClient &client, QObject *parent = nullptr);
    ~DownloadQueue() override;

    /// Adds an episode, unless it is there already; a failed one is tried again.
    void add(base::EpisodeId episode, const QUrl &url, const QString &filePath);

    /// The growing file of an episode for the player, adding it in front when it is not there.
    /// Errors: those of PartialFile::open.
    [[nodiscard]] base::Result<std::shared_ptr<media::ByteSource>>
    stream(base::EpisodeId episode, const QUrl &url, const QString &filePath);

    /// Stops it and keeps what is there for later.
    void cancel(base::EpisodeId episode);
    /// Stops it and removes what is there.
    void discard(base::EpisodeId episode);

    [[nodiscard]] std::optional<DownloadProgress> progress(base::EpisodeId episode) const;
    [[nodiscard]] std::vector<DownloadProgress> all() const;

signals:
    /// At most ten times a second for each, and at each change of state.
    void progressChanged(const app::downloads::DownloadProgress &progress);
    void finished(app::base::EpisodeId episode, const QString &filePath, qint64 sizeBytes);
    void failed(app::base::EpisodeId episode, const app::base::Error &error);

private:
    struct Entry;
    std::vector<std::unique_ptr<Entry>> m_entries;
    network::HttpClient &m_client;
};

} // namespace app::downloads
