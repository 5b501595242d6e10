### Vad varje kort har och vad som kan vara fel med det.

untitled = Utan namn
group-record = Det här kortet
record-created-at = Skapat
record-created-by = Skapat av
record-updated-at = Senast ändrat

## Sätt att nå någon

channel-all = På något sätt
channel-phone = Telefon
channel-email = E-post
channel-sms = Sms
channel-letter = Brev
channel-visit = Besök

## Delar av namn, adresser och nummer

part-prefix = Titel
part-given = Förnamn
part-middle = Mellannamn
part-family = Efternamn
part-suffix = Tillägg
part-number = Telefonnummer
part-address = E-postadress
part-label = Typ
part-street = Gata och nummer
part-extended = Våning och lägenhet
part-po-box = Box
part-postal-code = Postnummer
part-city = Ort
part-region = Region
part-country = Land
part-url = Webbadress
part-handle = Användarnamn
part-network = Nätverk
part-reason = Skäl
part-until = Till och med
part-channel = Kanal

## Typer

label-mobile = Mobil
label-work = Arbete
label-home = Hem
label-main = Växel
label-fax = Fax
label-invoice = Faktura
label-delivery = Leverans
label-blog = Blogg
label-profile = Profil
label-other = Annat
label-all = På något sätt
label-phone = Telefon
label-email = E-post
label-sms = Sms
label-letter = Brev
label-visit = Besök
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

## Vad som är fel med ett värde

not-a-rating = Välj en till fem stjärnor
not-a-file = Välj filen igen
not-an-image = Välj en bild, till exempel en JPEG- eller PNG-fil
not-yes-or-no = Svara ja eller nej
link-to-itself = Ett kort kan inte ha en relation till sig självt. Välj ett annat.
ends-before-it-starts = Slutet måste vara efter början

## Vad som är fel med en förfrågan

no-such-field = Fältet finns inte här. Välj ett annat.
not-a-filter = Filtret går inte att läsa. Bygg det igen.
filter-too-large = Filtret har för många villkor. Ta bort några.
not-sortable = Listan kan inte sorteras efter det här. Välj en annan kolumn.
not-a-place = Stället i listan finns inte längre. Börja från början.
changed-by-someone-else = Någon annan har ändrat det här under tiden. Ladda om sidan och försök igen.
record-is-trashed = Det här ligger i papperskorgen. Återställ det innan du ändrar det.
already-undone = Det här är redan ångrat.
field-read-only = Du får läsa det här, men inte ändra det.
undo-beyond-rights = Ändringen rörde också kort som du inte får ändra. Någon som får måste ångra den.

## Vad som är fel med en säkerhetskopia

backup-damaged = Säkerhetskopian går inte att läsa. Välj en annan fil eller hämta den igen.
backup-too-new = Säkerhetskopian kommer från ett nyare Kartotek. Uppdatera Kartotek först.
restore-not-empty = Här finns redan kort. Återställ till en tom arbetsyta.
label-taken = Namnet används redan.
options-needed = Ange minst ett alternativ.
too-many-fields = Det finns redan { $max } fält. Ta först ett ur bruk.
too-many-objects = Det finns redan { $max } slags kort.
title-needed = Ett kort behöver sin titel.
not-unique = { $name } har det redan.
not-unique-unseen = Det finns redan ett kort med det här värdet som du inte får se.
values-not-unique = Några värden står på flera kort: { $values }. Ändra dem först.
rule-broken = { $message }
rule-without-field = Nämn minst ett fält inom klamrar.
formula-wrong = Formeln gick inte att förstå: { $reason }
formula-failed = Kan inte beräknas: { $reason }
formula-division-by-zero = Division med noll
formula-bracket = En klammer är inte stängd.
formula-too-deep = Det är för många parenteser i varandra.
formula-no-such-field = Det finns inget fält ”{ $name }”.
formula-circle = De väntar på varandra: { $path }
roll-up-without-field = Fältet som den ser på är borta.
roll-up-of-several-currencies = Flera valutor kan inte läggas ihop.
