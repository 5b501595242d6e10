### Anteckningar, samtal, uppgifter, tidslinjen och I dag.

note = Anteckning
note-many = Anteckningar
new-note = Ny anteckning
create-note = Skapa anteckning
empty-note = Inga anteckningar än
empty-note-text = En anteckning bevarar det du vill minnas om en person, ett företag eller ett hushåll. Skriv den på kortet; här samlas alla anteckningar.
call = Samtal
call-many = Samtal
new-call = Nytt samtal
create-call = Skapa samtal
empty-call = Inga samtal än
empty-call-text = Ett samtal bevarar vem som talade med vem och vad det ledde till, så att ingen ringer två gånger. Skriv det på kortet; här samlas alla samtal.
task = Uppgift
task-many = Uppgifter
new-task = Ny uppgift
create-task = Skapa uppgift
empty-task = Inga uppgifter än
empty-task-text = En uppgift är något du har lovat, med en dag, till dig själv eller en kollega. Den dyker upp under I dag när det är dags, så att inget glöms bort.

## En antecknings fält

note-text = Text
note-about = Kort
note-at = När
note-owner = Skriven av
note-pinned = Fäst överst

## Ett samtals fält

call-text = Vad som sades
call-about = Kort
call-direction = Riktning
call-outcome = Resultat
call-number = Nummer
call-duration = Längd i sekunder
call-call-back-at = Ring tillbaka
call-at = När
call-owner = Av
call-despite = Ringt trots en varning
call-back-needs-a-time = Skriv när någon ska ringa tillbaka

## En uppgifts fält

task-subject = Uppgift
task-kind = Slag
task-about = Kort
task-due-at = Ska vara klar
task-priority = Prioritet
task-assignee = Tilldelad
task-repeat = Upprepas
task-number = Nummer
task-text = Detaljer
task-done-at = Klar
task-open-at = Öppen till
task-at = När
task-owner = Skapad av
task-call-back = Ring tillbaka till { $name }
not-a-repeat-rule = Upprepningen går inte att läsa. Använd en regel som FREQ=WEEKLY.
repeat-needs-a-day = Skriv när uppgiften ska vara klar, så att den kan upprepas

## Alternativ

direction-out = Utgående
direction-in = Inkommande
outcome-reached = Fick tag i
outcome-not-reached = Fick inte tag i
outcome-call-back = Ring tillbaka
outcome-not-interested = Inte intresserad
outcome-do-not-call = Ring inte igen
priority-high = Hög
priority-normal = Normal
priority-low = Låg
task-kind-task = Uppgift
task-kind-call-back = Ring tillbaka
repeat-never = Upprepas inte
repeat-daily = Varje dag
repeat-weekdays = Varje vardag
repeat-weekly = Varje vecka
repeat-fortnightly = Varannan vecka
repeat-monthly = Varje månad
repeat-quarterly = Var tredje månad
repeat-yearly = Varje år

## Att skriva ner

composer = Skriv ner vad som hände
note-what = Vad är värt att minnas?
call-what = Vad sades?
call-minutes = Minuter
save-note = Spara anteckning
save-call = Spara samtal
save-task = Lägg till uppgift
toast-note = Anteckningen har sparats
toast-call = Samtalet har sparats
toast-task = Uppgiften har lagts till
later = Senare
later-hour = Om en timme
later-week = Nästa vecka
toast-task-done = Uppgiften är klar
toast-snoozed = Uppgiften har flyttats

## Tidslinjen

timeline = Tidslinje
timeline-next = Det som kommer
timeline-empty = Inget har hänt än. Skriv en anteckning, ett samtal eller en uppgift.
timeline-created = { $who } skapade kortet
timeline-edited = { $who } ändrade { $fields }
timeline-trashed = { $who } lade kortet i papperskorgen
timeline-restored = { $who } återställde kortet
timeline-linked = { $who } lade till en relation
timeline-unlinked = { $who } tog bort en relation
timeline-relinked = { $who } ändrade en relation
undone = ångrat
a-card = ett kort
wrote-note = skrev en anteckning
called = ringde
was-called = tog emot ett samtal
did-task = blev klar med

## I dag

today-count =
    { $count ->
        [one] { $count } sak att göra
       *[other] { $count } saker att göra
    }
today-due = Att göra
today-nothing = Inget att göra
today-nothing-text = Uppgifter och löften om att ringa tillbaka dyker upp här när det är dags.
today-left-alone =
    { $count ->
        [one] 1 löfte till någon som vill vara i fred visas inte.
       *[other] { $count } löften till personer som vill vara i fred visas inte.
    }
today-order = Sorterat efter
today-by-time = Tid
today-by-worth = Värde
today-at-stake = Öppna affärer med dem
today-more = De första { $shown } av { $count } visas.
today-show-all = Visa alla
today-ahead = De närmaste sju dagarna
today-birthdays = Födelsedagar
today-no-birthdays = Inga födelsedagar den här veckan
today-nothing-seen = Korten du öppnar dyker upp här
