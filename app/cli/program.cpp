// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/program.h"

#include "app/cli/command.h"
#include "app/cli/signals.h"
#include "app/platform/paths.h"

#include <QJsonDocument>
#include <QTextStream>

#include <cstdio>

namespace app::cli {
namespace {

/// The words before the command, and the command's own.
struct Line
{
    QString library;
    bool json = false;
    bool help = false;
    bool version = false;
    QStringList words; ///< the command and all that follows
    QString problem;
};

/// \returns whether all of it went out
bool print(FILE *to, const QByteArray &bytes)
{
    const auto size = static_cast<std::size_t>(bytes.size());
    return std::fwrite(bytes.constData(), 1, size, to) == size && std::fflush(to) == 0;
}

void printProblem(const QString &sentence)
{
    [[maybe_unused]] const bool printed =
        print(stderr, "earmark-cli: " + sentence.simplified().toUtf8() + "\n");
}

Line readLine(const QStringList &arguments)
{
    Line line;
    for (qsizetype i = 1; i < arguments.size(); ++i) {
        const QString &word = arguments[i];
        if (word == QLatin1String("--json")) {
            line.json = true;
        } else if (word == QLatin1String("--help") || word == QLatin1String("-h")) {
            line.help = true;
        } else if (word == QLatin1String("--version")) {
            line.version = true;
        } else if (word == QLatin1String("--library")) {
            if (i + 1 == arguments.size()) {
                line.problem = QStringLiteral("--library needs a folder");
                return line;
            }
            line.library = arguments[++i];
        } else if (word.startsWith(QLatin1String("--library="))) {
            line.library = word.mid(10);
        } else if (word.startsWith(QLatin1Char('-')) && word.size() > 1) {
            line.problem = QStringLiteral("unknown option %1").arg(word);
            return line;
        } else {
            line.words = arguments.mid(i);
            return line;
        }
    }
    return line;
}

QByteArray versionText()
{
    return "earmark-cli " EARMARK_VERSION "\n";
}

QByteArray helpText()
{
    QString text =
        QStringLiteral("Usage: earmark-cli [--library DIR] [--json] COMMAND [ARGUMENTS]\n\n"
                       "Podcasts, transcripts and notes from the command line.\n\n"
                       "  --library DIR  the library's folder (default: %1)\n"
                       "  --json         print one JSON value\n"
                       "  --version, --help; COMMAND --help tells more\n\nCommands:\n")
            .arg(platform::systemPaths().data);
    for (const Command &command : allCommands()) {
        text += QStringLiteral("  %1 %2\n      %3\n")
                    .arg(command.name, command.arguments, command.summary);
    }
    return text.toUtf8();
}

QByteArray helpText(const Command &command)
{
    QString text = QStringLiteral("Usage: earmark-cli %1 %2\n\n%3\n")
                       .arg(command.name, command.arguments, command.summary);
    for (const QCommandLineOption &option : command.options) {
        const QString name = option.names().constFirst();
        text += QStringLiteral("  %1%2 %3\n      %4\n")
                    .arg(name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--"),
                         name,
                         option.valueName(),
                         option.description());
    }
    text += QStringLiteral("\n--library DIR, --json, --help and --version work with it too.\n");
    return text.toUtf8();
}

/// Finds the command a line begins with, "note add" before "note", and takes its name off.
const Command *takeCommand(const std::vector<Command> &commands, QStringList &words)
{
    for (int length = 2; length >= 1; --length) {
        const QString name = words.mid(0, length).join(QLatin1Char(' '));
        for (const Command &command : commands) {
            if (command.name == name) {
                words = words.mid(length);
                return &command;
            }
        }
    }
    return nullptr;
}

int finish(const Outcome &outcome, bool json)
{
    QByteArray output;
    if (json && outcome.json) {
        const QJsonDocument document = outcome.json->isArray()
                                           ? QJsonDocument(outcome.json->toArray())
                                           : QJsonDocument(outcome.json->toObject());
        output = document.toJson(QJsonDocument::Compact) + '\n';
    } else if (!json && !outcome.raw.isEmpty()) {
        output = outcome.raw;
    } else if (!json && !outcome.text.isEmpty()) {
        output = outcome.text.toUtf8() + '\n';
    }
    const bool printed = print(stdout, output);
    for (const QString &problem : outcome.problems) {
        printProblem(problem);
    }
    if (!printed) {
        printProblem(QStringLiteral("the result cannot be written to standard output"));
    }
    return outcome.status == 0 && !printed ? 1 : outcome.status;
}

/// Prints what help and version ask for.
int printText(const QByteArray &text)
{
    Outcome outcome;
    outcome.raw = text;
    return finish(outcome, false);
}

int usageError(const QString &sentence)
{
    return finish(Outcome::usage(sentence + QStringLiteral("; see earmark-cli --help")), false);
}

/// "note" alone is the beginning of several commands.
int unknownCommand(const std::vector<Command> &commands, const QStringList &words)
{
    QByteArray help;
    QStringList names;
    for (const Command &command : commands) {
        if (command.name.startsWith(words[0] + QLatin1Char(' '))) {
            help += help.isEmpty() ? helpText(command) : '\n' + helpText(command);
            names += command.name;
        }
    }
    if (names.isEmpty()) {
        return usageError(QStringLiteral("there is no command \"%1\"").arg(words[0].left(200)));
    }
    if (words.contains(QStringLiteral("--help")) || words.contains(QStringLiteral("-h"))) {
        return printText(help);
    }
    return usageError(QStringLiteral("%1 is not a whole command; there are %2")
                          .arg(words[0], names.join(QStringLiteral(", "))));
}

int runCommand(const Command &command, const Line &line, const QStringList &words)
{
    QCommandLineParser parser;
    parser.addOptions(command.options);
    parser.addOptions({{QStringLiteral("json"), QString()},
                       {{QStringLiteral("h"), QStringLiteral("help")}, QString()},
                       {QStringLiteral("version"), QString()},
                       {QStringLiteral("library"), QString(), QStringLiteral("DIR")}});
    if (!parser.parse(QStringList{command.name} + words)) {
        QString sentence = parser.errorText();
        if (sentence.endsWith(QLatin1Char('.'))) {
            sentence.chop(1);
        }
        return usageError(QStringLiteral("%1: %2").arg(command.name, sentence));
    }
    if (parser.isSet(QStringLiteral("help"))) {
        return printText(helpText(command));
    }
    if (parser.isSet(QStringLiteral("version"))) {
        return printText(versionText());
    }
    const auto count = parser.positionalArguments().size();
    if (count < command.fewest || (command.most >= 0 && count > command.most)) {
        return usageError(
            QStringLiteral("%1 is used as: %1 %2").arg(command.name, command.arguments));
    }
    QString folder = parser.isSet(QStringLiteral("library"))
                         ? parser.value(QStringLiteral("library"))
                         : line.library;
    if (folder.isEmpty()) {
        folder = platform::systemPaths().data;
    }
    Context context(folder);
    endOnSignals();
    const Outcome outcome = command.run(context, parser);
    // What is printed counts as done, so it has to be on disk before.
    context.close();
    if (context.signal() != 0) {
        return 128 + context.signal();
    }
    return finish(outcome, line.json || parser.isSet(QStringLiteral("json")));
}

} // namespace

int runProgram(const QStringList &arguments)
{
    const Line line = readLine(arguments);
    if (!line.problem.isEmpty()) {
        return usageError(line.problem);
    }
    if (line.version) {
        return printText(versionText());
    }
    if (line.help || (line.words.size() == 1 && line.words[0] == QLatin1String("help"))) {
        return printText(helpText());
    }
    if (line.words.isEmpty()) {
        return usageError(QStringLiteral("no command was given"));
    }
    const std::vector<Command> commands = allCommands();
    QStringList words = line.words;
    const Command *const command = takeCommand(commands, words);
    if (!command) {
        return unknownCommand(commands, line.words);
    }
    return runCommand(*command, line, words);
}

} // namespace app::cli
