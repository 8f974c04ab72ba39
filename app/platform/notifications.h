// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

namespace app::platform {

/// Short messages of the desktop. Thread: main. Nothing here waits for the system.
class Notifications : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Plain text; whatever looks like markup is shown as it is. Long texts are cut.
    virtual void show(const QString &title, const QString &body) = 0;
};

/// This system's notifications, or some that do nothing where it has none. Never null.
/// Source: Desktop Notifications Specification 1.2 on Linux.
[[nodiscard]] Notifications *makeNotifications(QObject *parent);

} // namespace app::platform
