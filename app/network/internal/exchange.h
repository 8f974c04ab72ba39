// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/error.h"
#include "app/network/cachepolicy.h"
#include "app/network/httpclient.h"
#include "app/network/internal/requestqueue.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

namespace app::network::internal {

/// What all requests of one client share. Lives as long as the last of them.
struct Wire
{
    QNetworkAccessManager manager;
    RequestQueue queue;
};

/// What to ask for.
struct Ask
{
    QUrl url; ///< may hold a login
    QByteArray accept;
    HeaderList headers;    ///< conditional
    HeaderList range;      ///< given up when the server cannot serve it
    bool verbatim = false; ///< without compression, for files that are to be continued later
    HttpLimits limits;
};

/// The head of the answer that counts, after redirects and logins.
struct Head
{
    int status = 0;
    QUrl url;
    QUrl movedTo;
    QByteArray etag;
    QByteArray lastModified;
    QByteArray contentType;
    QByteArray contentRange;
    QByteArray acceptRanges;
    std::optional<qint64> length; ///< of the bytes to come; unknown when they come compressed
};

/// One GET from asking to the last byte: waits its turn, follows redirects, shows a login when
/// asked to, keeps the limits. Destroying it aborts. Thread: main.
class Exchange final : public QObject
{
    Q_OBJECT

public:
    Exchange(std::shared_ptr<Wire> wire, Ask ask);
    ~Exchange() override;

    /// May emit failed() at once, when the address is none.
    void start();
    /// Nothing is emitted afterwards.
    void abort();

signals:
    /// Status 200 to 299, or 304.
    void headArrived(const app::network::internal::Head &head);
    void bytesArrived(const QByteArray &bytes);
    /// Nothing is emitted after this or failed().
    void finished();
    void failed(const app::base::Error &error);

private:
    enum class Stage { Waiting, Head, Skipping, Body, Over };
    enum class Login { Unasked, Latin1, Utf8 };

    void takeTurn(bool ahead);
    void send();
    [[nodiscard]] QNetworkRequest request() const;
    [[nodiscard]] QByteArray authorization() const;
    void onHead();
    void onBytes();
    void onReplyFinished();
    void onSilence();
    void beginBody();
    void readBody();
    void decide(int status);
    bool showLogin();
    void follow(int status);
    void again();
    void endReply();
    void fail(const base::Error &error);
    [[nodiscard]] Head head() const;
    [[nodiscard]] bool hasLogin() const;
    [[nodiscard]] bool isPacked() const;
    [[nodiscard]] bool isTrulyPacked() const;

    std::shared_ptr<Wire> m_wire;
    Ask m_ask;
    QUrl m_url; ///< of this hop, without login
    QUrl m_movedTo;
    QList<QUrl> m_visited;
    Stage m_stage = Stage::Waiting;
    Login m_login = Login::Unasked;
    RequestQueue::Ticket m_ticket = 0;
    QPointer<QNetworkReply> m_reply;
    QTimer m_silence;
    QTimer m_total;
    qint64 m_received = 0;
    qint64 m_skipped = 0;
};

} // namespace app::network::internal
