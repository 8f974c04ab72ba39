// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cliprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using tests::CliProgram;
using tests::CliRun;

class UsageTest : public QObject
{
    Q_OBJECT

private slots:

    void helpAndVersionEndWell_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("holds");
        const auto row = [](const char *name, const QString &line, const char *holds) {
            QTest::newRow(name) << line.split(QLatin1Char(' ')) << QByteArray(holds);
        };
        row("help", QStringLiteral("--help"), "COMMAND");
        row("help word", QStringLiteral("help"), "COMMAND");
        row("short help", QStringLiteral("-h"), "COMMAND");
        row("version", QStringLiteral("--version"), "earmark-cli 0.");
        row("command's version", QStringLiteral("notes --version"), "earmark-cli 0.");
        row("command's help", QStringLiteral("clip --help"), "--speed");
        row("half a command's help", QStringLiteral("note --help"), "note restore ID");
        row("an export's help", QStringLiteral("export --help"), "--format NAME -o PATH\n");
        row("all formats",
            QStringLiteral("export --help"),
            "markdown, logseq, org, text, html, pdf, csv, readwise, jsonl, json, w3c, anki, "
            "audacity, vtt, srt, bibtex, csl\n");
        row("an import's help", QStringLiteral("import --help"), "FILE [--episode EPISODE]\n");
        row("a list's help", QStringLiteral("notes --help"), "[--tag TAG] [--since DATE]\n");
        row("a note's help", QStringLiteral("note add --help"), "[EPISODE --at TIME] [--until");
        row("what all commands know", QStringLiteral("opml --help"), "--library DIR, --json");
        row("later command's help", QStringLiteral("search --help"), "QUERY");
    }

    void helpAndVersionEndWell()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, holds);
        const CliRun run = m_cli->run(arguments);
        QVERIFY2(run.status == 0 && run.err.isEmpty(), run.told());
        QVERIFY2(run.out.contains(holds), run.told());
    }

    void everyCommandExplainsItself_data()
    {
        QTest::addColumn<QString>("command");
        for (const char *name :
             {"timestamps",   "transcript", "feed",     "info",     "subscribe", "unsubscribe",
              "podcasts",     "refresh",    "episodes", "download", "play",      "clip",
              "search",       "topic",      "note add", "notes",    "note edit", "note delete",
              "note restore", "attach",     "align",    "export",   "import",    "opml",
              "sync",         "doctor",     "backup",   "restore"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }

    void everyCommandExplainsItself()
    {
        QFETCH(const QString, command);
        const QStringList words = command.split(QLatin1Char(' '));
        const CliRun help = m_cli->run(words + QStringList{QStringLiteral("--help")});
        QVERIFY2(help.status == 0
                     && QString::fromUtf8(help.out).startsWith(QStringLiteral("Usage: earmark-cli ")
                                                               + command),
                 help.told());
        VERIFY_PROBLEM(m_cli->run(words + QStringList{QStringLiteral("--no-such-option")}), 2);
    }

    void wrongUsageIsStatusTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const char *name, const QStringList &arguments) {
            QTest::newRow(name) << arguments;
        };
        const auto words = [](const char *line) {
            return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        };
        row("nothing", {});
        row("unknown command", words("fly"));
        row("half a command", words("note"));
        row("unknown option", words("--loud podcasts"));
        row("library without a folder", {QStringLiteral("--library")});
        row("too few arguments", words("transcript"));
        row("too many arguments", words("podcasts all"));
        row("two files", words("timestamps a b"));
        row("bad time", words("timestamps --duration soon -"));
        row("bad form", words("transcript - --to docx"));
        row("bad state", words("episodes --state lost"));
        row("bad limit", words("episodes --limit none"));
        row("limit of nothing", words("episodes --limit 0"));
        row("note without a place", words("note add 1 --text x"));
        row("note at no time", words("note add 1 --at noon"));
        row("note backwards", words("note add 1 --at 2:00 --until 1:00"));
        row("edit of nothing", words("note edit 1"));
        row("bad date", words("notes --since yesterday-ish"));
        row("clip without its end", words("clip a.mp3 --from 1 -o c.wav"));
        row("clip without a file", words("clip a.mp3 --from 1 --to 2"));
        row("clip backwards", words("clip a.mp3 --from 2 --to 1 -o c.wav"));
        row("bad speed", words("clip a.mp3 --from 1 --to 2 --speed 9 -o c.wav"));
        row("no speed at all", words("clip a.mp3 --from 1 --to 2 --speed nan -o c.wav"));
        row("export without a format", words("export -o x"));
        row("export nowhere", words("export --format markdown"));
        row("unknown format", words("export --format papyrus -o x"));
        row("opml nowhere", words("opml"));
        row("backup nowhere", words("backup"));
        row("option without its value", words("episodes --limit"));
    }

    void wrongUsageIsStatusTwo()
    {
        QFETCH(const QStringList, arguments);
        VERIFY_PROBLEM(m_cli->run(arguments), 2);
        VERIFY_PROBLEM(m_cli->json(arguments), 2);
        QVERIFY2(!QFile::exists(m_cli->library()), "wrong usage made a library");
    }

    void whatComesLaterSaysSo_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"search tides",
                                 "search tides --in notes --podcast 1 --limit 3",
                                 "topic tides",
                                 "align a.mp3 a.txt --language en -o a.vtt",
                                 "sync",
                                 "sync --dry-run"}) {
            QTest::newRow(line) << QString::fromLatin1(line);
        }
    }

    void whatComesLaterSaysSo()
    {
        QFETCH(const QString, line);
        const CliRun run = m_cli->json(line.split(QLatin1Char(' ')));
        VERIFY_PROBLEM(run, 1);
        QVERIFY2(run.err.contains("not available yet"), run.told());
        QVERIFY(!QFile::exists(m_cli->library()));
    }

    void wordsAfterTwoDashesAreNoOptions()
    {
        // It is taken as the query, so the command gets as far as it can get.
        const CliRun run =
            m_cli->run({QStringLiteral("search"), QStringLiteral("--"), QStringLiteral("-x")});
        VERIFY_PROBLEM(run, 1);
        const CliRun feed =
            m_cli->run({QStringLiteral("feed"), QStringLiteral("--"), QStringLiteral("--json")});
        VERIFY_PROBLEM(feed, 1);
        QVERIFY2(feed.err.contains("--json"), feed.told());
    }

    void optionsMayStandBehindTheCommand()
    {
        QTemporaryDir folder;
        QProcess process;
        process.start(CliProgram::path(),
                      {QStringLiteral("podcasts"),
                       QStringLiteral("--json"),
                       QStringLiteral("--library=") + folder.filePath(QStringLiteral("new/lib"))});
        const CliRun run = CliProgram::finish(process);
        VERIFY_JSON(run);
        QCOMPARE(run.array(), QJsonArray());
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("new/lib/library.sqlite"))));
    }

    void libraryIsFoundThroughTheDataFolder()
    {
        QTemporaryDir folder;
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), folder.path());
        process.setProcessEnvironment(environment);
        process.start(CliProgram::path(), {QStringLiteral("--json"), QStringLiteral("podcasts")});
        VERIFY_JSON(CliProgram::finish(process));
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("earmark/library.sqlite"))));
    }

    void fullStandardOutputIsNoSuccess()
    {
        if (!QFile::exists(QStringLiteral("/dev/full"))) {
            QSKIP("no /dev/full on this system");
        }
        QProcess process;
        process.setStandardOutputFile(QStringLiteral("/dev/full"));
        process.start(CliProgram::path(), {QStringLiteral("--help")});
        VERIFY_PROBLEM(CliProgram::finish(process), 1);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cli = std::make_unique<CliProgram>(m_folder->filePath(QStringLiteral("library")));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CliProgram> m_cli;
};

QTEST_GUILESS_MAIN(UsageTest)
#include "tst_usage.moc"
