### Noter, opkald, opgaver, tidslinjen og I dag.

note = Note
note-many = Noter
new-note = Ny note
create-note = Opret note
empty-note = Ingen noter endnu
empty-note-text = En note gemmer det, du vil huske om en person, et firma eller en husstand. Skriv den på kortet; her samles alle noter.
call = Opkald
call-many = Opkald
new-call = Nyt opkald
create-call = Opret opkald
empty-call = Ingen opkald endnu
empty-call-text = Et opkald gemmer, hvem der talte med hvem, og hvad der kom ud af det, så ingen ringer to gange. Skriv det på kortet; her samles alle opkald.
task = Opgave
task-many = Opgaver
new-task = Ny opgave
create-task = Opret opgave
empty-task = Ingen opgaver endnu
empty-task-text = En opgave er noget, du har lovet, med en dag, til dig selv eller en kollega. Den dukker op under I dag, når tiden er inde, så intet bliver glemt.

## En notes felter

note-text = Tekst
note-about = Kort
note-at = Hvornår
note-owner = Skrevet af
note-pinned = Fastgjort øverst

## Et opkalds felter

call-text = Hvad blev der sagt
call-about = Kort
call-direction = Retning
call-outcome = Udfald
call-number = Nummer
call-duration = Varighed i sekunder
call-call-back-at = Ring tilbage
call-at = Hvornår
call-owner = Talt af
call-despite = Ringet trods en advarsel
call-back-needs-a-time = Skriv, hvornår der skal ringes tilbage

## En opgaves felter

task-subject = Opgave
task-kind = Slags
task-about = Kort
task-due-at = Frist
task-priority = Prioritet
task-assignee = Tildelt
task-repeat = Gentages
task-number = Nummer
task-text = Detaljer
task-done-at = Færdig
task-open-at = Åben til
task-at = Hvornår
task-owner = Oprettet af
task-call-back = Ring tilbage til { $name }
not-a-repeat-rule = Gentagelsen kan ikke læses. Brug en regel som FREQ=WEEKLY.
repeat-needs-a-day = Skriv fristen, så opgaven kan gentages

## Valgmuligheder

direction-out = Udgående
direction-in = Indgående
outcome-reached = Fik fat i
outcome-not-reached = Fik ikke fat i
outcome-call-back = Ring tilbage
outcome-not-interested = Ikke interesseret
outcome-do-not-call = Ring ikke igen
priority-high = Høj
priority-normal = Normal
priority-low = Lav
task-kind-task = Opgave
task-kind-call-back = Ring tilbage
repeat-never = Gentages ikke
repeat-daily = Hver dag
repeat-weekdays = Hver hverdag
repeat-weekly = Hver uge
repeat-fortnightly = Hver anden uge
repeat-monthly = Hver måned
repeat-quarterly = Hver tredje måned
repeat-yearly = Hvert år

## At skrive ned

composer = Skriv ned, hvad der skete
note-what = Hvad er værd at huske?
call-what = Hvad blev der sagt?
call-minutes = Minutter
save-note = Gem note
save-call = Gem opkald
save-task = Tilføj opgave
toast-note = Noten er gemt
toast-call = Opkaldet er gemt
toast-task = Opgaven er tilføjet
later = Senere
later-hour = Om en time
later-week = Næste uge
toast-task-done = Opgaven er klaret
toast-snoozed = Opgaven er flyttet

## Tidslinjen

timeline = Tidslinje
timeline-next = Det næste
timeline-empty = Der er ikke sket noget endnu. Skriv en note, et opkald eller en opgave.
timeline-created = { $who } oprettede kortet
timeline-edited = { $who } ændrede { $fields }
timeline-trashed = { $who } lagde kortet i papirkurven
timeline-restored = { $who } gendannede kortet
timeline-linked = { $who } tilføjede en relation
timeline-unlinked = { $who } fjernede en relation
timeline-relinked = { $who } ændrede en relation
undone = fortrudt
a-card = et kort
wrote-note = skrev en note
called = ringede
was-called = tog imod et opkald
did-task = klarede

## I dag

today-count =
    { $count ->
        [one] { $count } ting at gøre
       *[other] { $count } ting at gøre
    }
today-due = Skal gøres
today-nothing = Intet at gøre
today-nothing-text = Opgaver og aftaler om at ringe tilbage dukker op her, når tiden er inde.
today-left-alone =
    { $count ->
        [one] 1 aftale med en, der ønsker at være i fred, vises ikke.
       *[other] { $count } aftaler med folk, der ønsker at være i fred, vises ikke.
    }
today-order = Sorteret efter
today-by-time = Tid
today-by-worth = Værdi
today-at-stake = Åbne salg med dem
today-more = De første { $shown } af { $count } vises.
today-show-all = Vis alle
today-ahead = De næste syv dage
today-birthdays = Fødselsdage
today-no-birthdays = Ingen fødselsdage i denne uge
today-nothing-seen = De kort, du åbner, dukker op her
