// SPDX-License-Identifier: GPL-3.0-or-later
// What the timeline draws: the shape of the sound, what is at hand, the loop.
#include "tests/gui/player/playerfixture.h"
#include "ui/player/internal/waveform.h"

#include <QElapsedTimer>
#include <QPainter>

#include <algorithm>
#include <limits>
#include <memory>

using namespace tests;

namespace {

std::shared_ptr<const std::vector<quint8>> peaksOf(std::size_t count)
{
    auto peaks = std::make_shared<std::vector<quint8>>(count);
    for (std::size_t i = 0; i < count; ++i) {
        (*peaks)[i] = static_cast<quint8>((i * 2654435761U) >> 24U);
    }
    return peaks;
}

int pixelsOf(const QImage &image, const QColor &color, const QRect &where)
{
    int found = 0;
    for (int y = where.top(); y <= where.bottom(); ++y) {
        for (int x = where.left(); x <= where.right(); ++x) {
            found += image.pixelColor(x, y) == color ? 1 : 0;
        }
    }
    return found;
}

} // namespace

class TestWaveform final : public QObject
{
    Q_OBJECT

private slots:
    void waveformIsDrawnOnce();
    void waveformTellsLoudFromSilent();
    void waveformOfOddPeaks();
    void tickOverAWaveform();
    void bufferedParts();
    void loopHasItsMarks();
    void lowWindowHasAThinLine();
};

void TestWaveform::waveformIsDrawnOnce()
{
    using ui::player::internal::Waveform;
    const ThemeManager themes{ThemeManager::Mode::Light};
    Waveform wave;
    wave.setPeaks(peaksOf(100'000), 20);
    const Waveform::Area area{8, 1208, 40, 14};
    const Duration all{100'000 * 50};
    wave.layOut(area, all, {300.0}, {});
    QImage canvas(1216, 60, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&canvas);
    const auto tick = [&](double x) {
        wave.layOut(area, all, {300.0}, {});
        wave.paint(painter, themes.current(), QRectF(x - 6, 0, 12, 60), x, true);
    };
    tick(10);
    QCOMPARE(wave.timesDrawn(), 1);
    for (int i = 0; i < 5000; ++i) {
        tick(8 + i % 1200);
    }
    QCOMPARE(wave.timesDrawn(), 1);
    // What makes it another picture.
    wave.paint(painter, ui::theme::builtInTheme(true), QRectF(0, 0, 20, 60), 8, true);
    QCOMPARE(wave.timesDrawn(), 2);
    wave.layOut(area, all, {300.0}, {{8, 400}});
    tick(10);
    QCOMPARE(wave.timesDrawn(), 3);
    wave.setPeaks(peaksOf(10), 20);
    tick(10);
    QCOMPARE(wave.timesDrawn(), 4);
}

void TestWaveform::waveformTellsLoudFromSilent()
{
    Bar b;
    // The first half of the hour is silent but for one bang, the second is loud.
    std::vector<quint8> peaks(58 * 60 * 20, 3);
    std::fill(peaks.begin() + 29 * 60 * 20, peaks.end(), quint8(160));
    peaks[5000] = 255;
    b.bar.timeline().setWaveform(std::make_shared<const std::vector<quint8>>(peaks), 20);
    b.bar.setPosition(at(0, 0));
    b.bar.setFlags({});
    const QImage seen = b.bar.timeline().grab().toImage();
    const auto amount = [&](MediaTime from, MediaTime to) {
        const QRect where(b.on(from, 27), b.on(to, 46));
        return pixelsOf(seen, b.themes.current().wave, where);
    };
    const int silent = amount(at(12, 0), at(25, 0));
    const int loud = amount(at(32, 0), at(45, 0));
    QVERIFY2(silent > 0, qPrintable(QString::number(silent)));
    QVERIFY2(loud > 6 * silent, qPrintable(QStringLiteral("%1 %2").arg(loud).arg(silent)));
    // Two thirds of the width are bars: 2 px, then 1 px of nothing.
    const int x = b.on(at(40, 0), 0).x();
    const int bars = pixelsOf(seen, b.themes.current().wave, QRect(x, 40, 30, 1));
    QCOMPARE(bars, 20);
    // A chapter's tick stands in a gap.
    const int chapter = b.on(at(31, 0), 0).x();
    QCOMPARE(pixelsOf(seen, b.themes.current().wave, QRect(chapter - 2, 27, 4, 20)), 0);
    b.bar.setPosition(at(58, 0));
    QVERIFY(pixelsOf(b.bar.timeline().grab().toImage(),
                     b.themes.current().accent,
                     QRect(b.on(at(32, 0), 27), b.on(at(45, 0), 46)))
            > 6 * silent);
}

void TestWaveform::waveformOfOddPeaks()
{
    Bar b;
    Timeline &line = b.bar.timeline();
    const QImage plain = line.grab().toImage();
    const auto given = [&](std::size_t count, double perSecond) {
        line.setWaveform(peaksOf(count), perSecond);
        return line.grab().toImage();
    };
    QCOMPARE(given(0, 20), plain);
    QCOMPARE(given(100, 0), plain);
    QCOMPARE(given(100, -1), plain);
    QCOMPARE(given(100, std::numeric_limits<double>::quiet_NaN()), plain);
    QVERIFY(given(1, 20) != plain);
    QVERIFY(given(1, 1e-300) != plain);
    QVERIFY(given(1, 1e300) != plain);
    QVERIFY(given(1'000'000, 20) != plain);
    QElapsedTimer timer;
    timer.start();
    for (int width = 300; width < 400; ++width) {
        line.resize(width, 60);
    }
    // Each is a walk over a million peaks.
    QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
    line.resize(1, 1);
    QVERIFY(!line.grab().isNull());
    line.setWaveform(nullptr, 20);
    b.bar.setDuration(std::nullopt);
    QVERIFY(!line.grab().isNull());
}

void TestWaveform::tickOverAWaveform()
{
    Bar b;
    b.bar.timeline().setWaveform(peaksOf(100'000), 20);
    b.bar.setLoop(app::timestamps::TimeRange{at(20, 0), at(30, 0)});
    b.bar.setBufferedParts({{0, 0.5}, {0.6, 0.7}});
    QVERIFY(QTest::qWaitForWindowExposed(&b.window));
    QTest::qWait(0);
    PaintWatch watch(b.bar.timeline());
    PaintWatch all(b.bar);
    b.bar.setPosition(at(24, 37));
    b.bar.setTimeSaved(std::chrono::milliseconds(100));
    QTRY_VERIFY(!watch.painted.isEmpty());
    QVERIFY(watch.painted.boundingRect().width() <= 20);
    int area = 0;
    for (const QRect &part : all.painted) {
        area += part.width() * part.height();
    }
    QVERIFY2(area < 6000, qPrintable(QString::number(area)));
    // The same told again draws nothing.
    watch.painted = {};
    all.painted = {};
    b.bar.setBufferedParts({{0, 0.5}, {0.6, 0.7}});
    b.bar.setLoop(app::timestamps::TimeRange{at(20, 0), at(30, 0)});
    b.bar.setPositionExact(true);
    b.bar.setSpeed(1);
    QCoreApplication::processEvents();
    QVERIFY(watch.painted.isEmpty());
    QVERIFY(all.painted.isEmpty());
}

void TestWaveform::bufferedParts()
{
    Bar b;
    Timeline &line = b.bar.timeline();
    b.bar.setPosition(at(0, 0));
    b.bar.setFlags({});
    const auto here = [&](int minute) {
        const QColor seen = line.grab().toImage().pixelColor(b.on(at(minute, 0), 40));
        return seen == b.themes.current().wave;
    };
    QVERIFY(here(15));
    QVERIFY(here(50));
    // In any order, overlapping, and beyond the ends.
    b.bar.setBufferedParts(
        {{0.8, 7.0}, {0.2, 0.3}, {-1.0, 0.1}, {0.25, 0.4}, {0.5, 0.5}, {0.9, 0.1}});
    QVERIFY(here(3));
    QVERIFY(!here(8));
    QVERIFY(here(16));
    QVERIFY(here(22));
    QVERIFY(!here(29));
    QVERIFY(here(50));
    b.bar.setBufferedParts({});
    QVERIFY(here(8));
}

void TestWaveform::loopHasItsMarks()
{
    Bar b;
    Timeline &line = b.bar.timeline();
    const QColor accent = b.themes.current().accent;
    b.bar.setPosition(at(0, 0));
    const auto mark = [&](MediaTime place, int shift) {
        return pixelsOf(
            line.grab().toImage(), accent, QRect(b.on(place, 48) + QPoint(shift, 0), QSize(8, 11)));
    };
    QCOMPARE(mark(at(20, 0), -10), 0);
    b.bar.setLoopStart(at(20, 0));
    QVERIFY(mark(at(20, 0), -10) > 20);
    b.bar.setLoopStart(std::nullopt);
    b.bar.setLoop(app::timestamps::TimeRange{at(20, 0), at(25, 0)});
    QVERIFY(mark(at(20, 0), -10) > 20);
    QVERIFY(mark(at(25, 0), 2) > 20);
    const QImage seen = line.grab().toImage();
    QCOMPARE(seen.pixelColor(b.on(at(22, 0), 28)), b.themes.current().textsel);
    QVERIFY(seen.pixelColor(b.on(at(26, 0), 28)) != b.themes.current().textsel);
    // Backwards and empty ones are none.
    b.bar.setLoop(app::timestamps::TimeRange{at(25, 0), at(20, 0)});
    QCOMPARE(mark(at(20, 0), -10), 0);
}

void TestWaveform::lowWindowHasAThinLine()
{
    Bar b;
    Timeline &line = b.bar.timeline();
    line.setWaveform(peaksOf(1000), 20);
    b.bar.setCompact(true);
    QCOMPARE(b.bar.height(), 88);
    QCoreApplication::processEvents();
    QCOMPARE(line.height(), 24);
    b.bar.setPosition(at(0, 0));
    const QImage seen = line.grab().toImage();
    const int x = b.on(at(40, 0), 0).x();
    QCOMPARE(pixelsOf(seen, b.themes.current().wave, QRect(x, 0, 1, 24)), 4);
    // Still operable, and no invisible flag takes the click.
    QSignalSpy sought(&b.bar, &PlayerBar::seekRequested);
    QTest::mouseClick(&line, Qt::LeftButton, {}, b.on(at(40, 0), 4) + QPoint(2, 0));
    QVERIFY(off(lastPlace(sought), at(40, 0)) < 12'000);
    b.bar.setCompact(false);
    QCOMPARE(b.bar.height(), 124);
}

QTEST_MAIN(TestWaveform)
#include "tst_waveform.moc"
