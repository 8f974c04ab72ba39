// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/markup/internal/textbuilder.h"

#include <algorithm>
#include <utility>

namespace app::markup::internal {

namespace {

enum class Sort { Visible, Space, Nothing };

Sort sortOf(char16_t c)
{
    if (c > 0x20 && c < 0x7F)
        return Sort::Visible;
    if (c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0)
        return Sort::Space;
    if (c < 0xA0 || c == 0xAD)
        return Sort::Nothing;
    if (c < 0x1680)
        return Sort::Visible;
    if (c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F
        || c == 0x205F)
        return Sort::Space;
    // Zero-width characters that join nothing would only get into the way of searching.
    return c == 0x200B || c == 0x2060 || c == 0xFEFF || c >= 0xFFFE ? Sort::Nothing : Sort::Visible;
}

// Composed where that exists, and without halves of surrogate pairs.
QString normalized(QStringView text)
{
    QString result = text.toString();
    for (qsizetype i = 0; i < result.size(); ++i) {
        if (!result[i].isSurrogate())
            continue;
        const bool isPair =
            result[i].isHighSurrogate() && i + 1 < result.size() && result[i + 1].isLowSurrogate();
        if (isPair)
            ++i;
        else
            result[i] = QChar::ReplacementCharacter;
    }
    return result.normalized(QString::NormalizationForm_C);
}

bool needsNormalizing(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        // Combining marks begin at 0x300, and nothing below composes.
        return c.unicode() >= 0x300 && !(c.unicode() >= 0x2010 && c.unicode() <= 0x2027);
    });
}

} // namespace

void TextBuilder::appendText(QStringView text)
{
    QString storage;
    if (needsNormalizing(text)) {
        storage = normalized(text);
        text = storage;
    }
    qsizetype at = 0;
    while (at < text.size()) {
        const Sort sort = sortOf(text[at].unicode());
        if (sort != Sort::Visible) {
            m_spacePending = m_spacePending || sort == Sort::Space;
            ++at;
            continue;
        }
        const qsizetype start = at;
        while (at < text.size() && sortOf(text[at].unicode()) == Sort::Visible)
            ++at;
        appendRun(text.mid(start, at - start));
    }
}

void TextBuilder::appendRun(QStringView run)
{
    openBlock();
    const bool first = m_result.text.size() == m_result.blocks.back().offset;
    if (m_tabPending && !first)
        m_result.text += u'\t';
    else if (m_spacePending && !first)
        m_result.text += u' ';
    m_tabPending = false;
    m_spacePending = false;
    startSpans();
    m_result.text += run;
}

void TextBuilder::appendPreformatted(QStringView text)
{
    QString line;
    const auto flush = [this, &line] {
        if (line.isEmpty())
            return;
        openBlock();
        m_spacePending = false;
        startSpans();
        m_result.text += needsNormalizing(line) ? normalized(line) : line;
        line.clear();
    };
    for (const QChar c : text) {
        const Sort sort = sortOf(c.unicode());
        if (c == u'\n') {
            flush();
            breakBlock();
        } else if (c == u'\t' || sort == Sort::Visible) {
            line += c;
        } else if (sort == Sort::Space && c != u'\r') {
            line += u' ';
        }
    }
    flush();
}

void TextBuilder::appendTab()
{
    m_tabPending = m_blockOpen;
}

void TextBuilder::appendRule()
{
    breakBlock();
    if (!m_result.blocks.empty())
        m_result.text += u'\n';
    m_result.blocks.push_back({Block::Kind::Rule, m_result.text.size(), 0, 0, {}});
}

void TextBuilder::breakBlock()
{
    m_spacePending = false;
    m_tabPending = false;
    if (!std::exchange(m_blockOpen, false))
        return;
    for (const Inline kind : {Inline::Bold, Inline::Italic, Inline::Code, Inline::Link})
        closeSpan(kind);
    Block &block = m_result.blocks.back();
    block.length = m_result.text.size() - block.offset;
}

void TextBuilder::openBlock()
{
    if (std::exchange(m_blockOpen, true))
        return;
    if (!m_result.blocks.empty())
        m_result.text += u'\n';
    const bool isItem = m_style.kind == Block::Kind::ListItem;
    m_result.blocks.push_back({m_style.kind,
                               m_result.text.size(),
                               0,
                               m_style.level,
                               isItem ? std::exchange(m_marker, QString()) : QString()});
}

void TextBuilder::start(Inline kind, const QString &link)
{
    closeSpan(kind);
    m_running[static_cast<std::size_t>(kind)] = {true, -1, link};
}

void TextBuilder::end(Inline kind)
{
    closeSpan(kind);
    m_running[static_cast<std::size_t>(kind)].active = false;
}

void TextBuilder::startSpans()
{
    for (Running &running : m_running) {
        if (running.active && running.offset < 0)
            running.offset = m_result.text.size();
    }
}

void TextBuilder::closeSpan(Inline kind)
{
    Running &running = m_running[static_cast<std::size_t>(kind)];
    const qsizetype offset = std::exchange(running.offset, -1);
    if (offset < 0 || offset == m_result.text.size())
        return;
    Span span;
    span.offset = offset;
    span.length = m_result.text.size() - offset;
    span.bold = kind == Inline::Bold;
    span.italic = kind == Inline::Italic;
    span.code = kind == Inline::Code;
    span.link = running.link;
    m_result.spans.push_back(std::move(span));
}

RichText TextBuilder::finish()
{
    breakBlock();
    sortSpans(m_result.spans);
    return std::move(m_result);
}

void sortSpans(std::vector<Span> &spans)
{
    std::stable_sort(spans.begin(), spans.end(), [](const Span &a, const Span &b) {
        return a.offset != b.offset ? a.offset < b.offset : a.length > b.length;
    });
}

} // namespace app::markup::internal
