<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CollectedPage</name>
    <message>
        <source>This is all that can ever be sent, from the data dictionary. Each level includes the ones above it.</source>
        <translation>Das ist alles, was je gesendet werden kann, aus dem Datenwörterbuch. Jede Stufe enthält die darüber.</translation>
    </message>
    <message>
        <source>What is collected</source>
        <translation>Was erfasst wird</translation>
    </message>
    <message>
        <source>Open the public table</source>
        <translation>Öffentliche Tabelle öffnen</translation>
    </message>
</context>
<context>
    <name>ConsentDialog</name>
    <message>
        <source>Telemetry</source>
        <translation>Telemetrie</translation>
    </message>
    <message>
        <source>Save my choice</source>
        <translation>Meine Wahl speichern</translation>
    </message>
    <message>
        <source>Show the English original</source>
        <translation>Das englische Original zeigen</translation>
    </message>
    <message>
        <source>See exactly what would be sent…</source>
        <translation>Genau ansehen, was gesendet würde…</translation>
    </message>
    <message>
        <source>How long an agreement lasts:</source>
        <translation>Wie lange eine Zustimmung gilt:</translation>
    </message>
    <message>
        <source>How long an agreement lasts</source>
        <translation>Wie lange eine Zustimmung gilt</translation>
    </message>
    <message>
        <source>Do not ask in my other Python environments; telemetry stays off there</source>
        <translation>In meinen anderen Python-Umgebungen nicht fragen; Telemetrie bleibt dort aus</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase what I sent</source>
        <translation>Löschen, was ich gesendet habe</translation>
    </message>
    <message>
        <source>Progress of erasing</source>
        <translation>Fortschritt des Löschens</translation>
    </message>
</context>
<context>
    <name>EventsView</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>The selected events</source>
        <translation>Die ausgewählten Ereignisse</translation>
    </message>
    <message>
        <source>Exactly as sent</source>
        <translation>Genau wie gesendet</translation>
    </message>
    <message>
        <source>The bytes of the selected events, exactly as sent</source>
        <translation>Die Bytes der ausgewählten Ereignisse, genau wie gesendet</translation>
    </message>
    <message>
        <source>Whole request</source>
        <translation>Ganze Anfrage</translation>
    </message>
    <message>
        <source>The whole request that carries the selected event</source>
        <translation>Die ganze Anfrage, die das ausgewählte Ereignis trägt</translation>
    </message>
</context>
<context>
    <name>InstallDialog</name>
    <message>
        <source>Installing telemetry</source>
        <translation>Telemetrie wird installiert</translation>
    </message>
    <message>
        <source>Progress of the installation</source>
        <translation>Fortschritt der Installation</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The command:</source>
        <translation>Der Befehl:</translation>
    </message>
    <message>
        <source>The command</source>
        <translation>Der Befehl</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Den Befehl kopieren</translation>
    </message>
    <message>
        <source>What it prints:</source>
        <translation>Was er ausgibt:</translation>
    </message>
    <message>
        <source>What it prints</source>
        <translation>Was er ausgibt</translation>
    </message>
</context>
<context>
    <name>LevelSettingsPane</name>
    <message>
        <source>Preview…</source>
        <translation>Vorschau…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>How long an agreement lasts:</source>
        <translation>Wie lange eine Zustimmung gilt:</translation>
    </message>
    <message>
        <source>How long an agreement lasts</source>
        <translation>Wie lange eine Zustimmung gilt</translation>
    </message>
    <message>
        <source>Never ask in any environment</source>
        <translation>In keiner Umgebung mehr fragen</translation>
    </message>
    <message>
        <source>It takes effect at once. As everywhere in these preferences, Cancel takes back what you chose here.</source>
        <translation>Es wirkt sofort. Wie überall in diesen Einstellungen nimmt „Cancel“ zurück, was Sie hier gewählt haben.</translation>
    </message>
    <message>
        <source>See exactly what would be sent…</source>
        <translation>Genau ansehen, was gesendet würde…</translation>
    </message>
    <message>
        <source>What was recorded or sent (Cancel does not take these back):</source>
        <translation>Was aufgezeichnet oder gesendet wurde („Cancel“ nimmt dies nicht zurück):</translation>
    </message>
    <message>
        <source>Delete what is pending</source>
        <translation>Löschen, was noch wartet</translation>
    </message>
    <message>
        <source>Erase what I sent…</source>
        <translation>Löschen, was ich gesendet habe…</translation>
    </message>
    <message>
        <source>Forget receipts</source>
        <translation>Belege vergessen</translation>
    </message>
    <message>
        <source>Copy my current identifiers</source>
        <translation>Meine jetzigen Kennungen kopieren</translation>
    </message>
    <message>
        <source>My current identifiers</source>
        <translation>Meine jetzigen Kennungen</translation>
    </message>
    <message>
        <source>Your answers in this environment</source>
        <translation>Ihre Antworten in dieser Umgebung</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Dictionary version</source>
        <translation>Version des Verzeichnisses</translation>
    </message>
    <message>
        <source>Uninstall napari-telemetry</source>
        <translation>napari-telemetry deinstallieren</translation>
    </message>
    <message>
        <source>Deletes from this computer what was sent. It can then no longer be erased from the server, and you may be counted once more.</source>
        <translation>Löscht auf diesem Computer, was gesendet wurde. Auf dem Server kann es danach nicht mehr gelöscht werden, und Sie werden vielleicht noch einmal gezählt.</translation>
    </message>
</context>
<context>
    <name>PendingPage</name>
    <message>
        <source>Progress of sending</source>
        <translation>Fortschritt des Sendens</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Senden anhalten</translation>
    </message>
    <message>
        <source>Delete selected</source>
        <translation>Ausgewählte löschen</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Alle löschen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>Hold topic</source>
        <translation>Thema zurückhalten</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
</context>
<context>
    <name>PreviewWindow</name>
    <message>
        <source>Telemetry preview</source>
        <translation>Vorschau der Telemetrie</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Pages of the preview</source>
        <translation>Seiten der Vorschau</translation>
    </message>
</context>
<context>
    <name>SampleDialog</name>
    <message>
        <source>What would be sent</source>
        <translation>Was gesendet würde</translation>
    </message>
    <message>
        <source>What would be sent from this computer</source>
        <translation>Was von diesem Computer gesendet würde</translation>
    </message>
    <message>
        <source>These values were put together in memory when you opened this window. Nothing has been recorded or sent by doing so.</source>
        <translation>Diese Werte wurden beim Öffnen dieses Fensters im Arbeitsspeicher zusammengestellt. Dabei wurde nichts aufgezeichnet oder gesendet.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>SampleView</name>
    <message>
        <source>What would be sent</source>
        <translation>Was gesendet würde</translation>
    </message>
    <message>
        <source>Each “reporter” is a pseudonym for one fact in one week.</source>
        <translation>Jeder „reporter“ ist ein Pseudonym für eine Angabe in einer Woche.</translation>
    </message>
</context>
<context>
    <name>SentPage</name>
    <message>
        <source>Erase selected from the server</source>
        <translation>Ausgewählte vom Server löschen</translation>
    </message>
    <message>
        <source>Erase all from the server</source>
        <translation>Alle vom Server löschen</translation>
    </message>
    <message>
        <source>Forget receipts</source>
        <translation>Belege vergessen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
</context>
<context>
    <name>Telemetry::BatchVerdict</name>
    <message>
        <source>The collector is not available now (HTTP %1).</source>
        <translation>Der Telemetrie-Server ist zurzeit nicht verfügbar (HTTP %1).</translation>
    </message>
    <message>
        <source>The collector refused the request (HTTP %1).</source>
        <translation>Der Telemetrie-Server hat die Anfrage abgelehnt (HTTP %1).</translation>
    </message>
    <message>
        <source>Somebody else answered, not the collector (HTTP %1): a filter, a proxy, or a network that one has to sign in to.</source>
        <translation>Nicht der Telemetrie-Server hat geantwortet, sondern jemand anderes (HTTP %1): ein Filter, ein Proxy oder ein Netz, bei dem Sie sich anmelden müssen.</translation>
    </message>
    <message>
        <source>Somebody answered with another address (HTTP %1), which is never followed.</source>
        <translation>Jemand hat mit einer anderen Adresse geantwortet (HTTP %1), der nie gefolgt wird.</translation>
    </message>
</context>
<context>
    <name>Telemetry::CollectedPage</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>Warum: %1</translation>
    </message>
    <message>
        <source>Not in a public table of its own.</source>
        <translation>In keiner eigenen öffentlichen Tabelle.</translation>
    </message>
    <message>
        <source>In the public tables: %1</source>
        <translation>In den öffentlichen Tabellen: %1</translation>
    </message>
    <message>
        <source>first in</source>
        <translation>zum ersten Mal in</translation>
    </message>
    <message>
        <source>The longest period in which this is your first report: week, month, year or ever. So people of a month or a year can be counted, and nothing names you for longer than a week.</source>
        <translation>Der längste Zeitraum, in dem dies Ihr erster Bericht ist: Woche (week), Monat (month), Jahr (year) oder überhaupt (ever). So lassen sich Menschen eines Monats oder Jahres zählen, und nichts benennt Sie länger als eine Woche.</translation>
    </message>
    <message>
        <source>Recorded once a week.</source>
        <translation>Einmal in der Woche aufgezeichnet.</translation>
    </message>
    <message>
        <source>Recorded once a month, without its week.</source>
        <translation>Einmal im Monat aufgezeichnet, ohne die Woche.</translation>
    </message>
    <message numerus="yes">
        <source>Each recorded once a month, without its week, at most %n.</source>
        <translation>
            <numerusform>Jedes einmal im Monat aufgezeichnet, ohne die Woche, höchstens %n.</numerusform>
            <numerusform>Jedes einmal im Monat aufgezeichnet, ohne die Woche, höchstens %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (each week, noise σ = %2)</source>
        <translation>%1 (jede Woche, Rauschen σ = %2)</translation>
    </message>
    <message>
        <source>%1 (each month, noise σ = %2)</source>
        <translation>%1 (jeden Monat, Rauschen σ = %2)</translation>
    </message>
    <message>
        <source>%1 (the sum of months, noise σ = %2 each)</source>
        <translation>%1 (Summe von Monaten, je Rauschen σ = %2)</translation>
    </message>
</context>
<context>
    <name>Telemetry::ConsentCommands</name>
    <message>
        <source>Telemetry is off in this environment. A napari that runs stops within a second. To have erased what was sent, open Preferences, Telemetry in napari.</source>
        <translation>Telemetrie ist in dieser Umgebung aus. Ein laufendes napari hört binnen einer Sekunde auf. Um löschen zu lassen, was gesendet wurde, öffnen Sie in napari „Preferences“, „Telemetrie“.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>It can&apos;t be read, so telemetry would be off: %1</source>
        <translation>Sie ist nicht lesbar, also wäre Telemetrie aus: %1</translation>
    </message>
    <message>
        <source>Telemetry is off.</source>
        <translation>Telemetrie ist aus.</translation>
    </message>
    <message>
        <source>Telemetry can be at most “%1”, if the user agrees.</source>
        <translation>Telemetrie kann höchstens „%1“ sein, wenn der Benutzer zustimmt.</translation>
    </message>
    <message>
        <source>Telemetry can be at most “%1”; napari does not ask.</source>
        <translation>Telemetrie kann höchstens „%1“ sein; napari fragt nicht.</translation>
    </message>
    <message>
        <source>The no could not be saved: %1. The variable NAPARI_TELEMETRY=0 turns telemetry off.</source>
        <translation>Das Nein konnte nicht gespeichert werden: %1. Die Variable NAPARI_TELEMETRY=0 schaltet die Telemetrie aus.</translation>
    </message>
    <message>
        <source>What waits to be sent could not be deleted now (%1). It is not sent: after another yes it is deleted first.</source>
        <translation>Was noch nicht gesendet ist, konnte jetzt nicht gelöscht werden (%1). Es wird nicht gesendet: Nach einem weiteren Ja wird es zuerst gelöscht.</translation>
    </message>
    <message>
        <source>Home folders in containers count as kept, so napari may ask there, too.</source>
        <translation>Benutzerverzeichnisse in Containern gelten als dauerhaft, also darf napari auch dort fragen.</translation>
    </message>
    <message>
        <source>A person with one home folder on many computers counts once.</source>
        <translation>Wer auf vielen Rechnern dasselbe Benutzerverzeichnis hat, zählt einmal.</translation>
    </message>
    <message>
        <source>No main window of napari is visible.</source>
        <translation>Kein Hauptfenster von napari ist sichtbar.</translation>
    </message>
    <message>
        <source>napari is in the window of another program.</source>
        <translation>napari ist im Fenster eines anderen Programms.</translation>
    </message>
    <message>
        <source>There is no screen (Qt&apos;s platforms “offscreen” and “minimal”).</source>
        <translation>Es gibt keinen Bildschirm (Qts Plattformen „offscreen“ und „minimal“).</translation>
    </message>
    <message>
        <source>pytest was imported in napari&apos;s Python.</source>
        <translation>In naparis Python wurde pytest importiert.</translation>
    </message>
    <message>
        <source>A variable is set in napari&apos;s process and not here: NAPARI_TELEMETRY, DO_NOT_TRACK, CI.</source>
        <translation>Eine Variable ist in naparis Prozess gesetzt und hier nicht: NAPARI_TELEMETRY, DO_NOT_TRACK, CI.</translation>
    </message>
    <message>
        <source>The plugin was disabled while napari runs.</source>
        <translation>Das Plugin wurde abgeschaltet, während napari läuft.</translation>
    </message>
    <message>
        <source>The library of the plugin can&apos;t be loaded.</source>
        <translation>Die Bibliothek des Plugins kann nicht geladen werden.</translation>
    </message>
</context>
<context>
    <name>Telemetry::ConsentController</name>
    <message>
        <source>Off: %1.</source>
        <translation>Aus: %1.</translation>
    </message>
    <message>
        <source>Off: disabled in napari&apos;s plugin manager.</source>
        <translation>Aus: in der Plugin-Verwaltung von napari abgeschaltet.</translation>
    </message>
    <message>
        <source>Off: napari-telemetry-consent was uninstalled.</source>
        <translation>Aus: napari-telemetry-consent wurde deinstalliert.</translation>
    </message>
    <message>
        <source>Sent to %1 only (set by %2).</source>
        <translation>Wird nur an %1 gesendet (festgelegt durch %2).</translation>
    </message>
    <message>
        <source>Your choice could not be saved: %1</source>
        <translation>Ihre Wahl konnte nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>Your answer could not be saved in %1: %2</source>
        <translation>Ihre Antwort konnte nicht in %1 gespeichert werden: %2</translation>
    </message>
    <message>
        <source>Nothing was sent from this environment.</source>
        <translation>Aus dieser Umgebung wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>There are no identifiers: nothing was recorded in this environment.</source>
        <translation>Es gibt keine Kennungen: in dieser Umgebung wurde nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>The receipts can&apos;t be deleted: the package napari-telemetry is not installed.</source>
        <translation>Die Belege lassen sich nicht löschen: Das Paket napari-telemetry ist nicht installiert.</translation>
    </message>
    <message>
        <source>The identifiers can&apos;t be read: the package napari-telemetry is not installed.</source>
        <translation>Die Kennungen lassen sich nicht lesen: Das Paket napari-telemetry ist nicht installiert.</translation>
    </message>
    <message>
        <source>Telemetry is off until napari ends. After that the answer before it counts again, unless the variable NAPARI_TELEMETRY is 0.</source>
        <translation>Die Telemetrie ist aus, bis napari endet. Danach gilt wieder Ihre frühere Antwort, außer wenn die Variable NAPARI_TELEMETRY 0 ist.</translation>
    </message>
    <message>
        <source>What waits to be sent can&apos;t be deleted now, because the package napari-telemetry is not installed. It is not sent: after another yes it is deleted first.</source>
        <translation>Was noch nicht gesendet ist, kann jetzt nicht gelöscht werden, weil das Paket napari-telemetry nicht installiert ist. Es wird nicht gesendet: Nach einem weiteren Ja wird es zuerst gelöscht.</translation>
    </message>
</context>
<context>
    <name>Telemetry::ConsentDialog</name>
    <message>
        <source>More options</source>
        <translation>Weitere Optionen</translation>
    </message>
    <message>
        <source>Fewer options</source>
        <translation>Weniger Optionen</translation>
    </message>
</context>
<context>
    <name>Telemetry::ConsentStatus</name>
    <message>
        <source>waiting to send</source>
        <translation>wartet auf das Senden</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>can&apos;t reach the server</source>
        <translation>Server nicht erreichbar</translation>
    </message>
    <message>
        <source>stopped by administrator</source>
        <translation>vom Administrator gesperrt</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Telemetry: off</source>
        <translation>Telemetrie: aus</translation>
    </message>
    <message>
        <source>Telemetry: %1</source>
        <translation>Telemetrie: %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>level, state</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) waiting to be sent.</source>
        <translation>
            <numerusform>%n Ereignis wartet auf das Senden.</numerusform>
            <numerusform>%n Ereignisse warten auf das Senden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server could not be reached for several days. Nothing is lost: it is tried again.</source>
        <translation>Der Server war mehrere Tage nicht erreichbar. Nichts geht verloren: Es wird erneut versucht.</translation>
    </message>
    <message>
        <source>Your data folder is on a network. Events are kept there in a slower, safer way.</source>
        <translation>Ihr Datenordner liegt in einem Netzwerk. Ereignisse werden dort auf eine langsamere, sicherere Weise aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>Telemetry::DataDictionary</name>
    <message>
        <source>napari version</source>
        <extracomment>Topic napari, title; Topic napari, title of the field napari_version</extracomment>
        <translation>napari-Version</translation>
    </message>
    <message>
        <source>The release, or dev for a build that was not released.</source>
        <extracomment>Topic napari, description of the field napari_version</extracomment>
        <translation>Die veröffentlichte Version, oder „dev“ für einen nicht veröffentlichten Stand.</translation>
    </message>
    <message>
        <source>Python version</source>
        <extracomment>Topic python, title; Topic python, title of the field python_version</extracomment>
        <translation>Python-Version</translation>
    </message>
    <message>
        <source>Major and minor only.</source>
        <extracomment>Topic python, description of the field python_version</extracomment>
        <translation>Nur die ersten beiden Zahlen.</translation>
    </message>
    <message>
        <source>operating system</source>
        <extracomment>Topic system, title; Topic system, title of the field os; Topic architecture, title of the field os</extracomment>
        <translation>Betriebssystem</translation>
    </message>
    <message>
        <source>The kind of system.</source>
        <extracomment>Topic system, description of the field os; Topic architecture, description of the field os</extracomment>
        <translation>Die Art des Systems.</translation>
    </message>
    <message>
        <source>system version</source>
        <extracomment>Topic system, title of the field os_version</extracomment>
        <translation>Systemversion</translation>
    </message>
    <message>
        <source>The public release of the system; other for anything that is not on the public list.</source>
        <extracomment>Topic system, description of the field os_version</extracomment>
        <translation>Die veröffentlichte Version des Systems; „other“ für alles, was nicht auf der öffentlichen Liste steht.</translation>
    </message>
    <message>
        <source>processor architecture</source>
        <extracomment>Topic architecture, title; Topic architecture, title of the field cpu_architecture</extracomment>
        <translation>Prozessorarchitektur</translation>
    </message>
    <message>
        <source>The kind of processor that napari runs on.</source>
        <extracomment>Topic architecture, description of the field cpu_architecture</extracomment>
        <translation>Die Art des Prozessors, auf dem napari läuft.</translation>
    </message>
    <message>
        <source>Users</source>
        <extracomment>Topic user, title of the table users</extracomment>
        <translation>Personen</translation>
    </message>
    <message>
        <source>napari versions</source>
        <extracomment>Topic napari, title of the table napari-versions</extracomment>
        <translation>napari-Versionen</translation>
    </message>
    <message>
        <source>Python versions</source>
        <extracomment>Topic python, title of the table python-versions</extracomment>
        <translation>Python-Versionen</translation>
    </message>
    <message>
        <source>Operating systems</source>
        <extracomment>Topic system, title of the table systems</extracomment>
        <translation>Betriebssysteme</translation>
    </message>
    <message>
        <source>System versions</source>
        <extracomment>Topic system, title of the table system-versions</extracomment>
        <translation>Systemversionen</translation>
    </message>
    <message>
        <source>Processor architectures</source>
        <extracomment>Topic architecture, title of the table architectures</extracomment>
        <translation>Prozessorarchitekturen</translation>
    </message>
    <message>
        <source>plugins that are installed</source>
        <extracomment>Topic plugin, title</extracomment>
        <translation>installierte Plugins</translation>
    </message>
    <message>
        <source>Shows which plugins people rely on, so that the important ones can be looked after and their authors can show their use.</source>
        <extracomment>Topic plugin, why it is collected</extracomment>
        <translation>Zeigt, auf welche Plugins sich Menschen verlassen, damit die wichtigen gepflegt werden und ihre Autoren die Nutzung belegen können.</translation>
    </message>
    <message>
        <source>{name} {version} is installed</source>
        <extracomment>Topic plugin, sentence. Values take the place of the words in braces</extracomment>
        <translation>{name} {version} ist installiert</translation>
    </message>
    <message>
        <source>plugin</source>
        <extracomment>Topic plugin, title of the field name</extracomment>
        <translation>Plugin</translation>
    </message>
    <message>
        <source>Only plugins on the public plugin list.</source>
        <extracomment>Topic plugin, description of the field name</extracomment>
        <translation>Nur Plugins auf der öffentlichen Plugin-Liste.</translation>
    </message>
    <message>
        <source>plugin version</source>
        <extracomment>Topic plugin, title of the field version</extracomment>
        <translation>Plugin-Version</translation>
    </message>
    <message>
        <source>Only releases that are on the public plugin list.</source>
        <extracomment>Topic plugin, description of the field version</extracomment>
        <translation>Nur Versionen, die auf der öffentlichen Plugin-Liste stehen.</translation>
    </message>
    <message>
        <source>Plugins</source>
        <extracomment>Topic plugin, title of the table plugins</extracomment>
        <translation>Plugins</translation>
    </message>
    <message>
        <source>Plugin versions</source>
        <extracomment>Topic plugin, title of the table plugin-versions</extracomment>
        <translation>Plugin-Versionen</translation>
    </message>
    <message>
        <source>commands that are used</source>
        <extracomment>Topic command, title</extracomment>
        <translation>benutzte Befehle</translation>
    </message>
    <message>
        <source>Shows which functions of napari and of public plugins are used, and which could be simplified.</source>
        <extracomment>Topic command, why it is collected</extracomment>
        <translation>Zeigt, welche Funktionen von napari und von öffentlichen Plugins benutzt werden und welche einfacher werden könnten.</translation>
    </message>
    <message>
        <source>{command}, uses in the week: {count_class}</source>
        <extracomment>Topic command, sentence. Values take the place of the words in braces</extracomment>
        <translation>{command}, in der Woche benutzt: {count_class}</translation>
    </message>
    <message>
        <source>command</source>
        <extracomment>Topic command, title of the field command</extracomment>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Only commands of napari itself or of public plugins.</source>
        <extracomment>Topic command, description of the field command</extracomment>
        <translation>Nur Befehle von napari selbst oder von öffentlichen Plugins.</translation>
    </message>
    <message>
        <source>how often in the week</source>
        <extracomment>Topic command, title of the field count_class</extracomment>
        <translation>wie oft in der Woche</translation>
    </message>
    <message>
        <source>One of four classes, never the number.</source>
        <extracomment>Topic command, description of the field count_class</extracomment>
        <translation>Eine von vier Klassen, nie die Zahl.</translation>
    </message>
    <message>
        <source>Commands</source>
        <extracomment>Topic command, title of the table commands</extracomment>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>How often commands are used</source>
        <extracomment>Topic command, title of the table command-counts</extracomment>
        <translation>Wie oft Befehle benutzt werden</translation>
    </message>
    <message>
        <source>layer</source>
        <extracomment>Topic layer-size, title of the field layer_type; Topic layer-array, title of the field layer_type; Topic layer-dtype, title of the field layer_type; Topic layer-dimensions, title of the field layer_type</extracomment>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>The kind of layer.</source>
        <extracomment>Topic layer-size, description of the field layer_type; Topic layer-array, description of the field layer_type; Topic layer-dtype, description of the field layer_type; Topic layer-dimensions, description of the field layer_type</extracomment>
        <translation>Die Art der Ebene.</translation>
    </message>
    <message>
        <source>array</source>
        <extracomment>Topic layer-array, title of the field array_type</extracomment>
        <translation>Array</translation>
    </message>
    <message>
        <source>The library that holds the data, from a closed list.</source>
        <extracomment>Topic layer-array, description of the field array_type</extracomment>
        <translation>Die Bibliothek, die die Daten hält, aus einer geschlossenen Liste.</translation>
    </message>
    <message>
        <source>number of dimensions</source>
        <extracomment>Topic layer-dimensions, title of the field ndim</extracomment>
        <translation>Zahl der Dimensionen</translation>
    </message>
    <message>
        <source>The number of dimensions.</source>
        <extracomment>Topic layer-dimensions, description of the field ndim</extracomment>
        <translation>Die Zahl der Dimensionen.</translation>
    </message>
    <message>
        <source>data type</source>
        <extracomment>Topic layer-dtype, title of the field dtype</extracomment>
        <translation>Datentyp</translation>
    </message>
    <message>
        <source>The type of one element.</source>
        <extracomment>Topic layer-dtype, description of the field dtype</extracomment>
        <translation>Der Typ eines Elements.</translation>
    </message>
    <message>
        <source>size</source>
        <extracomment>Topic layer-size, title of the field size_class</extracomment>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Elements, in four classes.</source>
        <extracomment>Topic layer-size, description of the field size_class</extracomment>
        <translation>Elemente, in vier Klassen.</translation>
    </message>
    <message>
        <source>Layer types and sizes</source>
        <extracomment>Topic layer-size, title of the table layer-sizes</extracomment>
        <translation>Ebenenarten und Größen</translation>
    </message>
    <message>
        <source>Layer types and array libraries</source>
        <extracomment>Topic layer-array, title of the table layer-arrays</extracomment>
        <translation>Ebenenarten und Array-Bibliotheken</translation>
    </message>
    <message>
        <source>Layer types and data types</source>
        <extracomment>Topic layer-dtype, title of the table layer-dtypes</extracomment>
        <translation>Ebenenarten und Datentypen</translation>
    </message>
    <message>
        <source>that you use napari</source>
        <extracomment>Topic user, title</extracomment>
        <translation>dass Sie napari benutzen</translation>
    </message>
    <message>
        <source>napari is used</source>
        <extracomment>Topic user, sentence. Values take the place of the words in braces</extracomment>
        <translation>napari wird benutzt</translation>
    </message>
    <message>
        <source>Shows which versions are in use, and so which have to keep working.</source>
        <extracomment>Topic napari, why it is collected</extracomment>
        <translation>Zeigt, welche Versionen benutzt werden und also weiter funktionieren müssen.</translation>
    </message>
    <message>
        <source>napari {napari_version}</source>
        <extracomment>Topic napari, sentence. Values take the place of the words in braces</extracomment>
        <translation>napari {napari_version}</translation>
    </message>
    <message>
        <source>Shows which versions of Python napari has to support.</source>
        <extracomment>Topic python, why it is collected</extracomment>
        <translation>Zeigt, welche Versionen von Python napari unterstützen muss.</translation>
    </message>
    <message>
        <source>Python {python_version}</source>
        <extracomment>Topic python, sentence. Values take the place of the words in braces</extracomment>
        <translation>Python {python_version}</translation>
    </message>
    <message>
        <source>Shows which systems napari has to work on.</source>
        <extracomment>Topic system, why it is collected</extracomment>
        <translation>Zeigt, auf welchen Systemen napari funktionieren muss.</translation>
    </message>
    <message>
        <source>{os}, {os_version}</source>
        <extracomment>Topic system, sentence. Values take the place of the words in braces</extracomment>
        <translation>{os}, {os_version}</translation>
    </message>
    <message>
        <source>Shows for which processors napari and its plugins have to be built.</source>
        <extracomment>Topic architecture, why it is collected</extracomment>
        <translation>Zeigt, für welche Prozessoren napari und seine Plugins gebaut werden müssen.</translation>
    </message>
    <message>
        <source>{os} on {cpu_architecture}</source>
        <extracomment>Topic architecture, sentence. Values take the place of the words in braces</extracomment>
        <translation>{os} auf {cpu_architecture}</translation>
    </message>
    <message>
        <source>Shows which sizes of data napari has to handle well. Names, paths, shapes and the data itself are never looked at.</source>
        <extracomment>Topic layer-size, why it is collected</extracomment>
        <translation>Zeigt, mit welchen Größen von Daten napari gut umgehen muss. Namen, Pfade, Formen und die Daten selbst werden nie betrachtet.</translation>
    </message>
    <message>
        <source>{layer_type} layer of {size_class} elements</source>
        <extracomment>Topic layer-size, sentence. Values take the place of the words in braces</extracomment>
        <translation>Ebene {layer_type}, Elemente: {size_class}</translation>
    </message>
    <message>
        <source>Shows which array libraries napari has to handle well. Names, paths, shapes and the data itself are never looked at.</source>
        <extracomment>Topic layer-array, why it is collected</extracomment>
        <translation>Zeigt, mit welchen Array-Bibliotheken napari gut umgehen muss. Namen, Pfade, Formen und die Daten selbst werden nie betrachtet.</translation>
    </message>
    <message>
        <source>{layer_type} layer of {array_type}</source>
        <extracomment>Topic layer-array, sentence. Values take the place of the words in braces</extracomment>
        <translation>Ebene {layer_type} aus {array_type}</translation>
    </message>
    <message>
        <source>Shows which types of data napari has to handle well. Names, paths, shapes and the data itself are never looked at.</source>
        <extracomment>Topic layer-dtype, why it is collected</extracomment>
        <translation>Zeigt, mit welchen Datentypen napari gut umgehen muss. Namen, Pfade, Formen und die Daten selbst werden nie betrachtet.</translation>
    </message>
    <message>
        <source>{layer_type} layer of {dtype}</source>
        <extracomment>Topic layer-dtype, sentence. Values take the place of the words in braces</extracomment>
        <translation>Ebene {layer_type}, Datentyp: {dtype}</translation>
    </message>
    <message>
        <source>Shows how many dimensions napari has to handle well. Names, paths, shapes and the data itself are never looked at.</source>
        <extracomment>Topic layer-dimensions, why it is collected</extracomment>
        <translation>Zeigt, mit wie vielen Dimensionen napari gut umgehen muss. Namen, Pfade, Formen und die Daten selbst werden nie betrachtet.</translation>
    </message>
    <message>
        <source>{layer_type} layer of {ndim} dimensions</source>
        <extracomment>Topic layer-dimensions, sentence. Values take the place of the words in braces</extracomment>
        <translation>Ebene {layer_type}, Dimensionen: {ndim}</translation>
    </message>
    <message>
        <source>Layer types and dimensions</source>
        <extracomment>Topic layer-dimensions, title of the table layer-dimensions</extracomment>
        <translation>Ebenenarten und Dimensionen</translation>
    </message>
    <message>
        <source>kinds of layers and their size</source>
        <extracomment>Topic layer-size, title</extracomment>
        <translation>Arten von Ebenen und ihre Größe</translation>
    </message>
    <message>
        <source>kinds of layers and their array library</source>
        <extracomment>Topic layer-array, title</extracomment>
        <translation>Arten von Ebenen und ihre Array-Bibliothek</translation>
    </message>
    <message>
        <source>kinds of layers and their data type</source>
        <extracomment>Topic layer-dtype, title</extracomment>
        <translation>Arten von Ebenen und ihr Datentyp</translation>
    </message>
    <message>
        <source>kinds of layers and their number of dimensions</source>
        <extracomment>Topic layer-dimensions, title</extracomment>
        <translation>Arten von Ebenen und ihre Zahl der Dimensionen</translation>
    </message>
    <message>
        <source>Shows how many people use napari, and how many are new.</source>
        <extracomment>Topic user, why it is collected</extracomment>
        <translation>Zeigt, wie viele Menschen napari benutzen und wie viele davon neu sind.</translation>
    </message>
    <message>
        <source>Users in the month</source>
        <extracomment>Topic user, title of the table users-month</extracomment>
        <translation>Personen im Monat</translation>
    </message>
    <message>
        <source>Users in the year, so far</source>
        <extracomment>Topic user, title of the table users-year</extracomment>
        <translation>Personen im Jahr, bisher</translation>
    </message>
    <message>
        <source>Users ever, so far</source>
        <extracomment>Topic user, title of the table users-ever</extracomment>
        <translation>Personen insgesamt, bisher</translation>
    </message>
    <message>
        <source>napari versions in the month</source>
        <extracomment>Topic napari, title of the table napari-versions-month</extracomment>
        <translation>napari-Versionen im Monat</translation>
    </message>
</context>
<context>
    <name>Telemetry::DictionaryText</name>
    <message>
        <source>%1 (the first report of this month)</source>
        <translation>%1 (der erste Bericht dieses Monats)</translation>
    </message>
    <message>
        <source>%1 (the first report of this year)</source>
        <translation>%1 (der erste Bericht dieses Jahres)</translation>
    </message>
    <message>
        <source>%1 (the first report ever)</source>
        <translation>%1 (der allererste Bericht)</translation>
    </message>
</context>
<context>
    <name>Telemetry::EraseDialog</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Erase what I sent</source>
        <translation>Löschen, was ich gesendet habe</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Asking the server to erase what was sent from this environment…</source>
        <translation>Der Server wird gebeten zu löschen, was aus dieser Umgebung gesendet wurde…</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were sent from this environment.</source>
        <translation>
            <numerusform>Aus dieser Umgebung wurde %n Ereignis gesendet.</numerusform>
            <numerusform>Aus dieser Umgebung wurden %n Ereignisse gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was sent from this environment can be erased from the server.</source>
        <translation>Was aus dieser Umgebung gesendet wurde, kann auf dem Server gelöscht werden.</translation>
    </message>
    <message numerus="yes">
        <source>The server keeps them for %n day(s) at most. Do you want to have them erased now? Numbers that are already published can&apos;t be taken back; nobody can tell who is in them.</source>
        <translation>
            <numerusform>Der Server behält sie höchstens %n Tag. Möchten Sie sie jetzt löschen lassen? Schon veröffentlichte Zahlen lassen sich nicht zurücknehmen; niemand kann erkennen, wer in ihnen steckt.</numerusform>
            <numerusform>Der Server behält sie höchstens %n Tage. Möchten Sie sie jetzt löschen lassen? Schon veröffentlichte Zahlen lassen sich nicht zurücknehmen; niemand kann erkennen, wer in ihnen steckt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::EraseText</name>
    <message>
        <source>Nothing was erased: %1</source>
        <translation>Nichts wurde gelöscht: %1</translation>
    </message>
    <message>
        <source>There was nothing to erase.</source>
        <translation>Es gab nichts zu löschen.</translation>
    </message>
    <message>
        <source>%1: the rest is not erased, you can try again: %2</source>
        <translation>%1: der Rest ist nicht gelöscht, Sie können es noch einmal versuchen: %2</translation>
    </message>
    <message>
        <source>%1: not erased, you can try again: %2</source>
        <translation>%1: nicht gelöscht, Sie können es noch einmal versuchen: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 confirmed: %n event(s) erased.</source>
        <translation>
            <numerusform>%1 hat bestätigt: %n Ereignis gelöscht.</numerusform>
            <numerusform>%1 hat bestätigt: %n Ereignisse gelöscht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::EventText</name>
    <message>
        <source>day not kept</source>
        <translation>Tag nicht bekannt</translation>
    </message>
    <message>
        <source>refused by the server: %1</source>
        <translation>vom Server abgelehnt: %1</translation>
    </message>
    <message>
        <source>still growing; sent after the week</source>
        <translation>wächst noch; geht nach der Woche</translation>
    </message>
    <message>
        <source>held, not sent</source>
        <translation>zurückgehalten, nicht gesendet</translation>
    </message>
    <message>
        <source>unknown to this version, not sent</source>
        <translation>dieser Version unbekannt, nicht gesendet</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>wartet aufs Senden</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>no answer; it may have arrived</source>
        <translation>keine Antwort; es kann angekommen sein</translation>
    </message>
    <message>
        <source>once in %1</source>
        <translation>einmal im %1</translation>
    </message>
</context>
<context>
    <name>Telemetry::EventTreeModel</name>
    <message>
        <source>%1 (%2)</source>
        <comment>topic, number of events</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>held</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>Gesendet am</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>The server&apos;s answer</source>
        <translation>Antwort des Servers</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
</context>
<context>
    <name>Telemetry::EventsView</name>
    <message>
        <source>Events that were sent</source>
        <translation>Gesendete Ereignisse</translation>
    </message>
    <message>
        <source>Pending events</source>
        <translation>Wartende Ereignisse</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n Ereignis</numerusform>
            <numerusform>%n Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %n event(s)</source>
        <translation>
            <numerusform>%L1 von %n Ereignis</numerusform>
            <numerusform>%L1 von %n Ereignissen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::HttpTransport</name>
    <message>
        <source>Nothing is sent without encryption.</source>
        <translation>Ohne Verschlüsselung wird nichts gesendet.</translation>
    </message>
    <message>
        <source>This computer has no library for encrypted connections (OpenSSL) that Qt can use. Nothing is sent without encryption.</source>
        <translation>Auf diesem Computer gibt es keine Bibliothek für verschlüsselte Verbindungen (OpenSSL), die Qt benutzen kann. Ohne Verschlüsselung wird nichts gesendet.</translation>
    </message>
    <message>
        <source>The answer is too large.</source>
        <translation>Die Antwort ist zu groß.</translation>
    </message>
    <message>
        <source>The collector did not answer in time.</source>
        <translation>Der Telemetrie-Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The collector could not be reached: %1</source>
        <translation>Der Telemetrie-Server war nicht erreichbar: %1</translation>
    </message>
    <message>
        <source>The proxy named by %1 could not be reached: %2</source>
        <translation>Der Proxy aus %1 war nicht erreichbar: %2</translation>
    </message>
    <message>
        <source>The proxy named by %1, or the collector behind it, could not be found.</source>
        <translation>Der Proxy aus %1 oder der Telemetrie-Server dahinter wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The collector could not be reached through the proxy named by %1: %2</source>
        <translation>Der Telemetrie-Server war über den Proxy aus %1 nicht erreichbar: %2</translation>
    </message>
    <message>
        <source>The proxy named by %1 asks for a name and a password. %1 holds none, or wrong ones; nobody is asked for them.</source>
        <translation>Der Proxy aus %1 verlangt einen Namen und ein Passwort. In %1 stehen keine oder falsche; Sie werden nicht danach gefragt.</translation>
    </message>
    <message>
        <source>no reason is known</source>
        <translation>ein Grund ist nicht bekannt</translation>
    </message>
</context>
<context>
    <name>Telemetry::IdentifiersText</name>
    <message>
        <source>erased; kept so that it is not recorded again</source>
        <translation>gelöscht; behalten, damit es nicht noch einmal aufgezeichnet wird</translation>
    </message>
    <message>
        <source>There are no identifiers: no event of this environment is kept on this computer.</source>
        <translation>Es gibt keine Kennungen: auf diesem Computer ist kein Ereignis dieser Umgebung gespeichert.</translation>
    </message>
</context>
<context>
    <name>Telemetry::InstallDialog</name>
    <message>
        <source>The package napari-telemetry is being installed into this Python environment. You can go on working.</source>
        <translation>Das Paket napari-telemetry wird in dieser Python-Umgebung installiert. Sie können weiterarbeiten.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1

Nothing was changed. Run the command in a terminal, then choose “Check again”. napari need not be restarted.</source>
        <translation>%1

Nichts wurde geändert. Führen Sie den Befehl in einem Terminal aus und wählen Sie dann „Erneut prüfen“. napari muss nicht neu gestartet werden.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>The installation did not succeed: %1

Nothing is sent, and napari goes on as before. You can try again, or run the command by hand.</source>
        <translation>Die Installation ist nicht gelungen: %1

Nichts wird gesendet, und napari läuft weiter wie zuvor. Sie können es noch einmal versuchen oder den Befehl von Hand ausführen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Telemetry::InstallOutput</name>
    <message>
        <source>The package index could not be reached. Is this computer offline?</source>
        <translation>Der Paketindex war nicht zu erreichen. Ist dieser Computer offline?</translation>
    </message>
    <message>
        <source>This Python belongs to the system, which does not let it be changed this way.</source>
        <translation>Dieses Python gehört zum System, das solche Änderungen nicht zulässt.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>You are not allowed to change this Python environment.</source>
        <translation>Sie dürfen diese Python-Umgebung nicht ändern.</translation>
    </message>
    <message>
        <source>The package index that is configured here has no such package, or could not be reached.</source>
        <translation>Der hier eingestellte Paketindex hat kein solches Paket oder war nicht zu erreichen.</translation>
    </message>
    <message>
        <source>The package index that is configured here does not have this release.</source>
        <translation>Der hier eingestellte Paketindex hat diese Version nicht.</translation>
    </message>
</context>
<context>
    <name>Telemetry::InstallPlan</name>
    <message>
        <source>This napari came as a bundle, and its own Python is changed by its installer only.</source>
        <translation>Dieses napari kam als fertiges Bündel, und dessen eigenes Python ändert nur sein Installationsprogramm.</translation>
    </message>
    <message>
        <source>This Python environment belongs to conda, which should know what is changed in it.</source>
        <translation>Diese Python-Umgebung gehört conda, und conda sollte wissen, was darin geändert wird.</translation>
    </message>
    <message>
        <source>You are not allowed to change this Python environment: %1 can&apos;t be written to. Someone who may has to run the command.</source>
        <translation>Sie dürfen diese Python-Umgebung nicht ändern: In %1 kann nicht geschrieben werden. Jemand, der es darf, muss den Befehl ausführen.</translation>
    </message>
    <message>
        <source>This Python environment was made by uv, and uv was not found.</source>
        <translation>Diese Python-Umgebung wurde von uv angelegt, und uv wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>This Python has no pip, and uv was not found either. Install one of them first.</source>
        <translation>Dieses Python hat kein pip, und auch uv wurde nicht gefunden. Installieren Sie zuerst eines davon.</translation>
    </message>
</context>
<context>
    <name>Telemetry::Installation</name>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>it is not in %1, where napari looks for it</source>
        <translation>es ist nicht in %1, wo napari danach sucht</translation>
    </message>
</context>
<context>
    <name>Telemetry::LevelSettingsPane</name>
    <message>
        <source>Install the matching release</source>
        <translation>Die passende Version installieren</translation>
    </message>
    <message>
        <source>Install napari-telemetry</source>
        <translation>napari-telemetry installieren</translation>
    </message>
    <message>
        <source>Copied to the clipboard:</source>
        <translation>In die Zwischenablage kopiert:</translation>
    </message>
</context>
<context>
    <name>Telemetry::LevelSummary</name>
    <message>
        <source>No telemetry</source>
        <translation>Keine Telemetrie</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>Nothing is sent. napari works just the same.</source>
        <translation>Es wird nichts gesendet. napari funktioniert genauso.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>All of Basic, and: %1.</source>
        <translation>Alles aus „Basis“, außerdem: %1.</translation>
    </message>
    <message>
        <source>All of Middle, and: %1.</source>
        <translation>Alles aus „Mittel“, außerdem: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Never sent: file and layer names, paths, images, your name, free text, or a time finer than the week. You see every event before it is sent to %1. It is kept there for %n day(s) at most, without your network address; after that only counts of people remain.</source>
        <translation>
            <numerusform>Nie gesendet werden: Datei- und Ebenennamen, Pfade, Bilder, Ihr Name, freier Text und Zeitangaben, die genauer sind als die Woche. Sie sehen jedes Ereignis, bevor es an %1 gesendet wird. Dort bleibt es höchstens %n Tag, ohne Ihre Netzwerkadresse; danach bleiben nur Zahlen von Personen.</numerusform>
            <numerusform>Nie gesendet werden: Datei- und Ebenennamen, Pfade, Bilder, Ihr Name, freier Text und Zeitangaben, die genauer sind als die Woche. Sie sehen jedes Ereignis, bevor es an %1 gesendet wird. Dort bleibt es höchstens %n Tage, ohne Ihre Netzwerkadresse; danach bleiben nur Zahlen von Personen.</numerusform>
        </translation>
    </message>
    <message>
        <source>no telemetry</source>
        <comment>level, in a sentence</comment>
        <translation>keine Telemetrie</translation>
    </message>
    <message>
        <source>basic</source>
        <comment>level, in a sentence</comment>
        <translation>Basis</translation>
    </message>
    <message>
        <source>middle</source>
        <comment>level, in a sentence</comment>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>full</source>
        <comment>level, in a sentence</comment>
        <translation>Voll</translation>
    </message>
</context>
<context>
    <name>Telemetry::LimitChoices</name>
    <message>
        <source>until I change it</source>
        <translation>bis ich es ändere</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::Outgoing</name>
    <message>
        <source>The server refused it: %1. It is not sent again.</source>
        <translation>Der Server hat es abgelehnt: %1. Es wird nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Its count still grows. It is sent after the week, with the count that it has then.</source>
        <translation>Seine Zahl wächst noch. Es wird nach der Woche gesendet, mit der Zahl, die es dann hat.</translation>
    </message>
    <message>
        <source>You hold this topic. Nothing of it is recorded or sent until you release it.</source>
        <translation>Sie halten dieses Thema zurück. Nichts davon wird aufgezeichnet oder gesendet, bis Sie es freigeben.</translation>
    </message>
    <message>
        <source>This version does not know the topic. It is not sent.</source>
        <translation>Diese Version kennt das Thema nicht. Es wird nicht gesendet.</translation>
    </message>
</context>
<context>
    <name>Telemetry::PackageInstaller</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The installer stopped unexpectedly.</source>
        <translation>Das Installationsprogramm hat unerwartet aufgehört.</translation>
    </message>
</context>
<context>
    <name>Telemetry::PackageKeeper</name>
    <message>
        <source>Off: the package napari-telemetry can&apos;t be used. Preferences, Telemetry offers to install the release that belongs to this one.</source>
        <translation>Aus: Das Paket napari-telemetry kann nicht verwendet werden. Unter Preferences, Telemetrie lässt sich die passende Version installieren.</translation>
    </message>
    <message>
        <source>Off: the package napari-telemetry is not installed. Choose a level to install it.</source>
        <translation>Aus: Das Paket napari-telemetry ist nicht installiert. Wählen Sie eine Stufe, um es zu installieren.</translation>
    </message>
    <message>
        <source>The package napari-telemetry is not installed.</source>
        <translation>Das Paket napari-telemetry ist nicht installiert.</translation>
    </message>
    <message>
        <source>Off: the check of the package napari-telemetry failed, so nothing of it was loaded. %1.</source>
        <translation>Aus: Die Prüfung des Pakets napari-telemetry ist fehlgeschlagen, daher wurde nichts davon geladen. %1.</translation>
    </message>
    <message>
        <source>napari-telemetry could not be installed or loaded: %1</source>
        <translation>napari-telemetry konnte nicht installiert oder geladen werden: %1</translation>
    </message>
    <message>
        <source>napari-telemetry could not be uninstalled. Delete the folder %1 by hand.</source>
        <translation>napari-telemetry konnte nicht deinstalliert werden. Löschen Sie den Ordner %1 von Hand.</translation>
    </message>
</context>
<context>
    <name>Telemetry::PackageReport</name>
    <message>
        <source>this build knows no release of it</source>
        <translation>diese Fassung kennt keine Version davon</translation>
    </message>
    <message>
        <source>other code has already loaded something of this name</source>
        <translation>anderer Code hat bereits etwas mit diesem Namen geladen</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>is not the file of this release</source>
        <translation>ist nicht die Datei dieser Version</translation>
    </message>
    <message>
        <source>does not belong to this release</source>
        <translation>gehört nicht zu dieser Version</translation>
    </message>
    <message>
        <source>is a link to another place</source>
        <translation>ist eine Verknüpfung mit einem anderen Ort</translation>
    </message>
    <message>
        <source>is not what it should be, a file or a folder</source>
        <translation>ist nicht das, was es sein soll, eine Datei oder ein Ordner</translation>
    </message>
    <message>
        <source>belongs to another user</source>
        <translation>gehört einem anderen Benutzer</translation>
    </message>
    <message>
        <source>can be changed by other users</source>
        <translation>kann von anderen Benutzern geändert werden</translation>
    </message>
    <message>
        <source>is too large</source>
        <translation>ist zu groß</translation>
    </message>
    <message>
        <source>can&apos;t be read: %1</source>
        <translation>kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1 (und %n weitere)</numerusform>
            <numerusform>%1 (und %n weitere)</numerusform>
        </translation>
    </message>
    <message>
        <source>Every file is the one of this release.</source>
        <translation>Jede Datei ist die dieser Version.</translation>
    </message>
    <message>
        <source>napari-telemetry is not installed here.</source>
        <translation>napari-telemetry ist hier nicht installiert.</translation>
    </message>
    <message>
        <source>It is not loaded. %1</source>
        <translation>Es wird nicht geladen. %1</translation>
    </message>
</context>
<context>
    <name>Telemetry::Pages</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>week %1</source>
        <translation>Woche %1</translation>
    </message>
    <message>
        <source>W%1 %2</source>
        <extracomment>A week on the scale of a chart: its number, and the year. As short as can be</extracomment>
        <translation>W%1 %2</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <extracomment>The end of a list: &quot;a, b&quot; and &quot;c&quot;</extracomment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>&lt; 1 %</source>
        <extracomment>A share</extracomment>
        <translation>&lt;&#xa0;1&#xa0;%</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>people</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95‑%-Intervall</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>No number of this table was published for %1: in each row there were fewer than about %2 people, or none.</source>
        <translation>Für %1 wurde keine Zahl dieser Tabelle veröffentlicht: In jeder Zeile waren es weniger als etwa %2 Personen, oder niemand.</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <extracomment>Rows of a table that are not shown at first</extracomment>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, continued</source>
        <extracomment>The caption of a table, of which this is the second part</extracomment>
        <translation>%1, Fortsetzung</translation>
    </message>
    <message>
        <source>No week has been published yet. A week is closed 21 days after its end.</source>
        <translation>Noch wurde keine Woche veröffentlicht. Eine Woche wird 21 Tage nach ihrem Ende abgeschlossen.</translation>
    </message>
    <message>
        <source>No month has been published yet. A month is closed 21 days after its end.</source>
        <translation>Noch wurde kein Monat veröffentlicht. Ein Monat wird 21 Tage nach seinem Ende abgeschlossen.</translation>
    </message>
    <message>
        <source>Only of the people who chose the level middle or full; how many these are is not published, so there are no shares.</source>
        <translation>Nur von den Personen, die die Stufe „Mittel“ oder „Voll“ gewählt haben; wie viele das sind, wird nicht veröffentlicht, darum gibt es keine Anteile.</translation>
    </message>
    <message>
        <source>Only of the people who chose the level full; how many these are is not published, so there are no shares.</source>
        <translation>Nur von den Personen, die die Stufe „Voll“ gewählt haben; wie viele das sind, wird nicht veröffentlicht, darum gibt es keine Anteile.</translation>
    </message>
    <message>
        <source>n = %1.</source>
        <translation>n = %1.</translation>
    </message>
    <message>
        <source>How many people there were in all was not published.</source>
        <translation>Wie viele Personen es insgesamt waren, wurde nicht veröffentlicht.</translation>
    </message>
    <message>
        <source>People in %1.</source>
        <translation>Personen (%1).</translation>
    </message>
    <message>
        <source>The thin line in a bar is the 95 % interval.</source>
        <translation>Die dünne Linie in einem Balken ist das 95‑%-Intervall.</translation>
    </message>
    <message>
        <source>People per week.</source>
        <translation>Personen je Woche.</translation>
    </message>
    <message>
        <source>People per month.</source>
        <translation>Personen je Monat.</translation>
    </message>
    <message>
        <source>%1: how it changed</source>
        <extracomment>The title of a chart: what it shows. The same table is above as bars of the last month</extracomment>
        <translation>%1: wie es sich änderte</translation>
    </message>
    <message numerus="yes">
        <source>People per week, %1 to %2: the %n largest of the last one.</source>
        <translation>
            <numerusform>Personen je Woche, %1 bis %2: die größte Zahl der letzten (%n).</numerusform>
            <numerusform>Personen je Woche, %1 bis %2: die %n größten Zahlen der letzten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>People per month, %1 to %2: the %n largest of the last one.</source>
        <translation>
            <numerusform>Personen je Monat, %1 bis %2: die größte Zahl des letzten (%n).</numerusform>
            <numerusform>Personen je Monat, %1 bis %2: die %n größten Zahlen des letzten.</numerusform>
        </translation>
    </message>
    <message>
        <source>A band is the 95 % interval; a gap was not published, which is not zero.</source>
        <translation>Ein Band ist das 95‑%-Intervall; eine Lücke wurde nicht veröffentlicht, das ist nicht null.</translation>
    </message>
    <message>
        <source>It has no field: only that it is so.</source>
        <translation>Es hat kein Feld: nur, dass es so ist.</translation>
    </message>
    <message>
        <source>fields of “%1”</source>
        <extracomment>Of a topic, such as “plugins that are installed”</extracomment>
        <translation>Felder von „%1“</translation>
    </message>
    <message>
        <source>field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>was es ist</translation>
    </message>
    <message>
        <source>example</source>
        <translation>Beispiel</translation>
    </message>
    <message numerus="yes">
        <source>Sent at most once a month for each, and %n of them for one person.</source>
        <translation>
            <numerusform>Jedes wird höchstens einmal im Monat gesendet, und höchstens %n für eine Person.</numerusform>
            <numerusform>Jedes wird höchstens einmal im Monat gesendet, und höchstens %n für eine Person.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent at most once a week for each, and %n of them for one person.</source>
        <translation>
            <numerusform>Jedes wird höchstens einmal in der Woche gesendet, und höchstens %n für eine Person.</numerusform>
            <numerusform>Jedes wird höchstens einmal in der Woche gesendet, und höchstens %n für eine Person.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent at most once a month.</source>
        <translation>Wird höchstens einmal im Monat gesendet.</translation>
    </message>
    <message>
        <source>Sent at most once a week.</source>
        <translation>Wird höchstens einmal in der Woche gesendet.</translation>
    </message>
    <message>
        <source>Nothing of it is published.</source>
        <translation>Nichts davon wird veröffentlicht.</translation>
    </message>
    <message>
        <source>“%1” (noise σ = %2, from about %3 people on)</source>
        <translation>„%1“ (Rauschen σ = %2, ab etwa %3 Personen)</translation>
    </message>
    <message>
        <source>Published as %1.</source>
        <translation>Veröffentlicht als %1.</translation>
    </message>
    <message>
        <source>Level %1</source>
        <translation>Stufe „%1“</translation>
    </message>
    <message>
        <source>Sent to %1 only.</source>
        <translation>Wird nur an %1 gesendet.</translation>
    </message>
    <message>
        <source>What is collected</source>
        <translation>Was erfasst wird</translation>
    </message>
    <message>
        <source>Every field that napari sends of people who agreed, by level, with examples.</source>
        <translation>Jedes Feld, das napari von Personen sendet, die zugestimmt haben, nach Stufe, mit Beispielen.</translation>
    </message>
    <message>
        <source>&lt;strong&gt;Nothing before somebody says yes&lt;/strong&gt;, and then only what is on this page: it is made from the &lt;a href=&quot;%1&quot;&gt;data dictionary&lt;/a&gt; that napari itself obeys. Never a path, a name of a file or a layer, an image, a user, a computer, an address, or a time finer than the week. Each level includes those above it.</source>
        <translation>&lt;strong&gt;Nichts, bevor jemand Ja sagt&lt;/strong&gt;, und dann nur, was auf dieser Seite steht: Sie entsteht aus dem &lt;a href=&quot;%1&quot;&gt;Datenwörterbuch&lt;/a&gt;, an das sich napari selbst hält. Niemals ein Pfad, der Name einer Datei oder einer Ebene, ein Bild, ein Benutzer, ein Computer, eine Adresse oder eine Zeit, die genauer ist als die Woche. Jede Stufe enthält die darüber.</translation>
    </message>
    <message>
        <source>&lt;strong&gt;To say no later&lt;/strong&gt;, click “Telemetry” in napari’s status bar, or set &lt;code&gt;NAPARI_TELEMETRY=0&lt;/code&gt;.</source>
        <translation>&lt;strong&gt;Um später Nein zu sagen&lt;/strong&gt;, klicken Sie in der Statusleiste von napari auf „Telemetrie“ oder setzen Sie &lt;code&gt;NAPARI_TELEMETRY=0&lt;/code&gt;.</translation>
    </message>
    <message>
        <source>Beside these an event has its topic, its week or month, and a pseudonym that is another one for each fact and each week; that napari is used, and its version, say whether it is the first time in the week, the month, the year or ever. In napari “Preview…” shows every event before it is sent.</source>
        <translation>Außerdem hat ein Ereignis sein Thema, seine Woche oder seinen Monat und ein Pseudonym, das für jede Angabe und jede Woche ein anderes ist; dass napari benutzt wird, und seine Version, sagen auch, ob es das erste Mal in der Woche, im Monat, im Jahr oder überhaupt ist. In napari zeigt „Vorschau…“ jedes Ereignis, bevor es gesendet wird.</translation>
    </message>
    <message>
        <source>All published numbers as one SQLite file</source>
        <translation>Alle veröffentlichten Zahlen in einer SQLite-Datei</translation>
    </message>
    <message>
        <source>Columns and types of the CSV files (Data Package)</source>
        <translation>Spalten und Typen der CSV-Dateien (Data Package)</translation>
    </message>
    <message>
        <source>All periods, tables and files, with noise and thresholds</source>
        <translation>Alle Zeiträume, Tabellen und Dateien, mit Rauschen und Schwellen</translation>
    </message>
    <message>
        <source>Data dictionary: what may be sent, and how it is published</source>
        <translation>Datenwörterbuch: was gesendet werden darf und wie es veröffentlicht wird</translation>
    </message>
    <message>
        <source>Public list: plugins, commands and versions that may be named</source>
        <translation>Öffentliche Liste: Plugins, Befehle und Versionen, die genannt werden dürfen</translation>
    </message>
    <message>
        <source>Where each level is sent</source>
        <translation>Wohin jede Stufe gesendet wird</translation>
    </message>
    <message>
        <source>History: every release and removal</source>
        <translation>Historie: jede Veröffentlichung und jede Entfernung</translation>
    </message>
    <message>
        <source>Signatures of the history’s last line</source>
        <translation>Signaturen der letzten Zeile der Historie</translation>
    </message>
    <message>
        <source>Keys that sign the history</source>
        <translation>Schlüssel, die die Historie signieren</translation>
    </message>
    <message>
        <source>A made-up month with its noise key, to draw it again</source>
        <translation>Ein erfundener Monat mit dem Schlüssel seines Rauschens, um es noch einmal zu ziehen</translation>
    </message>
    <message>
        <source>each week</source>
        <translation>in jeder Woche</translation>
    </message>
    <message>
        <source>each month</source>
        <translation>in jedem Monat</translation>
    </message>
    <message>
        <source>the year so far, by month</source>
        <translation>im Jahr bisher, nach Monat</translation>
    </message>
    <message>
        <source>all months so far, by month</source>
        <translation>insgesamt bisher, nach Monat</translation>
    </message>
    <message>
        <source>%1: %2 file</source>
        <translation>%1: %2-Datei</translation>
    </message>
    <message>
        <source>Each table, with all its periods</source>
        <translation>Jede Tabelle, mit allen Zeiträumen</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>people in</source>
        <extracomment>The head of a column of &quot;each week&quot;, &quot;each month&quot;, &quot;all months so far, by month&quot;</extracomment>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>All numbers, to download</source>
        <translation>Alle Zahlen zum Herunterladen</translation>
    </message>
    <message>
        <source>Every published number as CSV, JSON and SQLite, at addresses that stay.</source>
        <translation>Jede veröffentlichte Zahl als CSV, JSON und SQLite, unter Adressen, die bleiben.</translation>
    </message>
    <message>
        <source>Names and formats stay, and a published number never changes, but for a removal. A row that is missing was not published, which is not zero. Programs read the CSV files as they are: %1.</source>
        <translation>Namen und Formate bleiben, und eine veröffentlichte Zahl ändert sich nie, außer durch eine Entfernung. Eine fehlende Zeile wurde nicht veröffentlicht, das ist nicht null. Programme lesen die CSV-Dateien, wie sie sind: %1.</translation>
    </message>
    <message>
        <source>All numbers of this table: %1, %2</source>
        <translation>Alle Zahlen dieser Tabelle: %1, %2</translation>
    </message>
    <message>
        <source>no number was published.</source>
        <translation>es wurde keine Zahl veröffentlicht.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <extracomment>A number of people, and when</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <extracomment>Two numbers of people, each with its month or week</extracomment>
        <translation>von %1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, with %n without a number.</source>
        <extracomment>Of a line in a chart: months or weeks</extracomment>
        <translation>
            <numerusform>%1, davon %n ohne Zahl.</numerusform>
            <numerusform>%1, davon %n ohne Zahl.</numerusform>
        </translation>
    </message>
    <message>
        <source>As table</source>
        <translation>Als Tabelle</translation>
    </message>
    <message>
        <source>period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>what</source>
        <translation>was</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>nicht veröffentlicht</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>nicht gezählt</translation>
    </message>
    <message numerus="yes">
        <source>%1 people (95 %: %2)</source>
        <translation>
            <numerusform>%1 Person (95&#xa0;%: %2)</numerusform>
            <numerusform>%1 Personen (95&#xa0;%: %2)</numerusform>
        </translation>
    </message>
    <message>
        <source>Line chart. %1: %2 The numbers are in the table below.</source>
        <translation>Liniendiagramm. %1: %2 Die Zahlen stehen in der Tabelle darunter.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>napari and systems</source>
        <translation>napari und Systeme</translation>
    </message>
    <message>
        <source>Plugins</source>
        <translation>Plugins</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historie</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Downloads</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>napari in numbers</source>
        <translation>napari in Zahlen</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>Stand: %1.</translation>
    </message>
    <message>
        <source>Only people who said yes are counted.</source>
        <translation>Gezählt wird nur, wer Ja gesagt hat.</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Was geändert wurde</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>This page asks no other server for anything, sets no cookie and works without JavaScript.</source>
        <translation>Diese Seite fragt keinen anderen Server nach irgendetwas, setzt kein Cookie und funktioniert ohne JavaScript.</translation>
    </message>
    <message>
        <source>Skip to the page</source>
        <translation>Zur Seite springen</translation>
    </message>
    <message>
        <source>A plugin was taken out of all published numbers, for good.</source>
        <translation>Ein Plugin wurde aus allen veröffentlichten Zahlen herausgenommen, endgültig.</translation>
    </message>
    <message>
        <source>A topic was taken out of all published numbers, for good.</source>
        <translation>Ein Thema wurde aus allen veröffentlichten Zahlen herausgenommen, endgültig.</translation>
    </message>
    <message>
        <source>A number was taken out of everything that is published, for good.</source>
        <translation>Eine Zahl wurde aus allem Veröffentlichten herausgenommen, endgültig.</translation>
    </message>
    <message>
        <source>The keys that sign the history were changed.</source>
        <translation>Die Schlüssel, die die Historie signieren, wurden geändert.</translation>
    </message>
    <message>
        <source>The key %1 signs from now on. Its holder: %2.</source>
        <translation>Der Schlüssel %1 signiert von jetzt an. Sein Inhaber: %2.</translation>
    </message>
    <message>
        <source>The key %1 was retired: it signs no more.</source>
        <translation>Der Schlüssel %1 wurde außer Dienst gestellt: Er signiert nicht mehr.</translation>
    </message>
    <message>
        <source>The key %1 was revoked: what it signs is not to be believed any more.</source>
        <translation>Der Schlüssel %1 wurde widerrufen: Was er signiert, ist nicht mehr glaubwürdig.</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>It is not signed: no key has been entered yet.</source>
        <translation>Sie ist nicht signiert: Noch wurde kein Schlüssel eingetragen.</translation>
    </message>
    <message>
        <source>Signed by the key %1.</source>
        <translation>Signiert vom Schlüssel %1.</translation>
    </message>
    <message>
        <source>Nothing has been published yet, so there is no line.</source>
        <translation>Noch wurde nichts veröffentlicht, also gibt es keine Zeile.</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>the last one is of</source>
        <translation>die letzte ist vom</translation>
    </message>
    <message>
        <source>its fingerprint (SHA-256)</source>
        <translation>ihr Fingerabdruck (SHA-256)</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Up to now: %1, %2, %3.</source>
        <extracomment>Three counts follow, each with its word</extracomment>
        <translation>Bis jetzt: %1, %2, %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n release(s)</source>
        <translation>
            <numerusform>%n Veröffentlichung</numerusform>
            <numerusform>%n Veröffentlichungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removal(s)</source>
        <translation>
            <numerusform>%n Entfernung</numerusform>
            <numerusform>%n Entfernungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>raw events were read %n time(s)</source>
        <translation>
            <numerusform>rohe Ereignisse wurden %n Mal gelesen</numerusform>
            <numerusform>rohe Ereignisse wurden %n Mal gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep a copy, and check</source>
        <translation>Eine Kopie behalten und prüfen</translation>
    </message>
    <message>
        <source>Everybody can check it, with the public files alone:</source>
        <translation>Jeder kann es prüfen, allein mit den öffentlichen Dateien:</translation>
    </message>
    <message>
        <source>Who keeps %1 can find later whether any line was changed or taken away, even by the operators:</source>
        <translation>Wer %1 aufbewahrt, kann später feststellen, ob irgendeine Zeile geändert oder weggenommen wurde, auch von den Betreibern:</translation>
    </message>
    <message>
        <source>Compare the name of the key with what its holder says elsewhere. Each line names the SHA-256 of the line before and of the files that it publishes, so one fingerprint stands for everything up to it. It doesn’t say that a number was right when it was published.</source>
        <translation>Vergleichen Sie den Namen des Schlüssels mit dem, was sein Inhaber anderswo angibt. Jede Zeile nennt den SHA-256 der Zeile davor und der Dateien, die sie veröffentlicht; darum steht ein Fingerabdruck für alles bis zu ihm. Er sagt nicht, dass eine Zahl richtig war, als sie veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>All lines, the newest first</source>
        <translation>Alle Zeilen, die neueste zuerst</translation>
    </message>
    <message>
        <source>line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>The data dictionary: what may be sent, and how it is published.</source>
        <translation>Das Datenwörterbuch: was gesendet werden darf und wie es veröffentlicht wird.</translation>
    </message>
    <message>
        <source>The list of what may be named: plugins, commands, versions.</source>
        <translation>Die Liste dessen, was genannt werden darf: Plugins, Befehle, Versionen.</translation>
    </message>
    <message>
        <source>The addresses that each level is sent to.</source>
        <translation>Die Adressen, an die jede Stufe gesendet wird.</translation>
    </message>
    <message>
        <source>The numbers of %1 were published.</source>
        <translation>Die Zahlen wurden veröffentlicht: %1.</translation>
    </message>
    <message>
        <source>Numbers were published.</source>
        <translation>Zahlen wurden veröffentlicht.</translation>
    </message>
    <message>
        <source>Numbers that were not published yet were drawn again.</source>
        <translation>Zahlen, die noch nicht veröffentlicht waren, wurden neu gezogen.</translation>
    </message>
    <message>
        <source>A person read raw events: %1.</source>
        <translation>Eine Person hat rohe Ereignisse gelesen: %1.</translation>
    </message>
    <message>
        <source>Files that follow from the numbers were made anew, by another version of the program.</source>
        <translation>Dateien, die aus den Zahlen folgen, wurden neu erzeugt, mit einer anderen Version des Programms.</translation>
    </message>
    <message>
        <source>History and removals</source>
        <translation>Historie und Entfernungen</translation>
    </message>
    <message>
        <source>Everything that was published, removed or read, and how anybody can check it.</source>
        <translation>Alles, was veröffentlicht, entfernt oder gelesen wurde, und wie jeder es prüfen kann.</translation>
    </message>
    <message>
        <source>A published number never changes, but for a removal. Every data dictionary, release, removal and reading of raw events is a line of one list, to which lines are only added.</source>
        <translation>Eine veröffentlichte Zahl ändert sich nie, außer durch eine Entfernung. Jedes Datenwörterbuch, jede Veröffentlichung, jede Entfernung und jedes Lesen roher Ereignisse ist eine Zeile einer Liste, an die Zeilen nur angehängt werden.</translation>
    </message>
    <message>
        <source>basic</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>full</source>
        <translation>Voll</translation>
    </message>
    <message>
        <source>no telemetry</source>
        <translation>keine Telemetrie</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>what is sent</source>
        <translation>was gesendet wird</translation>
    </message>
    <message>
        <source>where to</source>
        <translation>wohin</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>What all numbers together give away about one person</source>
        <translation>Was alle Zahlen zusammen über eine Person verraten</translation>
    </message>
    <message>
        <source>At most this ε, at δ = 10⁻⁶, by differential privacy. It is not small over a year: it protects a fact, not a person for ever. For that there are the threshold, events that can’t be joined, and deletion.</source>
        <translation>Höchstens dieses ε, bei δ = 10⁻⁶, nach Differential Privacy. Über ein Jahr ist es nicht klein: Es schützt eine Angabe, nicht eine Person für immer. Dafür gibt es die Schwelle, Ereignisse, die sich nicht verbinden lassen, und das Löschen.</translation>
    </message>
    <message>
        <source>noise σ</source>
        <translation>Rauschen σ</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Noise and threshold of every table</source>
        <translation>Rauschen und Schwelle jeder Tabelle</translation>
    </message>
    <message>
        <source>No month has been published yet.</source>
        <translation>Noch wurde kein Monat veröffentlicht.</translation>
    </message>
    <message>
        <source>Up to now none is missing.</source>
        <translation>Bis jetzt fehlt keiner.</translation>
    </message>
    <message>
        <source>Missing: %1.</source>
        <translation>Es fehlt: %1.</translation>
    </message>
    <message>
        <source>%1 of “%2”</source>
        <extracomment>So many of a topic count for one person, as in: 20 of “plugins that are installed”</extracomment>
        <translation>%1 bei „%2“</translation>
    </message>
    <message>
        <source>At most %1 count for one person.</source>
        <translation>Für eine Person zählen höchstens %1.</translation>
    </message>
    <message>
        <source>How people are counted</source>
        <translation>Wie Personen gezählt werden</translation>
    </message>
    <message>
        <source>Who is counted, what noise and threshold do, and what the numbers don’t say.</source>
        <translation>Wer gezählt wird, was Rauschen und Schwelle bewirken und was die Zahlen nicht sagen.</translation>
    </message>
    <message>
        <source>The numbers are of people who were asked and said yes. They have noise, small ones are not published, and &lt;strong&gt;what is not published is not zero&lt;/strong&gt;.</source>
        <translation>Die Zahlen sind von Personen, die gefragt wurden und Ja gesagt haben. Sie enthalten Rauschen, kleine werden nicht veröffentlicht, und &lt;strong&gt;was nicht veröffentlicht ist, ist nicht null&lt;/strong&gt;.</translation>
    </message>
    <message>
        <source>Only people who said yes</source>
        <translation>Nur wer Ja gesagt hat</translation>
    </message>
    <message>
        <source>Who says yes may differ from who says no, in systems, plugins and how often they use napari. A no sends nothing, so what share said yes is not known, and nothing can be corrected for it. There is no factor that makes these the number of users of napari.</source>
        <translation>Wer Ja sagt, kann sich von denen unterscheiden, die Nein sagen: bei Systemen, Plugins und darin, wie oft napari benutzt wird. Ein Nein sendet nichts; darum ist nicht bekannt, welcher Anteil Ja gesagt hat, und nichts lässt sich darum korrigieren. Es gibt keinen Faktor, der daraus die Zahl der Benutzer von napari macht.</translation>
    </message>
    <message>
        <source>Suppressed is not zero</source>
        <translation>Unterdrückt ist nicht null</translation>
    </message>
    <message>
        <source>A number below the threshold is not published: it is a gap in a line and missing from a table. There was nobody, or fewer than about the threshold; the two look the same. Don’t count it as 0.</source>
        <translation>Eine Zahl unter der Schwelle wird nicht veröffentlicht: In einer Linie ist sie eine Lücke, in einer Tabelle fehlt sie. Es war niemand, oder es waren weniger als etwa die Schwelle; beides sieht gleich aus. Zählen Sie sie nicht als 0.</translation>
    </message>
    <message>
        <source>Noise, and the 95 % interval</source>
        <translation>Rauschen und das 95‑%-Intervall</translation>
    </message>
    <message>
        <source>Each number has random noise of its own (a discrete Gaussian with the σ of its table) and is rounded to %1. The interval says how far it may be from the count of those who take part, in 95 of 100 cases. It is no error of a sample.</source>
        <translation>Jede Zahl hat ihr eigenes zufälliges Rauschen (eine diskrete Normalverteilung mit dem σ ihrer Tabelle) und ist auf %1 gerundet. Das Intervall sagt, wie weit sie in 95 von 100 Fällen von der Anzahl derer entfernt sein kann, die teilnehmen. Es ist kein Stichprobenfehler.</translation>
    </message>
    <message>
        <source>A level has its own people</source>
        <translation>Eine Stufe hat ihre eigenen Personen</translation>
    </message>
    <message>
        <source>Plugins are counted among those who chose middle or full, commands and data among those who chose full. How many chose which is not published. Compare within a level.</source>
        <translation>Plugins werden unter denen gezählt, die „Mittel“ oder „Voll“ gewählt haben, Befehle und Daten unter denen, die „Voll“ gewählt haben. Wie viele was gewählt haben, wird nicht veröffentlicht. Vergleichen Sie innerhalb einer Stufe.</translation>
    </message>
    <message>
        <source>A person’s week, month and year</source>
        <translation>Woche, Monat und Jahr einer Person</translation>
    </message>
    <message>
        <source>A person is an account on a computer: who uses two counts twice. Weeks are ISO weeks in UTC; a month is the weeks whose Thursdays lie in it. No pseudonym lives longer than a week: napari itself remembers when it was last counted. In a table of a month each person has what was there first.</source>
        <translation>Eine Person ist ein Benutzerkonto auf einem Computer: Wer zwei benutzt, zählt zweimal. Wochen sind ISO-Wochen in UTC; ein Monat sind die Wochen, deren Donnerstage in ihm liegen. Kein Pseudonym lebt länger als eine Woche: napari selbst merkt sich, wann zuletzt gezählt wurde. In einer Tabelle eines Monats hat jede Person, was zuerst da war.</translation>
    </message>
    <message>
        <source>A year is a sum of months</source>
        <translation>Ein Jahr ist eine Summe von Monaten</translation>
    </message>
    <message>
        <source>Of those for whom a month was the first of the year, or ever. The noise adds up, so its interval grows with every month.</source>
        <translation>Von denen, für die ein Monat der erste des Jahres war, oder der erste überhaupt. Das Rauschen addiert sich, darum wächst das Intervall mit jedem Monat.</translation>
    </message>
    <message>
        <source>When numbers appear</source>
        <translation>Wann Zahlen erscheinen</translation>
    </message>
    <message>
        <source>A week is closed 21 days after its end, a month with its last week. A month of which a week could not be counted is not published.</source>
        <translation>Eine Woche wird 21 Tage nach ihrem Ende abgeschlossen, ein Monat mit seiner letzten Woche. Ein Monat, von dem eine Woche nicht gezählt werden konnte, wird nicht veröffentlicht.</translation>
    </message>
    <message>
        <source>Made-up reports</source>
        <translation>Erfundene Meldungen</translation>
    </message>
    <message>
        <source>Anybody could send some. An operator looks at jumps, and at growth that is all new people; what doesn’t stand out is not told from others.</source>
        <translation>Jeder könnte welche senden. Ein Betreiber sieht sich Sprünge an und Wachstum, das nur aus neuen Personen besteht; was nicht auffällt, ist von anderen nicht zu unterscheiden.</translation>
    </message>
    <message numerus="yes">
        <source>people ever, so far</source>
        <translation>
            <numerusform>Person insgesamt, bisher</numerusform>
            <numerusform>Personen insgesamt, bisher</numerusform>
        </translation>
    </message>
    <message>
        <source>people in a year</source>
        <translation>Personen in einem Jahr</translation>
    </message>
    <message>
        <source>people ever</source>
        <translation>Personen insgesamt</translation>
    </message>
    <message>
        <source>people in a month</source>
        <translation>Personen in einem Monat</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>no month has been published</source>
        <translation>noch wurde kein Monat veröffentlicht</translation>
    </message>
    <message>
        <source>too few for a number</source>
        <translation>zu wenige für eine Zahl</translation>
    </message>
    <message>
        <source>95 % interval: %1</source>
        <translation>95‑%-Intervall: %1</translation>
    </message>
    <message>
        <source>it grew</source>
        <translation>es wurden mehr</translation>
    </message>
    <message>
        <source>it shrank</source>
        <translation>es wurden weniger</translation>
    </message>
    <message>
        <source>no change that is larger than the noise</source>
        <translation>keine Änderung, die größer ist als das Rauschen</translation>
    </message>
    <message>
        <source>%1 had %2 people, %3 had %4: %5.</source>
        <extracomment>Two months with their numbers of people, and the change</extracomment>
        <translation>Im %1 waren es %2 Personen, im %3 %4: %5.</translation>
    </message>
    <message>
        <source>People in each week</source>
        <translation>Personen in jeder Woche</translation>
    </message>
    <message>
        <source>People in each month</source>
        <translation>Personen in jedem Monat</translation>
    </message>
    <message>
        <source>No week has been published yet. A week is closed 21 days after its end, and published then.</source>
        <translation>Noch wurde keine Woche veröffentlicht. Eine Woche wird 21 Tage nach ihrem Ende abgeschlossen und dann veröffentlicht.</translation>
    </message>
    <message>
        <source>No month has been published yet. A month is closed 21 days after its end, and published then.</source>
        <translation>Noch wurde kein Monat veröffentlicht. Ein Monat wird 21 Tage nach seinem Ende abgeschlossen und dann veröffentlicht.</translation>
    </message>
    <message>
        <source>People per week, %1 to %2. The band is the 95 % interval of each number. A gap was not published, which is not zero. Newer ones are still open: a week is closed 21 days after its end.</source>
        <translation>Personen je Woche, %1 bis %2. Das Band ist das 95‑%-Intervall jeder Zahl. Eine Lücke wurde nicht veröffentlicht, das ist nicht null. Neuere sind noch offen: Eine Woche wird 21 Tage nach ihrem Ende abgeschlossen.</translation>
    </message>
    <message>
        <source>People per month, %1 to %2. The band is the 95 % interval of each number. A gap was not published, which is not zero. Newer ones are still open: a month is closed 21 days after its end.</source>
        <translation>Personen je Monat, %1 bis %2. Das Band ist das 95‑%-Intervall jeder Zahl. Eine Lücke wurde nicht veröffentlicht, das ist nicht null. Neuere sind noch offen: Ein Monat wird 21 Tage nach seinem Ende abgeschlossen.</translation>
    </message>
    <message>
        <source>What each level sends, and where to</source>
        <translation>Was jede Stufe sendet, und wohin</translation>
    </message>
    <message>
        <source>Each level includes the ones above it in this table. Each has a host of its own, so that a firewall can block one.</source>
        <translation>Jede Stufe enthält die, die in dieser Tabelle darüber stehen. Jede hat ihren eigenen Server, damit eine Firewall einen davon sperren kann.</translation>
    </message>
    <message>
        <source>Every field, with examples</source>
        <translation>Jedes Feld, mit Beispielen</translation>
    </message>
    <message>
        <source>In napari, click “Telemetry” in the status bar and choose another level or none. What waits is deleted at once, and you are asked whether what was sent shall be erased, too.</source>
        <translation>Klicken Sie in napari in der Statusleiste auf „Telemetrie“ und wählen Sie eine andere Stufe oder keine. Was noch wartet, wird sofort gelöscht, und Sie werden gefragt, ob auch gelöscht werden soll, was gesendet wurde.</translation>
    </message>
    <message>
        <source>Set &lt;code&gt;NAPARI_TELEMETRY=0&lt;/code&gt; or &lt;code&gt;DO_NOT_TRACK=1&lt;/code&gt; before napari starts.</source>
        <translation>Setzen Sie &lt;code&gt;NAPARI_TELEMETRY=0&lt;/code&gt; oder &lt;code&gt;DO_NOT_TRACK=1&lt;/code&gt;, bevor napari startet.</translation>
    </message>
    <message>
        <source>For all people of a computer, its administrator can forbid it, and forbid the question.</source>
        <translation>Für alle Personen eines Computers kann sein Administrator sie verbieten, und auch die Frage danach.</translation>
    </message>
    <message>
        <source>How to say no</source>
        <translation>Wie man Nein sagt</translation>
    </message>
    <message>
        <source>Nothing is sent before you say yes. Afterwards:</source>
        <translation>Nichts wird gesendet, bevor Sie Ja sagen. Danach:</translation>
    </message>
    <message>
        <source>How people are counted, and what the numbers don’t say</source>
        <translation>Wie Personen gezählt werden, und was die Zahlen nicht sagen</translation>
    </message>
    <message>
        <source>Everything that was published, removed or read, and how to check it</source>
        <translation>Alles, was veröffentlicht, entfernt oder gelesen wurde, und wie man es prüft</translation>
    </message>
    <message>
        <source>All numbers as CSV, JSON and SQLite</source>
        <translation>Alle Zahlen als CSV, JSON und SQLite</translation>
    </message>
    <message>
        <source>Verify a certificate of a plugin’s numbers</source>
        <translation>Ein Zertifikat über die Zahlen eines Plugins prüfen</translation>
    </message>
    <message>
        <source>NAP-8, the proposal that all of this follows</source>
        <translation>NAP-8, der Vorschlag, dem all dies folgt (auf Englisch)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>How many people use napari</source>
        <translation>Wie viele Personen napari benutzen</translation>
    </message>
    <message>
        <source>How many people use napari, in the last month, this year and ever: of those who agreed to be counted.</source>
        <translation>Wie viele Personen napari benutzen, im letzten Monat, in diesem Jahr und insgesamt: von denen, die zugestimmt haben, gezählt zu werden.</translation>
    </message>
    <message>
        <source>These are people who were asked by napari and said yes. &lt;strong&gt;What share of all people said yes is not known&lt;/strong&gt;: a no sends nothing. So the numbers are not the size of napari’s community; their change says more than they do.</source>
        <translation>Das sind Personen, die von napari gefragt wurden und Ja gesagt haben. &lt;strong&gt;Welcher Anteil aller Personen Ja gesagt hat, ist nicht bekannt&lt;/strong&gt;: Ein Nein sendet nichts. Die Zahlen sind also nicht die Größe der Gemeinschaft von napari; wie sie sich ändern, sagt mehr als sie selbst.</translation>
    </message>
    <message>
        <source>Week by week</source>
        <translation>Woche für Woche</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>So many months of so many
----------
How many of all plugins have what was searched for in their name
----------
How many months: &quot;9 of 12&quot;</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>&lt;strong&gt;%1&lt;/strong&gt; had it in %2.</source>
        <extracomment>People who have a plugin, such as &quot;715 people (95 %: 705 to 725)&quot;, and a month</extracomment>
        <translation>
            <numerusform>&lt;strong&gt;%1&lt;/strong&gt; hatte es im %2.</numerusform>
            <numerusform>&lt;strong&gt;%1&lt;/strong&gt; hatten es im %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>No number was published for %1: fewer than about %2 people had it, or none. The last one is of %3.</source>
        <translation>Für %1 wurde keine Zahl veröffentlicht: Weniger als etwa %2 Personen hatten es, oder niemand. Die letzte ist vom %3.</translation>
    </message>
    <message>
        <source>People of whom napari says that the plugin is installed, among those who chose the level middle or full. Nobody knows how many others have it.</source>
        <translation>Personen, von denen napari sagt, dass das Plugin installiert ist, unter denen, die die Stufe „Mittel“ oder „Voll“ gewählt haben. Niemand weiß, wie viele andere es haben.</translation>
    </message>
    <message>
        <source>People who have %1</source>
        <extracomment>The title of a chart; the name of a plugin</extracomment>
        <translation>Personen, die %1 haben</translation>
    </message>
    <message>
        <source>People per month, %1 to %2. The band is the 95 % interval; a gap was not published, which is not zero.</source>
        <translation>Personen je Monat, %1 bis %2. Das Band ist das 95‑%-Intervall; eine Lücke wurde nicht veröffentlicht, das ist nicht null.</translation>
    </message>
    <message>
        <source>year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>a mean month</source>
        <translation>ein mittlerer Monat</translation>
    </message>
    <message>
        <source>months with a number</source>
        <translation>Monate mit Zahl</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>Nach Jahr</translation>
    </message>
    <message>
        <source>People in a mean month of those with a number. Months can’t be added up: the same people are in several.</source>
        <translation>Personen in einem mittleren Monat von denen, die eine Zahl haben. Monate lassen sich nicht addieren: Dieselben Personen sind in mehreren.</translation>
    </message>
    <message>
        <source>Versions through time</source>
        <translation>Versionen im Lauf der Zeit</translation>
    </message>
    <message numerus="yes">
        <source>The %n newest versions with a number.</source>
        <translation>
            <numerusform>Die neueste Version mit einer Zahl (%n).</numerusform>
            <numerusform>Die %n neuesten Versionen mit einer Zahl.</numerusform>
        </translation>
    </message>
    <message>
        <source>A band is the 95 % interval; a gap was not published.</source>
        <translation>Ein Band ist das 95‑%-Intervall; eine Lücke wurde nicht veröffentlicht.</translation>
    </message>
    <message>
        <source>People in %1, by the version that they had first in the month. The thin line in a bar is the 95 % interval.</source>
        <translation>Personen im %1, nach der Version, die sie im Monat zuerst hatten. Die dünne Linie in einem Balken ist das 95‑%-Intervall.</translation>
    </message>
    <message>
        <source>No version had enough people for a number.</source>
        <translation>Keine Version hatte genug Personen für eine Zahl.</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>No command of it had enough people for a number, or it has none that is public.</source>
        <translation>Keiner seiner Befehle hatte genug Personen für eine Zahl, oder es hat keinen öffentlichen.</translation>
    </message>
    <message>
        <source>People who used each in %1, among those who chose the level full.</source>
        <translation>Personen, die jeden im %1 benutzt haben, unter denen, die die Stufe „Voll“ gewählt haben.</translation>
    </message>
    <message>
        <source>Its commands</source>
        <translation>Seine Befehle</translation>
    </message>
    <message>
        <source>(address of this page)</source>
        <translation>(Adresse dieser Seite)</translation>
    </message>
    <message>
        <source>napari in numbers: people who have %1 installed, %2: %3 (95 % interval %4), of those who agreed to be counted. Published on %5, line %6 of the history. %7</source>
        <translation>napari in Zahlen: Personen, die %1 installiert haben, %2: %3 (95‑%-Intervall %4), von denen, die zugestimmt haben, gezählt zu werden. Veröffentlicht am %5, Zeile %6 der Historie. %7</translation>
    </message>
    <message>
        <source>Cite it</source>
        <translation>Zitieren</translation>
    </message>
    <message>
        <source>Operators sign a certificate of a plugin’s numbers for its author. &lt;a href=&quot;%1&quot;&gt;Verify a certificate&lt;/a&gt;.</source>
        <translation>Betreiber signieren für den Autor eines Plugins ein Zertifikat über dessen Zahlen. &lt;a href=&quot;%1&quot;&gt;Ein Zertifikat prüfen&lt;/a&gt;.</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Abzeichen</translation>
    </message>
    <message>
        <source>badge: people who have %1 in a month</source>
        <translation>Abzeichen: Personen, die %1 in einem Monat haben</translation>
    </message>
    <message>
        <source>How many people have the napari plugin %1, by month, year and version.</source>
        <translation>Wie viele Personen das napari-Plugin %1 haben, nach Monat, Jahr und Version.</translation>
    </message>
    <message>
        <source>All published plugins</source>
        <translation>Alle veröffentlichten Plugins</translation>
    </message>
    <message>
        <source>People with each plugin</source>
        <translation>Personen mit jedem Plugin</translation>
    </message>
    <message>
        <source>a mean month of %1</source>
        <translation>ein mittlerer Monat %1</translation>
    </message>
    <message>
        <source>months published</source>
        <translation>veröffentlichte Monate</translation>
    </message>
    <message>
        <source>Plugins that people have</source>
        <translation>Plugins, die Personen haben</translation>
    </message>
    <message>
        <source>How many people have each plugin of napari, with a page for each.</source>
        <translation>Wie viele Personen jedes Plugin von napari haben, mit einer Seite für jedes.</translation>
    </message>
    <message>
        <source>No month has been published yet, so there is no number of any plugin. A month is closed 21 days after the end of its last week.</source>
        <translation>Noch wurde kein Monat veröffentlicht, also gibt es von keinem Plugin eine Zahl. Ein Monat wird 21 Tage nach dem Ende seiner letzten Woche abgeschlossen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 plugins had a number. A plugin counts when it is installed in napari’s environment, not when it is used, and among the people who chose the level middle or full. One that is not here, or has no number in a month, has fewer than about %2 people there: that is not zero.</source>
        <translation>
            <numerusform>%1 Plugin hatte eine Zahl. Ein Plugin zählt, wenn es in der Umgebung von napari installiert ist, nicht, wenn es benutzt wird, und unter den Personen, die die Stufe „Mittel“ oder „Voll“ gewählt haben. Eines, das hier fehlt oder in einem Monat keine Zahl hat, hat dort weniger als etwa %2 Personen: Das ist nicht null.</numerusform>
            <numerusform>%1 Plugins hatten eine Zahl. Ein Plugin zählt, wenn es in der Umgebung von napari installiert ist, nicht, wenn es benutzt wird, und unter den Personen, die die Stufe „Mittel“ oder „Voll“ gewählt haben. Eines, das hier fehlt oder in einem Monat keine Zahl hat, hat dort weniger als etwa %2 Personen: Das ist nicht null.</numerusform>
        </translation>
    </message>
    <message>
        <source>Up to now no plugin had enough people for a number.</source>
        <translation>Bis jetzt hatte kein Plugin genug Personen für eine Zahl.</translation>
    </message>
    <message>
        <source>Search for a plugin</source>
        <translation>Ein Plugin suchen</translation>
    </message>
    <message>
        <source>No plugin has this in its name.</source>
        <translation>Kein Plugin hat dies in seinem Namen.</translation>
    </message>
    <message>
        <source>All numbers of all months: %1, %2</source>
        <translation>Alle Zahlen aller Monate: %1, %2</translation>
    </message>
    <message>
        <source>How it changed</source>
        <translation>Wie es sich änderte</translation>
    </message>
    <message>
        <source>The numbers are of %1, the last month that was published.</source>
        <translation>Die Zahlen sind vom %1, dem letzten Monat, der veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>Versions of napari, Python and systems</source>
        <translation>Versionen von napari, Python und Systemen</translation>
    </message>
    <message>
        <source>Which versions of napari and Python people use, on which systems and processors.</source>
        <translation>Welche Versionen von napari und Python benutzt werden, auf welchen Systemen und Prozessoren.</translation>
    </message>
    <message>
        <source>Each person is counted once in each table, with what they had first in the month. A version that is not in a table has fewer than about 20 people, or none.</source>
        <translation>Jede Person wird in jeder Tabelle einmal gezählt, mit dem, was sie im Monat zuerst hatte. Eine Version, die in einer Tabelle fehlt, hat weniger als etwa 20 Personen, oder keine.</translation>
    </message>
    <message>
        <source>Commands that are used</source>
        <translation>Befehle, die benutzt werden</translation>
    </message>
    <message>
        <source>Which commands of napari and of public plugins people use, and how often.</source>
        <translation>Welche Befehle von napari und von öffentlichen Plugins benutzt werden, und wie oft.</translation>
    </message>
    <message numerus="yes">
        <source>Only people who chose the level full are in them, and of each person the first %n commands of the month. How often is said of one week, in four classes, never as a number of uses.</source>
        <translation>
            <numerusform>In ihnen sind nur Personen, die die Stufe „Voll“ gewählt haben, und von jeder Person der erste Befehl des Monats (%n). Wie oft, wird von einer Woche gesagt, in vier Klassen, nie als Zahl der Benutzungen.</numerusform>
            <numerusform>In ihnen sind nur Personen, die die Stufe „Voll“ gewählt haben, und von jeder Person die ersten %n Befehle des Monats. Wie oft, wird von einer Woche gesagt, in vier Klassen, nie als Zahl der Benutzungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Kinds of data that are looked at</source>
        <translation>Arten von Daten, die betrachtet werden</translation>
    </message>
    <message>
        <source>Which kinds of layers people use: sizes, array libraries, element types, dimensions.</source>
        <translation>Welche Arten von Ebenen benutzt werden: Größen, Array-Bibliotheken, Datentypen, Dimensionen.</translation>
    </message>
    <message>
        <source>Only people who chose the level full are in them. Names, paths, shapes and the data itself are never looked at.</source>
        <translation>In ihnen sind nur Personen, die die Stufe „Voll“ gewählt haben. Namen, Pfade, Formen und die Daten selbst werden nie betrachtet.</translation>
    </message>
    <message numerus="yes">
        <source>people in %1</source>
        <comment>a month</comment>
        <translation>
            <numerusform>Person im %1</numerusform>
            <numerusform>Personen im %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>people in %1</source>
        <comment>a year</comment>
        <translation>
            <numerusform>Person im Jahr %1</numerusform>
            <numerusform>Personen im Jahr %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>people in %1 so far</source>
        <comment>a year</comment>
        <translation>
            <numerusform>Person im Jahr %1, bisher</numerusform>
            <numerusform>Personen im Jahr %1, bisher</numerusform>
        </translation>
    </message>
    <message>
        <source>This page asks no other server for anything and sets no cookie.</source>
        <translation>Diese Seite fragt keinen anderen Server nach irgendetwas und setzt kein Cookie.</translation>
    </message>
    <message>
        <source>Or the name of a key, or the key itself, from somewhere that you trust:</source>
        <translation>Oder der Name eines Schlüssels oder der Schlüssel selbst, von einer Stelle, der Sie vertrauen:</translation>
    </message>
    <message>
        <source>1. The certificate</source>
        <translation>1. Das Zertifikat</translation>
    </message>
    <message>
        <source>Choose the file that ends in .json, or drop it here. (It is attached to the PDF, too.)</source>
        <translation>Wählen Sie die Datei, die auf .json endet, oder legen Sie sie hier ab. (Sie ist auch an das PDF angehängt.)</translation>
    </message>
    <message>
        <source>2. The key</source>
        <translation>2. Der Schlüssel</translation>
    </message>
    <message>
        <source>No public keys are known here yet.</source>
        <translation>Hier sind noch keine öffentlichen Schlüssel bekannt.</translation>
    </message>
    <message>
        <source>The file keys.json of the public numbers, if this page has not got it:</source>
        <translation>Die Datei keys.json der öffentlichen Zahlen, falls diese Seite sie nicht hat:</translation>
    </message>
    <message>
        <source>3. What was found</source>
        <translation>3. Was gefunden wurde</translation>
    </message>
    <message>
        <source>No certificate has been chosen.</source>
        <translation>Es wurde kein Zertifikat gewählt.</translation>
    </message>
    <message>
        <source>What it proves when nothing is wrong</source>
        <translation>Was das beweist, wenn nichts falsch ist</translation>
    </message>
    <message>
        <source>Nothing in the file was changed since whoever has the key signed it.</source>
        <translation>Nichts in der Datei wurde geändert, seit der Inhaber des Schlüssels sie signiert hat.</translation>
    </message>
    <message>
        <source>The numbers are the ones that were published, and still are, where the public files could be read.</source>
        <translation>Die Zahlen sind die, die veröffentlicht wurden und es noch sind, sofern die öffentlichen Dateien gelesen werden konnten.</translation>
    </message>
    <message>
        <source>The history that names these files is whole, and signed by keys that are in use.</source>
        <translation>Die Historie, die diese Dateien nennt, ist vollständig und von Schlüsseln signiert, die in Gebrauch sind.</translation>
    </message>
    <message>
        <source>What it doesn’t prove</source>
        <translation>Was das nicht beweist</translation>
    </message>
    <message>
        <source>How many people use the plugin: only who agreed is counted, and installed is not used.</source>
        <translation>Wie viele das Plugin benutzen: Gezählt wird nur, wer zugestimmt hat, und installiert heißt nicht benutzt.</translation>
    </message>
    <message>
        <source>How many different people had it in a year: the same person may be in every month, so months can’t be added up.</source>
        <translation>Wie viele verschiedene Personen es in einem Jahr hatten: Dieselbe Person kann in jedem Monat vorkommen, darum lassen sich Monate nicht addieren.</translation>
    </message>
    <message>
        <source>Anything about a month without a number: not published is not zero.</source>
        <translation>Irgendetwas über einen Monat ohne Zahl: Nicht veröffentlicht ist nicht null.</translation>
    </message>
    <message>
        <source>That nobody made up reports, or that the plugin is a good one.</source>
        <translation>Dass niemand Meldungen erfunden hat oder dass das Plugin gut ist.</translation>
    </message>
    <message>
        <source>Whose key it is: compare its name with what its holder says elsewhere.</source>
        <translation>Wessen Schlüssel es ist: Vergleichen Sie seinen Namen mit dem, was sein Inhaber anderswo angibt.</translation>
    </message>
    <message>
        <source>Without this page</source>
        <translation>Ohne diese Seite</translation>
    </message>
    <message>
        <source>This command looks at more than the page: how the keys followed one another, and whether a number was left out. FOLDER is a copy of the public files; without it only the signature is verified.</source>
        <translation>Dieser Befehl sieht sich mehr an als die Seite: wie die Schlüssel aufeinander folgten und ob eine Zahl weggelassen wurde. FOLDER ist eine Kopie der öffentlichen Dateien; ohne sie wird nur die Signatur geprüft.</translation>
    </message>
    <message>
        <source>Verify a certificate</source>
        <translation>Ein Zertifikat prüfen</translation>
    </message>
    <message>
        <source>Verifies a certificate of a plugin’s published numbers, on your own computer.</source>
        <translation>Prüft ein Zertifikat über die veröffentlichten Zahlen eines Plugins, auf Ihrem eigenen Computer.</translation>
    </message>
    <message>
        <source>A certificate has the published numbers of a plugin, signed by whoever runs napari’s telemetry. Its file is verified here, on your own computer: it is sent nowhere.</source>
        <translation>Ein Zertifikat enthält die veröffentlichten Zahlen eines Plugins, signiert von denen, die naparis Telemetrie betreiben. Seine Datei wird hier geprüft, auf Ihrem eigenen Computer: Sie wird nirgendwohin gesendet.</translation>
    </message>
    <message>
        <source>To verify here needs JavaScript, and the file verify.js of this site. The command below does without.</source>
        <translation>Das Prüfen hier braucht JavaScript und die Datei verify.js dieser Website. Der Befehl unten kommt ohne aus.</translation>
    </message>
    <message>
        <source>Right:</source>
        <translation>Richtig:</translation>
    </message>
    <message>
        <source>Note:</source>
        <translation>Hinweis:</translation>
    </message>
    <message>
        <source>Wrong:</source>
        <translation>Falsch:</translation>
    </message>
    <message>
        <source>This certificate is signed by key %1, and nothing was changed.</source>
        <translation>Dieses Zertifikat ist vom Schlüssel %1 signiert, und nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nothing was changed since it was signed by key %1.</source>
        <translation>Seit es vom Schlüssel %1 signiert wurde, wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This certificate must not be believed.</source>
        <translation>Diesem Zertifikat darf man nicht glauben.</translation>
    </message>
    <message>
        <source>This is no certificate. %1</source>
        <extracomment>%1 is a sentence that says why</extracomment>
        <translation>Das ist kein Zertifikat. %1</translation>
    </message>
    <message>
        <source>Nothing was verified: a browser does it only on a page that came by HTTPS, or from the disk. Open this page so.</source>
        <translation>Nichts wurde geprüft: Ein Browser tut das nur auf einer Seite, die über HTTPS oder von der Festplatte kam. Öffnen Sie diese Seite so.</translation>
    </message>
    <message>
        <source>The printed page names a file with the SHA-256 %1.</source>
        <translation>Die gedruckte Seite nennt eine Datei mit dem SHA-256 %1.</translation>
    </message>
    <message>
        <source>It is the file that the printed page names.</source>
        <translation>Es ist die Datei, die die gedruckte Seite nennt.</translation>
    </message>
    <message>
        <source>It is not the file that the printed page names: its SHA-256 is another one.</source>
        <translation>Es ist nicht die Datei, die die gedruckte Seite nennt: Ihr SHA-256 ist ein anderer.</translation>
    </message>
    <message>
        <source>The public keys of this site: %1.</source>
        <translation>Die öffentlichen Schlüssel dieser Website: %1.</translation>
    </message>
    <message>
        <source>The public keys of %1: %2.</source>
        <extracomment>%1 is the name of a file, %2 lists keys</extracomment>
        <translation>Die öffentlichen Schlüssel in %1: %2.</translation>
    </message>
    <message>
        <source>This site has no public key.</source>
        <translation>Diese Website hat keinen öffentlichen Schlüssel.</translation>
    </message>
    <message>
        <source>There is no public key in %1.</source>
        <translation>In %1 ist kein öffentlicher Schlüssel.</translation>
    </message>
    <message>
        <source>The public keys of this site are not known. %1</source>
        <extracomment>%1 is a sentence that says why</extracomment>
        <translation>Die öffentlichen Schlüssel dieser Website sind nicht bekannt. %1</translation>
    </message>
    <message>
        <source>%1 has no public keys. %2</source>
        <extracomment>%1 is the name of a file, %2 a sentence that says why</extracomment>
        <translation>%1 enthält keine öffentlichen Schlüssel. %2</translation>
    </message>
    <message>
        <source>%1, revoked</source>
        <extracomment>A key in a list of keys</extracomment>
        <translation>%1, widerrufen</translation>
    </message>
    <message>
        <source>No public keys are known here.</source>
        <translation>Hier sind keine öffentlichen Schlüssel bekannt.</translation>
    </message>
    <message>
        <source>The signature is not of the key %1: the certificate was changed, or nobody signed it.</source>
        <translation>Die Signatur ist nicht vom Schlüssel %1: Das Zertifikat wurde geändert, oder niemand hat es signiert.</translation>
    </message>
    <message>
        <source>Signed by key %1, one of the public keys (%2).</source>
        <extracomment>%2 is the role of who has the key, as they wrote it</extracomment>
        <translation>Signiert vom Schlüssel %1, einem der öffentlichen Schlüssel (%2).</translation>
    </message>
    <message>
        <source>Signed by key %1, one of the public keys.</source>
        <translation>Signiert vom Schlüssel %1, einem der öffentlichen Schlüssel.</translation>
    </message>
    <message>
        <source>Signed by key %1, which is none of the public keys.</source>
        <translation>Signiert vom Schlüssel %1, der keiner der öffentlichen Schlüssel ist.</translation>
    </message>
    <message>
        <source>Signed by key %1, the one that you named.</source>
        <translation>Signiert vom Schlüssel %1, dem, den Sie genannt haben.</translation>
    </message>
    <message>
        <source>Signed by key %1, and not by the one that you named.</source>
        <translation>Signiert vom Schlüssel %1, und nicht von dem, den Sie genannt haben.</translation>
    </message>
    <message>
        <source>Signed by key %1.</source>
        <translation>Signiert vom Schlüssel %1.</translation>
    </message>
    <message>
        <source>Whose key that is, is not known here: anybody can make one. Compare its name with one from a place that you trust.</source>
        <translation>Wessen Schlüssel das ist, ist hier nicht bekannt: Jeder kann einen erzeugen. Vergleichen Sie seinen Namen mit einem von einer Stelle, der Sie vertrauen.</translation>
    </message>
    <message>
        <source>The key %1 was revoked on %2: what it signed proves nothing any more.</source>
        <extracomment>%2 is a day</extracomment>
        <translation>Der Schlüssel %1 wurde am %2 widerrufen: Was er signiert hat, beweist nichts mehr.</translation>
    </message>
    <message>
        <source>The key %1 was not in use before %2.</source>
        <translation>Der Schlüssel %1 war vor dem %2 nicht in Gebrauch.</translation>
    </message>
    <message>
        <source>The key %1 was not in use after %2.</source>
        <translation>Der Schlüssel %1 war nach dem %2 nicht in Gebrauch.</translation>
    </message>
    <message>
        <source>From the disk this page can’t hold the numbers against the public files; “napari-telemetry-aggregate verify --public” does.</source>
        <translation>Von der Festplatte aus kann diese Seite die Zahlen nicht mit den öffentlichen Dateien vergleichen; „napari-telemetry-aggregate verify --public“ tut es.</translation>
    </message>
    <message>
        <source>The numbers were not held against the public files. %1</source>
        <extracomment>%1 is a sentence that says why</extracomment>
        <translation>Die Zahlen wurden nicht mit den öffentlichen Dateien verglichen. %1</translation>
    </message>
    <message>
        <source>Every number is that of the public files.</source>
        <translation>Jede Zahl ist die der öffentlichen Dateien.</translation>
    </message>
    <message>
        <source>%1: line %2 of the history does not name the file that the certificate names.</source>
        <extracomment>%1 is a month</extracomment>
        <translation>%1: Zeile %2 der Historie nennt nicht die Datei, die das Zertifikat nennt.</translation>
    </message>
    <message>
        <source>%1: no number of the plugin was published.</source>
        <translation>%1: Es wurde keine Zahl des Plugins veröffentlicht.</translation>
    </message>
    <message>
        <source>%1: the number was taken out of the public numbers since.</source>
        <translation>%1: Die Zahl wurde seither aus den öffentlichen Zahlen entfernt.</translation>
    </message>
    <message>
        <source>%1: the certificate says %2, and published are %3.</source>
        <translation>%1: Das Zertifikat sagt %2, und veröffentlicht sind %3.</translation>
    </message>
    <message>
        <source>%1: the file was changed since; the number is the same.</source>
        <translation>%1: Die Datei wurde seither geändert; die Zahl ist dieselbe.</translation>
    </message>
    <message>
        <source>The history that names the public files is whole, and signed by %1.</source>
        <extracomment>%1 lists keys</extracomment>
        <translation>Die Historie, die die öffentlichen Dateien nennt, ist vollständig und signiert von: %1.</translation>
    </message>
    <message>
        <source>Who signed the history was not checked. %1</source>
        <extracomment>%1 is a sentence that says why</extracomment>
        <translation>Wer die Historie signiert hat, wurde nicht geprüft. %1</translation>
    </message>
    <message>
        <source>Line %1 of the history doesn’t follow from the one before: something was changed.</source>
        <translation>Zeile %1 der Historie folgt nicht aus der davor: Etwas wurde geändert.</translation>
    </message>
    <message>
        <source>The last lines of the history were taken away.</source>
        <translation>Die letzten Zeilen der Historie wurden weggenommen.</translation>
    </message>
    <message>
        <source>The last lines of the history are not signed.</source>
        <translation>Die letzten Zeilen der Historie sind nicht signiert.</translation>
    </message>
    <message>
        <source>The history is not the one that was signed.</source>
        <translation>Die Historie ist nicht die, die signiert wurde.</translation>
    </message>
    <message>
        <source>The signature of key %1 under the history is not valid: the key is not in use, or it signed something else.</source>
        <translation>Die Signatur des Schlüssels %1 unter der Historie ist ungültig: Er ist nicht in Gebrauch, oder er hat etwas anderes signiert.</translation>
    </message>
    <message>
        <source>Keys that have to sign the history: %1. Keys that did: %2.</source>
        <translation>Schlüssel, die die Historie signieren müssen: %1. Schlüssel, die es getan haben: %2.</translation>
    </message>
    <message>
        <source>month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>line of the history</source>
        <translation>Zeile der Historie</translation>
    </message>
    <message>
        <source>A mean month of each year, of the months that were published</source>
        <translation>Ein mittlerer Monat jedes Jahres, aus den Monaten, die veröffentlicht wurden</translation>
    </message>
    <message>
        <source>People in each month; what was not published is not zero</source>
        <translation>Personen in jedem Monat; was nicht veröffentlicht wurde, ist nicht null</translation>
    </message>
    <message>
        <source>%1 to %2, issued on %3.</source>
        <extracomment>%1 and %2 are months, %3 is a day</extracomment>
        <translation>%1 bis %2, ausgestellt am %3.</translation>
    </message>
    <message>
        <source>SHA-256 of the file: %1</source>
        <translation>SHA-256 der Datei: %1</translation>
    </message>
    <message>
        <source>%1 can’t be fetched.</source>
        <translation>%1 kann nicht geholt werden.</translation>
    </message>
    <message>
        <source>%1 can’t be fetched: the server answered %2.</source>
        <translation>%1 kann nicht geholt werden: Der Server hat mit %2 geantwortet.</translation>
    </message>
    <message>
        <source>%1 is not JSON.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>%1 ist kein JSON.</translation>
    </message>
    <message>
        <source>%1 can’t be read. %2</source>
        <extracomment>%1 is the name of a file, %2 a sentence that says why</extracomment>
        <translation>%1 kann nicht gelesen werden. %2</translation>
    </message>
    <message>
        <source>It is not JSON.</source>
        <translation>Es ist kein JSON.</translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation>Es ist zu groß.</translation>
    </message>
    <message>
        <source>It is of a newer version; this page may be an old copy.</source>
        <translation>Es ist von einer neueren Version; diese Seite ist vielleicht eine alte Kopie.</translation>
    </message>
    <message>
        <source>It is not an object of JSON.</source>
        <translation>Es ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>Its field “%1” is missing, or is not what it should be.</source>
        <translation>Sein Feld „%1“ fehlt oder ist nicht, was es sein sollte.</translation>
    </message>
    <message>
        <source>Its fields people, low and high don’t go together.</source>
        <translation>Seine Felder people, low und high passen nicht zusammen.</translation>
    </message>
    <message>
        <source>Its fields from and to are not two months in order.</source>
        <translation>Seine Felder from und to sind nicht zwei Monate in dieser Reihenfolge.</translation>
    </message>
    <message>
        <source>It is about more than %1 months.</source>
        <translation>Es betrifft mehr als %1 Monate.</translation>
    </message>
    <message>
        <source>It has no number.</source>
        <translation>Es hat keine Zahl.</translation>
    </message>
    <message>
        <source>The months are not in order, or not of its range.</source>
        <translation>Die Monate sind nicht in ihrer Reihenfolge oder nicht aus seinem Zeitraum.</translation>
    </message>
    <message>
        <source>What it says of the years doesn’t follow from the months.</source>
        <translation>Was es über die Jahre sagt, folgt nicht aus den Monaten.</translation>
    </message>
    <message>
        <source>It isn’t in the form in which certificates are written; if an editor or a mail program saved it anew, ask for the file as it was.</source>
        <translation>Es ist nicht in der Form, in der Zertifikate geschrieben werden; falls ein Editor oder ein Mailprogramm es neu gespeichert hat, bitten Sie um die Datei, wie sie war.</translation>
    </message>
    <message>
        <source>%1: no number yet</source>
        <translation>%1: noch keine Zahl</translation>
    </message>
    <message>
        <source>Questions about it, or something that should not be public: %1</source>
        <translation>Fragen dazu, oder etwas, das nicht öffentlich sein sollte: %1</translation>
    </message>
    <message>
        <source>week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>The first month that charts show: &quot;From [July 2026]&quot;; the next is the choice of all</extracomment>
        <translation>Von</translation>
    </message>
    <message>
        <source>the first month</source>
        <translation>dem ersten Monat</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>the last month</source>
        <translation>zum letzten Monat</translation>
    </message>
    <message>
        <source>all</source>
        <extracomment>Charts by week, by month, or both</extracomment>
        <translation>alle</translation>
    </message>
    <message>
        <source>By</source>
        <extracomment>What charts count by: &quot;By: all, week, month, year&quot;</extracomment>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>What charts show: &quot;Show: people, share&quot;</extracomment>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>What the charts show</source>
        <translation>Was die Diagramme zeigen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Questions: %1</source>
        <translation>Fragen: %1</translation>
    </message>
    <message>
        <source>up to</source>
        <translation>bis einschließlich</translation>
    </message>
    <message>
        <source>People in each year</source>
        <translation>Personen in jedem Jahr</translation>
    </message>
    <message>
        <source>People who were there at least once in the year, up to the month that is named. Each is counted once.</source>
        <translation>Personen, die im Jahr mindestens einmal da waren, bis zum genannten Monat. Jede ist einmal gezählt.</translation>
    </message>
    <message>
        <source>no number yet</source>
        <translation>noch keine Zahl</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>%1: people, and the 95 % interval</source>
        <translation>%1: Personen und das 95‑%-Intervall</translation>
    </message>
    <message>
        <source>%1: people, the 95 % interval, and the share of all people</source>
        <translation>%1: Personen, das 95‑%-Intervall und der Anteil an allen Personen</translation>
    </message>
    <message>
        <source>Dashed: releases of napari.</source>
        <translation>Gestrichelt: Veröffentlichungen von napari.</translation>
    </message>
    <message>
        <source>Grey at the end: no number yet.</source>
        <translation>Grau am Ende: noch keine Zahl.</translation>
    </message>
    <message>
        <source>The same as shares of all people. %1</source>
        <translation>Dasselbe als Anteile an allen Personen. %1</translation>
    </message>
    <message>
        <source>people (95 % interval)</source>
        <translation>Personen (95‑%-Intervall)</translation>
    </message>
</context>
<context>
    <name>Telemetry::PendingPage</name>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) put back.</source>
        <translation>
            <numerusform>%n Ereignis wiederhergestellt.</numerusform>
            <numerusform>%n Ereignisse wiederhergestellt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete found</source>
        <translation>Gefundene löschen</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Alle löschen</translation>
    </message>
    <message>
        <source>Release topic</source>
        <translation>Thema freigeben</translation>
    </message>
    <message>
        <source>Hold topic</source>
        <translation>Thema zurückhalten</translation>
    </message>
    <message>
        <source>Select events of one topic first.</source>
        <translation>Wählen Sie zuerst Ereignisse eines Themas aus.</translation>
    </message>
    <message>
        <source>“%1” is recorded and sent again.</source>
        <translation>„%1“ wird wieder aufgezeichnet und gesendet.</translation>
    </message>
    <message>
        <source>“%1” is neither recorded nor sent until you release it. What waits of it stays here.</source>
        <translation>„%1“ wird weder aufgezeichnet noch gesendet, bis Sie es freigeben. Was davon wartet, bleibt hier.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) waiting to be sent.</source>
        <translation>
            <numerusform>%n Ereignis wartet aufs Senden.</numerusform>
            <numerusform>%n Ereignisse warten aufs Senden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) of this week still growing, sent after the week.</source>
        <translation>
            <numerusform>%n Ereignis dieser Woche wächst noch und wird nach der Woche gesendet.</numerusform>
            <numerusform>%n Ereignisse dieser Woche wachsen noch und werden nach der Woche gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) held.</source>
        <translation>
            <numerusform>%n Ereignis zurückgehalten.</numerusform>
            <numerusform>%n Ereignisse zurückgehalten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) refused by the server, not sent again.</source>
        <translation>
            <numerusform>%n Ereignis vom Server abgelehnt, wird nicht wieder gesendet.</numerusform>
            <numerusform>%n Ereignisse vom Server abgelehnt, werden nicht wieder gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n use(s) of commands and layers not counted yet.</source>
        <translation>
            <numerusform>%n Nutzung von Befehlen und Ebenen noch nicht gezählt.</numerusform>
            <numerusform>%n Nutzungen von Befehlen und Ebenen noch nicht gezählt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) deleted unsent, the oldest first, because there was no more room.</source>
        <translation>
            <numerusform>%n Ereignis ungesendet gelöscht, das älteste zuerst, weil kein Platz mehr war.</numerusform>
            <numerusform>%n Ereignisse ungesendet gelöscht, die ältesten zuerst, weil kein Platz mehr war.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server could not be reached for several days. Nothing is lost.</source>
        <translation>Der Server war mehrere Tage nicht erreichbar. Nichts geht verloren.</translation>
    </message>
    <message>
        <source>The next try to send is on %1.</source>
        <translation>Der nächste Versuch zu senden ist am %1.</translation>
    </message>
    <message>
        <source>It is tried again as soon as possible.</source>
        <translation>Der nächste Versuch folgt so bald wie möglich.</translation>
    </message>
    <message>
        <source>Nothing is waiting, and nothing is recorded while telemetry is paused.</source>
        <translation>Nichts wartet, und nichts wird aufgezeichnet, solange die Telemetrie angehalten ist.</translation>
    </message>
    <message>
        <source>Telemetry is off. Nothing is recorded, and nothing is sent.</source>
        <translation>Telemetrie ist aus. Nichts wird aufgezeichnet, und nichts wird gesendet.</translation>
    </message>
    <message>
        <source>Nothing is waiting. What napari records appears here before it is sent.</source>
        <translation>Nichts wartet. Was napari aufzeichnet, erscheint hier, bevor es gesendet wird.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) deleted. They are not recorded again this week or month.</source>
        <translation>
            <numerusform>%n Ereignis gelöscht. Es wird in dieser Woche oder diesem Monat nicht wieder aufgezeichnet.</numerusform>
            <numerusform>%n Ereignisse gelöscht. Sie werden in dieser Woche oder diesem Monat nicht wieder aufgezeichnet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::Policy</name>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>Off: the administrator&apos;s file %1 can&apos;t be read (%2).</source>
        <translation>Aus: Die Datei %1 des Administrators kann nicht gelesen werden (%2).</translation>
    </message>
    <message>
        <source>At most “%1”; asking is %2.</source>
        <translation>Höchstens „%1“; Fragen ist %2.</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>nicht erlaubt</translation>
    </message>
    <message>
        <source>Off: set by the administrator&apos;s file %1.</source>
        <translation>Aus: So bestimmt es die Datei %1 des Administrators.</translation>
    </message>
    <message>
        <source>Limited by the administrator&apos;s file %1.</source>
        <translation>Begrenzt durch die Datei %1 des Administrators.</translation>
    </message>
    <message>
        <source>It is set.</source>
        <translation>Sie ist gesetzt.</translation>
    </message>
    <message>
        <source>It is not set.</source>
        <translation>Sie ist nicht gesetzt.</translation>
    </message>
    <message>
        <source>Off: the variable DO_NOT_TRACK is set.</source>
        <translation>Aus: Die Variable DO_NOT_TRACK ist gesetzt.</translation>
    </message>
    <message>
        <source>At most “%1”.</source>
        <translation>Höchstens „%1“.</translation>
    </message>
    <message>
        <source>It has an unknown value, which means none.</source>
        <translation>Sie hat einen unbekannten Wert; das bedeutet: keine Telemetrie.</translation>
    </message>
    <message>
        <source>Off: the variable NAPARI_TELEMETRY has an unknown value.</source>
        <translation>Aus: Die Variable NAPARI_TELEMETRY hat einen unbekannten Wert.</translation>
    </message>
    <message>
        <source>Off: the variable NAPARI_TELEMETRY says so.</source>
        <translation>Aus: So bestimmt es die Variable NAPARI_TELEMETRY.</translation>
    </message>
    <message>
        <source>Limited by the variable NAPARI_TELEMETRY.</source>
        <translation>Begrenzt durch die Variable NAPARI_TELEMETRY.</translation>
    </message>
    <message>
        <source>Off: the variable CI is set, so this is not a person&apos;s session.</source>
        <translation>Aus: Die Variable CI ist gesetzt, in dieser Sitzung arbeitet also keine Person.</translation>
    </message>
    <message>
        <source>Off: there is no screen.</source>
        <translation>Aus: Es gibt keinen Bildschirm.</translation>
    </message>
    <message>
        <source>Off: napari keeps no settings here, so an answer could not be kept.</source>
        <translation>Aus: napari bewahrt hier keine Einstellungen auf, eine Antwort könnte also nicht aufbewahrt werden.</translation>
    </message>
    <message>
        <source>A person&apos;s session.</source>
        <translation>In dieser Sitzung arbeitet eine Person.</translation>
    </message>
    <message>
        <source>Off: your choice in %1 can&apos;t be read.</source>
        <translation>Aus: Ihre Wahl in %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Do not ask in any environment.</source>
        <translation>In keiner Umgebung fragen.</translation>
    </message>
    <message>
        <source>Asking is allowed.</source>
        <translation>Fragen ist erlaubt.</translation>
    </message>
    <message>
        <source>There is no such file: no answer yet.</source>
        <translation>Diese Datei gibt es nicht: noch keine Antwort.</translation>
    </message>
    <message>
        <source>Off: your answer in %1 can&apos;t be read.</source>
        <translation>Aus: Ihre Antwort in %1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Off: the administrator&apos;s file %1 does not let napari ask.</source>
        <translation>Aus: Die Datei %1 des Administrators erlaubt napari nicht zu fragen.</translation>
    </message>
    <message>
        <source>Off: you chose not to be asked in any environment (%1).</source>
        <translation>Aus: Sie haben gewählt, in keiner Umgebung gefragt zu werden (%1).</translation>
    </message>
    <message>
        <source>Off: %1 can&apos;t be written, so an answer could not be kept.</source>
        <translation>Aus: %1 kann nicht geschrieben werden, eine Antwort könnte also nicht aufbewahrt werden.</translation>
    </message>
    <message>
        <source>Off: you have not been asked yet.</source>
        <translation>Aus: Sie wurden noch nicht gefragt.</translation>
    </message>
    <message>
        <source>Off: you chose so on %1.</source>
        <translation>Aus: Das haben Sie am %1 gewählt.</translation>
    </message>
    <message>
        <source>You chose this on %1.</source>
        <translation>Das haben Sie am %1 gewählt.</translation>
    </message>
    <message>
        <source>Off: the time that you set ended on %1.</source>
        <translation>Aus: Die Frist, die Sie gesetzt haben, endete am %1.</translation>
    </message>
    <message>
        <source>Off: your answer was given to a newer version of the question.</source>
        <translation>Aus: Ihre Antwort galt einer neueren Fassung der Frage.</translation>
    </message>
    <message>
        <source>Off: more would be sent at this level than when you answered.</source>
        <translation>Aus: Auf dieser Stufe würde mehr gesendet als zur Zeit Ihrer Antwort.</translation>
    </message>
    <message>
        <source>Paused until %1.</source>
        <translation>Angehalten bis %1.</translation>
    </message>
    <message>
        <source>Paused until you resume.</source>
        <translation>Angehalten, bis Sie sie fortsetzen.</translation>
    </message>
    <message>
        <source>It ends on %1.</source>
        <translation>Das gilt bis zum %1.</translation>
    </message>
    <message>
        <source>“%1”. %2</source>
        <translation>„%1“. %2</translation>
    </message>
    <message>
        <source>Off: what you chose on %1 could not be saved in its place. Choose again to change this.</source>
        <translation>Aus: Was Sie am %1 gewählt haben, konnte nicht an seinem Platz gespeichert werden. Wählen Sie neu, um das zu ändern.</translation>
    </message>
    <message>
        <source>This is not a container.</source>
        <translation>Das ist kein Container.</translation>
    </message>
    <message>
        <source>A container whose home folder is kept.</source>
        <translation>Ein Container, dessen Benutzerverzeichnis erhalten bleibt.</translation>
    </message>
    <message>
        <source>The administrator says that home folders are kept in this container.</source>
        <translation>Laut Administrator bleiben Benutzerverzeichnisse in diesem Container erhalten.</translation>
    </message>
    <message>
        <source>Off: this is a container (%1), and what is saved in %2 seems to go with it. An administrator can state that it is kept.</source>
        <translation>Aus: Das ist ein Container (%1), und was in %2 gespeichert wird, geht anscheinend mit ihm verloren. Ein Administrator kann angeben, dass es erhalten bleibt.</translation>
    </message>
    <message>
        <source>Off: pytest is loaded, so this is a test run and not a person&apos;s session.</source>
        <translation>Aus: pytest ist geladen, dies ist also ein Testlauf, in dem keine Person arbeitet.</translation>
    </message>
    <message>
        <source>Off: disabled in napari&apos;s plugin manager.</source>
        <translation>Aus: in der Plugin-Verwaltung von napari abgeschaltet.</translation>
    </message>
</context>
<context>
    <name>Telemetry::PreviewDesk</name>
    <message>
        <source>The events on this computer can&apos;t be read or changed: %1.</source>
        <translation>Die Ereignisse auf diesem Computer lassen sich nicht lesen oder ändern: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) written to %1.</source>
        <translation>
            <numerusform>%n Ereignis in %1 geschrieben.</numerusform>
            <numerusform>%n Ereignisse in %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file can&apos;t be written: %1</source>
        <translation>Die Datei lässt sich nicht schreiben: %1</translation>
    </message>
</context>
<context>
    <name>Telemetry::PreviewHolder</name>
    <message>
        <source>Export events</source>
        <translation>Ereignisse exportieren</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
</context>
<context>
    <name>Telemetry::PreviewWindow</name>
    <message>
        <source>Pending</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>What is collected</source>
        <translation>Was erfasst wird</translation>
    </message>
    <message>
        <source>Events are kept on this computer until they are sent to %1.</source>
        <translation>Ereignisse bleiben auf diesem Computer, bis sie an %1 gesendet werden.</translation>
    </message>
</context>
<context>
    <name>Telemetry::ProblemText</name>
    <message>
        <source>Events can&apos;t be kept on this computer: %1. napari is not affected, and nothing is sent.</source>
        <translation>Ereignisse können auf diesem Computer nicht aufbewahrt werden: %1. napari ist nicht betroffen, und es wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Nothing is recorded, because napari&apos;s data folder is a temporary one: %1</source>
        <translation>Es wird nichts aufgezeichnet, weil der Datenordner von napari ein vorübergehender ist: %1</translation>
    </message>
    <message>
        <source>Nothing is recorded, because napari&apos;s data folder is copied to other computers: %1</source>
        <translation>Es wird nichts aufgezeichnet, weil der Datenordner von napari auf andere Computer kopiert wird: %1</translation>
    </message>
    <message>
        <source>You said no this week, and events of this week may have been sent before. So that you are not counted twice, nothing is recorded until Monday.</source>
        <translation>Sie haben diese Woche Nein gesagt, und vielleicht wurden Ereignisse dieser Woche schon gesendet. Damit Sie nicht doppelt gezählt werden, wird bis Montag nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>The file of events was damaged. What could be read of it was kept. napari is not affected.</source>
        <translation>Die Datei mit den Ereignissen war beschädigt. Was davon lesbar war, wurde aufbewahrt. napari ist nicht betroffen.</translation>
    </message>
</context>
<context>
    <name>Telemetry::ProxyChoice</name>
    <message>
        <source>The variable %1 names a proxy in a way that can&apos;t be read; http://proxy.example:3128 could be. Nothing is sent past it.</source>
        <translation>Die Variable %1 nennt einen Proxy auf eine Weise, die nicht lesbar ist; lesbar wäre http://proxy.example:3128. An ihm vorbei wird nichts gesendet.</translation>
    </message>
    <message>
        <source>The variable %1 names a proxy of a kind that can&apos;t be used. Those that can be begin with http://, socks5:// or socks5h://. Nothing is sent past it.</source>
        <translation>Die Variable %1 nennt einen Proxy einer Art, die nicht verwendet werden kann. Verwendbare beginnen mit http://, socks5:// oder socks5h://. An ihm vorbei wird nichts gesendet.</translation>
    </message>
    <message>
        <source>the system&apos;s settings</source>
        <translation>den Einstellungen des Systems</translation>
    </message>
    <message>
        <source>The proxy of the system&apos;s settings is of a kind that can&apos;t be used. Nothing is sent past it.</source>
        <translation>Der Proxy in den Einstellungen des Systems ist von einer Art, die nicht verwendet werden kann. An ihm vorbei wird nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>Telemetry::Question</name>
    <message>
        <source>May napari report something new?</source>
        <translation>Darf napari etwas Neues melden?</translation>
    </message>
    <message>
        <source>May napari report how it is used?</source>
        <translation>Darf napari melden, wie es benutzt wird?</translation>
    </message>
    <message>
        <source>You agreed to reports before. This version can send more than it could then; what is new is listed here. Nothing is sent until you answer.</source>
        <translation>Sie haben Meldungen früher zugestimmt. Diese Version kann mehr senden als damals; das Neue steht hier. Nichts wird gesendet, bis Sie antworten.</translation>
    </message>
    <message>
        <source>The developers of napari, an open community project, do not know how many people use it, on which systems and with which plugins. Reports help them to win grants and to look after what is used. The choice is yours: napari works the same with any answer.</source>
        <translation>Die Entwickler von napari, einem offenen Gemeinschaftsprojekt, wissen nicht, wie viele Menschen es benutzen, auf welchen Systemen und mit welchen Plugins. Meldungen helfen ihnen, Fördermittel zu gewinnen und zu pflegen, was benutzt wird. Es ist Ihre Wahl: napari arbeitet mit jeder Antwort gleich.</translation>
    </message>
    <message>
        <source>Nothing new.</source>
        <translation>Nichts Neues.</translation>
    </message>
    <message>
        <source>New: %1.</source>
        <translation>Neu: %1.</translation>
    </message>
    <message>
        <source>To change your mind, click “Telemetry” in the status bar and choose another level. You can also have erased what you sent.</source>
        <translation>Wenn Sie es sich anders überlegen, klicken Sie in der Statusleiste auf „Telemetrie“ und wählen eine andere Stufe. Sie können auch löschen lassen, was Sie gesendet haben.</translation>
    </message>
    <message>
        <source>napari&apos;s chat</source>
        <translation>der Chat von napari</translation>
    </message>
    <message>
        <source>Closing this window means no telemetry. You will not be asked again in this Python environment.</source>
        <translation>Dieses Fenster zu schließen bedeutet: keine Telemetrie. In dieser Python-Umgebung werden Sie nicht noch einmal gefragt.</translation>
    </message>
    <message>
        <source>Questions: %1, or %2. More about telemetry in napari: %3, or the same page at %4.</source>
        <comment>mail address, chat, host name, host name</comment>
        <translation>Fragen: %1 oder %2. Mehr über Telemetrie in napari: %3, dieselbe Seite auch unter %4.</translation>
    </message>
</context>
<context>
    <name>Telemetry::QueueInstaller</name>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
</context>
<context>
    <name>Telemetry::ReceiptEraser</name>
    <message>
        <source>what you chose can&apos;t be read any more: %1</source>
        <translation>was Sie ausgewählt haben, lässt sich nicht mehr lesen: %1</translation>
    </message>
</context>
<context>
    <name>Telemetry::ReportText</name>
    <message>
        <source>There was nothing to send.</source>
        <translation>Es gab nichts zu senden.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n event(s) sent.</source>
        <translation>
            <numerusform>%1: %n Ereignis gesendet.</numerusform>
            <numerusform>%1: %n Ereignisse gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n event(s) refused by the server; they are not sent again.</source>
        <translation>
            <numerusform>%1: %n Ereignis vom Server abgelehnt; es wird nicht noch einmal gesendet.</numerusform>
            <numerusform>%1: %n Ereignisse vom Server abgelehnt; sie werden nicht noch einmal gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: not sent, everything is kept: %2</source>
        <translation>%1: nicht gesendet, alles bleibt erhalten: %2</translation>
    </message>
    <message>
        <source>%1: the server does not take these events: %2</source>
        <translation>%1: Der Server nimmt diese Ereignisse nicht an: %2</translation>
    </message>
    <message>
        <source>%1: cancelled.</source>
        <translation>%1: abgebrochen.</translation>
    </message>
</context>
<context>
    <name>Telemetry::SampleEvents</name>
    <message>
        <source>made after you agree</source>
        <translation>entsteht nach Ihrer Zustimmung</translation>
    </message>
    <message numerus="yes">
        <source>%n plugin(s) are not on the public list, or not in the version that you have, and would not be sent.</source>
        <translation>
            <numerusform>%n Plugin steht nicht auf der öffentlichen Liste, oder nicht in der installierten Version, und würde nicht gesendet.</numerusform>
            <numerusform>%n Plugins stehen nicht auf der öffentlichen Liste, oder nicht in der installierten Version, und würden nicht gesendet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::SampleView</name>
    <message>
        <source>What would be sent</source>
        <translation>Was gesendet würde</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>Includes everything of “%1”.</source>
        <translation>Enthält alles aus „%1“.</translation>
    </message>
    <message>
        <source>Nothing from this computer</source>
        <translation>Nichts von diesem Computer</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>Warum: %1</translation>
    </message>
    <message>
        <source>Exactly as sent, with the values of an example</source>
        <translation>Genau so würde es gesendet, mit den Werten eines Beispiels</translation>
    </message>
    <message>
        <source>Exactly as sent</source>
        <translation>Genau so würde es gesendet</translation>
    </message>
</context>
<context>
    <name>Telemetry::Sender</name>
    <message>
        <source>The sending was stopped.</source>
        <translation>Das Senden wurde angehalten.</translation>
    </message>
    <message>
        <source>Nothing can be sent now.</source>
        <translation>Jetzt kann nichts gesendet werden.</translation>
    </message>
    <message>
        <source>The server has asked to wait. What is pending is sent later.</source>
        <translation>Der Server hat darum gebeten zu warten. Was wartet, wird später gesendet.</translation>
    </message>
    <message>
        <source>Another napari is sending at present.</source>
        <translation>Ein anderes napari sendet gerade.</translation>
    </message>
</context>
<context>
    <name>Telemetry::SentPage</name>
    <message numerus="yes">
        <source>What was sent from this environment. These receipts stay on this computer for %n day(s) at most, so that you can have it erased from the server.</source>
        <translation>
            <numerusform>Was aus dieser Umgebung gesendet wurde. Diese Belege bleiben höchstens %n Tag auf diesem Computer, damit Sie es vom Server löschen lassen können.</numerusform>
            <numerusform>Was aus dieser Umgebung gesendet wurde. Diese Belege bleiben höchstens %n Tage auf diesem Computer, damit Sie es vom Server löschen lassen können.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was sent from this environment, or its receipts are gone.</source>
        <translation>Aus dieser Umgebung wurde nichts gesendet, oder die Belege sind nicht mehr da.</translation>
    </message>
    <message numerus="yes">
        <source>Do you want to have %n event(s) erased from the server? This can&apos;t be undone.</source>
        <translation>
            <numerusform>Möchten Sie %n Ereignis vom Server löschen lassen? Das lässt sich nicht rückgängig machen.</numerusform>
            <numerusform>Möchten Sie %n Ereignisse vom Server löschen lassen? Das lässt sich nicht rückgängig machen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Do you want to have everything erased from the server that was sent from this environment? This can&apos;t be undone.</source>
        <translation>Möchten Sie alles vom Server löschen lassen, was aus dieser Umgebung gesendet wurde? Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>Telemetrie</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Asking the server to erase…</source>
        <translation>Der Server wird gebeten zu löschen…</translation>
    </message>
    <message>
        <source>Do you want to delete all receipts from this computer? What was sent can then no longer be erased from the server, and no longer be linked to this computer. You may be counted once more in this month, this year and ever.</source>
        <translation>Möchten Sie alle Belege von diesem Computer löschen? Was gesendet wurde, lässt sich dann nicht mehr vom Server löschen und nicht mehr mit diesem Computer verbinden. Vielleicht werden Sie in diesem Monat, in diesem Jahr und überhaupt noch einmal gezählt.</translation>
    </message>
</context>
<context>
    <name>Telemetry::StatusIndicator</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>Für 1 Stunde</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <translation>Bis ich fortsetze</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation>Vorschau…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Public dashboard</source>
        <translation>Öffentliche Übersicht</translation>
    </message>
</context>
<context>
    <name>Telemetry::TelemetryCommands</name>
    <message>
        <source>Nothing was recorded in this environment.</source>
        <translation>In dieser Umgebung wurde nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>There is no event.</source>
        <translation>Es gibt kein Ereignis.</translation>
    </message>
    <message numerus="yes">
        <source>%n use(s) of commands and layers not counted yet.</source>
        <translation>
            <numerusform>%n Nutzung von Befehlen und Ebenen noch nicht gezählt.</numerusform>
            <numerusform>%n Nutzungen von Befehlen und Ebenen noch nicht gezählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file can&apos;t be written: %1</source>
        <translation>Die Datei lässt sich nicht schreiben: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) written to %1.</source>
        <translation>
            <numerusform>%n Ereignis in %1 geschrieben.</numerusform>
            <numerusform>%n Ereignisse in %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) deleted.</source>
        <translation>
            <numerusform>%n Ereignis gelöscht.</numerusform>
            <numerusform>%n Ereignisse gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>The receipts are deleted.</source>
        <translation>Die Belege sind gelöscht.</translation>
    </message>
    <message>
        <source>%1: counted in the period &quot;%2&quot;.</source>
        <translation>%1: gezählt im Zeitraum „%2“.</translation>
    </message>
    <message>
        <source>%1: counted in the period &quot;%2&quot;, by the event of %3.</source>
        <translation>%1: gezählt im Zeitraum „%2“, durch das Ereignis von %3.</translation>
    </message>
</context>
<context>
    <name>Telemetry::TelemetryHandle</name>
    <message>
        <source>it is not the plugin that was expected</source>
        <translation>es ist nicht das erwartete Plugin</translation>
    </message>
    <message>
        <source>it is release %1, and %2 is needed</source>
        <translation>es ist Version %1, und %2 wird gebraucht</translation>
    </message>
</context>
<context>
    <name>Telemetry::TelemetryPlugin</name>
    <message>
        <source>Nothing was sent, because telemetry is off at present.</source>
        <translation>Nichts wurde gesendet, weil Telemetrie zurzeit aus ist.</translation>
    </message>
    <message>
        <source>The sending was stopped.</source>
        <translation>Das Senden wurde angehalten.</translation>
    </message>
    <message>
        <source>What was waiting to be sent is deleted.</source>
        <translation>Was noch nicht gesendet war, ist gelöscht.</translation>
    </message>
</context>
<context>
    <name>Telemetry::TelemetryWorker</name>
    <message>
        <source>the file of events is damaged again and again</source>
        <translation>die Datei der Ereignisse ist immer wieder beschädigt</translation>
    </message>
    <message>
        <source>The sending was stopped.</source>
        <translation>Das Senden wurde angehalten.</translation>
    </message>
    <message>
        <source>The receipts can&apos;t be deleted: %1.</source>
        <translation>Die Belege können nicht gelöscht werden: %1.</translation>
    </message>
    <message>
        <source>The identifiers can&apos;t be read: %1.</source>
        <translation>Die Kennungen sind nicht lesbar: %1.</translation>
    </message>
</context>
<context>
    <name>Telemetry::UploadQueue</name>
    <message>
        <source>it is not the plugin that was expected</source>
        <translation>es ist nicht das erwartete Plugin</translation>
    </message>
    <message>
        <source>the upload plugin can&apos;t be used: %1</source>
        <translation>das Plugin zum Senden ist nicht benutzbar: %1</translation>
    </message>
    <message>
        <source>Nothing was sent, because the upload plugin can&apos;t be used: %1</source>
        <translation>Es wurde nichts gesendet, weil das Plugin zum Senden nicht benutzt werden kann: %1</translation>
    </message>
</context>
<context>
    <name>Telemetry::WindowAttachment</name>
    <message>
        <source>Telemetry preview…</source>
        <translation>Telemetrie-Vorschau…</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>Telemetrie</translation>
    </message>
</context>
</TS>
