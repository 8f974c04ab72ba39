// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/network/internal/exchange.h"

#include "app/base/logging.h"
#include "app/network/internal/failures.h"
#include "app/network/internal/headervalues.h"
#include "app/network/internal/redirects.h"
#include "app/network/login.h"

#include <QNetworkRequest>

namespace app::network::internal {

using base::Error;
using base::ErrorCode;

namespace {

/// Of a redirect's or refusal's own page; more is cut off with the connection.
constexpr qint64 skippedBytes = 64 * 1024;
/// How every gzip file begins. Source: RFC 1952, 2.3.1.
constexpr char gzipMagic[] = "\x1f\x8b\x08";
constexpr qint64 gzipMagicBytes = 3;
constexpr qint64 pieceBytes = 256 * 1024;
/// What Qt may hold of a transfer that is written slower than it comes.
constexpr qint64 bufferBytes = 4 * 1024 * 1024;

} // namespace

Exchange::Exchange(std::shared_ptr<Wire> wire, Ask ask)
    : m_wire(std::move(wire))
    , m_ask(std::move(ask))
    , m_url(m_ask.url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment))
{
    m_silence.setSingleShot(true);
    m_silence.setInterval(m_ask.limits.silence);
    m_total.setSingleShot(true);
    m_total.setInterval(m_ask.limits.total);
    connect(&m_silence, &QTimer::timeout, this, &Exchange::onSilence);
    connect(&m_total, &QTimer::timeout, this, [this] {
        fail(durationError(m_url.host(), m_ask.limits.total));
    });
}

Exchange::~Exchange()
{
    abort();
}

void Exchange::start()
{
    if (m_stage == Stage::Over) {
        return;
    }
    if (const auto usable = checkAddress(m_ask.url); !usable) {
        fail(usable.error());
        return;
    }
    takeTurn(false);
}

void Exchange::abort()
{
    m_stage = Stage::Over;
    m_silence.stop();
    m_total.stop();
    endReply();
}

void Exchange::takeTurn(bool ahead)
{
    m_stage = Stage::Waiting;
    m_ticket = m_wire->queue.enter(m_url.host(), ahead, [this] { send(); });
}

void Exchange::send()
{
    m_stage = Stage::Head;
    m_skipped = 0;
    m_visited.append(m_url);
    m_silence.start();
    if (m_ask.limits.total.count() > 0 && !m_total.isActive()) {
        m_total.start();
    }
    m_reply = m_wire->manager.get(request());
    if (m_ask.verbatim) {
        m_reply->setReadBufferSize(bufferBytes);
    }
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::onHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::onBytes);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::onReplyFinished);
}

QNetworkRequest Exchange::request() const
{
    QNetworkRequest request(m_url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    // Our own limit counts the unpacked bytes while they come, so Qt's guess is not needed.
    request.setDecompressedSafetyCheckThreshold(-1);
    request.setRawHeader("User-Agent", "Earmark/" EARMARK_VERSION);
    request.setRawHeader("Accept", m_ask.accept.isEmpty() ? QByteArray("*/*") : m_ask.accept);
    const auto add = [&request](const HeaderList &headers) {
        for (const auto &[name, value] : headers) {
            request.setRawHeader(name, value);
        }
    };
    add(m_ask.headers);
    add(m_ask.range);
    if (m_ask.verbatim) {
        request.setRawHeader("Accept-Encoding", "identity");
    }
    if (const QByteArray login = authorization(); !login.isEmpty()) {
        request.setRawHeader("Authorization", login);
    }
    return request;
}

QByteArray Exchange::authorization() const
{
    if (m_login == Login::Unasked || !mayShareLogin(m_ask.url, m_url)) {
        return {};
    }
    const QString login =
        m_ask.url.userName(QUrl::FullyDecoded) + u':' + m_ask.url.password(QUrl::FullyDecoded);
    const QByteArray bytes = m_login == Login::Latin1 ? login.toLatin1() : login.toUtf8();
    return "Basic " + bytes.toBase64();
}

bool Exchange::hasLogin() const
{
    return !m_ask.url.userInfo().isEmpty();
}

void Exchange::onHead()
{
    if (m_stage != Stage::Head) {
        return;
    }
    m_silence.start();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool isAnswer = (status >= 200 && status < 300) || status == 304;
    if (isAnswer && m_ask.verbatim && isPacked() && m_reply->bytesAvailable() < gzipMagicBytes
        && !m_reply->isFinished()) {
        return; // whether it really is packed shows in the first bytes
    }
    if (status >= 200) {
        m_stage = Stage::Skipping;
    }
    if (isAnswer) {
        beginBody();
    }
}

bool Exchange::isPacked() const
{
    const QByteArray coding = m_reply->rawHeader("Content-Encoding").trimmed().toLower();
    return !coding.isEmpty() && coding != "identity";
}

bool Exchange::isTrulyPacked() const
{
    // Servers with ready-made .mp3 files are known to call them gzip; the bytes tell the truth.
    const QByteArray coding = m_reply->rawHeader("Content-Encoding").trimmed().toLower();
    return (coding != "gzip" && coding != "x-gzip") || m_reply->peek(gzipMagicBytes) == gzipMagic;
}

void Exchange::beginBody()
{
    if (m_ask.verbatim && isPacked() && isTrulyPacked()) {
        // Unpacking it is not safe: Qt takes a packed answer that breaks off for a whole one.
        fail({ErrorCode::Unsupported,
              QStringLiteral("the server %1 sends the file compressed, though asked not to")
                  .arg(m_url.host()),
              0});
        return;
    }
    const Head answer = head();
    if (answer.length && *answer.length > m_ask.limits.bodyBytes) {
        fail(sizeError(m_url.host(), m_ask.limits.bodyBytes));
        return;
    }
    m_stage = Stage::Body;
    emit headArrived(answer);
}

Head Exchange::head() const
{
    Head answer;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.url = m_url;
    answer.movedTo = m_movedTo;
    answer.etag = m_reply->rawHeader("ETag");
    answer.lastModified = m_reply->rawHeader("Last-Modified");
    answer.contentType = m_reply->rawHeader("Content-Type");
    answer.contentRange = m_reply->rawHeader("Content-Range");
    answer.acceptRanges = m_reply->rawHeader("Accept-Ranges").trimmed().toLower();
    if ((m_ask.verbatim || !isPacked()) && answer.status != 304) {
        answer.length = parseLength(m_reply->rawHeader("Content-Length"));
    }
    return answer;
}

void Exchange::onBytes()
{
    m_silence.start();
    const QPointer<Exchange> self(this);
    onHead();
    if (!self) {
        return;
    }
    if (m_stage == Stage::Body) {
        readBody();
    } else if (m_stage == Stage::Skipping) {
        m_skipped += m_reply->skip(m_reply->bytesAvailable());
        if (m_skipped > skippedBytes) {
            decide(m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt());
        }
    }
}

void Exchange::readBody()
{
    const QPointer<Exchange> self(this);
    while (m_stage == Stage::Body && m_reply) {
        const QByteArray piece = m_reply->read(pieceBytes);
        if (piece.isEmpty()) {
            return;
        }
        m_received += piece.size();
        if (m_received > m_ask.limits.bodyBytes) {
            fail(sizeError(m_url.host(), m_ask.limits.bodyBytes));
            return;
        }
        emit bytesArrived(piece);
        if (!self) {
            return;
        }
    }
}

void Exchange::onReplyFinished()
{
    const QPointer<Exchange> self(this);
    const QNetworkReply::NetworkError code = m_reply->error();
    const QString said = m_reply->errorString();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    onHead();
    if (!self || !m_reply) {
        return;
    }
    if (m_stage == Stage::Skipping && status >= 300) {
        decide(status);
        return;
    }
    if (m_stage == Stage::Body) {
        readBody();
        if (!self || m_stage != Stage::Body) {
            return;
        }
    }
    if (code != QNetworkReply::NoError || m_stage != Stage::Body) {
        const bool asksForLink = code == QNetworkReply::HostNotFoundError;
        fail(connectionError(code, m_url.host(), said, !asksForLink || hasNetworkLink()));
        return;
    }
    abort();
    emit finished();
}

void Exchange::onSilence()
{
    if (m_stage == Stage::Skipping) {
        decide(m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt());
    } else {
        fail(silenceError(m_url.host(), m_ask.limits.silence));
    }
}

void Exchange::decide(int status)
{
    if (isRedirect(status)) {
        follow(status);
    } else if (status == 401 && showLogin()) {
        again();
    } else if (status == 416 && !m_ask.range.empty()) {
        // What is there already is longer than the file is now: fetch the whole.
        m_ask.range.clear();
        again();
    } else {
        fail(statusError(status, m_url.host()));
    }
}

bool Exchange::showLogin()
{
    if (!hasLogin() || !mayShareLogin(m_ask.url, m_url)) {
        return false;
    }
    if (m_login == Login::Unasked) {
        m_login = Login::Latin1;
        return true;
    }
    // Two ways of writing letters beyond ASCII are in use; servers do not say which is theirs.
    const QByteArray before = authorization();
    m_login = Login::Utf8;
    return authorization() != before;
}

void Exchange::follow(int status)
{
    const auto target = redirectTarget(m_url, m_reply->rawHeader("Location"), hasLogin());
    if (!target) {
        fail(target.error());
        return;
    }
    if (m_visited.contains(*target) || m_visited.size() > m_ask.limits.redirects) {
        fail({ErrorCode::Malformed,
              QStringLiteral("the server %1 redirects in a circle or too often").arg(m_url.host()),
              0});
        return;
    }
    if (m_movedTo.isEmpty() && m_url == m_visited.first()) {
        m_movedTo = permanentTarget(m_ask.url, status, *target);
    }
    qCDebug(base::logNetwork) << "redirect from" << m_url.host() << "to" << target->host();
    m_url = *target;
    again();
}

void Exchange::again()
{
    m_silence.stop();
    endReply();
    takeTurn(true);
}

void Exchange::endReply()
{
    if (m_reply) {
        QNetworkReply *reply = m_reply;
        m_reply.clear();
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
    m_wire->queue.leave(std::exchange(m_ticket, 0));
}

void Exchange::fail(const Error &error)
{
    abort();
    emit failed(error);
}

} // namespace app::network::internal
