# Merging cards that are the same.
merge = Merge
merge-with-another = Merge with another card
merge-with = Which card is the same as { $name }?
merge-with-lead = Choose it here, or search for it. Nothing happens before you have seen both side by side.
merge-none-alike = No card looks like this one. Search for it above.
merge-title =
    { $count ->
        [one] Merge { $count } card
       *[other] Merge { $count } cards
    }
merge-lead = Choose what to keep. Everything that happened with any of them moves along, and the merge can be undone at any time.
merge-cards =
    { $count ->
        [one] Merge { $count } card
       *[other] Merge { $count } cards
    }
merge-stays = Stays
merge-side-by-side = The cards side by side
merge-created = Created { $date }
merge-keep-all = Keep all
merge-nothing-differs = The cards differ in nothing but what one of them leaves empty.
merge-comes-along = Moves along
merge-counts =
    { $talks ->
        [one] { $talks } talk
       *[other] { $talks } talks
    }, { $links ->
        [one] { $links } relation
       *[other] { $links } relations
    }
merge-into = Merged into { $name }
merge-undo = Undo merge
merge-needs-two = Select at least two cards to merge them.
merge-in-trash = { $name } lies in the trash. Restore it first, then merge.
merge-already-merged = { $name } was merged into another card meanwhile. Open the list again.
merge-changed-meanwhile = { $who } changed { $name } meanwhile: { $fields }. Nothing was merged; look at the cards again.
record-is-merged = This card was merged into another one. Undo the merge to have it back.
toast-merged =
    { $count ->
        [one] { $count } card became { $name }
       *[other] { $count } cards became { $name }
    }
change-merged = Merged into { $subject }
change-kind-merged = Merged with
change-kind-absorbed = Merged into
change-kind-parted = Separated again from
change-kind-moved = Now leads to another card
change-kind-folded = Joined with a relation that said the same
timeline-merged = { $who } merged other cards into this one
timeline-absorbed = { $who } merged the card into this one
timeline-moved = { $who } merged cards, which changed a relation
