### Kunder, der har været tavse længere end normalt.

person-usual-gap = Dage mellem kontakter, normalt
person-stale-since = Tavs fra
person-quiet-until = Lad være i fred til
person-last-contact-at = Seneste kontakt
person-patience = Tilladte dage uden kontakt
company-usual-gap = Dage mellem kontakter, normalt
company-stale-since = Tavs fra
company-quiet-until = Lad være i fred til
company-last-contact-at = Seneste kontakt
company-patience = Tilladte dage uden kontakt

view-stale = Tavse længere end normalt
silence-today = Tavse kunder
silence-usual = { $gap ->
    [one] Normalt hver dag
   *[other] Normalt hver { $gap }. dag
}, tavs i { $days ->
    [one] én dag
   *[other] { $days } dage
}
silence-limit = Tavs i { $days ->
    [one] én dag
   *[other] { $days } dage
}, selv om noget er åbent, der tillader { $limit }
silence-days = Tavs i { $days ->
    [one] én dag
   *[other] { $days } dage
}
silence-plan = Planlæg
silence-leave = Lad være i fred et stykke tid
silence-week = I en uge
silence-month = I en måned
silence-quarter = I tre måneder
silence-left = Ingen bliver mindet om kortet før da
change-left-for-a-while = Ladt i fred et stykke tid
person-planned-until = Planlagt til
