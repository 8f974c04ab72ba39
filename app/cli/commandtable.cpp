// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

namespace app::cli {
namespace {

Command laterCommand(const QString &name,
                     const QString &arguments,
                     const QString &summary,
                     const QList<QCommandLineOption> &options,
                     int fewest,
                     int most)
{
    return {
        .name = name,
        .arguments = arguments,
        .summary = summary + QStringLiteral(" (not available yet)"),
        .options = options,
        .fewest = fewest,
        .most = most,
        .run = [name](Context &, const QCommandLineParser &) -> Outcome {
            return base::Error{
                base::ErrorCode::Unsupported, name + QStringLiteral(" is not available yet"), 0};
        },
    };
}

} // namespace

std::vector<Command> laterCommands()
{
    return {
        laterCommand(
            QStringLiteral("search"),
            QStringLiteral("QUERY"),
            QStringLiteral("search everything"),
            {{QStringLiteral("in"), QStringLiteral("where to search"), QStringLiteral("KINDS")},
             {QStringLiteral("podcast"), QStringLiteral("only there"), QStringLiteral("PODCAST")},
             {QStringLiteral("limit"),
              QStringLiteral("how many at the most"),
              QStringLiteral("N")}},
            1,
            -1),
        laterCommand(QStringLiteral("topic"),
                     QStringLiteral("QUERY"),
                     QStringLiteral("show how a topic is talked about"),
                     {},
                     1,
                     -1),
        laterCommand(
            QStringLiteral("align"),
            QStringLiteral("AUDIO TEXT"),
            QStringLiteral("give an untimed text its times"),
            {{QStringLiteral("language"), QStringLiteral("of the text"), QStringLiteral("CODE")},
             {QStringLiteral("o"), QStringLiteral("what to write"), QStringLiteral("FILE")}},
            2,
            2),
        laterCommand(QStringLiteral("sync"),
                     {},
                     QStringLiteral("exchange subscriptions and positions"),
                     {{QStringLiteral("dry-run"), QStringLiteral("only show what would be done")}},
                     0,
                     0),
    };
}

std::vector<Command> allCommands()
{
    std::vector<Command> commands{
        timestampsCommand(), transcriptCommand(),  feedCommand(),       infoCommand(),
        subscribeCommand(),  unsubscribeCommand(), podcastsCommand(),   refreshCommand(),
        episodesCommand(),   downloadCommand(),    playCommand(),       clipCommand(),
        noteAddCommand(),    noteEditCommand(),    noteDeleteCommand(), noteRestoreCommand(),
        notesCommand(),      attachCommand(),      exportCommand(),     importCommand(),
        opmlCommand(),       doctorCommand(),      backupCommand(),     restoreCommand(),
    };
    for (Command &command : laterCommands()) {
        commands.push_back(std::move(command));
    }
    return commands;
}

} // namespace app::cli
