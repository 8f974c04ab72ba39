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
    <name>ui::window::NoteController</name>
    <message numerus="yes">
        <source>%n note(s) written to %1.</source>
        <translation>
            <numerusform>%n note written to %1.</numerusform>
            <numerusform>%n notes written to %1.</numerusform>
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
</TS>
