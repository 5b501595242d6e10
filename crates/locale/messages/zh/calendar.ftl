### 预约与日历。
appointment = 预约
appointment-many = 预约
new-appointment = 新预约
create-appointment = 创建预约
save-appointment = 添加预约
toast-appointment = 预约已添加
empty-appointment = 还没有预约
empty-appointment-text = 预约说明何时、何地、与谁见面。可在卡片或日历中创建，全部汇集在这里。
composer-meeting = 会面
notice-activity-appointment = { $who } 在 { $card } 上添加了预约

## Fields of an appointment

appointment-subject = 主题
appointment-about = 相关卡片
appointment-starts-at = 开始
appointment-ends-at = 结束
appointment-all-day = 全天
appointment-participants = 参与者
appointment-place = 地点
appointment-video = 视频
appointment-text = 详情
appointment-state = 状态
appointment-repeat = 重复
appointment-owner = 负责人
appointment-time-zone = 时区
appointment-repeat-until = 重复至
appointment-except = 例外
appointment-series = 系列
appointment-series-at = 原定时间
appointment-closed-at = 结束于
appointment-at = 时间
appointment-length = 时长
appointment-repeats = 重复
appointment-too-long = 预约最长为 31 天
not-a-participant = “{ $typed }”既不是同事、卡片，也不是邮箱地址
part-who = 谁
part-answer = 答复
answer-accepted = 已接受
answer-tentative = 暂定
answer-declined = 已拒绝

## Shared things

resource = 资源
resource-many = 资源
new-resource = 新资源
create-resource = 创建资源
empty-resource = 还没有资源
empty-resource-text = 资源是预约所使用的会议室、车辆或物品。重复预订时会收到提示。
resource-name = 名称
resource-kind = 类型
resource-place = 地点
resource-seats = 座位数
resource-text = 备注
resource-kind-room = 会议室
resource-kind-vehicle = 车辆
resource-kind-equipment = 设备

## Choices

appointment-state-planned = 已安排
appointment-state-held = 已进行
appointment-state-cancelled = 已取消
appointment-state-no-show = 未到场

## The calendar

nav-calendar = 日历
diary-day = 日
diary-week = 周
diary-month = 月
diary-agenda = 日程
diary-spans = 日、周或月
diary-before = 更早
diary-after = 更晚
diary-whose = 谁的日历
diary-show = 显示
diary-mine = 我的日历
diary-teams = 团队
diary-nothing = 没有安排
diary-nothing-text = 这些天的预约会显示在这里。
diary-new-at = 新预约：{ $when }
diary-too-many = 预约太多，无法全部显示。请减少所选日历。
diary-overlaps = 时间冲突
diary-moved = 已移至 #
diary-keys = 按 m、方向键和 Enter 移动
diary-calendars = { $count } 个日历

## Moving and changing

move-appointment = 移动
move-this = 移动此预约
move-to = 新时间
move-reach = 范围
series-this = 仅此一次
series-following = 此次及以后
series-all = 整个系列
series-keeps-its-days = 该系列的日期由其规则决定。请修改重复规则，或仅移动这一次。
change-appointment-moved = 已移动{ $subject }
change-appointment-state = 已记录{ $subject }的结果
toast-moved = 已移至 { $when }
toast-state = { $name }：{ $state }
occurrence-edit = 修改
state-held = 已进行
state-no-show = 未到场
state-planned = 仍为已安排
state-cancel = 取消
occurrence-of = 系列之一
overlap = 同一时间：{ $what }
overlap-of = { $who }：{ $what }
today-day = 今日安排
today-day-nothing = 今天没有预约
today-tomorrow = 明天

## Other programs' calendars

appointment-foreign = 外部标识
exchange-title = 订阅与导入
feed-title = 在其他程序中查看日历
feed-lead = 秘密地址可在手机或其他程序的日历中显示您的预约。知道该地址的人都能查看。
feed-make = 生成秘密地址
feed-made = 您的新秘密地址
feed-made-help = 仅此时显示。请粘贴到程序要求填写日历地址的位置。
feed-made-at = 创建于
feed-read-at = 上次读取
feed-unread = 尚未读取
feed-revoke = 停用
feed-revoked = 该地址已失效
secret-addresses-enough = 已有二十个地址，请先停用一个。
ics-import = 导入日历文件
ics-import-lead = .ics 文件中的预约将归您所有，之前导入过的会更新。
ics-file = 日历文件
ics-read = 导入
ics-not-a-calendar = 此文件不含预约，请选择 .ics 文件。
ics-taken = 新增 { $made }，更新 { $changed }，跳过 { $left }
change-imported-appointments = 已导入预约

## Reminders

appointment-remind = 提醒同事
appointment-remind-customer = 前一天提醒客户
remind-10-minutes = 提前 10 分钟
remind-1-hour = 提前 1 小时
remind-1-day = 提前 1 天
notice-reminder = { $card } 即将开始
notices-kind-reminder = 您的预约即将开始
job-appointments-remind = 预约提醒
reminder-subject = { $workspace }：{ $when }
reminder-lead = { $name }，提醒您与 { $workspace } 的预约。
reminder-foot = 您收到此邮件是因为您与 { $workspace } 有预约。
reminder-note = 已提醒 { $address }：{ $what }，{ $when }
reminder-task = 提醒 { $name }：{ $what }，{ $when }
change-reminded = 已提醒{ $subject }
change-answered = 客户已答复{ $subject }

## What a customer answers

visit-confirm = 我会到
visit-move = 请求改期
visit-cancel = 取消预约
visit-wish = 您方便的时间
visit-said-confirm = 您已确认到场。
visit-said-move = 已收到您的请求。我们会与您联系，在此之前时间不变。
visit-said-cancel = 预约已取消。
visit-is-cancelled = 此预约已取消。
visit-is-over = 此预约已无法在此答复。
visit-footer = 此链接仅供您使用。按下按钮前不会有任何更改。
visit-note-confirm = { $name } 已确认：{ $what }，{ $when }
visit-note-move = { $name } 请求改期：{ $what }，{ $when }
visit-note-cancel = { $name } 已取消：{ $what }，{ $when }
visit-task-move = 与 { $name } 另约时间：{ $what }
visit-task-cancel = { $name } 取消了{ $what }
