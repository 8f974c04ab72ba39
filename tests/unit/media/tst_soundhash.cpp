// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/chapterwriter.h"
#include "app/media/soundhash.h"
#include "tests/support/positioncode.h"
#include "tests/support/resulttest.h"
#include "tests/unit/media/madetags.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace app::media;
using app::timestamps::Chapter;
using app::timestamps::MediaTime;
using tests::AudioKind;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class SoundHashTest final : public QObject
{
    Q_OBJECT

private slots:

    /// Every kind has one of its own, and the same again.
    void tellsRecordingsApart()
    {
        QSet<QString> all;
        for (const AudioKind kind : tests::allAudioKinds()) {
            const QString path = tests::positionCodedFile(kind);
            if (path.isEmpty()) {
                QSKIP("ffmpeg is missing");
            }
            const auto hash = hashOf(path);
            VERIFY_RESULT(hash);
            static const QRegularExpression form(QStringLiteral("^[0-9a-f]{64}$"));
            QVERIFY(form.match(*hash).hasMatch());
            QCOMPARE(hashOf(path).value(), *hash);
            all.insert(*hash);
        }
        // With and without a Xing frame, which is no sound, MP3 is the same.
        QVERIFY(all.size() >= qsizetype(tests::allAudioKinds().size()) - 2);
    }

    void tagsDoNotCount_data()
    {
        QTest::addColumn<QString>("path");
        for (const AudioKind kind : {AudioKind::Mp3Cbr,
                                     AudioKind::Mp3VbrNoXing,
                                     AudioKind::Opus,
                                     AudioKind::Vorbis,
                                     AudioKind::Flac}) {
            QTest::newRow(qPrintable(tests::audioKindName(kind))) << tests::positionCodedFile(kind);
        }
    }

    void tagsDoNotCount()
    {
        QFETCH(QString, path);
        if (path.isEmpty()) {
            QSKIP("ffmpeg is missing");
        }
        const QString other = m_folder.filePath(QStringLiteral("tagged.") + path.section(u'.', -1));
        QFile::remove(other);
        QVERIFY(QFile::copy(path, other));
        QFile::setPermissions(other, QFile::ReadOwner | QFile::WriteOwner);
        Chapter one;
        one.title = QStringLiteral("Here it begins");
        Chapter two = one;
        two.start = MediaTime::fromMs(20'000);
        VERIFY_RESULT(writeFileChapters(other, {one, two}));
        QVERIFY(contentOf(other) != contentOf(path));
        const auto hash = hashOf(path);
        VERIFY_RESULT(hash);
        QCOMPARE(hashOf(other).value(), *hash);
    }

    void tagsAtBothEndsDoNotCount()
    {
        const QString path = tests::positionCodedFile(AudioKind::Mp3CbrNoXing);
        if (path.isEmpty()) {
            QSKIP("ffmpeg is missing");
        }
        const QByteArray old = QByteArray("TAG") + QByteArray(125, 'x');
        const QByteArray bytes =
            madetags::tag(madetags::text("TIT2", "Tides") + madetags::picture("pic", "image/png"))
            + contentOf(path) + old;
        const auto hash = hashOf(path);
        VERIFY_RESULT(hash);
        QCOMPARE(hashOf(write(bytes)).value(), *hash);
    }

    void chaptersOfAnMp4DoNotCount()
    {
        const QString path = tests::positionCodedFile(AudioKind::M4a);
        if (path.isEmpty()) {
            QSKIP("ffmpeg is missing");
        }
        const madetags::Track track{9, "text", {{10, madetags::textSample("Here it begins")}}};
        const QByteArray bytes = madetags::withTracks(contentOf(path), {track});
        const auto hash = hashOf(path);
        VERIFY_RESULT(hash);
        QCOMPARE(hashOf(write(bytes)).value(), *hash);
    }

    void oneByteOfSoundCounts()
    {
        const QString path = tests::positionCodedFile(AudioKind::Wav);
        if (path.isEmpty()) {
            QSKIP("ffmpeg is missing");
        }
        QByteArray bytes = contentOf(path);
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        const auto hash = hashOf(write(bytes));
        VERIFY_RESULT(hash);
        QVERIFY(*hash != hashOf(path).value());
    }

    void brokenFileIsAnError()
    {
        VERIFY_ERROR(hashOf(write("<!doctype html><title>Not found</title>")), Malformed);
        const QString path = tests::positionCodedFile(AudioKind::M4a);
        if (path.isEmpty()) {
            QSKIP("ffmpeg is missing");
        }
        VERIFY_ERROR(hashOf(write(contentOf(path).left(200))), Malformed);
    }

    void canBeCancelled()
    {
        const QString path = tests::positionCodedFile(AudioKind::Mp3Cbr);
        if (path.isEmpty()) {
            QSKIP("ffmpeg is missing");
        }
        const std::atomic<bool> cancelled = true;
        VERIFY_ERROR(hashSound(openFileSource(path).value(), cancelled), Busy);
    }

private:
    [[nodiscard]] app::base::Result<QString> hashOf(const QString &path)
    {
        const auto source = openFileSource(path);
        return source ? hashSound(*source, m_never)
                      : app::base::Result<QString>(app::base::unexpected(source.error()));
    }

    QString write(const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(QStringLiteral("made")));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
            qFatal("a test file cannot be written");
        }
        return file.fileName();
    }

    QTemporaryDir m_folder;
    const std::atomic<bool> m_never = false;
};

QTEST_GUILESS_MAIN(SoundHashTest)
#include "tst_soundhash.moc"
