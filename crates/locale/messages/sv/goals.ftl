### Mål för företaget, dess enheter och dess folk

sales-goals = Mål
goals-lead = Vad som ska nås, vad som är nått hittills och var det slutar i den här takten. Varje tal öppnar sina rader.
goals-hidden = Det som räknas här är dolt för dig.
goal-measure = Räknas
goal-measure-won-amount = Vunnet belopp
goal-measure-won-count = Vunna affärer
goal-measure-calls = Samtal
goal-measure-meetings = Möten
goal-span-month = Månad
goal-span-quarter = Kvartal
goal-quarter = Kvartal { $quarter } { $year }
goal-before = Tidigare
goal-after = Senare
goal-company = Hela företaget
goal-who = Vem
goal-target = Mål
goal-so-far = Hittills
goal-share = Av målet
goal-gap = Återstår
goal-pace = I den här takten
goal-pace-help = Var det slutar om det fortsätter så här, räknat i arbetsdagar
goal-days = { $begun } av { $all } arbetsdagar
goal-reached = Nått
goal-of = Mål för { $name }
goal-set-one = Sätt ett mål
goal-set = Satt av { $by }, { $at }
goal-below = Målen för dem nedanför, tillsammans
goal-kept = Målet är sparat
goal-changed = Någon annan ändrade målet under tiden. Titta på det igen och ändra det sedan.
goal-too-large = Skriv ett mål på minst 0 som inte är så stort

## Prognosen och det som kom

sales-outcome = Då och nu
outcome-lead = Prognosen när varje månad började, med det som då var vunnet, och det som kom. I arbetsytans valuta.
outcome-empty = Prognosen sparas varje vecka. När en månad med en sparad prognos är över står den här bredvid det som kom.
outcome-came = Kom
outcome-taken = Sparad { $date }
outcome-error = Fel med
outcome-error-help = Hur fel i genomsnitt, åt vilket håll som helst (MAPE)
outcome-bias = För högt eller för lågt
outcome-bias-help = Genomsnittet med tecken: det som alltid är för högt syns här (bias)
outcome-too-few = Genomsnittet visas från { $months } månader.
forecast-model = Av erfarenhet
forecast-model-help = Varje belopp gånger andelen av era avslutade affärer som vanns, av dem som var lika länge i samma steg
forecast-model-learning = En prognos av erfarenhet kräver minst { $deals } affärer som avslutats de senaste { $days } dagarna och lika många före: för få fall ännu.
forecast-model-better = Av erfarenhet: lärt av era avslutade affärer. På { $cases } okända fall var den { $model } punkter fel, stegens chanser { $stages }.
forecast-model-worse = En prognos av erfarenhet visas inte: på { $cases } okända fall var den { $model } punkter fel, stegens chanser bara { $stages }.

## Hur länge ett kort har ett värde

field-timed = Spara hur länge
field-timed-help = Från och med nu sparas hur länge varje kort hade varje värde; kortet säger det.
stay-days = { $days } d
