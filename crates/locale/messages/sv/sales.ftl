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

## Figures

sales-forecast = Prognos
sales-funnel = Tratt
sales-won-lost = Vunnet och förlorat
sales-forecast-lead = Vunnet under tiden, och de öppna affärer som ska avslutas i den. Varje tal leder till sina affärer.
sales-funnel-lead = Hur många affärer som gick in i varje steg under tiden, hur många av dem som gick vidare till ett senare, även sedan dess, och hur länge de stannade.
sales-won-lost-lead = Affärerna som avslutades under tiden.
sales-period = Tid
sales-all-pipelines = Alla pipelines
sales-nobody = Ingen
sales-not-said = Inte angivet
sales-nothing = Inga affärer under tiden.
sales-together = Totalt
sales-weighted-help = Varje belopp gånger sin chans
sales-won-amount = Vunnet belopp
sales-lost-amount = Förlorat belopp
sales-win-rate = Vunnet av alla
sales-funnel-empty = { $name }: ingen affär gick in i ett steg under tiden.
funnel-entered = Gick in
funnel-share = Andel
funnel-went-on = Gick vidare
funnel-rate = Av dem
funnel-stayed = Stannade i snitt
funnel-days = { $days } dagar
funnel-here-now = Affärerna som är i det nu
period-this-month = Den här månaden
period-next-month = Nästa månad
period-last-month = Förra månaden
period-this-quarter = Det här kvartalet
period-next-quarter = Nästa kvartal
period-last-quarter = Förra kvartalet
period-this-year = I år
sales-overdue = { $count ->
    [one] { $count } öppen affär skulle ha avslutats före i dag: { $amount }
   *[other] { $count } öppna affärer skulle ha avslutats före i dag: { $amount }
}
sales-undated = { $count ->
    [one] { $count } öppen affär saknar datum: { $amount }
   *[other] { $count } öppna affärer saknar datum: { $amount }
}
