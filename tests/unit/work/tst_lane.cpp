// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/result.h"
#include "app/work/job.h"
#include "app/work/lane.h"

#include <QFutureWatcher>
#include <QSemaphore>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <memory>

using app::work::Job;
using app::work::Lane;

class tst_lane : public QObject
{
    Q_OBJECT

private slots:
    void workRunsInOrderOnOneThread();
    void manyThreadsMayPost();
    void resultsMayBeFailures();
    void workMayOwnWhatCannotBeCopied();
    void cancelledBeforeItBeginsNeverRuns();
    void runningWorkSeesThatItIsCancelled();
    void destroyingDropsWhatIsQueued();
    void capturesAreGoneWhenTheFutureIsDone();
    void continuationsComeBack();
    void aJobCancelsWhenItGoes();
    void drainWaitsForAll();
};

void tst_lane::workRunsInOrderOnOneThread()
{
    Lane lane(QStringLiteral("test"));
    std::vector<int> order;
    std::vector<std::thread::id> threads;
    for (int i = 0; i < 1000; ++i) {
        auto future = lane.post([&, i] {
            order.push_back(i);
            threads.push_back(std::this_thread::get_id());
        });
        Q_UNUSED(future);
    }
    lane.drain();
    QCOMPARE(order.size(), std::size_t(1000));
    QVERIFY(std::is_sorted(order.begin(), order.end()));
    QCOMPARE(std::count(threads.begin(), threads.end(), threads.front()), std::ptrdiff_t(1000));
    QVERIFY(threads.front() != std::this_thread::get_id());
}

void tst_lane::manyThreadsMayPost()
{
    Lane lane(QStringLiteral("test"));
    int sum = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&lane, &sum] {
            for (int i = 0; i < 500; ++i) {
                const int back = lane.post([&sum, i] {
                                         ++sum;
                                         return i;
                                     })
                                     .result();
                Q_ASSERT(back == i);
                Q_UNUSED(back);
            }
        });
    }
    for (auto &thread : threads) {
        thread.join();
    }
    QCOMPARE(lane.post([&sum] { return sum; }).result(), 2000);
}

void tst_lane::resultsMayBeFailures()
{
    using app::base::ErrorCode;
    using app::base::Result;
    Lane lane(QStringLiteral("test"));
    auto failed = lane.post([]() -> Result<QString> {
        return app::base::unexpected(ErrorCode::Busy, QStringLiteral("it"));
    });
    auto fine = lane.post([]() -> Result<void> { return {}; });
    QCOMPARE(failed.result().error().detail, QStringLiteral("it"));
    QVERIFY(fine.result().has_value());
}

void tst_lane::workMayOwnWhatCannotBeCopied()
{
    Lane lane(QStringLiteral("test"));
    auto owned = std::make_unique<int>(7);
    QCOMPARE(lane.post([owned = std::move(owned)] { return *owned; }).result(), 7);
}

void tst_lane::cancelledBeforeItBeginsNeverRuns()
{
    Lane lane(QStringLiteral("test"));
    QSemaphore gate;
    auto first = lane.post([&gate] { gate.acquire(); });
    std::atomic<bool> ran{false};
    auto second = lane.post([&ran] { ran = true; });
    second.cancel();
    gate.release();
    lane.drain();
    QVERIFY(!ran);
    QVERIFY(second.isCanceled());
    QVERIFY(second.isFinished());
    QVERIFY(!first.isCanceled());
}

void tst_lane::runningWorkSeesThatItIsCancelled()
{
    Lane lane(QStringLiteral("test"));
    QSemaphore began;
    auto future = lane.post([&began](const app::work::CancelCheck &cancelled) {
        began.release();
        int turns = 0;
        while (!cancelled()) {
            std::this_thread::yield();
            ++turns;
        }
        return turns;
    });
    began.acquire();
    future.cancel();
    lane.drain();
    QVERIFY(future.isCanceled());
    QCOMPARE(future.resultCount(), 0);
}

void tst_lane::destroyingDropsWhatIsQueued()
{
    QSemaphore began;
    QSemaphore gate;
    std::atomic<int> ran{0};
    QFuture<void> first;
    std::vector<QFuture<int>> queued;
    auto lane = std::make_unique<Lane>(QStringLiteral("test"));
    first = lane->post([&] {
        began.release();
        gate.acquire();
        ++ran;
    });
    for (int i = 0; i < 10; ++i) {
        queued.push_back(lane->post([&ran] { return ++ran; }));
    }
    began.acquire();
    std::thread ending([&lane] { lane.reset(); });
    gate.release();
    ending.join();
    QVERIFY(first.isFinished());
    QVERIFY(!first.isCanceled());
    for (const auto &future : queued) {
        QVERIFY(future.isFinished());
    }
    // What was not dropped was done; nothing is left hanging in between.
    const auto dropped = std::count_if(
        queued.begin(), queued.end(), [](const auto &future) { return future.isCanceled(); });
    QCOMPARE(ran.load() + static_cast<int>(dropped), 11);
}

void tst_lane::capturesAreGoneWhenTheFutureIsDone()
{
    Lane lane(QStringLiteral("test"));
    for (int i = 0; i < 200; ++i) {
        auto held = std::make_shared<int>(i);
        const std::weak_ptr<int> watch = held;
        auto future = lane.post([held = std::move(held)] { return *held; });
        future.waitForFinished();
        QVERIFY(watch.expired());
    }
}

void tst_lane::continuationsComeBack()
{
    Lane lane(QStringLiteral("test"));
    QObject context;
    int got = 0;
    QThread *thread = nullptr;
    auto chain = lane.post([] { return 42; }).then(&context, [&](int value) {
        got = value;
        thread = QThread::currentThread();
    });
    QTRY_COMPARE(got, 42);
    QCOMPARE(thread, QThread::currentThread());
    QTRY_VERIFY(chain.isFinished());
}

void tst_lane::aJobCancelsWhenItGoes()
{
    Lane lane(QStringLiteral("test"));
    QSemaphore gate;
    auto blocking = lane.post([&gate] { gate.acquire(); });
    auto future = lane.post([] { return 1; });
    {
        const Job job(future);
        QVERIFY(job.isRunning());
    }
    gate.release();
    lane.drain();
    QVERIFY(future.isCanceled());
    QVERIFY(blocking.isFinished());
}

void tst_lane::drainWaitsForAll()
{
    Lane lane(QStringLiteral("test"));
    std::atomic<int> done{0};
    for (int i = 0; i < 50; ++i) {
        auto future = lane.post([&done] { ++done; });
        Q_UNUSED(future);
    }
    lane.drain();
    QCOMPARE(done.load(), 50);
    lane.drain();
}

QTEST_GUILESS_MAIN(tst_lane)
#include "tst_lane.moc"
