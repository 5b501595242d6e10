### Deals, pipelines and forecasts.

deal = Affär
deal-many = Affärer
new-deal = Ny affär
create-deal = Skapa affär
empty-deal = Inga affärer än
empty-deal-text = En affär är något som en kund kanske köper: för hur mycket, när, och hur långt den har kommit. Skapa den första, eller importera en lista.

## Fields of a deal

deal-name = Namn
deal-company = Företag
deal-person = Person
deal-amount = Belopp
deal-stage = Steg
deal-closes-on = Avslutas
deal-probability = Chans i procent
deal-forecast = Prognos
deal-pipeline = Pipeline
deal-state = Läge
deal-weighted = Viktat belopp
deal-checked = Avprickat
deal-lost-reason = Förlorad för att
deal-competitor = Konkurrent
deal-next-step-at = Nästa steg
deal-stage-since = I detta steg sedan
deal-closed-at = Avslutad
deal-tags = Taggar
deal-about = Om
deal-owner = Ansvarig
deal-source = Källa
deal-last-talk-at = Senaste samtal
deal-last-talk-by = Senaste samtal med

## Choices of a deal

pipeline-sales = Försäljning
stage-new = Ny
stage-qualified = Kvalificerad
stage-proposal = Förslag
stage-negotiation = Förhandling
stage-won = Vunnen
stage-lost = Förlorad
forecast-committed = Säker
forecast-best-case = I bästa fall
forecast-pipeline = Pipeline
forecast-omitted = Räknas inte
deal-state-open = Öppen
deal-state-won = Vunnen
deal-state-lost = Förlorad
lost-reason-price = Pris
lost-reason-competitor = Valde en konkurrent
lost-reason-no-budget = Ingen budget
lost-reason-no-decision = Inget beslut
lost-reason-bad-timing = Fel tidpunkt
lost-reason-lacks-something = Produkten saknar något
lost-reason-other = Annat
link-takes-part-forth = Deltar i
link-takes-part-back = Personer i affären

## Views of deals

view-closing = Avslutas denna månad
view-no-next-step = Inget nästa steg
no-next-step = Inget nästa steg
days-in-stage = { $days } dagar i detta steg
days-in-short = { $days } d

## Rules of stages

stage-out-of-use = Det här steget används inte längre. Välj ett annat.
needed-in-stage = Behövs i steget { $stage }
lost-needs-a-reason = Välj varför den förlorades
stage-checklist-open = Ännu inte avprickat för { $stage }: { $left }
not-a-percentage = Skriv ett heltal från 0 till 100

## Settings: pipelines

settings-pipelines = Pipelines
pipelines-lead = Stegen som affärer går igenom, chansen i varje, och vad en affär behöver innan den går in.
pipeline-one = Pipelinen { $name }
pipeline-name = Pipelinens namn
pipeline-add = Lägg till en pipeline
pipeline-add-lead = För det som säljs på ett annat sätt: börjar med stegen i den första.
pipeline-remove = Ta pipelinen ur bruk
pipelines-kept = Pipelines har sparats
pipelines-changed = Någon annan har ändrat pipelines under tiden. Titta på dem igen och ändra sedan.
pipeline-needed = Det måste finnas minst en pipeline
pipeline-lacks-stages = En pipeline behöver ett öppet steg, ett vunnet och ett förlorat
too-many-pipelines = Högst { $max } pipelines
too-many-stages = Högst { $max } steg
stage-has-deals = Det finns fortfarande affärer i steget { $name }. Flytta dem först och ta sedan bort det.
stage-one = Steget { $name }
stage-name = Stegets namn
stage-probability = Chans i procent
stage-outcome = En affär i det är
stage-forecast = Står i prognosen som
stage-stale-after = Inaktuell efter så många dagar
stage-stale-help = Tomt: aldrig.
stage-requires = Måste fyllas i innan en affär går in
stage-checklist = Måste prickas av innan en affär går in
stage-checklist-help = En rad för varje, till exempel "Budget bekräftad".
stage-add = Lägg till ett steg
stage-new-name = Nytt steg
stage-remove = Ta steget ur bruk
stage-up = Flytta upp { $name }
stage-down = Flytta ner { $name }
stage-in-short = { $chance } %
