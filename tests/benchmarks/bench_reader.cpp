// SPDX-License-Identifier: GPL-3.0-or-later
// The transcript pane with ten hours of words, each timed, painted without a display.
#include "tests/benchmarks/budget.h"
#include "ui/theme/thememanager.h"
#include "ui/transcript/findbar.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>

#include <benchmark/benchmark.h>
#include <malloc.h>

#include <algorithm>

namespace {

using app::timestamps::MediaTime;
using app::transcripts::ReadingText;
using ui::transcript::TranscriptView;

constexpr int cues = 12'000;
constexpr qint64 cueMs = 3'000;
constexpr qint64 wordMs = 333;
constexpr MediaTime middle = MediaTime::fromMs(cues / 2 * cueMs);

/// Two speakers take turns of eight cues; a sentence is one cue of nine words.
ReadingText tenHours()
{
    const QString words = QStringLiteral("Nine words of a sentence about the tides, spoken.");
    app::transcripts::Transcript transcript;
    for (int i = 0; i < cues; ++i) {
        app::transcripts::Cue cue;
        cue.start = MediaTime::fromMs(i * cueMs);
        cue.end = MediaTime::fromMs((i + 1) * cueMs);
        cue.speaker = i / 8 % 2 == 0 ? QStringLiteral("Ines Maret") : QStringLiteral("Tobias");
        cue.body = words;
        qint64 ms = i * cueMs;
        for (const QString &word : words.split(u' ')) {
            cue.words.push_back({MediaTime::fromMs(ms), MediaTime::fromMs(ms + wordMs), word});
            ms += wordMs;
        }
        transcript.cues.push_back(cue);
    }
    return app::transcripts::makeReadingText(transcript);
}

/// The pane on the offscreen platform, as wide as in the window.
class Pane final : public QObject
{
public:
    Pane()
        : text(tenHours())
    {
        themes.applyTo(*qApp);
        view.resize(720, 760);
        view.show();
        view.reader().viewport()->installEventFilter(this);
        settle();
    }

    /// Lets everything that waits be done, the painting too. \returns whether the text was painted
    bool settle()
    {
        m_painted = false;
        QCoreApplication::processEvents();
        return m_painted;
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        m_painted = m_painted || event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }

    ui::theme::ThemeManager themes{ui::theme::ThemeManager::Mode::Light};
    TranscriptView view{themes};
    ReadingText text;

private:
    bool m_painted = false;
};

void failUnless(bool painted, benchmark::State &state)
{
    if (!painted) {
        state.SkipWithError("nothing was painted");
    }
}

void openTranscript(benchmark::State &state)
{
    Pane pane;
    for (auto _ : state) {
        pane.view.setTranscript(pane.text);
        pane.view.setPosition(middle);
        failUnless(pane.settle(), state);
    }
    tests::atMost(state, "time", 50);
}

/// \param state  its argument is how far the sound moves between two updates, in milliseconds
void follow(benchmark::State &state)
{
    Pane pane;
    // Moving smoothly is this jump in several frames, each of which paints as much at the most.
    pane.themes.setReducedMotion(true);
    pane.view.setTranscript(pane.text);
    MediaTime position = middle;
    pane.view.setPosition(position);
    pane.settle();
    for (auto _ : state) {
        position = MediaTime::fromMs((position.ms() + state.range(0)) % (cues * cueMs));
        pane.view.setPosition(position);
        failUnless(pane.settle(), state);
    }
    tests::atMost(state, "time", 2);
}

void resizePane(benchmark::State &state)
{
    Pane pane;
    pane.view.setTranscript(pane.text);
    pane.view.setPosition(middle);
    pane.settle();
    bool wide = false;
    for (auto _ : state) {
        wide = !wide;
        pane.view.resize(wide ? 700 : 600, 760);
        failUnless(pane.settle(), state);
    }
    tests::atMost(state, "time", 16);
}

void changeTextSize(benchmark::State &state)
{
    Pane pane;
    pane.view.setTranscript(pane.text);
    pane.view.setPosition(middle);
    pane.settle();
    bool large = false;
    for (auto _ : state) {
        large = !large;
        pane.view.reader().setTextSize(large ? 18 : 16);
        failUnless(pane.settle(), state);
    }
    tests::atMost(state, "time", 16);
}

/// What the program holds of its heap, in bytes.
double heldBytes()
{
    const auto held = mallinfo2();
    return static_cast<double>(held.uordblks + held.hblkhd);
}

/// Opened at its middle and read for a while, next to the text it was made from.
void memory(benchmark::State &state)
{
    const ReadingText text = tenHours();
    for (auto _ : state) {
        const double before = heldBytes();
        Pane pane;
        pane.text = text;
        pane.view.setTranscript(pane.text);
        for (int i = 0; i < 200; ++i) {
            pane.view.setPosition(MediaTime::fromMs(middle.ms() + i * cueMs));
            pane.settle();
        }
        state.counters["MB"] = (heldBytes() - before) / 1e6;
    }
    tests::atMost(state, "MB", 20);
}

/// A key in the find bar, until all matches are counted and drawn.
void findByKey(benchmark::State &state)
{
    Pane pane;
    pane.view.setTranscript(pane.text);
    pane.view.setPosition(middle);
    pane.view.find();
    pane.settle();
    auto *field = pane.view.findChild<QLineEdit *>(QStringLiteral("findField"));
    const QStringList queries{QStringLiteral("s"),
                              QStringLiteral("sentence"),
                              QStringLiteral("absent"),
                              QStringLiteral("spoken. nine")};
    qsizetype key = 0;
    double longest = 0;
    for (auto _ : state) {
        QElapsedTimer wait;
        wait.start();
        field->setText(queries[key++ % queries.size()]);
        longest = std::max(longest, static_cast<double>(wait.nsecsElapsed()) / 1e6);
        do {
            wait.restart();
            pane.settle();
            longest = std::max(longest, static_cast<double>(wait.nsecsElapsed()) / 1e6);
        } while (pane.view.findBar().isSearching());
    }
    state.counters["ms at once"] = longest;
    tests::atMost(state, "ms at once", 16);
}

void filterSpeakers(benchmark::State &state)
{
    Pane pane;
    pane.view.setTranscript(pane.text);
    pane.view.setPosition(middle);
    pane.settle();
    bool one = false;
    for (auto _ : state) {
        one = !one;
        pane.view.setSpeakerFilter(one ? QStringList{QStringLiteral("Tobias")} : QStringList());
        failUnless(pane.settle(), state);
    }
    tests::atMost(state, "time", 16);
}

void scroll(benchmark::State &state)
{
    Pane pane;
    pane.view.setTranscript(pane.text);
    pane.view.setPosition(middle);
    pane.settle();
    QScrollBar *bar = pane.view.reader().verticalScrollBar();
    int step = 90;
    for (auto _ : state) {
        if (bar->value() + step >= bar->maximum() || bar->value() + step <= 0) {
            step = -step;
        }
        bar->setValue(bar->value() + step);
        failUnless(pane.settle(), state);
    }
    tests::atMost(state, "time", 16);
}

BENCHMARK(openTranscript)->Name("open a transcript of 12,000 cues")->Unit(benchmark::kMillisecond);
BENCHMARK(follow)
    ->Name("follow the sound, one update, moved on by ms")
    ->Arg(3 * wordMs)
    ->Arg(cueMs)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(resizePane)->Name("resize the transcript")->Unit(benchmark::kMillisecond);
BENCHMARK(changeTextSize)->Name("change the transcript's text size")->Unit(benchmark::kMillisecond);
BENCHMARK(memory)
    ->Name("memory of an open transcript")
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(findByKey)->Name("find in the transcript, one key")->Unit(benchmark::kMillisecond);
BENCHMARK(filterSpeakers)
    ->Name("show one speaker of the transcript")
    ->Unit(benchmark::kMillisecond);
BENCHMARK(scroll)->Name("scroll the transcript")->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
