// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/downloads/downloadoptions.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <atomic>
#include <memory>
#include <optional>

namespace app::downloads {
class PartialFile;
}

namespace app::downloads::internal {

/// Fills one growing file, with one transfer at a time.
///
/// Begins where a reader waits, else goes on behind where one waited last; stops where the next
/// bytes are there already and goes on with the next gap, first ahead, then from the start. A
/// server that does not send parts, or other ones than asked for, is asked for the whole instead,
/// and readers wait until it gets to them. Thread: main.
class Fetcher final : public QObject
{
    Q_OBJECT

public:
    /// \param client  outlives it
    Fetcher(network::HttpClient &client,
            const DownloadOptions &options,
            const QUrl &url,
            std::shared_ptr<PartialFile> part);
    /// Stops; what is there stays in the file.
    ~Fetcher() override;

    void start();
    /// The network is back: tries again what pauses, and replaces a connection that is silent.
    void refresh();

    /// For playing it insists also when a try brings nothing.
    void setForPlaying(bool forPlaying) { m_forPlaying = forPlaying; }

    /// Whether a reader has been waiting for a moment.
    [[nodiscard]] bool isAwaited() const { return m_isAwaited; }

signals:
    // Whoever hears one of these may destroy the fetcher.
    /// \param important  not only some more bytes
    void progressed(bool important);
    /// The connection was lost; another try follows.
    void paused();
    /// All is there, but has not its name yet.
    void arrived();
    /// \param keep  what is there can be continued later
    void failed(const app::base::Error &error, bool keep);

private:
    void fetchNext();
    void send(const network::TransferRequest &request);
    [[nodiscard]] bool mayAskForParts() const;
    [[nodiscard]] network::TransferRequest nextRequest() const;
    void onHeaders(const network::Transfer::Headers &headers);
    [[nodiscard]] base::Result<void> accept(const network::Transfer::Headers &headers);
    void onBytes(const QByteArray &bytes);
    [[nodiscard]] base::Result<void> checkRoomNowAndThen(qint64 written);
    void onFinished();
    void onDropped(const base::Error &error);
    [[nodiscard]] std::optional<std::chrono::milliseconds> pauseAfter(const base::Error &error);
    void onWaitingChanged();
    void onNewWish(qint64 offset);
    void goWhereWanted();
    [[nodiscard]] bool isReachedSoon(qint64 offset) const;
    [[nodiscard]] bool broughtNothingNew() const;
    [[nodiscard]] std::chrono::milliseconds patienceLeft() const;
    void watchSilence();
    void onSilence();
    void onAwaited();

    network::HttpClient &m_client;
    DownloadOptions m_options;
    QUrl m_url;
    QString m_folder;
    std::shared_ptr<PartialFile> m_part;
    std::unique_ptr<network::Transfer> m_transfer;
    std::atomic<bool> m_told{false}; ///< a look at the waiting readers is on its way

    qint64 m_position = 0;         ///< of the next byte
    std::optional<qint64> m_until; ///< what is there already begins here
    bool m_askedForPart = false;
    bool m_answered = false;
    bool m_wholeOnly = false; ///< the server does not send parts that fit
    bool m_forPlaying = false;
    bool m_isAwaited = false;
    qint64 m_presentBefore = 0; ///< of this try
    qint64 m_untilRoomCheck = 0;
    int m_retries = 0;
    qint64 m_lastWanted = 0;
    quint64 m_lastTurn = 0; ///< of the reader that was gone for last
    bool m_isWaited = false;

    QTimer m_pause;
    QTimer m_silence;
    QTimer m_awaited;
    QElapsedTimer m_sinceBytes;
    QElapsedTimer m_hungry; ///< since a reader waits without any byte
};

} // namespace app::downloads::internal
