// SPDX-License-Identifier: GPL-3.0-or-later
// A note of what was just heard, without naming episode or place.
#include "app/library/episodestore.h"
#include "app/library/library.h"
#include "tests/support/cliprogram.h"
#include "tests/support/fakeclock.h"
#include "tests/support/httpfixture.h"
#include "tests/support/resulttest.h"
#include "tests/support/testlibrary.h"

#include <QTemporaryDir>
#include <QTest>

using namespace app::library;
using tests::await;
using tests::CliProgram;
using tests::CliRun;

class LookBackTest final : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cli = std::make_unique<CliProgram>(library());
        m_http = std::make_unique<tests::HttpFixture>();
        m_http->serveFolder(QStringLiteral(EARMARK_SOURCE_DIR "/resources/sample"));
        VERIFY_JSON(m_cli->json(
            {QStringLiteral("subscribe"), m_http->address(QStringLiteral("/feed.xml"))}));
    }

    void nothingHeardIsSaid()
    {
        VERIFY_PROBLEM(m_cli->json({QStringLiteral("note"), QStringLiteral("add")}), 1);
    }

    void marksTheSentencesJustHeard()
    {
        const app::base::EpisodeId episode = hear(200'000);
        const CliRun run = m_cli->json({QStringLiteral("note"),
                                        QStringLiteral("add"),
                                        QStringLiteral("--text"),
                                        QStringLiteral("see #zero")});
        VERIFY_JSON(run);
        const QJsonObject note = run.object();
        QCOMPARE(note[QStringLiteral("episodeId")].toInteger(), episode.number());
        const double start = note[QStringLiteral("start")].toDouble();
        const double end = note[QStringLiteral("end")].toDouble();
        // From a sentence 30 s ago, give or take 8 s, to the end of the one being spoken.
        QVERIFY2(start >= 162 && start <= 178, qPrintable(QString::number(start)));
        QVERIFY2(end >= 192 && end <= 208, qPrintable(QString::number(end)));
        QVERIFY(note[QStringLiteral("quote")].toString().size() > 40);
        QCOMPARE(note[QStringLiteral("tags")].toArray().first().toString(), QStringLiteral("zero"));
    }

    void aPlaceNeedsItsEpisode()
    {
        hear(200'000);
        VERIFY_PROBLEM(
            m_cli->json({QStringLiteral("note"), QStringLiteral("add"), QStringLiteral("1")}), 2);
    }

private:
    [[nodiscard]] QString library() const { return m_folder->filePath(QStringLiteral("library")); }

    /// As if the newest episode had been played up to a place.
    app::base::EpisodeId hear(qint64 ms)
    {
        const tests::FakeClock clock;
        const auto opened = Library::open(library(), clock);
        const auto heard = await((*opened)->write(
            Durability::Normal,
            [ms, &clock](Connection &connection,
                         Changes &changes) -> app::base::Result<app::base::EpisodeId> {
                EpisodeStore store(connection);
                const auto rows = store.page({}, 0, 1);
                const auto id = rows->front().id;
                const auto done = store.setPosition(
                    id, app::timestamps::MediaTime::fromMs(ms), clock.now(), changes);
                if (!done) {
                    return app::base::unexpected(done.error());
                }
                return id;
            }));
        return *heard;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CliProgram> m_cli;
    std::unique_ptr<tests::HttpFixture> m_http;
};

QTEST_GUILESS_MAIN(LookBackTest)
#include "tst_lookback.moc"
