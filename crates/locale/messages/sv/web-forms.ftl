### Forms by which strangers become leads, and consent.

settings-forms = Formulär
forms-lead = Det som någon skickar genom ett formulär blir ett prospekt. Varje formulär har en egen sida och kan läggas på er webbplats.
form-new = Nytt formulär
form-make = Skapa formulär
form-name = Namn
form-name-help = Står på varje prospekt, så att ni ser vilket formulär som ger vem
form-leads = Prospekt
form-state = Läge
form-open = Öppet
form-not-open = Stängt
form-takes = Tar emot svar
form-language = Språk
form-words = Ord på sidan
form-title = Rubrik
form-intro = Inledning
form-button = Knapp
form-thanks-text = Tack
form-thanks-address = Eller vidare till denna sida
form-thanks-address-help = En egen sida, till exempel https://example.com/tack
form-asks = Vad som frågas
form-ask-not = Frågas inte
form-ask-optional = Kan lämnas tomt
form-ask-required = Måste fyllas i
form-ask-label = Kalla det något annat
form-ask-whether = Om { $field } frågas
form-ask-called = Vad { $field } heter på formuläret
form-asks-nobody = Fråga efter namn, e-postadress eller telefonnummer
form-consent = Samtycke
form-consent-help = Ord bredvid en ruta som kan kryssas i, till exempel ”Ja, skriv till mig om erbjudanden via e-post”. Den som kryssar får ett brev och bekräftar där; till dess gäller inte samtycket.
form-consent-needs-mail = Fråga även efter en e-postadress: samtycket bekräftas via e-post
form-owner-help = Vems prospekten är. Enligt reglerna: som Inställningar → Fördelning säger.
form-owner-rules = Enligt reglerna
form-source-of-link = Som länken säger (utm_source)
form-one-lead = Skicka folk till den här adressen, eller lägg formuläret på er egen webbplats.
form-look = Titta på det
form-kept = Formuläret sparat
form-paste = Till er egen webbplats
form-paste-lead = Klistra in detta där formuläret ska stå och ge det er egen stil. Det berättar var en besökare kom ifrån; utan skript fungerar det också.
form-program = För program
form-program-lead = Skript från vilken webbplats som helst kan skicka JSON hit utan nyckel. Samma adress svarar med vad den frågar efter.
form-program-api = Ett eget program med nyckel skapar prospekt med alla fält, även varifrån de kom (source, origin, medium, campaign, term, content, referrer, landing_page, recommended_by):
forms-enough = Det finns redan { $most } formulär. Ta ett som inte används och gör om det.

## The page of a form

form-send = Skicka
form-optional = (valfritt)
form-choose = Välj
form-message = Ditt meddelande
form-who-told = Vem berättade om oss
form-trap = Lämna detta tomt
form-footer = Det du skriver går till { $workspace } och ingen annan.
form-sent = Skickat
form-thanks = Tack. Vi har fått det du skrev och hör av oss.
form-another = Skicka ett till
form-onwards = Vidare
form-closed = Det här formuläret tar inte längre emot svar.
form-not-json = Skicka ett JSON-objekt med texter

## What became of it

change-form = { $subject } gav ett prospekt
form-also-sent = Också skickat med formuläret:
form-wrote-again = { $name } skrev genom formuläret ”{ $form }”. Ett nytt prospekt har skapats.
lead-known-as = Finns redan här med samma e-post eller telefon:

## Set aside

form-aside = Möjlig skräppost
form-aside-count = { $count } att titta på
form-aside-lead = Skickat genom ett formulär men inte gjort till prospekt, eftersom något tyder på skräppost. Sparas i 90 dagar.
form-aside-none = Inget åt sidan
form-aside-none-text = Det som liknar skräppost väntar här tills någon tittat på det. Inget som skickats går förlorat.
form-not-spam = Inte skräppost
form-taken = Det har blivit ett prospekt
form-removed = Borttaget
form-why-trap = Ett fält som folk inte ser var ifyllt
form-why-fast = Skickat snabbare än någon kan skriva
form-why-stamp = Sidans stämpel är inte vår
form-why-links = Länkar
form-why-many = Mycket från samma ställe

## Consent

consent = Samtycke
consent-many = Samtycken
new-consent = Nytt samtycke
create-consent = Skapa samtycke
empty-consent = Inga samtycken än
empty-consent-text = Vad någon har sagt ja till, med vilka ord och när. Formulär frågar om det; ni kan också skriva ner vad som sades.
consent-text = Ordalydelse
consent-about = Kort
consent-state = Läge
consent-channel = Via
consent-address = Adress
consent-at = Frågad
consent-given-at = Gett
consent-form = Formulär
consent-page = Sida
consent-client = Nätverksadress
consent-given-from = Bekräftat från
consent-state-asked = Frågad, inte bekräftad
consent-state-given = Gett
consent-state-withdrawn = Återkallat
person-email-consent = Samtycke till e-post
wrote-consent = frågade om samtycke
change-consent-given = { $subject } gav samtycke
change-consent-withdrawn = { $subject } gav inte samtycke
consent-subject = { $workspace }: vill du att vi skriver till dig?
consent-lead = Hej { $name }, på ett formulär från { $workspace } har någon angett den här adressen och sagt ja till detta:
consent-way = Bekräfta det här
consent-otherwise = Om det inte var du behöver du inte göra något: utan din bekräftelse skickas inget.
consent-foot = Du får det här brevet eftersom din adress har lämnats till { $workspace }.
consent-title = Får vi skriva till dig?
consent-asks = { $workspace } frågar ägaren till { $address }:
consent-yes = Ja, jag samtycker
consent-no = Nej
consent-withdraw = Jag har ändrat mig
consent-is-given = Du har sagt ja. Tack.
consent-is-withdrawn = Du har sagt nej. Inget kommer att skickas.

## Fields of a lead that say where it came from

lead-email-consent = Samtycke till e-post
lead-origin = Kampanjkälla
lead-term = Sökord
lead-content = Annons
lead-landing-page = Första sidan
lead-form = Formulär
lead-recommended-by = Rekommenderad av
lead-country = Land
lead-postal-code = Postnummer
through-form = Formulär
through-link = Länk i ett brev

## Leads who want to be left alone

lead-do-not-contact = Får inte kontaktas
lead-standing = Inställning
lead-standing-reason = Varför inte intresserad
lead-standing-until = Inte intresserad till och med
lead-refused-since = Avböjt sedan
lead-alone-until = Vill vara ifred till
view-all-leads = Även de som vill vara ifred

save-consent = Spara samtycket
toast-consent = Samtycket är sparat
