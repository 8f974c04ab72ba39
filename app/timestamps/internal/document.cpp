// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/document.h"

#include "app/timestamps/internal/markupspans.h"
#include "app/timestamps/internal/scanner.h"

namespace app::timestamps::internal {

namespace {

/// Positions are kept in 32 bits; nobody writes that much.
constexpr qsizetype longestText = 1'000'000'000;

void readLines(Document &document)
{
    document.tokens.reserve(document.text.text.size() / 6);
    for (Line &line : document.lines) {
        line.firstToken = document.tokens.size();
        if (line.blank) {
            continue;
        }
        const Tokens tokens =
            tokenise(document.text, line.begin, line.end, document.candidates, line.firstCandidate);
        bool prefix = true;
        for (const Token &token : tokens) {
            prefix = prefix && token.kind != Token::Stamp;
            line.cues |= token.cues;
            line.prefix |= prefix ? token.cues : 0;
            line.words += token.counts() ? 1 : 0;
            if (token.kind == Token::Stamp) {
                document.tokenOf[token.stamp] = document.tokens.size();
            }
            document.tokens.append(token);
        }
        line.tokenCount = tokens.size();
        line.declaration = readDeclaration(document.text, tokens);
        if (line.candidateCount > 0) {
            placeCandidates(document, line);
        }
    }
}

} // namespace

Document readDocument(const AnnotatedText &text, std::optional<Duration> duration)
{
    Document document;
    if (text.text.size() > longestText) {
        return document;
    }
    document.text = normalise(text.text);
    document.candidates = scan(document.text);
    applyMarkup(text, document.text, document.candidates);
    if (duration && duration->count() > 0) {
        document.durationMs = duration->count();
    }
    if (document.candidates.isEmpty()) {
        return document;
    }
    document.tokenOf.fill(-1, document.candidates.size());
    document.lines = splitLines(document.text, document.candidates);
    readLines(document);
    endRangesInTitles(document);
    groupLists(document);
    return document;
}

} // namespace app::timestamps::internal
