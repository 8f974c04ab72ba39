<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ErrorText</name>
    <message>
        <source>The server refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server asks for a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not give this out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server no longer has this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answered %1.</source>
        <comment>%1 is a number such as 503</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server refused</source>
        <comment>after a colon</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server asks for a password</source>
        <comment>after a colon</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server does not give it out</source>
        <comment>after a colon</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server no longer has it</source>
        <comment>after a colon</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server answered %1</source>
        <comment>after a colon; %1 is a number such as 503</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content is damaged or of another kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earmark does not know this format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no permission to do that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using it. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It contradicts what is already there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you are offline</source>
        <comment>after a colon</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server did not answer in time</source>
        <comment>after a colon</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not there</source>
        <comment>after a colon</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the content is damaged or of another kind</source>
        <comment>after a colon</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is too large</source>
        <comment>after a colon</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown format</source>
        <comment>after a colon</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full</source>
        <comment>after a colon</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no permission to do that</source>
        <comment>after a colon</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program is using it</source>
        <comment>after a colon</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the library is damaged</source>
        <comment>after a colon</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it contradicts what is already there</source>
        <comment>after a colon</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This feed could not be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download failed: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be played: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This transcript could not be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list of podcasts could not be read: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note could not be saved: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notes could not be exported: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file could not be imported: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library could not be opened: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>%1–%2</source>
        <comment>from-to, two times</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>a length in seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>a length in minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <comment>a length: hours, then minutes with two digits</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>%1 is a length such as 33 min</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>a length: minutes, seconds with two digits</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>QLocale pattern of a day in full</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undated</source>
        <comment>group of episodes without a date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upcoming</source>
        <comment>group of episodes dated in the future</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>QLocale pattern of a month</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <comment>hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%n notes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::library::EpisodeDelegate</name>
    <message>
        <source>playing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>played</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has transcript</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::library::EpisodePanel</name>
    <message>
        <source>Narrow the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words in the title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing for “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::library::Sidebar</name>
    <message>
        <source>Add podcast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::models::SidebarModel</name>
    <message>
        <source>Inbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study</source>
        <comment>heading above Notes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Podcasts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>place and how many are in it: Inbox, 12</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::notes::NoteEditor</name>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down move it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note text, Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a note...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving...</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::notes::NotesPanel</name>
    <message>
        <source>Filter notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes: %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <comment>head of the list of all notes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notes yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press M while listening, or select words in a transcript.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing for “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notes could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Markdown quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::notes::Words</name>
    <message>
        <source>Yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark · %1 before %2</source>
        <comment>a marked piece: its length, its end</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <comment>a marked moment</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tags: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::transcript::ReaderView</name>
    <message>
        <source>Jump to %1, uncertain</source>
        <comment>a time to screen readers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump to %1</source>
        <comment>a time to screen readers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump to %1 · Enter</source>
        <comment>hint beside a time with focus</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play from %1</source>
        <comment>%1 is a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play from %1, if that is a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A place in another recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past the end of this audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <comment>the text being read, to screen readers</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::widgets::PushControl</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a button&apos;s tip: what it does, its keys</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::widgets::SearchField</name>
    <message>
        <source>Clear</source>
        <comment>empties a search field</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::widgets::SegmentedControl</name>
    <message>
        <source>%1, %2</source>
        <comment>a view&apos;s name, how many it holds</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::window::Messages</name>
    <message>
        <source>Note kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as played.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as not played.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken off the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped following. Your notes stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::window::ReaderPane</name>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <comment>scroll with the speech</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its show notes, transcript and your notes appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts of the episode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::window::ToolBar</name>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check for new episodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add podcast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
