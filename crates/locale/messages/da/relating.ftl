### Relating many cards with one.

bulk-relate = Forbind
bulk-relate-title = Forbind { $count } kort
bulk-relate-lead = Hvert af dem forbindes med ét kort; du ser det først og kan fortryde det samlet.
bulk-relate-add = Tilføj relationen
bulk-relate-remove = Fjern relationen
bulk-relate-role = Kun relationer med denne rolle fjernes; alle, når feltet er tomt.
