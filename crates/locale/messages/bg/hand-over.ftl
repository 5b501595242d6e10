### Предаване на отговорностите на някого.

hand-over = Предай
hand-over-title = Предаване на отговорностите на { $name }
hand-over-lead = Картоните получават друг отговорник, а отворените задачи друг изпълнител. Кой с кого е говорил остава както е.
hand-over-what = { $name } отговаря за: { $what }.
hand-over-count = { $what } { NUMBER($count) }
hand-over-nothing = { $name } не отговаря за никой картон или отворена задача.
hand-over-to = Кой поема
hand-over-stays = Никой, остава при { $name }
hand-over-help = Една промяна, която може да се отмени от историята.
hand-over-begun = Предава се от { $from } на { $to }
hand-over-not = Всичко остава при { $name }
hand-over-to-another = Изберете друг.
change-handed-over = Предадено: { $subject }
job-workbench-hand-over = Предаване
handed-over = Предадени: { $count }. Останали както са: { $kept }.
