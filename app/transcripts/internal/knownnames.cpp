// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transcripts/internal/knownnames.h"

namespace app::transcripts::internal {

namespace {

constexpr qsizetype mostNames = 200;
constexpr qsizetype longestName = 200;
/// "J." and the like say too little about who is meant.
constexpr qsizetype shortestPart = 3;

QString folded(QStringView name)
{
    return name.toString().simplified().toCaseFolded();
}

} // namespace

KnownNames::KnownNames(const QStringList &names)
{
    for (const QString &written : names) {
        if (m_whole.size() >= mostNames)
            return;
        if (written.size() > longestName)
            continue;
        const QString name = folded(written);
        if (name.isEmpty())
            continue;
        m_whole.insert(name);
        m_longest = std::max(m_longest, name.size());
        for (const QString &part : {name.section(u' ', 0, 0), name.section(u' ', -1)}) {
            if (part.size() >= shortestPart)
                m_parts.insert(part);
        }
    }
}

bool KnownNames::holds(QStringView name) const
{
    return !m_whole.isEmpty() && name.size() <= longestName && m_whole.contains(folded(name));
}

bool KnownNames::holdsPart(QStringView name) const
{
    return holds(name)
           || (!m_parts.isEmpty() && name.size() <= longestName && m_parts.contains(folded(name)));
}

} // namespace app::transcripts::internal
