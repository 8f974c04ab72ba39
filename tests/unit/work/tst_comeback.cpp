// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/work/comeback.h"
#include "app/work/lane.h"

#include <QTest>
#include <QThread>

#include <future>

using namespace app::work;

class ComeBackTest : public QObject
{
    Q_OBJECT

private slots:

    void bringsTheResultToTheThreadOfItsContext()
    {
        Lane lane(QStringLiteral("test"));
        QObject context;
        QThread *where = nullptr;
        const QFuture<QString> text =
            comeBack(lane.post([] { return 42; }), &context, [&where](int number) {
                where = QThread::currentThread();
                return QString::number(number);
            });
        QTRY_VERIFY(text.isFinished());
        QCOMPARE(text.result(), QStringLiteral("42"));
        QCOMPARE(where, QThread::currentThread());
    }

    void comesLaterEvenWhenAllIsDone()
    {
        QPromise<int> promise;
        promise.start();
        promise.addResult(1);
        promise.finish();
        QObject context;
        bool came = false;
        const auto done = comeBack(promise.future(), &context, [&came](int) { came = true; });
        QVERIFY(!came);
        QTRY_VERIFY(done.isFinished());
        QVERIFY(came);
    }

    void contextThatHasGoneIsNotCalled()
    {
        Lane lane(QStringLiteral("test"));
        std::promise<void> gate;
        auto context = std::make_unique<QObject>();
        bool came = false;
        const auto after = comeBack(lane.post([open = gate.get_future().share()] {
            open.wait();
            return 1;
        }),
                                    context.get(),
                                    [&came](int) { came = true; });
        context.reset();
        QVERIFY(after.isCanceled());
        QVERIFY(after.isFinished());
        gate.set_value();
        lane.drain();
        QCoreApplication::processEvents();
        QVERIFY(!came);
    }

    void contextMayGoWhileItIsCalled()
    {
        Lane lane(QStringLiteral("test"));
        auto *const context = new QObject;
        const auto after = comeBack(lane.post([] { return 7; }), context, [context](int number) {
            delete context;
            return number + 1;
        });
        QTRY_VERIFY(after.isFinished());
        QCOMPARE(after.result(), 8);
    }

    void whatWasCancelledStaysSo()
    {
        QPromise<int> promise;
        promise.start();
        QObject context;
        bool came = false;
        const auto after = comeBack(promise.future(), &context, [&came](int) { came = true; });
        promise.future().cancel();
        promise.finish();
        QTRY_VERIFY(after.isFinished());
        QVERIFY(after.isCanceled());
        QVERIFY(!came);
    }
};

QTEST_GUILESS_MAIN(ComeBackTest)
#include "tst_comeback.moc"
