### The organisation: locations, departments, teams and who is in them.

settings-organisation = Organisation
organisation-lead = Where people work: locations with departments with teams. Roles can reach as far as somebody’s team, department or location.
organisation-none = No units yet. Begin with a location or a department below; small companies need none.
unit-location = Location
unit-department = Department
unit-team = Team
unit-kind = Kind
unit-parent = Lies in
unit-top = Nothing, it stands at the top
unit-new = New unit
unit-new-lead = A location, a department or a team, such as Copenhagen, Sales or Boats.
unit-add = Add unit
unit-add-department = Add a department here
unit-add-team = Add a team here
unit-open = Name, place and people
unit-added = { $name } was added
unit-saved = { $name } was saved
unit-name-of = Name of { $name }
unit-more = Change { $name }
unit-people =
    { $count ->
        [0] Nobody
        [one] { $count } person
       *[other] { $count } people
    }
unit-place = Name and place
unit-here = People here
unit-here-lead = People may be in several units. One of them is their home, where they belong first.
unit-here-none = Nobody is in this unit itself.
unit-join = Add somebody
unit-person = Person
unit-joined = { $name } was added
unit-left = { $name } was taken out
unit-leave = Take out
unit-leave-of = Take { $name } out of this unit
unit-home = Home
unit-make-home = Make it home
unit-make-home-of = Make this the home of { $name }
unit-home-made = { $unit } is now the home of { $name }
unit-also-in = Also in
unit-retire = Give up
unit-retire-title = Give up this unit
unit-retire-lead = It goes together with what lies in it, and nobody is in it any more. Its name stays in the history, and it can be brought back.
unit-retired = { $name } was given up
units-retired =
    { $count ->
        [one] One unit was given up
       *[other] { $count } units were given up
    }
unit-restore = Bring back
unit-restore-of = Bring back { $name }
unit-restored = { $name } is back
