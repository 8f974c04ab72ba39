// SPDX-License-Identifier: GPL-3.0-or-later
// Reading what comes from outside: feeds, show notes, timestamps, transcripts.
#include "app/feeds/feedreader.h"
#include "app/markup/richtext.h"
#include "app/timestamps/timestampreader.h"
#include "app/transcripts/readingtext.h"
#include "app/transcripts/transcriptreader.h"
#include "tests/benchmarks/budget.h"

#include <benchmark/benchmark.h>

namespace {

/// 1,000 episodes with 4 KB of notes each, about 6 MB.
QByteArray largeFeed()
{
    const QByteArray notes =
        QByteArray("<p>Tides &amp; ledgers, <b>read</b> aloud. (4:30) and more.</p>\n")
            .repeated(88);
    QByteArray feed = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\" "
                      "xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" "
                      "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
                      "<title>Tidewater Radio</title>";
    for (int i = 0; i < 1000; ++i) {
        const QByteArray number = QByteArray::number(i);
        feed += "<item><title>Episode " + number + "</title><guid>ep-" + number
                + "</guid><pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate>"
                  "<itunes:duration>58:12</itunes:duration><enclosure url=\"https://pod.example/"
                + number
                + ".mp3\" type=\"audio/mpeg\" length=\"55000000\"/><content:encoded><![CDATA["
                + notes + "]]></content:encoded></item>\n";
    }
    return feed + "</channel></rss>";
}

/// What must be read with care: hours, lengths and places in sentences, about 4 KB.
QString trickyNotes()
{
    return QString(
               QStringLiteral(
                   "The interview is 21:10 long and begins at 18:05, after the news, which "
                   "take until 17:40 today. She left the bar at 1:25, the camera has her at "
                   "1:31; her brother tells of it at 33:12. Simmer for 4:30, taste at 41:02.\n"))
        .repeated(17);
}

QString megabyteOfNotes()
{
    QString text;
    for (int i = 0; text.size() < 1'000'000; ++i) {
        text += QStringLiteral("%1:%2 A topic that was spoken about at some length\n")
                    .arg(i % 180)
                    .arg(i % 60, 2, 10, QLatin1Char('0'));
    }
    return text;
}

/// 12,000 cues, 10 hours.
QByteArray longTranscript()
{
    QByteArray vtt = "WEBVTT\n\n";
    for (int i = 0; i < 12'000; ++i) {
        const int second = i * 3;
        const auto clock =
            QString::asprintf("%02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60);
        vtt += clock.toLatin1() + ".000 --> " + clock.toLatin1()
               + ".900\n<v Ines>Nine words of a sentence about the tides, spoken.\n\n";
    }
    return vtt;
}

void countMegabytes(benchmark::State &state, qsizetype bytesEach)
{
    state.SetBytesProcessed(state.iterations() * bytesEach);
    state.counters["MB/s"] = benchmark::Counter(static_cast<double>(bytesEach) / 1e6,
                                                benchmark::Counter::kIsIterationInvariantRate);
}

void readFeed(benchmark::State &state)
{
    const QByteArray feed = largeFeed();
    for (auto _ : state) {
        benchmark::DoNotOptimize(app::feeds::readFeed(feed));
    }
    countMegabytes(state, feed.size());
    // Four times what the reader of KDE's podcast player manages.
    tests::atLeast(state, "MB/s", 225);
}

void readHtml(benchmark::State &state)
{
    const QString html =
        QStringLiteral("<p>Some <a href=\"https://a.example\">words</a> (4:30)</p>")
            .repeated(17'000);
    for (auto _ : state) {
        benchmark::DoNotOptimize(app::markup::readHtml(html));
    }
    countMegabytes(state, html.size());
}

void readTimestamps(benchmark::State &state)
{
    app::timestamps::AnnotatedText text;
    text.text = megabyteOfNotes();
    for (auto _ : state) {
        benchmark::DoNotOptimize(app::timestamps::readTimestamps(text, std::nullopt));
    }
    countMegabytes(state, text.text.size());
}

void readTrickyTimestamps(benchmark::State &state)
{
    app::timestamps::AnnotatedText text;
    text.text = trickyNotes();
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            app::timestamps::readTimestamps(text, app::timestamps::Duration(3'600'000)));
    }
}

void readTranscript(benchmark::State &state)
{
    const QByteArray bytes = longTranscript();
    for (auto _ : state) {
        const auto transcript = app::transcripts::readTranscript(bytes);
        benchmark::DoNotOptimize(app::transcripts::makeReadingText(*transcript));
    }
}

BENCHMARK(readFeed)->Name("read a feed of 6 MB")->Unit(benchmark::kMillisecond);
BENCHMARK(readHtml)->Name("read 1 MB of show notes")->Unit(benchmark::kMillisecond);

BENCHMARK(readTrickyTimestamps)
    ->Name("find times in 4 KB of sentences")
    ->Unit(benchmark::kMillisecond);
BENCHMARK(readTimestamps)->Name("find times in 1 MB of text")->Unit(benchmark::kMillisecond);
BENCHMARK(readTranscript)->Name("read a transcript of 12,000 cues")->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
