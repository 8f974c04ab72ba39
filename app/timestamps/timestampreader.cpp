// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/timestampreader.h"

#include "app/timestamps/internal/judge.h"
#include "app/timestamps/internal/lines.h"
#include "app/timestamps/internal/lists.h"
#include "app/timestamps/internal/markupspans.h"
#include "app/timestamps/internal/normaltext.h"
#include "app/timestamps/internal/scanner.h"
#include "app/timestamps/internal/sections.h"

namespace app::timestamps {

using namespace internal;

namespace {

void judgeLines(const NormalText &text, QList<Line> &lines, Candidates &candidates)
{
    for (Line &line : lines) {
        if (line.blank) {
            continue;
        }
        const Tokens tokens = tokenise(text, line.begin, line.end, candidates, line.firstCandidate);
        line.declaration = readDeclaration(text, tokens);
        if (line.candidateCount > 0) {
            judgeLine(text, tokens, candidates);
        }
    }
}

bool isSure(const Candidate &candidate)
{
    return candidate.lineStart || candidate.bracketed || candidate.placeWord || candidate.inList
           || candidate.linked;
}

Timestamp toTimestamp(const Candidate &candidate,
                      const Candidates &candidates,
                      const NormalText &text,
                      QStringView original)
{
    const bool range = candidate.rangeEnd >= 0;
    const qsizetype end = range ? candidates[candidate.rangeEnd].end : candidate.end;
    Timestamp timestamp;
    timestamp.start = MediaTime::fromMs(candidate.ms);
    if (candidate.endMs) {
        timestamp.end = MediaTime::fromMs(*candidate.endMs);
    }
    timestamp.span = text.originalSpan(original, candidate.begin, end);
    timestamp.recording = candidate.foreign ? Recording::Other : Recording::This;
    timestamp.certainty = isSure(candidate) ? Certainty::Sure : Certainty::Unsure;
    return timestamp;
}

} // namespace

std::vector<Timestamp> readTimestamps(const AnnotatedText &text, std::optional<Duration> duration)
{
    const NormalText normal = normalise(text.text);
    Candidates candidates = scan(normal);
    applyMarkup(text, normal, candidates);
    std::vector<Timestamp> found;
    if (candidates.isEmpty()) {
        return found;
    }
    QList<Line> lines = splitLines(normal, candidates);
    judgeLines(normal, lines, candidates);
    for (const Section &section : splitSections(lines, candidates)) {
        decideSection(section, duration, candidates);
    }
    for (const Candidate &candidate : std::as_const(candidates)) {
        if (candidate.isAlive() && !candidate.endsRange) {
            found.push_back(toTimestamp(candidate, candidates, normal, text.text));
        }
    }
    return found;
}

} // namespace app::timestamps
