### Settings: what people choose for themselves and administrators for the workspace.

settings-you = You
settings-profile = Profile
settings-password = Sign-in
settings-sessions = Devices
settings-workspace = Workspace
settings-members = People and roles
settings-relations = Relations
settings-table = Table: { $name }
settings-jobs = Background work

## Roles

role-owner = Owner
role-owner-note = May do everything, also choose other owners
role-admin = Administrator
role-admin-note = Also invites people and changes settings
role-member = Member
role-member-note = Reads and changes all cards
role-read-only = Reader
role-read-only-note = Reads all cards and changes none

## Profile

profile-lead = How colleagues see you and how you see Kartotek.
profile-theme = Theme
profile-density = Rows
theme-system = As the device
theme-light = Light
theme-dark = Dark
density-comfortable = Comfortable
density-compact = Compact
profile-saved = Profile saved

## E-mail and password

email-lead = You sign in with this address.
email-change = Change e-mail
email-changed = E-mail changed
password-lead = A new password signs you out everywhere else.
password-old = Present password
password-new = New password
password-once-more = Your password, so that nobody else can change the address.
password-change = Change password
password-changed = Password changed. You are signed out everywhere else.

## Signed in on

sessions-lead = The browsers in which you are signed in. Sign out of those you no longer use.
sessions-end-others = Sign out everywhere else
session-ended = Signed out there
sessions-others-ended = Signed out everywhere else
session-device = Device
session-address = Address
session-seen = Last used
session-since = Signed in
session-unknown-device = Unknown device
session-this = This one
session-end-on = Sign out on { $device }

## Workspace

workspace-lead = What holds for everybody, unless they choose otherwise for themselves.
workspace-language-help = For new colleagues; all choose their own in their profile.
workspace-saved = Workspace saved
workspace-cards = Cards
workspace-export = Take everything along
workspace-export-help = All cards, their history and files in one archive that another Kartotek can read.
workspace-export-do = Export
workspace-sample = Sample data
workspace-sample-help = The invented people and companies go; your own cards stay.
workspace-sample-remove = Remove sample data

## People and roles

members-lead = Everybody who may sign in here, and what they may do.
member-role = Role
member-since = Since
member-make = Change role to { $role }
member-remove = Remove from workspace
member-more = Change { $name }
member-role-changed = { $name } is now { $role }
member-remove-title = Remove { $name } from the workspace
member-remove-lead = They are signed out at once and can no longer sign in here. Their cards stay, and their name stays in the history. To take them back, invite them again.
member-removed = { $name } was removed from the workspace
invite = Invite
invite-title = Invite a colleague
invite-lead = The invitation is a link that works once, for seven days. It goes by mail, or you pass it on yourself.
invitation-link = Link to the invitation
invitation-link-help = It is shown only this once.
copied = Copied
invitations-open = Not answered yet
invitation-by = Invited by
invitation-until = Valid until
invitation-expired = Expired
invitation-withdraw = Withdraw
invitation-withdraw-of = Withdraw the invitation of { $email }
invitation-withdrawn = Invitation withdrawn

## Relations

relations-lead = How cards belong together. Each is written once and read from both sides.
relation-new = A relation of your own
relation-new-lead = For instance: a person is “Coach of” another, who is “Coached by” the first.
relation-from = First card
relation-forth = On the first card
relation-to = Second card
relation-back = On the second card
relation-forth-help = For instance: Coach of
relation-back-help = For instance: Coached by. The same words when left empty.
relation-add = Add relation
relation-added = Relation added
relation-between = Between
relation-made-by = Made by
relation-own = Your workspace
relation-built-in = Kartotek
relation-same = the same

## Background work

jobs-lead = Imports and other long work. It goes on when you close the page, and after a restart.
jobs-none = No work here.
job-cancelling = Being cancelled
job-retried = It runs again
job-retry = Run again
job-attempts =
    { $count ->
        [one] { $count } attempt
       *[other] { $count } attempts
    }
job-progress = { NUMBER($done) } of { NUMBER($total) }
job-records-import = Import
job-records-import-dry-run = Trial run of an import
job-records-undo = Undo
job-sample-fill = Filling in sample data
job-sample-remove = Removing sample data
