// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cliprogram.h"
#include "tests/support/httpfixture.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using tests::CliProgram;
using tests::CliRun;
using tests::isDate;
using tests::isSeconds;

namespace {

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

/// Every command that works on the library, with the keys the contract names.
class LibraryCommandsTest : public QObject
{
    Q_OBJECT

private slots:

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_cli = std::make_unique<CliProgram>(m_folder->filePath(QStringLiteral("library")));
        m_http = std::make_unique<tests::HttpFixture>();
        m_http->serveFolder(QStringLiteral(EARMARK_SOURCE_DIR "/resources/sample"));
        m_feed = m_http->address(QStringLiteral("/feed.xml"));
    }

    void subscribesAndLists()
    {
        const CliRun run = m_cli->json({QStringLiteral("subscribe"), m_feed});
        VERIFY_JSON(run);
        QCOMPARE(run.array().size(), 1);
        const QJsonValue podcast = run.array()[0];
        VERIFY_KEYS(podcast, "id title feedUrl episodeCount");
        QCOMPARE(podcast[QStringLiteral("episodeCount")].toInt(), 2);
        QCOMPARE(podcast[QStringLiteral("feedUrl")].toString(), m_feed);

        const CliRun listed = m_cli->json(words("podcasts"));
        VERIFY_JSON(listed);
        const QJsonValue kept = listed.array()[0];
        VERIFY_KEYS(kept,
                    "id title feedUrl link author episodeCount unplayedCount lastRefreshed error");
        QCOMPARE(kept[QStringLiteral("id")], podcast[QStringLiteral("id")]);
        QCOMPARE(kept[QStringLiteral("unplayedCount")].toInt(), 2);
        QVERIFY(isDate(kept[QStringLiteral("lastRefreshed")]));
        QVERIFY(kept[QStringLiteral("error")].isNull());

        // Once more changes nothing.
        VERIFY_JSON(m_cli->json({QStringLiteral("subscribe"), m_feed}));
        QCOMPARE(m_cli->json(words("podcasts")).array().size(), 1);
        QCOMPARE(m_cli->json(words("episodes")).array().size(), 2);
    }

    void subscribesToAListWithABadFeed()
    {
        m_http->set(QStringLiteral("/page"), {.body = "<html><body>no feed</body></html>"});
        const QString list = m_folder->filePath(QStringLiteral("list.opml"));
        write(list,
              QStringLiteral("<opml><body><outline xmlUrl=\"%1\"/><outline xmlUrl=\"%2\"/>"
                             "</body></opml>")
                  .arg(m_feed, m_http->address(QStringLiteral("/page")))
                  .toUtf8());
        const CliRun run = m_cli->json({QStringLiteral("subscribe"), list});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.isOneValue() && run.array().size() == 1, run.told());
        QCOMPARE(run.problems().size(), 1);
        QVERIFY2(run.problems()[0].startsWith(m_http->address(QStringLiteral("/page"))),
                 run.told());
        QCOMPARE(m_cli->json(words("podcasts")).array().size(), 1);

        const CliRun again = m_cli->json({QStringLiteral("import"), list});
        QCOMPARE(again.status, 1);
        VERIFY_KEYS(again.object(), "kind added updated skipped");
        QCOMPARE(again.object()[QStringLiteral("kind")].toString(), QStringLiteral("opml"));
    }

    void listsEpisodes()
    {
        subscribe();
        const CliRun run = m_cli->json(words("episodes"));
        VERIFY_JSON(run);
        QCOMPARE(run.array().size(), 2);
        for (const QJsonValue &episode : run.array()) {
            VERIFY_KEYS(episode,
                        "id podcastId guid title published duration position played queued "
                        "filePath");
            QVERIFY(isDate(episode[QStringLiteral("published")]));
            QVERIFY(isSeconds(episode[QStringLiteral("duration")]));
            QCOMPARE(episode[QStringLiteral("position")].toDouble(-1), 0.0);
            QVERIFY(episode[QStringLiteral("played")].isBool());
            QVERIFY(episode[QStringLiteral("queued")].isBool());
            QVERIFY(episode[QStringLiteral("filePath")].isNull());
        }
        QCOMPARE(run.array()[1][QStringLiteral("title")].toString(),
                 QStringLiteral("Where the water stands"));
        QCOMPARE(m_cli->json(words("episodes --limit 1")).array()[0], run.array()[0]);
        QCOMPARE(m_cli->json(words("episodes pencil")).array(), run.array());
        QCOMPARE(m_cli->json({QStringLiteral("episodes"), m_feed}).array(), run.array());
        for (const char *state : {"played", "queued", "inprogress", "downloaded"}) {
            QCOMPARE(m_cli
                         ->json({QStringLiteral("episodes"),
                                 QStringLiteral("--state"),
                                 QString::fromLatin1(state)})
                         .array(),
                     QJsonArray());
        }
        VERIFY_PROBLEM(m_cli->json(words("episodes nowhere")), 1);
    }

    void refreshesOnlyWhatChanged()
    {
        subscribe();
        const CliRun same = m_cli->json(words("refresh"));
        VERIFY_JSON(same);
        VERIFY_KEYS(same.object(), "refreshed unchanged failed newEpisodes");
        QCOMPARE(same.object()[QStringLiteral("unchanged")].toInt(), 1);
        m_http->set(QStringLiteral("/feed.xml"), {.status = 500});
        const CliRun failing = m_cli->json(words("refresh 1"));
        QCOMPARE(failing.status, 1);
        QCOMPARE(failing.problems().size(), 1);
        const QJsonValue failure = failing.object()[QStringLiteral("failed")][0];
        VERIFY_KEYS(failure, "id feedUrl error");
        QVERIFY(!m_cli->json(words("podcasts")).array()[0][QStringLiteral("error")].isNull());
        // An empty library has nothing to refresh, which is no fault.
        const CliProgram empty(m_folder->filePath(QStringLiteral("empty")));
        VERIFY_JSON(empty.json(words("refresh")));
    }

    void downloadsAndCuts()
    {
        subscribe();
        const CliRun run = m_cli->json(words("download water"));
        VERIFY_JSON(run);
        const QJsonValue file = run.array()[0];
        VERIFY_KEYS(file, "id filePath bytes");
        const QString path = file[QStringLiteral("filePath")].toString();
        QCOMPARE(QFileInfo(path).size(), file[QStringLiteral("bytes")].toInteger());
        QVERIFY(QFileInfo(path).isAbsolute());
        QCOMPARE(m_cli->json(words("download water")).array(), run.array());
        const QJsonArray downloaded = m_cli->json(words("episodes --state downloaded")).array();
        QCOMPARE(downloaded.size(), 1);
        QCOMPARE(downloaded[0][QStringLiteral("filePath")].toString(), path);

        for (const QString &audio : {QStringLiteral("water"), path}) {
            const CliRun info = m_cli->json({QStringLiteral("info"), audio});
            VERIFY_JSON(info);
            VERIFY_KEYS(info.object(),
                        "duration format codec bitRate sampleRate channels title artist album "
                        "chapters lyrics");
            QVERIFY(isSeconds(info.object()[QStringLiteral("duration")]));
            QVERIFY(info.object()[QStringLiteral("chapters")].isArray());
        }
        const QString clip = m_folder->filePath(QStringLiteral("clip.wav"));
        const CliRun cut =
            m_cli->json(words("clip water --from 4:30 --to 4:32.5 -o") + QStringList{clip});
        VERIFY_JSON(cut);
        VERIFY_KEYS(cut.object(), "filePath duration");
        QCOMPARE(cut.object()[QStringLiteral("filePath")].toString(), clip);
        QCOMPARE(cut.object()[QStringLiteral("duration")].toDouble(), 2.5);
        QVERIFY(QFile::exists(clip));
        VERIFY_PROBLEM(m_cli->json(words("clip water --from 1:00:00 --to 1:00:01 -o")
                                   + QStringList{clip + QStringLiteral(".wav")}),
                       1);
        QVERIFY(!QFile::exists(clip + QStringLiteral(".wav")));
        for (const char *suffix : {"mp3", "m4a", "opus", "flac"}) {
            const QString other =
                m_folder->filePath(QStringLiteral("c.") + QString::fromLatin1(suffix));
            const CliRun written =
                m_cli->json(words("clip water --from 1 --to 2 -o") + QStringList{other});
            VERIFY_JSON(written);
            QCOMPARE(written.object()[QStringLiteral("duration")].toDouble(), 1.0);
            const CliRun info = m_cli->json({QStringLiteral("info"), other});
            VERIFY_JSON(info);
            const auto tag = [&info](const char *name) {
                return info.object()[QLatin1String(name)].toString();
            };
            QVERIFY(tag("title").endsWith(QStringLiteral(" 0:01–0:02")));
            QVERIFY(!tag("album").isEmpty());
            QCOMPARE(tag("artist"), tag("album"));
        }
        const QString unknown = m_folder->filePath(QStringLiteral("c.xyz"));
        const CliRun refused =
            m_cli->json(words("clip water --from 1 --to 2 -o") + QStringList{unknown});
        VERIFY_PROBLEM(refused, 1);
        for (const char *suffix : {".wav", ".mp3", ".m4a", ".opus", ".flac"}) {
            QVERIFY2(refused.err.contains(suffix), refused.err.constData());
        }
        QVERIFY(!QFile::exists(unknown));
        VERIFY_PROBLEM(m_cli->json(words("info margin")), 1);
        VERIFY_PROBLEM(m_cli->json(words("download no-such-episode")), 1);
    }

    void findsEpisodesByIdGuidAndTitle()
    {
        subscribe();
        const QJsonValue episode = m_cli->json(words("episodes")).array()[1];
        for (const QString &name : {QString::number(episode[QStringLiteral("id")].toInteger()),
                                    episode[QStringLiteral("guid")].toString(),
                                    QStringLiteral("WATER stands")}) {
            const CliRun run = m_cli->json({QStringLiteral("note"),
                                            QStringLiteral("add"),
                                            name,
                                            QStringLiteral("--at"),
                                            QStringLiteral("1")});
            VERIFY_JSON(run);
            QCOMPARE(run.object()[QStringLiteral("episodeId")], episode[QStringLiteral("id")]);
        }
        const CliRun several = m_cli->json(words("note add the --at 1"));
        VERIFY_PROBLEM(several, 1);
    }

    void notesAreAddedChangedDeletedAndRestored()
    {
        subscribe();
        const CliRun added = m_cli->json({QStringLiteral("note"),
                                          QStringLiteral("add"),
                                          QStringLiteral("water"),
                                          QStringLiteral("--at"),
                                          QStringLiteral("4:30"),
                                          QStringLiteral("--until"),
                                          QStringLiteral("285.25"),
                                          QStringLiteral("--text"),
                                          QStringLiteral("Use it #rule"),
                                          QStringLiteral("--quote"),
                                          QStringLiteral("Take the range of the tide"),
                                          QStringLiteral("--tag"),
                                          QStringLiteral("tides"),
                                          QStringLiteral("--tag"),
                                          QStringLiteral("#method")});
        VERIFY_JSON(added);
        const QJsonObject note = added.object();
        VERIFY_KEYS(note,
                    "id episodeId podcastTitle episodeTitle start end quote speaker text tags "
                    "color created modified anchor");
        QCOMPARE(note[QStringLiteral("start")].toDouble(), 270.0);
        QCOMPARE(note[QStringLiteral("end")].toDouble(), 285.25);
        QCOMPARE(note[QStringLiteral("speaker")].toString(), QStringLiteral("Ruth Calder"));
        QVERIFY(isDate(note[QStringLiteral("created")])
                && isDate(note[QStringLiteral("modified")]));
        QCOMPARE(note[QStringLiteral("tags")].toArray(),
                 QJsonArray(
                     {QStringLiteral("tides"), QStringLiteral("method"), QStringLiteral("rule")}));
        QVERIFY(note[QStringLiteral("anchor")].isObject());
        const QString id = note[QStringLiteral("id")].toString();

        QCOMPARE(m_cli->json(words("notes")).array(), QJsonArray({note}));
        QCOMPARE(m_cli->json(words("notes water --tag #RULE")).array().size(), 1);
        QCOMPARE(m_cli->json(words("notes margin")).array().size(), 0);
        QCOMPARE(m_cli->json(words("notes --since 2100-01-01")).array().size(), 0);
        QCOMPARE(m_cli->json(words("notes --since 2000-01-01")).array().size(), 1);

        const CliRun edited = m_cli->json({QStringLiteral("note"),
                                           QStringLiteral("edit"),
                                           id,
                                           QStringLiteral("--text"),
                                           QStringLiteral("Shorter")});
        VERIFY_JSON(edited);
        QCOMPARE(edited.object()[QStringLiteral("text")].toString(), QStringLiteral("Shorter"));
        QCOMPARE(edited.object()[QStringLiteral("start")], note[QStringLiteral("start")]);
        VERIFY_JSON(m_cli->json({QStringLiteral("note"), QStringLiteral("delete"), id}));
        QCOMPARE(m_cli->json(words("notes")).array(), QJsonArray());
        VERIFY_PROBLEM(m_cli->json({QStringLiteral("note"),
                                    QStringLiteral("edit"),
                                    id,
                                    QStringLiteral("--text"),
                                    QStringLiteral("x")}),
                       1);
        VERIFY_JSON(m_cli->json({QStringLiteral("note"), QStringLiteral("restore"), id}));
        QCOMPARE(m_cli->json(words("notes")).array().size(), 1);
        VERIFY_PROBLEM(m_cli->json(words("note delete ffffffff")), 1);
    }

    void aMomentNeedsNoWords()
    {
        subscribe();
        const CliRun run = m_cli->json(words("note add water --at 1h2m3s"));
        VERIFY_JSON(run);
        QCOMPARE(run.object()[QStringLiteral("start")].toDouble(), 3723.0);
        for (const char *absent : {"end", "quote", "speaker", "text", "anchor"}) {
            QVERIFY2(run.object()[QLatin1String(absent)].isNull(), absent);
        }
        QCOMPARE(run.object()[QStringLiteral("tags")].toArray(), QJsonArray());
    }

    void attachesATranscript()
    {
        subscribe();
        const CliRun run =
            m_cli->json({QStringLiteral("attach"),
                         QStringLiteral("water"),
                         QStringLiteral(EARMARK_TEST_DATA "/transcripts/transcripts-example.srt")});
        VERIFY_JSON(run);
        VERIFY_KEYS(run.object(), "episodeId segments timed");
        QCOMPARE(run.object()[QStringLiteral("timed")].toBool(), true);
        QVERIFY(run.object()[QStringLiteral("segments")].toInt() > 10);
    }

    void exportsImportsAndBacksUp()
    {
        subscribe();
        VERIFY_PROBLEM(m_cli->json(words("export --format markdown -o")
                                   + QStringList{m_folder->filePath(QStringLiteral("none"))}),
                       1);
        VERIFY_JSON(m_cli->json(words("note add water --at 4:30 --text kept")));
        const QString lines = m_folder->filePath(QStringLiteral("notes.jsonl"));
        const CliRun exported = m_cli->json(words("export --format jsonl -o") + QStringList{lines});
        VERIFY_JSON(exported);
        VERIFY_KEYS(exported.object(), "format notes files");
        QCOMPARE(exported.object()[QStringLiteral("files")].toArray(), QJsonArray({lines}));
        const CliRun imported = m_cli->json({QStringLiteral("import"), lines});
        VERIFY_JSON(imported);
        VERIFY_KEYS(imported.object(), "kind added updated skipped");
        QCOMPARE(imported.object()[QStringLiteral("skipped")].toInt(), 1);

        const QString list = m_folder->filePath(QStringLiteral("out.opml"));
        const CliRun opml = m_cli->json({QStringLiteral("opml"), QStringLiteral("-o"), list});
        VERIFY_JSON(opml);
        VERIFY_KEYS(opml.object(), "podcasts");
        QCOMPARE(opml.object()[QStringLiteral("podcasts")].toInt(), 1);

        const CliRun sound = m_cli->json(words("doctor"));
        VERIFY_JSON(sound);
        VERIFY_KEYS(sound.object(), "ok problems");
        QCOMPARE(sound.object()[QStringLiteral("ok")].toBool(), true);
        VERIFY_JSON(m_cli->json(words("doctor --repair")));

        const QString copy = m_folder->filePath(QStringLiteral("copy.sqlite"));
        const CliRun backup = m_cli->json({QStringLiteral("backup"), QStringLiteral("-o"), copy});
        VERIFY_JSON(backup);
        VERIFY_KEYS(backup.object(), "bytes");
        QCOMPARE(backup.object()[QStringLiteral("bytes")].toInteger(), QFileInfo(copy).size());
        VERIFY_JSON(m_cli->json(words("unsubscribe 1")));
        const CliRun restored = m_cli->json({QStringLiteral("restore"), copy});
        VERIFY_JSON(restored);
        VERIFY_KEYS(restored.object(), "bytes");
        QCOMPARE(m_cli->json(words("podcasts")).array().size(), 1);
    }

    void unsubscribingKeepsNotes()
    {
        subscribe();
        VERIFY_JSON(m_cli->json(words("note add water --at 4:30 --text kept")));
        const CliRun run = m_cli->json(words("unsubscribe pencil"));
        VERIFY_JSON(run);
        QCOMPARE(run.array(), QJsonArray({1}));
        QCOMPARE(m_cli->json(words("episodes")).array(), QJsonArray());
        const QJsonArray notes = m_cli->json(words("notes")).array();
        QCOMPARE(notes.size(), 1);
        QVERIFY(notes[0][QStringLiteral("episodeId")].isNull());
        QCOMPARE(notes[0][QStringLiteral("episodeTitle")].toString(),
                 QStringLiteral("Where the water stands"));
        VERIFY_PROBLEM(m_cli->json(words("unsubscribe pencil")), 1);
    }

    void peopleGetLines()
    {
        QCOMPARE(m_cli->run({QStringLiteral("subscribe"), m_feed}).out,
                 QByteArray("1  The Pencil Line (2 episodes)\n"));
        for (const char *line : {"podcasts", "episodes", "refresh", "doctor"}) {
            const CliRun run = m_cli->run(words(line));
            QVERIFY2(run.status == 0 && run.err.isEmpty() && run.out.endsWith('\n')
                         && !run.out.startsWith('{') && !run.out.startsWith('['),
                     run.told());
        }
        // A list of nothing prints nothing.
        QCOMPARE(m_cli->run(words("notes")).out, QByteArray());
    }

private:
    void subscribe() { VERIFY_JSON(m_cli->json({QStringLiteral("subscribe"), m_feed})); }

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CliProgram> m_cli;
    std::unique_ptr<tests::HttpFixture> m_http;
    QString m_feed;
};

QTEST_GUILESS_MAIN(LibraryCommandsTest)
#include "tst_librarycommands.moc"
