### Rammen, lister, kort og formularer, som alle slags kort har.

## Vejen rundt

nav-today = I dag
nav-search = Søg
nav-new = Ny
nav-cards = Kort
nav-more = Mere
nav-import = Importér
nav-history = Historik
nav-trash = Papirkurv
nav-settings = Indstillinger
shell-skip = Gå til indholdet
shell-navigation = Hovedmenu
shell-bar = Genveje
shell-search-or-do = Søg eller gør noget
shell-results = Resultater
shell-choose = vælg
shell-open = åbn
shell-in-new-tab = i en ny fane
shell-narrow-sidebar = Smal sidebjælke
shell-sidebar-width = Smal eller bred sidebjælke
shell-shortcuts = Tastaturgenveje
shell-offline = Ingen forbindelse. Det, du har skrevet, står her endnu; prøv igen, når du er på nettet.
shell-failed = Det lykkedes ikke, og intet blev ændret. Prøv igen.
shortcuts-anywhere = Overalt
shortcuts-list = I en liste
shortcut-search = Søg
shortcut-new = Nyt kort eller ny opgave
shortcut-shortcuts = Vis genvejene
shortcut-move = Gå ned og op
shortcut-open = Åbn
shortcut-peek = Kig på kortet
shortcut-select = Markér
shortcut-widths = Kolonnens bredde, på overskriften
crumbs = Du er her

## Lister

views = Visninger
view-all = Alle
view-mine = Mine
view-silent = Ingen kontakt i 30 dage
view-birthdays = Fødselsdage de næste 30 dage
find-in-list = Find i listen
list-nothing-found = Intet fundet
list-nothing-found-text = Intet her passer til søgningen og filtrene. Fjern et af dem, eller vis alle.
show-all = Vis alle
peek = Kig på kortet
select = Markér
select-all = Markér alle
select-first = Markér mindst én række først.
selected-count-text = # markeret
export-xlsx = Eksportér som Excel (XLSX)
export-csv = Eksportér som CSV
export-vcard = Eksportér som vCard

## Filtre

filter = Filtrér
filters = Søgning og filtre
filter-remove = Fjern betingelsen
filter-where = Skal opfylde
filter-joint = Hvilke betingelser der skal være opfyldt
filter-all = alle betingelser
filter-any = mindst én betingelse
filter-add = Tilføj betingelse
filter-show = Vis resultater
filter-field = Felt
filter-choose = Vælg et felt
filter-comparison = Sammenligning
filter-value = Værdi
filter-day-help = f.eks. i dag eller 22. november
or = eller
me = mig
op-is = er
op-is-not = er ikke
op-contains = indeholder
op-contains-not = indeholder ikke
op-starts-with = begynder med
op-over = er over
op-under = er under
op-between = er mellem
op-on = er på dagen
op-before = er før
op-after = er efter
op-empty = er tom
op-not-empty = er udfyldt
day-today = i dag
day-yesterday = i går
day-tomorrow = i morgen
day-this-week = denne uge
day-last-week = sidste uge
day-next-week = næste uge
day-this-month = denne måned
day-last-month = sidste måned
day-next-month = næste måned
day-this-quarter = dette kvartal
day-last-quarter = sidste kvartal
day-next-quarter = næste kvartal
day-this-year = i år
day-last-year = sidste år
day-next-year = næste år
day-d-ago =
    { $count ->
        [one] { $count } dag siden
       *[other] { $count } dage siden
    }
day-w-ago =
    { $count ->
        [one] { $count } uge siden
       *[other] { $count } uger siden
    }
day-m-ago =
    { $count ->
        [one] { $count } måned siden
       *[other] { $count } måneder siden
    }
day-y-ago = { NUMBER($count) } år siden
day-d-ahead =
    { $count ->
        [one] om { $count } dag
       *[other] om { $count } dage
    }
day-w-ahead =
    { $count ->
        [one] om { $count } uge
       *[other] om { $count } uger
    }
day-m-ahead =
    { $count ->
        [one] om { $count } måned
       *[other] om { $count } måneder
    }
day-y-ahead = om { NUMBER($count) } år

## Et kort

edit-everything = Rediger alle felter
edit-field = Rediger: { $name }
in-trash = Ligger i papirkurven.
more-fields =
    { $count ->
        [one] { $count } felt til
       *[other] { $count } felter til
    }
card-made = Oprettet af { $who } · { $when }
not-set = Ikke udfyldt
hidden-card = Et kort, du ikke kan åbne
present =
    { $count ->
        [one] { $names } er her
       *[other] { $names } er her
    }
turns = fylder { $years }
phone-not-understood = Tjek nummeret
someone = Nogen
changed-this-to = ændrede det til
keep-mine = Behold min
take-theirs = Brug den andens

## Formularer

form-errors = Ret dette først
help-date = F.eks. 22. november, i morgen eller 22.11.2026
help-date-time = F.eks. i morgen 14.30
help-tags = Sæt komma mellem mærkerne
search-in = { $name }: søg efter navn
add-to = Tilføj flere
remove-from = Fjern: { $name }
create-anyway = Opret alligevel
duplicate-is-here = findes allerede:
duplicate-email = samme e-mailadresse { $value }
duplicate-phone = samme telefonnummer { $value }

## Tilknyttede kort

related = Tilknyttede kort
link-add = Føj en relation til { $name }
link-kind = Relation
link-role = Rolle
link-started = Fra
link-ended = Til
link-date-help = Et år, en måned eller en dag: 2024, 2024-05 eller 2024-05-17
link-remove = Fjern relation
since = siden { $date }

## Søgning

search-recent = Set for nylig
search-cards = Fundet
search-commands = Handlinger
search-nothing = Intet fundet for “{ $typed }”

## Hvad der er gjort

toast-created = { $name } er oprettet
toast-saved = { $name } er gemt
toast-trashed = { $name } er lagt i papirkurven
toast-trashed-count =
    { $count ->
        [one] { $count } er lagt i papirkurven
       *[other] { $count } er lagt i papirkurven
    }
toast-restored = { $name } er gendannet
toast-photo = Fotoet er gemt
toast-linked = Relationen er tilføjet
toast-link-changed = Relationen er ændret
toast-unlinked = Relationen er fjernet
toast-undo-begun = Fortrydes i baggrunden
toast-undone = Fortrudt
toast-undone-partly =
    { $count ->
        [one] Fortrudt, undtagen { $count } ting, der er ændret igen siden
       *[other] Fortrudt, undtagen { $count } ting, der er ændret igen siden
    }

## Når noget går galt

sign-in-first = Log ind først.
error-what-now = Gå tilbage og prøv noget andet, eller gå til forsiden.
error-home = Gå til forsiden
error-number = Fejlens nummer, til din administrator:
