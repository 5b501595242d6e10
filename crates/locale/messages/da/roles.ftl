### Roller: hvad man må gøre med hvilke kort og felter.

settings-roles = Roller
roles-lead = Medlemmer må alt med alle kort, indtil du giver dem egne roller. Så må de det, som rollerne tilsammen tillader.
role-name = Rolle
role-have-it = Har den
role-always = Findes altid
role-new = En egen rolle
role-new-lead = Den begynder med alt, hvad et medlem må. Sig derefter, hvad der er mindre.
role-add = Tilføj rolle
role-added = { $name } er tilføjet
role-saved = { $name } er gemt
role-retire = Nedlæg
role-retire-title = Nedlæg denne rolle
role-retire-lead = Kun når ingen har den længere.
role-retired = { $name } er nedlagt
role-restored = { $name } er tilbage
rights-title = Hvad den tillader
rights-lead = Med hvis kort noget må gøres. Den første linje gælder for alle slags kort, der ikke siger andet.
rights-card = Kort
rights-every = Alle andre
rights-inherit = Som øverst
rights-cell = { $object }: { $verb }
verb-see = Se
verb-create = Oprette
verb-edit = Rette
verb-delete = Slette
verb-export = Eksportere
verb-import = Importere
verb-merge = Flette
verb-bulk = Rette mange
reach-none = Ingen
reach-own = Egne
reach-team = Holdets
reach-department = Afdelingens
reach-location = Stedets
reach-all = Alle
fields-title = Felter: { $object }
fields-lead = Hvad man må gøre med hvert felt på de kort, rollen når.
fields-link =
    { $count ->
        [0] Felter
       *[other] Felter: { $count } begrænset
    }
field-right-editable = Kan rettes
field-right-read-only = Kun læse
field-right-hidden = Skjult
fields-saved = Felterne er gemt
member-open = Roller og enheder
member-roles = Egne roller
member-roles-lead = { $name } er { $role }. Uden en egen rolle må de alt, hvad det tillader; med nogle det, de tilsammen tillader.
member-roles-admin = { $name } er { $role } og må alt, uanset roller.
member-roles-none = Der er ingen egne roller endnu.
member-roles-make = Lav en
member-roles-saved = Roller for { $name } er gemt
member-units = Enheder
member-units-none = { $name } er ikke i nogen enhed. Hold, afdeling og sted er kun personen selv.
member-may = Hvad { $name } må

# Deling af ét kort
share = Del
share-card = Del { $name }
share-lead = Nogen ser dette kort eller retter det ud over det, deres rolle giver ret til.
share-with = Med
share-choose = Vælg en person eller en enhed
share-unit = Alle i { $unit }
share-may = De må
share-may-see = Se det
share-may-edit = Se og rette det
share-until = Til og med
share-until-help = Delingen slutter med denne dag. Lad feltet stå tomt for at dele uden slutdato.
share-for-good = Uden slutdato
share-by = Delt af
share-present = Delt med
share-none = Dette kort er ikke delt med nogen.
share-end = Afslut
share-end-with = Afslut deling med { $name }
toast-shared = Delt med { $name }
toast-unshared = Ikke længere delt med { $name }

# Hvorfor nogen må se et kort
why = Hvorfor kan jeg se det her?
why-of = Hvorfor kan { $name } se det her?
why-lead = Hver linje nedenfor ville være nok i sig selv.
why-who = Person
why-ask = Vis
why-see = At se det
why-edit = At rette det
why-see-not = Vedkommende må ikke se dette kort.
why-edit-not = Intet giver ret til at rette dette kort.
why-built-in = Rollen { $role } dækker alle kort i arbejdsområdet.
why-role-all = Rollen { $role } dækker alles kort af denne slags ({ $cards }).
why-role-own = Rollen { $role } dækker ens egne kort, og dette er et af dem.
why-role-unit = Rollen { $role } dækker kort hos alle i { $unit }, og dette hører til { $whose }.
why-shared = { $who } har delt det med { $with }.
why-shared-until = { $who } har delt det med { $with } til og med { $until }.

# An administrator looks as a member
view-as = Se som { $name }
view-as-lead = Du ser arbejdsområdet, som { $name } gør, og ændrer intet imens. At du har set, står i loggen.
view-as-banner = Du ser Kartotek, som { $name } gør. Intet kan ændres.
view-as-end = Stop
