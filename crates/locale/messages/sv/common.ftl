### Ord, tider och fel som alla områden använder.

## Åtgärder

save = Spara
cancel = Avbryt
undo = Ångra
delete = Ta bort
restore = Återställ
edit = Redigera
add = Lägg till
remove = Ta bort
close = Stäng
open = Öppna
search = Sök
new = Ny
back = Tillbaka
next = Nästa
previous = Föregående
more = Mer
show-more = Visa fler
copy = Kopiera
clear = Rensa
done = Klart

## Svar

yes = Ja
no = Nej
none = Ingen
all = Alla
optional = Valfritt

## Dagar och tider

today = I dag
yesterday = I går
tomorrow = I morgon
today-at = I dag { $time }
yesterday-at = I går { $time }
tomorrow-at = I morgon { $time }
just-now = Alldeles nyss
minutes-ago = För { NUMBER($count) } min sedan
in-minutes = Om { NUMBER($count) } min
days-ago =
    { $count ->
        [one] För { $count } dag sedan
       *[other] För { $count } dagar sedan
    }
in-days =
    { $count ->
        [one] Om { $count } dag
       *[other] Om { $count } dagar
    }
count-seconds = { NUMBER($count) } s
count-minutes = { NUMBER($count) } min
count-hours = { NUMBER($count) } tim
count-days =
    { $count ->
        [one] { $count } dag
       *[other] { $count } dagar
    }

## Vad som gick fel

not-found = Här finns inget, eller så har du inte tillgång till det.
denied = Du saknar behörighet för det här. En administratör kan ge dig den.
conflict = Någon annan har ändrat det här under tiden. Ladda om sidan och försök igen.
too-many-attempts = För många försök. Vänta några minuter och försök igen.
internal-error = Något gick sönder hos oss. Försök igen och säg till din administratör om felet är kvar.
required = Fyll i fältet
not-a-number = Skriv ett tal
not-a-date = Skriv ett datum, till exempel 22 november eller i morgon
not-a-time = Skriv ett klockslag, till exempel 14:30
not-an-email = Skriv en e-postadress, till exempel namn@example.com
not-a-phone = Skriv ett telefonnummer, till exempel +46 8 123 456 78
not-an-amount = Skriv ett belopp, till exempel 1250
not-a-choice = Välj något i listan
not-a-link = Skriv en länk som börjar med https://
too-long = Använd högst { NUMBER($max) } tecken
