# Fletning af kort, der er det samme.
merge = Flet
merge-with-another = Flet med et andet kort
merge-with = Hvilket kort er det samme som { $name }?
merge-with-lead = Vælg det her, eller søg efter det. Der sker intet, før du har set begge ved siden af hinanden.
merge-none-alike = Intet kort ligner dette. Søg efter det ovenfor.
merge-title =
    { $count ->
        [one] Flet { $count } kort
       *[other] Flet { $count } kort
    }
merge-lead = Vælg, hvad der skal beholdes. Alt, hvad der er sket med dem, følger med, og fletningen kan altid fortrydes.
merge-cards =
    { $count ->
        [one] Flet { $count } kort
       *[other] Flet { $count } kort
    }
merge-stays = Bliver
merge-side-by-side = Kortene ved siden af hinanden
merge-created = Oprettet { $date }
merge-keep-all = Behold alle
merge-nothing-differs = Kortene er kun forskellige i det, et af dem ikke har udfyldt.
merge-comes-along = Følger med
merge-counts =
    { $talks ->
        [one] { $talks } samtale
       *[other] { $talks } samtaler
    }, { $links ->
        [one] { $links } relation
       *[other] { $links } relationer
    }
merge-into = Flettet ind i { $name }
merge-undo = Fortryd fletning
merge-needs-two = Vælg mindst to kort for at flette dem.
merge-in-trash = { $name } ligger i papirkurven. Gendan kortet først, og flet så.
merge-already-merged = { $name } er i mellemtiden flettet ind i et andet kort. Åbn listen igen.
merge-changed-meanwhile = { $who } har i mellemtiden ændret { $name }: { $fields }. Intet blev flettet; se på kortene igen.
record-is-merged = Dette kort er flettet ind i et andet. Fortryd fletningen for at få det tilbage.
toast-merged =
    { $count ->
        [one] { $count } kort blev til { $name }
       *[other] { $count } kort blev til { $name }
    }
change-merged = Flettede ind i { $subject }
change-kind-merged = Flettet med
change-kind-absorbed = Flettet ind i
change-kind-parted = Skilt igen fra
change-kind-moved = Fører nu til et andet kort
change-kind-folded = Lagt sammen med en relation, der sagde det samme
timeline-merged = { $who } flettede andre kort ind i dette
timeline-absorbed = { $who } flettede kortet ind i dette
timeline-moved = { $who } flettede kort, og det ændrede en relation
