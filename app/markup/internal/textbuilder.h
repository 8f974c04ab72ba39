// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/markup/richtext.h"

#include <array>

namespace app::markup::internal {

/// Inline markup that can be switched on and off.
enum class Inline { Bold, Italic, Code, Link };

/// How a block that begins now would be set.
struct BlockStyle
{
    Block::Kind kind = Block::Kind::Paragraph;
    int level = 0;
};

/// Puts a RichText together piece by piece, with white space as a browser shows it.
///
/// A block begins with its first visible character and inherits the style of that moment; blocks
/// without any are never made. Characters nobody sees and control characters are left out, every
/// kind of space becomes a plain one, composed letters are preferred (NFC).
class TextBuilder
{
public:
    void setStyle(BlockStyle style) { m_style = style; }

    /// For the next block only, if it is a list item.
    void setMarker(const QString &marker) { m_marker = marker; }

    void appendText(QStringView text);
    /// Keeps white space; every line is a block.
    void appendPreformatted(QStringView text);
    void appendTab();
    void appendRule();
    /// The next text begins a new block.
    void breakBlock();

    void start(Inline kind, const QString &link = {});
    void end(Inline kind);

    [[nodiscard]] RichText finish();

private:
    struct Running
    {
        bool active = false;
        qsizetype offset = -1; ///< -1 until something is in it
        QString link;
    };

    void appendRun(QStringView run);
    void openBlock();
    void startSpans();
    void closeSpan(Inline kind);

    RichText m_result;
    BlockStyle m_style;
    QString m_marker;
    std::array<Running, 4> m_running;
    bool m_blockOpen = false;
    bool m_spacePending = false;
    bool m_tabPending = false;
};

/// Puts spans in the order RichText promises: by offset, the longer first.
void sortSpans(std::vector<Span> &spans);

/// Makes links of bare web addresses that are in none. Punctuation after one is not part of it.
/// Linear.
void linkBareAddresses(RichText &text);

} // namespace app::markup::internal
