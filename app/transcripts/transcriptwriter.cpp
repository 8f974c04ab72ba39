// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/transcriptwriter.h"

#include "app/timestamps/timecode.h"
#include "app/transcripts/internal/caption.h"
#include "app/transcripts/jsonstring.h"
#include "app/transcripts/readingtext.h"

#include <QStringList>

#include <algorithm>

namespace app::transcripts {

using timestamps::Duration;
using timestamps::formatFullTimecode;
using timestamps::MediaTime;

namespace {

/// How long a cue is shown when nothing says when it ends.
constexpr Duration lastCueLength(5000);

/// When each cue ends: as it says, else when a later one begins. Always after its start.
std::vector<MediaTime> endsOf(const Transcript &transcript)
{
    const std::vector<Cue> &cues = transcript.cues;
    std::vector<MediaTime> ends(cues.size());
    std::optional<MediaTime> nextStart;
    std::optional<MediaTime> laterStart;
    for (std::size_t at = cues.size(); at-- > 0;) {
        if (!cues[at].start)
            continue;
        const MediaTime start = *cues[at].start;
        if (nextStart && *nextStart > start)
            laterStart = nextStart;
        nextStart = start;
        const MediaTime unknown =
            laterStart && *laterStart > start ? *laterStart : start + lastCueLength;
        ends[at] = std::max(cues[at].end.value_or(unknown), start + Duration(1));
    }
    return ends;
}

/// What a caption may hold: one line, no arrow.
QString oneLine(const QString &text)
{
    QString line = internal::singleSpaced(text);
    line.replace(QStringLiteral("-->"), QStringLiteral("->"));
    return line;
}

QString escaped(QStringView text)
{
    return text.toString().toHtmlEscaped().replace(QStringLiteral("&quot;"), QStringLiteral("\""));
}

/// The body with its words' times between them.
QString timedBody(const Cue &cue, MediaTime end)
{
    const QString body = internal::singleSpaced(cue.body);
    QString out;
    qsizetype done = 0;
    MediaTime last = *cue.start;
    for (const Word &word : cue.words) {
        const qsizetype found = body.indexOf(word.text, done);
        if (found < 0 || word.start < last || word.start > end)
            continue;
        out += escaped(QStringView(body).sliced(done, found - done));
        if (found > 0 || word.start > *cue.start)
            out += u'<' + formatFullTimecode(word.start) + u'>';
        out += escaped(word.text);
        done = found + word.text.size();
        last = word.start;
    }
    return out + escaped(QStringView(body).sliced(done));
}

QString voiceTag(const QString &speaker)
{
    return speaker.isEmpty() ? QString() : QString(u"<v " + escaped(oneLine(speaker)) + u'>');
}

QString secondsText(MediaTime time)
{
    const qint64 ms = time.ms();
    QString text = QString::number(ms / 1000);
    if (ms % 1000 != 0) {
        text += u'.' + QString::number(ms % 1000).rightJustified(3, QLatin1Char('0'));
        while (text.endsWith(u'0'))
            text.chop(1);
    }
    return text;
}

QString wordsJson(const std::vector<Word> &words)
{
    QStringList items;
    for (const Word &word : words)
        items.append(u"{\"start\":" + secondsText(word.start) + u",\"end\":" + secondsText(word.end)
                     + u",\"text\":" + jsonString(word.text) + u'}');
    return u'[' + items.join(u',') + u']';
}

QString segmentJson(const Cue &cue)
{
    QStringList items;
    if (!cue.speaker.isEmpty())
        items.append(u"\"speaker\":" + jsonString(cue.speaker));
    if (cue.start)
        items.append(u"\"startTime\":" + secondsText(*cue.start));
    if (cue.end)
        items.append(u"\"endTime\":" + secondsText(*cue.end));
    items.append(u"\"body\":" + jsonString(cue.body));
    if (!cue.words.empty())
        items.append(u"\"words\":" + wordsJson(cue.words));
    return u"    {" + items.join(u',') + u'}';
}

} // namespace

QByteArray writeWebVtt(const Transcript &transcript)
{
    const std::vector<MediaTime> ends = endsOf(transcript);
    QString out = QStringLiteral("WEBVTT\n");
    if (!transcript.language.isEmpty())
        out += u"Language: " + oneLine(transcript.language) + u'\n';
    for (std::size_t at = 0; at < transcript.cues.size(); ++at) {
        const Cue &cue = transcript.cues[at];
        if (!cue.start || QStringView(cue.body).trimmed().isEmpty())
            continue;
        out += u'\n' + formatFullTimecode(*cue.start) + u" --> " + formatFullTimecode(ends[at])
               + u'\n' + voiceTag(cue.speaker) + timedBody(cue, ends[at]) + u'\n';
    }
    return out.toUtf8();
}

QByteArray writeSubRip(const Transcript &transcript)
{
    const std::vector<MediaTime> ends = endsOf(transcript);
    QString out;
    int number = 0;
    for (std::size_t at = 0; at < transcript.cues.size(); ++at) {
        const Cue &cue = transcript.cues[at];
        if (!cue.start || QStringView(cue.body).trimmed().isEmpty())
            continue;
        const QChar comma = QLatin1Char(',');
        if (number > 0)
            out += u'\n';
        ++number;
        out += QString::number(number) + u'\n' + formatFullTimecode(*cue.start, comma) + u" --> "
               + formatFullTimecode(ends[at], comma) + u'\n';
        if (!cue.speaker.isEmpty())
            out += oneLine(cue.speaker) + u": ";
        out += oneLine(cue.body) + u'\n';
    }
    return out.toUtf8();
}

QByteArray writePodcastJson(const Transcript &transcript)
{
    QStringList segments;
    segments.reserve(static_cast<qsizetype>(transcript.cues.size()));
    for (const Cue &cue : transcript.cues)
        segments.append(segmentJson(cue));
    QString out = QStringLiteral("{\n  \"version\":\"1.0.0\",\n");
    if (!transcript.language.isEmpty())
        out += u"  \"language\":" + jsonString(transcript.language) + u",\n";
    out += u"  \"segments\":[\n" + segments.join(QStringLiteral(",\n")) + u"\n  ]\n}\n";
    return out.toUtf8();
}

QByteArray writePlainText(const Transcript &transcript)
{
    const ReadingText reading = makeReadingText(transcript);
    QString out;
    for (const Paragraph &paragraph : reading.paragraphs) {
        if (!out.isEmpty())
            out += u'\n';
        if (paragraph.start)
            out += u'[' + timestamps::formatTimecode(*paragraph.start) + u"] ";
        if (!paragraph.speaker.isEmpty())
            out += oneLine(paragraph.speaker) + u": ";
        out += QStringView(reading.text).sliced(paragraph.offset, paragraph.length);
        out += u'\n';
    }
    return out.toUtf8();
}

QByteArray writeHtml(const Transcript &transcript)
{
    const ReadingText reading = makeReadingText(transcript);
    QString out;
    QString speaker;
    for (const Paragraph &paragraph : reading.paragraphs) {
        // A reader takes the last name for who speaks, so the end of a known voice is said too.
        if (!paragraph.speaker.isEmpty())
            out += u"<cite>" + oneLine(paragraph.speaker).toHtmlEscaped() + u":</cite>\n";
        else if (!speaker.isEmpty())
            out += QStringLiteral("<cite></cite>\n");
        speaker = paragraph.speaker;
        if (paragraph.start)
            out += u"<time>" + timestamps::formatTimecode(*paragraph.start) + u"</time>\n";
        const QStringView words =
            QStringView(reading.text).sliced(paragraph.offset, paragraph.length);
        out += u"<p>" + words.toString().toHtmlEscaped() + u"</p>\n";
    }
    return out.toUtf8();
}

} // namespace app::transcripts
