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
