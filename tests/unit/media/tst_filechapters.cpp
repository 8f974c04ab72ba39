// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/mediainfo.h"
#include "tests/support/positioncode.h"
#include "tests/support/resulttest.h"
#include "tests/unit/media/madetags.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace app::media;
using namespace madetags;
using app::timestamps::Chapters;
using app::timestamps::MediaTime;

namespace {

const QByteArray jpeg = QByteArray("\xFF\xD8\xFF\xE0", 4) + "a picture" + zeros(3) + "\xFF\xD9";
const QByteArray png = QByteArray("\x89PNG\r\n\x1A\n") + "another";

[[nodiscard]] QStringList titles(const Chapters &chapters, bool listedOnly = false)
{
    QStringList all;
    for (const auto &chapter : chapters) {
        if (chapter.listed || !listedOnly) {
            all.append(chapter.title);
        }
    }
    return all;
}

} // namespace

class FileChaptersTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void id3GivesTitlesLinksAndPictures();
    void id3OfOlderEditions();
    void anotherTagInFrontHidesNothing();
    void contentsSayWhatIsListed_data();
    void contentsSayWhatIsListed();
    void id3MadeToHarmIsBounded();
    void waveCarriesId3();
    void quickTimeGivesTitlesLinksAndPictures();
    void neroListIsRead_data();
    void neroListIsRead();
    void mp4MadeToHarmIsBounded();
    void cutMp4TableIsHarmless();
    void commentsGiveLinks_data();
    void commentsGiveLinks();
    void pictureOfNoChapterIsNotFound();

private:
    [[nodiscard]] QString write(const QByteArray &bytes, const char *name = "made");
    [[nodiscard]] QByteArray encoded(const char *name, const QStringList &more = {});
    /// The chapters of an MP3 with this tag.
    [[nodiscard]] app::base::Result<Chapters> chaptersOf(const QByteArray &tag);

    QTemporaryDir m_folder;
    QByteArray m_mp3;
    QByteArray m_m4a;
};

QString FileChaptersTest::write(const QByteArray &bytes, const char *name)
{
    const auto path = m_folder.filePath(QLatin1String(name));
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

QByteArray FileChaptersTest::encoded(const char *name, const QStringList &more)
{
    const auto path = m_folder.filePath(QLatin1String(name));
    const QStringList arguments{QStringLiteral("-t"), QStringLiteral("3")};
    QFile file(path);
    return tests::encodePositionCode(more + arguments, path) && file.open(QIODevice::ReadOnly)
               ? file.readAll()
               : QByteArray();
}

app::base::Result<Chapters> FileChaptersTest::chaptersOf(const QByteArray &tag)
{
    return readFileChapters(write(tag + m_mp3));
}

void FileChaptersTest::initTestCase()
{
    m_mp3 = encoded("sound.mp3", {QStringLiteral("-id3v2_version"), QStringLiteral("0")});
    m_m4a = encoded("sound.m4a");
    QVERIFY(!m_mp3.isEmpty() && !m_m4a.isEmpty());
}

void FileChaptersTest::id3GivesTitlesLinksAndPictures()
{
    const auto made =
        tag(text("TIT2", "The whole") + chapter("c", 2000, ~quint32{0}, text("TIT2", "Last"))
            + chapter("a",
                      0,
                      1000,
                      text("TIT2", "Überraschung 🎧") + text("TIT2", "second title")
                          + link("https://example.org/a") + picture(jpeg, "image/jpeg"))
            + chapter("b",
                      1000,
                      2000,
                      frame("TIT2", QByteArray("\1\xFF\xFEH\0i\0\0\0", 9))
                          + picture("https://example.org/b.png", "-->")));
    const auto path = write(made + m_mp3);
    const auto chapters = readFileChapters(path);
    VERIFY_RESULT(chapters);
    QCOMPARE(titles(*chapters),
             (QStringList{
                 QStringLiteral("Überraschung 🎧"), QStringLiteral("Hi"), QStringLiteral("Last")}));
    QCOMPARE((*chapters)[0].url, QStringLiteral("https://example.org/a"));
    QCOMPARE((*chapters)[0].end, MediaTime::fromMs(1000));
    QVERIFY((*chapters)[0].hasImage && (*chapters)[0].image.isEmpty());
    QVERIFY((*chapters)[1].hasImage);
    QCOMPARE((*chapters)[1].image, QStringLiteral("https://example.org/b.png"));
    QVERIFY(!(*chapters)[2].hasImage && !(*chapters)[2].end);
    auto bytes = readChapterPicture(path, MediaTime());
    VERIFY_RESULT(bytes);
    QCOMPARE(*bytes, jpeg);
    // Only its address is in the file.
    VERIFY_ERROR(readChapterPicture(path, MediaTime::fromMs(1000)), NotFound);
    VERIFY_ERROR(readChapterPicture(path, MediaTime::fromMs(2000)), NotFound);
    VERIFY_ERROR(readChapterPicture(path, MediaTime::fromMs(7)), NotFound);
}

void FileChaptersTest::id3OfOlderEditions()
{
    const QByteArray parts = frame("TIT2", QByteArray("\0Caf\xE9", 5), 3);
    const QByteArray made = chapter("a", 0, 0xFF00, parts, 3);
    auto chapters = chaptersOf(tag(made, 3));
    VERIFY_RESULT(chapters);
    QCOMPARE(titles(*chapters), QStringList{QStringLiteral("Café")});
    // The whole tag may have a zero behind each 0xFF.
    QByteArray stuffed = made;
    stuffed.replace(QByteArray("\xFF"), QByteArray("\xFF\0", 2));
    const auto plain = *chapters;
    chapters = chaptersOf(tag(stuffed, 3, '\x80'));
    VERIFY_RESULT(chapters);
    QCOMPARE(*chapters, plain);
    QCOMPARE(chapters->front().end, MediaTime::fromMs(0xFF00));
    // Sizes in plain bytes, though version 4 has them otherwise.
    const QByteArray longTitle = text("TIT2", QByteArray(200, 'x'), 3);
    chapters = chaptersOf(tag(chapter("a", 0, 1, longTitle, 3) + text("TALB", "x", 3), 4));
    VERIFY_RESULT(chapters);
    QCOMPARE(titles(*chapters), QStringList{QString(200, u'x')});
}

void FileChaptersTest::anotherTagInFrontHidesNothing()
{
    const auto path =
        write(tag(text("TIT2", "With advertisements"))
              + tag(text("TIT2", "Plain") + text("TALB", "Show")
                    + chapter("a", 0, 1000, text("TIT2", "A") + picture(png, "image/png")))
              + m_mp3);
    const auto info = readMediaInfo(path);
    VERIFY_RESULT(info);
    QCOMPARE(info->title, QStringLiteral("With advertisements"));
    QCOMPARE(info->album, QStringLiteral("Show"));
    QCOMPARE(titles(info->chapters), QStringList{QStringLiteral("A")});
    const auto bytes = readChapterPicture(path, MediaTime());
    VERIFY_RESULT(bytes);
    QCOMPARE(*bytes, png);
}

void FileChaptersTest::contentsSayWhatIsListed_data()
{
    QTest::addColumn<QByteArray>("tables");
    QTest::addColumn<QString>("listed");
    QTest::newRow("no table") << QByteArray() << "1 2 3";
    QTest::newRow("all") << contents("t", true, {"1", "2", "3"}) << "1 2 3";
    QTest::newRow("one is hidden") << contents("t", true, {"3", "1"}) << "1 3";
    QTest::newRow("not marked as top") << contents("t", false, {"1", "2"}) << "1 2";
    QTest::newRow("tables in tables")
        << contents("t", true, {"u", "3"}) + contents("u", false, {"1"}) << "1 3";
    QTest::newRow("not reached from the top")
        << contents("t", true, {"3"}) + contents("u", false, {"1"}) << "3";
    QTest::newRow("circle") << contents("t", true, {"u", "1"}) + contents("u", true, {"t", "u"})
                            << "1";
    QTest::newRow("circle without a top")
        << contents("t", false, {"u", "1"}) + contents("u", false, {"t", "2"}) << "1 2";
    QTest::newRow("only unknown names") << contents("t", true, {"x", "y"}) << "1 2 3";
    QTest::newRow("empty") << contents("t", true, {}) << "1 2 3";
    QTest::newRow("cut") << frame("CTOC",
                                  QByteArray("t\0\3\xFF"
                                             "1\0"
                                             "2",
                                             7))
                         << "1 2";
}

void FileChaptersTest::contentsSayWhatIsListed()
{
    QFETCH(QByteArray, tables);
    QFETCH(QString, listed);
    QByteArray made = tables;
    for (const char *id : {"1", "2", "3"}) {
        made += chapter(id, static_cast<quint32>(*id - '0') * 500, ~quint32{0}, text("TIT2", id));
    }
    const auto chapters = chaptersOf(tag(made));
    VERIFY_RESULT(chapters);
    QCOMPARE(chapters->size(), std::size_t{3});
    QCOMPARE(titles(*chapters, true).join(u' '), listed);
}

void FileChaptersTest::id3MadeToHarmIsBounded()
{
    QElapsedTimer timer;
    timer.start();
    // Chapters within chapters, deeper than any stack.
    constexpr qsizetype levels = 200'000;
    QByteArray deep;
    deep.reserve(levels * 28);
    for (qsizetype i = 0; i < levels; ++i) {
        deep += "CHAP" + safe(28 * (levels - i) - 10) + zeros(2) + "a" + '\0' + zeros(16);
    }
    auto chapters = chaptersOf(tag(deep));
    VERIFY_RESULT(chapters);
    QCOMPARE(chapters->size(), std::size_t{1});
    VERIFY_RESULT(readMediaInfo(m_folder.filePath(QStringLiteral("made"))));
    QByteArray many;
    for (quint32 i = 0; i < 100'000; ++i) {
        many += chapter(QByteArray::number(i), i, i + 1, text("TIT2", "x"));
    }
    chapters = chaptersOf(tag(many + contents("t", true, {"5"})));
    VERIFY_RESULT(chapters);
    QCOMPARE(chapters->size(), std::size_t{10'000});
    const QByteArray large = picture(QByteArray(9 * 1024 * 1024, 'x'), "image/jpeg");
    chapters = chaptersOf(tag(chapter("a", 0, 1, large)));
    VERIFY_RESULT(chapters);
    QVERIFY(chapters->size() == 1 && !chapters->front().hasImage);
    VERIFY_ERROR(readChapterPicture(m_folder.filePath(QStringLiteral("made")), MediaTime()),
                 NotFound);
    // What a frame says is longer than all there is.
    QByteArray lying = tag(chapter("a", 0, 1, text("TIT2", "x")) + chapter("b", 5, 6, {}));
    lying[10 + 4] = 0x7F;
    VERIFY_RESULT(chaptersOf(lying));
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

void FileChaptersTest::waveCarriesId3()
{
    auto wave = encoded("sound.wav");
    const auto made =
        tag(chapter("a", 500, 900, text("TIT2", "In a WAV") + picture(png, "image/png"))
            + text("TALB", "Show"));
    const auto size = qToLittleEndian(static_cast<quint32>(made.size()));
    wave += "id3 " + QByteArray(reinterpret_cast<const char *>(&size), 4) + made;
    const auto path = write(wave);
    const auto info = readMediaInfo(path);
    VERIFY_RESULT(info);
    QCOMPARE(titles(info->chapters), QStringList{QStringLiteral("In a WAV")});
    QCOMPARE(info->album, QStringLiteral("Show"));
    const auto bytes = readChapterPicture(path, MediaTime::fromMs(500));
    VERIFY_RESULT(bytes);
    QCOMPARE(*bytes, png);
}

void FileChaptersTest::quickTimeGivesTitlesLinksAndPictures()
{
    const QByteArray wide("\xFE\xFF\0H\0i\x4E\x2D", 8);
    const auto path = write(withTracks(m_m4a,
                                       {{7,
                                         "text",
                                         {{1, textSample("Intro", "https://example.org/1")},
                                          {1, textSample(wide)},
                                          {1, textSample("Ende – „ü“", "https://example.org/3")}}},
                                        {8, "vide", {{2, jpeg}, {1, png}}}}));
    const auto chapters = readFileChapters(path);
    VERIFY_RESULT(chapters);
    QCOMPARE(titles(*chapters),
             (QStringList{
                 QStringLiteral("Intro"), QStringLiteral("Hi中"), QStringLiteral("Ende – „ü“")}));
    QCOMPARE((*chapters)[1].start, MediaTime::fromMs(1000));
    QCOMPARE((*chapters)[1].end, MediaTime::fromMs(2000));
    QCOMPARE((*chapters)[0].url, QStringLiteral("https://example.org/1"));
    QVERIFY((*chapters)[1].url.isEmpty());
    QCOMPARE((*chapters)[2].url, QStringLiteral("https://example.org/3"));
    const std::vector<QByteArray> expected{jpeg, jpeg, png};
    for (std::size_t i = 0; i < 3; ++i) {
        QVERIFY((*chapters)[i].hasImage);
        const auto bytes = readChapterPicture(path, (*chapters)[i].start);
        VERIFY_RESULT(bytes);
        QCOMPARE(*bytes, expected[i]);
    }
    VERIFY_ERROR(readChapterPicture(path, MediaTime::fromMs(3000)), NotFound);
    const auto info = readMediaInfo(path);
    VERIFY_RESULT(info);
    QCOMPARE(info->chapters, *chapters);
    QVERIFY(std::abs(info->duration.count() - 3000) <= 50);
}

void FileChaptersTest::neroListIsRead_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("version 0") << zeros(4);
    QTest::newRow("version 1") << '\1' + zeros(7);
}

void FileChaptersTest::neroListIsRead()
{
    QFETCH(QByteArray, header);
    const QByteArray list = header + '\2' + big(quint64{0}) + '\5' + "Erste"
                            + big(quint64{15'000'000}) + '\6' + "Zwölf";
    // ffmpeg's own list of tags comes first and is not to be found instead.
    auto mp4 = m_m4a;
    mp4.replace("udta", "free");
    const auto chapters =
        readFileChapters(write(withTracks(mp4, {}, atom("udta", atom("chpl", list)))));
    VERIFY_RESULT(chapters);
    QCOMPARE(titles(*chapters), (QStringList{QStringLiteral("Erste"), QStringLiteral("Zwölf")}));
    QCOMPARE((*chapters)[1].start, MediaTime::fromMs(1500));
}

void FileChaptersTest::mp4MadeToHarmIsBounded()
{
    QElapsedTimer timer;
    timer.start();
    auto mp4 = m_m4a;
    mp4.replace("udta", "free");
    QByteArray deep;
    constexpr quint32 levels = 200'000;
    for (quint32 i = 0; i < levels; ++i) {
        deep += big((levels - i) * 8) + "udta";
    }
    const auto nested = write(withTracks(mp4, {}, deep));
    static_cast<void>(readFileChapters(nested));
    static_cast<void>(readMediaInfo(nested));
    VERIFY_ERROR(readChapterPicture(nested, MediaTime()), NotFound);
    std::vector<std::pair<quint32, QByteArray>> many(100'000, {1, textSample("x")});
    auto chapters = readFileChapters(write(withTracks(mp4, {{7, "text", many}})));
    VERIFY_RESULT(chapters);
    QCOMPARE(chapters->size(), std::size_t{10'000});
    // Each number of the text track in turn is as large as can be.
    const auto good = withTracks(
        mp4, {{7, "text", {{1, textSample("a")}, {1, textSample("b")}}}, {8, "vide", {{1, jpeg}}}});
    for (auto at = good.lastIndexOf("mdhd"); at + 4 < good.size(); at += 4) {
        auto bad = good;
        bad.replace(at, 4, QByteArray(4, '\xFF'));
        const auto path = write(bad);
        chapters = readFileChapters(path);
        QVERIFY(!chapters || chapters->size() <= 10'000);
        static_cast<void>(readChapterPicture(path, MediaTime()));
    }
    QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
}

void FileChaptersTest::cutMp4TableIsHarmless()
{
    const auto good = withTracks(
        m_m4a,
        {{7, "text", {{1, textSample("a", "https://example.org")}}}, {8, "vide", {{1, jpeg}}}});
    for (auto size = good.lastIndexOf("moov") - 4; size < good.size(); size += 7) {
        const auto path = write(good.left(size));
        static_cast<void>(readFileChapters(path));
        static_cast<void>(readChapterPicture(path, MediaTime()));
    }
    const auto chapters = readFileChapters(write(good));
    VERIFY_RESULT(chapters);
    QCOMPARE(chapters->size(), std::size_t{1});
}

void FileChaptersTest::commentsGiveLinks_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("inFront");
    QTest::newRow("opus") << QByteArray("c.opus") << QByteArray();
    QTest::newRow("vorbis") << QByteArray("c.ogg") << QByteArray();
    QTest::newRow("flac") << QByteArray("c.flac") << QByteArray();
    QTest::newRow("flac behind ID3")
        << QByteArray("i.flac") << tag(text("TIT2", "Other") + zeros(9));
}

void FileChaptersTest::commentsGiveLinks()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, inFront);
    const auto metadata = write(";FFMETADATA1\ntitle=Named\nCHAPTER002=0:00:01.250\n"
                                "CHAPTER001=00:00:00,500-->00:00:01.000\nCHAPTER001NAME=One\n"
                                "CHAPTER001URL=https://example.org/one\n"
                                "CHAPTER003=99:99:99\nCHAPTER004NAME=nowhere\n",
                                "metadata");
    const auto bytes = encoded(
        name.constData(),
        {QStringLiteral("-i"), metadata, QStringLiteral("-map_metadata"), QStringLiteral("1")});
    const auto info = readMediaInfo(write(inFront + bytes));
    VERIFY_RESULT(info);
    QCOMPARE(info->title, QStringLiteral("Named"));
    QCOMPARE(titles(info->chapters), (QStringList{QStringLiteral("One"), QString()}));
    QCOMPARE(info->chapters[0].start, MediaTime::fromMs(500));
    QCOMPARE(info->chapters[0].end, MediaTime::fromMs(1000));
    QCOMPARE(info->chapters[0].url, QStringLiteral("https://example.org/one"));
    QCOMPARE(info->chapters[1].start, MediaTime::fromMs(1250));
}

void FileChaptersTest::pictureOfNoChapterIsNotFound()
{
    VERIFY_ERROR(readChapterPicture(write(m_mp3), MediaTime()), NotFound);
    VERIFY_ERROR(readChapterPicture(write(m_m4a), MediaTime()), NotFound);
    VERIFY_ERROR(readChapterPicture(write("<html>no sound</html>"), MediaTime()), Malformed);
    VERIFY_ERROR(readChapterPicture(m_folder.filePath(QStringLiteral("none")), MediaTime()),
                 NotFound);
}

QTEST_GUILESS_MAIN(FileChaptersTest)
#include "tst_filechapters.moc"
