### 备注、通话、任务、时间线和今天。

note = 备注
note-many = 备注
new-note = 新建备注
create-note = 创建备注
empty-note = 还没有备注
empty-note-text = 备注记下关于联系人、公司或家庭的要点。写在对应的卡片上，所有备注会汇总到这里。
call = 通话
call-many = 通话
new-call = 新建通话
create-call = 创建通话
empty-call = 还没有通话
empty-call-text = 通话记录谁和谁谈过、结果如何，避免重复打扰。在卡片上记录，所有通话会汇总到这里。
task = 任务
task-many = 任务
new-task = 新建任务
create-task = 创建任务
empty-task = 还没有任务
empty-task-text = 任务是定好日期的承诺，可以给自己，也可以给同事。到期时会出现在“今天”里，不会遗漏。

## 备注字段

note-text = 内容
note-about = 卡片
note-at = 时间
note-owner = 记录人
note-pinned = 置顶

## 通话字段

call-text = 通话内容
call-about = 卡片
call-direction = 方向
call-outcome = 结果
call-number = 号码
call-duration = 时长（秒）
call-call-back-at = 回电时间
call-at = 时间
call-owner = 通话人
call-despite = 不顾提醒而拨打的原因
call-back-needs-a-time = 输入回电时间

## 任务字段

task-subject = 任务
task-kind = 类型
task-about = 卡片
task-due-at = 到期时间
task-priority = 优先级
task-assignee = 执行人
task-repeat = 重复
task-number = 号码
task-text = 详情
task-done-at = 完成时间
task-open-at = 待办时间
task-at = 时间
task-owner = 创建人
task-call-back = 给 { $name } 回电
not-a-repeat-rule = 无法读取此重复规则。使用 FREQ=WEEKLY 这样的规则。
repeat-needs-a-day = 输入到期时间，任务才能重复

## 选项

direction-out = 呼出
direction-in = 呼入
outcome-reached = 已接通
outcome-not-reached = 未接通
outcome-call-back = 需要回电
outcome-not-interested = 无意向
outcome-do-not-call = 不要再打
priority-high = 高
priority-normal = 普通
priority-low = 低
task-kind-task = 任务
task-kind-call-back = 回电
repeat-never = 不重复
repeat-daily = 每天
repeat-weekdays = 每个工作日
repeat-weekly = 每周
repeat-fortnightly = 每两周
repeat-monthly = 每月
repeat-quarterly = 每三个月
repeat-yearly = 每年

## 记录

composer = 记录发生的事
note-what = 有什么值得记下？
call-what = 谈了什么？
call-minutes = 分钟
save-note = 保存备注
save-call = 保存通话
save-task = 添加任务
toast-note = 备注已保存
toast-call = 通话已保存
toast-task = 任务已添加
later = 推迟
later-hour = 一小时后
later-week = 下周
toast-task-done = 任务已完成
toast-snoozed = 任务已推迟

## 时间线

timeline = 时间线
timeline-next = 接下来
timeline-empty = 还没有任何记录。写一条备注、记录一次通话或添加一个任务。
timeline-created = { $who } 创建了此卡片
timeline-edited = { $who } 修改了 { $fields }
timeline-trashed = { $who } 将此卡片移到回收站
timeline-restored = { $who } 恢复了此卡片
timeline-linked = { $who } 添加了一个关系
timeline-unlinked = { $who } 移除了一个关系
timeline-relinked = { $who } 更改了一个关系
undone = 已撤销
a-card = 一张卡片
wrote-note = 写了备注
called = 打了电话
was-called = 接了电话
did-task = 完成了

## 今天

today-count = { NUMBER($count) } 件待办
today-due = 待办
today-nothing = 没有待办
today-nothing-text = 任务和回电到期时会出现在这里。
today-left-alone = 对不希望被打扰者的 { $count } 项承诺未显示。
today-order = 排序
today-by-time = 时间
today-by-worth = 价值
today-at-stake = 与其进行中的交易
today-more = 显示了 { $count } 项中的前 { $shown } 项。
today-show-all = 显示全部
today-ahead = 未来七天
today-birthdays = 生日
today-no-birthdays = 本周没有人过生日
today-nothing-seen = 你打开的卡片会出现在这里
