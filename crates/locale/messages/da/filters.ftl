### Filters: how they are built, and how they read as sentences.

filter-too-deep = Filteret går gennem for mange kort: højst fire. Fjern et led.
filter-leads-nowhere = En betingelse fører til kort, der ikke findes her. Vælg en anden.
filter-and = og
filter-none = ingen betingelse
filter-not-all = ikke alle betingelser
filter-add-group = Tilføj gruppe
filter-remove-group = Fjern gruppen
filter-steps = Forbundne kort
filter-find = Find et kort
filter-my-team = mit team
filter-retired = { $name } (ude af brug)
filter-found = Fundet: { $count }
filter-how-has = har
filter-how-has-no = har ingen
filter-how-ever = har eller har haft
filter-how-never = har aldrig haft

## Sentences. A group is put into brackets where it would be misread.

filter-said = { $many }: { $sentence }
filter-said-and = { $first } og { $second }
filter-said-or = { $first } eller { $second }
filter-said-comma = { $first }, { $second }
filter-said-group = ({ $group })
filter-said-none = ingen af disse: ({ $group })
filter-said-not = ikke ({ $group })
filter-said-line = { $field } { $op } { $value }
filter-said-from = har { $name }
filter-said-from-where = har { $name } hvor { $rest }
filter-said-from-no = har ingen { $name }
filter-said-from-no-where = har ingen { $name } hvor { $rest }
filter-said-to = har { $name }
filter-said-to-where = har { $name } hvor { $rest }
filter-said-to-no = har ingen { $name }
filter-said-to-no-where = har ingen { $name } hvor { $rest }
filter-said-relation = har »{ $name }«
filter-said-relation-where = har »{ $name }« hvor { $rest }
filter-said-relation-no = har ingen »{ $name }«
filter-said-relation-no-where = har ingen »{ $name }« hvor { $rest }
filter-said-ever = har eller har haft »{ $name }«
filter-said-ever-where = har eller har haft »{ $name }« hvor { $rest }
filter-said-ever-no = har aldrig haft »{ $name }«
filter-said-ever-no-where = har aldrig haft »{ $name }« hvor { $rest }
filter-said-last-d =
    { $count ->
        [one] { $field } er inden for det seneste døgn
       *[other] { $field } er inden for de seneste { $count } dage
    }
filter-said-last-w =
    { $count ->
        [one] { $field } er inden for den seneste uge
       *[other] { $field } er inden for de seneste { $count } uger
    }
filter-said-last-m =
    { $count ->
        [one] { $field } er inden for den seneste måned
       *[other] { $field } er inden for de seneste { $count } måneder
    }
filter-said-last-y =
    { $count ->
        [one] { $field } er inden for det seneste år
       *[other] { $field } er inden for de seneste { $count } år
    }
