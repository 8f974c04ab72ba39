// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notes/tagcompletion.h"

#include "app/notes/internal/codeskipper.h"

#include <QSet>

#include <algorithm>

namespace app::notes {

namespace {

constexpr qsizetype longestTag = 100;

/// Without case and accents.
QString folded(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (!c.isMark())
            plain.append(c);
    }
    return plain.toCaseFolded();
}

bool joinsWords(QChar c)
{
    return c == u'/' || c == u'-' || c == u'_';
}

bool hasPartLike(const QString &tag, const QString &start)
{
    for (qsizetype at = tag.indexOf(start, 1); at > 0; at = tag.indexOf(start, at + 1)) {
        if (joinsWords(tag[at - 1]))
            return true;
    }
    return false;
}

bool isTagCharacter(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || joinsWords(c);
}

} // namespace

QStringList completeTag(const QString &typed,
                        const std::vector<UsedTag> &used,
                        const QStringList &present,
                        qsizetype most)
{
    struct Match
    {
        bool inside = false;
        qsizetype notes = 0;
        QString key;
        QString tag;
    };

    const QString start = folded(typed.startsWith(u'#') ? typed.mid(1) : typed);
    QSet<QString> taken;
    for (const QString &tag : present)
        taken.insert(tag.toCaseFolded());
    std::vector<Match> matches;
    for (const UsedTag &one : used) {
        const QString key = folded(one.tag);
        const bool begins = key.startsWith(start);
        if ((begins || hasPartLike(key, start)) && !taken.contains(one.tag.toCaseFolded()))
            matches.push_back({!begins, one.notes, key, one.tag});
    }
    std::sort(matches.begin(), matches.end(), [](const Match &a, const Match &b) {
        if (a.inside != b.inside)
            return b.inside;
        if (a.notes != b.notes)
            return a.notes > b.notes;
        return a.key != b.key ? a.key < b.key : a.tag < b.tag;
    });
    QStringList tags;
    for (const Match &match : matches) {
        if (tags.size() >= most)
            break;
        tags.append(match.tag);
    }
    return tags;
}

std::optional<TagBeingTyped> tagBeingTyped(const QString &text, qsizetype caret)
{
    if (caret <= 0 || caret > text.size())
        return std::nullopt;
    qsizetype start = caret;
    while (start > 0 && caret - start <= longestTag && isTagCharacter(text[start - 1]))
        --start;
    if (start == 0 || text[start - 1] != u'#' || (start > 1 && !text[start - 2].isSpace()))
        return std::nullopt;
    const internal::CodeSkipper code(text);
    for (qsizetype at = 0; at < start;) {
        const qsizetype end = code.endOfCodeAt(at);
        if (end > start - 1)
            return std::nullopt;
        at = std::max(end, at + 1);
    }
    return TagBeingTyped{start, caret - start};
}

} // namespace app::notes
