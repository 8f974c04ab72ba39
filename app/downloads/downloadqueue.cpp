// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/downloads/downloadqueue.h"

#include "app/downloads/internal/fetcher.h"
#include "app/downloads/partialfile.h"
#include "app/work/comeback.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace app::downloads {

using base::EpisodeId;
using base::Error;
using base::ErrorCode;
using base::Result;
using State = DownloadProgress::State;

namespace {

constexpr qint64 showEvery = 100; // milliseconds

} // namespace

struct DownloadQueue::Entry
{
    QUrl url;
    QString filePath;
    DownloadProgress progress;
    bool forPlaying = false; ///< somebody was given a source
    std::shared_ptr<PartialFile> part;
    std::unique_ptr<internal::Fetcher> fetcher;
    QElapsedTimer shown;
};

DownloadQueue::DownloadQueue(network::HttpClient &client, QObject *parent)
    : DownloadQueue(client, DownloadOptions(), parent)
{}

DownloadQueue::DownloadQueue(network::HttpClient &client, DownloadOptions options, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_options(std::move(options))
    , m_files(QStringLiteral("downloads"))
{
    connect(&m_watch, &network::NetworkWatch::cameBack, this, &DownloadQueue::retryNow);
}

DownloadQueue::~DownloadQueue() = default;

DownloadQueue::Entry *DownloadQueue::find(EpisodeId episode) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [episode](const auto &e) {
        return e->progress.episode == episode;
    });
    return found == m_entries.end() ? nullptr : found->get();
}

DownloadQueue::Entry &
DownloadQueue::insert(EpisodeId episode, const QUrl &url, const QString &filePath, bool inFront)
{
    auto entry = std::make_unique<Entry>();
    entry->url = url;
    entry->filePath = filePath;
    entry->progress.episode = episode;
    const auto at = inFront ? m_entries.begin() : m_entries.end();
    return **m_entries.insert(at, std::move(entry));
}

void DownloadQueue::add(EpisodeId episode, const QUrl &url, const QString &filePath)
{
    Entry *entry = find(episode);
    if (entry == nullptr) {
        entry = &insert(episode, url, filePath, false);
    } else {
        const bool lost =
            entry->progress.state == State::Done && !QFileInfo::exists(entry->filePath);
        if (entry->progress.state != State::Failed && !lost) {
            return;
        }
        if (entry->url != url || entry->filePath != filePath) {
            entry->part.reset();
        }
        entry->url = url;
        entry->filePath = filePath;
        entry->progress.state = State::Waiting;
    }
    pumpSoon();
    show(*entry, true);
}

Result<std::shared_ptr<media::ByteSource>>
DownloadQueue::stream(EpisodeId episode, const QUrl &url, const QString &filePath)
{
    Entry *entry = find(episode);
    const bool known = entry != nullptr;
    if (QFileInfo::exists(known ? entry->filePath : filePath)) {
        return media::openFileSource(known ? entry->filePath : filePath);
    }
    if (!known) {
        entry = &insert(episode, url, filePath, true);
    }
    if (const Result<void> opened = openPart(*entry); !opened) {
        const Error error = opened.error();
        if (!known) {
            remove(episode);
        }
        return base::unexpected(error);
    }
    entry->forPlaying = true;
    if (entry->fetcher) {
        entry->fetcher->setForPlaying(true);
    }
    auto source = entry->part->source();
    if (entry->progress.state != State::Running) {
        begin(*entry);
    }
    pumpSoon();
    return source;
}

void DownloadQueue::cancel(EpisodeId episode)
{
    remove(episode);
    pumpSoon();
}

void DownloadQueue::discard(EpisodeId episode)
{
    Entry *entry = find(episode);
    if (entry == nullptr) {
        return;
    }
    const QString path = entry->filePath;
    const auto completing = m_completing.find(path);
    std::shared_ptr<PartialFile> part =
        completing == m_completing.end() ? entry->part : completing->second;
    remove(episode);
    // At once, so that the next download of the same path cannot lose its file to this one.
    if (part) {
        part->discard();
        m_completing.erase(path);
        part.reset();
    }
    for (const QString &suffix :
         {QString(), QStringLiteral(".part"), QStringLiteral(".part.json")}) {
        QFile::remove(path + suffix);
    }
    pumpSoon();
}

std::optional<DownloadProgress> DownloadQueue::progress(EpisodeId episode) const
{
    Entry *entry = find(episode);
    if (entry == nullptr) {
        return std::nullopt;
    }
    updateProgress(*entry);
    return entry->progress;
}

std::vector<DownloadProgress> DownloadQueue::all() const
{
    std::vector<DownloadProgress> list;
    list.reserve(m_entries.size());
    for (const auto &entry : m_entries) {
        updateProgress(*entry);
        list.push_back(entry->progress);
    }
    return list;
}

void DownloadQueue::remove(EpisodeId episode)
{
    if (Entry *entry = find(episode)) {
        stopFetching(*entry);
        std::erase_if(m_entries, [entry](const auto &each) { return each.get() == entry; });
    }
}

void DownloadQueue::pumpSoon()
{
    if (!m_pumping) {
        m_pumping = true;
        QMetaObject::invokeMethod(this, &DownloadQueue::pump, Qt::QueuedConnection);
    }
}

void DownloadQueue::pump()
{
    m_pumping = false;
    const auto running = std::count_if(m_entries.begin(), m_entries.end(), [](const auto &each) {
        return each->progress.state == State::Running && !each->forPlaying;
    });
    auto free = m_options.atOnce - running;
    // begin() may tell listeners, and these may change the list.
    std::vector<EpisodeId> next;
    for (const auto &entry : m_entries) {
        if (free > 0 && entry->progress.state == State::Waiting) {
            next.push_back(entry->progress.episode);
            --free;
        }
    }
    for (const EpisodeId episode : next) {
        Entry *entry = find(episode);
        if (entry != nullptr && entry->progress.state == State::Waiting) {
            begin(*entry);
        }
    }
}

Result<void> DownloadQueue::openPart(Entry &entry)
{
    if (entry.part) {
        return {};
    }
    // What was cancelled while it got its name goes on as if it had not been.
    if (const auto known = m_completing.find(entry.filePath); known != m_completing.end()) {
        entry.part = known->second;
        return {};
    }
    auto opened = PartialFile::open(entry.filePath, entry.url.toString());
    if (!opened) {
        return base::unexpected(opened.error());
    }
    entry.part = std::move(opened).value();
    updateProgress(entry);
    return {};
}

void DownloadQueue::begin(Entry &entry)
{
    entry.progress.error.reset();
    if (const Result<void> opened = openPart(entry); !opened) {
        if (opened.error().code == ErrorCode::Conflict) {
            setDone(entry);
        } else {
            setFailed(entry, opened.error(), true);
        }
        return;
    }
    entry.progress.state = State::Running;
    if (entry.part->isWhole()) {
        completeOnLane(entry);
    } else {
        fetch(entry);
    }
}

void DownloadQueue::fetch(Entry &entry)
{
    entry.fetcher.reset();
    auto fetcher = std::make_unique<internal::Fetcher>(m_client, m_options, entry.url, entry.part);
    fetcher->setForPlaying(entry.forPlaying);
    // The entry owns the fetcher, so it outlives every one of its signals.
    Entry *owner = &entry;
    internal::Fetcher *started = fetcher.get();
    connect(started, &internal::Fetcher::progressed, this, [this, owner](bool important) {
        show(*owner, important);
    });
    connect(started, &internal::Fetcher::paused, &m_watch, &network::NetworkWatch::watchNetworks);
    connect(started, &internal::Fetcher::arrived, this, [this, owner] { completeOnLane(*owner); });
    connect(started,
            &internal::Fetcher::failed,
            this,
            [this, owner](const Error &error, bool keep) { setFailed(*owner, error, keep); });
    entry.fetcher = std::move(fetcher);
    updateWatch();
    started->start();
}

void DownloadQueue::retryNow()
{
    std::vector<EpisodeId> episodes;
    for (const auto &entry : m_entries) {
        episodes.push_back(entry->progress.episode);
    }
    for (const EpisodeId episode : episodes) {
        Entry *entry = find(episode);
        if (entry == nullptr) {
            continue;
        }
        const bool lostTouch = entry->progress.state == State::Failed && entry->progress.error
                               && network::isWorthRetrying(*entry->progress.error);
        if (entry->fetcher) {
            entry->fetcher->refresh();
        } else if (lostTouch && entry->forPlaying) {
            begin(*entry);
        } else if (lostTouch) {
            entry->progress.state = State::Waiting;
            pumpSoon();
            show(*entry, true);
        }
    }
}

void DownloadQueue::updateWatch()
{
    m_watch.setActive(std::any_of(m_entries.begin(), m_entries.end(), [](const auto &entry) {
        return entry->fetcher != nullptr;
    }));
}

void DownloadQueue::completeOnLane(Entry &entry)
{
    stopFetching(entry);
    if (!m_completing.emplace(entry.filePath, entry.part).second) {
        return;
    }
    // Waiting for the disk may take seconds, which is nothing for the main thread.
    work::comeBack(m_files.post([part = entry.part] { return part->complete(); }),
                   this,
                   [this, path = entry.filePath, part = entry.part](const Result<void> &completed) {
                       const auto known = m_completing.find(path);
                       if (known != m_completing.end() && known->second == part) {
                           m_completing.erase(known);
                           onCompleted(part, completed);
                       }
                   });
}

void DownloadQueue::onCompleted(const std::shared_ptr<PartialFile> &part,
                                const Result<void> &completed)
{
    const auto waiting = std::find_if(
        m_entries.begin(), m_entries.end(), [&](const auto &each) { return each->part == part; });
    if (waiting == m_entries.end()) {
        return;
    }
    if (completed) {
        setDone(**waiting);
    } else {
        setFailed(**waiting, completed.error(), completed.error().code != ErrorCode::Malformed);
    }
}

void DownloadQueue::stopFetching(Entry &entry)
{
    entry.fetcher.reset();
    updateWatch();
}

void DownloadQueue::setDone(Entry &entry)
{
    stopFetching(entry);
    entry.part.reset();
    entry.forPlaying = false;
    const qint64 size = QFileInfo(entry.filePath).size();
    entry.progress.state = State::Done;
    entry.progress.receivedBytes = size;
    entry.progress.totalBytes = size;
    entry.progress.ranges = {{0, size}};
    entry.progress.waitingForReader = false;
    const EpisodeId episode = entry.progress.episode;
    const QString path = entry.filePath;
    pumpSoon();
    show(entry, true);
    emit finished(episode, path, size);
}

void DownloadQueue::setFailed(Entry &entry, const Error &error, bool keep)
{
    stopFetching(entry);
    updateProgress(entry);
    if (entry.part) {
        entry.part->fail(error);
        if (!keep) {
            entry.part->discard();
        }
        // A player that waits can go on when the same file does; nobody else needs it open.
        if (!keep || !entry.forPlaying) {
            entry.part.reset();
        }
    }
    entry.progress.waitingForReader = false;
    entry.progress.state = State::Failed;
    entry.progress.error = error;
    const EpisodeId episode = entry.progress.episode;
    pumpSoon();
    show(entry, true);
    emit failed(episode, error);
}

void DownloadQueue::updateProgress(Entry &entry) const
{
    if (!entry.part) {
        return;
    }
    entry.progress.receivedBytes = entry.part->presentBytes();
    entry.progress.totalBytes = entry.part->totalBytes();
    entry.progress.ranges = entry.part->ranges();
    entry.progress.waitingForReader = entry.fetcher && entry.fetcher->isAwaited();
}

void DownloadQueue::show(Entry &entry, bool atOnce)
{
    if (!atOnce && entry.shown.isValid() && entry.shown.elapsed() < showEvery) {
        return;
    }
    entry.shown.start();
    updateProgress(entry);
    emit progressChanged(entry.progress);
}

} // namespace app::downloads
