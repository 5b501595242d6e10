### Organisationen: platser, avdelningar, grupper och vilka som ingår.

settings-organisation = Organisation
organisation-lead = Var folk arbetar: platser med avdelningar med grupper. Roller kan nå så långt som ens grupp, avdelning eller plats.
organisation-none = Inga enheter ännu. Börja med en plats eller avdelning nedan; små företag behöver inga.
unit-location = Plats
unit-department = Avdelning
unit-team = Grupp
unit-kind = Typ
unit-parent = Ligger i
unit-top = Ingenting, den står överst
unit-new = Ny enhet
unit-new-lead = En plats, avdelning eller grupp, till exempel Köpenhamn, Försäljning eller Båtar.
unit-add = Lägg till enhet
unit-add-department = Lägg till en avdelning här
unit-add-team = Lägg till en grupp här
unit-open = Namn, placering och personer
unit-added = { $name } har lagts till
unit-saved = { $name } har sparats
unit-name-of = Namn på { $name }
unit-more = Ändra { $name }
unit-people =
    { $count ->
        [0] Ingen
        [one] { $count } person
       *[other] { $count } personer
    }
unit-place = Namn och placering
unit-here = Personer här
unit-here-lead = Man kan ingå i flera enheter. En av dem är hemvisten, där man i första hand hör hemma.
unit-here-none = Ingen ingår i just den här enheten.
unit-join = Lägg till någon
unit-person = Person
unit-joined = { $name } har lagts till
unit-left = { $name } har tagits bort
unit-leave = Ta bort
unit-leave-of = Ta bort { $name } från enheten
unit-home = Hemvist
unit-make-home = Gör till hemvist
unit-make-home-of = Gör detta till hemvist för { $name }
unit-home-made = { $unit } är nu hemvist för { $name }
unit-also-in = Även i
unit-retire = Avveckla
unit-retire-title = Avveckla enheten
unit-retire-lead = Den avvecklas tillsammans med det som ligger i den, och ingen ingår längre. Namnet står kvar i historiken och den kan återställas.
unit-retired = { $name } har avvecklats
units-retired =
    { $count ->
        [one] En enhet har avvecklats
       *[other] { $count } enheter har avvecklats
    }
unit-restore = Återställ
unit-restore-of = Återställ { $name }
unit-restored = { $name } är tillbaka
