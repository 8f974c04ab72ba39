// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cliprogram.h"
#include "tests/support/httpfixture.h"
#include "tests/support/positioncode.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using tests::CliProgram;
using tests::CliRun;

namespace {

/// The position code begins this late in the episode, because it is shorter than an episode.
constexpr int codeBeginsMs = 180'000;

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QString data(const char *name)
{
    return QStringLiteral(EARMARK_TEST_DATA "/journeys/") + QString::fromLatin1(name);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The samples of a 16-bit stereo WAV at the rate of the position code; empty for any other.
std::vector<float> samplesOf(const QByteArray &wav)
{
    const qsizetype format = wav.indexOf("fmt ");
    const qsizetype sound = wav.indexOf("data");
    if (!wav.startsWith("RIFF") || format < 0 || sound < 0
        || qFromLittleEndian<quint16>(wav.constData() + format + 10) != 2
        || qFromLittleEndian<quint32>(wav.constData() + format + 12) != tests::codeRate
        || qFromLittleEndian<quint16>(wav.constData() + format + 22) != 16) {
        return {};
    }
    std::vector<float> samples;
    const qsizetype end = std::min<qsizetype>(
        wav.size(), sound + 8 + qFromLittleEndian<quint32>(wav.constData() + sound + 4));
    for (qsizetype at = sound + 8; at + 1 < end; at += 2) {
        samples.push_back(static_cast<float>(qFromLittleEndian<qint16>(wav.constData() + at))
                          / 32768.0F);
    }
    return samples;
}

} // namespace

/// One day with the command line alone, on one library: each step goes on from the one before.
class CliJourneyTest : public QObject
{
    Q_OBJECT

private slots:

    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("ffmpeg")).isEmpty()) {
            QSKIP("ffmpeg makes the sound of this test");
        }
        const QString sound = m_folder.filePath(QStringLiteral("line.mp3"));
        QVERIFY(tests::encodePositionCode({QStringLiteral("-af"),
                                           QStringLiteral("adelay=%1:all=1").arg(codeBeginsMs),
                                           QStringLiteral("-b:a"),
                                           QStringLiteral("128k")},
                                          sound));
        m_http.set(QStringLiteral("/feed.xml"),
                   {.body = bytesOf(data("feed.xml")), .contentType = "application/rss+xml"});
        m_http.set(QStringLiteral("/line.vtt"),
                   {.body = bytesOf(data("line.vtt")), .contentType = "text/vtt"});
        m_http.set(QStringLiteral("/line.mp3"),
                   {.body = bytesOf(sound), .contentType = "audio/mpeg", .etag = "\"line\""});
    }

    void subscribe()
    {
        const CliRun run =
            m_cli.json({QStringLiteral("subscribe"), m_http.address(QStringLiteral("/feed.xml"))});
        VERIFY_JSON(run);
        QCOMPARE(run.array()[0][QStringLiteral("title")].toString(),
                 QStringLiteral("Harbour Hours"));
        const QJsonArray episodes = m_cli.json(words("episodes")).array();
        QCOMPARE(episodes.size(), 2);
        QCOMPARE(episodes[0][QStringLiteral("guid")].toString(), QStringLiteral("harbour-2"));
        QCOMPARE(episodes[0][QStringLiteral("published")].toString(),
                 QStringLiteral("2026-04-14T04:00:00Z"));
    }

    void download()
    {
        const CliRun run = m_cli.json(words("download harbour-2"));
        VERIFY_JSON(run);
        const CliRun info = m_cli.json(words("info harbour-2"));
        VERIFY_JSON(info);
        const double duration = info.object()[QStringLiteral("duration")].toDouble();
        QVERIFY2(std::abs(duration - 300.0) < 0.03, info.told());
    }

    void findThePlacesOfTheShowNotes()
    {
        const CliRun feed =
            m_cli.json({QStringLiteral("feed"), m_http.address(QStringLiteral("/feed.xml"))});
        VERIFY_JSON(feed);
        const QString notes =
            feed.object()[QStringLiteral("episodes")][0][QStringLiteral("description")].toString();
        const CliRun run = m_cli.json(words("timestamps --html --duration 5:00 -"), notes.toUtf8());
        VERIFY_JSON(run);
        QList<double> starts;
        for (const QJsonValue &place : run.array()) {
            starts += place[QStringLiteral("start")].toDouble();
            QCOMPARE(place[QStringLiteral("recording")].toString(), QStringLiteral("this"));
        }
        QCOMPARE(starts, QList<double>({270, 0, 135}));
    }

    void writeNotes()
    {
        const CliRun attached =
            m_cli.json({QStringLiteral("attach"), QStringLiteral("harbour-2"), data("line.vtt")});
        VERIFY_JSON(attached);
        QCOMPARE(attached.object()[QStringLiteral("segments")].toInt(), 3);
        const CliRun added =
            m_cli.json(words("note add harbour-2 --at 4:30 --until 4:35 --tag method")
                       + QStringList{QStringLiteral("--quote"),
                                     QStringLiteral("Every reading hung from that line."),
                                     QStringLiteral("--text"),
                                     QStringLiteral("draft")});
        VERIFY_JSON(added);
        m_note = added.object()[QStringLiteral("id")].toString();
        QCOMPARE(added.object()[QStringLiteral("speaker")].toString(), QStringLiteral("Ed Sands"));
        VERIFY_JSON(m_cli.json({QStringLiteral("note"),
                                QStringLiteral("edit"),
                                m_note,
                                QStringLiteral("--text"),
                                QStringLiteral("The definition to use. #datum")}));
        VERIFY_JSON(m_cli.json({QStringLiteral("note"), QStringLiteral("delete"), m_note}));
        QCOMPARE(m_cli.json(words("notes")).array().size(), 0);
        VERIFY_JSON(m_cli.json({QStringLiteral("note"), QStringLiteral("restore"), m_note}));
        const CliRun moment = m_cli.json(words("note add harbour-2 --at 1:02.5"));
        VERIFY_JSON(moment);
        m_moment = moment.object()[QStringLiteral("id")].toString();
        const QJsonArray notes = m_cli.json(words("notes harbour-2")).array();
        QCOMPARE(notes.size(), 2);
        QCOMPARE(notes[0][QStringLiteral("start")].toDouble(), 62.5);
        QCOMPARE(notes[1][QStringLiteral("quote")].toString(),
                 QStringLiteral("Every reading hung from that line."));
    }

    void hearThePlace()
    {
        const QString path = m_folder.filePath(QStringLiteral("datum.wav"));
        const CliRun run =
            m_cli.json(words("clip harbour-2 --from 4:30 --to 4:35 -o") + QStringList{path});
        VERIFY_JSON(run);
        QCOMPARE(run.object()[QStringLiteral("duration")].toDouble(), 5.0);
        const std::vector<float> samples = samplesOf(bytesOf(path));
        QCOMPARE(samples.size(), std::size_t(5 * tests::codeRate * 2));
        const auto heard = tests::heardPlace(samples);
        QVERIFY(heard);
        QVERIFY2(std::abs(heard->ms + codeBeginsMs - 270'000) <= 5,
                 qPrintable(QString::number(heard->ms + codeBeginsMs)));
    }

    void exportAsMarkdown()
    {
        const QString folder = m_folder.filePath(QStringLiteral("markdown"));
        const CliRun run = m_cli.json(words("export --format markdown -o") + QStringList{folder});
        VERIFY_JSON(run);
        QCOMPARE(run.object()[QStringLiteral("notes")].toInt(), 2);
        const QJsonArray files = run.object()[QStringLiteral("files")].toArray();
        QCOMPARE(files.size(), 1);
        const QString written = normalised(bytesOf(files[0].toString()));
        const QString expected = QString::fromUtf8(bytesOf(data("expected.md")));
        QVERIFY2(written == expected, qPrintable(written));
    }

    void moveToAnotherLibrary()
    {
        const QString lines = m_folder.filePath(QStringLiteral("notes.jsonl"));
        VERIFY_JSON(m_cli.json(words("export --format jsonl -o") + QStringList{lines}));
        const CliProgram other(m_folder.filePath(QStringLiteral("other")));
        const CliRun imported = other.json({QStringLiteral("import"), lines});
        VERIFY_JSON(imported);
        QCOMPARE(imported.object()[QStringLiteral("added")].toInt(), 2);
        const QString again = m_folder.filePath(QStringLiteral("again.jsonl"));
        VERIFY_JSON(other.json(words("export --format jsonl -o") + QStringList{again}));
        QCOMPARE(bytesOf(again), bytesOf(lines));
        QCOMPARE(other.json({QStringLiteral("import"), lines})
                     .object()[QStringLiteral("skipped")]
                     .toInt(),
                 2);
        // The notes find their episode when it comes.
        VERIFY_JSON(
            other.json({QStringLiteral("subscribe"), m_http.address(QStringLiteral("/feed.xml"))}));
        QCOMPARE(other.json(words("notes harbour-2")).array().size(), 2);
    }

    void backUpAndRestore()
    {
        const QString copy = m_folder.filePath(QStringLiteral("copy.sqlite"));
        VERIFY_JSON(m_cli.json({QStringLiteral("backup"), QStringLiteral("-o"), copy}));
        VERIFY_JSON(m_cli.json({QStringLiteral("note"), QStringLiteral("delete"), m_moment}));
        VERIFY_JSON(m_cli.json({QStringLiteral("restore"), copy}));
        QCOMPARE(m_cli.json(words("notes")).array().size(), 2);
        const CliRun doctor = m_cli.json(words("doctor"));
        VERIFY_JSON(doctor);
        QVERIFY(doctor.object()[QStringLiteral("ok")].toBool());
    }

    void takeTheSubscriptionsAlong()
    {
        const QString list = m_folder.filePath(QStringLiteral("subscriptions.opml"));
        VERIFY_JSON(m_cli.json({QStringLiteral("opml"), QStringLiteral("-o"), list}));
        const CliProgram third(m_folder.filePath(QStringLiteral("third")));
        const CliRun run = third.json({QStringLiteral("subscribe"), list});
        VERIFY_JSON(run);
        QCOMPARE(run.array().size(), 1);
    }

    void leaveThePodcastAndKeepItsNotes()
    {
        const QString file = m_cli.json(words("episodes --state downloaded"))
                                 .array()[0][QStringLiteral("filePath")]
                                 .toString();
        QVERIFY(QFile::exists(file));
        VERIFY_JSON(m_cli.json(words("unsubscribe harbour")));
        QCOMPARE(m_cli.json(words("podcasts")).array(), QJsonArray());
        QVERIFY(!QFile::exists(file));
        QCOMPARE(m_cli.json(words("notes")).array().size(), 2);
        VERIFY_JSON(m_cli.json(words("doctor")));
    }

private:
    /// What differs from run to run is replaced by words.
    [[nodiscard]] QString normalised(const QByteArray &markdown) const
    {
        QString text = QString::fromUtf8(markdown);
        text.replace(m_note, QStringLiteral("NOTE-1"));
        text.replace(m_moment, QStringLiteral("NOTE-2"));
        text.replace(QRegularExpression(QStringLiteral("\\^h-[0-9a-f-]+")),
                     QStringLiteral("^h-NOTE"));
        text.replace(QRegularExpression(QStringLiteral("\ncreated: \\S+Z\n")),
                     QStringLiteral("\ncreated: TODAY\n"));
        return text;
    }

    QTemporaryDir m_folder;
    tests::HttpFixture m_http;
    const CliProgram m_cli{m_folder.filePath(QStringLiteral("library"))};
    QString m_note;
    QString m_moment;
};

QTEST_GUILESS_MAIN(CliJourneyTest)
#include "tst_clijourney.moc"
