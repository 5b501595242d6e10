### 设置：个人为自己选择的，以及管理员为工作区选择的。

settings-you = 你
settings-profile = 个人资料
settings-password = 登录方式
settings-sessions = 已登录的设备
settings-workspace = 工作区
settings-members = 成员和角色
settings-relations = 关系
settings-table = 表格：{ $name }
settings-jobs = 后台任务

## 角色

role-owner = 所有者
role-owner-note = 可以做任何事，包括指定其他所有者
role-admin = 管理员
role-admin-note = 还可以邀请成员和更改设置
role-member = 成员
role-member-note = 查看和更改所有卡片
role-read-only = 只读成员
role-read-only-note = 可以查看所有卡片，但不能更改

## 个人资料

profile-lead = 同事如何看到你，你如何看到 Kartotek。
profile-theme = 主题
profile-density = 行距
theme-system = 跟随设备
theme-light = 浅色
theme-dark = 深色
density-comfortable = 宽松
density-compact = 紧凑
profile-saved = 个人资料已保存

## 电子邮件和密码

email-lead = 你用这个地址登录。
email-change = 更改电子邮件
email-changed = 电子邮件已更改
password-lead = 更改密码后，你在其他地方都会退出登录。
password-old = 当前密码
password-new = 新密码
password-once-more = 输入密码，以免他人更改地址。
password-change = 更改密码
password-changed = 密码已更改。你在其他地方已退出登录。

## 已登录的设备

sessions-lead = 你已登录的浏览器。不再使用的，可以在这里退出。
sessions-end-others = 退出其他所有设备
session-ended = 已在该设备退出
sessions-others-ended = 已退出其他所有设备
session-device = 设备
session-address = 地址
session-seen = 上次使用
session-since = 登录时间
session-unknown-device = 未知设备
session-this = 当前设备
session-end-on = 退出 { $device }

## 工作区

workspace-lead = 适用于所有人，除非个人另有选择。
workspace-language-help = 用于新同事；每个人可在个人资料中选择自己的语言。
workspace-saved = 工作区已保存
workspace-cards = 卡片
workspace-export = 带走全部数据
workspace-export-help = 所有卡片及其历史和文件，打包成另一个 Kartotek 可以读取的存档。
workspace-export-do = 导出
workspace-sample = 示例数据
workspace-sample-help = 虚构的联系人和公司会被移除，你自己的卡片会保留。
workspace-sample-remove = 移除示例数据

## 成员和角色

members-lead = 所有可以在此登录的人，以及他们的权限。
member-role = 角色
member-since = 加入时间
member-make = 角色改为{ $role }
member-remove = 移出工作区
member-more = 更改 { $name }
member-role-changed = { $name } 现在是{ $role }
member-remove-title = 将 { $name } 移出工作区
member-remove-lead = 对方会立即退出登录，且无法再在此登录。其卡片会保留，姓名仍留在历史中。要让对方回来，需重新邀请。
member-removed = 已将 { $name } 移出工作区
invite = 邀请
invite-title = 邀请同事
invite-lead = 邀请是一个七天内可使用一次的链接，通过邮件发送，或由你自行转交。
invitation-link = 邀请链接
invitation-link-help = 仅显示这一次。
copied = 已复制
invitations-open = 尚未答复
invitation-by = 邀请人
invitation-until = 有效期至
invitation-expired = 已过期
invitation-withdraw = 撤回
invitation-withdraw-of = 撤回对 { $email } 的邀请
invitation-withdrawn = 邀请已撤回

## 关系

relations-lead = 卡片之间的联系。每个关系只写一次，从两边都能看到。
relation-new = 自定义关系
relation-new-lead = 例如：一个人是另一个人的“教练”，后者是前者的“学员”。
relation-from = 第一张卡片
relation-forth = 第一张卡片上
relation-to = 第二张卡片
relation-back = 第二张卡片上
relation-forth-help = 例如：教练
relation-back-help = 例如：学员。留空则用同样的词。
relation-add = 添加关系
relation-added = 关系已添加
relation-between = 双方
relation-made-by = 来源
relation-own = 你的工作区
relation-built-in = Kartotek
relation-same = 相同

## 后台任务

jobs-lead = 导入和其他耗时的任务。关闭页面或重新启动后仍会继续。
jobs-none = 这里没有任务。
job-cancelling = 正在取消
job-retried = 已重新运行
job-retry = 重新运行
job-attempts = 尝试 { NUMBER($count) } 次
job-progress = { NUMBER($done) } / { NUMBER($total) }
job-records-import = 导入
job-records-import-dry-run = 试导入
job-records-undo = 撤销
job-sample-fill = 正在填入示例数据
job-sample-remove = 正在移除示例数据
