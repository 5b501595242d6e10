### History and trash: what was done, by whom, and the way back.

history-lead = Everything that was done, newest first. Each step can be undone, also weeks later.
history-none = Nothing has been changed yet.
history-newest = Newest
history-older = Older
history-when = When
history-what = What
history-who = Who
history-through = Through
history-changes = Changes
history-undone = Undone
history-undone-by = What undid this
history-undoes = What this undid
history-count =
    { $count ->
        [one] { $count } change
       *[other] { $count } changes
    }
history-part-of =
    { $count ->
        [one] Part of { $count } change
       *[other] Part of { $count } changes
    }
history-set-empty = This step changed no card.
history-card = Card
history-several = several cards
history-nothing = nothing
history-became = became
history-of = History of { $name }
history-as-it-was = As it was on
history-show = Show
history-as-it-was-on = As it was on { $day }
history-was-not = This card did not exist yet.
history-was-trashed = It was in the trash that day.

## What happened to a card

change-kind-created = Created
change-kind-edited = Edited
change-kind-trashed = Moved to the trash
change-kind-restored = Restored from the trash
change-kind-linked = Connected
change-kind-unlinked = Disconnected

## What somebody did in one go

change-created = Created { $subject }
change-edited = Edited { $subject }
change-trashed = Moved { $subject } to the trash
change-restored = Restored { $subject }
change-linked = Connected { $subject }
change-unlinked = Disconnected { $subject }
change-undone = Undid: { $subject }
change-redone = Redid: { $subject }
change-imported = Imported { $subject }
change-logged = Logged with { $subject }
change-commented = Commented on { $subject }
change-task-done = Finished { $subject }
change-snoozed = Postponed { $subject }
change-photo = Changed the photo of { $subject }

## Through what

through-page = Kartotek
through-import = Import
through-cli = Command line
through-api = Program
through-mcp = Assistant
through-job = Background work
through-system = Kartotek itself
through-undo = Undo

## Trash

trash-lead = Deleted cards stay here, with everything on them, until they are restored.
trash-empty-title = The trash is empty
trash-empty-text = Cards that somebody deletes wait here and can be restored whole.
trash-kinds = Kinds of cards
trash-when = Deleted
