# 合并相同的卡片。
merge = 合并
merge-with-another = 与另一张卡片合并
merge-with = 哪张卡片与 { $name } 相同？
merge-with-lead = 在此选择，或搜索它。在您并排查看两张卡片之前，不会发生任何更改。
merge-none-alike = 没有与此相似的卡片。请在上方搜索。
merge-title =
    { $count ->
       *[other] 合并 { $count } 张卡片
    }
merge-lead = 选择要保留的内容。与它们相关的一切都会一起移动，合并可以随时撤销。
merge-cards =
    { $count ->
       *[other] 合并 { $count } 张卡片
    }
merge-stays = 保留
merge-side-by-side = 并排的卡片
merge-created = 创建于 { $date }
merge-keep-all = 全部保留
merge-nothing-differs = 这些卡片仅在其中一张留空的内容上不同。
merge-comes-along = 一起移动
merge-counts =
    { $talks ->
       *[other] { $talks } 次联系
    }，{ $links ->
       *[other] { $links } 个关系
    }
merge-into = 已合并到 { $name }
merge-undo = 撤销合并
merge-needs-two = 请至少选择两张卡片进行合并。
merge-in-trash = { $name } 在回收站中。请先恢复，再合并。
merge-already-merged = { $name } 已被合并到另一张卡片。请重新打开列表。
merge-changed-meanwhile = { $who } 在此期间更改了 { $name }：{ $fields }。没有合并任何内容；请重新查看卡片。
record-is-merged = 此卡片已合并到另一张卡片。撤销合并即可恢复。
toast-merged =
    { $count ->
       *[other] { $count } 张卡片已合并为 { $name }
    }
change-merged = 合并到 { $subject }
change-kind-merged = 已合并
change-kind-absorbed = 已合并到
change-kind-parted = 已重新分开
change-kind-moved = 现在指向另一张卡片
change-kind-folded = 已与相同的关系合并
timeline-merged = { $who } 将其他卡片合并到此卡片
timeline-absorbed = { $who } 将该卡片合并到此卡片
timeline-moved = { $who } 合并了卡片，一个关系因此改变
