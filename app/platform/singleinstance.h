// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>
#include <QStringList>

namespace app::platform {

/// Lets a second start of the program hand what it was asked for to the one that runs already.
///
/// One per library. Only programs of the same user can reach it; what they send is no safer than a
/// command line. Thread: main.
class SingleInstance final : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(const QString &libraryFolder);

    /// Whether a program that runs already has taken the arguments. If not, this one takes them
    /// from later starts from now on; when even that cannot be (no place for a socket), starts stay
    /// apart. Waits at most 2 s, for one that hangs.
    [[nodiscard]] bool handOver(const QStringList &arguments);

    /// What its socket is called.
    [[nodiscard]] const QString &name() const { return m_name; }

signals:
    /// A later start was asked for these; none when it was just started.
    void received(const QStringList &arguments);

private:
    void listen();
    void welcome();

    QString m_name;
    QLocalServer m_server;
};

} // namespace app::platform
