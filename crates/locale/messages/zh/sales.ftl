### Deals, pipelines and forecasts.

deal = 商机
deal-many = 商机
new-deal = 新建商机
create-deal = 创建商机
empty-deal = 还没有商机
empty-deal-text = 商机是客户可能购买的东西：金额、时间以及进展到哪一步。请创建第一个，或导入一个列表。

## Fields of a deal

deal-name = 名称
deal-company = 公司
deal-person = 联系人
deal-amount = 金额
deal-stage = 阶段
deal-closes-on = 预计成交日期
deal-probability = 赢单概率（%）
deal-forecast = 预测类别
deal-pipeline = 销售管道
deal-state = 状态
deal-weighted = 加权金额
deal-checked = 已勾选
deal-lost-reason = 丢单原因
deal-competitor = 竞争对手
deal-next-step-at = 下一步
deal-stage-since = 进入此阶段时间
deal-closed-at = 关闭时间
deal-tags = 标签
deal-about = 说明
deal-owner = 负责人
deal-source = 来源
deal-last-talk-at = 最近联系
deal-last-talk-by = 最近联系人员

## Choices of a deal

pipeline-sales = 销售
stage-new = 新建
stage-qualified = 已确认意向
stage-proposal = 方案报价
stage-negotiation = 谈判
stage-won = 赢单
stage-lost = 丢单
forecast-committed = 承诺
forecast-best-case = 最好情况
forecast-pipeline = 管道中
forecast-omitted = 不计入
deal-state-open = 进行中
deal-state-won = 已赢单
deal-state-lost = 已丢单
lost-reason-price = 价格
lost-reason-competitor = 选择了竞争对手
lost-reason-no-budget = 没有预算
lost-reason-no-decision = 没有做出决定
lost-reason-bad-timing = 时机不对
lost-reason-lacks-something = 产品缺少所需功能
lost-reason-other = 其他
link-takes-part-forth = 参与
link-takes-part-back = 参与人员

## Views of deals

view-closing = 本月成交
view-no-next-step = 没有下一步
no-next-step = 没有下一步
days-in-stage = 在此阶段 { $days } 天
days-in-short = { $days } 天

## Rules of stages

stage-out-of-use = 此阶段已停用。请选择其他阶段。
needed-in-stage = 阶段“{ $stage }”需要此项
lost-needs-a-reason = 请选择丢单原因
stage-checklist-open = 阶段“{ $stage }”尚未勾选：{ $left }
not-a-percentage = 请输入 0 到 100 之间的整数

## Settings: pipelines

settings-pipelines = 销售管道
pipelines-lead = 商机经过的各个阶段、每个阶段的赢单概率，以及进入之前需要什么。
pipeline-one = 销售管道“{ $name }”
pipeline-name = 管道名称
pipeline-add = 添加管道
pipeline-add-lead = 用于以其他方式销售的内容：以第一个管道的阶段作为起点。
pipeline-remove = 停用此管道
pipelines-kept = 销售管道已保存
pipelines-changed = 期间有其他人更改了销售管道。请重新查看后再修改。
pipeline-needed = 至少需要一个销售管道
pipeline-lacks-stages = 管道需要至少一个进行中、一个赢单和一个丢单阶段
too-many-pipelines = 最多 { $max } 个管道
too-many-stages = 最多 { $max } 个阶段
stage-has-deals = 阶段“{ $name }”中仍有商机。请先移走它们，再停用。
stage-one = 阶段“{ $name }”
stage-name = 阶段名称
stage-probability = 赢单概率（%）
stage-outcome = 此阶段的商机为
stage-forecast = 在预测中归为
stage-stale-after = 多少天后视为停滞
stage-stale-help = 留空表示永不。
stage-requires = 商机进入前必须填写
stage-checklist = 商机进入前必须勾选
stage-checklist-help = 每项一行，例如“预算已确认”。
stage-add = 添加阶段
stage-new-name = 新阶段
stage-remove = 停用此阶段
stage-up = 上移“{ $name }”
stage-down = 下移“{ $name }”
stage-in-short = { $chance }%

## Figures

sales-forecast = 销售预测
sales-funnel = 漏斗
sales-won-lost = 赢单与丢单
sales-forecast-lead = 此期间的赢单，以及应在此期间成交的进行中商机。每个数字都可打开对应的商机。
sales-funnel-lead = 此期间有多少商机进入各阶段，其中有多少（包括之后）进入了后续阶段，以及停留了多久。
sales-won-lost-lead = 此期间关闭的商机。
sales-period = 时间段
sales-all-pipelines = 所有管道
sales-nobody = 无人负责
sales-not-said = 未说明
sales-nothing = 此期间没有商机。
sales-together = 合计
sales-weighted-help = 每项金额乘以其赢单概率
sales-won-amount = 赢单金额
sales-lost-amount = 丢单金额
sales-win-rate = 赢单率
sales-funnel-empty = { $name }：此期间没有商机进入任何阶段。
funnel-entered = 进入
funnel-share = 占比
funnel-went-on = 继续推进
funnel-rate = 转化率
funnel-stayed = 平均停留
funnel-days = { $days } 天
funnel-here-now = 当前处于此阶段的商机
period-this-month = 本月
period-next-month = 下个月
period-last-month = 上个月
period-this-quarter = 本季度
period-next-quarter = 下季度
period-last-quarter = 上季度
period-this-year = 今年
sales-overdue = { $count } 个进行中的商机本应在今天之前成交：{ $amount }
sales-undated = { $count } 个进行中的商机没有预计成交日期：{ $amount }
