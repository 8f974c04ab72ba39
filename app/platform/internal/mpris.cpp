// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/internal/mpris.h"

#ifdef EARMARK_HAS_BUS

#include <QCoreApplication>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <algorithm>
#include <cmath>
#include <limits>

namespace app::platform::internal {

using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace {

const QString objectPath = QStringLiteral("/org/mpris/MediaPlayer2");
const QString playerInterface = QStringLiteral("org.mpris.MediaPlayer2.Player");
const QString busName = QStringLiteral("org.mpris.MediaPlayer2.earmark");
constexpr qsizetype longestText = 500;

qlonglong inMicroseconds(milliseconds time)
{
    constexpr auto most = std::chrono::duration_cast<milliseconds>(microseconds::max());
    return microseconds(std::clamp(time, -most, most)).count();
}

milliseconds fromMicroseconds(qlonglong time)
{
    return std::chrono::duration_cast<milliseconds>(microseconds(time));
}

} // namespace

MprisControls::MprisControls(QObject *parent)
    : MediaControls(parent)
{
    static quint64 counter = 0;
    m_connection = QStringLiteral("earmark-mpris-%1").arg(++counter);
    new MprisRoot(this);
    new MprisPlayer(this);
    connectToSessionBus(m_connection, this, [this](const QDBusConnection &bus) { publish(bus); });
}

MprisControls::~MprisControls()
{
    m_bus.reset();
    QDBusConnection::disconnectFromBus(m_connection);
}

void MprisControls::publish(QDBusConnection bus)
{
    // First the object, then the name: who sees the name asks the object at once.
    if (bus.registerObject(objectPath, this, QDBusConnection::ExportAdaptors)) {
        m_bus = bus;
        takeName(busName, false);
    }
}

void MprisControls::takeName(const QString &name, bool isLastTry)
{
    QDBusMessage request = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"),
                                                          QStringLiteral("/org/freedesktop/DBus"),
                                                          QStringLiteral("org.freedesktop.DBus"),
                                                          QStringLiteral("RequestName"));
    constexpr uint doNotQueue = 4;
    constexpr uint isOwner = 1;
    request << name << doNotQueue;
    auto *watcher = new QDBusPendingCallWatcher(m_bus->asyncCall(request), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, isLastTry] {
        const QDBusPendingReply<uint> reply = *watcher;
        watcher->deleteLater();
        if (!isLastTry && (reply.isError() || reply.value() != isOwner)) {
            // Another Earmark runs; the specification names this form for the second one.
            takeName(busName
                         + QStringLiteral(".instance%1").arg(QCoreApplication::applicationPid()),
                     true);
        }
    });
}

QString MprisControls::status() const
{
    if (m_now.title.isEmpty()) {
        return QStringLiteral("Stopped");
    }
    return m_now.playing ? QStringLiteral("Playing") : QStringLiteral("Paused");
}

QDBusObjectPath MprisControls::track() const
{
    if (m_now.title.isEmpty()) {
        return QDBusObjectPath(QStringLiteral("/org/mpris/MediaPlayer2/TrackList/NoTrack"));
    }
    return QDBusObjectPath(QStringLiteral("/app/earmark/track/%1").arg(m_track));
}

QVariantMap MprisControls::metadata() const
{
    QVariantMap map{{QStringLiteral("mpris:trackid"), QVariant::fromValue(track())}};
    if (!m_now.title.isEmpty()) {
        map.insert(QStringLiteral("xesam:title"), m_now.title);
    }
    if (!m_now.artist.isEmpty()) {
        map.insert(QStringLiteral("xesam:artist"), QStringList{m_now.artist});
    }
    if (m_now.length.count() > 0) {
        map.insert(QStringLiteral("mpris:length"), inMicroseconds(m_now.length));
    }
    return map;
}

void MprisControls::show(const NowPlaying &now)
{
    NowPlaying cut = now;
    cut.title.truncate(longestText);
    cut.artist.truncate(longestText);
    if (cut == m_now) {
        return;
    }
    if (cut.title != m_now.title || cut.artist != m_now.artist) {
        ++m_track;
    }
    m_now = cut;
    if (!m_bus) {
        return;
    }
    const bool loaded = !m_now.title.isEmpty();
    const QVariantMap changed{{QStringLiteral("PlaybackStatus"), status()},
                              {QStringLiteral("Rate"), m_now.rate},
                              {QStringLiteral("Metadata"), metadata()},
                              {QStringLiteral("CanGoNext"), m_now.hasNext},
                              {QStringLiteral("CanGoPrevious"), m_now.hasPrevious},
                              {QStringLiteral("CanPlay"), loaded},
                              {QStringLiteral("CanPause"), loaded},
                              {QStringLiteral("CanSeek"), loaded}};
    QDBusMessage signal =
        QDBusMessage::createSignal(objectPath,
                                   QStringLiteral("org.freedesktop.DBus.Properties"),
                                   QStringLiteral("PropertiesChanged"));
    signal << playerInterface << changed << QStringList();
    m_bus->send(signal);
}

void MprisControls::setJumped(milliseconds position)
{
    m_position = position;
    if (m_bus) {
        QDBusMessage signal =
            QDBusMessage::createSignal(objectPath, playerInterface, QStringLiteral("Seeked"));
        signal << inMicroseconds(position);
        m_bus->send(signal);
    }
}

MprisRoot::MprisRoot(MprisControls *controls)
    : QDBusAbstractAdaptor(controls)
    , m_controls(controls)
{}

void MprisRoot::Raise()
{
    emit m_controls->raiseRequested();
}

void MprisRoot::Quit()
{
    emit m_controls->quitRequested();
}

MprisPlayer::MprisPlayer(MprisControls *controls)
    : QDBusAbstractAdaptor(controls)
    , m_controls(controls)
{}

void MprisPlayer::setRate(double rate)
{
    // The specification: a rate of 0 means Pause.
    if (rate == 0.0) {
        emit m_controls->pauseRequested();
    } else if (std::isfinite(rate) && rate > 0.0) {
        emit m_controls->rateRequested(std::clamp(rate, half(), three()));
    }
}

qlonglong MprisPlayer::position() const
{
    return inMicroseconds(m_controls->position());
}

void MprisPlayer::Next()
{
    emit m_controls->nextRequested();
}

void MprisPlayer::Previous()
{
    emit m_controls->previousRequested();
}

void MprisPlayer::Pause()
{
    emit m_controls->pauseRequested();
}

void MprisPlayer::PlayPause()
{
    emit m_controls->toggleRequested();
}

void MprisPlayer::Stop()
{
    emit m_controls->stopRequested();
}

void MprisPlayer::Play()
{
    emit m_controls->playRequested();
}

void MprisPlayer::Seek(qlonglong Offset)
{
    emit m_controls->seekRequested(fromMicroseconds(Offset));
}

void MprisPlayer::SetPosition(const QDBusObjectPath &TrackId, qlonglong Position)
{
    // A wish for an episode that is no longer loaded, or for no place in it, is ignored.
    const milliseconds position = fromMicroseconds(Position);
    const milliseconds length = m_controls->now().length;
    const bool isInside = Position >= 0 && (length.count() == 0 || position <= length);
    if (isInside && isLoaded() && TrackId == m_controls->track()) {
        emit m_controls->positionRequested(position);
    }
}

void MprisPlayer::OpenUri(const QString &) {}

} // namespace app::platform::internal

#endif
