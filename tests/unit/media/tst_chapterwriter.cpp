// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/bytesource.h"
#include "app/media/chapterwriter.h"
#include "app/media/decoder.h"
#include "app/media/mediainfo.h"
#include "tests/support/positioncode.h"
#include "tests/support/resulttest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

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

private slots:

    void soundStaysAndChaptersAreThere_data()
    {
        QTest::addColumn<AudioKind>("kind");
        for (const AudioKind kind : {AudioKind::Mp3Cbr,
                                     AudioKind::Mp3Vbr,
                                     AudioKind::Mp3LargeTag,
                                     AudioKind::Opus,
                                     AudioKind::Vorbis,
                                     AudioKind::Flac}) {
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
        QCOMPARE(QDir(m_folder.path()).entryList({QFileInfo(path).fileName() + u'*'}).size(), 1);
    }

    void otherKindsAreLeftAsTheyAre()
    {
        for (const AudioKind kind : {AudioKind::M4a, AudioKind::Wav}) {
            const QString path = copyOf(kind);
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray before = file.readAll();
            VERIFY_ERROR(writeFileChapters(path, made()), Unsupported);
            QVERIFY(file.seek(0));
            QCOMPARE(file.readAll(), before);
        }
        VERIFY_ERROR(writeFileChapters(m_folder.filePath(QStringLiteral("none.mp3")), made()),
                     NotFound);
    }
};

QTEST_GUILESS_MAIN(ChapterWriterTest)
#include "tst_chapterwriter.moc"
