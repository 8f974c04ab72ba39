// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/mediainfo.h"
#include "app/media/wavwriter.h"
#include "tests/support/positioncode.h"
#include "tests/support/resulttest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <taglib/chapterframe.h>
#include <taglib/id3v2tag.h>
#include <taglib/mpegfile.h>
#include <taglib/textidentificationframe.h>
#include <taglib/unsynchronizedlyricsframe.h>
#include <taglib/urllinkframe.h>

using namespace app::media;
using app::timestamps::MediaTime;

class MediaInfoTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsChapters_data();
    void readsChapters();
    void readsId3Chapters();
    void damagedTagsDoNoHarm();
    void wavIsWrittenWholeOrNotAtAll();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void MediaInfoTest::readsChapters_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("codec");
    QTest::newRow("mp3") << "c.mp3"
                         << "mp3"
                         << "mp3";
    QTest::newRow("m4a") << "c.m4a"
                         << "m4a"
                         << "aac";
    QTest::newRow("opus") << "c.opus"
                          << "ogg"
                          << "opus";
    QTest::newRow("vorbis") << "c.ogg"
                            << "ogg"
                            << "vorbis";
    QTest::newRow("flac") << "c.flac"
                          << "flac"
                          << "flac";
}

void MediaInfoTest::readsChapters()
{
    QFETCH(QString, name);
    QFETCH(QString, format);
    QFETCH(QString, codec);
    QFile metadata(path(QStringLiteral("meta.txt")));
    QVERIFY(metadata.open(QIODevice::WriteOnly));
    metadata.write(";FFMETADATA1\ntitle=Time – “ü”\nartist=Someone\nalbum=The Show\n");
    if (format == u"m4a" || format == u"mp3") {
        metadata.write("[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=4500\ntitle=Intro\n"
                       "[CHAPTER]\nTIMEBASE=1/1000\nSTART=4500\nEND=10000\ntitle=日本語 🎧\n");
    } else {
        metadata.write("CHAPTER001=00:00:04.500\nCHAPTER001NAME=日本語 🎧\n"
                       "CHAPTER000=0:00:00\nCHAPTER000NAME=Intro\nCHAPTER002=nonsense\n");
    }
    metadata.close();
    const QStringList arguments{QStringLiteral("-i"),
                                metadata.fileName(),
                                QStringLiteral("-map_metadata"),
                                QStringLiteral("1"),
                                QStringLiteral("-t"),
                                QStringLiteral("10")};
    QVERIFY(tests::encodePositionCode(arguments, path(name)));
    const auto info = readMediaInfo(path(name));
    VERIFY_RESULT(info);
    QCOMPARE(info->format, format);
    QCOMPARE(info->codec, codec);
    QCOMPARE(info->title, QStringLiteral("Time – “ü”"));
    QCOMPARE(info->artist, QStringLiteral("Someone"));
    QCOMPARE(info->album, QStringLiteral("The Show"));
    QVERIFY(std::abs(info->duration.count() - 10'000) <= 50);
    QCOMPARE(info->chapters.size(), std::size_t{2});
    QCOMPARE(info->chapters[0].title, QStringLiteral("Intro"));
    QCOMPARE(info->chapters[0].start, MediaTime());
    QCOMPARE(info->chapters[1].title, QStringLiteral("日本語 🎧"));
    QCOMPARE(info->chapters[1].start, MediaTime::fromMs(4500));
    const auto chapters = readFileChapters(path(name));
    VERIFY_RESULT(chapters);
    QCOMPARE(*chapters, info->chapters);
}

void MediaInfoTest::readsId3Chapters()
{
    const auto name = path(QStringLiteral("id3.mp3"));
    QVERIFY(QFile::copy(tests::positionCodedFile(tests::AudioKind::Mp3Cbr), name));
    {
        TagLib::MPEG::File file(QFile::encodeName(name).constData());
        auto *tag = file.ID3v2Tag(true);
        const auto add = [&](const char *id, unsigned start, unsigned end, const char *title) {
            auto *frame = new TagLib::ID3v2::ChapterFrame(id, start, end, 0xFFFFFFFF, 0xFFFFFFFF);
            for (const auto *text : {title, "second title"}) {
                auto *titleFrame =
                    new TagLib::ID3v2::TextIdentificationFrame("TIT2", TagLib::String::UTF8);
                titleFrame->setText(TagLib::String(text, TagLib::String::UTF8));
                frame->addEmbeddedFrame(titleFrame);
            }
            auto *url = new TagLib::ID3v2::UserUrlLinkFrame();
            url->setUrl("https://example.org/chapter");
            frame->addEmbeddedFrame(url);
            tag->addFrame(frame);
        };
        add("b", 60'000, 130'000, "Später");
        add("a", 0, 60'000, "Anfang");
        auto *lyrics = new TagLib::ID3v2::UnsynchronizedLyricsFrame(TagLib::String::UTF8);
        lyrics->setText("spoken words");
        tag->addFrame(lyrics);
        QVERIFY(file.save());
    }
    const auto info = readMediaInfo(name);
    VERIFY_RESULT(info);
    QCOMPARE(info->chapters.size(), std::size_t{2});
    QCOMPARE(info->chapters[0].title, QStringLiteral("Anfang"));
    QCOMPARE(info->chapters[1].title, QStringLiteral("Später"));
    QCOMPARE(info->chapters[1].start, MediaTime::fromMs(60'000));
    QCOMPARE(info->chapters[1].url, QStringLiteral("https://example.org/chapter"));
    QCOMPARE(info->lyrics, QStringLiteral("spoken words"));
    QVERIFY(std::abs(info->duration.count() - 120'000) <= 5);
}

void MediaInfoTest::damagedTagsDoNoHarm()
{
    QFile good(path(QStringLiteral("id3.mp3")));
    QVERIFY(good.open(QIODevice::ReadOnly));
    const auto bytes = good.read(100'000);
    const auto name = path(QStringLiteral("damaged.mp3"));
    unsigned seed = 12345;
    for (int round = 0; round < 60; ++round) {
        auto damaged = bytes;
        for (int i = 0; i < 6; ++i) {
            seed = seed * 1'664'525 + 1'013'904'223;
            damaged[static_cast<qsizetype>((seed >> 8) % 600)] = static_cast<char>(seed >> 20);
        }
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(damaged);
        file.close();
        const auto info = readMediaInfo(name);
        QVERIFY(!info || info->duration < std::chrono::minutes(3));
    }
}

void MediaInfoTest::wavIsWrittenWholeOrNotAtAll()
{
    const auto name = path(QStringLiteral("out.wav"));
    const std::vector<float> sound{0.5F, -0.5F, 2.0F, -2.0F};
    {
        WavWriter writer(name, {});
        VERIFY_RESULT(writer.open());
        VERIFY_RESULT(writer.write(sound.data(), 2));
    }
    QVERIFY(!QFile::exists(name));
    WavWriter writer(name, {});
    VERIFY_RESULT(writer.open());
    VERIFY_RESULT(writer.write(sound.data(), 2));
    QCOMPARE(writer.framesWritten(), 2);
    VERIFY_RESULT(writer.finish());
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto bytes = file.readAll();
    QCOMPARE(bytes.size(), 44 + 8);
    QCOMPARE(bytes.mid(44),
             QByteArray::fromHex("00400"
                                 "0c0ff7f0180"));
    WavWriter nowhere(path(QStringLiteral("none/out.wav")), {});
    VERIFY_ERROR(nowhere.open(), NotFound);
}

QTEST_GUILESS_MAIN(MediaInfoTest)
#include "tst_mediainfo.moc"
