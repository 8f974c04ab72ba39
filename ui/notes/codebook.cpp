// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/codebook.h"

#include "ui/notes/notewords.h"

namespace ui::notes {

void Codebook::setNames(const std::array<QString, 5> &names)
{
    if (m_names != names) {
        m_names = names;
        emit changed();
    }
}

QString Codebook::name(app::notes::Color color) const
{
    const QString own = m_names[static_cast<std::size_t>(color)].simplified();
    return own.isEmpty() ? colorWord(color) : own;
}

QString Codebook::fullName(app::notes::Color color) const
{
    const QString own = m_names[static_cast<std::size_t>(color)].simplified();
    return own.isEmpty()
               ? colorWord(color)
               : tr("%1, %2", "a colour and what the listener calls it").arg(colorWord(color), own);
}

} // namespace ui::notes
