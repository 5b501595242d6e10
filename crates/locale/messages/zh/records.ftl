### 每张卡片都有的内容，以及可能出现的问题。

untitled = 未命名
group-record = 此卡片
record-created-at = 创建时间
record-created-by = 创建人
record-updated-at = 最后修改

## 联系方式

channel-all = 任何方式
channel-phone = 电话
channel-email = 邮件
channel-sms = 短信
channel-letter = 信件
channel-visit = 拜访

## 姓名、地址和号码的组成部分

part-prefix = 称谓
part-given = 名
part-middle = 中间名
part-family = 姓
part-suffix = 后缀
part-number = 电话号码
part-address = 邮箱地址
part-label = 类型
part-street = 街道和门牌号
part-extended = 楼层和房间
part-po-box = 邮政信箱
part-postal-code = 邮政编码
part-city = 城市
part-region = 省份或地区
part-country = 国家或地区
part-url = 网址
part-handle = 用户名
part-network = 平台
part-reason = 原因
part-until = 截止日期
part-channel = 方式

## 类型

label-mobile = 手机
label-work = 工作
label-home = 住宅
label-main = 总机
label-fax = 传真
label-invoice = 发票
label-delivery = 收货
label-blog = 博客
label-profile = 个人主页
label-other = 其他
label-all = 任何方式
label-phone = 电话
label-email = 邮件
label-sms = 短信
label-letter = 信件
label-visit = 拜访
label-linkedin = LinkedIn
label-facebook = Facebook
label-instagram = Instagram
label-x = X
label-whatsapp = WhatsApp
label-wechat = 微信
label-telegram = Telegram
label-viber = Viber
label-signal = Signal
label-skype = Skype
label-youtube = YouTube
label-tiktok = TikTok
label-mastodon = Mastodon
label-bluesky = Bluesky
label-github = GitHub
label-xing = XING
label-qq = QQ
label-weibo = 微博

## 值的问题

not-a-rating = 选择一到五颗星
not-a-file = 重新选择文件
not-an-image = 选择图片，例如 JPEG 或 PNG 文件
not-yes-or-no = 回答是或否
link-to-itself = 卡片不能与自身建立关系。选择另一张卡片。
ends-before-it-starts = 结束日期应晚于开始日期

## 请求的问题

no-such-field = 这里没有此字段。选择其他字段。
not-a-filter = 无法读取此筛选条件。重新设置。
filter-too-large = 筛选条件过多。移除一些。
not-sortable = 列表不能按此排序。选择其他列。
not-a-place = 找不到列表中的这个位置。从头开始。
changed-by-someone-else = 期间有人修改了此内容。刷新页面后再试。
record-is-trashed = 此内容在回收站中。恢复后才能修改。
already-undone = 此操作已经撤销过。
field-read-only = 您可以查看此项，但不能更改。
undo-beyond-rights = 此更改还涉及您无权更改的卡片，需由有权限的人撤销。

## 备份的问题

backup-damaged = 无法读取此备份。选择其他文件，或重新获取。
backup-too-new = 此备份来自更新版本的 Kartotek。先更新 Kartotek。
restore-not-empty = 这里已有卡片。恢复到空的工作区。
label-taken = 这个名称已被使用。
options-needed = 请至少给出一个选项。
too-many-fields = 已有 { $max } 个字段，请先停用一个。
too-many-objects = 已有 { $max } 种卡片。
title-needed = 卡片需要标题。
not-unique = “{ $name }”已使用此值。
not-unique-unseen = 已有一张您无权查看的卡片使用此值。
values-not-unique = 有些值出现在多张卡片上：{ $values }。请先更改。
rule-broken = { $message }
rule-without-field = 请至少用方括号引用一个字段。
formula-wrong = 无法理解公式：{ $reason }
formula-failed = 无法计算：{ $reason }
formula-division-by-zero = 除以零
formula-bracket = 有未闭合的括号。
formula-too-deep = 括号嵌套过多。
formula-no-such-field = 没有字段“{ $name }”。
formula-circle = 它们相互依赖：{ $path }
roll-up-without-field = 所引用的字段已不存在。
roll-up-of-several-currencies = 多种货币无法相加。
