### Ramen, listor, kort och formulär som alla slags kort har.

## Att hitta runt

nav-today = I dag
nav-search = Sök
nav-new = Ny
nav-cards = Kort
nav-more = Mer
nav-import = Importera
nav-history = Historik
nav-trash = Papperskorg
nav-settings = Inställningar
shell-skip = Hoppa till innehållet
shell-navigation = Huvudmeny
shell-bar = Genvägar
shell-search-or-do = Sök eller gör något
shell-results = Resultat
shell-choose = välj
shell-open = öppna
shell-in-new-tab = i en ny flik
shell-narrow-sidebar = Smal sidopanel
shell-sidebar-width = Smal eller bred sidopanel
shell-shortcuts = Kortkommandon
shell-offline = Ingen anslutning. Det du har skrivit finns kvar; försök igen när du är uppkopplad.
shell-failed = Det gick inte, och inget ändrades. Försök igen.
shortcuts-anywhere = Överallt
shortcuts-list = I en lista
shortcut-search = Sök
shortcut-new = Nytt kort eller ny uppgift
shortcut-shortcuts = Visa kortkommandona
shortcut-move = Gå nedåt och uppåt
shortcut-open = Öppna
shortcut-peek = Förhandsvisa
shortcut-select = Markera
shortcut-widths = Kolumnens bredd, på rubriken
crumbs = Du är här

## Listor

views = Vyer
view-all = Alla
view-mine = Mina
view-silent = Ingen kontakt på 30 dagar
view-birthdays = Födelsedagar närmaste 30 dagarna
find-in-list = Sök i listan
list-nothing-found = Inget hittades
list-nothing-found-text = Inget här passar sökningen och filtren. Ta bort något av dem eller visa alla.
show-all = Visa alla
peek = Förhandsvisning
select = Markera
select-all = Markera alla
select-first = Markera minst en rad först.
selected-count-text = # markerade
export-xlsx = Exportera som Excel (XLSX)
export-csv = Exportera som CSV
export-vcard = Exportera som vCard

## Filter

filter = Filtrera
filters = Sökning och filter
filter-remove = Ta bort villkoret
filter-where = Ska uppfylla
filter-joint = Vilka villkor som ska vara uppfyllda
filter-all = alla villkor
filter-any = minst ett villkor
filter-add = Lägg till villkor
filter-show = Visa resultat
filter-field = Fält
filter-choose = Välj ett fält
filter-comparison = Jämförelse
filter-value = Värde
filter-day-help = t.ex. i dag eller 22 november
or = eller
me = jag
op-is = är
op-is-not = är inte
op-contains = innehåller
op-contains-not = innehåller inte
op-starts-with = börjar med
op-over = är över
op-under = är under
op-between = är mellan
op-on = är på dagen
op-before = är före
op-after = är efter
op-empty = är tomt
op-not-empty = är ifyllt
day-today = i dag
day-yesterday = i går
day-tomorrow = i morgon
day-this-week = den här veckan
day-last-week = förra veckan
day-next-week = nästa vecka
day-this-month = den här månaden
day-last-month = förra månaden
day-next-month = nästa månad
day-this-quarter = det här kvartalet
day-last-quarter = förra kvartalet
day-next-quarter = nästa kvartal
day-this-year = i år
day-last-year = förra året
day-next-year = nästa år
day-d-ago =
    { $count ->
        [one] { $count } dag sedan
       *[other] { $count } dagar sedan
    }
day-w-ago =
    { $count ->
        [one] { $count } vecka sedan
       *[other] { $count } veckor sedan
    }
day-m-ago =
    { $count ->
        [one] { $count } månad sedan
       *[other] { $count } månader sedan
    }
day-y-ago = { NUMBER($count) } år sedan
day-d-ahead =
    { $count ->
        [one] om { $count } dag
       *[other] om { $count } dagar
    }
day-w-ahead =
    { $count ->
        [one] om { $count } vecka
       *[other] om { $count } veckor
    }
day-m-ahead =
    { $count ->
        [one] om { $count } månad
       *[other] om { $count } månader
    }
day-y-ahead = om { NUMBER($count) } år

## Ett kort

edit-everything = Redigera alla fält
edit-field = Redigera: { $name }
in-trash = Ligger i papperskorgen.
more-fields = { NUMBER($count) } fält till
card-made = Skapat av { $who } · { $when }
not-set = Inte ifyllt
hidden-card = Ett kort du inte kan öppna
present =
    { $count ->
        [one] { $names } är här
       *[other] { $names } är här
    }
turns = fyller { $years }
phone-not-understood = Kontrollera numret
someone = Någon
changed-this-to = ändrade det här till
keep-mine = Behåll min
take-theirs = Använd den andras

## Formulär

form-errors = Rätta det här först
help-date = T.ex. 22 november, i morgon eller 2026-11-22
help-date-time = T.ex. i morgon 14:30
help-tags = Skriv kommatecken mellan etiketterna
search-in = { $name }: sök på namn
add-to = Lägg till fler
remove-from = Ta bort: { $name }
create-anyway = Skapa ändå
duplicate-is-here = finns redan:
duplicate-email = samma e-postadress { $value }
duplicate-phone = samma telefonnummer { $value }

## Kopplade kort

related = Kopplade kort
link-add = Lägg till en relation för { $name }
link-kind = Relation
link-role = Roll
link-started = Från
link-ended = Till
link-date-help = Ett år, en månad eller en dag: 2024, 2024-05 eller 2024-05-17
link-remove = Ta bort relationen
since = sedan { $date }

## Sökning

search-recent = Senast visade
search-cards = Hittade
search-commands = Åtgärder
search-nothing = Inget hittades för ”{ $typed }”

## Vad som har gjorts

toast-created = { $name } har skapats
toast-saved = { $name } har sparats
toast-trashed = { $name } har lagts i papperskorgen
toast-trashed-count =
    { $count ->
        [one] { $count } har lagts i papperskorgen
       *[other] { $count } har lagts i papperskorgen
    }
toast-restored = { $name } har återställts
toast-photo = Fotot har sparats
toast-linked = Relationen har lagts till
toast-link-changed = Relationen har ändrats
toast-unlinked = Relationen har tagits bort
toast-undo-begun = Ångras i bakgrunden
toast-undone = Ångrat
toast-undone-partly =
    { $count ->
        [one] Ångrat, utom { $count } sak som har ändrats igen sedan dess
       *[other] Ångrat, utom { $count } saker som har ändrats igen sedan dess
    }

## När något går fel

sign-in-first = Logga in först.
error-what-now = Gå tillbaka och prova något annat, eller gå till startsidan.
error-home = Gå till startsidan
error-number = Felets nummer, till din administratör:
