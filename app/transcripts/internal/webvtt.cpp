// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/webvtt.h"

#include "app/transcripts/internal/captiontext.h"
#include "app/transcripts/internal/lines.h"
#include "app/transcripts/internal/speakers.h"

namespace app::transcripts::internal {

using timestamps::MediaTime;

namespace {

constexpr QStringView signature = u"WEBVTT";
constexpr QStringView arrow = u"-->";

QStringView withoutLeadingSpace(QStringView text)
{
    qsizetype at = 0;
    while (at < text.size() && text[at].isSpace())
        ++at;
    return text.sliced(at);
}

void skipSpaces(QStringView line, qsizetype &at)
{
    while (at < line.size() && (line[at] == u' ' || line[at] == u'\t' || line[at] == u'\f'))
        ++at;
}

/// "00:01.000 --> 00:02.000 align:start": the settings are about pictures.
bool readTimings(QStringView line, Caption &caption)
{
    qsizetype at = 0;
    skipSpaces(line, at);
    caption.start = collectWebVttTime(line, at);
    if (!caption.start)
        return false;
    skipSpaces(line, at);
    if (!line.sliced(at).startsWith(arrow))
        return false;
    at += arrow.size();
    skipSpaces(line, at);
    caption.end = collectWebVttTime(line, at);
    return caption.end.has_value();
}

/// Walks past the header; a line with an arrow ends it and belongs to the first cue.
QString readHeader(Lines &lines)
{
    QString language;
    constexpr QStringView key = u"language:";
    while (!lines.atEnd()) {
        const qsizetype before = lines.position();
        const QStringView line = lines.next();
        if (line.isEmpty())
            break;
        if (line.contains(arrow)) {
            lines.setPosition(before);
            break;
        }
        if (line.startsWith(key, Qt::CaseInsensitive))
            language = line.sliced(key.size()).trimmed().toString().toLower();
    }
    return language;
}

/// The lines of one block, from one blank line to the next.
void readBlock(QStringView text, Lines &lines, std::vector<Caption> &captions)
{
    Caption caption;
    bool isCue = false;
    bool sawArrow = false;
    qsizetype payload = lines.position();
    qsizetype payloadEnd = payload;
    for (int count = 1; !lines.atEnd(); ++count) {
        const qsizetype before = lines.position();
        const QStringView line = lines.next();
        if (line.isEmpty())
            break;
        if (line.contains(arrow)) {
            if (count > 2 || sawArrow) {
                lines.setPosition(before);
                break;
            }
            sawArrow = true;
            isCue = readTimings(line, caption);
            payload = lines.position();
            payloadEnd = payload;
            continue;
        }
        payloadEnd = before + line.size();
    }
    if (!isCue || payloadEnd <= payload)
        return;
    readCaptionText(text.sliced(payload, payloadEnd - payload), CaptionSyntax::WebVtt, caption);
    if (!caption.lines.empty())
        captions.push_back(std::move(caption));
}

} // namespace

bool isWebVtt(QStringView text)
{
    const QStringView start = withoutLeadingSpace(text);
    if (!start.startsWith(signature))
        return false;
    return start.size() == signature.size() || start[signature.size()].isSpace();
}

Transcript readWebVtt(QStringView text, const KnownNames &known)
{
    const QStringView body = withoutLeadingSpace(text);
    Lines lines(body);
    Transcript transcript;
    lines.next();
    transcript.language = readHeader(lines);
    std::vector<Caption> captions;
    while (!lines.atEnd())
        readBlock(body, lines, captions);
    findSpeakers(captions, known);
    transcript.cues = cuesFromCaptions(std::move(captions));
    return transcript;
}

} // namespace app::transcripts::internal
