### Vägarna in: uppstart, inloggning, inbjudningar och första sidan i en tom arbetsyta.

sign-in = Logga in
sign-out = Logga ut
sign-in-forgotten = Glömt det? Den som sköter servern kan ange ett nytt.
entrance-footer = Kartotek körs på din egen dator eller server. Dina data stannar där.

## Fält i formulär

field-name = Namn
field-your-name = Ditt namn
field-email = E-post
field-password = Lösenord
field-language = Språk
field-country = Land
field-currency = Valuta
field-time-zone = Tidszon
password-help = Minst 10 tecken. En mening går bra.
error-of-field = { $field }: { $text }
errors-to-correct =
    { $count ->
        [one] En sak att rätta
       *[other] { $count } saker att rätta
    }

## Första starten

first-run-title = Skapa ditt kartotek
first-run-lead = Några få svar, sedan det första kortet. Allt kan ändras senare.
first-run-token = Kod från konsolen
first-run-token-help = Den visas där Kartotek startades och bevisar att servern är din.
first-run-token-wrong = Det här är inte koden från konsolen.
first-run-workspace = Din arbetsyta
first-run-workspace-name = Företagets namn
first-run-country-help = Telefonnummer utan landskod hör hemma här.
first-run-you = Du
first-run-email-help = Du loggar in med den. Inget skickas någonstans.
first-run-open = Öppna Kartotek

## Inbjudningar

invitation-title = Gå med i { $workspace }
invitation-lead = Du är inbjuden till kartoteket hos { $workspace }.
invitation-lead-by = { $name } bjuder in dig till kartoteket hos { $workspace }.
invitation-own-password = Du har redan ett konto. Ange dess lösenord.
invitation-accept = Gå med

## En tom arbetsyta

start-title = Ditt kartotek är tomt
start-text = Här hör personer, företag och hushåll hemma, med alla samtal, anteckningar och uppgifter. Hämta adresserna du redan har, se dig omkring med påhittade, eller skriv det första kortet.
start-import = Importera en fil
start-sample = Fyll med exempeldata
start-by-hand = Skriv det första kortet
