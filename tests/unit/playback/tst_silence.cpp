// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/internal/silenceskipper.h"
#include "tests/unit/playback/madespeech.h"

#include <QTest>

#include <array>
#include <span>

using app::playback::internal::Piece;
using app::playback::internal::SilenceSkipper;
using app::settings::SilenceSkipping;
using namespace soundtest;

namespace {

constexpr qint64 learning = 3000 * ms;
constexpr qint64 promised = 120 * ms;
/// A joint is faded over 10 ms.
constexpr qint64 halfFade = 5 * ms;

Piece skip(SilenceSkipper &skipper, const std::vector<float> &stereo, qint64 place = 0)
{
    constexpr std::size_t chunk = 2048 * 2;
    Piece all;
    const auto gather = [&] {
        const auto piece = skipper.take();
        const auto before = static_cast<qint64>(all.sound.size() / 2);
        for (auto anchor : piece.places) {
            anchor.frame += before;
            all.places.push_back(anchor);
        }
        all.sound.insert(all.sound.end(), piece.sound.begin(), piece.sound.end());
    };
    skipper.restart(place);
    for (std::size_t i = 0; i < stereo.size(); i += chunk) {
        const auto count = std::min(chunk, stereo.size() - i);
        skipper.put(stereo.data() + i, static_cast<qint64>(count / 2));
        gather();
    }
    skipper.finish();
    gather();
    return all;
}

Piece skip(const MadeSpeech &made, SilenceSkipping strength)
{
    SilenceSkipper skipper({});
    skipper.setStrength(strength);
    return skip(skipper, toStereo(made.mono));
}

/// What was left out of the recording.
std::vector<Range> leftOut(const Piece &piece)
{
    std::vector<Range> ranges;
    for (std::size_t i = 1; i < piece.places.size(); ++i) {
        const auto &anchor = piece.places[i];
        const auto before = std::llround(piece.places[i - 1].at(anchor.frame));
        if (std::llround(anchor.place) != before) {
            ranges.push_back({before, std::llround(anchor.place)});
        }
    }
    return ranges;
}

/// Where that was joined, in frames of the sound.
std::vector<qint64> joints(const Piece &piece)
{
    std::vector<qint64> frames;
    for (std::size_t i = 1; i < piece.places.size(); ++i) {
        const auto &anchor = piece.places[i];
        if (anchor.place - piece.places[i - 1].at(anchor.frame) > 1) {
            frames.push_back(anchor.frame);
        }
    }
    return frames;
}

/// The pause a range lies in: from the end of a word to the start of the next.
Range pauseOf(const MadeSpeech &made, qint64 place)
{
    Range pause{0, made.frames()};
    for (const auto &word : made.words) {
        if (word.to <= place) {
            pause.from = word.to;
        } else {
            pause.to = word.from;
            break;
        }
    }
    return pause;
}

struct Strength
{
    SilenceSkipping strength;
    qint64 longest; ///< ms
    qint64 rest;
};

constexpr std::array<Strength, 3> strengths{{{SilenceSkipping::Gentle, 900, 600},
                                             {SilenceSkipping::Medium, 500, 350},
                                             {SilenceSkipping::Strong, 330, 290}}};

void addRooms()
{
    QTest::addColumn<int>("strength");
    QTest::addColumn<double>("room");
    QTest::addColumn<bool>("hum");
    for (int i = 0; i < 3; ++i) {
        QTest::addRow("silence %d", i) << i << -200.0 << false;
        QTest::addRow("studio %d", i) << i << -72.0 << false;
        QTest::addRow("room %d", i) << i << -55.0 << false;
        QTest::addRow("noisy room %d", i) << i << -46.0 << false;
        QTest::addRow("hum %d", i) << i << -65.0 << true;
    }
}

MadeSpeech speechIn(double room, bool hum)
{
    auto made = madeSpeech();
    if (room > -150) {
        made.addRoom(room);
    }
    if (hum) {
        made.addHum(-35);
    }
    return made;
}

} // namespace

class SilenceTest : public QObject
{
    Q_OBJECT

private slots:

    void offChangesNothing()
    {
        const auto made = madeSpeech();
        const auto piece = skip(made, SilenceSkipping::Off);
        QCOMPARE(piece.sound, toStereo(made.mono));
        QVERIFY(leftOut(piece).empty());
    }

    void speechIsKept_data() { addRooms(); }

    void speechIsKept()
    {
        QFETCH(int, strength);
        QFETCH(double, room);
        QFETCH(bool, hum);
        const auto made = speechIn(room, hum);
        const auto piece = skip(made, strengths[static_cast<std::size_t>(strength)].strength);
        qint64 least = rate;
        for (const auto &range : leftOut(piece)) {
            const auto pause = pauseOf(made, range.from);
            least = std::min({least,
                              range.from - halfFade - pause.from,
                              pause.to == made.frames() ? rate : pause.to - range.to + halfFade});
        }
        QVERIFY2(least >= promised, qPrintable(QString::number(least / ms)));
    }

    void pausesAreShortened_data() { addRooms(); }

    void pausesAreShortened()
    {
        QFETCH(int, strength);
        QFETCH(double, room);
        QFETCH(bool, hum);
        const auto made = speechIn(room, hum);
        const auto &wanted = strengths[static_cast<std::size_t>(strength)];
        const auto piece = skip(made, wanted.strength);
        const auto ranges = leftOut(piece);
        for (std::size_t i = 1; i < made.words.size(); ++i) {
            const Range pause{made.words[i - 1].to, made.words[i].from};
            if (pause.from < learning) {
                continue;
            }
            const auto length = (pause.to - pause.from) / ms;
            auto rest = length;
            for (const auto &range : ranges) {
                if (range.from >= pause.from && range.to <= pause.to) {
                    rest -= (range.to - range.from) / ms;
                }
            }
            const auto text = QStringLiteral("%1 became %2").arg(length).arg(rest);
            // In a louder room more is kept, for ends of words drown in it.
            const auto more = room > -70 ? 160 : 0;
            if (length <= wanted.longest - 80) {
                QVERIFY2(rest == length, qPrintable(text));
            } else if (length >= wanted.longest + more + 20) {
                QVERIFY2(rest >= wanted.rest - 80 && rest <= wanted.rest + more + 20,
                         qPrintable(text));
            }
        }
    }

    void placesAreExact_data() { addRooms(); }

    /// Every frame that is not faded is the one of the recording that its place says.
    void placesAreExact()
    {
        QFETCH(int, strength);
        QFETCH(double, room);
        QFETCH(bool, hum);
        const auto made = speechIn(room, hum);
        const auto piece = skip(made, strengths[static_cast<std::size_t>(strength)].strength);
        QVERIFY(!leftOut(piece).empty());
        auto anchor = piece.places.begin();
        const auto frames = static_cast<qint64>(piece.sound.size() / 2);
        qint64 left = 0;
        for (const auto &range : leftOut(piece)) {
            left += range.to - range.from;
        }
        QCOMPARE(frames, made.frames() - left);
        for (qint64 frame = 0; frame < frames; ++frame) {
            while (anchor + 1 != piece.places.end() && (anchor + 1)->frame <= frame) {
                ++anchor;
            }
            const bool fades =
                frame - anchor->frame <= halfFade
                || (anchor + 1 != piece.places.end() && (anchor + 1)->frame - frame <= halfFade);
            const auto place = static_cast<std::size_t>(std::llround(anchor->at(frame)));
            if (!fades && piece.sound[static_cast<std::size_t>(frame * 2)] != made.mono[place]) {
                QFAIL(qPrintable(QStringLiteral("other sound at %1").arg(frame)));
            }
        }
    }

    void jointsDoNotClick_data() { addRooms(); }

    /// No step is greater than the room's own, and the noise does not dip or swell.
    void jointsDoNotClick()
    {
        QFETCH(int, strength);
        QFETCH(double, room);
        QFETCH(bool, hum);
        const auto made = speechIn(room, hum);
        const auto piece = skip(made, strengths[static_cast<std::size_t>(strength)].strength);
        QVERIFY(!joints(piece).empty());
        const auto quiet = std::span(made.mono).subspan(20 * ms, 160 * ms);
        float own = 1e-6F;
        double power = 0;
        for (std::size_t i = 1; i < quiet.size(); ++i) {
            own = std::max(own, std::abs(quiet[i] - quiet[i - 1]));
            power += quiet[i] * quiet[i];
        }
        power = power / static_cast<double>(quiet.size()) + 1e-12;
        for (const auto joint : joints(piece)) {
            double there = 0;
            const auto from = static_cast<std::size_t>(joint - 10 * ms);
            for (auto i = from; i < from + 20 * ms; ++i) {
                const auto step = piece.sound[i * 2] - piece.sound[i * 2 - 2];
                QVERIFY(std::abs(step) <= own * 1.4F);
                there += piece.sound[i * 2] * piece.sound[i * 2];
            }
            const auto louder = 10 * std::log10((there / (20 * ms) + 1e-12) / power);
            QVERIFY2(std::abs(louder) < 4, qPrintable(QString::number(louder)));
        }
    }
};

QTEST_GUILESS_MAIN(SilenceTest)
#include "tst_silence.moc"
