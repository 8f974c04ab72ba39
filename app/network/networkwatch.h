// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace app::network {

/// Whether this computer slept between two looks at both clocks. Thread: any.
[[nodiscard]] bool looksLikeSleep(std::chrono::milliseconds wall, std::chrono::milliseconds steady);

/// Tells when connections made before are likely dead, and new ones likely work: this computer woke
/// up, or has another network, or a network again.
///
/// Knows of networks only where Qt has a plugin for the system. Thread: main.
class NetworkWatch final : public QObject
{
    Q_OBJECT

public:
    explicit NetworkWatch(QObject *parent = nullptr);

    /// Whether anybody wants to know; nothing is looked at meanwhile.
    void setActive(bool active);
    /// Also watches the networks from now on; the first time takes some milliseconds.
    void watchNetworks();

signals:
    void cameBack();

private:
    void look();

    QTimer m_timer;
    QElapsedTimer m_steady;
    qint64 m_wall = 0;
    bool m_watching = false;
};

} // namespace app::network
