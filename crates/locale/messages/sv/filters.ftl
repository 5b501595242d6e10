### Filters: how they are built, and how they read as sentences.

filter-too-deep = Filtret går genom för många kort: högst fyra. Ta bort ett led.
filter-leads-nowhere = Ett villkor leder till kort som inte finns här. Välj ett annat.
filter-and = och
filter-none = inget villkor
filter-not-all = inte alla villkor
filter-add-group = Lägg till grupp
filter-remove-group = Ta bort gruppen
filter-steps = Kopplade kort
filter-find = Hitta ett kort
filter-my-team = mitt team
filter-retired = { $name } (används inte längre)
filter-found = Träffar: { $count }
filter-how-has = har
filter-how-has-no = har inga
filter-how-ever = har eller har haft
filter-how-never = har aldrig haft

## Sentences. A group is put into brackets where it would be misread.

filter-said = { $many }: { $sentence }
filter-said-and = { $first } och { $second }
filter-said-or = { $first } eller { $second }
filter-said-comma = { $first }, { $second }
filter-said-group = ({ $group })
filter-said-none = inget av detta: ({ $group })
filter-said-not = inte ({ $group })
filter-said-line = { $field } { $op } { $value }
filter-said-from = har { $name }
filter-said-from-where = har { $name } där { $rest }
filter-said-from-no = har inga { $name }
filter-said-from-no-where = har inga { $name } där { $rest }
filter-said-to = har { $name }
filter-said-to-where = har { $name } där { $rest }
filter-said-to-no = har inga { $name }
filter-said-to-no-where = har inga { $name } där { $rest }
filter-said-relation = har ”{ $name }”
filter-said-relation-where = har ”{ $name }” där { $rest }
filter-said-relation-no = har inga ”{ $name }”
filter-said-relation-no-where = har inga ”{ $name }” där { $rest }
filter-said-ever = har eller har haft ”{ $name }”
filter-said-ever-where = har eller har haft ”{ $name }” där { $rest }
filter-said-ever-no = har aldrig haft ”{ $name }”
filter-said-ever-no-where = har aldrig haft ”{ $name }” där { $rest }
filter-said-last-d =
    { $count ->
        [one] { $field } är det senaste dygnet
       *[other] { $field } är de senaste { $count } dagarna
    }
filter-said-last-w =
    { $count ->
        [one] { $field } är den senaste veckan
       *[other] { $field } är de senaste { $count } veckorna
    }
filter-said-last-m =
    { $count ->
        [one] { $field } är den senaste månaden
       *[other] { $field } är de senaste { $count } månaderna
    }
filter-said-last-y =
    { $count ->
        [one] { $field } är det senaste året
       *[other] { $field } är de senaste { $count } åren
    }
