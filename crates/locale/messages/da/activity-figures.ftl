### Hvordan opkald bliver til samtaler, møder, tilbud og vundne handler.

sales-activities = Aktiviteter
activity-lead = Hvad arbejdet blev til: hvor mange opkald der blev besvaret, og hvor mange samtaler der førte til møder, tilbud og vundne handler. Hvert tal åbner sin liste; procenten er af trinnet før.
activity-hidden = Intet af dette må vises for dig.
activity-span-week = Uger
activity-span-month = Måneder
activity-calls = Opkald
activity-talks = Samtaler
activity-meetings = Møder
activity-quotes = Sendte tilbud
activity-wins = Vundne
activity-rate = { $part } pr. hundrede { $whole }
