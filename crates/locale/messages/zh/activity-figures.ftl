### 通话如何变成交谈、会面、报价和赢单。

sales-activities = 活动
activity-lead = 工作带来了什么：多少电话被接听，多少交谈带来会面、报价和赢单。每个数字都可打开对应列表；百分比是相对于上一步。
activity-hidden = 您无权查看这些内容。
activity-span-week = 按周
activity-span-month = 按月
activity-calls = 电话
activity-talks = 交谈
activity-meetings = 会面
activity-quotes = 已发报价
activity-wins = 赢单
activity-rate = 每百个{ $whole }的{ $part }
