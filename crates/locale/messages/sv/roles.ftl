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

# Dela ett kort
share = Dela
share-card = Dela { $name }
share-lead = Någon ser det här kortet eller ändrar det utöver vad rollen tillåter.
share-with = Med
share-choose = Välj en person eller en enhet
share-unit = Alla i { $unit }
share-may = De får
share-may-see = Se det
share-may-edit = Se och ändra det
share-until = Till och med
share-until-help = Delningen slutar med den här dagen. Lämna tomt för att dela tills vidare.
share-for-good = Tills vidare
share-by = Delat av
share-present = Delat med
share-none = Det här kortet är inte delat med någon.
share-end = Avsluta
share-end-with = Sluta dela med { $name }
toast-shared = Delat med { $name }
toast-unshared = Inte längre delat med { $name }

# Varför någon får se ett kort
why = Varför kan jag se det här?
why-of = Varför kan { $name } se det här?
why-lead = Varje rad nedan skulle räcka ensam.
why-who = Person
why-ask = Visa
why-see = Att se det
why-edit = Att ändra det
why-see-not = Personen får inte se det här kortet.
why-edit-not = Inget tillåter att kortet ändras.
why-built-in = Rollen { $role } omfattar alla kort i arbetsytan.
why-role-all = Rollen { $role } omfattar allas kort av det här slaget ({ $cards }).
why-role-own = Rollen { $role } omfattar ens egna kort, och det här är ett av dem.
why-role-unit = Rollen { $role } omfattar korten hos alla i { $unit }, och det här hör till { $whose }.
why-shared = { $who } har delat det med { $with }.
why-shared-until = { $who } har delat det med { $with } till och med { $until }.

# An administrator looks as a member
view-as = Visa som { $name }
view-as-lead = Du ser arbetsytan som { $name } gör och ändrar inget under tiden. Att du har tittat sparas i loggen.
view-as-banner = Du ser Kartotek som { $name } gör. Inget kan ändras.
view-as-end = Sluta
