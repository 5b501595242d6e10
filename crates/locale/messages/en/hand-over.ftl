### Handing over what somebody is responsible for.

hand-over = Hand over
hand-over-title = Hand over what { $name } is responsible for
hand-over-lead = Cards get another owner and open tasks another doer. Who talked with whom stays as it was.
hand-over-what = { $name } is responsible for: { $what }.
hand-over-count = { $what } { NUMBER($count) }
hand-over-nothing = { $name } is responsible for no card and no open task.
hand-over-to = Who takes over
hand-over-stays = Nobody, it stays with { $name }
hand-over-help = One change that can be taken back from the history.
hand-over-begun = Being handed over from { $from } to { $to }
hand-over-not = Everything stays with { $name }
hand-over-to-another = Choose somebody else.
change-handed-over = Handed over: { $subject }
job-workbench-hand-over = Handing over
handed-over = Handed over: { $count }. Left as they were: { $kept }.
