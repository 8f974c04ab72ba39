// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timestamps/internal/characters.h"
#include "app/timestamps/internal/evidence.h"

#include <algorithm>

namespace app::timestamps::internal {

namespace {

class FormRecorder
{
public:
    FormRecorder(const Document &document, qsizetype candidate, Recorder &to)
        : m_document(document)
        , m_candidates(document.candidates)
        , m_candidate(document.candidates[candidate])
        , m_line(document.lines[m_candidate.line])
        , m_token(document.tokenOf[candidate])
        , m_to(to)
    {}

    void record()
    {
        recordWriting();
        recordNumbers();
        recordEdges();
        recordLine();
        recordWordsBeside();
        recordRange();
        m_to.choice(script(), 9);
    }

private:
    void recordWriting()
    {
        const Candidate &c = m_candidate;
        m_to.choice(static_cast<int>(c.form), 6);
        m_to.flag(c.fieldCount == 3);
        m_to.flag(c.isShort());
        m_to.flag(c.padded);
        m_to.flag(c.padded && c.fields[0] < 10);
        m_to.flag(c.fractionMs > 0);
        m_to.flag(c.ideographic);
        m_to.flag(c.unitBefore);
        m_to.flag(c.unitAfter);
        m_to.flag(c.mark);
        m_to.flag(c.tail);
        m_to.choice(static_cast<int>(c.linked), 3);
        m_to.flag(c.targetMs && *c.targetMs / 1000 == c.value(false) / 1000);
        m_to.flag(c.targetMs && *c.targetMs / 1000 == c.value(true) / 1000);
        m_to.flag(c.targetMs.has_value());
        m_to.flag(c.elsewhere);
    }

    void recordNumbers()
    {
        const Candidate &c = m_candidate;
        const auto first = static_cast<double>(c.fields[0]);
        const qint64 last = c.fields[std::clamp(c.fieldCount, 1, 3) - 1];
        const bool clock = c.isShort();
        m_to.scale(clock ? first : -1, {0, 1, 2, 4, 6, 9, 13, 19, 24, 25, 60});
        m_to.flag(clock && last == 0);
        m_to.flag(clock && last == 30);
        m_to.flag(clock && (last == 15 || last == 45));
        m_to.flag(clock && last % 10 == 0);
        m_to.flag(clock && last % 5 == 0);
        m_to.flag(clock && last % 5 != 0);
        m_to.flag(c.fitsDay());
        m_to.flag(clock && first >= 6 && first <= 23 && last % 15 == 0);
        m_to.flag(clock && first >= 6 && first <= 23 && last % 5 == 0);
        m_to.flag(clock && first <= 5 && !c.padded && last > 0 && last < 20);
        // Dates: "12.05", "3.11.24".
        m_to.flag(c.form == Form::Dotted && first >= 1 && first <= 31 && c.fields[1] >= 1
                  && c.fields[1] <= 12);
        m_to.flag(c.form == Form::Minute && c.fields[0] > 0);
        m_to.flag(c.form == Form::Minute && c.fields[1] % 5 == 0);
        m_to.flag(c.form == Form::Units && c.fields[0] > 0);
        m_to.flag(c.form == Form::Units && c.fields[2] > 0);
    }

    void recordEdges()
    {
        m_to.choice(static_cast<int>(m_candidate.before), edgeCount);
        m_to.choice(static_cast<int>(m_candidate.after), edgeCount);
        m_to.choice(static_cast<int>(markAt(m_token - 1)), edgeCount);
        m_to.choice(static_cast<int>(markAt(m_token + 1)), edgeCount);
    }

    /// The kind of mark a token beside is: the edge behind a space.
    [[nodiscard]] Edge markAt(qsizetype token) const
    {
        if (token < m_line.firstToken || token >= m_line.firstToken + m_line.tokenCount) {
            return Edge::Free;
        }
        const Token &t = m_document.tokens[token];
        switch (t.kind) {
        case Token::Word:
            return Edge::Letter;
        case Token::Number:
            return Edge::Number;
        case Token::Stop:
            return Edge::Stop;
        case Token::Comma:
            return Edge::Comma;
        case Token::Open:
        case Token::Close:
            return Edge::Bracket;
        case Token::Stamp:
            return Edge::Symbol;
        case Token::Mark:
            break;
        }
        const QChar c = m_document.text.folded[t.begin];
        return c == u':'                             ? Edge::Colon
               : c == u'-' || c == u'>'              ? Edge::Dash
               : c == u'|'                           ? Edge::Pipe
               : c == u'/'                           ? Edge::Slash
               : c == u'"' || c == u'\''             ? Edge::Quote
               : c == u'*' || c == u'_' || c == u'~' ? Edge::Emphasis
               : c == u'\u00a7' || c == u'#' || c == u'\u2116' || c == u'%' || c == u'='
                   ? Edge::Symbol
               : c.category() == QChar::Symbol_Currency ? Edge::Currency
                                                        : Edge::Other;
    }

    void recordLine()
    {
        const Candidate &c = m_candidate;
        m_to.flag(c.lineStart);
        m_to.flag(c.lineEnd);
        m_to.flag(c.lineStart && c.lineEnd);
        m_to.flag(!c.lineStart && !c.lineEnd);
        m_to.flag(c.numbered);
        m_to.flag(c.bullet);
        m_to.choice(c.isBracketed() ? static_cast<int>(QStringView(u"([<").indexOf(c.bracket)) : -1,
                    3);
        m_to.flag(c.bracketTight);
        m_to.flag(c.isBracketed() && !c.bracketTight);
        m_to.scale(static_cast<double>(m_line.words), {0, 1, 3, 6, 11, 21, 41});
        m_to.scale(static_cast<double>(m_line.candidateCount), {1, 2, 3, 5, 9});
        const qsizetype last = m_line.firstToken + m_line.tokenCount - 1;
        m_to.flag(m_document.tokens[last].kind == Token::Stop);
        m_to.flag(hasCandidates(c.line - 1));
        m_to.flag(hasCandidates(c.line + 1));
        m_to.flag(isBlank(c.line - 1));
        m_to.flag(isBlank(c.line + 1));
        m_to.flag(c.line == 0);
        m_to.flag(m_document.candidates.size() == 1);
    }

    [[nodiscard]] bool hasCandidates(qsizetype line) const
    {
        return line >= 0 && line < m_document.lines.size()
               && m_document.lines[line].candidateCount > 0;
    }

    [[nodiscard]] bool isBlank(qsizetype line) const
    {
        return line >= 0 && line < m_document.lines.size() && m_document.lines[line].blank;
    }

    /// The word or number beside, past marks: capital, known, ideographic.
    void recordWordsBeside()
    {
        for (const int step : {-1, 1}) {
            const Token *first = wordFrom(m_token + step, step);
            const Token *second = first != nullptr
                                      ? wordFrom(first - m_document.tokens.constData() + step, step)
                                      : nullptr;
            m_to.flag(first == nullptr);
            m_to.flag(first != nullptr && first->kind == Token::Number);
            m_to.flag(second != nullptr && second->kind == Token::Number);
            const QChar c = first != nullptr ? m_document.text.text[first->begin] : QChar(u' ');
            m_to.flag(c.isUpper());
            m_to.flag(c.isLower());
            m_to.flag(isIdeographic(c));
            m_to.flag(first != nullptr && first->kind == Token::Word && first->cues == 0);
            const qsizetype length = first != nullptr ? first->end - first->begin : 0;
            m_to.flag(length == 1);
            m_to.flag(first != nullptr && first->kind == Token::Number && length == 4);
        }
    }

    /// The next word, not past another candidate, the end of a sentence or the line.
    [[nodiscard]] const Token *wordFrom(qsizetype token, int step) const
    {
        const qsizetype end = m_line.firstToken + m_line.tokenCount;
        for (int i = 0; i < 4 && token >= m_line.firstToken && token < end; ++i, token += step) {
            const Token &t = m_document.tokens[token];
            if (t.counts()) {
                return &t;
            }
            if (t.kind == Token::Stamp || t.kind == Token::Stop) {
                break;
            }
        }
        return nullptr;
    }

    void recordRange()
    {
        const Candidate &c = m_candidate;
        m_to.flag(c.chainedTo >= 0 && c.rangeStart < 0);
        m_to.flag(c.rangeEnd >= 0);
        m_to.flag(c.rangeStart >= 0);
        double span = -1;
        double rounded = 0;
        if (c.rangeEnd >= 0 || c.rangeStart >= 0) {
            const Candidate &start = c.rangeEnd >= 0 ? c : m_candidates[c.rangeStart];
            const Candidate &end = c.rangeEnd >= 0 ? m_candidates[c.rangeEnd] : c;
            span = static_cast<double>(end.value(false) - start.value(false)) / 1000;
            rounded = start.fitsDay() && end.fitsDay() && start.fields[1] % 15 == 0
                              && end.fields[1] % 15 == 0
                          ? 1
                          : 0;
            m_to.scale(span, {-1e9, 0, 60, 300, 900});
        } else {
            m_to.scale(-1e18, {-1e9, 0, 60, 300, 900});
        }
        m_to.flag(rounded > 0);
    }

    /// By the first telling letter of the line.
    [[nodiscard]] int script() const
    {
        const QStringView text = m_document.text.folded;
        const qsizetype end = std::min(m_line.end, m_line.begin + 200);
        for (qsizetype i = m_line.begin; i < end; ++i) {
            if (isLetter(text[i]) && text[i].unicode() >= 0x80) {
                return scriptOf(text[i]);
            }
        }
        return 0;
    }

    static int scriptOf(QChar c)
    {
        switch (c.script()) {
        case QChar::Script_Latin:
            return 0;
        case QChar::Script_Cyrillic:
            return 1;
        case QChar::Script_Greek:
            return 2;
        case QChar::Script_Arabic:
            return 3;
        case QChar::Script_Hebrew:
            return 4;
        case QChar::Script_Devanagari:
            return 5;
        case QChar::Script_Han:
            return 6;
        case QChar::Script_Hangul:
            return 7;
        case QChar::Script_Hiragana:
        case QChar::Script_Katakana:
            return 8;
        default:
            return -1;
        }
    }

    const Document &m_document;
    const Candidates &m_candidates;
    const Candidate &m_candidate;
    const Line &m_line;
    qsizetype m_token;
    Recorder &m_to;
};

} // namespace

int recordForm(const Document &document, qsizetype candidate, int first, Evidence &evidence)
{
    Recorder recorder(evidence, first);
    FormRecorder(document, candidate, recorder).record();
    return recorder.next();
}

} // namespace app::timestamps::internal
