### Kunder som varit tysta längre än vanligt.

person-usual-gap = Dagar mellan kontakter, vanligen
person-stale-since = Tyst från
person-quiet-until = Lämna i fred till
person-last-contact-at = Senaste kontakt
person-patience = Tillåtna dagar utan kontakt
company-usual-gap = Dagar mellan kontakter, vanligen
company-stale-since = Tyst från
company-quiet-until = Lämna i fred till
company-last-contact-at = Senaste kontakt
company-patience = Tillåtna dagar utan kontakt

view-stale = Tysta längre än vanligt
silence-today = Tysta kunder
silence-usual = { $gap ->
    [one] Vanligen varje dag
   *[other] Vanligen var { $gap }:e dag
}, tyst i { $days ->
    [one] en dag
   *[other] { $days } dagar
}
silence-limit = Tyst i { $days ->
    [one] en dag
   *[other] { $days } dagar
}, fast något är öppet som tillåter { $limit }
silence-days = Tyst i { $days ->
    [one] en dag
   *[other] { $days } dagar
}
silence-plan = Planera
silence-leave = Lämna i fred ett tag
silence-week = I en vecka
silence-month = I en månad
silence-quarter = I tre månader
silence-left = Ingen påminns om kortet före dess
change-left-for-a-while = Lämnad i fred ett tag
person-planned-until = Planerat till
