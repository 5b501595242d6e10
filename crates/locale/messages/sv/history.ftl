### Historik och papperskorg: vad som gjordes, av vem, och vägen tillbaka.

history-lead = Allt som har gjorts, nyast först. Varje steg kan ångras, även veckor senare.
history-none = Inget har ändrats än.
history-newest = Nyaste
history-older = Äldre
history-when = När
history-what = Vad
history-who = Vem
history-through = Genom
history-changes = Ändringar
history-undone = Ångrat
history-undone-by = Det som ångrade detta
history-undoes = Det som detta ångrade
history-count =
    { $count ->
        [one] { $count } ändring
       *[other] { $count } ändringar
    }
history-part-of =
    { $count ->
        [one] Del av { $count } ändring
       *[other] Del av { $count } ändringar
    }
history-set-empty = Det här steget ändrade inget kort.
history-card = Kort
history-several = flera kort
history-nothing = inget
history-became = blev
history-of = Historik för { $name }
history-as-it-was = Som det var den
history-show = Visa
history-as-it-was-on = Som det var den { $day }
history-was-not = Kortet fanns inte än.
history-was-trashed = Det låg i papperskorgen den dagen.

## Vad som hände med ett kort

change-kind-created = Skapat
change-kind-edited = Redigerat
change-kind-trashed = Lagt i papperskorgen
change-kind-restored = Återställt från papperskorgen
change-kind-linked = Kopplat
change-kind-unlinked = Koppling borttagen

## Vad någon gjorde på en gång

change-created = Skapade { $subject }
change-edited = Redigerade { $subject }
change-trashed = Lade { $subject } i papperskorgen
change-restored = Återställde { $subject }
change-linked = Kopplade { $subject }
change-unlinked = Tog bort en koppling från { $subject }
change-undone = Ångrade: { $subject }
change-redone = Gjorde om: { $subject }
change-imported = Importerade { $subject }
change-logged = Noterade hos { $subject }
change-commented = Kommenterade { $subject }
change-task-done = Slutförde { $subject }
change-snoozed = Sköt upp { $subject }
change-photo = Bytte bild på { $subject }

## Genom vad

through-page = Kartotek
through-import = Import
through-cli = Kommandorad
through-api = Program
through-mcp = Assistent
through-job = Bakgrundsarbete
through-system = Kartotek självt
through-undo = Ångra

## Papperskorg

trash-lead = Borttagna kort ligger kvar här, med allt som står på dem, tills de återställs.
trash-empty-title = Papperskorgen är tom
trash-empty-text = Kort som någon tar bort väntar här och kan återställas i sin helhet.
trash-kinds = Korttyper
trash-when = Borttaget
