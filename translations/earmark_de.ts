<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CommandTable</name>
    <message>
        <source>Add podcast…</source>
        <translation>Podcast hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Datei öffnen&#xa0;…</translation>
    </message>
    <message>
        <source>Check for new episodes</source>
        <translation>Nach neuen Folgen suchen</translation>
    </message>
    <message>
        <source>Export notes…</source>
        <translation>Notizen exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Copy</source>
        <comment>the selected words</comment>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy with time</source>
        <translation>Mit Zeitangabe kopieren</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Weitersuchen</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Rückwärts suchen</translation>
    </message>
    <message>
        <source>Delete</source>
        <comment>the chosen note, or the chosen episode&apos;s file</comment>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Back 15 seconds</source>
        <translation>15&#xa0;Sekunden zurück</translation>
    </message>
    <message>
        <source>Forward 30 seconds</source>
        <translation>30&#xa0;Sekunden vor</translation>
    </message>
    <message>
        <source>Back 1 second</source>
        <translation>1&#xa0;Sekunde zurück</translation>
    </message>
    <message>
        <source>Forward 1 second</source>
        <translation>1&#xa0;Sekunde vor</translation>
    </message>
    <message>
        <source>Previous chapter</source>
        <translation>Vorheriges Kapitel</translation>
    </message>
    <message>
        <source>Next chapter</source>
        <translation>Nächstes Kapitel</translation>
    </message>
    <message>
        <source>Go to time…</source>
        <translation>Zu Zeit springen&#xa0;…</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Normal speed</source>
        <translation>Normale Geschwindigkeit</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Leiser</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Lauter</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>the chosen episode, in the reader</comment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Play this episode</source>
        <translation>Diese Folge abspielen</translation>
    </message>
    <message>
        <source>Listen later</source>
        <translation>Später hören</translation>
    </message>
    <message>
        <source>Play next</source>
        <translation>Als Nächstes abspielen</translation>
    </message>
    <message>
        <source>Mark as played</source>
        <translation>Als gehört markieren</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Mark what was just heard</source>
        <translation>Merken, was eben zu hören war</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Neue Notiz</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Hervorheben</translation>
    </message>
    <message>
        <source>Highlight in yellow</source>
        <translation>Gelb hervorheben</translation>
    </message>
    <message>
        <source>Highlight in green</source>
        <translation>Grün hervorheben</translation>
    </message>
    <message>
        <source>Highlight in blue</source>
        <translation>Blau hervorheben</translation>
    </message>
    <message>
        <source>Highlight in red</source>
        <translation>Rot hervorheben</translation>
    </message>
    <message>
        <source>Highlight in violet</source>
        <translation>Violett hervorheben</translation>
    </message>
    <message>
        <source>Previous note</source>
        <translation>Vorherige Notiz</translation>
    </message>
    <message>
        <source>Next note</source>
        <translation>Nächste Notiz</translation>
    </message>
    <message>
        <source>Back to where I was listening</source>
        <translation>Zurück zur gehörten Stelle</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Posteingang</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Show notes</source>
        <translation>Shownotes</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
    <message>
        <source>Notes of this episode</source>
        <translation>Notizen zu dieser Folge</translation>
    </message>
    <message>
        <source>Follow the speech</source>
        <translation>Beim Hören mitlaufen</translation>
    </message>
    <message>
        <source>Play from the text cursor</source>
        <translation>Ab der Textmarke abspielen</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Normale Textgröße</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Vorheriger Bereich</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>File</source>
        <comment>a menu</comment>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Edit</source>
        <comment>a menu</comment>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Listen</source>
        <comment>a menu</comment>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>a menu</comment>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>View</source>
        <comment>a menu</comment>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>More</source>
        <comment>heading over the commands that are in no menu</comment>
        <translation>Weitere</translation>
    </message>
    <message>
        <source>Sleep timer…</source>
        <translation>Schlaftimer&#xa0;…</translation>
    </message>
    <message>
        <source>Repeat a stretch, or stop repeating</source>
        <translation>Abschnitt wiederholen oder Wiederholung beenden</translation>
    </message>
    <message>
        <source>Start of the stretch here</source>
        <translation>Anfang des Abschnitts hier</translation>
    </message>
    <message>
        <source>End of the stretch here</source>
        <translation>Ende des Abschnitts hier</translation>
    </message>
    <message>
        <source>Save a clip…</source>
        <translation>Ausschnitt speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Move up in the queue</source>
        <translation>In der Warteschlange nach oben</translation>
    </message>
    <message>
        <source>Move down in the queue</source>
        <translation>In der Warteschlange nach unten</translation>
    </message>
    <message>
        <source>Play the next in the queue</source>
        <translation>Nächste Folge der Warteschlange abspielen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Einstellungen&#xa0;…</translation>
    </message>
    <message>
        <source>Correct the words…</source>
        <translation>Wörter berichtigen …</translation>
    </message>
    <message>
        <source>Repeat the sentence, else the last 5 seconds</source>
        <translation>Den Satz wiederholen, sonst die letzten 5 Sekunden</translation>
    </message>
    <message>
        <source>Mark the last 2 minutes</source>
        <translation>Die letzten 2&#xa0;Minuten merken</translation>
    </message>
    <message>
        <source>Mark this moment</source>
        <translation>Diesen Moment merken</translation>
    </message>
    <message>
        <source>Begin or end a mark here</source>
        <translation>Markierung hier beginnen oder beenden</translation>
    </message>
    <message>
        <source>Give up the mark that was begun</source>
        <translation>Begonnene Markierung verwerfen</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The server refused.</source>
        <translation>Der Server hat abgelehnt.</translation>
    </message>
    <message>
        <source>The server asks for a password.</source>
        <translation>Der Server verlangt ein Passwort.</translation>
    </message>
    <message>
        <source>The server does not give this out.</source>
        <translation>Der Server verweigert den Zugriff.</translation>
    </message>
    <message>
        <source>The server no longer has this.</source>
        <translation>Auf dem Server gibt es das nicht mehr.</translation>
    </message>
    <message>
        <source>The server answered %1.</source>
        <comment>%1 is a number such as 503</comment>
        <translation>Der Server hat mit %1 geantwortet.</translation>
    </message>
    <message>
        <source>the server refused</source>
        <comment>after a colon</comment>
        <translation>Der Server hat abgelehnt</translation>
    </message>
    <message>
        <source>the server asks for a password</source>
        <comment>after a colon</comment>
        <translation>Der Server verlangt ein Passwort</translation>
    </message>
    <message>
        <source>the server does not give it out</source>
        <comment>after a colon</comment>
        <translation>Der Server verweigert den Zugriff</translation>
    </message>
    <message>
        <source>the server no longer has it</source>
        <comment>after a colon</comment>
        <translation>Auf dem Server gibt es das nicht mehr</translation>
    </message>
    <message>
        <source>the server answered %1</source>
        <comment>after a colon; %1 is a number such as 503</comment>
        <translation>Der Server hat mit %1 geantwortet</translation>
    </message>
    <message>
        <source>You are offline.</source>
        <translation>Keine Internetverbindung.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>It is not there.</source>
        <translation>Das ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>The content is damaged or of another kind.</source>
        <translation>Der Inhalt ist beschädigt oder von anderer Art.</translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation>Das ist zu groß.</translation>
    </message>
    <message>
        <source>Earmark does not know this format.</source>
        <translation>Earmark kennt dieses Format nicht.</translation>
    </message>
    <message>
        <source>Disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>There is no permission to do that.</source>
        <translation>Dafür fehlt die Berechtigung.</translation>
    </message>
    <message>
        <source>Another program is using it. Try again in a moment.</source>
        <translation>Ein anderes Programm verwendet es gerade. Bitte gleich noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The library is damaged.</source>
        <translation>Die Bibliothek ist beschädigt.</translation>
    </message>
    <message>
        <source>It contradicts what is already there.</source>
        <translation>Es widerspricht dem, was schon vorhanden ist.</translation>
    </message>
    <message>
        <source>you are offline</source>
        <comment>after a colon</comment>
        <translation>keine Internetverbindung</translation>
    </message>
    <message>
        <source>the server did not answer in time</source>
        <comment>after a colon</comment>
        <translation>Der Server hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>it is not there</source>
        <comment>after a colon</comment>
        <translation>nicht vorhanden</translation>
    </message>
    <message>
        <source>the content is damaged or of another kind</source>
        <comment>after a colon</comment>
        <translation>Der Inhalt ist beschädigt oder von anderer Art</translation>
    </message>
    <message>
        <source>it is too large</source>
        <comment>after a colon</comment>
        <translation>zu groß</translation>
    </message>
    <message>
        <source>unknown format</source>
        <comment>after a colon</comment>
        <translation>unbekanntes Format</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <comment>after a colon</comment>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>there is no permission to do that</source>
        <comment>after a colon</comment>
        <translation>fehlende Berechtigung</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <comment>after a colon</comment>
        <translation>Ein anderes Programm verwendet es gerade</translation>
    </message>
    <message>
        <source>the library is damaged</source>
        <comment>after a colon</comment>
        <translation>Die Bibliothek ist beschädigt</translation>
    </message>
    <message>
        <source>it contradicts what is already there</source>
        <comment>after a colon</comment>
        <translation>Es widerspricht dem, was schon vorhanden ist</translation>
    </message>
    <message>
        <source>This feed could not be read: %1.</source>
        <translation>Dieser Feed konnte nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>The download failed: %1.</source>
        <translation>Der Download ist fehlgeschlagen: %1.</translation>
    </message>
    <message>
        <source>This file cannot be played: %1.</source>
        <translation>Diese Datei lässt sich nicht abspielen: %1.</translation>
    </message>
    <message>
        <source>This transcript could not be read: %1.</source>
        <translation>Dieses Transkript konnte nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>This list of podcasts could not be read: %1.</source>
        <translation>Diese Podcast-Liste konnte nicht gelesen werden: %1.</translation>
    </message>
    <message>
        <source>The note could not be saved: %1.</source>
        <translation>Die Notiz konnte nicht gespeichert werden: %1.</translation>
    </message>
    <message>
        <source>The notes could not be exported: %1.</source>
        <translation>Die Notizen konnten nicht exportiert werden: %1.</translation>
    </message>
    <message>
        <source>This file could not be imported: %1.</source>
        <translation>Diese Datei konnte nicht importiert werden: %1.</translation>
    </message>
    <message>
        <source>The library could not be opened: %1.</source>
        <translation>Die Bibliothek konnte nicht geöffnet werden: %1.</translation>
    </message>
    <message>
        <source>There is no sound device. Everything else works.</source>
        <translation>Es gibt kein Audiogerät. Alles andere funktioniert.</translation>
    </message>
    <message>
        <source>there is no sound device</source>
        <comment>after a colon</comment>
        <translation>Es gibt kein Audiogerät</translation>
    </message>
</context>
<context>
    <name>ExportFormat</name>
    <message>
        <source>Markdown for Obsidian</source>
        <translation>Markdown für Obsidian</translation>
    </message>
    <message>
        <source>One file per episode, with front matter, and a link back to each place.</source>
        <translation>Eine Datei je Folge, mit Kopfdaten und einem Link zurück zu jeder Stelle.</translation>
    </message>
    <message>
        <source>Logseq</source>
        <translation>Logseq</translation>
    </message>
    <message>
        <source>One page per episode; every note is a block of its own.</source>
        <translation>Eine Seite je Folge; jede Notiz ist ein eigener Block.</translation>
    </message>
    <message>
        <source>Org mode</source>
        <translation>Org-Modus</translation>
    </message>
    <message>
        <source>One file per episode, for Emacs and other outliners.</source>
        <translation>Eine Datei je Folge, für Emacs und andere Gliederungsprogramme.</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Reiner Text</translation>
    </message>
    <message>
        <source>Words and times only; opens everywhere.</source>
        <translation>Nur Wörter und Zeiten; lässt sich überall öffnen.</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Webseite</translation>
    </message>
    <message>
        <source>One page with all notes, to read, print or publish.</source>
        <translation>Eine Seite mit allen Notizen, zum Lesen, Drucken oder Veröffentlichen.</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>The web page, on paper.</source>
        <translation>Die Webseite, auf Papier.</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>One row per note, for spreadsheets and statistics.</source>
        <translation>Eine Zeile je Notiz, für Tabellenkalkulation und Statistik.</translation>
    </message>
    <message>
        <source>Readwise</source>
        <translation>Readwise</translation>
    </message>
    <message>
        <source>A table that Readwise takes in. Nothing is sent.</source>
        <translation>Eine Tabelle, die Readwise einliest. Nichts wird gesendet.</translation>
    </message>
    <message>
        <source>Everything (JSON Lines)</source>
        <translation>Alles (JSON Lines)</translation>
    </message>
    <message>
        <source>Nothing is left out: to keep, or to take into another library.</source>
        <translation>Nichts wird ausgelassen: zum Aufheben oder für eine andere Bibliothek.</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>One document for programs of your own.</source>
        <translation>Ein Dokument für eigene Programme.</translation>
    </message>
    <message>
        <source>Web annotations (JSON-LD)</source>
        <translation>Web-Annotationen (JSON-LD)</translation>
    </message>
    <message>
        <source>The standard for annotations, for archives and research.</source>
        <translation>Der Standard für Anmerkungen, für Archive und Forschung.</translation>
    </message>
    <message>
        <source>Anki cards</source>
        <translation>Anki-Karten</translation>
    </message>
    <message>
        <source>Import it into Anki; a second import updates the same cards.</source>
        <translation>In Anki einlesen; ein zweites Mal bringt dieselben Karten auf den neuen Stand.</translation>
    </message>
    <message>
        <source>Audacity labels</source>
        <translation>Audacity-Textmarken</translation>
    </message>
    <message>
        <source>A label track for each episode&apos;s sound.</source>
        <translation>Eine Textspur für den Ton jeder Folge.</translation>
    </message>
    <message>
        <source>WebVTT</source>
        <translation>WebVTT</translation>
    </message>
    <message>
        <source>Highlights as captions, for video editors and the web.</source>
        <translation>Markierungen als Untertitel, für Videoschnitt und Web.</translation>
    </message>
    <message>
        <source>SubRip (SRT)</source>
        <translation>SubRip (SRT)</translation>
    </message>
    <message>
        <source>Highlights as subtitles.</source>
        <translation>Markierungen als Untertitel.</translation>
    </message>
    <message>
        <source>BibTeX</source>
        <translation>BibTeX</translation>
    </message>
    <message>
        <source>The episodes as references with times, for LaTeX.</source>
        <translation>Die Folgen als Quellenangaben mit Zeiten, für LaTeX.</translation>
    </message>
    <message>
        <source>Zotero (CSL JSON)</source>
        <translation>Zotero (CSL JSON)</translation>
    </message>
    <message>
        <source>The episodes as references with times, for Zotero and others.</source>
        <translation>Die Folgen als Quellenangaben mit Zeiten, für Zotero und andere.</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>%1–%2</source>
        <comment>from-to, two times</comment>
        <translation>%1–%2</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n&#xa0;Stunde</numerusform>
            <numerusform>%n&#xa0;Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n&#xa0;Minute</numerusform>
            <numerusform>%n&#xa0;Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n&#xa0;Sekunde</numerusform>
            <numerusform>%n&#xa0;Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>a length in seconds</comment>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>a length in minutes</comment>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <comment>a length: hours, then minutes with two digits</comment>
        <translation>%1&#xa0;h&#xa0;%2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <comment>%1 is a length such as 33 min</comment>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>a length: minutes, seconds with two digits</comment>
        <translation>%1&#xa0;min %2&#xa0;s</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>QLocale pattern of a day in full</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>Undated</source>
        <comment>group of episodes without a date</comment>
        <translation>Ohne Datum</translation>
    </message>
    <message>
        <source>Upcoming</source>
        <comment>group of episodes dated in the future</comment>
        <translation>Demnächst</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>QLocale pattern of a month</comment>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <comment>hours</comment>
        <translation>vor %1&#xa0;h</translation>
    </message>
    <message numerus="yes">
        <source>%n episodes</source>
        <translation>
            <numerusform>%n&#xa0;Folge</numerusform>
            <numerusform>%n&#xa0;Folgen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n&#xa0;Notiz</numerusform>
            <numerusform>%n&#xa0;Notizen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::commands::CommandRegistry</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a tip: what it does, its keys</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ui::commands::KeysSheet</name>
    <message>
        <source>Single-letter keys act outside text fields</source>
        <translation>Tasten mit nur einem Buchstaben wirken außerhalb von Textfeldern</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>ui::exchange::ExportDialog</name>
    <message>
        <source>With tags</source>
        <translation>Mit Schlagwörtern</translation>
    </message>
    <message>
        <source>With colours</source>
        <translation>Mit Farben</translation>
    </message>
    <message>
        <source>With the sound of each note, beside the text</source>
        <translation>Mit dem Ton jeder Notiz, neben dem Text</translation>
    </message>
    <message>
        <source>Change the template…</source>
        <translation>Vorlage ändern …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Export notes</source>
        <translation>Notizen exportieren</translation>
    </message>
    <message>
        <source>Which notes</source>
        <translation>Welche Notizen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>Was geschrieben wird</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Notes written</source>
        <translation>Geschriebene Notizen</translation>
    </message>
    <message>
        <source>Change your template…</source>
        <translation>Deine Vorlage ändern …</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>file, remark</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>ui::exchange::ImportPreview</name>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import notes</source>
        <translation>Notizen importieren</translation>
    </message>
    <message>
        <source>“%1” was read as %2.</source>
        <translation>„%1“ wurde gelesen als: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) will be added.</source>
        <translation>
            <numerusform>%n Notiz kommt hinzu.</numerusform>
            <numerusform>%n Notizen kommen hinzu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) will change.</source>
        <translation>
            <numerusform>%n Notiz ändert sich.</numerusform>
            <numerusform>%n Notizen ändern sich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) are known and stay as they are.</source>
        <translation>
            <numerusform>%n Notiz ist bekannt und bleibt, wie sie ist.</numerusform>
            <numerusform>%n Notizen sind bekannt und bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Notes of the file</source>
        <translation>Notizen der Datei</translation>
    </message>
    <message>
        <source>What could not be read</source>
        <translation>Was nicht gelesen werden konnte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Find the episode by its title</source>
        <translation>Die Folge über ihren Titel finden</translation>
    </message>
    <message>
        <source>The file does not say which episode its notes are about.</source>
        <translation>Die Datei sagt nicht, zu welcher Folge ihre Notizen gehören.</translation>
    </message>
</context>
<context>
    <name>ui::exchange::IncomingModel</name>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Known, stays as it is</source>
        <translation>Bekannt, bleibt so</translation>
    </message>
    <message>
        <source>Here it is</source>
        <translation>Hier ist sie</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Episode</source>
        <translation>Folge</translation>
    </message>
</context>
<context>
    <name>ui::exchange::TemplateDialog</name>
    <message>
        <source>As it came</source>
        <translation>Wie mitgeliefert</translation>
    </message>
    <message>
        <source>Use this template</source>
        <translation>Diese Vorlage verwenden</translation>
    </message>
    <message>
        <source>Template for %1</source>
        <translation>Vorlage für %1</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>What stands in double braces is filled in for each note. A field in the list is put in with a double click or Enter.</source>
        <translation>Was in doppelten geschweiften Klammern steht, wird für jede Notiz ausgefüllt. Ein Feld der Liste wird mit Doppelklick oder Eingabetaste eingefügt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>The template can be used.</source>
        <translation>Die Vorlage ist brauchbar.</translation>
    </message>
    <message>
        <source>This does not work yet: %1</source>
        <translation>Das geht so noch nicht: %1</translation>
    </message>
</context>
<context>
    <name>ui::library::AddPodcastDialog</name>
    <message>
        <source>Address of a feed or page</source>
        <translation>Adresse eines Feeds oder einer Seite</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Abonnieren</translation>
    </message>
    <message>
        <source>Add podcast</source>
        <translation>Podcast hinzufügen</translation>
    </message>
    <message>
        <source>Paste the address of a feed or of the podcast&apos;s page.</source>
        <translation>Die Adresse eines Feeds oder der Podcast-Seite einfügen.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Looking for the feed...</source>
        <translation>Der Feed wird gesucht&#xa0;…</translation>
    </message>
</context>
<context>
    <name>ui::library::EpisodeDelegate</name>
    <message>
        <source>playing</source>
        <translation>läuft gerade</translation>
    </message>
    <message>
        <source>played</source>
        <translation>gehört</translation>
    </message>
    <message>
        <source>has transcript</source>
        <translation>mit Transkript</translation>
    </message>
</context>
<context>
    <name>ui::library::EpisodePanel</name>
    <message>
        <source>Narrow the list</source>
        <translation>Liste filtern</translation>
    </message>
    <message>
        <source>Words in the title</source>
        <translation>Wörter im Titel</translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Nothing for “%1”.</source>
        <translation>Nichts zu „%1“ gefunden.</translation>
    </message>
</context>
<context>
    <name>ui::library::FirstRunPage</name>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Or drop an audio file, a transcript, or an OPML file anywhere in this window</source>
        <translation>Oder eine Audiodatei, ein Transkript oder eine OPML-Datei irgendwo in dieses Fenster ziehen</translation>
    </message>
    <message>
        <source>Add a podcast</source>
        <translation>Einen Podcast hinzufügen</translation>
    </message>
    <message>
        <source>Paste the address of a feed or of the podcast&apos;s page.</source>
        <translation>Die Adresse eines Feeds oder der Podcast-Seite einfügen.</translation>
    </message>
    <message>
        <source>Add podcast...</source>
        <translation>Podcast hinzufügen&#xa0;…</translation>
    </message>
    <message>
        <source>Bring your subscriptions</source>
        <translation>Abonnements mitbringen</translation>
    </message>
    <message>
        <source>Import an OPML file. Nothing is downloaded until you say so.</source>
        <translation>Eine OPML-Datei importieren. Heruntergeladen wird erst auf Wunsch.</translation>
    </message>
    <message>
        <source>Import OPML...</source>
        <translation>OPML importieren&#xa0;…</translation>
    </message>
    <message>
        <source>Try the sample episode</source>
        <translation>Die Beispielfolge ausprobieren</translation>
    </message>
    <message>
        <source>About seven minutes, with show notes and a transcript. Works offline.</source>
        <translation>Etwa sieben Minuten, mit Shownotes und Transkript. Funktioniert auch offline.</translation>
    </message>
    <message>
        <source>Open sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Listen, and keep what matters</source>
        <translation>Hören und behalten, was zählt</translation>
    </message>
    <message>
        <source>Follow podcasts, read along, and press M whenever you hear something worth keeping.</source>
        <translation>Podcasts abonnieren, mitlesen und M drücken, sobald etwas Merkenswertes zu hören ist.</translation>
    </message>
    <message>
        <source>Earmark needs no account. Your notes can be exported at any time.</source>
        <translation>Earmark braucht kein Konto. Ihre Notizen lassen sich jederzeit exportieren.</translation>
    </message>
    <message>
        <source>Earmark needs no account. Your notes stay in %1 and can be exported at any time.</source>
        <translation>Earmark braucht kein Konto. Ihre Notizen bleiben in %1 und lassen sich jederzeit exportieren.</translation>
    </message>
</context>
<context>
    <name>ui::library::ImportDialog</name>
    <message>
        <source>Copy list</source>
        <translation>Liste kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Import subscriptions</source>
        <translation>Abonnements importieren</translation>
    </message>
    <message>
        <source>Feeds read</source>
        <translation>Gelesene Feeds</translation>
    </message>
    <message>
        <source>Feeds that could not be read</source>
        <translation>Feeds, die nicht gelesen werden konnten</translation>
    </message>
    <message>
        <source>Reading the file...</source>
        <translation>Die Datei wird gelesen&#xa0;…</translation>
    </message>
    <message>
        <source>Following %1 of %2...</source>
        <comment>feeds of an imported list</comment>
        <translation>Podcast %1 von %2 wird abonniert&#xa0;…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>1 podcast followed</source>
        <translation>1&#xa0;Podcast abonniert</translation>
    </message>
    <message>
        <source>%1 podcasts followed</source>
        <translation>%1&#xa0;Podcasts abonniert</translation>
    </message>
    <message>
        <source>All feeds could be read.</source>
        <translation>Alle Feeds konnten gelesen werden.</translation>
    </message>
    <message>
        <source>1 feed could not be read</source>
        <translation>1&#xa0;Feed konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 feeds could not be read</source>
        <translation>%1&#xa0;Feeds konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a feed&apos;s address, and why it could not be read</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>Es wurde nichts importiert</translation>
    </message>
</context>
<context>
    <name>ui::library::Sidebar</name>
    <message>
        <source>Add podcast</source>
        <translation>Podcast hinzufügen</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Bereiche</translation>
    </message>
</context>
<context>
    <name>ui::models::SidebarModel</name>
    <message>
        <source>Inbox</source>
        <translation>Posteingang</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Study</source>
        <comment>heading above Notes</comment>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Podcasts</source>
        <translation>Podcasts</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>place and how many are in it: Inbox, 12</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>ui::notes::Codebook</name>
    <message>
        <source>%1, %2</source>
        <comment>a colour and what the listener calls it</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ui::notes::NoteEditor</name>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down move it.</source>
        <translation>Mit Alt+Hoch und Alt+Runter verschieben.</translation>
    </message>
    <message>
        <source>Note text, Markdown</source>
        <translation>Notiztext, Markdown</translation>
    </message>
    <message>
        <source>Write a note...</source>
        <translation>Notiz schreiben&#xa0;…</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>Ohne Speichern schließen</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>Bei %1</translation>
    </message>
    <message>
        <source>Saving...</source>
        <translation>Wird gespeichert&#xa0;…</translation>
    </message>
</context>
<context>
    <name>ui::notes::NotePage</name>
    <message>
        <source>Take the star away</source>
        <translation>Stern entfernen</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Mit Stern versehen</translation>
    </message>
    <message>
        <source>Play from %1</source>
        <translation>Ab %1 abspielen</translation>
    </message>
    <message>
        <source>The episode of this note is no longer in the library.</source>
        <translation>Die Folge dieser Notiz ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>This note is in the bin until %1.</source>
        <translation>Diese Notiz liegt bis %1 im Papierkorb.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>The words of this note have changed since. Is it still about this place?</source>
        <translation>Die Wörter dieser Notiz haben sich seither geändert. Gehört sie noch an diese Stelle?</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Yes, it is</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Its words are no longer there. It stays at its time.</source>
        <translation>Ihre Wörter sind nicht mehr da. Sie bleibt bei ihrer Zeit.</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>In Ordnung</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) chosen.</source>
        <translation>
            <numerusform>%n Notiz ausgewählt.</numerusform>
            <numerusform>%n Notizen ausgewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is done below the list is done to all of them.</source>
        <translation>Was unter der Liste getan wird, geschieht mit allen.</translation>
    </message>
    <message>
        <source>No note chosen.</source>
        <translation>Keine Notiz ausgewählt.</translation>
    </message>
    <message>
        <source>Choose one to read it, to write in it, and to hear it.</source>
        <translation>Wähle eine, um sie zu lesen, darin zu schreiben und sie zu hören.</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gesichert</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gesichert …</translation>
    </message>
    <message>
        <source>Saved</source>
        <comment>a note is on the disk</comment>
        <translation>Gesichert</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Show in transcript</source>
        <translation>Im Transkript zeigen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Copy as citation</source>
        <translation>Als Zitat kopieren</translation>
    </message>
    <message>
        <source>Copy with time</source>
        <translation>Mit Zeit kopieren</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note text, Markdown</source>
        <translation>Notiztext, Markdown</translation>
    </message>
    <message>
        <source>Write a note...</source>
        <translation>Notiz schreiben …</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Made</source>
        <comment>when a note was made</comment>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Endgültig löschen …</translation>
    </message>
    <message>
        <source>Adjust range</source>
        <translation>Bereich anpassen</translation>
    </message>
</context>
<context>
    <name>ui::notes::NotesPanel</name>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>No notes yet.</source>
        <translation>Noch keine Notizen.</translation>
    </message>
    <message>
        <source>Press M while listening, or select words in a transcript.</source>
        <translation>Beim Hören M drücken oder Wörter in einem Transkript auswählen.</translation>
    </message>
    <message>
        <source>The notes could not be read.</source>
        <translation>Die Notizen konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Play from %1</source>
        <translation>Ab %1 abspielen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Tags...</source>
        <translation>Schlagwörter&#xa0;…</translation>
    </message>
    <message>
        <source>Copy as Markdown quote</source>
        <translation>Als Markdown-Zitat kopieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Repeat this passage</source>
        <translation>Diese Stelle wiederholen</translation>
    </message>
    <message>
        <source>Save a clip...</source>
        <translation>Ausschnitt speichern&#xa0;…</translation>
    </message>
</context>
<context>
    <name>ui::notes::NotesView</name>
    <message>
        <source>Bin</source>
        <comment>deleted notes</comment>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Notes</source>
        <comment>head of the list of all notes</comment>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>so many notes are shown, of so many</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Groups and order: %1</source>
        <translation>Gruppen und Ordnung: %1</translation>
    </message>
    <message numerus="yes">
        <source>Export %n…</source>
        <translation>
            <numerusform>%n exportieren …</numerusform>
            <numerusform>%n exportieren …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n note(s)…</source>
        <translation>
            <numerusform>%n Notiz exportieren …</numerusform>
            <numerusform>%n Notizen exportieren …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The words of %n note(s) have changed since. Please check.</source>
        <translation>
            <numerusform>Die Wörter von %n Notiz haben sich seither geändert. Bitte prüfen.</numerusform>
            <numerusform>Die Wörter von %n Notizen haben sich seither geändert. Bitte prüfen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The bin is empty.</source>
        <translation>Der Papierkorb ist leer.</translation>
    </message>
    <message>
        <source>Deleted notes stay here for 30 days.</source>
        <translation>Gelöschte Notizen bleiben hier 30 Tage.</translation>
    </message>
    <message>
        <source>No note is like that.</source>
        <translation>So eine Notiz gibt es nicht.</translation>
    </message>
    <message>
        <source>Nothing for “%1”.</source>
        <translation>Nichts zu „%1“.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>No notes yet.</source>
        <translation>Noch keine Notizen.</translation>
    </message>
    <message>
        <source>Press M while listening, or select words in a transcript.</source>
        <translation>Drücke beim Hören M oder markiere Wörter in einem Transkript.</translation>
    </message>
    <message>
        <source>The notes could not be read.</source>
        <translation>Die Notizen konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Back to the notes</source>
        <translation>Zurück zu den Notizen</translation>
    </message>
    <message>
        <source>Play all of these in turn</source>
        <translation>Alle nacheinander abspielen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Episode</source>
        <comment>notes are grouped by it</comment>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Podcast</source>
        <comment>notes are grouped by it</comment>
        <translation>Podcast</translation>
    </message>
    <message>
        <source>Tag</source>
        <comment>notes are grouped by it</comment>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Colour</source>
        <comment>notes are grouped by it</comment>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Day</source>
        <comment>notes are grouped by it</comment>
        <translation>Tag</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Keine Gruppen</translation>
    </message>
    <message>
        <source>Group by episode</source>
        <translation>Nach Folgen gruppieren</translation>
    </message>
    <message>
        <source>Group by podcast</source>
        <translation>Nach Podcasts gruppieren</translation>
    </message>
    <message>
        <source>Group by tag</source>
        <translation>Nach Schlagwörtern gruppieren</translation>
    </message>
    <message>
        <source>Group by colour</source>
        <translation>Nach Farben gruppieren</translation>
    </message>
    <message>
        <source>Group by day</source>
        <translation>Nach Tagen gruppieren</translation>
    </message>
    <message>
        <source>In order of place</source>
        <translation>Nach Stellen geordnet</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Last changed first</source>
        <translation>Zuletzt geänderte zuerst</translation>
    </message>
    <message>
        <source>Fold all groups</source>
        <translation>Alle Gruppen einklappen</translation>
    </message>
    <message>
        <source>Unfold all groups</source>
        <translation>Alle Gruppen ausklappen</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Name the colours…</source>
        <translation>Farben benennen …</translation>
    </message>
    <message numerus="yes">
        <source>Show the bin (%n note(s))</source>
        <translation>
            <numerusform>Papierkorb zeigen (%n Notiz)</numerusform>
            <numerusform>Papierkorb zeigen (%n Notizen)</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty the bin…</source>
        <translation>Papierkorb leeren …</translation>
    </message>
</context>
<context>
    <name>ui::notes::Words</name>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Mark · %1 before %2</source>
        <comment>a marked piece: its length, its end</comment>
        <translation>Marke · %1 vor %2</translation>
    </message>
    <message>
        <source>Mark</source>
        <comment>a marked moment</comment>
        <translation>Marke</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>Bei %1</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>tags: %1</source>
        <translation>Schlagwörter: %1</translation>
    </message>
    <message>
        <source>In its words</source>
        <comment>a note stands where its words are</comment>
        <translation>Bei ihren Wörtern</translation>
    </message>
    <message>
        <source>Moved with its words</source>
        <translation>Mit ihren Wörtern gewandert</translation>
    </message>
    <message>
        <source>To check</source>
        <comment>a note whose words have changed</comment>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>At its time only</source>
        <translation>Nur bei ihrer Zeit</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>its place is to be checked</source>
        <translation>ihre Stelle ist zu prüfen</translation>
    </message>
</context>
<context>
    <name>ui::notes::internal::ChoiceCard</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n note(s)</source>
        <translation>
            <numerusform>%1, %n Notiz</numerusform>
            <numerusform>%1, %n Notizen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::notes::internal::DropDialog</name>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n note(s) for good?</source>
        <translation>
            <numerusform>%n Notiz endgültig löschen?</numerusform>
            <numerusform>%n Notizen endgültig löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>This is the one thing that cannot be undone: they leave the bin, and Undo does not bring them back.</source>
        <translation>Nur das lässt sich nicht rückgängig machen: Sie verlassen den Papierkorb, und „Rückgängig“ holt sie nicht zurück.</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n note(s)</source>
        <translation>
            <numerusform>%n Notiz löschen</numerusform>
            <numerusform>%n Notizen löschen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::notes::internal::FilterBar</name>
    <message>
        <source>Filter notes</source>
        <translation>Notizen filtern</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Podcast</source>
        <translation>Podcast</translation>
    </message>
    <message>
        <source>State</source>
        <comment>how sure a note&apos;s place is</comment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Any date</source>
        <translation>Jedes Datum</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Podcasts</source>
        <translation>Podcasts</translation>
    </message>
    <message>
        <source>How sure the place is</source>
        <translation>Wie sicher die Stelle ist</translation>
    </message>
    <message>
        <source>Name the colours…</source>
        <translation>Farben benennen …</translation>
    </message>
    <message>
        <source>Without a tag</source>
        <translation>Ohne Schlagwort</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::notes::internal::FilterChip</name>
    <message>
        <source>%1: %2</source>
        <comment>a filter and what is chosen: Colour: Yellow, green</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>ui::notes::internal::RangeEditor</name>
    <message>
        <source>Start of the note</source>
        <translation>Anfang der Notiz</translation>
    </message>
    <message>
        <source>Start earlier</source>
        <translation>Anfang früher</translation>
    </message>
    <message>
        <source>Start later</source>
        <translation>Anfang später</translation>
    </message>
    <message>
        <source>End of the note</source>
        <translation>Ende der Notiz</translation>
    </message>
    <message>
        <source>End earlier</source>
        <translation>Ende früher</translation>
    </message>
    <message>
        <source>End later</source>
        <translation>Ende später</translation>
    </message>
    <message>
        <source>Play the range</source>
        <translation>Bereich abspielen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Adjust range</source>
        <translation>Bereich anpassen</translation>
    </message>
    <message>
        <source>A moment</source>
        <comment>a note without an end</comment>
        <translation>Ein Moment</translation>
    </message>
    <message>
        <source>Start</source>
        <comment>of a note</comment>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>End</source>
        <comment>of a note</comment>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Up and Down move it by a second, with Shift by a tenth.</source>
        <translation>Die Pfeiltasten auf und ab bewegen ihn um eine Sekunde, mit Umschalt um eine Zehntelsekunde.</translation>
    </message>
    <message>
        <source>%1 by a second, with Shift by a tenth</source>
        <comment>Start earlier</comment>
        <translation>%1 um eine Sekunde, mit Umschalt um eine Zehntelsekunde</translation>
    </message>
    <message>
        <source>Up and Down move by a second, with Shift by a tenth.</source>
        <translation>Die Pfeiltasten auf und ab bewegen um eine Sekunde, mit Umschalt um eine Zehntelsekunde.</translation>
    </message>
    <message>
        <source>The end lies before the start.</source>
        <translation>Das Ende liegt vor dem Anfang.</translation>
    </message>
    <message>
        <source>Write times such as 4:30 or 1:02:03.5.</source>
        <translation>Schreibe Zeiten wie 4:30 oder 1:02:03.5.</translation>
    </message>
    <message>
        <source>The episode of this note is no longer in the library.</source>
        <translation>Die Folge dieser Notiz ist nicht mehr in der Bibliothek.</translation>
    </message>
</context>
<context>
    <name>ui::notes::internal::RowDelegate</name>
    <message>
        <source>Without a tag</source>
        <translation>Ohne Schlagwort</translation>
    </message>
    <message>
        <source>Untitled</source>
        <comment>an episode or a podcast without a name</comment>
        <translation>Ohne Titel</translation>
    </message>
</context>
<context>
    <name>ui::notes::internal::SelectionBar</name>
    <message>
        <source>Tag…</source>
        <translation>Schlagwort …</translation>
    </message>
    <message>
        <source>Colour…</source>
        <translation>Farbe …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Delete the chosen notes</source>
        <translation>Ausgewählte Notizen löschen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Chosen notes</source>
        <translation>Ausgewählte Notizen</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Mit Stern versehen</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>Stern entfernen</translation>
    </message>
    <message>
        <source>Their places are right</source>
        <translation>Ihre Stellen stimmen</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Endgültig löschen …</translation>
    </message>
</context>
<context>
    <name>ui::notes::internal::SpokenRows</name>
    <message numerus="yes">
        <source>%1, %n note(s), folded</source>
        <comment>a group of notes</comment>
        <translation>
            <numerusform>%1, %n Notiz, eingeklappt</numerusform>
            <numerusform>%1, %n Notizen, eingeklappt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n note(s)</source>
        <comment>a group of notes</comment>
        <translation>
            <numerusform>%1, %n Notiz</numerusform>
            <numerusform>%1, %n Notizen</numerusform>
        </translation>
    </message>
    <message>
        <source>Note, being read</source>
        <translation>Notiz, wird gelesen</translation>
    </message>
</context>
<context>
    <name>ui::notes::internal::TagCard</name>
    <message>
        <source>Tags of the chosen notes</source>
        <translation>Schlagwörter der ausgewählten Notizen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Take away</source>
        <comment>tags from notes</comment>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Add</source>
        <comment>tags to notes</comment>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>ui::notes::internal::TurnBar</name>
    <message>
        <source>Play the note before</source>
        <translation>Vorige Notiz abspielen</translation>
    </message>
    <message>
        <source>Play the next note</source>
        <translation>Nächste Notiz abspielen</translation>
    </message>
    <message>
        <source>Stop playing notes in turn</source>
        <translation>Abspielen nacheinander beenden</translation>
    </message>
    <message>
        <source>Playing note %1 of %2</source>
        <translation>Notiz %1 von %2 wird abgespielt</translation>
    </message>
</context>
<context>
    <name>ui::player::PlayerBar</name>
    <message>
        <source>Elapsed time</source>
        <translation>Verstrichene Zeit</translation>
    </message>
    <message>
        <source>Remaining time</source>
        <translation>Verbleibende Zeit</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Nothing is playing</source>
        <translation>Es wird nichts abgespielt</translation>
    </message>
    <message>
        <source>This episode has no chapters</source>
        <translation>Diese Folge hat keine Kapitel</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <comment>a time</comment>
        <translation>Zurück zu %1</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <comment>a spoken time</comment>
        <translation>Zurück zu %1</translation>
    </message>
    <message>
        <source>Still waiting for the server.</source>
        <translation>Der Server antwortet noch immer nicht.</translation>
    </message>
    <message>
        <source>Opening audio…</source>
        <translation>Audio wird geöffnet&#xa0;…</translation>
    </message>
    <message>
        <source>This episode cannot be played.</source>
        <translation>Diese Folge lässt sich nicht abspielen.</translation>
    </message>
    <message>
        <source>Switch between the time left and the length</source>
        <translation>Zwischen verbleibender Zeit und Länge wechseln</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>This place is a guess until the whole file has been looked through; then it will be exact</source>
        <translation>Diese Stelle ist geschätzt, bis die ganze Datei durchgesehen ist; danach ist sie genau</translation>
    </message>
    <message>
        <source>Buffering…</source>
        <translation>Wird gepuffert&#xa0;…</translation>
    </message>
    <message>
        <source>Loading %1 MB…</source>
        <comment>how much has come</comment>
        <translation>%1&#xa0;MB geladen&#xa0;…</translation>
    </message>
    <message>
        <source>Loading %1 of %2 MB</source>
        <comment>how much has come, of how much</comment>
        <translation>%1 von %2&#xa0;MB geladen</translation>
    </message>
    <message>
        <source>Buffering… %1 %</source>
        <comment>how much has come, in percent</comment>
        <translation>Wird gepuffert&#xa0;… %1&#xa0;%</translation>
    </message>
    <message>
        <source>Mark</source>
        <comment>verb: keep what was just heard</comment>
        <translation>Merken</translation>
    </message>
    <message>
        <source>Mark from %1</source>
        <comment>a time; pressed at the end of what is to be marked</comment>
        <translation>Ab %1 merken</translation>
    </message>
    <message>
        <source>Mark last %1 s</source>
        <translation>Letzte %1&#xa0;s merken</translation>
    </message>
</context>
<context>
    <name>ui::player::Timeline</name>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>how far, of how long; both are spoken times</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a spoken time, a chapter</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number and title of a chapter</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Note at %1: %2</source>
        <comment>spoken time; the note&apos;s words</comment>
        <translation>Notiz bei %1: %2</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>a spoken time that is a guess</comment>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>words that are spoken</comment>
        <translation>„%1“</translation>
    </message>
</context>
<context>
    <name>ui::player::internal::ChapterButton</name>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Show the chapters</source>
        <translation>Kapitel anzeigen</translation>
    </message>
    <message>
        <source>Chapter: %1</source>
        <comment>its title</comment>
        <translation>Kapitel: %1</translation>
    </message>
</context>
<context>
    <name>ui::player::internal::ChapterListModel</name>
    <message>
        <source>%1, %2</source>
        <comment>title of a chapter, a spoken time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, playing</source>
        <comment>a chapter</comment>
        <translation>%1, läuft gerade</translation>
    </message>
    <message>
        <source>%1, has a page</source>
        <comment>a chapter</comment>
        <translation>%1, mit Webseite</translation>
    </message>
</context>
<context>
    <name>ui::player::internal::ChaptersPanel</name>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Open page</source>
        <comment>the web page of a chapter</comment>
        <translation>Webseite öffnen</translation>
    </message>
    <message>
        <source>Load pictures for this podcast</source>
        <translation>Bilder für diesen Podcast laden</translation>
    </message>
    <message>
        <source>Pictures come from other servers, which then know that you listen</source>
        <translation>Die Bilder kommen von anderen Servern, die dadurch erfahren, dass Sie zuhören</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n chapter(s))</source>
        <comment>a source of chapters</comment>
        <translation>
            <numerusform>%1 (%n&#xa0;Kapitel)</numerusform>
            <numerusform>%1 (%n&#xa0;Kapitel)</numerusform>
        </translation>
    </message>
    <message>
        <source>From: %1</source>
        <comment>a source of chapters</comment>
        <translation>Quelle: %1</translation>
    </message>
    <message>
        <source>Choose where the chapters come from</source>
        <translation>Quelle der Kapitel wählen</translation>
    </message>
</context>
<context>
    <name>ui::player::internal::NowPlaying</name>
    <message>
        <source>Show the episode</source>
        <translation>Folge anzeigen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>episode, podcast</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Show %1</source>
        <comment>an episode&apos;s title; a tip</comment>
        <translation>%1 anzeigen</translation>
    </message>
</context>
<context>
    <name>ui::player::internal::Panels</name>
    <message>
        <source>Loop %1</source>
        <comment>a stretch such as 11:45–13:20</comment>
        <translation>Schleife %1</translation>
    </message>
    <message>
        <source>Loop the selection or sentence</source>
        <translation>Auswahl oder Satz wiederholen</translation>
    </message>
    <message>
        <source>A is at %1: set it here</source>
        <comment>start of a loop; a time</comment>
        <translation>A liegt bei %1: hierher setzen</translation>
    </message>
    <message>
        <source>Start of the loop here (A)</source>
        <translation>Anfang der Schleife hier (A)</translation>
    </message>
    <message>
        <source>End of the loop here (B)</source>
        <translation>Ende der Schleife hier (B)</translation>
    </message>
    <message>
        <source>No loop</source>
        <translation>Keine Schleife</translation>
    </message>
    <message>
        <source>Previous chapter</source>
        <translation>Vorheriges Kapitel</translation>
    </message>
    <message>
        <source>Next chapter</source>
        <translation>Nächstes Kapitel</translation>
    </message>
    <message>
        <source>Chapters…</source>
        <translation>Kapitel&#xa0;…</translation>
    </message>
    <message>
        <source>Speed: %1…</source>
        <comment>such as 1.4×</comment>
        <translation>Geschwindigkeit: %1&#xa0;…</translation>
    </message>
    <message>
        <source>Sleep timer…</source>
        <translation>Schlaftimer&#xa0;…</translation>
    </message>
    <message>
        <source>Sleep timer: %1…</source>
        <comment>such as 12 min</comment>
        <translation>Schlaftimer: %1&#xa0;…</translation>
    </message>
    <message>
        <source>Volume: %1 %…</source>
        <comment>percent</comment>
        <translation>Lautstärke: %1&#xa0;%&#xa0;…</translation>
    </message>
    <message>
        <source>Loop</source>
        <comment>repeat a stretch</comment>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Speed %1</source>
        <comment>such as 1.4×</comment>
        <translation>Geschwindigkeit %1</translation>
    </message>
    <message>
        <source>Speed and sound</source>
        <translation>Geschwindigkeit und Klang</translation>
    </message>
    <message>
        <source>Volume %1 %</source>
        <comment>percent</comment>
        <translation>Lautstärke %1&#xa0;%</translation>
    </message>
    <message>
        <source>Sleep timer</source>
        <translation>Schlaftimer</translation>
    </message>
    <message>
        <source>Sleep timer: at the end of the chapter</source>
        <translation>Schlaftimer: am Ende des Kapitels</translation>
    </message>
    <message>
        <source>Sleep timer: at the end of the episode</source>
        <translation>Schlaftimer: am Ende der Folge</translation>
    </message>
    <message>
        <source>Sleep timer: %1</source>
        <comment>such as 12 min</comment>
        <translation>Schlaftimer: %1</translation>
    </message>
    <message>
        <source>Loop: on</source>
        <translation>Schleife: an</translation>
    </message>
    <message>
        <source>Loop: A is set, B is missing</source>
        <translation>Schleife: A ist gesetzt, B fehlt</translation>
    </message>
    <message>
        <source>Stop repeating</source>
        <translation>Wiederholung beenden</translation>
    </message>
    <message>
        <source>A is set: choose B in the menu</source>
        <translation>A ist gesetzt: B im Menü wählen</translation>
    </message>
    <message>
        <source>Repeat a stretch; more in the menu</source>
        <translation>Abschnitt wiederholen; mehr im Menü</translation>
    </message>
</context>
<context>
    <name>ui::player::internal::SleepPanel</name>
    <message>
        <source>%1 min</source>
        <comment>minutes until the sound sleeps; short, on a button</comment>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>Sleep timer</source>
        <translation>Schlaftimer</translation>
    </message>
    <message>
        <source>+5 min</source>
        <comment>sleep timer: longer</comment>
        <translation>+5&#xa0;min</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>sleep timer</comment>
        <translation>Aus</translation>
    </message>
    <message>
        <source>5 minutes more</source>
        <translation>5&#xa0;Minuten länger</translation>
    </message>
    <message>
        <source>Switch the sleep timer off</source>
        <translation>Schlaftimer ausschalten</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>a length</comment>
        <translation>%1&#xa0;min</translation>
    </message>
    <message numerus="yes">
        <source>Sleep in %n minute(s)</source>
        <translation>
            <numerusform>In %n&#xa0;Minute anhalten</numerusform>
            <numerusform>In %n&#xa0;Minuten anhalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Minutes until the sound sleeps</source>
        <translation>Minuten bis zum Anhalten</translation>
    </message>
    <message>
        <source> min</source>
        <comment>follows a number; with the space</comment>
        <translation> min</translation>
    </message>
    <message>
        <source>Start</source>
        <comment>starts the sleep timer</comment>
        <translation>Starten</translation>
    </message>
    <message>
        <source>At the end of the chapter</source>
        <translation>Am Ende des Kapitels</translation>
    </message>
    <message>
        <source>At the end of the episode</source>
        <translation>Am Ende der Folge</translation>
    </message>
    <message>
        <source>Sleeps at the end of the chapter</source>
        <translation>Hält am Ende des Kapitels an</translation>
    </message>
    <message>
        <source>Sleeps at the end of the episode</source>
        <translation>Hält am Ende der Folge an</translation>
    </message>
    <message>
        <source>Sleeps in %1</source>
        <comment>such as 12 min</comment>
        <translation>Hält in %1 an</translation>
    </message>
    <message>
        <source>This episode has no chapters</source>
        <translation>Diese Folge hat keine Kapitel</translation>
    </message>
</context>
<context>
    <name>ui::player::internal::SoundPanel</name>
    <message>
        <source>Speed and sound</source>
        <translation>Geschwindigkeit und Klang</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Skip silence</source>
        <translation>Stille überspringen</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>no silence is skipped</comment>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Gentle</source>
        <comment>how much silence is skipped</comment>
        <translation>Sanft</translation>
    </message>
    <message>
        <source>Medium</source>
        <comment>how much silence is skipped</comment>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Strong</source>
        <comment>how much silence is skipped</comment>
        <translation>Stark</translation>
    </message>
    <message>
        <source>Quality at other speeds</source>
        <translation>Qualität bei anderer Geschwindigkeit</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>quality of sound: costs little computing</comment>
        <translation>Sparsam</translation>
    </message>
    <message>
        <source>Finer</source>
        <comment>quality of sound: costs more computing</comment>
        <translation>Feiner</translation>
    </message>
    <message>
        <source>Podcast settings…</source>
        <translation>Podcast-Einstellungen&#xa0;…</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Speed %1</source>
        <comment>such as 1.4×</comment>
        <translation>Geschwindigkeit %1</translation>
    </message>
    <message>
        <source>Level loudness</source>
        <translation>Lautheit angleichen</translation>
    </message>
    <message>
        <source>Mono</source>
        <comment>one channel</comment>
        <translation>Mono</translation>
    </message>
    <message>
        <source>Quality</source>
        <comment>of sound at other speeds</comment>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Only for this podcast</source>
        <translation>Nur für diesen Podcast</translation>
    </message>
    <message>
        <source>Saved %1 in this episode</source>
        <comment>a length of time</comment>
        <translation>%1 in dieser Folge gespart</translation>
    </message>
    <message>
        <source>Nothing saved in this episode yet</source>
        <translation>In dieser Folge noch nichts gespart</translation>
    </message>
    <message>
        <source>Only for %1</source>
        <comment>a podcast&apos;s title</comment>
        <translation>Nur für %1</translation>
    </message>
    <message>
        <source>Speed, skipped silence and loudness as set here hold for this podcast only</source>
        <translation>Geschwindigkeit, übersprungene Stille und Lautheit gelten so nur für diesen Podcast</translation>
    </message>
</context>
<context>
    <name>ui::player::internal::Transport</name>
    <message>
        <source>Nothing is playing</source>
        <translation>Es wird nichts abgespielt</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Previous chapter</source>
        <translation>Vorheriges Kapitel</translation>
    </message>
    <message>
        <source>Back 15 seconds</source>
        <translation>15&#xa0;Sekunden zurück</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Forward 30 seconds</source>
        <translation>30&#xa0;Sekunden vor</translation>
    </message>
    <message>
        <source>Next chapter</source>
        <translation>Nächstes Kapitel</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>verb: give up waiting for the server</comment>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Loop</source>
        <comment>repeat a stretch</comment>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht länger warten</translation>
    </message>
</context>
<context>
    <name>ui::player::internal::VolumePanel</name>
    <message>
        <source>Volume and output</source>
        <translation>Lautstärke und Ausgabe</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Mute</source>
        <comment>verb: silence on and off</comment>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>Output</source>
        <comment>where sound goes</comment>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Follow a new default</source>
        <translation>Neuem Standard folgen</translation>
    </message>
    <message>
        <source>The computer&apos;s default</source>
        <translation>Standard des Computers</translation>
    </message>
    <message>
        <source>The computer&apos;s default (%1)</source>
        <comment>an output</comment>
        <translation>Standard des Computers (%1)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>Unmute</source>
        <comment>verb: sound on again</comment>
        <translation>Stummschaltung aufheben</translation>
    </message>
    <message>
        <source>When another output becomes the computer&apos;s default, move there at once</source>
        <translation>Wird eine andere Ausgabe zum Standard des Computers, sofort dorthin wechseln</translation>
    </message>
    <message>
        <source>The sound goes to the output chosen above</source>
        <translation>Der Ton geht an die oben gewählte Ausgabe</translation>
    </message>
</context>
<context>
    <name>ui::preferences::FolderChooser</name>
    <message>
        <source>Choose…</source>
        <comment>a folder</comment>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>using a folder</comment>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner auswählen</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no folder</comment>
        <translation>Keiner</translation>
    </message>
</context>
<context>
    <name>ui::preferences::PodcastDialog</name>
    <message>
        <source>Settings of “%1”</source>
        <translation>Einstellungen für „%1“</translation>
    </message>
    <message>
        <source>As for all (%1)</source>
        <translation>Wie bei allen (%1)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Skip silence</source>
        <translation>Stille überspringen</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Level loudness</source>
        <translation>Lautheit angleichen</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Leave out at the start</source>
        <translation>Am Anfang auslassen</translation>
    </message>
    <message>
        <source>A jingle, or the same words each time.</source>
        <translation>Ein Jingle oder jedes Mal dieselben Worte.</translation>
    </message>
    <message>
        <source>Leave out at the end</source>
        <translation>Am Ende auslassen</translation>
    </message>
    <message>
        <source>Load pictures</source>
        <translation>Bilder laden</translation>
    </message>
    <message>
        <source>Chapter pictures from the publisher&apos;s server, which then learns that you look at them.</source>
        <translation>Kapitelbilder vom Server des Anbieters, der dadurch erfährt, dass Sie sie ansehen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ui::preferences::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Skipping</source>
        <translation>Vor und zurück</translation>
    </message>
    <message>
        <source>Back button</source>
        <translation>Zurück-Taste</translation>
    </message>
    <message>
        <source>Forward button</source>
        <translation>Vor-Taste</translation>
    </message>
    <message>
        <source>Find the thread again</source>
        <translation>Den Faden wiederfinden</translation>
    </message>
    <message>
        <source>After a pause, begin a little earlier: the longer the pause, the further back, at the start of a sentence where there is a transcript.</source>
        <translation>Nach einer Pause etwas früher einsetzen: je länger die Pause, desto weiter zurück; mit Transkript am Anfang eines Satzes.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>The computer&apos;s default</source>
        <translation>Standard des Computers</translation>
    </message>
    <message>
        <source>The chosen one (not connected)</source>
        <translation>Das gewählte (nicht verbunden)</translation>
    </message>
    <message>
        <source>Play on</source>
        <translation>Abspielen über</translation>
    </message>
    <message>
        <source>Follow the default</source>
        <translation>Dem Standard folgen</translation>
    </message>
    <message>
        <source>When the computer gets another default device, such as headphones, the sound moves there.</source>
        <translation>Bekommt der Computer ein anderes Standardgerät, etwa einen Kopfhörer, wechselt der Ton dorthin.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Klang</translation>
    </message>
    <message>
        <source>For all podcasts without settings of their own</source>
        <translation>Für alle Podcasts ohne eigene Einstellungen</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Skip silence</source>
        <translation>Stille überspringen</translation>
    </message>
    <message>
        <source>Shortens the pauses in speech. Words are never touched.</source>
        <translation>Kürzt die Sprechpausen. Wörter bleiben immer unangetastet.</translation>
    </message>
    <message>
        <source>Level loudness</source>
        <translation>Lautheit angleichen</translation>
    </message>
    <message>
        <source>Quiet and loud podcasts sound equally loud, without clipping.</source>
        <translation>Leise und laute Podcasts klingen gleich laut, ohne zu übersteuern.</translation>
    </message>
    <message>
        <source>Target loudness</source>
        <translation>Angestrebte Lautheit</translation>
    </message>
    <message>
        <source>As broadcasters measure it (EBU R128).</source>
        <translation>Gemessen wie im Rundfunk (EBU&#xa0;R128).</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>Mono</translation>
    </message>
    <message>
        <source>Both ears hear everything.</source>
        <translation>Beide Ohren hören alles.</translation>
    </message>
    <message>
        <source>Quality at other speeds</source>
        <translation>Qualität bei anderer Geschwindigkeit</translation>
    </message>
    <message>
        <source>Finer sounds smoother and takes about ten times the computing power.</source>
        <translation>„Feiner“ klingt glatter und braucht etwa das Zehnfache an Rechenleistung.</translation>
    </message>
    <message>
        <source>Marks and notes</source>
        <translation>Marken und Notizen</translation>
    </message>
    <message>
        <source>Marking</source>
        <translation>Merken</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>Rückblick</translation>
    </message>
    <message>
        <source>How much a mark keeps from before you pressed the key.</source>
        <translation>Wie viel eine Marke aus der Zeit vor dem Tastendruck festhält.</translation>
    </message>
    <message>
        <source>Reading and appearance</source>
        <translation>Lesen und Aussehen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Size of transcripts and show notes</source>
        <translation>Größe von Transkripten und Shownotes</translation>
    </message>
    <message>
        <source>A click plays</source>
        <translation>Klick spielt ab</translation>
    </message>
    <message>
        <source>A click on a word plays from there. Off: it puts the text cursor, and Alt+click plays.</source>
        <translation>Ein Klick auf ein Wort spielt ab dieser Stelle. Aus: Er setzt die Textmarke, und Alt+Klick spielt ab.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>As the window</source>
        <translation>Wie das Fenster</translation>
    </message>
    <message>
        <source>Font of transcripts and show notes</source>
        <translation>Schrift von Transkripten und Shownotes</translation>
    </message>
    <message>
        <source>Announce sentences</source>
        <translation>Sätze ansagen</translation>
    </message>
    <message>
        <source>Screen readers are told each sentence while it is spoken.</source>
        <translation>Bildschirmleser erfahren jeden Satz, während er gesprochen wird.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Reaction time</source>
        <translation>Reaktionszeit</translation>
    </message>
    <message>
        <source>How much earlier than its first key a note begins.</source>
        <translation>Wie viel früher als ihr erster Tastendruck eine Notiz beginnt.</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no reaction time</comment>
        <translation>Keine</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>A folder for other programs</source>
        <translation>Ein Ordner für andere Programme</translation>
    </message>
    <message>
        <source>Keep notes as Markdown files</source>
        <translation>Notizen als Markdown-Dateien führen</translation>
    </message>
    <message>
        <source>One file for each episode, kept up to date. What you write there comes back. For Obsidian, Syncthing, git and others.</source>
        <translation>Eine Datei je Folge, immer auf dem neuesten Stand. Was du dort schreibst, kommt zurück. Für Obsidian, Syncthing, git und andere.</translation>
    </message>
    <message>
        <source>What the colours mean to you</source>
        <translation>Was die Farben für dich bedeuten</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Media key</source>
        <translation>Medientaste</translation>
    </message>
    <message>
        <source>This key of the keyboard or headset marks what was just heard, instead of what it does otherwise; where the system passes it on, with the window hidden, too.</source>
        <translation>Diese Taste von Tastatur oder Kopfhörer markiert, was eben zu hören war, statt dessen, was sie sonst tut; wo das System sie weitergibt, auch bei verborgenem Fenster.</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no media key</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Previous</source>
        <comment>a media key</comment>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <comment>a media key</comment>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>a media key</comment>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Pause while writing</source>
        <translation>Beim Schreiben anhalten</translation>
    </message>
    <message>
        <source>From the first key on. Playing goes on a little earlier.</source>
        <translation>Ab der ersten Taste. Danach geht es ein wenig früher weiter.</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>no pause</comment>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Until the note is done</source>
        <translation>Bis die Notiz fertig ist</translation>
    </message>
    <message>
        <source>Until I stop typing</source>
        <translation>Bis ich nicht mehr tippe</translation>
    </message>
</context>
<context>
    <name>ui::preferences::Words</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1&#xa0;s</translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>speed: 1.5×</comment>
        <translation>%1×</translation>
    </message>
    <message>
        <source>%1 LUFS</source>
        <translation>%1&#xa0;LUFS</translation>
    </message>
    <message>
        <source>%1 (usual for podcasts)</source>
        <translation>%1 (üblich bei Podcasts)</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>silence is not skipped</comment>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Gentle</source>
        <comment>skip silence</comment>
        <translation>Sanft</translation>
    </message>
    <message>
        <source>Medium</source>
        <comment>skip silence</comment>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Strong</source>
        <comment>skip silence</comment>
        <translation>Stark</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sparsam</translation>
    </message>
    <message>
        <source>Finer</source>
        <translation>Feiner</translation>
    </message>
</context>
<context>
    <name>ui::times::ChaptersDialog</name>
    <message>
        <source>Chapters of “%1”</source>
        <translation>Kapitel von „%1“</translation>
    </message>
    <message>
        <source>Look the list over: times and titles can be changed. Yours go before all others.</source>
        <translation>Sieh die Liste durch: Zeiten und Titel lassen sich ändern. Deine gehen allen anderen vor.</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>Ab hier abspielen</translation>
    </message>
    <message>
        <source>Add one here</source>
        <comment>a chapter at what is heard</comment>
        <translation>Hier eines einfügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Write into the file</source>
        <translation>In die Datei schreiben</translation>
    </message>
    <message>
        <source>Use the publisher&apos;s chapters</source>
        <translation>Kapitel des Anbieters verwenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use as chapters</source>
        <translation>Als Kapitel verwenden</translation>
    </message>
</context>
<context>
    <name>ui::times::CorrectDialog</name>
    <message>
        <source>Correct the words</source>
        <translation>Wörter berichtigen</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>The original stays as it is; every correction can be undone.</source>
        <translation>Das Original bleibt, wie es ist; jede Berichtigung lässt sich rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>ui::times::EpisodeChooser</name>
    <message>
        <source>Find an episode</source>
        <translation>Folge suchen</translation>
    </message>
    <message>
        <source>Which episode do these times belong to?</source>
        <translation>Zu welcher Folge gehören diese Zeiten?</translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
</context>
<context>
    <name>ui::times::OffsetDialog</name>
    <message>
        <source>%1 to %2</source>
        <comment>two shifts</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Set the offset</source>
        <translation>Versatz einstellen</translation>
    </message>
    <message>
        <source>Choose a time of the list, and go to where it is in this recording, by ear. One is enough; a second far from it helps where something was put in or left out between.</source>
        <translation>Wähle eine Zeit der Liste und geh nach Gehör dorthin, wo sie in dieser Aufnahme ist. Eine genügt; eine zweite weit davon hilft, wenn dazwischen etwas eingefügt oder weggelassen wurde.</translation>
    </message>
    <message>
        <source>Time of the list</source>
        <translation>Zeit der Liste</translation>
    </message>
    <message>
        <source>Remove the offset</source>
        <translation>Versatz entfernen</translation>
    </message>
    <message>
        <source>No place found yet.</source>
        <translation>Noch keine Stelle gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>Found: %n place(s). The times are shifted by %1.</source>
        <translation>
            <numerusform>%n Stelle gefunden. Die Zeiten sind um %1 verschoben.</numerusform>
            <numerusform>%n Stellen gefunden. Die Zeiten sind um %1 verschoben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::times::PasteDialog</name>
    <message>
        <source>Paste a transcript</source>
        <translation>Transkript einfügen</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
    <message>
        <source>WebVTT, SRT, JSON, text with or without times: any form will do.</source>
        <translation>WebVTT, SRT, JSON, Text mit oder ohne Zeiten: jede Form ist recht.</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
</context>
<context>
    <name>ui::times::PlaceFinder</name>
    <message>
        <source>Place in the recording</source>
        <translation>Stelle in der Aufnahme</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>What I hear now</source>
        <translation>Was ich jetzt höre</translation>
    </message>
    <message>
        <source>%1 seconds earlier</source>
        <translation>%1 Sekunden früher</translation>
    </message>
    <message>
        <source>%1 seconds later</source>
        <translation>%1 Sekunden später</translation>
    </message>
</context>
<context>
    <name>ui::times::TimeOffDialog</name>
    <message>
        <source>Where is “%1”?</source>
        <comment>%1 is a time in a text</comment>
        <translation>Wo ist „%1“?</translation>
    </message>
    <message>
        <source>Go to where it really is, by ear. Each step lets you hear the place.</source>
        <translation>Geh nach Gehör dorthin, wo sie wirklich ist. Bei jedem Schritt hörst du die Stelle.</translation>
    </message>
</context>
<context>
    <name>ui::transcript::FindBar</name>
    <message>
        <source>Find in this text</source>
        <translation>In diesem Text suchen</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Close find</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which match, of how many</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Searching...</source>
        <translation>Suche läuft …</translation>
    </message>
</context>
<context>
    <name>ui::transcript::JumpBar</name>
    <message>
        <source>Write 4:30, 1:02:03, 270 for seconds, or +30 from here.</source>
        <translation>Schreib 4:30, 1:02:03, 270 für Sekunden oder +30 von hier.</translation>
    </message>
    <message>
        <source>That is not a time.</source>
        <translation>Das ist keine Zeit.</translation>
    </message>
    <message>
        <source>This recording ends at %1.</source>
        <comment>%1 is a time</comment>
        <translation>Diese Aufnahme endet bei %1.</translation>
    </message>
    <message>
        <source>Jump to time</source>
        <translation>Zu einer Zeit springen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ui::transcript::ReaderPane</name>
    <message>
        <source>Highlight</source>
        <comment>verb: mark the words</comment>
        <translation>Merken</translation>
    </message>
    <message>
        <source>Note...</source>
        <comment>write a note on the words</comment>
        <translation>Notiz …</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy with times and names</source>
        <translation>Mit Zeiten und Namen kopieren</translation>
    </message>
    <message>
        <source>Copy as quotation with link</source>
        <translation>Als Zitat mit Link kopieren</translation>
    </message>
    <message>
        <source>Save clip...</source>
        <comment>the words&apos; sound as a file</comment>
        <translation>Ausschnitt sichern …</translation>
    </message>
    <message>
        <source>Repeat</source>
        <comment>the words&apos; sound</comment>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Copy link address</source>
        <translation>Link-Adresse kopieren</translation>
    </message>
    <message>
        <source>Find...</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Highlight in</source>
        <comment>a menu of colours</comment>
        <translation>Hervorheben in</translation>
    </message>
</context>
<context>
    <name>ui::transcript::ReaderView</name>
    <message>
        <source>Jump to %1, uncertain</source>
        <comment>a time to screen readers</comment>
        <translation>Zu %1 springen, unsicher</translation>
    </message>
    <message>
        <source>Jump to %1</source>
        <comment>a time to screen readers</comment>
        <translation>Zu %1 springen</translation>
    </message>
    <message>
        <source>Jump to %1 · Enter</source>
        <comment>hint beside a time with focus</comment>
        <translation>Zu %1 springen · Eingabe</translation>
    </message>
    <message>
        <source>Play from %1</source>
        <comment>%1 is a time</comment>
        <translation>Ab %1 abspielen</translation>
    </message>
    <message>
        <source>Play from %1, if that is a time</source>
        <translation>Ab %1 abspielen, falls das eine Zeit ist</translation>
    </message>
    <message>
        <source>A place in another recording</source>
        <translation>Eine Stelle in einer anderen Aufnahme</translation>
    </message>
    <message>
        <source>Past the end of this audio</source>
        <translation>Hinter dem Ende dieser Aufnahme</translation>
    </message>
    <message>
        <source>Text</source>
        <comment>the text being read, to screen readers</comment>
        <translation>Text</translation>
    </message>
    <message>
        <source>… 1 turn hidden</source>
        <comment>turn: when somebody speaks</comment>
        <translation>… 1 Beitrag ausgeblendet</translation>
    </message>
    <message numerus="yes">
        <source>… %n turns hidden</source>
        <comment>turn: when somebody speaks</comment>
        <translation>
            <numerusform>… %n Beitrag ausgeblendet</numerusform>
            <numerusform>… %n Beiträge ausgeblendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Highlight, %1, %2: %3</source>
        <comment>colour, time and words, to screen readers</comment>
        <translation>Markierung, %1, %2: %3</translation>
    </message>
    <message>
        <source>Note, %1, %2: %3</source>
        <comment>colour, time and text, to screen readers</comment>
        <translation>Notiz, %1, %2: %3</translation>
    </message>
</context>
<context>
    <name>ui::transcript::SelectionStrip</name>
    <message>
        <source>Yellow</source>
        <comment>colour of a highlight</comment>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green</source>
        <comment>colour of a highlight</comment>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Blue</source>
        <comment>colour of a highlight</comment>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Rose</source>
        <comment>colour of a highlight</comment>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Violet</source>
        <comment>colour of a highlight</comment>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Selected words</source>
        <comment>toolbar for the selected words</comment>
        <translation>Ausgewählte Wörter</translation>
    </message>
    <message>
        <source>Highlight</source>
        <comment>verb: mark the words</comment>
        <translation>Hervorheben</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>write a note on the words</comment>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Copy with time</source>
        <comment>copy the words with episode and time</comment>
        <translation>Mit Zeitangabe kopieren</translation>
    </message>
    <message>
        <source>Clip</source>
        <comment>save the words&apos; sound as a file</comment>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>Loop</source>
        <comment>repeat the words&apos; sound</comment>
        <translation>Schleife</translation>
    </message>
</context>
<context>
    <name>ui::transcript::ShowNotesView</name>
    <message>
        <source>The last one (%1) is past the end of this audio (%2). Earmark leaves them as text.</source>
        <comment>both are times</comment>
        <translation>Die letzte (%1) liegt hinter dem Ende dieser Aufnahme (%2). Earmark belässt sie als Text.</translation>
    </message>
    <message>
        <source>The notes say that they belong to another version, such as a video. Earmark leaves them as text.</source>
        <translation>Laut den Shownotes gehören sie zu einer anderen Fassung, etwa einem Video. Earmark belässt sie als Text.</translation>
    </message>
    <message>
        <source>These times refer to another recording</source>
        <translation>Diese Zeitangaben gehören zu einer anderen Aufnahme</translation>
    </message>
    <message>
        <source>Show notes</source>
        <translation>Shownotes</translation>
    </message>
    <message>
        <source>No show notes</source>
        <translation>Keine Shownotes</translation>
    </message>
    <message>
        <source>The publisher wrote none for this episode.</source>
        <translation>Zu dieser Folge wurden keine veröffentlicht.</translation>
    </message>
</context>
<context>
    <name>ui::transcript::SpeakerBar</name>
    <message>
        <source>Close and show everybody</source>
        <translation>Schließen und alle zeigen</translation>
    </message>
    <message>
        <source>Speakers shown</source>
        <translation>Gezeigte Sprecher</translation>
    </message>
    <message>
        <source>Everybody</source>
        <comment>all speakers are shown</comment>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>ui::transcript::TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
    <message>
        <source>This transcript has no times. Following is off.</source>
        <translation>Dieses Transkript enthält keine Zeiten. Mitlaufen ist aus.</translation>
    </message>
    <message>
        <source>Open file...</source>
        <translation>Datei öffnen&#xa0;…</translation>
    </message>
    <message>
        <source>Make one...</source>
        <comment>make a transcript</comment>
        <translation>Erstellen&#xa0;…</translation>
    </message>
    <message>
        <source>No transcript</source>
        <translation>Kein Transkript</translation>
    </message>
    <message>
        <source>The publisher did not supply one.</source>
        <translation>Zu dieser Folge wurde keines veröffentlicht.</translation>
    </message>
    <message>
        <source>Loading transcript...</source>
        <translation>Transkript wird geladen&#xa0;…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Following paused · Return to %1</source>
        <comment>%1 is a time</comment>
        <translation>Mitlaufen pausiert · Zurück zu %1</translation>
    </message>
    <message>
        <source>Rename %1...</source>
        <comment>%1 is a speaker</comment>
        <translation>%1 umbenennen …</translation>
    </message>
    <message>
        <source>Show only %1</source>
        <comment>%1 is a speaker</comment>
        <translation>Nur %1 zeigen</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <comment>all speakers</comment>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Play from %1</source>
        <comment>%1 is a time</comment>
        <translation>Ab %1 abspielen</translation>
    </message>
    <message>
        <source>Correct text...</source>
        <translation>Text berichtigen …</translation>
    </message>
    <message>
        <source>Jump to time...</source>
        <translation>Zu einer Zeit springen …</translation>
    </message>
</context>
<context>
    <name>ui::widgets::PushControl</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a button&apos;s tip: what it does, its keys</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ui::widgets::SearchField</name>
    <message>
        <source>Clear</source>
        <comment>empties a search field</comment>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>ui::widgets::SegmentedControl</name>
    <message>
        <source>%1, %2</source>
        <comment>a view&apos;s name, how many it holds</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ui::window::ChapterController</name>
    <message>
        <source>yours</source>
        <comment>source of chapters</comment>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>the file</source>
        <comment>source of chapters</comment>
        <translation>Datei</translation>
    </message>
    <message>
        <source>the publisher</source>
        <comment>source of chapters</comment>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>the feed</source>
        <comment>source of chapters</comment>
        <translation>Feed</translation>
    </message>
    <message>
        <source>the show notes</source>
        <comment>source of chapters</comment>
        <translation>Shownotes</translation>
    </message>
    <message>
        <source>The link of this chapter is not a web address.</source>
        <translation>Der Link dieses Kapitels ist keine Webadresse.</translation>
    </message>
</context>
<context>
    <name>ui::window::ClipController</name>
    <message>
        <source>Clip: %1 %</source>
        <translation>Ausschnitt: %1&#xa0;%</translation>
    </message>
    <message>
        <source>Nothing is playing.</source>
        <translation>Es wird nichts abgespielt.</translation>
    </message>
    <message>
        <source>Select the words to save, or set a start with I and an end with O.</source>
        <translation>Die zu speichernden Wörter auswählen oder mit I den Anfang und mit O das Ende setzen.</translation>
    </message>
    <message>
        <source>Select the words to repeat, or set a start with I and an end with O.</source>
        <translation>Die zu wiederholenden Wörter auswählen oder mit I den Anfang und mit O das Ende setzen.</translation>
    </message>
    <message>
        <source>Download the episode first; a clip is cut from its file.</source>
        <translation>Zuerst die Folge herunterladen; der Ausschnitt wird aus ihrer Datei geschnitten.</translation>
    </message>
    <message>
        <source>Save a clip</source>
        <translation>Ausschnitt speichern</translation>
    </message>
    <message>
        <source>Clip…</source>
        <translation>Ausschnitt&#xa0;…</translation>
    </message>
    <message>
        <source>Clip saved as %1.</source>
        <translation>Ausschnitt als %1 gespeichert.</translation>
    </message>
</context>
<context>
    <name>ui::window::CopyNotice</name>
    <message>
        <source>This copy is %1 longer than the one you noted.</source>
        <translation>Diese Kopie ist %1 länger als die, zu der du Notizen gemacht hast.</translation>
    </message>
    <message>
        <source>This copy is %1 shorter than the one you noted.</source>
        <translation>Diese Kopie ist %1 kürzer als die, zu der du Notizen gemacht hast.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) need a new place.</source>
        <translation>
            <numerusform>%n Notiz braucht eine neue Stelle.</numerusform>
            <numerusform>%n Notizen brauchen eine neue Stelle.</numerusform>
        </translation>
    </message>
    <message>
        <source>Move them</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Move all %1 later</source>
        <translation>Alle um %1 nach hinten</translation>
    </message>
    <message>
        <source>Move all %1 earlier</source>
        <translation>Alle um %1 nach vorn</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsehen</translation>
    </message>
</context>
<context>
    <name>ui::window::ExportFlow</name>
    <message>
        <source>There are no notes here.</source>
        <translation>Hier gibt es keine Notizen.</translation>
    </message>
    <message numerus="yes">
        <source>the first of %n file(s)</source>
        <translation>
            <numerusform>die einzige Datei</numerusform>
            <numerusform>die erste von %n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>only the beginning is shown</source>
        <translation>nur der Anfang wird gezeigt</translation>
    </message>
    <message>
        <source>not shown here; it looks like the web page</source>
        <translation>wird hier nicht gezeigt; es sieht aus wie die Webseite</translation>
    </message>
    <message>
        <source>, </source>
        <comment>list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Export notes</source>
        <translation>Notizen exportieren</translation>
    </message>
    <message>
        <source>Notes</source>
        <comment>file name</comment>
        <translation>Notizen</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) written to %1.</source>
        <translation>
            <numerusform>%n Notiz geschrieben nach %1.</numerusform>
            <numerusform>%n Notizen geschrieben nach %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The sound of %n note(s) is missing: download the episode first.</source>
        <translation>
            <numerusform>Der Ton von %n Notiz fehlt: lade zuerst die Folge herunter.</numerusform>
            <numerusform>Der Ton von %n Notizen fehlt: lade zuerst die Folge herunter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::window::ImportFlow</name>
    <message>
        <source>Open file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Files on this computer</source>
        <translation>Dateien auf diesem Computer</translation>
    </message>
    <message>
        <source>Notes: %1 added, %2 updated, %3 known already.</source>
        <translation>Notizen: %1 hinzugefügt, %2 aktualisiert, %3 schon bekannt.</translation>
    </message>
    <message>
        <source>a text with times</source>
        <translation>ein Text mit Zeiten</translation>
    </message>
    <message>
        <source>Sound, subscriptions and notes (%1)</source>
        <translation>Ton, Abonnements und Notizen (%1)</translation>
    </message>
</context>
<context>
    <name>ui::window::LibraryController</name>
    <message>
        <source>No feeds yet</source>
        <translation>Noch keine Feeds</translation>
    </message>
    <message>
        <source>No episodes</source>
        <translation>Keine Folgen</translation>
    </message>
    <message>
        <source>Nothing queued.</source>
        <translation>Die Warteschlange ist leer.</translation>
    </message>
    <message>
        <source>Press Q on an episode.</source>
        <translation>Q auf einer Folge drücken.</translation>
    </message>
    <message>
        <source>Nothing downloaded.</source>
        <translation>Nichts heruntergeladen.</translation>
    </message>
    <message>
        <source>Press Ctrl+D on an episode to keep it here.</source>
        <translation>Strg+D auf einer Folge drücken, um sie hier zu behalten.</translation>
    </message>
    <message>
        <source>This feed holds no episodes.</source>
        <translation>Dieser Feed enthält keine Folgen.</translation>
    </message>
    <message>
        <source>Inbox is empty.</source>
        <translation>Der Posteingang ist leer.</translation>
    </message>
    <message>
        <source>New episodes land here.</source>
        <translation>Neue Folgen erscheinen hier.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) could not be read.</source>
        <translation>
            <numerusform>%n&#xa0;Feed konnte nicht gelesen werden.</numerusform>
            <numerusform>%n&#xa0;Feeds konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new episode(s).</source>
        <translation>
            <numerusform>%n&#xa0;neue Folge.</numerusform>
            <numerusform>%n&#xa0;neue Folgen.</numerusform>
        </translation>
    </message>
    <message>
        <source>No new episodes.</source>
        <translation>Keine neuen Folgen.</translation>
    </message>
    <message>
        <source>Checking %1 of %2…</source>
        <translation>%1 von %2 geprüft&#xa0;…</translation>
    </message>
    <message>
        <source>Checked %1</source>
        <comment>%1 is how long ago: 8 min ago</comment>
        <translation>Geprüft: %1</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play next</source>
        <translation>Als Nächstes abspielen</translation>
    </message>
    <message>
        <source>Take off the queue</source>
        <translation>Aus der Warteschlange entfernen</translation>
    </message>
    <message>
        <source>Listen later</source>
        <translation>Später hören</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Delete the downloaded file</source>
        <translation>Heruntergeladene Datei löschen</translation>
    </message>
    <message>
        <source>Mark as not played</source>
        <translation>Als nicht gehört markieren</translation>
    </message>
    <message>
        <source>Mark as played</source>
        <translation>Als gehört markieren</translation>
    </message>
    <message>
        <source>Export notes…</source>
        <translation>Notizen exportieren&#xa0;…</translation>
    </message>
    <message>
        <source>File deleted. It can be downloaded again.</source>
        <translation>Datei gelöscht. Sie lässt sich erneut herunterladen.</translation>
    </message>
    <message>
        <source>Copy feed address</source>
        <translation>Feed-Adresse kopieren</translation>
    </message>
    <message>
        <source>Stop following</source>
        <translation>Nicht mehr abonnieren</translation>
    </message>
    <message>
        <source>This is not a web address.</source>
        <translation>Das ist keine Webadresse.</translation>
    </message>
    <message>
        <source>Attach a transcript…</source>
        <translation>Transkript anhängen …</translation>
    </message>
    <message>
        <source>Nothing played yet.</source>
        <translation>Noch nichts gehört.</translation>
    </message>
    <message>
        <source>What you listen to is listed here, the latest first.</source>
        <translation>Gehörtes erscheint hier, das Neueste zuerst.</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen&#xa0;…</translation>
    </message>
</context>
<context>
    <name>ui::window::LibraryNotice</name>
    <message>
        <source>It was put back from the backup of %1.</source>
        <translation>Sie wurde aus der Sicherung vom %1 wiederhergestellt.</translation>
    </message>
    <message>
        <source>There was no backup that could be used, so it begins anew.</source>
        <translation>Es gab keine brauchbare Sicherung, deshalb beginnt sie neu.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) came from the backup.</source>
        <translation>
            <numerusform>%n Notiz kam aus der Sicherung.</numerusform>
            <numerusform>%n Notizen kamen aus der Sicherung.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) came from the journal.</source>
        <translation>
            <numerusform>%n Notiz kam aus dem Journal.</numerusform>
            <numerusform>%n Notizen kamen aus dem Journal.</numerusform>
        </translation>
    </message>
    <message>
        <source>The damaged file is kept as %1.</source>
        <translation>Die beschädigte Datei liegt jetzt unter %1.</translation>
    </message>
    <message>
        <source>Show the damaged file</source>
        <translation>Beschädigte Datei zeigen</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Your library was damaged.</source>
        <translation>Deine Bibliothek war beschädigt.</translation>
    </message>
    <message>
        <source>Your notes are kept, but not twice.</source>
        <translation>Deine Notizen sind gesichert, aber nicht doppelt.</translation>
    </message>
    <message>
        <source>Their journal could not be written: %1. It is tried again with the next note.</source>
        <translation>Ihr Journal konnte nicht geschrieben werden: %1. Mit der nächsten Notiz wird es wieder versucht.</translation>
    </message>
</context>
<context>
    <name>ui::window::MainWindow</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Nothing is playing.</source>
        <translation>Es wird nichts abgespielt.</translation>
    </message>
    <message>
        <source>Go to time</source>
        <translation>Zu Zeit springen</translation>
    </message>
    <message>
        <source>Time, such as 4:30 or 1:02:03</source>
        <translation>Zeit, etwa 4:30 oder 1:02:03</translation>
    </message>
    <message>
        <source>“%1” is not a time.</source>
        <translation>„%1“ ist keine Zeitangabe.</translation>
    </message>
    <message numerus="yes">
        <source>The %n chosen note(s)</source>
        <translation>
            <numerusform>Die ausgewählte Notiz</numerusform>
            <numerusform>Die %n ausgewählten Notizen</numerusform>
        </translation>
    </message>
    <message>
        <source>This episode: %1</source>
        <translation>Diese Folge: %1</translation>
    </message>
    <message>
        <source>All notes</source>
        <translation>Alle Notizen</translation>
    </message>
    <message>
        <source>Podcast: %1</source>
        <translation>Podcast: %1</translation>
    </message>
</context>
<context>
    <name>ui::window::MarkController</name>
    <message>
        <source>Nothing is playing.</source>
        <translation>Es läuft nichts.</translation>
    </message>
    <message>
        <source>Marking from %1</source>
        <comment>a time</comment>
        <translation>Markiert ab %1</translation>
    </message>
    <message>
        <source>To here</source>
        <comment>end here what is being marked</comment>
        <translation>Bis hier</translation>
    </message>
    <message>
        <source>Give up</source>
        <comment>do not mark what was begun</comment>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Nothing was marked.</source>
        <translation>Nichts wurde markiert.</translation>
    </message>
    <message>
        <source>Marked %1</source>
        <translation>Markiert: %1</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>write one about what was marked</comment>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>End the mark begun at %1</source>
        <comment>a time</comment>
        <translation>Bei %1 begonnene Markierung beenden</translation>
    </message>
    <message>
        <source>Begin a mark here</source>
        <translation>Hier eine Markierung beginnen</translation>
    </message>
    <message numerus="yes">
        <source>Mark the last %n second(s)</source>
        <translation>
            <numerusform>Die letzte Sekunde merken</numerusform>
            <numerusform>Die letzten %n&#xa0;Sekunden merken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::window::Messages</name>
    <message>
        <source>Marked as played.</source>
        <translation>Als gehört markiert.</translation>
    </message>
    <message>
        <source>Marked as not played.</source>
        <translation>Als nicht gehört markiert.</translation>
    </message>
    <message>
        <source>Added to the queue.</source>
        <translation>Zur Warteschlange hinzugefügt.</translation>
    </message>
    <message>
        <source>Taken off the queue.</source>
        <translation>Aus der Warteschlange entfernt.</translation>
    </message>
    <message>
        <source>Stopped following. Your notes stay.</source>
        <translation>Abonnement beendet. Ihre Notizen bleiben erhalten.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Moved in the queue.</source>
        <translation>In der Warteschlange verschoben.</translation>
    </message>
    <message>
        <source>Chapters changed.</source>
        <translation>Kapitel geändert.</translation>
    </message>
    <message>
        <source>Times changed.</source>
        <comment>the times in a text</comment>
        <translation>Zeiten geändert.</translation>
    </message>
    <message>
        <source>Transcript corrected.</source>
        <translation>Transkript berichtigt.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) kept.</source>
        <translation>
            <numerusform>%n Notiz angelegt.</numerusform>
            <numerusform>%n Notizen angelegt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) changed.</source>
        <translation>
            <numerusform>%n Notiz geändert.</numerusform>
            <numerusform>%n Notizen geändert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted.</source>
        <translation>
            <numerusform>%n Notiz gelöscht.</numerusform>
            <numerusform>%n Notizen gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) put in place.</source>
        <translation>
            <numerusform>%n Notiz an ihre Stelle gesetzt.</numerusform>
            <numerusform>%n Notizen an ihre Stelle gesetzt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::window::NoteController</name>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>The episode of this note is no longer in the library.</source>
        <translation>Die Folge zu dieser Notiz ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>The note you were writing has been kept.</source>
        <translation>Die Notiz, an der du geschrieben hast, ist gesichert.</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>the note that was kept</comment>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>ui::window::NotesController</name>
    <message numerus="yes">
        <source>%n note(s) left out: their episodes are no longer in the library.</source>
        <translation>
            <numerusform>%n Notiz ausgelassen: ihre Folge ist nicht mehr in der Bibliothek.</numerusform>
            <numerusform>%n Notizen ausgelassen: ihre Folgen sind nicht mehr in der Bibliothek.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>The episode of this note is no longer in the library.</source>
        <translation>Die Folge dieser Notiz ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) copied.</source>
        <translation>
            <numerusform>%n Notiz kopiert.</numerusform>
            <numerusform>%n Notizen kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Play from %1</source>
        <translation>Ab %1 abspielen</translation>
    </message>
    <message>
        <source>Show in transcript</source>
        <translation>Im Transkript zeigen</translation>
    </message>
    <message>
        <source>Repeat this passage</source>
        <translation>Diese Stelle wiederholen</translation>
    </message>
    <message>
        <source>Save a clip...</source>
        <translation>Ausschnitt sichern …</translation>
    </message>
    <message>
        <source>Copy as Markdown quote</source>
        <translation>Als Markdown-Zitat kopieren</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted for good.</source>
        <translation>
            <numerusform>%n Notiz endgültig gelöscht.</numerusform>
            <numerusform>%n Notizen endgültig gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>These are too many to carry off. Export them instead.</source>
        <translation>Das sind zu viele zum Herausziehen. Exportiere sie stattdessen.</translation>
    </message>
    <message>
        <source>The note is back at %1.</source>
        <translation>Die Notiz steht wieder bei %1.</translation>
    </message>
    <message>
        <source>The note stands in its words as before.</source>
        <translation>Die Notiz steht wieder bei ihren Worten wie zuvor.</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Endgültig löschen …</translation>
    </message>
    <message>
        <source>Put back where it was</source>
        <translation>An die alte Stelle zurück</translation>
    </message>
</context>
<context>
    <name>ui::window::PlayerController</name>
    <message>
        <source>Play from %1</source>
        <translation>Ab %1 abspielen</translation>
    </message>
    <message>
        <source>Start of the stretch at %1</source>
        <translation>Anfang des Abschnitts bei %1</translation>
    </message>
    <message>
        <source>End of the stretch at %1</source>
        <translation>Ende des Abschnitts bei %1</translation>
    </message>
    <message>
        <source>Stop repeating</source>
        <translation>Wiederholung beenden</translation>
    </message>
    <message>
        <source>Save a clip…</source>
        <translation>Ausschnitt speichern&#xa0;…</translation>
    </message>
    <message>
        <source>Mark %1</source>
        <comment>a place</comment>
        <translation>%1 merken</translation>
    </message>
    <message>
        <source>End the mark at %1</source>
        <translation>Markierung bei %1 beenden</translation>
    </message>
    <message>
        <source>Give up the mark</source>
        <translation>Markierung verwerfen</translation>
    </message>
    <message>
        <source>Begin a mark at %1</source>
        <translation>Markierung bei %1 beginnen</translation>
    </message>
</context>
<context>
    <name>ui::window::ReaderController</name>
    <message>
        <source>Downloading, %1 %</source>
        <translation>Wird heruntergeladen, %1&#xa0;%</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Wird heruntergeladen</translation>
    </message>
    <message>
        <source>The episode of this link is not in the library.</source>
        <translation>Die Folge zu diesem Link ist nicht in der Bibliothek.</translation>
    </message>
    <message>
        <source>This link names no place that Earmark could open.</source>
        <translation>Dieser Link nennt keine Stelle, die Earmark öffnen könnte.</translation>
    </message>
</context>
<context>
    <name>ui::window::ReaderPane</name>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Listen later</source>
        <translation>Später hören</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Follow</source>
        <comment>scroll with the speech</comment>
        <translation>Mitlaufen</translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>In diesem Text suchen</translation>
    </message>
    <message>
        <source>Choose an episode</source>
        <translation>Eine Folge auswählen</translation>
    </message>
    <message>
        <source>Its show notes, transcript and your notes appear here.</source>
        <translation>Shownotes, Transkript und Ihre Notizen dazu erscheinen hier.</translation>
    </message>
    <message>
        <source>Texts of the episode</source>
        <translation>Texte der Folge</translation>
    </message>
    <message>
        <source>Show notes</source>
        <translation>Shownotes</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>In the queue</source>
        <translation>In der Warteschlange</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Heruntergeladen</translation>
    </message>
    <message>
        <source>Make chapters…</source>
        <translation>Zu Kapiteln machen …</translation>
    </message>
    <message>
        <source>Transcripts and corrections</source>
        <translation>Transkripte und Berichtigungen</translation>
    </message>
</context>
<context>
    <name>ui::window::SoundController</name>
    <message>
        <source>The sleep timer paused the sound.</source>
        <translation>Der Schlaftimer hat die Wiedergabe angehalten.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurückspringen</translation>
    </message>
    <message>
        <source>“%1” was disconnected. The sound is paused.</source>
        <translation>„%1“ wurde getrennt. Die Wiedergabe ist angehalten.</translation>
    </message>
    <message>
        <source>The sound is on “%1” now.</source>
        <translation>Der Ton läuft jetzt über „%1“.</translation>
    </message>
</context>
<context>
    <name>ui::window::TimesController</name>
    <message>
        <source>Export chapters</source>
        <translation>Kapitel exportieren</translation>
    </message>
    <message>
        <source>Podlove Simple Chapters (*.psc)</source>
        <translation>Podlove Simple Chapters (*.psc)</translation>
    </message>
    <message>
        <source>Podcasting 2.0 chapters (*.json)</source>
        <translation>Podcasting-2.0-Kapitel (*.json)</translation>
    </message>
    <message>
        <source>Chapters exported.</source>
        <translation>Kapitel exportiert.</translation>
    </message>
    <message>
        <source>Chapters written into the file.</source>
        <translation>Kapitel in die Datei geschrieben.</translation>
    </message>
    <message>
        <source>Choose the episode…</source>
        <translation>Folge wählen …</translation>
    </message>
    <message>
        <source>Set the offset…</source>
        <translation>Versatz einstellen …</translation>
    </message>
    <message>
        <source>Open the video</source>
        <translation>Video öffnen</translation>
    </message>
    <message>
        <source>They are right, link them</source>
        <translation>Sie stimmen, verlinken</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>As they were</source>
        <translation>Wie zuvor</translation>
    </message>
    <message>
        <source>These times refer to another recording</source>
        <translation>Diese Zeiten gehören zu einer anderen Aufnahme</translation>
    </message>
    <message>
        <source>They are shifted by %1, as you heard it.</source>
        <translation>Sie sind um %1 verschoben, wie du es gehört hast.</translation>
    </message>
    <message>
        <source>A click plays the episode that you chose.</source>
        <translation>Ein Klick spielt die Folge, die du gewählt hast.</translation>
    </message>
    <message>
        <source>You said that these times are this recording&apos;s.</source>
        <translation>Du hast gesagt, dass diese Zeiten zu dieser Aufnahme gehören.</translation>
    </message>
    <message>
        <source>Played from %1. Was that a time?</source>
        <translation>Ab %1 abgespielt. War das eine Zeit?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Not a time</source>
        <translation>Keine Zeit</translation>
    </message>
    <message>
        <source>In all of this podcast</source>
        <translation>Im ganzen Podcast</translation>
    </message>
    <message>
        <source>“%1” is a time from now on.</source>
        <translation>„%1“ gilt jetzt als Zeit.</translation>
    </message>
    <message>
        <source>“%1” is no time any more.</source>
        <translation>„%1“ gilt nicht mehr als Zeit.</translation>
    </message>
    <message>
        <source>Times are read as hours and minutes.</source>
        <translation>Zeiten werden als Stunden und Minuten gelesen.</translation>
    </message>
    <message>
        <source>Times are read as minutes and seconds.</source>
        <translation>Zeiten werden als Minuten und Sekunden gelesen.</translation>
    </message>
    <message>
        <source>The times are linked.</source>
        <translation>Die Zeiten sind verlinkt.</translation>
    </message>
    <message>
        <source>The times are as they were.</source>
        <translation>Die Zeiten sind wie zuvor.</translation>
    </message>
    <message>
        <source>Play from %1</source>
        <translation>Ab %1 abspielen</translation>
    </message>
    <message>
        <source>Read as %1</source>
        <comment>a time, read another way</comment>
        <translation>Als %1 lesen</translation>
    </message>
    <message>
        <source>Add a note here</source>
        <translation>Hier eine Notiz anlegen</translation>
    </message>
    <message>
        <source>Copy link to this moment</source>
        <translation>Link zu dieser Stelle kopieren</translation>
    </message>
    <message>
        <source>This time is off…</source>
        <translation>Diese Zeit stimmt nicht …</translation>
    </message>
    <message>
        <source>This is a time</source>
        <translation>Das ist eine Zeit</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>Link kopiert.</translation>
    </message>
    <message numerus="yes">
        <source>Shift the %n later time(s) too</source>
        <translation>
            <numerusform>Auch die %n spätere Zeit verschieben</numerusform>
            <numerusform>Auch die %n späteren Zeiten verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is at %2 from now on.</source>
        <translation>„%1“ ist jetzt bei %2.</translation>
    </message>
    <message>
        <source>The offset is removed.</source>
        <translation>Der Versatz ist entfernt.</translation>
    </message>
    <message>
        <source>The times are shifted by %1.</source>
        <translation>Die Zeiten sind um %1 verschoben.</translation>
    </message>
    <message>
        <source>A click on these times plays that episode.</source>
        <translation>Ein Klick auf diese Zeiten spielt jene Folge.</translation>
    </message>
</context>
<context>
    <name>ui::window::ToolBar</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Check for new episodes</source>
        <translation>Nach neuen Folgen suchen</translation>
    </message>
    <message>
        <source>Add podcast</source>
        <translation>Podcast hinzufügen</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
</context>
<context>
    <name>ui::window::TranscriptController</name>
    <message>
        <source>Open transcript</source>
        <translation>Transkript öffnen</translation>
    </message>
    <message>
        <source>Transcripts (%1)</source>
        <translation>Transkripte (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open the episode first that the transcript belongs to.</source>
        <translation>Öffne zuerst die Folge, zu der das Transkript gehört.</translation>
    </message>
    <message numerus="yes">
        <source>%n timed part(s)</source>
        <translation>
            <numerusform>%n Teil mit Zeit</numerusform>
            <numerusform>%n Teile mit Zeiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) without times</source>
        <translation>
            <numerusform>%n Teil ohne Zeit</numerusform>
            <numerusform>%n Teile ohne Zeiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s)</source>
        <translation>
            <numerusform>%n Sprecher</numerusform>
            <numerusform>%n Sprecher</numerusform>
        </translation>
    </message>
    <message>
        <source>From the publisher</source>
        <translation>Vom Anbieter</translation>
    </message>
    <message>
        <source>Beside the file</source>
        <translation>Neben der Datei</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Opened by you</source>
        <translation>Von dir geöffnet</translation>
    </message>
    <message>
        <source>Pasted by you</source>
        <translation>Von dir eingefügt</translation>
    </message>
    <message>
        <source>without times</source>
        <translation>ohne Zeiten</translation>
    </message>
    <message>
        <source>word by word</source>
        <translation>Wort für Wort</translation>
    </message>
    <message>
        <source>corrected</source>
        <comment>a transcript</comment>
        <translation>berichtigt</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <source>Paste a text…</source>
        <translation>Text einfügen …</translation>
    </message>
    <message>
        <source>Shift the times…</source>
        <translation>Zeiten verschieben …</translation>
    </message>
    <message>
        <source>Undo the last correction</source>
        <translation>Letzte Berichtigung zurücknehmen</translation>
    </message>
    <message>
        <source>Back to the original</source>
        <translation>Zurück zum Original</translation>
    </message>
    <message>
        <source>Remove this transcript</source>
        <translation>Dieses Transkript entfernen</translation>
    </message>
    <message>
        <source>Rename a speaker</source>
        <translation>Sprecher umbenennen</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>Exportieren als</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Export transcript</source>
        <translation>Transkript exportieren</translation>
    </message>
    <message>
        <source>Transcript exported.</source>
        <translation>Transkript exportiert.</translation>
    </message>
    <message>
        <source>Split here</source>
        <translation>Hier teilen</translation>
    </message>
    <message>
        <source>Join with the next part</source>
        <translation>Mit dem nächsten Teil verbinden</translation>
    </message>
    <message>
        <source>Who speaks here…</source>
        <translation>Wer hier spricht …</translation>
    </message>
    <message>
        <source>The times are off…</source>
        <translation>Die Zeiten stimmen nicht …</translation>
    </message>
    <message>
        <source>Who speaks here</source>
        <translation>Wer hier spricht</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Rename “%1”</source>
        <translation>„%1“ umbenennen</translation>
    </message>
    <message>
        <source>Name in all episodes of “%1”</source>
        <translation>Name in allen Folgen von „%1“</translation>
    </message>
    <message>
        <source>Only from here on</source>
        <translation>Nur ab hier</translation>
    </message>
    <message>
        <source>Choose speakers</source>
        <translation>Sprecher auswählen</translation>
    </message>
</context>
<context>
    <name>ui::window::VaultController</name>
    <message>
        <source>The folder of Markdown files could not be kept up to date: %1</source>
        <translation>Der Ordner mit Markdown-Dateien konnte nicht aktuell gehalten werden: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) had been changed here and in “%1”. Both versions were kept.</source>
        <translation>
            <numerusform>%n Notiz war hier und in „%1“ geändert worden. Beide Fassungen wurden behalten.</numerusform>
            <numerusform>%n Notizen waren hier und in „%1“ geändert worden. Beide Fassungen wurden behalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” was left as it is: %2</source>
        <translation>„%1“ blieb, wie es ist: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) taken over from the Markdown files.</source>
        <translation>
            <numerusform>%n Notiz aus den Markdown-Dateien übernommen.</numerusform>
            <numerusform>%n Notizen aus den Markdown-Dateien übernommen.</numerusform>
        </translation>
    </message>
</context>
</TS>
