### API'et, dets nøgler og webhooks.

## Fejl, som programmer laver

api-malformed = Indholdet er ikke gyldig JSON: { $what }
api-not-json = Send indholdet som application/json.
api-changed-meanwhile = Posten er ændret, siden den blev læst. Læs den igen, og gentag ændringen.
api-denied = Denne nøgle må ikke gøre det.
api-key-needed = Send en gyldig nøgle i headeren Authorization: Bearer kartotek_…
api-too-many = Denne nøgle er brugt for ofte. Vent så længe, som Retry-After angiver.
api-no-such-parameter = Den parameter findes ikke.
api-no-such-name = Der er intet felt { $name }.
api-not-a-relation = { $name } henviser ikke til et kort.
api-out-of-range = Brug et helt tal fra { $least } til { $most }.
api-wrong-type = Dette skal være: { $type }.
api-too-many-items = Brug højst { $most }.
api-read-only = Kartotek sætter selv dette felt.
api-no-such-card = Det kort findes ikke.
api-no-such-user = Den bruger findes ikke.
api-no-match-by = Poster kan ikke findes ved { $name }.
api-several-match = { $count } poster har denne værdi i { $name }.
api-idempotency-key = Brug 1 til 255 synlige tegn.
api-idempotency-key-used = Denne nøgle stod for en anden forespørgsel. Brug en ny.

## Opslagsværket

api-title = API
api-lead = Hvad andre programmer kan gøre her, med hvert felt i dette arbejdsområde.
api-download = OpenAPI-dokument
api-first-steps = De første skridt
api-fields = Felter
api-field = Felt
api-value = Værdi
api-read-only-short = skrivebeskyttet
api-operations = Handlinger
api-parameters = Parametre
api-body = Indhold
api-answers = Svar
api-tag-all = Alt
api-intro-keys = Lav en nøgle i indstillingerne, og send den med hver forespørgsel. Et program må gøre, hvad nøglens rolle tillader.
api-intro-values = En posts værdier står under “fields”. Tomme felter udelades; null tømmer et felt.
api-intro-versions = Send en posts version i If-Match for kun at ændre den, som du så den.
api-intro-once = Send en Idempotency-Key med det, der ændrer noget: sendt igen inden for et døgn gøres det kun én gang.
api-intro-mistakes = Fejl kommer som problem details (RFC 9457), der nævner hvert felt. Hvor meget der er tilbage af grænsen, står i RateLimit.
api-intro-mcp = Assistenter forbinder til denne adresse med samme nøgle (Model Context Protocol).
api-op-list = Vis, filtrér og sortér
api-op-create = Opret
api-op-get = Læs én
api-op-update = Ændr
api-op-delete = Flyt til papirkurven
api-op-restore = Hent fra papirkurven
api-op-upsert = Opret eller ændr
api-op-merge = Flet
api-op-undo = Fortryd et sæt ændringer
api-op-batch = Op til 1.000 på én gang
api-op-history = Historik
api-op-links = Relationer
api-op-link = Forbind med et andet kort
api-op-activities = Hvad der er sket
api-op-search = Søg i alt
api-op-changes = Følg alle ændringer
api-op-link-kinds = Slags relationer
api-op-change-link = Ændr en relation
api-op-remove-link = Fjern en relation
api-op-add-file = Send en fil
api-op-get-file = Hent en fil
api-op-users = Brugere
api-op-openapi = Denne beskrivelse

## Nøgler

settings-api-keys = API-nøgler
api-keys-lead = Med dem kommer programmer og assistenter ind. En nøgle handler for den, der lavede den, og ophører, når vedkommende forlader arbejdsområdet.
api-key-new = En ny nøgle
api-key-new-lead = Lav en til hvert program, så du kan tilbagekalde den alene.
api-key-name = Navn
api-key-name-help = Hvad den er til, for eksempel Webshop
api-key-until = Gyldig til
api-key-validity = Gyldighed
api-key-days = { $count } dage
api-key-for-ever = Uden udløb
api-key-make = Lav en nøgle
api-key-made = Din nye nøgle
api-key-made-help = Den vises kun denne ene gang. Gem den, hvor ingen andre kan læse den.
api-key-of = Lavet af
api-key-unused = Aldrig
api-key-withdraw-of = Tilbagekald nøglen { $name }
api-key-withdrawn = Nøglen er tilbagekaldt
identity-key-name-missing = Giv nøglen et navn.
change-batch = Ændrede flere kort

## Webhooks

settings-webhooks = Webhooks
webhooks-lead = Kartotek fortæller straks andre programmer, hvad der er ændret. Hver besked er signeret (Standard Webhooks).
webhook-new = En ny webhook
webhook-name = Navn
webhook-name-help = Hvem der lytter, for eksempel Regnskab
webhook-address = Adresse
webhook-address-help = En https-adresse på internettet
webhook-about = Om
webhook-all = Alt
webhook-make = Tilføj webhook
webhook-made = Webhook tilføjet
webhook-secret = Hemmelighed
webhook-secret-help = Med den kontrollerer det andet program, at en besked kommer herfra.
webhook-active = Aktiv
webhook-paused = På pause
webhook-pause = Sæt på pause
webhook-resume = Genoptag
webhook-resumed = Webhooken hører om alt fra nu af
webhook-stopped = Webhooken er sat på pause
webhook-remove = Fjern
webhook-removed = Webhook fjernet
webhook-test = Send en prøve
webhook-tested = En prøve er på vej
webhook-address-wrong = Angiv en adresse som https://example.com/hook.
webhook-address-private = Denne adresse fører ind i et privat netværk. Brug en på internettet.
webhook-too-many = Der er allerede { $most } webhooks. Fjern en først.
webhook-deliveries = Leveringer
webhook-deliveries-lead = De sidste tredive dage. En besked, som ingen tog imod, sendes igen i tre dage; derefter kan du sende den i hånden.
webhook-no-deliveries = Intet er sendt endnu.
delivery-when = Hvornår
delivery-event = Hændelse
delivery-state = Tilstand
delivery-answer = Svar
delivery-attempts = Forsøg
delivery-waiting = Venter
delivery-delivered = Leveret
delivery-failed = Mislykket
delivery-next = Næste forsøg
delivery-again = Send igen
delivery-again-of = Send { $event } igen
delivery-sent-again = Den sendes igen
delivery-body = Besked
delivery-show = Vis { $event }
job-webhooks-dispatch = Webhooks
job-webhooks-deliver = Webhook-besked
