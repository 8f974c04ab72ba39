// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QIcon>
#include <QPixmap>
#include <QString>

#include <memory>

namespace ui::theme {

/// What an icon sits on, so that its colour can be read there.
enum class IconRole {
    Plain,    ///< secondary text colour; accent when on
    Strong,   ///< text colour; accent when on
    Accent,   ///< accent
    OnAccent, ///< on a primary button
    Inverse,  ///< on the dark strip and the undo message
    Amber,    ///< on an amber bar
    Danger,   ///< on an error bar
};

/// Line icons drawn in the colours of a look, per size and pixel ratio, kept once drawn.
///
/// A QIcon made here follows later setTheme() calls and may outlive the set. Icons that point along
/// the reading direction are mirrored where that is right to left. Thread: main.
class IconSet final
{
public:
    explicit IconSet(const Theme &theme);
    ~IconSet();

    IconSet(const IconSet &) = delete;
    IconSet &operator=(const IconSet &) = delete;

    void setTheme(const Theme &theme);

    /// \param name  file name without ".svg", for example "listen-later"; an unknown one is empty
    [[nodiscard]] QIcon icon(const QString &name, IconRole role = IconRole::Plain) const;

    /// \param size  in device-independent pixels: 16 takes the small drawing, else the 20 one
    [[nodiscard]] QPixmap
    pixmap(const QString &name, int size, const QColor &color, qreal pixelRatio) const;

    /// Whether a drawing of that name travels in the program.
    [[nodiscard]] static bool contains(const QString &name);

    struct State;

private:
    std::shared_ptr<State> m_state;
};

/// The program's own icon, in all sizes.
[[nodiscard]] QIcon applicationIcon();

} // namespace ui::theme
