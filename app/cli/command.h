// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"
#include "app/cli/outcome.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QList>
#include <QString>

#include <functional>
#include <vector>

namespace app::cli {

/// One word of the command line: its form and what it does.
struct Command
{
    QString name;      ///< "notes", or two words: "note add"
    QString arguments; ///< as shown in its help: "EPISODE ..."
    QString summary;
    QList<QCommandLineOption> options;
    int fewest = 0;
    int most = 0; ///< positional arguments; -1 is any number
    std::function<Outcome(Context &, const QCommandLineParser &)> run;
};

/// All commands in the order of the help text.
[[nodiscard]] std::vector<Command> allCommands();

// One function per file, each making its row of the table.
[[nodiscard]] Command timestampsCommand();
[[nodiscard]] Command transcriptCommand();
[[nodiscard]] Command feedCommand();
[[nodiscard]] Command infoCommand();
[[nodiscard]] Command subscribeCommand();
[[nodiscard]] Command unsubscribeCommand();
[[nodiscard]] Command podcastsCommand();
[[nodiscard]] Command refreshCommand();
[[nodiscard]] Command episodesCommand();
[[nodiscard]] Command downloadCommand();
[[nodiscard]] Command playCommand();
[[nodiscard]] Command clipCommand();
[[nodiscard]] Command noteAddCommand();
[[nodiscard]] Command noteEditCommand();
[[nodiscard]] Command noteDeleteCommand();
[[nodiscard]] Command noteRestoreCommand();
[[nodiscard]] Command notesCommand();
[[nodiscard]] Command attachCommand();
[[nodiscard]] Command exportCommand();
[[nodiscard]] Command importCommand();
[[nodiscard]] Command opmlCommand();
[[nodiscard]] Command doctorCommand();
[[nodiscard]] Command backupCommand();
[[nodiscard]] Command restoreCommand();
/// Those of the contract that come later.
[[nodiscard]] std::vector<Command> laterCommands();

} // namespace app::cli
