### Filters: how they are built, and how they read as sentences.

filter-too-deep = 此筛选经过的卡片太多：最多四层。请去掉一层。
filter-leads-nowhere = 某个条件指向此处不存在的卡片。请另选一个。
