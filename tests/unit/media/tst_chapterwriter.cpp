// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/bytesource.h"
#include "app/media/chapterwriter.h"
#include "app/media/decoder.h"
#include "app/media/mediainfo.h"
#include "tests/support/positioncode.h"
#include "tests/support/resulttest.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace app::media;
using app::timestamps::Chapter;
using app::timestamps::Chapters;
using app::timestamps::MediaTime;
using tests::AudioKind;

namespace {

std::vector<float> decoded(const QString &path)
{
    const auto source = openFileSource(path);
    if (!source) {
        return {};
    }
    const auto decoder = Decoder::open(*source);
    std::vector<float> sound;
    std::vector<float> part(2 * 48'000);
    while (decoder) {
        const auto got = (*decoder)->read(part.data(), 48'000);
        if (!got || *got == 0) {
            break;
        }
        sound.insert(sound.end(), part.begin(), part.begin() + 2 * *got);
    }
    return sound;
}

Chapters made()
{
    Chapter one;
    one.title = QStringLiteral("Begrüßung & <more>");
    Chapter two;
    two.start = MediaTime::fromMs(30'250);
    two.title = QStringLiteral("二 \U0001F399");
    two.url = QStringLiteral("https://example.org/two?a=b&c");
    return {one, two};
}

} // namespace

class ChapterWriterTest final : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString copyOf(AudioKind kind)
    {
        const QString original = tests::positionCodedFile(kind);
        const QString path = m_folder.filePath(QFileInfo(original).fileName());
        QFile::remove(path);
        return QFile::copy(original, path) ? path : QString();
    }

    /// How many files there are whose names begin so.
    qsizetype filesLike(const QString &path)
    {
        return QDir(m_folder.path()).entryList({QFileInfo(path).fileName() + u'*'}).size();
    }

    /// An M4A with tags, a cover and, before all of it, chapters as FFmpeg writes them.
    QString taggedMp4()
    {
        const QString path = m_folder.filePath(QStringLiteral("tagged.m4a"));
        const QString chapters = m_folder.filePath(QStringLiteral("chapters.txt"));
        QFile text(chapters);
        if (!text.open(QIODevice::WriteOnly)
            || text.write(";FFMETADATA1\ntitle=Zeit & Raum\nartist=Zoë\nalbum=Abend\n[CHAPTER]\n"
                          "TIMEBASE=1/1000\nSTART=0\nEND=4000\ntitle=Old one\n[CHAPTER]\n"
                          "TIMEBASE=1/1000\nSTART=4000\nEND=9000\ntitle=Old two\n")
                   < 0) {
            return {};
        }
        text.close();
        const QString picture = m_folder.filePath(QStringLiteral("cover.png"));
        QFile::remove(path);
        return ran({QStringLiteral("-f"),
                    QStringLiteral("lavfi"),
                    QStringLiteral("-i"),
                    QStringLiteral("color=red:s=8x8:d=1"),
                    QStringLiteral("-frames:v"),
                    QStringLiteral("1"),
                    picture})
                       && ran({QStringLiteral("-i"),
                               tests::positionCodedFile(AudioKind::M4a),
                               QStringLiteral("-i"),
                               picture,
                               QStringLiteral("-i"),
                               chapters,
                               QStringLiteral("-map"),
                               QStringLiteral("0:a"),
                               QStringLiteral("-map"),
                               QStringLiteral("1:v"),
                               QStringLiteral("-map_metadata"),
                               QStringLiteral("2"),
                               QStringLiteral("-map_chapters"),
                               QStringLiteral("2"),
                               QStringLiteral("-c"),
                               QStringLiteral("copy"),
                               QStringLiteral("-disposition:v"),
                               QStringLiteral("attached_pic"),
                               path})
                   ? path
                   : QString();
    }

    /// What FFmpeg's program says; empty when it fails.
    static QByteArray output(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        return process.waitForFinished(tests::patience) && process.exitCode() == 0
                   ? process.readAllStandardOutput()
                   : QByteArray();
    }

    static bool ran(const QStringList &arguments)
    {
        QProcess process;
        process.start(
            QStringLiteral("ffmpeg"),
            QStringList{QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-y")}
                + arguments);
        return process.waitForFinished(tests::patience) && process.exitCode() == 0;
    }

    /// A sum over the packets of all streams but texts, each as another program reads it.
    static QByteArray packetsOf(const QString &path)
    {
        return output(QStringLiteral("ffmpeg"),
                      {QStringLiteral("-v"),
                       QStringLiteral("error"),
                       QStringLiteral("-i"),
                       path,
                       QStringLiteral("-map"),
                       QStringLiteral("0:a"),
                       QStringLiteral("-map"),
                       QStringLiteral("0:v?"),
                       QStringLiteral("-c"),
                       QStringLiteral("copy"),
                       QStringLiteral("-f"),
                       QStringLiteral("framemd5"),
                       QStringLiteral("-")});
    }

    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:

    void soundStaysAndChaptersAreThere_data()
    {
        QTest::addColumn<AudioKind>("kind");
        for (const AudioKind kind : {AudioKind::Mp3Cbr,
                                     AudioKind::Mp3Vbr,
                                     AudioKind::Mp3LargeTag,
                                     AudioKind::Opus,
                                     AudioKind::Vorbis,
                                     AudioKind::Flac,
                                     AudioKind::M4a,
                                     AudioKind::M4aFastStart,
                                     AudioKind::M4b}) {
            QTest::newRow(qPrintable(tests::audioKindName(kind))) << kind;
        }
    }

    void soundStaysAndChaptersAreThere()
    {
        QFETCH(AudioKind, kind);
        const QString path = copyOf(kind);
        const auto before = decoded(path);
        QVERIFY(before.size() > 1'000'000);
        VERIFY_RESULT(writeFileChapters(path, made()));
        auto chapters = readFileChapters(path);
        VERIFY_RESULT(chapters);
        QCOMPARE(chapters->size(), 2U);
        for (std::size_t i = 0; i < 2; ++i) {
            QCOMPARE((*chapters)[i].start, made()[i].start);
            QCOMPARE((*chapters)[i].title, made()[i].title);
            QCOMPARE((*chapters)[i].url, made()[i].url);
        }
        QCOMPARE(decoded(path), before);
        // Others take their place, and none leave none.
        VERIFY_RESULT(writeFileChapters(path, {made()[1]}));
        QCOMPARE(readFileChapters(path)->size(), 1U);
        VERIFY_RESULT(writeFileChapters(path, {}));
        QCOMPARE(readFileChapters(path)->size(), 0U);
        QCOMPARE(decoded(path), before);
        QCOMPARE(filesLike(path), 1);
    }

    void mp4KeepsItsTagsCoverAndPackets()
    {
        const QString path = taggedMp4();
        QVERIFY(!path.isEmpty());
        QCOMPARE(readFileChapters(path)->size(), 2U);
        const QByteArray before = bytesOf(path);
        const auto list = before.lastIndexOf("ilst");
        QVERIFY(list > 0);
        const auto size = qFromBigEndian<quint32>(before.constData() + list - 4);
        const QByteArray tags = before.mid(list, static_cast<qsizetype>(size) - 4);
        QVERIFY(tags.contains("covr"));
        const QByteArray packets = packetsOf(path);
        QVERIFY(packets.count('\n') > 1000);

        Chapters chapters = made();
        chapters.erase(chapters.begin());
        VERIFY_RESULT(writeFileChapters(path, chapters));
        const QByteArray after = bytesOf(path);
        QVERIFY(after.contains(tags));
        QVERIFY(after.indexOf("moov") < after.indexOf("mdat"));
        QCOMPARE(packetsOf(path), packets);
        const auto info = readMediaInfo(path);
        VERIFY_RESULT(info);
        QCOMPARE(info->title, QStringLiteral("Zeit & Raum"));
        // It does not begin at 0, and nothing is told of the time before.
        QCOMPARE(info->chapters.size(), 1U);
        QCOMPARE(info->chapters.front().start, chapters.front().start);
        const QByteArray told = output(QStringLiteral("ffprobe"),
                                       {QStringLiteral("-v"),
                                        QStringLiteral("error"),
                                        QStringLiteral("-show_chapters"),
                                        path});
        QVERIFY2(told.contains("start_time=30.250000"), told);
        QVERIFY2(told.contains("title=二 \U0001F399"), told);

        // Once more: texts of before do not stay, and so it does not grow.
        VERIFY_RESULT(writeFileChapters(path, chapters));
        QCOMPARE(bytesOf(path), after);
    }

    void mp4WithALongListIsWritten()
    {
        const QString path = copyOf(AudioKind::M4a);
        Chapters many;
        for (int i = 0; i < 400; ++i) {
            Chapter chapter;
            chapter.start = MediaTime::fromMs(i * 250 + 7);
            chapter.title = QString(i % 300, QChar(0x00EB)) + QString::number(i);
            many.push_back(chapter);
        }
        VERIFY_RESULT(writeFileChapters(path, many));
        const auto chapters = readFileChapters(path);
        VERIFY_RESULT(chapters);
        QCOMPARE(chapters->size(), many.size());
        for (std::size_t i = 0; i < many.size(); ++i) {
            QCOMPARE((*chapters)[i].start, many[i].start);
            QCOMPARE((*chapters)[i].title, many[i].title);
        }
    }

    void canceledLeavesTheFileAsItIs()
    {
        const QString path = copyOf(AudioKind::M4a);
        const QByteArray before = bytesOf(path);
        for (int after = 0; after < 4; ++after) {
            int asked = 0;
            const auto canceled =
                writeFileChapters(path, made(), [&asked, after] { return asked++ == after; });
            VERIFY_ERROR(canceled, Busy);
            QCOMPARE(bytesOf(path), before);
            QCOMPARE(filesLike(path), 1);
        }
    }

    void damagedMp4IsLeftAsItIs()
    {
        const QString path = taggedMp4();
        const QByteArray whole = bytesOf(path);
        const auto table = whole.lastIndexOf("moov");
        for (qsizetype at = table; at < whole.size(); at += 1 + (whole.size() - table) / 150) {
            QByteArray damaged = whole;
            damaged[at] = static_cast<char>(damaged[at] ^ '\x7F');
            {
                QFile file(path);
                QVERIFY(file.open(QIODevice::WriteOnly) && file.write(damaged) == damaged.size());
            }
            // Either it works, or nothing is changed.
            if (!writeFileChapters(path, made())) {
                QCOMPARE(bytesOf(path), damaged);
            }
            QCOMPARE(filesLike(path), 1);
        }
    }

    void otherKindsAreLeftAsTheyAre()
    {
        for (const AudioKind kind : {AudioKind::M4aFragments, AudioKind::Wav, AudioKind::AacAdts}) {
            const QString path = copyOf(kind);
            const QByteArray before = bytesOf(path);
            VERIFY_ERROR(writeFileChapters(path, made()), Unsupported);
            QCOMPARE(bytesOf(path), before);
            QCOMPARE(filesLike(path), 1);
        }
        VERIFY_ERROR(writeFileChapters(m_folder.filePath(QStringLiteral("none.mp3")), made()),
                     NotFound);
    }
};

QTEST_GUILESS_MAIN(ChapterWriterTest)
#include "tst_chapterwriter.moc"
