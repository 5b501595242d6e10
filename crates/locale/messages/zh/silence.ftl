### 沉默时间超出平常的客户。

person-usual-gap = 平常联系间隔（天）
person-stale-since = 视为沉默的时间
person-quiet-until = 在此之前不打扰
person-last-contact-at = 最近一次联系
person-patience = 允许无联系的天数
company-usual-gap = 平常联系间隔（天）
company-stale-since = 视为沉默的时间
company-quiet-until = 在此之前不打扰
company-last-contact-at = 最近一次联系
company-patience = 允许无联系的天数

view-stale = 沉默超出平常
silence-today = 沉默的客户
silence-usual = 平常每 { $gap } 天联系一次，已 { $days } 天没有联系
silence-limit = 已 { $days } 天没有联系，而未完成的事项只允许 { $limit } 天
silence-days = 已 { $days } 天没有联系
silence-plan = 安排
silence-leave = 暂时不打扰
silence-week = 一周
silence-month = 一个月
silence-quarter = 三个月
silence-left = 在此之前不会再提醒此卡片
change-left-for-a-while = 暂时不打扰
person-planned-until = 计划至
