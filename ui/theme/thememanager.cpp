// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/thememanager.h"

#include "ui/theme/typestyle.h"

#include <QApplication>
#include <QEvent>
#include <QStyleFactory>
#include <QTimer>

#include <utility>

namespace ui::theme {

ThemeManager::ThemeManager(Mode mode, QObject *parent)
    : QObject(parent)
    , m_mode(mode)
    , m_theme(builtInTheme(mode == Mode::Dark))
    , m_icons(m_theme)
{}

void ThemeManager::setMode(Mode mode)
{
    m_mode = mode;
    refresh();
}

void ThemeManager::setReducedMotion(bool on)
{
    if (m_reducedMotion != on) {
        m_reducedMotion = on;
        emit changed();
    }
}

void ThemeManager::applyTo(QApplication &application)
{
    m_application = &application;
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setFont(font(TextStyle::Ui));
    readSystem();
    application.installEventFilter(this);
    dress();
}

bool ThemeManager::refresh()
{
    const bool dark = m_mode == Mode::Dark || (m_mode == Mode::System && m_systemDark);
    if (dark == m_theme.dark) {
        return false;
    }
    m_theme = builtInTheme(dark);
    m_icons.setTheme(m_theme);
    dress();
    emit changed();
    return true;
}

void ThemeManager::dress()
{
    if (m_application) {
        m_dressing = true;
        QApplication::setPalette(palette(m_theme));
        m_application->setStyleSheet(styleSheet(m_theme));
        m_dressing = false;
    }
}

void ThemeManager::readSystem()
{
    // Qt 6.4 has no call for it: an empty palette brings back the platform's, to be looked at.
    m_dressing = true;
    QApplication::setPalette(QPalette());
    const QPalette platform = QApplication::palette();
    m_dressing = false;
    takeSystem(platform);
}

void ThemeManager::takeSystem(const QPalette &platform)
{
    m_systemDark = platform.color(QPalette::Window).lightness()
                   < platform.color(QPalette::WindowText).lightness();
    const bool high = isHighContrast(platform);
    const bool contrastChanges = std::exchange(m_highContrast, high) != high;
    if (!refresh() && contrastChanges) {
        emit changed();
    }
}

bool ThemeManager::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && !m_dressing) {
        m_dressing = true;
        QTimer::singleShot(0, this, [this] {
            readSystem();
            dress();
        });
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ui::theme
