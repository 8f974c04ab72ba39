// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace app::network {

/// What one request may cost in time and space.
struct HttpLimits
{
    std::chrono::milliseconds silence{30'000}; ///< without a byte
    /// From asking to the last byte, without the wait for a free place; 0 is no bound.
    std::chrono::milliseconds total{100'000};
    qint64 bodyBytes = 64 * 1024 * 1024; ///< after decompression
    int redirects = 10;
};

/// A GET. Validators make it conditional.
struct HttpRequest
{
    QUrl url; ///< http or https; a login in it is shown only to its own host, when that asks
    QByteArray etag;
    QByteArray lastModified;
    QByteArray accept; ///< Accept header; empty sends */*
    HttpLimits limits;
};

/// What came back. 304 is an answer, not an error; other statuses from 300 on are errors.
struct HttpReply
{
    int status = 0;
    QByteArray body; ///< decompressed; empty with 304
    QUrl url;        ///< after redirects, without login
    /// Where the first hop moved to for good (301, 308), or the same address as https; else empty.
    QUrl movedTo;
    QByteArray etag;
    QByteArray lastModified;
    QByteArray contentType; ///< lower case, without parameters
    QByteArray charset;     ///< from the Content-Type header, or empty

    [[nodiscard]] bool notModified() const { return status == 304; }
};

/// A stretch of a file to be fetched.
struct TransferRequest
{
    QUrl url;
    qint64 offset = 0; ///< asks for the bytes from here on
    /// Asks for nothing from here on; the server may send it all the same.
    std::optional<qint64> end = std::nullopt;
    QByteArray validator; ///< If-Range: strong ETag or Last-Modified of what is already there
    HttpLimits limits{.silence = std::chrono::milliseconds(30'000),
                      .total = std::chrono::milliseconds(0),
                      .bodyBytes = 8LL * 1024 * 1024 * 1024};
};

/// A download under way, delivered piece by piece as it arrives, never compressed.
/// Destroying it aborts. Thread: main.
class Transfer : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Whether a server sends parts of a file.
    enum class Ranges { Untold, Yes, No };

    /// What the server says of the whole, known with headersArrived().
    struct Headers
    {
        int status = 0;
        bool isPart = false; ///< the part asked for; else the whole comes, whatever was asked for
        Ranges ranges = Ranges::Untold; ///< Yes with a part
        qint64 offset = 0; ///< of the first byte that comes; 0 when the server ignored the range
        std::optional<qint64> totalBytes; ///< of the whole file
        QByteArray validator;             ///< to send with the next TransferRequest
        QByteArray contentType;
        QUrl url;
    };

    virtual void abort() = 0;

signals:
    void headersArrived(const app::network::Transfer::Headers &headers);
    /// In order, from Headers::offset on.
    void bytesArrived(const QByteArray &bytes);
    /// All bytes asked for, or announced, came. Nothing is emitted afterwards.
    void finished();
    /// Includes an early end. Nothing is emitted afterwards.
    void failed(const app::base::Error &error);
};

/// HTTP as the app needs it, over Qt Network: redirects, gzip, limits, clear errors.
///
/// Requests to one host are at most 6 at a time, 32 in all; the rest wait in order.
/// Only http and https; a redirect to anything else, or from https to http with a login, is Denied.
/// Thread: main. It never blocks.
class HttpClient : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Errors: Offline, Timeout, HttpStatus (with the status; 401 and 403 are Denied), NotFound
    /// (404, 410, unknown host), TooLarge, Malformed (redirect loop, bad address, no HTTP), Denied
    /// (also: no secure connection). A compressed answer that breaks off counts as whole, because
    /// Qt tells no difference.
    /// Cancelling the future aborts the request.
    [[nodiscard]] virtual QFuture<base::Result<HttpReply>> get(const HttpRequest &request) = 0;

    /// Begins a transfer; connect to it before returning to the event loop. Without a validator it
    /// starts at 0, whatever the offset asked for: nobody could tell whether the parts fit.
    /// Errors: those of get(); Malformed also when another part comes than the one asked for;
    /// Unsupported when the server compresses regardless. One that only says so is believed its
    /// bytes instead.
    [[nodiscard]] virtual std::unique_ptr<Transfer> transfer(const TransferRequest &request) = 0;
};

/// The client over QNetworkAccessManager. It keeps no cookies and no cache.
[[nodiscard]] std::unique_ptr<HttpClient> makeHttpClient();

} // namespace app::network
