### Filters: how they are built, and how they read as sentences.

filter-too-deep = Филтърът минава през твърде много картони: най-много четири. Махнете една стъпка.
filter-leads-nowhere = Едно условие води до картони, които тук не съществуват. Изберете друго.
filter-and = и
filter-none = нито едно условие
filter-not-all = не всички условия
filter-add-group = Добавяне на група
filter-remove-group = Премахване на групата
filter-steps = Свързани картони
filter-find = Намерете картон
filter-my-team = моят екип
filter-retired = { $name } (извън употреба)
filter-found = Намерени: { $count }
filter-how-has = има
filter-how-has-no = няма
filter-how-ever = има или е имало
filter-how-never = никога не е имало

## Sentences. A group is put into brackets where it would be misread.

filter-said = { $many }: { $sentence }
filter-said-and = { $first } и { $second }
filter-said-or = { $first } или { $second }
filter-said-comma = { $first }, { $second }
filter-said-group = ({ $group })
filter-said-none = нито едно от: ({ $group })
filter-said-not = не е вярно, че ({ $group })
filter-said-line = { $field } { $op } { $value }
filter-said-from = има { $name }
filter-said-from-where = има { $name }, където { $rest }
filter-said-from-no = няма { $name }
filter-said-from-no-where = няма { $name }, където { $rest }
filter-said-to = има { $name }
filter-said-to-where = има { $name }, където { $rest }
filter-said-to-no = няма { $name }
filter-said-to-no-where = няма { $name }, където { $rest }
filter-said-relation = има „{ $name }“
filter-said-relation-where = има „{ $name }“, където { $rest }
filter-said-relation-no = няма „{ $name }“
filter-said-relation-no-where = няма „{ $name }“, където { $rest }
filter-said-ever = има или е имало „{ $name }“
filter-said-ever-where = има или е имало „{ $name }“, където { $rest }
filter-said-ever-no = никога не е имало „{ $name }“
filter-said-ever-no-where = никога не е имало „{ $name }“, където { $rest }
filter-said-last-d =
    { $count ->
        [one] { $field } е през последния ден
       *[other] { $field } е през последните { $count } дни
    }
filter-said-last-w =
    { $count ->
        [one] { $field } е през последната седмица
       *[other] { $field } е през последните { $count } седмици
    }
filter-said-last-m =
    { $count ->
        [one] { $field } е през последния месец
       *[other] { $field } е през последните { $count } месеца
    }
filter-said-last-y =
    { $count ->
        [one] { $field } е през последната година
       *[other] { $field } е през последните { $count } години
    }
