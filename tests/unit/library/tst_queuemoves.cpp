// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/connection.h"
#include "app/library/episodestore.h"
#include "app/library/podcaststore.h"
#include "tests/support/resulttest.h"
#include "tests/support/testlibrary.h"

#include <algorithm>
#include <random>

using namespace app::library;
using app::base::EpisodeId;

namespace {

template <typename Work>
auto change(tests::TestLibrary &test, Work work)
{
    return test.write([&](Connection &connection, Changes &changes) {
        EpisodeStore store(connection);
        return work(store, changes);
    });
}

template <typename Work>
auto look(tests::TestLibrary &test, Work work)
{
    return test.read([&](Connection &connection) {
        EpisodeStore store(connection);
        return work(store);
    });
}

/// What enqueue() has to make of a queue: all that moves goes before the first that does not, from
/// the place on.
std::vector<EpisodeId>
moved(const std::vector<EpisodeId> &before, const std::vector<EpisodeId> &ids, int at)
{
    const auto moves = [&ids](EpisodeId id) {
        return std::find(ids.begin(), ids.end(), id) != ids.end();
    };
    const auto place =
        at < 0 ? before.size() : std::min(static_cast<std::size_t>(at), before.size());
    std::vector<EpisodeId> front;
    std::vector<EpisodeId> back;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (!moves(before[i])) {
            (i < place ? front : back).push_back(before[i]);
        }
    }
    for (const EpisodeId id : ids) {
        if (std::find(front.begin(), front.end(), id) == front.end()) {
            front.push_back(id);
        }
    }
    front.insert(front.end(), back.begin(), back.end());
    return front;
}

} // namespace

class QueueMovesTest : public QObject
{
    Q_OBJECT

private slots:
    void movesInTheQueueAreWhatAListDoes();
};

void QueueMovesTest::movesInTheQueueAreWhatAListDoes()
{
    tests::TestLibrary test;
    VERIFY_RESULT(test.write([&](Connection &connection, Changes &changes) {
        return PodcastStore(connection)
            .add(QStringLiteral("https://example.com/"),
                 tests::feedOf(QStringLiteral("Show"), 9),
                 QDateTime(QDate(2026, 11, 21), QTime(10, 0), Qt::UTC),
                 changes);
    }));
    const auto rows =
        look(test, [](EpisodeStore &store) { return store.page({}, 0, 0); }).value_or({});
    QCOMPARE(rows.size(), std::size_t(9));
    std::mt19937 random(20261121);
    const auto below = [&](int bound) {
        return static_cast<int>(random() % static_cast<unsigned>(bound));
    };
    std::vector<EpisodeId> model;
    for (int round = 0; round < 400; ++round) {
        if (below(6) == 0) {
            const EpisodeId id = rows[static_cast<std::size_t>(below(9))].id;
            VERIFY_RESULT(change(test, [&](EpisodeStore &store, Changes &changes) {
                return store.dequeue(id, changes);
            }));
            std::erase(model, id);
        } else {
            std::vector<EpisodeId> ids;
            for (int i = below(4); i >= 0; --i) {
                ids.push_back(rows[static_cast<std::size_t>(below(9))].id);
            }
            const int at = below(13) - 1;
            VERIFY_RESULT(change(test, [&](EpisodeStore &store, Changes &changes) {
                return store.enqueue(ids, at, changes);
            }));
            model = moved(model, ids, at);
        }
        QCOMPARE(look(test, [](EpisodeStore &store) { return store.queue(); }).value_or({}), model);
    }
}

QTEST_GUILESS_MAIN(QueueMovesTest)
#include "tst_queuemoves.moc"
