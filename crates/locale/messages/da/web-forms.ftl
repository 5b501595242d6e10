### Forms by which strangers become leads, and consent.

settings-forms = Formularer
forms-lead = Det, nogen sender gennem en formular, bliver til et emne. Hver formular har sin egen side og kan stå på jeres websted.
form-new = Ny formular
form-make = Opret formular
form-name = Navn
form-name-help = Står på hvert emne, så I kan se, hvilken formular der giver hvem
form-leads = Emner
form-state = Tilstand
form-open = Åben
form-not-open = Lukket
form-takes = Tager imod svar
form-language = Sprog
form-words = Ord på siden
form-title = Overskrift
form-intro = Indledning
form-button = Knap
form-thanks-text = Tak
form-thanks-address = Eller videre til denne side
form-thanks-address-help = En af jeres egne sider, for eksempel https://example.com/tak
form-asks = Hvad der spørges om
form-ask-not = Spørges ikke
form-ask-optional = Kan stå tom
form-ask-required = Skal udfyldes
form-ask-label = Kald det noget andet
form-ask-whether = Om der spørges om { $field }
form-ask-called = Hvad { $field } hedder på formularen
form-asks-nobody = Spørg om et navn, en e-mailadresse eller et telefonnummer
form-consent = Samtykke
form-consent-help = Ord ved siden af et felt, der kan krydses af, for eksempel “Ja, skriv til mig om tilbud på e-mail”. Den, der sætter kryds, får et brev og bekræfter der; indtil da gælder samtykket ikke.
form-consent-needs-mail = Spørg også om en e-mailadresse: samtykket bekræftes pr. mail
form-owner-help = Hvis emnerne er. Efter reglerne: som Indstillinger → Fordeling siger.
form-owner-rules = Efter reglerne
form-source-of-link = Som linket siger (utm_source)
form-one-lead = Send folk til denne adresse, eller sæt formularen på jeres eget websted.
form-look = Se den
form-kept = Formular gemt
form-paste = Til jeres eget websted
form-paste-lead = Sæt dette ind, hvor formularen skal stå, og giv den jeres eget udseende. Den fortæller, hvor en besøgende kom fra; uden script virker den også.
form-program = Til programmer
form-program-lead = Scripts fra ethvert websted kan sende JSON hertil uden nøgle. Den samme adresse svarer med, hvad den spørger om.
form-program-api = Et af jeres programmer med nøgle opretter emner med alle felter, også hvor de kom fra (source, origin, medium, campaign, term, content, referrer, landing_page, recommended_by):
forms-enough = Der er allerede { $most } formularer. Tag en, der ikke bruges, og lav den om.

## The page of a form

form-send = Send
form-optional = (valgfrit)
form-choose = Vælg
form-message = Din besked
form-who-told = Hvem fortalte dig om os
form-trap = Lad dette stå tomt
form-footer = Det, du skriver, går til { $workspace } og ikke til andre.
form-sent = Sendt
form-thanks = Tak. Vi har fået det, du skrev, og vender tilbage.
form-another = Send en til
form-onwards = Videre
form-closed = Denne formular tager ikke længere imod svar.
form-not-json = Send et JSON-objekt med tekster

## What became of it

change-form = { $subject } gav et emne
form-also-sent = Også sendt med formularen:
form-wrote-again = { $name } skrev gennem formularen “{ $form }”. Der er oprettet et nyt emne.
lead-known-as = Er her allerede med samme e-mail eller telefon:

## Set aside

form-aside = Muligt spam
form-aside-count = { $count } at se på
form-aside-lead = Sendt gennem en formular, men ikke gjort til emner, fordi noget tyder på spam. Gemmes i 90 dage.
form-aside-none = Intet lagt til side
form-aside-none-text = Det, der ligner spam, venter her, til nogen har set på det. Intet, der er sendt, går tabt.
form-not-spam = Ikke spam
form-taken = Det er blevet til et emne
form-removed = Fjernet
form-why-trap = Et felt, som folk ikke ser, var udfyldt
form-why-fast = Sendt hurtigere, end nogen kan skrive
form-why-stamp = Sidens stempel er ikke vores
form-why-links = Links
form-why-many = Meget fra samme sted

## Consent

consent = Samtykke
consent-many = Samtykker
new-consent = Nyt samtykke
create-consent = Opret samtykke
empty-consent = Ingen samtykker endnu
empty-consent-text = Hvad nogen har sagt ja til, med hvilke ord og hvornår. Formularer spørger om det; I kan også skrive ned, hvad der blev sagt.
consent-text = Ordlyd
consent-about = Kort
consent-state = Tilstand
consent-channel = Via
consent-address = Adresse
consent-at = Spurgt
consent-given-at = Givet
consent-form = Formular
consent-page = Side
consent-client = Netværksadresse
consent-given-from = Bekræftet fra
consent-state-asked = Spurgt, ikke bekræftet
consent-state-given = Givet
consent-state-withdrawn = Trukket tilbage
person-email-consent = Samtykke til e-mail
wrote-consent = spurgte om samtykke
change-consent-given = { $subject } gav samtykke
change-consent-withdrawn = { $subject } gav ikke samtykke
consent-subject = { $workspace }: vil du have, at vi skriver til dig?
consent-lead = Hej { $name }, på en formular fra { $workspace } har nogen skrevet denne adresse og sagt ja til dette:
consent-way = Bekræft det her
consent-otherwise = Hvis det ikke var dig, skal du ikke gøre noget: uden din bekræftelse sendes der intet.
consent-foot = Du får dette brev, fordi din adresse er opgivet til { $workspace }.
consent-title = Må vi skrive til dig?
consent-asks = { $workspace } spørger ejeren af { $address }:
consent-yes = Ja, det er jeg med på
consent-no = Nej
consent-withdraw = Jeg har ombestemt mig
consent-is-given = Du har sagt ja. Tak.
consent-is-withdrawn = Du har sagt nej. Der sendes intet.

## Fields of a lead that say where it came from

lead-email-consent = Samtykke til e-mail
lead-origin = Kampagnekilde
lead-term = Søgeord
lead-content = Annonce
lead-landing-page = Første side
lead-form = Formular
lead-recommended-by = Anbefalet af (fritekst)
lead-country = Land
lead-postal-code = Postnummer
through-form = Formular
through-link = Link i et brev

## Leads who want to be left alone

lead-do-not-contact = Må ikke kontaktes
lead-standing = Holdning
lead-standing-reason = Hvorfor ikke interesseret
lead-standing-until = Ikke interesseret indtil
lead-refused-since = Afvist siden
lead-alone-until = Skal have ro indtil
view-all-leads = Også dem, der vil have ro

save-consent = Gem samtykket
toast-consent = Samtykket er gemt
