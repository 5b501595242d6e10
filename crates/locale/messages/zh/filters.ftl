### Filters: how they are built, and how they read as sentences.

filter-too-deep = 此筛选经过的卡片太多：最多四层。请去掉一层。
filter-leads-nowhere = 某个条件指向此处不存在的卡片。请另选一个。
filter-and = 且
filter-none = 不满足任一条件
filter-not-all = 不同时满足所有条件
filter-add-group = 添加条件组
filter-remove-group = 移除此条件组
filter-steps = 相关卡片
filter-find = 查找卡片
filter-my-team = 我的团队
filter-retired = { $name }（已停用）
filter-found = 匹配：{ $count }
filter-how-has = 有
filter-how-has-no = 没有
filter-how-ever = 有或曾有
filter-how-never = 从未有过

## Sentences. A group is put into brackets where it would be misread.

filter-said = { $many }：{ $sentence }
filter-said-and = { $first }，且{ $second }
filter-said-or = { $first }，或{ $second }
filter-said-comma = { $first }，{ $second }
filter-said-group = （{ $group }）
filter-said-none = 以下均不成立：（{ $group }）
filter-said-not = 并非（{ $group }）
filter-said-line = { $field } { $op } { $value }
filter-said-from = 有{ $name }
filter-said-from-where = 有满足条件的{ $name }（{ $rest }）
filter-said-from-no = 没有{ $name }
filter-said-from-no-where = 没有满足条件的{ $name }（{ $rest }）
filter-said-to = 有{ $name }
filter-said-to-where = 有满足条件的{ $name }（{ $rest }）
filter-said-to-no = 没有{ $name }
filter-said-to-no-where = 没有满足条件的{ $name }（{ $rest }）
filter-said-relation = 有“{ $name }”
filter-said-relation-where = 有满足条件的“{ $name }”（{ $rest }）
filter-said-relation-no = 没有“{ $name }”
filter-said-relation-no-where = 没有满足条件的“{ $name }”（{ $rest }）
filter-said-ever = 有或曾有“{ $name }”
filter-said-ever-where = 有或曾有满足条件的“{ $name }”（{ $rest }）
filter-said-ever-no = 从未有过“{ $name }”
filter-said-ever-no-where = 从未有过满足条件的“{ $name }”（{ $rest }）
filter-said-last-d = { $field }在最近 { NUMBER($count) } 天内
filter-said-last-w = { $field }在最近 { NUMBER($count) } 周内
filter-said-last-m = { $field }在最近 { NUMBER($count) } 个月内
filter-said-last-y = { $field }在最近 { NUMBER($count) } 年内
