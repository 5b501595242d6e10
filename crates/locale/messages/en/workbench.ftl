### The shell, lists, cards and forms that every object has.

## The way around

nav-today = Today
nav-search = Search
nav-new = New
nav-cards = Cards
nav-more = More
nav-import = Import
nav-history = History
nav-trash = Trash
nav-settings = Settings
shell-skip = Skip to content
shell-navigation = Main navigation
shell-bar = Quick navigation
shell-search-or-do = Search or do
shell-results = Results
shell-choose = choose
shell-open = open
shell-in-new-tab = in a new tab
shell-narrow-sidebar = Narrow sidebar
shell-sidebar-width = Narrow or wide sidebar
shell-shortcuts = Keyboard shortcuts
shell-offline = No connection. What you typed is still here; try again when you are back online.
shell-failed = That did not work, and nothing was changed. Try again.
shortcuts-anywhere = Anywhere
shortcuts-list = In a list
shortcut-search = Search
shortcut-new = New card or task
shortcut-shortcuts = Show the shortcuts
shortcut-move = Move down and up
shortcut-open = Open
shortcut-peek = Preview
shortcut-select = Select
shortcut-widths = Column width, on its heading
crumbs = You are here

## Lists

views = Views
view-all = All
view-mine = Mine
view-silent = No talk for 30 days
view-birthdays = Birthdays in 30 days
find-in-list = Find in this list
list-nothing-found = Nothing found
list-nothing-found-text = Nothing here fits the search and the filters. Take one of them away, or show all.
show-all = Show all
peek = Preview
select = Select
select-all = Select all
select-first = Select at least one row first.
selected-count-text = # selected
export-xlsx = Export as Excel (XLSX)
export-csv = Export as CSV
export-vcard = Export as vCard

## Filters

filter = Filter
filters = Search and filters
filter-remove = Remove this condition
filter-where = Match
filter-joint = Which conditions must hold
filter-all = all conditions
filter-any = any condition
filter-add = Add condition
filter-show = Show results
filter-field = Field
filter-choose = Choose a field
filter-comparison = Comparison
filter-value = Value
filter-day-help = such as today or 22 November
or = or
me = me
op-is = is
op-is-not = is not
op-contains = contains
op-contains-not = does not contain
op-starts-with = starts with
op-over = is over
op-under = is under
op-between = is between
op-on = is on
op-before = is before
op-after = is after
op-empty = is empty
op-not-empty = is not empty
day-today = today
day-yesterday = yesterday
day-tomorrow = tomorrow
day-this-week = this week
day-last-week = last week
day-next-week = next week
day-this-month = this month
day-last-month = last month
day-next-month = next month
day-this-quarter = this quarter
day-last-quarter = last quarter
day-next-quarter = next quarter
day-this-year = this year
day-last-year = last year
day-next-year = next year
day-d-ago =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }
day-w-ago =
    { $count ->
        [one] { $count } week ago
       *[other] { $count } weeks ago
    }
day-m-ago =
    { $count ->
        [one] { $count } month ago
       *[other] { $count } months ago
    }
day-y-ago =
    { $count ->
        [one] { $count } year ago
       *[other] { $count } years ago
    }
day-d-ahead =
    { $count ->
        [one] { $count } day from now
       *[other] { $count } days from now
    }
day-w-ahead =
    { $count ->
        [one] { $count } week from now
       *[other] { $count } weeks from now
    }
day-m-ahead =
    { $count ->
        [one] { $count } month from now
       *[other] { $count } months from now
    }
day-y-ahead =
    { $count ->
        [one] { $count } year from now
       *[other] { $count } years from now
    }

## A card

edit-everything = Edit all fields
edit-field = Edit: { $name }
in-trash = This is in the trash.
more-fields =
    { $count ->
        [one] { $count } more field
       *[other] { $count } more fields
    }
card-made = Created by { $who } · { $when }
not-set = Not set
hidden-card = A card you cannot open
present =
    { $count ->
        [one] { $names } is here
       *[other] { $names } are here
    }
turns = turns { $years }
phone-not-understood = Check this number
someone = Someone
changed-this-to = changed this to
keep-mine = Keep mine
take-theirs = Take theirs

## Forms

form-errors = Correct this first
help-date = Such as 22 November, tomorrow or 22/11/2026
help-date-time = Such as tomorrow 14:30
help-tags = Put commas between tags
search-in = { $name }: search by name
add-to = Add another
remove-from = Remove: { $name }
create-anyway = Create anyway
duplicate-is-here = is here already:
duplicate-email = same e-mail address { $value }
duplicate-phone = same phone number { $value }

## Related cards

related = Related cards
link-add = Add a relation to { $name }
link-kind = Relation
link-role = Role
link-started = From
link-ended = Until
link-date-help = A year, a month or a day: 2024, 2024-05 or 2024-05-17
link-remove = Remove relation
since = since { $date }

## Search

search-recent = Recently viewed
search-cards = Found
search-commands = Actions
search-nothing = Nothing found for “{ $typed }”

## What was done

toast-created = { $name } was created
toast-saved = { $name } was saved
toast-trashed = { $name } was moved to the trash
toast-trashed-count =
    { $count ->
        [one] { $count } was moved to the trash
       *[other] { $count } were moved to the trash
    }
toast-restored = { $name } was restored
toast-photo = Photo saved
toast-linked = Relation added
toast-link-changed = Relation changed
toast-unlinked = Relation removed
toast-undo-begun = Being undone in the background
toast-undone = Undone
toast-undone-partly =
    { $count ->
        [one] Undone, except { $count } thing that was changed again since
       *[other] Undone, except { $count } things that were changed again since
    }

## When something goes wrong

sign-in-first = Sign in first.
error-what-now = Go back and try something else, or go to the start page.
error-home = Go to the start page
error-number = Number of this error, for your administrator:
