// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/internal/encodedwriter.h"
#include "app/media/soundwriter.h"
#include "tests/support/positioncode.h"
#include "tests/support/resulttest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>
#include <taglib/fileref.h>
#include <taglib/infotag.h>
#include <taglib/tag.h>
#include <taglib/wavfile.h>

#include <csignal>

using namespace app::media;

namespace {

constexpr int rate = tests::codeRate;

/// Interleaved, from a place of the position code on.
[[nodiscard]] std::vector<float> code(qint64 from, qint64 frames, int channels)
{
    std::vector<float> sound;
    for (qint64 i = from; i < from + frames; ++i) {
        const auto value = tests::positionCode()[static_cast<std::size_t>(i)];
        sound.insert(sound.end(), static_cast<std::size_t>(channels), value);
    }
    return sound;
}

[[nodiscard]] QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden);
}

/// No file may grow beyond this while it lives, as if the disk were full.
class SmallDisk final
{
public:
    explicit SmallDisk(rlim_t bytes)
    {
        m_oldHandler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_old);
        const rlimit limit{bytes, m_old.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }

    ~SmallDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_old);
        std::signal(SIGXFSZ, m_oldHandler);
    }

    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

private:
    rlimit m_old{};
    void (*m_oldHandler)(int) = nullptr;
};

void addSuffixes()
{
    QTest::addColumn<QString>("suffix");
    for (const auto &suffix : soundSuffixes()) {
        QTest::newRow(qPrintable(suffix)) << suffix;
    }
}

} // namespace

class SoundWriterTest final : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsReadAgain_data();
    void whatIsWrittenIsReadAgain();

    void tagsAreThereForOthers_data() { addSuffixes(); }

    void tagsAreThereForOthers();

    void oddPiecesAreJoined_data() { addSuffixes(); }

    void oddPiecesAreJoined();

    void nothingIsThereBeforeTheEnd_data() { addSuffixes(); }

    void nothingIsThereBeforeTheEnd();

    void fullDiskIsSaid_data() { addSuffixes(); }

    void fullDiskIsSaid();

    void mayBeReadAsOtherNewFiles_data() { addSuffixes(); }

    void mayBeReadAsOtherNewFiles();
    void tableOfM4aIsInFront();
    void mp3SaysItsExactLength();
    void refusesWhatCannotBe();

private:
    QTemporaryDir m_folder;
};

void SoundWriterTest::whatIsWrittenIsReadAgain_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<int>("sampleRate");
    QTest::addColumn<int>("channels");
    QTest::addColumn<qint64>("frames");
    for (const auto &suffix : soundSuffixes()) {
        for (const qint64 frames : {4'800, 48'000, 159'984, 160'000, 480'001}) {
            QTest::addRow("%s of %lld frames", qPrintable(suffix), frames)
                << suffix << rate << 2 << frames;
        }
        QTest::addRow("%s mono", qPrintable(suffix)) << suffix << rate << 1 << qint64{100'000};
        if (suffix != u"opus") {
            QTest::addRow("%s at 44.1 kHz", qPrintable(suffix))
                << suffix << 44'100 << 2 << qint64{100'000};
        }
    }
}

void SoundWriterTest::whatIsWrittenIsReadAgain()
{
    QFETCH(QString, suffix);
    QFETCH(int, sampleRate);
    QFETCH(int, channels);
    QFETCH(qint64, frames);
    const auto path = m_folder.filePath(QStringLiteral("sound.") + suffix);
    const SoundFormat format{sampleRate, channels};
    auto writer = makeSoundWriter(path, format, {});
    VERIFY_RESULT(writer);
    VERIFY_RESULT((*writer)->open());
    const auto sound = code(rate * 30, frames, channels);
    VERIFY_RESULT((*writer)->write(sound.data(), frames));
    QCOMPARE((*writer)->framesWritten(), frames);
    VERIFY_RESULT((*writer)->finish());
    auto source = openFileSource(path);
    VERIFY_RESULT(source);
    std::optional<SeekIndex> index;
    if (needsSeekIndex(**source)) {
        const auto built = buildSeekIndex(**source, false);
        VERIFY_RESULT(built);
        index = *built;
    }
    auto decoder = Decoder::open(*source, format, index);
    VERIFY_RESULT(decoder);
    const auto stated = (*decoder)->duration();
    QVERIFY(stated);
    QVERIFY(std::abs(stated->count() - frames * 1000 / sampleRate) <= 2);
    std::vector<float> heard(static_cast<std::size_t>((frames + sampleRate) * channels));
    qint64 have = 0;
    for (;;) {
        const auto got =
            (*decoder)->read(heard.data() + have * channels, frames + sampleRate - have);
        VERIFY_RESULT(got);
        if (*got == 0) {
            break;
        }
        have += *got;
    }
    const auto error = static_cast<double>(have - frames) * 1000 / sampleRate;
    constexpr double most = 5;
    QVERIFY2(error >= -5 && error <= most, qPrintable(QString::number(error)));
    if (sampleRate != rate || channels != 2) {
        return;
    }
    const auto first = tests::heardPlace(heard);
    QVERIFY(first);
    QVERIFY2(std::abs(first->ms - 30'000) <= 1, qPrintable(QString::number(first->ms)));
    const auto lastAt = frames - rate * 62 / 1000;
    const auto last =
        tests::heardPlace(std::span(heard).subspan(static_cast<std::size_t>(lastAt) * 2));
    QVERIFY(last);
    QVERIFY2(std::abs(last->ms - 30'000 - static_cast<double>(lastAt) * 1000 / rate) <= 1,
             qPrintable(QString::number(last->ms)));
}

void SoundWriterTest::tagsAreThereForOthers()
{
    QFETCH(QString, suffix);
    const auto path = m_folder.filePath(QStringLiteral("tags.") + suffix);
    const SoundTags tags{QStringLiteral("Zwölf – „ü“ 🎧"),
                         QStringLiteral("Jemand"),
                         QStringLiteral("The Show"),
                         QStringLiteral("https://example.org/1?a=b")};
    auto writer = makeSoundWriter(path, {}, tags);
    VERIFY_RESULT(writer);
    VERIFY_RESULT((*writer)->open());
    const auto sound = code(0, rate, 2);
    VERIFY_RESULT((*writer)->write(sound.data(), rate));
    VERIFY_RESULT((*writer)->finish());
    const TagLib::FileRef file(QFile::encodeName(path).constData(), false);
    QVERIFY(!file.isNull());
    const auto *tag = file.tag();
    if (const auto *wave = dynamic_cast<TagLib::RIFF::WAV::File *>(file.file())) {
        tag = wave->InfoTag();
    }
    const auto shown = [](const TagLib::String &text) {
        return QString::fromStdWString(text.toWString());
    };
    QCOMPARE(shown(tag->title()), tags.title);
    QCOMPARE(shown(tag->artist()), tags.artist);
    QCOMPARE(shown(tag->album()), tags.album);
    QCOMPARE(shown(tag->comment()), tags.comment);
}

void SoundWriterTest::oddPiecesAreJoined()
{
    QFETCH(QString, suffix);
    const auto whole = code(0, 20'000, 2);
    QByteArrayList written;
    for (const qint64 piece : {20'000, 777, 1}) {
        const auto path = m_folder.filePath(QStringLiteral("pieces.") + suffix);
        auto writer = makeSoundWriter(path, {}, {});
        VERIFY_RESULT(writer);
        VERIFY_RESULT((*writer)->open());
        for (qint64 done = 0; done < 20'000; done += piece) {
            const auto count = std::min<qint64>(piece, 20'000 - done);
            VERIFY_RESULT((*writer)->write(whole.data() + done * 2, count));
        }
        VERIFY_RESULT((*writer)->write(whole.data(), 0));
        VERIFY_RESULT((*writer)->finish());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        written.append(file.readAll());
        // Ogg has a number of its own for each file.
        QCOMPARE(written.constLast().size(), written.constFirst().size());
    }
    if (suffix != u"opus") {
        QCOMPARE(written[1], written[0]);
        QCOMPARE(written[2], written[0]);
    }
}

void SoundWriterTest::nothingIsThereBeforeTheEnd()
{
    QFETCH(QString, suffix);
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("sound.") + suffix);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    const auto sound = code(0, rate, 2);
    {
        auto writer = makeSoundWriter(path, {}, {});
        VERIFY_RESULT(writer);
        VERIFY_RESULT((*writer)->open());
        VERIFY_RESULT((*writer)->write(sound.data(), rate));
        QCOMPARE(QFileInfo(path).size(), 3);
    }
    QCOMPARE(filesIn(folder.path()), QStringList{QStringLiteral("sound.") + suffix});
    QCOMPARE(QFileInfo(path).size(), 3);
    auto writer = makeSoundWriter(path, {}, {});
    VERIFY_RESULT(writer);
    VERIFY_RESULT((*writer)->open());
    VERIFY_RESULT((*writer)->write(sound.data(), rate));
    VERIFY_RESULT((*writer)->finish());
    QVERIFY(QFileInfo(path).size() > 3);
    QCOMPARE(filesIn(folder.path()).size(), 1);
}

void SoundWriterTest::fullDiskIsSaid()
{
    QFETCH(QString, suffix);
    const QTemporaryDir folder;
    const auto sound = code(0, rate * 10, 2);
    // Full at the start, on the way, and when the last bytes are written.
    qint64 frames = 1'000;
    for (const rlim_t room : {20U, 0U, 100U, 20'000U, 60'000U}) {
        app::base::Result<void> result;
        {
            auto writer =
                makeSoundWriter(folder.filePath(QStringLiteral("sound.") + suffix), {}, {});
            VERIFY_RESULT(writer);
            const SmallDisk disk(room);
            result = (*writer)->open();
            if (result) {
                result = (*writer)->write(sound.data(), frames);
            }
            frames = rate * 10;
            if (result) {
                result = (*writer)->finish();
            }
        }
        VERIFY_ERROR(result, DiskFull);
        QVERIFY(filesIn(folder.path()).isEmpty());
    }
}

void SoundWriterTest::mayBeReadAsOtherNewFiles()
{
    QFETCH(QString, suffix);
    const auto path = m_folder.filePath(QStringLiteral("rights.") + suffix);
    const mode_t before = umask(0027);
    auto writer = makeSoundWriter(path, {}, {});
    const auto sound = code(0, 4'800, 2);
    const bool good =
        writer && (*writer)->open() && (*writer)->write(sound.data(), 4'800) && (*writer)->finish();
    umask(before);
    QVERIFY(good);

    struct stat facts
    {};

    QCOMPARE(stat(QFile::encodeName(path).constData(), &facts), 0);
    QCOMPARE(facts.st_mode & 0777U, 0640U);
}

void SoundWriterTest::tableOfM4aIsInFront()
{
    const auto path = m_folder.filePath(QStringLiteral("front.m4a"));
    auto writer = makeSoundWriter(path, {}, {});
    VERIFY_RESULT(writer);
    VERIFY_RESULT((*writer)->open());
    const auto sound = code(0, rate * 60, 2);
    VERIFY_RESULT((*writer)->write(sound.data(), rate * 60));
    VERIFY_RESULT((*writer)->finish());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto bytes = file.readAll();
    QVERIFY(bytes.indexOf("moov") > 0);
    QVERIFY(bytes.indexOf("moov") < bytes.indexOf("mdat"));
}

void SoundWriterTest::mp3SaysItsExactLength()
{
    const auto path = m_folder.filePath(QStringLiteral("exact.mp3"));
    auto writer = makeSoundWriter(path, {}, {});
    VERIFY_RESULT(writer);
    VERIFY_RESULT((*writer)->open());
    const auto sound = code(0, rate, 2);
    VERIFY_RESULT((*writer)->write(sound.data(), rate));
    VERIFY_RESULT((*writer)->finish());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto bytes = file.readAll();
    auto at = bytes.indexOf("Info");
    at = at < 0 ? bytes.indexOf("Xing") : at;
    QVERIFY(at > 0);
    const auto number = [&](qsizetype place) {
        return static_cast<int>(static_cast<quint8>(bytes[at + place]));
    };
    // Behind flags, frames, bytes, table and quality, nine letters, twelve bytes: both in 12 bits.
    const int delay = number(141) << 4 | number(142) >> 4;
    const int padding = (number(142) & 15) << 8 | number(143);
    const int frames = number(8) << 24 | number(9) << 16 | number(10) << 8 | number(11);
    QCOMPARE(frames * 1152 - delay - padding, rate);
}

void SoundWriterTest::refusesWhatCannotBe()
{
    for (const char *name : {"a.aiff", "a", "mp3", "a.mp3.txt", ".wav/x"}) {
        const auto writer = makeSoundWriter(m_folder.filePath(QLatin1String(name)), {}, {});
        VERIFY_ERROR(writer, Unsupported);
        for (const auto &suffix : soundSuffixes()) {
            QVERIFY(writer.error().detail.contains(u'.' + suffix));
        }
    }
    VERIFY_RESULT(makeSoundWriter(m_folder.filePath(QStringLiteral("A.MP3")), {}, {}));
    for (const auto &suffix : soundSuffixes()) {
        auto writer = makeSoundWriter(m_folder.filePath(u"none/a." + suffix), {}, {});
        VERIFY_RESULT(writer);
        VERIFY_ERROR((*writer)->open(), NotFound);
    }
    auto odd = makeSoundWriter(m_folder.filePath(QStringLiteral("a.opus")), {11'111, 2}, {});
    VERIFY_RESULT(odd);
    VERIFY_ERROR((*odd)->open(), Unsupported);
    const internal::SoundCoding missing{"mp3", AV_CODEC_ID_NONE, "no such encoder", 1};
    internal::EncodedWriter writer(m_folder.filePath(QStringLiteral("a.mp3")), missing, {}, {});
    const auto opened = writer.open();
    VERIFY_ERROR(opened, Unsupported);
    QVERIFY(opened.error().detail.contains(QStringLiteral("no encoder")));
}

QTEST_GUILESS_MAIN(SoundWriterTest)
#include "tst_soundwriter.moc"
