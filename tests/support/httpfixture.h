// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QThread>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace tests {

/// One request as it came in.
struct HttpRecord
{
    QByteArray method;
    QByteArray path;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
};

/// How the server answers one path, honestly or not.
struct HttpRoute
{
    enum class Then { Finish, Drop, Stall };

    int status = 200;
    QByteArray body{};
    QByteArray contentType = "application/octet-stream";
    QByteArray etag{};         ///< with quotes; answers If-None-Match with 304
    QByteArray lastModified{}; ///< answers If-Modified-Since with 304 when equal
    QByteArray location{};     ///< with a redirect
    std::vector<std::pair<QByteArray, QByteArray>> headers{};
    bool ranges = true;        ///< honours Range and If-Range, and says so with Accept-Ranges
    bool refuseRanges = false; ///< answers 416 to every Range
    bool gzip = false;         ///< compresses the body, even for a client that did not ask
    qint64 repeat = 1;         ///< the body comes so many times in a row
    bool endless = false;      ///< the body comes again and again until the client goes

    qint64 chunkBytes = 64 * 1024;         ///< written at once
    std::chrono::milliseconds interval{0}; ///< pause between two chunks: a dripping server
    qint64 stopAfter = -1;                 ///< after so many body bytes comes `then`
    Then then = Then::Finish;

    qint64 claimedLength = -1; ///< Content-Length instead of the true one
    bool noLength = false;     ///< no Content-Length: the end of the connection ends the body
    QByteArray contentRange{}; ///< Content-Range instead of the true one
    QByteArray rawHead{};      ///< sent in place of the status line and all headers
    bool noAnswer = false;     ///< reads the request and says nothing
    bool dripHeaders = false;  ///< one byte of the head for each interval

    /// Changes the answer to one request, on the server's thread; for servers of many moods.
    std::function<void(const HttpRecord &, HttpRoute &)> twist{};

    QByteArray user{};     ///< asks for this login with 401
    QByteArray password{}; ///< in the bytes the client has to send
};

/// A web server on the loopback interface, on a free port and a thread of its own, so that it also
/// serves tests that block and programs started with QProcess. Thread: any.
class HttpFixture final
{
public:
    HttpFixture();
    ~HttpFixture();

    HttpFixture(const HttpFixture &) = delete;
    HttpFixture &operator=(const HttpFixture &) = delete;

    /// \param path  with the leading slash; a query may follow and is ignored by the routes
    [[nodiscard]] QUrl url(const QString &path) const;

    /// As text, for command lines and feeds.
    [[nodiscard]] QString address(const QString &path) const { return url(path).toString(); }

    void set(const QString &path, const HttpRoute &route);
    /// One answer after the other; the last one stays.
    void setSequence(const QString &path, const std::vector<HttpRoute> &routes);
    /// Files of a folder for paths without a route, with ETag, type by suffix and ranges.
    void serveFolder(const QString &folder);

    [[nodiscard]] std::vector<HttpRecord> requests() const;
    [[nodiscard]] std::vector<HttpRecord> requests(const QString &path) const;
    /// Most requests that were being answered at one moment.
    [[nodiscard]] int mostAtOnce() const;
    /// Ends all that stall or drip for good, now and later.
    void dropAll();

    struct State;

private:
    std::shared_ptr<State> m_state;
    QThread m_thread;
    QObject *m_server = nullptr;
    quint16 m_port = 0;
};

/// \p bytes as a gzip file (RFC 1952).
[[nodiscard]] QByteArray gzipped(const QByteArray &bytes);

} // namespace tests
