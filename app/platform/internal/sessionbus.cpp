// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/internal/sessionbus.h"

#ifdef EARMARK_HAS_BUS

#include <QFile>
#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>

#include <memory>

namespace app::platform::internal {

bool hasSessionBus()
{
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")) {
        return true;
    }
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFile::exists(runtime + QStringLiteral("/bus"));
}

void connectToSessionBus(const QString &name,
                         QObject *context,
                         std::function<void(QDBusConnection)> ready)
{
    auto promise = std::make_shared<QPromise<bool>>();
    promise->start();
    // A watcher, not then(): that insists on its context living until the future is done.
    auto *watcher = new QFutureWatcher<bool>(context);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, context, [watcher, name, ready = std::move(ready)] {
            watcher->deleteLater();
            if (watcher->result()) {
                ready(QDBusConnection(name));
            }
        });
    watcher->setFuture(promise->future());
    QThreadPool::globalInstance()->start([promise, name] {
        const QDBusConnection bus =
            QDBusConnection::connectToBus(QDBusConnection::SessionBus, name);
        promise->addResult(bus.isConnected());
        promise->finish();
    });
}

} // namespace app::platform::internal

#endif
