### 历史和回收站：做了什么、谁做的，以及如何撤回。

history-lead = 所有操作，最新的在前。每一步都可以撤销，几周之后也可以。
history-none = 还没有任何更改。
history-newest = 最新
history-older = 更早
history-when = 时间
history-what = 内容
history-who = 操作人
history-through = 途径
history-changes = 更改
history-undone = 已撤销
history-undone-by = 撤销此步的操作
history-undoes = 此步撤销的操作
history-count = { NUMBER($count) } 处更改
history-part-of = 共 { NUMBER($count) } 处更改之一
history-set-empty = 此步没有更改任何卡片。
history-card = 卡片
history-several = 多张卡片
history-nothing = 空
history-became = 变为
history-of = { $name } 的历史
history-as-it-was = 当天的样子
history-show = 显示
history-as-it-was-on = { $day }的样子
history-was-not = 当时还没有这张卡片。
history-was-trashed = 当天它在回收站中。

## 卡片发生了什么

change-kind-created = 已创建
change-kind-edited = 已编辑
change-kind-trashed = 已移到回收站
change-kind-restored = 已从回收站恢复
change-kind-linked = 已关联
change-kind-unlinked = 已取消关联

## 一次操作

change-created = 创建 { $subject }
change-edited = 编辑 { $subject }
change-trashed = 将 { $subject } 移到回收站
change-restored = 恢复 { $subject }
change-linked = 关联 { $subject }
change-unlinked = 取消关联 { $subject }
change-undone = 撤销：{ $subject }
change-redone = 重做：{ $subject }
change-imported = 导入 { $subject }
change-logged = 记录在 { $subject }
change-commented = 评论了 { $subject }
change-task-done = 完成 { $subject }
change-snoozed = 推迟 { $subject }
change-photo = 更换 { $subject } 的照片

## 途径

through-page = Kartotek
through-import = 导入
through-cli = 命令行
through-api = 程序
through-mcp = 助手
through-job = 后台任务
through-system = Kartotek 自身
through-undo = 撤销

## 回收站

trash-lead = 删除的卡片连同其全部内容保留在这里，直到被恢复。
trash-empty-title = 回收站是空的
trash-empty-text = 被删除的卡片会放在这里，可以完整恢复。
trash-kinds = 卡片类型
trash-when = 删除时间
