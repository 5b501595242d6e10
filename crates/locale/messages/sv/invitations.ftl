### Invitations by mail, and what those answer who were invited.

appointment-invite = Bjud in gäster via e-post och berätta om ändringar
invited-subject-new = Inbjudan: { $what }, { $when }
invited-subject-changed = Ändrat: { $what }, { $when }
invited-subject-cancelled = Inställt: { $what }, { $when }
invited-lead-new = { $workspace } bjuder in dig:
invited-lead-changed = Något har ändrats med ditt möte med { $workspace }:
invited-lead-cancelled = Det här mötet med { $workspace } är inställt:
invited-foot = Du får det här eftersom du bjudits in av { $workspace }.
invited-accepted = Jag kommer
invited-tentative = Kanske
invited-declined = Jag kan inte komma
invited-said-accepted = Du har svarat att du kommer.
invited-said-tentative = Du har svarat att du kanske kommer.
invited-said-declined = Du har svarat att du inte kan komma.
invited-note-new = Bjöd in { $address }: { $what }, { $when }
invited-note-changed = Berättade för { $address } om ändringen: { $what }, { $when }
invited-note-cancelled = Berättade för { $address } att det är inställt: { $what }, { $when }
invited-note-accepted = { $name } kommer: { $what }, { $when }
invited-note-tentative = { $name } kommer kanske: { $what }, { $when }
invited-note-declined = { $name } kan inte komma: { $what }, { $when }
invited-task-declined = { $name } kan inte komma på { $what }
invited-answers-taken = { $count ->
    [0] Filen innehåller inget nytt svar
    [one] Ett svar mottaget
   *[other] { $count } svar mottagna
}
