// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/base/result.h"
#include "app/timestamps/mediatime.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <concepts>
#include <optional>

struct sqlite3_stmt;

namespace app::library {

class Connection;

/// One prepared SQL statement, given back to its connection's cache when it goes.
///
/// Mind the trap of SQLite's own interface, kept here: parameters count from 1, columns from 0.
/// A failure sticks: bind and next() after it do nothing, finish() tells it. Thread: its
/// connection's.
class Statement final
{
public:
    Statement(Statement &&other) noexcept;
    ~Statement();

    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    Statement &operator=(Statement &&) = delete;

    /// \param parameter  counted from 1
    void bind(int parameter, std::nullptr_t);
    void bind(int parameter, qint64 value);
    void bind(int parameter, double value);
    void bind(int parameter, const QString &value);
    void bind(int parameter, const QByteArray &value);
    /// Milliseconds since 1970, UTC; NULL when invalid.
    void bind(int parameter, const QDateTime &value);

    template <std::integral Number>
    void bind(int parameter, Number value)
    {
        bind(parameter, static_cast<qint64>(value));
    }

    void bind(int parameter, timestamps::Duration value)
    {
        bind(parameter, static_cast<qint64>(value.count()));
    }

    void bind(int parameter, timestamps::MediaTime value) { bind(parameter, value.ms()); }

    template <typename Tag>
    void bind(int parameter, base::Id<Tag> value)
    {
        bind(parameter, value.number());
    }

    void bind(int parameter, const base::NoteId &value) { bind(parameter, value.text()); }

    template <typename Value>
    void bind(int parameter, const std::optional<Value> &value)
    {
        if (value) {
            bind(parameter, *value);
        } else {
            bind(parameter, nullptr);
        }
    }

    /// Goes to the next row. \returns false at the end and after a failure; finish() tells which
    [[nodiscard]] bool next();
    /// Ends the statement so that it can be bound and run again. \returns what failed, if anything
    [[nodiscard]] base::Result<void> finish();
    /// Runs a statement whose rows are not wanted.
    [[nodiscard]] base::Result<void> run();

    /// \param column  counted from 0; NULL reads as 0, empty or false
    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] double real(int column) const;

    [[nodiscard]] bool flag(int column) const { return number(column) != 0; }

    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::optional<qint64> optionalNumber(int column) const;
    /// In UTC; invalid for NULL.
    [[nodiscard]] QDateTime date(int column) const;
    [[nodiscard]] timestamps::MediaTime mediaTime(int column) const;
    [[nodiscard]] std::optional<timestamps::Duration> duration(int column) const;

private:
    friend class Connection;
    Statement(Connection &connection, sqlite3_stmt *handle);
    Statement(Connection &connection, base::Error error);
    void check(int code);

    Connection *m_connection;
    sqlite3_stmt *m_handle = nullptr;
    std::optional<base::Error> m_error;
};

/// Reads a row's columns one after the other, so that their order stands in one place only.
class ColumnReader final
{
public:
    explicit ColumnReader(const Statement &statement, int firstColumn = 0)
        : m_statement(statement)
        , m_column(firstColumn)
    {}

    [[nodiscard]] qint64 number() { return m_statement.number(m_column++); }

    [[nodiscard]] double real() { return m_statement.real(m_column++); }

    [[nodiscard]] bool flag() { return m_statement.flag(m_column++); }

    [[nodiscard]] QString text() { return m_statement.text(m_column++); }

    [[nodiscard]] QByteArray bytes() { return m_statement.bytes(m_column++); }

    [[nodiscard]] QDateTime date() { return m_statement.date(m_column++); }

    [[nodiscard]] timestamps::MediaTime mediaTime() { return m_statement.mediaTime(m_column++); }

    [[nodiscard]] std::optional<timestamps::Duration> duration()
    {
        return m_statement.duration(m_column++);
    }

    [[nodiscard]] std::optional<qint64> optionalNumber()
    {
        return m_statement.optionalNumber(m_column++);
    }

    template <typename IdType>
    [[nodiscard]] IdType id()
    {
        return IdType(number());
    }

    [[nodiscard]] bool isNull() const { return m_statement.isNull(m_column); }

    void skip() { ++m_column; }

    [[nodiscard]] int column() const { return m_column; }

private:
    const Statement &m_statement;
    int m_column;
};

} // namespace app::library
