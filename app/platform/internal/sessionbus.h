// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#if defined(QT_DBUS_LIB) && defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
#define EARMARK_HAS_BUS

#include <QDBusConnection>
#include <QObject>
#include <QString>

#include <functional>

namespace app::platform::internal {

/// Whether this session seems to have a message bus. Qt would start one where there is none.
[[nodiscard]] bool hasSessionBus();

/// Connects to the session bus on another thread, because that waits for the bus, and then calls
/// \p ready on the thread of \p context, unless that is gone or the bus does not answer.
void connectToSessionBus(const QString &name,
                         QObject *context,
                         std::function<void(QDBusConnection)> ready);

} // namespace app::platform::internal

#endif
