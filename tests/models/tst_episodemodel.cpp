// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/episodestore.h"
#include "app/library/podcaststore.h"
#include "tests/support/resulttest.h"
#include "tests/support/testlibrary.h"
#include "ui/models/episodemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using app::base::EpisodeId;
using app::library::Changes;
using app::library::Connection;
using app::library::EpisodeFilter;
using app::library::EpisodeRow;
using app::library::EpisodeStore;
using app::library::PodcastStore;
using app::timestamps::MediaTime;
using ui::models::EpisodeModel;

class TestEpisodeModel final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void readsByPages();
    void nothingIsReadBeforeAFilter();
    void positionChangesItsRowOnly();
    void newEpisodeIsInserted();
    void newEpisodeKeepsThePagesRead();
    void theOneInThePlayerIsToldApart();
    void filterShowsOthers();
    void lateAnswerOfAnOlderFilterIsDropped();
    void playedEpisodeLeavesTheInbox();
    void queueHasItsOwnOrder();
    void draggedInTheQueueAsksToBeMoved();
    void droppedElsewhereIsRefused();
    void removedPodcastTakesItsRows();
    void daysMakeSections();

private:
    [[nodiscard]] bool follow(int episodes);
    [[nodiscard]] bool show(const EpisodeFilter &filter = {});
    void checkAgainst(const EpisodeFilter &filter);

    template <typename Work>
    [[nodiscard]] bool change(Work work)
    {
        return m_test
            ->write([&work](Connection &connection, Changes &changes) {
                EpisodeStore store(connection);
                return work(store, changes);
            })
            .has_value();
    }

    std::unique_ptr<tests::TestLibrary> m_test;
    std::unique_ptr<EpisodeModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    app::base::PodcastId m_podcast;
};

void TestEpisodeModel::init()
{
    m_test = std::make_unique<tests::TestLibrary>();
    m_model = std::make_unique<EpisodeModel>(m_test->library(), m_test->clock());
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    // The tester fetches more behind each insertion; these tests say themselves when.
    m_tester->setUseFetchMore(false);
}

void TestEpisodeModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_test.reset();
}

bool TestEpisodeModel::follow(int episodes)
{
    const auto added = m_test->write([this, episodes](Connection &connection, Changes &changes) {
        return PodcastStore(connection)
            .add(QStringLiteral("https://example.org/feed"),
                 tests::feedOf(QStringLiteral("Tidewater Radio"), episodes),
                 m_test->clock().now(),
                 changes);
    });
    m_podcast = added ? added->podcast : app::base::PodcastId();
    return added.has_value();
}

bool TestEpisodeModel::show(const EpisodeFilter &filter)
{
    m_model->setFilter(filter);
    // A quick answer is there at once, a slow one comes by the event loop.
    return tests::waitFor([this] { return m_model->isLoaded(); });
}

void TestEpisodeModel::checkAgainst(const EpisodeFilter &filter)
{
    const auto rows = m_test->read(
        [&filter](Connection &connection) { return EpisodeStore(connection).page(filter, 0, 0); });
    VERIFY_RESULT(rows);
    QVERIFY(static_cast<std::size_t>(m_model->rowCount()) <= rows->size());
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QCOMPARE(m_model->episodeAt(row)->id, (*rows)[static_cast<std::size_t>(row)].id);
    }
}

void TestEpisodeModel::readsByPages()
{
    QVERIFY(follow(450));
    QVERIFY(show());
    QCOMPARE(m_model->rowCount(), 200);
    QCOMPARE(m_model->episodeAt(0)->title, QStringLiteral("Episode 450"));
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QVERIFY(m_model->canFetchMore({}));
    m_model->fetchMore({});
    QTRY_COMPARE(m_model->rowCount(), 400);
    QTRY_VERIFY(m_model->canFetchMore({}));
    m_model->fetchMore({});
    QTRY_COMPARE(m_model->rowCount(), 450);
    QVERIFY(!m_model->canFetchMore({}));
    QCOMPARE(inserted.size(), 2);
    QCOMPARE(inserted.at(1).at(1).toInt(), 400);
    QCOMPARE(inserted.at(1).at(2).toInt(), 449);
    checkAgainst({});
    QCOMPARE(m_model->rowOf(m_model->episodeAt(449)->id), 449);
}

void TestEpisodeModel::nothingIsReadBeforeAFilter()
{
    QVERIFY(!m_model->isLoaded());
    QVERIFY(show());
    QVERIFY(m_model->isLoaded());
    QCOMPARE(m_model->rowCount(), 0);
}

void TestEpisodeModel::positionChangesItsRowOnly()
{
    QVERIFY(follow(30));
    QVERIFY(show());
    const EpisodeId id = m_model->episodeAt(7)->id;
    const auto begin = [this, id](EpisodeStore &store, Changes &changes) {
        return store.setPosition(id, MediaTime::fromMs(1'000), m_test->clock().now(), changes);
    };
    // The first position begins the episode, which other places list; later ones change nothing
    // else.
    QSignalSpy loaded(m_model.get(), &EpisodeModel::loaded);
    QVERIFY(change(begin));
    QTRY_COMPARE(loaded.size(), 1);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QVERIFY(change([this, id](EpisodeStore &store, Changes &changes) {
        return store.setPosition(id, MediaTime::fromMs(270'000), m_test->clock().now(), changes);
    }));
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed.at(0).at(0).toModelIndex().row(), 7);
    QCOMPARE(changed.at(0).at(1).toModelIndex().row(), 7);
    QCOMPARE(m_model->episodeAt(7)->position, MediaTime::fromMs(270'000));
    QCOMPARE(reset.size(), 0);
}

void TestEpisodeModel::newEpisodeIsInserted()
{
    QVERIFY(follow(30));
    QVERIFY(show());
    const EpisodeId first = m_model->episodeAt(0)->id;
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QVERIFY(follow(32));
    QTRY_COMPARE(m_model->rowCount(), 32);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.at(0).at(1).toInt(), 0);
    QCOMPARE(inserted.at(0).at(2).toInt(), 1);
    QCOMPARE(m_model->episodeAt(2)->id, first);
    QCOMPARE(reset.size(), 0);
    checkAgainst({});
}

void TestEpisodeModel::newEpisodeKeepsThePagesRead()
{
    QVERIFY(follow(450));
    QVERIFY(show());
    m_model->fetchMore({});
    QTRY_COMPARE(m_model->rowCount(), 400);
    QVERIFY(follow(451));
    QTRY_COMPARE(m_model->episodeAt(0)->title, QStringLiteral("Episode 451"));
    QCOMPARE(m_model->rowCount(), 400);
    QVERIFY(m_model->canFetchMore({}));
    m_model->fetchMore({});
    QTRY_COMPARE(m_model->rowCount(), 451);
    checkAgainst({});
}

void TestEpisodeModel::theOneInThePlayerIsToldApart()
{
    QVERIFY(follow(3));
    QVERIFY(show({}));
    QSignalSpy changed(m_model.get(), &EpisodeModel::dataChanged);
    m_model->setPlaying(m_model->episodeAt(1)->id);
    QCOMPARE(changed.size(), 1);
    QVERIFY(m_model->index(1).data(EpisodeModel::PlayingRole).toBool());
    QVERIFY(!m_model->index(0).data(EpisodeModel::PlayingRole).toBool());
    const QString spoken = m_model->index(1).data(Qt::AccessibleTextRole).toString();
    QVERIFY(spoken.startsWith(m_model->episodeAt(1)->title + QStringLiteral(", ")));
    QVERIFY(spoken.contains(QStringLiteral("playing")));
    m_model->setPlaying({});
    QVERIFY(!m_model->index(1)
                 .data(Qt::AccessibleTextRole)
                 .toString()
                 .contains(QStringLiteral("playing")));
}

void TestEpisodeModel::filterShowsOthers()
{
    QVERIFY(follow(30));
    EpisodeFilter filter;
    filter.titleContains = QStringLiteral("EPISODE 2");
    QVERIFY(show(filter));
    QCOMPARE(m_model->rowCount(), 11);
    checkAgainst(filter);
    filter.titleContains = QStringLiteral("no such");
    QVERIFY(show(filter));
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(!m_model->canFetchMore({}));
}

void TestEpisodeModel::lateAnswerOfAnOlderFilterIsDropped()
{
    QVERIFY(follow(30));
    EpisodeFilter filter;
    filter.titleContains = QStringLiteral("Episode 30");
    m_model->setFilter({});
    m_model->setFilter(filter);
    QTRY_COMPARE(m_model->rowCount(), 1);
    // Reads are done in order, so both answers are there once one more is.
    checkAgainst(filter);
    QCoreApplication::processEvents();
    QCOMPARE(m_model->rowCount(), 1);
}

void TestEpisodeModel::playedEpisodeLeavesTheInbox()
{
    QVERIFY(follow(5));
    EpisodeFilter filter;
    filter.state = EpisodeFilter::State::Unplayed;
    QVERIFY(show(filter));
    const EpisodeId id = m_model->episodeAt(1)->id;
    QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
    QVERIFY(change([id](EpisodeStore &store, Changes &changes) {
        return store.setPlayed(id, true, changes);
    }));
    QTRY_COMPARE(m_model->rowCount(), 4);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed.at(0).at(1).toInt(), 1);
    QVERIFY(!m_model->rowOf(id));
}

void TestEpisodeModel::queueHasItsOwnOrder()
{
    QVERIFY(follow(5));
    EpisodeFilter filter;
    QVERIFY(show(filter));
    const EpisodeId oldest = m_model->episodeAt(4)->id;
    const EpisodeId newest = m_model->episodeAt(0)->id;
    filter.state = EpisodeFilter::State::Queued;
    QVERIFY(show(filter));
    QCOMPARE(m_model->rowCount(), 0);
    QVERIFY(change([&](EpisodeStore &store, Changes &changes) {
        return store.enqueue({oldest, newest}, -1, changes);
    }));
    QTRY_COMPARE(m_model->rowCount(), 2);
    QCOMPARE(m_model->episodeAt(0)->id, oldest);
    QVERIFY(!m_model->index(0).data(EpisodeModel::StartsSectionRole).toBool());
    QVERIFY(change([&](EpisodeStore &store, Changes &changes) {
        return store.enqueue({newest}, 0, changes);
    }));
    QTRY_COMPARE(m_model->episodeAt(0)->id, newest);
    QCOMPARE(m_model->rowCount(), 2);
}

void TestEpisodeModel::draggedInTheQueueAsksToBeMoved()
{
    QVERIFY(follow(3));
    QVERIFY(show());
    std::vector<EpisodeId> all;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        all.push_back(m_model->episodeAt(row)->id);
    }
    QVERIFY(change(
        [&](EpisodeStore &store, Changes &changes) { return store.enqueue(all, -1, changes); }));
    EpisodeFilter queue;
    queue.state = EpisodeFilter::State::Queued;
    QVERIFY(show(queue));
    QVERIFY(m_model->flags(m_model->index(1)) & Qt::ItemIsDragEnabled);
    const std::unique_ptr<QMimeData> dragged(m_model->mimeData({m_model->index(2)}));
    QCOMPARE(EpisodeModel::episodeIn(dragged.get()), std::optional(all[2]));
    QCOMPARE(dragged->text(), m_model->episodeAt(2)->title);
    QSignalSpy dropped(m_model.get(), &EpisodeModel::queueDropped);
    // Nothing is taken out by the view: the library says what became of it.
    QVERIFY(!m_model->dropMimeData(dragged.get(), Qt::MoveAction, 0, 0, {}));
    QCOMPARE(dropped.count(), 1);
    QCOMPARE(dropped[0][0].value<EpisodeId>(), all[2]);
    QCOMPARE(dropped[0][1].toInt(), 0);
}

void TestEpisodeModel::droppedElsewhereIsRefused()
{
    QVERIFY(follow(2));
    QVERIFY(show());
    const std::unique_ptr<QMimeData> dragged(m_model->mimeData({m_model->index(0)}));
    QSignalSpy dropped(m_model.get(), &EpisodeModel::queueDropped);
    QVERIFY(!m_model->canDropMimeData(dragged.get(), Qt::MoveAction, 0, 0, {}));
    QVERIFY(!m_model->dropMimeData(dragged.get(), Qt::MoveAction, 0, 0, {}));
    EpisodeFilter queue;
    queue.state = EpisodeFilter::State::Queued;
    QVERIFY(show(queue));
    QMimeData foreign;
    foreign.setData(EpisodeModel::mimeType(), "not a number");
    QVERIFY(!m_model->canDropMimeData(&foreign, Qt::MoveAction, 0, 0, {}));
    QVERIFY(!m_model->dropMimeData(nullptr, Qt::MoveAction, 0, 0, {}));
    QCOMPARE(dropped.count(), 0);
}

void TestEpisodeModel::removedPodcastTakesItsRows()
{
    QVERIFY(follow(5));
    QVERIFY(show());
    const auto gone = m_test->write([this](Connection &connection, Changes &changes) {
        return PodcastStore(connection).remove(m_podcast, changes);
    });
    VERIFY_RESULT(gone);
    QTRY_COMPARE(m_model->rowCount(), 0);
}

void TestEpisodeModel::daysMakeSections()
{
    QVERIFY(follow(3));
    // The last one appeared on 4 January 2024.
    m_test->clock().set(QDateTime(QDate(2024, 1, 4), QTime(12, 0), Qt::UTC));
    QVERIFY(show());
    QCOMPARE(m_model->index(0).data(EpisodeModel::SectionRole).toString(), QStringLiteral("Today"));
    QCOMPARE(m_model->index(1).data(EpisodeModel::SectionRole).toString(),
             QStringLiteral("Yesterday"));
    QVERIFY(m_model->index(0).data(EpisodeModel::StartsSectionRole).toBool());
    QVERIFY(m_model->index(1).data(EpisodeModel::StartsSectionRole).toBool());
    QVERIFY(!m_model->index(0).data(EpisodeModel::EpisodeRole).value<EpisodeRow>().played);
    QVERIFY(!m_model->index(5).isValid());
}

QTEST_GUILESS_MAIN(TestEpisodeModel)
#include "tst_episodemodel.moc"
