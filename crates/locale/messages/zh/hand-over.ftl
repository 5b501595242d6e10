### 移交某人负责的事项。

hand-over = 移交
hand-over-title = 移交 { $name } 负责的事项
hand-over-lead = 卡片将更换负责人，未完成任务将更换执行人。沟通记录保持不变。
hand-over-what = { $name } 负责：{ $what }。
hand-over-count = { $what } { NUMBER($count) }
hand-over-nothing = { $name } 不负责任何卡片或未完成任务。
hand-over-to = 由谁接手
hand-over-stays = 无人接手，仍归 { $name }
hand-over-help = 作为一次更改，可在历史记录中撤销。
hand-over-begun = 正在从 { $from } 移交给 { $to }
hand-over-not = 一切仍归 { $name }
hand-over-to-another = 请选择其他人。
change-handed-over = 移交：{ $subject }
job-workbench-hand-over = 移交
handed-over = 已移交：{ $count }。保持不变：{ $kept }。
