### Roller: vad man får göra med vilka kort och fält.

settings-roles = Roller
roles-lead = Medlemmar får göra allt med alla kort tills du ger dem egna roller. Då får de göra det rollerna tillåter tillsammans.
role-name = Roll
role-have-it = Har den
role-always = Finns alltid
role-new = En egen roll
role-new-lead = Den börjar med allt en medlem får göra. Säg sedan vad som ska vara mindre.
role-add = Lägg till roll
role-added = { $name } har lagts till
role-saved = { $name } har sparats
role-retire = Avveckla
role-retire-title = Avveckla rollen
role-retire-lead = Bara när ingen har den längre.
role-retired = { $name } har avvecklats
role-restored = { $name } är tillbaka
rights-title = Vad den tillåter
rights-lead = Med vems kort något får göras. Den första raden gäller alla slags kort som inte säger annat.
rights-card = Kort
rights-every = Alla andra
rights-inherit = Som överst
rights-cell = { $object }: { $verb }
verb-see = Se
verb-create = Skapa
verb-edit = Ändra
verb-delete = Ta bort
verb-export = Exportera
verb-import = Importera
verb-merge = Slå ihop
verb-bulk = Ändra många
reach-none = Inga
reach-own = Egna
reach-team = Gruppens
reach-department = Avdelningens
reach-location = Platsens
reach-all = Alla
fields-title = Fält: { $object }
fields-lead = Vad man får göra med varje fält på de kort rollen når.
fields-link =
    { $count ->
        [0] Fält
       *[other] Fält: { $count } begränsade
    }
field-right-editable = Kan ändras
field-right-read-only = Bara läsa
field-right-hidden = Dolt
fields-saved = Fälten har sparats
member-open = Roller och enheter
member-roles = Egna roller
member-roles-lead = { $name } är { $role }. Utan egen roll får de allt det tillåter; med några det de tillåter tillsammans.
member-roles-admin = { $name } är { $role } och får göra allt, oavsett roller.
member-roles-none = Det finns inga egna roller ännu.
member-roles-make = Skapa en
member-roles-saved = Roller för { $name } har sparats
member-units = Enheter
member-units-none = { $name } ingår inte i någon enhet. Grupp, avdelning och plats är bara personen själv.
member-may = Vad { $name } får göra
