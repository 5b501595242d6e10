### Filters: how they are built, and how they read as sentences.

filter-too-deep = This filter leads through too many cards: four at most. Take one step out.
filter-leads-nowhere = A condition leads to cards that do not exist here. Choose another.
filter-and = and
filter-none = no condition
filter-not-all = not all conditions
filter-add-group = Add group
filter-remove-group = Remove this group
filter-steps = Connected cards
filter-find = Find a card
filter-my-team = my team
filter-retired = { $name } (out of use)
filter-found = Matches: { $count }
filter-how-has = has
filter-how-has-no = has no
filter-how-ever = has or had
filter-how-never = never had

## Sentences. A group is put into brackets where it would be misread.

filter-said = { $many }: { $sentence }
filter-said-and = { $first } and { $second }
filter-said-or = { $first } or { $second }
filter-said-comma = { $first }, { $second }
filter-said-group = ({ $group })
filter-said-none = neither of these: ({ $group })
filter-said-not = not ({ $group })
filter-said-line = { $field } { $op } { $value }
filter-said-from = has { $name }
filter-said-from-where = has { $name } where { $rest }
filter-said-from-no = has no { $name }
filter-said-from-no-where = has no { $name } where { $rest }
filter-said-to = has { $name }
filter-said-to-where = has { $name } where { $rest }
filter-said-to-no = has no { $name }
filter-said-to-no-where = has no { $name } where { $rest }
filter-said-relation = has “{ $name }”
filter-said-relation-where = has “{ $name }” where { $rest }
filter-said-relation-no = has no “{ $name }”
filter-said-relation-no-where = has no “{ $name }” where { $rest }
filter-said-ever = has or had “{ $name }”
filter-said-ever-where = has or had “{ $name }” where { $rest }
filter-said-ever-no = never had “{ $name }”
filter-said-ever-no-where = never had “{ $name }” where { $rest }
filter-said-last-d =
    { $count ->
        [one] { $field } is in the last day
       *[other] { $field } is in the last { $count } days
    }
filter-said-last-w =
    { $count ->
        [one] { $field } is in the last week
       *[other] { $field } is in the last { $count } weeks
    }
filter-said-last-m =
    { $count ->
        [one] { $field } is in the last month
       *[other] { $field } is in the last { $count } months
    }
filter-said-last-y =
    { $count ->
        [one] { $field } is in the last year
       *[other] { $field } is in the last { $count } years
    }
