// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>

namespace app::cli {

/// What a command has to say, and how it ended.
///
/// With --json the value goes to standard output, else the text; each problem is one line on
/// standard error. A command with problems may still have something to print.
struct Outcome
{
    QString text;                   ///< for people; lines joined by line feeds
    QByteArray raw;                 ///< a document printed as it is instead of the text
    std::optional<QJsonValue> json; ///< empty prints nothing with --json
    QStringList problems;
    int status = 0;

    Outcome() = default;

    /// It was done. \p json is an object or an array.
    Outcome(QJsonValue value, QString forPeople)
        : text(std::move(forPeople))
        , json(std::move(value))
    {}

    /// It could not be done.
    Outcome(const base::Error &error)
        : problems{error.detail}
        , status(1)
    {}

    Outcome(const base::Unexpected &failure)
        : Outcome(failure.error)
    {}

    /// It was asked in a way that makes no sense.
    [[nodiscard]] static Outcome usage(const QString &sentence)
    {
        Outcome outcome;
        outcome.problems = {sentence};
        outcome.status = 2;
        return outcome;
    }
};

} // namespace app::cli
