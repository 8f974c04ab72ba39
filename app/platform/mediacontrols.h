// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <chrono>

namespace app::platform {

/// What the desktop shows of the player.
struct NowPlaying
{
    QString title; ///< empty while nothing is loaded
    QString artist;
    std::chrono::milliseconds length{0}; ///< 0 while unknown
    bool playing = false;
    double rate = 1.0;
    bool hasNext = false;
    bool hasPrevious = false;

    bool operator==(const NowPlaying &) const = default;
};

/// The desktop's media keys, headset buttons and player panel.
///
/// Thread: main. Nothing here waits for the system. Source: MPRIS 2.2 on Linux.
class MediaControls : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Only differences are passed on.
    virtual void show(const NowPlaying &now) = 0;
    /// Costs nothing; call it as often as the position is known.
    virtual void setPosition(std::chrono::milliseconds position) = 0;
    /// The position jumped, so whoever counts along has to look again.
    virtual void setJumped(std::chrono::milliseconds position) = 0;

signals:
    void playRequested();
    void pauseRequested();
    void toggleRequested();
    void stopRequested();
    void nextRequested();
    void previousRequested();
    /// Relative; backwards when negative.
    void seekRequested(std::chrono::milliseconds offset);
    void positionRequested(std::chrono::milliseconds position);
    void rateRequested(double rate);
    void raiseRequested();
    void quitRequested();
};

/// This system's controls, or some that do nothing where it has none. Never null.
[[nodiscard]] MediaControls *makeMediaControls(QObject *parent);

} // namespace app::platform
