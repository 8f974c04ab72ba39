// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settingsfile.h"

#include <QSettings>

#include <algorithm>
#include <array>
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

std::chrono::milliseconds readSeconds(const QSettings &file,
                                      const QString &key,
                                      std::chrono::milliseconds fallback,
                                      double least = 1.0)
{
    const double seconds =
        readDouble(file, key, static_cast<double>(fallback.count()) / 1000.0, least, 600.0);
    return std::chrono::milliseconds(std::lround(seconds * 1000.0));
}

double seconds(std::chrono::milliseconds duration)
{
    return static_cast<double>(duration.count()) / 1000.0;
}

/// Enumerations are kept as words, so that a person can read the file and their order may change.
template <typename Value, std::size_t count>
using Words = std::array<std::pair<Value, const char *>, count>;

constexpr std::array<const char *, 5> colorKeys{"notes/colorYellow",
                                                "notes/colorGreen",
                                                "notes/colorBlue",
                                                "notes/colorRed",
                                                "notes/colorViolet"};
constexpr int longestColorName = 60;

constexpr Words<ColorScheme, 3> schemeWords{
    {{ColorScheme::System, "system"}, {ColorScheme::Light, "light"}, {ColorScheme::Dark, "dark"}}};
constexpr Words<StretchQuality, 2> qualityWords{
    {{StretchQuality::Light, "light"}, {StretchQuality::Fine, "fine"}}};
constexpr Words<SilenceSkipping, 4> silenceWords{{{SilenceSkipping::Off, "off"},
                                                  {SilenceSkipping::Gentle, "gentle"},
                                                  {SilenceSkipping::Medium, "medium"},
                                                  {SilenceSkipping::Strong, "strong"}}};

constexpr Words<TypingPause, 3> pauseWords{{{TypingPause::Off, "off"},
                                            {TypingPause::WhileWriting, "writing"},
                                            {TypingPause::WhileTyping, "typing"}}};
constexpr Words<MarkKey, 4> markKeyWords{{{MarkKey::None, "none"},
                                          {MarkKey::Previous, "previous"},
                                          {MarkKey::Next, "next"},
                                          {MarkKey::Stop, "stop"}}};

template <typename Value, std::size_t count>
Value readWord(const QSettings &file,
               const QString &key,
               const Words<Value, count> &words,
               Value fallback)
{
    const QString kept = file.value(key).toString();
    const auto found = std::find_if(words.begin(), words.end(), [&](const auto &word) {
        return kept == QLatin1String(word.second);
    });
    return found == words.end() ? fallback : found->first;
}

template <typename Value, std::size_t count>
QString wordFor(Value value, const Words<Value, count> &words)
{
    const auto found = std::find_if(
        words.begin(), words.end(), [&](const auto &word) { return word.first == value; });
    return QLatin1String(found == words.end() ? words.front().second : found->second);
}

/// "true" and "false" as QSettings writes them, and 1 and 0; QVariant would take any word for true.
bool readFlag(const QSettings &file, const QString &key, bool fallback)
{
    const QString kept = file.value(key).toString().trimmed().toLower();
    if (kept == QLatin1String("true") || kept == QLatin1String("1")) {
        return true;
    }
    return kept == QLatin1String("false") || kept == QLatin1String("0") ? false : fallback;
}

SoundOptions readSound(const QSettings &file)
{
    SoundOptions read;
    read.quality = readWord(file, QStringLiteral("sound/quality"), qualityWords, read.quality);
    read.silence = readWord(file, QStringLiteral("sound/silence"), silenceWords, read.silence);
    read.level = readFlag(file, QStringLiteral("sound/level"), read.level);
    read.loudness = readDouble(file, QStringLiteral("sound/loudness"), read.loudness, -31.0, -10.0);
    read.mono = readFlag(file, QStringLiteral("sound/mono"), read.mono);
    return read;
}

void storeSound(QSettings &file, const SoundOptions &sound)
{
    file.setValue(QStringLiteral("sound/quality"), wordFor(sound.quality, qualityWords));
    file.setValue(QStringLiteral("sound/silence"), wordFor(sound.silence, silenceWords));
    file.setValue(QStringLiteral("sound/level"), sound.level);
    file.setValue(QStringLiteral("sound/loudness"), sound.loudness);
    file.setValue(QStringLiteral("sound/mono"), sound.mono);
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
    read.sound = readSound(file);
    read.smartRewind = readFlag(file, QStringLiteral("playback/smartRewind"), read.smartRewind);
    read.outputDevice = file.value(QStringLiteral("playback/outputDevice")).toByteArray();
    read.followDefaultDevice =
        readFlag(file, QStringLiteral("playback/followDefaultDevice"), read.followDefaultDevice);
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
    storeSound(file, settings.sound);
    file.setValue(QStringLiteral("playback/smartRewind"), settings.smartRewind);
    file.setValue(QStringLiteral("playback/outputDevice"), settings.outputDevice);
    file.setValue(QStringLiteral("playback/followDefaultDevice"), settings.followDefaultDevice);
}

AppearanceSettings SettingsFile::appearance() const
{
    const QSettings file(m_path, QSettings::IniFormat);
    AppearanceSettings read;
    read.scheme = readWord(file, QStringLiteral("appearance/scheme"), schemeWords, read.scheme);
    bool ok = false;
    const int size = file.value(QStringLiteral("appearance/readingSize")).toInt(&ok);
    if (ok) {
        read.readingSize = std::clamp(size, 12, 28);
    }
    read.clickPlays = readFlag(file, QStringLiteral("appearance/clickPlays"), read.clickPlays);
    read.readingFont = file.value(QStringLiteral("appearance/readingFont")).toString().left(200);
    read.announces = readFlag(file, QStringLiteral("appearance/announces"), read.announces);
    return read;
}

void SettingsFile::store(const AppearanceSettings &settings) const
{
    QSettings file(m_path, QSettings::IniFormat);
    file.setValue(QStringLiteral("appearance/scheme"), wordFor(settings.scheme, schemeWords));
    file.setValue(QStringLiteral("appearance/readingSize"), settings.readingSize);
    file.setValue(QStringLiteral("appearance/clickPlays"), settings.clickPlays);
    file.setValue(QStringLiteral("appearance/readingFont"), settings.readingFont);
    file.setValue(QStringLiteral("appearance/announces"), settings.announces);
}

NoteSettings SettingsFile::notes() const
{
    const QSettings file(m_path, QSettings::IniFormat);
    NoteSettings read;
    read.reaction = readSeconds(file, QStringLiteral("notes/reaction"), read.reaction, 0.0);
    read.pause = readWord(file, QStringLiteral("notes/pause"), pauseWords, read.pause);
    read.resumeEarlier =
        readSeconds(file, QStringLiteral("notes/resumeEarlier"), read.resumeEarlier, 0.0);
    for (std::size_t i = 0; i < read.colorNames.size(); ++i) {
        read.colorNames[i] =
            file.value(QLatin1String(colorKeys[i])).toString().simplified().left(longestColorName);
    }
    read.markKey = readWord(file, QStringLiteral("notes/markKey"), markKeyWords, read.markKey);
    read.vaultFolder = file.value(QStringLiteral("notes/vaultFolder")).toString();
    return read;
}

void SettingsFile::store(const NoteSettings &settings) const
{
    QSettings file(m_path, QSettings::IniFormat);
    file.setValue(QStringLiteral("notes/reaction"), seconds(settings.reaction));
    file.setValue(QStringLiteral("notes/pause"), wordFor(settings.pause, pauseWords));
    file.setValue(QStringLiteral("notes/resumeEarlier"), seconds(settings.resumeEarlier));
    for (std::size_t i = 0; i < settings.colorNames.size(); ++i) {
        file.setValue(QLatin1String(colorKeys[i]), settings.colorNames[i]);
    }
    file.setValue(QStringLiteral("notes/markKey"), wordFor(settings.markKey, markKeyWords));
    file.setValue(QStringLiteral("notes/vaultFolder"), settings.vaultFolder);
}

WindowSettings SettingsFile::window() const
{
    QSettings file(m_path, QSettings::IniFormat);
    WindowSettings read;
    read.geometry = file.value(QStringLiteral("window/geometry")).toByteArray();
    read.view = file.value(QStringLiteral("window/view")).toString();
    read.episode = file.value(QStringLiteral("window/episode")).toLongLong();
    read.playing = file.value(QStringLiteral("window/playing")).toLongLong();
    read.notesOrder = file.value(QStringLiteral("window/notesOrder")).toString();
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
    file.setValue(QStringLiteral("window/notesOrder"), settings.notesOrder);
    for (auto it = settings.splitters.begin(); it != settings.splitters.end(); ++it) {
        file.setValue(QStringLiteral("splitters/") + it.key(), it.value());
    }
}

} // namespace app::settings
