// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/patience.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <QTest>

#include <cmath>
#include <memory>

namespace tests {

/// How one run of earmark-cli ended and what it printed.
struct CliRun
{
    int status = -1; ///< -1 when it crashed or had to be killed
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }

    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }

    /// One JSON value, one line feed, nothing else.
    [[nodiscard]] bool isOneValue() const
    {
        return !QJsonDocument::fromJson(out).isNull() && out.endsWith('\n') && out.count('\n') == 1;
    }

    /// The sentences of standard error; a line that is none of them comes as it is.
    [[nodiscard]] QStringList problems() const
    {
        QStringList lines = QString::fromUtf8(err).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (QString &line : lines) {
            const QLatin1String start("earmark-cli: ");
            line = line.startsWith(start) ? line.mid(start.size())
                                          : QStringLiteral("NOT A PROBLEM LINE: ") + line;
        }
        return lines;
    }

    /// For failure messages.
    [[nodiscard]] QByteArray told() const
    {
        return "status " + QByteArray::number(status) + ", out: " + out.left(2000)
               + ", err: " + err.left(2000);
    }
};

/// The real earmark-cli on one library, as a shell would run it.
class CliProgram final
{
public:
    explicit CliProgram(QString library)
        : m_library(std::move(library))
    {}

    [[nodiscard]] static QString path()
    {
        return QStringLiteral(EARMARK_BUILD_DIR "/bin/earmark-cli");
    }

    [[nodiscard]] QStringList whole(const QStringList &arguments) const
    {
        return QStringList{QStringLiteral("--library"), m_library} + arguments;
    }

    /// Runs to the end; 60 s at the most.
    [[nodiscard]] CliRun run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        process.start(path(), whole(arguments));
        process.write(input);
        process.closeWriteChannel();
        return finish(process);
    }

    [[nodiscard]] CliRun json(const QStringList &arguments, const QByteArray &input = {}) const
    {
        return run(QStringList{QStringLiteral("--json")} + arguments, input);
    }

    /// Starts it and does not wait.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &arguments) const
    {
        auto process = std::make_unique<QProcess>();
        process->start(path(), whole(arguments));
        return process;
    }

    [[nodiscard]] static CliRun finish(QProcess &process)
    {
        CliRun run;
        if (process.waitForFinished(patience) && process.exitStatus() == QProcess::NormalExit) {
            run.status = process.exitCode();
        }
        process.kill();
        run.out = process.readAllStandardOutput();
        run.err = process.readAllStandardError();
        return run;
    }

    [[nodiscard]] const QString &library() const { return m_library; }

private:
    QString m_library;
};

/// Those of the keys (parted by spaces) that a value has not, with what it is.
[[nodiscard]] inline QString missingKeys(const QJsonValue &value, const QString &keys)
{
    QStringList missing;
    for (const QString &key : keys.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (!value.toObject().contains(key)) {
            missing += key;
        }
    }
    return missing.join(QLatin1Char(' '));
}

/// Seconds with up to three decimals.
[[nodiscard]] inline bool isSeconds(const QJsonValue &value)
{
    const double number = value.toDouble(-1);
    return value.isDouble() && number >= 0 && std::round(number * 1000) / 1000 == number;
}

/// RFC 3339 in UTC.
[[nodiscard]] inline bool isDate(const QJsonValue &value)
{
    static const QRegularExpression form(
        QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z$"));
    return form.match(value.toString()).hasMatch();
}

} // namespace tests

/// Stops the test unless a run ended well, printed one JSON value and said nothing else.
#define VERIFY_JSON(run)                                                                           \
    do {                                                                                           \
        const tests::CliRun &checked = (run);                                                      \
        QVERIFY2(checked.status == 0 && checked.isOneValue() && checked.err.isEmpty(),             \
                 checked.told().constData());                                                      \
    } while (false)

/// Stops the test unless a run failed with this status, one problem, and nothing printed.
#define VERIFY_PROBLEM(run, expectedStatus)                                                        \
    do {                                                                                           \
        const tests::CliRun &checked = (run);                                                      \
        QVERIFY2(checked.status == (expectedStatus) && checked.out.isEmpty()                       \
                     && checked.problems().size() == 1 && checked.err.startsWith("earmark-cli: "), \
                 checked.told().constData());                                                      \
    } while (false)

/// Stops the test unless a value has all these keys.
#define VERIFY_KEYS(value, keys)                                                                   \
    QCOMPARE(tests::missingKeys((value), QStringLiteral(keys)), QString())
