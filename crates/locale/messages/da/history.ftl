### Historik og papirkurv: hvad der blev gjort, af hvem, og vejen tilbage.

history-lead = Alt, hvad der er gjort, nyeste først. Hvert skridt kan fortrydes, også uger senere.
history-none = Intet er ændret endnu.
history-newest = Nyeste
history-older = Ældre
history-when = Hvornår
history-what = Hvad
history-who = Hvem
history-through = Gennem
history-changes = Ændringer
history-undone = Fortrudt
history-undone-by = Hvad der fortrød dette
history-undoes = Hvad dette fortrød
history-count =
    { $count ->
        [one] { $count } ændring
       *[other] { $count } ændringer
    }
history-part-of =
    { $count ->
        [one] Del af { $count } ændring
       *[other] Del af { $count } ændringer
    }
history-set-empty = Dette skridt ændrede intet kort.
history-card = Kort
history-several = flere kort
history-nothing = intet
history-became = blev til
history-of = Historik for { $name }
history-as-it-was = Som det var den
history-show = Vis
history-as-it-was-on = Som det var den { $day }
history-was-not = Kortet fandtes ikke endnu.
history-was-trashed = Det lå i papirkurven den dag.

## Hvad der skete med et kort

change-kind-created = Oprettet
change-kind-edited = Redigeret
change-kind-trashed = Lagt i papirkurven
change-kind-restored = Gendannet fra papirkurven
change-kind-linked = Forbundet
change-kind-unlinked = Forbindelse fjernet

## Hvad nogen gjorde på én gang

change-created = Oprettede { $subject }
change-edited = Redigerede { $subject }
change-trashed = Lagde { $subject } i papirkurven
change-restored = Gendannede { $subject }
change-linked = Forbandt { $subject }
change-unlinked = Fjernede en forbindelse fra { $subject }
change-undone = Fortrød: { $subject }
change-redone = Gentog: { $subject }
change-imported = Importerede { $subject }
change-logged = Noterede hos { $subject }
change-commented = Kommenterede { $subject }
change-task-done = Afsluttede { $subject }
change-snoozed = Udskød { $subject }
change-photo = Skiftede billedet af { $subject }

## Gennem hvad

through-page = Kartotek
through-import = Import
through-cli = Kommandolinje
through-api = Program
through-mcp = Assistent
through-job = Baggrundsarbejde
through-system = Kartotek selv
through-undo = Fortryd

## Papirkurv

trash-lead = Slettede kort bliver her med alt, hvad der står på dem, til de gendannes.
trash-empty-title = Papirkurven er tom
trash-empty-text = Kort, som nogen sletter, venter her og kan gendannes hele.
trash-kinds = Korttyper
trash-when = Slettet
