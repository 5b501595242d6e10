### Invitations by mail, and what those answer who were invited.

appointment-invite = Inviter gæster pr. mail, og fortæl dem om ændringer
invited-subject-new = Invitation: { $what }, { $when }
invited-subject-changed = Ændret: { $what }, { $when }
invited-subject-cancelled = Aflyst: { $what }, { $when }
invited-lead-new = { $workspace } inviterer dig:
invited-lead-changed = Der er ændret noget ved din aftale med { $workspace }:
invited-lead-cancelled = Denne aftale med { $workspace } er aflyst:
invited-foot = Du får dette, fordi du er inviteret af { $workspace }.
invited-accepted = Jeg kommer
invited-tentative = Måske
invited-declined = Jeg kan ikke komme
invited-said-accepted = Du har svaret, at du kommer.
invited-said-tentative = Du har svaret, at du måske kommer.
invited-said-declined = Du har svaret, at du ikke kan komme.
invited-note-new = Inviterede { $address }: { $what }, { $when }
invited-note-changed = Fortalte { $address } om ændringen: { $what }, { $when }
invited-note-cancelled = Fortalte { $address }, at den er aflyst: { $what }, { $when }
invited-note-accepted = { $name } kommer: { $what }, { $when }
invited-note-tentative = { $name } kommer måske: { $what }, { $when }
invited-note-declined = { $name } kan ikke komme: { $what }, { $when }
invited-task-declined = { $name } kan ikke komme til { $what }
invited-answers-taken = { $count ->
    [0] Filen indeholder ikke noget nyt svar
    [one] Ét svar modtaget
   *[other] { $count } svar modtaget
}
