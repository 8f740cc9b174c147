<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl" sourcelanguage="en">
<context>
    <name>CollectedPage</name>
    <message>
        <source>This is all that can ever be sent, from the data dictionary. Each level includes the ones above it.</source>
        <translation>To wszystko, co kiedykolwiek może zostać wysłane, ze słownika danych. Każdy poziom zawiera te powyżej.</translation>
    </message>
    <message>
        <source>What is collected</source>
        <translation>Co jest zbierane</translation>
    </message>
    <message>
        <source>Open the public table</source>
        <translation>Otwórz publiczną tabelę</translation>
    </message>
</context>
<context>
    <name>ConsentDialog</name>
    <message>
        <source>Telemetry</source>
        <translation>Telemetria</translation>
    </message>
    <message>
        <source>Save my choice</source>
        <translation>Zapisz mój wybór</translation>
    </message>
    <message>
        <source>Show the English original</source>
        <translation>Pokaż oryginał w języku angielskim</translation>
    </message>
    <message>
        <source>See exactly what would be sent…</source>
        <translation>Zobacz dokładnie, co zostałoby wysłane…</translation>
    </message>
    <message>
        <source>How long an agreement lasts:</source>
        <translation>Jak długo obowiązuje zgoda:</translation>
    </message>
    <message>
        <source>How long an agreement lasts</source>
        <translation>Jak długo obowiązuje zgoda</translation>
    </message>
    <message>
        <source>Do not ask in my other Python environments; telemetry stays off there</source>
        <translation>Nie pytaj w moich innych środowiskach Pythona; telemetria pozostaje tam wyłączona</translation>
    </message>
</context>
<context>
    <name>EraseDialog</name>
    <message>
        <source>Erase what I sent</source>
        <translation>Usuń to, co zostało ode mnie wysłane</translation>
    </message>
    <message>
        <source>Progress of erasing</source>
        <translation>Postęp usuwania</translation>
    </message>
</context>
<context>
    <name>EventsView</name>
    <message>
        <source>Search</source>
        <translation>Szukaj</translation>
    </message>
    <message>
        <source>The selected events</source>
        <translation>Wybrane zdarzenia</translation>
    </message>
    <message>
        <source>Exactly as sent</source>
        <translation>Dokładnie jak wysłane</translation>
    </message>
    <message>
        <source>The bytes of the selected events, exactly as sent</source>
        <translation>Bajty wybranych zdarzeń, dokładnie jak wysłane</translation>
    </message>
    <message>
        <source>Whole request</source>
        <translation>Całe żądanie</translation>
    </message>
    <message>
        <source>The whole request that carries the selected event</source>
        <translation>Całe żądanie, które niesie wybrane zdarzenie</translation>
    </message>
</context>
<context>
    <name>InstallDialog</name>
    <message>
        <source>Installing telemetry</source>
        <translation>Instalowanie telemetrii</translation>
    </message>
    <message>
        <source>Progress of the installation</source>
        <translation>Postęp instalacji</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>The command:</source>
        <translation>Polecenie:</translation>
    </message>
    <message>
        <source>The command</source>
        <translation>Polecenie</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiuj</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Kopiuj polecenie</translation>
    </message>
    <message>
        <source>What it prints:</source>
        <translation>Co wypisuje:</translation>
    </message>
    <message>
        <source>What it prints</source>
        <translation>Co wypisuje</translation>
    </message>
</context>
<context>
    <name>LevelSettingsPane</name>
    <message>
        <source>Preview…</source>
        <translation>Podgląd…</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Wznów</translation>
    </message>
    <message>
        <source>How long an agreement lasts:</source>
        <translation>Jak długo obowiązuje zgoda:</translation>
    </message>
    <message>
        <source>How long an agreement lasts</source>
        <translation>Jak długo obowiązuje zgoda</translation>
    </message>
    <message>
        <source>Never ask in any environment</source>
        <translation>Nigdy nie pytaj w żadnym środowisku</translation>
    </message>
    <message>
        <source>It takes effect at once. As everywhere in these preferences, Cancel takes back what you chose here.</source>
        <translation>Działa od razu. Jak wszędzie w tych ustawieniach, „Cancel” cofa to, co tu wybrano.</translation>
    </message>
    <message>
        <source>See exactly what would be sent…</source>
        <translation>Zobacz dokładnie, co zostałoby wysłane…</translation>
    </message>
    <message>
        <source>What was recorded or sent (Cancel does not take these back):</source>
        <translation>Co zostało zapisane lub wysłane („Cancel” tego nie cofa):</translation>
    </message>
    <message>
        <source>Delete what is pending</source>
        <translation>Usuń to, co czeka na wysłanie</translation>
    </message>
    <message>
        <source>Erase what I sent…</source>
        <translation>Usuń to, co zostało ode mnie wysłane…</translation>
    </message>
    <message>
        <source>Forget receipts</source>
        <translation>Zapomnij potwierdzenia</translation>
    </message>
    <message>
        <source>Copy my current identifiers</source>
        <translation>Kopiuj moje obecne identyfikatory</translation>
    </message>
    <message>
        <source>My current identifiers</source>
        <translation>Moje obecne identyfikatory</translation>
    </message>
    <message>
        <source>Your answers in this environment</source>
        <translation>Odpowiedzi w tym środowisku</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Kiedy</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Poziom</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Do</translation>
    </message>
    <message>
        <source>Dictionary version</source>
        <translation>Wersja słownika</translation>
    </message>
    <message>
        <source>Uninstall napari-telemetry</source>
        <translation>Odinstaluj napari-telemetry</translation>
    </message>
    <message>
        <source>Deletes from this computer what was sent. It can then no longer be erased from the server, and you may be counted once more.</source>
        <translation>Usuwa z tego komputera to, co zostało wysłane. Potem nie można już tego usunąć z serwera, a Ty możesz zostać policzony(-a) jeszcze raz.</translation>
    </message>
</context>
<context>
    <name>PendingPage</name>
    <message>
        <source>Progress of sending</source>
        <translation>Postęp wysyłania</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Zatrzymaj wysyłanie</translation>
    </message>
    <message>
        <source>Delete selected</source>
        <translation>Usuń wybrane</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Usuń wszystkie</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>Hold topic</source>
        <translation>Wstrzymaj temat</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Eksportuj…</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Wyślij teraz</translation>
    </message>
</context>
<context>
    <name>PreviewWindow</name>
    <message>
        <source>Telemetry preview</source>
        <translation>Podgląd telemetrii</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Pages of the preview</source>
        <translation>Strony podglądu</translation>
    </message>
</context>
<context>
    <name>SampleDialog</name>
    <message>
        <source>What would be sent</source>
        <translation>Co zostałoby wysłane</translation>
    </message>
    <message>
        <source>What would be sent from this computer</source>
        <translation>Co zostałoby wysłane z tego komputera</translation>
    </message>
    <message>
        <source>These values were put together in memory when you opened this window. Nothing has been recorded or sent by doing so.</source>
        <translation>Te wartości zestawiono w pamięci w chwili otwarcia tego okna. Niczego przy tym nie zapisano ani nie wysłano.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
</context>
<context>
    <name>SampleView</name>
    <message>
        <source>What would be sent</source>
        <translation>Co zostałoby wysłane</translation>
    </message>
    <message>
        <source>Each “reporter” is a pseudonym for one fact in one week.</source>
        <translation>Każdy „reporter” to pseudonim jednej informacji w jednym tygodniu.</translation>
    </message>
</context>
<context>
    <name>SentPage</name>
    <message>
        <source>Erase selected from the server</source>
        <translation>Usuń wybrane z serwera</translation>
    </message>
    <message>
        <source>Erase all from the server</source>
        <translation>Usuń wszystkie z serwera</translation>
    </message>
    <message>
        <source>Forget receipts</source>
        <translation>Zapomnij potwierdzenia</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Eksportuj…</translation>
    </message>
</context>
<context>
    <name>Telemetry::BatchVerdict</name>
    <message>
        <source>The collector is not available now (HTTP %1).</source>
        <translation>Serwer telemetrii jest teraz niedostępny (HTTP %1).</translation>
    </message>
    <message>
        <source>The collector refused the request (HTTP %1).</source>
        <translation>Serwer telemetrii odrzucił żądanie (HTTP %1).</translation>
    </message>
    <message>
        <source>Somebody else answered, not the collector (HTTP %1): a filter, a proxy, or a network that one has to sign in to.</source>
        <translation>Odpowiedział ktoś inny, nie serwer telemetrii (HTTP %1): filtr, serwer proxy albo sieć, do której trzeba się zalogować.</translation>
    </message>
    <message>
        <source>Somebody answered with another address (HTTP %1), which is never followed.</source>
        <translation>Ktoś odpowiedział innym adresem (HTTP %1), do którego nic nigdy nie przechodzi.</translation>
    </message>
</context>
<context>
    <name>Telemetry::CollectedPage</name>
    <message>
        <source>What</source>
        <translation>Co</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Na tym komputerze</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Co to jest</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 i %n więcej</numerusform>
            <numerusform>%1 i %n więcej</numerusform>
            <numerusform>%1 i %n więcej</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nic</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>Powód: %1</translation>
    </message>
    <message>
        <source>Not in a public table of its own.</source>
        <translation>Bez własnej publicznej tabeli.</translation>
    </message>
    <message>
        <source>In the public tables: %1</source>
        <translation>W publicznych tabelach: %1</translation>
    </message>
    <message>
        <source>first in</source>
        <translation>po raz pierwszy w</translation>
    </message>
    <message>
        <source>The longest period in which this is your first report: week, month, year or ever. So people of a month or a year can be counted, and nothing names you for longer than a week.</source>
        <translation>Najdłuższy okres, w którym to Twoje pierwsze zgłoszenie: tydzień (week), miesiąc (month), rok (year) lub w ogóle (ever). Dzięki temu można liczyć osoby w miesiącu lub roku, a nic nie oznacza Cię dłużej niż tydzień.</translation>
    </message>
    <message>
        <source>Recorded once a week.</source>
        <translation>Zapisywane raz w tygodniu.</translation>
    </message>
    <message>
        <source>Recorded once a month, without its week.</source>
        <translation>Zapisywane raz w miesiącu, bez tygodnia.</translation>
    </message>
    <message numerus="yes">
        <source>Each recorded once a month, without its week, at most %n.</source>
        <translation>
            <numerusform>Każde zapisywane raz w miesiącu, bez tygodnia, najwyżej %n.</numerusform>
            <numerusform>Każde zapisywane raz w miesiącu, bez tygodnia, najwyżej %n.</numerusform>
            <numerusform>Każde zapisywane raz w miesiącu, bez tygodnia, najwyżej %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (each week, noise σ = %2)</source>
        <translation>%1 (co tydzień, szum σ = %2)</translation>
    </message>
    <message>
        <source>%1 (each month, noise σ = %2)</source>
        <translation>%1 (co miesiąc, szum σ = %2)</translation>
    </message>
    <message>
        <source>%1 (the sum of months, noise σ = %2 each)</source>
        <translation>%1 (suma miesięcy, szum σ = %2 na miesiąc)</translation>
    </message>
</context>
<context>
    <name>Telemetry::ConsentCommands</name>
    <message>
        <source>Telemetry is off in this environment. A napari that runs stops within a second. To have erased what was sent, open Preferences, Telemetry in napari.</source>
        <translation>Telemetria jest wyłączona w tym środowisku. Działające napari przestaje w ciągu sekundy. Aby usunąć to, co zostało wysłane, otwórz w napari „Preferences”, „Telemetria”.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Nie ma takiego pliku.</translation>
    </message>
    <message>
        <source>It can&apos;t be read, so telemetry would be off: %1</source>
        <translation>Nie można go odczytać, więc telemetria byłaby wyłączona: %1</translation>
    </message>
    <message>
        <source>Telemetry is off.</source>
        <translation>Telemetria jest wyłączona.</translation>
    </message>
    <message>
        <source>Telemetry can be at most “%1”, if the user agrees.</source>
        <translation>Telemetria może mieć najwyżej poziom „%1”, jeśli użytkownik się zgodzi.</translation>
    </message>
    <message>
        <source>Telemetry can be at most “%1”; napari does not ask.</source>
        <translation>Telemetria może mieć najwyżej poziom „%1”; napari nie pyta.</translation>
    </message>
    <message>
        <source>The no could not be saved: %1. The variable NAPARI_TELEMETRY=0 turns telemetry off.</source>
        <translation>Nie udało się zapisać odmowy: %1. Zmienna NAPARI_TELEMETRY=0 wyłącza telemetrię.</translation>
    </message>
    <message>
        <source>What waits to be sent could not be deleted now (%1). It is not sent: after another yes it is deleted first.</source>
        <translation>Nie udało się teraz usunąć danych oczekujących na wysłanie (%1). Nie zostaną wysłane: po kolejnej zgodzie zostaną najpierw usunięte.</translation>
    </message>
    <message>
        <source>Home folders in containers count as kept, so napari may ask there, too.</source>
        <translation>Katalogi domowe w kontenerach uznaje się za trwałe, więc napari może pytać także tam.</translation>
    </message>
    <message>
        <source>A person with one home folder on many computers counts once.</source>
        <translation>Osoba z jednym katalogiem domowym na wielu komputerach jest liczona raz.</translation>
    </message>
    <message>
        <source>No main window of napari is visible.</source>
        <translation>Żadne okno główne programu napari nie jest widoczne.</translation>
    </message>
    <message>
        <source>napari is in the window of another program.</source>
        <translation>napari jest w oknie innego programu.</translation>
    </message>
    <message>
        <source>There is no screen (Qt&apos;s platforms “offscreen” and “minimal”).</source>
        <translation>Nie ma ekranu (platformy Qt „offscreen” i „minimal”).</translation>
    </message>
    <message>
        <source>pytest was imported in napari&apos;s Python.</source>
        <translation>W Pythonie programu napari zaimportowano pytest.</translation>
    </message>
    <message>
        <source>A variable is set in napari&apos;s process and not here: NAPARI_TELEMETRY, DO_NOT_TRACK, CI.</source>
        <translation>Zmienna jest ustawiona w procesie napari, a tutaj nie: NAPARI_TELEMETRY, DO_NOT_TRACK, CI.</translation>
    </message>
    <message>
        <source>The plugin was disabled while napari runs.</source>
        <translation>Wtyczkę wyłączono w trakcie działania programu napari.</translation>
    </message>
    <message>
        <source>The library of the plugin can&apos;t be loaded.</source>
        <translation>Nie można załadować biblioteki wtyczki.</translation>
    </message>
</context>
<context>
    <name>Telemetry::ConsentController</name>
    <message>
        <source>Off: %1.</source>
        <translation>Wyłączona: %1.</translation>
    </message>
    <message>
        <source>Off: disabled in napari&apos;s plugin manager.</source>
        <translation>Wyłączona: w menedżerze wtyczek napari.</translation>
    </message>
    <message>
        <source>Off: napari-telemetry-consent was uninstalled.</source>
        <translation>Wyłączona: pakiet napari-telemetry-consent został odinstalowany.</translation>
    </message>
    <message>
        <source>Sent to %1 only (set by %2).</source>
        <translation>Wysyłane tylko do %1 (ustawione przez %2).</translation>
    </message>
    <message>
        <source>Your choice could not be saved: %1</source>
        <translation>Nie można było zapisać wyboru: %1</translation>
    </message>
    <message>
        <source>Your answer could not be saved in %1: %2</source>
        <translation>Nie udało się zapisać odpowiedzi w %1: %2</translation>
    </message>
    <message>
        <source>Nothing was sent from this environment.</source>
        <translation>Z tego środowiska nic nie wysłano.</translation>
    </message>
    <message>
        <source>There are no identifiers: nothing was recorded in this environment.</source>
        <translation>Nie ma identyfikatorów: w tym środowisku nic nie zapisano.</translation>
    </message>
    <message>
        <source>The receipts can&apos;t be deleted: the package napari-telemetry is not installed.</source>
        <translation>Nie można usunąć pokwitowań: pakiet napari-telemetry nie jest zainstalowany.</translation>
    </message>
    <message>
        <source>The identifiers can&apos;t be read: the package napari-telemetry is not installed.</source>
        <translation>Nie można odczytać identyfikatorów: pakiet napari-telemetry nie jest zainstalowany.</translation>
    </message>
    <message>
        <source>Telemetry is off until napari ends. After that the answer before it counts again, unless the variable NAPARI_TELEMETRY is 0.</source>
        <translation>Telemetria jest wyłączona do zamknięcia napari. Potem znów obowiązuje wcześniejsza odpowiedź, chyba że zmienna NAPARI_TELEMETRY ma wartość 0.</translation>
    </message>
    <message>
        <source>What waits to be sent can&apos;t be deleted now, because the package napari-telemetry is not installed. It is not sent: after another yes it is deleted first.</source>
        <translation>Nie można teraz usunąć danych oczekujących na wysłanie, ponieważ pakiet napari-telemetry nie jest zainstalowany. Nie zostaną wysłane: po kolejnej zgodzie zostaną najpierw usunięte.</translation>
    </message>
</context>
<context>
    <name>Telemetry::ConsentDialog</name>
    <message>
        <source>More options</source>
        <translation>Więcej opcji</translation>
    </message>
    <message>
        <source>Fewer options</source>
        <translation>Mniej opcji</translation>
    </message>
</context>
<context>
    <name>Telemetry::ConsentStatus</name>
    <message>
        <source>waiting to send</source>
        <translation>oczekuje na wysłanie</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>wstrzymana</translation>
    </message>
    <message>
        <source>can&apos;t reach the server</source>
        <translation>serwer nieosiągalny</translation>
    </message>
    <message>
        <source>stopped by administrator</source>
        <translation>zablokowana przez administratora</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>wymaga uwagi</translation>
    </message>
    <message>
        <source>Telemetry: off</source>
        <translation>Telemetria: wyłączona</translation>
    </message>
    <message>
        <source>Telemetry: %1</source>
        <translation>Telemetria: poziom %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>level, state</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) waiting to be sent.</source>
        <translation>
            <numerusform>%n zdarzenie czeka na wysłanie.</numerusform>
            <numerusform>%n zdarzenia czekają na wysłanie.</numerusform>
            <numerusform>%n zdarzeń czeka na wysłanie.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server could not be reached for several days. Nothing is lost: it is tried again.</source>
        <translation>Serwer jest nieosiągalny od kilku dni. Nic nie przepada: próby będą ponawiane.</translation>
    </message>
    <message>
        <source>Your data folder is on a network. Events are kept there in a slower, safer way.</source>
        <translation>Twój folder danych jest w sieci. Zdarzenia są tam przechowywane w wolniejszy, bezpieczniejszy sposób.</translation>
    </message>
</context>
<context>
    <name>Telemetry::DataDictionary</name>
    <message>
        <source>napari version</source>
        <extracomment>Topic napari, title; Topic napari, title of the field napari_version</extracomment>
        <translation>wersja napari</translation>
    </message>
    <message>
        <source>The release, or dev for a build that was not released.</source>
        <extracomment>Topic napari, description of the field napari_version</extracomment>
        <translation>Wydanie albo „dev” dla wersji, która nie została wydana.</translation>
    </message>
    <message>
        <source>Python version</source>
        <extracomment>Topic python, title; Topic python, title of the field python_version</extracomment>
        <translation>wersja Pythona</translation>
    </message>
    <message>
        <source>Major and minor only.</source>
        <extracomment>Topic python, description of the field python_version</extracomment>
        <translation>Tylko dwie pierwsze liczby.</translation>
    </message>
    <message>
        <source>operating system</source>
        <extracomment>Topic system, title; Topic system, title of the field os; Topic architecture, title of the field os</extracomment>
        <translation>system operacyjny</translation>
    </message>
    <message>
        <source>The kind of system.</source>
        <extracomment>Topic system, description of the field os; Topic architecture, description of the field os</extracomment>
        <translation>Rodzaj systemu.</translation>
    </message>
    <message>
        <source>system version</source>
        <extracomment>Topic system, title of the field os_version</extracomment>
        <translation>wersja systemu</translation>
    </message>
    <message>
        <source>The public release of the system; other for anything that is not on the public list.</source>
        <extracomment>Topic system, description of the field os_version</extracomment>
        <translation>Publiczne wydanie systemu; „other” dla wszystkiego, czego nie ma na publicznej liście.</translation>
    </message>
    <message>
        <source>processor architecture</source>
        <extracomment>Topic architecture, title; Topic architecture, title of the field cpu_architecture</extracomment>
        <translation>architektura procesora</translation>
    </message>
    <message>
        <source>The kind of processor that napari runs on.</source>
        <extracomment>Topic architecture, description of the field cpu_architecture</extracomment>
        <translation>Rodzaj procesora, na którym działa napari.</translation>
    </message>
    <message>
        <source>Users</source>
        <extracomment>Topic user, title of the table users</extracomment>
        <translation>Użytkownicy</translation>
    </message>
    <message>
        <source>napari versions</source>
        <extracomment>Topic napari, title of the table napari-versions</extracomment>
        <translation>Wersje napari</translation>
    </message>
    <message>
        <source>Python versions</source>
        <extracomment>Topic python, title of the table python-versions</extracomment>
        <translation>Wersje Pythona</translation>
    </message>
    <message>
        <source>Operating systems</source>
        <extracomment>Topic system, title of the table systems</extracomment>
        <translation>Systemy operacyjne</translation>
    </message>
    <message>
        <source>System versions</source>
        <extracomment>Topic system, title of the table system-versions</extracomment>
        <translation>Wersje systemów</translation>
    </message>
    <message>
        <source>Processor architectures</source>
        <extracomment>Topic architecture, title of the table architectures</extracomment>
        <translation>Architektury procesorów</translation>
    </message>
    <message>
        <source>plugins that are installed</source>
        <extracomment>Topic plugin, title</extracomment>
        <translation>zainstalowane wtyczki</translation>
    </message>
    <message>
        <source>Shows which plugins people rely on, so that the important ones can be looked after and their authors can show their use.</source>
        <extracomment>Topic plugin, why it is collected</extracomment>
        <translation>Pokazuje, na których wtyczkach polegają użytkownicy, aby można było zadbać o te ważne, a ich autorzy mogli wykazać ich użycie.</translation>
    </message>
    <message>
        <source>{name} {version} is installed</source>
        <extracomment>Topic plugin, sentence. Values take the place of the words in braces</extracomment>
        <translation>zainstalowano {name} {version}</translation>
    </message>
    <message>
        <source>plugin</source>
        <extracomment>Topic plugin, title of the field name</extracomment>
        <translation>wtyczka</translation>
    </message>
    <message>
        <source>Only plugins on the public plugin list.</source>
        <extracomment>Topic plugin, description of the field name</extracomment>
        <translation>Tylko wtyczki z publicznej listy wtyczek.</translation>
    </message>
    <message>
        <source>plugin version</source>
        <extracomment>Topic plugin, title of the field version</extracomment>
        <translation>wersja wtyczki</translation>
    </message>
    <message>
        <source>Only releases that are on the public plugin list.</source>
        <extracomment>Topic plugin, description of the field version</extracomment>
        <translation>Tylko wydania, które są na publicznej liście wtyczek.</translation>
    </message>
    <message>
        <source>Plugins</source>
        <extracomment>Topic plugin, title of the table plugins</extracomment>
        <translation>Wtyczki</translation>
    </message>
    <message>
        <source>Plugin versions</source>
        <extracomment>Topic plugin, title of the table plugin-versions</extracomment>
        <translation>Wersje wtyczek</translation>
    </message>
    <message>
        <source>commands that are used</source>
        <extracomment>Topic command, title</extracomment>
        <translation>używane polecenia</translation>
    </message>
    <message>
        <source>Shows which functions of napari and of public plugins are used, and which could be simplified.</source>
        <extracomment>Topic command, why it is collected</extracomment>
        <translation>Pokazuje, które funkcje napari i publicznych wtyczek są używane, a które można by uprościć.</translation>
    </message>
    <message>
        <source>{command}, uses in the week: {count_class}</source>
        <extracomment>Topic command, sentence. Values take the place of the words in braces</extracomment>
        <translation>{command}, użycia w tygodniu: {count_class}</translation>
    </message>
    <message>
        <source>command</source>
        <extracomment>Topic command, title of the field command</extracomment>
        <translation>polecenie</translation>
    </message>
    <message>
        <source>Only commands of napari itself or of public plugins.</source>
        <extracomment>Topic command, description of the field command</extracomment>
        <translation>Tylko polecenia samego napari lub publicznych wtyczek.</translation>
    </message>
    <message>
        <source>how often in the week</source>
        <extracomment>Topic command, title of the field count_class</extracomment>
        <translation>jak często w tygodniu</translation>
    </message>
    <message>
        <source>One of four classes, never the number.</source>
        <extracomment>Topic command, description of the field count_class</extracomment>
        <translation>Jedna z czterech klas, nigdy sama liczba.</translation>
    </message>
    <message>
        <source>Commands</source>
        <extracomment>Topic command, title of the table commands</extracomment>
        <translation>Polecenia</translation>
    </message>
    <message>
        <source>How often commands are used</source>
        <extracomment>Topic command, title of the table command-counts</extracomment>
        <translation>Jak często używane są polecenia</translation>
    </message>
    <message>
        <source>layer</source>
        <extracomment>Topic layer-size, title of the field layer_type; Topic layer-array, title of the field layer_type; Topic layer-dtype, title of the field layer_type; Topic layer-dimensions, title of the field layer_type</extracomment>
        <translation>warstwa</translation>
    </message>
    <message>
        <source>The kind of layer.</source>
        <extracomment>Topic layer-size, description of the field layer_type; Topic layer-array, description of the field layer_type; Topic layer-dtype, description of the field layer_type; Topic layer-dimensions, description of the field layer_type</extracomment>
        <translation>Rodzaj warstwy.</translation>
    </message>
    <message>
        <source>array</source>
        <extracomment>Topic layer-array, title of the field array_type</extracomment>
        <translation>tablica</translation>
    </message>
    <message>
        <source>The library that holds the data, from a closed list.</source>
        <extracomment>Topic layer-array, description of the field array_type</extracomment>
        <translation>Biblioteka, która przechowuje dane, z zamkniętej listy.</translation>
    </message>
    <message>
        <source>number of dimensions</source>
        <extracomment>Topic layer-dimensions, title of the field ndim</extracomment>
        <translation>liczba wymiarów</translation>
    </message>
    <message>
        <source>The number of dimensions.</source>
        <extracomment>Topic layer-dimensions, description of the field ndim</extracomment>
        <translation>Liczba wymiarów.</translation>
    </message>
    <message>
        <source>data type</source>
        <extracomment>Topic layer-dtype, title of the field dtype</extracomment>
        <translation>typ danych</translation>
    </message>
    <message>
        <source>The type of one element.</source>
        <extracomment>Topic layer-dtype, description of the field dtype</extracomment>
        <translation>Typ jednego elementu.</translation>
    </message>
    <message>
        <source>size</source>
        <extracomment>Topic layer-size, title of the field size_class</extracomment>
        <translation>rozmiar</translation>
    </message>
    <message>
        <source>Elements, in four classes.</source>
        <extracomment>Topic layer-size, description of the field size_class</extracomment>
        <translation>Elementy, w czterech klasach.</translation>
    </message>
    <message>
        <source>Layer types and sizes</source>
        <extracomment>Topic layer-size, title of the table layer-sizes</extracomment>
        <translation>Rodzaje warstw i rozmiary</translation>
    </message>
    <message>
        <source>Layer types and array libraries</source>
        <extracomment>Topic layer-array, title of the table layer-arrays</extracomment>
        <translation>Rodzaje warstw i biblioteki tablic</translation>
    </message>
    <message>
        <source>Layer types and data types</source>
        <extracomment>Topic layer-dtype, title of the table layer-dtypes</extracomment>
        <translation>Rodzaje warstw i typy danych</translation>
    </message>
    <message>
        <source>that you use napari</source>
        <extracomment>Topic user, title</extracomment>
        <translation>że używasz napari</translation>
    </message>
    <message>
        <source>napari is used</source>
        <extracomment>Topic user, sentence. Values take the place of the words in braces</extracomment>
        <translation>napari jest używane</translation>
    </message>
    <message>
        <source>Shows which versions are in use, and so which have to keep working.</source>
        <extracomment>Topic napari, why it is collected</extracomment>
        <translation>Pokazuje, które wersje są używane i muszą nadal działać.</translation>
    </message>
    <message>
        <source>napari {napari_version}</source>
        <extracomment>Topic napari, sentence. Values take the place of the words in braces</extracomment>
        <translation>napari {napari_version}</translation>
    </message>
    <message>
        <source>Shows which versions of Python napari has to support.</source>
        <extracomment>Topic python, why it is collected</extracomment>
        <translation>Pokazuje, które wersje Pythona napari musi obsługiwać.</translation>
    </message>
    <message>
        <source>Python {python_version}</source>
        <extracomment>Topic python, sentence. Values take the place of the words in braces</extracomment>
        <translation>Python {python_version}</translation>
    </message>
    <message>
        <source>Shows which systems napari has to work on.</source>
        <extracomment>Topic system, why it is collected</extracomment>
        <translation>Pokazuje, na jakich systemach napari musi działać.</translation>
    </message>
    <message>
        <source>{os}, {os_version}</source>
        <extracomment>Topic system, sentence. Values take the place of the words in braces</extracomment>
        <translation>{os}, {os_version}</translation>
    </message>
    <message>
        <source>Shows for which processors napari and its plugins have to be built.</source>
        <extracomment>Topic architecture, why it is collected</extracomment>
        <translation>Pokazuje, dla jakich procesorów trzeba budować napari i jego wtyczki.</translation>
    </message>
    <message>
        <source>{os} on {cpu_architecture}</source>
        <extracomment>Topic architecture, sentence. Values take the place of the words in braces</extracomment>
        <translation>{os} na {cpu_architecture}</translation>
    </message>
    <message>
        <source>Shows which sizes of data napari has to handle well. Names, paths, shapes and the data itself are never looked at.</source>
        <extracomment>Topic layer-size, why it is collected</extracomment>
        <translation>Pokazuje, z jakimi rozmiarami danych napari musi dobrze sobie radzić. Nazwy, ścieżki, kształty i same dane nigdy nie są odczytywane.</translation>
    </message>
    <message>
        <source>{layer_type} layer of {size_class} elements</source>
        <extracomment>Topic layer-size, sentence. Values take the place of the words in braces</extracomment>
        <translation>warstwa {layer_type}, elementy: {size_class}</translation>
    </message>
    <message>
        <source>Shows which array libraries napari has to handle well. Names, paths, shapes and the data itself are never looked at.</source>
        <extracomment>Topic layer-array, why it is collected</extracomment>
        <translation>Pokazuje, z jakimi bibliotekami tablic napari musi dobrze sobie radzić. Nazwy, ścieżki, kształty i same dane nigdy nie są odczytywane.</translation>
    </message>
    <message>
        <source>{layer_type} layer of {array_type}</source>
        <extracomment>Topic layer-array, sentence. Values take the place of the words in braces</extracomment>
        <translation>warstwa {layer_type} z {array_type}</translation>
    </message>
    <message>
        <source>Shows which types of data napari has to handle well. Names, paths, shapes and the data itself are never looked at.</source>
        <extracomment>Topic layer-dtype, why it is collected</extracomment>
        <translation>Pokazuje, z jakimi typami danych napari musi dobrze sobie radzić. Nazwy, ścieżki, kształty i same dane nigdy nie są odczytywane.</translation>
    </message>
    <message>
        <source>{layer_type} layer of {dtype}</source>
        <extracomment>Topic layer-dtype, sentence. Values take the place of the words in braces</extracomment>
        <translation>warstwa {layer_type}, typ danych: {dtype}</translation>
    </message>
    <message>
        <source>Shows how many dimensions napari has to handle well. Names, paths, shapes and the data itself are never looked at.</source>
        <extracomment>Topic layer-dimensions, why it is collected</extracomment>
        <translation>Pokazuje, z iloma wymiarami napari musi dobrze sobie radzić. Nazwy, ścieżki, kształty i same dane nigdy nie są odczytywane.</translation>
    </message>
    <message>
        <source>{layer_type} layer of {ndim} dimensions</source>
        <extracomment>Topic layer-dimensions, sentence. Values take the place of the words in braces</extracomment>
        <translation>warstwa {layer_type}, wymiary: {ndim}</translation>
    </message>
    <message>
        <source>Layer types and dimensions</source>
        <extracomment>Topic layer-dimensions, title of the table layer-dimensions</extracomment>
        <translation>Rodzaje warstw i wymiary</translation>
    </message>
    <message>
        <source>kinds of layers and their size</source>
        <extracomment>Topic layer-size, title</extracomment>
        <translation>rodzaje warstw i ich rozmiar</translation>
    </message>
    <message>
        <source>kinds of layers and their array library</source>
        <extracomment>Topic layer-array, title</extracomment>
        <translation>rodzaje warstw i ich biblioteka tablic</translation>
    </message>
    <message>
        <source>kinds of layers and their data type</source>
        <extracomment>Topic layer-dtype, title</extracomment>
        <translation>rodzaje warstw i ich typ danych</translation>
    </message>
    <message>
        <source>kinds of layers and their number of dimensions</source>
        <extracomment>Topic layer-dimensions, title</extracomment>
        <translation>rodzaje warstw i ich liczba wymiarów</translation>
    </message>
    <message>
        <source>Shows how many people use napari, and how many are new.</source>
        <extracomment>Topic user, why it is collected</extracomment>
        <translation>Pokazuje, ile osób używa napari i ile z nich to nowe osoby.</translation>
    </message>
    <message>
        <source>Users in the month</source>
        <extracomment>Topic user, title of the table users-month</extracomment>
        <translation>Użytkownicy w miesiącu</translation>
    </message>
    <message>
        <source>Users in the year, so far</source>
        <extracomment>Topic user, title of the table users-year</extracomment>
        <translation>Użytkownicy w roku, dotychczas</translation>
    </message>
    <message>
        <source>Users ever, so far</source>
        <extracomment>Topic user, title of the table users-ever</extracomment>
        <translation>Użytkownicy w ogóle, dotychczas</translation>
    </message>
    <message>
        <source>napari versions in the month</source>
        <extracomment>Topic napari, title of the table napari-versions-month</extracomment>
        <translation>Wersje napari w miesiącu</translation>
    </message>
</context>
<context>
    <name>Telemetry::DictionaryText</name>
    <message>
        <source>%1 (the first report of this month)</source>
        <translation>%1 (pierwsze zgłoszenie w tym miesiącu)</translation>
    </message>
    <message>
        <source>%1 (the first report of this year)</source>
        <translation>%1 (pierwsze zgłoszenie w tym roku)</translation>
    </message>
    <message>
        <source>%1 (the first report ever)</source>
        <translation>%1 (pierwsze zgłoszenie w ogóle)</translation>
    </message>
</context>
<context>
    <name>Telemetry::EraseDialog</name>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>Erase what I sent</source>
        <translation>Usuń to, co zostało ode mnie wysłane</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Zachowaj</translation>
    </message>
    <message>
        <source>Asking the server to erase what was sent from this environment…</source>
        <translation>Trwa prośba do serwera o usunięcie tego, co wysłano z tego środowiska…</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) were sent from this environment.</source>
        <translation>
            <numerusform>Z tego środowiska wysłano %n zdarzenie.</numerusform>
            <numerusform>Z tego środowiska wysłano %n zdarzenia.</numerusform>
            <numerusform>Z tego środowiska wysłano %n zdarzeń.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was sent from this environment can be erased from the server.</source>
        <translation>To, co wysłano z tego środowiska, można usunąć z serwera.</translation>
    </message>
    <message numerus="yes">
        <source>The server keeps them for %n day(s) at most. Do you want to have them erased now? Numbers that are already published can&apos;t be taken back; nobody can tell who is in them.</source>
        <translation>
            <numerusform>Serwer przechowuje je najwyżej %n dzień. Czy usunąć je teraz? Opublikowanych liczb nie można cofnąć; nikt nie może poznać, kogo obejmują.</numerusform>
            <numerusform>Serwer przechowuje je najwyżej %n dni. Czy usunąć je teraz? Opublikowanych liczb nie można cofnąć; nikt nie może poznać, kogo obejmują.</numerusform>
            <numerusform>Serwer przechowuje je najwyżej %n dni. Czy usunąć je teraz? Opublikowanych liczb nie można cofnąć; nikt nie może poznać, kogo obejmują.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::EraseText</name>
    <message>
        <source>Nothing was erased: %1</source>
        <translation>Nic nie usunięto: %1</translation>
    </message>
    <message>
        <source>There was nothing to erase.</source>
        <translation>Nie było nic do usunięcia.</translation>
    </message>
    <message>
        <source>%1: the rest is not erased, you can try again: %2</source>
        <translation>%1: reszta nie jest usunięta, można spróbować ponownie: %2</translation>
    </message>
    <message>
        <source>%1: not erased, you can try again: %2</source>
        <translation>%1: nie usunięto, można spróbować ponownie: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 confirmed: %n event(s) erased.</source>
        <translation>
            <numerusform>%1 potwierdza: usunięto %n zdarzenie.</numerusform>
            <numerusform>%1 potwierdza: usunięto %n zdarzenia.</numerusform>
            <numerusform>%1 potwierdza: usunięto %n zdarzeń.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::EventText</name>
    <message>
        <source>day not kept</source>
        <translation>dzień nieznany</translation>
    </message>
    <message>
        <source>refused by the server: %1</source>
        <translation>odrzucone przez serwer: %1</translation>
    </message>
    <message>
        <source>still growing; sent after the week</source>
        <translation>jeszcze rośnie; po tygodniu</translation>
    </message>
    <message>
        <source>held, not sent</source>
        <translation>wstrzymane, nie wysyłane</translation>
    </message>
    <message>
        <source>unknown to this version, not sent</source>
        <translation>nieznane tej wersji, nie wysyłane</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>czeka na wysłanie</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>przyjęte</translation>
    </message>
    <message>
        <source>no answer; it may have arrived</source>
        <translation>bez odpowiedzi; mogło dotrzeć</translation>
    </message>
    <message>
        <source>once in %1</source>
        <translation>raz w ciągu %1</translation>
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
        <translation>wstrzymany</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Co</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>Wysłano</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stan</translation>
    </message>
    <message>
        <source>The server&apos;s answer</source>
        <translation>Odpowiedź serwera</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Okres</translation>
    </message>
</context>
<context>
    <name>Telemetry::EventsView</name>
    <message>
        <source>Events that were sent</source>
        <translation>Wysłane zdarzenia</translation>
    </message>
    <message>
        <source>Pending events</source>
        <translation>Oczekujące zdarzenia</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n zdarzenie</numerusform>
            <numerusform>%n zdarzenia</numerusform>
            <numerusform>%n zdarzeń</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %n event(s)</source>
        <translation>
            <numerusform>%L1 z %n zdarzenia</numerusform>
            <numerusform>%L1 z %n zdarzeń</numerusform>
            <numerusform>%L1 z %n zdarzeń</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::HttpTransport</name>
    <message>
        <source>Nothing is sent without encryption.</source>
        <translation>Bez szyfrowania nic nie jest wysyłane.</translation>
    </message>
    <message>
        <source>This computer has no library for encrypted connections (OpenSSL) that Qt can use. Nothing is sent without encryption.</source>
        <translation>Na tym komputerze nie ma biblioteki do połączeń szyfrowanych (OpenSSL), z której Qt może skorzystać. Bez szyfrowania nic nie jest wysyłane.</translation>
    </message>
    <message>
        <source>The answer is too large.</source>
        <translation>Odpowiedź jest za duża.</translation>
    </message>
    <message>
        <source>The collector did not answer in time.</source>
        <translation>Serwer telemetrii nie odpowiedział na czas.</translation>
    </message>
    <message>
        <source>The collector could not be reached: %1</source>
        <translation>Nie udało się połączyć z serwerem telemetrii: %1</translation>
    </message>
    <message>
        <source>The proxy named by %1 could not be reached: %2</source>
        <translation>Nie udało się połączyć z serwerem proxy (źródło: %1): %2</translation>
    </message>
    <message>
        <source>The proxy named by %1, or the collector behind it, could not be found.</source>
        <translation>Nie znaleziono serwera proxy (źródło: %1) albo serwera telemetrii za nim.</translation>
    </message>
    <message>
        <source>The collector could not be reached through the proxy named by %1: %2</source>
        <translation>Nie udało się połączyć z serwerem telemetrii przez serwer proxy (źródło: %1): %2</translation>
    </message>
    <message>
        <source>The proxy named by %1 asks for a name and a password. %1 holds none, or wrong ones; nobody is asked for them.</source>
        <translation>Serwer proxy (źródło: %1) wymaga nazwy i hasła. W %1 ich nie ma albo są błędne; program o nie nie pyta.</translation>
    </message>
    <message>
        <source>no reason is known</source>
        <translation>przyczyna nie jest znana</translation>
    </message>
</context>
<context>
    <name>Telemetry::IdentifiersText</name>
    <message>
        <source>erased; kept so that it is not recorded again</source>
        <translation>usunięte; zachowane, aby nie zapisać ponownie</translation>
    </message>
    <message>
        <source>There are no identifiers: no event of this environment is kept on this computer.</source>
        <translation>Nie ma identyfikatorów: na tym komputerze nie ma zdarzeń z tego środowiska.</translation>
    </message>
</context>
<context>
    <name>Telemetry::InstallDialog</name>
    <message>
        <source>The package napari-telemetry is being installed into this Python environment. You can go on working.</source>
        <translation>Pakiet napari-telemetry jest instalowany w tym środowisku Pythona. Można dalej pracować.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>%1

Nothing was changed. Run the command in a terminal, then choose “Check again”. napari need not be restarted.</source>
        <translation>%1

Nic nie zostało zmienione. Po wykonaniu polecenia w terminalu należy wybrać „Sprawdź ponownie”. Ponowne uruchamianie napari nie jest potrzebne.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Sprawdź ponownie</translation>
    </message>
    <message>
        <source>The installation did not succeed: %1

Nothing is sent, and napari goes on as before. You can try again, or run the command by hand.</source>
        <translation>Instalacja nie powiodła się: %1

Nic nie jest wysyłane, a napari działa jak dotąd. Można spróbować ponownie albo wykonać polecenie ręcznie.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
</context>
<context>
    <name>Telemetry::InstallOutput</name>
    <message>
        <source>The package index could not be reached. Is this computer offline?</source>
        <translation>Nie można połączyć się z indeksem pakietów. Czy ten komputer jest offline?</translation>
    </message>
    <message>
        <source>This Python belongs to the system, which does not let it be changed this way.</source>
        <translation>Ten Python należy do systemu, który nie pozwala zmieniać go w ten sposób.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Dysk jest pełny.</translation>
    </message>
    <message>
        <source>You are not allowed to change this Python environment.</source>
        <translation>Brak uprawnień do zmiany tego środowiska Pythona.</translation>
    </message>
    <message>
        <source>The package index that is configured here has no such package, or could not be reached.</source>
        <translation>Ustawiony tutaj indeks pakietów nie ma takiego pakietu albo nie można się z nim połączyć.</translation>
    </message>
    <message>
        <source>The package index that is configured here does not have this release.</source>
        <translation>Ustawiony tutaj indeks pakietów nie ma tego wydania.</translation>
    </message>
</context>
<context>
    <name>Telemetry::InstallPlan</name>
    <message>
        <source>This napari came as a bundle, and its own Python is changed by its installer only.</source>
        <translation>To napari pochodzi z gotowego pakietu, a jego własnego Pythona zmienia tylko jego instalator.</translation>
    </message>
    <message>
        <source>This Python environment belongs to conda, which should know what is changed in it.</source>
        <translation>To środowisko Pythona należy do programu conda, który powinien wiedzieć, co się w nim zmienia.</translation>
    </message>
    <message>
        <source>You are not allowed to change this Python environment: %1 can&apos;t be written to. Someone who may has to run the command.</source>
        <translation>Brak uprawnień do zmiany tego środowiska Pythona: w %1 nie można zapisywać. Polecenie musi wykonać ktoś uprawniony.</translation>
    </message>
    <message>
        <source>This Python environment was made by uv, and uv was not found.</source>
        <translation>To środowisko Pythona utworzył program uv, którego nie znaleziono.</translation>
    </message>
    <message>
        <source>This Python has no pip, and uv was not found either. Install one of them first.</source>
        <translation>Ten Python nie ma programu pip, nie znaleziono też programu uv. Najpierw trzeba zainstalować jeden z nich.</translation>
    </message>
</context>
<context>
    <name>Telemetry::Installation</name>
    <message>
        <source>cancelled</source>
        <translation>przerwano</translation>
    </message>
    <message>
        <source>it is not in %1, where napari looks for it</source>
        <translation>nie ma go w %1, gdzie napari go szuka</translation>
    </message>
</context>
<context>
    <name>Telemetry::LevelSettingsPane</name>
    <message>
        <source>Install the matching release</source>
        <translation>Zainstaluj pasujące wydanie</translation>
    </message>
    <message>
        <source>Install napari-telemetry</source>
        <translation>Zainstaluj napari-telemetry</translation>
    </message>
    <message>
        <source>Copied to the clipboard:</source>
        <translation>Skopiowano do schowka:</translation>
    </message>
</context>
<context>
    <name>Telemetry::LevelSummary</name>
    <message>
        <source>No telemetry</source>
        <translation>Bez telemetrii</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>Podstawowy</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Średni</translation>
    </message>
    <message>
        <source>Full</source>
        <translation>Pełny</translation>
    </message>
    <message>
        <source>Nothing is sent. napari works just the same.</source>
        <translation>Nic nie jest wysyłane. napari działa tak samo.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>All of Basic, and: %1.</source>
        <translation>Wszystko z poziomu „Podstawowy” oraz: %1.</translation>
    </message>
    <message>
        <source>All of Middle, and: %1.</source>
        <translation>Wszystko z poziomu „Średni” oraz: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Never sent: file and layer names, paths, images, your name, free text, or a time finer than the week. You see every event before it is sent to %1. It is kept there for %n day(s) at most, without your network address; after that only counts of people remain.</source>
        <translation>
            <numerusform>Nigdy nie są wysyłane: nazwy plików i warstw, ścieżki, obrazy, imię i nazwisko, dowolny tekst ani czas dokładniejszy niż tydzień. Każde zdarzenie można zobaczyć, zanim zostanie wysłane do %1. Jest tam przechowywane najwyżej %n dzień, bez adresu sieciowego; potem pozostają tylko liczby osób.</numerusform>
            <numerusform>Nigdy nie są wysyłane: nazwy plików i warstw, ścieżki, obrazy, imię i nazwisko, dowolny tekst ani czas dokładniejszy niż tydzień. Każde zdarzenie można zobaczyć, zanim zostanie wysłane do %1. Jest tam przechowywane najwyżej %n dni, bez adresu sieciowego; potem pozostają tylko liczby osób.</numerusform>
            <numerusform>Nigdy nie są wysyłane: nazwy plików i warstw, ścieżki, obrazy, imię i nazwisko, dowolny tekst ani czas dokładniejszy niż tydzień. Każde zdarzenie można zobaczyć, zanim zostanie wysłane do %1. Jest tam przechowywane najwyżej %n dni, bez adresu sieciowego; potem pozostają tylko liczby osób.</numerusform>
        </translation>
    </message>
    <message>
        <source>no telemetry</source>
        <comment>level, in a sentence</comment>
        <translation>bez telemetrii</translation>
    </message>
    <message>
        <source>basic</source>
        <comment>level, in a sentence</comment>
        <translation>podstawowy</translation>
    </message>
    <message>
        <source>middle</source>
        <comment>level, in a sentence</comment>
        <translation>średni</translation>
    </message>
    <message>
        <source>full</source>
        <comment>level, in a sentence</comment>
        <translation>pełny</translation>
    </message>
</context>
<context>
    <name>Telemetry::LimitChoices</name>
    <message>
        <source>until I change it</source>
        <translation>do czasu zmiany</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n dzień</numerusform>
            <numerusform>%n dni</numerusform>
            <numerusform>%n dni</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::Outgoing</name>
    <message>
        <source>The server refused it: %1. It is not sent again.</source>
        <translation>Serwer to odrzucił: %1. Nie będzie wysłane ponownie.</translation>
    </message>
    <message>
        <source>Its count still grows. It is sent after the week, with the count that it has then.</source>
        <translation>Jego liczba jeszcze rośnie. Zostanie wysłane po tygodniu, z liczbą, którą wtedy będzie miało.</translation>
    </message>
    <message>
        <source>You hold this topic. Nothing of it is recorded or sent until you release it.</source>
        <translation>Ten temat jest wstrzymany. Nic z niego nie jest zapisywane ani wysyłane, dopóki nie zostanie zwolniony.</translation>
    </message>
    <message>
        <source>This version does not know the topic. It is not sent.</source>
        <translation>Ta wersja nie zna tego tematu. Nie jest wysyłany.</translation>
    </message>
</context>
<context>
    <name>Telemetry::PackageInstaller</name>
    <message>
        <source>Cancelled.</source>
        <translation>Przerwano.</translation>
    </message>
    <message>
        <source>The installer stopped unexpectedly.</source>
        <translation>Program instalujący niespodziewanie przerwał działanie.</translation>
    </message>
</context>
<context>
    <name>Telemetry::PackageKeeper</name>
    <message>
        <source>Off: the package napari-telemetry can&apos;t be used. Preferences, Telemetry offers to install the release that belongs to this one.</source>
        <translation>Wyłączone: pakietu napari-telemetry nie można użyć. W oknie Preferences, Telemetria można zainstalować pasujące wydanie.</translation>
    </message>
    <message>
        <source>Off: the package napari-telemetry is not installed. Choose a level to install it.</source>
        <translation>Wyłączona: pakiet napari-telemetry nie jest zainstalowany. Wybranie poziomu zainstaluje go.</translation>
    </message>
    <message>
        <source>The package napari-telemetry is not installed.</source>
        <translation>Pakiet napari-telemetry nie jest zainstalowany.</translation>
    </message>
    <message>
        <source>Off: the check of the package napari-telemetry failed, so nothing of it was loaded. %1.</source>
        <translation>Wyłączona: sprawdzenie pakietu napari-telemetry nie powiodło się, więc nic z niego nie wczytano. %1.</translation>
    </message>
    <message>
        <source>napari-telemetry could not be installed or loaded: %1</source>
        <translation>Nie udało się zainstalować lub wczytać napari-telemetry: %1</translation>
    </message>
    <message>
        <source>napari-telemetry could not be uninstalled. Delete the folder %1 by hand.</source>
        <translation>Nie udało się odinstalować napari-telemetry. Folder %1 trzeba usunąć ręcznie.</translation>
    </message>
</context>
<context>
    <name>Telemetry::PackageReport</name>
    <message>
        <source>this build knows no release of it</source>
        <translation>ta kompilacja nie zna żadnego jego wydania</translation>
    </message>
    <message>
        <source>other code has already loaded something of this name</source>
        <translation>inny kod wczytał już coś o tej nazwie</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>nie istnieje</translation>
    </message>
    <message>
        <source>is not the file of this release</source>
        <translation>nie jest plikiem tego wydania</translation>
    </message>
    <message>
        <source>does not belong to this release</source>
        <translation>nie należy do tego wydania</translation>
    </message>
    <message>
        <source>is a link to another place</source>
        <translation>jest dowiązaniem do innego miejsca</translation>
    </message>
    <message>
        <source>is not what it should be, a file or a folder</source>
        <translation>nie jest tym, czym powinno być: plikiem lub folderem</translation>
    </message>
    <message>
        <source>belongs to another user</source>
        <translation>należy do innego użytkownika</translation>
    </message>
    <message>
        <source>can be changed by other users</source>
        <translation>może być zmieniane przez innych użytkowników</translation>
    </message>
    <message>
        <source>is too large</source>
        <translation>ma zbyt duży rozmiar</translation>
    </message>
    <message>
        <source>can&apos;t be read: %1</source>
        <translation>nie można odczytać: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>file, what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1 (i %n inne)</numerusform>
            <numerusform>%1 (i %n inne)</numerusform>
            <numerusform>%1 (i %n innych)</numerusform>
        </translation>
    </message>
    <message>
        <source>Every file is the one of this release.</source>
        <translation>Każdy plik pochodzi z tego wydania.</translation>
    </message>
    <message>
        <source>napari-telemetry is not installed here.</source>
        <translation>napari-telemetry nie jest tutaj zainstalowany.</translation>
    </message>
    <message>
        <source>It is not loaded. %1</source>
        <translation>Nie jest wczytywany. %1</translation>
    </message>
</context>
<context>
    <name>Telemetry::Pages</name>
    <message>
        <source>%1 to %2</source>
        <translation>od %1 do %2</translation>
    </message>
    <message>
        <source>week %1</source>
        <translation>tydzień %1</translation>
    </message>
    <message>
        <source>W%1 %2</source>
        <extracomment>A week on the scale of a chart: its number, and the year. As short as can be</extracomment>
        <translation>W%1 %2</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <extracomment>The end of a list: &quot;a, b&quot; and &quot;c&quot;</extracomment>
        <translation>%1 i %2</translation>
    </message>
    <message>
        <source>&lt; 1 %</source>
        <extracomment>A share</extracomment>
        <translation>&lt;&#xa0;1%</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>people</source>
        <translation>osoby</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>przedział 95%</translation>
    </message>
    <message>
        <source>share</source>
        <translation>udział</translation>
    </message>
    <message>
        <source>No number of this table was published for %1: in each row there were fewer than about %2 people, or none.</source>
        <translation>Nie opublikowano żadnej liczby z tej tabeli (%1): w każdym wierszu było mniej niż około %2 osób albo nikogo.</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <extracomment>Rows of a table that are not shown at first</extracomment>
        <translation>
            <numerusform>jeszcze %n</numerusform>
            <numerusform>jeszcze %n</numerusform>
            <numerusform>jeszcze %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, continued</source>
        <extracomment>The caption of a table, of which this is the second part</extracomment>
        <translation>%1, ciąg dalszy</translation>
    </message>
    <message>
        <source>No week has been published yet. A week is closed 21 days after its end.</source>
        <translation>Nie opublikowano jeszcze żadnego tygodnia. Tydzień jest zamykany 21 dni po jego końcu.</translation>
    </message>
    <message>
        <source>No month has been published yet. A month is closed 21 days after its end.</source>
        <translation>Nie opublikowano jeszcze żadnego miesiąca. Miesiąc jest zamykany 21 dni po jego końcu.</translation>
    </message>
    <message>
        <source>Only of the people who chose the level middle or full; how many these are is not published, so there are no shares.</source>
        <translation>Tylko wśród osób, które wybrały poziom „średni” lub „pełny”; ich liczba nie jest publikowana, więc nie ma udziałów.</translation>
    </message>
    <message>
        <source>Only of the people who chose the level full; how many these are is not published, so there are no shares.</source>
        <translation>Tylko wśród osób, które wybrały poziom „pełny”; ich liczba nie jest publikowana, więc nie ma udziałów.</translation>
    </message>
    <message>
        <source>n = %1.</source>
        <translation>n = %1.</translation>
    </message>
    <message>
        <source>How many people there were in all was not published.</source>
        <translation>Nie opublikowano, ile osób było łącznie.</translation>
    </message>
    <message>
        <source>People in %1.</source>
        <translation>Osoby (%1).</translation>
    </message>
    <message>
        <source>The thin line in a bar is the 95 % interval.</source>
        <translation>Cienka linia w słupku to przedział 95%.</translation>
    </message>
    <message>
        <source>People per week.</source>
        <translation>Osoby w tygodniu.</translation>
    </message>
    <message>
        <source>People per month.</source>
        <translation>Osoby w miesiącu.</translation>
    </message>
    <message>
        <source>%1: how it changed</source>
        <extracomment>The title of a chart: what it shows. The same table is above as bars of the last month</extracomment>
        <translation>%1: zmiany w czasie</translation>
    </message>
    <message numerus="yes">
        <source>People per week, %1 to %2: the %n largest of the last one.</source>
        <translation>
            <numerusform>Osoby w tygodniu, od: %1, do: %2; największa liczba z ostatniego (%n).</numerusform>
            <numerusform>Osoby w tygodniu, od: %1, do: %2; %n największe liczby z ostatniego.</numerusform>
            <numerusform>Osoby w tygodniu, od: %1, do: %2; %n największych liczb z ostatniego.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>People per month, %1 to %2: the %n largest of the last one.</source>
        <translation>
            <numerusform>Osoby w miesiącu, od: %1, do: %2; największa liczba z ostatniego (%n).</numerusform>
            <numerusform>Osoby w miesiącu, od: %1, do: %2; %n największe liczby z ostatniego.</numerusform>
            <numerusform>Osoby w miesiącu, od: %1, do: %2; %n największych liczb z ostatniego.</numerusform>
        </translation>
    </message>
    <message>
        <source>A band is the 95 % interval; a gap was not published, which is not zero.</source>
        <translation>Wstęga to przedział 95%; przerwa to liczba nieopublikowana, a nie zero.</translation>
    </message>
    <message>
        <source>It has no field: only that it is so.</source>
        <translation>Nie ma pól: tylko to, że tak jest.</translation>
    </message>
    <message>
        <source>fields of “%1”</source>
        <extracomment>Of a topic, such as “plugins that are installed”</extracomment>
        <translation>pola tematu „%1”</translation>
    </message>
    <message>
        <source>field</source>
        <translation>pole</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>co to jest</translation>
    </message>
    <message>
        <source>example</source>
        <translation>przykład</translation>
    </message>
    <message numerus="yes">
        <source>Sent at most once a month for each, and %n of them for one person.</source>
        <translation>
            <numerusform>Każde wysyłane najwyżej raz w miesiącu, i najwyżej %n na jedną osobę.</numerusform>
            <numerusform>Każde wysyłane najwyżej raz w miesiącu, i najwyżej %n na jedną osobę.</numerusform>
            <numerusform>Każde wysyłane najwyżej raz w miesiącu, i najwyżej %n na jedną osobę.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sent at most once a week for each, and %n of them for one person.</source>
        <translation>
            <numerusform>Każde wysyłane najwyżej raz w tygodniu, i najwyżej %n na jedną osobę.</numerusform>
            <numerusform>Każde wysyłane najwyżej raz w tygodniu, i najwyżej %n na jedną osobę.</numerusform>
            <numerusform>Każde wysyłane najwyżej raz w tygodniu, i najwyżej %n na jedną osobę.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sent at most once a month.</source>
        <translation>Wysyłane najwyżej raz w miesiącu.</translation>
    </message>
    <message>
        <source>Sent at most once a week.</source>
        <translation>Wysyłane najwyżej raz w tygodniu.</translation>
    </message>
    <message>
        <source>Nothing of it is published.</source>
        <translation>Nic z tego nie jest publikowane.</translation>
    </message>
    <message>
        <source>“%1” (noise σ = %2, from about %3 people on)</source>
        <translation>„%1” (szum σ = %2, od około %3 osób)</translation>
    </message>
    <message>
        <source>Published as %1.</source>
        <translation>Publikowane jako %1.</translation>
    </message>
    <message>
        <source>Level %1</source>
        <translation>Poziom „%1”</translation>
    </message>
    <message>
        <source>Sent to %1 only.</source>
        <translation>Wysyłane tylko do %1.</translation>
    </message>
    <message>
        <source>What is collected</source>
        <translation>Co jest zbierane</translation>
    </message>
    <message>
        <source>Every field that napari sends of people who agreed, by level, with examples.</source>
        <translation>Każde pole, które napari wysyła od osób, które się zgodziły, według poziomów, z przykładami.</translation>
    </message>
    <message>
        <source>&lt;strong&gt;Nothing before somebody says yes&lt;/strong&gt;, and then only what is on this page: it is made from the &lt;a href=&quot;%1&quot;&gt;data dictionary&lt;/a&gt; that napari itself obeys. Never a path, a name of a file or a layer, an image, a user, a computer, an address, or a time finer than the week. Each level includes those above it.</source>
        <translation>&lt;strong&gt;Nic, dopóki ktoś się nie zgodzi&lt;/strong&gt;, a potem tylko to, co jest na tej stronie: powstaje ona ze &lt;a href=&quot;%1&quot;&gt;słownika danych&lt;/a&gt;, którego przestrzega samo napari. Nigdy ścieżka, nazwa pliku ani warstwy, obraz, użytkownik, komputer, adres ani czas dokładniejszy niż tydzień. Każdy poziom zawiera te powyżej.</translation>
    </message>
    <message>
        <source>&lt;strong&gt;To say no later&lt;/strong&gt;, click “Telemetry” in napari’s status bar, or set &lt;code&gt;NAPARI_TELEMETRY=0&lt;/code&gt;.</source>
        <translation>&lt;strong&gt;Aby później odmówić&lt;/strong&gt;, kliknij „Telemetria” na pasku stanu programu napari albo ustaw &lt;code&gt;NAPARI_TELEMETRY=0&lt;/code&gt;.</translation>
    </message>
    <message>
        <source>Beside these an event has its topic, its week or month, and a pseudonym that is another one for each fact and each week; that napari is used, and its version, say whether it is the first time in the week, the month, the year or ever. In napari “Preview…” shows every event before it is sent.</source>
        <translation>Poza tym zdarzenie ma swój temat, swój tydzień lub miesiąc oraz pseudonim, inny dla każdej informacji i każdego tygodnia; informacja, że napari jest używane, i jego wersja mówią też, czy jest to pierwszy raz w tygodniu, w miesiącu, w roku lub w ogóle. W napari „Podgląd…” pokazuje każde zdarzenie, zanim zostanie wysłane.</translation>
    </message>
    <message>
        <source>All published numbers as one SQLite file</source>
        <translation>Wszystkie opublikowane liczby w jednym pliku SQLite</translation>
    </message>
    <message>
        <source>Columns and types of the CSV files (Data Package)</source>
        <translation>Kolumny i typy plików CSV (Data Package)</translation>
    </message>
    <message>
        <source>All periods, tables and files, with noise and thresholds</source>
        <translation>Wszystkie okresy, tabele i pliki, z szumem i progami</translation>
    </message>
    <message>
        <source>Data dictionary: what may be sent, and how it is published</source>
        <translation>Słownik danych: co może zostać wysłane i jak jest publikowane</translation>
    </message>
    <message>
        <source>Public list: plugins, commands and versions that may be named</source>
        <translation>Publiczna lista: wtyczki, polecenia i wersje, które wolno wymienić</translation>
    </message>
    <message>
        <source>Where each level is sent</source>
        <translation>Dokąd jest wysyłany każdy poziom</translation>
    </message>
    <message>
        <source>History: every release and removal</source>
        <translation>Historia: każda publikacja i każde usunięcie</translation>
    </message>
    <message>
        <source>Signatures of the history’s last line</source>
        <translation>Podpisy ostatniego wiersza historii</translation>
    </message>
    <message>
        <source>Keys that sign the history</source>
        <translation>Klucze, którymi podpisuje się historię</translation>
    </message>
    <message>
        <source>A made-up month with its noise key, to draw it again</source>
        <translation>Zmyślony miesiąc z kluczem jego szumu, aby wylosować go jeszcze raz</translation>
    </message>
    <message>
        <source>each week</source>
        <translation>w każdym tygodniu</translation>
    </message>
    <message>
        <source>each month</source>
        <translation>w każdym miesiącu</translation>
    </message>
    <message>
        <source>the year so far, by month</source>
        <translation>w roku dotychczas, według miesięcy</translation>
    </message>
    <message>
        <source>all months so far, by month</source>
        <translation>w ogóle dotychczas, według miesięcy</translation>
    </message>
    <message>
        <source>%1: %2 file</source>
        <translation>%1: plik %2</translation>
    </message>
    <message>
        <source>Each table, with all its periods</source>
        <translation>Każda tabela, ze wszystkimi okresami</translation>
    </message>
    <message>
        <source>table</source>
        <translation>tabela</translation>
    </message>
    <message>
        <source>people in</source>
        <extracomment>The head of a column of &quot;each week&quot;, &quot;each month&quot;, &quot;all months so far, by month&quot;</extracomment>
        <translation>osoby</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Wszystko</translation>
    </message>
    <message>
        <source>All numbers, to download</source>
        <translation>Wszystkie liczby do pobrania</translation>
    </message>
    <message>
        <source>Every published number as CSV, JSON and SQLite, at addresses that stay.</source>
        <translation>Każda opublikowana liczba jako CSV, JSON i SQLite, pod adresami, które się nie zmieniają.</translation>
    </message>
    <message>
        <source>Names and formats stay, and a published number never changes, but for a removal. A row that is missing was not published, which is not zero. Programs read the CSV files as they are: %1.</source>
        <translation>Nazwy i formaty się nie zmieniają, a opublikowana liczba nigdy się nie zmienia, chyba że zostanie usunięta. Brakujący wiersz to liczba nieopublikowana, a nie zero. Programy czytają pliki CSV bez przeróbek: %1.</translation>
    </message>
    <message>
        <source>All numbers of this table: %1, %2</source>
        <translation>Wszystkie liczby tej tabeli: %1, %2</translation>
    </message>
    <message>
        <source>no number was published.</source>
        <translation>nie opublikowano żadnej liczby.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <extracomment>A number of people, and when</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <extracomment>Two numbers of people, each with its month or week</extracomment>
        <translation>od %1 do %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, with %n without a number.</source>
        <extracomment>Of a line in a chart: months or weeks</extracomment>
        <translation>
            <numerusform>%1, w tym %n bez liczby.</numerusform>
            <numerusform>%1, w tym %n bez liczby.</numerusform>
            <numerusform>%1, w tym %n bez liczby.</numerusform>
        </translation>
    </message>
    <message>
        <source>As table</source>
        <translation>Jako tabela</translation>
    </message>
    <message>
        <source>period</source>
        <translation>okres</translation>
    </message>
    <message>
        <source>what</source>
        <translation>co</translation>
    </message>
    <message>
        <source>not published</source>
        <translation>nie opublikowano</translation>
    </message>
    <message>
        <source>not counted</source>
        <translation>nie policzono</translation>
    </message>
    <message numerus="yes">
        <source>%1 people (95 %: %2)</source>
        <translation>
            <numerusform>%1 osoba (95%: %2)</numerusform>
            <numerusform>%1 osoby (95%: %2)</numerusform>
            <numerusform>%1 osób (95%: %2)</numerusform>
        </translation>
    </message>
    <message>
        <source>Line chart. %1: %2 The numbers are in the table below.</source>
        <translation>Wykres liniowy. %1: %2 Liczby są w tabeli poniżej.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Osoby</translation>
    </message>
    <message>
        <source>napari and systems</source>
        <translation>napari i systemy</translation>
    </message>
    <message>
        <source>Plugins</source>
        <translation>Wtyczki</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Polecenia</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Dane</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Metoda</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historia</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>Pobieranie</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Strony</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Języki</translation>
    </message>
    <message>
        <source>napari in numbers</source>
        <translation>napari w liczbach</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translation>Stan na %1.</translation>
    </message>
    <message>
        <source>Only people who said yes are counted.</source>
        <translation>Liczone są tylko osoby, które się zgodziły.</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Jak</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Co zmieniono</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Wszystkie pliki</translation>
    </message>
    <message>
        <source>This page asks no other server for anything, sets no cookie and works without JavaScript.</source>
        <translation>Ta strona nie pyta o nic żadnego innego serwera, nie zapisuje plików cookie i działa bez JavaScriptu.</translation>
    </message>
    <message>
        <source>Skip to the page</source>
        <translation>Przejdź do treści</translation>
    </message>
    <message>
        <source>A plugin was taken out of all published numbers, for good.</source>
        <translation>Wtyczkę usunięto ze wszystkich opublikowanych liczb, na zawsze.</translation>
    </message>
    <message>
        <source>A topic was taken out of all published numbers, for good.</source>
        <translation>Temat usunięto ze wszystkich opublikowanych liczb, na zawsze.</translation>
    </message>
    <message>
        <source>A number was taken out of everything that is published, for good.</source>
        <translation>Liczbę usunięto ze wszystkiego, co opublikowano, na zawsze.</translation>
    </message>
    <message>
        <source>The keys that sign the history were changed.</source>
        <translation>Zmieniono klucze, którymi podpisuje się historię.</translation>
    </message>
    <message>
        <source>The key %1 signs from now on. Its holder: %2.</source>
        <translation>Odtąd podpisuje klucz %1. Jego posiadacz: %2.</translation>
    </message>
    <message>
        <source>The key %1 was retired: it signs no more.</source>
        <translation>Klucz %1 wycofano: już nie podpisuje.</translation>
    </message>
    <message>
        <source>The key %1 was revoked: what it signs is not to be believed any more.</source>
        <translation>Klucz %1 unieważniono: temu, co podpisuje, nie należy już wierzyć.</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>Powód: %1</translation>
    </message>
    <message>
        <source>It is not signed: no key has been entered yet.</source>
        <translation>Nie jest podpisana: nie wpisano jeszcze żadnego klucza.</translation>
    </message>
    <message>
        <source>Signed by the key %1.</source>
        <translation>Podpisano kluczem %1.</translation>
    </message>
    <message>
        <source>Nothing has been published yet, so there is no line.</source>
        <translation>Niczego jeszcze nie opublikowano, więc nie ma żadnego wiersza.</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>wiersze</translation>
    </message>
    <message>
        <source>the last one is of</source>
        <translation>ostatni jest z dnia</translation>
    </message>
    <message>
        <source>its fingerprint (SHA-256)</source>
        <translation>jego odcisk (SHA-256)</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>podpis</translation>
    </message>
    <message>
        <source>Up to now: %1, %2, %3.</source>
        <extracomment>Three counts follow, each with its word</extracomment>
        <translation>Do tej pory: %1, %2, %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n release(s)</source>
        <translation>
            <numerusform>%n publikacja</numerusform>
            <numerusform>%n publikacje</numerusform>
            <numerusform>%n publikacji</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removal(s)</source>
        <translation>
            <numerusform>%n usunięcie</numerusform>
            <numerusform>%n usunięcia</numerusform>
            <numerusform>%n usunięć</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>raw events were read %n time(s)</source>
        <translation>
            <numerusform>surowe zdarzenia odczytano %n raz</numerusform>
            <numerusform>surowe zdarzenia odczytano %n razy</numerusform>
            <numerusform>surowe zdarzenia odczytano %n razy</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep a copy, and check</source>
        <translation>Zachowaj kopię i sprawdzaj</translation>
    </message>
    <message>
        <source>Everybody can check it, with the public files alone:</source>
        <translation>Każdy może to sprawdzić, mając tylko publiczne pliki:</translation>
    </message>
    <message>
        <source>Who keeps %1 can find later whether any line was changed or taken away, even by the operators:</source>
        <translation>Kto zachowa %1, może później stwierdzić, czy jakiś wiersz zmieniono lub usunięto, nawet jeśli zrobili to operatorzy:</translation>
    </message>
    <message>
        <source>Compare the name of the key with what its holder says elsewhere. Each line names the SHA-256 of the line before and of the files that it publishes, so one fingerprint stands for everything up to it. It doesn’t say that a number was right when it was published.</source>
        <translation>Porównaj nazwę klucza z tym, co jego posiadacz podaje gdzie indziej. Każdy wiersz podaje SHA-256 poprzedniego wiersza i plików, które publikuje, więc jeden odcisk poświadcza wszystko, co było do tej chwili. Nie mówi on, że liczba była poprawna, gdy ją opublikowano.</translation>
    </message>
    <message>
        <source>All lines, the newest first</source>
        <translation>Wszystkie wiersze, od najnowszego</translation>
    </message>
    <message>
        <source>line</source>
        <translation>wiersz</translation>
    </message>
    <message>
        <source>day</source>
        <translation>dzień</translation>
    </message>
    <message>
        <source>The data dictionary: what may be sent, and how it is published.</source>
        <translation>Słownik danych: co może zostać wysłane i jak jest publikowane.</translation>
    </message>
    <message>
        <source>The list of what may be named: plugins, commands, versions.</source>
        <translation>Lista tego, co wolno wymienić: wtyczki, polecenia, wersje.</translation>
    </message>
    <message>
        <source>The addresses that each level is sent to.</source>
        <translation>Adresy, pod które jest wysyłany każdy poziom.</translation>
    </message>
    <message>
        <source>The numbers of %1 were published.</source>
        <translation>Opublikowano liczby: %1.</translation>
    </message>
    <message>
        <source>Numbers were published.</source>
        <translation>Opublikowano liczby.</translation>
    </message>
    <message>
        <source>Numbers that were not published yet were drawn again.</source>
        <translation>Liczby, których jeszcze nie opublikowano, wylosowano ponownie.</translation>
    </message>
    <message>
        <source>A person read raw events: %1.</source>
        <translation>Człowiek odczytał surowe zdarzenia: %1.</translation>
    </message>
    <message>
        <source>Files that follow from the numbers were made anew, by another version of the program.</source>
        <translation>Pliki, które wynikają z liczb, utworzono na nowo, inną wersją programu.</translation>
    </message>
    <message>
        <source>History and removals</source>
        <translation>Historia i usunięcia</translation>
    </message>
    <message>
        <source>Everything that was published, removed or read, and how anybody can check it.</source>
        <translation>Wszystko, co opublikowano, usunięto lub odczytano, i jak każdy może to sprawdzić.</translation>
    </message>
    <message>
        <source>A published number never changes, but for a removal. Every data dictionary, release, removal and reading of raw events is a line of one list, to which lines are only added.</source>
        <translation>Opublikowana liczba nigdy się nie zmienia, chyba że zostanie usunięta. Każdy słownik danych, każda publikacja, każde usunięcie i każde odczytanie surowych zdarzeń to wiersz jednej listy, do której wiersze można tylko dopisywać.</translation>
    </message>
    <message>
        <source>basic</source>
        <translation>podstawowy</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>średni</translation>
    </message>
    <message>
        <source>full</source>
        <translation>pełny</translation>
    </message>
    <message>
        <source>no telemetry</source>
        <translation>bez telemetrii</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Poziomy</translation>
    </message>
    <message>
        <source>level</source>
        <translation>poziom</translation>
    </message>
    <message>
        <source>what is sent</source>
        <translation>co jest wysyłane</translation>
    </message>
    <message>
        <source>where to</source>
        <translation>dokąd</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>tydzień</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>miesiąc</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>rok</translation>
    </message>
    <message>
        <source>What all numbers together give away about one person</source>
        <translation>Co wszystkie liczby razem zdradzają o jednej osobie</translation>
    </message>
    <message>
        <source>At most this ε, at δ = 10⁻⁶, by differential privacy. It is not small over a year: it protects a fact, not a person for ever. For that there are the threshold, events that can’t be joined, and deletion.</source>
        <translation>Najwyżej tyle ε, przy δ = 10⁻⁶, według prywatności różnicowej. W ciągu roku to niemało: chroni informację, a nie osobę na zawsze. Temu służą próg, zdarzenia, których nie da się połączyć, i usuwanie.</translation>
    </message>
    <message>
        <source>noise σ</source>
        <translation>szum σ</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>próg</translation>
    </message>
    <message>
        <source>Noise and threshold of every table</source>
        <translation>Szum i próg każdej tabeli</translation>
    </message>
    <message>
        <source>No month has been published yet.</source>
        <translation>Nie opublikowano jeszcze żadnego miesiąca.</translation>
    </message>
    <message>
        <source>Up to now none is missing.</source>
        <translation>Do tej pory żadnego nie brakuje.</translation>
    </message>
    <message>
        <source>Missing: %1.</source>
        <translation>Brakuje: %1.</translation>
    </message>
    <message>
        <source>%1 of “%2”</source>
        <extracomment>So many of a topic count for one person, as in: 20 of “plugins that are installed”</extracomment>
        <translation>%1 w temacie „%2”</translation>
    </message>
    <message>
        <source>At most %1 count for one person.</source>
        <translation>Jednej osobie liczy się najwyżej %1.</translation>
    </message>
    <message>
        <source>How people are counted</source>
        <translation>Jak liczone są osoby</translation>
    </message>
    <message>
        <source>Who is counted, what noise and threshold do, and what the numbers don’t say.</source>
        <translation>Kto jest liczony, co robią szum i próg i czego liczby nie mówią.</translation>
    </message>
    <message>
        <source>The numbers are of people who were asked and said yes. They have noise, small ones are not published, and &lt;strong&gt;what is not published is not zero&lt;/strong&gt;.</source>
        <translation>Liczby dotyczą osób, które zapytano i które się zgodziły. Zawierają szum, małych się nie publikuje, a &lt;strong&gt;to, czego nie opublikowano, nie jest zerem&lt;/strong&gt;.</translation>
    </message>
    <message>
        <source>Only people who said yes</source>
        <translation>Tylko osoby, które się zgodziły</translation>
    </message>
    <message>
        <source>Who says yes may differ from who says no, in systems, plugins and how often they use napari. A no sends nothing, so what share said yes is not known, and nothing can be corrected for it. There is no factor that makes these the number of users of napari.</source>
        <translation>Ci, którzy się zgadzają, mogą się różnić od tych, którzy odmawiają: systemami, wtyczkami i tym, jak często używają napari. Odmowa niczego nie wysyła, więc nie wiadomo, jaka część się zgodziła, i niczego nie da się o to skorygować. Nie ma współczynnika, który zrobiłby z tego liczbę użytkowników napari.</translation>
    </message>
    <message>
        <source>Suppressed is not zero</source>
        <translation>Pominięte to nie zero</translation>
    </message>
    <message>
        <source>A number below the threshold is not published: it is a gap in a line and missing from a table. There was nobody, or fewer than about the threshold; the two look the same. Don’t count it as 0.</source>
        <translation>Liczby poniżej progu się nie publikuje: na linii jest wtedy przerwa, a w tabeli jej brakuje. Nie było nikogo albo było mniej osób, niż wynosi mniej więcej próg; jedno i drugie wygląda tak samo. Nie licz tego jako 0.</translation>
    </message>
    <message>
        <source>Noise, and the 95 % interval</source>
        <translation>Szum i przedział 95%</translation>
    </message>
    <message>
        <source>Each number has random noise of its own (a discrete Gaussian with the σ of its table) and is rounded to %1. The interval says how far it may be from the count of those who take part, in 95 of 100 cases. It is no error of a sample.</source>
        <translation>Każda liczba ma własny losowy szum (dyskretny rozkład normalny z σ swojej tabeli) i jest zaokrąglona do %1. Przedział mówi, jak daleko może być w 95 przypadkach na 100 od liczby tych, którzy biorą udział. Nie jest to błąd próby.</translation>
    </message>
    <message>
        <source>A level has its own people</source>
        <translation>Każdy poziom ma swoje osoby</translation>
    </message>
    <message>
        <source>Plugins are counted among those who chose middle or full, commands and data among those who chose full. How many chose which is not published. Compare within a level.</source>
        <translation>Wtyczki liczy się wśród osób, które wybrały poziom „średni” lub „pełny”, polecenia i dane wśród osób, które wybrały „pełny”. Nie publikuje się, ile osób co wybrało. Porównuj w obrębie jednego poziomu.</translation>
    </message>
    <message>
        <source>A person’s week, month and year</source>
        <translation>Tydzień, miesiąc i rok jednej osoby</translation>
    </message>
    <message>
        <source>A person is an account on a computer: who uses two counts twice. Weeks are ISO weeks in UTC; a month is the weeks whose Thursdays lie in it. No pseudonym lives longer than a week: napari itself remembers when it was last counted. In a table of a month each person has what was there first.</source>
        <translation>Osoba to konto na komputerze: kto używa dwóch, liczy się dwa razy. Tygodnie to tygodnie ISO w UTC; miesiąc to tygodnie, których czwartki w nim leżą. Żaden pseudonim nie żyje dłużej niż tydzień: napari samo pamięta, kiedy ostatnio było liczone. W tabeli miesiąca każda osoba ma to, co było pierwsze.</translation>
    </message>
    <message>
        <source>A year is a sum of months</source>
        <translation>Rok to suma miesięcy</translation>
    </message>
    <message>
        <source>Of those for whom a month was the first of the year, or ever. The noise adds up, so its interval grows with every month.</source>
        <translation>Tych osób, dla których miesiąc był pierwszym w roku albo pierwszym w ogóle. Szum się sumuje, więc przedział rośnie z każdym miesiącem.</translation>
    </message>
    <message>
        <source>When numbers appear</source>
        <translation>Kiedy pojawiają się liczby</translation>
    </message>
    <message>
        <source>A week is closed 21 days after its end, a month with its last week. A month of which a week could not be counted is not published.</source>
        <translation>Tydzień jest zamykany 21 dni po jego końcu, miesiąc wraz ze swoim ostatnim tygodniem. Miesiąca, w którym nie dało się policzyć któregoś tygodnia, się nie publikuje.</translation>
    </message>
    <message>
        <source>Made-up reports</source>
        <translation>Zmyślone zgłoszenia</translation>
    </message>
    <message>
        <source>Anybody could send some. An operator looks at jumps, and at growth that is all new people; what doesn’t stand out is not told from others.</source>
        <translation>Każdy mógłby je wysłać. Operator przygląda się skokom i wzrostowi, który składa się z samych nowych osób; tego, co się nie wyróżnia, nie da się odróżnić od innych.</translation>
    </message>
    <message numerus="yes">
        <source>people ever, so far</source>
        <translation>
            <numerusform>osoba w ogóle, dotychczas</numerusform>
            <numerusform>osoby w ogóle, dotychczas</numerusform>
            <numerusform>osób w ogóle, dotychczas</numerusform>
        </translation>
    </message>
    <message>
        <source>people in a year</source>
        <translation>osoby w roku</translation>
    </message>
    <message>
        <source>people ever</source>
        <translation>osoby w ogóle</translation>
    </message>
    <message>
        <source>people in a month</source>
        <translation>osoby w miesiącu</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>jeszcze nie</translation>
    </message>
    <message>
        <source>no month has been published</source>
        <translation>nie opublikowano żadnego miesiąca</translation>
    </message>
    <message>
        <source>too few for a number</source>
        <translation>za mało, aby podać liczbę</translation>
    </message>
    <message>
        <source>95 % interval: %1</source>
        <translation>przedział 95%: %1</translation>
    </message>
    <message>
        <source>it grew</source>
        <translation>wzrosła</translation>
    </message>
    <message>
        <source>it shrank</source>
        <translation>spadła</translation>
    </message>
    <message>
        <source>no change that is larger than the noise</source>
        <translation>nie zmieniła się bardziej, niż wynosi szum</translation>
    </message>
    <message>
        <source>%1 had %2 people, %3 had %4: %5.</source>
        <extracomment>Two months with their numbers of people, and the change</extracomment>
        <translation>Liczba osób: %2 (%1), %4 (%3): %5.</translation>
    </message>
    <message>
        <source>People in each week</source>
        <translation>Osoby w każdym tygodniu</translation>
    </message>
    <message>
        <source>People in each month</source>
        <translation>Osoby w każdym miesiącu</translation>
    </message>
    <message>
        <source>No week has been published yet. A week is closed 21 days after its end, and published then.</source>
        <translation>Nie opublikowano jeszcze żadnego tygodnia. Tydzień jest zamykany 21 dni po jego końcu i wtedy publikowany.</translation>
    </message>
    <message>
        <source>No month has been published yet. A month is closed 21 days after its end, and published then.</source>
        <translation>Nie opublikowano jeszcze żadnego miesiąca. Miesiąc jest zamykany 21 dni po jego końcu i wtedy publikowany.</translation>
    </message>
    <message>
        <source>People per week, %1 to %2. The band is the 95 % interval of each number. A gap was not published, which is not zero. Newer ones are still open: a week is closed 21 days after its end.</source>
        <translation>Osoby w tygodniu, od: %1, do: %2. Wstęga to przedział 95% każdej liczby. Przerwa to liczba nieopublikowana, a nie zero. Nowsze są jeszcze otwarte: tydzień jest zamykany 21 dni po jego końcu.</translation>
    </message>
    <message>
        <source>People per month, %1 to %2. The band is the 95 % interval of each number. A gap was not published, which is not zero. Newer ones are still open: a month is closed 21 days after its end.</source>
        <translation>Osoby w miesiącu, od: %1, do: %2. Wstęga to przedział 95% każdej liczby. Przerwa to liczba nieopublikowana, a nie zero. Nowsze są jeszcze otwarte: miesiąc jest zamykany 21 dni po jego końcu.</translation>
    </message>
    <message>
        <source>What each level sends, and where to</source>
        <translation>Co wysyła każdy poziom i dokąd</translation>
    </message>
    <message>
        <source>Each level includes the ones above it in this table. Each has a host of its own, so that a firewall can block one.</source>
        <translation>Każdy poziom zawiera te, które są w tej tabeli nad nim. Każdy ma własny serwer, aby zapora sieciowa mogła zablokować jeden z nich.</translation>
    </message>
    <message>
        <source>Every field, with examples</source>
        <translation>Każde pole, z przykładami</translation>
    </message>
    <message>
        <source>In napari, click “Telemetry” in the status bar and choose another level or none. What waits is deleted at once, and you are asked whether what was sent shall be erased, too.</source>
        <translation>Kliknij w napari „Telemetria” na pasku stanu i wybierz inny poziom albo żaden. To, co czeka, jest od razu usuwane, a napari pyta, czy usunąć też to, co wysłano.</translation>
    </message>
    <message>
        <source>Set &lt;code&gt;NAPARI_TELEMETRY=0&lt;/code&gt; or &lt;code&gt;DO_NOT_TRACK=1&lt;/code&gt; before napari starts.</source>
        <translation>Ustaw &lt;code&gt;NAPARI_TELEMETRY=0&lt;/code&gt; lub &lt;code&gt;DO_NOT_TRACK=1&lt;/code&gt;, zanim uruchomisz napari.</translation>
    </message>
    <message>
        <source>For all people of a computer, its administrator can forbid it, and forbid the question.</source>
        <translation>Administrator komputera może jej zabronić wszystkim jego użytkownikom, a także zabronić pytania.</translation>
    </message>
    <message>
        <source>How to say no</source>
        <translation>Jak odmówić</translation>
    </message>
    <message>
        <source>Nothing is sent before you say yes. Afterwards:</source>
        <translation>Nic nie jest wysyłane, zanim się zgodzisz. Potem:</translation>
    </message>
    <message>
        <source>How people are counted, and what the numbers don’t say</source>
        <translation>Jak liczone są osoby i czego liczby nie mówią</translation>
    </message>
    <message>
        <source>Everything that was published, removed or read, and how to check it</source>
        <translation>Wszystko, co opublikowano, usunięto lub odczytano, i jak to sprawdzić</translation>
    </message>
    <message>
        <source>All numbers as CSV, JSON and SQLite</source>
        <translation>Wszystkie liczby jako CSV, JSON i SQLite</translation>
    </message>
    <message>
        <source>Verify a certificate of a plugin’s numbers</source>
        <translation>Sprawdź certyfikat liczb wtyczki</translation>
    </message>
    <message>
        <source>NAP-8, the proposal that all of this follows</source>
        <translation>NAP-8, propozycja, której to wszystko odpowiada (po angielsku)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Więcej</translation>
    </message>
    <message>
        <source>How many people use napari</source>
        <translation>Ile osób używa napari</translation>
    </message>
    <message>
        <source>How many people use napari, in the last month, this year and ever: of those who agreed to be counted.</source>
        <translation>Ile osób używa napari, w ostatnim miesiącu, w tym roku i w ogóle: spośród tych, które zgodziły się być liczone.</translation>
    </message>
    <message>
        <source>These are people who were asked by napari and said yes. &lt;strong&gt;What share of all people said yes is not known&lt;/strong&gt;: a no sends nothing. So the numbers are not the size of napari’s community; their change says more than they do.</source>
        <translation>To osoby, które napari zapytało i które się zgodziły. &lt;strong&gt;Nie wiadomo, jaka część wszystkich osób się zgodziła&lt;/strong&gt;: odmowa niczego nie wysyła. Liczby nie są więc wielkością społeczności napari; ich zmiany mówią więcej niż one same.</translation>
    </message>
    <message>
        <source>Week by week</source>
        <translation>Tydzień po tygodniu</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>So many months of so many
----------
How many of all plugins have what was searched for in their name
----------
How many months: &quot;9 of 12&quot;</extracomment>
        <translation>%1 z %2</translation>
    </message>
    <message numerus="yes">
        <source>&lt;strong&gt;%1&lt;/strong&gt; had it in %2.</source>
        <extracomment>People who have a plugin, such as &quot;715 people (95 %: 705 to 725)&quot;, and a month</extracomment>
        <translation>
            <numerusform>&lt;strong&gt;%1&lt;/strong&gt; miała tę wtyczkę (%2).</numerusform>
            <numerusform>&lt;strong&gt;%1&lt;/strong&gt; miały tę wtyczkę (%2).</numerusform>
            <numerusform>&lt;strong&gt;%1&lt;/strong&gt; miało tę wtyczkę (%2).</numerusform>
        </translation>
    </message>
    <message>
        <source>No number was published for %1: fewer than about %2 people had it, or none. The last one is of %3.</source>
        <translation>Nie opublikowano liczby (%1): tę wtyczkę miało mniej niż około %2 osób albo nikt. Ostatnia liczba: %3.</translation>
    </message>
    <message>
        <source>People of whom napari says that the plugin is installed, among those who chose the level middle or full. Nobody knows how many others have it.</source>
        <translation>Osoby, u których według napari wtyczka jest zainstalowana, wśród tych, które wybrały poziom „średni” lub „pełny”. Nikt nie wie, ile innych osób ją ma.</translation>
    </message>
    <message>
        <source>People who have %1</source>
        <extracomment>The title of a chart; the name of a plugin</extracomment>
        <translation>Osoby, które mają %1</translation>
    </message>
    <message>
        <source>People per month, %1 to %2. The band is the 95 % interval; a gap was not published, which is not zero.</source>
        <translation>Osoby w miesiącu, od: %1, do: %2. Wstęga to przedział 95%; przerwa to liczba nieopublikowana, a nie zero.</translation>
    </message>
    <message>
        <source>year</source>
        <translation>rok</translation>
    </message>
    <message>
        <source>a mean month</source>
        <translation>średni miesiąc</translation>
    </message>
    <message>
        <source>months with a number</source>
        <translation>miesiące z liczbą</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>Według lat</translation>
    </message>
    <message>
        <source>People in a mean month of those with a number. Months can’t be added up: the same people are in several.</source>
        <translation>Osoby w średnim miesiącu spośród tych, które mają liczbę. Miesięcy nie można dodawać: te same osoby są w kilku.</translation>
    </message>
    <message>
        <source>Versions through time</source>
        <translation>Wersje w czasie</translation>
    </message>
    <message numerus="yes">
        <source>The %n newest versions with a number.</source>
        <translation>
            <numerusform>Najnowsza wersja z liczbą (%n).</numerusform>
            <numerusform>%n najnowsze wersje z liczbą.</numerusform>
            <numerusform>%n najnowszych wersji z liczbą.</numerusform>
        </translation>
    </message>
    <message>
        <source>A band is the 95 % interval; a gap was not published.</source>
        <translation>Wstęga to przedział 95%; przerwa to liczba nieopublikowana.</translation>
    </message>
    <message>
        <source>People in %1, by the version that they had first in the month. The thin line in a bar is the 95 % interval.</source>
        <translation>Osoby (%1), według wersji, którą miały w miesiącu najpierw. Cienka linia w słupku to przedział 95%.</translation>
    </message>
    <message>
        <source>No version had enough people for a number.</source>
        <translation>Żadna wersja nie miała dość osób, aby podać liczbę.</translation>
    </message>
    <message>
        <source>version</source>
        <translation>wersja</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Wersje</translation>
    </message>
    <message>
        <source>No command of it had enough people for a number, or it has none that is public.</source>
        <translation>Żadne z jej poleceń nie miało dość osób, aby podać liczbę, albo nie ma ona poleceń publicznych.</translation>
    </message>
    <message>
        <source>People who used each in %1, among those who chose the level full.</source>
        <translation>Osoby, które używały każdego z nich (%1), wśród tych, które wybrały poziom „pełny”.</translation>
    </message>
    <message>
        <source>Its commands</source>
        <translation>Jej polecenia</translation>
    </message>
    <message>
        <source>(address of this page)</source>
        <translation>(adres tej strony)</translation>
    </message>
    <message>
        <source>napari in numbers: people who have %1 installed, %2: %3 (95 % interval %4), of those who agreed to be counted. Published on %5, line %6 of the history. %7</source>
        <translation>napari w liczbach: osoby, które mają zainstalowaną wtyczkę %1, %2: %3 (przedział 95%: %4), spośród tych, które zgodziły się być liczone. Opublikowano %5, wiersz %6 historii. %7</translation>
    </message>
    <message>
        <source>Cite it</source>
        <translation>Cytowanie</translation>
    </message>
    <message>
        <source>Operators sign a certificate of a plugin’s numbers for its author. &lt;a href=&quot;%1&quot;&gt;Verify a certificate&lt;/a&gt;.</source>
        <translation>Operatorzy podpisują dla autora wtyczki certyfikat jej liczb. &lt;a href=&quot;%1&quot;&gt;Sprawdź certyfikat&lt;/a&gt;.</translation>
    </message>
    <message>
        <source>Badge</source>
        <translation>Odznaka</translation>
    </message>
    <message>
        <source>badge: people who have %1 in a month</source>
        <translation>odznaka: osoby, które mają %1 w miesiącu</translation>
    </message>
    <message>
        <source>How many people have the napari plugin %1, by month, year and version.</source>
        <translation>Ile osób ma wtyczkę napari %1, według miesięcy, lat i wersji.</translation>
    </message>
    <message>
        <source>All published plugins</source>
        <translation>Wszystkie opublikowane wtyczki</translation>
    </message>
    <message>
        <source>People with each plugin</source>
        <translation>Osoby z każdą wtyczką</translation>
    </message>
    <message>
        <source>a mean month of %1</source>
        <translation>średni miesiąc w %1</translation>
    </message>
    <message>
        <source>months published</source>
        <translation>opublikowane miesiące</translation>
    </message>
    <message>
        <source>Plugins that people have</source>
        <translation>Wtyczki, które mają osoby</translation>
    </message>
    <message>
        <source>How many people have each plugin of napari, with a page for each.</source>
        <translation>Ile osób ma każdą wtyczkę napari, ze stroną dla każdej.</translation>
    </message>
    <message>
        <source>No month has been published yet, so there is no number of any plugin. A month is closed 21 days after the end of its last week.</source>
        <translation>Nie opublikowano jeszcze żadnego miesiąca, więc żadna wtyczka nie ma liczby. Miesiąc jest zamykany 21 dni po końcu jego ostatniego tygodnia.</translation>
    </message>
    <message numerus="yes">
        <source>%1 plugins had a number. A plugin counts when it is installed in napari’s environment, not when it is used, and among the people who chose the level middle or full. One that is not here, or has no number in a month, has fewer than about %2 people there: that is not zero.</source>
        <translation>
            <numerusform>%1 wtyczka miała liczbę. Wtyczka liczy się, gdy jest zainstalowana w środowisku napari, a nie gdy jest używana, i wśród osób, które wybrały poziom „średni” lub „pełny”. Ta, której tu nie ma albo która w miesiącu nie ma liczby, ma tam mniej niż około %2 osób: to nie zero.</numerusform>
            <numerusform>%1 wtyczki miały liczbę. Wtyczka liczy się, gdy jest zainstalowana w środowisku napari, a nie gdy jest używana, i wśród osób, które wybrały poziom „średni” lub „pełny”. Ta, której tu nie ma albo która w miesiącu nie ma liczby, ma tam mniej niż około %2 osób: to nie zero.</numerusform>
            <numerusform>%1 wtyczek miało liczbę. Wtyczka liczy się, gdy jest zainstalowana w środowisku napari, a nie gdy jest używana, i wśród osób, które wybrały poziom „średni” lub „pełny”. Ta, której tu nie ma albo która w miesiącu nie ma liczby, ma tam mniej niż około %2 osób: to nie zero.</numerusform>
        </translation>
    </message>
    <message>
        <source>Up to now no plugin had enough people for a number.</source>
        <translation>Do tej pory żadna wtyczka nie miała dość osób, aby podać liczbę.</translation>
    </message>
    <message>
        <source>Search for a plugin</source>
        <translation>Szukaj wtyczki</translation>
    </message>
    <message>
        <source>No plugin has this in its name.</source>
        <translation>Żadna wtyczka nie ma tego w nazwie.</translation>
    </message>
    <message>
        <source>All numbers of all months: %1, %2</source>
        <translation>Wszystkie liczby wszystkich miesięcy: %1, %2</translation>
    </message>
    <message>
        <source>How it changed</source>
        <translation>Zmiany w czasie</translation>
    </message>
    <message>
        <source>The numbers are of %1, the last month that was published.</source>
        <translation>Liczby są z ostatniego opublikowanego miesiąca: %1.</translation>
    </message>
    <message>
        <source>Versions of napari, Python and systems</source>
        <translation>Wersje napari, Pythona i systemów</translation>
    </message>
    <message>
        <source>Which versions of napari and Python people use, on which systems and processors.</source>
        <translation>Jakich wersji napari i Pythona używają osoby, na jakich systemach i procesorach.</translation>
    </message>
    <message>
        <source>Each person is counted once in each table, with what they had first in the month. A version that is not in a table has fewer than about 20 people, or none.</source>
        <translation>Każda osoba jest liczona raz w każdej tabeli, z tym, co miała w miesiącu najpierw. Wersja, której nie ma w tabeli, ma mniej niż około 20 osób albo żadnej.</translation>
    </message>
    <message>
        <source>Commands that are used</source>
        <translation>Używane polecenia</translation>
    </message>
    <message>
        <source>Which commands of napari and of public plugins people use, and how often.</source>
        <translation>Jakich poleceń napari i publicznych wtyczek używają osoby i jak często.</translation>
    </message>
    <message numerus="yes">
        <source>Only people who chose the level full are in them, and of each person the first %n commands of the month. How often is said of one week, in four classes, never as a number of uses.</source>
        <translation>
            <numerusform>Są w nich tylko osoby, które wybrały poziom „pełny”, a od każdej osoby pierwsze polecenie miesiąca (%n). Jak często, podaje się dla jednego tygodnia, w czterech klasach, nigdy jako liczbę użyć.</numerusform>
            <numerusform>Są w nich tylko osoby, które wybrały poziom „pełny”, a od każdej osoby pierwsze %n polecenia miesiąca. Jak często, podaje się dla jednego tygodnia, w czterech klasach, nigdy jako liczbę użyć.</numerusform>
            <numerusform>Są w nich tylko osoby, które wybrały poziom „pełny”, a od każdej osoby pierwsze %n poleceń miesiąca. Jak często, podaje się dla jednego tygodnia, w czterech klasach, nigdy jako liczbę użyć.</numerusform>
        </translation>
    </message>
    <message>
        <source>Kinds of data that are looked at</source>
        <translation>Rodzaje oglądanych danych</translation>
    </message>
    <message>
        <source>Which kinds of layers people use: sizes, array libraries, element types, dimensions.</source>
        <translation>Jakich rodzajów warstw używają osoby: rozmiary, biblioteki tablic, typy danych, wymiary.</translation>
    </message>
    <message>
        <source>Only people who chose the level full are in them. Names, paths, shapes and the data itself are never looked at.</source>
        <translation>Są w nich tylko osoby, które wybrały poziom „pełny”. Nazwy, ścieżki, kształty i same dane nigdy nie są odczytywane.</translation>
    </message>
    <message numerus="yes">
        <source>people in %1</source>
        <comment>a month</comment>
        <translation>
            <numerusform>osoba (%1)</numerusform>
            <numerusform>osoby (%1)</numerusform>
            <numerusform>osób (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>people in %1</source>
        <comment>a year</comment>
        <translation>
            <numerusform>osoba w roku %1</numerusform>
            <numerusform>osoby w roku %1</numerusform>
            <numerusform>osób w roku %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>people in %1 so far</source>
        <comment>a year</comment>
        <translation>
            <numerusform>osoba w roku %1, dotychczas</numerusform>
            <numerusform>osoby w roku %1, dotychczas</numerusform>
            <numerusform>osób w roku %1, dotychczas</numerusform>
        </translation>
    </message>
    <message>
        <source>This page asks no other server for anything and sets no cookie.</source>
        <translation>Ta strona nie pyta o nic żadnego innego serwera i nie zapisuje plików cookie.</translation>
    </message>
    <message>
        <source>Or the name of a key, or the key itself, from somewhere that you trust:</source>
        <translation>Albo nazwa klucza lub sam klucz, z zaufanego miejsca:</translation>
    </message>
    <message>
        <source>1. The certificate</source>
        <translation>1. Certyfikat</translation>
    </message>
    <message>
        <source>Choose the file that ends in .json, or drop it here. (It is attached to the PDF, too.)</source>
        <translation>Plik z końcówką .json: wybierz go lub upuść tutaj. (Jest też dołączony do pliku PDF.)</translation>
    </message>
    <message>
        <source>2. The key</source>
        <translation>2. Klucz</translation>
    </message>
    <message>
        <source>No public keys are known here yet.</source>
        <translation>Nie są tu jeszcze znane żadne klucze publiczne.</translation>
    </message>
    <message>
        <source>The file keys.json of the public numbers, if this page has not got it:</source>
        <translation>Plik keys.json publicznych liczb, jeśli ta strona go nie ma:</translation>
    </message>
    <message>
        <source>3. What was found</source>
        <translation>3. Co stwierdzono</translation>
    </message>
    <message>
        <source>No certificate has been chosen.</source>
        <translation>Nie wybrano certyfikatu.</translation>
    </message>
    <message>
        <source>What it proves when nothing is wrong</source>
        <translation>Czego to dowodzi, gdy wszystko się zgadza</translation>
    </message>
    <message>
        <source>Nothing in the file was changed since whoever has the key signed it.</source>
        <translation>Niczego w pliku nie zmieniono, odkąd podpisał go posiadacz klucza.</translation>
    </message>
    <message>
        <source>The numbers are the ones that were published, and still are, where the public files could be read.</source>
        <translation>Liczby są tymi, które opublikowano i które nadal są opublikowane, o ile dało się odczytać pliki publiczne.</translation>
    </message>
    <message>
        <source>The history that names these files is whole, and signed by keys that are in use.</source>
        <translation>Historia, która podaje te pliki, jest cała i podpisana kluczami, które są w użyciu.</translation>
    </message>
    <message>
        <source>What it doesn’t prove</source>
        <translation>Czego to nie dowodzi</translation>
    </message>
    <message>
        <source>How many people use the plugin: only who agreed is counted, and installed is not used.</source>
        <translation>Ile osób używa wtyczki: liczone są tylko osoby, które się zgodziły, a zainstalowana nie znaczy używana.</translation>
    </message>
    <message>
        <source>How many different people had it in a year: the same person may be in every month, so months can’t be added up.</source>
        <translation>Ile różnych osób miało ją w ciągu roku: ta sama osoba może być w każdym miesiącu, więc miesięcy nie można dodawać.</translation>
    </message>
    <message>
        <source>Anything about a month without a number: not published is not zero.</source>
        <translation>Czegokolwiek o miesiącu bez liczby: nieopublikowana to nie zero.</translation>
    </message>
    <message>
        <source>That nobody made up reports, or that the plugin is a good one.</source>
        <translation>Że nikt nie zmyślił zgłoszeń ani że wtyczka jest dobra.</translation>
    </message>
    <message>
        <source>Whose key it is: compare its name with what its holder says elsewhere.</source>
        <translation>Czyj to klucz: nazwę trzeba porównać z tym, co jego posiadacz podaje gdzie indziej.</translation>
    </message>
    <message>
        <source>Without this page</source>
        <translation>Bez tej strony</translation>
    </message>
    <message>
        <source>This command looks at more than the page: how the keys followed one another, and whether a number was left out. FOLDER is a copy of the public files; without it only the signature is verified.</source>
        <translation>To polecenie sprawdza więcej niż strona: jak klucze następowały po sobie i czy nie pominięto żadnej liczby. FOLDER to kopia plików publicznych; bez niej sprawdzany jest tylko podpis.</translation>
    </message>
    <message>
        <source>Verify a certificate</source>
        <translation>Sprawdź certyfikat</translation>
    </message>
    <message>
        <source>Verifies a certificate of a plugin’s published numbers, on your own computer.</source>
        <translation>Sprawdza certyfikat opublikowanych liczb wtyczki na własnym komputerze.</translation>
    </message>
    <message>
        <source>A certificate has the published numbers of a plugin, signed by whoever runs napari’s telemetry. Its file is verified here, on your own computer: it is sent nowhere.</source>
        <translation>Certyfikat zawiera opublikowane liczby wtyczki, podpisane przez tych, którzy prowadzą telemetrię napari. Jego plik jest sprawdzany tutaj, na własnym komputerze: nie jest nigdzie wysyłany.</translation>
    </message>
    <message>
        <source>To verify here needs JavaScript, and the file verify.js of this site. The command below does without.</source>
        <translation>Sprawdzanie tutaj wymaga JavaScriptu i pliku verify.js tej witryny. Polecenie poniżej obywa się bez nich.</translation>
    </message>
    <message>
        <source>Right:</source>
        <translation>Dobrze:</translation>
    </message>
    <message>
        <source>Note:</source>
        <translation>Uwaga:</translation>
    </message>
    <message>
        <source>Wrong:</source>
        <translation>Źle:</translation>
    </message>
    <message>
        <source>This certificate is signed by key %1, and nothing was changed.</source>
        <translation>Ten certyfikat jest podpisany kluczem %1 i niczego nie zmieniono.</translation>
    </message>
    <message>
        <source>Nothing was changed since it was signed by key %1.</source>
        <translation>Odkąd podpisano go kluczem %1, niczego nie zmieniono.</translation>
    </message>
    <message>
        <source>This certificate must not be believed.</source>
        <translation>Temu certyfikatowi nie należy wierzyć.</translation>
    </message>
    <message>
        <source>This is no certificate. %1</source>
        <extracomment>%1 is a sentence that says why</extracomment>
        <translation>To nie jest certyfikat. %1</translation>
    </message>
    <message>
        <source>Nothing was verified: a browser does it only on a page that came by HTTPS, or from the disk. Open this page so.</source>
        <translation>Niczego nie sprawdzono: przeglądarka robi to tylko na stronie otwartej przez HTTPS lub z dysku. Tę stronę trzeba tak otworzyć.</translation>
    </message>
    <message>
        <source>The printed page names a file with the SHA-256 %1.</source>
        <translation>Wydrukowana strona podaje plik o SHA-256 %1.</translation>
    </message>
    <message>
        <source>It is the file that the printed page names.</source>
        <translation>To plik, który podaje wydrukowana strona.</translation>
    </message>
    <message>
        <source>It is not the file that the printed page names: its SHA-256 is another one.</source>
        <translation>To nie jest plik, który podaje wydrukowana strona: ma inny SHA-256.</translation>
    </message>
    <message>
        <source>The public keys of this site: %1.</source>
        <translation>Klucze publiczne tej witryny: %1.</translation>
    </message>
    <message>
        <source>The public keys of %1: %2.</source>
        <extracomment>%1 is the name of a file, %2 lists keys</extracomment>
        <translation>Klucze publiczne w pliku %1: %2.</translation>
    </message>
    <message>
        <source>This site has no public key.</source>
        <translation>Ta witryna nie ma klucza publicznego.</translation>
    </message>
    <message>
        <source>There is no public key in %1.</source>
        <translation>W pliku %1 nie ma klucza publicznego.</translation>
    </message>
    <message>
        <source>The public keys of this site are not known. %1</source>
        <extracomment>%1 is a sentence that says why</extracomment>
        <translation>Klucze publiczne tej witryny nie są znane. %1</translation>
    </message>
    <message>
        <source>%1 has no public keys. %2</source>
        <extracomment>%1 is the name of a file, %2 a sentence that says why</extracomment>
        <translation>Plik %1 nie zawiera kluczy publicznych. %2</translation>
    </message>
    <message>
        <source>%1, revoked</source>
        <extracomment>A key in a list of keys</extracomment>
        <translation>%1, unieważniony</translation>
    </message>
    <message>
        <source>No public keys are known here.</source>
        <translation>Nie są tu znane żadne klucze publiczne.</translation>
    </message>
    <message>
        <source>The signature is not of the key %1: the certificate was changed, or nobody signed it.</source>
        <translation>Podpisu nie złożono kluczem %1: certyfikat zmieniono albo nikt go nie podpisał.</translation>
    </message>
    <message>
        <source>Signed by key %1, one of the public keys (%2).</source>
        <extracomment>%2 is the role of who has the key, as they wrote it</extracomment>
        <translation>Podpisano kluczem %1, jednym z kluczy publicznych (%2).</translation>
    </message>
    <message>
        <source>Signed by key %1, one of the public keys.</source>
        <translation>Podpisano kluczem %1, jednym z kluczy publicznych.</translation>
    </message>
    <message>
        <source>Signed by key %1, which is none of the public keys.</source>
        <translation>Podpisano kluczem %1, który nie jest żadnym z kluczy publicznych.</translation>
    </message>
    <message>
        <source>Signed by key %1, the one that you named.</source>
        <translation>Podpisano kluczem %1, tym podanym.</translation>
    </message>
    <message>
        <source>Signed by key %1, and not by the one that you named.</source>
        <translation>Podpisano kluczem %1, a nie tym podanym.</translation>
    </message>
    <message>
        <source>Signed by key %1.</source>
        <translation>Podpisano kluczem %1.</translation>
    </message>
    <message>
        <source>Whose key that is, is not known here: anybody can make one. Compare its name with one from a place that you trust.</source>
        <translation>Nie wiadomo tu, czyj to klucz: każdy może taki utworzyć. Nazwę trzeba porównać z podaną w zaufanym miejscu.</translation>
    </message>
    <message>
        <source>The key %1 was revoked on %2: what it signed proves nothing any more.</source>
        <extracomment>%2 is a day</extracomment>
        <translation>Klucz %1 unieważniono %2: to, co nim podpisano, niczego już nie dowodzi.</translation>
    </message>
    <message>
        <source>The key %1 was not in use before %2.</source>
        <translation>Klucza %1 nie używano przed %2.</translation>
    </message>
    <message>
        <source>The key %1 was not in use after %2.</source>
        <translation>Klucza %1 nie używano po %2.</translation>
    </message>
    <message>
        <source>From the disk this page can’t hold the numbers against the public files; “napari-telemetry-aggregate verify --public” does.</source>
        <translation>Otwarta z dysku, ta strona nie może porównać liczb z plikami publicznymi; robi to „napari-telemetry-aggregate verify --public”.</translation>
    </message>
    <message>
        <source>The numbers were not held against the public files. %1</source>
        <extracomment>%1 is a sentence that says why</extracomment>
        <translation>Liczb nie porównano z plikami publicznymi. %1</translation>
    </message>
    <message>
        <source>Every number is that of the public files.</source>
        <translation>Każda liczba jest taka jak w plikach publicznych.</translation>
    </message>
    <message>
        <source>%1: line %2 of the history does not name the file that the certificate names.</source>
        <extracomment>%1 is a month</extracomment>
        <translation>%1: wiersz %2 historii nie podaje pliku, który podaje certyfikat.</translation>
    </message>
    <message>
        <source>%1: no number of the plugin was published.</source>
        <translation>%1: nie opublikowano żadnej liczby tej wtyczki.</translation>
    </message>
    <message>
        <source>%1: the number was taken out of the public numbers since.</source>
        <translation>%1: liczbę usunięto odtąd z publicznych liczb.</translation>
    </message>
    <message>
        <source>%1: the certificate says %2, and published are %3.</source>
        <translation>%1: certyfikat podaje %2, a opublikowano %3.</translation>
    </message>
    <message>
        <source>%1: the file was changed since; the number is the same.</source>
        <translation>%1: plik odtąd zmieniono; liczba jest ta sama.</translation>
    </message>
    <message>
        <source>The history that names the public files is whole, and signed by %1.</source>
        <extracomment>%1 lists keys</extracomment>
        <translation>Historia, która podaje pliki publiczne, jest cała i podpisana kluczami: %1.</translation>
    </message>
    <message>
        <source>Who signed the history was not checked. %1</source>
        <extracomment>%1 is a sentence that says why</extracomment>
        <translation>Nie sprawdzono, kto podpisał historię. %1</translation>
    </message>
    <message>
        <source>Line %1 of the history doesn’t follow from the one before: something was changed.</source>
        <translation>Wiersz %1 historii nie wynika z poprzedniego: coś zmieniono.</translation>
    </message>
    <message>
        <source>The last lines of the history were taken away.</source>
        <translation>Ostatnie wiersze historii usunięto.</translation>
    </message>
    <message>
        <source>The last lines of the history are not signed.</source>
        <translation>Ostatnie wiersze historii nie są podpisane.</translation>
    </message>
    <message>
        <source>The history is not the one that was signed.</source>
        <translation>To nie jest ta historia, którą podpisano.</translation>
    </message>
    <message>
        <source>The signature of key %1 under the history is not valid: the key is not in use, or it signed something else.</source>
        <translation>Podpis kluczem %1 pod historią jest nieważny: klucz nie jest w użyciu albo podpisano nim coś innego.</translation>
    </message>
    <message>
        <source>Keys that have to sign the history: %1. Keys that did: %2.</source>
        <translation>Ile kluczy musi podpisać historię: %1. Ile podpisało: %2.</translation>
    </message>
    <message>
        <source>month</source>
        <translation>miesiąc</translation>
    </message>
    <message>
        <source>line of the history</source>
        <translation>wiersz historii</translation>
    </message>
    <message>
        <source>A mean month of each year, of the months that were published</source>
        <translation>Średni miesiąc każdego roku, z miesięcy, które opublikowano</translation>
    </message>
    <message>
        <source>People in each month; what was not published is not zero</source>
        <translation>Osoby w każdym miesiącu; to, czego nie opublikowano, nie jest zerem</translation>
    </message>
    <message>
        <source>%1 to %2, issued on %3.</source>
        <extracomment>%1 and %2 are months, %3 is a day</extracomment>
        <translation>Od: %1, do: %2, wydano: %3.</translation>
    </message>
    <message>
        <source>SHA-256 of the file: %1</source>
        <translation>SHA-256 pliku: %1</translation>
    </message>
    <message>
        <source>%1 can’t be fetched.</source>
        <translation>Nie można pobrać %1.</translation>
    </message>
    <message>
        <source>%1 can’t be fetched: the server answered %2.</source>
        <translation>Nie można pobrać %1: serwer odpowiedział %2.</translation>
    </message>
    <message>
        <source>%1 is not JSON.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>%1 to nie JSON.</translation>
    </message>
    <message>
        <source>%1 can’t be read. %2</source>
        <extracomment>%1 is the name of a file, %2 a sentence that says why</extracomment>
        <translation>Nie można odczytać %1. %2</translation>
    </message>
    <message>
        <source>It is not JSON.</source>
        <translation>To nie jest JSON.</translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation>Jest za duży.</translation>
    </message>
    <message>
        <source>It is of a newer version; this page may be an old copy.</source>
        <translation>Jest w nowszej wersji; ta strona może być starą kopią.</translation>
    </message>
    <message>
        <source>It is not an object of JSON.</source>
        <translation>To nie jest obiekt JSON.</translation>
    </message>
    <message>
        <source>Its field “%1” is missing, or is not what it should be.</source>
        <translation>Brakuje pola „%1” albo nie jest takie, jak powinno.</translation>
    </message>
    <message>
        <source>Its fields people, low and high don’t go together.</source>
        <translation>Pola people, low i high do siebie nie pasują.</translation>
    </message>
    <message>
        <source>Its fields from and to are not two months in order.</source>
        <translation>Pola from i to nie są dwoma miesiącami po kolei.</translation>
    </message>
    <message>
        <source>It is about more than %1 months.</source>
        <translation>Dotyczy większej liczby miesięcy niż %1.</translation>
    </message>
    <message>
        <source>It has no number.</source>
        <translation>Nie ma żadnej liczby.</translation>
    </message>
    <message>
        <source>The months are not in order, or not of its range.</source>
        <translation>Miesiące nie są po kolei albo są spoza zakresu.</translation>
    </message>
    <message>
        <source>What it says of the years doesn’t follow from the months.</source>
        <translation>To, co podaje o latach, nie wynika z miesięcy.</translation>
    </message>
    <message>
        <source>It isn’t in the form in which certificates are written; if an editor or a mail program saved it anew, ask for the file as it was.</source>
        <translation>Nie ma postaci, w jakiej zapisuje się certyfikaty; jeśli zapisał go na nowo edytor lub program pocztowy, trzeba poprosić o plik w pierwotnej postaci.</translation>
    </message>
    <message>
        <source>%1: no number yet</source>
        <translation>%1: jeszcze bez liczby</translation>
    </message>
    <message>
        <source>Questions about it, or something that should not be public: %1</source>
        <translation>Pytania na ten temat albo coś, co nie powinno być publiczne: %1</translation>
    </message>
    <message>
        <source>week</source>
        <translation>tydzień</translation>
    </message>
    <message>
        <source>From</source>
        <extracomment>The first month that charts show: &quot;From [July 2026]&quot;; the next is the choice of all</extracomment>
        <translation>Od</translation>
    </message>
    <message>
        <source>the first month</source>
        <translation>pierwszego miesiąca</translation>
    </message>
    <message>
        <source>to</source>
        <translation>do</translation>
    </message>
    <message>
        <source>the last month</source>
        <translation>ostatniego miesiąca</translation>
    </message>
    <message>
        <source>all</source>
        <extracomment>Charts by week, by month, or both</extracomment>
        <translation>wszystkie</translation>
    </message>
    <message>
        <source>By</source>
        <extracomment>What charts count by: &quot;By: all, week, month, year&quot;</extracomment>
        <translation>Według</translation>
    </message>
    <message>
        <source>Show</source>
        <extracomment>What charts show: &quot;Show: people, share&quot;</extracomment>
        <translation>Pokaż</translation>
    </message>
    <message>
        <source>What the charts show</source>
        <translation>Co pokazują wykresy</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Pokaż wszystko</translation>
    </message>
    <message>
        <source>Questions: %1</source>
        <translation>Pytania: %1</translation>
    </message>
    <message>
        <source>up to</source>
        <translation>włącznie do</translation>
    </message>
    <message>
        <source>People in each year</source>
        <translation>Osoby w każdym roku</translation>
    </message>
    <message>
        <source>People who were there at least once in the year, up to the month that is named. Each is counted once.</source>
        <translation>Osoby, które pojawiły się w roku co najmniej raz, do podanego miesiąca włącznie. Każda liczona jest raz.</translation>
    </message>
    <message>
        <source>no number yet</source>
        <translation>jeszcze bez liczby</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 do %3)</translation>
    </message>
    <message>
        <source>%1: people, and the 95 % interval</source>
        <translation>%1: osoby i przedział 95%</translation>
    </message>
    <message>
        <source>%1: people, the 95 % interval, and the share of all people</source>
        <translation>%1: osoby, przedział 95% i udział wśród wszystkich osób</translation>
    </message>
    <message>
        <source>Dashed: releases of napari.</source>
        <translation>Linie przerywane: wydania napari.</translation>
    </message>
    <message>
        <source>Grey at the end: no number yet.</source>
        <translation>Szare na końcu: jeszcze bez liczby.</translation>
    </message>
    <message>
        <source>The same as shares of all people. %1</source>
        <translation>To samo jako udziały wśród wszystkich osób. %1</translation>
    </message>
    <message>
        <source>people (95 % interval)</source>
        <translation>osoby (przedział 95%)</translation>
    </message>
</context>
<context>
    <name>Telemetry::PendingPage</name>
    <message>
        <source>Sending…</source>
        <translation>Wysyłanie…</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) put back.</source>
        <translation>
            <numerusform>Przywrócono %n zdarzenie.</numerusform>
            <numerusform>Przywrócono %n zdarzenia.</numerusform>
            <numerusform>Przywrócono %n zdarzeń.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete found</source>
        <translation>Usuń znalezione</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Usuń wszystkie</translation>
    </message>
    <message>
        <source>Release topic</source>
        <translation>Zwolnij temat</translation>
    </message>
    <message>
        <source>Hold topic</source>
        <translation>Wstrzymaj temat</translation>
    </message>
    <message>
        <source>Select events of one topic first.</source>
        <translation>Najpierw trzeba wybrać zdarzenia jednego tematu.</translation>
    </message>
    <message>
        <source>“%1” is recorded and sent again.</source>
        <translation>„%1” będzie znów zapisywane i wysyłane.</translation>
    </message>
    <message>
        <source>“%1” is neither recorded nor sent until you release it. What waits of it stays here.</source>
        <translation>„%1” nie będzie zapisywane ani wysyłane do czasu zwolnienia. To, co czeka, zostaje tutaj.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) waiting to be sent.</source>
        <translation>
            <numerusform>%n zdarzenie czeka na wysłanie.</numerusform>
            <numerusform>%n zdarzenia czekają na wysłanie.</numerusform>
            <numerusform>%n zdarzeń czeka na wysłanie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) of this week still growing, sent after the week.</source>
        <translation>
            <numerusform>%n zdarzenie z tego tygodnia jeszcze rośnie, będzie wysłane po tygodniu.</numerusform>
            <numerusform>%n zdarzenia z tego tygodnia jeszcze rosną, będą wysłane po tygodniu.</numerusform>
            <numerusform>%n zdarzeń z tego tygodnia jeszcze rośnie, będą wysłane po tygodniu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) held.</source>
        <translation>
            <numerusform>%n zdarzenie wstrzymane.</numerusform>
            <numerusform>%n zdarzenia wstrzymane.</numerusform>
            <numerusform>%n zdarzeń wstrzymanych.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) refused by the server, not sent again.</source>
        <translation>
            <numerusform>%n zdarzenie odrzucone przez serwer, nie będzie wysłane ponownie.</numerusform>
            <numerusform>%n zdarzenia odrzucone przez serwer, nie będą wysłane ponownie.</numerusform>
            <numerusform>%n zdarzeń odrzuconych przez serwer, nie będą wysłane ponownie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n use(s) of commands and layers not counted yet.</source>
        <translation>
            <numerusform>%n użycie poleceń i warstw jeszcze nie policzone.</numerusform>
            <numerusform>%n użycia poleceń i warstw jeszcze nie policzone.</numerusform>
            <numerusform>%n użyć poleceń i warstw jeszcze nie policzonych.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) deleted unsent, the oldest first, because there was no more room.</source>
        <translation>
            <numerusform>%n zdarzenie usunięte bez wysłania, najstarsze najpierw, bo zabrakło miejsca.</numerusform>
            <numerusform>%n zdarzenia usunięte bez wysłania, najstarsze najpierw, bo zabrakło miejsca.</numerusform>
            <numerusform>%n zdarzeń usuniętych bez wysłania, najstarsze najpierw, bo zabrakło miejsca.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server could not be reached for several days. Nothing is lost.</source>
        <translation>Serwer od kilku dni jest nieosiągalny. Nic nie przepadło.</translation>
    </message>
    <message>
        <source>The next try to send is on %1.</source>
        <translation>Następna próba wysłania: %1.</translation>
    </message>
    <message>
        <source>It is tried again as soon as possible.</source>
        <translation>Następna próba nastąpi jak najszybciej.</translation>
    </message>
    <message>
        <source>Nothing is waiting, and nothing is recorded while telemetry is paused.</source>
        <translation>Nic nie czeka i nic nie jest zapisywane, dopóki telemetria jest wstrzymana.</translation>
    </message>
    <message>
        <source>Telemetry is off. Nothing is recorded, and nothing is sent.</source>
        <translation>Telemetria jest wyłączona. Nic nie jest zapisywane ani wysyłane.</translation>
    </message>
    <message>
        <source>Nothing is waiting. What napari records appears here before it is sent.</source>
        <translation>Nic nie czeka. To, co napari zapisze, pojawi się tutaj przed wysłaniem.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) deleted. They are not recorded again this week or month.</source>
        <translation>
            <numerusform>Usunięto %n zdarzenie. Nie zostanie ponownie zapisane w tym tygodniu lub miesiącu.</numerusform>
            <numerusform>Usunięto %n zdarzenia. Nie zostaną ponownie zapisane w tym tygodniu lub miesiącu.</numerusform>
            <numerusform>Usunięto %n zdarzeń. Nie zostaną ponownie zapisane w tym tygodniu lub miesiącu.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::Policy</name>
    <message>
        <source>There is no such file.</source>
        <translation>Nie ma takiego pliku.</translation>
    </message>
    <message>
        <source>Off: the administrator&apos;s file %1 can&apos;t be read (%2).</source>
        <translation>Wyłączona: nie można odczytać pliku administratora %1 (%2).</translation>
    </message>
    <message>
        <source>At most “%1”; asking is %2.</source>
        <translation>Najwyżej „%1”; pytanie jest %2.</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>dozwolone</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translation>niedozwolone</translation>
    </message>
    <message>
        <source>Off: set by the administrator&apos;s file %1.</source>
        <translation>Wyłączona: tak stanowi plik administratora %1.</translation>
    </message>
    <message>
        <source>Limited by the administrator&apos;s file %1.</source>
        <translation>Ograniczona przez plik administratora %1.</translation>
    </message>
    <message>
        <source>It is set.</source>
        <translation>Jest ustawiona.</translation>
    </message>
    <message>
        <source>It is not set.</source>
        <translation>Nie jest ustawiona.</translation>
    </message>
    <message>
        <source>Off: the variable DO_NOT_TRACK is set.</source>
        <translation>Wyłączona: zmienna DO_NOT_TRACK jest ustawiona.</translation>
    </message>
    <message>
        <source>At most “%1”.</source>
        <translation>Najwyżej „%1”.</translation>
    </message>
    <message>
        <source>It has an unknown value, which means none.</source>
        <translation>Ma nieznaną wartość, co oznacza brak telemetrii.</translation>
    </message>
    <message>
        <source>Off: the variable NAPARI_TELEMETRY has an unknown value.</source>
        <translation>Wyłączona: zmienna NAPARI_TELEMETRY ma nieznaną wartość.</translation>
    </message>
    <message>
        <source>Off: the variable NAPARI_TELEMETRY says so.</source>
        <translation>Wyłączona: tak stanowi zmienna NAPARI_TELEMETRY.</translation>
    </message>
    <message>
        <source>Limited by the variable NAPARI_TELEMETRY.</source>
        <translation>Ograniczona przez zmienną NAPARI_TELEMETRY.</translation>
    </message>
    <message>
        <source>Off: the variable CI is set, so this is not a person&apos;s session.</source>
        <translation>Wyłączona: zmienna CI jest ustawiona, więc w tej sesji nie pracuje człowiek.</translation>
    </message>
    <message>
        <source>Off: there is no screen.</source>
        <translation>Wyłączona: nie ma ekranu.</translation>
    </message>
    <message>
        <source>Off: napari keeps no settings here, so an answer could not be kept.</source>
        <translation>Wyłączona: napari nie zachowuje tu ustawień, więc odpowiedzi nie można by zachować.</translation>
    </message>
    <message>
        <source>A person&apos;s session.</source>
        <translation>W tej sesji pracuje człowiek.</translation>
    </message>
    <message>
        <source>Off: your choice in %1 can&apos;t be read.</source>
        <translation>Wyłączona: nie można odczytać wyboru w %1.</translation>
    </message>
    <message>
        <source>Do not ask in any environment.</source>
        <translation>Nie pytać w żadnym środowisku.</translation>
    </message>
    <message>
        <source>Asking is allowed.</source>
        <translation>Pytanie jest dozwolone.</translation>
    </message>
    <message>
        <source>There is no such file: no answer yet.</source>
        <translation>Nie ma takiego pliku: nie ma jeszcze odpowiedzi.</translation>
    </message>
    <message>
        <source>Off: your answer in %1 can&apos;t be read.</source>
        <translation>Wyłączona: nie można odczytać odpowiedzi w %1.</translation>
    </message>
    <message>
        <source>Off: the administrator&apos;s file %1 does not let napari ask.</source>
        <translation>Wyłączona: plik administratora %1 nie pozwala napari pytać.</translation>
    </message>
    <message>
        <source>Off: you chose not to be asked in any environment (%1).</source>
        <translation>Wyłączona: wybrano, aby nie pytać w żadnym środowisku (%1).</translation>
    </message>
    <message>
        <source>Off: %1 can&apos;t be written, so an answer could not be kept.</source>
        <translation>Wyłączona: nie można zapisać %1, więc odpowiedzi nie można by zachować.</translation>
    </message>
    <message>
        <source>Off: you have not been asked yet.</source>
        <translation>Wyłączona: pytanie nie zostało jeszcze zadane.</translation>
    </message>
    <message>
        <source>Off: you chose so on %1.</source>
        <translation>Wyłączona: tak wybrano %1.</translation>
    </message>
    <message>
        <source>You chose this on %1.</source>
        <translation>Tak wybrano %1.</translation>
    </message>
    <message>
        <source>Off: the time that you set ended on %1.</source>
        <translation>Wyłączona: ustawiony czas upłynął %1.</translation>
    </message>
    <message>
        <source>Off: your answer was given to a newer version of the question.</source>
        <translation>Wyłączona: odpowiedź dotyczyła nowszej wersji pytania.</translation>
    </message>
    <message>
        <source>Off: more would be sent at this level than when you answered.</source>
        <translation>Wyłączona: na tym poziomie wysyłano by więcej niż w chwili odpowiedzi.</translation>
    </message>
    <message>
        <source>Paused until %1.</source>
        <translation>Wstrzymana do %1.</translation>
    </message>
    <message>
        <source>Paused until you resume.</source>
        <translation>Wstrzymana do czasu wznowienia.</translation>
    </message>
    <message>
        <source>It ends on %1.</source>
        <translation>Wybór wygasa %1.</translation>
    </message>
    <message>
        <source>“%1”. %2</source>
        <translation>„%1”. %2</translation>
    </message>
    <message>
        <source>Off: what you chose on %1 could not be saved in its place. Choose again to change this.</source>
        <translation>Wyłączona: wyboru z dnia %1 nie udało się zapisać na jego miejscu. Aby to zmienić, trzeba wybrać ponownie.</translation>
    </message>
    <message>
        <source>This is not a container.</source>
        <translation>To nie jest kontener.</translation>
    </message>
    <message>
        <source>A container whose home folder is kept.</source>
        <translation>Kontener, którego katalog domowy zostaje zachowany.</translation>
    </message>
    <message>
        <source>The administrator says that home folders are kept in this container.</source>
        <translation>Według administratora katalogi domowe w tym kontenerze są zachowywane.</translation>
    </message>
    <message>
        <source>Off: this is a container (%1), and what is saved in %2 seems to go with it. An administrator can state that it is kept.</source>
        <translation>Wyłączona: to jest kontener (%1), a to, co zostanie zapisane w %2, najwyraźniej zniknie razem z nim. Administrator może podać, że jest to zachowywane.</translation>
    </message>
    <message>
        <source>Off: pytest is loaded, so this is a test run and not a person&apos;s session.</source>
        <translation>Wyłączona: pytest jest załadowany, więc to przebieg testów, a nie sesja człowieka.</translation>
    </message>
    <message>
        <source>Off: disabled in napari&apos;s plugin manager.</source>
        <translation>Wyłączona: w menedżerze wtyczek napari.</translation>
    </message>
</context>
<context>
    <name>Telemetry::PreviewDesk</name>
    <message>
        <source>The events on this computer can&apos;t be read or changed: %1.</source>
        <translation>Zdarzeń na tym komputerze nie można odczytać ani zmienić: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) written to %1.</source>
        <translation>
            <numerusform>Zapisano %n zdarzenie w %1.</numerusform>
            <numerusform>Zapisano %n zdarzenia w %1.</numerusform>
            <numerusform>Zapisano %n zdarzeń w %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file can&apos;t be written: %1</source>
        <translation>Pliku nie można zapisać: %1</translation>
    </message>
</context>
<context>
    <name>Telemetry::PreviewHolder</name>
    <message>
        <source>Export events</source>
        <translation>Eksport zdarzeń</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabela (*.csv)</translation>
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
        <translation>Oczekujące</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Wysłane</translation>
    </message>
    <message>
        <source>What is collected</source>
        <translation>Co jest zbierane</translation>
    </message>
    <message>
        <source>Events are kept on this computer until they are sent to %1.</source>
        <translation>Zdarzenia pozostają na tym komputerze do czasu wysłania do %1.</translation>
    </message>
</context>
<context>
    <name>Telemetry::ProblemText</name>
    <message>
        <source>Events can&apos;t be kept on this computer: %1. napari is not affected, and nothing is sent.</source>
        <translation>Zdarzeń nie można przechować na tym komputerze: %1. napari działa bez zmian i nic nie jest wysyłane.</translation>
    </message>
    <message>
        <source>Nothing is recorded, because napari&apos;s data folder is a temporary one: %1</source>
        <translation>Nic nie jest zapisywane, ponieważ folder danych napari jest tymczasowy: %1</translation>
    </message>
    <message>
        <source>Nothing is recorded, because napari&apos;s data folder is copied to other computers: %1</source>
        <translation>Nic nie jest zapisywane, ponieważ folder danych napari jest kopiowany na inne komputery: %1</translation>
    </message>
    <message>
        <source>You said no this week, and events of this week may have been sent before. So that you are not counted twice, nothing is recorded until Monday.</source>
        <translation>W tym tygodniu powiedziano „nie”, a zdarzenia z tego tygodnia mogły już zostać wysłane. Aby nikt nie został policzony dwa razy, do poniedziałku nic nie jest zapisywane.</translation>
    </message>
    <message>
        <source>The file of events was damaged. What could be read of it was kept. napari is not affected.</source>
        <translation>Plik ze zdarzeniami był uszkodzony. Zachowano wszystko, co dało się odczytać. napari działa bez zmian.</translation>
    </message>
</context>
<context>
    <name>Telemetry::ProxyChoice</name>
    <message>
        <source>The variable %1 names a proxy in a way that can&apos;t be read; http://proxy.example:3128 could be. Nothing is sent past it.</source>
        <translation>Zmienna %1 podaje serwer proxy w sposób, którego nie da się odczytać; czytelne byłoby http://proxy.example:3128. Z jego pominięciem nic nie jest wysyłane.</translation>
    </message>
    <message>
        <source>The variable %1 names a proxy of a kind that can&apos;t be used. Those that can be begin with http://, socks5:// or socks5h://. Nothing is sent past it.</source>
        <translation>Zmienna %1 podaje serwer proxy rodzaju, którego nie można użyć. Te, których można użyć, zaczynają się od http://, socks5:// albo socks5h://. Z jego pominięciem nic nie jest wysyłane.</translation>
    </message>
    <message>
        <source>the system&apos;s settings</source>
        <translation>ustawienia systemu</translation>
    </message>
    <message>
        <source>The proxy of the system&apos;s settings is of a kind that can&apos;t be used. Nothing is sent past it.</source>
        <translation>Serwer proxy z ustawień systemu jest rodzaju, którego nie można użyć. Z jego pominięciem nic nie jest wysyłane.</translation>
    </message>
</context>
<context>
    <name>Telemetry::Question</name>
    <message>
        <source>May napari report something new?</source>
        <translation>Czy napari może zgłaszać coś nowego?</translation>
    </message>
    <message>
        <source>May napari report how it is used?</source>
        <translation>Czy napari może zgłaszać, jak jest używane?</translation>
    </message>
    <message>
        <source>You agreed to reports before. This version can send more than it could then; what is new is listed here. Nothing is sent until you answer.</source>
        <translation>Na zgłoszenia wyrażono już zgodę. Ta wersja może wysyłać więcej niż wtedy; nowości są wymienione tutaj. Do czasu odpowiedzi nic nie jest wysyłane.</translation>
    </message>
    <message>
        <source>The developers of napari, an open community project, do not know how many people use it, on which systems and with which plugins. Reports help them to win grants and to look after what is used. The choice is yours: napari works the same with any answer.</source>
        <translation>Twórcy napari, otwartego projektu społeczności, nie wiedzą, ile osób go używa, w jakich systemach i z jakimi wtyczkami. Zgłoszenia pomagają im zdobywać granty i dbać o to, co jest używane. Wybór jest dowolny: napari działa tak samo przy każdej odpowiedzi.</translation>
    </message>
    <message>
        <source>Nothing new.</source>
        <translation>Nic nowego.</translation>
    </message>
    <message>
        <source>New: %1.</source>
        <translation>Nowe: %1.</translation>
    </message>
    <message>
        <source>To change your mind, click “Telemetry” in the status bar and choose another level. You can also have erased what you sent.</source>
        <translation>Aby zmienić zdanie, kliknij „Telemetria” na pasku stanu i wybierz inny poziom. Można też usunąć to, co wysłano.</translation>
    </message>
    <message>
        <source>napari&apos;s chat</source>
        <translation>czat napari</translation>
    </message>
    <message>
        <source>Closing this window means no telemetry. You will not be asked again in this Python environment.</source>
        <translation>Zamknięcie tego okna oznacza brak telemetrii. W tym środowisku Pythona pytanie się nie powtórzy.</translation>
    </message>
    <message>
        <source>Questions: %1, or %2. More about telemetry in napari: %3, or the same page at %4.</source>
        <comment>mail address, chat, host name, host name</comment>
        <translation>Pytania: %1 lub %2. Więcej o telemetrii w napari: %3, ta sama strona także pod %4.</translation>
    </message>
</context>
<context>
    <name>Telemetry::QueueInstaller</name>
    <message>
        <source>Cancelled.</source>
        <translation>Przerwano.</translation>
    </message>
</context>
<context>
    <name>Telemetry::ReceiptEraser</name>
    <message>
        <source>what you chose can&apos;t be read any more: %1</source>
        <translation>nie można już odczytać, co wybrano: %1</translation>
    </message>
</context>
<context>
    <name>Telemetry::ReportText</name>
    <message>
        <source>There was nothing to send.</source>
        <translation>Nie było nic do wysłania.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n event(s) sent.</source>
        <translation>
            <numerusform>%1: wysłano %n zdarzenie.</numerusform>
            <numerusform>%1: wysłano %n zdarzenia.</numerusform>
            <numerusform>%1: wysłano %n zdarzeń.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n event(s) refused by the server; they are not sent again.</source>
        <translation>
            <numerusform>%1: serwer odrzucił %n zdarzenie; nie zostanie ono wysłane ponownie.</numerusform>
            <numerusform>%1: serwer odrzucił %n zdarzenia; nie zostaną one wysłane ponownie.</numerusform>
            <numerusform>%1: serwer odrzucił %n zdarzeń; nie zostaną one wysłane ponownie.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: not sent, everything is kept: %2</source>
        <translation>%1: nie wysłano, wszystko zostało zachowane: %2</translation>
    </message>
    <message>
        <source>%1: the server does not take these events: %2</source>
        <translation>%1: serwer nie przyjmuje tych zdarzeń: %2</translation>
    </message>
    <message>
        <source>%1: cancelled.</source>
        <translation>%1: anulowano.</translation>
    </message>
</context>
<context>
    <name>Telemetry::SampleEvents</name>
    <message>
        <source>made after you agree</source>
        <translation>powstanie po wyrażeniu zgody</translation>
    </message>
    <message numerus="yes">
        <source>%n plugin(s) are not on the public list, or not in the version that you have, and would not be sent.</source>
        <translation>
            <numerusform>%n wtyczka nie jest na publicznej liście lub nie w zainstalowanej wersji i nie zostałaby wysłana.</numerusform>
            <numerusform>%n wtyczki nie są na publicznej liście lub nie w zainstalowanej wersji i nie zostałyby wysłane.</numerusform>
            <numerusform>%n wtyczek nie jest na publicznej liście lub nie w zainstalowanej wersji i nie zostałoby wysłanych.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telemetry::SampleView</name>
    <message>
        <source>What would be sent</source>
        <translation>Co zostałoby wysłane</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wartość</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Co to jest</translation>
    </message>
    <message>
        <source>Includes everything of “%1”.</source>
        <translation>Obejmuje wszystko z poziomu „%1”.</translation>
    </message>
    <message>
        <source>Nothing from this computer</source>
        <translation>Nic z tego komputera</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Na tym komputerze</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Przykład</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>Powód: %1</translation>
    </message>
    <message>
        <source>Exactly as sent, with the values of an example</source>
        <translation>Dokładnie tak zostałoby wysłane, z wartościami przykładu</translation>
    </message>
    <message>
        <source>Exactly as sent</source>
        <translation>Dokładnie tak zostałoby wysłane</translation>
    </message>
</context>
<context>
    <name>Telemetry::Sender</name>
    <message>
        <source>The sending was stopped.</source>
        <translation>Wysyłanie zatrzymano.</translation>
    </message>
    <message>
        <source>Nothing can be sent now.</source>
        <translation>Teraz nie można nic wysłać.</translation>
    </message>
    <message>
        <source>The server has asked to wait. What is pending is sent later.</source>
        <translation>Serwer poprosił o odczekanie. To, co czeka, zostanie wysłane później.</translation>
    </message>
    <message>
        <source>Another napari is sending at present.</source>
        <translation>Inny proces napari właśnie wysyła.</translation>
    </message>
</context>
<context>
    <name>Telemetry::SentPage</name>
    <message numerus="yes">
        <source>What was sent from this environment. These receipts stay on this computer for %n day(s) at most, so that you can have it erased from the server.</source>
        <translation>
            <numerusform>Co zostało wysłane z tego środowiska. Potwierdzenia pozostają na tym komputerze najwyżej %n dzień, aby można było usunąć to z serwera.</numerusform>
            <numerusform>Co zostało wysłane z tego środowiska. Potwierdzenia pozostają na tym komputerze najwyżej %n dni, aby można było usunąć to z serwera.</numerusform>
            <numerusform>Co zostało wysłane z tego środowiska. Potwierdzenia pozostają na tym komputerze najwyżej %n dni, aby można było usunąć to z serwera.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was sent from this environment, or its receipts are gone.</source>
        <translation>Z tego środowiska nic nie wysłano albo potwierdzeń już nie ma.</translation>
    </message>
    <message numerus="yes">
        <source>Do you want to have %n event(s) erased from the server? This can&apos;t be undone.</source>
        <translation>
            <numerusform>Czy usunąć %n zdarzenie z serwera? Tego nie można cofnąć.</numerusform>
            <numerusform>Czy usunąć %n zdarzenia z serwera? Tego nie można cofnąć.</numerusform>
            <numerusform>Czy usunąć %n zdarzeń z serwera? Tego nie można cofnąć.</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Do you want to have everything erased from the server that was sent from this environment? This can&apos;t be undone.</source>
        <translation>Czy usunąć z serwera wszystko, co wysłano z tego środowiska? Tego nie można cofnąć.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Zapomnij</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>Telemetria</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Zachowaj</translation>
    </message>
    <message>
        <source>Asking the server to erase…</source>
        <translation>Prośba do serwera o usunięcie…</translation>
    </message>
    <message>
        <source>Do you want to delete all receipts from this computer? What was sent can then no longer be erased from the server, and no longer be linked to this computer. You may be counted once more in this month, this year and ever.</source>
        <translation>Czy usunąć wszystkie potwierdzenia z tego komputera? Tego, co wysłano, nie da się wtedy usunąć z serwera ani powiązać z tym komputerem. Możesz zostać policzony(-a) jeszcze raz w tym miesiącu, w tym roku i w ogóle.</translation>
    </message>
</context>
<context>
    <name>Telemetry::StatusIndicator</name>
    <message>
        <source>Pause</source>
        <translation>Wstrzymaj</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>Na 1 godzinę</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Dzisiaj</translation>
    </message>
    <message>
        <source>Until I resume</source>
        <translation>Do wznowienia</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Wznów</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation>Podgląd…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ustawienia…</translation>
    </message>
    <message>
        <source>Public dashboard</source>
        <translation>Publiczne zestawienie</translation>
    </message>
</context>
<context>
    <name>Telemetry::TelemetryCommands</name>
    <message>
        <source>Nothing was recorded in this environment.</source>
        <translation>W tym środowisku nic nie zapisano.</translation>
    </message>
    <message>
        <source>There is no event.</source>
        <translation>Nie ma żadnego zdarzenia.</translation>
    </message>
    <message numerus="yes">
        <source>%n use(s) of commands and layers not counted yet.</source>
        <translation>
            <numerusform>%n użycie poleceń i warstw jeszcze nie policzone.</numerusform>
            <numerusform>%n użycia poleceń i warstw jeszcze nie policzone.</numerusform>
            <numerusform>%n użyć poleceń i warstw jeszcze nie policzonych.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file can&apos;t be written: %1</source>
        <translation>Pliku nie można zapisać: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) written to %1.</source>
        <translation>
            <numerusform>Zapisano %n zdarzenie w %1.</numerusform>
            <numerusform>Zapisano %n zdarzenia w %1.</numerusform>
            <numerusform>Zapisano %n zdarzeń w %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) deleted.</source>
        <translation>
            <numerusform>Usunięto %n zdarzenie.</numerusform>
            <numerusform>Usunięto %n zdarzenia.</numerusform>
            <numerusform>Usunięto %n zdarzeń.</numerusform>
        </translation>
    </message>
    <message>
        <source>The receipts are deleted.</source>
        <translation>Potwierdzenia zostały usunięte.</translation>
    </message>
    <message>
        <source>%1: counted in the period &quot;%2&quot;.</source>
        <translation>%1: policzono w okresie „%2”.</translation>
    </message>
    <message>
        <source>%1: counted in the period &quot;%2&quot;, by the event of %3.</source>
        <translation>%1: policzono w okresie „%2”, przez zdarzenie z %3.</translation>
    </message>
</context>
<context>
    <name>Telemetry::TelemetryHandle</name>
    <message>
        <source>it is not the plugin that was expected</source>
        <translation>to nie jest oczekiwana wtyczka</translation>
    </message>
    <message>
        <source>it is release %1, and %2 is needed</source>
        <translation>to wydanie %1, a potrzebne jest %2</translation>
    </message>
</context>
<context>
    <name>Telemetry::TelemetryPlugin</name>
    <message>
        <source>Nothing was sent, because telemetry is off at present.</source>
        <translation>Nic nie wysłano, bo telemetria jest obecnie wyłączona.</translation>
    </message>
    <message>
        <source>The sending was stopped.</source>
        <translation>Wysyłanie zatrzymano.</translation>
    </message>
    <message>
        <source>What was waiting to be sent is deleted.</source>
        <translation>Dane oczekujące na wysłanie zostały usunięte.</translation>
    </message>
</context>
<context>
    <name>Telemetry::TelemetryWorker</name>
    <message>
        <source>the file of events is damaged again and again</source>
        <translation>plik zdarzeń jest wciąż na nowo uszkadzany</translation>
    </message>
    <message>
        <source>The sending was stopped.</source>
        <translation>Wysyłanie zatrzymano.</translation>
    </message>
    <message>
        <source>The receipts can&apos;t be deleted: %1.</source>
        <translation>Nie można usunąć potwierdzeń: %1.</translation>
    </message>
    <message>
        <source>The identifiers can&apos;t be read: %1.</source>
        <translation>Nie można odczytać identyfikatorów: %1.</translation>
    </message>
</context>
<context>
    <name>Telemetry::UploadQueue</name>
    <message>
        <source>it is not the plugin that was expected</source>
        <translation>to nie jest oczekiwana wtyczka</translation>
    </message>
    <message>
        <source>the upload plugin can&apos;t be used: %1</source>
        <translation>nie można użyć wtyczki wysyłania: %1</translation>
    </message>
    <message>
        <source>Nothing was sent, because the upload plugin can&apos;t be used: %1</source>
        <translation>Nic nie wysłano, ponieważ nie można użyć wtyczki do wysyłania: %1</translation>
    </message>
</context>
<context>
    <name>Telemetry::WindowAttachment</name>
    <message>
        <source>Telemetry preview…</source>
        <translation>Podgląd telemetrii…</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>Telemetria</translation>
    </message>
</context>
</TS>
