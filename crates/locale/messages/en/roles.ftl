### Roles: what may be done with which cards and fields.

settings-roles = Roles
roles-lead = Members may do everything with all cards until you give them roles of your own. Then they may do what these allow together.
role-name = Role
role-have-it = People with it
role-always = Always there
role-new = A role of your own
role-new-lead = It begins with everything a member may do. Then say what is less.
role-add = Add role
role-added = { $name } was added
role-saved = { $name } was saved
role-retire = Give up
role-retire-title = Give up this role
role-retire-lead = Only when nobody has it any more.
role-retired = { $name } was given up
role-restored = { $name } is back
rights-title = What it allows
rights-lead = With whose cards something may be done. The first line holds for every kind of card that says nothing else.
rights-card = Cards
rights-every = All others
rights-inherit = As above
rights-cell = { $object }: { $verb }
verb-see = See
verb-create = Create
verb-edit = Edit
verb-delete = Delete
verb-export = Export
verb-import = Import
verb-merge = Merge
verb-bulk = Change many
reach-none = None
reach-own = Own
reach-team = Team
reach-department = Department
reach-location = Location
reach-all = All
fields-title = Fields of { $object }
fields-lead = What may be done with each field of the cards that this role reaches.
fields-link =
    { $count ->
        [0] Fields
        [one] Fields: { $count } limited
       *[other] Fields: { $count } limited
    }
field-right-editable = Editable
field-right-read-only = Read only
field-right-hidden = Hidden
fields-saved = Fields saved
member-open = Roles and units
member-roles = Roles of your own
member-roles-lead = { $name } has the built-in role { $role }. Without a role of your own they may do everything that allows; with some, what these allow together.
member-roles-admin = { $name } has the built-in role { $role } and may do everything, whatever roles they have.
member-roles-none = There are no roles of your own yet.
member-roles-make = Make one
member-roles-saved = Roles of { $name } saved
member-units = Units
member-units-none = { $name } is in no unit. Their team, department and location are only themselves.
member-may = What { $name } may do

# Sharing one card
share = Share
share-card = Share { $name }
share-lead = Somebody sees this card, or edits it, beyond what their role says.
share-with = With
share-choose = Choose somebody or a unit
share-unit = Everybody in { $unit }
share-may = They may
share-may-see = See it
share-may-edit = See and edit it
share-until = Until
share-until-help = It ends with this day. Leave it empty to share for good.
share-for-good = For good
share-by = Shared by
share-present = Shared with
share-none = This card is shared with nobody.
share-end = End
share-end-with = End sharing with { $name }
toast-shared = Shared with { $name }
toast-unshared = No longer shared with { $name }

# Why somebody may see a card
why = Why can I see this?
why-of = Why can { $name } see this?
why-lead = Each line below would be enough on its own.
why-who = Person
why-ask = Show
why-see = Seeing it
why-edit = Editing it
why-see-not = They may not see this card.
why-edit-not = Nothing allows editing this card.
why-built-in = The role { $role } covers every card in the workspace.
why-role-all = The role { $role } covers everybody’s cards of this kind ({ $cards }).
why-role-own = The role { $role } covers one’s own cards, and this is one of them.
why-role-unit = The role { $role } covers the cards of everybody in { $unit }, and this one belongs to { $whose }.
why-shared = { $who } shared it with { $with }.
why-shared-until = { $who } shared it with { $with } until { $until }.

# An administrator looks as a member
view-as = View as { $name }
view-as-lead = You see the workspace as { $name } does, and change nothing meanwhile. That you looked is kept in the log.
view-as-banner = You see Kartotek as { $name } does. Nothing can be changed.
view-as-end = Stop
