// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QString>

namespace app::settings {

/// Keeps the settings in one INI file. Values that make no sense are read as their defaults.
/// Thread: one at a time.
class SettingsFile final
{
public:
    explicit SettingsFile(QString path)
        : m_path(std::move(path))
    {}

    [[nodiscard]] PlaybackSettings playback() const;
    [[nodiscard]] AppearanceSettings appearance() const;
    [[nodiscard]] NoteSettings notes() const;
    [[nodiscard]] WindowSettings window() const;

    void store(const PlaybackSettings &settings) const;
    void store(const AppearanceSettings &settings) const;
    void store(const NoteSettings &settings) const;
    void store(const WindowSettings &settings) const;

private:
    QString m_path;
};

} // namespace app::settings
