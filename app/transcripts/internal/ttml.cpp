// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/ttml.h"

#include "app/markup/entities.h"
#include "app/transcripts/internal/caption.h"
#include "app/transcripts/internal/speakers.h"
#include "app/transcripts/internal/ttmltree.h"
#include "app/transcripts/internal/wordjoiner.h"

#include <algorithm>

namespace app::transcripts::internal {

using timestamps::MediaTime;

namespace {

std::optional<MediaTime> placeOf(qint64 ms)
{
    return ms >= 0 && ms <= latestTime.ms() ? std::optional(MediaTime::fromMs(ms)) : std::nullopt;
}

bool isBlank(QStringView text)
{
    return text.trimmed().isEmpty();
}

/// Puts the pieces of paragraphs together.
class Assembler
{
public:
    explicit Assembler(const TtmlTree &tree)
        : m_tree(tree)
        , m_spaced(standApart())
    {}

    std::vector<Caption> captions();

private:
    [[nodiscard]] bool isTimedSpan(const TtmlPiece &piece) const;
    [[nodiscard]] bool standApart() const;
    [[nodiscard]] int paragraphOf(int node) const;
    void addText(const TtmlPiece &piece);
    void addWord(const TtmlNode &node, const QString &text);
    void endLine();
    void endParagraph();
    void timeCaption();

    const TtmlNode &nodeAt(int node) const { return m_tree.nodes[static_cast<std::size_t>(node)]; }

    const TtmlTree &m_tree;
    const bool m_spaced;
    std::vector<Caption> m_captions;
    Caption m_caption;
    SpacedText m_line;
    std::vector<Word> m_words;
    int m_paragraph = -1;
    int m_speaker = -1;
    int m_lastNode = -1;
    bool m_afterWord = false;
};

bool Assembler::isTimedSpan(const TtmlPiece &piece) const
{
    return piece.kind == TtmlPiece::Kind::Text && piece.node >= 0 && nodeAt(piece.node).timed
           && !nodeAt(piece.node).isBlock && !isBlank(piece.text);
}

/// Whether the document parts its words by white space.
bool Assembler::standApart() const
{
    bool afterWord = false;
    bool space = false;
    for (const TtmlPiece &piece : m_tree.pieces) {
        if (piece.kind != TtmlPiece::Kind::Text) {
            afterWord = false;
        } else if (isTimedSpan(piece)) {
            if (afterWord && (space || piece.text.front().isSpace()))
                return true;
            afterWord = true;
            space = piece.text.back().isSpace();
        } else {
            space = space || piece.text.front().isSpace();
        }
    }
    return false;
}

int Assembler::paragraphOf(int node) const
{
    // Spans lie but a few deep; a document made to harm is cut short.
    for (int depth = 0; node >= 0 && depth < 64; ++depth) {
        if (nodeAt(node).isBlock)
            return node;
        node = nodeAt(node).parent;
    }
    return -1;
}

std::vector<Caption> Assembler::captions()
{
    for (const TtmlPiece &piece : m_tree.pieces) {
        if (piece.kind == TtmlPiece::Kind::ParagraphEnd)
            endParagraph();
        else if (piece.kind == TtmlPiece::Kind::LineEnd)
            endLine();
        else if (!piece.text.isEmpty())
            addText(piece);
    }
    endParagraph();
    return std::move(m_captions);
}

void Assembler::addText(const TtmlPiece &piece)
{
    const int paragraph = piece.node == m_lastNode ? m_paragraph : paragraphOf(piece.node);
    m_lastNode = piece.node;
    if (paragraph < 0)
        return;
    m_paragraph = paragraph;
    const TtmlNode &node = nodeAt(piece.node);
    const QString text =
        piece.verbatim ? piece.text.toString() : markup::decodeEntities(piece.text);
    if (isBlank(text)) {
        m_line.append(text);
        m_afterWord = m_afterWord && text.isEmpty();
        return;
    }
    if (node.speaker != m_speaker)
        endLine();
    m_speaker = node.speaker;
    const bool word = isTimedSpan(piece);
    const bool glued = word && m_afterWord && (node.isWord || !m_spaced);
    if (glued && !joinsWithoutSpace(m_line.text(), text))
        m_line.append(u" ");
    if (word)
        addWord(node, text);
    m_line.append(text);
    m_afterWord = word;
}

void Assembler::addWord(const TtmlNode &node, const QString &text)
{
    const std::optional<MediaTime> start = placeOf(node.beginMs);
    const QString said = singleSpaced(text);
    if (!start || said.isEmpty() || (!m_words.empty() && *start < m_words.back().start))
        return;
    const MediaTime end = std::max(placeOf(node.endMs).value_or(*start), *start);
    m_words.push_back({*start, end, said});
}

void Assembler::endLine()
{
    m_afterWord = false;
    if (m_line.isEmpty()) {
        m_line.take();
        return;
    }
    const QString speaker = m_speaker < 0 ? QString() : m_tree.speakers[m_speaker];
    m_caption.lines.push_back({speaker, m_line.take(), std::exchange(m_words, {})});
}

void Assembler::endParagraph()
{
    endLine();
    if (!m_caption.lines.empty()) {
        timeCaption();
        m_captions.push_back(std::move(m_caption));
    }
    m_caption = Caption();
    m_paragraph = -1;
    m_lastNode = -1;
    m_speaker = -1;
}

/// A paragraph's own time, else that of its words, else that of the div around it.
void Assembler::timeCaption()
{
    const TtmlNode &own = nodeAt(m_paragraph);
    m_caption.start = own.timed ? placeOf(own.beginMs) : std::nullopt;
    m_caption.end = placeOf(own.endMs);
    for (const CaptionLine &line : m_caption.lines) {
        if (line.words.empty())
            continue;
        if (!m_caption.start)
            m_caption.start = line.words.front().start;
        if (own.endMs < 0)
            m_caption.end = std::max(m_caption.end, std::optional(line.words.back().end));
    }
    int node = own.parent;
    for (int depth = 0; !m_caption.start && node >= 0 && depth < 64; ++depth) {
        if (nodeAt(node).timed)
            m_caption.start = placeOf(nodeAt(node).beginMs);
        node = nodeAt(node).parent;
    }
    if (!m_caption.start)
        m_caption.end.reset();
}

} // namespace

bool isTtml(QStringView text)
{
    const QStringView start = text.first(std::min<qsizetype>(text.size(), 4096));
    return start.contains(QStringView(u"<tt ")) || start.contains(QStringView(u"<tt>"))
           || start.contains(QStringView(u"<tt\n")) || start.contains(QStringView(u"<tt:tt"))
           || start.contains(QStringView(u"http://www.w3.org/ns/ttml"));
}

Transcript readTtml(QStringView text, const KnownNames &known)
{
    TtmlTree tree = readTtmlTree(text);
    const QStringView start = text.first(std::min<qsizetype>(text.size(), 4096));
    resolveTtmlTimes(tree.nodes, start.contains(QStringView(u"podcasts.apple.com")));
    std::vector<Caption> captions = Assembler(tree).captions();
    findSpeakers(captions, known);
    Transcript transcript;
    transcript.language = tree.language;
    transcript.cues = cuesFromCaptions(std::move(captions));
    return transcript;
}

} // namespace app::transcripts::internal
