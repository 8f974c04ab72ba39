// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/platform/internal/sessionbus.h"

#ifdef EARMARK_HAS_BUS

#include "app/platform/notifications.h"

#include <QDBusConnection>
#include <QList>

#include <optional>
#include <utility>

namespace app::platform::internal {

/// Notifications through org.freedesktop.Notifications.
class BusNotifications final : public Notifications
{
    Q_OBJECT

public:
    explicit BusNotifications(QObject *parent);
    ~BusNotifications() override;

    void show(const QString &title, const QString &body) override;

private:
    void askForMarkup(QDBusConnection bus);
    void send(const QString &title, const QString &body);

    QString m_connection;
    std::optional<QDBusConnection> m_bus; ///< once it is known whether bodies are markup
    bool m_markup = true;
    QList<std::pair<QString, QString>> m_early; ///< a few that came before
};

} // namespace app::platform::internal

#endif
