### Hvad hvert kort har, og hvad der kan være galt med det.

untitled = Uden navn
group-record = Dette kort
record-created-at = Oprettet
record-created-by = Oprettet af
record-updated-at = Sidst ændret

## Måder at nå nogen på

channel-all = På nogen måde
channel-phone = Telefon
channel-email = E-mail
channel-sms = Sms
channel-letter = Brev
channel-visit = Besøg

## Dele af navne, adresser og numre

part-prefix = Titel
part-given = Fornavn
part-middle = Mellemnavn
part-family = Efternavn
part-suffix = Tilføjelse
part-number = Telefonnummer
part-address = E-mailadresse
part-label = Art
part-street = Vej og husnummer
part-extended = Etage og dør
part-po-box = Postboks
part-postal-code = Postnummer
part-city = By
part-region = Region
part-country = Land
part-url = Webadresse
part-handle = Brugernavn
part-network = Netværk
part-reason = Grund
part-until = Indtil
part-channel = Kanal

## Arter

label-mobile = Mobil
label-work = Arbejde
label-home = Privat
label-main = Hovednummer
label-fax = Fax
label-invoice = Faktura
label-delivery = Levering
label-blog = Blog
label-profile = Profil
label-other = Andet
label-all = På nogen måde
label-phone = Telefon
label-email = E-mail
label-sms = Sms
label-letter = Brev
label-visit = Besøg
label-linkedin = LinkedIn
label-facebook = Facebook
label-instagram = Instagram
label-x = X
label-whatsapp = WhatsApp
label-wechat = WeChat
label-telegram = Telegram
label-viber = Viber
label-signal = Signal
label-skype = Skype
label-youtube = YouTube
label-tiktok = TikTok
label-mastodon = Mastodon
label-bluesky = Bluesky
label-github = GitHub
label-xing = XING
label-qq = QQ
label-weibo = Weibo

## Hvad der er galt med en værdi

not-a-rating = Vælg en til fem stjerner
not-a-file = Vælg filen igen
not-an-image = Vælg et billede, f.eks. en JPEG- eller PNG-fil
not-yes-or-no = Svar ja eller nej
link-to-itself = Et kort kan ikke have en relation til sig selv. Vælg et andet.
ends-before-it-starts = Slutningen skal være efter begyndelsen

## Hvad der er galt med en forespørgsel

no-such-field = Feltet findes ikke her. Vælg et andet.
not-a-filter = Filteret kan ikke læses. Byg det igen.
filter-too-large = Filteret har for mange betingelser. Fjern nogle af dem.
not-sortable = Listen kan ikke sorteres efter dette. Vælg en anden kolonne.
not-a-place = Stedet i listen findes ikke mere. Begynd forfra.
changed-by-someone-else = En anden har ændret det her i mellemtiden. Genindlæs siden, og prøv igen.
record-is-trashed = Det ligger i papirkurven. Gendan det, før du ændrer det.
already-undone = Det er allerede fortrudt.
field-read-only = Du må læse dette, men ikke ændre det.
undo-beyond-rights = Ændringen rørte også kort, som du ikke må ændre. En, der må, skal fortryde den.

## Hvad der er galt med en sikkerhedskopi

backup-damaged = Sikkerhedskopien kan ikke læses. Vælg en anden fil, eller hent den igen.
backup-too-new = Sikkerhedskopien kommer fra et nyere Kartotek. Opdatér først Kartotek.
restore-not-empty = Her er allerede kort. Gendan i et tomt arbejdsområde.
label-taken = Navnet er allerede brugt.
options-needed = Angiv mindst én valgmulighed.
too-many-fields = Der er allerede { $max } felter. Tag først et ud af brug.
too-many-objects = Der er allerede { $max } slags kort.
title-needed = Et kort skal have sin titel.
not-unique = { $name } har det allerede.
not-unique-unseen = Der er allerede et kort med denne værdi, som du ikke må se.
values-not-unique = Nogle værdier står på flere kort: { $values }. Ret dem først.
rule-broken = { $message }
rule-without-field = Nævn mindst ét felt i klammer.
formula-wrong = Formlen blev ikke forstået: { $reason }
formula-failed = Kan ikke beregnes: { $reason }
formula-division-by-zero = Division med nul
formula-bracket = En klamme er ikke lukket.
formula-too-deep = Der er for mange parenteser inden i hinanden.
formula-no-such-field = Der er intet felt “{ $name }”.
formula-circle = De venter på hinanden: { $path }
roll-up-without-field = Feltet, den ser på, er væk.
roll-up-of-several-currencies = Flere valutaer kan ikke lægges sammen.
