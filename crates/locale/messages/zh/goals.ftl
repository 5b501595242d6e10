### 公司、部门和个人的目标

sales-goals = 目标
goals-lead = 要达到的目标、目前的进度，以及按当前节奏最终会到哪里。每个数字都可以打开对应的记录。
goals-hidden = 这里统计的内容对您不可见。
goal-measure = 统计项
goal-measure-won-amount = 赢单金额
goal-measure-won-count = 赢单数
goal-measure-calls = 通话
goal-measure-meetings = 会面
goal-span-month = 月
goal-span-quarter = 季度
goal-quarter = { $year }年第{ $quarter }季度
goal-before = 更早
goal-after = 更晚
goal-company = 整个公司
goal-who = 谁
goal-target = 目标
goal-so-far = 目前
goal-share = 完成度
goal-gap = 还差
goal-pace = 按此节奏
goal-pace-help = 照此继续最终会到哪里，按工作日计算
goal-days = { $all } 个工作日中的第 { $begun } 个
goal-reached = 已达成
goal-of = { $name } 的目标
goal-set-one = 设定目标
goal-set = 由 { $by } 设定，{ $at }
goal-below = 下属目标合计
goal-kept = 目标已保存
goal-changed = 其他人刚刚改了这个目标。请再看一下，然后修改。
goal-too-large = 请输入不小于 0 且不过大的目标

## 预测与实际

sales-outcome = 当时与实际
outcome-lead = 每月初的预测（含当时已赢得的金额）与实际结果。以工作区的货币计。
outcome-empty = 预测每周保存一次。有已存预测的月份结束后，会在这里与实际结果并列。
outcome-came = 实际
outcome-taken = 保存于 { $date }
outcome-error = 平均误差
outcome-error-help = 不论偏高偏低，平均相差多少（MAPE）
outcome-bias = 偏高或偏低
outcome-bias-help = 带符号的平均值：总是偏高的会在这里显现（偏差）
outcome-too-few = 满 { $months } 个月后才给出平均误差。
forecast-model = 按经验
forecast-model-help = 每笔金额乘以在同一阶段停留同样久的已结束商机的赢单比例
forecast-model-learning = 按经验预测需要最近 { $days } 天内至少 { $deals } 个已结束的商机，此前也要同样多：目前案例太少。
forecast-model-better = 按经验：从已结束的商机中学得。在 { $cases } 个未见过的案例上误差为 { $model } 点，阶段自带的概率为 { $stages } 点。
forecast-model-worse = 不显示按经验的预测：在 { $cases } 个未见过的案例上误差为 { $model } 点，阶段自带的概率只有 { $stages } 点。

## 卡片在某个值上停留多久

field-timed = 记录停留时间
field-timed-help = 从现在起记录每张卡片在每个值上停留多久，并显示在卡片上。
stay-days = { $days } 天
