# Cards that are merged at night without asking.
duplicates-merged = 夜间已合并
duplicates-merged-title = 夜间已合并
duplicates-merged-lead = 这些卡片肯定相同，因此未经询问即已合并。您撤销的不会再次合并。
duplicates-merged-into = { $count } 张卡片并入其中 · { $when }
duplicates-undo-all = 全部撤销
toast-duplicates-undoing = 正在撤销合并
duplicates-nights-undone = 已撤销 { $count } 次合并
job-records-undo-nights = 撤销夜间的合并
duplicates-scanned-merged = 已比较 { $cards } 张卡片，{ $pairs } 对可能相同；已合并 { $merged } 组
duplicates-at-night = 肯定相同的卡片
duplicates-at-night-help = 每晚都会比较卡片。合并的内容在“重复项”页面保留一周，可以撤销；所有者不同的卡片绝不会未经询问就合并。
duplicates-at-night-ask = 询问某人
duplicates-at-night-merge = 夜间合并

# Rows of a file that are like cards.
import-match-likeness = 相似度：肯定相同者
import-alike = 可能与其他卡片相同
