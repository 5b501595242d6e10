### Invitations by mail, and what those answer who were invited.

appointment-invite = Invite guests by mail, and tell them of changes
invited-subject-new = Invitation: { $what }, { $when }
invited-subject-changed = Changed: { $what }, { $when }
invited-subject-cancelled = Cancelled: { $what }, { $when }
invited-lead-new = { $workspace } invites you:
invited-lead-changed = Something has changed about your appointment with { $workspace }:
invited-lead-cancelled = This appointment with { $workspace } is cancelled:
invited-foot = You get this because you were invited by { $workspace }.
invited-accepted = I will come
invited-tentative = Perhaps
invited-declined = I cannot come
invited-said-accepted = You have said that you will come.
invited-said-tentative = You have said that you will perhaps come.
invited-said-declined = You have said that you cannot come.
invited-note-new = Invited { $address }: { $what }, { $when }
invited-note-changed = Told { $address } of the change: { $what }, { $when }
invited-note-cancelled = Told { $address } that it is cancelled: { $what }, { $when }
invited-note-accepted = { $name } will come: { $what }, { $when }
invited-note-tentative = { $name } will perhaps come: { $what }, { $when }
invited-note-declined = { $name } cannot come: { $what }, { $when }
invited-task-declined = { $name } cannot come to { $what }
invited-answers-taken = { $count ->
    [0] The file holds no new answer
    [one] One answer taken
   *[other] { $count } answers taken
}
