### Relating many cards with one.

bulk-relate = Koppla
bulk-relate-title = Koppla { $count } kort
bulk-relate-lead = Vart och ett kopplas till ett kort; du ser det först och kan ångra allt på en gång.
bulk-relate-add = Lägg till relationen
bulk-relate-remove = Ta bort relationen
bulk-relate-role = Bara relationer med den här rollen tas bort; alla om fältet är tomt.
