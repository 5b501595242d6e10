### Mål for virksomheden, dens enheder og dens folk

sales-goals = Mål
goals-lead = Hvad der skal nås, hvad der er nået indtil nu, og hvor det ender i dette tempo. Hvert tal åbner sine rækker.
goals-hidden = Det, der tælles her, er skjult for dig.
goal-measure = Tælles
goal-measure-won-amount = Vundet beløb
goal-measure-won-count = Vundne handler
goal-measure-calls = Opkald
goal-measure-meetings = Møder
goal-span-month = Måned
goal-span-quarter = Kvartal
goal-quarter = { $quarter }. kvartal { $year }
goal-before = Tidligere
goal-after = Senere
goal-company = Hele virksomheden
goal-who = Hvem
goal-target = Mål
goal-so-far = Indtil nu
goal-share = Af målet
goal-gap = Mangler
goal-pace = I dette tempo
goal-pace-help = Hvor det ender, hvis det fortsætter sådan, regnet i arbejdsdage
goal-days = { $begun } af { $all } arbejdsdage
goal-reached = Nået
goal-of = Mål for { $name }
goal-set-one = Sæt et mål
goal-set = Sat af { $by }, { $at }
goal-below = Målene for dem nedenfor, tilsammen
goal-kept = Målet er gemt
goal-changed = En anden har ændret målet imens. Se på det igen, og ændr det så.
goal-too-large = Skriv et mål på mindst 0, som ikke er så stort

## Prognosen og det, der kom

sales-outcome = Dengang og nu
outcome-lead = Prognosen, da hver måned begyndte, med det, der da var vundet, og det, der kom. I arbejdsområdets valuta.
outcome-empty = Prognosen gemmes hver uge. Når en måned med en gemt prognose er forbi, står den her ved siden af det, der kom.
outcome-came = Kom
outcome-taken = Gemt { $date }
outcome-error = Ved siden af
outcome-error-help = Hvor langt ved siden af i gennemsnit, uanset retning (MAPE)
outcome-bias = For højt eller for lavt
outcome-bias-help = Gennemsnittet med fortegn: det, der altid er for højt, ses her (bias)
outcome-too-few = Gennemsnittet vises fra { $months } måneder.
forecast-model = Af erfaring
forecast-model-help = Hvert beløb gange andelen af jeres lukkede handler, der blev vundet, blandt dem der var lige så længe i samme fase
forecast-model-learning = En prognose af erfaring kræver mindst { $deals } handler lukket de sidste { $days } dage og lige så mange før: for få tilfælde endnu.
forecast-model-better = Af erfaring: lært af jeres lukkede handler. På { $cases } ukendte tilfælde ramte den { $model } point ved siden af, fasernes chancer { $stages }.
forecast-model-worse = En prognose af erfaring vises ikke: på { $cases } ukendte tilfælde ramte den { $model } point ved siden af, fasernes chancer kun { $stages }.

## Hvor længe et kort har en værdi

field-timed = Gem hvor længe
field-timed-help = Fra nu af gemmes, hvor længe hvert kort havde hver værdi; kortet siger det.
stay-days = { $days } d
