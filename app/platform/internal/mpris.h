// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/internal/sessionbus.h"

#ifdef EARMARK_HAS_BUS

#include "app/platform/mediacontrols.h"

#include <QDBusAbstractAdaptor>
#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QStringList>
#include <QVariantMap>

#include <optional>

namespace app::platform::internal {

/// MediaControls as an MPRIS player on the session bus.
class MprisControls final : public MediaControls
{
    Q_OBJECT

public:
    explicit MprisControls(QObject *parent);
    ~MprisControls() override;

    void show(const NowPlaying &now) override;

    void setPosition(std::chrono::milliseconds position) override { m_position = position; }

    void setJumped(std::chrono::milliseconds position) override;

    [[nodiscard]] const NowPlaying &now() const { return m_now; }

    [[nodiscard]] std::chrono::milliseconds position() const { return m_position; }

    [[nodiscard]] QString status() const;
    [[nodiscard]] QVariantMap metadata() const;
    [[nodiscard]] QDBusObjectPath track() const;

private:
    void publish(QDBusConnection bus);
    void takeName(const QString &name, bool isLastTry);

    NowPlaying m_now;
    std::chrono::milliseconds m_position{0};
    quint64 m_track = 0;
    QString m_connection;
    std::optional<QDBusConnection> m_bus;
};

/// The part of MPRIS that concerns the program.
class MprisRoot final : public QDBusAbstractAdaptor
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.mpris.MediaPlayer2")
    Q_PROPERTY(bool CanQuit READ yes CONSTANT)
    Q_PROPERTY(bool CanRaise READ yes CONSTANT)
    Q_PROPERTY(bool HasTrackList READ no CONSTANT)
    Q_PROPERTY(QString Identity READ identity CONSTANT)
    Q_PROPERTY(QString DesktopEntry READ desktopEntry CONSTANT)
    Q_PROPERTY(QStringList SupportedUriSchemes READ nothing CONSTANT)
    Q_PROPERTY(QStringList SupportedMimeTypes READ nothing CONSTANT)

public:
    explicit MprisRoot(MprisControls *controls);

    [[nodiscard]] bool yes() const { return true; }

    [[nodiscard]] bool no() const { return false; }

    [[nodiscard]] QString identity() const { return QStringLiteral("Earmark"); }

    [[nodiscard]] QString desktopEntry() const { return QStringLiteral("earmark"); }

    [[nodiscard]] QStringList nothing() const { return {}; }

public slots: // Qt puts only an adaptor's slots on the bus
    void Raise();
    void Quit();

private:
    MprisControls *m_controls;
};

/// The part of MPRIS that concerns the sound. Times on the bus are microseconds.
class MprisPlayer final : public QDBusAbstractAdaptor
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.mpris.MediaPlayer2.Player")
    Q_PROPERTY(QString PlaybackStatus READ status)
    Q_PROPERTY(double Rate READ rate WRITE setRate)
    Q_PROPERTY(QVariantMap Metadata READ metadata)
    Q_PROPERTY(double Volume READ one WRITE ignore)
    Q_PROPERTY(qlonglong Position READ position)
    Q_PROPERTY(double MinimumRate READ half CONSTANT)
    Q_PROPERTY(double MaximumRate READ three CONSTANT)
    Q_PROPERTY(bool CanGoNext READ canGoNext)
    Q_PROPERTY(bool CanGoPrevious READ canGoPrevious)
    Q_PROPERTY(bool CanPlay READ isLoaded)
    Q_PROPERTY(bool CanPause READ isLoaded)
    Q_PROPERTY(bool CanSeek READ isLoaded)
    Q_PROPERTY(bool CanControl READ yes CONSTANT)

public:
    explicit MprisPlayer(MprisControls *controls);

    [[nodiscard]] QString status() const { return m_controls->status(); }

    [[nodiscard]] double rate() const { return m_controls->now().rate; }

    void setRate(double rate);

    [[nodiscard]] QVariantMap metadata() const { return m_controls->metadata(); }

    [[nodiscard]] double one() const { return 1.0; }

    void ignore(double) {}

    [[nodiscard]] qlonglong position() const;

    [[nodiscard]] double half() const { return 0.5; }

    [[nodiscard]] double three() const { return 3.0; }

    [[nodiscard]] bool canGoNext() const { return m_controls->now().hasNext; }

    [[nodiscard]] bool canGoPrevious() const { return m_controls->now().hasPrevious; }

    [[nodiscard]] bool isLoaded() const { return !m_controls->now().title.isEmpty(); }

    [[nodiscard]] bool yes() const { return true; }

public slots: // Qt puts only an adaptor's slots on the bus
    void Next();
    void Previous();
    void Pause();
    void PlayPause();
    void Stop();
    void Play();
    void Seek(qlonglong Offset);
    void SetPosition(const QDBusObjectPath &TrackId, qlonglong Position);
    void OpenUri(const QString &Uri);

signals:
    void Seeked(qlonglong Position);

private:
    MprisControls *m_controls;
};

} // namespace app::platform::internal

#endif
