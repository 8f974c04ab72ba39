// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transcript/readerdocument.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace ui::transcript {

namespace {

qsizetype cutBefore(const QString &text, qsizetype begin, qsizetype limit)
{
    for (qsizetype i = limit; i > begin + (limit - begin) / 2; --i) {
        if (text.at(i - 1).isSpace()) {
            return i;
        }
    }
    // One endless word: anywhere but inside a surrogate pair.
    return text.at(limit).isLowSurrogate() ? limit - 1 : limit;
}

TextSpan spanAround(const QString &text,
                    const ReaderBlock &block,
                    qsizetype offset,
                    QTextBoundaryFinder::BoundaryType type)
{
    const QString part = text.mid(block.offset, block.length);
    QTextBoundaryFinder finder(type, part);
    const qsizetype place = std::clamp<qsizetype>(offset - block.offset, 0, part.size());
    finder.setPosition(place);
    qsizetype begin = place;
    if (!finder.isAtBoundary()) {
        begin = std::max<qsizetype>(finder.toPreviousBoundary(), 0);
    }
    finder.setPosition(begin);
    const qsizetype next = finder.toNextBoundary();
    const qsizetype end = next < 0 ? part.size() : next;
    return {block.offset + begin, end - begin};
}

} // namespace

void splitLongBlocks(ReaderDocument &document, qsizetype longest)
{
    std::vector<ReaderBlock> result;
    result.reserve(document.blocks.size());
    std::vector<ReaderBanner> &banners = document.banners;
    auto banner = banners.begin();
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        for (; banner != banners.end() && banner->block <= i; ++banner) {
            banner->block = result.size();
        }
        ReaderBlock rest = document.blocks[i];
        while (rest.length > longest) {
            const qsizetype cut = cutBefore(document.text, rest.offset, rest.offset + longest);
            ReaderBlock first = rest;
            first.length = cut - rest.offset;
            result.push_back(first);
            rest.offset = cut;
            rest.length -= first.length;
            rest.continued = true;
            rest.marker.clear();
            rest.speaker.clear();
            rest.start.reset();
        }
        result.push_back(rest);
    }
    document.blocks = std::move(result);
}

std::size_t blockAtOffset(const ReaderDocument &document, qsizetype offset)
{
    const auto &blocks = document.blocks;
    Q_ASSERT(!blocks.empty());
    auto after = std::upper_bound(
        blocks.begin(), blocks.end(), offset, [](qsizetype value, const ReaderBlock &block) {
            return value < block.offset;
        });
    return after == blocks.begin() ? 0 : static_cast<std::size_t>(after - blocks.begin()) - 1;
}

TextSpan paragraphAt(const ReaderDocument &document, qsizetype offset)
{
    const auto &blocks = document.blocks;
    if (blocks.empty()) {
        return {};
    }
    std::size_t first = blockAtOffset(document, offset);
    std::size_t last = first;
    while (first > 0 && blocks[first].continued) {
        --first;
    }
    while (last + 1 < blocks.size() && blocks[last + 1].continued) {
        ++last;
    }
    return {blocks[first].offset, blocks[last].offset + blocks[last].length - blocks[first].offset};
}

QString speakerAt(const ReaderDocument &document, qsizetype offset)
{
    if (document.blocks.empty()) {
        return {};
    }
    std::size_t block = blockAtOffset(document, offset);
    const int index = document.blocks[block].speakerIndex;
    if (index >= 0 && index < document.speakers.size()) {
        return document.speakers.at(index);
    }
    while (block > 0 && document.blocks[block].continued) {
        --block;
    }
    return document.blocks[block].speaker;
}

std::optional<std::size_t> sentenceIndexAt(const ReaderDocument &document, qsizetype offset)
{
    const auto &sentences = document.sentences;
    const auto after = std::upper_bound(
        sentences.begin(), sentences.end(), offset, [](qsizetype value, const TextSpan &span) {
            return value < span.offset;
        });
    return after == sentences.begin()
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(after - sentences.begin()) - 1);
}

bool isMostlyRightToLeft(const ReaderDocument &document)
{
    constexpr std::size_t sample = 64;
    const std::size_t step = std::max<std::size_t>(1, document.blocks.size() / sample);
    int balance = 0;
    for (std::size_t i = 0; i < document.blocks.size(); i += step) {
        const ReaderBlock &block = document.blocks[i];
        const QStringView words =
            QStringView(document.text).mid(block.offset, std::min<qsizetype>(block.length, 200));
        balance += words.isRightToLeft() ? 1 : -1;
    }
    return balance > 0;
}

TextSpan wordAt(const ReaderDocument &document, qsizetype offset)
{
    if (document.blocks.empty()) {
        return {};
    }
    const ReaderBlock &block = document.blocks[blockAtOffset(document, offset)];
    const TextSpan word = spanAround(document.text, block, offset, QTextBoundaryFinder::Word);
    const auto part = QStringView(document.text).mid(word.offset, word.length);
    const bool letters =
        std::any_of(part.begin(), part.end(), [](QChar c) { return c.isLetterOrNumber(); });
    return letters ? word : TextSpan{offset, 0};
}

TextSpan sentenceAt(const ReaderDocument &document, qsizetype offset)
{
    if (document.blocks.empty()) {
        return {};
    }
    if (const auto index = sentenceIndexAt(document, offset)) {
        return document.sentences[*index];
    }
    const ReaderBlock &block = document.blocks[blockAtOffset(document, offset)];
    return spanAround(document.text, block, offset, QTextBoundaryFinder::Sentence);
}

} // namespace ui::transcript
