### Leads, and what becomes of them.

lead = 线索
lead-many = 线索
new-lead = 新建线索
create-lead = 创建线索
empty-lead = 还没有线索
empty-lead-text = 线索是可能成为客户的人。先了解对方的需求，再将其转换为联系人、公司和商机。请创建第一个，或导入一个列表。

## Fields of a lead

lead-name = 姓名
lead-company-name = 公司
lead-job-title = 职位
lead-phones = 电话
lead-emails = 邮箱
lead-addresses = 地址
lead-language = 语言
lead-text = 需求
lead-status = 状态
lead-owner = 负责人
lead-source = 来源
lead-campaign = 营销活动
lead-medium = 媒介
lead-referrer = 来源页面
lead-told-by = 介绍人
lead-status-since = 进入此状态的时间
lead-last-talk-at = 最近联系
lead-last-talk-by = 最近联系人员
lead-converted-at = 转换时间
lead-person = 转换成的联系人
lead-company = 转换成的公司
lead-deal = 转换成的商机
lead-status-new = 新线索
lead-status-working = 跟进中
lead-status-qualified = 已确认
lead-status-not-interested = 不感兴趣
lead-status-converted = 已转换

## Views of leads

view-leads = 未转换的线索
view-new-leads = 新线索

## Rules of leads

lead-needs-a-name = 请输入姓名、邮箱地址或电话号码
lead-convert-from-card = 请在线索的卡片上进行转换，使其成为联系人
lead-stays-converted = 此线索已转换。如需继续跟进，请撤销转换。

## Converting

convert = 转换
convert-title = 转换 { $name }
convert-lead = 线索将成为联系人，也可以同时生成公司和商机。通话、备注、任务以及发生过的一切都会一并转移。一次撤销即可全部恢复。
convert-person = 联系人
convert-new-person = 新联系人：{ $name }
convert-company = 公司
convert-new-company = 新公司
convert-no-company = 不关联公司
convert-company-name = 新公司的名称
convert-deal = 创建商机
convert-needs-a-person = 请选择线索要成为的联系人
change-converted = 转换了线索 { $subject }
toast-converted = { $name } 已转换。撤销后将恢复为线索。
lead-was-converted = 已转换
lead-already-converted = { $name } 已经转换过了
