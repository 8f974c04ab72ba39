// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/internal/soundpipe.h"
#include "tests/support/resulttest.h"
#include "tests/unit/playback/madespeech.h"

#include <QTest>

#include <array>
#include <limits>
#include <span>

using app::playback::internal::Piece;
using app::playback::internal::SoundPipe;
using app::settings::SilenceSkipping;
using app::settings::SoundOptions;
using app::settings::StretchQuality;
using namespace soundtest;

namespace {

std::unique_ptr<SoundPipe> pipeOf(const std::vector<float> &stereo, const SoundOptions &options)
{
    auto pipe = std::make_unique<SoundPipe>(app::media::SoundFormat{});
    pipe->setDecoder(std::make_unique<MemoryDecoder>(stereo));
    pipe->setOptions(options);
    return pipe;
}

/// Adds what comes next, until the end or so many frames.
void gather(SoundPipe &pipe, Piece &all, qint64 frames = std::numeric_limits<qint64>::max())
{
    while (!pipe.isAtEnd() && static_cast<qint64>(all.sound.size() / 2) < frames) {
        const auto piece = pipe.next();
        QVERIFY(piece);
        QVERIFY(piece->sound.empty()
                || (!piece->places.empty() && piece->places.front().frame == 0));
        const auto before = static_cast<qint64>(all.sound.size() / 2);
        for (auto anchor : piece->places) {
            anchor.frame += before;
            all.places.push_back(anchor);
        }
        all.sound.insert(all.sound.end(), piece->sound.begin(), piece->sound.end());
    }
}

Piece gatherFrom(SoundPipe &pipe, qint64 place)
{
    Piece all;
    if (pipe.begin(place)) {
        gather(pipe, all);
    }
    return all;
}

double placeAt(const Piece &piece, qint64 frame)
{
    auto found = piece.places.front();
    for (const auto &anchor : piece.places) {
        if (anchor.frame <= frame) {
            found = anchor;
        }
    }
    return found.at(frame);
}

/// Whether pieces from different places meet within what is listened to.
bool isJoint(const Piece &piece, qint64 frame)
{
    const auto meet = [&](const app::playback::internal::Anchor &anchor) {
        return anchor.frame > frame - 8 * ms && anchor.frame < frame + 12 * ms
               && std::abs(anchor.place - placeAt(piece, anchor.frame - 1)) > 9;
    };
    return std::any_of(piece.places.begin(), piece.places.end(), meet);
}

const MadeSpeech &speech()
{
    static const auto made = [] {
        auto words = madeSpeech();
        words.addRoom(-65);
        return words;
    }();
    return made;
}

SoundOptions skipping(SilenceSkipping strength)
{
    SoundOptions options;
    options.silence = strength;
    return options;
}

} // namespace

class SoundPipeTest : public QObject
{
    Q_OBJECT

private slots:

    void defaultsChangeNothing()
    {
        const auto sound = toStereo(speech().mono);
        const auto pipe = pipeOf(sound, {});
        pipe->setLoudness(-30.0);
        const auto made = gatherFrom(*pipe, 0);
        QCOMPARE(made.sound, sound);
        QCOMPARE(placeAt(made, 1'000'000), 1'000'000.0);
        QCOMPARE(pipe->endPlace(), speech().frames());
        QCOMPARE(pipe->savedFrames(), 0);
    }

    void placesHoldAcrossPauses_data()
    {
        QTest::addColumn<double>("speed");
        QTest::addColumn<bool>("level");
        for (const bool level : {false, true}) {
            for (const auto speed : {1.0, 0.5, 1.5, 0.8, 2.0, 3.0}) {
                if (level && speed != 1.0 && speed != 1.5) {
                    continue;
                }
                QTest::addRow("%gx %d", speed, level) << speed << level;
            }
        }
    }

    void placesHoldAcrossPauses()
    {
        QFETCH(double, speed);
        QFETCH(bool, level);
        auto options = skipping(SilenceSkipping::Strong);
        options.level = level;
        const auto pipe = pipeOf(toStereo(speech().mono), options);
        pipe->setLoudness(options.loudness - 3);
        pipe->setSpeed(speed);
        const auto made = gatherFrom(*pipe, 0);
        const auto frames = static_cast<qint64>(made.sound.size() / 2);
        // No frame is lost or made up on the way.
        const auto whole = static_cast<double>(speech().frames()) / speed;
        QVERIFY(static_cast<double>(pipe->savedFrames()) > 5 * rate / speed);
        QVERIFY(std::abs(static_cast<double>(frames + pipe->savedFrames()) - whole) <= 2);
        double worst = 0;
        int count = 0;
        for (qint64 frame = 0; frame + rate / 10 < frames; frame += frames / 67) {
            const auto there = std::span(made.sound).subspan(static_cast<std::size_t>(frame * 2));
            const auto heard = tests::heardPlace(there, speed != 1.0);
            if (heard && heard->likeness > 0.9 && !isJoint(made, frame)) {
                worst = std::max(worst, std::abs(heard->ms - placeAt(made, frame) * 1000 / rate));
                ++count;
            }
        }
        QVERIFY2(count >= (speed == 1.0 ? 25 : 8), qPrintable(QString::number(count)));
        QVERIFY2(worst <= (speed == 1.0 ? 5 : 20), qPrintable(QString::number(worst)));
        QVERIFY(placeAt(made, frames) <= static_cast<double>(speech().frames()) + 3000);
    }

    void firstSoundIsNotDelayed()
    {
        const auto sound = toStereo(speech().mono);
        const auto plain = pipeOf(sound, {});
        auto options = skipping(SilenceSkipping::Gentle);
        options.level = true;
        const auto pleasant = pipeOf(sound, options);
        for (const qint64 place : {0 * rate, 6 * rate, 20 * rate}) {
            Piece first;
            QVERIFY(plain->begin(place) && pleasant->begin(place));
            gather(*plain, first, 1);
            Piece other;
            gather(*pleasant, other, 1);
            const auto lag = static_cast<qint64>(first.sound.size()) / 2
                             - static_cast<qint64>(other.sound.size()) / 2;
            QVERIFY2(lag <= 35 * ms, qPrintable(QString::number(lag)));
            QCOMPARE(placeAt(other, 0), static_cast<double>(place));
            // What is held back is not counted as given.
            const auto given = static_cast<qint64>(other.sound.size()) / 2;
            QCOMPARE(pleasant->endPlace(), std::llround(placeAt(other, given)));
        }
    }

    void stopInsideALeftOutPauseEndsThere()
    {
        const auto pipe = pipeOf(toStereo(speech().mono), skipping(SilenceSkipping::Strong));
        // The longest pause.
        std::size_t word = 1;
        for (std::size_t i = 1; i < speech().words.size(); ++i) {
            const auto length = [&](std::size_t at) {
                return speech().words[at].from - speech().words[at - 1].to;
            };
            word = length(i) > length(word) ? i : word;
        }
        const auto stop = speech().words[word].from - 900 * ms;
        pipe->setStop(stop);
        const auto made = gatherFrom(*pipe, 0);
        QVERIFY(pipe->isAtStop());
        QCOMPARE(pipe->endPlace(), stop);
        const auto frames = static_cast<qint64>(made.sound.size() / 2);
        QCOMPARE(placeAt(made, frames), static_cast<double>(stop));
        QCOMPARE(frames + pipe->savedFrames(), stop);
        pipe->setStop({});
        pipe->resetSaved();
        const auto rest = gatherFrom(*pipe, stop);
        QCOMPARE(placeAt(rest, 0), static_cast<double>(stop));
        QVERIFY(pipe->savedFrames() > 500 * ms);
    }

    /// Where a change of speed makes the sound begin anew, it is the same sound.
    void beginningAgainGivesTheSame()
    {
        const auto pipe = pipeOf(toStereo(speech().mono), skipping(SilenceSkipping::Medium));
        (void)gatherFrom(*pipe, 0);
        Piece before;
        QVERIFY(pipe->begin(8 * rate));
        gather(*pipe, before, 4 * rate);
        const auto joint = std::llround(placeAt(before, 2 * rate));
        Piece after;
        QVERIFY(pipe->begin(joint));
        gather(*pipe, after, rate / 2);
        QVERIFY(std::equal(after.sound.begin(),
                           after.sound.begin() + 50 * ms * 2,
                           before.sound.begin() + 2 * rate * 2));
    }

    void longSilenceTakesNoMemory()
    {
        MadeSpeech made = madeSpeech();
        const auto from = made.frames();
        made.pause(300 * rate);
        const auto pipe = pipeOf(toStereo(made.mono), skipping(SilenceSkipping::Medium));
        pipe->setStop(made.frames() - 1);
        const auto sound = gatherFrom(*pipe, 0);
        QVERIFY(static_cast<qint64>(sound.sound.size() / 2) < from + rate);
        QVERIFY(pipe->keptFrames() < 10 * rate);
    }

    void monoIsTheMean()
    {
        std::vector<float> sound;
        for (int i = 0; i < 9000; ++i) {
            sound.push_back(i % 2 == 0 ? 1.0F : 0.25F);
            sound.push_back(i % 3 == 0 ? -0.5F : 1.0F);
        }
        SoundOptions options;
        options.mono = true;
        const auto made = gatherFrom(*pipeOf(sound, options), 0);
        QCOMPARE(made.sound.size(), sound.size());
        for (std::size_t i = 0; i < sound.size(); i += 2) {
            QCOMPARE(made.sound[i], (sound[i] + sound[i + 1]) / 2);
            QCOMPARE(made.sound[i + 1], made.sound[i]);
        }
    }

    void finerStretchingIsUsedFromTheNextBegin()
    {
        const auto sound = toStereo(speech().mono);
        const auto pipe = pipeOf(sound, {});
        pipe->setSpeed(1.5);
        pipe->setStop(3 * rate);
        const auto light = gatherFrom(*pipe, 0);
        SoundOptions options;
        options.quality = StretchQuality::Fine;
        pipe->setOptions(options);
        const auto fine = gatherFrom(*pipe, 0);
        QCOMPARE(fine.sound.size(), light.sound.size());
        QVERIFY(fine.sound != light.sound);
    }

    void anotherRecordingIsLearnedAnew()
    {
        SoundOptions options;
        options.level = true;
        const auto sound = toStereo(speech().mono);
        const auto pipe = pipeOf(sound, options);
        pipe->setLoudness(-28.0);
        QVERIFY(gatherFrom(*pipe, 0).sound != sound);
        pipe->setDecoder(nullptr);
        pipe->setDecoder(std::make_unique<MemoryDecoder>(sound));
        Piece start;
        QVERIFY(pipe->begin(0));
        gather(*pipe, start, rate);
        QVERIFY(std::equal(start.sound.begin(), start.sound.end(), sound.begin()));
    }

    /// Music is not chopped: notes that die away, chords over a drone, and what has no words.
    void musicIsLeftAlone_data()
    {
        QTest::addColumn<double>("notesPerSecond");
        QTest::addColumn<double>("decay");
        QTest::addColumn<float>("drone");
        QTest::newRow("slow piano") << 0.7 << 0.6 << 0.0F;
        QTest::newRow("piano") << 2.0 << 0.4 << 0.0F;
        QTest::newRow("plucked") << 1.0 << 0.25 << 0.0F;
        QTest::newRow("over a drone") << 0.8 << 0.3 << 0.02F;
        QTest::newRow("quick") << 6.0 << 0.1 << 0.0F;
    }

    void musicIsLeftAlone()
    {
        QFETCH(double, notesPerSecond);
        QFETCH(double, decay);
        QFETCH(float, drone);
        constexpr std::array<double, 5> scale{220, 247, 277, 330, 370};
        std::vector<float> mono(static_cast<std::size_t>(24 * rate));
        std::size_t note = 0;
        for (double start = 0; start < 23; start += 1 / notesPerSecond) {
            ++note;
            const auto pitch = scale[note * 7 % 5] * (note % 3 == 0 ? 2 : 1);
            const auto from = static_cast<std::size_t>(start * rate);
            for (std::size_t i = 0; from + i < mono.size() && i < 3 * rate; ++i) {
                const auto t = static_cast<double>(i) / rate;
                for (int partial = 1; partial <= 4; ++partial) {
                    const auto loud = 0.2 / partial * std::exp(-t * (0.7 + 0.3 * partial) / decay)
                                      * std::min(1.0, t * 200);
                    const auto turns = pitch * partial * t;
                    mono[from + i] +=
                        static_cast<float>(loud * std::sin(2 * std::numbers::pi * turns));
                }
            }
        }
        for (std::size_t i = 0; i < mono.size(); ++i) {
            const auto turns = 110.0 * static_cast<double>(i) / rate;
            mono[i] += drone * static_cast<float>(std::sin(2 * std::numbers::pi * turns));
        }
        const auto pipe = pipeOf(toStereo(mono), skipping(SilenceSkipping::Strong));
        pipe->setStop(22 * rate);
        (void)gatherFrom(*pipe, 0);
        QCOMPARE(pipe->savedFrames(), 0);
    }
};

QTEST_GUILESS_MAIN(SoundPipeTest)
#include "tst_soundpipe.moc"
