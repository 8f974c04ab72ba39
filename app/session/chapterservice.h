// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/library/library.h"
#include "app/library/records.h"
#include "app/network/httpclient.h"
#include "app/session/history.h"
#include "app/session/listeningsettings.h"
#include "app/session/timekeeping.h"
#include "app/work/workerpool.h"

#include <QCache>
#include <QFuture>
#include <QObject>
#include <QSet>

#include <memory>
#include <vector>

namespace app::session {

/// An episode's chapters: the list to show, and every source's own.
struct EpisodeChapters
{
    timestamps::Chapters shown;
    std::vector<library::ChapterList> lists; ///< the one `shown` is built on first; may be empty

    bool operator==(const EpisodeChapters &) const = default;
};

/// What chapters can be written as: Podcasting 2.0 JSON, Podlove Simple Chapters.
enum class ChapterFormat { Json, Podlove };

/// Finds the chapters of episodes wherever they are: in the file, in the feed, at podcast:chapters,
/// in the show notes; keeps each list with its source and merges them. Thread: main.
class ChapterService final : public QObject
{
    Q_OBJECT

public:
    ChapterService(library::Library &library,
                   network::HttpClient &http,
                   work::WorkerPool &workers,
                   ListeningSettings &settings,
                   Timekeeping &timekeeping,
                   History &history);

    /// What is known is given without waiting for a server; what is fetched or read from the file
    /// later comes with changed(). A list in the show notes counts from three times on, all of this
    /// recording, as the listener has decided about them.
    [[nodiscard]] QFuture<base::Result<EpisodeChapters>> of(const library::Episode &episode);

    /// Looks again in a file that has just become complete.
    void readFile(base::EpisodeId episode, const QString &path);

    /// Prefers a source for an episode; empty goes back to the usual order.
    QFuture<base::Result<void>> choose(base::EpisodeId episode, const QString &source);

    /// Makes these the listener's own chapters of an episode, which go before all others; none take
    /// them away. Can be undone.
    QFuture<base::Result<void>> setOwn(base::EpisodeId episode, timestamps::Chapters chapters);

    /// Writes chapters to a file. Errors: Denied, DiskFull.
    [[nodiscard]] QFuture<base::Result<void>> exportTo(const library::Episode &episode,
                                                       const timestamps::Chapters &chapters,
                                                       ChapterFormat format,
                                                       const QString &path);

    /// Writes chapters into the episode's downloaded file. Errors: NotFound (not downloaded), and
    /// those of media::writeFileChapters.
    [[nodiscard]] QFuture<base::Result<void>> writeIntoFile(const library::Episode &episode,
                                                            const timestamps::Chapters &chapters);

    /// A chapter's picture as it is stored: from the file, or from its address when that podcast's
    /// listener allows remote pictures. Errors: NotFound, Denied (not allowed), TooLarge (8 MB),
    /// Unsupported (neither JPEG, PNG, GIF nor WebP), and those of HttpClient. A few of the latest
    /// stay in memory.
    [[nodiscard]] QFuture<base::Result<QByteArray>> picture(const library::Episode &episode,
                                                            const timestamps::Chapter &chapter);

signals:
    /// Another list is kept, or chosen; ask again.
    void changed(app::base::EpisodeId episode);

private:
    using Lists = std::vector<library::ChapterList>;
    using Promise = std::shared_ptr<QPromise<base::Result<EpisodeChapters>>>;
    using PicturePromise = std::shared_ptr<QPromise<base::Result<QByteArray>>>;

    void readNotes(const library::Episode &episode, const Lists &kept, const Promise &promise);
    void keepNotes(base::EpisodeId episode,
                   const Lists &kept,
                   const timestamps::Chapters &found,
                   const Promise &promise);
    void lookFurther(const library::Episode &episode, const Lists &kept);
    void fetch(base::EpisodeId episode, const QString &address);
    void keep(base::EpisodeId episode, const QString &source, const timestamps::Chapters &chapters);
    QFuture<base::Result<timestamps::Chapters>> replaceOwn(base::EpisodeId episode,
                                                           const timestamps::Chapters &chapters);

    void pictureFromFile(const library::Episode &episode,
                         const timestamps::Chapter &chapter,
                         timestamps::MediaTime start,
                         const PicturePromise &promise);
    void pictureFromAddress(const library::Episode &episode,
                            const timestamps::Chapter &chapter,
                            const PicturePromise &promise);
    void givePicture(const library::Episode &episode,
                     const timestamps::Chapter &chapter,
                     const base::Result<QByteArray> &picture,
                     const PicturePromise &promise);

    library::Library &m_library;
    network::HttpClient &m_http;
    work::WorkerPool &m_workers;
    ListeningSettings &m_settings;
    Timekeeping &m_timekeeping;
    History &m_history;
    QSet<QString> m_lookedAt;               ///< files and addresses that have nothing more to give
    QCache<QString, QByteArray> m_pictures; ///< costs are bytes
};

} // namespace app::session
