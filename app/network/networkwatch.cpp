// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/networkwatch.h"

#include "app/base/logging.h"

#include <QDateTime>
#include <QNetworkInformation>

namespace app::network {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds lookEvery{5000};
/// A clock set by hand or by a time server is off by less, as a rule; and a wrong guess costs one
/// request.
constexpr milliseconds shortestSleep{10'000};

} // namespace

bool looksLikeSleep(milliseconds wall, milliseconds steady)
{
    return wall - steady >= shortestSleep;
}

NetworkWatch::NetworkWatch(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(lookEvery);
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &NetworkWatch::look);
}

void NetworkWatch::setActive(bool active)
{
    if (active == m_timer.isActive()) {
        return;
    }
    if (!active) {
        m_timer.stop();
        return;
    }
    m_wall = QDateTime::currentMSecsSinceEpoch();
    m_steady.start();
    m_timer.start();
}

void NetworkWatch::watchNetworks()
{
    if (m_watching) {
        return;
    }
    m_watching = true;
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        qCDebug(base::logNetwork) << "the system does not tell when its network comes and goes";
        return;
    }
    const QNetworkInformation *networks = QNetworkInformation::instance();
    connect(networks,
            &QNetworkInformation::reachabilityChanged,
            this,
            [this](QNetworkInformation::Reachability reachability) {
                if (reachability == QNetworkInformation::Reachability::Online) {
                    emit cameBack();
                }
            });
    connect(networks, &QNetworkInformation::transportMediumChanged, this, &NetworkWatch::cameBack);
}

void NetworkWatch::look()
{
    const qint64 wall = QDateTime::currentMSecsSinceEpoch();
    const bool slept =
        looksLikeSleep(milliseconds(wall - m_wall), milliseconds(m_steady.restart()));
    m_wall = wall;
    if (slept) {
        emit cameBack();
    }
}

} // namespace app::network
