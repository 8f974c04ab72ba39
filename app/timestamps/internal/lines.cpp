// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/lines.h"

#include <algorithm>

namespace app::timestamps::internal {

namespace {

/// How many words "timestamps" and "video" may be apart and still be about each other.
constexpr qsizetype foreignReach = 5;
constexpr qsizetype longestHeading = 8;
constexpr qsizetype longestFormatLine = 16;

/// The words of one sentence that matter for whose times they are.
struct Sentence
{
    qsizetype words = 0;
    qsizetype lastTimes = -1;
    qsizetype lastVideo = -1;
    qsizetype lastNot = -1;
    bool foreign = false;
    bool differs = false;
    bool version = false;
    bool watch = false;

    void add(Cues cues)
    {
        ++words;
        // "The minutes refer to the video."
        lastTimes = (cues & (Times | MinuteUnit)) ? words : lastTimes;
        lastNot = (cues & Not) ? words : lastNot;
        differs = differs || (cues & Differ);
        version = version || (cues & Version);
        watch = watch || (cues & Watch);
        if (cues & Video) {
            // "for the audio, not the video"
            lastVideo = lastNot >= 0 && words - lastNot <= 3 ? lastVideo : words;
        }
        if (lastTimes >= 0 && lastVideo >= 0 && std::abs(lastTimes - lastVideo) <= foreignReach) {
            foreign = true;
        }
    }

    [[nodiscard]] bool isForeign() const { return foreign && !differs; }

    /// "Video", "The YouTube version"
    [[nodiscard]] bool isTitle() const
    {
        return lastVideo >= 0 && !watch && words <= 4 && (version || words == 1);
    }
};

struct LineWords
{
    Cues all = 0;
    qsizetype words = 0;
    bool foreign = false;
    bool foreignHeading = false;
    bool titled = false; ///< by what stands before its first bracket
};

LineWords readWords(const Tokens &tokens)
{
    LineWords line;
    Sentence sentence;
    const auto close = [&] {
        line.foreign = line.foreign || sentence.isForeign();
        line.foreignHeading = line.titled || sentence.isTitle();
        sentence = {};
    };
    for (const Token &token : tokens) {
        if (token.kind == Token::Stamp) {
            break;
        }
        if (token.kind == Token::Stop) {
            close();
        } else if (token.kind == Token::Comma) {
            // "Times are for the video, those of the audio may differ."
            line.foreign = line.foreign || sentence.isForeign();
        } else if (token.kind == Token::Open) {
            line.titled = line.titled || (line.words == sentence.words && sentence.isTitle());
        } else if (token.counts()) {
            line.all |= token.cues;
            ++line.words;
            sentence.add(token.cues);
        }
    }
    if (sentence.words > 0) {
        close();
    }
    return line;
}

/// "h:mm", "hh:mm", "时:分", but not "h:mm:ss".
bool namesHoursAndMinutes(QStringView line)
{
    for (const QStringView name :
         {u"h:mm", u"h:m", u"ч:м", u"时:分", u"時:分", u"시:분", u"시간:분"}) {
        const qsizetype at = line.indexOf(name);
        if (at < 0) {
            continue;
        }
        QStringView rest = line.sliced(at + name.size());
        while (rest.startsWith(u'm') || rest.startsWith(u'м')) {
            rest = rest.sliced(1);
        }
        return !rest.startsWith(u':');
    }
    return false;
}

/// "hours:minutes" in words, and no seconds.
bool wordsHoursAndMinutes(const Tokens &tokens)
{
    for (qsizetype i = 0; i + 1 < tokens.size(); ++i) {
        const bool counted = i > 0 && tokens[i - 1].kind == Token::Number;
        if (!(tokens[i].cues & HourUnit) || counted) {
            continue;
        }
        const bool joined =
            tokens[i + 1].kind == Token::Mark || (tokens[i + 1].cues & (And | To | Format)) != 0;
        const qsizetype next = joined ? i + 2 : i + 1;
        if (next < tokens.size() && (tokens[next].cues & MinuteUnit)) {
            return std::none_of(tokens.begin() + next, tokens.end(), [](const Token &t) {
                return (t.cues & SecondUnit) != 0;
            });
        }
    }
    return false;
}

} // namespace

QList<Line> splitLines(const NormalText &text, Candidates &candidates)
{
    QList<Line> lines;
    qsizetype next = 0;
    for (qsizetype begin = 0; begin <= text.text.size();) {
        qsizetype end = text.text.indexOf(u'\n', begin);
        end = end < 0 ? text.text.size() : end;
        Line line{.begin = begin, .end = end, .firstCandidate = next};
        while (next < candidates.size() && candidates[next].begin < end) {
            candidates[next].line = lines.size();
            ++next;
        }
        line.candidateCount = next - line.firstCandidate;
        for (qsizetype i = begin; i < end && line.blank; ++i) {
            line.blank = text.text[i] == u' ';
        }
        lines.append(line);
        begin = end + 1;
    }
    return lines;
}

Declaration readDeclaration(const NormalText &text, const Tokens &tokens)
{
    Declaration declaration;
    if (tokens.isEmpty() || tokens.first().kind == Token::Stamp) {
        return declaration;
    }
    const LineWords words = readWords(tokens);
    const bool heading = words.words > 0 && words.words <= longestHeading;
    const bool alone = tokens.last().kind != Token::Stamp;
    declaration.foreign = words.foreign || (alone && words.foreignHeading);
    declaration.own =
        heading && !declaration.foreign && ((words.all & Times) || ((words.all & Audio) && alone));
    declaration.agenda = heading && (words.all & Agenda) && !(words.all & Times);
    declaration.tracks = heading && (words.all & Tracks) && !(words.all & Times);
    const qsizetype begin = tokens.first().begin;
    declaration.hoursAndMinutes =
        namesHoursAndMinutes(QStringView(text.folded).sliced(begin, tokens.last().end - begin))
        || (words.words <= longestFormatLine && wordsHoursAndMinutes(tokens));
    return declaration;
}

} // namespace app::timestamps::internal
