// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/connection.h"
#include "app/session/soundmaps.h"
#include "tests/support/resulttest.h"
#include "tests/unit/session/madesound.h"
#include "tests/unit/session/sessionfixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace app::session;
using app::library::Connection;
using app::media::SoundAnalysis;
using app::work::WorkerPool;
using tests::await;

namespace {

using Analysis = std::shared_ptr<const SoundAnalysis>;

struct Bench
{
    Bench()
        : maps(*fixture.library, *workers)
        , ready(&maps, &SoundMaps::ready)
        , failed(&maps, &SoundMaps::failed)
        , progressed(&maps, &SoundMaps::progressed)
    {}

    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(fixture.folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("a test file cannot be written");
        }
        return file.fileName();
    }

    [[nodiscard]] qint64 kept() const
    {
        return await(fixture.library->read([](Connection &connection) {
                   return connection.number(-1, "SELECT count(*) FROM sound_analyses");
               }))
            .value_or(-2);
    }

    [[nodiscard]] Analysis last() const { return ready.last()[1].value<Analysis>(); }

    tests::SessionFixture fixture;
    std::unique_ptr<WorkerPool> workers = std::make_unique<WorkerPool>();
    SoundMaps maps;
    QSignalSpy ready;
    QSignalSpy failed;
    QSignalSpy progressed;
};

} // namespace

class SoundMapsTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase() { qRegisterMetaType<Analysis>(); }

    void aRecordingIsAnalysedOnceAndKept()
    {
        Bench bench;
        const QString path = bench.write(QStringLiteral("1.wav"), tests::beepingWav(60));
        bench.maps.want(path);
        bench.maps.want(path); // it is on its way
        QTRY_COMPARE(bench.ready.count(), 1);
        QCOMPARE(bench.ready[0][0].toString(), path);
        const Analysis made = bench.last();
        QVERIFY(made);
        QCOMPARE(made->duration, std::chrono::seconds(60));
        QCOMPARE(made->peaks.size(), std::size_t(60 * SoundAnalysis::peaksPerSecond));
        QVERIFY(made->loudness.has_value());
        for (const auto &step : bench.progressed) {
            QCOMPARE(step[0].toString(), path);
            QVERIFY(step[1].toDouble() >= 0.0 && step[1].toDouble() <= 1.0);
        }
        QTRY_COMPARE(bench.kept(), 1);
        // The second time it comes from the library.
        bench.progressed.clear();
        bench.maps.want(path);
        QTRY_COMPARE(bench.ready.count(), 2);
        QCOMPARE(*bench.last(), *made);
        QCOMPARE(bench.progressed.count(), 0);
        QCOMPARE(bench.failed.count(), 0);
    }

    void aChangedFileIsAnalysedAgain()
    {
        Bench bench;
        const QString path = bench.write(QStringLiteral("1.wav"), tests::beepingWav(4));
        bench.maps.want(path);
        QTRY_COMPARE(bench.ready.count(), 1);
        bench.write(QStringLiteral("1.wav"), tests::beepingWav(6));
        bench.maps.want(path);
        QTRY_COMPARE(bench.ready.count(), 2);
        QCOMPARE(bench.last()->duration, std::chrono::seconds(6));
        QTRY_COMPARE(bench.kept(), 1);
    }

    void whatIsKeptButDamagedIsMadeAgain()
    {
        Bench bench;
        const QString path = bench.write(QStringLiteral("1.wav"), tests::beepingWav(4));
        bench.maps.want(path);
        QTRY_COMPARE(bench.ready.count(), 1);
        QTRY_COMPARE(bench.kept(), 1);
        VERIFY_RESULT(await(bench.fixture.library->write(
            app::library::Durability::Normal, [](Connection &connection, app::library::Changes &) {
                return connection.run("UPDATE sound_analyses SET data = x'00ff'");
            })));
        bench.maps.want(path);
        QTRY_COMPARE(bench.ready.count(), 2);
        QCOMPARE(bench.last()->duration, std::chrono::seconds(4));
    }

    void onlyTheLatestWishCounts()
    {
        Bench bench;
        QStringList paths;
        for (int i = 0; i < 8; ++i) {
            paths.append(bench.write(QStringLiteral("%1.wav").arg(i), tests::beepingWav(600)));
            bench.maps.want(paths.last());
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(!bench.ready.isEmpty() && bench.ready.last()[0] == paths.last());
        bench.workers.reset(); // nothing goes on behind
        QCoreApplication::processEvents();
        QCOMPARE(bench.ready.last()[0].toString(), paths.last());
        QCOMPARE(bench.failed.count(), 0);
    }

    void whatIsForgottenDoesNotCome()
    {
        Bench bench;
        const QString path = bench.write(QStringLiteral("1.wav"), tests::beepingWav(600));
        bench.maps.want(path);
        bench.maps.forget();
        bench.maps.want(path);
        bench.maps.want({});
        bench.workers.reset();
        QCOMPARE(await(bench.fixture.library->read([](Connection &connection) {
                     return connection.number(-1, "SELECT 7");
                 })).value_or(0),
                 7);
        QCoreApplication::processEvents();
        QCOMPARE(bench.ready.count() + bench.failed.count(), 0);
    }

    void failuresAreTold()
    {
        Bench bench;
        const QString gone = bench.fixture.folder.filePath(QStringLiteral("gone.mp3"));
        bench.maps.want(gone);
        QTRY_COMPARE(bench.failed.count(), 1);
        QCOMPARE(bench.failed[0][0].toString(), gone);
        QVERIFY(bench.failed[0][1].value<app::base::Error>().code
                == app::base::ErrorCode::NotFound);
        const QString page = bench.write(QStringLiteral("page.mp3"), "<html>not found</html>");
        bench.maps.want(page);
        QTRY_COMPARE(bench.failed.count(), 2);
        QCOMPARE(bench.kept(), 0);
        // Asked again it tries again.
        bench.maps.want(page);
        QTRY_COMPARE(bench.failed.count(), 3);
    }

    void mayEndAtAnyMoment()
    {
        Bench bench;
        const QString path = bench.write(QStringLiteral("1.wav"), tests::beepingWav(1200));
        for (int round = 0; round < 20; ++round) {
            SoundMaps maps(*bench.fixture.library, *bench.workers);
            maps.want(path);
            for (int i = 0; i < round; ++i) {
                QCoreApplication::processEvents();
            }
        }
        QElapsedTimer timer;
        timer.start();
        bench.workers.reset();
        QVERIFY2(timer.elapsed() < 30'000, "work went on that nobody waits for");
    }
};

QTEST_GUILESS_MAIN(SoundMapsTest)
#include "tst_soundmaps.moc"
