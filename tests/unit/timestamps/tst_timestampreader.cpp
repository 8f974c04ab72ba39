// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/timestampreader.h"

#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace app::timestamps;
using namespace std::chrono_literals;

namespace {

std::vector<Timestamp> read(const QString &text, std::optional<Duration> duration = 7200s)
{
    return readTimestamps({text, {}, {}}, duration);
}

/// What was found, as written, each with its marks: '?' unsure, 'F' another recording.
QString spans(const QString &text, const std::vector<Timestamp> &found)
{
    QStringList parts;
    for (const Timestamp &one : found) {
        parts.append(text.mid(one.span.offset, one.span.length)
                     + (one.recording == Recording::Other ? QStringLiteral("F") : QString())
                     + (one.certainty == Certainty::Unsure ? QStringLiteral("?") : QString()));
    }
    return parts.join(QLatin1Char('|'));
}

QString spansOf(const QString &text, std::optional<Duration> duration = 7200s)
{
    return spans(text, read(text, duration));
}

/// The stretch of a text that a word takes.
TextSpan spanOf(const QString &text, const QString &part)
{
    return {text.indexOf(part), part.size()};
}

void checkSpans(const QString &text, const std::vector<Timestamp> &found)
{
    qsizetype done = 0;
    for (const Timestamp &one : found) {
        QVERIFY(one.span.offset >= done);
        QVERIFY(one.span.length > 0);
        done = one.span.offset + one.span.length;
        QVERIFY(done <= text.size());
        QVERIFY(one.start.ms() >= 0);
        QVERIFY(!one.end || *one.end > one.start);
    }
}

/// Show notes with a bit of everything, for tests that mangle it.
QString mixedNotes()
{
    return QStringLiteral(
        "In this episode\r\n0:00 Why\n(4:30) Tides 😀 \n11:45–13:20 Machine\n"
        "１２：３０ wide\n🎙 ۱۲:۳۰ At 10:30 am, John 3:16, at minute 45, 1h 2m 3s\n"
        "（4分30秒）x <b>12'05\"</b> https://x.example/1:30?t=1:30 a@b.example "
        "𝟏𝟐:𝟑𝟎\n\nVideo timestamps\n1:30 a\n2:41:10 b\n00:01:02,500 --> 00:02:00");
}

} // namespace

class TimestampReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void coversExactlyTheCharactersOfTheTime_data();
    void coversExactlyTheCharactersOfTheTime();
    void keepsLookAlikesAsText_data();
    void keepsLookAlikesAsText();
    void saysHowSureItIs_data();
    void saysHowSureItIs();

    void readsRanges()
    {
        const auto found = read(QStringLiteral("0:10 – 0:20.5 a\n1:59:30-59:50 b"));
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].start.ms(), 10000);
        QCOMPARE(found[0].end->ms(), 20500);
        QCOMPARE(found[1].end->ms(), 7190000);
    }

    /// A dash joins no range where one side is the clock's.
    void tellsTheClockFromThePlaceBesideIt()
    {
        const QString text = QStringLiteral("Three voices of the night:\nBaker – 3:35\n"
                                            "Nurse, on duty since 22:00 – 14:09\n"
                                            "Driver, up since 4:30 – 27:57");
        QCOMPARE(spans(text, readTimestamps({text, {}, {}}, 2400s)),
                 QStringLiteral("3:35?|14:09?|27:57?"));
    }

    void readsLinksThatAreTimes()
    {
        const QString text = QStringLiteral("Hear (4:30) or the joke; the rule is Syntax 5:10.");
        AnnotatedText notes{text, {}, {}};
        notes.links = {
            {spanOf(text, QStringLiteral("Syntax 5:10")), QStringLiteral("https://a.example/")},
            {spanOf(text, QStringLiteral("(4:30)")), QStringLiteral("https://a.example/?t=99")},
            {spanOf(text, QStringLiteral("the joke")), QStringLiteral("#t=1h2m3.5s")},
        };
        const auto found = readTimestamps(notes, 7200s);
        QCOMPARE(spans(text, found), QStringLiteral("4:30|the joke"));
        QCOMPARE(found[0].start.ms(), 270000);
        QCOMPARE(found[1].start.ms(), 3723500);
    }

    void readsALinkThatIsARange()
    {
        const QString text = QStringLiteral("Hear the quarrel 2:00–3:00 again.");
        const TextSpan link = spanOf(text, QStringLiteral("2:00–3:00"));
        const AnnotatedText notes{text, {{link, QStringLiteral("https://a.example/")}}, {}};
        const auto found = readTimestamps(notes, 7200s);
        QCOMPARE(spans(text, found), QStringLiteral("2:00–3:00"));
        QCOMPARE(found[0].end->ms(), 180000);
    }

    void takesThePlaceFromAFragmentNotFromItsText()
    {
        const QString text = QStringLiteral("see 4:30 now");
        AnnotatedText notes{text, {{{4, 4}, QStringLiteral("#t=npt:10,20")}}, {}};
        const auto found = readTimestamps(notes, std::nullopt);
        QCOMPARE(spans(text, found), QStringLiteral("4:30"));
        QCOMPARE(found[0].start.ms(), 10000);
        QCOMPARE(found[0].end->ms(), 20000);
        notes.links[0].target = QStringLiteral("#t=nonsense");
        QCOMPARE(readTimestamps(notes, std::nullopt)[0].start.ms(), 270000);
    }

    void leavesOpaqueTextAlone()
    {
        const QString text = QStringLiteral("1:30 a\n2:30 b");
        QCOMPARE(spans(text, readTimestamps({text, {}, {{0, 4}}}, 7200s)), QStringLiteral("2:30"));
        QVERIFY(readTimestamps({text, {}, {{2, 1}, {0, text.size()}}}, 7200s).empty());
    }

    void survivesWrongSpans()
    {
        const QString text = QStringLiteral("1:30 a");
        constexpr qsizetype most = std::numeric_limits<qsizetype>::max();
        const QString target = QStringLiteral("#t=5");
        const AnnotatedText notes{
            text,
            {{{-5, 2}, target}, {{3, most}, target}, {{most, most}, target}, {{0, -1}, target}},
            {{-most, 1}, {most, 9}, {2, -7}}};
        checkSpans(text, readTimestamps(notes, 7200s));
    }

    void decidesTheRecordingPerSection()
    {
        const QString notes = QStringLiteral(
            "In this episode\n0:00 Why\n2:15 Counting\n11:45–13:20 A machine\n22:05 Essay\n\n"
            "The joke about the table (18:33) is hers, and the ferry leaves at "
            "10:40 in the morning. Psalm 3:16, near the end.\n\n"
            "From the full conversation (video times)\n1:30 Joke\n48:20 Whether\n2:41:10 Next");
        QCOMPARE(spansOf(notes, 1634s),
                 QStringLiteral("0:00|2:15|11:45–13:20|22:05|18:33|1:30F|48:20F|2:41:10F"));
    }

    void aLineUnderTheListSpeaksOfIt()
    {
        QCOMPARE(spansOf(QStringLiteral("0:00 a\n2:00 b\n*Timestamps refer to the video.")),
                 QStringLiteral("0:00F|2:00F"));
        QCOMPARE(spansOf(QStringLiteral("0:00 a\n2:00 b\nTimestamps are for the video.\n\n"
                                        "In this episode\n0:00 c\n1:00 d")),
                 QStringLiteral("0:00F|2:00F|0:00|1:00"));
    }

    void aVideoLinkAboveTheListDoesNotMakeItForeign()
    {
        QCOMPARE(spansOf(QStringLiteral("Watch on YouTube: https://y.example/w?t=1:30\n\n0:00 a\n"
                                        "2:00 b\n9:00 c")),
                 QStringLiteral("0:00|2:00|9:00"));
        QCOMPARE(spansOf(QStringLiteral("Timestamps may differ on YouTube.\n0:00 a\n2:00 b")),
                 QStringLiteral("0:00|2:00"));
    }

    void anInvitationThatDeclaresTheTimesMakesThemForeign()
    {
        QCOMPARE(spansOf(QStringLiteral("Watch on YouTube! The timestamps are for the video:\n"
                                        "0:00 Intro\n2:10 The wall\n9:40 The tide")),
                 QStringLiteral("0:00F|2:10F|9:40F"));
    }

    void withoutADurationNothingIsBeyondIt()
    {
        QCOMPARE(spansOf(QStringLiteral("0:30 a\n99:00 b\n9:59:59 c"), std::nullopt),
                 QStringLiteral("0:30|99:00|9:59:59"));
        QCOMPARE(read(QStringLiteral("(1:30)"), std::nullopt)[0].start.ms(), 90000);
        QCOMPARE(read(QStringLiteral("(1:30)"), Duration(0))[0].start.ms(), 90000);
    }

    void goesOnWithHoursPastTheHour()
    {
        const auto found = read(QStringLiteral("30:00 a\n58:10 b\n1:02 c\n1:15 d"), 4800s);
        QCOMPARE(found.size(), std::size_t(4));
        QCOMPARE(found[1].start.ms(), 3490000);
        QCOMPARE(found[2].start.ms(), 3720000);
        QCOMPARE(found[3].start.ms(), 4500000);
    }

    void hintsDecide()
    {
        const AnnotatedText notes{QStringLiteral("0:10 a\n0:25 b\n1:10 c"), {}, {}};
        TimestampHints hints;
        hints.shortForm = ShortForm::HoursMinutes;
        const auto hours = readTimestamps(notes, 7200s, hints);
        QCOMPARE(hours.size(), std::size_t(3));
        QCOMPARE(hours[2].start.ms(), 4200000);
        hints.recording = Recording::Other;
        for (const Timestamp &one : readTimestamps(notes, 7200s, hints)) {
            QCOMPARE(one.recording, Recording::Other);
        }
        const AnnotatedText video{
            QStringLiteral("Timestamps are for the video\n0:10 a\n9:00 b\n30:00 c"), {}, {}};
        hints = {};
        hints.recording = Recording::This;
        hints.shortForm = ShortForm::MinutesSeconds;
        const auto own = readTimestamps(video, 1200s, hints);
        QCOMPARE(spans(video.text, own), QStringLiteral("0:10|9:00"));
    }

    void saysWhichListAndWhichForm()
    {
        const auto found = read(QStringLiteral(
            "Timestamps\n0:00 a\n2:10 b\n1:02:03 c\n\nVideo timestamps\n0:00 d\n3:10 e"));
        QCOMPARE(found.size(), std::size_t(5));
        QVERIFY(found[0].list >= 0);
        QCOMPARE(found[1].list, found[0].list);
        QCOMPARE(found[2].list, found[0].list);
        QVERIFY(found[3].list != found[0].list);
        QVERIFY(found[0].shortForm);
        QVERIFY(!found[2].shortForm);
    }

    void cutAnywhereItStaysSane()
    {
        const QString notes = mixedNotes();
        for (qsizetype i = 0; i <= notes.size(); ++i) {
            checkSpans(notes.first(i), read(notes.first(i)));
            checkSpans(notes.sliced(i), read(notes.sliced(i), 600s));
        }
    }

    void noiseIsHarmless()
    {
        QRandomGenerator random(20240305);
        const QString alphabet = QStringLiteral("0123456789:::..,-–~()[] \n'\"hms#@/分秒a٣\u200b");
        for (int round = 0; round < 3000; ++round) {
            QString text;
            for (int i = random.bounded(60); i > 0; --i) {
                text += random.bounded(20) == 0
                            ? QChar(static_cast<char16_t>(random.bounded(65536)))
                            : alphabet[random.bounded(int(alphabet.size()))];
            }
            const TextSpan span{random.bounded(60) - 5, random.bounded(60) - 5};
            const AnnotatedText notes{
                text, {{span, QStringLiteral("#t=4:30")}}, {{span.length, 3}}};
            checkSpans(text, readTimestamps(notes, 5400s));
        }
    }

    void longTextsFinish_data();
    void longTextsFinish();
};

void TimestampReaderTest::coversExactlyTheCharactersOfTheTime_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("brackets", QStringLiteral("(4:30) a"), QStringLiteral("4:30"));
    row("emoji before", QStringLiteral("😀🎙 4:30 a"), QStringLiteral("4:30"));
    row("crlf before", QStringLiteral("a\r\n\r\n4:30 a"), QStringLiteral("4:30"));
    row("zero width inside",
        QStringLiteral("1\u200b:\u200b30 a"),
        QStringLiteral("1\u200b:\u200b30"));
    row("bidi marks outside", QStringLiteral("\u200e12:30\u200f a"), QStringLiteral("12:30"));
    row("digits of two units", QStringLiteral("𝟏𝟐:𝟑𝟎 a"), QStringLiteral("𝟏𝟐:𝟑𝟎"));
    row("fraction", QStringLiteral("[1:02:03.5] a"), QStringLiteral("1:02:03.5"));
    row("full stop", QStringLiteral("listen at 4:30."), QStringLiteral("4:30"));
    row("range", QStringLiteral("(4:30 to 5:10) a"), QStringLiteral("4:30 to 5:10"));
    row("chain", QStringLiteral("(4:30, 5:10 and 6:20) a"), QStringLiteral("4:30|5:10|6:20"));
    row("units", QStringLiteral("1h 2m 3s - a"), QStringLiteral("1h 2m 3s"));
    row("primes with a space",
        QStringLiteral("2' 10\" the gate\n9' 45\" the hare"),
        QStringLiteral("2' 10\"|9' 45\""));
    row("Hindi minute", QStringLiteral("32वें मिनट पर हँसी"), QStringLiteral("32वें मिनट"));
    row("Hindi ordinal", QStringLiteral("- 6वाँ मिनट: गाँव से शहर"), QStringLiteral("6वाँ मिनट"));
    row("Swedish ordinal",
        QStringLiteral("Lyssna i den 23:e minuten"),
        QStringLiteral("23:e minuten"));
    row("units before a colon",
        QStringLiteral("2 min 10: the gate\n9 min 45: the hare"),
        QStringLiteral("2 min 10|9 min 45"));
    row("minutes named at the end",
        QStringLiteral("Dos 30 aos 34 minutos o som falha um pouco."),
        QStringLiteral("30 aos 34 minutos?"));
    row("minutes that leave out the word",
        QStringLiteral("Al minuto 7 arriva la zuppa, al 23 il conto e al 51 litighiamo."),
        QStringLiteral("minuto 7|23|51"));
    row("ordinals that leave out the word",
        QStringLiteral("In der 25. Minute geht es los, in der 40. lachen alle."),
        QStringLiteral("25. Minute|40?"));
    row("French ordinals that leave out the word",
        QStringLiteral("À la 12e minute, le chat renverse le micro ; à la 22e, il recommence."),
        QStringLiteral("12e minute|22?"));
    row("minutes below a line that ends in a number",
        QStringLiteral("Minute 4 Wiederholung, Kapitel 2\nMinute 13 Definition 2.7\n"
                       "Minute 20 Beweis, Teil 1"),
        QStringLiteral("Minute 4|Minute 13|Minute 20"));
    row("Vietnamese minutes",
        QStringLiteral("Hỏng mic ở phút 17 là lỗi của tôi."),
        QStringLiteral("phút 17"));
    row("Turkish hours and minutes",
        QStringLiteral("Mantı kısmı 1 saat 4. dakikada başlıyor."),
        QStringLiteral("1 saat 4. dakikada?"));
    row("Hebrew minute", QStringLiteral("בדקה ה-24 נופל הסולם"), QStringLiteral("בדקה ה-24"));
    row("Hebrew units cut short",
        QStringLiteral("ב31 דק' ו-10 שנ' האדריכל מודה"),
        QStringLiteral("31 דק' ו-10 שנ'"));
    row("an hour in a title",
        QStringLiteral("Mayor – 0:20\nSchool dinners – 7:45\nThe roof – 19:10\n"
                       "New start, 8:50 instead of 9:00 – 33:25\nVotes – 41:00"),
        QStringLiteral("0:20|7:45|19:10|33:25?|41:00"));
    row("Arabic units", QStringLiteral("(1 س 12 د) الرسالة"), QStringLiteral("1 س 12 د"));
    row("ideographs", QStringLiteral("在第12:35处聊到潮汐"), QStringLiteral("12:35"));
    row("wide colons", QStringLiteral("第12：35处，聊到潮汐"), QStringLiteral("12：35"));
    row("a wide colon after a name",
        QStringLiteral("A：03:12 早い\nB：03:20 そう\nA：03:27 はい"),
        QStringLiteral("03:12?|03:20?|03:27?"));
    row("a wide colon after a number",
        QStringLiteral("変化1-1：25:14 本線\n変化1-2：33:48 終盤"),
        QStringLiteral("25:14?|33:48?"));
    row("a wide colon before what is said",
        QStringLiteral("张 00:13：盐放多少？\n李 00:15：5克。"),
        QStringLiteral("00:13?|00:15?"));
    row("ideographic units", QStringLiteral("1小时20分处聊"), QStringLiteral("1小时20分"));
    row("Persian", QStringLiteral("در دقیقه ۱۲:۳۰ گفت"), QStringLiteral("۱۲:۳۰"));
    row("dotted list",
        QStringLiteral("00.00 a\n04.30 b\n12.25 c"),
        QStringLiteral("00.00|04.30|12.25"));
    row("slashes", QStringLiteral("4:30 / 12:10 / 33:05"), QStringLiteral("4:30|12:10|33:05"));
}

void TimestampReaderTest::coversExactlyTheCharactersOfTheTime()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(spansOf(text), expected);
}

void TimestampReaderTest::keepsLookAlikesAsText_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts{
        QStringLiteral("Agenda\n09:00 Registration\n09:30 Keynote\n10:45 Break\n12:00 Lunch"),
        QStringLiteral("09:00 Registration\n09:30 Keynote\n10:45 Coffee\n12:00 Lunch"),
        QStringLiteral("Opening hours\nMon-Fri: 9:00-17:00\nSat: 10:00-14:00"),
        QStringLiteral("Öffnungszeiten: Mo-Fr 9:00-17:00, Sa 10:00-14:00"),
        QStringLiteral("Fahrplan\n12:05 Berlin\n12:47 Wolfsburg\n13:30 Hannover"),
        QStringLiteral("Bus 7: 7:15, 8:45, 9:30"),
        QStringLiteral("营业时间：9:00-18:00"),
        QStringLiteral("午前10:30に公開"),
        QStringLiteral("오전 10:30에 공개됩니다"),
        QStringLiteral("ساعت ۱۰:۳۰ صبح"),
        QStringLiteral("Сегодня вечером в 20:15"),
        QStringLiteral("Enregistré le 5 mars 2024 à 12:30"),
        QStringLiteral("Juan 3:16 aparece"),
        QStringLiteral("1 Cor 13:4-13"),
        QStringLiteral("see Matthew 5:10-12"),
        QStringLiteral("See Table 3:12 for details"),
        QStringLiteral("Use 1:16 coffee to water"),
        QStringLiteral("I brew at 1:16 with a cone"),
        QStringLiteral("1. One (3:45)\n2. Two (4:10)\n3. Three (2:58)\n4. Four (5:01)"),
        QStringLiteral("Tracklist\n1. Dawn 3:45\n2. Noon 4:10\n3. Dusk 5:58"),
        QStringLiteral("Meet at 12.25 in the lobby"),
        QStringLiteral("He ran it in 25:14"),
        QStringLiteral("https://a.example/x,(1:30):2:30 www.a.example/1:30"),
        QStringLiteral("a.example/live-12:30"),
        QStringLiteral("me@a.example:12:30"),
        QStringLiteral("T12:30:45Z and fe80::12:30 and 12:34:56:07"),
    };
    for (const QString &text : texts) {
        QTest::newRow(qPrintable(text.left(40).simplified())) << text;
    }
}

void TimestampReaderTest::keepsLookAlikesAsText()
{
    QFETCH(QString, text);
    QCOMPARE(spansOf(text), QString());
}

void TimestampReaderTest::saysHowSureItIs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("line start", QStringLiteral("4:30 a"), QStringLiteral("4:30"));
    row("bracket", QStringLiteral("the bit (4:30) a"), QStringLiteral("4:30"));
    row("place word", QStringLiteral("we argue at 4:30 a"), QStringLiteral("4:30"));
    row("mark", QStringLiteral("the 4:30 mark"), QStringLiteral("4:30"));
    row("line ends", QStringLiteral("a 0:00\nb 4:30\nc 9:10"), QStringLiteral("0:00|4:30|9:10"));
    row("one line",
        QStringLiteral("Times: 0:00 Intro 4:30 Guest 9:10 End"),
        QStringLiteral("0:00|4:30|9:10"));
    row("no cue", QStringLiteral("he told us 10:30"), QStringLiteral("10:30?"));
    row("no cue in text",
        QStringLiteral("the bit about tides 41:07 was mine"),
        QStringLiteral("41:07?"));
}

void TimestampReaderTest::saysHowSureItIs()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(spansOf(text), expected);
}

void TimestampReaderTest::longTextsFinish_data()
{
    QTest::addColumn<QString>("unit");
    for (const char *unit : {"1:",
                             "7",
                             "(",
                             "[(",
                             "1:30",
                             "1:30 ",
                             "1:30-",
                             "1:30,",
                             "(1:30",
                             "1:30\n",
                             "1:30\n\nx\n",
                             "1.30 ",
                             "1h",
                             "1h1m ",
                             "1'30\"",
                             "a/",
                             "a@",
                             "http://",
                             "www.(",
                             "a",
                             "-",
                             " ",
                             "\n",
                             "a-",
                             "timestamps for youtube\n1:30\n",
                             "at 1:30 video timestamps "}) {
        QTest::newRow(qPrintable(QString::fromLatin1(unit).simplified()))
            << QString::fromLatin1(unit);
    }
}

/// Anything quadratic would run for hours and into the test's time limit.
void TimestampReaderTest::longTextsFinish()
{
    QFETCH(QString, unit);
    const QString text = unit.repeated(500'000 / unit.size()) + QStringLiteral(" 1:30");
    checkSpans(text, read(text));
    const QString lone = QStringLiteral("1:30 ") + text;
    checkSpans(lone, read(lone));
}

QTEST_GUILESS_MAIN(TimestampReaderTest)
#include "tst_timestampreader.moc"
