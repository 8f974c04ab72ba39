<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>CommandTable</name>
    <message>
        <source>Add podcast…</source>
        <translation>Añadir podcast…</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Abrir archivo…</translation>
    </message>
    <message>
        <source>Check for new episodes</source>
        <translation>Buscar episodios nuevos</translation>
    </message>
    <message>
        <source>Export notes…</source>
        <translation>Exportar notas…</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>Cerrar ventana</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Copy</source>
        <comment>the selected words</comment>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy with time</source>
        <translation>Copiar con marca de tiempo</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Buscar siguiente</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Buscar anterior</translation>
    </message>
    <message>
        <source>Delete</source>
        <comment>the chosen note, or the chosen episode&apos;s file</comment>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Reproducir o pausar</translation>
    </message>
    <message>
        <source>Back 15 seconds</source>
        <translation>Retroceder 15&#xa0;segundos</translation>
    </message>
    <message>
        <source>Forward 30 seconds</source>
        <translation>Avanzar 30&#xa0;segundos</translation>
    </message>
    <message>
        <source>Back 1 second</source>
        <translation>Retroceder 1&#xa0;segundo</translation>
    </message>
    <message>
        <source>Forward 1 second</source>
        <translation>Avanzar 1&#xa0;segundo</translation>
    </message>
    <message>
        <source>Previous chapter</source>
        <translation>Capítulo anterior</translation>
    </message>
    <message>
        <source>Next chapter</source>
        <translation>Capítulo siguiente</translation>
    </message>
    <message>
        <source>Go to time…</source>
        <translation>Ir a un momento…</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Más lento</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Más rápido</translation>
    </message>
    <message>
        <source>Normal speed</source>
        <translation>Velocidad normal</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Bajar el volumen</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Subir el volumen</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>the chosen episode, in the reader</comment>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Play this episode</source>
        <translation>Reproducir este episodio</translation>
    </message>
    <message>
        <source>Listen later</source>
        <translation>Escuchar luego</translation>
    </message>
    <message>
        <source>Play next</source>
        <translation>Reproducir a continuación</translation>
    </message>
    <message>
        <source>Mark as played</source>
        <translation>Marcar como escuchado</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>Mark what was just heard</source>
        <translation>Marcar lo que se acaba de oír</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nota nueva</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Resaltar</translation>
    </message>
    <message>
        <source>Highlight in yellow</source>
        <translation>Resaltar en amarillo</translation>
    </message>
    <message>
        <source>Highlight in green</source>
        <translation>Resaltar en verde</translation>
    </message>
    <message>
        <source>Highlight in blue</source>
        <translation>Resaltar en azul</translation>
    </message>
    <message>
        <source>Highlight in red</source>
        <translation>Resaltar en rojo</translation>
    </message>
    <message>
        <source>Highlight in violet</source>
        <translation>Resaltar en violeta</translation>
    </message>
    <message>
        <source>Previous note</source>
        <translation>Nota anterior</translation>
    </message>
    <message>
        <source>Next note</source>
        <translation>Nota siguiente</translation>
    </message>
    <message>
        <source>Back to where I was listening</source>
        <translation>Volver a donde escuchaba</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Bandeja de entrada</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Descargas</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Show notes</source>
        <translation>Notas del episodio</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>Notes of this episode</source>
        <translation>Mis notas de este episodio</translation>
    </message>
    <message>
        <source>Follow the speech</source>
        <translation>Seguir la voz</translation>
    </message>
    <message>
        <source>Play from the text cursor</source>
        <translation>Reproducir desde el cursor de texto</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Tamaño de texto normal</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Claro u oscuro</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Barra lateral</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Panel siguiente</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Panel anterior</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>File</source>
        <comment>a menu</comment>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Edit</source>
        <comment>a menu</comment>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Listen</source>
        <comment>a menu</comment>
        <translation>Reproducción</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>a menu</comment>
        <translation>Nota</translation>
    </message>
    <message>
        <source>View</source>
        <comment>a menu</comment>
        <translation>Ver</translation>
    </message>
    <message>
        <source>More</source>
        <comment>heading over the commands that are in no menu</comment>
        <translation>Más</translation>
    </message>
    <message>
        <source>Sleep timer…</source>
        <translation>Temporizador de sueño…</translation>
    </message>
    <message>
        <source>Repeat a stretch, or stop repeating</source>
        <translation>Repetir un pasaje, o dejar de repetirlo</translation>
    </message>
    <message>
        <source>Start of the stretch here</source>
        <translation>Aquí empieza el pasaje</translation>
    </message>
    <message>
        <source>End of the stretch here</source>
        <translation>Aquí termina el pasaje</translation>
    </message>
    <message>
        <source>Save a clip…</source>
        <translation>Guardar un fragmento…</translation>
    </message>
    <message>
        <source>Move up in the queue</source>
        <translation>Subir en la cola</translation>
    </message>
    <message>
        <source>Move down in the queue</source>
        <translation>Bajar en la cola</translation>
    </message>
    <message>
        <source>Play the next in the queue</source>
        <translation>Reproducir el siguiente de la cola</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historial</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Preferencias…</translation>
    </message>
    <message>
        <source>Correct the words…</source>
        <translation>Corregir las palabras…</translation>
    </message>
    <message>
        <source>Repeat the sentence, else the last 5 seconds</source>
        <translation>Repetir la frase; si no, los últimos 5 segundos</translation>
    </message>
    <message>
        <source>Mark the last 2 minutes</source>
        <translation>Marcar los últimos 2 minutos</translation>
    </message>
    <message>
        <source>Mark this moment</source>
        <translation>Marcar este momento</translation>
    </message>
    <message>
        <source>Begin or end a mark here</source>
        <translation>Empezar o terminar aquí una marca</translation>
    </message>
    <message>
        <source>Give up the mark that was begun</source>
        <translation>Descartar la marca empezada</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The server refused.</source>
        <translation>El servidor ha rechazado la petición.</translation>
    </message>
    <message>
        <source>The server asks for a password.</source>
        <translation>El servidor pide una contraseña.</translation>
    </message>
    <message>
        <source>The server does not give this out.</source>
        <translation>El servidor deniega el acceso.</translation>
    </message>
    <message>
        <source>The server no longer has this.</source>
        <translation>El servidor ya no lo tiene.</translation>
    </message>
    <message>
        <source>The server answered %1.</source>
        <comment>%1 is a number such as 503</comment>
        <translation>El servidor ha respondido %1.</translation>
    </message>
    <message>
        <source>the server refused</source>
        <comment>after a colon</comment>
        <translation>el servidor ha rechazado la petición</translation>
    </message>
    <message>
        <source>the server asks for a password</source>
        <comment>after a colon</comment>
        <translation>el servidor pide una contraseña</translation>
    </message>
    <message>
        <source>the server does not give it out</source>
        <comment>after a colon</comment>
        <translation>el servidor deniega el acceso</translation>
    </message>
    <message>
        <source>the server no longer has it</source>
        <comment>after a colon</comment>
        <translation>el servidor ya no lo tiene</translation>
    </message>
    <message>
        <source>the server answered %1</source>
        <comment>after a colon; %1 is a number such as 503</comment>
        <translation>el servidor ha respondido %1</translation>
    </message>
    <message>
        <source>You are offline.</source>
        <translation>No hay conexión a Internet.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>El servidor no ha respondido a tiempo.</translation>
    </message>
    <message>
        <source>It is not there.</source>
        <translation>No se encuentra.</translation>
    </message>
    <message>
        <source>The content is damaged or of another kind.</source>
        <translation>El contenido está dañado o es de otro tipo.</translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation>Es demasiado grande.</translation>
    </message>
    <message>
        <source>Earmark does not know this format.</source>
        <translation>Earmark no conoce este formato.</translation>
    </message>
    <message>
        <source>Disk is full.</source>
        <translation>El disco está lleno.</translation>
    </message>
    <message>
        <source>There is no permission to do that.</source>
        <translation>No hay permiso para hacerlo.</translation>
    </message>
    <message>
        <source>Another program is using it. Try again in a moment.</source>
        <translation>Otro programa lo está usando. Conviene volver a intentarlo en un momento.</translation>
    </message>
    <message>
        <source>The library is damaged.</source>
        <translation>La biblioteca está dañada.</translation>
    </message>
    <message>
        <source>It contradicts what is already there.</source>
        <translation>Contradice lo que ya existe.</translation>
    </message>
    <message>
        <source>you are offline</source>
        <comment>after a colon</comment>
        <translation>no hay conexión a Internet</translation>
    </message>
    <message>
        <source>the server did not answer in time</source>
        <comment>after a colon</comment>
        <translation>el servidor no ha respondido a tiempo</translation>
    </message>
    <message>
        <source>it is not there</source>
        <comment>after a colon</comment>
        <translation>no se encuentra</translation>
    </message>
    <message>
        <source>the content is damaged or of another kind</source>
        <comment>after a colon</comment>
        <translation>el contenido está dañado o es de otro tipo</translation>
    </message>
    <message>
        <source>it is too large</source>
        <comment>after a colon</comment>
        <translation>es demasiado grande</translation>
    </message>
    <message>
        <source>unknown format</source>
        <comment>after a colon</comment>
        <translation>formato desconocido</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <comment>after a colon</comment>
        <translation>el disco está lleno</translation>
    </message>
    <message>
        <source>there is no permission to do that</source>
        <comment>after a colon</comment>
        <translation>no hay permiso para hacerlo</translation>
    </message>
    <message>
        <source>another program is using it</source>
        <comment>after a colon</comment>
        <translation>otro programa lo está usando</translation>
    </message>
    <message>
        <source>the library is damaged</source>
        <comment>after a colon</comment>
        <translation>la biblioteca está dañada</translation>
    </message>
    <message>
        <source>it contradicts what is already there</source>
        <comment>after a colon</comment>
        <translation>contradice lo que ya existe</translation>
    </message>
    <message>
        <source>This feed could not be read: %1.</source>
        <translation>No se ha podido leer este feed: %1.</translation>
    </message>
    <message>
        <source>The download failed: %1.</source>
        <translation>La descarga ha fallado: %1.</translation>
    </message>
    <message>
        <source>This file cannot be played: %1.</source>
        <translation>No se puede reproducir este archivo: %1.</translation>
    </message>
    <message>
        <source>This transcript could not be read: %1.</source>
        <translation>No se ha podido leer esta transcripción: %1.</translation>
    </message>
    <message>
        <source>This list of podcasts could not be read: %1.</source>
        <translation>No se ha podido leer esta lista de podcasts: %1.</translation>
    </message>
    <message>
        <source>The note could not be saved: %1.</source>
        <translation>No se ha podido guardar la nota: %1.</translation>
    </message>
    <message>
        <source>The notes could not be exported: %1.</source>
        <translation>No se han podido exportar las notas: %1.</translation>
    </message>
    <message>
        <source>This file could not be imported: %1.</source>
        <translation>No se ha podido importar este archivo: %1.</translation>
    </message>
    <message>
        <source>The library could not be opened: %1.</source>
        <translation>No se ha podido abrir la biblioteca: %1.</translation>
    </message>
    <message>
        <source>There is no sound device. Everything else works.</source>
        <translation>No hay ningún dispositivo de audio. Todo lo demás funciona.</translation>
    </message>
    <message>
        <source>there is no sound device</source>
        <comment>after a colon</comment>
        <translation>no hay ningún dispositivo de audio</translation>
    </message>
</context>
<context>
    <name>ExportFormat</name>
    <message>
        <source>Markdown for Obsidian</source>
        <translation>Markdown para Obsidian</translation>
    </message>
    <message>
        <source>One file per episode, with front matter, and a link back to each place.</source>
        <translation>Un archivo por episodio, con cabecera y un enlace a cada lugar.</translation>
    </message>
    <message>
        <source>Logseq</source>
        <translation>Logseq</translation>
    </message>
    <message>
        <source>One page per episode; every note is a block of its own.</source>
        <translation>Una página por episodio; cada nota es un bloque propio.</translation>
    </message>
    <message>
        <source>Org mode</source>
        <translation>Modo Org</translation>
    </message>
    <message>
        <source>One file per episode, for Emacs and other outliners.</source>
        <translation>Un archivo por episodio, para Emacs y otros editores de esquemas.</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>Texto sin formato</translation>
    </message>
    <message>
        <source>Words and times only; opens everywhere.</source>
        <translation>Solo palabras y tiempos; se abre en todas partes.</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Página web</translation>
    </message>
    <message>
        <source>One page with all notes, to read, print or publish.</source>
        <translation>Una página con todas las notas, para leer, imprimir o publicar.</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>The web page, on paper.</source>
        <translation>La página web, en papel.</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabla (CSV)</translation>
    </message>
    <message>
        <source>One row per note, for spreadsheets and statistics.</source>
        <translation>Una fila por nota, para hojas de cálculo y estadística.</translation>
    </message>
    <message>
        <source>Readwise</source>
        <translation>Readwise</translation>
    </message>
    <message>
        <source>A table that Readwise takes in. Nothing is sent.</source>
        <translation>Una tabla que Readwise importa. No se envía nada.</translation>
    </message>
    <message>
        <source>Everything (JSON Lines)</source>
        <translation>Todo (JSON Lines)</translation>
    </message>
    <message>
        <source>Nothing is left out: to keep, or to take into another library.</source>
        <translation>No se omite nada: para guardar o llevar a otra biblioteca.</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>One document for programs of your own.</source>
        <translation>Un documento para tus propios programas.</translation>
    </message>
    <message>
        <source>Web annotations (JSON-LD)</source>
        <translation>Anotaciones web (JSON-LD)</translation>
    </message>
    <message>
        <source>The standard for annotations, for archives and research.</source>
        <translation>El estándar de las anotaciones, para archivos e investigación.</translation>
    </message>
    <message>
        <source>Anki cards</source>
        <translation>Tarjetas de Anki</translation>
    </message>
    <message>
        <source>Import it into Anki; a second import updates the same cards.</source>
        <translation>Impórtalo en Anki; una segunda vez actualiza las mismas tarjetas.</translation>
    </message>
    <message>
        <source>Audacity labels</source>
        <translation>Etiquetas de Audacity</translation>
    </message>
    <message>
        <source>A label track for each episode&apos;s sound.</source>
        <translation>Una pista de etiquetas para el sonido de cada episodio.</translation>
    </message>
    <message>
        <source>WebVTT</source>
        <translation>WebVTT</translation>
    </message>
    <message>
        <source>Highlights as captions, for video editors and the web.</source>
        <translation>Subrayados como subtítulos, para edición de vídeo y la web.</translation>
    </message>
    <message>
        <source>SubRip (SRT)</source>
        <translation>SubRip (SRT)</translation>
    </message>
    <message>
        <source>Highlights as subtitles.</source>
        <translation>Subrayados como subtítulos.</translation>
    </message>
    <message>
        <source>BibTeX</source>
        <translation>BibTeX</translation>
    </message>
    <message>
        <source>The episodes as references with times, for LaTeX.</source>
        <translation>Los episodios como referencias con tiempos, para LaTeX.</translation>
    </message>
    <message>
        <source>Zotero (CSL JSON)</source>
        <translation>Zotero (CSL JSON)</translation>
    </message>
    <message>
        <source>The episodes as references with times, for Zotero and others.</source>
        <translation>Los episodios como referencias con tiempos, para Zotero y otros.</translation>
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
            <numerusform>%n&#xa0;hora</numerusform>
            <numerusform>%n&#xa0;horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n&#xa0;minuto</numerusform>
            <numerusform>%n&#xa0;minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seconds</source>
        <translation>
            <numerusform>%n&#xa0;segundo</numerusform>
            <numerusform>%n&#xa0;segundos</numerusform>
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
        <translation>%1 por oír</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>a length: minutes, seconds with two digits</comment>
        <translation>%1&#xa0;min %2&#xa0;s</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>QLocale pattern of a day in full</comment>
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>Undated</source>
        <comment>group of episodes without a date</comment>
        <translation>Sin fecha</translation>
    </message>
    <message>
        <source>Upcoming</source>
        <comment>group of episodes dated in the future</comment>
        <translation>Próximamente</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>QLocale pattern of a month</comment>
        <translation>MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>hace %1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <comment>hours</comment>
        <translation>hace %1&#xa0;h</translation>
    </message>
    <message numerus="yes">
        <source>%n episodes</source>
        <translation>
            <numerusform>%n&#xa0;episodio</numerusform>
            <numerusform>%n&#xa0;episodios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n&#xa0;nota</numerusform>
            <numerusform>%n&#xa0;notas</numerusform>
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
        <translation>Las teclas de una sola letra actúan fuera de los campos de texto</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
</context>
<context>
    <name>ui::exchange::ExportDialog</name>
    <message>
        <source>With tags</source>
        <translation>Con etiquetas</translation>
    </message>
    <message>
        <source>With colours</source>
        <translation>Con colores</translation>
    </message>
    <message>
        <source>With the sound of each note, beside the text</source>
        <translation>Con el sonido de cada nota, junto al texto</translation>
    </message>
    <message>
        <source>Change the template…</source>
        <translation>Cambiar la plantilla…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Export notes</source>
        <translation>Exportar notas</translation>
    </message>
    <message>
        <source>Which notes</source>
        <translation>Qué notas</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>Lo que se escribirá</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Notes written</source>
        <translation>Notas escritas</translation>
    </message>
    <message>
        <source>Change your template…</source>
        <translation>Cambiar tu plantilla…</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>file, remark</comment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>ui::exchange::ImportPreview</name>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Import notes</source>
        <translation>Importar notas</translation>
    </message>
    <message>
        <source>“%1” was read as %2.</source>
        <translation>«%1» se ha leído como %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) will be added.</source>
        <translation>
            <numerusform>Se añadirá %n nota.</numerusform>
            <numerusform>Se añadirán %n notas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) will change.</source>
        <translation>
            <numerusform>Cambiará %n nota.</numerusform>
            <numerusform>Cambiarán %n notas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) are known and stay as they are.</source>
        <translation>
            <numerusform>%n nota ya está y queda como está.</numerusform>
            <numerusform>%n notas ya están y quedan como están.</numerusform>
        </translation>
    </message>
    <message>
        <source>Notes of the file</source>
        <translation>Notas del archivo</translation>
    </message>
    <message>
        <source>What could not be read</source>
        <translation>Lo que no se pudo leer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Find the episode by its title</source>
        <translation>Buscar el episodio por su título</translation>
    </message>
    <message>
        <source>The file does not say which episode its notes are about.</source>
        <translation>El archivo no dice a qué episodio pertenecen sus notas.</translation>
    </message>
</context>
<context>
    <name>ui::exchange::IncomingModel</name>
    <message>
        <source>New</source>
        <translation>Nueva</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiada</translation>
    </message>
    <message>
        <source>Known, stays as it is</source>
        <translation>Ya está, queda así</translation>
    </message>
    <message>
        <source>Here it is</source>
        <translation>Aquí es</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Episode</source>
        <translation>Episodio</translation>
    </message>
</context>
<context>
    <name>ui::exchange::TemplateDialog</name>
    <message>
        <source>As it came</source>
        <translation>Como venía</translation>
    </message>
    <message>
        <source>Use this template</source>
        <translation>Usar esta plantilla</translation>
    </message>
    <message>
        <source>Template for %1</source>
        <translation>Plantilla para %1</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Plantilla</translation>
    </message>
    <message>
        <source>What stands in double braces is filled in for each note. A field in the list is put in with a double click or Enter.</source>
        <translation>Lo que está entre llaves dobles se rellena para cada nota. Un campo de la lista se inserta con doble clic o Intro.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Campos</translation>
    </message>
    <message>
        <source>The template can be used.</source>
        <translation>La plantilla se puede usar.</translation>
    </message>
    <message>
        <source>This does not work yet: %1</source>
        <translation>Así aún no funciona: %1</translation>
    </message>
</context>
<context>
    <name>ui::library::AddPodcastDialog</name>
    <message>
        <source>Address of a feed or page</source>
        <translation>Dirección de un feed o una página</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Suscribirse</translation>
    </message>
    <message>
        <source>Add podcast</source>
        <translation>Añadir podcast</translation>
    </message>
    <message>
        <source>Paste the address of a feed or of the podcast&apos;s page.</source>
        <translation>Pegar la dirección de un feed o de la página del podcast.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Looking for the feed...</source>
        <translation>Buscando el feed…</translation>
    </message>
</context>
<context>
    <name>ui::library::EpisodeDelegate</name>
    <message>
        <source>playing</source>
        <translation>en reproducción</translation>
    </message>
    <message>
        <source>played</source>
        <translation>escuchado</translation>
    </message>
    <message>
        <source>has transcript</source>
        <translation>con transcripción</translation>
    </message>
</context>
<context>
    <name>ui::library::EpisodePanel</name>
    <message>
        <source>Narrow the list</source>
        <translation>Filtrar la lista</translation>
    </message>
    <message>
        <source>Words in the title</source>
        <translation>Palabras del título</translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation>Episodios</translation>
    </message>
    <message>
        <source>Nothing for “%1”.</source>
        <translation>Sin resultados para «%1».</translation>
    </message>
</context>
<context>
    <name>ui::library::FirstRunPage</name>
    <message>
        <source>First steps</source>
        <translation>Primeros pasos</translation>
    </message>
    <message>
        <source>Or drop an audio file, a transcript, or an OPML file anywhere in this window</source>
        <translation>O soltar un archivo de audio, una transcripción o un archivo OPML en cualquier lugar de esta ventana</translation>
    </message>
    <message>
        <source>Add a podcast</source>
        <translation>Añadir un podcast</translation>
    </message>
    <message>
        <source>Paste the address of a feed or of the podcast&apos;s page.</source>
        <translation>Pegar la dirección de un feed o de la página del podcast.</translation>
    </message>
    <message>
        <source>Add podcast...</source>
        <translation>Añadir podcast…</translation>
    </message>
    <message>
        <source>Bring your subscriptions</source>
        <translation>Traer las suscripciones</translation>
    </message>
    <message>
        <source>Import an OPML file. Nothing is downloaded until you say so.</source>
        <translation>Importar un archivo OPML. No se descarga nada hasta que se pida.</translation>
    </message>
    <message>
        <source>Import OPML...</source>
        <translation>Importar OPML…</translation>
    </message>
    <message>
        <source>Try the sample episode</source>
        <translation>Probar el episodio de ejemplo</translation>
    </message>
    <message>
        <source>About seven minutes, with show notes and a transcript. Works offline.</source>
        <translation>Unos siete minutos, con notas y transcripción. Funciona sin conexión.</translation>
    </message>
    <message>
        <source>Open sample</source>
        <translation>Abrir ejemplo</translation>
    </message>
    <message>
        <source>Listen, and keep what matters</source>
        <translation>Escuchar y conservar lo que importa</translation>
    </message>
    <message>
        <source>Follow podcasts, read along, and press M whenever you hear something worth keeping.</source>
        <translation>Suscribirse a podcasts, leer mientras se escucha y pulsar M al oír algo que guardar.</translation>
    </message>
    <message>
        <source>Earmark needs no account. Your notes can be exported at any time.</source>
        <translation>Earmark no necesita ninguna cuenta. Las notas se pueden exportar en cualquier momento.</translation>
    </message>
    <message>
        <source>Earmark needs no account. Your notes stay in %1 and can be exported at any time.</source>
        <translation>Earmark no necesita ninguna cuenta. Las notas se quedan en %1 y se pueden exportar en cualquier momento.</translation>
    </message>
</context>
<context>
    <name>ui::library::ImportDialog</name>
    <message>
        <source>Copy list</source>
        <translation>Copiar lista</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Import subscriptions</source>
        <translation>Importar suscripciones</translation>
    </message>
    <message>
        <source>Feeds read</source>
        <translation>Feeds leídos</translation>
    </message>
    <message>
        <source>Feeds that could not be read</source>
        <translation>Feeds que no se han podido leer</translation>
    </message>
    <message>
        <source>Reading the file...</source>
        <translation>Leyendo el archivo…</translation>
    </message>
    <message>
        <source>Following %1 of %2...</source>
        <comment>feeds of an imported list</comment>
        <translation>Suscripción %1 de %2…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>1 podcast followed</source>
        <translation>Suscripción a 1&#xa0;podcast</translation>
    </message>
    <message>
        <source>%1 podcasts followed</source>
        <translation>Suscripción a %1&#xa0;podcasts</translation>
    </message>
    <message>
        <source>All feeds could be read.</source>
        <translation>Se han podido leer todos los feeds.</translation>
    </message>
    <message>
        <source>1 feed could not be read</source>
        <translation>No se ha podido leer 1&#xa0;feed</translation>
    </message>
    <message>
        <source>%1 feeds could not be read</source>
        <translation>No se han podido leer %1&#xa0;feeds</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a feed&apos;s address, and why it could not be read</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>No se ha importado nada</translation>
    </message>
</context>
<context>
    <name>ui::library::Sidebar</name>
    <message>
        <source>Add podcast</source>
        <translation>Añadir podcast</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Secciones</translation>
    </message>
</context>
<context>
    <name>ui::models::SidebarModel</name>
    <message>
        <source>Inbox</source>
        <translation>Bandeja de entrada</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Descargas</translation>
    </message>
    <message>
        <source>Study</source>
        <comment>heading above Notes</comment>
        <translation>Estudio</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
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
        <translation>Historial</translation>
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
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Alt+Up and Alt+Down move it.</source>
        <translation>Se mueve con Alt+Arriba y Alt+Abajo.</translation>
    </message>
    <message>
        <source>Note text, Markdown</source>
        <translation>Texto de la nota, Markdown</translation>
    </message>
    <message>
        <source>Write a note...</source>
        <translation>Escribir una nota…</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>Salir sin guardar</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>En %1</translation>
    </message>
    <message>
        <source>Saving...</source>
        <translation>Guardando…</translation>
    </message>
</context>
<context>
    <name>ui::notes::NotePage</name>
    <message>
        <source>Take the star away</source>
        <translation>Quitar la estrella</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Poner estrella</translation>
    </message>
    <message>
        <source>Play from %1</source>
        <translation>Reproducir desde %1</translation>
    </message>
    <message>
        <source>The episode of this note is no longer in the library.</source>
        <translation>El episodio de esta nota ya no está en la biblioteca.</translation>
    </message>
    <message>
        <source>This note is in the bin until %1.</source>
        <translation>Esta nota está en la papelera hasta el %1.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>The words of this note have changed since. Is it still about this place?</source>
        <translation>Las palabras de esta nota han cambiado desde entonces. ¿Sigue siendo este su lugar?</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Yes, it is</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Its words are no longer there. It stays at its time.</source>
        <translation>Sus palabras ya no están. Se queda en su tiempo.</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>De acuerdo</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) chosen.</source>
        <translation>
            <numerusform>%n nota seleccionada.</numerusform>
            <numerusform>%n notas seleccionadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is done below the list is done to all of them.</source>
        <translation>Lo que se haga debajo de la lista vale para todas.</translation>
    </message>
    <message>
        <source>No note chosen.</source>
        <translation>Ninguna nota seleccionada.</translation>
    </message>
    <message>
        <source>Choose one to read it, to write in it, and to hear it.</source>
        <translation>Elige una para leerla, escribir en ella y escucharla.</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Aún sin guardar</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Saved</source>
        <comment>a note is on the disk</comment>
        <translation>Guardada</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Show in transcript</source>
        <translation>Mostrar en la transcripción</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Copy as citation</source>
        <translation>Copiar como cita</translation>
    </message>
    <message>
        <source>Copy with time</source>
        <translation>Copiar con tiempo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Note text, Markdown</source>
        <translation>Texto de la nota, Markdown</translation>
    </message>
    <message>
        <source>Write a note...</source>
        <translation>Escribir una nota…</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>Made</source>
        <comment>when a note was made</comment>
        <translation>Creada</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Eliminar definitivamente…</translation>
    </message>
    <message>
        <source>Adjust range</source>
        <translation>Ajustar el intervalo</translation>
    </message>
</context>
<context>
    <name>ui::notes::NotesPanel</name>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>No notes yet.</source>
        <translation>Todavía no hay notas.</translation>
    </message>
    <message>
        <source>Press M while listening, or select words in a transcript.</source>
        <translation>Pulsar M al escuchar o seleccionar palabras en una transcripción.</translation>
    </message>
    <message>
        <source>The notes could not be read.</source>
        <translation>No se han podido leer las notas.</translation>
    </message>
    <message>
        <source>Play from %1</source>
        <translation>Reproducir desde %1</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Tags...</source>
        <translation>Etiquetas…</translation>
    </message>
    <message>
        <source>Copy as Markdown quote</source>
        <translation>Copiar como cita Markdown</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Repeat this passage</source>
        <translation>Repetir este pasaje</translation>
    </message>
    <message>
        <source>Save a clip...</source>
        <translation>Guardar un fragmento...</translation>
    </message>
</context>
<context>
    <name>ui::notes::NotesView</name>
    <message>
        <source>Bin</source>
        <comment>deleted notes</comment>
        <translation>Papelera</translation>
    </message>
    <message>
        <source>Notes</source>
        <comment>head of the list of all notes</comment>
        <translation>Notas</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>so many notes are shown, of so many</comment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Groups and order: %1</source>
        <translation>Grupos y orden: %1</translation>
    </message>
    <message numerus="yes">
        <source>Export %n…</source>
        <translation>
            <numerusform>Exportar %n…</numerusform>
            <numerusform>Exportar %n…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export %n note(s)…</source>
        <translation>
            <numerusform>Exportar %n nota…</numerusform>
            <numerusform>Exportar %n notas…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The words of %n note(s) have changed since. Please check.</source>
        <translation>
            <numerusform>Las palabras de %n nota han cambiado desde entonces. Revísala.</numerusform>
            <numerusform>Las palabras de %n notas han cambiado desde entonces. Revísalas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The bin is empty.</source>
        <translation>La papelera está vacía.</translation>
    </message>
    <message>
        <source>Deleted notes stay here for 30 days.</source>
        <translation>Las notas eliminadas quedan aquí 30 días.</translation>
    </message>
    <message>
        <source>No note is like that.</source>
        <translation>No hay ninguna nota así.</translation>
    </message>
    <message>
        <source>Nothing for “%1”.</source>
        <translation>Nada para «%1».</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Quitar filtros</translation>
    </message>
    <message>
        <source>No notes yet.</source>
        <translation>Aún no hay notas.</translation>
    </message>
    <message>
        <source>Press M while listening, or select words in a transcript.</source>
        <translation>Pulsa M mientras escuchas o selecciona palabras en una transcripción.</translation>
    </message>
    <message>
        <source>The notes could not be read.</source>
        <translation>No se pudieron leer las notas.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Back to the notes</source>
        <translation>Volver a las notas</translation>
    </message>
    <message>
        <source>Play all of these in turn</source>
        <translation>Reproducirlas todas seguidas</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Mostrarlas</translation>
    </message>
    <message>
        <source>Episode</source>
        <comment>notes are grouped by it</comment>
        <translation>Episodio</translation>
    </message>
    <message>
        <source>Podcast</source>
        <comment>notes are grouped by it</comment>
        <translation>Podcast</translation>
    </message>
    <message>
        <source>Tag</source>
        <comment>notes are grouped by it</comment>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Colour</source>
        <comment>notes are grouped by it</comment>
        <translation>Color</translation>
    </message>
    <message>
        <source>Day</source>
        <comment>notes are grouped by it</comment>
        <translation>Día</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>Sin grupos</translation>
    </message>
    <message>
        <source>Group by episode</source>
        <translation>Agrupar por episodio</translation>
    </message>
    <message>
        <source>Group by podcast</source>
        <translation>Agrupar por podcast</translation>
    </message>
    <message>
        <source>Group by tag</source>
        <translation>Agrupar por etiqueta</translation>
    </message>
    <message>
        <source>Group by colour</source>
        <translation>Agrupar por color</translation>
    </message>
    <message>
        <source>Group by day</source>
        <translation>Agrupar por día</translation>
    </message>
    <message>
        <source>In order of place</source>
        <translation>Por orden de lugar</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Primero las más nuevas</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Primero las más antiguas</translation>
    </message>
    <message>
        <source>Last changed first</source>
        <translation>Primero las últimas cambiadas</translation>
    </message>
    <message>
        <source>Fold all groups</source>
        <translation>Plegar todos los grupos</translation>
    </message>
    <message>
        <source>Unfold all groups</source>
        <translation>Desplegar todos los grupos</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>Seleccionar todas</translation>
    </message>
    <message>
        <source>Name the colours…</source>
        <translation>Dar nombre a los colores…</translation>
    </message>
    <message numerus="yes">
        <source>Show the bin (%n note(s))</source>
        <translation>
            <numerusform>Mostrar la papelera (%n nota)</numerusform>
            <numerusform>Mostrar la papelera (%n notas)</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty the bin…</source>
        <translation>Vaciar la papelera…</translation>
    </message>
</context>
<context>
    <name>ui::notes::Words</name>
    <message>
        <source>Yellow</source>
        <translation>Amarillo</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rojo</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violeta</translation>
    </message>
    <message>
        <source>Mark · %1 before %2</source>
        <comment>a marked piece: its length, its end</comment>
        <translation>Marca · %1 antes de %2</translation>
    </message>
    <message>
        <source>Mark</source>
        <comment>a marked moment</comment>
        <translation>Marca</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>Posición %1</translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>nota: %1</translation>
    </message>
    <message>
        <source>tags: %1</source>
        <translation>etiquetas: %1</translation>
    </message>
    <message>
        <source>In its words</source>
        <comment>a note stands where its words are</comment>
        <translation>En sus palabras</translation>
    </message>
    <message>
        <source>Moved with its words</source>
        <translation>Movida con sus palabras</translation>
    </message>
    <message>
        <source>To check</source>
        <comment>a note whose words have changed</comment>
        <translation>Por revisar</translation>
    </message>
    <message>
        <source>At its time only</source>
        <translation>Solo en su tiempo</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>con estrella</translation>
    </message>
    <message>
        <source>its place is to be checked</source>
        <translation>hay que revisar su lugar</translation>
    </message>
</context>
<context>
    <name>ui::notes::internal::ChoiceCard</name>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n note(s)</source>
        <translation>
            <numerusform>%1, %n nota</numerusform>
            <numerusform>%1, %n notas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::notes::internal::DropDialog</name>
    <message>
        <source>Delete for good</source>
        <translation>Eliminar definitivamente</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n note(s) for good?</source>
        <translation>
            <numerusform>¿Eliminar definitivamente %n nota?</numerusform>
            <numerusform>¿Eliminar definitivamente %n notas?</numerusform>
        </translation>
    </message>
    <message>
        <source>This is the one thing that cannot be undone: they leave the bin, and Undo does not bring them back.</source>
        <translation>Es lo único que no se puede deshacer: salen de la papelera y «Deshacer» no las recupera.</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Conservarlas</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n note(s)</source>
        <translation>
            <numerusform>Eliminar %n nota</numerusform>
            <numerusform>Eliminar %n notas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::notes::internal::FilterBar</name>
    <message>
        <source>Filter notes</source>
        <translation>Filtrar notas</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Color</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>Podcast</source>
        <translation>Podcast</translation>
    </message>
    <message>
        <source>State</source>
        <comment>how sure a note&apos;s place is</comment>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Any date</source>
        <translation>Cualquier fecha</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Con estrella</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Quitar filtros</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Podcasts</source>
        <translation>Podcasts</translation>
    </message>
    <message>
        <source>How sure the place is</source>
        <translation>Qué segura es la posición</translation>
    </message>
    <message>
        <source>Name the colours…</source>
        <translation>Dar nombre a los colores…</translation>
    </message>
    <message>
        <source>Without a tag</source>
        <translation>Sin etiqueta</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Este año</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 y %n más</numerusform>
            <numerusform>%1 y %n más</numerusform>
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
        <translation>Inicio de la nota</translation>
    </message>
    <message>
        <source>Start earlier</source>
        <translation>Inicio antes</translation>
    </message>
    <message>
        <source>Start later</source>
        <translation>Inicio después</translation>
    </message>
    <message>
        <source>End of the note</source>
        <translation>Fin de la nota</translation>
    </message>
    <message>
        <source>End earlier</source>
        <translation>Fin antes</translation>
    </message>
    <message>
        <source>End later</source>
        <translation>Fin después</translation>
    </message>
    <message>
        <source>Play the range</source>
        <translation>Reproducir el intervalo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Adjust range</source>
        <translation>Ajustar el intervalo</translation>
    </message>
    <message>
        <source>A moment</source>
        <comment>a note without an end</comment>
        <translation>Un momento</translation>
    </message>
    <message>
        <source>Start</source>
        <comment>of a note</comment>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>End</source>
        <comment>of a note</comment>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Up and Down move it by a second, with Shift by a tenth.</source>
        <translation>Las flechas arriba y abajo lo mueven un segundo; con Mayús, una décima.</translation>
    </message>
    <message>
        <source>%1 by a second, with Shift by a tenth</source>
        <comment>Start earlier</comment>
        <translation>%1 un segundo; con Mayús, una décima</translation>
    </message>
    <message>
        <source>Up and Down move by a second, with Shift by a tenth.</source>
        <translation>Las flechas arriba y abajo mueven un segundo; con Mayús, una décima.</translation>
    </message>
    <message>
        <source>The end lies before the start.</source>
        <translation>El fin está antes del inicio.</translation>
    </message>
    <message>
        <source>Write times such as 4:30 or 1:02:03.5.</source>
        <translation>Escribe tiempos como 4:30 o 1:02:03.5.</translation>
    </message>
    <message>
        <source>The episode of this note is no longer in the library.</source>
        <translation>El episodio de esta nota ya no está en la biblioteca.</translation>
    </message>
</context>
<context>
    <name>ui::notes::internal::RowDelegate</name>
    <message>
        <source>Without a tag</source>
        <translation>Sin etiqueta</translation>
    </message>
    <message>
        <source>Untitled</source>
        <comment>an episode or a podcast without a name</comment>
        <translation>Sin título</translation>
    </message>
</context>
<context>
    <name>ui::notes::internal::SelectionBar</name>
    <message>
        <source>Tag…</source>
        <translation>Etiqueta…</translation>
    </message>
    <message>
        <source>Colour…</source>
        <translation>Color…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Delete the chosen notes</source>
        <translation>Eliminar las notas seleccionadas</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Chosen notes</source>
        <translation>Notas seleccionadas</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n seleccionada</numerusform>
            <numerusform>%n seleccionadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Poner estrella</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>Quitar la estrella</translation>
    </message>
    <message>
        <source>Their places are right</source>
        <translation>Sus lugares son correctos</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Eliminar definitivamente…</translation>
    </message>
</context>
<context>
    <name>ui::notes::internal::SpokenRows</name>
    <message numerus="yes">
        <source>%1, %n note(s), folded</source>
        <comment>a group of notes</comment>
        <translation>
            <numerusform>%1, %n nota, plegado</numerusform>
            <numerusform>%1, %n notas, plegado</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n note(s)</source>
        <comment>a group of notes</comment>
        <translation>
            <numerusform>%1, %n nota</numerusform>
            <numerusform>%1, %n notas</numerusform>
        </translation>
    </message>
    <message>
        <source>Note, being read</source>
        <translation>Nota, leyéndose</translation>
    </message>
</context>
<context>
    <name>ui::notes::internal::TagCard</name>
    <message>
        <source>Tags of the chosen notes</source>
        <translation>Etiquetas de las notas seleccionadas</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etiquetas</translation>
    </message>
    <message>
        <source>Take away</source>
        <comment>tags from notes</comment>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Add</source>
        <comment>tags to notes</comment>
        <translation>Añadir</translation>
    </message>
</context>
<context>
    <name>ui::notes::internal::TurnBar</name>
    <message>
        <source>Play the note before</source>
        <translation>Reproducir la nota anterior</translation>
    </message>
    <message>
        <source>Play the next note</source>
        <translation>Reproducir la nota siguiente</translation>
    </message>
    <message>
        <source>Stop playing notes in turn</source>
        <translation>Dejar de reproducirlas seguidas</translation>
    </message>
    <message>
        <source>Playing note %1 of %2</source>
        <translation>Reproduciendo la nota %1 de %2</translation>
    </message>
</context>
<context>
    <name>ui::player::PlayerBar</name>
    <message>
        <source>Elapsed time</source>
        <translation>Tiempo transcurrido</translation>
    </message>
    <message>
        <source>Remaining time</source>
        <translation>Tiempo restante</translation>
    </message>
    <message>
        <source>Player</source>
        <translation>Reproductor</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Nothing is playing</source>
        <translation>No se reproduce nada</translation>
    </message>
    <message>
        <source>This episode has no chapters</source>
        <translation>Este episodio no tiene capítulos</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <comment>a time</comment>
        <translation>Volver a %1</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <comment>a spoken time</comment>
        <translation>Volver a %1</translation>
    </message>
    <message>
        <source>Still waiting for the server.</source>
        <translation>El servidor sigue sin responder.</translation>
    </message>
    <message>
        <source>Opening audio…</source>
        <translation>Abriendo el audio…</translation>
    </message>
    <message>
        <source>This episode cannot be played.</source>
        <translation>No se puede reproducir este episodio.</translation>
    </message>
    <message>
        <source>Switch between the time left and the length</source>
        <translation>Cambiar entre tiempo restante y duración</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>This place is a guess until the whole file has been looked through; then it will be exact</source>
        <translation>Este lugar es aproximado hasta que se haya recorrido todo el archivo; entonces será exacto</translation>
    </message>
    <message>
        <source>Buffering…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Loading %1 MB…</source>
        <comment>how much has come</comment>
        <translation>Cargando %1 MB…</translation>
    </message>
    <message>
        <source>Loading %1 of %2 MB</source>
        <comment>how much has come, of how much</comment>
        <translation>Cargando %1 de %2 MB</translation>
    </message>
    <message>
        <source>Buffering… %1 %</source>
        <comment>how much has come, in percent</comment>
        <translation>Cargando… %1 %</translation>
    </message>
    <message>
        <source>Mark</source>
        <comment>verb: keep what was just heard</comment>
        <translation>Marcar</translation>
    </message>
    <message>
        <source>Mark from %1</source>
        <comment>a time; pressed at the end of what is to be marked</comment>
        <translation>Marcar desde %1</translation>
    </message>
    <message>
        <source>Mark last %1 s</source>
        <translation>Marcar últimos %1 s</translation>
    </message>
</context>
<context>
    <name>ui::player::Timeline</name>
    <message>
        <source>Position</source>
        <translation>Posición</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>how far, of how long; both are spoken times</comment>
        <translation>%1 de %2</translation>
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
        <translation>Nota, posición %1: %2</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>a spoken time that is a guess</comment>
        <translation>unos %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>words that are spoken</comment>
        <translation>«%1»</translation>
    </message>
</context>
<context>
    <name>ui::player::internal::ChapterButton</name>
    <message>
        <source>Chapters</source>
        <translation>Capítulos</translation>
    </message>
    <message>
        <source>Show the chapters</source>
        <translation>Mostrar los capítulos</translation>
    </message>
    <message>
        <source>Chapter: %1</source>
        <comment>its title</comment>
        <translation>Capítulo: %1</translation>
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
        <translation>%1, suena ahora</translation>
    </message>
    <message>
        <source>%1, has a page</source>
        <comment>a chapter</comment>
        <translation>%1, tiene una página</translation>
    </message>
</context>
<context>
    <name>ui::player::internal::ChaptersPanel</name>
    <message>
        <source>Chapters</source>
        <translation>Capítulos</translation>
    </message>
    <message>
        <source>Open page</source>
        <comment>the web page of a chapter</comment>
        <translation>Abrir la página</translation>
    </message>
    <message>
        <source>Load pictures for this podcast</source>
        <translation>Cargar las imágenes de este podcast</translation>
    </message>
    <message>
        <source>Pictures come from other servers, which then know that you listen</source>
        <translation>Las imágenes vienen de otros servidores, que así saben que escuchas</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n chapter(s))</source>
        <comment>a source of chapters</comment>
        <translation>
            <numerusform>%1 (%n capítulo)</numerusform>
            <numerusform>%1 (%n capítulos)</numerusform>
        </translation>
    </message>
    <message>
        <source>From: %1</source>
        <comment>a source of chapters</comment>
        <translation>De: %1</translation>
    </message>
    <message>
        <source>Choose where the chapters come from</source>
        <translation>Elegir de dónde vienen los capítulos</translation>
    </message>
</context>
<context>
    <name>ui::player::internal::NowPlaying</name>
    <message>
        <source>Show the episode</source>
        <translation>Mostrar el episodio</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>episode, podcast</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Show %1</source>
        <comment>an episode&apos;s title; a tip</comment>
        <translation>Mostrar %1</translation>
    </message>
</context>
<context>
    <name>ui::player::internal::Panels</name>
    <message>
        <source>Loop %1</source>
        <comment>a stretch such as 11:45–13:20</comment>
        <translation>Repetir %1</translation>
    </message>
    <message>
        <source>Loop the selection or sentence</source>
        <translation>Repetir la selección o la frase</translation>
    </message>
    <message>
        <source>A is at %1: set it here</source>
        <comment>start of a loop; a time</comment>
        <translation>A está en %1: ponerla aquí</translation>
    </message>
    <message>
        <source>Start of the loop here (A)</source>
        <translation>Aquí empieza el bucle (A)</translation>
    </message>
    <message>
        <source>End of the loop here (B)</source>
        <translation>Aquí termina el bucle (B)</translation>
    </message>
    <message>
        <source>No loop</source>
        <translation>Sin bucle</translation>
    </message>
    <message>
        <source>Previous chapter</source>
        <translation>Capítulo anterior</translation>
    </message>
    <message>
        <source>Next chapter</source>
        <translation>Capítulo siguiente</translation>
    </message>
    <message>
        <source>Chapters…</source>
        <translation>Capítulos…</translation>
    </message>
    <message>
        <source>Speed: %1…</source>
        <comment>such as 1.4×</comment>
        <translation>Velocidad: %1…</translation>
    </message>
    <message>
        <source>Sleep timer…</source>
        <translation>Temporizador de sueño…</translation>
    </message>
    <message>
        <source>Sleep timer: %1…</source>
        <comment>such as 12 min</comment>
        <translation>Temporizador de sueño: %1…</translation>
    </message>
    <message>
        <source>Volume: %1 %…</source>
        <comment>percent</comment>
        <translation>Volumen: %1 %…</translation>
    </message>
    <message>
        <source>Loop</source>
        <comment>repeat a stretch</comment>
        <translation>Bucle</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Speed %1</source>
        <comment>such as 1.4×</comment>
        <translation>Velocidad %1</translation>
    </message>
    <message>
        <source>Speed and sound</source>
        <translation>Velocidad y sonido</translation>
    </message>
    <message>
        <source>Volume %1 %</source>
        <comment>percent</comment>
        <translation>Volumen %1 %</translation>
    </message>
    <message>
        <source>Sleep timer</source>
        <translation>Temporizador de sueño</translation>
    </message>
    <message>
        <source>Sleep timer: at the end of the chapter</source>
        <translation>Temporizador de sueño: al final del capítulo</translation>
    </message>
    <message>
        <source>Sleep timer: at the end of the episode</source>
        <translation>Temporizador de sueño: al final del episodio</translation>
    </message>
    <message>
        <source>Sleep timer: %1</source>
        <comment>such as 12 min</comment>
        <translation>Temporizador de sueño: %1</translation>
    </message>
    <message>
        <source>Loop: on</source>
        <translation>Bucle: activado</translation>
    </message>
    <message>
        <source>Loop: A is set, B is missing</source>
        <translation>Bucle: A está puesta, falta B</translation>
    </message>
    <message>
        <source>Stop repeating</source>
        <translation>Dejar de repetir</translation>
    </message>
    <message>
        <source>A is set: choose B in the menu</source>
        <translation>A está puesta: elegir B en el menú</translation>
    </message>
    <message>
        <source>Repeat a stretch; more in the menu</source>
        <translation>Repetir un pasaje; más en el menú</translation>
    </message>
</context>
<context>
    <name>ui::player::internal::SleepPanel</name>
    <message>
        <source>%1 min</source>
        <comment>minutes until the sound sleeps; short, on a button</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Sleep timer</source>
        <translation>Temporizador de sueño</translation>
    </message>
    <message>
        <source>+5 min</source>
        <comment>sleep timer: longer</comment>
        <translation>+5 min</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>sleep timer</comment>
        <translation>Apagado</translation>
    </message>
    <message>
        <source>5 minutes more</source>
        <translation>5 minutos más</translation>
    </message>
    <message>
        <source>Switch the sleep timer off</source>
        <translation>Apagar el temporizador de sueño</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>a length</comment>
        <translation>%1 min</translation>
    </message>
    <message numerus="yes">
        <source>Sleep in %n minute(s)</source>
        <translation>
            <numerusform>Silencio dentro de %n minuto</numerusform>
            <numerusform>Silencio dentro de %n minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Minutes until the sound sleeps</source>
        <translation>Minutos hasta que el sonido se apague</translation>
    </message>
    <message>
        <source> min</source>
        <comment>follows a number; with the space</comment>
        <translation> min</translation>
    </message>
    <message>
        <source>Start</source>
        <comment>starts the sleep timer</comment>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>At the end of the chapter</source>
        <translation>Al final del capítulo</translation>
    </message>
    <message>
        <source>At the end of the episode</source>
        <translation>Al final del episodio</translation>
    </message>
    <message>
        <source>Sleeps at the end of the chapter</source>
        <translation>Se apaga al final del capítulo</translation>
    </message>
    <message>
        <source>Sleeps at the end of the episode</source>
        <translation>Se apaga al final del episodio</translation>
    </message>
    <message>
        <source>Sleeps in %1</source>
        <comment>such as 12 min</comment>
        <translation>Se apaga dentro de %1</translation>
    </message>
    <message>
        <source>This episode has no chapters</source>
        <translation>Este episodio no tiene capítulos</translation>
    </message>
</context>
<context>
    <name>ui::player::internal::SoundPanel</name>
    <message>
        <source>Speed and sound</source>
        <translation>Velocidad y sonido</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Skip silence</source>
        <translation>Saltar silencios</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>no silence is skipped</comment>
        <translation>No</translation>
    </message>
    <message>
        <source>Gentle</source>
        <comment>how much silence is skipped</comment>
        <translation>Suave</translation>
    </message>
    <message>
        <source>Medium</source>
        <comment>how much silence is skipped</comment>
        <translation>Medio</translation>
    </message>
    <message>
        <source>Strong</source>
        <comment>how much silence is skipped</comment>
        <translation>Fuerte</translation>
    </message>
    <message>
        <source>Quality at other speeds</source>
        <translation>Calidad a otras velocidades</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>quality of sound: costs little computing</comment>
        <translation>Ligera</translation>
    </message>
    <message>
        <source>Finer</source>
        <comment>quality of sound: costs more computing</comment>
        <translation>Más fina</translation>
    </message>
    <message>
        <source>Podcast settings…</source>
        <translation>Ajustes del podcast…</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Más lento</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Más rápido</translation>
    </message>
    <message>
        <source>Speed %1</source>
        <comment>such as 1.4×</comment>
        <translation>Velocidad %1</translation>
    </message>
    <message>
        <source>Level loudness</source>
        <translation>Igualar la sonoridad</translation>
    </message>
    <message>
        <source>Mono</source>
        <comment>one channel</comment>
        <translation>Mono</translation>
    </message>
    <message>
        <source>Quality</source>
        <comment>of sound at other speeds</comment>
        <translation>Calidad</translation>
    </message>
    <message>
        <source>Only for this podcast</source>
        <translation>Solo para este podcast</translation>
    </message>
    <message>
        <source>Saved %1 in this episode</source>
        <comment>a length of time</comment>
        <translation>%1 ahorrados en este episodio</translation>
    </message>
    <message>
        <source>Nothing saved in this episode yet</source>
        <translation>Aún no se ha ahorrado nada en este episodio</translation>
    </message>
    <message>
        <source>Only for %1</source>
        <comment>a podcast&apos;s title</comment>
        <translation>Solo para %1</translation>
    </message>
    <message>
        <source>Speed, skipped silence and loudness as set here hold for this podcast only</source>
        <translation>La velocidad, los silencios saltados y la sonoridad ajustados aquí valen solo para este podcast</translation>
    </message>
</context>
<context>
    <name>ui::player::internal::Transport</name>
    <message>
        <source>Nothing is playing</source>
        <translation>No se reproduce nada</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Previous chapter</source>
        <translation>Capítulo anterior</translation>
    </message>
    <message>
        <source>Back 15 seconds</source>
        <translation>Retroceder 15&#xa0;segundos</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Forward 30 seconds</source>
        <translation>Avanzar 30&#xa0;segundos</translation>
    </message>
    <message>
        <source>Next chapter</source>
        <translation>Capítulo siguiente</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>verb: give up waiting for the server</comment>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Loop</source>
        <comment>repeat a stretch</comment>
        <translation>Bucle</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Dejar de esperar</translation>
    </message>
</context>
<context>
    <name>ui::player::internal::VolumePanel</name>
    <message>
        <source>Volume and output</source>
        <translation>Volumen y salida</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Mute</source>
        <comment>verb: silence on and off</comment>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Output</source>
        <comment>where sound goes</comment>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Follow a new default</source>
        <translation>Seguir a una nueva predeterminada</translation>
    </message>
    <message>
        <source>The computer&apos;s default</source>
        <translation>La predeterminada del equipo</translation>
    </message>
    <message>
        <source>The computer&apos;s default (%1)</source>
        <comment>an output</comment>
        <translation>La predeterminada del equipo (%1)</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Unmute</source>
        <comment>verb: sound on again</comment>
        <translation>Activar el sonido</translation>
    </message>
    <message>
        <source>When another output becomes the computer&apos;s default, move there at once</source>
        <translation>Cuando otra salida pase a ser la predeterminada del equipo, ir a ella enseguida</translation>
    </message>
    <message>
        <source>The sound goes to the output chosen above</source>
        <translation>El sonido va a la salida elegida arriba</translation>
    </message>
</context>
<context>
    <name>ui::preferences::FolderChooser</name>
    <message>
        <source>Choose…</source>
        <comment>a folder</comment>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>using a folder</comment>
        <translation>Dejar de usar</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no folder</comment>
        <translation>Ninguna</translation>
    </message>
</context>
<context>
    <name>ui::preferences::PodcastDialog</name>
    <message>
        <source>Settings of “%1”</source>
        <translation>Ajustes de «%1»</translation>
    </message>
    <message>
        <source>As for all (%1)</source>
        <translation>Como en todos (%1)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Skip silence</source>
        <translation>Saltar silencios</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Level loudness</source>
        <translation>Igualar la sonoridad</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, after a number</comment>
        <translation> s</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nada</translation>
    </message>
    <message>
        <source>Leave out at the start</source>
        <translation>Omitir al principio</translation>
    </message>
    <message>
        <source>A jingle, or the same words each time.</source>
        <translation>Una sintonía, o las mismas palabras cada vez.</translation>
    </message>
    <message>
        <source>Leave out at the end</source>
        <translation>Omitir al final</translation>
    </message>
    <message>
        <source>Load pictures</source>
        <translation>Cargar imágenes</translation>
    </message>
    <message>
        <source>Chapter pictures from the publisher&apos;s server, which then learns that you look at them.</source>
        <translation>Imágenes de los capítulos desde el servidor del editor, que así sabe que las miras.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>ui::preferences::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Buscar en los ajustes</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Playback</source>
        <translation>Reproducción</translation>
    </message>
    <message>
        <source>Skipping</source>
        <translation>Saltos</translation>
    </message>
    <message>
        <source>Back button</source>
        <translation>Botón de retroceso</translation>
    </message>
    <message>
        <source>Forward button</source>
        <translation>Botón de avance</translation>
    </message>
    <message>
        <source>Find the thread again</source>
        <translation>Retomar el hilo</translation>
    </message>
    <message>
        <source>After a pause, begin a little earlier: the longer the pause, the further back, at the start of a sentence where there is a transcript.</source>
        <translation>Tras una pausa, empezar un poco antes: cuanto más larga la pausa, más atrás, al principio de una frase si hay transcripción.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>The computer&apos;s default</source>
        <translation>El predeterminado del equipo</translation>
    </message>
    <message>
        <source>The chosen one (not connected)</source>
        <translation>El elegido (no conectado)</translation>
    </message>
    <message>
        <source>Play on</source>
        <translation>Reproducir en</translation>
    </message>
    <message>
        <source>Follow the default</source>
        <translation>Seguir al predeterminado</translation>
    </message>
    <message>
        <source>When the computer gets another default device, such as headphones, the sound moves there.</source>
        <translation>Cuando el equipo tenga otro dispositivo predeterminado, como unos auriculares, el sonido pasa a él.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>For all podcasts without settings of their own</source>
        <translation>Para todos los podcasts sin ajustes propios</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Skip silence</source>
        <translation>Saltar silencios</translation>
    </message>
    <message>
        <source>Shortens the pauses in speech. Words are never touched.</source>
        <translation>Acorta las pausas al hablar. Las palabras no se tocan nunca.</translation>
    </message>
    <message>
        <source>Level loudness</source>
        <translation>Igualar la sonoridad</translation>
    </message>
    <message>
        <source>Quiet and loud podcasts sound equally loud, without clipping.</source>
        <translation>Los podcasts bajos y los altos suenan igual de fuerte, sin saturar.</translation>
    </message>
    <message>
        <source>Target loudness</source>
        <translation>Sonoridad deseada</translation>
    </message>
    <message>
        <source>As broadcasters measure it (EBU R128).</source>
        <translation>Como la miden las emisoras (EBU R128).</translation>
    </message>
    <message>
        <source>Mono</source>
        <translation>Mono</translation>
    </message>
    <message>
        <source>Both ears hear everything.</source>
        <translation>Los dos oídos lo oyen todo.</translation>
    </message>
    <message>
        <source>Quality at other speeds</source>
        <translation>Calidad a otras velocidades</translation>
    </message>
    <message>
        <source>Finer sounds smoother and takes about ten times the computing power.</source>
        <translation>La más fina suena más suave y exige unas diez veces más cálculo.</translation>
    </message>
    <message>
        <source>Marks and notes</source>
        <translation>Marcas y notas</translation>
    </message>
    <message>
        <source>Marking</source>
        <translation>Marcar</translation>
    </message>
    <message>
        <source>Look back</source>
        <translation>Mirar atrás</translation>
    </message>
    <message>
        <source>How much a mark keeps from before you pressed the key.</source>
        <translation>Cuánto guarda una marca de lo anterior a pulsar la tecla.</translation>
    </message>
    <message>
        <source>Reading and appearance</source>
        <translation>Lectura y aspecto</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Size of transcripts and show notes</source>
        <translation>Tamaño de las transcripciones y notas del programa</translation>
    </message>
    <message>
        <source>A click plays</source>
        <translation>Un clic reproduce</translation>
    </message>
    <message>
        <source>A click on a word plays from there. Off: it puts the text cursor, and Alt+click plays.</source>
        <translation>Un clic en una palabra reproduce desde ahí. Desactivado: coloca el cursor de texto, y Alt+clic reproduce.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>As the window</source>
        <translation>Como la ventana</translation>
    </message>
    <message>
        <source>Font of transcripts and show notes</source>
        <translation>Letra de transcripciones y notas del episodio</translation>
    </message>
    <message>
        <source>Announce sentences</source>
        <translation>Anunciar las frases</translation>
    </message>
    <message>
        <source>Screen readers are told each sentence while it is spoken.</source>
        <translation>Los lectores de pantalla reciben cada frase mientras se pronuncia.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Escritura</translation>
    </message>
    <message>
        <source>Reaction time</source>
        <translation>Tiempo de reacción</translation>
    </message>
    <message>
        <source>How much earlier than its first key a note begins.</source>
        <translation>Cuánto antes de la primera tecla empieza una nota.</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no reaction time</comment>
        <translation>Ninguno</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n segundo</numerusform>
            <numerusform>%n segundos</numerusform>
        </translation>
    </message>
    <message>
        <source>A folder for other programs</source>
        <translation>Una carpeta para otros programas</translation>
    </message>
    <message>
        <source>Keep notes as Markdown files</source>
        <translation>Mantener las notas como archivos Markdown</translation>
    </message>
    <message>
        <source>One file for each episode, kept up to date. What you write there comes back. For Obsidian, Syncthing, git and others.</source>
        <translation>Un archivo por episodio, siempre al día. Lo que escribas allí vuelve. Para Obsidian, Syncthing, git y otros.</translation>
    </message>
    <message>
        <source>What the colours mean to you</source>
        <translation>Qué significan los colores para ti</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Amarillo</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rojo</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violeta</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Media key</source>
        <translation>Tecla multimedia</translation>
    </message>
    <message>
        <source>This key of the keyboard or headset marks what was just heard, instead of what it does otherwise; where the system passes it on, with the window hidden, too.</source>
        <translation>Esta tecla del teclado o de los auriculares marca lo que se acaba de oír, en lugar de lo que hace normalmente; donde el sistema la transmite, también con la ventana oculta.</translation>
    </message>
    <message>
        <source>None</source>
        <comment>no media key</comment>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Previous</source>
        <comment>a media key</comment>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Next</source>
        <comment>a media key</comment>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>a media key</comment>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Pause while writing</source>
        <translation>Pausar al escribir</translation>
    </message>
    <message>
        <source>From the first key on. Playing goes on a little earlier.</source>
        <translation>Desde la primera tecla. Después se continúa un poco antes.</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>no pause</comment>
        <translation>No</translation>
    </message>
    <message>
        <source>Until the note is done</source>
        <translation>Hasta terminar la nota</translation>
    </message>
    <message>
        <source>Until I stop typing</source>
        <translation>Hasta que deje de teclear</translation>
    </message>
</context>
<context>
    <name>ui::preferences::Words</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>speed: 1.5×</comment>
        <translation>%1×</translation>
    </message>
    <message>
        <source>%1 LUFS</source>
        <translation>%1 LUFS</translation>
    </message>
    <message>
        <source>%1 (usual for podcasts)</source>
        <translation>%1 (habitual en podcasts)</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>silence is not skipped</comment>
        <translation>No</translation>
    </message>
    <message>
        <source>Gentle</source>
        <comment>skip silence</comment>
        <translation>Suave</translation>
    </message>
    <message>
        <source>Medium</source>
        <comment>skip silence</comment>
        <translation>Medio</translation>
    </message>
    <message>
        <source>Strong</source>
        <comment>skip silence</comment>
        <translation>Fuerte</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Ligera</translation>
    </message>
    <message>
        <source>Finer</source>
        <translation>Más fina</translation>
    </message>
</context>
<context>
    <name>ui::times::ChaptersDialog</name>
    <message>
        <source>Chapters of “%1”</source>
        <translation>Capítulos de «%1»</translation>
    </message>
    <message>
        <source>Look the list over: times and titles can be changed. Yours go before all others.</source>
        <translation>Revisa la lista: puedes cambiar tiempos y títulos. Los tuyos tienen preferencia sobre los demás.</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Capítulos</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Título</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>Reproducir desde aquí</translation>
    </message>
    <message>
        <source>Add one here</source>
        <comment>a chapter at what is heard</comment>
        <translation>Añadir uno aquí</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Write into the file</source>
        <translation>Escribir en el archivo</translation>
    </message>
    <message>
        <source>Use the publisher&apos;s chapters</source>
        <translation>Usar los capítulos del editor</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Use as chapters</source>
        <translation>Usar como capítulos</translation>
    </message>
</context>
<context>
    <name>ui::times::CorrectDialog</name>
    <message>
        <source>Correct the words</source>
        <translation>Corregir las palabras</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>The original stays as it is; every correction can be undone.</source>
        <translation>El original queda como está; toda corrección se puede deshacer.</translation>
    </message>
</context>
<context>
    <name>ui::times::EpisodeChooser</name>
    <message>
        <source>Find an episode</source>
        <translation>Buscar un episodio</translation>
    </message>
    <message>
        <source>Which episode do these times belong to?</source>
        <translation>¿De qué episodio son estos tiempos?</translation>
    </message>
    <message>
        <source>Episodes</source>
        <translation>Episodios</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
</context>
<context>
    <name>ui::times::OffsetDialog</name>
    <message>
        <source>%1 to %2</source>
        <comment>two shifts</comment>
        <translation>%1 a %2</translation>
    </message>
    <message>
        <source>Set the offset</source>
        <translation>Ajustar el desfase</translation>
    </message>
    <message>
        <source>Choose a time of the list, and go to where it is in this recording, by ear. One is enough; a second far from it helps where something was put in or left out between.</source>
        <translation>Elige un tiempo de la lista y ve de oído a donde está en esta grabación. Con uno basta; un segundo lejano ayuda si entre medias se añadió o se quitó algo.</translation>
    </message>
    <message>
        <source>Time of the list</source>
        <translation>Tiempo de la lista</translation>
    </message>
    <message>
        <source>Remove the offset</source>
        <translation>Quitar el desfase</translation>
    </message>
    <message>
        <source>No place found yet.</source>
        <translation>Aún no se ha encontrado ningún punto.</translation>
    </message>
    <message numerus="yes">
        <source>Found: %n place(s). The times are shifted by %1.</source>
        <translation>
            <numerusform>%n punto encontrado. Los tiempos se desplazan %1.</numerusform>
            <numerusform>%n puntos encontrados. Los tiempos se desplazan %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::times::PasteDialog</name>
    <message>
        <source>Paste a transcript</source>
        <translation>Pegar una transcripción</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>WebVTT, SRT, JSON, text with or without times: any form will do.</source>
        <translation>WebVTT, SRT, JSON, texto con o sin tiempos: vale cualquier formato.</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Usarla</translation>
    </message>
</context>
<context>
    <name>ui::times::PlaceFinder</name>
    <message>
        <source>Place in the recording</source>
        <translation>Punto de la grabación</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Escuchar</translation>
    </message>
    <message>
        <source>What I hear now</source>
        <translation>Lo que oigo ahora</translation>
    </message>
    <message>
        <source>%1 seconds earlier</source>
        <translation>%1 segundos antes</translation>
    </message>
    <message>
        <source>%1 seconds later</source>
        <translation>%1 segundos después</translation>
    </message>
</context>
<context>
    <name>ui::times::TimeOffDialog</name>
    <message>
        <source>Where is “%1”?</source>
        <comment>%1 is a time in a text</comment>
        <translation>¿Dónde está «%1»?</translation>
    </message>
    <message>
        <source>Go to where it really is, by ear. Each step lets you hear the place.</source>
        <translation>Ve de oído a donde está de verdad. Con cada paso oyes el punto.</translation>
    </message>
</context>
<context>
    <name>ui::transcript::FindBar</name>
    <message>
        <source>Find in this text</source>
        <translation>Buscar en este texto</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Coincidencia anterior</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Coincidencia siguiente</translation>
    </message>
    <message>
        <source>Close find</source>
        <translation>Cerrar la búsqueda</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Sin resultados</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which match, of how many</comment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Searching...</source>
        <translation>Buscando…</translation>
    </message>
</context>
<context>
    <name>ui::transcript::JumpBar</name>
    <message>
        <source>Write 4:30, 1:02:03, 270 for seconds, or +30 from here.</source>
        <translation>Escribe 4:30, 1:02:03, 270 para segundos o +30 desde aquí.</translation>
    </message>
    <message>
        <source>That is not a time.</source>
        <translation>Eso no es un tiempo.</translation>
    </message>
    <message>
        <source>This recording ends at %1.</source>
        <comment>%1 is a time</comment>
        <translation>Esta grabación termina en %1.</translation>
    </message>
    <message>
        <source>Jump to time</source>
        <translation>Saltar a un tiempo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>ui::transcript::ReaderPane</name>
    <message>
        <source>Highlight</source>
        <comment>verb: mark the words</comment>
        <translation>Resaltar</translation>
    </message>
    <message>
        <source>Note...</source>
        <comment>write a note on the words</comment>
        <translation>Nota…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy with times and names</source>
        <translation>Copiar con tiempos y nombres</translation>
    </message>
    <message>
        <source>Copy as quotation with link</source>
        <translation>Copiar como cita con enlace</translation>
    </message>
    <message>
        <source>Save clip...</source>
        <comment>the words&apos; sound as a file</comment>
        <translation>Guardar fragmento…</translation>
    </message>
    <message>
        <source>Repeat</source>
        <comment>the words&apos; sound</comment>
        <translation>Repetir</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Abrir enlace</translation>
    </message>
    <message>
        <source>Copy link address</source>
        <translation>Copiar dirección del enlace</translation>
    </message>
    <message>
        <source>Find...</source>
        <translation>Buscar…</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Seleccionar todo</translation>
    </message>
    <message>
        <source>Highlight in</source>
        <comment>a menu of colours</comment>
        <translation>Resaltar en</translation>
    </message>
</context>
<context>
    <name>ui::transcript::ReaderView</name>
    <message>
        <source>Jump to %1, uncertain</source>
        <comment>a time to screen readers</comment>
        <translation>Saltar a %1, posición incierta</translation>
    </message>
    <message>
        <source>Jump to %1</source>
        <comment>a time to screen readers</comment>
        <translation>Saltar a %1</translation>
    </message>
    <message>
        <source>Jump to %1 · Enter</source>
        <comment>hint beside a time with focus</comment>
        <translation>Saltar a %1 · Intro</translation>
    </message>
    <message>
        <source>Play from %1</source>
        <comment>%1 is a time</comment>
        <translation>Reproducir desde %1</translation>
    </message>
    <message>
        <source>Play from %1, if that is a time</source>
        <translation>Reproducir desde %1, si es una marca de tiempo</translation>
    </message>
    <message>
        <source>A place in another recording</source>
        <translation>Un punto de otra grabación</translation>
    </message>
    <message>
        <source>Past the end of this audio</source>
        <translation>Más allá del final de este audio</translation>
    </message>
    <message>
        <source>Text</source>
        <comment>the text being read, to screen readers</comment>
        <translation>Texto</translation>
    </message>
    <message>
        <source>… 1 turn hidden</source>
        <comment>turn: when somebody speaks</comment>
        <translation>… 1 intervención oculta</translation>
    </message>
    <message numerus="yes">
        <source>… %n turns hidden</source>
        <comment>turn: when somebody speaks</comment>
        <translation>
            <numerusform>… %n intervención oculta</numerusform>
            <numerusform>… %n intervenciones ocultas</numerusform>
        </translation>
    </message>
    <message>
        <source>Highlight, %1, %2: %3</source>
        <comment>colour, time and words, to screen readers</comment>
        <translation>Resaltado, %1, %2: %3</translation>
    </message>
    <message>
        <source>Note, %1, %2: %3</source>
        <comment>colour, time and text, to screen readers</comment>
        <translation>Nota, %1, %2: %3</translation>
    </message>
</context>
<context>
    <name>ui::transcript::SelectionStrip</name>
    <message>
        <source>Yellow</source>
        <comment>colour of a highlight</comment>
        <translation>Amarillo</translation>
    </message>
    <message>
        <source>Green</source>
        <comment>colour of a highlight</comment>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Blue</source>
        <comment>colour of a highlight</comment>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Rose</source>
        <comment>colour of a highlight</comment>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Violet</source>
        <comment>colour of a highlight</comment>
        <translation>Violeta</translation>
    </message>
    <message>
        <source>Selected words</source>
        <comment>toolbar for the selected words</comment>
        <translation>Palabras seleccionadas</translation>
    </message>
    <message>
        <source>Highlight</source>
        <comment>verb: mark the words</comment>
        <translation>Resaltar</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>write a note on the words</comment>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Copy with time</source>
        <comment>copy the words with episode and time</comment>
        <translation>Copiar con marca de tiempo</translation>
    </message>
    <message>
        <source>Clip</source>
        <comment>save the words&apos; sound as a file</comment>
        <translation>Fragmento</translation>
    </message>
    <message>
        <source>Loop</source>
        <comment>repeat the words&apos; sound</comment>
        <translation>Bucle</translation>
    </message>
</context>
<context>
    <name>ui::transcript::ShowNotesView</name>
    <message>
        <source>The last one (%1) is past the end of this audio (%2). Earmark leaves them as text.</source>
        <comment>both are times</comment>
        <translation>La última (%1) queda más allá del final de este audio (%2). Earmark las deja como texto.</translation>
    </message>
    <message>
        <source>The notes say that they belong to another version, such as a video. Earmark leaves them as text.</source>
        <translation>Según las notas del episodio, son de otra versión, por ejemplo un vídeo. Earmark las deja como texto.</translation>
    </message>
    <message>
        <source>These times refer to another recording</source>
        <translation>Estas marcas de tiempo son de otra grabación</translation>
    </message>
    <message>
        <source>Show notes</source>
        <translation>Notas del episodio</translation>
    </message>
    <message>
        <source>No show notes</source>
        <translation>Sin notas del episodio</translation>
    </message>
    <message>
        <source>The publisher wrote none for this episode.</source>
        <translation>No se han publicado para este episodio.</translation>
    </message>
</context>
<context>
    <name>ui::transcript::SpeakerBar</name>
    <message>
        <source>Close and show everybody</source>
        <translation>Cerrar y mostrar a todos</translation>
    </message>
    <message>
        <source>Speakers shown</source>
        <translation>Hablantes mostrados</translation>
    </message>
    <message>
        <source>Everybody</source>
        <comment>all speakers are shown</comment>
        <translation>Todos</translation>
    </message>
</context>
<context>
    <name>ui::transcript::TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>This transcript has no times. Following is off.</source>
        <translation>Esta transcripción no tiene tiempos. El seguimiento está desactivado.</translation>
    </message>
    <message>
        <source>Open file...</source>
        <translation>Abrir archivo…</translation>
    </message>
    <message>
        <source>Make one...</source>
        <comment>make a transcript</comment>
        <translation>Crear una…</translation>
    </message>
    <message>
        <source>No transcript</source>
        <translation>Sin transcripción</translation>
    </message>
    <message>
        <source>The publisher did not supply one.</source>
        <translation>No se ha publicado ninguna.</translation>
    </message>
    <message>
        <source>Loading transcript...</source>
        <translation>Cargando la transcripción…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Following paused · Return to %1</source>
        <comment>%1 is a time</comment>
        <translation>Seguimiento en pausa · Volver a %1</translation>
    </message>
    <message>
        <source>Rename %1...</source>
        <comment>%1 is a speaker</comment>
        <translation>Cambiar el nombre de %1…</translation>
    </message>
    <message>
        <source>Show only %1</source>
        <comment>%1 is a speaker</comment>
        <translation>Mostrar solo a %1</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <comment>all speakers</comment>
        <translation>Mostrar a todos</translation>
    </message>
    <message>
        <source>Play from %1</source>
        <comment>%1 is a time</comment>
        <translation>Reproducir desde %1</translation>
    </message>
    <message>
        <source>Correct text...</source>
        <translation>Corregir texto…</translation>
    </message>
    <message>
        <source>Jump to time...</source>
        <translation>Saltar a un tiempo…</translation>
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
        <translation>Borrar</translation>
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
        <translation>los tuyos</translation>
    </message>
    <message>
        <source>the file</source>
        <comment>source of chapters</comment>
        <translation>el archivo</translation>
    </message>
    <message>
        <source>the publisher</source>
        <comment>source of chapters</comment>
        <translation>el editor</translation>
    </message>
    <message>
        <source>the feed</source>
        <comment>source of chapters</comment>
        <translation>el feed</translation>
    </message>
    <message>
        <source>the show notes</source>
        <comment>source of chapters</comment>
        <translation>las notas del programa</translation>
    </message>
    <message>
        <source>The link of this chapter is not a web address.</source>
        <translation>El enlace de este capítulo no es una dirección web.</translation>
    </message>
</context>
<context>
    <name>ui::window::ClipController</name>
    <message>
        <source>Clip: %1 %</source>
        <translation>Fragmento: %1 %</translation>
    </message>
    <message>
        <source>Nothing is playing.</source>
        <translation>No se está reproduciendo nada.</translation>
    </message>
    <message>
        <source>Select the words to save, or set a start with I and an end with O.</source>
        <translation>Seleccionar las palabras que se quieren guardar, o poner un principio con I y un final con O.</translation>
    </message>
    <message>
        <source>Select the words to repeat, or set a start with I and an end with O.</source>
        <translation>Seleccionar las palabras que se quieren repetir, o poner un principio con I y un final con O.</translation>
    </message>
    <message>
        <source>Download the episode first; a clip is cut from its file.</source>
        <translation>Primero hay que descargar el episodio; el fragmento se corta de su archivo.</translation>
    </message>
    <message>
        <source>Save a clip</source>
        <translation>Guardar un fragmento</translation>
    </message>
    <message>
        <source>Clip…</source>
        <translation>Fragmento…</translation>
    </message>
    <message>
        <source>Clip saved as %1.</source>
        <translation>Fragmento guardado como %1.</translation>
    </message>
</context>
<context>
    <name>ui::window::CopyNotice</name>
    <message>
        <source>This copy is %1 longer than the one you noted.</source>
        <translation>Esta copia dura %1 más que la que anotaste.</translation>
    </message>
    <message>
        <source>This copy is %1 shorter than the one you noted.</source>
        <translation>Esta copia dura %1 menos que la que anotaste.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) need a new place.</source>
        <translation>
            <numerusform>%n nota necesita un lugar nuevo.</numerusform>
            <numerusform>%n notas necesitan un lugar nuevo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Move them</source>
        <translation>Moverlas</translation>
    </message>
    <message>
        <source>Move all %1 later</source>
        <translation>Mover todas %1 después</translation>
    </message>
    <message>
        <source>Move all %1 earlier</source>
        <translation>Mover todas %1 antes</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
</context>
<context>
    <name>ui::window::ExportFlow</name>
    <message>
        <source>There are no notes here.</source>
        <translation>Aquí no hay notas.</translation>
    </message>
    <message numerus="yes">
        <source>the first of %n file(s)</source>
        <translation>
            <numerusform>el único archivo</numerusform>
            <numerusform>el primero de %n archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>only the beginning is shown</source>
        <translation>solo se muestra el principio</translation>
    </message>
    <message>
        <source>not shown here; it looks like the web page</source>
        <translation>no se muestra aquí; se ve como la página web</translation>
    </message>
    <message>
        <source>, </source>
        <comment>list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>Export notes</source>
        <translation>Exportar notas</translation>
    </message>
    <message>
        <source>Notes</source>
        <comment>file name</comment>
        <translation>Notas</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) written to %1.</source>
        <translation>
            <numerusform>%n nota escrita en %1.</numerusform>
            <numerusform>%n notas escritas en %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The sound of %n note(s) is missing: download the episode first.</source>
        <translation>
            <numerusform>Falta el sonido de %n nota: descarga antes el episodio.</numerusform>
            <numerusform>Falta el sonido de %n notas: descarga antes el episodio.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::window::ImportFlow</name>
    <message>
        <source>Open file</source>
        <translation>Abrir archivo</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Files on this computer</source>
        <translation>Archivos de este equipo</translation>
    </message>
    <message>
        <source>Notes: %1 added, %2 updated, %3 known already.</source>
        <translation>Notas: %1 añadidas, %2 actualizadas, %3 ya conocidas.</translation>
    </message>
    <message>
        <source>a text with times</source>
        <translation>un texto con tiempos</translation>
    </message>
    <message>
        <source>Sound, subscriptions and notes (%1)</source>
        <translation>Sonido, suscripciones y notas (%1)</translation>
    </message>
</context>
<context>
    <name>ui::window::LibraryController</name>
    <message>
        <source>No feeds yet</source>
        <translation>Todavía no hay feeds</translation>
    </message>
    <message>
        <source>No episodes</source>
        <translation>Sin episodios</translation>
    </message>
    <message>
        <source>Nothing queued.</source>
        <translation>La cola está vacía.</translation>
    </message>
    <message>
        <source>Press Q on an episode.</source>
        <translation>Pulsar Q sobre un episodio.</translation>
    </message>
    <message>
        <source>Nothing downloaded.</source>
        <translation>No hay descargas.</translation>
    </message>
    <message>
        <source>Press Ctrl+D on an episode to keep it here.</source>
        <translation>Pulsar Ctrl+D sobre un episodio para conservarlo aquí.</translation>
    </message>
    <message>
        <source>This feed holds no episodes.</source>
        <translation>Este feed no contiene episodios.</translation>
    </message>
    <message>
        <source>Inbox is empty.</source>
        <translation>La bandeja de entrada está vacía.</translation>
    </message>
    <message>
        <source>New episodes land here.</source>
        <translation>Los episodios nuevos aparecen aquí.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Comprobar ahora</translation>
    </message>
    <message numerus="yes">
        <source>%n feed(s) could not be read.</source>
        <translation>
            <numerusform>No se ha podido leer %n&#xa0;feed.</numerusform>
            <numerusform>No se han podido leer %n&#xa0;feeds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new episode(s).</source>
        <translation>
            <numerusform>%n&#xa0;episodio nuevo.</numerusform>
            <numerusform>%n&#xa0;episodios nuevos.</numerusform>
        </translation>
    </message>
    <message>
        <source>No new episodes.</source>
        <translation>No hay episodios nuevos.</translation>
    </message>
    <message>
        <source>Checking %1 of %2…</source>
        <translation>Comprobando: %1 de %2…</translation>
    </message>
    <message>
        <source>Checked %1</source>
        <comment>%1 is how long ago: 8 min ago</comment>
        <translation>Comprobado: %1</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>Sin comprobar todavía</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Play next</source>
        <translation>Reproducir a continuación</translation>
    </message>
    <message>
        <source>Take off the queue</source>
        <translation>Quitar de la cola</translation>
    </message>
    <message>
        <source>Listen later</source>
        <translation>Escuchar luego</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>Delete the downloaded file</source>
        <translation>Eliminar el archivo descargado</translation>
    </message>
    <message>
        <source>Mark as not played</source>
        <translation>Marcar como no escuchado</translation>
    </message>
    <message>
        <source>Mark as played</source>
        <translation>Marcar como escuchado</translation>
    </message>
    <message>
        <source>Export notes…</source>
        <translation>Exportar notas…</translation>
    </message>
    <message>
        <source>File deleted. It can be downloaded again.</source>
        <translation>Archivo eliminado. Se puede volver a descargar.</translation>
    </message>
    <message>
        <source>Copy feed address</source>
        <translation>Copiar la dirección del feed</translation>
    </message>
    <message>
        <source>Stop following</source>
        <translation>Cancelar la suscripción</translation>
    </message>
    <message>
        <source>This is not a web address.</source>
        <translation>No es una dirección web.</translation>
    </message>
    <message>
        <source>Attach a transcript…</source>
        <translation>Adjuntar una transcripción…</translation>
    </message>
    <message>
        <source>Nothing played yet.</source>
        <translation>Todavía no se ha reproducido nada.</translation>
    </message>
    <message>
        <source>What you listen to is listed here, the latest first.</source>
        <translation>Lo que escuchas aparece aquí, lo último primero.</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
</context>
<context>
    <name>ui::window::LibraryNotice</name>
    <message>
        <source>It was put back from the backup of %1.</source>
        <translation>Se ha restaurado de la copia del %1.</translation>
    </message>
    <message>
        <source>There was no backup that could be used, so it begins anew.</source>
        <translation>No había ninguna copia utilizable, así que empieza de nuevo.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) came from the backup.</source>
        <translation>
            <numerusform>%n nota vino de la copia.</numerusform>
            <numerusform>%n notas vinieron de la copia.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) came from the journal.</source>
        <translation>
            <numerusform>%n nota vino del diario.</numerusform>
            <numerusform>%n notas vinieron del diario.</numerusform>
        </translation>
    </message>
    <message>
        <source>The damaged file is kept as %1.</source>
        <translation>El archivo dañado se conserva como %1.</translation>
    </message>
    <message>
        <source>Show the damaged file</source>
        <translation>Mostrar el archivo dañado</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>De acuerdo</translation>
    </message>
    <message>
        <source>Your library was damaged.</source>
        <translation>Tu biblioteca estaba dañada.</translation>
    </message>
    <message>
        <source>Your notes are kept, but not twice.</source>
        <translation>Tus notas están guardadas, pero no por duplicado.</translation>
    </message>
    <message>
        <source>Their journal could not be written: %1. It is tried again with the next note.</source>
        <translation>No se pudo escribir su diario: %1. Se reintentará con la próxima nota.</translation>
    </message>
</context>
<context>
    <name>ui::window::MainWindow</name>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Reproducción</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Nothing is playing.</source>
        <translation>No se reproduce nada.</translation>
    </message>
    <message>
        <source>Go to time</source>
        <translation>Ir a un momento</translation>
    </message>
    <message>
        <source>Time, such as 4:30 or 1:02:03</source>
        <translation>Tiempo, por ejemplo 4:30 o 1:02:03</translation>
    </message>
    <message>
        <source>“%1” is not a time.</source>
        <translation>«%1» no es un tiempo válido.</translation>
    </message>
    <message numerus="yes">
        <source>The %n chosen note(s)</source>
        <translation>
            <numerusform>La nota seleccionada</numerusform>
            <numerusform>Las %n notas seleccionadas</numerusform>
        </translation>
    </message>
    <message>
        <source>This episode: %1</source>
        <translation>Este episodio: %1</translation>
    </message>
    <message>
        <source>All notes</source>
        <translation>Todas las notas</translation>
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
        <translation>No se está reproduciendo nada.</translation>
    </message>
    <message>
        <source>Marking from %1</source>
        <comment>a time</comment>
        <translation>Marcando desde %1</translation>
    </message>
    <message>
        <source>To here</source>
        <comment>end here what is being marked</comment>
        <translation>Hasta aquí</translation>
    </message>
    <message>
        <source>Give up</source>
        <comment>do not mark what was begun</comment>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Nothing was marked.</source>
        <translation>No se ha marcado nada.</translation>
    </message>
    <message>
        <source>Marked %1</source>
        <translation>Marcado: %1</translation>
    </message>
    <message>
        <source>Note</source>
        <comment>write one about what was marked</comment>
        <translation>Nota</translation>
    </message>
    <message>
        <source>End the mark begun at %1</source>
        <comment>a time</comment>
        <translation>Terminar la marca empezada en %1</translation>
    </message>
    <message>
        <source>Begin a mark here</source>
        <translation>Empezar aquí una marca</translation>
    </message>
    <message numerus="yes">
        <source>Mark the last %n second(s)</source>
        <translation>
            <numerusform>Marcar el último segundo</numerusform>
            <numerusform>Marcar los últimos %n segundos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::window::Messages</name>
    <message>
        <source>Marked as played.</source>
        <translation>Marcado como escuchado.</translation>
    </message>
    <message>
        <source>Marked as not played.</source>
        <translation>Marcado como no escuchado.</translation>
    </message>
    <message>
        <source>Added to the queue.</source>
        <translation>Añadido a la cola.</translation>
    </message>
    <message>
        <source>Taken off the queue.</source>
        <translation>Quitado de la cola.</translation>
    </message>
    <message>
        <source>Stopped following. Your notes stay.</source>
        <translation>Suscripción cancelada. Las notas se conservan.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Moved in the queue.</source>
        <translation>Cambiado de lugar en la cola.</translation>
    </message>
    <message>
        <source>Chapters changed.</source>
        <translation>Capítulos cambiados.</translation>
    </message>
    <message>
        <source>Times changed.</source>
        <comment>the times in a text</comment>
        <translation>Tiempos cambiados.</translation>
    </message>
    <message>
        <source>Transcript corrected.</source>
        <translation>Transcripción corregida.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) kept.</source>
        <translation>
            <numerusform>%n nota guardada.</numerusform>
            <numerusform>%n notas guardadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) changed.</source>
        <translation>
            <numerusform>%n nota cambiada.</numerusform>
            <numerusform>%n notas cambiadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted.</source>
        <translation>
            <numerusform>%n nota eliminada.</numerusform>
            <numerusform>%n notas eliminadas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) put in place.</source>
        <translation>
            <numerusform>%n nota colocada.</numerusform>
            <numerusform>%n notas colocadas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::window::NoteController</name>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>The episode of this note is no longer in the library.</source>
        <translation>El episodio de esta nota ya no está en la biblioteca.</translation>
    </message>
    <message>
        <source>The note you were writing has been kept.</source>
        <translation>La nota que estabas escribiendo se ha conservado.</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>the note that was kept</comment>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>ui::window::NotesController</name>
    <message numerus="yes">
        <source>%n note(s) left out: their episodes are no longer in the library.</source>
        <translation>
            <numerusform>%n nota omitida: su episodio ya no está en la biblioteca.</numerusform>
            <numerusform>%n notas omitidas: sus episodios ya no están en la biblioteca.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copiado.</translation>
    </message>
    <message>
        <source>The episode of this note is no longer in the library.</source>
        <translation>El episodio de esta nota ya no está en la biblioteca.</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) copied.</source>
        <translation>
            <numerusform>%n nota copiada.</numerusform>
            <numerusform>%n notas copiadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Play from %1</source>
        <translation>Reproducir desde %1</translation>
    </message>
    <message>
        <source>Show in transcript</source>
        <translation>Mostrar en la transcripción</translation>
    </message>
    <message>
        <source>Repeat this passage</source>
        <translation>Repetir este pasaje</translation>
    </message>
    <message>
        <source>Save a clip...</source>
        <translation>Guardar un clip…</translation>
    </message>
    <message>
        <source>Copy as Markdown quote</source>
        <translation>Copiar como cita Markdown</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copiar enlace</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) deleted for good.</source>
        <translation>
            <numerusform>%n nota eliminada definitivamente.</numerusform>
            <numerusform>%n notas eliminadas definitivamente.</numerusform>
        </translation>
    </message>
    <message>
        <source>These are too many to carry off. Export them instead.</source>
        <translation>Son demasiadas para arrastrarlas. Expórtalas en su lugar.</translation>
    </message>
    <message>
        <source>The note is back at %1.</source>
        <translation>La nota vuelve a estar en %1.</translation>
    </message>
    <message>
        <source>The note stands in its words as before.</source>
        <translation>La nota vuelve a estar en sus palabras como antes.</translation>
    </message>
    <message>
        <source>Delete for good…</source>
        <translation>Eliminar definitivamente…</translation>
    </message>
    <message>
        <source>Put back where it was</source>
        <translation>Devolver a donde estaba</translation>
    </message>
</context>
<context>
    <name>ui::window::PlayerController</name>
    <message>
        <source>Play from %1</source>
        <translation>Reproducir desde %1</translation>
    </message>
    <message>
        <source>Start of the stretch at %1</source>
        <translation>El pasaje empieza en %1</translation>
    </message>
    <message>
        <source>End of the stretch at %1</source>
        <translation>El pasaje termina en %1</translation>
    </message>
    <message>
        <source>Stop repeating</source>
        <translation>Dejar de repetir</translation>
    </message>
    <message>
        <source>Save a clip…</source>
        <translation>Guardar un fragmento…</translation>
    </message>
    <message>
        <source>Mark %1</source>
        <comment>a place</comment>
        <translation>Marcar %1</translation>
    </message>
    <message>
        <source>End the mark at %1</source>
        <translation>Terminar la marca en %1</translation>
    </message>
    <message>
        <source>Give up the mark</source>
        <translation>Descartar la marca</translation>
    </message>
    <message>
        <source>Begin a mark at %1</source>
        <translation>Empezar una marca en %1</translation>
    </message>
</context>
<context>
    <name>ui::window::ReaderController</name>
    <message>
        <source>Downloading, %1 %</source>
        <translation>Descargando, %1&#xa0;%</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Descargando</translation>
    </message>
    <message>
        <source>The episode of this link is not in the library.</source>
        <translation>El episodio de este enlace no está en la biblioteca.</translation>
    </message>
    <message>
        <source>This link names no place that Earmark could open.</source>
        <translation>Este enlace no nombra ningún lugar que Earmark pueda abrir.</translation>
    </message>
</context>
<context>
    <name>ui::window::ReaderPane</name>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Listen later</source>
        <translation>Escuchar luego</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Follow</source>
        <comment>scroll with the speech</comment>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>Buscar en este texto</translation>
    </message>
    <message>
        <source>Choose an episode</source>
        <translation>Elegir un episodio</translation>
    </message>
    <message>
        <source>Its show notes, transcript and your notes appear here.</source>
        <translation>Aquí aparecen sus notas, su transcripción y las notas propias.</translation>
    </message>
    <message>
        <source>Texts of the episode</source>
        <translation>Textos del episodio</translation>
    </message>
    <message>
        <source>Show notes</source>
        <translation>Notas del episodio</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transcripción</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Mis notas</translation>
    </message>
    <message>
        <source>In the queue</source>
        <translation>En la cola</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>Descargado</translation>
    </message>
    <message>
        <source>Make chapters…</source>
        <translation>Crear capítulos…</translation>
    </message>
    <message>
        <source>Transcripts and corrections</source>
        <translation>Transcripciones y correcciones</translation>
    </message>
</context>
<context>
    <name>ui::window::SoundController</name>
    <message>
        <source>The sleep timer paused the sound.</source>
        <translation>El temporizador de sueño ha pausado el sonido.</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>“%1” was disconnected. The sound is paused.</source>
        <translation>«%1» se ha desconectado. El sonido está en pausa.</translation>
    </message>
    <message>
        <source>The sound is on “%1” now.</source>
        <translation>El sonido está ahora en «%1».</translation>
    </message>
</context>
<context>
    <name>ui::window::TimesController</name>
    <message>
        <source>Export chapters</source>
        <translation>Exportar capítulos</translation>
    </message>
    <message>
        <source>Podlove Simple Chapters (*.psc)</source>
        <translation>Podlove Simple Chapters (*.psc)</translation>
    </message>
    <message>
        <source>Podcasting 2.0 chapters (*.json)</source>
        <translation>Capítulos de Podcasting 2.0 (*.json)</translation>
    </message>
    <message>
        <source>Chapters exported.</source>
        <translation>Capítulos exportados.</translation>
    </message>
    <message>
        <source>Chapters written into the file.</source>
        <translation>Capítulos escritos en el archivo.</translation>
    </message>
    <message>
        <source>Choose the episode…</source>
        <translation>Elegir el episodio…</translation>
    </message>
    <message>
        <source>Set the offset…</source>
        <translation>Ajustar el desfase…</translation>
    </message>
    <message>
        <source>Open the video</source>
        <translation>Abrir el vídeo</translation>
    </message>
    <message>
        <source>They are right, link them</source>
        <translation>Son correctos, enlazarlos</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <source>As they were</source>
        <translation>Como estaban</translation>
    </message>
    <message>
        <source>These times refer to another recording</source>
        <translation>Estos tiempos son de otra grabación</translation>
    </message>
    <message>
        <source>They are shifted by %1, as you heard it.</source>
        <translation>Están desplazados %1, según lo que oíste.</translation>
    </message>
    <message>
        <source>A click plays the episode that you chose.</source>
        <translation>Un clic reproduce el episodio que elegiste.</translation>
    </message>
    <message>
        <source>You said that these times are this recording&apos;s.</source>
        <translation>Dijiste que estos tiempos son de esta grabación.</translation>
    </message>
    <message>
        <source>Played from %1. Was that a time?</source>
        <translation>Reproducido desde %1. ¿Era un tiempo?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>Not a time</source>
        <translation>No es un tiempo</translation>
    </message>
    <message>
        <source>In all of this podcast</source>
        <translation>En todo el pódcast</translation>
    </message>
    <message>
        <source>“%1” is a time from now on.</source>
        <translation>«%1» es un tiempo a partir de ahora.</translation>
    </message>
    <message>
        <source>“%1” is no time any more.</source>
        <translation>«%1» ya no es un tiempo.</translation>
    </message>
    <message>
        <source>Times are read as hours and minutes.</source>
        <translation>Los tiempos se leen como horas y minutos.</translation>
    </message>
    <message>
        <source>Times are read as minutes and seconds.</source>
        <translation>Los tiempos se leen como minutos y segundos.</translation>
    </message>
    <message>
        <source>The times are linked.</source>
        <translation>Los tiempos están enlazados.</translation>
    </message>
    <message>
        <source>The times are as they were.</source>
        <translation>Los tiempos están como antes.</translation>
    </message>
    <message>
        <source>Play from %1</source>
        <translation>Reproducir desde %1</translation>
    </message>
    <message>
        <source>Read as %1</source>
        <comment>a time, read another way</comment>
        <translation>Leer como %1</translation>
    </message>
    <message>
        <source>Add a note here</source>
        <translation>Añadir una nota aquí</translation>
    </message>
    <message>
        <source>Copy link to this moment</source>
        <translation>Copiar enlace a este momento</translation>
    </message>
    <message>
        <source>This time is off…</source>
        <translation>Este tiempo no es exacto…</translation>
    </message>
    <message>
        <source>This is a time</source>
        <translation>Esto es un tiempo</translation>
    </message>
    <message>
        <source>Link copied.</source>
        <translation>Enlace copiado.</translation>
    </message>
    <message numerus="yes">
        <source>Shift the %n later time(s) too</source>
        <translation>
            <numerusform>Desplazar también el %n tiempo posterior</numerusform>
            <numerusform>Desplazar también los %n tiempos posteriores</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is at %2 from now on.</source>
        <translation>«%1» está ahora en %2.</translation>
    </message>
    <message>
        <source>The offset is removed.</source>
        <translation>El desfase se ha quitado.</translation>
    </message>
    <message>
        <source>The times are shifted by %1.</source>
        <translation>Los tiempos se desplazan %1.</translation>
    </message>
    <message>
        <source>A click on these times plays that episode.</source>
        <translation>Un clic en estos tiempos reproduce ese episodio.</translation>
    </message>
</context>
<context>
    <name>ui::window::ToolBar</name>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Barra lateral</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>Check for new episodes</source>
        <translation>Buscar episodios nuevos</translation>
    </message>
    <message>
        <source>Add podcast</source>
        <translation>Añadir podcast</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Barra de herramientas</translation>
    </message>
</context>
<context>
    <name>ui::window::TranscriptController</name>
    <message>
        <source>Open transcript</source>
        <translation>Abrir transcripción</translation>
    </message>
    <message>
        <source>Transcripts (%1)</source>
        <translation>Transcripciones (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Open the episode first that the transcript belongs to.</source>
        <translation>Abre primero el episodio al que pertenece la transcripción.</translation>
    </message>
    <message numerus="yes">
        <source>%n timed part(s)</source>
        <translation>
            <numerusform>%n parte con tiempo</numerusform>
            <numerusform>%n partes con tiempos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) without times</source>
        <translation>
            <numerusform>%n parte sin tiempo</numerusform>
            <numerusform>%n partes sin tiempos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n speaker(s)</source>
        <translation>
            <numerusform>%n hablante</numerusform>
            <numerusform>%n hablantes</numerusform>
        </translation>
    </message>
    <message>
        <source>From the publisher</source>
        <translation>Del editor</translation>
    </message>
    <message>
        <source>Beside the file</source>
        <translation>Junto al archivo</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>En el archivo</translation>
    </message>
    <message>
        <source>Opened by you</source>
        <translation>Abierta por ti</translation>
    </message>
    <message>
        <source>Pasted by you</source>
        <translation>Pegada por ti</translation>
    </message>
    <message>
        <source>without times</source>
        <translation>sin tiempos</translation>
    </message>
    <message>
        <source>word by word</source>
        <translation>palabra por palabra</translation>
    </message>
    <message>
        <source>corrected</source>
        <comment>a transcript</comment>
        <translation>corregida</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Abrir un archivo…</translation>
    </message>
    <message>
        <source>Paste a text…</source>
        <translation>Pegar un texto…</translation>
    </message>
    <message>
        <source>Shift the times…</source>
        <translation>Desplazar los tiempos…</translation>
    </message>
    <message>
        <source>Undo the last correction</source>
        <translation>Deshacer la última corrección</translation>
    </message>
    <message>
        <source>Back to the original</source>
        <translation>Volver al original</translation>
    </message>
    <message>
        <source>Remove this transcript</source>
        <translation>Quitar esta transcripción</translation>
    </message>
    <message>
        <source>Rename a speaker</source>
        <translation>Cambiar el nombre de un hablante</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>Exportar como</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Export transcript</source>
        <translation>Exportar transcripción</translation>
    </message>
    <message>
        <source>Transcript exported.</source>
        <translation>Transcripción exportada.</translation>
    </message>
    <message>
        <source>Split here</source>
        <translation>Dividir aquí</translation>
    </message>
    <message>
        <source>Join with the next part</source>
        <translation>Unir con la parte siguiente</translation>
    </message>
    <message>
        <source>Who speaks here…</source>
        <translation>Quién habla aquí…</translation>
    </message>
    <message>
        <source>The times are off…</source>
        <translation>Los tiempos no son exactos…</translation>
    </message>
    <message>
        <source>Who speaks here</source>
        <translation>Quién habla aquí</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Rename “%1”</source>
        <translation>Cambiar el nombre de «%1»</translation>
    </message>
    <message>
        <source>Name in all episodes of “%1”</source>
        <translation>Nombre en todos los episodios de «%1»</translation>
    </message>
    <message>
        <source>Only from here on</source>
        <translation>Solo desde aquí</translation>
    </message>
    <message>
        <source>Choose speakers</source>
        <translation>Elegir hablantes</translation>
    </message>
</context>
<context>
    <name>ui::window::VaultController</name>
    <message>
        <source>The folder of Markdown files could not be kept up to date: %1</source>
        <translation>No se pudo mantener al día la carpeta de archivos Markdown: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) had been changed here and in “%1”. Both versions were kept.</source>
        <translation>
            <numerusform>%n nota se había cambiado aquí y en «%1». Se han conservado las dos versiones.</numerusform>
            <numerusform>%n notas se habían cambiado aquí y en «%1». Se han conservado las dos versiones.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” was left as it is: %2</source>
        <translation>«%1» se ha dejado como está: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) taken over from the Markdown files.</source>
        <translation>
            <numerusform>%n nota tomada de los archivos Markdown.</numerusform>
            <numerusform>%n notas tomadas de los archivos Markdown.</numerusform>
        </translation>
    </message>
</context>
</TS>
