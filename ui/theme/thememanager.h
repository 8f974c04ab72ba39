// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/iconset.h"
#include "ui/theme/theme.h"

#include <QObject>
#include <QPointer>

class QApplication;

namespace ui::theme {

/// Holds the look in use and tells when it changes.
///
/// Made once at start and handed to every widget that paints. Widgets keep a reference, read
/// current() while painting and connect changed() to update(). Thread: main.
class ThemeManager final : public QObject
{
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark };

    /// Until applyTo() the system counts as light.
    explicit ThemeManager(Mode mode = Mode::System, QObject *parent = nullptr);

    [[nodiscard]] const Theme &current() const { return m_theme; }

    [[nodiscard]] IconSet &icons() { return m_icons; }

    [[nodiscard]] const IconSet &icons() const { return m_icons; }

    [[nodiscard]] Mode mode() const { return m_mode; }

    void setMode(Mode mode);

    /// Whether movement is to be instant.
    [[nodiscard]] bool reducedMotion() const { return m_reducedMotion; }

    void setReducedMotion(bool on);

    /// Whether the system asks for high contrast; without a program to apply to, it does not.
    [[nodiscard]] bool highContrast() const { return m_highContrast; }

    /// Goes by what a platform's palette says of the system. applyTo() sees to that.
    void takeSystem(const QPalette &platform);

    /// Gives a program the Fusion style, this palette, style sheet and text size, and keeps them up
    /// to date. What the platform's own palette says decides Mode::System.
    void applyTo(QApplication &application);

signals:
    /// The colours, their contrast, or whether things move, have changed.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void readSystem();
    /// \returns whether changed() was emitted
    bool refresh();
    void dress();

    Mode m_mode;
    bool m_systemDark = false;
    bool m_highContrast = false;
    bool m_reducedMotion = false;
    bool m_dressing = false;
    Theme m_theme;
    IconSet m_icons;
    QPointer<QApplication> m_application;
};

} // namespace ui::theme
