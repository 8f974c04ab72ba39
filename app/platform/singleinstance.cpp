// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QTimer>

#include <chrono>
#include <optional>

namespace app::platform {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds patience = 2s;
constexpr qsizetype longestMessage = 64 * 1024;
constexpr char answer[] = "taken\n";

/// Short, since sockets' paths may have no more than about 100 bytes.
QString nameFor(const QString &folder)
{
    const QString canonical = QFileInfo(folder).canonicalFilePath();
    const QString whole = canonical.isEmpty() ? QDir(folder).absolutePath() : canonical;
    const QByteArray hash = QCryptographicHash::hash(whole.toUtf8(), QCryptographicHash::Sha1);
    return u"earmark-" + QString::fromLatin1(hash.toHex().left(20));
}

QByteArray messageOf(const QStringList &arguments)
{
    return QJsonDocument(QJsonArray::fromStringList(arguments)).toJson(QJsonDocument::Compact)
           + '\n';
}

/// Nothing when it is not a list of texts.
std::optional<QStringList> argumentsOf(const QByteArray &message)
{
    const QJsonDocument document = QJsonDocument::fromJson(message);
    if (!document.isArray()) {
        return std::nullopt;
    }
    QStringList arguments;
    for (const QJsonValue value : document.array()) {
        if (!value.isString()) {
            return std::nullopt;
        }
        arguments += value.toString();
    }
    return arguments;
}

} // namespace

SingleInstance::SingleInstance(const QString &libraryFolder)
    : m_name(nameFor(libraryFolder))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::welcome);
}

bool SingleInstance::handOver(const QStringList &arguments)
{
    const int wait = static_cast<int>(patience.count());
    const QByteArray message = messageOf(arguments);
    QLocalSocket first;
    first.connectToServer(m_name);
    if (!first.waitForConnected(wait)) {
        listen();
        return false;
    }
    if (message.size() > longestMessage) {
        return false;
    }
    first.write(message);
    while (first.bytesAvailable() < static_cast<qint64>(sizeof(answer) - 1)
           && first.waitForReadyRead(wait)) {
    }
    return first.readAll() == answer;
}

void SingleInstance::listen()
{
    // Nobody answered there: what an ended program left behind is in the way.
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
}

void SingleInstance::welcome()
{
    while (QLocalSocket *const guest = m_server.nextPendingConnection()) {
        guest->setReadBufferSize(longestMessage + 1);
        connect(guest, &QLocalSocket::disconnected, guest, &QObject::deleteLater);
        QTimer::singleShot(patience, guest, &QLocalSocket::abort);
        const auto read = [this, guest] {
            if (!guest->canReadLine()) {
                if (guest->bytesAvailable() > longestMessage) {
                    guest->abort();
                }
                return;
            }
            const auto arguments = argumentsOf(guest->readLine());
            if (arguments) {
                guest->write(answer);
                guest->flush();
            }
            guest->disconnectFromServer();
            if (arguments) {
                emit received(*arguments);
            }
        };
        connect(guest, &QLocalSocket::readyRead, this, read);
        read();
    }
}

} // namespace app::platform
