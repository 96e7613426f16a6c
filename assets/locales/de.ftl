# Alle Sätze des Programms, auf Deutsch, mit den Wörtern der deutschen Oberfläche von Alma.
# Spalten- und Zeilennummern zählen ab 1, wie Texteditoren sie zeigen.

# Wörter des Fachs
mode-loan = Ausleihe
mode-return = Rückgabe
field-borrower = Benutzer
field-item = Barcode des Exemplars
field-borrower-hint = Ausweis scannen
field-item-hint = Exemplar scannen
choose-transaction = Transaktion wählen
kind-loan = Ausleihe
kind-return = Rückgabe

# Schaltflächen; daneben steht ihre Taste
command-loan = Ausleihe
command-return = Rückgabe
command-end-borrower = Nächster Benutzer
command-save = Speichern
command-exit = Beenden
command-zoom-in = Größer
command-zoom-out = Kleiner
command-zoom-reset = Normale Größe
button-exit-anyway = Trotzdem beenden
button-stay = Zurück zur Theke
button-try-again = Noch einmal
button-clock-right = Die Uhr stimmt
button-close-message = Schließen

# Das Band: das letzte Ergebnis, und was als Nächstes kommt
band-ready-loan = Bereit zur Ausleihe
band-ready-return = Bereit zur Rückgabe
band-next-borrower = Ausweis des Benutzers scannen.
band-next-item = Exemplar scannen.
band-next-item-or-borrower = Nächstes Exemplar scannen, oder { $key } für den nächsten Benutzer.
band-borrower = Benutzer { $borrower }
band-borrower-ended = Benutzer fertig
band-borrower-ended-items = { $items ->
    [0] An { $borrower } wurde nichts ausgeliehen.
    [one] Ein Exemplar an { $borrower } ausgeliehen.
   *[other] { $items } Exemplare an { $borrower } ausgeliehen.
}
band-loan-pending = Ausleihe von { $item } …
band-loan-saved = Ausgeliehen: { $item }
band-return-pending = Rückgabe von { $item } …
band-return-saved = Zurückgegeben: { $item }
band-to-borrower = an Benutzer { $borrower }
band-set-aside = Lokal gesichert: { $item }
band-set-aside-what = Auf diesem Computer, noch nicht in OffCirc.dat. Scannen Sie weiter: Es wird von selbst übertragen.
band-not-saved = Nicht gespeichert: { $item }
band-not-saved-what = Nur auf diesem Bildschirm vorhanden. Schreiben Sie es auf, und lassen Sie dieses Fenster offen.
band-refused = Abgelehnt: { $text }
band-borrower-first = Nichts ausgeliehen: kein Benutzer
band-borrower-first-what = Scannen Sie den Ausweis des Benutzers, dann das Exemplar noch einmal.
band-no-such-time = Das Datum des Computers ist unmöglich
band-no-such-time-what = Stellen Sie die Uhr des Computers, dann scannen Sie noch einmal.
items-lent = { $items ->
    [one] { $items } Exemplar
   *[other] { $items } Exemplare
}

# Warum ein Barcode abgelehnt wird
barcode-empty = Der Barcode ist leer.
barcode-too-long = Er hat { $length } Zeichen; in der Datei ist Platz für 80. Scannen Sie noch einmal.
barcode-control-character = Zeichen { $column } ist kein Buchstabe, keine Ziffer und kein Satzzeichen. Scannen Sie noch einmal.
barcode-foreign-character = Zeichen { $column }, „{ $character }“, ist in einem Barcode nicht möglich. Scannen Sie noch einmal.
barcode-outer-space = Zeichen { $column } ist ein Leerzeichen am Anfang oder Ende. Scannen Sie noch einmal.
barcode-double-space = Ab Zeichen { $column } folgen zwei Leerzeichen aufeinander. Scannen Sie noch einmal.

# Die Liste
list-empty = Noch nichts gescannt. Was Sie scannen, erscheint hier, das Neueste oben.
list-time = Zeit
list-kind = Art
list-item = Exemplar
list-borrower = Benutzer
list-state = Status
state-pending = Speichert …
state-saved = Gespeichert
state-set-aside = Nur lokal
state-not-saved = Ungespeichert
state-earlier = Früher
row = { $time }, { $kind }, Exemplar { $item }, { $borrower ->
    [none] kein Benutzer
   *[other] Benutzer { $borrower }
}, { $state }
row-typed-item = Exemplar von Hand getippt
row-typed-borrower = Benutzer von Hand getippt
row-typed-both = beide von Hand getippt

# Die Zeile ganz unten
status-in-file = { $count } in { $file }
status-all-saved = Alles gespeichert
status-pending = { $count } in Arbeit
status-set-aside = { $count } nur lokal gesichert
status-not-saved = { $count } nicht gespeichert
status-opening = Ordner wird geöffnet …

# Speichern
save-waiting = Warten, bis alles geschrieben ist …
save-all = { $count ->
    [0] In dieser Sitzung wurde nichts gescannt, also gibt es nichts zu speichern.
    [one] Die eine Transaktion dieser Sitzung ist in { $file }.
   *[other] Alle { $count } Transaktionen dieser Sitzung sind in { $file }.
}
save-missing = { $found } von { $count } Transaktionen dieser Sitzung sind in { $file }.
save-missing-what = { $missing ->
    [one] Eine fehlt: siehe ihren Status in der Liste. Vielleicht hat jemand die Datei verschoben oder bearbeitet.
   *[other] { $missing } fehlen: siehe ihren Status in der Liste. Vielleicht hat jemand die Datei verschoben oder bearbeitet.
}
save-failed = { $file } ließ sich nicht zurücklesen.

# Meldungen über den Feldern
folder-failed = Der Datenordner ist nicht benutzbar
folder-failed-what = Scannen Sie weiter: Was Sie scannen, bleibt auf diesem Computer und wird von selbst übertragen.
trouble-no-space = Der Datenträger ist voll ({ $path }). Löschen oder verschieben Sie etwas davon.
trouble-not-allowed = Dieses Konto darf dort nicht schreiben ({ $path }). Bitten Sie die IT um das Schreibrecht, oder nehmen Sie einen anderen Ordner.
trouble-may-not-read = Dieses Konto darf das nicht lesen ({ $path }). Bitten Sie die IT um das Leserecht.
trouble-gone = Nicht vorhanden ({ $path }). Stecken Sie den Stick ein, oder verbinden Sie das Laufwerk oder die Freigabe.
trouble-busy = Ein anderes Programm hält es fest ({ $path }). Schließen Sie dieses Programm.
trouble-no-answer = Keine Antwort ({ $path }). Die Verbindung ist langsam oder unterbrochen.
trouble-spool = Auch der eigene Ordner dieses Computers versagt: { $trouble }
trouble-other = { $detail } ({ $path })
recovered = Eine Transaktion wurde abgeschnitten
recovered-what = Der Computer oder das Programm blieb beim Schreiben stehen. Scannen Sie sie noch einmal: { $text }
a-loan = Ausleihe von { $item } an { $borrower }, { $time }
a-return = Rückgabe von { $item }, { $time }
recovered-empty-what = Der Computer blieb beim Schreiben stehen. Steht das zuletzt gescannte Exemplar nicht in der Liste, scannen Sie es noch einmal.
recovered-kept = Die Bytes liegen in { $path }.
moved-over = { $count ->
    [one] Eine lokal gesicherte Transaktion ist jetzt in OffCirc.dat.
   *[other] { $count } lokal gesicherte Transaktionen sind jetzt in OffCirc.dat.
}
elsewhere = Transaktionen warten auf einen anderen Ordner
elsewhere-what = { $count ->
    [one] Eine wartet auf { $folder }.
   *[other] { $count } warten auf { $folder }.
} Sie werden übertragen, wenn OffCirc mit diesem Ordner gestartet wird. Bis dahin sind sie in { $file }.
file-changed-by-others = Jemand hat OffCirc.dat verändert
file-changed-by-others-what = Die Datei wurde von einem anderen Programm verschoben, gelöscht oder bearbeitet. Was jetzt gescannt wird, kommt in die vorhandene Datei; die Liste zeigt deren Inhalt. „Speichern“ zeigt, was von dieser Sitzung darin ist.
lines-added = Ein anderes Programm hat Zeilen an OffCirc.dat angehängt
lines-added-what = Sie bleiben, wo sie sind, und werden mit der Datei hochgeladen. Prüfen Sie die Datei vor dem Hochladen.
put-aside = Etwas wurde beiseitegelegt
put-aside-what = Ein Teil von { $file } stammt nicht von OffCirc, oder sein Verbleib lässt sich nicht mehr klären. Er liegt in { $kept }: Sehen Sie ihn vor dem Hochladen an.
perhaps-twice = { $count ->
    [one] Eine Transaktion wird vielleicht zweimal hochgeladen
   *[other] { $count } Transaktionen werden vielleicht zweimal hochgeladen
}
perhaps-twice-what = Sie wurden gerade geschrieben, als der Ordner ausfiel, und die Datei wurde seither verschoben. Sie sind jetzt in OffCirc.dat. Prüfen Sie, ob sie auch in der verschobenen Datei stehen.
spool-failed = Die lokal gesicherten Transaktionen sind nicht lesbar
spool-failed-what = Vielleicht warten dort Transaktionen einer früheren Sitzung. Solange sie nicht lesbar sind, kann die Datei nicht abgeschlossen werden. { $trouble }
unreadable = { $count ->
    [one] Eine Zeile von OffCirc.dat ist nicht lesbar
   *[other] { $count } Zeilen von OffCirc.dat sind nicht lesbar
}
unreadable-what = Nichts ist verloren: Sie bleiben, wie sie sind, und die Arbeit geht weiter. Zeigen Sie sie der Person, die die Datei hochlädt.
unreadable-line = Zeile { $line }, Spalte { $column }: { $reason }
unreadable-more = … und { $count } weitere.
unreadable-file = Der frühere Inhalt von OffCirc.dat kann nicht gezeigt werden
unreadable-file-what = Neue Transaktionen werden trotzdem erfasst.
reason-ends-early = die Zeile endet zu früh
reason-too-long = die Zeile ist zu lang ({ $length } Bytes)
reason-not-a-digit = eine Ziffer von Datum und Uhrzeit wurde erwartet
reason-no-such-time = dieses Datum mit dieser Uhrzeit gibt es nicht
reason-unknown-kind = L (Ausleihe) oder R (Rückgabe) wurde erwartet
reason-item = das Exemplar ist kein Barcode
reason-no-borrower = die Ausleihe hat keinen Benutzer
reason-borrower = der Benutzer ist kein Barcode
reason-text-after-item = eine Rückgabe hat nach dem Exemplar nichts
reason-torn-end = ein Absturz hat die Datei abgeschnitten: Von hier bis zu ihrem Ende stehen Nullbytes

# Die Uhr
clock-before-build = Die Uhr des Computers geht falsch
clock-before-build-what = Sie zeigt { $now }, aber dieses Programm ist vom { $built }.
clock-jumped = Die Uhr des Computers ist gesprungen
clock-jumped-forward-what = Sie ist { $minutes } Minuten vorgesprungen. War der Computer im Ruhezustand, ist alles in Ordnung.
clock-jumped-back-what = Sie ist { $minutes } Minuten zurückgesprungen.
clock-behind = Die Uhr des Computers geht vielleicht falsch
clock-behind-what = Sie zeigt { $now }, aber die letzte Transaktion der Datei ist vom { $last }.
clock-how-windows = Alma berechnet daraus die Fälligkeit. So stellen Sie sie: Rechtsklick auf die Uhr der Taskleiste, „Datum und Uhrzeit anpassen“.
clock-how-macos = Alma berechnet daraus die Fälligkeit. So stellen Sie sie: Systemeinstellungen, Allgemein, Datum & Uhrzeit.
clock-how-other = Alma berechnet daraus die Fälligkeit. Stellen Sie sie in den Systemeinstellungen für Datum und Uhrzeit.

# Schließen
close-title = Nicht alles ist in OffCirc.dat
close-pending = { $count ->
    [one] Eine Transaktion wird noch geschrieben. Sie ginge verloren:
   *[other] { $count } Transaktionen werden noch geschrieben. Sie gingen verloren:
}
close-not-saved = { $count ->
    [one] Eine Transaktion gibt es nur auf diesem Bildschirm. Sie ginge verloren:
   *[other] { $count } Transaktionen gibt es nur auf diesem Bildschirm. Sie gingen verloren:
}
close-set-aside = { $count ->
    [one] Eine Transaktion ist auf diesem Computer gesichert. Sie kommt in OffCirc.dat, wenn OffCirc wieder gestartet wird.
   *[other] { $count } Transaktionen sind auf diesem Computer gesichert. Sie kommen in OffCirc.dat, wenn OffCirc wieder gestartet wird.
}
close-more = … und { $count } weitere.

# Ein anderes Fenster
in-use = OffCirc ist schon geöffnet
in-use-what = Der Ordner { $folder } ist seit { $since } in einem anderen Fenster geöffnet (Konto { $user }, Computer { $computer }). Arbeiten Sie dort, oder schließen Sie es und versuchen Sie es noch einmal.
in-use-unknown = unbekannt
no-folder = Kein Ordner für OffCirc.dat
no-folder-what = Dieses Konto hat keinen eigenen Ordner für Daten. Starten Sie OffCirc mit --data-dir und einem Ordner.

# Wenn es kein Fenster gibt
no-renderer = OffCirc kann sein Fenster nicht öffnen: Nichts auf diesem Computer kann es zeichnen.
    Aktualisieren Sie den Treiber der Grafikkarte, oder bitten Sie die IT darum. Bis dahin erfasst offcirc-cli ohne Fenster.
    { $causes }
crashed = OffCirc ist abgestürzt und muss neu gestartet werden. Alles, was als gespeichert angezeigt war, ist gespeichert. Der Bericht ist in { $path }.
crashed-unwritten = OffCirc ist abgestürzt und muss neu gestartet werden. Alles, was als gespeichert angezeigt war, ist gespeichert. Es ließ sich kein Bericht schreiben: { $why }

# offcirc-cli
cli-kind = die Zeile beginnt weder mit L noch mit R
cli-fields-loan = eine Ausleihe hat drei Felder: L, Benutzer, Exemplar
cli-fields-return = eine Rückgabe hat zwei Felder: R, Exemplar
cli-not-text = die Zeile ist kein Text in UTF-8
cli-borrower = Benutzer: { $reason }
cli-item = Exemplar: { $reason }

# Stornieren
command-take-back = Stornieren
button-take-back = Stornieren
button-take-back-chosen = Stornieren …
button-keep = Behalten
button-choose-none = Abwählen
list-chosen = { $count ->
    [one] Eine Transaktion gewählt
   *[other] { $count } Transaktionen gewählt
}
state-taken-back = Storniert
state-closed = Hochzuladen
band-taken-back = { $count ->
    [one] Storniert: { $item }
   *[other] { $count } Transaktionen storniert
}
band-nothing-to-take-back = In dieser Sitzung gibt es nichts zu stornieren
band-not-read-yet = Stornieren geht erst, wenn OffCirc.dat gelesen ist
take-back-title = { $count ->
    [one] Diese Transaktion stornieren?
   *[other] Diese { $count } Transaktionen stornieren?
}
take-back-what = Sie kommt aus OffCirc.dat heraus, und Alma erfährt nie davon. taken-back.csv bewahrt einen Vermerk.
take-back-reason = Grund
take-back-reason-hint = Falsches Buch, falscher Ausweis …
not-taken-back = Nichts wurde storniert

# Nach dem Ausfall: die Seiten
command-upload = Hochladen
command-report = Bericht
command-combine = Vereinen
command-history = Verlauf
command-back = Zurück zur Theke
button-after-outage = Nach Ausfall
page-upload = In Alma hochladen
page-report = Almas Bericht auswerten
page-combine = Mehrere Theken vereinen
page-history = Alle Stapel
page-again = Neu erfassen
work-reading = Dateien werden gelesen …
work-stop = Anhalten
path-copy = Pfad kopieren
path-copied = Pfad kopiert
path-open-folder = Ordner öffnen
path-open-failed = Der Ordner ließ sich nicht öffnen ({ $why }). Kopieren Sie stattdessen den Pfad.

# Stapel
batch-current = Noch offen
batch-to-upload = Noch hochzuladen
batch-uploaded = Ist in Alma
batch-same = Dasselbe ist schon in Alma
batch-same-what = Alma hat { $name } schon: { $same } enthält genau dasselbe. Laden Sie ihn nicht hoch; legen Sie ihn zu den anderen, die in Alma sind.
batch-copy = Kopie eines anderen Stapels
batch-copy-what = { $name } und { $same } enthalten genau dasselbe. Laden Sie nur { $same } hoch: Was zweimal hochgeladen wird, führt Alma zweimal aus.
batch-unread = Was darin steht und ob Alma es noch braucht, ist nicht bekannt. { $why }
batch-has = Ist in Alma
batch-has-name = Ist in Alma: { $name }
mend = Datei reparieren
mend-name = { $name } reparieren
mend-what = Diese Datei hat nicht die Form, die Alma erwartet. Beim Reparieren wird sie in dieser Form neu geschrieben; das Original bleibt daneben liegen, und was nicht lesbar ist, wird gezeigt.
mended = { $path } hat jetzt die Form, die Alma erwartet, mit { $count ->
    [one] einer Transaktion
   *[other] { $count } Transaktionen
}. Das Original liegt hier: { $original }
mended-left-out = { $count ->
    [one] Eine Zeile ist nicht lesbar und wurde weggelassen:
   *[other] { $count } Zeilen sind nicht lesbar und wurden weggelassen:
}
batch-moved = { $name } liegt jetzt bei den Stapeln, die in Alma sind.
batch-row = { $name }: { $state }. { $summary }
batch-summary = { $span }: { $counts }
count-none = keine Transaktionen
count-loans = { $count ->
    [one] { $count } Ausleihe
   *[other] { $count } Ausleihen
}
count-returns = { $count ->
    [one] { $count } Rückgabe
   *[other] { $count } Rückgaben
}
count-borrowers = { $count ->
    [one] { $count } Benutzer
   *[other] { $count } Benutzer
}
span-hours = { $day }, { $from } bis { $to }
span-days = { $from } bis { $to }

# In Alma hochladen, Schritt für Schritt
upload-1 = 1  OffCirc.dat schließen
upload-1-empty = OffCirc.dat ist leer: Seit die letzte Datei geschlossen wurde, wurde nichts gescannt.
upload-1-what = Wenn das Netz wieder da und alles gescannt ist, schließen Sie die Datei. Sie wird zu einem Stapel; spätere Scans kommen in eine neue Datei.
upload-close-file = Diese Datei schließen
upload-closed = OffCirc.dat ist geschlossen. Der Stapel heißt { $name }.
upload-2 = 2  Den Stapel in Alma hochladen
upload-2-nothing = Nichts hochzuladen: Alma hat jeden Stapel. Was Sie an der Theke scannen, erscheint in Schritt 1.
upload-2-close-first = Noch nichts hochzuladen: Schließen Sie zuerst OffCirc.dat in Schritt 1.
upload-2-several = { $count } Stapel sind hochzuladen, dem Datum nach. Machen Sie alle drei Schritte mit diesem, dem ältesten; dann erscheint der nächste.
upload-2-then = Danach: { $names }
alma-desk = Melden Sie sich in Alma an der Ausleihtheke (Leihstelle) an, zu der die Transaktionen gehören, hier „{ $desk }“. Alma verbucht alles an der Theke der Person, die hochlädt.
alma-block = Prüfen Sie, dass die Sperr-Einstellung „Item is currently on loan by another patron“ (Exemplar ist derzeit an einen anderen Benutzer ausgeliehen) nicht auf „Handle Automatically“ (automatisch behandeln) steht.
alma-menu = Öffnen Sie Benutzung > Erweiterte Tools > Offline-Ausleihe (Fulfillment > Advanced Tools > Offline Circulation).
alma-file = Wählen Sie die Datei nach dem Pfad oben.
alma-upload = Klicken Sie auf „Dateiinhalt hochladen und validieren“ (Upload and Validate File Content).
alma-job = Warten Sie, bis der Prozess beendet ist, dann öffnen Sie seinen Bericht mit „Ansicht“ (View).
alma-holds = Ein zurückgegebenes Exemplar, das bestellt oder vorgemerkt ist, muss in Alma noch einmal als Rückgabe gescannt werden.
upload-3 = 3  Sagen, dass er in Alma ist
upload-3-what = Wenn der Prozess beendet ist, sagen Sie es hier. { $name } kommt dann zu den Stapeln, die in Alma sind, und niemand lädt ihn zweimal hoch.
upload-3-nothing = Kommt nach dem Hochladen.
upload-3-report = Sehen Sie danach, was Alma nicht ausführen konnte: Werten Sie den Prozessbericht aus.

# Alle Stapel
history-empty = Noch keine Stapel. Was Sie an der Theke scannen, erscheint hier.
history-delete = { $count ->
    [one] Den einen Stapel löschen, der älter als { $days } Tage ist
   *[other] { $count } Stapel löschen, die älter als { $days } Tage sind
}
history-deleted = { $count ->
    [one] Ein Stapel ist gelöscht.
   *[other] { $count } Stapel sind gelöscht.
}

# Was einmal gefragt wird
ask-uploaded = Ist { $name } in Alma?
ask-uploaded-what = Sagen Sie nur ja, wenn Sie ihn hochgeladen haben und der Prozess in Alma beendet ist. Er wird nicht noch einmal zum Hochladen angeboten.
ask-uploaded-yes = Ja, ist in Alma
ask-uploaded-no = Noch nicht
ask-delete = { $count ->
    [one] Diesen Stapel löschen?
   *[other] Diese { $count } Stapel löschen?
}
ask-delete-what = Alma hat diese Transaktionen. Hier sind sie endgültig weg: Kein Bericht kann ihnen mehr zugeordnet werden.
ask-delete-yes = Löschen
ask-delete-no = Behalten

# Warum ein Befehl abgelehnt wurde
refusal-waiting = { $count ->
    [one] Eine Transaktion ist noch nicht in OffCirc.dat. Gehen Sie zurück zur Theke, warten Sie auf „Alles gespeichert“, dann schließen Sie die Datei.
   *[other] { $count } Transaktionen sind noch nicht in OffCirc.dat. Gehen Sie zurück zur Theke, warten Sie auf „Alles gespeichert“, dann schließen Sie die Datei.
}
refusal-nothing = Es gibt nichts zu tun: Die Datei ist leer oder nicht mehr da.
refusal-nothing-to-mend = Nichts repariert: { $path } hat schon die Form, die Alma erwartet, oder enthält keine Transaktion.
refusal-not-there = OffCirc.dat enthält dies nicht: { $transaction }
refusal-not-a-batch = { $path } ist nicht mehr dort, wo Stapel liegen. Vielleicht wurde die Datei verschoben.
refusal-spool-failed = Die lokal gesicherten Transaktionen sind nicht lesbar; vielleicht warten dort welche. { $trouble }
refusal-file-changed = OffCirc.dat ist eine andere Datei als die, nach der gefragt wurde. Nichts wurde geändert.
refusal-not-known = Es ist nicht bekannt, ob es geschehen ist. OffCirc sieht nach, sobald der Ordner lesbar ist. { $trouble }

# Seiten für Dateien, die abgelegt werden
report-how = Öffnen Sie in Alma den Bericht des Prozesses mit „Ansicht“ (View), kopieren Sie die Meldungen und fügen Sie sie hier ein. Ein als Text oder CSV gespeicherter Bericht kann auf dieses Fenster gezogen werden.
combine-how = Ziehen Sie die Dateien aller Theken auf dieses Fenster, oder fügen Sie sie hinzu. Vereinen Sie nur Theken einer Bibliothek: Alma verbucht alles an der Theke der Person, die hochlädt.

# Transaktionen eines früheren Tages
earlier-days = { $count ->
    [one] OffCirc.dat enthält eine Transaktion eines früheren Tages. Ist sie in Alma?
   *[other] OffCirc.dat enthält { $count } Transaktionen früherer Tage. Sind sie in Alma?
}
earlier-days-what = Vom { $from } bis { $to }. Wurden sie hochgeladen, verlassen sie die Datei, damit niemand sie zweimal hochlädt.
button-alma-has-them = Ja, sind in Alma
button-go-on-adding = Nein, weiterführen
archived = { $count ->
    [one] Eine Transaktion, die in Alma ist, ist jetzt in einem eigenen Stapel.
   *[other] { $count } Transaktionen, die in Alma sind, sind jetzt in einem eigenen Stapel.
}
not-archived = Sie sind noch in OffCirc.dat

# Nach dem Hochladen: Almas Bericht, neu erfassen, exportieren
meaning-item-not-found = Kein Exemplar in Alma hat diesen Barcode: Er wurde falsch gelesen, falsch getippt oder nie katalogisiert.
meaning-user-not-found = Kein Benutzer in Alma hat diese Kennung: Oft wurde ein anderer Ausweis oder eine andere Nummer gescannt.
meaning-not-on-loan = Das Exemplar war nicht ausgeliehen, also gab es nichts zurückzugeben. Alma hat es als Nutzung im Haus gezählt.
meaning-later-action = Das Exemplar wurde in Alma nach der Zeit dieser Transaktion bearbeitet; sie wurde nicht ausgeführt.
meaning-unknown = OffCirc kennt diese Meldung nicht.
to-do-item-not-found = Suchen Sie das Exemplar, berichtigen Sie den Barcode, und erfassen Sie die Ausleihe oder Rückgabe neu.
to-do-user-not-found = Finden Sie den Benutzer, berichtigen Sie die Kennung, und erfassen Sie die Ausleihe neu.
to-do-not-on-loan = Es ist nichts zu tun.
to-do-later-action = Prüfen Sie das Exemplar in Alma. Stimmt sein Status, ist nichts zu tun; wenn nicht, erfassen Sie die Transaktion neu.
to-do-unknown = Lesen Sie die Meldung, und prüfen Sie die Transaktion in Alma.
unmatched-unknown-wording = Der Wortlaut ist nicht bekannt, deshalb ist nicht sicher, welche Transaktion gemeint ist. Prüfen Sie in Alma jede, die diesen Barcode hat.
unmatched-no-barcode = Die Meldung nennt keinen Barcode, den eine Datei enthalten kann. Suchen Sie ihn in Almas Bericht.
unmatched-not-in-files = Keine Transaktion in diesen Dateien hat diesen Barcode. Wählen Sie die Datei, die hochgeladen wurde.
unmatched-not-a-borrower = Dieser Barcode steht in diesen Dateien, aber kein Benutzer hat ihn. Wählen Sie die Datei, die hochgeladen wurde.
unmatched-not-returned = Dieses Exemplar steht in diesen Dateien, wird aber in keiner zurückgegeben. Wählen Sie die Datei, die hochgeladen wurde.
unmatched-not-an-item = Dieser Barcode steht in diesen Dateien als Benutzer, nicht als Exemplar. Wählen Sie die Datei, die hochgeladen wurde.
left-out-returned = Es ist schon eine Rückgabe, also gibt es nichts rückgängig zu machen.
left-out-lent-later = Dasselbe Exemplar wurde später noch einmal ausgeliehen, und eine Rückgabe genügt.
left-out-no-such-time = Das neue Datum lässt sich nicht schreiben. Stellen Sie die Uhr des Computers.
head-file = Datei
head-line = Zeile
head-batch = Stapel
head-meaning = Bedeutung
head-to-do = Was zu tun ist
head-message = Meldung
cli-folder-gone = Es gibt keinen Ordner { $path }. Nennen Sie den Ordner von OffCirc.dat mit --data-dir.
cli-no-files = In { $path } sind weder OffCirc.dat noch Stapel. Nennen Sie Dateien, oder mit --data-dir einen anderen Ordner.
cli-report-not-text = { $path } ist kein Text. Kopieren Sie die Meldungen aus Almas Prozessbericht in eine Textdatei, oder speichern Sie den Bericht als CSV, und nennen Sie diese Datei.
cli-report-empty = { $path } enthält keine Meldung eines Prozessberichts von Alma, also gibt es nichts zuzuordnen. Nennen Sie die Datei, in der der Bericht gespeichert wurde.
cli-standard-input = Die Standardeingabe
cli-match-times = { $times ->
    [one] einmal
   *[other] { $times }-mal
}
cli-match-summary = { $messages ->
    [one] 1 Meldung
   *[other] { $messages } Meldungen
}, { $matched } zugeordnet, { $unmatched } nicht zugeordnet.
cli-match-passed-over = { $count ->
    [one] 1 Zeile des Berichts ist keine Meldung und wurde übergangen.
   *[other] { $count } Zeilen des Berichts sind keine Meldungen und wurden übergangen.
}
cli-place = { $file }, Zeile { $line }: { $transaction }
cli-line-without = { $path }: Zeile { $line } enthält keine Transaktion. Nichts wurde geschrieben. Wählen Sie die Nummer einer Zeile, die eine enthält.
cli-nothing-chosen = Nichts wurde geschrieben: Es wurde keine Transaktion gewählt.
cli-nothing-left = Nichts wurde geschrieben: Von den gewählten Transaktionen ist keine neu zu erfassen.
cli-not-corrected = Nichts wurde geschrieben: Keine gewählte Transaktion hat den Barcode { $barcode }. Berichtigen Sie, was nach --correct steht.
cli-correction-form = der alte und der neue Barcode mit einem Gleichheitszeichen dazwischen wurden erwartet
cli-correction-old = alter Barcode: { $reason }
cli-correction-new = neuer Barcode: { $reason }
cli-again-written = { $count ->
    [one] 1 Transaktion nach { $path } geschrieben:
   *[other] { $count } Transaktionen nach { $path } geschrieben:
}
cli-again-left-out = { $count ->
    [one] 1 Transaktion ausgelassen:
   *[other] { $count } Transaktionen ausgelassen:
}
cli-again-unreadable = { $count ->
    [one] 1 Zeile von { $path } ist nicht lesbar und wurde nicht gewählt. Sie bleibt, wie sie ist.
   *[other] { $count } Zeilen von { $path } sind nicht lesbar und wurden nicht gewählt. Sie bleiben, wie sie sind.
}
cli-again-several = { $message } – { $count } Transaktionen passen zu dieser Meldung, und alle wurden gewählt. Prüfen Sie, ob jede davon gescheitert ist.
cli-again-unmatched = { $message } – zu dieser Meldung wurde nichts gewählt. { $reason }
cli-output-exists = { $path } gibt es schon. Nichts wurde geschrieben. Nennen Sie eine andere Datei, oder ersetzen Sie sie mit --force.
cli-output-is-input = { $path } ist eine der Dateien, die gelesen werden. Nichts wurde geschrieben. Nennen Sie eine andere Datei.
cli-output-in-use = { $path } wäre die Datei eines geöffneten Datenordners. Nichts wurde geschrieben. Nennen Sie eine andere Datei.
cli-output-folder = { $path } ist ein Ordner. Nichts wurde geschrieben. Nennen Sie eine Datei darin.
cli-export-nothing = Nichts wurde gefunden.
cli-batches-to-upload = { $count ->
    [0] Kein Stapel wartet auf das Hochladen.
    [one] 1 Stapel ist NOCH HOCHZULADEN.
   *[other] { $count } Stapel sind NOCH HOCHZULADEN.
}
cli-batches-current = { $count ->
    [0] OffCirc.dat enthält keine Transaktionen.
    [one] OffCirc.dat enthält 1 Transaktion, die noch nicht hochgeladen ist.
   *[other] OffCirc.dat enthält { $count } Transaktionen, die noch nicht hochgeladen sind.
}
cli-batch-current = OFFEN, NOCH NICHT HOCHGELADEN
cli-batch-to-upload = NOCH HOCHZULADEN
cli-batch-unread = NICHT LESBAR
cli-batch = { $stage }: { $path }

# offcirc-cli: den Datenordner ändern
cli-taken-back = { $count ->
    [one] Eine Transaktion ist storniert.
   *[other] { $count } Transaktionen sind storniert.
}
cli-no-such-line = Zeile { $line } von OffCirc.dat enthält keine Transaktion. Nichts wurde geändert.
cli-not-closed = OffCirc.dat wurde nicht geschlossen: Sehen Sie oben, was die Prüfung fand, oder schließen Sie die Datei mit --anyway.
cli-line-too-long = Die Zeile ist zu lang
cli-in-doubt = Sie steht vielleicht in der Datei: { $reason }
cli-no-answer = Der Datenträger hat nicht rechtzeitig geantwortet. Sehen Sie mit „offcirc-cli batches“ nach, was geschehen ist.

# Dateien, die durchgesehen werden: warum eine nicht gelesen werden kann
file-gone = { $path } ist nicht da. Prüfen Sie den Namen; stecken Sie den Stick ein, oder verbinden Sie das Laufwerk oder die Freigabe.
file-changed = { $path } wurde während des Lesens kürzer oder entfernt. Schließen Sie das Programm, das damit arbeitet, dann versuchen Sie es noch einmal.
file-once = { $path } ist eine Pipe: Sie lässt sich nur einmal lesen, und ihre unlesbaren Zeilen gingen verloren. Speichern Sie, was daraus kommt, als Datei, und nehmen Sie diese.
file-too-many = { $path } ist eine Datei zu viel. Sehen Sie weniger Dateien auf einmal durch.
foreign-picture = { $path } ist ein Bild, keine Datei mit Transaktionen. Wählen Sie eine Datei wie OffCirc.dat.
foreign-document = { $path } ist ein Dokument oder ein Archiv, keine Datei mit Transaktionen. Wählen Sie eine Datei wie OffCirc.dat; liegt sie in einem Archiv, entpacken Sie es zuerst.
foreign-utf16 = { $path } ist Text in UTF-16, den Alma nicht lesen kann: Ein Editor hat ihn so gespeichert. Speichern Sie sie im Editor als UTF-8, oder nehmen Sie die Datei von vorher.
foreign-binary = { $path } ist kein Text, also keine Datei mit Transaktionen. Wählen Sie eine Datei wie OffCirc.dat.
foreign-text = { $path } ist Text ohne Transaktionen. Wählen Sie eine Datei wie OffCirc.dat.
foreign-folder = { $path } ist ein Ordner. Nennen Sie die Dateien darin.
review-stopped = Angehalten. Nichts wurde geändert.

# Was eine Prüfung findet
severity-information = Hinweis
severity-warning = Warnung
severity-error = Fehler
finding-unreadable = Diese Zeile ist nicht lesbar (Spalte { $column }: { $reason }). Berichtigen Sie sie von Hand, oder nehmen Sie sie heraus und erfassen Sie die Transaktion in Alma.
finding-torn-end = Die Datei endet mit Nullbytes, wie ein Absturz sie hinterlassen kann. Vergleichen Sie die letzten Zeilen mit dem, was gescannt wurde; reparieren Sie die Datei, dann sind die Nullbytes weg.
finding-borrower-column = Der Benutzer beginnt in Spalte { $column }, nicht in { $wanted }, wie das Format es verlangt. Alma liest ihn vielleicht falsch: Reparieren Sie die Datei, dann stehen alle Spalten, wo sie sollen.
finding-lent-twice = Exemplar { $item } wird auch in Zeile { $other } ausgeliehen, an Benutzer { $borrower }, und dazwischen nicht zurückgegeben. Finden Sie heraus, wer es hat, und nehmen Sie die andere Ausleihe heraus.
finding-returned-later = Exemplar { $item } wird in Zeile { $other } zurückgegeben. Es ist nichts zu tun.
finding-lent-before = Exemplar { $item } wurde in Zeile { $other } ausgeliehen. Es ist nichts zu tun.
finding-returned-twice = Exemplar { $item } wird auch in Zeile { $other } zurückgegeben und dazwischen nicht ausgeliehen. Wurde es dazwischen ausgeliehen, erfassen Sie diese Ausleihe in Alma.
finding-double-scan = Zeile { $other } sagt innerhalb von zwei Minuten dasselbe über Exemplar { $item }: Es wurde wohl zweimal gescannt. Eine der beiden Zeilen kann heraus.
finding-same-barcode = Exemplar und Benutzer haben denselben Barcode, { $barcode }. Suchen Sie den richtigen Ausweis oder das richtige Exemplar, und berichtigen Sie die Zeile.
finding-item-is-borrower = Exemplar { $barcode } steht in Zeile { $other } als Benutzer. Eines von beiden wurde in das falsche Feld gescannt: Berichtigen Sie diese Zeile.
finding-borrower-is-item = Benutzer { $barcode } steht in Zeile { $other } als Exemplar. Eines von beiden wurde in das falsche Feld gescannt: Berichtigen Sie diese Zeile.
finding-time-back = Die Zeit läuft zurück: { $time } kommt nach { $previous } in Zeile { $other }. Prüfen Sie, ob die Uhr verstellt wurde; Alma führt die Zeilen in ihrer Reihenfolge aus.
finding-future = { $time } liegt in der Zukunft. Prüfen Sie, ob die Uhr des Computers richtig ging, und berichtigen Sie die Zeit: Alma berechnet daraus die Fälligkeit.
finding-before-2000 = { $time } liegt vor dem Jahr 2000. Die Uhr des Computers ging falsch: Berichtigen Sie die Zeit, Alma berechnet daraus die Fälligkeit.
finding-set-back = { $time } gab es zweimal, weil die Uhr in dieser Stunde zurückgestellt wurde. Achten Sie auf die Reihenfolge der Zeilen, wenn mehrere Dateien zusammengeführt werden.
finding-in-other-file = Dieselbe Transaktion steht in { $file }, Zeile { $other }. Laden Sie sie nur einmal hoch: Führen Sie die Dateien ohne Doppelte zusammen, oder lassen Sie eine Datei weg.
finding-other-desk = Dem Namen nach gehört diese Datei zur Theke { $desk }. Wer sie hochlädt, muss dort angemeldet sein: Alma verbucht alles an der Theke der Person, die hochlädt.
finding-empty = In dieser Datei ist keine Transaktion. Sie muss nicht hochgeladen werden.
finding-no-line-end = Die letzte Zeile hat kein Ende: Vielleicht wurde sie abgeschnitten. Vergleichen Sie sie mit dem, was gescannt wurde.
finding-byte-order-mark = Vor dieser Zeile steht eine Bytereihenfolge-Markierung (BOM): Ein Editor hat sie gesetzt, und Alma kann über sie stolpern. Reparieren Sie die Datei, dann ist sie weg.
finding-line-end = Ab dieser Zeile enden Zeilen so, wie Alma es vielleicht nicht erwartet (mit CR oder mit CR CR LF). Reparieren Sie die Datei, dann endet jede Zeile, wie sie soll.
count-files = { $count ->
    [one] { $count } Datei
   *[other] { $count } Dateien
}
count-transactions = { $count ->
    [one] { $count } Transaktion
   *[other] { $count } Transaktionen
}
count-errors = { $count ->
    [0] kein Fehler
    [one] { $count } Fehler
   *[other] { $count } Fehler
}
count-warnings = { $count ->
    [0] keine Warnung
    [one] { $count } Warnung
   *[other] { $count } Warnungen
}
count-information = { $count ->
    [0] kein Hinweis
    [one] { $count } Hinweis
   *[other] { $count } Hinweise
}
check-summary = { $files }, { $transactions }: { $errors }, { $warnings }, { $information }.

# Dateien zusammenführen
merge-duplicate = In zwei Dateien: { $what } steht in { $file }, Zeile { $line }, und in { $otherFile }, Zeile { $otherLine }. Beide werden geschrieben; --leave-out-duplicates lässt die zweite weg.
merge-duplicate-left-out = In zwei Dateien: { $what } steht in { $file }, Zeile { $line }, und in { $otherFile }, Zeile { $otherLine }. Die zweite wird weggelassen.
merge-same-minute = Reihenfolge unsicher: { $what } ({ $file }, Zeile { $line }) und { $otherWhat } ({ $otherFile }, Zeile { $otherLine }) sind aus derselben Minute. Finden Sie heraus, was zuerst kam: Sehen Sie nach, ob das Exemplar im Regal steht.
merge-two-borrowers = An zwei Benutzer ausgeliehen: { $what } ({ $file }, Zeile { $line }), dann { $otherWhat } ({ $otherFile }, Zeile { $otherLine }), und dazwischen nicht zurückgegeben. Finden Sie heraus, wer das Exemplar hat.
count-duplicates = { $count ->
    [0] keine in zwei Dateien
   *[other] { $count } in zwei Dateien
}
count-conflicts = { $count ->
    [0] keine fraglich
    [one] { $count } fragliches Paar
   *[other] { $count } fragliche Paare
}
count-unreadable = { $count ->
    [0] jede Zeile lesbar
    [one] { $count } nicht lesbare Zeile
   *[other] { $count } nicht lesbare Zeilen
}
merge-summary = { $files } zusammengeführt: { $transactions } in { $out }; { $duplicates }, { $conflicts }, { $unreadable }.
merge-unreadable = { $count ->
    [one] Eine Zeile ist nicht lesbar. Sie steht, wie sie ist, in { $path }: Berichtigen Sie sie dort, und erfassen Sie sie.
   *[other] { $count } Zeilen sind nicht lesbar. Sie stehen, wie sie sind, in { $path }: Berichtigen Sie sie dort, und erfassen Sie sie.
}
unreadable-head = # { $file }, { $bytes ->
    [one] { $bytes } Byte
   *[other] { $bytes } Bytes
}. { $why }
merge-nothing-written = Nichts wurde geschrieben. { $why }
merge-exists = { $path } gibt es schon. Wählen Sie einen anderen Namen, oder ersetzen Sie die Datei mit --force.
merge-is-input = { $path } ist eine der Dateien, die zusammengeführt werden. Wählen Sie einen anderen Namen.
merge-is-folder = { $path } ist ein Ordner. Nennen Sie eine Datei darin.
merge-is-desk = In { $path } erfasst eine Theke ihre Transaktionen. Wählen Sie einen anderen Namen oder Ordner.

# Was die Zellen einer Tabelle trennt: was eine Tabellenkalkulation in dieser Sprache erwartet
sheet-separator = ;

# Versehen
command-use-anyway = Trotzdem
band-double-scan = Zweimal gescannt: { $item }
band-double-scan-what = { $seconds ->
    [one] Vor einer Sekunde erfasst, nicht noch einmal. War es gewollt? { $key } erfasst es ein weiteres Mal.
   *[other] Vor { $seconds } Sekunden erfasst, nicht noch einmal. War es gewollt? { $key } erfasst es ein weiteres Mal.
}
band-lent-to-another = Schon ausgeliehen: { $item }
band-lent-to-another-what = Es ging an Benutzer { $borrower } und ist nicht zurück. Nichts ist erfasst. { $key } leiht es trotzdem aus.
band-same-as-borrower = Das ist der Benutzerausweis: { $item }
band-same-as-borrower-what = Nichts ist ausgeliehen. Scannen Sie das Exemplar.
band-borrower-left = Benutzer fertig: eine Zeit lang nichts gescannt
band-borrower-left-what = Scannen Sie den Ausweis der Person, die jetzt da ist.
cli-same-as-borrower = es ist der Barcode des Benutzers

# Die Seiten: was die Prüfung vor dem Hochladen sagt
check-going = Prüfung, ob Alma etwas im Weg steht …
check-stopped = Die Prüfung wurde angehalten: Es ist nicht bekannt, ob Alma etwas im Weg steht.
check-again = Noch einmal prüfen
check-of = Prüfung von { $name }
in-the-way-nothing = Nichts steht Alma im Weg.
in-the-way = Vor dem Hochladen ansehen: { $what }.
in-the-way-errors = { $count ->
    [one] { $count } Fehler
   *[other] { $count } Fehler
}
in-the-way-warnings = { $count ->
    [one] { $count } Warnung
   *[other] { $count } Warnungen
}
finding-head = Zeile { $line }: { $severity }
finding-error = Fehler
finding-warning = Warnung
finding-information = gut zu wissen
information-show = { $count ->
    [one] { $count } weiteren Hinweis zeigen
   *[other] { $count } weitere Hinweise zeigen
}
information-hide = { $count ->
    [one] { $count } weiteren Hinweis verbergen
   *[other] { $count } weitere Hinweise verbergen
}
information-of = Gut zu wissen zu { $name }
upload-close-anyway = Trotzdem schließen
paged-back = Zurück
paged-on = Weiter
paged-where = { $first } bis { $last } von { $count }
control-of = { $control }: { $name }
origin = { $file }, Zeile { $line }

# Mehrere Theken vereinen, Schritt für Schritt
combine-1 = 1  Die Dateien wählen
combine-2 = 2  Ansehen, was fraglich ist
combine-3 = 3  Die eine Datei schreiben
combine-add = Dateien hinzufügen …
combine-up = Nach oben
combine-down = Nach unten
combine-remove = Entfernen
combine-order = Alles wird nach der Zeit geordnet. In derselben Minute entscheidet die Reihenfolge dieser Liste.
combine-unread = Noch nicht gelesen
combine-left-out = Ausgelassen: { $why }
combine-own-open = Das ist die eigene Datei dieser Theke, und sie ist noch offen. Schließen Sie sie zuerst auf der Seite Hochladen, dann fügen Sie stattdessen ihren Stapel hinzu.
combine-own-to-upload = Das ist ein Stapel dieser Theke. Wenn Alma die vereinte Datei hat, sagen Sie auf der Seite Verlauf, dass auch er in Alma ist.
combine-own-uploaded = Dieser Stapel ist schon in Alma. Entfernen Sie ihn hier: Alma würde ihn zweimal ausführen.
combine-stopped = Das Lesen wurde angehalten.
combine-read-again = Dateien neu lesen
doubts-none = Nichts ist fraglich.
doubts-duplicates = { $count ->
    [one] Eine Transaktion steht in zwei Dateien. Wurde eine Datei kopiert, schreiben Sie sie nur einmal: sonst führt Alma sie zweimal aus.
   *[other] { $count } Transaktionen stehen in zwei Dateien. Wurde eine Datei kopiert, schreiben Sie sie nur einmal: sonst führt Alma sie zweimal aus.
}
doubts-leave-out = Jede davon nur einmal schreiben
doubts-duplicates-title = Transaktionen in zwei Dateien
doubts-is-kept = Und noch einmal: { $origin }
doubts-is-left-out = Ausgelassen: { $origin }
doubts-conflicts = { $count ->
    [one] Die Reihenfolge zweier Transaktionen ist unsicher.
   *[other] Die Reihenfolge der Transaktionen von { $count } Paaren ist unsicher.
} Sie werden in der gezeigten Reihenfolge geschrieben.
doubts-conflicts-title = Fragliche Paare
doubt-same-minute = In derselben Minute an einer Theke ausgeliehen und an einer anderen zurückgegeben. Sehen Sie nach, ob das Exemplar im Regal steht: Dann kam die Rückgabe zuletzt.
doubt-two-borrowers = An zwei Benutzer ausgeliehen und dazwischen nicht zurückgegeben. Finden Sie heraus, wer das Exemplar hat: Diese Ausleihe kommt zuletzt.
doubt-swap = Die zweite kam zuerst
doubts-unreadable = { $count ->
    [one] Eine Zeile ist nicht lesbar. Sie kommt, wie sie ist, in eine eigene Datei neben der vereinten.
   *[other] { $count } Zeilen sind nicht lesbar. Sie kommen, wie sie sind, in eine eigene Datei neben der vereinten.
}
combine-what = { $transactions ->
    [one] { $transactions } Transaktion
   *[other] { $transactions } Transaktionen
} aus { $files ->
    [one] { $files } Datei
   *[other] { $files } Dateien
}, nach der Zeit geordnet
combine-write = Datei schreiben
combine-write-elsewhere = Schreiben nach …
work-writing = Datei wird geschrieben …
combine-outdated = Seit die Datei geschrieben wurde, hat sich oben etwas geändert. Schreiben Sie sie noch einmal.
combine-written = { $name } ist geschrieben: { $count ->
    [one] { $count } Transaktion
   *[other] { $count } Transaktionen
}{ $left ->
    [0] .
   *[other] , und { $left } ausgelassen.
}
combine-unreadable = { $count ->
    [one] Eine Zeile ist nicht lesbar und steht in { $name }, daneben. Erfassen Sie von Hand in Alma, was sie sagt.
   *[other] { $count } Zeilen sind nicht lesbar und stehen in { $name }, daneben. Erfassen Sie von Hand in Alma, was sie sagen.
}
combine-only-this = Laden Sie nur diese Datei hoch und keine von denen, aus denen sie entstand: sonst führt Alma alles zweimal aus.
combine-stale = { $path } hat sich geändert, seit die Datei gelesen wurde. Sie wird jetzt neu gelesen: Sehen Sie Schritt 2 an, dann schreiben Sie die Datei noch einmal.

# Der Verlauf: Transaktionen suchen
search-barcode = Exemplar oder Benutzer
search-barcode-hint = Ein Barcode oder ein Teil davon
search-day = Tag
search-day-hint = 23.11.2026
search-kind = Zeigen
search-both = Alle
search-loans = Ausleihen
search-returns = Rückgaben
search-clear = Alle Stapel zeigen
search-no-day = Schreiben Sie den Tag so: 23.11.2026.
search-stopped = Die Suche wurde angehalten.
found-nothing = Keine Transaktion gefunden.
found-count = { $count ->
    [one] { $count } Transaktion
   *[other] { $count } Transaktionen
}{ $chosen ->
    [0] { "" }
   *[other] , { $chosen } gewählt
}
found-below = { $time }, { $origin }
found-row = { $what }. { $origin }. { $state }
found-again = { $count ->
    [one] Diese neu erfassen …
   *[other] Diese { $count } neu erfassen …
}
sheet-here = Exportieren
sheet-elsewhere = Exportieren nach …
sheet-done = { $count ->
    [one] { $count } Transaktion ist in { $name }.
   *[other] { $count } Transaktionen sind in { $name }.
}
sheet-is-input = { $path } enthält Transaktionen. Wählen Sie einen anderen Namen.

# Den Bericht im Fenster auswerten
report-hint = Meldungen hier einfügen: Ctrl+V
report-field = Meldungen des Berichts
report-open = Datei öffnen …
report-clear = Leeren
report-long = Ein Bericht von { $count ->
    [one] { $count } Zeile
   *[other] { $count } Zeilen
}, zu lang, um ihn hier zu zeigen. Seine Meldungen stehen unten.
report-not-text = Diese Datei ist kein Text. Kopieren Sie in Alma die Meldungen des Prozessberichts und fügen Sie sie hier ein, oder speichern Sie den Bericht als CSV.
report-too-long = Diese Datei ist zu groß für einen Bericht. Öffnen Sie die Datei, in der der Prozessbericht gespeichert wurde.
report-none = Hier wurde keine Meldung eines Prozessberichts von Alma gefunden. Kopieren Sie die Zeilen, die auf „Barcode: …“ enden, und fügen Sie sie ein.
report-summary = { $messages ->
    [one] { $messages } Meldung
   *[other] { $messages } Meldungen
}: { $matched } zugeordnet, { $unmatched } nicht.
report-of = Dies scheint der Bericht von { $batch } zu sein. Transaktionen anderer Stapel sind auch aufgeführt, aber nicht gewählt.
report-no-transaction = Zu diesen Meldungen wurde nichts Sicheres gefunden
report-not-in-files = Kein Stapel dieses Computers hat diesen Barcode. Vielleicht wurde er an einer anderen Theke gescannt: Werten Sie den Bericht dort aus.
report-not-a-borrower = Dieser Barcode kommt in den Stapeln vor, aber kein Benutzer hat ihn. Vielleicht wurde die Ausleihe an einer anderen Theke gescannt: Werten Sie den Bericht dort aus.
report-not-returned = Dieses Exemplar kommt in den Stapeln vor, wird aber in keinem zurückgegeben. Vielleicht wurde es an einer anderen Theke gescannt: Werten Sie den Bericht dort aus.
report-not-an-item = Dieser Barcode kommt in den Stapeln als Benutzer vor, nicht als Exemplar. Vielleicht wurde das Exemplar an einer anderen Theke gescannt: Werten Sie den Bericht dort aus.
report-choose-all = Alle { $count } davon wählen
report-several = { $count } Transaktionen
report-place = { $time } · { $batch }, Zeile { $line }
report-again = Neu erfassen …
report-export = Fürs Regal exportieren …
export-title = Fürs Regal exportieren
export-name = Fürs Regal { $time }.csv
export-no-place = Kein Ort wurde gewählt, also ist noch nichts geschrieben.
export-here = Neben die Stapel schreiben
export-done = Die Liste fürs Regal ist geschrieben.

# Neu erfassen
again-1 = 1  Berichtigen, was falsch war
again-1-what = Scannen oder tippen Sie über einen Barcode, der falsch war. Nehmen Sie das Häkchen weg bei dem, was nicht neu zu erfassen ist.
again-take = Neu erfassen, { $number }: { $transaction }
again-item = Barcode des Exemplars, { $number }: { $transaction }
again-borrower = Benutzer, { $number }: { $transaction }
again-before = Vorher: { $barcode }
again-2 = 2  Zeit und Art wählen
again-own = Ursprüngliche Zeit
again-own-what = Alma berechnet die Fälligkeit, als wäre nichts schiefgegangen. Meist richtig.
again-yesterday = Gestern zur selben Stunde
again-yesterday-what = Wenn die Uhr der Theke um Tage falsch ging und der Ausfall gestern war.
again-now = Jetzt
again-now-what = Wenn Alma die alte Zeit abgelehnt hat, weil das Exemplar später bearbeitet wurde.
again-returns = Aus Ausleihen Rückgaben machen
again-returns-what = Um Ausleihen rückgängig zu machen, die es nicht geben soll: Jedes Exemplar wird zurückgegeben.
again-3 = 3  Ansehen, was geschrieben wird
again-preview = { $count ->
    [0] Es bleibt nichts zu schreiben.
    [one] Eine Transaktion wird geschrieben:
   *[other] { $count } Transaktionen werden geschrieben, in dieser Reihenfolge:
}
again-left-out = { $count ->
    [one] Eine wird ausgelassen. { $why }
   *[other] { $count } werden ausgelassen. { $why }
}
again-untouched = Der ursprüngliche Stapel bleibt genau, wie er ist.
again-wrong = Berichtigen Sie zuerst die rot markierten Barcodes.
again-write = Neuen Stapel schreiben
again-written = Der neue Stapel ist geschrieben: { $name }
again-upload-what = Er ist noch nicht in Alma: Laden Sie ihn hoch wie jeden Stapel.
again-upload = Hochladen

# Scans

band-dismissed = Nichts erfasst
band-next-borrower-card = Nächster Benutzer: { $borrower }
band-next-borrower-before = { $items ->
    [0] Der vorige hat keine Exemplare.
    [one] Der vorige hat { $items } Exemplar.
   *[other] Der vorige hat { $items } Exemplare.
}
band-item-waits = Wartet auf den Ausweis: { $item }
band-item-waits-what = Das ist ein Exemplar. Scannen Sie den Ausweis des Benutzers, und es ist ausgeliehen.
band-not-taken = Nicht genommen: { $item }
band-not-taken-what = { $item } wartet schon auf den Ausweis. Scannen Sie den Ausweis, dann dieses Exemplar noch einmal.
band-item-left = Nicht entliehen, kein Ausweis: { $item }
band-flooded = Abgelehnt: zu viele Tasten
band-flooded-what = Es kam mehr hintereinander, als ein Barcode hat. Liegt etwas auf der Tastatur? Scannen Sie noch einmal.
band-breaks = Gegen die Regeln: { $item }
band-held-what = Nicht erfasst. Noch einmal scannen; { $key } bucht trotzdem.
band-is-a-card = Das ist ein Ausweis: { $item }
band-is-a-card-what = Hier kommen Exemplare zurück.
band-looks-like-an-item = Sieht aus wie ein Exemplar: { $item }
band-looks-like-an-item-what = Der Ausweis eines Benutzers wird erwartet.
band-looks-like-a-card = Sieht aus wie ein Ausweis: { $item }
band-looks-like-a-card-what = Nicht erfasst. Für den nächsten Benutzer F4, dann den Ausweis noch einmal scannen; { $key } bucht als Exemplar.
breach-length = { $found ->
    [one] Er hat { $found } Zeichen, nicht { $wanted }.
   *[other] Er hat { $found } Zeichen, nicht { $wanted }.
}
breach-pattern = Er ist anders gebaut als die Barcodes der Bibliothek.
breach-check-digit = Die Prüfziffer passt nicht: eine Ziffer falsch, oder zwei vertauscht.
breach-only-signs = Weder Buchstabe noch Ziffer: andere Tastatur im Scanner eingestellt?
kept-page = { $count ->
    [one] Hier gescannt: { $barcodes }. Er wird eingetragen, wenn Sie zur Theke zurückgehen.
   *[other] Hier gescannt: { $barcodes }. Sie werden eingetragen, wenn Sie zur Theke zurückgehen.
}
button-forget-kept = Hier Gescanntes vergessen
kept-question = { $count ->
    [one] Inzwischen gescannt: { $barcodes }. Er wird nach Ihrer Antwort eingetragen.
   *[other] Inzwischen gescannt: { $barcodes }. Sie werden nach Ihrer Antwort eingetragen.
}
kept-close = { $count ->
    [one] Gescannt und noch nicht eingetragen: { $barcodes }. Er wird eingetragen, wenn Sie bleiben.
   *[other] Gescannt und noch nicht eingetragen: { $barcodes }. Sie werden eingetragen, wenn Sie bleiben.
}
report-has-scan = Hier wurde etwas gescannt und nicht erfasst. Gehen Sie zurück zur Theke, und scannen Sie es noch einmal.

controls-title = Steuerbarcodes
controls-how = Scannen Sie einen davon, wenn OffCirc offen ist: Die ganze Theke geht ohne Tastatur und Maus. Sie sind nie jemandes Barcode.
control-loan = Ausleihe
control-loan-what = Ab jetzt ausleihen
control-return = Rückgabe
control-return-what = Ab jetzt Exemplare zurücknehmen
control-new-borrower = Neuer Benutzer
control-new-borrower-what = Dieser Benutzer ist fertig; der nächste Ausweis kommt
control-take-back = Stornieren
control-take-back-what = Fragen, ob die letzte Transaktion zu stornieren ist
control-yes = Ja
control-yes-what = Ja auf eine Frage; trotzdem buchen
control-no = Nein
control-no-what = Nein auf eine Frage; noch einmal scannen
learned = { $fits } von { $examples } Beispielen passen.
learned-not = Diese zum Beispiel nicht: { $barcodes }

# Einstellungen
command-scanners = Scanner
command-settings = Einstellungen
command-help = Hilfe
page-scanners = Scanner
page-settings = Einstellungen
setting-language = Sprache
setting-language-what = Die Sprache des Fensters und von offcirc-cli.
setting-desk = Name dieser Theke
setting-desk-what = Er steht in den Namen der Stapel. Ist er leer, steht dort der Name des Computers.
setting-library = Name der Bibliothek
setting-library-what = Er steht auf Belegen und in den Namen der Stapel.
setting-data-folder = Ordner von OffCirc.dat
setting-data-folder-what = Leer: der übliche Ordner. Gilt ab dem nächsten Start.
setting-keep-uploaded-days = Tage, die Stapel bleiben
setting-keep-uploaded-days-what = So viele Tage bleiben Stapel, die in Alma sind; dann bietet das Fenster an, sie zu löschen.
setting-theme = Farben
setting-theme-what = Wie im System, oder eine von diesen.
setting-theme-system = Wie im System
setting-theme-light = Hell
setting-theme-dark = Dunkel
setting-theme-high-contrast = Hoher Kontrast
setting-text-size = Größe von allem, in Prozent
setting-text-size-what = Von 100 bis 300. Ctrl mit + und - ändert sie vorübergehend.
setting-sounds = Töne
setting-sounds-what = Drei Töne: erfasst, Frage, abgelehnt.
setting-sounds-on = Drei Töne
setting-sounds-beep = Der Ton des Systems
setting-sounds-off = Keine
setting-slips = Belege für Benutzer
setting-slips-what = Bietet einen Beleg mit den Exemplaren des Benutzers zum Drucken an.
setting-scanner-end = Ein Scan endet mit
setting-scanner-end-what = Die meisten Scanner senden nach einem Barcode Enter.
setting-scanner-end-enter-or-tab = Enter oder Tab
setting-scanner-end-pause = auch einer Pause
setting-scanner-pause-ms = Längste Pause zwischen Tasten, in Millisekunden
setting-scanner-pause-ms-what = Was langsamer ist, hat eine Hand getippt. Ein Funkscanner braucht vielleicht mehr.
setting-scanner-us-keyboard = Scanner verstehen, die auf eine US-Tastatur eingestellt sind
setting-scanner-us-keyboard-what = Welche Tastatur dieser Computer auch hat. Ein Text, der schon ein Barcode ist, wird nie geändert.
setting-scanner-control-barcodes = Steuerbarcodes verstehen
setting-scanner-control-barcodes-what = Gedruckte Barcodes für Ausleihe, Rückgabe, nächster Benutzer, stornieren, ja und nein.
setting-scanner-prefix = Vom Scanner davorgesetzt
setting-scanner-prefix-what = Es wird weggenommen.
setting-scanner-suffix = Vom Scanner angehängt
setting-scanner-suffix-what = Es wird weggenommen.
setting-scanner-remove-aim = AIM-Präfix wegnehmen
setting-scanner-remove-aim-what = Etwa ]C1, das die Art des Barcodes nennt.
setting-scanner-remove-codabar-letters = Codabar-Buchstaben wegnehmen
setting-scanner-remove-codabar-letters-what = A bis D an beiden Enden.
setting-scanner-remove-spaces = Leerzeichen herausnehmen
setting-scanner-remove-spaces-what = Leerzeichen innerhalb eines Barcodes.
setting-scanner-remove-check-character = Prüfzeichen wegnehmen
setting-scanner-remove-check-character-what = Das letzte Zeichen, sobald es geprüft ist.
setting-borrower-lengths = Länge der Ausweise
setting-borrower-lengths-what = Etwa 14, oder 8-10, 14. Leer: jede.
setting-borrower-pattern = Muster der Ausweise
setting-borrower-pattern-what = Ein regulärer Ausdruck für den ganzen Barcode, etwa 2\d*. Leer: jedes.
setting-borrower-check-digit = Prüfziffer der Ausweise
setting-borrower-check-digit-what = Wie das letzte Zeichen berechnet wird.
setting-item-lengths = Länge der Exemplare
setting-item-lengths-what = Etwa 14, oder 8-10, 14. Leer: jede.
setting-item-pattern = Muster der Exemplare
setting-item-pattern-what = Ein regulärer Ausdruck für den ganzen Barcode, etwa 3\d*. Leer: jedes.
setting-item-check-digit = Prüfziffer der Exemplare
setting-item-check-digit-what = Wie das letzte Zeichen berechnet wird.
setting-check-none = Keine
setting-check-luhn = Modulo 10 (Luhn)
setting-check-mod43 = Modulo 43
setting-watch-double-scan-minutes = Doppelter Scan, in Minuten
setting-watch-double-scan-minutes-what = Bei demselben Exemplar innerhalb dieser Zeit wird gefragt. 0: nie.
setting-watch-idle-seconds = Benutzer weg, in Sekunden
setting-watch-idle-seconds-what = Ein Benutzer, für den so lange nichts gescannt wird, ist fertig. 0: nie.
setting-watch-lent-to-another = Fragen, wenn an jemand anderen ausgeliehen
setting-watch-lent-to-another-what = Bei Exemplaren, die in dieser Sitzung ausgeliehen wurden und nicht zurück sind.
setting-watch-wrong-field = Ausweise und Exemplare unterscheiden
setting-watch-wrong-field-what = Nach den Regeln: Ein Ausweis statt eines Exemplars beginnt den nächsten Benutzer, ein Exemplar statt eines Ausweises wartet auf den Ausweis. Ohne Regeln wird gefragt, wenn eines wie das andere aussieht.
settings-locked = Vom Administrator gesperrt
settings-file = Diese Einstellungen stehen in { $path }
settings-group-desk = Diese Theke
settings-group-look = Aussehen und Töne
settings-group-scanner = Scanner
settings-group-cards = Benutzerausweise
settings-group-items = Exemplare
settings-group-watch = Worauf die Theke achtet
settings-system-language = Wie im System
settings-choose-folder = Wählen …
settings-folder-good = Dort ließ sich eine Datei schreiben.
settings-start-again = Jetzt mit diesem Ordner neu starten
settings-folder-relative = Nötig ist der ganze Pfad eines Ordners, etwa { $example }.
settings-folder-bad = Dort lässt sich nichts schreiben: { $why }
fault-at = { $path }, Zeile { $line }, Zeichen { $column }: { $what }
fault-in = { $path }: { $what }
fault-not-readable = die Datei ist nicht lesbar ({ $detail }).
fault-not-a-file = das ist keine Datei.
fault-too-large = die Datei hat { $bytes } Bytes; Einstellungen haben höchstens { $most }.
fault-not-utf8 = das ist kein Text in UTF-8 (Byte { $byte }). Speichern Sie die Datei als UTF-8.
fault-syntax = dies ist nicht lesbar: { $message }.
fault-backslash = in doppelten Anführungszeichen hat ein Backslash eine eigene Bedeutung. Setzen Sie den Text in einfache Anführungszeichen.
fault-unusable = so vieles ist nicht lesbar, dass nichts aus dieser Datei benutzt wird.
fault-newer = eine neuere Version von OffCirc hat diese Datei geschrieben (Version { $version }). Was diese hier kennt, wird benutzt.
fault-not-a-version = version muss eine ganze Zahl ab 1 sein.
fault-unknown-key = es gibt keine Einstellung { $key }.
did-you-mean = Meinten Sie { $name }?
fault-not-a-table = { $table } muss eine Tabelle sein, [{ $table }].
fault-wrong-type = { $key } muss { $wanted } sein.
fault-out-of-range = { $key } ist { $found }; möglich ist { $least } bis { $most }.
fault-not-a-choice = { $key } ist „{ $found }“; möglich ist eines von { $choices }.
fault-too-long = { $key } hat { $found } Zeichen; höchstens { $most } sind möglich.
fault-control-character = { $key } enthält ein Steuerzeichen. In doppelten Anführungszeichen hat ein Backslash eine eigene Bedeutung, in einfachen nicht.
fault-not-unicode = { $key } hat einen Namen, der sich nicht als Text schreiben lässt.
fault-not-lengths = { $key }: „{ $part }“ ist keine Länge von 1 bis { $most } und kein Bereich davon.
fault-rule = { $key }: { $message }.
fault-locked = { $key } ist durch die Einstellungen dieses Computers gesperrt.
fault-locks-in-user-file = nur die Einstellungen des Computers können Einstellungen sperren.
fault-not-locks = locked muss eine Liste von Namen in Anführungszeichen sein.
fault-unknown-lock = es gibt keine Einstellung { $key }, die zu sperren wäre.
fault-more = { $count ->
    [one] { $count } weiterer Fehler in dieser Datei.
   *[other] { $count } weitere Fehler in dieser Datei.
}
not-written = Es ließ sich nicht nach { $path } schreiben ({ $detail }).
not-written-no-file = Dieses Konto hat keinen Ordner für Einstellungen.
not-written-newer = Eine neuere Version von OffCirc hat { $path } geschrieben; die Datei bleibt, wie sie ist.
not-written-not-readable = { $path } ist nicht lesbar ({ $detail }), also wird nichts hinzugefügt.
not-written-not-kept = { $path } ist beschädigt und lässt sich nicht unter einem anderen Namen aufheben ({ $detail }).
holds-for-this-run = Es gilt bis zum Ende des Programms.
kind-of-text = ein Text in Anführungszeichen
kind-of-pattern = ein regulärer Ausdruck in Anführungszeichen
kind-of-folder = ein Ordner in Anführungszeichen
kind-of-lengths = Längen wie 14 oder "8-10, 14"
kind-of-switch = true oder false
kind-of-number = eine ganze Zahl von { $least } bis { $most }
kind-of-choice = eines von { $choices }

# Scanner
trial-title = Einen Scanner ausprobieren
trial-what = Scannen Sie irgendetwas: Unten steht Taste für Taste, was ankam, was daraus wurde und warum. Nichts wird erfasst.
trial-field = Zum Ausprobieren hier tippen, dann Enter
trial-key = { $arrived }, auf einer US-Tastatur { $us }, nach { $after } ms
made-nothing = Nichts als Leerzeichen kam an
made-control = Ein Steuerbarcode: { $action }
made-card = Ein Benutzerausweis: { $barcode }
made-item = Ein Exemplar: { $barcode }
made-either = Ein Barcode von Ausweis oder Exemplar: { $barcode }
made-neither = Nach den Regeln weder Ausweis noch Exemplar: { $barcode }
made-two = Zwei aneinandergehängte Barcodes: { $first } und { $second }
step-other-layout = Als Tasten einer US-Tastatur gelesen: So, wie die Tastatur dieses Computers sie hat, kann es kein Barcode sein.
step-stripped = Was der Scanner hinzufügt, wurde weggenommen.
step-check-character = Das Prüfzeichen passt und wurde weggenommen.
step-split = Dort geteilt, wo die Regeln nur eine Möglichkeit lassen.
not-a-card = Kein Ausweis: { $why }
not-an-item = Kein Exemplar: { $why }
came-by-hand = { $keys ->
    [one] Von Hand getippt, { $keys } Taste.
   *[other] Von Hand getippt, { $keys } Tasten.
}
came-by-scanner = { $keys ->
    [one] Von einem Scanner: { $keys } Taste, höchstens { $slowest } ms zwischen zweien, dann { $end }.
   *[other] Von einem Scanner: { $keys } Tasten, höchstens { $slowest } ms zwischen zweien, dann { $end }.
}
came-end-enter = Enter
came-end-tab = Tab
came-end-pause = eine Pause
rules-title = Die Regeln der Bibliothek
rules-what = Mit Regeln unterscheidet die Theke Ausweise und Exemplare und hält fest, was keines von beiden sein kann. Beginnen Sie mit einer davon, oder lernen Sie aus einer alten Datei.
preset-none = Keine Regeln
preset-fourteen-digits = 14-stellige Bibliotheksbarcodes
learn-from-file = Aus einer Datei lernen …
learn-title = Eine Datei mit Transaktionen oder eine Liste von Barcodes
learn-use = Diese Regeln verwenden
learn-list = Eine Liste von Barcodes
learn-use-cards = Für Ausweise verwenden
learn-use-items = Für Exemplare verwenden
proposed-lengths = Länge { $lengths }
proposed-pattern = Muster { $pattern }
controls-print = Die Seite drucken …
print-failed = Die Seite ließ sich nicht anzeigen ({ $why }). offcirc-cli controls -o DATEI schreibt sie in eine Datei.
band-other-layout = Als Scan mit US-Tastatur gelesen.
button-set-up = Scanner, Einstellungen, Hilfe
language-name = Deutsch

# Hilfe, und was das Programm ist
page-help = Hilfe
about-title = Über OffCirc
about-version = OffCirc { $version }, freie Software unter der MIT-Lizenz.
about-what = Offline-Ausleihe für Bibliotheken, die mit Alma von Ex Libris arbeiten. Es ist kein Produkt von Ex Libris.
about-licences = Lizenzen …
about-copy = Angaben für den Support kopieren
about-copied = Angaben kopiert
about-log = Was das Programm getan hat, steht hier, ohne jeden Barcode:
open-failed = Es ließ sich nicht anzeigen ({ $why }).

origin-default = der übliche Wert
command-slip = Beleg
slip-title = { $items ->
    [one] { $items } Exemplar ausgeliehen
   *[other] { $items } Exemplare ausgeliehen
}
slip-date = an Benutzer { $borrower }, { $time }
slip-foot = Ausgeliehen, während das System der Bibliothek ausgefallen war. Die Leihfrist wird festgelegt, wenn es wieder da ist.
message-settings =
    { $count ->
        [one] Etwas in den Einstellungen gilt nicht
       *[other] { $count } Angaben in den Einstellungen gelten nicht
    }
message-settings-what = { $fault } Alles andere gilt. Die Seite Einstellungen (F12) zeigt alles.
message-slip = Der Beleg ließ sich nicht anzeigen
message-slip-what = { $why }. Sonst ist nichts betroffen: Die Ausleihen sind erfasst.
fresh-offer = Benennen Sie diese Theke, und sagen Sie OffCirc, wie Ihre Barcodes aussehen; beides kann warten.

# Die Hilfe von offcirc-cli
arguments-no-such-command = Einen Befehl „{ $command }“ gibt es nicht.
arguments-no-command = Es fehlt ein Befehl.
arguments-unknown = „{ $argument }“ ist hier nicht bekannt.
arguments-missing = Es fehlt: { $argument }
arguments-conflict = „{ $argument }“ geht nicht zusammen mit „{ $other }“.
arguments-twice = „{ $argument }“ steht mehr als einmal da.
arguments-no-value = „{ $argument }“ braucht einen Wert.
arguments-not-one-of = „{ $value }“ geht nicht als Wert von „{ $argument }“. Möglich sind: { $values }
arguments-wrong-value = „{ $value }“ geht nicht als Wert von „{ $argument }“: { $why }
arguments-not-understood = Diese Befehlszeile ist nicht zu verstehen.
arguments-meant = Meinten Sie „{ $meant }“?
arguments-help = Mehr sagt --help.
help-any-help = Gibt diese Hilfe aus
help-any-version = Gibt die Version aus
help-any-data-dir = Der Ordner von OffCirc.dat statt des üblichen
help-any-lang = Die Sprache statt der eingestellten oder der des Systems
help-any-output = Die Datei für das Ergebnis statt der Standardausgabe
help-any-output-needed = Die Datei für das Ergebnis
help-any-force = Ersetzt OUT, wenn es schon da ist
help-any-format = Die Form des Ergebnisses
help-any-format-text = zum Lesen
help-any-format-csv = eine Tabelle
help-any-format-json = für Programme: ein Array
help-usage = Aufruf:
help-commands = Befehle
help-arguments = Argumente
help-options = Optionen
help-command-name = BEFEHL
help-value = { $value }: { $what }
help-values = Werte: { $values }
help-default = Sonst: { $value }
help-of-command = Gibt diese Hilfe oder die eines Befehls aus
help = Offline-Ausleihe für Bibliotheken, die mit Alma arbeiten, ohne Fenster
help-window = Offline-Ausleihe für Bibliotheken, die mit Alma arbeiten: das Fenster
help-again =
    Schreibt gewählte Transaktionen einer Datei in eine neue Datei: berichtigt, neu datiert oder als Rückgaben.

    Endet mit 0, wenn die Datei geschrieben ist, mit 1, wenn sie geschrieben ist und noch etwas anzusehen bleibt, mit 2, wenn nichts geschrieben ist.
help-again-as-returns = Macht aus jeder gewählten Ausleihe eine Rückgabe, um sie rückgängig zu machen
help-again-correct = Ersetzt ein Exemplar oder einen Benutzer in den gewählten Transaktionen, in allen auf einmal
help-again-failed = Wählt die Transaktionen, von denen die Meldungen in Almas Prozessbericht sprechen; `-` ist die Standardeingabe
help-again-file = Die Datei mit den alten Transaktionen; sie bleibt, wie sie ist
help-again-lines = Die Nummern der Zeilen, die gewählt werden, ab 1 gezählt; alle Zeilen, wenn nichts gewählt ist
help-again-time = Wann die neuen Transaktionen geschahen
help-again-time-own = zur Zeit der alten
help-again-time-yesterday = am Tag vor heute, zur selben Uhrzeit
help-again-time-now = jetzt
help-archive =
    Alma hat die Transaktionen von OffCirc.dat aller Tage vor einem Tag: Sie kommen in einen Stapel in `uploaded/`, dessen Pfad ausgegeben wird; die anderen bleiben.

    Endet mit 0, wenn sie dort sind, mit 2, wenn nichts geändert wurde.
help-archive-before = Alma hat die Transaktionen aller Tage vor diesem
help-batches =
    Führt OffCirc.dat und alle Stapel des Datenordners auf: was in jedem ist, und welche noch hochzuladen sind.

    Endet mit 0, wenn alle gelesen werden konnten, mit 2, wenn nicht.
help-check =
    Sagt, worüber Alma in Dateien mit Transaktionen stolpern würde.

    Endet mit 0, wenn alles stimmt, mit 1, wenn es eine Warnung oder einen Fehler gibt, mit 2, wenn eine Datei nicht geprüft werden kann.
help-check-files = Die Dateien
help-close =
    Prüft OffCirc.dat und schließt es zum Hochladen: Es wird ein Stapel in `uploads/`, dessen Pfad ausgegeben wird.

    Endet mit 0, wenn es geschlossen ist, mit 2, wenn nicht.
help-close-anyway = Die Datei schließen, auch wenn die Prüfung etwas findet
help-controls =
    Schreibt die Seite der Steuerbarcodes, ein PDF zum Drucken.

    Endet mit 0, wenn sie geschrieben ist, mit 2, wenn nicht.
help-delete-uploaded =
    Löscht alte Stapel, die in Alma sind, und gibt aus, welche.

    Endet mit 0, wenn sie weg sind oder es keine gibt, mit 2, wenn nichts geändert wurde.
help-delete-uploaded-older-than = Stapel löschen, deren letzte Transaktion älter als so viele Tage ist; ohne die Angabe älter, als die Einstellungen sie behalten (90 Tage)
help-export =
    Exportiert Transaktionen, die neuesten zuerst.

    Endet mit 0, wenn alles geschrieben ist, mit 1, wenn eine Datei des Datenordners nicht gelesen werden kann und der Rest geschrieben ist, mit 2, wenn eine genannte Datei nicht gelesen werden kann oder nichts geschrieben ist.
help-export-barcode = Nur Transaktionen, deren Exemplar oder Benutzer dies enthält, ohne Rücksicht auf Leerzeichen und Groß- und Kleinschreibung
help-export-day = Nur Transaktionen dieses Tages
help-export-files = Dateien mit Transaktionen; ohne sie OffCirc.dat und alle Stapel des Datenordners
help-export-kind = Nur Ausleihen oder nur Rückgaben
help-learn =
    Liest aus einer alten Datei ab, wie die Barcodes der Bibliothek aussehen, und gibt die Regeln so aus, wie sie in der Datei der Einstellungen stehen.

    Endet mit 0, wenn Regeln vorgeschlagen sind, mit 2, wenn es nichts zu lernen gibt.
help-learn-file = Eine Datei mit Transaktionen oder eine Liste mit einem Barcode je Zeile
help-learn-list = Wessen Barcodes eine Liste enthält
help-match =
    Ordnet die Meldungen in Almas Prozessbericht den Transaktionen zu, von denen sie sprechen.

    Endet mit 0, wenn jede Meldung zugeordnet ist, mit 1, wenn eine es nicht ist oder eine Datei des Datenordners nicht gelesen werden kann, mit 2, wenn eine genannte Datei nicht gelesen werden kann oder der Bericht keine Meldung enthält.
help-match-files = Die Dateien, die hochgeladen wurden; ohne sie OffCirc.dat und alle Stapel des Datenordners
help-match-report = Die Meldungen des Berichts, als Text oder Tabelle (CSV); `-` ist die Standardeingabe
help-mend =
    Schreibt einen Stapel aus `uploads/` in der Form neu, die Alma erwartet, wenn ein Editor oder ein anderes Programm sie verändert hat. Das Original bleibt daneben liegen.

    Gibt den Stapel aus. Endet mit 0, wenn alles lesbar war, mit 1, wenn Zeilen nicht lesbar waren und weggelassen wurden, mit 2, wenn nichts geändert wurde.
help-mend-file = Der Stapel in `uploads/` oder eine Datei, die nach `unfinished/` gelegt wurde
help-merge =
    Macht aus den Dateien mehrerer Theken eine Datei, nach der Zeit geordnet.

    Nicht lesbare Zeilen kommen in eine Datei daneben, die ebenso heißt, mit `-unreadable.txt`. Endet mit 0, wenn alles in Ordnung ist, mit 1, wenn etwas anzusehen ist, mit 2, wenn nichts geschrieben wurde.
help-merge-files = Die Dateien, die zusammengeführt werden
help-merge-leave-out-duplicates = Schreibt eine Transaktion, die in mehreren Dateien steht, nur einmal
help-record =
    Erfasst Transaktionen von der Standardeingabe, eine je Zeile, die Felder durch Tabulator getrennt: `L`, Benutzer, Exemplar oder `R`, Exemplar.

    Sagt zu jeder, was aus ihr wurde: `saved` oder `set-aside` mit ihrer laufenden Nummer, `rejected` oder `failed` mit der Nummer ihrer Zeile. Endet mit 0, wenn alles gespeichert oder abgelehnt wurde, mit 1, wenn etwas nur lokal gesichert wurde oder scheiterte.
help-settings =
    Gibt die geltenden Einstellungen aus, jede mit ihrer Herkunft; oder prüft eine Datei mit Einstellungen.

    Endet mit 0, wenn alles in Ordnung ist, mit 1, wenn etwas in einer Datei übergangen wurde, mit 2, wenn die Datei nicht gelesen werden kann.
help-settings-check = Sagt, was an einer Datei mit Einstellungen falsch ist, mit Zeile und Zeichen
help-settings-check-file = Die Datei
help-settings-sample = Gibt eine Datei mit allen Einstellungen aus, als Kommentare
help-take-back =
    Storniert Transaktionen von OffCirc.dat: die letzte, die letzten N oder die bestimmter Zeilen.

    Gibt genau aus, welche. Endet mit 0, wenn sie aus der Datei heraus sind, mit 2, wenn nichts geändert wurde.
help-take-back-dry-run = Nur zeigen, was storniert würde
help-take-back-last = Die letzten N Transaktionen der Datei stornieren
help-take-back-line = Die Transaktionen dieser Zeilen stornieren, ab 1 gezählt
help-take-back-reason = Warum; steht dann in taken-back.csv
help-uploaded =
    Alma hat diesen Stapel von `uploads/`: Er kommt nach `uploaded/`.

    Gibt aus, wo er jetzt ist. Endet mit 0, wenn er dort ist, mit 2, wenn nicht.
help-uploaded-file = Der Stapel in `uploads/`
format-date = %d.%m.%Y
format-short-date = %d.%m.
format-group = .
not-entered = Vorhin gescannt und nicht erfasst
not-entered-what = { $barcodes }. Noch einmal scannen.

# Das Setup-Programm. Das erste sagt, wie NSIS, das es macht, die Sprache nennt.
setup-language = German
setup-comment = Ausleihen und zurücknehmen, während das Netz ausgefallen ist
setup-desktop-shortcut = Eine Verknüpfung auf den Desktop legen
setup-ready = OffCirc ist bereit: Im Startmenü heißt es Offline Circulation (OffCirc).
setup-kept-in = Ausleihen und Rückgaben liegen in:
setup-keeps-files = Das Programm wird entfernt. Alle Transaktionsdateien bleiben, wo sie sind:
setup-kept-files = Das Programm wurde entfernt. Alle Transaktionsdateien sind noch, wo sie waren:
setup-still-open = OffCirc ist noch offen, hier oder in der Sitzung eines anderen Benutzers, und wurde nicht geschlossen. Schließen Sie es dort, und versuchen Sie es noch einmal. Es wird nie gewaltsam beendet: Eine noch nicht gespeicherte Transaktion ginge verloren.
setup-no-folder = Der Datenordner konnte jetzt nicht angelegt werden; OffCirc versucht es beim Start wieder:
setup-no-uninstall-all = OffCirc wurde für alle Benutzer installiert: Ein Administrator muss es entfernen.
