### Organisationen: steder, afdelinger, hold, og hvem der er i dem.

settings-organisation = Organisation
organisation-lead = Hvor folk arbejder: steder med afdelinger med hold. Roller kan række så langt som ens hold, afdeling eller sted.
organisation-none = Ingen enheder endnu. Begynd med et sted eller en afdeling nedenfor; små firmaer behøver ingen.
unit-location = Sted
unit-department = Afdeling
unit-team = Hold
unit-kind = Art
unit-parent = Ligger i
unit-top = Ingenting, den står øverst
unit-new = Ny enhed
unit-new-lead = Et sted, en afdeling eller et hold, for eksempel København, Salg eller Både.
unit-add = Tilføj enhed
unit-add-department = Tilføj en afdeling her
unit-add-team = Tilføj et hold her
unit-open = Navn, placering og personer
unit-added = { $name } er tilføjet
unit-saved = { $name } er gemt
unit-name-of = Navn på { $name }
unit-more = Rediger { $name }
unit-people =
    { $count ->
        [0] Ingen
        [one] { $count } person
       *[other] { $count } personer
    }
unit-place = Navn og placering
unit-here = Personer her
unit-here-lead = Man kan være i flere enheder. Én af dem er ens hjemsted, hvor man først og fremmest hører til.
unit-here-none = Ingen er i selve denne enhed.
unit-join = Tilføj en person
unit-person = Person
unit-joined = { $name } er tilføjet
unit-left = { $name } er taget ud
unit-leave = Tag ud
unit-leave-of = Tag { $name } ud af denne enhed
unit-home = Hjemsted
unit-make-home = Gør til hjemsted
unit-make-home-of = Gør dette til hjemsted for { $name }
unit-home-made = { $unit } er nu hjemsted for { $name }
unit-also-in = Også i
unit-retire = Nedlæg
unit-retire-title = Nedlæg denne enhed
unit-retire-lead = Den nedlægges sammen med det, der ligger i den, og ingen er i den længere. Navnet bliver i historikken, og den kan hentes tilbage.
unit-retired = { $name } er nedlagt
units-retired =
    { $count ->
        [one] Én enhed er nedlagt
       *[other] { $count } enheder er nedlagt
    }
unit-restore = Hent tilbage
unit-restore-of = Hent { $name } tilbage
unit-restored = { $name } er tilbage
