# Cards that are merged at night without asking.
duplicates-merged = Sammanslagna på natten
duplicates-merged-title = Sammanslagna på natten
duplicates-merged-lead = De här korten var med säkerhet samma, så de slogs ihop utan att fråga. Det du ångrar slås inte ihop igen.
duplicates-merged-into =
    { $count ->
        [one] Ett kort blev en del av det · { $when }
       *[other] { $count } kort blev en del av det · { $when }
    }
duplicates-undo-all = Ångra alla
toast-duplicates-undoing = Sammanslagningarna ångras
duplicates-nights-undone =
    { $count ->
        [one] En sammanslagning ångrad
       *[other] { $count } sammanslagningar ångrade
    }
job-records-undo-nights = Ångra det som slogs ihop på natten
duplicates-scanned-merged = Jämförde { $cards } kort, { $pairs } par kan vara samma; { $merged } sammanslagna
duplicates-at-night = Kort som med säkerhet är samma
duplicates-at-night-help = Korten jämförs varje natt. Det som slagits ihop står på sidan Dubbletter i en vecka och kan ångras; kort med olika ägare slås aldrig ihop utan att fråga.
duplicates-at-night-ask = Fråga någon
duplicates-at-night-merge = Slå ihop dem på natten

# Rows of a file that are like cards.
import-match-likeness = Likhet: det som med säkerhet är samma
import-alike = kan vara samma som ett annat kort
