### 示例数据：其中的文字，以及与之有关的提示。

sample-filling = 正在填入示例数据，稍后即可在此看到。
sample-removing = 正在移除示例数据。
sample-filled = 示例数据已填入。
sample-removed = 示例数据已移除。
sample-removed-partly = 示例数据已移除，保留了 { $count } 张被人修改过的卡片。
sample-is-there = 示例数据已经存在。
sample-is-busy = 示例数据正在填入或移除，请等待完成。
change-sample = 已填入示例数据

## Cards

sample-household = { $name }家
sample-tag-customer = 客户
sample-tag-supplier = 供应商
sample-tag-partner = 合作伙伴
sample-tag-newsletter = 通讯
sample-tag-vip = 老客户
sample-industry-boats = 船艇
sample-industry-construction = 建筑
sample-industry-plumbing = 水暖
sample-industry-furniture = 家具
sample-industry-accounting = 会计
sample-industry-transport = 运输
sample-industry-bakery = 烘焙
sample-industry-electricity = 电气
sample-industry-software = 软件
sample-industry-food = 食品
sample-industry-health = 医疗
sample-industry-gardens = 园艺
sample-industry-timber = 木材
sample-industry-engineering = 机械
sample-industry-textiles = 纺织
sample-industry-trade = 贸易
sample-refused-newsletter = 不想再收到通讯
sample-refused-phone = 只要信件，不要电话
sample-refused-leave = 休假中，在此之前不想被打扰
sample-refused-all = 要求不再联系
sample-refused-offer = 已有其他供应商，并且满意

## What was said

sample-note-1 = 在展会上认识，对下一季的维护合同有兴趣。
sample-note-2 = 希望上午接电话，三点以后不要打。
sample-note-3 = 已用电子邮件发送价目表和两份推荐。
sample-note-4 = 与合伙人一起决定，两人都应参加会议。
sample-note-5 = 又在一周内付款，合作愉快。
sample-note-6 = 春天搬到新办公室，届时询问新地址。
sample-note-7 = 上次交货晚了一天，已道歉，下次优惠百分之五。
sample-note-8 = 养了一只叫贝拉的狗，值得问候一声。
sample-note-9 = 想在夏天之前把我们的报价与另外两家比较。
sample-note-10 = 向邻居推荐了我们。
sample-call-1 = 讨论了报价，决定前希望再拜访一次。
sample-call-2 = 索取上一张发票的副本。
sample-call-3 = 对工作满意，希望秋天提醒一次。
sample-call-4 = 确认了约定，停车场在房子后面。
sample-call-5 = 想考虑到下周。
sample-call-6 = 订了和去年一样的。
sample-call-7 = 由新同事接手，会把姓名写给我们。
sample-call-8 = 询问交货时间，已答复。
sample-deal-1 = 年度服务协议
sample-deal-2 = 新设备
sample-deal-3 = 试订单
sample-deal-4 = 续约两年
sample-deal-5 = 车间设备配置
sample-deal-6 = 订单扩展
sample-deal-7 = 夏季供货
sample-deal-8 = 咨询与规划
sample-deal-9 = 更换旧机器
sample-deal-10 = 框架合同
sample-task-1 = 发送报价
sample-task-2 = 询问货物是否送达
sample-task-3 = 准备年度会议
sample-task-4 = 发送已签署的合同
sample-task-5 = 查找未付发票
sample-task-6 = 约定拜访日期
sample-task-7 = 写生日贺卡
sample-task-8 = 更新价目表
sample-appointment-1 = 客户拜访
sample-appointment-2 = 合同洽谈
sample-appointment-3 = 产品演示
sample-appointment-4 = 交付验收
sample-appointment-5 = 年度回顾
sample-appointment-6 = 现场勘察
sample-meeting = 每周例会
