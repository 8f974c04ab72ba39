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
    void leavesNothingBehindWhenItFails_data();
    void leavesNothingBehindWhenItFails();

private:
    [[nodiscard]] ClipRequest request(qint64 from, qint64 to) const
    {
        return {tests::positionCodedFile(tests::AudioKind::Mp3VbrNoXing),
                {MediaTime::fromMs(from), MediaTime::fromMs(to)},
                1.0,
                {.title = QStringLiteral("A sentence – „ü“"),
                 .album = QStringLiteral("Tidewater Radio")},
                m_folder.filePath(QStringLiteral("clip.wav"))};
    }

    QTemporaryDir m_folder;
    std::atomic<bool> m_cancelled = false;
};

void ClipTest::isExactlyWhatWasAsked_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<double>("speed");
    for (const QString &suffix : app::media::soundSuffixes()) {
        for (const auto speed : {0.5, 1.0, 1.5, 3.0}) {
            QTest::addRow("%s at %g", qPrintable(suffix), speed) << suffix << speed;
        }
    }
}

void ClipTest::isExactlyWhatWasAsked()
{
    QFETCH(QString, suffix);
    QFETCH(double, speed);
    auto clip = request(61'111, 64'444);
    clip.outputPath = m_folder.filePath(QStringLiteral("clip.") + suffix);
    clip.speed = speed;
    std::vector<double> told;
    const auto written = writeClip(clip, m_cancelled, [&](double part) { told.push_back(part); });
    VERIFY_RESULT(written);
    QCOMPARE(*written, Duration(static_cast<qint64>(3333 / speed)));
    const auto info = app::media::readMediaInfo(clip.outputPath);
    VERIFY_RESULT(info);
    QVERIFY2(std::abs((info->duration - *written).count()) <= 5,
             qPrintable(QString::number(info->duration.count())));
    QCOMPARE(info->title, clip.tags.title);
    QCOMPARE(info->album, clip.tags.album);
    auto source = app::media::openFileSource(clip.outputPath);
    VERIFY_RESULT(source);
    auto decoder = app::media::Decoder::open(*source);
    VERIFY_RESULT(decoder);
    std::vector<float> sound(2 * 48 * 70);
    VERIFY_RESULT(fill(**decoder, sound));
    auto heard = tests::heardPlace(sound, speed != 1.0);
    QVERIFY(heard);
    QVERIFY2(std::abs(heard->ms - 61'111) <= 5, qPrintable(QString::number(heard->ms)));
    VERIFY_RESULT((*decoder)->seek(MediaTime(*written - Duration(80))));
    VERIFY_RESULT(fill(**decoder, sound));
    heard = tests::heardPlace(sound, speed != 1.0);
    QVERIFY(heard);
    QVERIFY2(std::abs(heard->ms - (64'444 - 80 * speed)) <= (speed == 1.0 ? 5 : 60),
             qPrintable(QString::number(heard->ms)));
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    QFile::remove(clip.outputPath);
}

void ClipTest::refusesWhatCannotBe()
{
    VERIFY_ERROR(writeClip(request(5000, 5000), m_cancelled), Conflict);
    VERIFY_ERROR(writeClip(request(6000, 5000), m_cancelled), Conflict);
    VERIFY_ERROR(writeClip(request(119'000, 125'000), m_cancelled), Conflict);
    VERIFY_ERROR(writeClip(request(200'000, 225'000), m_cancelled), Conflict);
    auto other = request(0, 1000);
    other.outputPath = m_folder.filePath(QStringLiteral("clip.aiff"));
    VERIFY_ERROR(writeClip(other, m_cancelled), Unsupported);
    other.outputPath = m_folder.filePath(QStringLiteral("nowhere/clip.wav"));
    VERIFY_ERROR(writeClip(other, m_cancelled), NotFound);
    other = request(0, 1000);
    other.audioPath = m_folder.filePath(QStringLiteral("missing.mp3"));
    VERIFY_ERROR(writeClip(other, m_cancelled), NotFound);
}

void ClipTest::leavesNothingBehindWhenItFails_data()
{
    QTest::addColumn<QString>("suffix");
    for (const QString &suffix : app::media::soundSuffixes()) {
        QTest::newRow(qPrintable(suffix)) << suffix;
    }
}

void ClipTest::leavesNothingBehindWhenItFails()
{
    QFETCH(QString, suffix);
    QTemporaryDir folder;
    const auto files = [&folder] {
        return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
    };
    auto clip = request(119'000, 125'000);
    clip.outputPath = folder.filePath(u"clip." + suffix);
    VERIFY_ERROR(writeClip(clip, m_cancelled), Conflict);
    QCOMPARE(files(), QStringList());
    // In the midst of it; what there was before stays.
    QFile old(clip.outputPath);
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    std::atomic<bool> cancelled = false;
    clip.range = {MediaTime::fromMs(1000), MediaTime::fromMs(100'000)};
    std::vector<double> told;
    VERIFY_ERROR(writeClip(clip,
                           cancelled,
                           [&](double part) {
                               told.push_back(part);
                               cancelled = part > 0.3;
                           }),
                 Busy);
    QVERIFY(!told.empty() && told.back() > 0.3 && told.back() < 0.7);
    QVERIFY(std::is_sorted(told.begin(), told.end()));
    QCOMPARE(files(), QStringList{u"clip." + suffix});
    QCOMPARE(QFileInfo(clip.outputPath).size(), 3);
}

QTEST_GUILESS_MAIN(ClipTest)
#include "tst_clip.moc"
