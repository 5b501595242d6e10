# Cards that are merged at night without asking.
duplicates-merged = Flettet om natten
duplicates-merged-title = Flettet om natten
duplicates-merged-lead = Disse kort var med sikkerhed de samme og blev derfor flettet uden at spørge. Det, du fortryder, flettes ikke igen.
duplicates-merged-into =
    { $count ->
        [one] Ét kort blev en del af det · { $when }
       *[other] { $count } kort blev en del af det · { $when }
    }
duplicates-undo-all = Fortryd alle
toast-duplicates-undoing = Fletningerne fortrydes
duplicates-nights-undone =
    { $count ->
        [one] Én fletning fortrudt
       *[other] { $count } fletninger fortrudt
    }
job-records-undo-nights = Fortryd det, der blev flettet om natten
duplicates-scanned-merged = Sammenlignede { $cards } kort, { $pairs } par kan være de samme; { $merged } flettet
duplicates-at-night = Kort, der med sikkerhed er de samme
duplicates-at-night-help = Kortene sammenlignes hver nat. Det flettede står på siden Dubletter i en uge og kan fortrydes; kort med forskellige ejere flettes aldrig uden at spørge.
duplicates-at-night-ask = Spørg nogen
duplicates-at-night-merge = Flet dem om natten

# Rows of a file that are like cards.
import-match-likeness = Lighed: det, der med sikkerhed er det samme
import-alike = er måske det samme som et andet kort
