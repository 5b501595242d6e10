### 组织：地点、部门、团队及其成员。

settings-organisation = 组织
organisation-lead = 人员的工作单位：地点下设部门，部门下设团队。角色的范围可以是所在团队、部门或地点。
organisation-none = 还没有单位。请在下方先添加一个地点或部门；小公司可以不设。
unit-location = 地点
unit-department = 部门
unit-team = 团队
unit-kind = 类型
unit-parent = 隶属于
unit-top = 无，位于最上层
unit-new = 新单位
unit-new-lead = 地点、部门或团队，例如上海、销售部或游艇组。
unit-add = 添加单位
unit-add-department = 在此添加部门
unit-add-team = 在此添加团队
unit-open = 名称、位置与人员
unit-added = 已添加 { $name }
unit-saved = 已保存 { $name }
unit-name-of = { $name } 的名称
unit-more = 更改 { $name }
unit-people =
    { $count ->
        [0] 暂无人员
       *[other] { $count } 人
    }
unit-place = 名称与位置
unit-here = 此处人员
unit-here-lead = 一个人可以属于多个单位，其中一个是其主要单位。
unit-here-none = 此单位本身暂无人员。
unit-join = 添加人员
unit-person = 人员
unit-joined = 已添加 { $name }
unit-left = 已移出 { $name }
unit-leave = 移出
unit-leave-of = 将 { $name } 移出此单位
unit-home = 主要单位
unit-make-home = 设为主要单位
unit-make-home-of = 设为 { $name } 的主要单位
unit-home-made = { $unit } 现为 { $name } 的主要单位
unit-also-in = 同时属于
unit-retire = 撤销
unit-retire-title = 撤销此单位
unit-retire-lead = 连同其下属单位一并撤销，人员不再归属其中。名称保留在历史记录中，并可恢复。
unit-retired = 已撤销 { $name }
units-retired =
    { $count ->
       *[other] 已撤销 { $count } 个单位
    }
unit-restore = 恢复
unit-restore-of = 恢复 { $name }
unit-restored = { $name } 已恢复
