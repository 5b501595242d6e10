### 各类卡片共用的框架、列表、卡片和表单。

## 导航

nav-today = 今天
nav-search = 搜索
nav-new = 新建
nav-cards = 卡片
nav-more = 更多
nav-import = 导入
nav-history = 历史记录
nav-trash = 回收站
nav-settings = 设置
shell-skip = 跳到正文
shell-navigation = 主导航
shell-bar = 快捷导航
shell-search-or-do = 搜索或执行操作
shell-results = 结果
shell-choose = 选择
shell-open = 打开
shell-in-new-tab = 在新标签页打开
shell-narrow-sidebar = 收窄侧边栏
shell-sidebar-width = 收窄或展开侧边栏
shell-shortcuts = 键盘快捷键
shell-offline = 网络已断开。你输入的内容还在，恢复连接后再试。
shell-failed = 操作未完成，内容没有改动。再试一次。
shortcuts-anywhere = 任意页面
shortcuts-list = 列表中
shortcut-search = 搜索
shortcut-new = 新建卡片或任务
shortcut-shortcuts = 显示快捷键
shortcut-move = 向下、向上移动
shortcut-open = 打开
shortcut-peek = 预览
shortcut-select = 选择
shortcut-widths = 在列标题上调整列宽
crumbs = 当前位置

## 列表

views = 视图
view-all = 全部
view-mine = 我负责的
view-silent = 30 天未联系
view-birthdays = 30 天内生日
find-in-list = 在列表中查找
list-nothing-found = 没有找到
list-nothing-found-text = 没有内容符合搜索词和筛选条件。去掉其中一项，或显示全部。
show-all = 显示全部
peek = 预览
select = 选择
select-all = 全选
select-first = 先选择至少一行。
selected-count-text = 已选择 # 项
export-xlsx = 导出为 Excel（XLSX）
export-csv = 导出为 CSV
export-vcard = 导出为 vCard

## 筛选

filter = 筛选
filters = 搜索和筛选
filter-remove = 移除此条件
filter-where = 符合
filter-joint = 需要满足哪些条件
filter-all = 所有条件
filter-any = 任一条件
filter-add = 添加条件
filter-show = 显示结果
filter-field = 字段
filter-choose = 选择字段
filter-comparison = 比较方式
filter-value = 值
filter-day-help = 例如 今天 或 11月22日
or = 或
me = 我
op-is = 是
op-is-not = 不是
op-contains = 包含
op-contains-not = 不包含
op-starts-with = 开头是
op-over = 大于
op-under = 小于
op-between = 介于
op-on = 日期为
op-before = 早于
op-after = 晚于
op-empty = 为空
op-not-empty = 不为空
day-today = 今天
day-yesterday = 昨天
day-tomorrow = 明天
day-this-week = 本周
day-last-week = 上周
day-next-week = 下周
day-this-month = 本月
day-last-month = 上个月
day-next-month = 下个月
day-this-quarter = 本季度
day-last-quarter = 上季度
day-next-quarter = 下季度
day-this-year = 今年
day-last-year = 去年
day-next-year = 明年
day-d-ago = { NUMBER($count) } 天前
day-w-ago = { NUMBER($count) } 周前
day-m-ago = { NUMBER($count) } 个月前
day-y-ago = { NUMBER($count) } 年前
day-d-ahead = { NUMBER($count) } 天后
day-w-ahead = { NUMBER($count) } 周后
day-m-ahead = { NUMBER($count) } 个月后
day-y-ahead = { NUMBER($count) } 年后

## 卡片

edit-everything = 编辑所有字段
edit-field = 编辑：{ $name }
in-trash = 已在回收站中。
more-fields = 还有 { NUMBER($count) } 个字段
card-made = { $who } 创建 · { $when }
not-set = 未填写
hidden-card = 您无法打开的卡片
present =
    { $count ->
        [one] { $names } 正在查看
       *[other] { $names } 正在查看
    }
turns = 将满 { $years } 岁
phone-not-understood = 核对号码
someone = 某人
changed-this-to = 已将其改为
keep-mine = 保留我的
take-theirs = 采用对方的

## 表单

form-errors = 先更正以下内容
help-date = 例如 11月22日、明天 或 2026-11-22
help-date-time = 例如 明天 14:30
help-tags = 标签之间用逗号分隔
search-in = { $name }：按名称搜索
add-to = 再添加一项
remove-from = 移除：{ $name }
create-anyway = 仍然创建
duplicate-is-here = 已经存在：
duplicate-email = 邮箱地址相同 { $value }
duplicate-phone = 电话号码相同 { $value }

## 相关卡片

related = 相关卡片
link-add = 为 { $name } 添加关系
link-kind = 关系
link-role = 角色
link-started = 开始
link-ended = 结束
link-date-help = 年、月或日：2024、2024-05 或 2024-05-17
link-remove = 移除关系
since = { $date } 起

## 搜索

search-recent = 最近查看
search-cards = 搜索结果
search-commands = 操作
search-nothing = 没有找到“{ $typed }”

## 已完成的操作

toast-created = 已创建：{ $name }
toast-saved = 已保存：{ $name }
toast-trashed = 已移到回收站：{ $name }
toast-trashed-count = 已将 { NUMBER($count) } 项移到回收站
toast-restored = 已恢复：{ $name }
toast-photo = 照片已保存
toast-linked = 关系已添加
toast-link-changed = 关系已修改
toast-unlinked = 关系已移除
toast-undo-begun = 正在后台撤销
toast-undone = 已撤销
toast-undone-partly = 已撤销，之后又被修改的 { NUMBER($count) } 项保持不变

## 出错时

sign-in-first = 先登录。
error-what-now = 返回后换个方式再试，或前往首页。
error-home = 前往首页
error-number = 错误编号（提供给管理员）：
