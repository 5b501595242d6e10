### The import wizard.

## Steps

import-steps = Steps of the import
import-step-file = File
import-step-understood = What we understood
import-step-columns = Columns
import-step-try = Trial run
import-step-result = Result

## The file

import-drop = Drop a file here, or choose one
import-drop-kinds = Excel (XLSX), CSV, TSV or vCard, from any address book or CRM, up to 2 GB
import-drop-promise = Nothing is saved before you have seen what will happen.
import-template = Or fill in an empty workbook first:
import-read-file = Read the file
import-no-file = Choose a file
import-empty-file = This file is empty. Choose another.
import-other-file = Other file
import-another-file = Import another file
import-earlier = Earlier imports
import-file = File
import-what-happened = What happened
import-by = imported by { $name }
import-state-mapping = Not started
import-state-dry-run = Counting
import-state-running = Running
import-state-done = Done
import-state-failed = Failed
import-state-undone = Undone
import-state-cancelled = Stopped
import-count-created = { $count } created
import-count-updated = { $count } updated
import-count-unchanged = { $count } unchanged
import-count-rejected = { $count } rejected

## What we understood

import-about = about { $rows }
import-rows =
    { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
import-cards =
    { $count ->
        [one] { $count } card
       *[other] { $count } cards
    }
import-from-program = This is an export from { $program }. Its columns are known.
import-encoding = Encoding
import-separator = Separator
import-sheet = Sheet
import-sheet-hidden = hidden
import-comma = Comma
import-semicolon = Semicolon
import-bar = Bar
import-tab = Tab
import-first-row = First row
import-first-row-names = Names of the columns
import-first-row-card = Already a card
import-each-row = Each row is a
import-column = Column in the file
import-column-number = Column { $number }
import-samples = Samples
import-beginning = Beginning of the file
import-more-columns =
    { $count ->
        [one] And { $count } more column
       *[other] And { $count } more columns
    }
import-to-columns = Match the columns
import-read-again = Read the file again
import-no-rows = There are no rows in this file. Check the separator and the first row, or choose another file.
import-no-cards = There are no cards in this file. Choose another file.
import-cards-understood = These are the first cards in the file:
import-script-western = Western Europe
import-script-turkish = Turkish
import-script-cyrillic = Cyrillic
import-script-central-european = Central Europe
import-script-greek = Greek
import-script-hebrew = Hebrew
import-script-arabic = Arabic
import-script-baltic = Baltic
import-script-chinese = Chinese
import-script-chinese-traditional = traditional Chinese
import-script-japanese = Japanese
import-script-korean = Korean

## Columns

import-goes-to = Goes to
import-column-goes-to = { $column } goes to
import-note = Note
import-leave-out = Leave out
import-left-out = Left out
import-empty-columns =
    { $count ->
        [one] { $count } column has no values at the beginning of the file
       *[other] { $count } columns have no values at the beginning of the file
    }
import-other-targets = Other
import-related = Related person
import-related-role = Role of related person
import-labelled = as “{ $label }”
import-several-values = several values, separated by { $mark }
import-cells-of-errors =
    { $count ->
        [one] { $count } cell says { $error } and counts as empty
       *[other] { $count } cells say { $error } and count as empty
    }
import-yes-means = yes means: { $meaning }
import-written = how it is written
import-written-as-found = Find out
import-day-first = day, month, year
import-month-first = month, day, year
import-decimal-comma = 1.250,50
import-decimal-point = 1,250.50
import-look-again = Check the order
import-mode = What the import does
import-mode-both = Create new cards and update known ones
import-mode-both-note = What the file leaves empty stays as it is.
import-mode-create = Only create new cards
import-mode-create-note = What is here already is skipped.
import-mode-update = Only update known cards
import-mode-update-note = What is not here yet is skipped.
import-match = Recognise known cards by
import-match-help = The first that fits counts. Without any, everything becomes a new card.
import-try = Try it without saving

## Trial run

import-nothing-saved = nothing saved yet
import-whole-file = The whole file
import-counting = Counting what will happen
import-stop-counting = Stop counting
import-count-whole-file = Count the whole file
import-done-of = { $done } of { $total }
import-would-happen = What will happen
import-created = created
import-updated = updated
import-unchanged = unchanged
import-skipped = skipped
import-rejected = rejected
import-named = related cards created
import-nothing-to-do = The cards are all as the file says already, or no row can be taken. There is nothing to import.
import-start = Start the import
import-start-count =
    { $count ->
        [one] Import { $count } card
       *[other] Import { $count } cards
    }
import-discard = Discard
import-discarded = The import was discarded
import-row-by-row = Row by row
import-line = Line
import-row-number = Row
import-what-happens = What happens
import-create = Create
import-update = Update
import-same = Unchanged
import-skip = Skip
import-reject = Reject
import-no-match = No such card yet
import-changes = Changes: { $fields }
import-same-why = Everything is on the card already
import-skip-why = Not asked for
import-card-of-this-file = Card from an earlier row
import-first-rows-only =
    { $count ->
        [one] Only the first row is shown.
       *[other] Only the first { $count } rows are shown.
    }

## While it runs

import-progress = Progress
import-waiting = Waiting for other work to end
import-beginning-to-read = Reading the file
import-linking = Linking the cards
import-rate = { $count } a second
import-left = { $time } left
import-may-close = You may close this page. The work goes on.
import-stop = Stop
import-stopping = Stopping

## Result

import-are-in =
    { $count ->
        [one] { $count } card is in.
       *[other] { $count } cards are in.
    }
import-took = It took { $time }.
import-can-be-undone = The import can be undone as a whole.
import-was-undone = This import was undone. What others changed since stayed as it is.
import-was-discarded = This import was discarded before it began.
import-was-stopped = This import was stopped. What came in before is here, and can be undone.
import-has-failed = This import stopped because of an error. What came in before is here, and can be undone.
import-taking-back = Undoing the import
import-see-cards = See the cards
import-rejected-rows =
    { $count ->
        [one] { $count } rejected row
       *[other] { $count } rejected rows
    }
import-rejected-file = rejected
import-undo = Undo the import
