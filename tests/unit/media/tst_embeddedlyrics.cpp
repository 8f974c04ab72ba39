// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/embeddedlyrics.h"
#include "tests/support/positioncode.h"
#include "tests/support/resulttest.h"
#include "tests/unit/media/madetags.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace app::media;
using namespace madetags;

namespace {

[[nodiscard]] QByteArray utf16(const QString &text, bool mark)
{
    QByteArray bytes = mark ? QByteArray("\xFF\xFE", 2) : QByteArray();
    for (const QChar c : text) {
        bytes.append(static_cast<char>(c.unicode() & 0xFF));
        bytes.append(static_cast<char>(c.unicode() >> 8));
    }
    return bytes + zeros(2);
}

[[nodiscard]] QByteArray uslt(const QByteArray &language, const QByteArray &text)
{
    return frame("USLT", '\3' + language + QByteArray("name\0", 5) + text);
}

/// Words with their milliseconds.
[[nodiscard]] QByteArray sylt(const std::vector<std::pair<QByteArray, quint32>> &words,
                              char format = 2)
{
    QByteArray body = QByteArray("\3eng", 4) + format + QByteArray("\1\0", 2);
    for (const auto &[text, time] : words) {
        body += text + '\0' + big(time);
    }
    return frame("SYLT", body);
}

} // namespace

class EmbeddedLyricsTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void id3GivesEveryText();
    void timedTextKeepsItsMilliseconds();
    void timedTextInUtf16NeedsOneMark();
    void timesInFramesAreLeftOut();
    void olderEditionIsRead();
    void waveCarriesId3();
    void mp4GivesLyrics();
    void commentsGiveLyrics_data();
    void commentsGiveLyrics();
    void nothingThereIsNotFound();
    void tooLongIsLeftOut();
    void anyCutAndDamageIsHarmless();

private:
    [[nodiscard]] QString write(const QByteArray &bytes, const char *name = "made");
    [[nodiscard]] QByteArray encoded(const char *name, const QStringList &more = {});
    [[nodiscard]] app::base::Result<std::vector<EmbeddedLyrics>> lyricsOf(const QByteArray &tag);

    QTemporaryDir m_folder;
    QByteArray m_mp3;
    QByteArray m_m4a;
};

QString EmbeddedLyricsTest::write(const QByteArray &bytes, const char *name)
{
    const auto path = m_folder.filePath(QLatin1String(name));
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

QByteArray EmbeddedLyricsTest::encoded(const char *name, const QStringList &more)
{
    const auto path = m_folder.filePath(QLatin1String(name));
    const QStringList arguments{QStringLiteral("-t"), QStringLiteral("1")};
    QFile file(path);
    return tests::encodePositionCode(more + arguments, path) && file.open(QIODevice::ReadOnly)
               ? file.readAll()
               : QByteArray();
}

app::base::Result<std::vector<EmbeddedLyrics>> EmbeddedLyricsTest::lyricsOf(const QByteArray &tag)
{
    return readEmbeddedLyrics(write(tag + m_mp3));
}

void EmbeddedLyricsTest::initTestCase()
{
    m_mp3 = encoded("sound.mp3", {QStringLiteral("-id3v2_version"), QStringLiteral("0")});
    m_m4a = encoded("sound.m4a");
    QVERIFY(!m_mp3.isEmpty() && !m_m4a.isEmpty());
}

void EmbeddedLyricsTest::id3GivesEveryText()
{
    const auto lyrics = lyricsOf(
        tag(uslt("ENG", "Zoë: Good evening.\nHello.\n") + uslt("XXX", "Guten Abend.")
            + uslt("deu", "Guten Abend.") + frame("TXXX", QByteArray("\3Transcript\0Text", 16))
            + frame("TXXX", QByteArray("\3Other\0Text 2", 13)) + sylt({{"Good", 500}})));
    VERIFY_RESULT(lyrics);
    const std::vector<EmbeddedLyrics> expected = {
        {"[{\"start_ms\":500,\"text\":\"Good\"}]", QStringLiteral("eng"), QStringLiteral("json")},
        {"Zoë: Good evening.\nHello.", QStringLiteral("eng"), {}},
        {"Guten Abend.", {}, {}},
        {"Text", {}, {}}};
    QCOMPARE(*lyrics, expected);
}

void EmbeddedLyricsTest::timedTextKeepsItsMilliseconds()
{
    const auto lyrics =
        lyricsOf(tag(sylt({{"Strang", 1}, {"ers", 250}, {" in", 1001}, {"\nZoë", 3'600'123}})));
    VERIFY_RESULT(lyrics);
    QCOMPARE(lyrics->front().text,
             QByteArray("[{\"start_ms\":1,\"text\":\"Strang\"},{\"start_ms\":250,\"text\":\"ers\"},"
                        "{\"start_ms\":1001,\"text\":\" in\\n\"},"
                        "{\"start_ms\":3600123,\"text\":\"Zoë\"}]"));
}

void EmbeddedLyricsTest::timedTextInUtf16NeedsOneMark()
{
    const auto lyrics =
        lyricsOf(tag(frame("SYLT",
                           QByteArray("\1eng\2\1", 6) + utf16(QStringLiteral("name"), true)
                               + utf16(QStringLiteral("Zoë"), true) + big(quint32{1})
                               + utf16(QStringLiteral(" 日"), false) + big(quint32{2}))));
    VERIFY_RESULT(lyrics);
    QCOMPARE(lyrics->front().text,
             QByteArray("[{\"start_ms\":1,\"text\":\"Zoë\"},{\"start_ms\":2,\"text\":\" 日\"}]"));
}

void EmbeddedLyricsTest::timesInFramesAreLeftOut()
{
    const auto lyrics = lyricsOf(tag(sylt({{"Good", 1}, {" evening\n", 2}}, 1)));
    VERIFY_RESULT(lyrics);
    QCOMPARE(lyrics->front(), (EmbeddedLyrics{"Good evening", QStringLiteral("eng"), {}}));
}

void EmbeddedLyricsTest::olderEditionIsRead()
{
    const QByteArray body = QByteArray("\0eng\0Caf\xE9", 9);
    const QByteArray made = QByteArray("ULT") + zeros(2) + static_cast<char>(body.size()) + body;
    const auto lyrics = lyricsOf(tag(made, 2));
    VERIFY_RESULT(lyrics);
    QCOMPARE(lyrics->front(), (EmbeddedLyrics{"Café", QStringLiteral("eng"), {}}));
}

void EmbeddedLyricsTest::waveCarriesId3()
{
    const QByteArray made = tag(uslt("eng", "Good evening."));
    const auto size = qToLittleEndian(static_cast<quint32>(made.size()));
    const QByteArray wave = encoded("sound.wav") + "id3 "
                            + QByteArray(reinterpret_cast<const char *>(&size), sizeof size) + made;
    const auto lyrics = readEmbeddedLyrics(write(wave));
    VERIFY_RESULT(lyrics);
    QCOMPARE(lyrics->front().text, QByteArray("Good evening."));
}

void EmbeddedLyricsTest::mp4GivesLyrics()
{
    const auto data = [](const QByteArray &text) {
        return atom("data", big(quint32{1}) + zeros(4) + text);
    };
    const QByteArray free =
        atom("----",
             atom("mean", zeros(4) + "com.apple.iTunes") + atom("name", zeros(4) + "SYNCEDLYRICS")
                 + data("[00:01.00]Good evening."))
        + atom("----", atom("mean", zeros(4) + "x") + atom("name", zeros(4) + "x") + data("no"));
    const QByteArray list =
        atom("ilst", atom("\xA9lyr", data("Zoë: Good evening.\nHello.")) + free);
    const QByteArray handler = atom("hdlr", zeros(8) + "mdirappl" + zeros(9));
    const QByteArray udta = atom("udta", atom("meta", zeros(4) + handler + list));
    const auto found =
        readEmbeddedLyrics(write(withTracks(QByteArray(m_m4a).replace("udta", "skip"), {}, udta)));
    VERIFY_RESULT(found);
    const std::vector<EmbeddedLyrics> expected = {{"Zoë: Good evening.\nHello.", {}, {}},
                                                  {"[00:01.00]Good evening.", {}, {}}};
    QCOMPARE(*found, expected);
}

void EmbeddedLyricsTest::commentsGiveLyrics_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("opus") << QByteArray("sound.opus");
    QTest::newRow("vorbis") << QByteArray("sound.ogg");
    QTest::newRow("flac") << QByteArray("sound.flac");
}

void EmbeddedLyricsTest::commentsGiveLyrics()
{
    QFETCH(QByteArray, name);
    const QByteArray bytes = encoded(name.constData(),
                                     {QStringLiteral("-metadata"),
                                      QStringLiteral("LYRICS=[00:01.00]Guten Abend, Zoë."),
                                      QStringLiteral("-metadata"),
                                      QStringLiteral("unsyncedlyrics=Guten Abend."),
                                      QStringLiteral("-metadata"),
                                      QStringLiteral("TRANSCRIPT=WEBVTT\n\n00:01.000 --> x"),
                                      QStringLiteral("-metadata"),
                                      QStringLiteral("SYNCEDLYRICS=Guten Abend."),
                                      QStringLiteral("-metadata"),
                                      QStringLiteral("comment=Nothing")});
    const auto lyrics = readEmbeddedLyrics(write(bytes));
    VERIFY_RESULT(lyrics);
    QCOMPARE(lyrics->size(), std::size_t{3});
    const auto has = [&lyrics](const QByteArray &text) {
        return std::count(lyrics->begin(), lyrics->end(), EmbeddedLyrics{text, {}, {}}) == 1;
    };
    QVERIFY(has("[00:01.00]Guten Abend, Zoë."));
    QVERIFY(has("Guten Abend."));
    QVERIFY(has("WEBVTT\n\n00:01.000 --> x"));
}

void EmbeddedLyricsTest::nothingThereIsNotFound()
{
    VERIFY_ERROR(readEmbeddedLyrics(m_folder.filePath(QStringLiteral("absent"))), NotFound);
    VERIFY_ERROR(readEmbeddedLyrics(write(m_mp3)), NotFound);
    VERIFY_ERROR(readEmbeddedLyrics(write(m_m4a)), NotFound);
    VERIFY_ERROR(readEmbeddedLyrics(write(encoded("plain.opus"))), NotFound);
    VERIFY_ERROR(lyricsOf(tag(uslt("eng", "  \n"))), NotFound);
    VERIFY_ERROR(readEmbeddedLyrics(write("<html><body>Not here</body></html>")), Malformed);
}

void EmbeddedLyricsTest::tooLongIsLeftOut()
{
    const auto lyrics = lyricsOf(tag(uslt("eng", QByteArray(17 << 20, 'a')) + uslt("eng", "b")));
    VERIFY_RESULT(lyrics);
    QCOMPARE(lyrics->size(), std::size_t{1});
    QCOMPARE(lyrics->front().text, QByteArray("b"));
}

void EmbeddedLyricsTest::anyCutAndDamageIsHarmless()
{
    const QByteArray made =
        tag(uslt("eng", "Good evening.")
            + frame("SYLT",
                    QByteArray("\1eng\2\1", 6) + utf16(QStringLiteral("name"), true)
                        + utf16(QStringLiteral("Zoë"), true) + big(quint32{1})))
        + m_mp3.left(2000);
    for (qsizetype size = 1; size < 200; ++size) {
        static_cast<void>(readEmbeddedLyrics(write(made.left(size))));
    }
    for (qsizetype at = 0; at < 200; ++at) {
        QByteArray damaged = made;
        damaged[at] = static_cast<char>(damaged[at] ^ '\x7F');
        static_cast<void>(readEmbeddedLyrics(write(damaged)));
    }
    for (const char *format : {"sound.m4a", "sound.opus", "sound.flac"}) {
        QFile file(m_folder.filePath(QLatin1String(format)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        for (qsizetype size = 1; size < whole.size(); size += 1 + whole.size() / 150) {
            static_cast<void>(readEmbeddedLyrics(write(whole.left(size))));
        }
    }
}

QTEST_GUILESS_MAIN(EmbeddedLyricsTest)
#include "tst_embeddedlyrics.moc"
