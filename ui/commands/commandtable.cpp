// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commandtable.h"

#include <QCoreApplication>

namespace ui::commands {
namespace {

struct CommandTable
{
    Q_DECLARE_TR_FUNCTIONS(CommandTable)

public:
    static QString name(Menu menu);
    static std::vector<CommandRow> file();
    static std::vector<CommandRow> edit();
    static std::vector<CommandRow> listen();
    static std::vector<CommandRow> note();
    static std::vector<CommandRow> view();
};

QList<QKeySequence> keys(std::initializer_list<const char *> texts)
{
    QList<QKeySequence> sequences;
    for (const char *const text : texts) {
        sequences += QKeySequence(QLatin1String(text), QKeySequence::PortableText);
    }
    return sequences;
}

CommandRow row(const char *id,
               const QString &text,
               const char *icon,
               std::initializer_list<const char *> shortcuts,
               Menu menu,
               Contexts contexts = {},
               Traits traits = {})
{
    return {QLatin1String(id), text, QLatin1String(icon), keys(shortcuts), contexts, menu, traits};
}

std::vector<CommandRow> CommandTable::file()
{
    return {
        row("app.addPodcast", tr("Add podcast…"), "plus", {"Ctrl+N"}, Menu::File),
        row("app.openFile", tr("Open file…"), "folder", {"Ctrl+O"}, Menu::File),
        row("app.checkFeeds",
            tr("Check for new episodes"),
            "refresh",
            {"Ctrl+R", "F5"},
            Menu::File),
        row("app.export", tr("Export notes…"), "export", {"Ctrl+E"}, Menu::File),
        row("app.close", tr("Close window"), "close", {"Ctrl+W"}, Menu::File),
        row("app.quit", tr("Quit"), "", {"Ctrl+Q"}, Menu::File),
    };
}

std::vector<CommandRow> CommandTable::edit()
{
    return {
        row("edit.undo", tr("Undo"), "undo", {"Ctrl+Z"}, Menu::Edit, {}, Trait::NotInFields),
        row("edit.redo",
            tr("Redo"),
            "",
            {"Ctrl+Shift+Z", "Ctrl+Y"},
            Menu::Edit,
            {},
            Trait::NotInFields),
        row("sel.copy",
            tr("Copy", "the selected words"),
            "",
            {"Ctrl+C"},
            Menu::None,
            Context::Reader | Context::Notes,
            Trait::ByPanel),
        row("sel.copyWithTime",
            tr("Copy with time"),
            "copy-time",
            {"C"},
            Menu::Edit,
            Context::Reader),
        row("search.inView", tr("Find"), "search", {"Ctrl+F"}, Menu::Edit),
        row("search.next", tr("Find next"), "", {"F3"}, Menu::Edit),
        row("search.prev", tr("Find previous"), "", {"Shift+F3"}, Menu::Edit),
        row("item.delete",
            tr("Delete", "the chosen note, or the chosen episode's file"),
            "trash",
            {"Del"},
            Menu::Edit,
            Context::Lists | Context::Notes),
    };
}

std::vector<CommandRow> CommandTable::listen()
{
    const Contexts episodes = Context::Lists | Context::Reader;
    return {
        row("player.toggle",
            tr("Play or pause"),
            "play",
            {"Space", "K", "F8", "Media Play", "Toggle Media Play/Pause"},
            Menu::Listen),
        row("player.back15",
            tr("Back 15 seconds"),
            "back-15",
            {"J", "F7", "Media Previous"},
            Menu::Listen,
            {},
            Trait::Repeats),
        row("player.forward30",
            tr("Forward 30 seconds"),
            "forward-30",
            {"L", "F9", "Media Next"},
            Menu::Listen,
            {},
            Trait::Repeats),
        row("player.nudgeBack",
            tr("Back 1 second"),
            "",
            {"Shift+J"},
            Menu::None,
            {},
            Trait::Repeats),
        row("player.nudgeForward",
            tr("Forward 1 second"),
            "",
            {"Shift+L"},
            Menu::None,
            {},
            Trait::Repeats),
        row("player.chapterPrev",
            tr("Previous chapter"),
            "chapter-previous",
            {"Ctrl+PgUp"},
            Menu::Listen),
        row("player.chapterNext",
            tr("Next chapter"),
            "chapter-next",
            {"Ctrl+PgDown"},
            Menu::Listen),
        row("player.goToTime", tr("Go to time…"), "clock", {"Ctrl+G"}, Menu::Listen),
        row("player.slower", tr("Slower"), "", {"A"}, Menu::Listen, {}, Trait::Repeats),
        row("player.faster", tr("Faster"), "", {"D"}, Menu::Listen, {}, Trait::Repeats),
        row("player.normal", tr("Normal speed"), "speed", {"S"}, Menu::Listen),
        row("player.volDown", tr("Quieter"), "", {"9"}, Menu::None, {}, Trait::Repeats),
        row("player.volUp", tr("Louder"), "", {"0"}, Menu::None, {}, Trait::Repeats),
        row("player.sleep", tr("Sleep timer…"), "sleep", {"Z"}, Menu::Listen),
        row("player.repeatSentence",
            tr("Repeat the sentence, else the last 5 seconds"),
            "",
            {"R"},
            Menu::Listen),
        row("player.loop",
            tr("Repeat a stretch, or stop repeating"),
            "loop",
            {"Shift+R"},
            Menu::Listen),
        row("range.start", tr("Start of the stretch here"), "", {"I"}, Menu::Listen),
        row("range.end", tr("End of the stretch here"), "", {"O"}, Menu::Listen),
        row("sel.clip",
            tr("Save a clip…"),
            "clip",
            {"X"},
            Menu::Listen,
            Context::Transcript | Context::Timeline | Context::Notes),
        row("player.mute", tr("Mute"), "volume-off", {"U"}, Menu::Listen),
        row("ep.open",
            tr("Open", "the chosen episode, in the reader"),
            "",
            {"Return", "Enter"},
            Menu::None,
            Context::Lists,
            Trait::ByPanel),
        row("ep.play",
            tr("Play this episode"),
            "play",
            {"Ctrl+Return", "Ctrl+Enter"},
            Menu::Listen,
            episodes),
        row("ep.later", tr("Listen later"), "listen-later", {"Q"}, Menu::Listen, episodes),
        row("ep.next", tr("Play next"), "", {"Shift+Q"}, Menu::Listen, episodes),
        row("queue.moveUp",
            tr("Move up in the queue"),
            "",
            {"Alt+Shift+Up"},
            Menu::Listen,
            Context::Queue,
            Trait::Repeats),
        row("queue.moveDown",
            tr("Move down in the queue"),
            "",
            {"Alt+Shift+Down"},
            Menu::Listen,
            Context::Queue,
            Trait::Repeats),
        row("queue.playNext",
            tr("Play the next in the queue"),
            "",
            {"Ctrl+Shift+Down"},
            Menu::Listen),
        row("ep.played", tr("Mark as played"), "check", {"Shift+P"}, Menu::Listen, episodes),
        row("ep.download", tr("Download"), "download", {"Ctrl+D"}, Menu::Listen, episodes),
    };
}

std::vector<CommandRow> CommandTable::note()
{
    return {
        row("mark.last30", tr("Mark what was just heard"), "mark", {"M"}, Menu::Note),
        row("mark.last2min", tr("Mark the last 2 minutes"), "", {"Shift+M"}, Menu::Note),
        row("mark.moment", tr("Mark this moment"), "", {"B"}, Menu::Note),
        row("mark.range", tr("Begin or end a mark here"), "", {"Shift+B"}, Menu::Note),
        row("mark.cancel",
            tr("Give up the mark that was begun"),
            "",
            {"Esc"},
            Menu::Note,
            {},
            Trait::ByPanel),
        row("note.new", tr("New note"), "note", {"N"}, Menu::Note),
        row("sel.highlight", tr("Highlight"), "highlight", {"H"}, Menu::Note, Context::Reader),
        row("sel.color1", tr("Highlight in yellow"), "", {"1"}, Menu::None, Context::Reader),
        row("sel.color2", tr("Highlight in green"), "", {"2"}, Menu::None, Context::Reader),
        row("sel.color3", tr("Highlight in blue"), "", {"3"}, Menu::None, Context::Reader),
        row("sel.color4", tr("Highlight in red"), "", {"4"}, Menu::None, Context::Reader),
        row("sel.color5", tr("Highlight in violet"), "", {"5"}, Menu::None, Context::Reader),
        row("mark.prev",
            tr("Previous note"),
            "",
            {"Alt+Up"},
            Menu::Note,
            {},
            Trait::Repeats | Trait::NotInFields),
        row("mark.next",
            tr("Next note"),
            "",
            {"Alt+Down"},
            Menu::Note,
            {},
            Trait::Repeats | Trait::NotInFields),
    };
}

std::vector<CommandRow> CommandTable::view()
{
    return {
        row("nav.back",
            tr("Back to where I was listening"),
            "arrow-left",
            {"Alt+Left"},
            Menu::View),
        row("nav.forward", tr("Forward"), "arrow-right", {"Alt+Right"}, Menu::View),
        row("nav.inbox", tr("Inbox"), "inbox", {"Ctrl+1"}, Menu::View),
        row("nav.queue", tr("Queue"), "queue", {"Ctrl+2"}, Menu::View),
        row("nav.downloads", tr("Downloads"), "download", {"Ctrl+3"}, Menu::View),
        row("nav.notes", tr("Notes"), "notes", {"Ctrl+4"}, Menu::View),
        row("nav.history", tr("History"), "clock", {"Ctrl+H"}, Menu::View),
        row("reader.notes", tr("Show notes"), "", {"Alt+1"}, Menu::View),
        row("reader.transcript", tr("Transcript"), "transcript", {"Alt+2"}, Menu::View),
        row("reader.mine", tr("Notes of this episode"), "", {"Alt+3"}, Menu::View),
        row("text.correct", tr("Correct the words…"), "", {"E"}, Menu::None, Context::Transcript),
        row("reader.follow", tr("Follow the speech"), "follow", {"F"}, Menu::View),
        row("text.playFromCaret",
            tr("Play from the text cursor"),
            "",
            {"Return", "Enter"},
            Menu::None,
            Context::Transcript,
            Trait::ByPanel),
        row("text.larger",
            tr("Larger text"),
            "text-size",
            {"Ctrl++", "Ctrl+="},
            Menu::View,
            {},
            Trait::Repeats),
        row("text.smaller", tr("Smaller text"), "", {"Ctrl+-"}, Menu::View, {}, Trait::Repeats),
        row("text.normal", tr("Normal text size"), "", {"Ctrl+0"}, Menu::View),
        row("app.theme", tr("Light or dark"), "theme", {"Ctrl+Shift+L"}, Menu::View),
        row("app.sidebar",
            tr("Sidebar"),
            "sidebar",
            {"Ctrl+B"},
            Menu::View,
            {},
            Trait::NotInFields),
        row("app.fullScreen", tr("Full screen"), "", {"F11"}, Menu::View),
        row("nav.paneNext", tr("Next pane"), "", {"F6"}, Menu::None),
        row("nav.panePrev", tr("Previous pane"), "", {"Shift+F6"}, Menu::None),
        row("app.menu", tr("Menu"), "menu", {"F10"}, Menu::None),
        row("app.preferences", tr("Preferences…"), "settings", {"Ctrl+,"}, Menu::Edit),
        row("app.keys", tr("Keyboard shortcuts"), "keyboard", {"F1"}, Menu::View),
    };
}

QString CommandTable::name(Menu menu)
{
    switch (menu) {
    case Menu::File:
        return tr("File", "a menu");
    case Menu::Edit:
        return tr("Edit", "a menu");
    case Menu::Listen:
        return tr("Listen", "a menu");
    case Menu::Note:
        return tr("Note", "a menu");
    case Menu::View:
        return tr("View", "a menu");
    case Menu::None:
        break;
    }
    return tr("More", "heading over the commands that are in no menu");
}

/// Places with those that lie in them.
Contexts reach(Contexts contexts)
{
    if (contexts & Context::Reader) {
        contexts |= Context::Transcript | Context::ShowNotes;
    }
    if (contexts & Context::Lists) {
        contexts |= Context::Queue;
    }
    return contexts;
}

} // namespace

QString menuText(Menu menu)
{
    return CommandTable::name(menu);
}

bool contextsOverlap(Contexts a, Contexts b)
{
    return !a || !b || (reach(a) & reach(b));
}

std::vector<CommandRow> commandTable()
{
    std::vector<CommandRow> all;
    for (const auto &part : {CommandTable::file(),
                             CommandTable::edit(),
                             CommandTable::listen(),
                             CommandTable::note(),
                             CommandTable::view()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

bool isSingleKey(const QKeySequence &keys)
{
    if (keys.count() != 1) {
        return false;
    }
    const Qt::KeyboardModifiers held = keys[0].keyboardModifiers();
    const bool bare = held == Qt::NoModifier || held == Qt::ShiftModifier;
    return bare && keys[0].key() > Qt::Key_Space && keys[0].key() < Qt::Key_Escape;
}

} // namespace ui::commands
