// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/notifications.h"

#include "app/platform/internal/busnotifications.h"

namespace app::platform {

namespace {

class NoNotifications final : public Notifications
{
public:
    using Notifications::Notifications;

    void show(const QString &, const QString &) override {}
};

} // namespace

Notifications *makeNotifications(QObject *parent)
{
#ifdef EARMARK_HAS_BUS
    if (internal::hasSessionBus()) {
        return new internal::BusNotifications(parent);
    }
#endif
    return new NoNotifications(parent);
}

} // namespace app::platform
