### Överlämning av det någon ansvarar för.

hand-over = Lämna över
hand-over-title = Lämna över det { $name } ansvarar för
hand-over-lead = Kort får en annan ägare och öppna uppgifter en annan utförare. Vem som talat med vem förblir som det var.
hand-over-what = { $name } ansvarar för: { $what }.
hand-over-count = { $what } { NUMBER($count) }
hand-over-nothing = { $name } ansvarar inte för något kort eller någon öppen uppgift.
hand-over-to = Vem tar över
hand-over-stays = Ingen, det stannar hos { $name }
hand-over-help = En ändring som kan ångras från historiken.
hand-over-begun = Lämnas över från { $from } till { $to }
hand-over-not = Allt stannar hos { $name }
hand-over-to-another = Välj någon annan.
change-handed-over = Överlämnat: { $subject }
job-workbench-hand-over = Överlämning
handed-over = Överlämnade: { $count }. Oförändrade: { $kept }.
