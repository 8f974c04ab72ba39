// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/network/httpclient.h"
#include "app/network/internal/exchange.h"

#include <QFutureWatcher>
#include <QPromise>

#include <memory>

namespace app::network::internal {

/// One get(): collects the answer and settles the promise. Deletes itself. Thread: main.
class GetOperation final : public QObject
{
    Q_OBJECT

public:
    GetOperation(std::shared_ptr<Wire> wire, const HttpRequest &request, QObject *parent);

    [[nodiscard]] QFuture<base::Result<HttpReply>> start();

private:
    void settle(const base::Result<HttpReply> &result);

    QPromise<base::Result<HttpReply>> m_promise;
    QFutureWatcher<base::Result<HttpReply>> m_watcher;
    HttpReply m_reply;
    std::optional<qint64> m_length;
    Exchange m_exchange;
};

/// One transfer over Qt Network. Thread: main.
class QtTransfer final : public Transfer
{
    Q_OBJECT

public:
    QtTransfer(std::shared_ptr<Wire> wire, const TransferRequest &request);

    void abort() override { m_exchange.abort(); }

private:
    void onHead(const Head &head);
    void onFinished();
    void give(const base::Error &error);

    bool m_isPartial;
    qint64 m_asked;
    std::optional<qint64> m_askedEnd;
    qint64 m_next = 0;
    std::optional<qint64> m_end;
    Exchange m_exchange;
};

class QtClient final : public HttpClient
{
    Q_OBJECT

public:
    QtClient();

    [[nodiscard]] QFuture<base::Result<HttpReply>> get(const HttpRequest &request) override;
    [[nodiscard]] std::unique_ptr<Transfer> transfer(const TransferRequest &request) override;

private:
    std::shared_ptr<Wire> m_wire;
};

} // namespace app::network::internal
