// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace app::transcripts::internal {

/// Names of people who may speak, as somebody else than the transcript gives them. Case and the
/// width of spaces do not matter. Of many, the first 200 count; longer than 200 characters none.
class KnownNames final
{
public:
    explicit KnownNames(const QStringList &names);

    /// Whether all of a name is written, as somebody is called.
    [[nodiscard]] bool holds(QStringView name) const;

    /// Whether somebody is called so, or by this first or last name.
    [[nodiscard]] bool holdsPart(QStringView name) const;

    /// Of the longest name, in UTF-16 units.
    [[nodiscard]] qsizetype longest() const { return m_longest; }

private:
    QSet<QString> m_whole;
    QSet<QString> m_parts;
    qsizetype m_longest = 0;
};

} // namespace app::transcripts::internal
