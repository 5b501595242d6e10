### API:et, dess nycklar och webhookar.

## Fel som program gör

api-malformed = Innehållet är inte giltig JSON: { $what }
api-not-json = Skicka innehållet som application/json.
api-changed-meanwhile = Posten har ändrats sedan den lästes. Läs den igen och upprepa ändringen.
api-denied = Den här nyckeln får inte göra det.
api-key-needed = Skicka en giltig nyckel i headern Authorization: Bearer kartotek_…
api-too-many = Den här nyckeln har använts för ofta. Vänta så länge som Retry-After anger.
api-no-such-parameter = Den parametern finns inte.
api-no-such-name = Det finns inget fält { $name }.
api-not-a-relation = { $name } hänvisar inte till ett kort.
api-out-of-range = Använd ett heltal från { $least } till { $most }.
api-wrong-type = Det här måste vara: { $type }.
api-too-many-items = Använd högst { $most }.
api-read-only = Kartotek sätter självt det här fältet.
api-no-such-card = Det kortet finns inte.
api-no-such-user = Den användaren finns inte.
api-no-match-by = Poster kan inte hittas med { $name }.
api-several-match = { $count } poster har det här värdet i { $name }.
api-idempotency-key = Använd 1 till 255 synliga tecken.
api-idempotency-key-used = Den här nyckeln stod för en annan begäran. Använd en ny.

## Referensen

api-title = API
api-lead = Vad andra program kan göra här, med varje fält i den här arbetsytan.
api-download = OpenAPI-dokument
api-first-steps = Första stegen
api-fields = Fält
api-field = Fält
api-value = Värde
api-read-only-short = skrivskyddat
api-operations = Åtgärder
api-parameters = Parametrar
api-body = Innehåll
api-answers = Svar
api-tag-all = Allt
api-intro-keys = Skapa en nyckel i inställningarna och skicka den med varje begäran. Ett program får göra det som nyckelns roll tillåter.
api-intro-values = En posts värden står under ”fields”. Tomma fält utelämnas; null tömmer ett fält.
api-intro-versions = Skicka en posts version i If-Match för att bara ändra den som du såg den.
api-intro-once = Skicka en Idempotency-Key med det som ändrar något: skickas det igen inom ett dygn görs det en gång.
api-intro-mistakes = Fel kommer som problem details (RFC 9457) som nämner varje fält. Hur mycket som är kvar av gränsen står i RateLimit.
api-intro-mcp = Assistenter ansluter till den här adressen med samma nyckel (Model Context Protocol).
api-op-list = Lista, filtrera och sortera
api-op-create = Skapa
api-op-get = Läs en
api-op-update = Ändra
api-op-delete = Flytta till papperskorgen
api-op-restore = Ta tillbaka från papperskorgen
api-op-upsert = Skapa eller ändra
api-op-merge = Slå ihop
api-op-undo = Ångra en grupp ändringar
api-op-batch = Upp till 1 000 på en gång
api-op-history = Historik
api-op-links = Relationer
api-op-link = Koppla till ett annat kort
api-op-activities = Vad som har hänt
api-op-search = Sök i allt
api-op-changes = Följ alla ändringar
api-op-link-kinds = Slag av relationer
api-op-change-link = Ändra en relation
api-op-remove-link = Ta bort en relation
api-op-add-file = Skicka en fil
api-op-get-file = Hämta en fil
api-op-users = Användare
api-op-openapi = Den här beskrivningen

## Nycklar

settings-api-keys = API-nycklar
api-keys-lead = Med dem kommer program och assistenter in. En nyckel handlar för den som skapade den och upphör när personen lämnar arbetsytan.
api-key-new = En ny nyckel
api-key-new-lead = Skapa en för varje program, så att du kan återkalla den för sig.
api-key-name = Namn
api-key-name-help = Vad den är till för, till exempel Webbutik
api-key-until = Giltig till
api-key-validity = Giltighet
api-key-days = { $count } dagar
api-key-for-ever = Utan slut
api-key-make = Skapa en nyckel
api-key-made = Din nya nyckel
api-key-made-help = Den visas bara den här gången. Spara den där ingen annan kan läsa den.
api-key-of = Skapad av
api-key-unused = Aldrig
api-key-withdraw-of = Återkalla nyckeln { $name }
api-key-withdrawn = Nyckeln är återkallad
identity-key-name-missing = Ge nyckeln ett namn.
change-batch = Ändrade flera kort

## Webhookar

settings-webhooks = Webhookar
webhooks-lead = Kartotek talar genast om för andra program vad som har ändrats. Varje meddelande är signerat (Standard Webhooks).
webhook-new = En ny webhook
webhook-name = Namn
webhook-name-help = Vem som lyssnar, till exempel Bokföring
webhook-address = Adress
webhook-address-help = En https-adress på internet
webhook-about = Om
webhook-all = Allt
webhook-make = Lägg till webhook
webhook-made = Webhooken är tillagd
webhook-secret = Hemlighet
webhook-secret-help = Med den kontrollerar det andra programmet att ett meddelande kommer härifrån.
webhook-active = Aktiv
webhook-paused = Pausad
webhook-pause = Pausa
webhook-resume = Återuppta
webhook-resumed = Webhooken får höra om allt från och med nu
webhook-stopped = Webhooken är pausad
webhook-remove = Ta bort
webhook-removed = Webhooken är borttagen
webhook-test = Skicka ett test
webhook-tested = Ett test är på väg
webhook-address-wrong = Ange en adress som https://example.com/hook.
webhook-address-private = Den här adressen leder in i ett privat nätverk. Använd en på internet.
webhook-too-many = Det finns redan { $most } webhookar. Ta bort en först.
webhook-deliveries = Leveranser
webhook-deliveries-lead = De senaste trettio dagarna. Ett meddelande som ingen tog emot skickas igen i tre dagar; sedan kan du skicka det för hand.
webhook-no-deliveries = Inget har skickats än.
delivery-when = När
delivery-event = Händelse
delivery-state = Tillstånd
delivery-answer = Svar
delivery-attempts = Försök
delivery-waiting = Väntar
delivery-delivered = Levererad
delivery-failed = Misslyckad
delivery-next = Nästa försök
delivery-again = Skicka igen
delivery-again-of = Skicka { $event } igen
delivery-sent-again = Det skickas igen
delivery-body = Meddelande
delivery-show = Visa { $event }
job-webhooks-dispatch = Webhookar
job-webhooks-deliver = Webhook-meddelande
