### Hur samtal leder till kontakt, möten, offerter och vunna affärer.

sales-activities = Aktiviteter
activity-lead = Vad arbetet ledde till: hur många uppringningar som besvarades och hur många samtal som ledde till möten, offerter och vunna affärer. Varje tal öppnar sin lista; procenten är av steget före.
activity-hidden = Inget av detta får visas för dig.
activity-span-week = Veckor
activity-span-month = Månader
activity-calls = Uppringningar
activity-talks = Samtal
activity-meetings = Möten
activity-quotes = Skickade offerter
activity-wins = Vunna
activity-rate = { $part } per hundra { $whole }
