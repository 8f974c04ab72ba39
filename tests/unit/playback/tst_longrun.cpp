// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/playback/playerbench.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <unistd.h>

using namespace playertest;

namespace {

/// Memory this process has in use; 0 where the system does not say.
[[nodiscard]] qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const auto numbers = file.readAll().split(' ');
    return numbers.size() > 1 ? numbers[1].toLongLong() * sysconf(_SC_PAGESIZE) : 0;
}

/// A day's listening, or an hour's where nobody asks for more.
[[nodiscard]] qint64 simulatedMs()
{
    const bool isLong = qEnvironmentVariableIntValue("EARMARK_LONG_RUN") != 0;
    return (isLong ? 24 : 1) * 3'600'000LL;
}

/// A recording of up to a day, made while it is read, whose sound tells its place. In 8 bits, for a
/// WAV file's size has 32.
class EndlessWav final : public app::media::ByteSource
{
public:
    explicit EndlessWav(qint64 lengthMs)
        : m_frames(lengthMs * framesPerMs)
    {
        const auto size = static_cast<quint32>(m_frames);
        m_header.append("RIFF");
        number(quint32{36} + size);
        m_header.append("WAVEfmt ");
        number(quint32{16});
        number(quint16{1});
        number(quint16{1});
        number(quint32{48'000});
        number(quint32{48'000});
        number(quint16{1});
        number(quint16{8});
        m_header.append("data");
        number(size);
    }

    /// Each 40 ms are a number: a bit for every millisecond, 32 of them, then a mark.
    [[nodiscard]] static char valueAt(qint64 frame)
    {
        constexpr qint64 wordMs = 40;
        const auto ms = frame / framesPerMs;
        const auto bit = ms % wordMs;
        if (bit >= 32) {
            return static_cast<char>(bit < 36 ? 228 : 28);
        }
        return static_cast<char>((ms / wordMs >> bit & 1) != 0 ? 168 : 88);
    }

    app::base::Result<qint64> readAt(qint64 offset, char *into, qint64 size) override
    {
        const auto count = std::clamp<qint64>(*sizeBytes() - offset, 0, size);
        for (qint64 i = 0; i < count; ++i) {
            const auto at = offset + i;
            into[i] = at < m_header.size() ? m_header[at] : valueAt(at - m_header.size());
        }
        return count;
    }

    [[nodiscard]] std::optional<qint64> sizeBytes() const override
    {
        return m_header.size() + m_frames;
    }

    [[nodiscard]] bool isComplete() const override { return true; }

    [[nodiscard]] qint64 availableBytes() const override { return *sizeBytes(); }

    void interrupt() override {}

    void resume() override {}

    [[nodiscard]] QString name() const override { return QStringLiteral("an endless recording"); }

private:
    template <typename Number>
    void number(Number value)
    {
        for (std::size_t i = 0; i < sizeof value; ++i) {
            m_header.append(static_cast<char>(value >> (8 * i) & 0xff));
        }
    }

    QByteArray m_header;
    qint64 m_frames = 0;
};

/// Where a stretch of the endless recording is from, in ms; at least 80 ms of it are needed. Empty
/// when it is not from there.
[[nodiscard]] std::optional<double> endlessPlace(const std::vector<float> &stereo)
{
    const auto value = [&](qint64 frame) {
        return stereo[static_cast<std::size_t>(2 * frame)];
    };
    const auto top = static_cast<float>(peakOf(stereo));
    const auto frames = static_cast<qint64>(stereo.size()) / 2;
    qint64 start = 1;
    // The mark ends where the highest value falls to the lowest; a word begins 4 ms behind it.
    while (start < frames && !(value(start - 1) > 0.8F * top && value(start) < -0.8F * top)) {
        ++start;
    }
    if (start + 40 * framesPerMs > frames) {
        return std::nullopt;
    }
    const auto word = start + 4 * framesPerMs;
    qint64 number = 0;
    for (int bit = 0; bit < 32; ++bit) {
        number |= qint64{value(word + bit * framesPerMs + framesPerMs / 2) > 0} << bit;
    }
    return static_cast<double>(number) * 40 - static_cast<double>(word) / framesPerMs;
}

} // namespace

class LongRunTest final : public QObject
{
    Q_OBJECT

private slots:
    void oneRecordingForALongTime();
    void oneAfterTheOther();
    void loopForALongTime();

private:
    /// Lets so much be heard at full speed. \returns by how much memory grew after a start
    [[nodiscard]] static qint64 listen(Bench &bench, qint64 ms);
};

qint64 LongRunTest::listen(Bench &bench, qint64 ms)
{
    const auto from = bench.capture.heardFrames();
    const auto heardMs = [&] {
        return (bench.capture.heardFrames() - from) / framesPerMs;
    };
    qint64 early = 0;
    bench.capture.startAutomatic(0);
    while (heardMs() < ms) {
        QTest::qWait(1);
        if (early == 0 && heardMs() > ms / 10) {
            early = residentBytes();
        }
        if (bench.player->state() == PlayerState::Failed
            || bench.player->state() == PlayerState::Ended) {
            break;
        }
    }
    bench.capture.stopAutomatic();
    return residentBytes() - early;
}

void LongRunTest::oneRecordingForALongTime()
{
    const auto length = simulatedMs();
    Bench bench;
    bench.capture.keepOnly(framesPerMs * 1000);
    app::playback::PlayerSource source;
    source.bytes = std::make_shared<EndlessWav>(length + 60'000);
    bench.player->load(source, at(0), true);
    QVERIFY(bench.waitFor(PlayerState::Playing));
    for (int part = 0; part < 4; ++part) {
        const auto grew = listen(bench, length / 4);
        QVERIFY2(grew < 8'000'000, qPrintable(QString::number(grew)));
        const auto told = static_cast<double>(bench.player->position().ms());
        const auto from = bench.capture.heardFrames();
        bench.capture.advance(framesPerMs * 200);
        const auto heard = endlessPlace(bench.capture.heardSince(from));
        QVERIFY(heard);
        qInfo("at %.0f ms told, %.1f ms heard, memory grew %.1f MB",
              told,
              *heard,
              static_cast<double>(grew) / 1e6);
        QVERIFY(std::abs(told - *heard) <= 5);
        QVERIFY(std::abs(*heard - static_cast<double>(from) / framesPerMs) <= 5);
    }
}

void LongRunTest::oneAfterTheOther()
{
    const auto coded = codedSource(tests::AudioKind::Mp3Vbr);
    Bench bench;
    bench.capture.keepOnly(framesPerMs * 1000);
    int advances = 0;
    connect(bench.player.get(), &Player::advanced, this, [&] {
        ++advances;
        bench.player->setNext(
            advances % 2 == 0 ? coded : codedSource(tests::AudioKind::M4aFastStart), at(100'000));
    });
    bench.player->setSpeed(2);
    bench.player->load(coded, at(100'000), true);
    bench.player->setNext(codedSource(tests::AudioKind::Opus), at(100'000));
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto length = simulatedMs() / 8;
    const auto grew = listen(bench, length);
    QCOMPARE(bench.player->state(), PlayerState::Playing);
    // Each is heard for 10 s; between some there is silence, for at this speed the next is given
    // late.
    qInfo("%d advanced, memory grew %.1f MB", advances, static_cast<double>(grew) / 1e6);
    QVERIFY(advances > length / 13'000);
    QVERIFY(advances <= length / 10'000 + 1);
    QVERIFY2(grew < 8'000'000, qPrintable(QString::number(grew)));
    // What is heard by now is what the player tells, once this thread has come to that.
    QTest::qWait(120);
    const auto told = static_cast<double>(bench.player->position().ms());
    const auto heard = bench.hear(0, true);
    QVERIFY(heard);
    QVERIFY2(std::abs(told - heard->ms) <= 20,
             qPrintable(QStringLiteral("%1 %2").arg(told).arg(heard->ms)));
}

void LongRunTest::loopForALongTime()
{
    Bench bench;
    bench.capture.keepOnly(framesPerMs * 1000);
    bench.player->load(codedSource(tests::AudioKind::Opus), at(20'000), true);
    bench.player->setLoop(app::timestamps::TimeRange{at(20'000), at(23'000)});
    QVERIFY(bench.waitFor(PlayerState::Playing));
    const auto grew = listen(bench, simulatedMs() / 8);
    QVERIFY2(grew < 8'000'000, qPrintable(QString::number(grew)));
    // To the frame: as many rounds have passed as fit.
    const auto heardMs = static_cast<double>(bench.capture.heardFrames()) / framesPerMs;
    const auto expected = 20'000 + std::fmod(heardMs, 3000);
    const auto told = static_cast<double>(bench.player->position().ms());
    QVERIFY2(std::abs(told - expected) <= 2,
             qPrintable(QStringLiteral("%1 %2").arg(told).arg(expected)));
}

QTEST_GUILESS_MAIN(LongRunTest)
#include "tst_longrun.moc"
