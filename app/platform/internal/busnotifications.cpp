// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/internal/busnotifications.h"

#ifdef EARMARK_HAS_BUS

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

namespace app::platform::internal {

namespace {

constexpr qsizetype longestTitle = 200;
constexpr qsizetype longestBody = 1000;
constexpr qsizetype mostEarly = 10;

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.Notifications"),
                                          QStringLiteral("/org/freedesktop/Notifications"),
                                          QStringLiteral("org.freedesktop.Notifications"),
                                          method);
}

} // namespace

BusNotifications::BusNotifications(QObject *parent)
    : Notifications(parent)
{
    static quint64 counter = 0;
    m_connection = QStringLiteral("earmark-notifications-%1").arg(++counter);
    connectToSessionBus(
        m_connection, this, [this](const QDBusConnection &bus) { askForMarkup(bus); });
}

BusNotifications::~BusNotifications()
{
    m_bus.reset();
    QDBusConnection::disconnectFromBus(m_connection);
}

void BusNotifications::askForMarkup(QDBusConnection bus)
{
    auto *watcher =
        new QDBusPendingCallWatcher(bus.asyncCall(call(QStringLiteral("GetCapabilities"))), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, bus] {
        const QDBusPendingReply<QStringList> reply = *watcher;
        watcher->deleteLater();
        m_markup = reply.isError() || reply.value().contains(QLatin1String("body-markup"));
        m_bus = bus;
        for (const auto &[title, body] : std::exchange(m_early, {})) {
            send(title, body);
        }
    });
}

void BusNotifications::show(const QString &title, const QString &body)
{
    if (m_bus) {
        send(title, body);
    } else if (m_early.size() < mostEarly) {
        m_early.append({title, body});
    }
}

void BusNotifications::send(const QString &title, const QString &body)
{
    const QString text = body.left(longestBody);
    QDBusMessage notify = call(QStringLiteral("Notify"));
    notify << QStringLiteral("Earmark") << 0U << QStringLiteral("earmark")
           << title.left(longestTitle) << (m_markup ? text.toHtmlEscaped() : text) << QStringList()
           << QVariantMap{{QStringLiteral("desktop-entry"), QStringLiteral("earmark")}} << -1;
    m_bus->asyncCall(notify);
}

} // namespace app::platform::internal

#endif
