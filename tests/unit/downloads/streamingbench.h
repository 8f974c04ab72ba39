// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/downloads/downloadqueue.h"
#include "tests/support/httpfixture.h"
#include "tests/support/resulttest.h"

#include <QEventLoop>
#include <QFile>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <future>

namespace tests {

inline constexpr int wholeBytes = 6'000'000;

/// Bytes that tell where they are from.
inline QByteArray makeSound(char edition = 0)
{
    QByteArray bytes(wholeBytes, Qt::Uninitialized);
    for (int i = 0; i < wholeBytes; ++i) {
        bytes[i] = static_cast<char>((i >> 16) * 31 + (i >> 8) * 7 + i + edition);
    }
    return bytes;
}

inline const QByteArray &sound()
{
    static const QByteArray bytes = makeSound();
    return bytes;
}

/// Some bytes, or why there are none.
struct Got
{
    QByteArray bytes;
    std::optional<app::base::ErrorCode> error;
};

inline Got readAt(app::media::ByteSource &source, qint64 offset, qint64 size = 1000)
{
    QByteArray bytes(size, '\0');
    const auto got = source.readAt(offset, bytes.data(), size);
    return got ? Got{bytes.left(*got), {}} : Got{{}, got.error().code};
}

/// A player's view of one episode at /a of a web server.
class StreamingBench : public QObject
{
protected:
    static constexpr app::base::EpisodeId one{1};

    std::unique_ptr<HttpFixture> m_server;
    std::unique_ptr<app::network::HttpClient> m_client;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<app::downloads::DownloadQueue> m_queue;
    std::shared_ptr<app::media::ByteSource> m_source;
    std::optional<app::base::Error> m_failure;
    std::vector<app::downloads::DownloadProgress> m_shown;
    int m_finished = 0;

    static app::downloads::DownloadOptions hasty()
    {
        app::downloads::DownloadOptions options;
        options.retry.firstPause = std::chrono::milliseconds(2);
        options.limits.silence = std::chrono::milliseconds(2000);
        options.readerSilence = std::chrono::milliseconds(150);
        options.readerPatience = std::chrono::milliseconds(600);
        return options;
    }

    void makeQueue(const app::downloads::DownloadOptions &options = hasty())
    {
        m_queue = std::make_unique<app::downloads::DownloadQueue>(*m_client, options);
        connect(m_queue.get(), &app::downloads::DownloadQueue::finished, this, [this] {
            ++m_finished;
        });
        connect(m_queue.get(),
                &app::downloads::DownloadQueue::failed,
                this,
                [this](app::base::EpisodeId, const app::base::Error &error) { m_failure = error; });
        connect(m_queue.get(),
                &app::downloads::DownloadQueue::progressChanged,
                this,
                [this](const auto &progress) { m_shown.push_back(progress); });
    }

    QString path() const { return m_folder->filePath(QStringLiteral("a.mp3")); }

    void serve(const HttpRoute &route) { m_server->set(QStringLiteral("/a"), route); }

    void stream()
    {
        auto source = m_queue->stream(one, m_server->url(QStringLiteral("/a")), path());
        VERIFY_RESULT(source);
        m_source = *source;
    }

    /// Reads on a thread of its own, as the player does, while the event loop runs here.
    Got read(qint64 offset, qint64 size = 1000)
    {
        QEventLoop loop;
        QTimer::singleShot(30'000, &loop, [this] { m_source->interrupt(); });
        auto reading = std::async(std::launch::async, [&] {
            Got got = readAt(*m_source, offset, size);
            QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
            return got;
        });
        loop.exec();
        return reading.get();
    }

    template <typename T>
    static bool isReady(const std::future<T> &future)
    {
        return future.wait_for(std::chrono::milliseconds(0)) == std::future_status::ready;
    }

    bool isRightAt(qint64 offset)
    {
        const Got got = read(offset);
        return !got.error && !got.bytes.isEmpty()
               && got.bytes == sound().mid(offset, got.bytes.size());
    }

    QByteArray onDisk() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QList<QByteArray> ranges() const
    {
        QList<QByteArray> list;
        for (const auto &request : m_server->requests(QStringLiteral("/a"))) {
            const QByteArray range = request.headers.value("range");
            if (list.isEmpty() || list.last() != range) {
                list.append(range);
            }
        }
        return list;
    }

    /// A slow but honest server: a whole episode takes it seconds.
    static HttpRoute slow()
    {
        return {.body = sound(),
                .contentType = "audio/mpeg",
                .etag = "\"e\"",
                .chunkBytes = 20'000,
                .interval = std::chrono::milliseconds(2)};
    }

    void setUp()
    {
        m_server = std::make_unique<HttpFixture>();
        m_client = app::network::makeHttpClient();
        m_folder = std::make_unique<QTemporaryDir>();
        m_failure.reset();
        m_shown.clear();
        m_finished = 0;
        makeQueue();
    }

    void tearDown()
    {
        m_queue.reset();
        m_source.reset();
        m_client.reset();
        m_server.reset();
    }
};

} // namespace tests
