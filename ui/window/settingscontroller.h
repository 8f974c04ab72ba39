// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/session/session.h"
#include "app/settings/settingsfile.h"
#include "ui/theme/thememanager.h"

#include <QObject>

class QWidget;

namespace ui::preferences {
class PreferencesDialog;
}

namespace ui::window {

class Messages;

/// Opens the preferences and a podcast's own settings, and keeps what is changed there.
/// Thread: main.
class SettingsController final : public QObject
{
    Q_OBJECT

public:
    SettingsController(app::session::Session &session,
                       theme::ThemeManager &themes,
                       const app::settings::SettingsFile &file,
                       Messages &messages,
                       QWidget *window);

    void openPreferences();
    /// The same, at what notes are about.
    void openNotes();
    void openPodcast(app::base::PodcastId podcast, const QString &title);

    [[nodiscard]] const app::settings::AppearanceSettings &appearance() const
    {
        return m_appearance;
    }

    void setAppearance(const app::settings::AppearanceSettings &settings);

    [[nodiscard]] const app::settings::NoteSettings &notes() const { return m_notes; }

signals:
    void notesChanged(const app::settings::NoteSettings &settings);
    void appearanceChanged(const app::settings::AppearanceSettings &settings);

private:
    [[nodiscard]] preferences::PreferencesDialog *makePreferences();

    app::session::Session &m_session;
    theme::ThemeManager &m_themes;
    const app::settings::SettingsFile &m_file;
    Messages &m_messages;
    QWidget *m_window;
    app::settings::AppearanceSettings m_appearance;
    app::settings::NoteSettings m_notes;
};

} // namespace ui::window
