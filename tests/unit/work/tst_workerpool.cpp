// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/work/workerpool.h"

#include <QSemaphore>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>

using app::work::WorkerPool;

class tst_workerpool : public QObject
{
    Q_OBJECT

private slots:
    void resultsComeBack();
    void atLeastTwoRunAtOnce();
    void cancellingReachesRunningWork();
    void cancelledBeforeItBeginsNeverRuns();
    void destroyingDropsWhatIsQueued();
};

void tst_workerpool::resultsComeBack()
{
    WorkerPool pool;
    std::vector<QFuture<int>> futures;
    for (int i = 0; i < 200; ++i) {
        auto owned = std::make_unique<int>(i);
        futures.push_back(pool.run<int>(
            [owned = std::move(owned)](QPromise<int> &promise) { promise.addResult(*owned); }));
    }
    for (int i = 0; i < 200; ++i) {
        QCOMPARE(futures[static_cast<std::size_t>(i)].result(), i);
    }
}

void tst_workerpool::atLeastTwoRunAtOnce()
{
    WorkerPool pool;
    QSemaphore first;
    QSemaphore second;
    auto a = pool.run<bool>([&](QPromise<bool> &promise) {
        first.release();
        promise.addResult(second.tryAcquire(1, 30000));
    });
    auto b = pool.run<bool>([&](QPromise<bool> &promise) {
        second.release();
        promise.addResult(first.tryAcquire(1, 30000));
    });
    QVERIFY(a.result());
    QVERIFY(b.result());
}

void tst_workerpool::cancellingReachesRunningWork()
{
    WorkerPool pool;
    QSemaphore began;
    auto future = pool.run<int>([&began](QPromise<int> &promise) {
        began.release();
        while (!promise.isCanceled()) {
            std::this_thread::yield();
        }
    });
    began.acquire();
    future.cancel();
    future.waitForFinished();
    QVERIFY(future.isCanceled());
}

void tst_workerpool::cancelledBeforeItBeginsNeverRuns()
{
    std::atomic<bool> ran{false};
    {
        WorkerPool pool;
        QSemaphore gate;
        std::vector<QFuture<void>> blocking;
        for (int i = 0; i < std::max(2, QThread::idealThreadCount()); ++i) {
            blocking.push_back(pool.run<void>([&gate](QPromise<void> &) { gate.acquire(); }));
        }
        auto future = pool.run<void>([&ran](QPromise<void> &) { ran = true; });
        future.cancel();
        gate.release(static_cast<int>(blocking.size()));
        future.waitForFinished();
        for (auto &other : blocking) {
            other.waitForFinished();
        }
    }
    QVERIFY(!ran);
}

void tst_workerpool::destroyingDropsWhatIsQueued()
{
    std::vector<QFuture<void>> futures;
    std::atomic<int> ran{0};
    {
        WorkerPool pool;
        for (int i = 0; i < 100; ++i) {
            futures.push_back(pool.run<void>([&ran](QPromise<void> &) { ++ran; }));
        }
    }
    const auto dropped = std::count_if(
        futures.begin(), futures.end(), [](const auto &future) { return future.isCanceled(); });
    QCOMPARE(ran.load() + static_cast<int>(dropped), 100);
    for (const auto &future : futures) {
        QVERIFY(future.isFinished());
    }
}

QTEST_GUILESS_MAIN(tst_workerpool)
#include "tst_workerpool.moc"
