// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notes/note.h"

#include <QObject>
#include <QString>

#include <array>

namespace ui::notes {

/// What the listener calls the five colours; shared by every panel that names them. Thread: main.
class Codebook final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// In the order of Color; an empty one keeps the colour's own name.
    void setNames(const std::array<QString, 5> &names);

    [[nodiscard]] const std::array<QString, 5> &names() const { return m_names; }

    /// "Definition", else "Yellow".
    [[nodiscard]] QString name(app::notes::Color color) const;
    /// "Yellow, Definition", where a name alone would not say which of the colours.
    [[nodiscard]] QString fullName(app::notes::Color color) const;

signals:
    void changed();

private:
    std::array<QString, 5> m_names;
};

} // namespace ui::notes
