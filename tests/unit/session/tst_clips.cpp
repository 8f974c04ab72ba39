// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/mediainfo.h"
#include "app/session/clips.h"
#include "tests/support/await.h"
#include "tests/support/resulttest.h"
#include "tests/unit/session/madesound.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace app::session;
using app::library::Episode;
using app::playback::ClipRequest;
using app::timestamps::Duration;
using app::timestamps::MediaTime;
using app::timestamps::TimeRange;
using app::work::WorkerPool;
using tests::await;

namespace {

TimeRange range(qint64 from, qint64 to)
{
    return {MediaTime::fromMs(from), MediaTime::fromMs(to)};
}

Episode episodeCalled(const QString &title)
{
    Episode episode;
    episode.row.title = title;
    episode.row.podcastTitle = QStringLiteral("Tidewater Radio");
    episode.row.filePath = QStringLiteral("/sounds/1.mp3");
    episode.feed.link = QStringLiteral("https://pod.example/1");
    return episode;
}

} // namespace

class ClipsTest : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QFile file(m_folder->filePath(QStringLiteral("sound.wav")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(tests::beepingWav(120));
    }

    void aRequestSaysWhatItIs()
    {
        const auto request = Clips::requestFor(episodeCalled(QStringLiteral("Where\n zero is")),
                                               range(270'400, 284'900));
        VERIFY_RESULT(request);
        QCOMPARE(request->audioPath, QStringLiteral("/sounds/1.mp3"));
        QCOMPARE(request->range, range(270'400, 284'900));
        QCOMPARE(request->speed, 1.0);
        QCOMPARE(request->tags.title, QStringLiteral("Where zero is 4:30\u20134:45"));
        QCOMPARE(request->tags.album, QStringLiteral("Tidewater Radio"));
        QCOMPARE(request->tags.comment, QStringLiteral("https://pod.example/1"));
        QCOMPARE(request->outputPath, QString());
        Episode away = episodeCalled(QStringLiteral("Away"));
        away.row.filePath.clear();
        VERIFY_ERROR(Clips::requestFor(away, range(0, 1000)), NotFound);
    }

    void namesAreSafeEverywhere_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << "Where zero is"
                               << "mp3"
                               << "Where zero is 4.30-4.45.mp3";
        QTest::newRow("capitals") << "Where zero is"
                                  << "WAV"
                                  << "Where zero is 4.30-4.45.wav";
        QTest::newRow("climbing") << "../../etc/passwd"
                                  << "mp3/../../x"
                                  << "-..-etc-passwd 4.30-4.45.mp3x";
        QTest::newRow("nothing") << ""
                                 << "opus"
                                 << "untitled 4.30-4.45.opus";
    }

    void namesAreSafeEverywhere()
    {
        QFETCH(QString, title);
        QFETCH(QString, suffix);
        const QString name =
            Clips::fileNameFor(episodeCalled(title), range(270'000, 285'000), suffix);
        QTEST(name, "name");
        QVERIFY(!name.contains(QLatin1Char('/')) && !name.startsWith(QLatin1Char('.')));
    }

    void longTitlesKeepTheirPlace()
    {
        const QString name = Clips::fileNameFor(episodeCalled(QString(5000, QChar(0x00FC))),
                                                range(3'723'000, 3'730'000),
                                                QStringLiteral("mp3"));
        QVERIFY(name.toUtf8().size() < 120);
        QVERIFY2(name.endsWith(QStringLiteral(" 1.02.03-1.02.10.mp3")), qPrintable(name));
    }

    void aClipIsWritten()
    {
        WorkerPool workers;
        Clips clips(workers);
        QSignalSpy progressed(&clips, &Clips::progressed);
        const auto pending = clips.write(request(10'000, 12'500));
        QVERIFY(clips.isWriting());
        const auto written = await(pending);
        VERIFY_RESULT(written);
        QCOMPARE(*written, Duration(2500));
        QVERIFY(!clips.isWriting());
        const auto info = app::media::readMediaInfo(output());
        VERIFY_RESULT(info);
        QVERIFY(std::chrono::abs(info->duration - Duration(2500)) < Duration(5));
        for (const auto &step : progressed) {
            QVERIFY(step[0].toDouble() >= 0.0 && step[0].toDouble() <= 1.0);
        }
    }

    void oneAtATime()
    {
        WorkerPool workers;
        Clips clips(workers);
        const auto first = clips.write(request(0, 60'000));
        VERIFY_ERROR(await(clips.write(request(0, 1000))), Busy);
        VERIFY_RESULT(await(first));
        VERIFY_RESULT(await(clips.write(request(0, 1000))));
    }

    void failuresAreToldAndOver()
    {
        WorkerPool workers;
        Clips clips(workers);
        VERIFY_ERROR(await(clips.write(request(5000, 5000))), Conflict);
        auto elsewhere = request(0, 1000);
        elsewhere.outputPath = m_folder->filePath(QStringLiteral("no/where.wav"));
        QVERIFY(!await(clips.write(elsewhere)).has_value());
        QVERIFY(!clips.isWriting());
    }

    void aCancelledClipLeavesNothing()
    {
        WorkerPool workers;
        Clips clips(workers);
        auto slow = request(0, 120'000);
        slow.speed = 0.5;
        const auto pending = clips.write(slow);
        clips.cancel();
        VERIFY_ERROR(await(pending), Busy);
        QVERIFY(!clips.isWriting());
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files),
                 QStringList{QStringLiteral("sound.wav")});
        VERIFY_RESULT(await(clips.write(request(0, 1000))));
        clips.cancel(); // nothing to cancel
        VERIFY_RESULT(await(clips.write(request(0, 1000))));
    }

    void mayEndWhileItWrites()
    {
        for (int i = 0; i < 10; ++i) {
            auto workers = std::make_unique<WorkerPool>();
            auto clips = std::make_unique<Clips>(*workers);
            const auto pending = clips->write(request(0, 120'000));
            if (i % 2 == 0) {
                QCoreApplication::processEvents();
            }
            clips.reset();
            workers.reset();
            QVERIFY(!await(pending).has_value());
        }
    }

private:
    [[nodiscard]] QString output() const { return m_folder->filePath(QStringLiteral("clip.wav")); }

    [[nodiscard]] ClipRequest request(qint64 from, qint64 to) const
    {
        ClipRequest request;
        request.audioPath = m_folder->filePath(QStringLiteral("sound.wav"));
        request.range = range(from, to);
        request.outputPath = output();
        return request;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(ClipsTest)
#include "tst_clips.moc"
