// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/clock.h"
#include "app/cli/command.h"
#include "app/cli/values.h"
#include "app/library/doctor.h"
#include "app/library/library.h"
#include "app/library/recovery.h"

#include <QFileInfo>

namespace app::cli {
namespace {

Outcome doctor(Context &context, const QCommandLineParser &parser)
{
    const bool repairs = parser.isSet(QStringLiteral("repair"));
    if (repairs) {
        context.recoverDamaged();
    }
    const auto session = context.session();
    if (!session) {
        return session.error();
    }
    library::Library &library = (*session)->library();
    const auto problems =
        repairs
            ? context.await(library.write(library::Durability::Full,
                                          [](library::Connection &connection, library::Changes &) {
                                              return library::repairLibrary(connection);
                                          }))
            : context.await(library.read(
                [](library::Connection &connection) { return library::checkLibrary(connection); }));
    if (!problems) {
        return problems.error();
    }
    Outcome outcome(
        QJsonObject{{QStringLiteral("ok"), problems->isEmpty()},
                    {QStringLiteral("problems"), QJsonArray::fromStringList(*problems)}},
        problems->isEmpty() ? QStringLiteral("The library is in order.")
                            : problems->join(QLatin1Char('\n')));
    outcome.status = problems->isEmpty() ? 0 : 1;
    if (const auto &recovery = (*session)->recovery()) {
        outcome.problems += QStringLiteral("the library was damaged and has been put right; the "
                                           "damaged file is kept as %1")
                                .arg(recovery->keptAside);
        outcome.problems += recovery->problems;
    }
    return outcome;
}

Outcome backup(Context &context, const QCommandLineParser &parser)
{
    const QString path = parser.value(QStringLiteral("o"));
    if (path.isEmpty()) {
        return Outcome::usage(QStringLiteral("backup needs -o FILE"));
    }
    if (const auto good = checkOutput(path); !good) {
        return good.error();
    }
    const auto session = context.session();
    if (!session) {
        return session.error();
    }
    const auto bytes = context.await((*session)->library().backupTo(path));
    if (!bytes) {
        return bytes.error();
    }
    return {QJsonObject{{QStringLiteral("bytes"), *bytes}}, QStringLiteral("%1 bytes").arg(*bytes)};
}

Outcome restore(Context &context, const QCommandLineParser &parser)
{
    // The library is not opened first: it may be the damaged file that is to be replaced.
    const base::SystemClock clock;
    const auto bytes = library::restoreLibrary(
        context.libraryFolder(), parser.positionalArguments().constFirst(), clock);
    if (!bytes) {
        return bytes.error();
    }
    return {QJsonObject{{QStringLiteral("bytes"), *bytes}}, QStringLiteral("%1 bytes").arg(*bytes)};
}

} // namespace

Command doctorCommand()
{
    return {
        .name = QStringLiteral("doctor"),
        .arguments = {},
        .summary = QStringLiteral("check the library"),
        .options = {{QStringLiteral("repair"), QStringLiteral("mend what can be mended")}},
        .fewest = 0,
        .most = 0,
        .run = doctor,
    };
}

Command backupCommand()
{
    return {
        .name = QStringLiteral("backup"),
        .arguments = {},
        .summary = QStringLiteral("write one consistent copy of the library"),
        .options = {{QStringLiteral("o"), QStringLiteral("what to write"), QStringLiteral("FILE")}},
        .fewest = 0,
        .most = 0,
        .run = backup,
    };
}

Command restoreCommand()
{
    return {
        .name = QStringLiteral("restore"),
        .arguments = QStringLiteral("FILE"),
        .summary =
            QStringLiteral("replace the library by such a copy; the old one is kept beside it"),
        .options = {},
        .fewest = 1,
        .most = 1,
        .run = restore,
    };
}

} // namespace app::cli
