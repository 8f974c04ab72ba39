// SPDX-License-Identifier: GPL-3.0-or-later
// The transcript pane with ten hours of words, each timed, painted without a display.
#include "tests/benchmarks/budget.h"
#include "ui/theme/thememanager.h"
#include "ui/transcript/transcriptview.h"

#include <QApplication>

#include <benchmark/benchmark.h>

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

BENCHMARK(openTranscript)->Name("open a transcript of 12,000 cues")->Unit(benchmark::kMillisecond);
BENCHMARK(follow)
    ->Name("follow the sound, one update, moved on by ms")
    ->Arg(3 * wordMs)
    ->Arg(cueMs)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(resizePane)->Name("resize the transcript")->Unit(benchmark::kMillisecond);
BENCHMARK(changeTextSize)->Name("change the transcript's text size")->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
