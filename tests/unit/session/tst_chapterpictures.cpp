// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/resulttest.h"
#include "tests/unit/session/chapterbench.h"
#include "tests/unit/session/madesound.h"

#include <QTest>

using app::settings::PodcastSettings;
using app::timestamps::Chapter;
using app::timestamps::MediaTime;
using tests::await;
using tests::ChapterBench;

namespace {

const QByteArray jpeg = QByteArray("\xff\xd8\xff\xe0") + QByteArray(500, 'j');
const QByteArray png = QByteArray("\x89PNG\r\n\x1a\n") + QByteArray(500, 'p');

Chapter chapterAt(qint64 ms, const QString &image = {})
{
    Chapter chapter;
    chapter.start = MediaTime::fromMs(ms);
    chapter.image = image;
    chapter.hasImage = true;
    return chapter;
}

void allowPictures(ChapterBench &bench)
{
    PodcastSettings own;
    own.remotePictures = true;
    const auto done = await(bench.settings.setOfPodcast(bench.episode().row.podcastId, own));
    QVERIFY(done.has_value());
}

} // namespace

class ChapterPicturesTest : public QObject
{
    Q_OBJECT

private slots:

    void theFilesOwnIsReadFromIt()
    {
        ChapterBench bench;
        bench.fixture.add(bench.feed);
        const QString path =
            bench.setFile(tests::silentMp3({{0, 5000, "One"}, {5000, 9000, "Two", jpeg}}));
        // Also before its chapters are in the library.
        QCOMPARE(*await(bench.service.picture(bench.episode(), chapterAt(5000))), jpeg);
        bench.service.readFile(bench.episode().row.id, path);
        QTRY_COMPARE(bench.changed.count(), 1);
        // A merged list may begin a little beside the file's own.
        QCOMPARE(*await(bench.service.picture(bench.episode(), chapterAt(5600))), jpeg);
        VERIFY_ERROR(await(bench.service.picture(bench.episode(), chapterAt(0))), NotFound);
        VERIFY_ERROR(await(bench.service.picture(bench.episode(), chapterAt(7000))), NotFound);
    }

    void remoteOnesOnlyWhenAllowed()
    {
        ChapterBench bench;
        bench.server.set(QStringLiteral("/p.png"), {.body = png, .contentType = "image/png"});
        bench.fixture.add(bench.feed);
        const Chapter chapter = chapterAt(0, bench.server.address(QStringLiteral("/p.png")));
        VERIFY_ERROR(await(bench.service.picture(bench.episode(), chapter)), Denied);
        QVERIFY(bench.server.requests().empty());
        allowPictures(bench);
        QCOMPARE(*await(bench.service.picture(bench.episode(), chapter)), png);
        QCOMPARE(*await(bench.service.picture(bench.episode(), chapter)), png);
        QCOMPARE(bench.server.requests(QStringLiteral("/p.png")).size(), 1u);
    }

    void addressesThatAreNoneAreNotAsked_data()
    {
        QTest::addColumn<QString>("address");
        QTest::newRow("none") << QString();
        QTest::newRow("file") << QStringLiteral("file:///etc/passwd");
        QTest::newRow("data") << QStringLiteral("data:image/png;base64,AAAA");
        QTest::newRow("ftp") << QStringLiteral("ftp://pod.example/p.png");
        QTest::newRow("relative") << QStringLiteral("p.png");
        QTest::newRow("no host") << QStringLiteral("http:///p.png");
    }

    void addressesThatAreNoneAreNotAsked()
    {
        QFETCH(QString, address);
        ChapterBench bench;
        bench.fixture.add(bench.feed);
        allowPictures(bench);
        VERIFY_ERROR(await(bench.service.picture(bench.episode(), chapterAt(0, address))),
                     NotFound);
    }

    void whatIsNoPictureIsNotGiven()
    {
        ChapterBench bench;
        bench.fixture.add(bench.feed);
        allowPictures(bench);
        const QString address = bench.server.address(QStringLiteral("/p"));
        for (const QByteArray &body : {QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
                                       QByteArray("<html>"),
                                       QByteArray(),
                                       QByteArray("RIFF0000WAVE")}) {
            bench.server.set(QStringLiteral("/p"), {.body = body, .contentType = "image/png"});
            VERIFY_ERROR(await(bench.service.picture(bench.episode(), chapterAt(0, address))),
                         Unsupported);
        }
        bench.server.set(QStringLiteral("/p"), {.body = png, .repeat = 20'000});
        VERIFY_ERROR(await(bench.service.picture(bench.episode(), chapterAt(0, address))),
                     TooLarge);
        bench.server.set(QStringLiteral("/p"), {.status = 404});
        VERIFY_ERROR(await(bench.service.picture(bench.episode(), chapterAt(0, address))),
                     NotFound);
    }

    void memoryHoldsAFewOnly()
    {
        ChapterBench bench;
        bench.fixture.add(bench.feed);
        allowPictures(bench);
        bench.server.set(QStringLiteral("/p"), {.body = png + QByteArray(7 << 20, 'x')});
        const auto ask = [&](int number) {
            const QString address = bench.server.address(QStringLiteral("/p?%1").arg(number));
            return await(bench.service.picture(bench.episode(), chapterAt(number, address)));
        };
        for (int number = 0; number < 4; ++number) {
            VERIFY_RESULT(ask(number));
        }
        QCOMPARE(bench.server.requests().size(), 4u);
        VERIFY_RESULT(ask(3));
        QCOMPARE(bench.server.requests().size(), 4u);
        VERIFY_RESULT(ask(0));
        QCOMPARE(bench.server.requests().size(), 5u);
    }

    void mayEndWhileItIsFetched()
    {
        ChapterBench bench;
        bench.server.set(QStringLiteral("/p.png"), {.body = png});
        bench.fixture.add(bench.feed);
        allowPictures(bench);
        const auto episode = bench.episode();
        const Chapter chapter = chapterAt(0, bench.server.address(QStringLiteral("/p.png")));
        for (int round = 0; round < 10; ++round) {
            app::session::ChapterService service(*bench.fixture.library,
                                                 *bench.http,
                                                 *bench.workers,
                                                 bench.settings,
                                                 bench.timekeeping,
                                                 bench.history);
            auto asked = service.picture(episode, chapter);
            for (int i = 0; i < round; ++i) {
                QCoreApplication::processEvents();
            }
            Q_UNUSED(asked);
        }
        QCOMPARE(*await(bench.service.picture(episode, chapter)), png);
    }
};

QTEST_GUILESS_MAIN(ChapterPicturesTest)
#include "tst_chapterpictures.moc"
