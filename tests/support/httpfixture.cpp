// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpfixture.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <array>
#include <optional>

namespace tests {

struct HttpFixture::State
{
    mutable std::mutex mutex;
    QHash<QByteArray, std::vector<HttpRoute>> routes;
    std::vector<HttpRecord> records;
    QString folder;
    int open = 0;
    int mostOpen = 0;
};

namespace {

QByteArray pathOnly(const QByteArray &target)
{
    return QUrl::fromPercentEncoding(target.split('?').first()).toUtf8();
}

QByteArray typeOf(const QString &name)
{
    const QList<std::pair<QLatin1String, QByteArray>> types{
        {QLatin1String(".xml"), "application/rss+xml"},
        {QLatin1String(".mp3"), "audio/mpeg"},
        {QLatin1String(".m4a"), "audio/mp4"},
        {QLatin1String(".opus"), "audio/ogg"},
        {QLatin1String(".wav"), "audio/wav"},
        {QLatin1String(".vtt"), "text/vtt"},
        {QLatin1String(".json"), "application/json"},
        {QLatin1String(".html"), "text/html; charset=utf-8"}};
    for (const auto &[suffix, type] : types) {
        if (name.endsWith(suffix)) {
            return type;
        }
    }
    return "application/octet-stream";
}

/// The route a file of the served folder amounts to.
HttpRoute fileRoute(const QString &folder, const QByteArray &path)
{
    HttpRoute missing;
    missing.status = 404;
    if (folder.isEmpty()) {
        return missing;
    }
    const QString root = QDir(folder).canonicalPath();
    const QString file = QFileInfo(root + QString::fromUtf8(path)).canonicalFilePath();
    QFile reader(file);
    if (!file.startsWith(root + u'/') || !reader.open(QIODevice::ReadOnly)) {
        return missing;
    }
    HttpRoute route;
    route.body = reader.readAll();
    route.contentType = typeOf(file);
    route.etag = '"' + QCryptographicHash::hash(route.body, QCryptographicHash::Sha1).toHex() + '"';
    return route;
}

/// One connection: reads requests and answers them one after the other.
class Connection final : public QObject
{
public:
    Connection(QTcpSocket *socket, std::shared_ptr<HttpFixture::State> state, QObject *parent)
        : QObject(parent)
        , m_socket(socket)
        , m_state(std::move(state))
    {
        socket->setParent(this);
        m_timer.setSingleShot(true);
        connect(socket, &QTcpSocket::readyRead, this, &Connection::read);
        connect(socket, &QTcpSocket::bytesWritten, this, &Connection::continueWriting);
        connect(socket, &QTcpSocket::disconnected, this, &Connection::deleteLater);
        connect(&m_timer, &QTimer::timeout, this, &Connection::writeSome);
    }

    ~Connection() override { setAnswering(false); }

    void drop() { m_socket->abort(); }

private:
    void read();
    void answer(const HttpRecord &record);
    HttpRoute takeRoute(const HttpRecord &record);
    void prepare(const HttpRecord &record);
    void applyRange(const HttpRecord &record);
    QByteArray head(qint64 length) const;
    void writeSome();
    void writeChunk();
    void continueWriting();
    void finishAnswer();
    void setAnswering(bool answering);

    [[nodiscard]] qint64 wholeSize() const { return m_route.body.size() * m_route.repeat; }

    QTcpSocket *m_socket;
    std::shared_ptr<HttpFixture::State> m_state;
    QTimer m_timer;
    QByteArray m_input;
    HttpRoute m_route;
    QByteArray m_head;
    QByteArray m_range;
    qint64 m_from = 0;
    qint64 m_until = 0;
    qint64 m_sent = 0;
    bool m_answering = false;
};

void Connection::setAnswering(bool answering)
{
    if (answering == m_answering) {
        return;
    }
    m_answering = answering;
    const std::lock_guard lock(m_state->mutex);
    m_state->open += answering ? 1 : -1;
    m_state->mostOpen = std::max(m_state->mostOpen, m_state->open);
}

void Connection::read()
{
    m_input += m_socket->readAll();
    const auto end = m_input.indexOf("\r\n\r\n");
    if (end < 0 || m_answering) {
        return;
    }
    const QList<QByteArray> lines = m_input.left(end).split('\n');
    m_input.remove(0, end + 4);
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    HttpRecord record;
    record.method = words.value(0);
    record.path = words.value(1);
    for (const QByteArray &line : lines.sliced(1)) {
        const auto colon = line.indexOf(':');
        record.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    answer(record);
}

HttpRoute Connection::takeRoute(const HttpRecord &record)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->records.push_back(record);
    const QByteArray path = pathOnly(record.path);
    const auto found = m_state->routes.find(path);
    if (found == m_state->routes.end()) {
        return fileRoute(m_state->folder, path);
    }
    HttpRoute route = found->front();
    if (found->size() > 1) {
        found->erase(found->begin());
    }
    return route;
}

void Connection::answer(const HttpRecord &record)
{
    setAnswering(true);
    m_route = takeRoute(record);
    if (const auto twist = m_route.twist) {
        twist(record, m_route);
    }
    if (m_route.noAnswer) {
        return;
    }
    prepare(record);
    qint64 length = m_until - m_from;
    if (m_route.claimedLength >= 0) {
        length = m_route.claimedLength;
    }
    m_head = m_route.rawHead.isEmpty() ? head(length) : m_route.rawHead;
    m_sent = 0;
    writeSome();
}

void Connection::prepare(const HttpRecord &record)
{
    if (!m_route.user.isEmpty()) {
        const QByteArray login = m_route.user + ':' + m_route.password;
        if (record.headers.value("authorization") != "Basic " + login.toBase64()) {
            m_route = HttpRoute{.status = 401};
            m_route.headers.emplace_back("WWW-Authenticate", "Basic realm=\"feed\"");
        }
    }
    if (m_route.gzip) {
        m_route.body = gzipped(m_route.body);
        m_route.headers.emplace_back("Content-Encoding", "gzip");
    }
    const QByteArray since = record.headers.value("if-modified-since");
    const bool sameTag =
        !m_route.etag.isEmpty() && record.headers.value("if-none-match") == m_route.etag;
    const bool sameDate = !m_route.lastModified.isEmpty() && since == m_route.lastModified;
    if (m_route.status == 200 && (sameTag || sameDate)) {
        m_route.status = 304;
        m_route.body.clear();
    }
    m_range.clear();
    m_from = 0;
    m_until = wholeSize();
    applyRange(record);
}

void Connection::applyRange(const HttpRecord &record)
{
    const QByteArray range = record.headers.value("range");
    const QByteArray condition = record.headers.value("if-range");
    const bool matches =
        condition.isEmpty() || condition == m_route.etag || condition == m_route.lastModified;
    if (!m_route.ranges || m_route.status != 200 || !range.startsWith("bytes=") || !matches) {
        return;
    }
    const qint64 whole = wholeSize();
    const auto dash = range.indexOf('-');
    const qint64 from = range.mid(6, dash - 6).toLongLong();
    bool bounded = false;
    const qint64 last = range.mid(dash + 1).toLongLong(&bounded);
    if (from >= whole || m_route.refuseRanges) {
        m_route.status = 416;
        m_route.body.clear();
        m_range = "bytes */" + QByteArray::number(whole);
        m_until = 0;
        return;
    }
    m_from = from;
    m_until = bounded ? std::min(last + 1, whole) : whole;
    m_route.status = 206;
    m_range = "bytes " + QByteArray::number(from) + '-' + QByteArray::number(m_until - 1) + '/'
              + QByteArray::number(whole);
}

QByteArray Connection::head(qint64 length) const
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(m_route.status) + " Answer\r\n";
    const auto add = [&text](const QByteArray &name, const QByteArray &value) {
        if (!value.isEmpty()) {
            text += name + ": " + value + "\r\n";
        }
    };
    add("Content-Type", m_route.status == 304 ? QByteArray() : m_route.contentType);
    add("ETag", m_route.etag);
    add("Last-Modified", m_route.lastModified);
    add("Location", m_route.location);
    add("Accept-Ranges", m_route.ranges && m_route.status < 300 ? "bytes" : QByteArray());
    add("Content-Range", m_route.contentRange.isEmpty() ? m_range : m_route.contentRange);
    if (m_route.endless || m_route.noLength) {
        add("Connection", "close");
    } else if (m_route.status != 304) {
        add("Content-Length", QByteArray::number(length));
    }
    for (const auto &[name, value] : m_route.headers) {
        add(name, value);
    }
    return text + "\r\n";
}

void Connection::writeSome()
{
    if (m_head.isEmpty()) {
        writeChunk();
    } else if (m_route.dripHeaders) {
        m_socket->write(m_head.left(1));
        m_head.remove(0, 1);
        m_timer.start(m_route.interval);
    } else {
        m_socket->write(std::exchange(m_head, {}));
        writeChunk();
    }
}

void Connection::writeChunk()
{
    const qint64 left = m_route.endless ? m_route.chunkBytes : m_until - m_from - m_sent;
    qint64 size = std::min(left, m_route.chunkBytes);
    if (m_route.stopAfter >= 0) {
        size = std::min(size, m_route.stopAfter - m_sent);
    }
    if (size <= 0) {
        finishAnswer();
        return;
    }
    QByteArray chunk;
    while (chunk.size() < size) {
        const qint64 at = (m_from + m_sent + chunk.size()) % m_route.body.size();
        chunk += m_route.body.mid(at, size - chunk.size());
    }
    m_sent += chunk.size();
    m_socket->write(chunk);
    if (m_route.interval.count() > 0) {
        m_timer.start(m_route.interval);
    }
}

void Connection::continueWriting()
{
    if (m_answering && m_route.interval.count() == 0 && m_head.isEmpty() && !m_route.noAnswer
        && m_socket->bytesToWrite() == 0) {
        writeChunk();
    }
}

void Connection::finishAnswer()
{
    const bool early = m_route.stopAfter >= 0 && m_sent < m_until - m_from;
    if (early && m_route.then == HttpRoute::Then::Stall) {
        return;
    }
    setAnswering(false);
    if (early || m_route.noLength || m_route.endless || m_route.claimedLength >= 0
        || !m_route.rawHead.isEmpty()) {
        m_socket->disconnectFromHost();
    } else if (!m_input.isEmpty()) {
        QMetaObject::invokeMethod(this, &Connection::read, Qt::QueuedConnection);
    }
}

/// Accepts connections on the fixture's thread.
class Server final : public QObject
{
public:
    explicit Server(std::shared_ptr<HttpFixture::State> state)
        : m_state(std::move(state))
        , m_listener(this)
    {
        connect(&m_listener, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = m_listener.nextPendingConnection()) {
                m_connections.append(new Connection(socket, m_state, this));
            }
        });
    }

    quint16 listen()
    {
        return m_listener.listen(QHostAddress::LocalHost) ? m_listener.serverPort() : quint16(0);
    }

    void dropAll()
    {
        const auto connections = std::exchange(m_connections, {});
        for (const auto &connection : connections) {
            if (connection) {
                connection->drop();
            }
        }
    }

private:
    std::shared_ptr<HttpFixture::State> m_state;
    QTcpServer m_listener;
    QList<QPointer<Connection>> m_connections;
};

QByteArray littleEndian(quint32 number)
{
    QByteArray bytes;
    for (int shift = 0; shift < 32; shift += 8) {
        bytes.append(static_cast<char>((number >> shift) & 0xffU));
    }
    return bytes;
}

quint32 crc32(const QByteArray &bytes)
{
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < 256; ++i) {
        quint32 entry = i;
        for (int bit = 0; bit < 8; ++bit) {
            entry = (entry & 1U) != 0 ? (entry >> 1) ^ 0xedb88320U : entry >> 1;
        }
        table.at(i) = entry;
    }
    quint32 sum = 0xffffffffU;
    for (const char byte : bytes) {
        sum = table.at((sum ^ static_cast<quint8>(byte)) & 0xffU) ^ (sum >> 8);
    }
    return ~sum;
}

} // namespace

HttpFixture::HttpFixture()
    : m_state(std::make_shared<State>())
{
    auto *server = new Server(m_state);
    m_server = server;
    server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, server, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        server, [this, server] { m_port = server->listen(); }, Qt::BlockingQueuedConnection);
    Q_ASSERT(m_port != 0);
}

HttpFixture::~HttpFixture()
{
    m_thread.quit();
    m_thread.wait();
}

QUrl HttpFixture::url(const QString &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(path));
}

void HttpFixture::set(const QString &path, const HttpRoute &route)
{
    setSequence(path, {route});
}

void HttpFixture::setSequence(const QString &path, const std::vector<HttpRoute> &routes)
{
    Q_ASSERT(!routes.empty());
    const std::lock_guard lock(m_state->mutex);
    m_state->routes.insert(path.toUtf8(), routes);
}

void HttpFixture::serveFolder(const QString &folder)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->folder = folder;
}

std::vector<HttpRecord> HttpFixture::requests() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->records;
}

std::vector<HttpRecord> HttpFixture::requests(const QString &path) const
{
    std::vector<HttpRecord> chosen;
    for (const HttpRecord &record : requests()) {
        if (pathOnly(record.path) == path.toUtf8()) {
            chosen.push_back(record);
        }
    }
    return chosen;
}

int HttpFixture::mostAtOnce() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->mostOpen;
}

void HttpFixture::dropAll()
{
    auto *server = static_cast<Server *>(m_server);
    QMetaObject::invokeMethod(
        server, [server] { server->dropAll(); }, Qt::BlockingQueuedConnection);
}

QByteArray gzipped(const QByteArray &bytes)
{
    // qCompress writes its own length, then a zlib stream: header (2), deflate data, sum (4).
    const QByteArray zlib = qCompress(bytes, 9).sliced(4);
    QByteArray file = QByteArray::fromHex("1f8b08000000000000ff");
    file += zlib.sliced(2, zlib.size() - 6);
    file += littleEndian(crc32(bytes));
    file += littleEndian(static_cast<quint32>(bytes.size()));
    return file;
}

} // namespace tests
