### Customers who are silent for longer than is usual for them.

person-usual-gap = Usual days between contacts
person-stale-since = Silent from
person-quiet-until = Leave in peace until
person-last-contact-at = Last contact
person-patience = Days without contact that are allowed
company-usual-gap = Usual days between contacts
company-stale-since = Silent from
company-quiet-until = Leave in peace until
company-last-contact-at = Last contact
company-patience = Days without contact that are allowed

view-stale = Silent for longer than usual
silence-today = Silent customers
silence-usual = { $gap ->
    [one] Usually every day
   *[other] Usually every { $gap } days
}, silent for { $days ->
    [one] one day
   *[other] { $days } days
}
silence-limit = Silent for { $days ->
    [one] one day
   *[other] { $days } days
}, though something is open that allows { $limit }
silence-days = Silent for { $days ->
    [one] one day
   *[other] { $days } days
}
silence-plan = Plan
silence-leave = Leave in peace for a while
silence-week = For a week
silence-month = For a month
silence-quarter = For three months
silence-left = Nobody is reminded of this card until then
change-left-for-a-while = Left in peace for a while
person-planned-until = Planned until
