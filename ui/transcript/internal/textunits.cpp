// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/internal/textunits.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace ui::transcript::internal {

namespace {

TextSpan characterAt(const QString &text, qsizetype offset)
{
    if (offset < 0 || offset >= text.size()) {
        return {std::clamp<qsizetype>(offset, 0, text.size()), 0};
    }
    constexpr qsizetype around = 32;
    const qsizetype begin = std::max<qsizetype>(0, offset - around);
    const QString part = text.mid(begin, 2 * around);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, part);
    finder.setPosition(offset - begin);
    const qsizetype first = finder.isAtBoundary()
                                ? offset - begin
                                : std::max<qsizetype>(0, finder.toPreviousBoundary());
    finder.setPosition(first);
    const qsizetype next = finder.toNextBoundary();
    return {begin + first, (next < 0 ? part.size() : next) - first};
}

TextSpan paragraphWithEnd(const ReaderDocument &document, qsizetype offset)
{
    TextSpan span = paragraphAt(document, offset);
    if (span.offset + span.length < document.text.size()) {
        ++span.length;
    }
    return span;
}

void narrow(TextSpan &run, TextSpan item, qsizetype offset)
{
    const qsizetype end = run.offset + run.length;
    const qsizetype itemEnd = item.offset + item.length;
    if (itemEnd <= offset) {
        const qsizetype begin = std::max(run.offset, itemEnd);
        run = {begin, end - begin};
    } else if (item.offset > offset) {
        run.length = std::min(end, item.offset) - run.offset;
    } else {
        const qsizetype begin = std::max(run.offset, item.offset);
        run = {begin, std::min(end, itemEnd) - begin};
    }
}

bool covers(TextSpan item, qsizetype offset)
{
    return offset >= item.offset && offset < item.offset + item.length;
}

} // namespace

TextSpan unitAround(ReaderView::State &state, qsizetype offset, QAccessible::TextBoundaryType type)
{
    const ReaderDocument &document = state.layout.document();
    if (document.blocks.empty()) {
        return {};
    }
    offset = std::clamp<qsizetype>(offset, 0, document.text.size());
    switch (type) {
    case QAccessible::CharBoundary:
        return characterAt(document.text, offset);
    case QAccessible::WordBoundary: {
        const TextSpan word = wordAt(document, offset);
        return word.length > 0 ? word : characterAt(document.text, offset);
    }
    case QAccessible::SentenceBoundary:
        return sentenceAt(document, offset);
    case QAccessible::ParagraphBoundary:
        return paragraphWithEnd(document, offset);
    case QAccessible::LineBoundary: {
        const std::size_t block = blockAtOffset(document, offset);
        return state.layout.folding().isHidden(block) ? TextSpan{offset, 0}
                                                      : state.layout.block(block).lineAt(offset);
    }
    case QAccessible::NoBoundary:
        break;
    }
    return {0, document.text.size()};
}

TextSpan unitBefore(ReaderView::State &state, qsizetype offset, QAccessible::TextBoundaryType type)
{
    const TextSpan here = unitAround(state, offset, type);
    // Between units lie spaces and line feeds, never many.
    for (qsizetype at = here.offset - 1; at >= 0 && at > here.offset - 64; --at) {
        const TextSpan unit = unitAround(state, at, type);
        const bool word =
            type != QAccessible::WordBoundary || wordAt(state.layout.document(), at).length > 0;
        if (word && unit.length > 0 && unit.offset < here.offset) {
            return unit;
        }
    }
    return {0, 0};
}

TextSpan unitAfter(ReaderView::State &state, qsizetype offset, QAccessible::TextBoundaryType type)
{
    const qsizetype size = state.layout.document().text.size();
    const TextSpan here = unitAround(state, offset, type);
    const qsizetype begin = here.offset + std::max<qsizetype>(here.length, 1);
    for (qsizetype at = begin; at < size && at < begin + 64; ++at) {
        const TextSpan unit = unitAround(state, at, type);
        const bool word =
            type != QAccessible::WordBoundary || wordAt(state.layout.document(), at).length > 0;
        if (word && unit.length > 0 && unit.offset > here.offset) {
            return unit;
        }
    }
    return {size, 0};
}

QString attributesAt(ReaderView::State &state, qsizetype offset, TextSpan &run)
{
    const ReaderDocument &document = state.layout.document();
    if (document.blocks.empty()) {
        run = {};
        return {};
    }
    const ReaderBlock &block = document.blocks[blockAtOffset(document, offset)];
    run = {block.offset, block.length};
    QString result;
    const auto [first, last] = state.layout.text().spansIn(run.offset, run.offset + run.length);
    for (std::size_t i = first; i < last; ++i) {
        const ReaderSpan &span = state.layout.text().spans[i];
        narrow(run, {span.offset, span.length}, offset);
        if (covers({span.offset, span.length}, offset)) {
            result += span.bold ? QStringLiteral("font-weight:bold;") : QString();
            result += span.italic ? QStringLiteral("font-style:italic;") : QString();
            result +=
                span.link.isEmpty() ? QString() : QStringLiteral("text-underline-style:solid;");
        }
    }
    for (const ReaderNote &note : state.notes) {
        const TextSpan span{note.offset, note.length};
        if (note.length <= 0) {
            continue;
        }
        narrow(run, span, offset);
        if (covers(span, offset) && !result.contains(QLatin1String("mark:"))) {
            const QColor fill =
                state.themes.current().highlightFill[static_cast<std::size_t>(note.color)];
            result += QStringLiteral("mark:true;background-color:rgb(%1,%2,%3);")
                          .arg(fill.red())
                          .arg(fill.green())
                          .arg(fill.blue());
        }
    }
    if (QStringView(document.text)
            .mid(block.offset, std::min<qsizetype>(block.length, 200))
            .isRightToLeft()) {
        result += QStringLiteral("writing-mode:rl;");
    }
    return result;
}

} // namespace ui::transcript::internal
