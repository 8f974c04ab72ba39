// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "ui/theme/thememanager.h"

#include <QDialog>

#include <vector>

class QListWidget;
class QStackedWidget;

namespace ui::preferences {

class SettingsPage;

/// A sound device as it is offered.
struct DeviceChoice
{
    QByteArray id;
    QString name;
};

/// The settings, page by page. Everything takes effect at once; there is nothing to confirm.
/// Open it with open(). Thread: main.
class PreferencesDialog final : public QDialog
{
    Q_OBJECT

public:
    PreferencesDialog(const theme::ThemeManager &themes,
                      const app::settings::PlaybackSettings &playback,
                      const app::settings::AppearanceSettings &appearance,
                      const app::settings::NoteSettings &notes,
                      const std::vector<DeviceChoice> &devices,
                      QWidget *parent = nullptr);

    /// Turns to the page about marks and notes.
    void showNotes();

signals:
    void playbackChanged(const app::settings::PlaybackSettings &settings);
    void appearanceChanged(const app::settings::AppearanceSettings &settings);
    void notesChanged(const app::settings::NoteSettings &settings);

private:
    void build();
    SettingsPage *addPage(const QString &title, const QString &iconName);
    void buildPlayback(const std::vector<DeviceChoice> &devices);
    void buildSound();
    void buildMarks();
    void buildColors(SettingsPage &page);
    void buildVault(SettingsPage &page);
    void buildReading();
    void narrow(const QString &words);
    template <typename Value>
    void addChoice(SettingsPage &page,
                   const QString &title,
                   const QString &explanation,
                   const std::vector<std::pair<QString, Value>> &choices,
                   Value &value);
    void addSwitch(SettingsPage &page, const QString &title, const QString &explanation, bool &on);
    void tell();

    const theme::ThemeManager &m_themes;
    app::settings::PlaybackSettings m_playback;
    app::settings::AppearanceSettings m_appearance;
    app::settings::NoteSettings m_notes;
    app::settings::PlaybackSettings m_toldPlayback;
    app::settings::AppearanceSettings m_toldAppearance;
    app::settings::NoteSettings m_toldNotes;
    QListWidget *m_places;
    QStackedWidget *m_stack;
    std::vector<SettingsPage *> m_pages;
};

} // namespace ui::preferences
