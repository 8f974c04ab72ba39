// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cliprogram.h"
#include "tests/support/httpfixture.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using tests::CliProgram;
using tests::CliRun;
using tests::HttpRoute;

namespace {

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QByteArray entityBomb()
{
    QByteArray bomb = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"lollollol\">";
    for (int i = 1; i < 40; ++i) {
        const QByteArray before = "&a" + QByteArray::number(i - 1) + ';';
        bomb += "<!ENTITY a" + QByteArray::number(i) + " \"" + before.repeated(10) + "\">";
    }
    return bomb + "]><rss><channel><title>&a39;</title></channel></rss>";
}

} // namespace

/// Everything hostile or broken: one clear sentence, status 1, nothing half-done, in bounded time.
class BadInputTest : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cli = std::make_unique<CliProgram>(m_folder->filePath(QStringLiteral("library")));
    }

    void badFeedsAreNotFollowed_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"html",
                                 "empty",
                                 "white space",
                                 "binary",
                                 "100 MB",
                                 "endless",
                                 "missing",
                                 "failing",
                                 "cut off",
                                 "redirects in a circle",
                                 "redirect to a file",
                                 "json"}) {
            QTest::newRow(kind) << QString::fromLatin1(kind);
        }
    }

    void badFeedsAreNotFollowed()
    {
        QFETCH(const QString, kind);
        tests::HttpFixture http;
        http.set(QStringLiteral("/feed"), route(kind));
        const QString address = http.address(QStringLiteral("/feed"));
        QElapsedTimer time;
        time.start();
        VERIFY_PROBLEM(m_cli->json({QStringLiteral("feed"), address}), 1);
        VERIFY_PROBLEM(m_cli->json({QStringLiteral("subscribe"), address}), 1);
        QVERIFY2(time.elapsed() < 40'000, qPrintable(QString::number(time.elapsed())));
        QCOMPARE(m_cli->json(words("podcasts")).array(), QJsonArray());
        QCOMPARE(m_cli->json(words("episodes")).array(), QJsonArray());
    }

    void entityBombsDoNotGrow()
    {
        tests::HttpFixture http;
        http.set(QStringLiteral("/feed"), {.body = entityBomb()});
        QElapsedTimer time;
        time.start();
        const CliRun run =
            m_cli->json({QStringLiteral("feed"), http.address(QStringLiteral("/feed"))});
        QVERIFY(time.elapsed() < 20'000);
        // Either is fine: refused, or read with what the entity stands for left alone.
        QVERIFY2(run.status == 1 || run.out.size() < 10'000, run.told());
    }

    void serversThatAreNotThere()
    {
        VERIFY_PROBLEM(m_cli->json(words("subscribe http://127.0.0.1:1/feed")), 1);
        VERIFY_PROBLEM(m_cli->json(words("subscribe ftp://127.0.0.1/feed")), 1);
        VERIFY_PROBLEM(m_cli->json({QStringLiteral("subscribe"), QString()}), 1);
        VERIFY_PROBLEM(m_cli->json(words("feed file:///etc/passwd")), 1);
    }

    void badSound_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("html") << QByteArray("<!DOCTYPE html><html><body>404</body></html>");
        QTest::newRow("zeros") << QByteArray(100'000, '\0');
        QTest::newRow("only a tag") << QByteArray("ID3\4\0\0\0\0\0\x0a") + QByteArray(10, '\0');
        QTest::newRow("only a header") << QByteArray("RIFF\xff\xff\xff\xffWAVE");
        QFile opus(QStringLiteral(EARMARK_SOURCE_DIR "/resources/sample/episode-1.opus"));
        QVERIFY(opus.open(QIODevice::ReadOnly));
        QTest::newRow("cut in its headers") << opus.read(60);
    }

    void badSound()
    {
        QFETCH(const QByteArray, bytes);
        const QString path = m_folder->filePath(QStringLiteral("sound.mp3"));
        write(path, bytes);
        const QString clip = m_folder->filePath(QStringLiteral("clip.wav"));
        VERIFY_PROBLEM(m_cli->json({QStringLiteral("info"), path}), 1);
        VERIFY_PROBLEM(m_cli->json(QStringList{QStringLiteral("clip"), path}
                                   + words("--from 0 --to 1 -o") + QStringList{clip}),
                       1);
        QVERIFY(!QFile::exists(clip));
        QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("clip*")}).size(), 0);
    }

    void soundThatBreaksOffIsAsLongAsItSounds()
    {
        QFile opus(QStringLiteral(EARMARK_SOURCE_DIR "/resources/sample/episode-1.opus"));
        QVERIFY(opus.open(QIODevice::ReadOnly));
        const QString path = m_folder->filePath(QStringLiteral("half.opus"));
        write(path, opus.read(opus.size() / 2));
        const CliRun run = m_cli->json({QStringLiteral("info"), path});
        VERIFY_JSON(run);
        const double duration = run.object()[QStringLiteral("duration")].toDouble();
        QVERIFY2(duration > 150 && duration < 260, run.told());
    }

    void soundThatIsNotThere()
    {
        VERIFY_PROBLEM(m_cli->json(words("info /nowhere/sound.mp3")), 1);
        VERIFY_PROBLEM(m_cli->json({QStringLiteral("info"), m_folder->path()}), 1);
        VERIFY_PROBLEM(m_cli->json(words("play /nowhere/sound.mp3")), 1);
    }

    void aWebPageIsNoDownload()
    {
        tests::HttpFixture http;
        http.set(QStringLiteral("/feed"),
                 {.body =
                      "<rss><channel><title>P</title><item><guid>g</guid><title>One</title>"
                      "<enclosure url=\"one.mp3\" type=\"audio/mpeg\"/></item></channel></rss>"});
        http.set(QStringLiteral("/one.mp3"),
                 {.body = "<html>please log in</html>", .contentType = "text/html"});
        VERIFY_JSON(
            m_cli->json({QStringLiteral("subscribe"), http.address(QStringLiteral("/feed"))}));
        VERIFY_PROBLEM(m_cli->json(words("download One")), 1);
        QVERIFY(m_cli->json(words("episodes")).array()[0][QStringLiteral("filePath")].isNull());
        VERIFY_PROBLEM(m_cli->json(words("info One")), 1);
    }

    void badTranscripts()
    {
        QByteArray binary(70'000, '\0');
        for (qsizetype i = 0; i < binary.size(); ++i) {
            binary[i] = static_cast<char>((i * 7919) % 256);
        }
        const QString path = m_folder->filePath(QStringLiteral("t.vtt"));
        write(path, binary);
        VERIFY_PROBLEM(m_cli->json({QStringLiteral("transcript"), path}), 1);
        VERIFY_PROBLEM(m_cli->json(words("transcript -"), {}), 1);
        VERIFY_PROBLEM(m_cli->json(words("transcript /nowhere.vtt")), 1);
    }

    void badImports()
    {
        const QString path = m_folder->filePath(QStringLiteral("import"));
        for (const QByteArray &bytes : {QByteArray(),
                                        QByteArray("hello"),
                                        QByteArray("{\"broken\": "),
                                        QByteArray("<html></html>"),
                                        QByteArray(5000, '\0')}) {
            write(path, bytes);
            VERIFY_PROBLEM(m_cli->json({QStringLiteral("import"), path}), 1);
        }
        QCOMPARE(m_cli->json(words("notes")).array(), QJsonArray());
    }

    void libraryFolderThatIsAFile()
    {
        write(m_cli->library(), "I am a file");
        VERIFY_PROBLEM(m_cli->json(words("podcasts")), 1);
        QFile file(m_cli->library());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("I am a file"));
    }

    void libraryThatIsGarbage()
    {
        QVERIFY(QDir().mkpath(m_cli->library()));
        const QString path = m_cli->library() + QStringLiteral("/library.sqlite");
        const QByteArray garbage = QByteArray("garbage ").repeated(2000);
        write(path, garbage);
        for (const char *line : {"podcasts", "doctor", "doctor --repair", "note add 1 --at 1"}) {
            VERIFY_PROBLEM(m_cli->json(words(line)), 1);
        }
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), garbage);
    }

    void libraryOfANewerVersionIsNotTouched()
    {
        VERIFY_JSON(m_cli->json(words("podcasts")));
        const QString path = m_cli->library() + QStringLiteral("/library.sqlite");
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        // user_version is a big-endian number at offset 60 of the SQLite header.
        QVERIFY(file.seek(60));
        QCOMPARE(file.write(QByteArray("\0\0\x7f\xff", 4)), 4);
        file.close();
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray before = file.readAll();
        file.close();
        const CliRun run = m_cli->json(words("podcasts"));
        VERIFY_PROBLEM(run, 1);
        QVERIFY2(run.err.contains("newer"), run.told());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), before);
    }

    void readOnlyFolder()
    {
#ifdef Q_OS_UNIX
        if (::geteuid() == 0) {
            QSKIP("nothing is read-only for root");
        }
#endif
        QVERIFY(QFile::setPermissions(m_folder->path(),
                                      QFileDevice::ReadOwner | QFileDevice::ExeOwner));
        const CliRun run = m_cli->json(words("podcasts"));
        QFile::setPermissions(m_folder->path(),
                              QFileDevice::ReadOwner | QFileDevice::WriteOwner
                                  | QFileDevice::ExeOwner);
        VERIFY_PROBLEM(run, 1);
    }

    void placesThatCannotBeWritten()
    {
        const CliProgram &cli = *m_cli;
        const QString nowhere = QStringLiteral("/proc/nowhere/file");
        VERIFY_PROBLEM(cli.json({QStringLiteral("opml"), QStringLiteral("-o"), nowhere}), 1);
        VERIFY_PROBLEM(cli.json({QStringLiteral("backup"), QStringLiteral("-o"), nowhere}), 1);
        VERIFY_PROBLEM(cli.json({QStringLiteral("restore"), nowhere}), 1);
        const CliProgram unmade(QStringLiteral("/proc/nowhere"));
        VERIFY_PROBLEM(unmade.json(words("podcasts")), 1);
    }

    void pipesAndFoldersAreNotReplaced()
    {
#ifdef Q_OS_UNIX
        const QString pipe = m_folder->filePath(QStringLiteral("pipe.wav"));
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const QString sound = QStringLiteral(EARMARK_SOURCE_DIR "/resources/sample/episode-1.opus");
        for (const QString &path : {pipe, m_folder->path()}) {
            const QStringList output{QStringLiteral("-o"), path};
            VERIFY_PROBLEM(m_cli->json(words("opml") + output), 1);
            VERIFY_PROBLEM(m_cli->json(words("backup") + output), 1);
            VERIFY_PROBLEM(m_cli->json(QStringList{QStringLiteral("clip"), sound}
                                       + words("--from 0 --to 1") + output),
                           1);
        }
        QVERIFY(QFile::exists(pipe) && !QFileInfo(pipe).isFile());
#else
        QSKIP("no named pipes in folders on this system");
#endif
    }

    void restoringWhatIsNoBackupChangesNothing()
    {
        VERIFY_JSON(m_cli->json(words("podcasts")));
        const QString path = m_folder->filePath(QStringLiteral("no-backup"));
        write(path, QByteArray("not a library at all").repeated(100));
        VERIFY_PROBLEM(m_cli->json({QStringLiteral("restore"), path}), 1);
        VERIFY_JSON(m_cli->json(words("doctor")));
        QCOMPARE(QDir(m_cli->library()).entryList({QStringLiteral("*before*")}).size(), 0);
    }

private:
    static HttpRoute route(const QString &kind)
    {
        const QByteArray page = "<!DOCTYPE html><html><head><title>x</title></head></html>";
        const QHash<QString, HttpRoute> routes{
            {QStringLiteral("html"), {.body = page, .contentType = "text/html"}},
            {QStringLiteral("empty"), {}},
            {QStringLiteral("white space"), {.body = QByteArray(5000, '\n')}},
            {QStringLiteral("binary"), {.body = QByteArray(5000, '\x01')}},
            {QStringLiteral("100 MB"),
             {.body = "<rss><channel>" + QByteArray(1 << 20, ' '), .repeat = 100}},
            {QStringLiteral("endless"),
             {.body = "<rss><channel>" + QByteArray(1 << 20, 'x'), .endless = true}},
            {QStringLiteral("missing"), {.status = 404}},
            {QStringLiteral("failing"), {.status = 500}},
            {QStringLiteral("cut off"),
             {.body = QByteArray(100'000, ' '), .stopAfter = 5000, .then = HttpRoute::Then::Drop}},
            {QStringLiteral("redirects in a circle"), {.status = 302, .location = "/feed"}},
            {QStringLiteral("redirect to a file"),
             {.status = 302, .location = "file:///etc/passwd"}},
            {QStringLiteral("json"), {.body = "{\"version\": \"1.1\"}"}},
        };
        return routes.value(kind);
    }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CliProgram> m_cli;
};

QTEST_GUILESS_MAIN(BadInputTest)
#include "tst_badinput.moc"
