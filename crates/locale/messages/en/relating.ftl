### Relating many cards with one.

bulk-relate = Relate
bulk-relate-title = Relate { $count } cards
bulk-relate-lead = Each of them is connected with one card; you see it first, and can undo it as one.
bulk-relate-add = Add the relation
bulk-relate-remove = Take the relation away
bulk-relate-role = Only relations with this role are taken away; all when it is empty.
