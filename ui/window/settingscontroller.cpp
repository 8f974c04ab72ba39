// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/settingscontroller.h"

#include "app/session/listeningsettings.h"
#include "app/session/outputdevices.h"
#include "app/work/comeback.h"
#include "ui/preferences/podcastdialog.h"
#include "ui/preferences/preferencesdialog.h"
#include "ui/window/messages.h"
#include "ui/window/thememode.h"

namespace ui::window {

using app::base::Result;
using app::settings::AppearanceSettings;
using app::settings::PlaybackSettings;
using app::settings::PodcastSettings;

SettingsController::SettingsController(app::session::Session &session,
                                       theme::ThemeManager &themes,
                                       const app::settings::SettingsFile &file,
                                       Messages &messages,
                                       QWidget *window)
    : m_session(session)
    , m_themes(themes)
    , m_file(file)
    , m_messages(messages)
    , m_window(window)
    , m_appearance(file.appearance())
    , m_notes(file.notes())
{}

void SettingsController::openPreferences()
{
    makePreferences()->open();
}

void SettingsController::openNotes()
{
    auto *const dialog = makePreferences();
    dialog->open();
    dialog->showNotes();
}

preferences::PreferencesDialog *SettingsController::makePreferences()
{
    std::vector<preferences::DeviceChoice> devices;
    for (const auto &device : m_session.outputDevices().devices()) {
        devices.push_back({device.id, device.name});
    }
    auto *const dialog = new preferences::PreferencesDialog(
        m_themes, m_session.listeningSettings().common(), m_appearance, m_notes, devices, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog,
            &preferences::PreferencesDialog::playbackChanged,
            this,
            [this](PlaybackSettings settings) {
                auto &keeper = m_session.listeningSettings();
                // The volume belongs to the player bar, which may have moved it meanwhile.
                settings.volume = keeper.common().volume;
                const bool other = settings.outputDevice != keeper.common().outputDevice;
                keeper.setCommon(settings);
                if (other) {
                    m_session.outputDevices().choose(settings.outputDevice);
                }
            });
    connect(dialog,
            &preferences::PreferencesDialog::appearanceChanged,
            this,
            &SettingsController::setAppearance);
    connect(dialog,
            &preferences::PreferencesDialog::notesChanged,
            this,
            [this](const app::settings::NoteSettings &settings) {
                m_notes = settings;
                m_file.store(settings);
                emit notesChanged(settings);
            });
    return dialog;
}

void SettingsController::setAppearance(const AppearanceSettings &settings)
{
    m_appearance = settings;
    m_file.store(settings);
    m_themes.setMode(modeOf(settings.scheme));
    emit appearanceChanged(settings);
}

void SettingsController::openPodcast(app::base::PodcastId podcast, const QString &title)
{
    auto &settings = m_session.listeningSettings();
    app::work::comeBack(
        settings.ofPodcast(podcast),
        this,
        [this, podcast, title](const Result<PodcastSettings> &own) {
            if (!own) {
                m_messages.say(text::errorSentence(own.error()));
                return;
            }
            auto *const dialog = new preferences::PodcastDialog(
                m_themes, title, *own, m_session.listeningSettings().common(), m_window);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog,
                    &preferences::PodcastDialog::changed,
                    this,
                    [this, podcast](const PodcastSettings &changed) {
                        app::work::comeBack(
                            m_session.listeningSettings().setOfPodcast(podcast, changed),
                            this,
                            [this](const Result<void> &kept) {
                                if (!kept) {
                                    m_messages.say(text::errorSentence(kept.error()));
                                }
                            });
                    });
            dialog->open();
        });
}

} // namespace ui::window
