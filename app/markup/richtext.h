// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace app::markup {

/// How one paragraph of a text is set.
struct Block
{
    enum class Kind { Paragraph, Heading, ListItem, Quote, Code, Rule };

    Kind kind = Kind::Paragraph;
    qsizetype offset = 0; ///< first UTF-16 unit in RichText::text
    qsizetype length = 0; ///< without the line feed that ends it
    int level = 0;        ///< heading 1-6, or how deep a list or quote is nested
    QString marker;       ///< of a list item, such as a bullet or "3."; empty otherwise

    bool operator==(const Block &) const = default;
};

/// Inline markup over a stretch of the text. Spans are in order of offset and may nest.
struct Span
{
    qsizetype offset = 0;
    qsizetype length = 0;
    bool bold = false;
    bool italic = false;
    bool code = false;
    QString link; ///< absolute http, https or mailto address, or "#..." within the text; else empty

    bool operator==(const Span &) const = default;
};

/// A text with its structure, free of markup: safe to show, search and quote.
struct RichText
{
    QString text; ///< blocks joined by one line feed
    std::vector<Block> blocks;
    std::vector<Span> spans;

    bool operator==(const RichText &) const = default;
};

/// Reads HTML as found in show notes: broken, hostile or plain.
///
/// br, p, li, div, tr and headings begin a new block or line; scripts, styles, forms and pictures
/// are dropped; only http, https and mailto links and fragments are kept. Nothing is ever loaded.
/// Nesting beyond 200 levels is flattened. Input beyond 4 MB is cut there.
/// Thread: any.
[[nodiscard]] RichText readHtml(const QString &html);

/// Reads text without markup: each line a block, blank ones left out; bare http(s) addresses become
/// links, without the punctuation that follows them. Otherwise like readHtml().
[[nodiscard]] RichText readPlain(const QString &text);

/// Show notes come as either: HTML when an HTML tag is in it, else plain text.
///
/// Entities in plain text are read, for feeds escape it twice. Line feeds count where no tag makes
/// lines. Bare addresses become links in HTML too.
[[nodiscard]] RichText readShowNotes(const QString &source);

} // namespace app::markup
