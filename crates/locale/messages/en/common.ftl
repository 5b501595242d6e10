### Words, times and errors that every area uses.

## Actions

save = Save
cancel = Cancel
undo = Undo
delete = Delete
restore = Restore
edit = Edit
add = Add
remove = Remove
close = Close
open = Open
search = Search
new = New
back = Back
next = Next
previous = Previous
more = More
show-more = Show more
copy = Copy
clear = Clear
done = Done

## Answers

yes = Yes
no = No
none = None
all = All
optional = Optional

## Days and times

today = Today
yesterday = Yesterday
tomorrow = Tomorrow
today-at = Today { $time }
yesterday-at = Yesterday { $time }
tomorrow-at = Tomorrow { $time }
just-now = Just now
minutes-ago = { NUMBER($count) } min ago
in-minutes = In { NUMBER($count) } min
days-ago =
    { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }
in-days =
    { $count ->
        [one] In { $count } day
       *[other] In { $count } days
    }
count-seconds = { NUMBER($count) } s
count-minutes = { NUMBER($count) } min
count-hours = { NUMBER($count) } h
count-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }

## What went wrong

not-found = There is nothing here, or you have no access to it.
denied = You have no permission for this. An administrator can give it to you.
conflict = Somebody else changed this in the meantime. Reload the page and try again.
too-many-attempts = Too many attempts. Wait a few minutes and try again.
internal-error = Something broke on our side. Try again, and tell your administrator if it stays broken.
required = Fill this in
not-a-number = Enter a number
not-a-date = Enter a date, such as 22 November or tomorrow
not-a-time = Enter a time, such as 14:30
not-an-email = Enter an e-mail address, such as name@example.com
not-a-phone = Enter a phone number, such as +44 20 7946 0000
not-an-amount = Enter an amount, such as 1250
not-a-choice = Choose one from the list
not-a-link = Enter a link that starts with https://
too-long =
    { $max ->
        [one] Use { $max } character at most
       *[other] Use { $max } characters at most
    }
