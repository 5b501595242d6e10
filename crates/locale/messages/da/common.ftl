### Ord, tider og fejl, som alle områder bruger.

## Handlinger

save = Gem
cancel = Annuller
undo = Fortryd
delete = Slet
restore = Gendan
edit = Rediger
add = Tilføj
remove = Fjern
close = Luk
open = Åbn
search = Søg
new = Ny
back = Tilbage
next = Næste
previous = Forrige
more = Mere
show-more = Vis flere
copy = Kopiér
clear = Ryd
done = Færdig

## Svar

yes = Ja
no = Nej
none = Ingen
all = Alle
optional = Valgfrit

## Dage og tider

today = I dag
yesterday = I går
tomorrow = I morgen
today-at = I dag kl. { $time }
yesterday-at = I går kl. { $time }
tomorrow-at = I morgen kl. { $time }
just-now = Lige nu
minutes-ago = For { NUMBER($count) } min. siden
in-minutes = Om { NUMBER($count) } min.
days-ago =
    { $count ->
        [one] For { $count } dag siden
       *[other] For { $count } dage siden
    }
in-days =
    { $count ->
        [one] Om { $count } dag
       *[other] Om { $count } dage
    }
count-seconds = { NUMBER($count) } sek.
count-minutes = { NUMBER($count) } min.
count-hours =
    { $count ->
        [one] { $count } time
       *[other] { $count } timer
    }
count-days =
    { $count ->
        [one] { $count } dag
       *[other] { $count } dage
    }

## Hvad der gik galt

not-found = Her er ikke noget, eller også har du ikke adgang til det.
denied = Det har du ikke rettighed til. En administrator kan give dig den.
conflict = En anden har ændret det her i mellemtiden. Genindlæs siden, og prøv igen.
too-many-attempts = For mange forsøg. Vent et par minutter, og prøv igen.
internal-error = Noget gik i stykker hos os. Prøv igen, og sig det til din administrator, hvis det bliver ved.
required = Udfyld feltet
not-a-number = Skriv et tal
not-a-date = Skriv en dato, f.eks. 22. november eller i morgen
not-a-time = Skriv et klokkeslæt, f.eks. 14.30
not-an-email = Skriv en e-mailadresse, f.eks. navn@example.com
not-a-phone = Skriv et telefonnummer, f.eks. +45 32 12 34 56
not-an-amount = Skriv et beløb, f.eks. 1250
not-a-choice = Vælg fra listen
not-a-link = Skriv et link, der begynder med https://
too-long = Brug højst { NUMBER($max) } tegn
