// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/library/internal/lookup.h"

namespace app::library::internal {
namespace {

constexpr qsizetype mostNamed = 5;
constexpr qsizetype longestQuoted = 200;

} // namespace

base::Unexpected notFound(const QString &what, const QString &wanted)
{
    return base::unexpected(
        base::ErrorCode::NotFound,
        QStringLiteral("there is no %1 \"%2\"").arg(what, wanted.left(longestQuoted)));
}

std::optional<qint64> asNumber(const QString &text)
{
    bool isNumber = false;
    const qint64 number = text.trimmed().toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

base::Result<std::optional<qint64>>
onlyRow(Statement statement, const QString &what, const QString &wanted)
{
    std::optional<qint64> id;
    QStringList names;
    while (names.size() <= mostNamed && statement.next()) {
        id = statement.number(0);
        names.append(QStringLiteral("%1 \"%2\"").arg(QString::number(*id), statement.text(1)));
    }
    if (const auto done = statement.finish(); !done) {
        return base::unexpected(done.error());
    }
    if (names.size() < 2) {
        return id;
    }
    if (names.size() > mostNamed) {
        names.last() = QStringLiteral("more");
    }
    return base::unexpected(
        base::ErrorCode::Conflict,
        QStringLiteral("\"%1\" fits more than one %2: %3")
            .arg(wanted.left(longestQuoted), what, names.join(QStringLiteral(", "))));
}

base::Result<void>
changedOne(Connection &connection, const base::Result<void> &done, const QString &what, qint64 id)
{
    if (done && connection.changedRows() == 0) {
        return notFound(what, QString::number(id));
    }
    return done;
}

} // namespace app::library::internal
