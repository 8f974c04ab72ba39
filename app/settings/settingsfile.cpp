// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settingsfile.h"

#include <QSettings>

#include <algorithm>
#include <cmath>

namespace app::settings {
namespace {

double
readDouble(const QSettings &file, const QString &key, double fallback, double low, double high)
{
    bool ok = false;
    const double value = file.value(key, fallback).toDouble(&ok);
    return ok && std::isfinite(value) ? std::clamp(value, low, high) : fallback;
}

std::chrono::milliseconds
readSeconds(const QSettings &file, const QString &key, std::chrono::milliseconds fallback)
{
    const double seconds =
        readDouble(file, key, static_cast<double>(fallback.count()) / 1000.0, 1.0, 600.0);
    return std::chrono::milliseconds(std::lround(seconds * 1000.0));
}

double seconds(std::chrono::milliseconds duration)
{
    return static_cast<double>(duration.count()) / 1000.0;
}

} // namespace

PlaybackSettings SettingsFile::playback() const
{
    const QSettings file(m_path, QSettings::IniFormat);
    PlaybackSettings read;
    read.speed = readDouble(file, QStringLiteral("playback/speed"), read.speed, 0.5, 3.0);
    read.volume = readDouble(file, QStringLiteral("playback/volume"), read.volume, 0.0, 1.0);
    read.skipBack = readSeconds(file, QStringLiteral("playback/skipBack"), read.skipBack);
    read.skipForward = readSeconds(file, QStringLiteral("playback/skipForward"), read.skipForward);
    read.markBack = readSeconds(file, QStringLiteral("playback/markBack"), read.markBack);
    return read;
}

void SettingsFile::store(const PlaybackSettings &settings) const
{
    QSettings file(m_path, QSettings::IniFormat);
    file.setValue(QStringLiteral("playback/speed"), settings.speed);
    file.setValue(QStringLiteral("playback/volume"), settings.volume);
    file.setValue(QStringLiteral("playback/skipBack"), seconds(settings.skipBack));
    file.setValue(QStringLiteral("playback/skipForward"), seconds(settings.skipForward));
    file.setValue(QStringLiteral("playback/markBack"), seconds(settings.markBack));
}

AppearanceSettings SettingsFile::appearance() const
{
    const QSettings file(m_path, QSettings::IniFormat);
    AppearanceSettings read;
    const QString scheme = file.value(QStringLiteral("appearance/scheme")).toString();
    if (scheme == QLatin1String("light")) {
        read.scheme = ColorScheme::Light;
    } else if (scheme == QLatin1String("dark")) {
        read.scheme = ColorScheme::Dark;
    }
    bool ok = false;
    const int size = file.value(QStringLiteral("appearance/readingSize")).toInt(&ok);
    if (ok) {
        read.readingSize = std::clamp(size, 12, 28);
    }
    read.clickPlays = file.value(QStringLiteral("appearance/clickPlays"), read.clickPlays).toBool();
    return read;
}

void SettingsFile::store(const AppearanceSettings &settings) const
{
    QSettings file(m_path, QSettings::IniFormat);
    const char *scheme = settings.scheme == ColorScheme::Light  ? "light"
                         : settings.scheme == ColorScheme::Dark ? "dark"
                                                                : "system";
    file.setValue(QStringLiteral("appearance/scheme"), QLatin1String(scheme));
    file.setValue(QStringLiteral("appearance/readingSize"), settings.readingSize);
    file.setValue(QStringLiteral("appearance/clickPlays"), settings.clickPlays);
}

WindowSettings SettingsFile::window() const
{
    QSettings file(m_path, QSettings::IniFormat);
    WindowSettings read;
    read.geometry = file.value(QStringLiteral("window/geometry")).toByteArray();
    read.view = file.value(QStringLiteral("window/view")).toString();
    read.episode = file.value(QStringLiteral("window/episode")).toLongLong();
    read.playing = file.value(QStringLiteral("window/playing")).toLongLong();
    file.beginGroup(QStringLiteral("splitters"));
    for (const QString &key : file.childKeys()) {
        read.splitters.insert(key, file.value(key).toByteArray());
    }
    return read;
}

void SettingsFile::store(const WindowSettings &settings) const
{
    QSettings file(m_path, QSettings::IniFormat);
    file.setValue(QStringLiteral("window/geometry"), settings.geometry);
    file.setValue(QStringLiteral("window/view"), settings.view);
    file.setValue(QStringLiteral("window/episode"), settings.episode);
    file.setValue(QStringLiteral("window/playing"), settings.playing);
    for (auto it = settings.splitters.begin(); it != settings.splitters.end(); ++it) {
        file.setValue(QStringLiteral("splitters/") + it.key(), it.value());
    }
}

} // namespace app::settings
