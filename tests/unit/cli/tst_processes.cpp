// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cliprogram.h"
#include "tests/support/httpfixture.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using tests::CliProgram;
using tests::CliRun;

namespace {

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

/// Signals, kills, and several programs at once.
class ProcessesTest : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cli = std::make_unique<CliProgram>(m_folder->filePath(QStringLiteral("library")));
        m_http = std::make_unique<tests::HttpFixture>();
        m_http->serveFolder(QStringLiteral(EARMARK_SOURCE_DIR "/resources/sample"));
    }

    void signalsEndAWaitForAServer_data()
    {
        QTest::addColumn<int>("signal");
        QTest::addColumn<QString>("command");
        for (const char *command : {"feed", "subscribe"}) {
            QTest::addRow("%s, interrupted", command) << SIGINT << QString::fromLatin1(command);
            QTest::addRow("%s, terminated", command) << SIGTERM << QString::fromLatin1(command);
        }
    }

    void signalsEndAWaitForAServer()
    {
        QFETCH(const int, signal);
        QFETCH(const QString, command);
        m_http->set(QStringLiteral("/silent"), {.noAnswer = true});
        const auto process = m_cli->start({command, m_http->address(QStringLiteral("/silent"))});
        QTRY_COMPARE_WITH_TIMEOUT(
            m_http->requests(QStringLiteral("/silent")).size(), std::size_t(1), 30'000);
        send(*process, signal);
        const CliRun run = CliProgram::finish(*process);
        QVERIFY2(run.status == 128 + signal && run.out.isEmpty() && run.err.isEmpty(), run.told());
        QCOMPARE(m_cli->json(words("podcasts")).array(), QJsonArray());
    }

    void signalsEndAWaitForStandardInput()
    {
        // Reading has begun once the program has taken what is more than a pipe holds.
        const auto process = m_cli->start(words("timestamps -"));
        QVERIFY(process->waitForStarted());
        process->write(QByteArray(1 << 20, ' '));
        QTRY_COMPARE_WITH_TIMEOUT(process->bytesToWrite(), 0, 30'000);
        send(*process, SIGTERM);
        const CliRun run = CliProgram::finish(*process);
        QVERIFY2(run.status == 128 + SIGTERM && run.out.isEmpty(), run.told());
    }

    void interruptedDownloadGoesOnLater()
    {
        VERIFY_JSON(m_cli->json(
            {QStringLiteral("subscribe"), m_http->address(QStringLiteral("/feed.xml"))}));
        QFile sound(QStringLiteral(EARMARK_SOURCE_DIR "/resources/sample/episode-1.opus"));
        QVERIFY(sound.open(QIODevice::ReadOnly));
        const QByteArray bytes = sound.readAll();
        tests::HttpRoute stalling{.body = bytes, .contentType = "audio/ogg", .etag = "\"one\""};
        stalling.stopAfter = 400'000;
        stalling.then = tests::HttpRoute::Then::Stall;
        m_http->set(QStringLiteral("/episode-1.opus"), stalling);
        const auto process = m_cli->start(words("--json download water"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_http->requests(QStringLiteral("/episode-1.opus")).empty(),
                                 30'000);
        send(*process, SIGINT);
        QCOMPARE(CliProgram::finish(*process).status, 128 + SIGINT);
        QVERIFY(m_cli->json(words("episodes --state downloaded")).array().isEmpty());
        m_http->set(QStringLiteral("/episode-1.opus"),
                    {.body = bytes, .contentType = "audio/ogg", .etag = "\"one\""});
        const CliRun run = m_cli->json(words("download water"));
        VERIFY_JSON(run);
        QFile kept(run.array()[0][QStringLiteral("filePath")].toString());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QVERIFY(kept.readAll() == bytes);
    }

    void interruptedClipLeavesNothing_data()
    {
        QTest::addColumn<QString>("suffix");
        // A WAV has no name at all before it is whole.
        for (const char *suffix : {"mp3", "m4a", "opus", "flac"}) {
            QTest::newRow(suffix) << QString::fromLatin1(suffix);
        }
    }

    void interruptedClipLeavesNothing()
    {
        QFETCH(const QString, suffix);
        // Ten hours of silence, of which no byte is on the disk.
        QFile sound(m_folder->filePath(QStringLiteral("long.wav")));
        QVERIFY(sound.open(QIODevice::WriteOnly));
        sound.write(QByteArray("RIFF\x24\x10\x0E\x0DWAVEfmt \x10\0\0\0\1\0\1\0\x40\x1F\0\0"
                               "\x80\x3E\0\0\2\0\x10\0"
                               "data\0\x10\x0E\x0D",
                               44));
        QVERIFY(sound.resize(44 + 0x0D0E1000));
        sound.close();
        const QDir folder(m_folder->filePath(QStringLiteral("clips")));
        QVERIFY(folder.mkpath(QStringLiteral(".")));
        const auto parts = [&folder] {
            return folder.entryList(QDir::Files | QDir::Hidden);
        };
        const auto process = m_cli->start(QStringList{QStringLiteral("clip"), sound.fileName()}
                                          + words("--from 0 --to 3:00:00 -o")
                                          + QStringList{folder.filePath(u"a." + suffix)});
        QTRY_VERIFY_WITH_TIMEOUT(!parts().isEmpty(), 30'000);
        QVERIFY(!parts().contains(u"a." + suffix));
        send(*process, SIGINT);
        const CliRun run = CliProgram::finish(*process);
        QVERIFY2(run.status == 128 + SIGINT && run.out.isEmpty() && run.err.isEmpty(), run.told());
        QCOMPARE(parts(), QStringList());
    }

    void noteIsThereAfterAKill()
    {
        VERIFY_JSON(m_cli->json(
            {QStringLiteral("subscribe"), m_http->address(QStringLiteral("/feed.xml"))}));
        for (int i = 1; i <= 5; ++i) {
            const auto process = m_cli->start({QStringLiteral("note"),
                                               QStringLiteral("add"),
                                               QStringLiteral("water"),
                                               QStringLiteral("--at"),
                                               QString::number(i)});
            QVERIFY(process->waitForReadyRead(tests::patience));
            process->kill();
            process->waitForFinished();
            QCOMPARE(m_cli->json(words("notes")).array().size(), i);
        }
        VERIFY_JSON(m_cli->json(words("doctor")));
    }

    void severalProgramsWriteOneLibrary()
    {
        VERIFY_JSON(m_cli->json(
            {QStringLiteral("subscribe"), m_http->address(QStringLiteral("/feed.xml"))}));
        std::vector<std::unique_ptr<QProcess>> programs;
        for (int i = 0; i < 8; ++i) {
            programs.push_back(m_cli->start({QStringLiteral("--json"),
                                             QStringLiteral("note"),
                                             QStringLiteral("add"),
                                             QStringLiteral("water"),
                                             QStringLiteral("--at"),
                                             QString::number(i)}));
        }
        for (const auto &program : programs) {
            VERIFY_JSON(CliProgram::finish(*program));
        }
        QCOMPARE(m_cli->json(words("notes")).array().size(), 8);
        VERIFY_JSON(m_cli->json(words("doctor")));
    }

    void severalProgramsMakeOneLibrary()
    {
        std::vector<std::unique_ptr<QProcess>> programs;
        for (int i = 0; i < 6; ++i) {
            programs.push_back(m_cli->start(words("--json podcasts")));
        }
        for (const auto &program : programs) {
            VERIFY_JSON(CliProgram::finish(*program));
        }
        VERIFY_JSON(m_cli->json(words("doctor")));
    }

private:
    static void send(const QProcess &process, int signal)
    {
#ifdef Q_OS_UNIX
        QCOMPARE(::kill(static_cast<pid_t>(process.processId()), signal), 0);
#else
        Q_UNUSED(process);
        Q_UNUSED(signal);
        QSKIP("no signals on this system");
#endif
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CliProgram> m_cli;
    std::unique_ptr<tests::HttpFixture> m_http;
};

QTEST_GUILESS_MAIN(ProcessesTest)
#include "tst_processes.moc"
