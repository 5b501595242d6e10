### Relating many cards with one.

bulk-relate = 关联
bulk-relate-title = 关联 { $count } 张卡片
bulk-relate-lead = 它们都会与同一张卡片关联；您可以先预览，也可以一次撤销。
bulk-relate-add = 添加关系
bulk-relate-remove = 移除关系
bulk-relate-role = 只移除带有此角色的关系；留空则全部移除。
