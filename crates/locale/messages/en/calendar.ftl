### Appointments and calendars.
appointment = Appointment
appointment-many = Appointments
new-appointment = New appointment
create-appointment = Create appointment
save-appointment = Add appointment
toast-appointment = Appointment added
empty-appointment = No appointments yet
empty-appointment-text = An appointment says when, where and with whom somebody is met. Make one on a card or in the calendar; all of them come together here.
composer-meeting = Meeting
notice-activity-appointment = { $who } added an appointment on { $card }

## Fields of an appointment

appointment-subject = What
appointment-about = About
appointment-starts-at = Begins
appointment-ends-at = Ends
appointment-all-day = All day
appointment-participants = With
appointment-place = Place
appointment-video = Video
appointment-text = Details
appointment-state = State
appointment-repeat = Repeats
appointment-owner = Whose
appointment-time-zone = Time zone
appointment-repeat-until = Repeats until
appointment-except = Exceptions
appointment-series = Series
appointment-series-at = In place of
appointment-closed-at = Closed
appointment-at = When
appointment-length = How long
appointment-repeats = Repeats
appointment-too-long = An appointment lasts 31 days at most
not-a-participant = “{ $typed }” is neither a colleague, a card nor an e-mail address
part-who = Who
part-answer = Answer
answer-accepted = Accepted
answer-tentative = Perhaps
answer-declined = Declined

## Shared things

resource = Resource
resource-many = Resources
new-resource = New resource
create-resource = Create resource
empty-resource = No resources yet
empty-resource-text = A resource is a room, a vehicle or a thing that appointments take. Whoever books it twice is told.
resource-name = Name
resource-kind = Kind
resource-place = Place
resource-seats = Seats
resource-text = Notes
resource-kind-room = Room
resource-kind-vehicle = Vehicle
resource-kind-equipment = Equipment

## Choices

appointment-state-planned = Planned
appointment-state-held = Held
appointment-state-cancelled = Cancelled
appointment-state-no-show = Nobody came

## The calendar

nav-calendar = Calendar
diary-day = Day
diary-week = Week
diary-month = Month
diary-agenda = Agenda
diary-spans = Day, week or month
diary-before = Earlier
diary-after = Later
diary-whose = Whose calendars
diary-show = Show
diary-mine = My calendar
diary-teams = Teams
diary-nothing = Nothing planned
diary-nothing-text = Appointments of these days show up here.
diary-new-at = New appointment { $when }
diary-too-many = There are more appointments than can be shown. Choose fewer calendars.
diary-overlaps = Overlaps
diary-moved = Moved to #
diary-keys = Move with m, the arrow keys and Enter
diary-calendars = { $count } calendars

## Moving and changing

move-appointment = Move
move-this = Move this appointment
move-to = To
move-reach = Which
series-this = Only this one
series-following = This and those after it
series-all = All of the series
series-keeps-its-days = This series says itself on which days it is. Change what it repeats, or move only this one.
change-appointment-moved = Moved { $subject }
change-appointment-state = Said what became of { $subject }
toast-moved = Moved to { $when }
toast-state = { $name }: { $state }
occurrence-edit = Change
state-held = It took place
state-no-show = Nobody came
state-planned = It is planned
state-cancel = Cancel it
occurrence-of = One of a series
overlap = At the same time: { $what }
overlap-of = { $who }: { $what }
today-day = The day
today-day-nothing = No appointments today
today-tomorrow = Tomorrow

## Other programs' calendars

appointment-foreign = In the other program
exchange-title = Subscribe and import
feed-title = Your calendar in other programs
feed-lead = A secret address shows your appointments in the calendar of a phone or another program. Whoever knows it can read them.
feed-make = Make a secret address
feed-made = Your new secret address
feed-made-help = It is shown only now. Paste it where your program asks for the address of a calendar.
feed-made-at = Made
feed-read-at = last read
feed-unread = not read yet
feed-revoke = Give up
feed-revoked = The address shows nothing any more
secret-addresses-enough = There are twenty addresses already. Give one up first.
ics-import = Import a calendar file
ics-import-lead = Appointments of an .ics file become yours. What was read before is brought up to date.
ics-file = Calendar file
ics-read = Import
ics-not-a-calendar = This file holds no appointments. Choose an .ics file.
ics-taken = { $made } new, { $changed } brought up to date, { $left } left out
change-imported-appointments = Imported appointments

## Reminders

appointment-remind = Remind colleagues
appointment-remind-customer = Remind the customer the day before
remind-10-minutes = 10 minutes before
remind-1-hour = An hour before
remind-1-day = A day before
notice-reminder = { $card } begins soon
notices-kind-reminder = An appointment of yours begins soon
job-appointments-remind = Reminders of appointments
reminder-subject = { $workspace }: { $when }
reminder-lead = { $name }, this reminds you of your appointment with { $workspace }.
reminder-foot = You get this because you have an appointment with { $workspace }.
reminder-note = Reminded { $address } of { $what }, { $when }
reminder-task = Remind { $name } of { $what }, { $when }
change-reminded = Reminded of { $subject }
change-answered = The customer answered about { $subject }

## What a customer answers

visit-confirm = I will be there
visit-move = Ask for another time
visit-cancel = Cancel the appointment
visit-wish = When would suit you
visit-said-confirm = You have said that you will be there.
visit-said-move = Your wish has arrived. We will be in touch; until then the time stands.
visit-said-cancel = The appointment is cancelled.
visit-is-cancelled = This appointment is cancelled.
visit-is-over = This appointment can no longer be answered here.
visit-footer = Only you have this link. Nothing changes until you press a button.
visit-note-confirm = { $name } confirmed: { $what }, { $when }
visit-note-move = { $name } asks for another time: { $what }, { $when }
visit-note-cancel = { $name } cancelled: { $what }, { $when }
visit-task-move = Find another time with { $name }: { $what }
visit-task-cancel = { $name } cancelled { $what }
