// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"

#include <QString>
#include <QStringList>
#include <QStringView>

namespace app::vault::internal {

/// Follows what swallows the lines behind it until it is closed: fenced code, HTML comments.
/// Source: CommonMark, "Fenced code blocks" and "HTML blocks", kind 2.
class SwallowScanner
{
public:
    void feed(QStringView line);

    [[nodiscard]] bool isOpen() const { return m_mark != QChar(); }

    /// The line that would close it.
    [[nodiscard]] QString closing() const;

private:
    QChar m_mark;           ///< of the fence; '<' of a comment
    qsizetype m_length = 0; ///< of the fence
};

/// Whether a line that nothing swallows is a heading of the first two levels.
[[nodiscard]] bool isChapterHeading(QStringView line);

/// Whether a line is a heading of any level that begins with a time, as ours do.
[[nodiscard]] bool isTimedHeading(QStringView line);

/// A block id of ours at the end of a line.
struct BlockMark
{
    base::NoteId id;   ///< not valid when there is none
    qsizetype at = -1; ///< of its '^' in the line
};

[[nodiscard]] BlockMark blockMarkOf(QStringView line);

/// The text as it comes back out of a file: half of a surrogate pair does not.
[[nodiscard]] QString storable(const QString &text);

/// A user's text and the tags that stood alone at its end.
struct OwnText
{
    QString text;
    QStringList tags;
};

/// The form a text has in a file (see VaultNote); the form of that is the same.
[[nodiscard]] OwnText ownText(const QString &text);

/// Keeps lines of a text from being taken for the end of it, with a backslash.
[[nodiscard]] QString guarded(const QString &text);

/// The inverse of guarded().
[[nodiscard]] QString unguarded(const QString &text);

} // namespace app::vault::internal
