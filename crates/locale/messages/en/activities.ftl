### Notes, calls, tasks, the timeline and Today.

note = Note
note-many = Notes
new-note = New note
create-note = Create note
empty-note = No notes yet
empty-note-text = A note keeps what you want remembered about a person, a company or a household. Write it on their card; all notes come together here.
call = Call
call-many = Calls
new-call = New call
create-call = Create call
empty-call = No calls yet
empty-call-text = A call keeps who talked to whom and what came of it, so that nobody calls twice. Log it on the card; all calls come together here.
task = Task
task-many = Tasks
new-task = New task
create-task = Create task
empty-task = No tasks yet
empty-task-text = A task is something you promised, with a day, for yourself or a colleague. It shows up in Today when it is due, so that nothing is forgotten.

## Fields of a note

note-text = Text
note-about = About
note-at = When
note-owner = Written by
note-pinned = Pinned on top

## Fields of a call

call-text = What was said
call-about = Card
call-direction = Direction
call-outcome = Outcome
call-number = Number
call-duration = Duration in seconds
call-call-back-at = Call back at
call-at = When
call-owner = By
call-despite = Made despite a warning
call-back-needs-a-time = Enter when to call back

## Fields of a task

task-subject = Task
task-kind = Kind
task-about = Card
task-due-at = Due
task-priority = Priority
task-assignee = Assigned to
task-repeat = Repeats
task-number = Number
task-text = Details
task-done-at = Done
task-open-at = Open until
task-at = When
task-owner = Created by
task-call-back = Call back { $name }
not-a-repeat-rule = This repetition cannot be read. Use a rule such as FREQ=WEEKLY.
repeat-needs-a-day = Enter when it is due, so that it can repeat

## Choices

direction-out = Outgoing
direction-in = Incoming
outcome-reached = Reached
outcome-not-reached = Not reached
outcome-call-back = Call back
outcome-not-interested = Not interested
outcome-do-not-call = Do not call again
priority-high = High
priority-normal = Normal
priority-low = Low
task-kind-task = Task
task-kind-call-back = Callback
repeat-never = Does not repeat
repeat-daily = Every day
repeat-weekdays = Every working day
repeat-weekly = Every week
repeat-fortnightly = Every two weeks
repeat-monthly = Every month
repeat-quarterly = Every three months
repeat-yearly = Every year

## Writing down

composer = Write down what happened
note-what = What is worth remembering?
call-what = What was said?
call-minutes = Minutes
save-note = Save note
save-call = Log call
save-task = Add task
toast-note = Note saved
toast-call = Call logged
toast-task = Task added
later = Later
later-hour = In an hour
later-week = Next week
toast-task-done = Task done
toast-snoozed = Task moved

## The timeline

timeline = Timeline
timeline-next = What is next
timeline-empty = Nothing has happened yet. Write a note, log a call or add a task.
timeline-created = { $who } created this card
timeline-edited = { $who } changed { $fields }
timeline-trashed = { $who } moved this card to the trash
timeline-restored = { $who } restored this card
timeline-linked = { $who } added a relation
timeline-unlinked = { $who } removed a relation
timeline-relinked = { $who } changed a relation
undone = undone
a-card = a card
wrote-note = wrote a note
called = called
was-called = took a call
did-task = finished

## Today

today-count =
    { $count ->
        [one] { $count } thing to do
       *[other] { $count } things to do
    }
today-due = To do
today-nothing = Nothing to do
today-nothing-text = Tasks and callbacks show up here when they are due.
today-left-alone =
    { $count ->
        [one] 1 promise to somebody who wants to be left alone is not shown.
       *[other] { $count } promises to people who want to be left alone are not shown.
    }
today-order = Sorted by
today-by-time = Time
today-by-worth = Worth
today-at-stake = Open deals with them
today-more = The first { $shown } of { $count } are shown.
today-show-all = Show all
today-ahead = The next seven days
today-birthdays = Birthdays
today-no-birthdays = No birthdays this week
today-nothing-seen = Cards you open show up here
