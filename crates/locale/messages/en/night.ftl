# Cards that are merged at night without asking.
duplicates-merged = Merged at night
duplicates-merged-title = Merged at night
duplicates-merged-lead = These cards were certainly the same, so they were merged without asking. What you take back is not merged again.
duplicates-merged-into =
    { $count ->
        [one] One card became part of it · { $when }
       *[other] { $count } cards became part of it · { $when }
    }
duplicates-undo-all = Undo all
toast-duplicates-undoing = The merges are being undone
duplicates-nights-undone =
    { $count ->
        [one] One merge undone
       *[other] { $count } merges undone
    }
job-records-undo-nights = Undo what was merged at night
duplicates-scanned-merged = Compared { $cards } cards, { $pairs } pairs may be the same; { $merged } merged
duplicates-at-night = Cards that are certainly the same
duplicates-at-night-help = Cards are compared every night. What is merged stands on the page Duplicates for a week and can be undone; cards of different owners are never merged without asking.
duplicates-at-night-ask = Ask somebody
duplicates-at-night-merge = Merge them at night

# Rows of a file that are like cards.
import-match-likeness = Likeness: what is surely the same
import-alike = may be the same as another card
