### Vejene ind: opsætning, login, invitationer og den første side i et tomt arbejdsområde.

sign-in = Log ind
sign-out = Log ud
sign-in-forgotten = Glemt den? Den, der driver serveren, kan angive en ny.
entrance-footer = Kartotek kører på din egen computer eller server. Dine data bliver der.

## Felter i formularer

field-name = Navn
field-your-name = Dit navn
field-email = E-mail
field-password = Adgangskode
field-language = Sprog
field-country = Land
field-currency = Valuta
field-time-zone = Tidszone
password-help = Mindst 10 tegn. Det må gerne være en sætning.
error-of-field = { $field }: { $text }
errors-to-correct =
    { $count ->
        [one] Én ting skal rettes
       *[other] { $count } ting skal rettes
    }

## Første start

first-run-title = Opret dit kartotek
first-run-lead = Nogle få svar, og så det første kort. Alt kan ændres senere.
first-run-token = Kode fra konsollen
first-run-token-help = Den vises dér, hvor Kartotek blev startet, og beviser, at serveren er din.
first-run-token-wrong = Det er ikke koden fra konsollen.
first-run-workspace = Dit arbejdsområde
first-run-workspace-name = Firmaets navn
first-run-country-help = Telefonnumre uden landekode hører til her.
first-run-you = Dig
first-run-email-help = Du logger ind med den. Intet sendes nogen steder hen.
first-run-open = Åbn Kartotek

## Invitationer

invitation-title = Bliv medlem af { $workspace }
invitation-lead = Du er inviteret til kartoteket hos { $workspace }.
invitation-lead-by = { $name } inviterer dig til kartoteket hos { $workspace }.
invitation-own-password = Du har allerede en konto. Angiv dens adgangskode.
invitation-accept = Bliv medlem

## Et tomt arbejdsområde

start-title = Dit kartotek er tomt
start-text = Her hører personer, firmaer og husstande til, med alle opkald, noter og opgaver. Hent de adresser, du allerede har, se dig om med opdigtede, eller skriv det første kort.
start-import = Importér en fil
start-sample = Fyld med eksempeldata
start-by-hand = Skriv det første kort
