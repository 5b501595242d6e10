### 角色：可对哪些卡片和字段执行哪些操作。

settings-roles = 角色
roles-lead = 在您分配自定义角色之前，成员可以对所有卡片执行一切操作；分配之后，其权限为各角色所允许操作的合集。
role-name = 角色
role-have-it = 拥有者
role-always = 内置
role-new = 自定义角色
role-new-lead = 新角色起初拥有成员的全部权限，随后可加以限制。
role-add = 添加角色
role-added = 已添加 { $name }
role-saved = 已保存 { $name }
role-retire = 撤销
role-retire-title = 撤销此角色
role-retire-lead = 仅当无人拥有时才能撤销。
role-retired = 已撤销 { $name }
role-restored = { $name } 已恢复
rights-title = 所允许的操作
rights-lead = 可对谁的卡片执行哪些操作。第一行适用于所有未另作规定的卡片类型。
rights-card = 卡片
rights-every = 其他所有
rights-inherit = 同上
rights-cell = { $object }：{ $verb }
verb-see = 查看
verb-create = 新建
verb-edit = 编辑
verb-delete = 删除
verb-export = 导出
verb-import = 导入
verb-merge = 合并
verb-bulk = 批量修改
reach-none = 无
reach-own = 本人
reach-team = 团队
reach-department = 部门
reach-location = 地点
reach-all = 全部
fields-title = 字段：{ $object }
fields-lead = 对此角色可及的卡片，各字段允许的操作。
fields-link =
    { $count ->
        [0] 字段
       *[other] 字段：{ $count } 个受限
    }
field-right-editable = 可编辑
field-right-read-only = 只读
field-right-hidden = 隐藏
fields-saved = 字段已保存
member-open = 角色与单位
member-roles = 自定义角色
member-roles-lead = { $name } 的内置角色为{ $role }。若无自定义角色，则拥有该角色的全部权限；若有，则以这些角色的合集为准。
member-roles-admin = { $name } 的内置角色为{ $role }，无论有何角色均可执行一切操作。
member-roles-none = 暂无自定义角色。
member-roles-make = 去创建
member-roles-saved = 已保存 { $name } 的角色
member-units = 单位
member-units-none = { $name } 不属于任何单位，其团队、部门和地点仅指本人。
member-may = { $name } 的权限

# 共享一张卡片
share = 共享
share-card = 共享“{ $name }”
share-lead = 让某人在其角色权限之外查看或编辑此卡片。
share-with = 共享给
share-choose = 选择人员或单位
share-unit = { $unit }的所有人
share-may = 权限
share-may-see = 查看
share-may-edit = 查看和编辑
share-until = 截止日期
share-until-help = 共享在当天结束时失效。留空表示长期共享。
share-for-good = 长期
share-by = 共享人
share-present = 已共享给
share-none = 此卡片未共享给任何人。
share-end = 结束
share-end-with = 结束与{ $name }的共享
toast-shared = 已共享给{ $name }
toast-unshared = 已不再共享给{ $name }

# 某人为何能看到卡片
why = 我为什么能看到？
why-of = { $name }为什么能看到？
why-lead = 下面任何一条单独成立即可。
why-who = 人员
why-ask = 显示
why-see = 查看
why-edit = 编辑
why-see-not = 此人无权查看此卡片。
why-edit-not = 没有任何权限允许编辑此卡片。
why-built-in = 角色“{ $role }”涵盖工作区中的所有卡片。
why-role-all = 角色“{ $role }”涵盖所有人的此类卡片（{ $cards }）。
why-role-own = 角色“{ $role }”涵盖本人的卡片，而此卡片属于本人。
why-role-unit = 角色“{ $role }”涵盖{ $unit }所有人的卡片，而此卡片属于{ $whose }。
why-shared = { $who }已将其共享给{ $with }。
why-shared-until = { $who }已将其共享给{ $with }，截至{ $until }。

# An administrator looks as a member
view-as = 以{ $name }的身份查看
view-as-lead = 您将看到{ $name }所见的工作区，期间不能更改任何内容。此次查看会记入日志。
view-as-banner = 您正以{ $name }的身份查看 Kartotek，不能更改任何内容。
view-as-end = 结束
