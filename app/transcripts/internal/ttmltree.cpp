// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/ttmltree.h"

#include "app/markup/entities.h"
#include "app/transcripts/internal/caption.h"
#include "app/transcripts/internal/speakers.h"

#include <algorithm>

namespace app::transcripts::internal {

namespace {

class TreeReader
{
public:
    explicit TreeReader(QStringView document)
        : m_scanner(document)
    {}

    TtmlTree read();

private:
    void onTag(const XmlTag &tag);
    void onText();
    void readRoot(const XmlTag &tag);
    void openAgent(const XmlTag &tag);
    void closeName();
    void openNode(const XmlTag &tag);
    void closeNode(const XmlTag &tag);
    [[nodiscard]] int speakerOf(const XmlTag &tag, int inherited);
    void addPiece(TtmlPiece::Kind kind);

    TagScanner m_scanner;
    TtmlTree m_tree;
    TtmlRates m_rates;
    QHash<QString, QString> m_agents; ///< names by id
    QHash<QString, int> m_speakerIndex;
    QString m_agentId;
    QString m_name;
    bool m_inName = false;
    int m_node = -1;
    std::vector<QStringView> m_open; ///< names of the nodes that are open
};

TtmlTree TreeReader::read()
{
    for (;;) {
        switch (m_scanner.next()) {
        case TagScanner::Kind::End:
            addPiece(TtmlPiece::Kind::ParagraphEnd);
            return std::move(m_tree);
        case TagScanner::Kind::Text:
            onText();
            break;
        case TagScanner::Kind::Tag:
            onTag(m_scanner.tag());
            break;
        }
    }
}

void TreeReader::onText()
{
    constexpr qsizetype longest = 400;
    if (m_inName && m_name.size() < longest)
        m_name += m_scanner.text().left(longest);
    if (m_node >= 0)
        addPiece(TtmlPiece::Kind::Text);
}

void TreeReader::addPiece(TtmlPiece::Kind kind)
{
    TtmlPiece piece;
    piece.kind = kind;
    piece.node = m_node;
    if (kind == TtmlPiece::Kind::Text) {
        piece.text = m_scanner.text();
        piece.verbatim = m_scanner.isVerbatim();
    }
    m_tree.pieces.push_back(piece);
}

void TreeReader::onTag(const XmlTag &tag)
{
    const bool isNode =
        tag.name == u"body" || tag.name == u"div" || tag.name == u"p" || tag.name == u"span";
    if (isNode) {
        if (!tag.closing)
            openNode(tag);
        if (tag.closing || tag.empty)
            closeNode(tag);
    } else if (tag.name == u"br" && m_node >= 0) {
        addPiece(TtmlPiece::Kind::LineEnd);
    } else if (tag.name == u"tt" && !tag.closing) {
        readRoot(tag);
    } else if (tag.name == u"agent" && m_node < 0) {
        openAgent(tag);
    } else if (tag.name == u"name" && m_node < 0) {
        closeName();
        m_inName = !tag.closing && !m_agentId.isEmpty();
    }
}

void TreeReader::readRoot(const XmlTag &tag)
{
    constexpr qsizetype longest = 35; // of a BCP 47 tag
    const QString language = attributeOf(tag, u"lang").trimmed().toLower();
    m_tree.language = language.size() <= longest ? language : QString();
    m_rates = readTtmlRates(attributeOf(tag, u"frameRate"),
                            attributeOf(tag, u"frameRateMultiplier"),
                            attributeOf(tag, u"tickRate"));
}

void TreeReader::openAgent(const XmlTag &tag)
{
    closeName();
    m_agentId = tag.closing ? QString() : attributeOf(tag, u"id");
}

void TreeReader::closeName()
{
    if (!m_inName)
        return;
    m_inName = false;
    const QString name = tidyName(markup::decodeEntities(std::exchange(m_name, {})));
    if (!name.isEmpty())
        m_agents.insert(m_agentId, name);
}

int TreeReader::speakerOf(const XmlTag &tag, int inherited)
{
    const QString id = attributeOf(tag, u"agent").simplified().section(u' ', 0, 0);
    if (id.isEmpty())
        return inherited;
    const auto known = m_speakerIndex.constFind(id);
    if (known != m_speakerIndex.constEnd())
        return *known;
    const int index = static_cast<int>(m_tree.speakers.size());
    m_tree.speakers.append(m_agents.value(id, tidyName(id)));
    m_speakerIndex.insert(id, index);
    return index;
}

void TreeReader::openNode(const XmlTag &tag)
{
    TtmlNode node;
    node.parent = m_node;
    node.isBlock = tag.name == u"p";
    // Where a p was left open, the next one ends it.
    if (node.isBlock)
        addPiece(TtmlPiece::Kind::ParagraphEnd);
    const auto time = [&](QStringView name) {
        const auto found = readTtmlTime(attributeOf(tag, name), m_rates);
        return found ? found->count() : qint64{-1};
    };
    node.beginMs = time(u"begin");
    node.timed = node.beginMs >= 0;
    node.endMs = time(u"end");
    const qint64 length = node.endMs < 0 ? time(u"dur") : -1;
    if (length >= 0)
        node.endMs = std::max(node.beginMs, qint64{0}) + length;
    node.isWord = attributeOf(tag, u"unit") == u"word";
    const int inherited = m_node < 0 ? -1 : m_tree.nodes[static_cast<std::size_t>(m_node)].speaker;
    node.speaker = speakerOf(tag, inherited);
    m_node = static_cast<int>(m_tree.nodes.size());
    m_tree.nodes.push_back(node);
    m_open.push_back(tag.name);
}

/// Closes the innermost node; a stray end of something else is taken for its own.
void TreeReader::closeNode(const XmlTag &tag)
{
    if (m_node < 0)
        return;
    if (tag.name == u"p" || m_open.back() == u"p")
        addPiece(TtmlPiece::Kind::ParagraphEnd);
    m_open.pop_back();
    m_node = m_tree.nodes[static_cast<std::size_t>(m_node)].parent;
}

/// The nearest element around a node that has a beginning; -1 when there is none.
std::vector<int> timedAncestors(const std::vector<TtmlNode> &nodes)
{
    std::vector<int> found(nodes.size(), -1);
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        const int parent = nodes[at].parent;
        if (parent < 0)
            continue;
        const auto index = static_cast<std::size_t>(parent);
        found[at] = nodes[index].timed ? parent : found[index];
    }
    return found;
}

bool areAbsolute(const std::vector<TtmlNode> &nodes,
                 const std::vector<int> &ancestors,
                 bool absoluteIfUnclear)
{
    constexpr qint64 rounding = 5;
    std::size_t absolute = 0;
    std::size_t relative = 0;
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        const TtmlNode &node = nodes[at];
        if (!node.timed || ancestors[at] < 0)
            continue;
        const TtmlNode &parent = nodes[static_cast<std::size_t>(ancestors[at])];
        if (parent.beginMs <= rounding)
            continue;
        const qint64 last = std::max(node.beginMs, node.endMs) + parent.beginMs;
        absolute += parent.endMs >= 0 && last > parent.endMs + rounding ? 1 : 0;
        relative += node.beginMs + rounding < parent.beginMs ? 1 : 0;
    }
    return absolute == relative ? absoluteIfUnclear : absolute > relative;
}

} // namespace

TtmlTree readTtmlTree(QStringView document)
{
    return TreeReader(document).read();
}

void resolveTtmlTimes(std::vector<TtmlNode> &nodes, bool absoluteIfUnclear)
{
    const std::vector<int> ancestors = timedAncestors(nodes);
    if (areAbsolute(nodes, ancestors, absoluteIfUnclear))
        return;
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        if (ancestors[at] < 0)
            continue;
        TtmlNode &node = nodes[at];
        const qint64 base = nodes[static_cast<std::size_t>(ancestors[at])].beginMs;
        node.beginMs += node.beginMs >= 0 ? base : 0;
        node.endMs += node.endMs >= 0 ? base : 0;
    }
}

} // namespace app::transcripts::internal
