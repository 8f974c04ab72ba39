<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>TimeText</name>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n episodes</source>
        <translation>
            <numerusform>%n episode</numerusform>
            <numerusform>%n episodes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::exchange::ImportPreview</name>
    <message numerus="yes">
        <source>%n note(s) will be added.</source>
        <translation>
            <numerusform>%n note will be added.</numerusform>
            <numerusform>%n notes will be added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) will change.</source>
        <translation>
            <numerusform>%n note will change.</numerusform>
            <numerusform>%n notes will change.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) are known and stay as they are.</source>
        <translation>
            <numerusform>%n note is known and stays as it is.</numerusform>
            <numerusform>%n notes are known and stay as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::notes::NotePage</name>
    <message numerus="yes">
        <source>%n note(s) chosen.</source>
        <translation>
            <numerusform>%n note chosen.</numerusform>
            <numerusform>%n notes chosen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::notes::NotesView</name>
    <message numerus="yes">
        <source>Export %n…</source>
        <translation>
            <numerusform>Export %n…</numerusform>
            <numerusform>Export %n…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n note(s)…</source>
        <translation>
            <numerusform>Export %n note…</numerusform>
            <numerusform>Export %n notes…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The words of %n note(s) have changed since. Please check.</source>
        <translation>
            <numerusform>The words of %n note have changed since. Please check.</numerusform>
            <numerusform>The words of %n notes have changed since. Please check.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the bin (%n note(s))</source>
        <translation>
            <numerusform>Show the bin (%n note)</numerusform>
            <numerusform>Show the bin (%n notes)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::notes::internal::ChoiceCard</name>
    <message numerus="yes">
        <source>%1, %n note(s)</source>
        <translation>
            <numerusform>%1, %n note</numerusform>
            <numerusform>%1, %n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::notes::internal::DropDialog</name>
    <message numerus="yes">
        <source>Delete %n note(s) for good?</source>
        <translation>
            <numerusform>Delete %n note for good?</numerusform>
            <numerusform>Delete %n notes for good?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n note(s)</source>
        <translation>
            <numerusform>Delete %n note</numerusform>
            <numerusform>Delete %n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::notes::internal::FilterBar</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::notes::internal::SelectionBar</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::notes::internal::SpokenRows</name>
    <message numerus="yes">
        <source>%1, %n note(s), folded</source>
        <comment>a group of notes</comment>
        <translation>
            <numerusform>%1, %n note, folded</numerusform>
            <numerusform>%1, %n notes, folded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n note(s)</source>
        <comment>a group of notes</comment>
        <translation>
            <numerusform>%1, %n note</numerusform>
            <numerusform>%1, %n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::player::internal::ChaptersPanel</name>
    <message numerus="yes">
        <source>%1 (%n chapter(s))</source>
        <comment>a source of chapters</comment>
        <translation>
            <numerusform>%1 (%n chapter)</numerusform>
            <numerusform>%1 (%n chapters)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::player::internal::SleepPanel</name>
    <message numerus="yes">
        <source>Sleep in %n minute(s)</source>
        <translation>
            <numerusform>Sleep in %n minute</numerusform>
            <numerusform>Sleep in %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::preferences::PreferencesDialog</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::times::OffsetDialog</name>
    <message numerus="yes">
        <source>Found: %n place(s). The times are shifted by %1.</source>
        <translation>
            <numerusform>Found: %n place. The times are shifted by %1.</numerusform>
            <numerusform>Found: %n places. The times are shifted by %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::transcript::ReaderView</name>
    <message numerus="yes">
        <source>… %n turns hidden</source>
        <comment>turn: when somebody speaks</comment>
        <translation>
            <numerusform>… %n turn hidden</numerusform>
            <numerusform>… %n turns hidden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::window::CopyNotice</name>
    <message numerus="yes">
        <source>%n note(s) need a new place.</source>
        <translation>
            <numerusform>%n note needs a new place.</numerusform>
            <numerusform>%n notes need a new place.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::window::ExportFlow</name>
    <message numerus="yes">
        <source>the first of %n file(s)</source>
        <translation>
            <numerusform>the only file</numerusform>
            <numerusform>the first of %n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) written to %1.</source>
        <translation>
            <numerusform>%n note written to %1.</numerusform>
            <numerusform>%n notes written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The sound of %n note(s) is missing: download the episode first.</source>
        <translation>
            <numerusform>The sound of %n note is missing: download the episode first.</numerusform>
            <numerusform>The sound of %n notes is missing: download the episode first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::window::LibraryController</name>
    <message numerus="yes">
        <source>%n feed(s) could not be read.</source>
        <translation>
            <numerusform>%n feed could not be read.</numerusform>
            <numerusform>%n feeds could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new episode(s).</source>
        <translation>
            <numerusform>%n new episode.</numerusform>
            <numerusform>%n new episodes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::window::LibraryNotice</name>
    <message numerus="yes">
        <source>%n note(s) came from the backup.</source>
        <translation>
            <numerusform>%n note came from the backup.</numerusform>
            <numerusform>%n notes came from the backup.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) came from the journal.</source>
        <translation>
            <numerusform>%n note came from the journal.</numerusform>
            <numerusform>%n notes came from the journal.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::window::MainWindow</name>
    <message numerus="yes">
        <source>The %n chosen note(s)</source>
        <translation>
            <numerusform>The chosen note</numerusform>
            <numerusform>The %n chosen notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::window::MarkController</name>
    <message numerus="yes">
        <source>Mark the last %n second(s)</source>
        <translation>
            <numerusform>Mark the last second</numerusform>
            <numerusform>Mark the last %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::window::Messages</name>
    <message numerus="yes">
        <source>%n note(s) kept.</source>
        <translation>
            <numerusform>%n note kept.</numerusform>
            <numerusform>%n notes kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) changed.</source>
        <translation>
            <numerusform>%n note changed.</numerusform>
            <numerusform>%n notes changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted.</source>
        <translation>
            <numerusform>%n note deleted.</numerusform>
            <numerusform>%n notes deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) put in place.</source>
        <translation>
            <numerusform>%n note put in place.</numerusform>
            <numerusform>%n notes put in place.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::window::NotesController</name>
    <message numerus="yes">
        <source>%n note(s) left out: their episodes are no longer in the library.</source>
        <translation>
            <numerusform>%n note left out: its episode is no longer in the library.</numerusform>
            <numerusform>%n notes left out: their episodes are no longer in the library.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) copied.</source>
        <translation>
            <numerusform>%n note copied.</numerusform>
            <numerusform>%n notes copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted for good.</source>
        <translation>
            <numerusform>%n note deleted for good.</numerusform>
            <numerusform>%n notes deleted for good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::window::TimesController</name>
    <message numerus="yes">
        <source>Shift the %n later time(s) too</source>
        <translation>
            <numerusform>Shift the %n later time too</numerusform>
            <numerusform>Shift the %n later times too</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::window::TranscriptController</name>
    <message numerus="yes">
        <source>%n timed part(s)</source>
        <translation>
            <numerusform>%n timed part</numerusform>
            <numerusform>%n timed parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) without times</source>
        <translation>
            <numerusform>%n part without times</numerusform>
            <numerusform>%n parts without times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s)</source>
        <translation>
            <numerusform>%n speaker</numerusform>
            <numerusform>%n speakers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::window::VaultController</name>
    <message numerus="yes">
        <source>%n note(s) had been changed here and in “%1”. Both versions were kept.</source>
        <translation>
            <numerusform>%n note had been changed here and in “%1”. Both versions were kept.</numerusform>
            <numerusform>%n notes had been changed here and in “%1”. Both versions were kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) taken over from the Markdown files.</source>
        <translation>
            <numerusform>%n note taken over from the Markdown files.</numerusform>
            <numerusform>%n notes taken over from the Markdown files.</numerusform>
        </translation>
    </message>
</context>
</TS>
