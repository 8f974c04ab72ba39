// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/media/decoder.h"
#include "app/media/mediainfo.h"
#include "app/playback/clip.h"
#include "tests/support/positioncode.h"
#include "tests/support/resulttest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace app::playback;
using app::timestamps::Duration;
using app::timestamps::MediaTime;

namespace {

[[nodiscard]] app::base::Result<void> fill(app::media::Decoder &decoder, std::vector<float> &sound)
{
    for (std::size_t have = 0; have < sound.size();) {
        const auto got =
            decoder.read(sound.data() + have, static_cast<qint64>(sound.size() - have) / 2);
        if (!got) {
            return app::base::unexpected(got.error());
        }
        if (*got == 0) {
            std::fill(sound.begin() + static_cast<std::ptrdiff_t>(have), sound.end(), 0.0F);
            break;
        }
        have += static_cast<std::size_t>(*got) * 2;
    }
    return {};
}

} // namespace

class ClipTest final : public QObject
{
    Q_OBJECT

private slots:
    void isExactlyWhatWasAsked_data();
    void isExactlyWhatWasAsked();
    void refusesWhatCannotBe();
    void leavesNothingBehindWhenItFails();

private:
    [[nodiscard]] ClipRequest request(qint64 from, qint64 to) const
    {
        return {tests::positionCodedFile(tests::AudioKind::Mp3VbrNoXing),
                {MediaTime::fromMs(from), MediaTime::fromMs(to)},
                1.0,
                {.title = QStringLiteral("A sentence – „ü“")},
                m_folder.filePath(QStringLiteral("clip.wav"))};
    }

    QTemporaryDir m_folder;
    std::atomic<bool> m_cancelled = false;
};

void ClipTest::isExactlyWhatWasAsked_data()
{
    QTest::addColumn<double>("speed");
    for (const auto speed : {0.5, 1.0, 1.5, 3.0}) {
        QTest::newRow(qPrintable(QString::number(speed))) << speed;
    }
}

void ClipTest::isExactlyWhatWasAsked()
{
    QFETCH(double, speed);
    auto clip = request(61'111, 64'444);
    clip.speed = speed;
    const auto written = writeClip(clip, m_cancelled);
    VERIFY_RESULT(written);
    QCOMPARE(*written, Duration(static_cast<qint64>(3333 / speed)));
    const auto info = app::media::readMediaInfo(clip.outputPath);
    VERIFY_RESULT(info);
    QVERIFY(std::abs((info->duration - *written).count()) <= 1);
    QCOMPARE(info->title, clip.tags.title);
    auto source = app::media::openFileSource(clip.outputPath);
    VERIFY_RESULT(source);
    auto decoder = app::media::Decoder::open(*source);
    VERIFY_RESULT(decoder);
    std::vector<float> sound(2 * 48 * 70);
    VERIFY_RESULT(fill(**decoder, sound));
    auto heard = tests::heardPlace(sound, speed != 1.0);
    QVERIFY(heard && std::abs(heard->ms - 61'111) <= 1.5);
    VERIFY_RESULT((*decoder)->seek(MediaTime(*written - Duration(70))));
    VERIFY_RESULT(fill(**decoder, sound));
    heard = tests::heardPlace(sound, speed != 1.0);
    QVERIFY(heard);
    QVERIFY2(std::abs(heard->ms - (64'444 - 70 * speed)) <= (speed == 1.0 ? 1.5 : 60),
             qPrintable(QString::number(heard->ms)));
}

void ClipTest::refusesWhatCannotBe()
{
    VERIFY_ERROR(writeClip(request(5000, 5000), m_cancelled), Conflict);
    VERIFY_ERROR(writeClip(request(6000, 5000), m_cancelled), Conflict);
    VERIFY_ERROR(writeClip(request(119'000, 125'000), m_cancelled), Conflict);
    VERIFY_ERROR(writeClip(request(200'000, 225'000), m_cancelled), Conflict);
    auto other = request(0, 1000);
    other.outputPath = m_folder.filePath(QStringLiteral("clip.mp3"));
    VERIFY_ERROR(writeClip(other, m_cancelled), Unsupported);
    other.outputPath = m_folder.filePath(QStringLiteral("nowhere/clip.wav"));
    VERIFY_ERROR(writeClip(other, m_cancelled), NotFound);
    other = request(0, 1000);
    other.audioPath = m_folder.filePath(QStringLiteral("missing.mp3"));
    VERIFY_ERROR(writeClip(other, m_cancelled), NotFound);
}

void ClipTest::leavesNothingBehindWhenItFails()
{
    QTemporaryDir folder;
    auto clip = request(119'000, 125'000);
    clip.outputPath = folder.filePath(QStringLiteral("clip.wav"));
    VERIFY_ERROR(writeClip(clip, m_cancelled), Conflict);
    const std::atomic<bool> cancelled = true;
    clip = request(1000, 100'000);
    clip.outputPath = folder.filePath(QStringLiteral("clip.wav"));
    VERIFY_ERROR(writeClip(clip, cancelled), Busy);
    QVERIFY(QDir(folder.path()).isEmpty());
}

QTEST_GUILESS_MAIN(ClipTest)
#include "tst_clip.moc"
