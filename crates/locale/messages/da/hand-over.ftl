### Overdragelse af det, nogen har ansvar for.

hand-over = Overdrag
hand-over-title = Overdrag det, { $name } har ansvar for
hand-over-lead = Kort får en anden ejer, og åbne opgaver en anden udfører. Hvem der talte med hvem, bliver som det var.
hand-over-what = { $name } har ansvar for: { $what }.
hand-over-count = { $what } { NUMBER($count) }
hand-over-nothing = { $name } har ikke ansvar for noget kort eller nogen åben opgave.
hand-over-to = Hvem overtager
hand-over-stays = Ingen, det bliver hos { $name }
hand-over-help = Én ændring, der kan fortrydes fra historikken.
hand-over-begun = Overdrages fra { $from } til { $to }
hand-over-not = Alt bliver hos { $name }
hand-over-to-another = Vælg en anden.
change-handed-over = Overdraget: { $subject }
job-workbench-hand-over = Overdragelse
handed-over = Overdraget: { $count }. Ikke ændret: { $kept }.
