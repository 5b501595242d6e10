### Deals, pipelines and forecasts.

deal = Handel
deal-many = Handler
new-deal = Ny handel
create-deal = Opret handel
empty-deal = Ingen handler endnu
empty-deal-text = En handel er noget, en kunde måske køber: for hvor meget, hvornår, og hvor langt det er. Opret den første, eller importér en liste.

## Fields of a deal

deal-name = Navn
deal-company = Virksomhed
deal-person = Person
deal-amount = Beløb
deal-stage = Trin
deal-closes-on = Afsluttes
deal-probability = Chance i procent
deal-forecast = Prognose
deal-pipeline = Pipeline
deal-state = Tilstand
deal-weighted = Vægtet beløb
deal-checked = Afkrydset
deal-lost-reason = Tabt fordi
deal-competitor = Konkurrent
deal-next-step-at = Næste skridt
deal-stage-since = På dette trin siden
deal-closed-at = Afsluttet
deal-tags = Mærker
deal-about = Om
deal-owner = Ansvarlig
deal-source = Kilde
deal-last-talk-at = Seneste samtale
deal-last-talk-by = Seneste samtale med

## Choices of a deal

pipeline-sales = Salg
stage-new = Ny
stage-qualified = Kvalificeret
stage-proposal = Tilbud
stage-negotiation = Forhandling
stage-won = Vundet
stage-lost = Tabt
forecast-committed = Sikker
forecast-best-case = I bedste fald
forecast-pipeline = Pipeline
forecast-omitted = Ikke medregnet
deal-state-open = Åben
deal-state-won = Vundet
deal-state-lost = Tabt
lost-reason-price = Pris
lost-reason-competitor = Valgte en konkurrent
lost-reason-no-budget = Intet budget
lost-reason-no-decision = Ingen beslutning
lost-reason-bad-timing = Forkert tidspunkt
lost-reason-lacks-something = Produktet mangler noget
lost-reason-other = Andet
link-takes-part-forth = Deltager i
link-takes-part-back = Personer i handlen

## Views of deals

view-closing = Afsluttes denne måned
view-no-next-step = Intet næste skridt
no-next-step = Intet næste skridt
days-in-stage = { $days } dage på dette trin
days-in-short = { $days } d

## Rules of stages

stage-out-of-use = Dette trin bruges ikke længere. Vælg et andet.
needed-in-stage = Skal udfyldes på trinnet { $stage }
lost-needs-a-reason = Vælg, hvorfor den blev tabt
stage-checklist-open = Endnu ikke afkrydset for { $stage }: { $left }
not-a-percentage = Skriv et helt tal fra 0 til 100

## Settings: pipelines

settings-pipelines = Pipelines
pipelines-lead = De trin, som handler går igennem, chancen på hvert, og hvad en handel skal have, før den går ind.
pipeline-one = Pipelinen { $name }
pipeline-name = Pipelinens navn
pipeline-add = Tilføj en pipeline
pipeline-add-lead = Til det, der sælges på en anden måde: begynder med den førstes trin.
pipeline-remove = Tag pipelinen ud af brug
pipelines-kept = Pipelines er gemt
pipelines-changed = En anden har ændret pipelines imens. Se på dem igen, og ret dem så.
pipeline-needed = Der skal være mindst én pipeline
pipeline-lacks-stages = En pipeline skal have et åbent trin, et vundet og et tabt
too-many-pipelines = Højst { $max } pipelines
too-many-stages = Højst { $max } trin
stage-has-deals = Der er stadig handler på trinnet { $name }. Flyt dem først, og tag det så ud.
stage-one = Trinnet { $name }
stage-name = Trinnets navn
stage-probability = Chance i procent
stage-outcome = En handel på det er
stage-forecast = Står i prognosen som
stage-stale-after = Forældet efter så mange dage
stage-stale-help = Tomt: aldrig.
stage-requires = Skal udfyldes, før en handel går ind
stage-checklist = Skal afkrydses, før en handel går ind
stage-checklist-help = En linje til hver, f.eks. "Budget bekræftet".
stage-add = Tilføj et trin
stage-new-name = Nyt trin
stage-remove = Tag trinnet ud af brug
stage-up = Flyt { $name } op
stage-down = Flyt { $name } ned
stage-in-short = { $chance } %

## Figures

sales-forecast = Prognose
sales-funnel = Tragt
sales-won-lost = Vundet og tabt
sales-forecast-lead = Vundet i perioden, og de åbne handler, der skal afsluttes i den. Hvert tal fører til sine handler.
sales-funnel-lead = Hvor mange handler der gik ind på hvert trin i perioden, hvor mange af dem der gik videre til et senere, også siden, og hvor længe de blev.
sales-won-lost-lead = De handler, der blev afsluttet i perioden.
sales-period = Periode
sales-all-pipelines = Alle pipelines
sales-nobody = Ingen
sales-not-said = Ikke oplyst
sales-nothing = Ingen handler i perioden.
sales-together = I alt
sales-weighted-help = Hvert beløb gange sin chance
sales-won-amount = Vundet beløb
sales-lost-amount = Tabt beløb
sales-win-rate = Vundet af alle
sales-funnel-empty = { $name }: ingen handel gik ind på et trin i perioden.
funnel-entered = Gik ind
funnel-share = Andel
funnel-went-on = Gik videre
funnel-rate = Af dem
funnel-stayed = Blev i gennemsnit
funnel-days = { $days } dage
funnel-here-now = De handler, der er på det nu
period-this-month = Denne måned
period-next-month = Næste måned
period-last-month = Sidste måned
period-this-quarter = Dette kvartal
period-next-quarter = Næste kvartal
period-last-quarter = Sidste kvartal
period-this-year = I år
sales-overdue = { $count ->
    [one] { $count } åben handel skulle være afsluttet før i dag: { $amount }
   *[other] { $count } åbne handler skulle være afsluttet før i dag: { $amount }
}
sales-undated = { $count ->
    [one] { $count } åben handel har ingen dato: { $amount }
   *[other] { $count } åbne handler har ingen dato: { $amount }
}
