// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/sound.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <array>
#include <chrono>

namespace app::settings {

/// How sound is played.
struct PlaybackSettings
{
    double speed = 1.0;
    double volume = 1.0;
    std::chrono::milliseconds skipBack{15'000};
    std::chrono::milliseconds skipForward{30'000};
    std::chrono::milliseconds markBack{30'000}; ///< how far a mark looks back
    SoundOptions sound = {};
    bool smartRewind = true;         ///< after a pause, begin a little earlier
    QByteArray outputDevice = {};    ///< id; empty is the computer's default
    bool followDefaultDevice = true; ///< move to a new default while playing

    bool operator==(const PlaybackSettings &) const = default;
};

enum class ColorScheme { System, Light, Dark };

/// How the window looks.
struct AppearanceSettings
{
    ColorScheme scheme = ColorScheme::System;
    int readingSize = 16;   ///< pixels, 12 to 28
    bool clickPlays = true; ///< a click on a word plays from there
    QString readingFont{};  ///< a family for transcripts and show notes; empty: the window's
    bool announces = false; ///< screen readers are told each sentence that is spoken

    bool operator==(const AppearanceSettings &) const = default;
};

/// A key of the keyboard or headset, or a button of the desktop's player panel.
enum class MarkKey { None, Previous, Next, Stop };

/// Whether the sound waits for who writes a note. It begins to with the first key.
enum class TypingPause {
    Off,
    WhileWriting, ///< until the note is done
    WhileTyping   ///< until no key has been pressed for a moment
};

/// How notes are taken, and where they are kept besides.
struct NoteSettings
{
    std::chrono::milliseconds reaction{3'000}; ///< from hearing something to the first key
    TypingPause pause = TypingPause::WhileWriting;
    std::chrono::milliseconds resumeEarlier{2'000}; ///< how much is heard again after typing
    /// What the listener calls yellow, green, blue, red and violet; an empty one keeps its own name
    std::array<QString, 5> colorNames{};
    QString vaultFolder{};           ///< of Markdown files kept up to date; empty: none
    MarkKey markKey = MarkKey::None; ///< marks what was just heard, not what it does otherwise

    bool operator==(const NoteSettings &) const = default;
};

/// What the window looked like when it was last closed. Opaque to everyone but the window.
struct WindowSettings
{
    QByteArray geometry;
    QMap<QString, QByteArray> splitters; ///< by object name
    QString view;                        ///< the place in the sidebar
    qint64 episode = 0;                  ///< open in the reader; 0 is none
    qint64 playing = 0;                  ///< loaded in the player; 0 is none
    QString notesOrder{};                ///< groups and order of the list of all notes

    bool operator==(const WindowSettings &) const = default;
};

} // namespace app::settings
