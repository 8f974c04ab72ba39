// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/episodestore.h"
#include "app/library/podcaststore.h"
#include "tests/support/resulttest.h"
#include "tests/support/testlibrary.h"
#include "ui/models/sidebarmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using app::base::PodcastId;
using app::library::Changes;
using app::library::Connection;
using app::library::EpisodeStore;
using app::library::PodcastStore;
using ui::models::Place;
using ui::models::SidebarModel;

class TestSidebarModel final : public QObject
{
    Q_OBJECT

private slots:
    void placesAreThereAtOnce();
    void podcastsStandByTitle();
    void countsFollow();
    void positionsDoNotReadAgain();
    void problemIsShown();
    void podcastGoes();

private:
    static PodcastId follow(tests::TestLibrary &test, const QString &title, int episodes);
    static void settle(tests::TestLibrary &test, QSignalSpy &loaded);
};

/** Until the model has no reading left under way: reads are done in order, so ours comes after it.
 */
void TestSidebarModel::settle(tests::TestLibrary &test, QSignalSpy &loaded)
{
    do {
        loaded.clear();
        VERIFY_RESULT(
            test.read([](Connection &connection) { return PodcastStore(connection).all(); }));
        QCoreApplication::processEvents();
    } while (!loaded.isEmpty());
}

PodcastId TestSidebarModel::follow(tests::TestLibrary &test, const QString &title, int episodes)
{
    const auto added = test.write([&](Connection &connection, Changes &changes) {
        return PodcastStore(connection)
            .add(QStringLiteral("https://example.org/") + title,
                 tests::feedOf(title, episodes),
                 test.clock().now(),
                 changes);
    });
    return added ? added->podcast : PodcastId();
}

void TestSidebarModel::placesAreThereAtOnce()
{
    tests::TestLibrary test;
    SidebarModel model(test.library());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 7);
    QCOMPARE(model.rowOf(QStringLiteral("inbox")), 0);
    QCOMPARE(model.rowOf(QStringLiteral("history")), 3);
    QCOMPARE(model.rowOf(QStringLiteral("notes")), 5);
    QCOMPARE(model.rowOf(QString()), -1);
    QCOMPARE(model.rowOf(QStringLiteral("podcast/9")), -1);
    QVERIFY(!(model.index(4).flags() & Qt::ItemIsSelectable));
    QVERIFY(model.index(0).flags() & Qt::ItemIsSelectable);
    QTRY_VERIFY(model.isLoaded());
    QCOMPARE(model.podcastCount(), 0);
}

void TestSidebarModel::podcastsStandByTitle()
{
    tests::TestLibrary test;
    SidebarModel model(test.library());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const PodcastId tide = follow(test, QStringLiteral("Tidewater Radio"), 2);
    follow(test, QStringLiteral("Margin of Error"), 1);
    QTRY_COMPARE(model.podcastCount(), 2);
    QCOMPARE(model.placeAt(7)->title, QStringLiteral("Margin of Error"));
    QCOMPARE(model.placeAt(8)->key(), QStringLiteral("podcast/%1").arg(tide.number()));
    QCOMPARE(model.rowOf(model.placeAt(8)->key()), 8);
    QCOMPARE(model.index(8).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Tidewater Radio, 2"));
}

void TestSidebarModel::countsFollow()
{
    tests::TestLibrary test;
    SidebarModel model(test.library());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    follow(test, QStringLiteral("Tidewater Radio"), 3);
    QTRY_COMPARE(model.placeAt(0)->count, 3);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    const auto queued = test.write([](Connection &connection, Changes &changes) {
        return EpisodeStore(connection).enqueue({app::base::EpisodeId(1)}, -1, changes);
    });
    VERIFY_RESULT(queued);
    QTRY_COMPARE(model.placeAt(1)->count, 1);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 1);
    QCOMPARE(inserted.size(), 0);
}

void TestSidebarModel::positionsDoNotReadAgain()
{
    tests::TestLibrary test;
    SidebarModel model(test.library());
    QSignalSpy loaded(&model, &SidebarModel::loaded);
    follow(test, QStringLiteral("Tidewater Radio"), 3);
    QTRY_COMPARE(model.placeAt(0)->count, 3);
    settle(test, loaded);
    QSignalSpy committed(&test.library(), &app::library::Library::changed);
    const auto keep = [&](int ms) {
        VERIFY_RESULT(test.write([&](Connection &connection, Changes &changes) {
            return EpisodeStore(connection)
                .setPosition(app::base::EpisodeId(1),
                             app::timestamps::MediaTime::fromMs(ms),
                             test.clock().now(),
                             changes);
        }));
        QTRY_COMPARE(committed.size(), 1);
        committed.clear();
    };
    // The first one begins the episode, which may move it between places; later ones do not.
    keep(1000);
    QTRY_VERIFY(!loaded.isEmpty());
    settle(test, loaded);
    keep(1500);
    VERIFY_RESULT(test.read([](Connection &connection) { return PodcastStore(connection).all(); }));
    QCoreApplication::processEvents();
    QCOMPARE(loaded.size(), 0);
}

void TestSidebarModel::problemIsShown()
{
    tests::TestLibrary test;
    SidebarModel model(test.library());
    const PodcastId tide = follow(test, QStringLiteral("Tidewater Radio"), 1);
    QTRY_COMPARE(model.podcastCount(), 1);
    const auto failed = test.write([tide](Connection &connection, Changes &changes) {
        return PodcastStore(connection)
            .setFetchError(tide, QStringLiteral("The server answered 503."), changes);
    });
    VERIFY_RESULT(failed);
    QTRY_COMPARE(model.placeAt(7)->problem, QStringLiteral("The server answered 503."));
    QCOMPARE(model.index(7).data(Qt::ToolTipRole).toString(),
             QStringLiteral("The server answered 503."));
}

void TestSidebarModel::podcastGoes()
{
    tests::TestLibrary test;
    SidebarModel model(test.library());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const PodcastId tide = follow(test, QStringLiteral("Tidewater Radio"), 1);
    follow(test, QStringLiteral("Margin of Error"), 1);
    QTRY_COMPARE(model.podcastCount(), 2);
    const auto gone = test.write([tide](Connection &connection, Changes &changes) {
        return PodcastStore(connection).remove(tide, changes);
    });
    VERIFY_RESULT(gone);
    QTRY_COMPARE(model.podcastCount(), 1);
    QCOMPARE(model.placeAt(7)->title, QStringLiteral("Margin of Error"));
    QTRY_COMPARE(model.placeAt(0)->count, 1);
}

QTEST_GUILESS_MAIN(TestSidebarModel)
#include "tst_sidebarmodel.moc"
